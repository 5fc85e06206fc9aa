/**
 * Columns that a script computes of features that it has just retrieved.
 *
 *     frame = store.get_historical_features(entities, features=["trips:fare", "trips:distance"]).to_df()     the retrieval
 *     frame["per_km"] = frame["fare"] / frame["distance"]                                                    the computation
 *
 * Nothing between the two speaks of the frame: so what the store would give in its place is the same, column for column.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { argument } from "../facts/calls.ts";
import { collectReferences } from "../facts/features.ts";
import type { Retrieval } from "../facts/features.ts";
import { blockOf } from "../facts/statement-removal.ts";
import type { Scope } from "../semantic/scopes.ts";
import { samePlace } from "../semantic/same-place.ts";
import type { Store, View } from "../store/model.ts";
import type { Expression, List, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { bindingsOf, moduleOf } from "./imported-names.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { unitScopes } from "./statement-run.ts";
import { mentions, rowExpression } from "./row-expression.ts";
import type { RowExpression, RowType } from "./row-expression.ts";

/** `frame["column"] = value` */
export interface ColumnAssignment {
  readonly unit: Unit;
  readonly statement: Statement;
  readonly frame: string;
  readonly column: string;
  readonly value: Expression;
}

export interface FeatureComputation extends ColumnAssignment {
  readonly kind: "computation";
  readonly retrieval: Retrieval;
  readonly store: Store;
  readonly list: FeatureListPlace;
  readonly expression: RowExpression;
  /** The features among the columns that it reads, with their views. */
  readonly features: ReadonlyMap<string, View>;
}

/** Where the list of references is written. */
export type FeatureListPlace =
  | { readonly kind: "here"; readonly unit: Unit; readonly node: List; /** The constant that it is, when it is one. */ readonly name: string | undefined }
  | { readonly kind: "imported"; readonly module: string; /** As the module calls it, and as this one does. */ readonly name: string; readonly local: string };

/** What the frame is called in the definition. */
export const inputsName = "inputs";

/** All assignments of columns at these statements or in what they hold. */
export function columnAssignments(document: Pick<OpenDocument, "units">): readonly ColumnAssignment[] {
  return document.units.flatMap((unit) => {
    const found: ColumnAssignment[] = [];
    walk(unit.body, (node) => {
      if (node.kind !== "Assign") return undefined;
      const [target, ...others] = node.targets;
      if (others.length > 0 || target?.kind !== "Subscript" || target.value.kind !== "Name" || target.slice.kind !== "Constant" || target.slice.type !== "str") return undefined;
      found.push({ unit, statement: node, frame: target.value.id, column: target.slice.value, value: node.value });
      return undefined;
    });
    return found;
  });
}

/** Whether it is a column of a frame that was just retrieved: the cheap half of the question. */
export function isOfRetrieval(document: OpenDocument, assignment: ColumnAssignment): boolean {
  return retrievalBefore(document, assignment).kind === "found";
}

export function computationOf(document: OpenDocument, assignment: ColumnAssignment): FeatureComputation | Refused {
  const { unit, statement, frame, column, value } = assignment;
  const retrieved = retrievalBefore(document, assignment);
  if (retrieved.kind === "refused") return retrieved;
  const { retrieval } = retrieved;
  const [store] = retrieval.index.stores;
  const analysis = document.analysis().analysisOf(unit);
  if (!store || !analysis) return refused("the code is not followed here");
  const list = listOf(document, retrieval);
  if (list.kind === "refused") return list;
  const features = new Map(retrieval.references.flatMap(({ resolution }): readonly (readonly [string, View])[] =>
    resolution.kind === "feature" ? [[resolution.field.name, resolution.view]] : []));
  if (features.has(column)) return refused(`${column} is a feature already; what is computed of it needs a name of its own`, place(unit, statement));
  if (mentionsColumn(value, frame, column)) return refused(`${column} is computed from itself; a feature needs a name of its own`, place(unit, statement));
  const expression = rowExpression(value, { analysis, frame, inputs: inputsName, columnType: (name) => columnType(name, retrieval, store, features) });
  if (expression.kind === "refused") return refused(expression.reason, place(unit, expression.at));
  return { ...assignment, kind: "computation", retrieval, store, list, expression, features: new Map([...features].filter(([name]) => expression.columns.includes(name))) };
}

