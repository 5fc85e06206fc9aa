/**
 * The neutral feature-store model: what every store's adapter produces and every feature reads.
 *
 * Terms: a *view* (Feast FeatureView, Qwak feature set) is a named group of *fields* for some *entities*; a *service* is a
 * named selection of fields; a *source* is where a view's values come from. A view without a schema is *open*: its fields are
 * known only to the store, so a field that is not listed is not wrong.
 *
 * A store is known from two sides: the *code* that defines it, and the *registry* that holds what was applied. Each object says
 * which of them knows it (`Standing`). Read from one side alone, by an adapter:
 *
 *     code       stats(conv_rate Float64, acc_rate)     trips(count)
 *     registry   stats(conv_rate Float32, acc_rate)                     old(x)
 *
 * and reconciled (reconcile.ts): `stats` differs in `fields.conv_rate.dtype`, `trips` is not applied, `old` is only in the
 * registry. Where both know something, the code's word is the one that the next `apply` makes true.
 *
 * `undefined` means that nothing is known, never that there is nothing.
 */
import type { StoreDialect } from "./dialect.ts";
import type { ReferenceFile } from "./reference-file.ts";

export interface Catalogue {
  /** Changes when anything in it changes. */
  readonly epoch: number;
  readonly stores: readonly Store[];
  /** YAML and JSON files that name features. */
  readonly files?: readonly ReferenceFile[];
}

/** Which product it is; `catalogue`: one that a features.yaml of the workspace describes. */
export type StoreKind = "feast" | "qwak" | "tecton" | "hopsworks" | "databricks" | "sagemaker" | "chronon" | "snowflake" | "catalogue";

export interface Store {
  readonly kind: StoreKind;
  /** Tells the stores of a workspace apart, of which one folder may hold several: for Feast its root. */
  readonly id: string;
  readonly project: string | undefined;
  /** URI of the folder that holds the store's definitions. */
  readonly root: string;
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly Service[];
  readonly sources: readonly Source[];
  /** False when something could not be read: names that are not here may exist all the same. */
  readonly complete: boolean;
  /** What could not be read, or is wrong in it, in the user's words. */
  readonly problems: readonly StoreProblem[];
  /** Where right code cannot be followed without running it: reasons for `complete: false`, and no mistakes. */
  readonly limits: readonly StoreProblem[];
  /** The registry that this store was reconciled with; `undefined` when none could be read. */
  readonly registry: RegistryVersion | undefined;
  /** How code speaks of it, where its kind does not say so: of a store that the user describes. */
  readonly dialect?: StoreDialect;
}

/** Which state of a registry is meant. */
export interface RegistryVersion {
  /** Changes with every apply. */
  readonly id: string | undefined;
  /** ISO 8601. */
  readonly updated: string | undefined;
  /** This is an earlier state: there may be a newer one, which could not be read. `ageMilliseconds`: since it was current, when last looked. */
  readonly stale?: { readonly reason: string; readonly ageMilliseconds: number };
}

