/**
 * What releases of pandas, numpy and scikit-learn deprecated and removed, by qualified name.
 *
 *     changeOf("pandas.DataFrame.append")    { deprecated: "1.4", removed: "2.0", use: "pandas.concat" }
 *     changeOf("pandas.DataFrame.head")      undefined
 *
 * Read off the libraries' own sources (scripts/knowledge/changes.py). `use` is told only where a thing of that name exists; it may
 * want other arguments.
 */
import { unpack } from "./packed.ts";
import { changes as text } from "./generated/changes.ts";

export interface Change {
  /** Releases as `major.minor`. */
  readonly deprecated: string | undefined;
  /** The first release that does not have it. */
  readonly removed: string | undefined;
  readonly use: string | undefined;
}

let changes: ReadonlyMap<string, Change> | undefined;

/** `undefined`: the name is as it was, as far as is known. A member of a class goes by the class that it is told of: `pandas.Index.is_monotonic`. */
export function changeOf(qualifiedName: string): Change | undefined {
  changes ??= new Map(unpack(text).trim().split("\n").map(parse));
  return changes.get(qualifiedName);
}

/** All names of which something is told. */
export function changedNames(): readonly string[] {
  changes ??= new Map(unpack(text).trim().split("\n").map(parse));
  return [...changes.keys()];
}

/** `name deprecated 1.4 removed 2.0 use other`, each but the name may be missing. */
function parse(line: string): readonly [string, Change] {
  const [name = "", ...words] = line.split(" ");
  const after = (word: string): string | undefined => {
    const at = words.indexOf(word);
    return at < 0 ? undefined : words[at + 1];
  };
  return [name, { deprecated: after("deprecated"), removed: after("removed"), use: after("use") }];
}