// ---- the retrieval -----------------------------------------------------------------------------------------

function retrievalBefore(document: OpenDocument, { unit, statement, frame }: ColumnAssignment): { readonly kind: "found"; readonly retrieval: Retrieval } | Refused {
  const before = statementsBefore(document, unit, statement);
  for (const each of before.toReversed()) {
    const [target, ...others] = each.node.kind === "Assign" ? each.node.targets : [];
    if (each.node.kind === "Assign" && others.length === 0 && target?.kind === "Name" && target.id === frame) return retrievalOf(document, each.unit, each.node.value, frame);
    if (mentionsName(each.node, frame)) {
      const line = document.locate(place(each.unit, each.node));
      const { line: index } = document.sourceOf(line.cell).positionAt(line.start);
      return refused(`${frame} is used in line ${String(index + 1)}, between the retrieval and this; it would have the column there already`, place(each.unit, each.node));
    }
  }
  return refused(`${frame} is not retrieved from a feature store in this block`, place(unit, statement));
}

function retrievalOf(document: OpenDocument, unit: Unit, value: Expression, frame: string): { readonly kind: "found"; readonly retrieval: Retrieval } | Refused {
  const stop = (reason: string): Refused => refused(reason, place(unit, value));
  if (value.kind !== "Call" || value.func.kind !== "Attribute" || value.func.attr.name !== "to_df") return stop(`${frame} is not what a feature store gave, as it came`);
  const type = document.analysis().analysisOf(unit)?.valueOf(value.func.value).type;
  const made = type?.kind === "instance" ? type.made : undefined;
  const { catalogue } = document;
  const all = catalogue ? collectReferences(document.analysis(), document.uri, catalogue).retrievals : [];
  const retrieval = made && all.find(({ event }) => samePlace(place(event.unit, event.node), made.place));
  if (!retrieval) return stop(`${frame} is not retrieved from a feature store that the workspace knows`);
  const [store, ...others] = retrieval.index.stores;
  if (!store || others.length > 0 || !retrieval.certain) return stop("it may be any of several feature stores");
  if (store.kind !== "feast") return stop("only Feast has on-demand feature views");
  if (retrieval.service !== undefined) return stop(`the features are those of the service ${retrieval.service}; retrieve them by a list, or add the new feature to the service by hand`);
  if (!retrieval.isWhole || retrieval.references.length === 0) return stop("the list of features is known only at run time");
  const unknown = retrieval.references.find(({ resolution }) => resolution.kind !== "feature");
  if (unknown) return stop(`${unknown.text} is no feature that the repository defines`);
  const full = retrieval.event.args.find(({ keyword }) => keyword === "full_feature_names");
  if (full?.value.constant?.kind === "bool" ? full.value.constant.value : full !== undefined) return stop("columns carry the names of their views (full_feature_names)");
  return { kind: "found", retrieval };
}

/** Statements of the same block that come before, with their units. */
function statementsBefore(document: OpenDocument, unit: Unit, statement: Statement): readonly { readonly unit: Unit; readonly node: Statement }[] {
  const isTop = unit.body.includes(statement);
  const block = isTop
    ? document.units.flatMap((each) => each.body.map((node) => ({ unit: each, node })))
    : blockOf(unit, statement).map((node) => ({ unit, node }));
  return block.slice(0, block.findIndex(({ node }) => node === statement));
}

function mentionsName(node: Statement, name: string): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Name" && each.id === name) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

// ---- its list ----------------------------------------------------------------------------------------------

