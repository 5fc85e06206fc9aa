/**
 * Statements taken out, and what is left around them: no empty block, no gap where they stood, no comment lost.
 *
 *     def save(rows):                def save(rows):
 *         import json           ->       json.dump(rows, handle)
 *
 *         json.dump(rows, handle)
 *
 *     if late:                       if late:
 *         breakpoint()  # why   ->       pass  # why
 *
 *     import pdb; pdb.set_trace()    both: the line; the second only: `import pdb`
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { blocksOf } from "../syntax/blocks.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { replace } from "./call-edits.ts";

export interface Removal {
  readonly edit: PlaceEdit;
  /** Comment lines right above that went with it, without their blanks. */
  readonly above: readonly string[];
  /** The comment that went with its line; those that only silence a linter about its place are dropped. */
  readonly comment: string | undefined;
}

/** Comments that go: none, the one at the end of the line, those right above as well. */
export type TakenComments = "none" | "line" | "line and above";

/** The statements of a block, which the statement is one of. */
export function blockOf(unit: Unit, statement: Statement): readonly Statement[] {
  const path = ancestorsOf(unit, statement);
  const holder = path[path.indexOf(statement) - 1];
  const blocks = holder ? blocksOf(holder) : [unit.body];
  return blocks.find((block) => block.includes(statement)) ?? [statement];
}

/**
 * Takes out one statement, or neighbours on one line. `undefined` where lines are shared in a way that leaves no clean cut.
 *
 * @param isGone also those that other removals take out
 */
export function removalOf(
  unit: Unit, statements: readonly Statement[], comments: TakenComments, isGone: (node: Statement) => boolean = (node) => statements.includes(node),
): Removal | undefined {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last || unit.problems.length > 0) return undefined;
  const block = blockOf(unit, first);
  const line = lineOf(unit.text, block, first);
  const from = line.indexOf(first);
  if (!statements.every((each, index) => line[from + index] === each)) return undefined;
  if (statements.length < line.length) return { edit: replace(unit, partOfLine(line, from, first, last), ""), above: [], comment: undefined };
  return wholeLine(unit, block, first, last, comments, isGone);
}

/** The statements that share a line with this one. */
function lineOf(text: string, block: readonly Statement[], statement: Statement): readonly Statement[] {
  const isApart = (before: Statement | undefined, next: Statement | undefined): boolean => !before || !next || /[\r\n]/u.test(text.slice(before.end, next.start));
  let start = block.indexOf(statement);
  let end = start;
  while (!isApart(block[start - 1], block[start])) start -= 1;
  while (!isApart(block[end], block[end + 1])) end += 1;
  return block.slice(start, end + 1);
}

/** With the semicolon before, or that behind. */
function partOfLine(line: readonly Statement[], from: number, first: Statement, last: Statement): { readonly start: number; readonly end: number } {
  const before = line[from - 1];
  return before ? { start: before.end, end: last.end } : { start: first.start, end: line[line.indexOf(last) + 1]?.start ?? last.end };
}

function wholeLine(
  unit: Unit, block: readonly Statement[], first: Statement, last: Statement, comments: TakenComments, isGone: (node: Statement) => boolean,
): Removal | undefined {
  const { text } = unit;
  const lineStart = text.lastIndexOf("\n", first.start - 1) + 1;
  const rest = /^[ \t]*;?[ \t]*(?<comment>#[^\r\n]*)?(?:\r?\n|$)/u.exec(text.slice(last.end));
  if (!rest) return undefined;
  const written = rest.groups?.["comment"];
  const commentAt = written === undefined ? undefined : text.indexOf(written, last.end);
  const end = last.end + rest[0].length;
  const staying = comments === "none" ? commentAt : undefined;
  const comment = comments === "none" || written === undefined || isAboutPlace(written) ? undefined : written.trimEnd();
  const isTopLevel = block === unit.body;
  const isEmptied = !isTopLevel && block.every(isGone) && block[0] === first;
  // `if late: breakpoint()`
  if (text.slice(lineStart, first.start).trim() !== "" || isEmptied) {
    const upTo = comments === "none" || written === undefined ? last.end : text.slice(0, end).trimEnd().length;
    return isEmptied ? { edit: replace(unit, { start: first.start, end: upTo }, "pass"), above: [], comment } : undefined;
  }
  if (staying !== undefined) return { edit: replace(unit, { start: first.start, end: staying }, ""), above: [], comment: undefined };
  const { start, above } = comments === "line and above" ? commentsAbove(text, lineStart) : { start: lineStart, above: [] };
  return { edit: replace(unit, gap(unit, block, block.indexOf(first), start, end, isGone), ""), above, comment };
}

/** Silences a linter about where the statement stands. */
function isAboutPlace(comment: string): boolean {
  return /^#\s*(?:noqa\b|pylint:|type: ?ignore\[?no-redef|isort:)/u.test(comment);
}

function commentsAbove(text: string, lineStart: number): { readonly start: number; readonly above: readonly string[] } {
  const above: string[] = [];
  let start = lineStart;
  while (start > 0) {
    const previous = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(previous, start).trim();
    if (!/^#(?!!| ?%%| In\[| COMMAND)/u.test(line)) break;
    above.unshift(line);
    start = previous;
  }
  return { start, above };
}

/** The lines, with the blank lines around them that would be too many. */
function gap(
  unit: Unit, block: readonly Statement[], index: number, start: number, end: number, isGone: (node: Statement) => boolean,
): { readonly start: number; readonly end: number } {
  const { text } = unit;
  const blanksBefore = /(?<=\n|^)(?:[ \t]*\r?\n)+$/u.exec(text.slice(0, start))?.[0] ?? "";
  const blanksAfter = /^(?:[ \t]*\r?\n)+/u.exec(text.slice(end))?.[0] ?? "";
  if (block === unit.body) return { start: start - surplus(unit, blanksBefore, isGone), end };
  // The first statement of a block, or the line below its docstring: nothing stands apart from nothing.
  const isFirst = block.slice(0, index).every(isGone);
  return { start, end: isFirst || blanksBefore !== "" ? end + blanksAfter.length : end };
}

/**
 * How much of the blank lines before a top-level statement goes with it: what follows brings its own, but after a function there have
 * to be as many as there were. Of several statements in a row, the first leaves them.
 */
function surplus({ anchor: { cell, index } }: Unit, blanks: string, isRemoved: (node: Statement) => boolean): number {
  const isGone = (unit: Unit): boolean => unit.body.length > 0 && unit.body.every(isRemoved);
  const previous = cell.units[index - 1];
  const next = cell.units.slice(index + 1).find((unit) => !isGone(unit));
  if (!next || (previous && isGone(previous))) return blanks.length;
  const lines = blanks.split(/(?<=\n)/u).filter((line) => line !== "");
  const brought = /^(?:[ \t]*\r?\n)*/u.exec(next.text)?.[0].split("\n").length ?? 1;
  return lines.slice(0, Math.min(lines.length, brought - 1)).join("").length;
}
