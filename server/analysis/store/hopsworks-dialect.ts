/**
 * How code speaks of feature groups in Hopsworks (hopsworks 5.2.1, whose feature store is the package `hsfs`; hsfs 3.7 before it).
 *
 *     cards = fs.get_feature_group("cards", version=1)
 *     query = cards.select(["number", "limit"]).join(other.select_all(), prefix="o_")     a list; every feature
 *     view = fs.get_feature_view("fraud", version=1)                                      a selection that the store keeps
 *
 * A group is named once, and everything else is a method of the object. Without a version the first is taken: then nobody knows here
 * which features it has. The library writes names in lower case; `select_except` leaves a name that it does not know out in silence.
 */
import type { StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const name = argumentNamed(0, "name");
const version = argumentNamed(1, "version");
/** Creating one gives it as well; what these make is read by the adapter. */
const creators = ["create_feature_group", "get_or_create_feature_group", "get_or_create_spine_group"];
const readers = ["get_feature_group", "get_external_feature_group"];
const ofGroup = { owner: "FeatureGroup", isPart: true } as const;

const forms: readonly ReferenceForm[] = [
  ...readers.map((callable): ReferenceForm => ({ callable, owner: "FeatureStore", mayBeUnproved: true, shape: { kind: "view", argument: name } })),
  { callable: "get_feature_view", owner: "FeatureStore", mayBeUnproved: true, shape: { kind: "service", argument: name } },
  { ...ofGroup, callable: "select", role: "training", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "features"), element: name } },
  ...["select_all", "select_features", "select_except", "read"].map((callable): ReferenceForm =>
    ({ ...ofGroup, callable, role: "training", shape: { kind: "fields", view: "receiver", fields: argumentNamed(-1) } })),
  { ...ofGroup, callable: "select_except", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "features") } },
  { ...ofGroup, callable: "get_feature", shape: { kind: "fields", view: "receiver", fields: name } },
  { ...ofGroup, callable: "update_feature_description", shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "feature_name") } },
];

/** Properties of the library's groups, which hide features of that name. */
const properties = "avro_schema bucket_index clustered_by column_names columns created creator data_format data_source data_source_access dataframe deprecated description "
  + "embedding_index event_time expectation_suite feature_store feature_store_id feature_store_name features hudi_precombine_key id location materialization_job "
  + "missing_mandatory_tags name notification_topic_name offline_backfill_every_hr online_config online_enabled online_partition_columns options parents partition_key "
  + "partitioned_by path primary_key query schema sink_enabled sink_job sink_job_conf sort_order statistics statistics_config storage_connector stream subject time_travel_format "
  + "topic_name transformation_functions ttl ttl_enabled version zorder_by";

export const hopsworksDialect: StoreDialect = {
  kind: "hopsworks",
  title: "Hopsworks",
  words: { view: "feature group", service: "feature view" },
  grammar: separated(".", { form: "group.feature" }),
  columns: (_group, feature) => [feature],
  foldsCase: true,
  packages: ["hopsworks", "hsfs"],
  viewObjects: [
    ...[...readers, ...creators].map((callable) => ({ callable, name, version })),
    // Their second argument is another one.
    ...["create_external_feature_group", "create_on_demand_feature_group"].map((callable) => ({ callable, name, version: argumentNamed(6, "version") })),
  ],
  membersBut: new Set(properties.split(" ")),
  forms,
};
