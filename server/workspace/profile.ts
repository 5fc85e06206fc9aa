/**
 * Which profile and which exclusion hold for a file.
 *
 * Exploration: notebooks, cell scripts (`# %%`, Databricks) and whatever lies in a folder that says so by its name.
 * Production: every other Python file. A `[[profile]]` entry of the settings decides before that.
 */
import type { Profile } from "../analysis/engine/finding.ts";
import type { Settings } from "../analysis/engine/settings.ts";
import type { Dialect } from "../analysis/syntax/unit.ts";
import { pathPatterns } from "./path-patterns.ts";
import type { PathPatterns } from "./path-patterns.ts";
import { relativePath } from "./uri.ts";

const explorationFolders: ReadonlySet<string> = new Set([
  "notebooks", "notebook", "exploration", "scratch", "experiments", "playground",
]);

/** `workspace`: the folder the user works in; only folder names below it (or below the settings file) count. */
export function profileOf(uri: string, dialect: Dialect, settings: Settings, workspace: string): Profile {
  const path = settings.root === undefined ? undefined : relativePath(settings.root, uri);
  if (path !== undefined) {
    const entry = compiled(settings).profiles.find(({ patterns }) => patterns.test(path) === true);
    if (entry) return entry.profile;
  }
  if (dialect !== "script") return "exploration";
  const folders = relativePath(settings.root ?? workspace, uri).split("/").slice(0, -1);
  return folders.some((folder) => explorationFolders.has(folder.toLowerCase())) ? "exploration" : "production";
}

/** True when `exclude` names the file or a folder above it. */
export function isExcluded(uri: string, settings: Settings, isFolder = false): boolean {
  if (settings.root === undefined || settings.exclude.length === 0) return false;
  return compiled(settings).exclude.test(relativePath(settings.root, uri) + (isFolder ? "/" : "")) === true;
}

interface Compiled {
  readonly exclude: PathPatterns;
  readonly profiles: readonly { readonly patterns: PathPatterns; readonly profile: Profile }[];
}

const compiledBySettings = new WeakMap<Settings, Compiled>();

function compiled(settings: Settings): Compiled {
  let result = compiledBySettings.get(settings);
  if (!result) {
    result = {
      exclude: pathPatterns(settings.exclude),
      profiles: settings.profiles.map(({ paths, profile }) => ({ patterns: pathPatterns(paths), profile })),
    };
    compiledBySettings.set(settings, result);
  }
  return result;
}
