/**
 * Completion of feature references, in two stages: the view, then, after the separator, its features.
 *
 *     features=["driv|            driver_stats, driver_fresh ... and features whose own name is being typed
 *     features=["driver_stats:c|  conv_rate  Float32
 *
 * Also the columns of what was retrieved, `frame["|"]`, and of the inputs of an on-demand view; and where a call takes one of them alone: `get_feature_service("|")`, `FeatureSetFeatures("user-risk", ["|"])`. Works while
 * quotes and brackets are still open.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { collectReferences } from "../analysis/facts/features.ts";
import { asSeenBy } from "../analysis/facts/notebook-definitions.ts";
import { collectColumns } from "../analysis/facts/named-columns.ts";
import type { FeatureReference } from "../analysis/facts/features.ts";
import type { StoreDialect } from "../analysis/store/dialect.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import { dialectsIn, storesInReach } from "../analysis/store/resolve.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";
import type { Cell, Place } from "../analysis/syntax/unit.ts";
import { columnItems, featureItems, referenceItems, serviceItems, viewItems } from "./completion-items.ts";
import type { CompletionList, Slot } from "./completion-items.ts";
import { expectedBy, siblingsOf, stringAt, textBefore } from "./feature-at.ts";
import type { StringAt } from "./feature-at.ts";

/** `undefined` where no feature or service name is expected. */
export function completeFeatures(
  document: OpenDocument,
  applied: Catalogue | undefined,
  cell: Cell,
  offset: number,
): CompletionList | undefined {
  const catalogue = asSeenBy(document.analysis(), document.uri, applied);
  const at = catalogue && stringAt(document, cell, offset);
  if (!at) return undefined;
  const typed = textBefore(at, document.analysis().analysisOf(at.unit));
  if (typed === undefined) return undefined;
  const expectation = expected(document, catalogue, at, typed);
  const slot: Slot = { rest: contentAfter(at), listed: listedBeside(at), edit: (length, after) => editOf(at, length, after) };
  if (!expectation) {
    const columns = collectColumns(document.analysis(), document.uri, catalogue).columnsAt(at.unit, at.node);
    return columns && columnItems(columns, slot, typed);
  }
  const { index } = expectation;
  switch (expectation.takes) {
    case "service":
      return serviceItems(index, slot, typed);
    case "view":
      return viewItems(index, slot, typed, "name");
    case "field":
      return expectation.view === undefined ? undefined : featureItems(index, slot, expectation.view, typed, "name");
    case "references":
      return referenceItems(index, slot, typed);
    case "expression":
      return itemsInExpression(index, slot, typed);
  }
}

type Expectation = { readonly index: CatalogueIndex } & (
  | { readonly takes: "references" | "view" | "service" | "expression" }
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

/** Names around the cursor alone: what else the expression has, stays. */
function itemsInExpression(index: CatalogueIndex, slot: Slot, typed: string): CompletionList | undefined {
  const [, view, name = ""] = /(?:([A-Za-z_]\w*)\.)?(\w*)$/.exec(typed) ?? [];
  const within = { ...slot, rest: /^\w*/.exec(slot.rest)?.[0] ?? "" };
  if (view !== undefined) return index.views(view).length > 0 ? featureItems(index, within, view, name, "name") : undefined;
  const parsed = index.dialect.grammar.parse(name);
  return parsed.feature && index.views(parsed.view.name).length > 0 ? featureItems(index, within, parsed.view.name, parsed.feature.name, "reference") : viewItems(index, within, name, "name");
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
