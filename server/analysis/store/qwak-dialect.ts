/**
 * How code speaks of a Qwak (JFrog ML) feature store, in both generations of its library, `qwak` and `frogml`.
 *
 *     FeatureSetFeatures(feature_set_name="user-risk", feature_names=["age"])        training
 *     OfflineClient().get_feature_values(entity_key_to_features={"user": ["user-risk.age", "user-risk.*"]}, ...)
 *     ModelSchema(inputs=[FeatureStoreInput(name="user-risk.age", entity=user)])     serving
 *
 * A reference is `set.feature`; what stands before the last two steps is an environment (`production.user-risk.age`,
 * `env.a.user-risk.age`). The library compares names in lower case.
 */
import type { StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import type { ParsedReference, ReferenceGrammar } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const plain = separated(".", { wildcard: "*", form: "feature-set.feature" });

export const qwakGrammar: ReferenceGrammar = {
  ...plain,
  parse(text): ParsedReference {
    const feature = text.lastIndexOf(".");
    const set = text.lastIndexOf(".", feature - 1);
    if (feature < 1 || set < 0) return plain.parse(text);
    return {
      view: { name: text.slice(set + 1, feature), start: set + 1, end: feature },
      version: undefined,
      feature: { name: text.slice(feature + 1), start: feature + 1, end: text.length },
    };
  },
};

/** `_offline_serving_validations.validate_point_in_time_column_in_population`. */
const rows = { frame: argumentNamed(1, "population"), time: argumentNamed(2, "point_in_time_column_name"), usualTime: "timestamp" };

const forms: readonly ReferenceForm[] = [
  {
    callable: "FeatureSetFeatures", role: "training", isPart: true,
    shape: { kind: "fields", view: argumentNamed(0, "feature_set_name"), fields: argumentNamed(1, "feature_names") },
  },
  { callable: "get_feature_values", owner: "OfflineClientV2", role: "training", rows, shape: { kind: "parts", argument: argumentNamed(0, "features") } },
  { callable: "get_feature_range_values", owner: "OfflineClientV2", role: "training", shape: { kind: "parts", argument: argumentNamed(0, "features") } },
  {
    callable: "get_feature_values", owner: "OfflineClient", role: "training", rows,
    shape: { kind: "references", holds: "lists", argument: argumentNamed(0, "entity_key_to_features") },
  },
  { callable: "FeatureStoreInput", role: "serving", isPart: true, shape: { kind: "references", holds: "text", argument: argumentNamed(0, "name") } },
  { callable: "ModelSchema", role: "serving", shape: { kind: "parts", argument: argumentNamed(1, "inputs") } },
];

export const qwakDialect: StoreDialect = {
  kind: "qwak",
  title: "Qwak",
  words: { view: "feature set", service: "feature service" },
  grammar: qwakGrammar,
  columns: (view, feature) => [`${view}.${feature}`],
  foldsCase: true,
  isShared: true,
  packages: ["qwak", "frogml"],
  forms,
};