export interface StoreProblem {
  readonly uri: string;
  /** UTF-16 offsets in the file; both 0 when the whole file is meant. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Who knows an object. */
export type Standing =
  /** Defined in code; no registry was read. */
  | { readonly kind: "code" }
  /** In code and in the registry, the same as far as the code can be read. */
  | { readonly kind: "applied" }
  | { readonly kind: "not-applied" }
  | { readonly kind: "registry-only" }
  | { readonly kind: "differs"; readonly differences: readonly Difference[] };

/** One part of an object that the registry has otherwise; `undefined` on the side that lacks it. */
export interface Difference {
  /** `owner`, `fields.conv_rate`, `fields.conv_rate.dtype`, `tags.team`. */
  readonly part: string;
  readonly code: string | undefined;
  readonly registry: string | undefined;
}

/** What every named object of a store has. */
export interface Defined {
  readonly name: string;
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  /** `undefined` for what is known only to the registry. */
  readonly definition: DefinitionSite | undefined;
  readonly standing: Standing;
}

/** The class of the view, in the words of its store. */
export type ViewKind =
  | "FeatureView" | "BatchFeatureView" | "StreamFeatureView" | "OnDemandFeatureView" | "LabelView"
  | "BatchFeatureSet" | "StreamingFeatureSet"
  | "RealtimeFeatureView" | "FeatureTable" | "FeatureGroup" | "GroupBy" | "Join"
  | "View";

export interface View extends Defined {
  readonly kind: ViewKind;
  /** Names of entities, in order. Empty for a view without entities. */
  readonly entities: readonly string[];
  /** Features only: columns that hold a join key are not among them. */
  readonly fields: readonly Field[];
  /** Columns that hold a join key, as far as the schema lists them. */
  readonly keyFields: readonly Field[];
  /** No schema in the code, or one that could not be read whole. */
  readonly open: boolean;
  /** Lists of this view that may hold more than is known. */
  readonly unlisted: readonly ("entities" | "inputs")[];
  /** `undefined`: not said or not readable; 0: values live forever. */
  readonly ttlSeconds: number | undefined;
  /** Name of the data source; for a source without a name, what it reads. Several are joined by commas. */
  readonly source: string | undefined;
  /** Served online, and written to the offline store. */
  readonly online: boolean | undefined;
  readonly offline: boolean | undefined;
  /** `pandas`, `python`, `spark` ...: how a transformation runs. */
  readonly mode: string | undefined;
  /** The version that the definition pins: `v2`; `latest` when none. */
  readonly version: string | undefined;
  /** False for a view that is switched off: retrieval refuses it. */
  readonly enabled: boolean | undefined;
  /** What an on-demand view computes from, in order; empty for other kinds. */
  readonly inputs: readonly ViewInput[];
  readonly aggregations: readonly Aggregation[];
  /** The function that computes the features. */
  readonly transformation: Transformation | undefined;
  /** A label view's settings. */
  readonly labels: LabelSettings | undefined;
  /** What only the registry knows; `undefined` for what was not applied. */
  readonly applied: AppliedView | undefined;
}

export interface AppliedView {
  /** Number of the active version. */
  readonly version: number | undefined;
  /** Numbers of all versions that the registry keeps. */
  readonly versions: readonly number[];
  readonly lifecycle: Lifecycle | undefined;
  /** ISO 8601. */
  readonly created: string | undefined;
  readonly updated: string | undefined;
  /** End of the last materialized interval. */
  readonly materializedUntil: string | undefined;
}

export type Lifecycle = "created" | "generated" | "materializing" | "available-online";

export type ViewInput =
  | { readonly kind: "view"; readonly selection: Selection }
  /** Values that the caller passes with the request. */
  | { readonly kind: "request"; readonly name: string; readonly fields: readonly Field[]; readonly closed: boolean };

export interface Aggregation {
  readonly column: string;
  readonly function: string;
  readonly windowSeconds: number | undefined;
  readonly slideSeconds: number | undefined;
  readonly name: string | undefined;
}

export interface Transformation {
  /** Name of the function. */
  readonly name: string | undefined;
  /** Python text of the function; as the registry keeps it, with its decorators. */
  readonly text: string | undefined;
  readonly definition: DefinitionSite | undefined;
}

export interface LabelSettings {
  readonly labelerField: string | undefined;
  readonly conflictPolicy: string | undefined;
  /** Name of the view whose entities are labelled. */
  readonly referenceView: string | undefined;
}

export interface Field {
  readonly name: string;
  /** As the store prints it; Feast: `Float32`, `Array(Int64)`. */
  readonly dtype: string | undefined;
  readonly description: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly vector: VectorIndex | undefined;
  readonly definition: DefinitionSite | undefined;
}

/** The field is searched by similarity. */
export interface VectorIndex {
  readonly length: number | undefined;
  readonly metric: string | undefined;
}

export interface Entity extends Defined {
  readonly joinKey: string;
  /** `Int64`, `String`; `undefined` when it is left to the source. */
  readonly valueType: string | undefined;
}

export interface Source extends Defined {
  /** Class name: `FileSource`, `PushSource`, `RequestSource`. */
  readonly kind: string;
  /** What is read, most telling part first: a path, a table, a query, a topic. */
  readonly location: string | undefined;
  readonly timestampField: string | undefined;
  readonly createdTimestampColumn: string | undefined;
  /** Column of the source -> name of the feature. */
  readonly fieldMapping: ReadonlyMap<string, string>;
  /** Of a stream or push source: the source that keeps its history. */
  readonly batchSource: string | undefined;
  /** Of a request source. */
  readonly fields: readonly Field[];
}

export interface Service extends Defined {
  /** Every selected feature, under the name of the view it belongs to. */
  readonly features: readonly ServiceFeature[];
  /** The selections as written, with their aliases. */
  readonly selections: readonly Selection[];
  /** False when part of the selection could not be read. */
  readonly closed: boolean;
}

export interface ServiceFeature {
  readonly view: string;
  readonly field: string;
}

/** Features of one view, as a service or an on-demand view takes them: Feast's FeatureViewProjection. */
export interface Selection {
  readonly view: string;
  /** Name that replaces the view's in references and columns (`with_name`). */
  readonly alias: string | undefined;
  readonly fields: readonly string[];
  /** False when there may be more fields, or its names are not known. */
  readonly closed: boolean;
  /** Join key -> column that holds it (`with_join_key_map`). */
  readonly joinKeyMap: ReadonlyMap<string, string>;
  /** Pinned version. */
  readonly version: number | undefined;
}

/** Where something is defined, in a file of the workspace. */
export interface DefinitionSite {
  readonly uri: string;
  /** For a notebook, the cell's id. */
  readonly cell: string | undefined;
  /** Range of the name where it is written (quotes left out), else of the definition. UTF-16 offsets in the file or cell. */
  readonly start: number;
  readonly end: number;
  /** 0-based line of `start`, for people to read; editors convert the offsets with the file's text. */
  readonly line: number;
  /**
   * How the name stands there, when not in quotes. `bare`: as it is, and may be written anew (in YAML). `alias`, `column`: in a query, as
   * a name that is given, or as that of a column which is selected. `computed`: it is made of what stands there, or said again elsewhere.
   */
  readonly spelling?: "bare" | "alias" | "column" | "computed";
}
