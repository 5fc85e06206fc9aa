/**
 * Changes some cells in a notebook's file and leaves every other byte as it is: sources (notebook-source.ts), and whole cells that
 * come, go or are replaced (notebook-cells.ts).
 */
import { applyEdits } from "../text/edit.ts";
import { cellEdits } from "./notebook-cells.ts";
import type { CellReplacement } from "./notebook-cells.ts";
import { sourceEdit, SourceStyle } from "./notebook-source.ts";
import type { Notebook } from "./notebook.ts";

/**
 * `file` is the text that `notebook` was read from; `changes` maps ids of cells to their new texts, `replacements` counts cells as
 * they are before any change and holds none of those.
 *
 * @throws RangeError for a cell that is not there or whose source is not text.
 */
export function patchNotebook(
  file: string,
  notebook: Notebook,
  changes: ReadonlyMap<string, string>,
  replacements: readonly CellReplacement[] = [],
): string {
  const style = new SourceStyle(file, notebook);
  const edits = [...changes].flatMap(([id, text]) => {
    const cell = notebook.cells.find((each) => each.id === id);
    if (!cell?.source) throw new RangeError(`the notebook has no cell ${id} with a source to change`);
    return cell.text === text ? [] : sourceEdit(file, cell.source, text, style);
  });
  return applyEdits(file, [...edits, ...cellEdits(file, notebook, replacements)]);
}
