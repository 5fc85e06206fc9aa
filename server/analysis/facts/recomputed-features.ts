/**
 * Columns that the code computes, and that the feature store computes already.
 *
 *     @on_demand_feature_view(sources=[trips], schema=[Field(name="price_per_km", ...)])
 *     def fares(inputs):
 *         out = pd.DataFrame()
 *         out["price_per_km"] = inputs["fare"] / inputs["distance"]        the store: price_per_km is (/ fare distance)
 *
 *     df["km_price"] = df["fare"] / df["distance"]                         the code: km_price is (/ fare distance)
 *
 * Both are brought into one form (store/column-expression.ts), columns by their names; `fares__fare` is `fare`. A single operation is
 * too little to tell unless the new column has the feature's name: many things are a difference of a and b.
 */
import { defineFact } from "../engine/fact.ts";
import type { UnitAnalysis } from "../semantic/analysis.ts";
import { chooseStores } from "../store/choose-store.ts";
import { column, columnExpression, constant } from "../store/column-expression.ts";
import type { ColumnExpression } from "../store/column-expression.ts";
import { columnOf, columnsOfFunction, columnsOfQuery } from "../store/computed-columns.ts";
import type { ComputedColumns } from "../store/computed-columns.ts";
import type { Store, Transformation, View } from "../store/model.ts";
import type { Call, Expression, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { isFrame } from "./frames.ts";
import { gathered, keptWith, keptWithAnalysis } from "./kept.ts";

export interface RecomputedFeature {
  /** The expression. */
  readonly at: Place;
  /** The new column. */
  readonly column: string;
  readonly view: View;
  readonly feature: string;
}

export const recomputedFeatures = defineFact<never, readonly RecomputedFeature[]>({
  name: "recomputed-features",
  needs: {},
  document: ({ analysis, document: { uri }, catalogue }) => {
    const { stores: [store, ...others], certain } = chooseStores(catalogue?.stores ?? [], uri);
    if (!store || others.length > 0 || !certain) return [];
    const computed = computedIn(store);
    if (computed.byForm.size === 0) return [];
    return columnsMadeIn(analysis).flatMap((made): readonly RecomputedFeature[] => {
      const expression = made.expressionWith(computed.prefixes);
      const known = expression && (computed.byForm.get(expression.text) ?? []).filter(
        (each) => each.view.transformation?.definition?.uri !== uri && isEnough(expression, made.column, each) && (!each.isText || each.ordered === expression.ordered),
      );
      const same = known?.find(({ feature }) => feature === made.column) ?? known?.[0];
      return same ? [{ at: made.at, column: made.column, view: same.view, feature: same.feature }] : [];
    });
  },
});

function isEnough({ operations, columns }: ColumnExpression, made: string, { feature }: ComputedFeature): boolean {
  return operations >= 2 ? columns.size >= 1 : columns.size >= 1 && plain(made) === plain(feature);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}

// ---- what the store computes -------------------------------------------------------------------------------

interface ComputedFeature {
  readonly view: View;
  readonly feature: string;
  /** The feature is a text: what is added keeps its order. */
  readonly isText: boolean;
  readonly ordered: string;
}

interface Computed {
  readonly byForm: ReadonlyMap<string, readonly ComputedFeature[]>;
  /** What may stand before a column's name: `fares__`. */
  readonly prefixes: ReadonlySet<string>;
}

const computedIn = keptWith((store: Store): Computed => {
  const byForm = new Map<string, ComputedFeature[]>();
  const prefixes = new Set<string>();
  for (const view of store.views) {
    prefixes.add(`${view.name}__`);
    if (view.kind === "LabelView" || view.enabled === false || view.aggregations.length > 0) continue;
    for (const [name, expression] of columnsOf(view, store)) {
      const field = view.fields.find((each) => each.name === name);
      if (!field || expression.operations === 0) continue;
      const { text, ordered } = expression;
      byForm.set(text, [...(byForm.get(text) ?? []), { view, feature: name, ordered, isText: field.dtype === "String" || field.dtype === undefined }]);
    }
  }
  return { byForm, prefixes };
});

function columnsOf(view: View, store: Store): ComputedColumns {
  if (view.transformation) return ofTransformation(view.transformation);
  const source = store.sources.find(({ name }) => name === view.source);
  return source?.location === undefined ? new Map<string, ColumnExpression>() : columnsOfQuery(source.location);
}

const ofTransformation = keptWith(({ text }: Transformation): ComputedColumns => (text === undefined ? new Map<string, ColumnExpression>() : columnsOfFunction(text)));

// ---- what the code computes --------------------------------------------------------------------------------

interface ColumnMade {
  readonly at: Place;
  readonly column: string;
  /** `prefixes`: what is left out of the names of columns. */
  readonly expressionWith: (prefixes: ReadonlySet<string>) => ColumnExpression | undefined;
}

const columnsMadeIn = gathered((analysis) => columnsMadeInUnit(analysis));

/** `df["x"] = ...`, `df.assign(x=...)`, `df.withColumn("x", ...)` */
const columnsMadeInUnit = keptWithAnalysis((analysis: UnitAnalysis): readonly ColumnMade[] => {
  const found: ColumnMade[] = [];
  const add = (name: string, node: Expression, isFrameName: (name: string) => boolean): void => {
    // A literal and a copy are no computation.
    if (node.kind === "Constant" || node.kind === "Name" || node.kind === "Subscript") return;
    found.push({ at: place(analysis.unit, node), column: name, expressionWith: (prefixes) => expressionOf(node, analysis, prefixes, isFrameName) });
  };
  walk(analysis.unit.body, (node: Node) => {
    if (node.kind === "Assign" && node.targets.length === 1 && node.targets[0]) {
      const target = columnOf(node.targets[0]);
      if (target?.frame !== undefined) add(target.name, node.value, () => true);
    } else if (node.kind === "Call" && node.func.kind === "Attribute") ofCall(node, analysis, add);
    return undefined;
  });
  return found;
});

function ofCall(node: Call, analysis: UnitAnalysis, add: (name: string, node: Expression, isFrameName: (name: string) => boolean) => void): void {
  if (node.func.kind !== "Attribute") return;
  const { attr, value } = node.func;
  const [first, second] = node.args;
  if (attr.name === "withColumn" && first?.kind === "Constant" && first.type === "str" && second) add(first.value, second, () => true);
  if (attr.name !== "assign" || !isFrame(analysis.valueOf(value))) return;
  for (const { arg, value: given } of node.keywords) {
    if (!arg) continue;
    const parameter = given.kind === "Lambda" ? given.args.args[0]?.arg.name : undefined;
    if (given.kind !== "Lambda") add(arg.name, given, () => true);
    else if (parameter !== undefined && given.args.args.length === 1) add(arg.name, given.body, (name) => name === parameter);
  }
}

/** Columns of one frame, and constants; `undefined` for what is neither. */
function expressionOf(
  node: Expression, analysis: UnitAnalysis, prefixes: ReadonlySet<string>, isFrameName: (name: string) => boolean,
): ColumnExpression | undefined {
  const frames = new Set<string>();
  const named = (of: string | undefined, name: string): ColumnExpression => {
    if (of !== undefined) frames.add(of);
    const prefix = [...prefixes].find((each) => name.startsWith(each)) ?? "";
    return column(name.slice(prefix.length));
  };
  const result = columnExpression(node, (each) => {
    const found = columnOf(each);
    if (found) return found.frame === undefined || (isFrameName(found.frame) && mayBeFrame(each, analysis)) ? named(found.frame, found.name) : undefined;
    if (each.kind === "Attribute" && each.value.kind === "Name" && isFrameName(each.value.id)) {
      const { data } = analysis.valueOf(each.value);
      return data?.columns?.present.includes(each.attr.name) === true ? named(each.value.id, each.attr.name) : undefined;
    }
    const { constant: known } = each.kind === "Name" || each.kind === "Attribute" ? analysis.valueOf(each) : { constant: undefined };
    return known?.kind === "number" ? constant(String(known.value)) : undefined;
  });
  return frames.size <= 1 ? result : undefined;
}

function mayBeFrame(node: Expression, analysis: UnitAnalysis): boolean {
  if (node.kind !== "Subscript") return true;
  const value = analysis.valueOf(node.value.kind === "Attribute" ? node.value.value : node.value);
  return value.type === undefined || isFrame(value);
}