function listOf(document: OpenDocument, { given, event }: Retrieval): FeatureListPlace | Refused {
  const { node } = given;
  if (node.kind === "List") return { kind: "here", unit: event.unit, node, name: undefined };
  const stop = (): Refused => refused("the list of features is put together at run time", place(event.unit, node));
  if (node.kind !== "Name") return stop();
  const bound: FeatureListPlace[] = [];
  let isBoundOtherwise = false;
  for (const unit of document.units) {
    walk(unit.body, (each) => {
      const isTop = unit.body.some((top) => top === each);
      if (each.kind === "ImportFrom") {
        for (const { bound: local, source } of bindingsOf(each)) {
          if (local !== node.id) continue;
          if (isTop) bound.push({ kind: "imported", module: moduleOf(each), name: source.slice(source.lastIndexOf(":") + 1), local });
          else isBoundOtherwise = true;
        }
      }
      if (each.kind === "Name" && each.id === node.id && each.ctx !== "load") {
        const owner = unit.body.find((top) => top.start <= each.start && each.end <= top.end);
        if (owner?.kind === "Assign" && owner.targets.length === 1 && owner.targets[0] === each && owner.value.kind === "List") bound.push({ kind: "here", unit, node: owner.value, name: node.id });
        else isBoundOtherwise = true;
      }
      return undefined;
    });
    isBoundOtherwise ||= unitScopes(unit).module.children.some((scope) => binds(scope, node.id));
  }
  const [only, ...others] = bound;
  return only && others.length === 0 && !isBoundOtherwise ? only : stop();
}

/** Whether a function or class has something else under this name. */
function binds({ bindings, children }: Scope, name: string): boolean {
  return bindings.has(name) || children.some((each) => binds(each, name));
}

// ---- columns -----------------------------------------------------------------------------------------------

const rowTypes: ReadonlyMap<string, RowType> = new Map([
  ["Int32", "int"], ["Int64", "int"], ["Float32", "float"], ["Float64", "float"], ["Bool", "bool"], ["String", "text"], ["UnixTimestamp", "time"],
]);

function columnType(name: string, { role, event, references }: Retrieval, store: Store, features: ReadonlyMap<string, View>): RowType | "any" | { readonly reason: string } {
  const view = features.get(name);
  if (view) {
    if (view.kind === "OnDemandFeatureView") return { reason: `${name} is computed on demand itself; an on-demand view reads stored features only` };
    const alias = references.find(({ resolution }) => resolution.kind === "feature" && resolution.view === view && resolution.field.name === name)?.parsed.view.name;
    if (alias !== view.name) return { reason: `${name} is retrieved under another name of its view` };
    const dtype = view.fields.find((field) => field.name === name)?.dtype;
    const type = dtype === undefined ? undefined : rowTypes.get(dtype);
    return type ?? { reason: `the type of ${name}${dtype === undefined ? " is not known" : `, ${dtype}, is not followed`}` };
  }
  const keys = new Set(references.flatMap(({ resolution }) => (resolution.kind === "feature" ? resolution.view.entities : []))
    .flatMap((entity) => store.entities.find((each) => each.name === entity)?.joinKey ?? []));
  if (keys.has(name) || name === "event_timestamp") return { reason: `${name} is no feature: an on-demand view does not see it` };
  if (role !== "training") return { reason: `${name} is no feature that is retrieved` };
  const entities = argument(event, "entity_df")?.value ?? event.args.find(({ position }) => position === 0)?.value;
  const columns = entities?.data?.columns;
  if (columns && !columns.present.includes(name) && (columns.isWhole || columns.absent.includes(name))) return { reason: `${name} is no column of what is retrieved` };
  return "any";
}

function mentionsColumn(value: Expression, frame: string, column: string): boolean {
  let found = false;
  walk([value], (node) => {
    if (node.kind === "Subscript" && mentions(node.value, frame) && node.slice.kind === "Constant" && node.slice.type === "str" && node.slice.value === column) found = true;
    return undefined;
  });
  return found;
}

/** The text of the expression as the definition has it. */
export function expressionText({ unit, value, expression }: FeatureComputation): string {
  let text = unit.text.slice(value.start, value.end);
  for (const { node, text: made } of [...expression.replaced].sort((a, b) => b.node.start - a.node.start)) {
    text = text.slice(0, node.start - value.start) + made + text.slice(node.end - value.start);
  }
  return text;
}
