/**
 * The keys of the settings file, as one table. Reading (settings-file.ts), the JSON schema (settings-schema.ts) and the
 * documentation all follow it, so they cannot disagree.
 */
import type { Profile, Severity } from "./finding.ts";

/** What may stand at a place in the file. */
export type Shape =
  | { readonly kind: "text"; readonly what: string }
  | { readonly kind: "megabytes" }
  /** A path to values in a YAML or JSON file: `model.features[*]`. */
  | { readonly kind: "key-path" }
  /** A whole number from 0. */
  | { readonly kind: "index" }
  | { readonly kind: "choice"; readonly of: readonly string[] }
  /** A rule's name, or a topic where `topics` is set. */
  | { readonly kind: "rule"; readonly topics: boolean }
  | { readonly kind: "list"; readonly of: Shape }
  /** A table whose keys are rule names. */
  | { readonly kind: "by-rule"; readonly value: Shape }
  /** A table of tables: by rule that has options, by option, a whole number. */
  | { readonly kind: "rule-options" }
  /** `someOf`: keys of which at least one must be there. */
  | { readonly kind: "table"; readonly keys: readonly Key[]; readonly someOf?: readonly string[] }
  /** A word, or a table of words. */
  | { readonly kind: "choice-or-table"; readonly of: readonly string[]; readonly keys: readonly Key[] };

export interface Key {
  readonly name: string;
  /** One or two sentences: shown by editors while the file is written. */
  readonly description: string;
  readonly shape: Shape;
  readonly required?: boolean;
}

/** Megabytes of code; much more than this does not fit into memory. */
export const largestMaxFileSize = 10;

export const severities: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];
export const profileNames: readonly Profile[] = ["exploration", "production"];

const severityPerProfile: readonly Key[] = [
  { name: "exploration", description: "Severity in notebooks and scratch files.", shape: { kind: "choice", of: severities } },
  { name: "production", description: "Severity in code that is imported, scheduled or served.", shape: { kind: "choice", of: severities } },
];

/** Kinds of stores whose own calls are known; a store that features.yaml describes lists its calls there. */
const referencedStores: readonly string[] = ["feast", "qwak", "tecton", "hopsworks", "databricks", "sagemaker", "chronon", "snowflake"];

const patterns: Shape = { kind: "list", of: { kind: "text", what: "a path pattern" } };

export const settingsKeys: readonly Key[] = [
  {
    name: "extends",
    description:
      "Another settings file to build on, such as the organisation's, as a path relative to this file. This file wins where both speak.",
    shape: { kind: "text", what: "a path" },
  },
  {
    name: "select",
    description: "The only rules to run, by rule name or topic. Without it all rules run.",
    shape: { kind: "list", of: { kind: "rule", topics: true } },
  },
  {
    name: "ignore",
    description: "Rules not to run, by rule name or topic. Adds to the list of the file that this one extends.",
    shape: { kind: "list", of: { kind: "rule", topics: true } },
  },
  {
    name: "exclude",
    description: "Files and folders that are not checked, as patterns written like those of .gitignore, relative to the settings file nearest to the code.",
    shape: patterns,
  },
  {
    name: "max-file-size",
    description: "Files with more code than this, in megabytes, are skipped and named. A notebook's outputs do not count. Default: 2.",
    shape: { kind: "megabytes" },
  },
  {
    name: "severity",
    description: 'Severity by rule: nan-comparison = "error", or for each profile: { exploration = "hint", production = "error" }.',
    shape: { kind: "by-rule", value: { kind: "choice-or-table", of: severities, keys: severityPerProfile } },
  },
  {
    name: "rules",
    description: "Numbers that rules are run with: [rules.long-function] and statements = 80. The page of a rule lists its options.",
    shape: { kind: "rule-options" },
  },
  {
    name: "profile",
    description: "Which files are exploration and which are production. The first entry that matches a file counts.",
    shape: {
      kind: "list",
      of: {
        kind: "table",
        keys: [
          {
            name: "paths",
            description: "Patterns written like those of .gitignore, relative to the settings file nearest to the code.",
            shape: patterns,
            required: true,
          },
          {
            name: "use",
            description: "exploration: findings that nearly every draft has are mild. production: they count in full.",
            shape: { kind: "choice", of: profileNames },
            required: true,
          },
        ],
      },
    },
  },
  {
    name: "features",
    description: "Where features of a feature store are described and named, besides Python code.",
    shape: {
      kind: "table",
      keys: [
        {
          name: "catalogues",
          description: "Files that describe a feature store, besides those named features.yaml: patterns written like those of .gitignore, relative to the settings file.",
          shape: patterns,
        },
        {
          name: "references",
          description: "Lists of references to features in YAML and JSON files: they are checked, completed and renamed like those in code.",
          shape: {
            kind: "list",
            of: {
              kind: "table",
              keys: [
                { name: "files", description: "YAML or JSON files, as patterns written like those of .gitignore, relative to the settings file.", shape: patterns, required: true },
                { name: "path", description: "Where the references are in such a file: model.features[*], models.*.inputs[*].name.", shape: { kind: "key-path" }, required: true },
                { name: "role", description: "Whether these features are retrieved for training or for serving; for both when absent.", shape: { kind: "choice", of: ["training", "serving"] } },
              ],
            },
          },
        },
        {
          name: "calls",
          description: "Functions of libraries that take references to features, or the name of a service: their arguments are checked, completed and renamed like those of the store's own calls. Functions of the workspace are followed without it.",
          shape: {
            kind: "list",
            of: {
              kind: "table",
              someOf: ["argument", "position"],
              keys: [
                { name: "function", description: "Qualified name, as it is imported: featurelib.load, featurelib.client.Client.read.", shape: { kind: "text", what: "a qualified name" }, required: true },
                { name: "argument", description: "The keyword of the argument that takes them.", shape: { kind: "text", what: "the name of a parameter" } },
                { name: "position", description: "Its position, counted from 0, `self` left out.", shape: { kind: "index" } },
                { name: "takes", description: "What the argument takes: one reference or a list of them (the default), or the name of a service.", shape: { kind: "choice", of: ["references", "service"] } },
                { name: "role", description: "Whether the features are retrieved for training or for serving; absent where they are only spoken of.", shape: { kind: "choice", of: ["training", "serving"] } },
                { name: "store", description: "The kind of store, needed where the workspace has several.", shape: { kind: "choice", of: referencedStores } },
              ],
            },
          },
        },
      ],
    },
  },
];
