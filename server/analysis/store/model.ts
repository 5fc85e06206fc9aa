/**
 * The neutral feature-store model: what every store's adapter produces and every feature reads.
 *
 * Terms: a *view* (Feast FeatureView, Qwak feature set) is a named group of *fields* for some *entities*; a *service* is a
 * named selection of fields. A view without a schema is *open*: its fields are known only to the store, so a field that is
 * not listed is not wrong.
 */

export interface Catalogue {
  /** Changes when anything in it changes. */
  readonly epoch: number;
  readonly stores: readonly Store[];
}

export interface Store {
  readonly kind: "feast";
  readonly project: string | undefined;
  /** URI of the folder that holds the store's definitions. */
  readonly root: string;
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly Service[];
  /** False when something could not be read: names that are not here may exist all the same. */
  readonly complete: boolean;
  /** What could not be read, or is wrong in it, in the user's words. */
  readonly problems: readonly StoreProblem[];
  /** Where right code cannot be followed without running it: reasons for `complete: false`, and no mistakes. */
  readonly limits: readonly StoreProblem[];
}

export interface StoreProblem {
  readonly uri: string;
  /** UTF-16 offsets in the file; both 0 when the whole file is meant. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface View {
  readonly kind: "FeatureView" | "BatchFeatureView" | "StreamFeatureView" | "OnDemandFeatureView" | "LabelView";
  readonly name: string;
  /** Names of entities, in order. Empty for a view without entities. */
  readonly entities: readonly string[];
  /** Features only: columns that hold a join key are not among them. */
  readonly fields: readonly Field[];
  /** No schema in the code, or one that could not be read whole. */
  readonly open: boolean;
  /** `undefined`: not said or not readable; 0: values live forever. */
  readonly ttlSeconds: number | undefined;
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  /** Name of the data source; for a source without a name, what it reads. */
  readonly source: string | undefined;
  readonly definition: DefinitionSite;
}

export interface Field {
  readonly name: string;
  /** As written: `Float32`, `Array(Int64)`. */
  readonly dtype: string | undefined;
  readonly description: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly definition: DefinitionSite;
}

export interface Entity {
  readonly name: string;
  readonly joinKey: string;
  readonly description: string | undefined;
  readonly definition: DefinitionSite;
}

export interface Service {
  readonly name: string;
  readonly features: readonly ServiceFeature[];
  /** False when part of the selection could not be read. */
  readonly closed: boolean;
  readonly description: string | undefined;
  readonly definition: DefinitionSite;
}

export interface ServiceFeature {
  readonly view: string;
  readonly field: string;
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
}
