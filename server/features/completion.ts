/**
 * Completion of feature references, in two stages: the view, then, after the separator, its features.
 *
 *     features=["driv|            driver_stats, driver_fresh ... and features whose own name is being typed
 *     features=["driver_stats:c|  conv_rate  Float32
 *
 * Also where a call takes one of them alone: `get_feature_service("|")`, `FeatureSetFeatures("user-risk", ["|"])`. Works while
 * quotes and brackets are still open.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { collectReferences } from "../analysis/facts/features.ts";
import type { FeatureReference } from "../analysis/facts/features.ts";
import type { StoreDialect } from "../analysis/store/dialect.ts";
import type { Catalogue, Field, Store, View } from "../analysis/store/model.ts";
import { dialectsIn, storesInReach } from "../analysis/store/resolve.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";
import type { Cell, Place } from "../analysis/syntax/unit.ts";
import { expectedBy, siblingsOf, stringAt, textBefore } from "./feature-at.ts";
import type { StringAt } from "./feature-at.ts";
import { describeField, describeService, describeView } from "./feature-text.ts";

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** True when items were left out: ask again as the user types. */
  readonly isIncomplete: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: "view" | "feature" | "service";
  /** One line beside the label: `Float32`, `4 features`. */
  readonly detail: string;
  readonly documentation: string;
  /** Replaces `start` to `end` of the text that holds the cell. The typed part lies inside that range, which is on one line. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string };
  /** What the typed part is matched against. */
  readonly filter: string;
  /** Items are ordered by this text. */
  readonly sort: string;
  /** After accepting a view its separator is in place: ask for completion again. */
  readonly continues: boolean;
}

const maxItems = 200;
/** From this many characters on, features are offered without their view being typed. */
const minimumForFeatures = 2;

/** `undefined` where no feature or service name is expected. */
export function completeFeatures(
  document: OpenDocument,
  catalogue: Catalogue | undefined,
  cell: Cell,
  offset: number,
): CompletionList | undefined {
  const at = catalogue && stringAt(document, cell, offset);
  if (!at) return undefined;
  const typed = textBefore(at, document.analysis().analysisOf(at.unit));
  if (typed === undefined) return undefined;
  const expectation = expected(document, catalogue, at, typed);
  if (!expectation) return undefined;
  const { index } = expectation;
  switch (expectation.takes) {
    case "service":
      return serviceItems(index, at, typed);
    case "view":
      return viewItems(index, at, typed, "name");
    case "field":
      return expectation.view === undefined ? undefined : featureItems(index, at, expectation.view, typed, "name");
    case "references": {
      const { view, feature } = index.dialect.grammar.parse(typed);
      return feature ? featureItems(index, at, view.name, feature.name, "reference") : viewItems(index, at, typed, "reference");
    }
  }
}

/** Described only when it is among those offered. */
type Candidate = Omit<CompletionItem, "documentation"> & { readonly documentation: () => string };

type Expectation = { readonly index: CatalogueIndex } & (
  | { readonly takes: "references" | "view" | "service" }
  | { readonly takes: "field"; readonly view: string | undefined }
);

function expected(document: OpenDocument, catalogue: Catalogue, at: StringAt, typed: string): Expectation | undefined {
  const { stores } = catalogue;
  const { references } = collectReferences(document.analysis(), document.uri, catalogue);
  const syntactic = expectedBy(at, dialectsIn(stores), document.analysis().analysisOf(at.unit));
  const reach = storesInReach(stores, document.uri).map(({ index }) => index);
  if (syntactic && syntactic.takes !== "references") {
    const index = indexFor(syntactic.dialect, references, reach);
    return index && { ...syntactic, index };
  }
  const proved = references.find(({ written }) => written.pieces.some(({ place }) => place && holds(place, at)));
  if (proved) return proved.isSplit ? { takes: "field", index: proved.index, view: proved.parsed.view.name } : { takes: "references", index: proved.index };
  if (syntactic) {
    const index = indexFor(syntactic.dialect, references, reach);
    return index && { takes: "references", index };
  }
  const beside = siblingsOf(at).flatMap((each) => (each.kind === "Constant" && each.type === "str" ? [each.value] : []));
  const near = reach.map(({ dialect }) => indexFor(dialect, references, reach)).filter((index) => index !== undefined);
  const index = near.find((each) => [typed, ...beside].some((text) => speaksOfView(text, each)));
  return index && { takes: "references", index };
}

/** The call itself may be beyond the interpreter while it is being typed; the file's own choice of store then decides. */
function indexFor(dialect: StoreDialect, references: readonly FeatureReference[], reach: readonly CatalogueIndex[]): CatalogueIndex | undefined {
  return references.find(({ index }) => index.dialect === dialect)?.index ?? reach.find((index) => index.dialect === dialect);
}

function speaksOfView(text: string, index: CatalogueIndex): boolean {
  const { view, feature } = index.dialect.grammar.parse(text);
  return feature !== undefined && index.views(view.name).length > 0;
}

function holds(place: Place, { unit, part }: StringAt): boolean {
  return place.anchor === unit.anchor && place.start <= part.content.start && part.content.start <= place.end;
}

function listedBeside(at: StringAt): ReadonlySet<string> {
  return new Set(siblingsOf(at).flatMap((each) => (each.kind === "Constant" && each.type === "str" ? [each.value] : [])));
}

