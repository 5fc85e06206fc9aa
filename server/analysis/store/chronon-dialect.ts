/**
 * How code speaks of features of Chronon (chronon-ai 0.0.115): joins take group-bys as objects, and derivations name columns.
 *
 *     Join(left=..., right_parts=[JoinPart(group_by=purchases.v1, prefix="seller")],
 *          derivations=[Derivation(name="share", expression="seller_shop_purchases_v1_price_sum_30d / total")])
 *
 * The grammar of columns needs the names of all group-bys; each store brings its own (`chrononStoreDialect`). What a join serves is
 * fetched by other languages.
 */
import { chrononGrammar, objectOf, sanitized } from "./chronon-names.ts";
import type { StoreDialect } from "./dialect.ts";
import type { View } from "./model.ts";
import { argumentNamed } from "./reference-form.ts";

export const chrononDialect: StoreDialect = {
  kind: "chronon",
  title: "Chronon",
  words: { view: "group-by", service: "join" },
  grammar: chrononGrammar(new Set()),
  columns: (view, feature) => [`${view}_${feature}`],
  foldsCase: false,
  isShared: true,
  packages: ["ai.chronon"],
  forms: [
    { callable: "Join", shape: { kind: "parts", argument: argumentNamed(1, "right_parts") } },
    { callable: "JoinPart", isPart: true, shape: { kind: "fields", view: argumentNamed(0, "group_by"), fields: argumentNamed(-1) } },
    { callable: "Derivation", shape: { kind: "references", holds: "expression", argument: argumentNamed(1, "expression") } },
  ],
  viewObjects: [{
    callable: "GroupBy",
    name: argumentNamed(-1),
    named: (made) => {
      const object = objectOf(made, "group_bys");
      return object && sanitized(object.name);
    },
  }],
};

/** @param others names that may be group-bys as well */
export function chrononStoreDialect(views: readonly View[], others: readonly string[]): StoreDialect {
  return { ...chrononDialect, grammar: chrononGrammar(new Set([...views.map(({ name }) => name), ...others])) };
}
