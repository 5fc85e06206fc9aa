/**
 * A statement taken out, and what is left around it: no empty block, no gap where it stood.
 *
 *     def save(rows):                def save(rows):
 *         import json           ->       json.dump(rows, handle)
 *
 *         json.dump(rows, handle)
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { lineBreakOf } from "../facts/edits.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

export interface Removal {
  readonly edit: PlaceEdit;
  /** Comment lines right above that go with it, without their blanks. */
  readonly above: readonly string[];
  /** The comment on its line; those that only silence a linter about its place are dropped. */
  readonly comment: string | undefined;
}

/**
 * The statement stands alone on its lines.
 *
 * @param taken whether the comments right above it go with it
 * @param isRemoved the other statements that are taken out
 */
export function removalOf(unit: Unit, node: Statement, block: readonly Statement[], taken: "its-comments" | "alone", isRemoved: (node: Statement) => boolean): Removal {
  const { text } = unit;
  const lineStart = text.lastIndexOf("\n", node.start - 1) + 1;
  const end = lineAfter(text, node.end);
  const comment = unit.comments.find(({ start, end: to }) => start >= node.end && to <= end)?.text;
  const kept = comment === undefined || /^#\s*(?:noqa\b|pylint:|type: ?ignore\[?no-redef|isort:)/u.test(comment) ? undefined : comment;
  if (block.length === 1 && block[0] === node && !isTopLevel(unit, block)) {
    return { edit: edit(unit, node.start, comment === undefined ? node.end : text.slice(0, end).trimEnd().length, "pass"), above: [], comment: kept };
  }
  const above: string[] = [];
  let start = lineStart;
  while (taken === "its-comments" && start > 0) {
    const previous = text.lastIndexOf("\n", start - 2) + 1;
    const line = text.slice(previous, start).trim();
    if (!/^#(?!!| ?%%| In\[| COMMAND)/u.test(line)) break;
    above.unshift(line);
    start = previous;
  }
  const index = block.indexOf(node);
  const blanksBefore = blankLines(text.slice(0, start), "end");
  const blanksAfter = blankLines(text.slice(end), "start");
  // The first statement of a block, or the line below its docstring: nothing stands apart from nothing.
  if (block.slice(0, index).every(isRemoved) && !isTopLevel(unit, block)) return { edit: edit(unit, start, end + blanksAfter.length, ""), above, comment: kept };
  if (isTopLevel(unit, block)) {
    return { edit: edit(unit, start - surplus(unit, blanksBefore, isRemoved), end, ""), above, comment: kept };
  }
  return { edit: edit(unit, start, blanksBefore !== "" || index === block.length - 1 ? end + (blanksBefore !== "" ? blanksAfter.length : 0) : end, ""), above, comment: kept };
}

function isTopLevel(unit: Unit, block: readonly Statement[]): boolean {
  return block === unit.body;
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

function edit(unit: Unit, start: number, end: number, text: string): PlaceEdit {
  return { at: { anchor: unit.anchor, start, end }, text: text.replaceAll("\n", lineBreakOf(unit)) };
}

function blankLines(text: string, side: "start" | "end"): string {
  return (side === "start" ? /^(?:[ \t]*\r?\n)+/u : /(?<=\n|^)(?:[ \t]*\r?\n)+$/u).exec(text)?.[0] ?? "";
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
