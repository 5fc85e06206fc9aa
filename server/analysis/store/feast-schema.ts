/**
 * The messages of Feast's registry that we read, as a table: for each part its name in protobuf's JSON and its field number.
 *
 *     const project = { name: [1, "text"], tags: [3, "texts by key"] }
 *
 * One table serves both forms in which a registry comes: the binary one (a file, a database's rows, gRPC) goes by the numbers, the
 * JSON one (REST) by the names. What is not in the table is skipped; among it the pickled functions, which nothing here ever opens.
 * A test holds every line against the descriptors of the Feast that is installed.
 */

export type Kind =
  | "text"
  | "number"
  /** A number that may be absent. */
  | "optional number"
  | "flag"
  /** Name of the value, `INT64`; the number as text when Feast is newer than the table. */
  | { readonly names: EnumNames }
  /** google.protobuf.Duration, as seconds. */
  | "duration"
  /** google.protobuf.Timestamp, as ISO 8601 text. */
  | "time"
  /** Bytes that hold a text (JSON). */
  | "text bytes"
  | "texts"
  | "texts by key"
  | { readonly one: Shape }
  | { readonly many: Shape }
  | { readonly byKey: Shape };

export type EnumNames = Readonly<Record<number, string>>;

/** The parts of a message: JSON name -> field number and kind. */
// As a Record it would be a type that names itself.
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
export interface Shape {
  readonly [name: string]: readonly [number, Kind];
}

/** A message as read. Texts, numbers and flags that are absent have protobuf's defaults: "", 0, false. */
export type Message<S extends Shape> = { readonly [Name in keyof S]: Part<S[Name][1]> };

type Part<K extends Kind> =
  K extends "text" | "text bytes" | { readonly names: EnumNames } ? string
  : K extends "number" ? number
  : K extends "optional number" ? number | undefined
  : K extends "flag" ? boolean
  : K extends "duration" ? number | undefined
  : K extends "time" ? string | undefined
  : K extends "texts" ? readonly string[]
  : K extends "texts by key" ? ReadonlyMap<string, string>
  : K extends { readonly one: infer S extends Shape } ? Message<S> | undefined
  : K extends { readonly many: infer S extends Shape } ? readonly Message<S>[]
  : K extends { readonly byKey: infer S extends Shape } ? ReadonlyMap<string, Message<S>>
  : never;

/** feast.value_type.ValueType; feast.types.ValueType.Enum lacks 30 and 31, which are written all the same. */
export const valueTypes: EnumNames = {
  0: "INVALID", 1: "BYTES", 2: "STRING", 3: "INT32", 4: "INT64", 5: "DOUBLE", 6: "FLOAT", 7: "BOOL", 8: "UNIX_TIMESTAMP",
  11: "BYTES_LIST", 12: "STRING_LIST", 13: "INT32_LIST", 14: "INT64_LIST", 15: "DOUBLE_LIST", 16: "FLOAT_LIST", 17: "BOOL_LIST",
  18: "UNIX_TIMESTAMP_LIST", 19: "NULL", 20: "MAP", 21: "MAP_LIST", 22: "BYTES_SET", 23: "STRING_SET", 24: "INT32_SET",
  25: "INT64_SET", 26: "DOUBLE_SET", 27: "FLOAT_SET", 28: "BOOL_SET", 29: "UNIX_TIMESTAMP_SET", 30: "PDF_BYTES", 31: "IMAGE_BYTES", 32: "JSON", 33: "JSON_LIST",
  34: "STRUCT", 35: "STRUCT_LIST", 36: "UUID", 37: "TIME_UUID", 38: "UUID_LIST", 39: "TIME_UUID_LIST", 40: "UUID_SET",
  41: "TIME_UUID_SET", 42: "VALUE_LIST", 43: "VALUE_SET", 44: "DECIMAL", 45: "DECIMAL_LIST", 46: "DECIMAL_SET", 47: "SCALAR_MAP",
  48: "ZONED_TIMESTAMP",
};

/** feast.core.DataSource.SourceType. */
export const sourceTypes: EnumNames = {
  0: "INVALID", 1: "BATCH_FILE", 2: "BATCH_BIGQUERY", 3: "STREAM_KAFKA", 4: "STREAM_KINESIS", 5: "BATCH_REDSHIFT",
  6: "CUSTOM_SOURCE", 7: "REQUEST_SOURCE", 8: "BATCH_SNOWFLAKE", 9: "PUSH_SOURCE", 10: "BATCH_TRINO", 11: "BATCH_SPARK",
  12: "BATCH_ATHENA", 13: "BATCH_ICEBERG",
};

