/**
 * One level deeper: where blanks have to be put in so that lines of code become the body of a block.
 *
 *     query = """                with connect() as con:
 *     SELECT 1                       query = """
 *     """            ->          SELECT 1              inside the text: stays
 *                                """
 *     # the rows                     # the rows
 *     rows = run(query)              rows = run(query)
 *
 * Blank lines and lines that begin inside a text are left as they are, everything else moves, comments too.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { Node, Range } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { insert } from "./call-edits.ts";
import { lineAfter } from "../text/lines.ts";

/** Indents the lines of a unit that begin at `start` or later, and before `end`. */
export function indentLines(unit: Unit, { start, end }: Range, step: string): readonly PlaceEdit[] {
  const inText = insideTexts(unit, unit.body);
  const edits: PlaceEdit[] = [];
  for (let at = start === 0 ? 0 : lineAfter(unit.text, start - 1); at < end; at = lineAfter(unit.text, at)) {
    if (!inText(at) && /^[^\r\n]*\S/u.test(unit.text.slice(at))) edits.push(insert(unit, at, step));
  }
  return edits;
}

/** Tells whether an offset lies within a text that goes over several lines. */
export function insideTexts(unit: Unit, nodes: readonly Node[]): (offset: number) => boolean {
  const ranges: Range[] = [];
  walk(nodes, (node) => {
    if ("parts" in node) ranges.push(...node.parts.filter(({ start, end }) => unit.text.slice(start, end).includes("\n")));
    return undefined;
  });
  return (offset) => ranges.some(({ start, end }) => start < offset && offset < end);
}

/** What one more level is here: a tab where the code has tabs, else as much as the block around it, else four blanks. */
export function stepOf(unit: Unit, statement: Range, holder: Range | undefined): string {
  const own = blanksBefore(unit.text, statement.start);
  const outer = holder && blanksBefore(unit.text, holder.start);
  if (outer !== undefined && own.startsWith(outer) && own.length > outer.length) return own.slice(outer.length);
  return /^\t/mu.test(unit.text) ? "\t" : "    ";
}

/** The blanks at the start of the line, when there is nothing else before the offset; else the empty text. */
export function blanksBefore(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return before.trim() === "" ? before : "";
}

/** Whether a statement shares its lines with no other. */
export function isAlone({ text }: Unit, { start, end }: Range): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return before.trim() === "" && /^[ \t]*(?:#|\r?\n|$)/u.test(text.slice(end));
}
