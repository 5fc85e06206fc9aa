/**
 * Path patterns, written like those of .gitignore: `build/`, `*.tmp.py`, `/scratch`, `!keep.py`, `data/**\/raw`.
 *
 * One notation serves .gitignore files and `exclude`. The matching itself is the `ignore` package's, which follows git.
 */
import ignore from "ignore";
import type { Settings } from "../analysis/engine/settings.ts";
import { relativePath } from "../analysis/text/uri.ts";

/** The paths are relative to the folder the patterns belong to, with `/`, and end in `/` for folders. */
export interface PathPatterns {
  /** The last pattern that matches decides: true for a plain one, false for a negated one, `undefined` when none does. */
  test(path: string): boolean | undefined;
}

export function pathPatterns(patterns: readonly string[] | string): PathPatterns {
  const matcher = ignore().add(typeof patterns === "string" ? patterns : [...patterns]);
  return {
    test(path) {
      if (!ignore.isPathValid(path)) return undefined;
      const { ignored, unignored } = matcher.test(path);
      return ignored ? true : unignored ? false : undefined;
    },
  };
}

/** True when the `exclude` of the settings names the file or folder, or a folder above it. */
export function isExcluded(uri: string, settings: Settings, isFolder = false): boolean {
  if (settings.root === undefined || settings.exclude.length === 0) return false;
  let patterns = excludePatterns.get(settings);
  if (!patterns) {
    patterns = pathPatterns(settings.exclude);
    excludePatterns.set(settings, patterns);
  }
  return patterns.test(relativePath(settings.root, uri) + (isFolder ? "/" : "")) === true;
}

const excludePatterns = new WeakMap<Settings, PathPatterns>();
