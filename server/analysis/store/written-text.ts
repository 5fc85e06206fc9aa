/**
 * From a text that the interpreter knows back to the characters in the source.
 *
 * A text is a row of pieces, each with the place where it was written. A part of it (the view of `"driver:rating"`) can be
 * pointed at, and replaced, only where it lies inside one piece that is written without escapes, so that characters of the
 * text and of the source are the same:
 *
 *     VIEW = "driver"                     pieces ["driver" @ line 1, ":rating" @ line 2]
 *     ref = f"{VIEW}:rating"              view 0-6 -> inside the quotes on line 1; feature 7-13 -> on line 2
 */
import type { Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";

export interface WrittenText {
  readonly text: string;
  readonly pieces: readonly WrittenPiece[];
}

export interface WrittenPiece {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The characters between the quotes; `undefined` when they are not the piece's characters one by one. */
  readonly content: Place | undefined;
  /** The string as written, quotes and all. */
  readonly place: Place | undefined;
}

/** `undefined` unless the whole text is known. */
export function writtenText(value: Value): WrittenText | undefined {
  const { constant } = value;
  if (constant?.kind !== "text") return undefined;
  let text = "";
  const pieces: WrittenPiece[] = [];
  for (const piece of constant.pieces) {
    if (piece.kind === "hole") return undefined;
    const start = text.length;
    text += piece.text;
    pieces.push({ start, end: text.length, place: piece.place, content: piece.place && contentOf(piece.place, piece.text) });
  }
  return { text, pieces };
}

/** Where a part of the text stands, when it stands in one piece. */
export function partPlace(written: WrittenText, start: number, end: number): Place | undefined {
  for (const { start: from, end: to, content } of written.pieces) {
    if (!content || start < from || end > to || (start === end && to === from)) continue;
    return { anchor: content.anchor, start: content.start + (start - from), end: content.start + (end - from) };
  }
  return undefined;
}

/** A part of the text as a text of its own. */
export function partOf({ text, pieces }: WrittenText, start: number, end: number): WrittenText {
  const cut = pieces.filter((piece) => piece.start < end && piece.end > start).map((piece): WrittenPiece => {
    const from = Math.max(piece.start, start);
    const to = Math.min(piece.end, end);
    const { content, place } = piece;
    return { start: from - start, end: to - start, place, content: content && { anchor: content.anchor, start: content.start + from - piece.start, end: content.start + to - piece.start } };
  });
  return { text: text.slice(start, end), pieces: cut };
}

const stringStart = /^[A-Za-z]{0,2}("""|'''|"|')/;

/** The characters of a string literal, or of a literal part of an f-string, when they are `text` as it stands. */
export function contentOf(place: Place, text: string): Place | undefined {
  const source = place.anchor.unit.text.slice(place.start, place.end);
  if (source === text && !stringStart.test(source)) return place;
  const opening = stringStart.exec(source);
  if (!opening) return source === text ? place : undefined;
  const start = place.start + opening[0].length;
  const rest = source.slice(opening[0].length);
  if (!rest.startsWith(text)) return source === text ? place : undefined;
  const closing = rest.slice(text.length);
  if (closing !== opening[1] && closing !== "") return undefined;
  return { anchor: place.anchor, start, end: start + text.length };
}
