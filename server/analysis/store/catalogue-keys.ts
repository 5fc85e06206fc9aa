/**
 * The keys of a catalogue file (`features.yaml`), as one table. Reading (catalogue-file.ts), the published JSON schema
 * (catalogue-schema.ts) and the documentation all follow it, so they cannot disagree.
 */

/** What may stand at a place in the file. */
export type CatalogueShape =
  | { readonly kind: "text"; readonly what: string }
  | { readonly kind: "flag" }
  /** A whole number, not negative. */
  | { readonly kind: "number" }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  /** `true`, or a text that says more. */
  | { readonly kind: "note"; readonly what: string }
  /** A pattern of references: `{view}:{feature}`. */
  | { readonly kind: "pattern" }
  /** A table of texts, or a list of them. */
  | { readonly kind: "tags" }
  | { readonly kind: "list"; readonly of: CatalogueShape; /** One item may stand without the list. */ readonly orOne: boolean }
  /** A table whose keys are names; a list of names, where nothing is said of them. */
  | { readonly kind: "named"; readonly what: string; readonly of: CatalogueTable }
  | CatalogueTable;

export interface CatalogueTable {
  readonly kind: "table";
  readonly keys: readonly CatalogueKey[];
  /** The key that a text in place of the table stands for. */
  readonly short?: string;
  /** Of these keys, exactly one is there. */
  readonly oneOf?: readonly string[];
}

export interface CatalogueKey {
  readonly name: string;
  /** One or two sentences: shown by editors while the file is written. */
  readonly description: string;
  readonly shape: CatalogueShape;
  readonly required?: boolean;
}

const text = (what: string): CatalogueShape => ({ kind: "text", what });
const names = (what: string): CatalogueShape => ({ kind: "list", of: text(what), orOne: true });

const described: readonly CatalogueKey[] = [
  { name: "description", description: "What it is, in a sentence or two. Shown when the pointer rests on a reference.", shape: text("a description") },
  { name: "owner", description: "Who answers for it.", shape: text("a name or an address") },
  { name: "tags", description: "More to say about it: names with values, or a list of names.", shape: { kind: "tags" } },
];

const deprecation: readonly CatalogueKey[] = [
  { name: "deprecated", description: "true, or why and until when. References to it are reported.", shape: { kind: "note", what: "a reason" } },
  { name: "replaced-by", description: "What to take instead: a reference, or a name.", shape: text("a reference") },
];

const feature: CatalogueTable = {
  kind: "table",
  short: "type",
  keys: [
    { name: "type", description: "Type of the values, in the words of the store: Float64, bigint, string.", shape: text("a type") },
    ...described,
    ...deprecation,
  ],
};

const view: CatalogueTable = {
  kind: "table",
  keys: [
    ...described,
    ...deprecation,
    { name: "entities", description: "Names of the entities whose keys the features are looked up by.", shape: names("the name of an entity") },
    { name: "features", description: "The features: a name and its type or more about it, or a list of names.", shape: { kind: "named", what: "a feature", of: feature } },
    { name: "open", description: "true when the view may have features that are not listed here: a name that is not there is then no mistake.", shape: { kind: "flag" } },
    { name: "source", description: "Where the values come from: the name of a source, a table, a path.", shape: text("a name") },
    { name: "ttl", description: "Seconds that a value is good for.", shape: { kind: "number" } },
    { name: "online", description: "Whether the features can be served online.", shape: { kind: "flag" } },
    { name: "version", description: "The version that is meant.", shape: text("a version") },
  ],
};

const entity: CatalogueTable = {
  kind: "table",
  short: "key",
  keys: [
    { name: "key", description: "The column that holds its key. Default: its name.", shape: text("the name of a column") },
    { name: "type", description: "Type of the key.", shape: text("a type") },
    ...described,
  ],
};

const source: CatalogueTable = {
  kind: "table",
  short: "location",
  keys: [
    { name: "location", description: "What is read: a path, a table, a topic.", shape: text("a path or a table") },
    { name: "kind", description: "What kind of source it is: table, file, stream.", shape: text("a kind") },
    { name: "timestamp", description: "The column that says when a row was true.", shape: text("the name of a column") },
    ...described,
  ],
};

const service: CatalogueTable = {
  kind: "table",
  keys: [
    { name: "features", description: "References to the features that belong together, in order.", shape: { kind: "list", of: text("a reference"), orOne: true }, required: true },
    ...described,
    ...deprecation,
  ],
};

const call: CatalogueTable = {
  kind: "table",
  oneOf: ["function", "method"],
  keys: [
    {
      name: "function",
      description: "Qualified name of a function or method that takes references, as it is imported: shop.features.load, shop.client.Client.read.",
      shape: text("a qualified name"),
    },
    {
      name: "method",
      description: "Name of a method that takes references, whatever object it is called on. It counts where a text that is given names a known view.",
      shape: text("the name of a method"),
    },
    { name: "argument", description: "The keyword of the argument that takes them.", shape: text("the name of a parameter") },
    { name: "position", description: "Its position, counted from 0, `self` left out.", shape: { kind: "number" } },
    {
      name: "takes",
      description: "What the argument takes: references to features (the default), or the name of a service.",
      shape: { kind: "choice", of: ["references", "service"] },
    },
    { name: "role", description: "Whether features are retrieved for training or for serving. Both are held against each other.", shape: { kind: "choice", of: ["training", "serving"] }, required: true },
  ],
};

export const catalogueKeys: CatalogueTable = {
  kind: "table",
  keys: [
    { name: "store", description: "Name of the store.", shape: text("a name") },
    {
      name: "references",
      description: "How references are written: {view}:{feature} (the default), {view}.{feature}, {view}__{feature}. The first of several is the one that is offered.",
      shape: { kind: "list", of: { kind: "pattern" }, orOne: true },
    },
    { name: "open", description: "true when there may be views that are not listed here.", shape: { kind: "flag" } },
    { name: "entities", description: "What features are about: a name and the column of its key or more about it, or a list of names.", shape: { kind: "named", what: "an entity", of: entity } },
    { name: "sources", description: "Where values come from: a name and its location or more about it.", shape: { kind: "named", what: "a source", of: source } },
    { name: "views", description: "Groups of features: feature views, feature groups, feature sets, tables.", shape: { kind: "named", what: "a view", of: view } },
    { name: "services", description: "Named lists of features, such as those of one model.", shape: { kind: "named", what: "a service", of: service } },
    {
      name: "calls",
      description: "The functions that take references, the user's own wrappers among them.",
      shape: { kind: "list", of: call, orOne: false },
    },
  ],
};
