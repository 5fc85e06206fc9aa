/**
 * Names of Chronon: an object is called after its file and its variable, a column after the object and its feature.
 *
 *     group_bys/shop/purchases.py     v1 = GroupBy(...)          shop.purchases.v1
 *     JoinPart(group_by=v1, prefix="seller")                     seller_shop_purchases_v1_price_sum_30d
 *
 * So where the feature begins in a column can be told only by those who know the objects (`chrononGrammar`).
 */
import type { Construction } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import type { ParsedReference, ReferenceGrammar } from "./reference.ts";

export interface AssignedName {
  readonly name: string;
  /** Of the variable. */
  readonly place: Place;
}

/** `shop.purchases.v1`; `undefined` for what is in no folder of such objects, or in no variable of its own. */
export function objectOf(made: Construction, folder: "group_bys" | "joins"): AssignedName | undefined {
  const module = moduleIn(made.place.anchor.cell.document.uri, folder);
  const assigned = module === undefined ? undefined : variableOf(made.place);
  return assigned && module !== undefined ? { name: `${module}.${assigned.name}`, place: assigned.place } : undefined;
}

/** `shop.purchases` */
export function moduleIn(uri: string, folder: "group_bys" | "joins"): string | undefined {
  return new RegExp(String.raw`^.*/${folder}/(.+?)(?:/__init__)?\.py$`, "su").exec(uri)?.[1]?.replaceAll("/", ".");
}

/** The module-level name that the object is assigned to. */
function variableOf({ anchor, start, end }: Place): AssignedName | undefined {
  return assignmentsIn(anchor.unit).find(({ value }) => value?.start === start && value.end === end);
}

/** Names of the unit that are assigned alone. */
export function assignmentsIn({ anchor, body }: Unit): readonly (AssignedName & { readonly value: Expression | undefined })[] {
  return body.flatMap((statement) => {
    if (statement.kind !== "Assign" && statement.kind !== "AnnAssign") return [];
    const [target, ...others] = statement.kind === "Assign" ? statement.targets : [statement.target];
    if (target?.kind !== "Name" || others.length > 0) return [];
    return [{ name: target.id, place: { anchor, start: target.start, end: target.end }, value: statement.value }];
  });
}

/** What stands for the object in columns and tables. */
export function sanitized(name: string): string {
  return name.replaceAll(/\W/g, "_");
}

/** @param views names as they stand in columns */
export function chrononGrammar(views: ReadonlySet<string>): ReferenceGrammar {
  return { form: "team_file_variable_feature", separator: "_", wildcard: undefined, write: (view, feature) => `${view}_${feature}`, parse: (text) => parse(text, views) };
}

/** The longest name of an object that begins at the start or, behind a prefix, at any step. */
function parse(text: string, views: ReadonlySet<string>): ParsedReference {
  // Whole texts are asked as well.
  const steps = text.length > longest || /\W/.test(text) ? [] : [...text.matchAll(/_/g)].map(({ index }) => index);
  for (const start of [0, ...steps.map((at) => at + 1)]) {
    for (const end of steps.filter((at) => at > start).reverse()) {
      const name = text.slice(start, end);
      if (views.has(name)) return { view: { name, start, end }, version: undefined, feature: { name: text.slice(end + 1), start: end + 1, end: text.length } };
    }
  }
  return { view: { name: text, start: 0, end: text.length }, version: undefined, feature: undefined };
}

/** Longer names than databases take. */
const longest = 300;
