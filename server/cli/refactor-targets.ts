/**
 * `FILE[:LINES]`: a file, and perhaps what is selected in it.
 *
 *     train.py                      the whole file
 *     train.py:12                   line 12
 *     train.py:12-20                lines 12 to 20
 *     train.py:12:9-12:24           from column 9 to before column 24 of line 12
 *     train.ipynb:cell3             the third cell, as Jupyter shows them: text cells count too
 *     train.ipynb:cell3-cell5       three cells
 *     train.ipynb:cell3:2-4         lines 2 to 4 of a cell
 *
 * Everything counts from 1, columns in characters. Several selections in one file make one, as with several cursors.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { SelectedPart } from "../analysis/refactor/refactoring.ts";
import { ArgumentError } from "./arguments.ts";

export interface Target {
  readonly path: string;
  /** Empty for the whole file. */
  readonly ranges: readonly TargetRange[];
}

export interface TargetRange {
  /** As it was typed. */
  readonly written: string;
  readonly cells: { readonly first: number; readonly last: number } | undefined;
  readonly lines: { readonly first: Point; readonly last: Point } | undefined;
}

interface Point {
  readonly line: number;
  readonly column: number | undefined;
}

const pattern = /^(?<path>.+?)(?::cell(?<firstCell>\d+)(?:-(?:cell)?(?<lastCell>\d+))?)?(?::(?<firstLine>\d+)(?::(?<firstColumn>\d+))?(?:-(?<lastLine>\d+)(?::(?<lastColumn>\d+))?)?)?$/u;

/** Operands in order, those of the same file together. @throws ArgumentError */
export function readTargets(operands: readonly string[]): readonly Target[] {
  const targets = new Map<string, TargetRange[] | undefined>();
  for (const operand of operands) {
    const found = pattern.exec(operand)?.groups ?? {};
    const { path = operand } = found;
    const number = (name: string): number | undefined => (found[name] === undefined ? undefined : Number(found[name]));
    const firstCell = number("firstCell");
    const firstLine = number("firstLine");
    if (firstCell === undefined && firstLine === undefined) {
      if (targets.get(path)) throw new ArgumentError(`${path} is given whole and in parts`);
      targets.set(path, undefined);
      continue;
    }
    if (targets.has(path) && !targets.get(path)) throw new ArgumentError(`${path} is given whole and in parts`);
    const lastCell = number("lastCell") ?? firstCell;
    if (firstLine !== undefined && lastCell !== firstCell) throw new ArgumentError(`${operand}: lines are of one cell: ${path}:cell${firstCell ?? 1}:${firstLine}`);
    const first = { line: firstLine ?? 1, column: number("firstColumn") };
    const last = { line: number("lastLine") ?? first.line, column: number("lastColumn") ?? (number("lastLine") === undefined ? first.column : undefined) };
    const cells = firstCell === undefined ? undefined : { first: firstCell, last: lastCell ?? firstCell };
    const isBackward = last.line < first.line || (last.line === first.line && (last.column ?? Infinity) < (first.column ?? 1)) || (cells && cells.last < cells.first);
    if (isBackward === true || firstCell === 0 || firstLine === 0) throw new ArgumentError(`${operand}: counted from 1, first before last`);
    const range = { written: operand, cells, lines: firstLine === undefined ? undefined : { first, last } };
    targets.set(path, [...(targets.get(path) ?? []), range]);
  }
  return [...targets].map(([path, ranges]) => ({ path, ranges: ranges ?? [] }));
}

/** @throws ArgumentError for cells or lines that are not there. */
export function selectionIn(document: OpenDocument, ranges: readonly TargetRange[]): readonly SelectedPart[] {
  const parts = ranges.length === 0 ? document.cells.flatMap((cell) => (cell.kind === "code" ? [{ cell, start: cell.start, end: cell.end }] : [])) : ranges.flatMap((range) => partsOf(document, range));
  const sorted = [...parts].sort((a, b) => a.cell.index - b.cell.index || a.start - b.start);
  if (sorted.some(({ cell }, index) => index > 0 && cell === sorted[index - 1]?.cell)) throw new ArgumentError("two selections in one cell, or in one script, do not go together");
  return sorted;
}

function partsOf(document: OpenDocument, { written, cells, lines }: TargetRange): readonly SelectedPart[] {
  const { dialect } = document;
  if (dialect === "notebook" && !cells) throw new ArgumentError(`${written}: lines of a notebook are those of a cell: FILE:cell3:2-4`);
  if (dialect === "script" && cells) throw new ArgumentError(`${written}: the file has no cells`);
  if (dialect !== "notebook" && cells && lines) throw new ArgumentError(`${written}: lines of a script count in the file: FILE:12-20`);
  if (!cells) {
    const [first] = document.cells;
    if (!first || !lines) return [];
    const { start, end } = offsetsOf(document, first, lines, written);
    // A script with cells: what is selected of each.
    return document.cells.flatMap((cell) => {
      const from = Math.max(start, cell.start);
      const to = Math.min(end, cell.end);
      return cell.kind === "code" && (from < to || (start === end && cell.start <= start && start < cell.end)) ? [{ cell, start: from, end: to }] : [];
    });
  }
  const chosen = document.cells.slice(cells.first - 1, cells.last);
  if (chosen.length < cells.last - cells.first + 1) throw new ArgumentError(`${written}: there are ${document.cells.length} cells`);
  return chosen.map((cell) => ({ cell, ...(lines ? offsetsOf(document, cell, lines, written) : { start: cell.start, end: cell.end }) }));
}

function offsetsOf(document: OpenDocument, cell: SelectedPart["cell"], { first, last }: NonNullable<TargetRange["lines"]>, written: string): { readonly start: number; readonly end: number } {
  const source = document.sourceOf(cell);
  if (last.line > source.lineCount) throw new ArgumentError(`${written}: there are ${lineCountOf(source)} lines`);
  const offset = ({ line, column }: Point, otherwise: number): number =>
    column === undefined ? otherwise : source.offsetAt({ line: line - 1, column: column - 1 }, "code-point");
  return { start: offset(first, source.lineStart(first.line - 1)), end: offset(last, source.lineEnd(last.line - 1)) };
}

/** As `wc` counts: what follows the last line break is a line when something stands there. */
function lineCountOf(source: ReturnType<OpenDocument["sourceOf"]>): number {
  const { lineCount } = source;
  return lineCount > 1 && source.lineStart(lineCount - 1) === source.lineEnd(lineCount - 1) ? lineCount - 1 : lineCount;
}
