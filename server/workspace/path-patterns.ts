/**
 * Path patterns, written like those of .gitignore: `build/`, `*.tmp.py`, `/scratch`, `!keep.py`, `data/**\/raw`.
 *
 * One notation serves .gitignore files, `exclude` and the `paths` of profiles. The matching itself is the `ignore`
 * package's, which follows git.
 */
import ignore from "ignore";

/** The paths are relative to the folder the patterns belong to, with `/`, and end in `/` for folders. */
export interface PathPatterns {
  /** The last pattern that matches decides: true for a plain one, false for a negated one, `undefined` when none does. */
  test(path: string): boolean | undefined;
}

export function pathPatterns(patterns: readonly string[] | string): PathPatterns {
  const matcher = ignore({ allowRelativePaths: false }).add(typeof patterns === "string" ? patterns : [...patterns]);
  return {
    test(path) {
      if (!ignore.isPathValid(path)) return undefined;
      const { ignored, unignored } = matcher.test(path);
      return ignored ? true : unignored ? false : undefined;
    },
  };
}
