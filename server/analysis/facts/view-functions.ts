/**
 * Names of columns inside the functions of on-demand views: those that they read from their inputs, and those that they compute.
 *
 *     @on_demand_feature_view(sources=[stats, trip], schema=[Field(name="fare", dtype=Float64)])
 *     def fares(inputs):
 *         out = pd.DataFrame()
 *         out["fare"] = inputs["stats__rate"] * inputs["distance"]
 *         return out
 *
 *     inputs     features of stats, alone and with its name before them; fields of the request source trip
 *     outputs    fare, the schema of the view
 *
 * Feast runs the function when the view is applied, with made-up values for just these inputs, so that a name that is not among them
 * fails there, in pandas and in Python mode (test/store/retrieved-columns.test.ts). Which functions belong to views is said by the
 * catalogue; what a view without a schema computes is not known.
 */
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { dialectOf } from "../store/dialects.ts";
import type { Catalogue, DefinitionSite, Store, View } from "../store/model.ts";
import { contentOf } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import type { Expression, FunctionDef, Node, Range, StringConstant } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { bareName, byName, isGuarded, unknownColumn } from "./column-names.ts";
import type { ColumnName, ColumnsAt, RequestField, UnknownColumn } from "./column-names.ts";
import type { FeatureColumn } from "./feature-columns.ts";
import { featureColumns, hasKnownInputs } from "./feature-columns.ts";
import { isOnlyRead } from "./only-read.ts";

/** A function that computes the features of views: mostly of one. */
export interface ViewFunction {
  readonly unit: Unit;
  readonly node: FunctionDef;
  /** The name by which it gets its inputs. */
  readonly parameter: string;
  readonly inputs: readonly FeatureColumn[];
  readonly requests: readonly RequestField[];
  readonly outputs: readonly FeatureColumn[];
  readonly views: readonly { readonly store: Store; readonly view: View }[];
}

/** A name of a request field in a function. */
export interface RequestName {
  readonly written: WrittenText;
  readonly request: RequestField;
}

export interface FunctionNames {
  readonly names: readonly ColumnName[];
  readonly requests: readonly RequestName[];
  readonly unknown: readonly UnknownColumn[];
}

/** Functions of views that are written in the document. */
export function viewFunctions(analysis: DocumentAnalysis, uri: string, { stores }: Catalogue): readonly ViewFunction[] {
  const found = new Map<FunctionDef, { readonly unit: Unit; readonly views: { readonly store: Store; readonly view: View }[] }>();
  for (const store of stores) {
    for (const view of store.views) {
      const site = view.transformation?.definition;
      const at = view.kind === "OnDemandFeatureView" && site?.uri === uri ? functionAt(analysis.units, site) : undefined;
      if (!at) continue;
      const known = found.get(at.node);
      if (known) known.views.push({ store, view });
      else found.set(at.node, { unit: at.unit, views: [{ store, view }] });
    }
  }
  return [...found].flatMap(([node, { unit, views }]): readonly ViewFunction[] => {
    const [parameter] = [...node.args.posonlyargs, ...node.args.args];
    if (!parameter) return [];
    return [{
      unit, node, views, parameter: parameter.arg.name,
      inputs: views.flatMap(({ store, view }) => inputColumns(store, view)),
      requests: views.flatMap(({ store, view: { inputs } }) =>
        inputs.flatMap((input) => (input.kind === "request" ? input.fields.map((field) => ({ source: input.name, store, field })) : []))),
      outputs: views.flatMap(({ store, view }) => view.fields.flatMap((field) => featureColumns(dialectOf(store), store, view, field).filter(({ name }) => name === field.name))),
    }];
  });
}

function functionAt(units: readonly UnitAnalysis[], { start, cell }: DefinitionSite): { readonly unit: Unit; readonly node: FunctionDef } | undefined {
  for (const { unit } of units) {
    const { anchor } = unit;
    if (start < anchor.offset || start > anchor.offset + unit.text.length || (cell !== undefined && anchor.cell.id !== cell)) continue;
    let found: FunctionDef | undefined;
    walk(unit.body, (node) => {
      if (node.kind === "FunctionDef" && node.name.start === start - anchor.offset) found = node;
      return undefined;
    });
    if (found) return { unit, node: found };
  }
  return undefined;
}

function inputColumns(store: Store, { inputs }: View): readonly FeatureColumn[] {
  return inputs.flatMap((input) => {
    if (input.kind !== "view") return [];
    const { view: name, fields } = input.selection;
    return store.views.filter((view) => view.name === name).flatMap((view) =>
      [...view.fields, ...view.keyFields].filter((field) => fields.includes(field.name)).flatMap((field) => featureColumns(dialectOf(store), store, view, field)));
  });
}

