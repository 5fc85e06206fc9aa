/**
 * Models that are trained on what a feature view is made from, past the store.
 *
 *     driver_stats = FeatureView(..., source=FileSource(path="data/stats.parquet"))      feature_repo/definitions.py
 *
 *     frame = pd.read_parquet("feature_repo/data/stats.parquet")                         the view's own source
 *     X = frame[["conv_rate", "acc_rate"]]                                               two of its features
 *     model.fit(X, frame["late"])                                                        its rows train a model
 *
 * A source is read for many good reasons: to look at it, to take ids and times from it, to write it. So what counts is the data that
 * `fit` is given: its rows lead back to the read (`Value.data.rows`), and its columns are features of the view, or may be.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import { rootOf } from "../semantic/learning/rows.ts";
import type { Columns, Value } from "../semantic/value.ts";
import { chooseStores } from "../store/choose-store.ts";
import type { Source, Store, View } from "../store/model.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { joinUri, parentUri } from "../text/uri.ts";
import { argumentRoles } from "./argument-roles.ts";
import { gathered, gatheredFromCalls } from "./kept.ts";
import { fileUsesOf, isAddress } from "./paths/file-uses.ts";
import { withoutTexts } from "./sql-text.ts";
import { textOf } from "./values.ts";

export interface BypassedSource {
  /** What is read: the path or the query at the call. */
  readonly at: Place;
  /** Where the data trains a model. */
  readonly fit: Place;
  readonly view: View;
  /** Features of the view that the model is known to be trained on. */
  readonly features: readonly string[];
}

/** Each read once, in the order of the training. */
export const bypassedSources = defineFact<never, readonly BypassedSource[]>({
  name: "bypassed-sources",
  needs: {},
  document: ({ analysis, document: { uri }, catalogue }) => {
    const { stores: [store, ...others], certain } = chooseStores(catalogue?.stores ?? [], uri);
    if (!store || others.length > 0 || !certain) return [];
    const found = new Map<Expression, BypassedSource>();
    for (const { event, data } of trainingIn(analysis)) {
      const read = readOf(data, analysis);
      if (!read || found.has(read.node) || isWrittenHere(read, analysis)) continue;
      const [best] = store.views
        .flatMap((view) => served(view, store, read, uri, data.data?.columns))
        .sort((a, b) => b.features.length - a.features.length);
      if (best) found.set(read.node, { at: place(read.event.unit, read.node), fit: place(event.unit, event.node), ...best });
    }
    return [...found.values()];
  },
});

interface Training {
  readonly event: CallEvent;
  /** What it is given first. */
  readonly data: Value;
}

const trainingIn = gatheredFromCalls((event): readonly Training[] => {
    const { func } = event.node;
    if (func.kind !== "Attribute" || !/^(?:fit|fit_transform|fit_predict|partial_fit)$/u.test(func.attr.name)) return [];
    const given = event.args.find(({ keyword, position, unpacked }) => !unpacked && (position === 0 || keyword === "X" || keyword === "x"));
    return given?.value.data?.rows ? [{ event, data: given.value }] : [];
  });

// ---- what is read ------------------------------------------------------------------------------------------

interface Read {
  readonly event: CallEvent;
  readonly node: Expression;
  readonly text: string;
  readonly kind: "file" | "query";
}

/** The call that the rows come from, where it says in full what it reads. */
function readOf({ data }: Value, analysis: DocumentAnalysis): Read | undefined {
  const root = rootOf(data?.rows);
  if (root?.kind !== "whole") return undefined;
  const { anchor, start, end } = root.source;
  const event = analysis.analysisOf(anchor.unit)?.calls.find(({ node }) => node.start === start && node.end === end);
  if (!event) return undefined;
  const query = argumentRoles(event).find(({ role }) => role === "sql")?.argument;
  const file = fileUsesOf(event).find(({ does }) => does === "read");
  const from = query ?? file;
  const text = from && textOf(from.value);
  return from && text !== undefined ? { event, node: from.node, text, kind: query ? "query" : "file" } : undefined;
}

const writesIn = gathered(({ calls }) => calls.flatMap(fileUsesOf).filter(({ does }) => does === "write" || does === "both"));

/** The code makes the file: it is where the source comes from. */
function isWrittenHere({ text }: Read, analysis: DocumentAnalysis): boolean {
  return writesIn(analysis).some(({ value }) => textOf(value) === text);
}

// ---- what the store serves ---------------------------------------------------------------------------------

function served(view: View, store: Store, read: Read, uri: string, columns: Columns | undefined): readonly Pick<BypassedSource, "view" | "features">[] {
  if (view.kind === "LabelView" || view.kind === "OnDemandFeatureView" || view.enabled === false) return [];
  const source = sourcesOf(view, store).find((each) => reads(read, each, store, uri));
  if (!source) return [];
  const columnOf = new Map([...source.fieldMapping].map(([column, name]) => [name, column]));
  const names = view.fields.map(({ name }) => columnOf.get(name) ?? name);
  const present = new Set(columns?.present ?? []);
  const features = names.filter((name) => present.has(name));
  if (features.length > 0) return [{ view, features }];
  // What a view computes, and which table a name means, is not certain without a column that tells.
  const isPlain = read.kind === "file" && view.transformation === undefined && view.aggregations.length === 0;
  const mayHold = !columns?.isWhole && names.some((name) => columns?.absent.includes(name) !== true);
  return isPlain && mayHold && names.length > 0 ? [{ view, features }] : [];
}

function sourcesOf(view: View, store: Store): readonly Source[] {
  const names = new Set(view.source?.split(", ") ?? []);
  const own = store.sources.filter(({ name }) => names.has(name));
  const behind = own.flatMap(({ batchSource }) => store.sources.filter(({ name }) => name === batchSource));
  return [...own, ...behind];
}

function reads({ kind, text }: Read, { location }: Source, store: Store, uri: string): boolean {
  if (location === undefined || /\s/u.test(location.trim())) return false;
  return kind === "query" ? tablesIn(text).some((table) => isSameTable(table, location)) : isSameFile(text, location, store, uri);
}

/** A relative path counts from the working directory: the file's folder or any above it. The source's counts from the repository. */
function isSameFile(text: string, location: string, store: Store, uri: string): boolean {
  if (isAddress(text) || isAddress(location)) return text === location;
  const slashed = text.replaceAll("\\", "/");
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/u.test(location);
  const prefix = /^[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?/u.exec(store.root)?.[0] ?? "file://";
  const wanted = joinUri(isAbsolute ? `${prefix}/` : store.root, location);
  if (/^(?:\/|[A-Za-z]:\/)/u.test(slashed)) return joinUri(`${prefix}/`, slashed) === wanted;
  for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
    if (joinUri(folder, slashed) === wanted) return true;
    if (parentUri(folder) === folder) return false;
  }
}

function tablesIn(query: string): readonly string[] {
  return [...withoutTexts(query).matchAll(/\b(?:FROM|JOIN)\s+(\w[\w.-]*)/giu)].map(([, name = ""]) => name);
}

/** `analytics.driver_stats` is `shop.analytics.driver_stats`, as far as both say. */
function isSameTable(a: string, b: string): boolean {
  const [short, long] = [a, b].map((name) => name.toLowerCase().split(".")).sort((x, y) => x.length - y.length);
  return short !== undefined && long !== undefined && short.every((part, index) => part === long[long.length - short.length + index]);
}
