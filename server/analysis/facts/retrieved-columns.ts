/**
 * Names of columns in what was retrieved from a feature store: of a frame, and keys of a response.
 *
 *     job = store.get_historical_features(frame, features=["stats:rate", "stats:age"])      the retrieval
 *     data = job.to_df()                                                                    a frame of it
 *     train, test = train_test_split(data[["rate", "age"]])                                 rate, age
 *     model.fit(train, data.rate)                                                           rate
 *     store.get_online_features(["stats:rate"], rows).to_dict()["rate"][0]                  rate
 *
 * Rows know the call that they come from, so that a frame is one of the retrieval however often rows were selected or split since; a dict
 * knows the calls that made it. That a column is *not* there is said of a frame that is as the store returned it, but for columns that
 * were set since by names that are known.
 */
import { memberOf } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { rootOf } from "../semantic/learning/rows.ts";
import { samePlace } from "../semantic/same-place.ts";
import type { Origin, Value } from "../semantic/value.ts";
import { lastStep, madeOf } from "../store/construction.ts";
import type { WrittenText } from "../store/written-text.ts";
import type { Call, Expression, Node, Range, Subscript } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { argument } from "./calls.ts";
import { bareName, byName, isGuarded, labelsIn, unknownColumn } from "./column-names.ts";
import type { ColumnName, ColumnsAt, UnknownColumn } from "./column-names.ts";
import type { FeatureColumn, ReturnedColumns } from "./feature-columns.ts";
import { distinct, returnedColumns } from "./feature-columns.ts";
import type { Retrieval } from "./features.ts";
import { columnOperandsIn, isFrame } from "./frames.ts";
import { gatheredFromCalls, keptWith, keptWithAnalysis } from "./kept.ts";
import { isOnlyRead } from "./only-read.ts";

/** What is known of the columns of values, for one document and its retrievals. */
export interface RetrievedColumns {
  readonly names: readonly ColumnName[];
  readonly unknown: readonly UnknownColumn[];
  /** The columns of a value; `undefined` when it was not retrieved. */
  readonly columnsOf: (value: Value) => ColumnsAt | undefined;
  /** What a string may name that stands in the brackets of a frame or response, or in an argument that names columns. */
  readonly columnsAt: (analysis: UnitAnalysis, string: Range) => ColumnsAt | undefined;
}

export function retrievedColumns(analysis: DocumentAnalysis, all: readonly Retrieval[]): RetrievedColumns {
  const retrievals = all.filter(({ role }) => role !== undefined);
  const names: ColumnName[] = [];
  const unknown: UnknownColumn[] = [];
  if (retrievals.length === 0) return { names, unknown, columnsOf: () => undefined, columnsAt: () => undefined };
  const sources = sourcesOf(retrievals);
  const made = framesMade(analysis);
  const uri = analysis.units[0]?.unit.anchor.cell.document.uri;
  const columnsOf = keptWith((value: Value): Returned | undefined => sourceBehind(value, sources, made, uri)?.returned());
  for (const { names: found, at, isBare, object, isMissing } of uses(analysis, columnsOf)) {
    const { known, retrieval, features, others, doubtful, isWhole } = object;
    for (const written of found) {
      const meant = known.get(written.text);
      if (meant) names.push({ written, around: at, isBare, role: retrieval.role ?? "training", columns: meant });
      else if (isWhole && retrieval.proved && !others.has(written.text) && !doubtful.has(written.text) && !isAddition(written.text) && isMissing(written.text)) {
        // Another name of the same feature's column: with its view's, or without.
        const meantNames = features.filter(({ field, view }) => written.text === field.name || written.text === `${view.name}__${field.name}`).map(({ name }) => name);
        unknown.push(unknownColumn(written, at, "what is retrieved", meantNames.length > 0 ? meantNames : [...features.map(({ name }) => name), ...others], meantNames.length > 0));
      }
    }
  }
  const columnsThere = (value: Value): ColumnsAt | undefined => {
    const found = columnsOf(value);
    if (!found) return undefined;
    const { present = [], absent = [], isWhole = false } = value.data?.columns ?? {};
    const isThere = (name: string): boolean => (isWhole ? present.includes(name) : !absent.includes(name));
    const features = found.features.filter(({ name }) => isThere(name));
    const others = new Set([...found.others, ...present.filter((label) => typeof label === "string")].filter(isThere));
    for (const { name } of features) others.delete(name);
    return { features, requests: [], others };
  };
  return {
    names, unknown,
    columnsOf: columnsThere,
    columnsAt(unit, string) {
      const isHeld = ({ start, end }: Range): boolean => start <= string.start && string.end <= end;
      const frame = operandsIn(unit).find(({ operand, node }) => operand !== "attribute" && isHeld(node))?.frame;
      if (frame) return columnsThere(frame);
      const holder = keyOperandsIn(unit).find(({ key }) => isHeld(key))?.holder;
      return holder && columnsThere(unit.valueOf(holder));
    },
  };
}

