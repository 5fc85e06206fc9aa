/** A script's or a cell's new text as one edit of what differs: lines that are the same at both ends stay untouched. */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Cell } from "../syntax/unit.ts";
import type { Layout } from "./layout.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { textAfter } from "./result-text.ts";
import { lineAfter } from "../text/lines.ts";

/** @param text with `\n` for line breaks */
export function wholeTextEdits(document: OpenDocument, text: string, { lineBreak }: Layout, cell: Cell | undefined = document.cells[0]): readonly PlaceEdit[] {
  const isCell = document.dialect === "notebook";
  const unit = isCell ? cell?.units[0] : document.units[0];
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

/** The same edits; where statements that they change have to be laid out anew, one for the whole cell or script. */
export function laidOutEdits(document: OpenDocument, edits: readonly PlaceEdit[], layout: Layout): readonly PlaceEdit[] {
  const isCell = document.dialect === "notebook";
  const cells = isCell ? [...new Set(edits.map(({ at }) => at.anchor.cell))] : document.cells.slice(0, 1);
  const before = isCell ? document.units.map(({ text }) => text).join("\n") : undefined;
  return cells.flatMap((cell) => {
    const own = edits.filter(({ at }) => !isCell || at.anchor.cell === cell);
    const after = textAfter(document, cell, own).replaceAll("\r\n", "\n");
    const laid = laidOutAnew(after, before ?? document.sourceOf(cell).text, { ...layout, lineBreak: "\n" });
    return laid === after ? own : wholeTextEdits(document, laid, layout, cell);
  });
}
