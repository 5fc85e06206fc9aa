/** The texts that a refactoring's edits make of a document: one for a script, one for each cell of a notebook that they change. */
import type { PlaceEdit } from "../analysis/engine/finding.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import { applyEdits } from "../analysis/text/edit.ts";
import type { TextEdit } from "../analysis/text/edit.ts";

/** By the cell that holds the edits; for a script all under its first cell. Edits at one place keep their order. */
export function changedSources(document: OpenDocument, edits: readonly PlaceEdit[]): ReadonlyMap<Cell, string> {
  const [first] = document.cells;
  const byCell = new Map<Cell, TextEdit[]>();
  for (const { at, text } of edits) {
    const { cell, start, end } = document.locate(at);
    const holder = document.dialect === "notebook" ? cell : (first ?? cell);
    const list = byCell.get(holder);
    if (list) list.push({ start, end, text });
    else byCell.set(holder, [{ start, end, text }]);
  }
  return new Map([...byCell].map(([cell, list]) => [cell, applyEdits(document.sourceOf(cell).text, list)]));
}