/** What Feast adds where names meet (`rate__`), and for times that are asked for (`rate__ts`). */
function isAddition(name: string): boolean {
  return name.endsWith("__") || name.endsWith("__ts");
}

interface Returned extends ReturnedColumns {
  readonly known: ReadonlyMap<string, readonly FeatureColumn[]>;
  readonly retrieval: Retrieval;
}

/** One call may be reached in several ways, each with other features. */
function joined(retrievals: readonly Retrieval[]): Returned | undefined {
  const [retrieval] = retrievals;
  if (!retrieval) return undefined;
  const columns = retrievals.map(returnedColumns);
  const features = distinct(columns.flatMap((each) => each.features));
  return {
    retrieval, features, known: byName(features), others: new Set(columns.flatMap(({ others }) => [...others])),
    doubtful: new Set(columns.flatMap(({ doubtful }) => [...doubtful])),
    isWhole: columns.every(({ isWhole }) => isWhole),
  };
}

// ---- from a value back to the retrieval --------------------------------------------------------------------

/** A call that retrieves. */
interface RetrievalSource {
  readonly place: Place;
  readonly returned: () => Returned | undefined;
}

function sourcesOf(retrievals: readonly Retrieval[]): readonly RetrievalSource[] {
  const found: { readonly place: Place; readonly retrievals: Retrieval[] }[] = [];
  for (const retrieval of retrievals) {
    const at = place(retrieval.event.unit, retrieval.event.node);
    const known = found.find((each) => samePlace(each.place, at));
    if (known) known.retrievals.push(retrieval);
    else found.push({ place: at, retrievals: [retrieval] });
  }
  return found.map(({ place: at, retrievals: mine }): RetrievalSource => {
    let returned: { readonly of: Returned | undefined } | undefined;
    return { place: at, returned: () => (returned ??= { of: joined(mine) }).of };
  });
}

/** The retrieval that made the value, when it holds its features as columns or keys. */
function sourceBehind(value: Value, sources: readonly RetrievalSource[], made: readonly MadeFrame[], uri: string | undefined): RetrievalSource | undefined {
  const at = isFrame(value) ? framePlaces(value, sources, made, uri) : isDict(value) ? makers(value) : [];
  return at.length === 0 ? undefined : sources.find((source) => at.some((each) => samePlace(each, source.place)));
}

function isDict({ type }: Value): boolean {
  return type?.kind === "instance" && type.name === "builtins.dict";
}

/** The calls that one after the other made an object. */
function makers(value: Value | undefined): readonly Place[] {
  const found: Place[] = [];
  for (let made = madeOf(value); made; made = madeOf(made.receiver)) found.push(made.place);
  return found;
}

function framePlaces({ data, origins }: Value, sources: readonly RetrievalSource[], made: readonly MadeFrame[], uri: string | undefined): readonly Place[] {
  const root = rootOf(data?.rows);
  if (root?.kind !== "whole") return [];
  const { source } = root;
  const here = made.filter((frame) => samePlace(frame.place, source));
  const [only, ...others] = here;
  if (only && others.length === 0) return only.makers;
  if (!only && source.anchor.cell.document.uri === uri) return [source];
  // Made in a function that several call, or in one of another module: where its data comes from says which retrieval it was, when it comes from one alone.
  const candidates = only ? sources.filter((each) => here.some(({ makers: from }) => from.some((maker) => samePlace(maker, each.place)))) : sources;
  const from = candidates.filter((each) => origins.some((origin) => origin.kind === "call" && samePlace(origin.place, each.place)));
  return from.length === 1 ? from.map((each) => each.place) : [source];
}

interface MadeFrame {
  readonly place: Place;
  readonly makers: readonly Place[];
}

/** Calls that make a frame of what was retrieved: `job.to_df()`, `pd.DataFrame(response.to_dict())`. */
export const framesMade = gatheredFromCalls((event): readonly MadeFrame[] => {
  const { target = "", receiver, unit, node } = event;
  const from = makesFrame.has(target) ? argument(event, "data")?.value : lastStep(target) === "to_df" ? receiver : undefined;
  const found = makers(from);
  return found.length === 0 ? [] : [{ place: place(unit, node), makers: found }];
});

const makesFrame: ReadonlySet<string> = new Set(["pandas.DataFrame", "pandas.DataFrame.from_dict"]);

// ---- uses --------------------------------------------------------------------------------------------------

interface Use {
  readonly names: readonly WrittenText[];
  readonly isBare: boolean;
  readonly at: Place;
  readonly object: Returned;
  /** The code fails there for a name that the store does not return. */
  readonly isMissing: (name: string) => boolean;
}

function uses(analysis: DocumentAnalysis, columnsOf: (value: Value) => Returned | undefined): readonly Use[] {
  return analysis.units.flatMap((each) => [...frameUses(each, columnsOf, analysis), ...keyUses(each, columnsOf, analysis)]);
}

