/** Flat offsets to LSP positions and back, in the column unit that was agreed with the client. */
import type { Position, Range } from "vscode-languageserver";
import type { SourceText } from "../analysis/text/source-text.ts";
import type { Abilities } from "./abilities.ts";

type Columns = Abilities["columns"];

function toPosition(source: SourceText, offset: number, columns: Columns): Position {
  const { line, column } = source.positionAt(offset, columns);
  return { line, character: column };
}

export function toRange(source: SourceText, start: number, end: number, columns: Columns): Range {
  return { start: toPosition(source, start, columns), end: toPosition(source, end, columns) };
}

export function toOffset(source: SourceText, position: Position, columns: Columns): number {
  return source.offsetAt({ line: position.line, column: position.character }, columns);
}

/** Negative when `a` comes before `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
