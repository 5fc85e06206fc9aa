/**
 * The texts that a change leads to: which cells it leaves empty, and where the new name stands.
 *
 * Edits of places count in units; here they are counted in the text of their cell, or of the script.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { applyEdits } from "../text/edit.ts";
import type { Cell } from "../syntax/unit.ts";
import type { CellChange, Change, Placeholder } from "./refactoring.ts";

/** Notebook cells that nothing is left in are taken away, and so are line breaks that are left at the end of one. */
export function cellChangesOf(document: OpenDocument, edits: readonly PlaceEdit[]): { readonly edits: readonly PlaceEdit[]; readonly changes: readonly CellChange[] } {
  if (document.dialect !== "notebook") return { edits, changes: [] };
  const touched = [...new Set(edits.map(({ at }) => at.anchor.cell))];
  const empty = touched.filter((cell) => textAfter(document, cell, edits).trim() === "");
  const staying = edits.filter(({ at }) => !empty.includes(at.anchor.cell));
  const open = touched.filter((cell) => !empty.includes(cell) && !document.sourceOf(cell).text.endsWith("\n") && textAfter(document, cell, edits).endsWith("\n"));
  return {
    edits: [...staying, ...open.flatMap((cell) => endTrimmed(cell, staying))],
    changes: empty.map((cell) => ({ start: cell.index, deleteCount: 1, cells: [] })).sort((a, b) => a.start - b.start),
  };
}

/** Takes away blanks behind the last unit of the cell that is not removed, and what is left of those below it. */
function endTrimmed({ units }: Cell, edits: readonly PlaceEdit[]): readonly PlaceEdit[] {
  const trimmed: PlaceEdit[] = [];
  for (const { text, anchor } of units.toReversed()) {
    const own = edits.filter(({ at }) => at.anchor === anchor);
    const removal = own.length === 1 ? own.find(({ at, text: made }) => made === "" && text.slice(0, at.start).trim() === "" && text.slice(at.end).trim() === "") : undefined;
    const end = text.trimEnd().length;
    if (removal) {
      const { start, end: stop } = removal.at;
      if (start > 0) trimmed.push({ at: { anchor, start: 0, end: start }, text: "" });
      if (stop < text.length) trimmed.push({ at: { anchor, start: stop, end: text.length }, text: "" });
    } else if (text.trim() === "" && own.length === 0) {
      trimmed.push({ at: { anchor, start: 0, end: text.length }, text: "" });
    } else {
      return own.some(({ at }) => at.end > end) ? [] : [...trimmed, { at: { anchor, start: end, end: text.length }, text: "" }];
    }
  }
  return trimmed;
}

/** The text of the cell, or of the script that holds it. */
export function textAfter(document: OpenDocument, cell: Cell, edits: readonly PlaceEdit[]): string {
  const isScript = document.dialect !== "notebook";
  const own = edits.filter(({ at }) => isScript || at.anchor.cell === cell);
  return applyEdits(document.sourceOf(cell).text, own.map(({ at, text }) => {
    const { start, end } = document.locate(at);
    return { start, end, text };
  }));
}

/** Every place of a name that was in no text before. */
export function placeholderOf(document: OpenDocument, { edits, cells = [] }: Pick<Change, "edits" | "cells">, name: string): Placeholder {
  const cell = edits.find(({ text }) => text.includes(name))?.at.anchor.cell;
  if (!cell) return { name, cell: 0, offsets: [] };
  const text = textAfter(document, cell, edits);
  const offsets = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu"))].map(({ index }) => index);
  const gone = cells.filter(({ start }) => start < cell.index).reduce((sum, { deleteCount }) => sum + deleteCount, 0);
  return { name, cell: document.dialect === "notebook" ? cell.index - gone : 0, offsets };
}

/** Places of a name in what edits of one cell write; elsewhere the word may mean something else. */
export function placeholderIn(document: OpenDocument, edits: readonly PlaceEdit[], name: string): Placeholder {
  const cell = edits[0]?.at.anchor.cell;
  if (!cell) return { name, cell: 0, offsets: [] };
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu");
  const offsets: number[] = [];
  let shift = 0;
  for (const { at, text } of edits.map((edit) => ({ at: document.locate(edit.at), text: edit.text })).sort((a, b) => a.at.start - b.at.start)) {
    for (const { index } of text.matchAll(word)) offsets.push(at.start + shift + index);
    shift += text.length - (at.end - at.start);
  }
  return { name, cell: document.dialect === "notebook" ? cell.index : 0, offsets };
}
