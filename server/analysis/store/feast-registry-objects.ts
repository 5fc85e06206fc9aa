/**
 * From the registry's messages to the model: one function for each kind of object, the counterparts of feast-objects.ts.
 *
 * What Feast adds for itself is left out: the entity `__dummy` of views without entities and its column, tags that keep a type,
 * request sources made from `input_schema`.
 */
import type * as schema from "./feast-schema.ts";
import type { Message } from "./feast-schema.ts";
import { nestedTag, structTag, typeOfValueType } from "./feast-types.ts";
import type {
  Aggregation, AppliedView, Defined, Entity, Field, Lifecycle, Selection, Service, Source, Transformation, View, ViewInput, ViewKind,
} from "./model.ts";

const registryOnly = { kind: "registry-only" } as const;
export const dummyEntity = "__dummy";
const dummyKey = "__dummy_id";
export const inputSchemaPrefix = "__input_schema__";

/** What the specifications of all named objects have in common. */
interface NamedSpec {
  readonly name: string;
  readonly description: string;
  readonly tags: ReadonlyMap<string, string>;
  readonly owner: string;
}

function defined(spec: NamedSpec): Defined {
  return {
    name: spec.name, description: nonEmpty(spec.description), owner: nonEmpty(spec.owner), tags: spec.tags, definition: undefined, standing: registryOnly,
  };
}

export function entityOf({ spec }: Message<typeof schema.entity>): Entity | undefined {
  if (!spec || spec.name === "" || spec.name === dummyEntity) return undefined;
  return { ...defined(spec), joinKey: spec.joinKey === "" ? spec.name : spec.joinKey, valueType: valueType(spec.valueType) };
}

export function featureViewOf({ spec, meta }: Message<typeof schema.featureView>): View | undefined {
  if (!spec || spec.name === "") return undefined;
  const sources = [spec.streamSource ?? spec.batchSource, ...spec.sourceViews].filter((each) => each !== undefined);
  return {
    ...emptyView(spec.featureTransformation ? "BatchFeatureView" : "FeatureView", spec),
    fields: spec.features.map(fieldOf),
    keyFields: keyFieldsOf(spec.entityColumns),
    ttlSeconds: spec.ttl ?? 0,
    source: sourceNames(spec.sourceViews.length > 0 ? spec.sourceViews : sources.slice(0, 1)),
    online: spec.online,
    offline: spec.offline,
    mode: nonEmpty(spec.mode),
    version: spec.version === "" ? "latest" : spec.version,
    enabled: !spec.disabled,
    transformation: transformationOf(spec.featureTransformation?.userDefinedFunction),
    applied: meta && applied(meta, meta.materializationIntervals),
  };
}

export function streamFeatureViewOf({ spec, meta }: Message<typeof schema.streamFeatureView>): View | undefined {
  if (!spec || spec.name === "") return undefined;
  const source = spec.streamSource ?? spec.batchSource;
  return {
    ...emptyView("StreamFeatureView", spec),
    fields: spec.features.map(fieldOf),
    keyFields: keyFieldsOf(spec.entityColumns),
    ttlSeconds: spec.ttl ?? 0,
    source: source && nonEmpty(source.name),
    online: spec.online,
    mode: nonEmpty(spec.mode),
    version: spec.version === "" ? "latest" : spec.version,
    enabled: !spec.disabled,
    aggregations: spec.aggregations.map(aggregationOf),
    transformation: transformationOf(spec.featureTransformation?.userDefinedFunction ?? spec.userDefinedFunction),
    applied: meta && applied(meta, meta.materializationIntervals),
  };
}

export function onDemandFeatureViewOf({ spec, meta }: Message<typeof schema.onDemandFeatureView>): View | undefined {
  if (!spec || spec.name === "") return undefined;
  // A map has no order; the same registry read twice must say the same.
  const sources = [...spec.sources].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const inputs = sources.map(([name, source]) => inputOf(name, source)).filter((each) => each !== undefined);
  return {
    ...emptyView("OnDemandFeatureView", spec),
    fields: spec.features.map(fieldOf),
    keyFields: keyFieldsOf(spec.entityColumns),
    source: sourceNames(inputs.map((input) => ({ name: input.kind === "view" ? (input.selection.alias ?? input.selection.view) : input.name }))),
    online: spec.writeToOnlineStore,
    mode: nonEmpty(spec.mode),
    version: spec.version === "" ? "latest" : spec.version,
    enabled: !spec.disabled,
    inputs,
    aggregations: spec.aggregations.map(aggregationOf),
    transformation: transformationOf(spec.featureTransformation?.userDefinedFunction ?? spec.userDefinedFunction),
    applied: meta && applied(meta, []),
  };
}