/** feast.core.FeatureViewState. */
export const viewStates: EnumNames = { 0: "STATE_UNSPECIFIED", 1: "CREATED", 2: "GENERATED", 3: "MATERIALIZING", 4: "AVAILABLE_ONLINE" };

/** feast.core.ConflictResolutionPolicy. */
export const conflictPolicies: EnumNames = { 0: "LAST_WRITE_WINS", 1: "LABELER_PRIORITY", 2: "MAJORITY_VOTE" };

export const field = {
  name: [1, "text"], valueType: [2, { names: valueTypes }], tags: [3, "texts by key"], description: [4, "text"],
  vectorIndex: [5, "flag"], vectorSearchMetric: [6, "text"], vectorLength: [7, "number"],
} as const satisfies Shape;

const times = { createdTimestamp: [1, "time"], lastUpdatedTimestamp: [2, "time"] } as const satisfies Shape;
const fileOptions = { uri: [2, "text"] } as const satisfies Shape;
const tableOptions = { table: [1, "text"], query: [2, "text"] } as const satisfies Shape;

const plainSource = {
  type: [1, { names: sourceTypes }], fieldMapping: [2, "texts by key"], timestampField: [3, "text"], createdTimestampColumn: [5, "text"],
  fileOptions: [11, { one: fileOptions }], bigqueryOptions: [12, { one: tableOptions }], kafkaOptions: [13, { one: { topic: [2, "text"] } }],
  kinesisOptions: [14, { one: { streamName: [2, "text"] } }], redshiftOptions: [15, { one: tableOptions }],
  customOptions: [16, { one: { configuration: [1, "text bytes"] } }], dataSourceClassType: [17, "text"],
  requestDataOptions: [18, { one: { schema: [3, { many: field }] } }], snowflakeOptions: [19, { one: tableOptions }], name: [20, "text"],
  project: [21, "text"], description: [23, "text"], tags: [24, "texts by key"], owner: [25, "text"],
  sparkOptions: [27, { one: { table: [1, "text"], query: [2, "text"], path: [3, "text"] } }], trinoOptions: [30, { one: tableOptions }],
  athenaOptions: [35, { one: tableOptions }], meta: [50, { one: { createdTimestamp: [3, "time"], lastUpdatedTimestamp: [4, "time"] } }],
} as const satisfies Shape;

export const dataSource = { ...plainSource, batchSource: [26, { one: plainSource }] } as const satisfies Shape;

const namedSource = { name: [20, "text"] } as const satisfies Shape;

export const entity = {
  spec: [1, { one: {
    name: [1, "text"], valueType: [2, { names: valueTypes }], description: [3, "text"], joinKey: [4, "text"],
    tags: [8, "texts by key"], project: [9, "text"], owner: [10, "text"],
  } }],
  meta: [2, { one: times }],
} as const satisfies Shape;

const userDefinedFunction = { name: [1, "text"], bodyText: [3, "text"] } as const satisfies Shape;
const featureTransformation = { userDefinedFunction: [1, { one: userDefinedFunction }] } as const satisfies Shape;
const aggregation = {
  column: [1, "text"], function: [2, "text"], timeWindow: [3, "duration"], slideInterval: [4, "duration"], name: [5, "text"],
} as const satisfies Shape;

const featureViewMeta = {
  ...times, materializationIntervals: [3, { many: { endTime: [2, "time"] } }], currentVersionNumber: [4, "number"],
  state: [6, { names: viewStates }],
} as const satisfies Shape;

export const featureView = {
  spec: [1, { one: {
    name: [1, "text"], project: [2, "text"], entities: [3, "texts"], features: [4, { many: field }], tags: [5, "texts by key"],
    ttl: [6, "duration"], batchSource: [7, { one: namedSource }], online: [8, "flag"], streamSource: [9, { one: namedSource }],
    description: [10, "text"], owner: [11, "text"], entityColumns: [12, { many: field }], offline: [13, "flag"],
    sourceViews: [14, { many: { name: [1, "text"] } }], featureTransformation: [15, { one: featureTransformation }], mode: [16, "text"],
    version: [18, "text"], disabled: [20, "flag"],
  } }],
  meta: [2, { one: featureViewMeta }],
} as const satisfies Shape;

