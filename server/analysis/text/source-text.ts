/**
 * A text with its line starts: the one place where offsets become lines and columns and back.
 *
 * Everything inside the analysis counts in UTF-16 offsets. The command line prints columns in code points, an
 * editor asks for UTF-16 or UTF-8 units: each border asks here in its own unit.
 */

/** Unit in which a column counts. */
export type ColumnUnit = "utf-8" | "utf-16" | "code-point";

/** 0-based line, 0-based column in some {@link ColumnUnit}. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export class SourceText {
  readonly text: string;
  #lineStarts: Int32Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Number of lines; a text that ends in a line break has one more, empty line. */
  get lineCount(): number {
    return this.#starts().length;
  }

  /** Offset at which a 0-based line starts; the text's length for a line past the end. */
  lineStart(line: number): number {
    return this.#starts()[Math.max(0, line)] ?? this.text.length;
  }

  /** Offset after the last character of a line, before its line break. */
  lineEnd(line: number): number {
    const next = this.lineStart(line + 1);
    if (line + 1 >= this.lineCount) return this.text.length;
    let end = next - 1;
    if (end > 0 && this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end -= 1;
    return Math.max(end, this.lineStart(line));
  }

  /** The 0-based line that holds the offset. */
  lineAt(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line and column of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number, unit: ColumnUnit = "utf-16"): LineColumn {
    const clamped = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.lineAt(clamped);
    const start = this.lineStart(line);
    if (unit === "utf-16") return { line, column: clamped - start };
    let column = 0;
    for (let at = start; at < clamped; ) {
      const point = this.text.codePointAt(at) ?? 0;
      column += unit === "code-point" ? 1 : utf8Length(point);
      at += point > 0xffff ? 2 : 1;
    }
    return { line, column };
  }

  /** Offset of a line and column; a column past the end of its line is clamped to the line's end. */
  offsetAt(position: LineColumn, unit: ColumnUnit = "utf-16"): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.lineStart(position.line);
    const end = this.lineEnd(position.line);
    if (unit === "utf-16") return Math.min(start + Math.max(position.column, 0), end);
    let left = position.column;
    let at = start;
    while (at < end && left > 0) {
      const point = this.text.codePointAt(at) ?? 0;
      left -= unit === "code-point" ? 1 : utf8Length(point);
      at += point > 0xffff ? 2 : 1;
    }
    return at;
  }

  #starts(): Int32Array {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const { text } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) starts.push(at + 1);
      else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
    }
    this.#lineStarts = Int32Array.from(starts);
    return this.#lineStarts;
  }
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
