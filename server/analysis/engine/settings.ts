/**
 * Settings: what `seaworthy.toml` or `[tool.seaworthy]` says, resolved.
 *
 * This file is the model; settings-file.ts reads the TOML and reports mistakes at their place.
 */
import type { KeyStep } from "../text/key-path.ts";
import type { Profile, Severity } from "./finding.ts";

export interface Settings {
  /** Rules to run; `undefined` means all. Entries are rule names or topics. */
  readonly select: readonly string[] | undefined;
  readonly ignore: readonly string[];
  /** Severity by rule name, or per profile. */
  readonly severity: ReadonlyMap<string, SeverityChoice>;
  /** Numbers that rules are run with, by rule and option, where they are not the rule's own. */
  readonly ruleOptions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Globs relative to the settings file's folder; first match wins, then the default of the profile. */
  readonly profiles: readonly { readonly paths: readonly string[]; readonly profile: Profile }[];
  /** Globs of files that are not checked. */
  readonly exclude: readonly string[];
  /** Files with more code than this many bytes are skipped: they are data, not code. A notebook's outputs do not count. */
  readonly maxFileSize: number;
  readonly features: FeatureSettings;
  /** Folder of the file that these settings come from, as a URI; `undefined` for defaults. */
  readonly root: string | undefined;
}

/** Where features are described and named, besides Python code. Globs are relative to the settings file's folder. */
export interface FeatureSettings {
  /** Files that describe a store. */
  readonly catalogues: readonly string[];
  readonly references: readonly ReferenceFiles[];
  /** Functions of libraries, or of the workspace, that take references and hand them on. */
  readonly calls: readonly ReferenceCall[];
}

/** A function that takes names of features, by its qualified name. */
export interface ReferenceCall {
  readonly function: string;
  /** Keyword and position (from 0, without `self`) of the argument; at least one is known. */
  readonly argument: string | undefined;
  readonly position: number | undefined;
  readonly takes: "references" | "service";
  /** `undefined`: it only speaks of features. */
  readonly role: "training" | "serving" | undefined;
  /** The kind of store; `undefined` where the workspace has one kind. */
  readonly store: string | undefined;
}

/** References in YAML and JSON files. */
export interface ReferenceFiles {
  readonly files: readonly string[];
  readonly path: readonly KeyStep[];
  /** `undefined`: for both. */
  readonly role: "training" | "serving" | undefined;
}

export type SeverityChoice = Severity | "off" | Readonly<Partial<Record<Profile, Severity | "off">>>;

export const defaultSettings: Settings = {
  select: undefined,
  ignore: [],
  severity: new Map(),
  ruleOptions: new Map(),
  profiles: [],
  exclude: [],
  maxFileSize: 2_000_000,
  features: { catalogues: [], references: [], calls: [] },
  root: undefined,
};