export const streamFeatureView = {
  spec: [1, { one: {
    name: [1, "text"], project: [2, "text"], entities: [3, "texts"], features: [4, { many: field }], entityColumns: [5, { many: field }],
    description: [6, "text"], tags: [7, "texts by key"], owner: [8, "text"], ttl: [9, "duration"], batchSource: [10, { one: namedSource }],
    streamSource: [11, { one: namedSource }], online: [12, "flag"], userDefinedFunction: [13, { one: userDefinedFunction }],
    mode: [14, "text"], aggregations: [15, { many: aggregation }], featureTransformation: [17, { one: featureTransformation }],
    version: [21, "text"], disabled: [23, "flag"],
  } }],
  meta: [2, { one: featureViewMeta }],
} as const satisfies Shape;

export const projection = {
  featureViewName: [1, "text"], featureColumns: [2, { many: field }], featureViewNameAlias: [3, "text"], joinKeyMap: [4, "texts by key"],
  versionTag: [10, "optional number"],
} as const satisfies Shape;

export const onDemandFeatureView = {
  spec: [1, { one: {
    name: [1, "text"], project: [2, "text"], features: [3, { many: field }],
    sources: [4, { byKey: {
      featureView: [1, { one: { spec: [1, { one: { name: [1, "text"], features: [4, { many: field }] } }] } }],
      requestDataSource: [2, { one: plainSource }], featureViewProjection: [3, { one: projection }],
    } }],
    userDefinedFunction: [5, { one: userDefinedFunction }], description: [6, "text"], tags: [7, "texts by key"], owner: [8, "text"],
    featureTransformation: [10, { one: featureTransformation }], mode: [11, "text"], writeToOnlineStore: [12, "flag"],
    entities: [13, "texts"], entityColumns: [14, { many: field }], aggregations: [16, { many: aggregation }], version: [17, "text"],
    disabled: [19, "flag"],
  } }],
  meta: [2, { one: { ...times, currentVersionNumber: [3, "number"], state: [5, { names: viewStates }] } }],
} as const satisfies Shape;

export const labelView = {
  spec: [1, { one: {
    name: [1, "text"], project: [2, "text"], entities: [3, "texts"], features: [4, { many: field }], tags: [5, "texts by key"],
    ttl: [6, "duration"], source: [7, { one: namedSource }], online: [8, "flag"], description: [9, "text"], owner: [10, "text"],
    entityColumns: [11, { many: field }], labelerField: [12, "text"], conflictPolicy: [13, { names: conflictPolicies }],
    referenceFeatureView: [15, "text"],
  } }],
  meta: [2, { one: times }],
} as const satisfies Shape;

export const featureService = {
  spec: [1, { one: {
    name: [1, "text"], project: [2, "text"], features: [3, { many: projection }], tags: [4, "texts by key"], description: [5, "text"],
    owner: [6, "text"],
  } }],
  meta: [2, { one: times }],
} as const satisfies Shape;

export const project = {
  spec: [1, { one: { name: [1, "text"], description: [2, "text"], tags: [3, "texts by key"], owner: [4, "text"] } }],
  meta: [2, { one: times }],
} as const satisfies Shape;

export const projectMetadata = { project: [1, "text"] } as const satisfies Shape;

export const versionRecord = {
  featureViewName: [1, "text"], projectId: [2, "text"], versionNumber: [3, "number"],
} as const satisfies Shape;

/** feast.core.Registry: what each of its parts is. */
export const registry = {
  entities: [1, { many: entity }], registrySchemaVersion: [3, "text"], versionId: [4, "text"], lastUpdated: [5, "time"],
  featureViews: [6, { many: featureView }], featureServices: [7, { many: featureService }],
  onDemandFeatureViews: [8, { many: onDemandFeatureView }], dataSources: [12, { many: dataSource }],
  streamFeatureViews: [14, { many: streamFeatureView }], projectMetadata: [15, { many: projectMetadata }],
  projects: [17, { many: project }], featureViewVersionHistory: [18, { one: { records: [1, { many: versionRecord }] } }],
  labelViews: [19, { many: labelView }],
} as const satisfies Shape;
