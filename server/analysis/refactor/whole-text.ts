/** A script's new text as one edit of what differs: lines that are the same at both ends stay untouched. */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Layout } from "./layout.ts";

/** @param text with `\n` for line breaks */
export function wholeTextEdits(document: OpenDocument, text: string, { lineBreak }: Layout): readonly PlaceEdit[] {
  const [cell] = document.cells;
  const [unit] = document.units;
  if (!cell || !unit) return [];
  const old = document.sourceOf(cell).text;
  const wanted = text.replaceAll("\n", lineBreak);
  if (old === wanted) return [];
  let front = 0;
  while (front < old.length && front < wanted.length && old[front] === wanted[front]) front++;
  front = old.lastIndexOf("\n", front - 1) + 1;
  let back = 0;
  while (back < old.length - front && back < wanted.length - front && old[old.length - 1 - back] === wanted[wanted.length - 1 - back]) back++;
  back = Math.max(0, old.length - lineAfter(old, old.length - back));
  const { offset } = unit.anchor;
  return [{ at: { anchor: unit.anchor, start: front - offset, end: old.length - back - offset }, text: wanted.slice(front, wanted.length - back) }];
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
