/**
 * How code speaks of feature groups in Amazon SageMaker: boto3 (botocore 1.44.5, services `sagemaker` and `sagemaker-featurestore-runtime`),
 * the SageMaker SDK 2 (2.257.7) and 3 (sagemaker-core 2.27.0, sagemaker-mlops 1.27.0).
 *
 *     runtime.get_record(FeatureGroupName="users", FeatureNames=["age"], RecordIdentifierValueAsString="7")          serving
 *     runtime.batch_get_record(Identifiers=[{"FeatureGroupName": "users", "FeatureNames": ["age"], ...}])            serving
 *     FeatureGroup(name="users").get_record(record_identifier_value_as_string="7", feature_names=["age"])            serving
 *     builder.with_feature_group(FeatureGroup(name="users"), "user_id", ["age"])                                     training
 *
 * Clients of boto3 have no class that could be told, so their methods are known by names that no other library has, with groups that
 * are known. What identifies a record, and its time, may be asked for like a feature.
 */
import type { StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const group = argumentNamed(-1, "FeatureGroupName");
/** A value of a record: `{"FeatureName": "age", ...}`, `FeatureValue(feature_name="age", ...)`. */
const element = argumentNamed(0, "FeatureName", "feature_name");
const client = { owner: "Client", mayBeUnproved: true } as const;

// What a model gets is put together of several groups: none of these calls has all its features.
const forms: readonly ReferenceForm[] = [
  { ...client, callable: "get_record", role: "serving", isPart: true, shape: { kind: "fields", view: group, fields: argumentNamed(-1, "FeatureNames") } },
  {
    ...client, callable: "batch_get_record", role: "serving",
    shape: { kind: "parts", argument: argumentNamed(-1, "Identifiers"), entries: { view: "FeatureGroupName", fields: "FeatureNames" } },
  },
  ...["FeatureStore", "FeatureGroup"].map((owner): ReferenceForm => ({ callable: "batch_get_record", owner, role: "serving", shape: { kind: "parts", argument: argumentNamed(0, "identifiers") } })),
  ...["Identifier", "BatchGetRecordIdentifier"].map((callable): ReferenceForm =>
    ({ callable, role: "serving", isPart: true, shape: { kind: "fields", view: argumentNamed(0, "feature_group_name"), fields: argumentNamed(2, "feature_names") } })),
  ...["update_feature_metadata", "describe_feature_metadata"].map((callable): ReferenceForm =>
    ({ ...client, callable, shape: { kind: "fields", view: group, fields: argumentNamed(-1, "FeatureName") } })),
  ...([["put_record", "Record"], ["update_record", "Features"]] as const).map(([callable, fields]): ReferenceForm =>
    ({ ...client, callable, shape: { kind: "fields", view: group, fields: argumentNamed(-1, fields), element } })),
  ...["delete_record", "describe_feature_group", "update_feature_group", "delete_feature_group"].map((callable): ReferenceForm =>
    ({ ...client, callable, shape: { kind: "view", argument: group } })),
  { callable: "get_record", owner: "FeatureGroup", role: "serving", isPart: true, shape: { kind: "fields", view: "receiver", fields: argumentNamed(1, "feature_names") } },
  ...["update_feature_metadata", "describe_feature_metadata"].map((callable): ReferenceForm =>
    ({ callable, owner: "FeatureGroup", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "feature_name") } })),
  { callable: "put_record", owner: "FeatureGroup", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "record"), element } },
  { callable: "with_feature_group", owner: "DatasetBuilder", role: "training", isPart: true, shape: { kind: "fields", view: argumentNamed(0, "feature_group"), fields: argumentNamed(2, "included_feature_names") } },
  { callable: "create_dataset", owner: "FeatureStore", role: "training", isPart: true, shape: { kind: "fields", view: argumentNamed(0, "base"), fields: argumentNamed(4, "included_feature_names") } },
  { callable: "create", owner: "DatasetBuilder", role: "training", isPart: true, shape: { kind: "fields", view: argumentNamed(0, "base"), fields: argumentNamed(5, "included_feature_names") } },
  // Objects that only hold the name of a group.
  { callable: "FeatureGroup", shape: { kind: "view", argument: argumentNamed(0, "name", "feature_group_name") } },
  { callable: "get", owner: "FeatureGroup", shape: { kind: "view", argument: argumentNamed(0, "feature_group_name") } },
];

export const sagemakerDialect: StoreDialect = {
  kind: "sagemaker",
  title: "SageMaker",
  words: { view: "feature group", service: "feature selection" },
  grammar: separated(".", { form: "group.feature" }),
  columns: (_group, feature) => [feature],
  foldsCase: true,
  packages: ["sagemaker"],
  viewObjects: [
    { callable: "FeatureGroup", name: argumentNamed(0, "name", "feature_group_name") },
    { callable: "get", name: argumentNamed(0, "feature_group_name") },
    { callable: "create", name: argumentNamed(0, "feature_group_name") },
  ],
  forms,
};
