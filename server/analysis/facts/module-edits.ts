/**
 * Edits of a module that the document imports, as edits of its file.
 *
 * A fix is found in terms of units; the file's text is put together from them, as they cover it without gaps.
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { Cell } from "../syntax/unit.ts";

/** @param cell the one cell of a plain script */
export function moduleEdit(cell: Cell, edits: readonly PlaceEdit[]): FileEdit {
  return {
    uri: cell.document.uri, before: cell.units.map(({ text }) => text).join(""),
    edits: edits.map(({ at, text }) => ({ start: at.anchor.offset + at.start, end: at.anchor.offset + at.end, text })),
  };
}
