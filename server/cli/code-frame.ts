/**
 * The lines of code that a finding speaks of, with a mark below the range.
 *
 *        │
 *     12 │ df = pd.read_csv("/home/ada/data.csv")
 *        │                  ^^^^^^^^^^^^^^^^^^^^
 *
 * Tabs are widened, wide characters count double, and of a very long line only the part around the mark is shown.
 */
import type { SourceText } from "../analysis/text/source-text.ts";
import { visible, widthOf } from "./style.ts";

export interface FrameLine {
  /** 0-based. */
  readonly line: number;
  readonly code: string;
  /** Columns before the mark, and its length; at least 1, so that an empty range is seen. */
  readonly indent: number;
  readonly length: number;
  /** 0-based last line of the range, when it goes on below. */
  readonly until: number | undefined;
}

/** The first line of `[start, end)`, cut to `width` columns. */
export function frameLine(source: SourceText, start: number, end: number, width: number): FrameLine {
  const line = source.lineAt(start);
  const lineStart = source.lineStart(line);
  const lineEnd = source.lineEnd(line);
  const last = source.lineAt(Math.max(start, end - 1));
  // Only a window of a very long line is looked at.
  const from = Math.max(lineStart, start - 2 * width);
  const to = Math.min(lineEnd, start + 3 * width);
  const cells = layOut(source.text.slice(from, to), from);
  const markFrom = cells.findIndex((cell) => cell.offset >= start);
  const begin = markFrom < 0 ? cells.length : markFrom;
  const markTo = cells.findIndex((cell) => cell.offset >= Math.min(end, lineEnd));
  const stop = Math.max(begin + 1, markTo < 0 ? cells.length : markTo);

  const columns = [0];
  for (const cell of cells) columns.push((columns[columns.length - 1] ?? 0) + cell.width);
  const columnOf = (index: number): number => columns[Math.min(index, cells.length)] ?? 0;
  const total = columnOf(cells.length);
  const markColumn = columnOf(begin);
  const markWidth = Math.max(1, columnOf(Math.min(stop, cells.length)) - markColumn);
  const until = last > line ? last : undefined;
  if (from === lineStart && to === lineEnd && total <= width) {
    return { line, code: cells.map((cell) => cell.text).join("").trimEnd(), indent: markColumn, length: markWidth, until };
  }

  // The window begins as far left as it can while the whole mark, or at least its start, is in it with some code around.
  const room = Math.max(10, width - 2);
  const margin = Math.min(8, Math.floor(room / 4));
  const wantedLeft = Math.max(0, Math.min(markColumn - margin, markColumn + markWidth + margin - room));
  const shown = cells.filter((_, index) => columnOf(index) >= wantedLeft && columnOf(index + 1) <= wantedLeft + room);
  const firstShown = shown[0] ? cells.indexOf(shown[0]) : 0;
  const left = columnOf(firstShown);
  const cutLeft = from > lineStart || firstShown > 0;
  const lastShown = shown[shown.length - 1];
  const cutRight = to < lineEnd || (lastShown !== undefined && lastShown !== cells[cells.length - 1]);
  const code = (cutLeft ? "…" : "") + shown.map((cell) => cell.text).join("") + (cutRight ? "…" : "");
  const indent = markColumn - left + (cutLeft ? 1 : 0);
  return { line, code, indent, length: Math.max(1, Math.min(markWidth, room + 1 - indent)), until };
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly offset: number;
}

function layOut(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  for (const character of text) {
    const shown = character === "\t" ? "    " : visible(character);
    cells.push({ text: shown, width: character === "\t" ? 4 : widthOf(shown), offset: at });
    at += character.length;
  }
  return cells;
}
