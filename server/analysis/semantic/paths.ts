/**
 * Paths as texts: `os.path` functions and `pathlib` on pieces.
 *
 *     os.path.join("/mnt", user, "x.csv")     "/mnt" · "/" · hole user · "/" · "x.csv"
 *     Path(__file__).parent / "data"          hole (the parent of __file__) · "/" · "data"
 *
 * What a join adds has no place: nobody wrote it. A part that begins with a slash starts the path anew, as in Python; a
 * hole is taken to be relative.
 */
import type { Place } from "../syntax/unit.ts";
import type { Machine } from "./machine.ts";
import { asPieces, originsOf, textOf } from "./texts.ts";
import type { Piece, Value } from "./value.ts";

export function joinPath(machine: Machine, parts: readonly Value[], places: readonly (Place | undefined)[], typeName: string): Value {
  let pieces: Piece[] = [];
  parts.forEach((part, index) => {
    const next = asPieces(part, places[index]);
    const [first] = next;
    if (textOf(next) === "") return;
    if (first?.kind === "literal" && isAbsolute(first.text)) pieces = [];
    const last = pieces.at(-1);
    const hasSlash = last?.kind === "literal" && /[/\\]$/u.test(last.text);
    if (pieces.length > 0 && !hasSlash) pieces.push({ kind: "literal", text: "/", place: undefined });
    pieces.push(...next);
  });
  return machine.interner.text(pieces, originsOf(parts), typeName);
}

export function isAbsolute(text: string): boolean {
  return text.startsWith("/") || /^[A-Za-z]:[\\/]/u.test(text) || text.startsWith("\\\\");
}

/** Everything before the last slash; `undefined` when a hole hides where that is. */
export function directoryName(pieces: readonly Piece[]): readonly Piece[] | undefined {
  const result = [...pieces];
  while (result.length > 0) {
    const last = result.at(-1);
    if (last?.kind !== "literal") return undefined;
    const slash = Math.max(last.text.lastIndexOf("/"), last.text.lastIndexOf("\\"));
    if (slash >= 0) {
      result[result.length - 1] = { ...last, text: last.text.slice(0, slash === 0 && result.length === 1 ? 1 : slash) };
      return result;
    }
    result.pop();
  }
  return [{ kind: "literal", text: "", place: undefined }];
}

/** Everything after the last slash; `undefined` when a hole is reached before one. */
export function baseName(pieces: readonly Piece[]): readonly Piece[] | undefined {
  const result: Piece[] = [];
  for (const piece of [...pieces].reverse()) {
    if (piece.kind === "hole") return undefined;
    const slash = Math.max(piece.text.lastIndexOf("/"), piece.text.lastIndexOf("\\"));
    result.unshift({ ...piece, text: piece.text.slice(slash + 1) });
    if (slash >= 0) break;
  }
  return result;
}

/** The path with another suffix; `undefined` unless the last literal holds the name's end. */
export function withSuffix(pieces: readonly Piece[], suffix: readonly Piece[]): readonly Piece[] | undefined {
  const last = pieces.at(-1);
  if (last?.kind !== "literal") return undefined;
  const name = last.text.slice(last.text.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const stem = dot <= 0 ? last.text : last.text.slice(0, last.text.length - (name.length - dot));
  return [...pieces.slice(0, -1), { ...last, text: stem }, ...suffix];
}