/** What a function's texts and attributes name. */
export function namesInFunction(made: ViewFunction): FunctionNames {
  const { unit, node: { body }, parameter } = made;
  const inputs = byName(made.inputs);
  const outputs = byName(made.outputs);
  const names: ColumnName[] = [];
  const requests: RequestName[] = [];
  const unknown: UnknownColumn[] = [];
  const seen = new Set<Node>();
  const allowed = new Set([...inputs.keys(), ...made.requests.map(({ field }) => field.name), ...outputs.keys()]);
  const where = `the inputs of "${made.views[0]?.view.name ?? ""}"`;
  const isClosed = made.views.every(({ view }) => hasKnownInputs(view) && (view.mode === "pandas" || view.mode === "python")) && isOnlyRead(body, parameter, 0);
  const isInput = (node: Expression): boolean => node.kind === "Name" && node.id === parameter;
  const add = (written: WrittenText, around: Place, columns: readonly FeatureColumn[] | undefined, isBare = false): void => {
    if (columns) names.push({ written, around, isBare, isComputed: columns.some((each) => made.outputs.includes(each)), role: "repository", columns });
    else for (const request of made.requests) if (request.field.name === written.text) requests.push({ written, request });
  };
  walk(body, (node) => {
    if (node.kind === "Subscript") {
      for (const text of texts(node.slice)) {
        const written = writtenAt(unit, text);
        seen.add(text);
        if (isInput(node.value) && node.ctx === "load") {
          add(written, place(unit, text), inputs.get(text.value) ?? outputs.get(text.value));
          if (isClosed && !allowed.has(text.value) && !isGuarded(unit, node, made.node)) unknown.push(unknownColumn(written, place(unit, text), where, [...allowed]));
        } else add(written, place(unit, text), node.ctx === "store" ? (outputs.get(text.value) ?? inputs.get(text.value)) : both(inputs, outputs, text.value));
      }
    } else if (node.kind === "Attribute" && isInput(node.value)) {
      const columns = inputs.get(node.attr.name) ?? outputs.get(node.attr.name);
      const isRequested = made.requests.some(({ field }) => field.name === node.attr.name);
      if (columns || isRequested) add(bareName(unit, node.attr), place(unit, node), columns, true);
    } else if (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "assign") {
      for (const { arg } of node.keywords) {
        const columns = arg && outputs.get(arg.name);
        if (columns) add(bareName(unit, arg), place(unit, arg), columns, true);
      }
    } else if (node.kind === "Dict") {
      for (const key of node.keys) {
        if (!key || !isText(key)) continue;
        seen.add(key);
        add(writtenAt(unit, key), place(unit, key), outputs.get(key.value) ?? inputs.get(key.value));
      }
    }
    return undefined;
  });
  walk(body, (node) => {
    if (isText(node) && !seen.has(node)) add(writtenAt(unit, node), place(unit, node), both(inputs, outputs, node.value));
    return undefined;
  });
  return { names, requests, unknown };
}

/** What a string may name: an input between the brackets of the parameter, else what the view computes. */
export function columnsInFunction({ unit, node: { body, start, end }, parameter, inputs, requests, outputs }: ViewFunction, at: Unit, string: Range): ColumnsAt | undefined {
  if (at !== unit || string.start < start || end < string.end) return undefined;
  let found: ColumnsAt | undefined;
  const nothing: ReadonlySet<string> = new Set();
  walk(body, (node) => {
    const isHeld = (each: Expression | undefined): boolean => each !== undefined && each.start <= string.start && string.end <= each.end;
    if (node.kind === "Subscript" && isHeld(node.slice)) {
      const isInput = node.value.kind === "Name" && node.value.id === parameter && node.ctx === "load";
      found = isInput ? { features: inputs, requests, others: nothing } : { features: outputs, requests: [], others: nothing };
    } else if (node.kind === "Dict" && node.keys.some(isHeld)) found = { features: outputs, requests: [], others: nothing };
    return undefined;
  });
  return found;
}

function both(inputs: ReadonlyMap<string, readonly FeatureColumn[]>, outputs: ReadonlyMap<string, readonly FeatureColumn[]>, name: string): readonly FeatureColumn[] | undefined {
  const found = [...(inputs.get(name) ?? []), ...(outputs.get(name) ?? [])];
  return found.length === 0 ? undefined : found;
}

/** `["a"]`, `[["a", "b"]]`, `.loc[:, "a"]`. */
function texts(node: Expression): readonly StringConstant[] {
  if (isText(node)) return [node];
  return node.kind === "List" || node.kind === "Tuple" ? node.elts.flatMap(texts) : [];
}

function isText(node: Node): node is StringConstant {
  return node.kind === "Constant" && node.type === "str";
}

function writtenAt(unit: Unit, node: StringConstant): WrittenText {
  const at = place(unit, node);
  return { text: node.value, pieces: [{ start: 0, end: node.value.length, place: at, content: node.parts.length === 1 ? contentOf(at, node.value) : undefined }] };
}