export function labelViewOf({ spec, meta }: Message<typeof schema.labelView>): View | undefined {
  if (!spec || spec.name === "") return undefined;
  return {
    ...emptyView("LabelView", spec),
    fields: spec.features.map(fieldOf),
    keyFields: keyFieldsOf(spec.entityColumns),
    ttlSeconds: spec.ttl,
    source: spec.source && nonEmpty(spec.source.name),
    online: spec.online,
    labels: {
      labelerField: nonEmpty(spec.labelerField), conflictPolicy: spec.conflictPolicy, referenceView: nonEmpty(spec.referenceFeatureView),
    },
    applied: meta && applied({ ...meta, currentVersionNumber: 0, state: "" }, []),
  };
}

function emptyView(kind: ViewKind, spec: NamedSpec & { readonly entities: readonly string[] }): View {
  return {
    ...defined(spec),
    kind,
    entities: spec.entities.filter((name) => name !== dummyEntity),
    fields: [], keyFields: [], open: false, unlisted: [], ttlSeconds: undefined, source: undefined, online: undefined, offline: undefined, mode: undefined,
    version: undefined, enabled: undefined, inputs: [], aggregations: [], transformation: undefined, labels: undefined, applied: undefined,
  };
}

const lifecycles: ReadonlyMap<string, Lifecycle> = new Map([
  ["CREATED", "created"], ["GENERATED", "generated"], ["MATERIALIZING", "materializing"], ["AVAILABLE_ONLINE", "available-online"],
]);

interface ViewMeta {
  readonly createdTimestamp: string | undefined;
  readonly lastUpdatedTimestamp: string | undefined;
  readonly currentVersionNumber: number;
  readonly state: string;
}

function applied(meta: ViewMeta, intervals: readonly { readonly endTime: string | undefined }[]): AppliedView {
  let until: string | undefined;
  for (const { endTime } of intervals) if (endTime !== undefined && (until === undefined || endTime > until)) until = endTime;
  return {
    version: meta.currentVersionNumber,
    versions: [],
    lifecycle: lifecycles.get(meta.state),
    created: meta.createdTimestamp,
    updated: meta.lastUpdatedTimestamp,
    materializedUntil: until,
  };
}

type OnDemandSource = Message<(typeof schema.onDemandFeatureView)["spec"][1]["one"]["sources"][1]["byKey"]>;

function inputOf(key: string, { featureView, featureViewProjection, requestDataSource }: OnDemandSource): ViewInput | undefined {
  if (featureViewProjection) return { kind: "view", selection: selectionOf(featureViewProjection) };
  if (featureView?.spec) {
    const { name, features } = featureView.spec;
    return { kind: "view", selection: wholeView(name, features.map((each) => each.name)) };
  }
  if (!requestDataSource || key.startsWith(inputSchemaPrefix)) return undefined;
  const fields = (requestDataSource.requestDataOptions?.schema ?? []).map(fieldOf);
  return { kind: "request", name: requestDataSource.name === "" ? key : requestDataSource.name, fields, closed: true };
}

function wholeView(view: string, fields: readonly string[]): Selection {
  return { view, alias: undefined, fields, closed: true, joinKeyMap: new Map(), version: undefined };
}

function selectionOf(projection: Message<typeof schema.projection>): Selection {
  return {
    view: projection.featureViewName,
    alias: nonEmpty(projection.featureViewNameAlias),
    fields: projection.featureColumns.map(({ name }) => name),
    closed: true,
    joinKeyMap: projection.joinKeyMap,
    version: projection.versionTag,
  };
}

export function featureServiceOf({ spec }: Message<typeof schema.featureService>): Service | undefined {
  if (!spec || spec.name === "") return undefined;
  const selections = spec.features.map(selectionOf);
  const features = selections.flatMap(({ view, fields }) => fields.map((field) => ({ view, field })));
  return { ...defined(spec), features, selections, closed: true };
}