/** `name`: the string is the view's name, and no reference. */
function viewItems(index: CatalogueIndex, at: StringAt, typed: string, takes: "reference" | "name"): CompletionList {
  const { grammar } = index.dialect;
  const rest = contentAfter(at);
  const isDivided = takes === "reference" && rest.includes(grammar.separator);
  const view = editOf(at, typed.length, isDivided ? rest.indexOf(grammar.separator) : rest.length);
  const whole = editOf(at, typed.length, rest.length);
  const listed = listedBeside(at);
  const items: Candidate[] = [];
  for (const { store, view: each } of viewsOf(index)) {
    if (!mayMatch(typed, each.name)) continue;
    items.push({
      label: each.name,
      kind: "view",
      detail: summary(each),
      documentation: () => describeView(each, store),
      edit: { ...view, text: isDivided || takes === "name" ? each.name : each.name + grammar.separator },
      filter: each.name,
      sort: `0${each.name}`,
      continues: takes === "reference" && !isDivided,
    });
  }
  if (takes === "reference" && typed.length >= minimumForFeatures && !typed.includes("@")) {
    for (const { store, view: each } of viewsOf(index)) {
      for (const field of each.fields) {
        if (field.name.toLowerCase().includes(typed.toLowerCase())) {
          const name = grammar.write(each.name, field.name);
          items.push({ ...featureItem(each, field, store), label: name, edit: { ...whole, text: name }, filter: name, sort: rank("1", name, listed) });
        }
      }
      if (items.length > maxItems) break;
    }
  }
  return limited(items);
}

/** `name`: the string is the feature's name, and no reference. */
function featureItems(index: CatalogueIndex, at: StringAt, wanted: string, typed: string, takes: "reference" | "name"): CompletionList {
  const listed = listedBeside(at);
  const items: Candidate[] = [];
  const edit = editOf(at, typed.length, contentAfter(at).length);
  for (const { store, view } of index.views(wanted)) {
    for (const [order, field] of view.fields.entries()) {
      if (!mayMatch(typed, field.name)) continue;
      const written = takes === "name" ? field.name : index.dialect.grammar.write(view.name, field.name);
      const sort = rank("0", String(order).padStart(6, "0"), listed, written);
      items.push({ ...featureItem(view, field, store), edit: { ...edit, text: field.name }, filter: field.name, sort });
    }
  }
  return limited(items);
}

function featureItem(view: View, field: Field, store: Store): Omit<Candidate, "edit" | "filter" | "sort"> {
  return {
    label: field.name,
    kind: "feature",
    detail: field.dtype ?? "",
    documentation: () => describeField(field, view, store),
    continues: false,
  };
}

function serviceItems(index: CatalogueIndex, at: StringAt, typed: string): CompletionList {
  const edit = editOf(at, typed.length, contentAfter(at).length);
  const items: Candidate[] = [];
  for (const store of index.stores) {
    for (const service of store.services) {
      if (!mayMatch(typed, service.name)) continue;
      const detail = count(service.features.length, "feature") + (service.closed ? "" : " or more");
      items.push({
        label: service.name, kind: "service", detail, documentation: () => describeService(service, store), edit: { ...edit, text: service.name },
        filter: service.name, sort: service.name, continues: false,
      });
    }
  }
  return limited(items);
}

function viewsOf(index: CatalogueIndex): readonly { readonly store: Store; readonly view: View }[] {
  return index.stores.flatMap((store) => store.views.map((view) => ({ store, view })));
}

function limited(candidates: readonly Candidate[]): CompletionList {
  const sorted = candidates.toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const items = sorted.slice(0, maxItems).map((each) => ({ ...each, documentation: each.documentation() }));
  return { items, isIncomplete: sorted.length > maxItems };
}

/** References that the list already has come last. */
function rank(group: string, order: string, listed: ReadonlySet<string>, reference = order): string {
  return `${listed.has(reference) ? "9" : group}${order}`;
}

/** `typedLength` characters before the offset and `after` behind it. */
function editOf(at: StringAt, typedLength: number, after: number): { readonly start: number; readonly end: number } {
  const { unit, offset, part } = at;
  const start = Math.max(offset - typedLength, part.content.start, lastHoleEnd(at));
  return { start: unit.anchor.offset + start, end: unit.anchor.offset + offset + after };
}

/** In an f-string, only what is typed after the last hole can be replaced. */
function lastHoleEnd({ node, offset }: StringAt): number {
  if (node.kind === "Constant") return 0;
  return Math.max(0, ...node.values.filter((value) => value.kind === "FormattedValue" && value.end <= offset).map(({ end }) => end));
}

/** The rest of the string; of an unfinished one, the rest of the word, as what follows may be other code. */
function contentAfter({ unit, part, offset }: StringAt): string {
  const rest = unit.text.slice(offset, Math.max(offset, part.content.end));
  const word = part.closed ? /^[^{}\r\n]*/ : /^[\w]*/;
  return word.exec(rest)?.[0] ?? "";
}

/** The characters typed so far occur in the name in this order, as editors match them. */
function mayMatch(typed: string, name: string): boolean {
  const wanted = typed.toLowerCase();
  const text = name.toLowerCase();
  let at = 0;
  for (const char of wanted) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function summary(view: View): string {
  const fields = view.open && view.fields.length === 0 ? "features inferred" : count(view.fields.length, "feature");
  return view.entities.length === 0 ? fields : `${fields} · ${view.entities.join(", ")}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
