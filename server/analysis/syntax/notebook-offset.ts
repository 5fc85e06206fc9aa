/**
 * From an offset in a notebook's cell to the offset in the .ipynb file, where the cell's text is written as JSON, and back.
 *
 *     cell text   print("a")              offset 6, the quote
 *     file        "print(\"a\")\n",       after 7 characters of the literal: the escape is two long
 */
import type { Notebook, NotebookCell } from "./notebook.ts";

/** `undefined` for a cell whose source is not text. `file` is the text that the notebook was read from. */
export function offsetInFile(file: string, { source }: NotebookCell, offset: number): number | undefined {
  let rest = offset;
  const literals = source?.literals ?? [];
  for (const [index, { value, start, end }] of literals.entries()) {
    if (rest > value.length || (rest === value.length && index < literals.length - 1)) {
      rest -= value.length;
      continue;
    }
    let at = start + 1;
    for (; rest > 0 && at < end - 1; rest--) at += file[at] !== "\\" ? 1 : file[at + 1] === "u" ? 6 : 2;
    return at;
  }
  return undefined;
}

/** The cell that an offset of the file lies in, by its index, and the offset in the cell's text. */
export function offsetInCell(file: string, { cells }: Notebook, offset: number): { readonly cell: NotebookCell; readonly index: number; readonly offset: number } | undefined {
  const index = cells.findIndex(({ source }) => source !== undefined && source.start <= offset && offset < source.end);
  const cell = cells[index];
  if (!cell) return undefined;
  // The last character of the cell that is not written behind the offset.
  let [low, high] = [0, cell.text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsetInFile(file, cell, middle) ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return { cell, index, offset: low };
}
