/**
 * What a star import of a library binds.
 *
 *     starNamesOf("math")      acos, acosh, ...
 *     starNamesOf("keras")     undefined: not known
 *
 * Read off by doing it (scripts/knowledge/star_names.py). Releases differ: a name may be missing in yours, or be new.
 */
import { starNames as text } from "./generated/star-names.ts";
import { unpack } from "./packed.ts";

let known: ReadonlyMap<string, readonly string[]> | undefined;

export function starNamesOf(module: string): readonly string[] | undefined {
  known ??= new Map(unpack(text).trim().split("\n").map((line) => {
    const [name = "", names = ""] = line.split(": ");
    return [name, names.split(" ")];
  }));
  return known.get(module);
}
