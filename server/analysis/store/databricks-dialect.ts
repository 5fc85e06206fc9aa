/**
 * How code speaks of feature tables in Databricks (databricks-feature-engineering 0.18.2: the client for Unity Catalog and the older
 * `FeatureStoreClient` of workspaces).
 *
 *     FeatureLookup(table_name="ml.shop.users", feature_names=["age"], lookup_key="user_id")      a part; without names, every feature
 *     client.create_training_set(df=labels, feature_lookups=[...], label="bought")                training
 *     client.create_feature_spec(name="ml.shop.spec", features=[...])                             serving
 *
 * A table has three names with dots between them, or fewer where a catalog is the current one: names of different length are not
 * compared. Spark compares names without regard to case. Keys may be looked up like features. Nothing is retrieved by one text;
 * `table.feature` is how messages and lists write it.
 */
import type { StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const table = argumentNamed(0, "name");

const forms: readonly ReferenceForm[] = [
  {
    callable: "FeatureLookup", role: "training", isPart: true,
    shape: { kind: "fields", view: argumentNamed(0, "table_name"), fields: argumentNamed(-1, "feature_names", "feature_name") },
  },
  ...["FeatureEngineeringClient", "FeatureStoreClient"].flatMap((owner): readonly ReferenceForm[] => [
    { callable: "create_training_set", owner, role: "training", mayBeUnproved: true, shape: { kind: "parts", argument: argumentNamed(1, "feature_lookups") } },
    { callable: "create_feature_spec", owner, role: "serving", mayBeUnproved: true, shape: { kind: "parts", argument: argumentNamed(-1, "features") } },
    ...["read_table", "write_table", "get_table", "drop_table"].map((callable): ReferenceForm => ({ callable, owner, shape: { kind: "view", argument: table } })),
    { callable: "publish_table", owner, shape: { kind: "view", argument: argumentNamed(0, "name", "source_table_name") } },
    ...["set_feature_table_tag", "delete_feature_table_tag"].map((callable): ReferenceForm => ({ callable, owner, shape: { kind: "view", argument: argumentNamed(-1, "name", "table_name") } })),
  ]),
];

export const databricksDialect: StoreDialect = {
  kind: "databricks",
  title: "Databricks",
  words: { view: "feature table", service: "feature spec" },
  grammar: separated(".", { splitsAt: "last", form: "table.feature" }),
  columns: (_table, feature) => [feature],
  foldsCase: true,
  packages: ["databricks"],
  forms,
};
