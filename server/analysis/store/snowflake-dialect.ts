/**
 * How code speaks of a Snowflake feature store (`snowflake.ml.feature_store` of snowflake-ml-python 2.6).
 *
 *     trips = store.get_feature_view("F_TRIP", "v1")                                       a view in the version that is asked for
 *     store.generate_training_set(spine, features=[trips.slice(["FARE", "TIP"]), other])   training
 *     store.retrieve_feature_values(spine, features=[trips])                               serving
 *     draft.attach_feature_desc({"FARE": "What was paid"})                                 names of features, as keys
 *
 * Names are SQL identifiers: case does not count, but in quotes. A name in quotes is taken for the same one, so that no right one is called
 * wrong. A schema is shared by all who may use it.
 */
import type { StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const owner = "FeatureStore";
const view = argumentNamed(0, "feature_view", "name");
const parts = (position: number): ReferenceForm["shape"] => ({ kind: "parts", argument: argumentNamed(position, "features") });

const forms: readonly ReferenceForm[] = [
  { callable: "slice", isPart: true, shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "names") } },
  { callable: "attach_feature_desc", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "descs") } },
  { callable: "generate_training_set", owner, role: "training", shape: parts(1) },
  { callable: "generate_dataset", owner, role: "training", shape: parts(2) },
  { callable: "retrieve_feature_values", owner, role: "serving", shape: parts(1) },
  { callable: "FeatureGroup", shape: parts(1) },
  ...["get_feature_view", "read_feature_view", "update_feature_view", "refresh_feature_view", "suspend_feature_view", "resume_feature_view", "delete_feature_view"].map(
    (callable): ReferenceForm => ({ callable, owner, isLenient: true, shape: { kind: "view", argument: view } }),
  ),
  { callable: "get_feature_group", owner, isLenient: true, shape: { kind: "service", argument: argumentNamed(0, "name") } },
];

export const snowflakeDialect: StoreDialect = {
  kind: "snowflake",
  title: "Snowflake",
  words: { view: "feature view", service: "feature group" },
  grammar: separated(".", { form: "feature_view.feature" }),
  columns: (_, feature) => [feature],
  foldsCase: true,
  quote: '"',
  isShared: true,
  packages: ["snowflake.ml.feature_store"],
  forms,
  viewObjects: [
    { callable: "FeatureView", name: argumentNamed(0, "name") },
    { callable: "register_feature_view", name: argumentNamed(0, "feature_view") },
    { callable: "get_feature_view", name: argumentNamed(0, "name"), version: argumentNamed(1, "version") },
  ],
};
