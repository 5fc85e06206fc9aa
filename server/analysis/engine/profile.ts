/**
 * The profile of a file: exploration (notebooks, scratch) or production (imported, scheduled or served).
 *
 * Settings decide by path pattern; the first entry that matches counts. Otherwise notebooks, cell scripts and everything in a
 * folder named after trying things out is exploration, and every other .py is production.
 */
import ignore from "ignore";
import type { Dialect } from "../syntax/unit.ts";
import type { Profile } from "./finding.ts";
import type { Settings } from "./settings.ts";
import { decoded } from "../text/uri.ts";

const explorationFolders = new Set(["notebooks", "exploration", "scratch", "experiments", "playground"]);

/**
 * `folder` is the URI of the folder that is checked or opened, for files without a settings file: what lies above it
 * says nothing about the file.
 */
export function resolveProfile(uri: string, dialect: Dialect, settings: Settings, folder?: string): Profile {
  const path = pathBelow(uri, settings.root ?? folder);
  for (const { paths, profile } of settings.profiles) {
    if (matches(path, paths)) return profile;
  }
  if (dialect !== "script") return "exploration";
  const folders = path.split("/").slice(0, -1);
  return folders.some((name) => explorationFolders.has(name.toLowerCase())) ? "exploration" : "production";
}

/** Patterns are those of .gitignore, relative to the root. */
function matches(path: string, patterns: readonly string[]): boolean {
  return path !== "" && ignore({ allowRelativePaths: true }).add(patterns).ignores(path);
}

/** The part of a URI below a folder, decoded; of a file outside it, the whole path. */
function pathBelow(uri: string, root: string | undefined): string {
  const base = root === undefined || root.endsWith("/") ? root : `${root}/`;
  const below = base !== undefined && uri.startsWith(base) ? uri.slice(base.length) : uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, "");
  return decoded(below.replace(/^\/+/, ""));
}