const sourceClasses: ReadonlyMap<string, string> = new Map([
  ["BATCH_FILE", "FileSource"], ["BATCH_BIGQUERY", "BigQuerySource"], ["STREAM_KAFKA", "KafkaSource"], ["STREAM_KINESIS", "KinesisSource"],
  ["BATCH_REDSHIFT", "RedshiftSource"], ["REQUEST_SOURCE", "RequestSource"], ["BATCH_SNOWFLAKE", "SnowflakeSource"],
  ["PUSH_SOURCE", "PushSource"], ["BATCH_TRINO", "TrinoSource"], ["BATCH_SPARK", "SparkSource"], ["BATCH_ATHENA", "AthenaSource"],
  ["BATCH_ICEBERG", "IcebergSource"],
]);

export function sourceOf(message: Message<typeof schema.dataSource>): Source | undefined {
  if (message.name === "" || message.name.startsWith(inputSchemaPrefix)) return undefined;
  const className = message.dataSourceClassType.slice(message.dataSourceClassType.lastIndexOf(".") + 1);
  // What a push source says of columns is a copy from the source behind it.
  const isPush = message.type === "PUSH_SOURCE";
  return {
    ...defined(message),
    kind: sourceClasses.get(message.type) ?? (className === "" ? "DataSource" : className),
    location: locationOf(message),
    timestampField: isPush ? undefined : nonEmpty(message.timestampField),
    createdTimestampColumn: isPush ? undefined : nonEmpty(message.createdTimestampColumn),
    fieldMapping: isPush ? new Map<string, string>() : message.fieldMapping,
    batchSource: message.batchSource && nonEmpty(message.batchSource.name),
    fields: (message.requestDataOptions?.schema ?? []).map(fieldOf),
  };
}

function locationOf(message: Message<typeof schema.dataSource>): string | undefined {
  const tables = [message.bigqueryOptions, message.redshiftOptions, message.snowflakeOptions, message.sparkOptions, message.trinoOptions, message.athenaOptions];
  const found = [
    message.fileOptions?.uri, message.sparkOptions?.path, message.kafkaOptions?.topic, message.kinesisOptions?.streamName,
    ...tables.flatMap((each) => [each?.table, each?.query]),
  ];
  return found.find((each) => each !== undefined && each !== "") ?? customLocation(message.customOptions?.configuration ?? "");
}

/** Sources outside of Feast's core keep their options as JSON. */
function customLocation(configuration: string): string | undefined {
  try {
    const options = JSON.parse(configuration) as Readonly<Record<string, unknown>> | null;
    const found = ["path", "table", "table_ref", "query"].map((name) => options?.[name]).find((each) => typeof each === "string" && each !== "");
    return found as string | undefined;
  } catch {
    return undefined;
  }
}

function fieldOf(message: Message<typeof schema.field>): Field {
  const { name, description, vectorIndex, vectorLength, vectorSearchMetric } = message;
  return {
    name,
    dtype: typeOfValueType(message.valueType, message.tags),
    description: nonEmpty(description),
    tags: userTags(message.tags),
    vector: vectorIndex ? { length: vectorLength === 0 ? undefined : vectorLength, metric: nonEmpty(vectorSearchMetric) } : undefined,
    definition: undefined,
  };
}

function keyFieldsOf(columns: readonly Message<typeof schema.field>[]): readonly Field[] {
  return columns.filter(({ name }) => name !== dummyKey).map(fieldOf);
}

function userTags(tags: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!tags.has(structTag) && !tags.has(nestedTag)) return tags;
  return new Map([...tags].filter(([name]) => name !== structTag && name !== nestedTag));
}

function valueType(name: string): string | undefined {
  return name === "INVALID" ? undefined : typeOfValueType(name);
}

function aggregationOf(message: Message<(typeof schema.streamFeatureView)["spec"][1]["one"]["aggregations"][1]["many"]>): Aggregation {
  return {
    column: message.column,
    function: message.function,
    windowSeconds: nonZero(message.timeWindow),
    slideSeconds: nonZero(message.slideInterval),
    name: nonEmpty(message.name),
  };
}

function transformationOf(found: { readonly name: string; readonly bodyText: string } | undefined): Transformation | undefined {
  if (!found || (found.name === "" && found.bodyText === "")) return undefined;
  return { name: nonEmpty(found.name), text: nonEmpty(found.bodyText), definition: undefined };
}

function sourceNames(sources: readonly { readonly name: string }[]): string | undefined {
  return nonEmpty(sources.map(({ name }) => name).filter((name) => name !== "").join(", "));
}

function nonEmpty(text: string): string | undefined {
  return text === "" ? undefined : text;
}

function nonZero(seconds: number | undefined): number | undefined {
  return seconds === 0 ? undefined : seconds;
}