function frameUses(analysis: UnitAnalysis, columnsOf: (value: Value) => Returned | undefined, document: DocumentAnalysis): readonly Use[] {
  const { unit } = analysis;
  return operandsIn(analysis).flatMap((each): readonly Use[] => {
    const object = columnsOf(each.frame);
    if (!object) return [];
    const at = place(unit, each.node);
    const names = each.operand !== "attribute" ? labelsIn(analysis.valueOf(each.node)) : isColumn(each.node.attr.name) ? [bareName(unit, each.node.attr)] : [];
    const isMissing = (name: string): boolean =>
      each.operand === "subscript" && each.kind === "used" && each.frame.data?.columns?.present.includes(name) === false &&
      isAsReturned(each.frame, document) && !isGuarded(unit, each.node);
    return [{ names: names.filter(({ text }) => !isGone(each.frame, text)), isBare: each.operand === "attribute", at, object, isMissing }];
  });
}

const operandsIn = keptWithAnalysis(columnOperandsIn);

/** Whether `df.name` is a column, and no method or property that every frame has. */
export function isColumn(name: string): boolean {
  return !name.startsWith("_") && !properties.has(name) && memberOf("pandas.DataFrame", name).kind !== "method";
}

const properties: ReadonlySet<string> = new Set([
  "T", "at", "attrs", "axes", "columns", "dtypes", "empty", "flags", "iat", "iloc", "index", "ix", "loc", "ndim", "plot", "shape", "size", "sparse", "style", "values",
]);

/** The column was taken away, or never was in the part that was selected. */
function isGone({ data }: Value, name: string): boolean {
  const columns = data?.columns;
  return columns !== undefined && !columns.present.includes(name) && (columns.isWhole || columns.absent.includes(name));
}

/**
 * The frame that the store returned, perhaps with columns that were set since, all of them known: nothing else had a part in it, and what
 * it had at first is still there.
 */
function isAsReturned(frame: Value, document: DocumentAnalysis): boolean {
  const { columns, rows } = frame.data ?? {};
  if (!columns || columns.isWhole || columns.doubt !== undefined || columns.absent.length > 0 || rows?.kind !== "whole") return false;
  const made = eventsAt(document).find(({ place: at }) => samePlace(at, rows.source))?.event;
  if (!made || !isFrame(made.result)) return false;
  const first = made.result.data?.columns?.present ?? [];
  const isAllThere = first.every((label) => columns.present.includes(label));
  return isAllThere && sameOrigins(frame.origins, made.result.origins);
}

const eventsAt = gatheredFromCalls((event): readonly { readonly place: Place; readonly event: CallEvent }[] =>
  (event.target !== undefined && lastStep(event.target) === "to_df" ? [{ place: place(event.unit, event.node), event }] : []));

function sameOrigins(left: readonly Origin[], right: readonly Origin[]): boolean {
  return left.length === right.length && left.every((each, index) => samePlace(each.place, right[index]?.place));
}

/** `response["rate"]`, `response.get("rate")`. */
function keyUses(analysis: UnitAnalysis, columnsOf: (value: Value) => Returned | undefined, document: DocumentAnalysis): readonly Use[] {
  const { unit } = analysis;
  return keyOperandsIn(analysis).flatMap(({ node, holder, key }): readonly Use[] => {
    const object = columnsOf(analysis.valueOf(holder));
    if (!object) return [];
    const isMissing = (): boolean => node.kind === "Subscript" && node.ctx === "load" && !isGuarded(unit, node) && isAsMade(holder, document);
    return [{ names: labelsIn(analysis.valueOf(key)), isBare: false, at: place(unit, key), object, isMissing }];
  });
}

const keyOperandsIn = keptWithAnalysis((analysis: UnitAnalysis) => {
  const found: { readonly node: Subscript | Call; readonly holder: Expression; readonly key: Expression }[] = [];
  walk(analysis.unit.body, (node: Node) => {
    if (node.kind === "Subscript" && isDict(analysis.valueOf(node.value))) found.push({ node, holder: node.value, key: node.slice });
    if (node.kind !== "Call" || node.func.kind !== "Attribute" || !looks.has(node.func.attr.name)) return undefined;
    const [key] = node.args;
    if (key && isDict(analysis.valueOf(node.func.value))) found.push({ node, holder: node.func.value, key });
    return undefined;
  });
  return found;
});

const looks: ReadonlySet<string> = new Set(["get", "pop"]);

/** Nothing can have put other keys into it: it is used where it is made, or by a name that is bound once and only read. */
function isAsMade(holder: Expression, document: DocumentAnalysis): boolean {
  if (holder.kind === "Call") return true;
  return holder.kind === "Name" && isOnlyRead(document.units.filter(({ unit }) => unit.text.includes(holder.id)).flatMap(({ unit }) => unit.body), holder.id, 1);
}
