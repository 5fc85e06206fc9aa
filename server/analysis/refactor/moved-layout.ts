/**
 * Statements that moved to another column, or were changed, laid out as Ruff's formatter would lay them out where they are now.
 *
 *     for seed in seeds:
 *         scores = cross_val_score(                               four columns further left it fits on one line, so
 *             model, X, y, cv=5, scoring="roc_auc"                that is where the formatter has it
 *         )
 *
 *     def score(model, X, y):
 *         return cross_val_score(model, X, y, cv=5)
 *
 * What was laid out as the formatter would have it before, is so afterwards; what its author wrote in another way stays so, as long as it
 * was within the length of a line and is no more. What did not move and did not change is not looked at.
 */
import { blanksBefore, insideTexts } from "../facts/indentation.ts";
import { Document } from "../syntax/document.ts";
import { isStatement } from "../syntax/node-kinds.ts";
import type { Range, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { statementLayout } from "./formatter/statements.ts";
import type { LaidOut } from "./formatter/statements.ts";
import type { Layout } from "./layout.ts";
import { width } from "./write-function.ts";

/** @param text Python with `\n` for line breaks. @param old the text before, of which statements of `text` come */
export function laidOutAnew(text: string, old: string, layout: Layout): string {
  const before = known(old.replaceAll("\r\n", "\n"), layout);
  const edits: TextEdit[] = [];
  for (const each of statementsIn(text, layout)) {
    const { made, unit, written } = each;
    if (!made || made.text === written || !isSameCode(made.text, written) || !isWanted(each, before, layout)) continue;
    edits.push({ start: unit.anchor.offset + made.range.start, end: unit.anchor.offset + made.range.end, text: made.text });
  }
  return applyEdits(text, edits);
}

/** As `laidOutAnew`, of lines that are all indented: of a method, say. */
export function indentedLaidOutAnew(text: string, indent: string, old: string, layout: Layout): string {
  const levels = levelOf(indent, layout);
  if (levels === undefined) return text;
  const heads = Array.from({ length: levels }, (_, level) => `${layout.step.repeat(level)}if True:\n`).join("");
  const lines = text.split(layout.lineBreak).join("\n");
  return laidOutAnew(heads + lines, old, layout).slice(heads.length).replaceAll("\n", layout.lineBreak);
}

/** A statement, or the head of a compound one, alone on its lines. */
interface Placed {
  readonly unit: Unit;
  readonly level: number;
  readonly made: LaidOut | undefined;
  readonly written: string;
  /** The same wherever it stands: without the indentation that all its lines have. */
  readonly key: string;
}

function statementsIn(text: string, layout: Layout): readonly Placed[] {
  const found: Placed[] = [];
  for (const unit of Document.script("file:///moved.py", text).units) {
    if (unit.problems.length > 0) continue;
    const inText = insideTexts(unit, unit.body);
    walk(unit.body, (node) => {
      const placed = isStatement(node) ? placedOf(unit, node, layout, inText) : undefined;
      if (placed) found.push(placed);
      return undefined;
    });
  }
  return found;
}

function placedOf(unit: Unit, node: Statement, layout: Layout, inText: (offset: number) => boolean): Placed | undefined {
  const { text } = unit;
  const start = text.lastIndexOf("\n", node.start - 1) + 1;
  const indent = blanksBefore(text, node.start);
  const level = start + indent.length === node.start && !inText(start) ? levelOf(indent, layout) : undefined;
  if (level === undefined) return undefined;
  const { lineLength, step } = layout;
  const made = statementLayout(unit, node, { lineLength, step, level, stepWidth: width(step) });
  const range = made?.range ?? node;
  return { unit, level, made, written: text.slice(range.start, range.end), key: keyOf(unit, range, indent, inText) };
}

function levelOf(indent: string, { step }: Layout): number | undefined {
  const levels = indent.length / step.length;
  return Number.isInteger(levels) && indent === step.repeat(levels) ? levels : undefined;
}

function keyOf({ text }: Unit, { start, end }: Range, indent: string, inText: (offset: number) => boolean): string {
  let at = start;
  return text.slice(start, end).split("\n").map((line) => {
    const isMoved = at > start && !inText(at) && line.startsWith(indent);
    at += line.length + 1;
    return isMoved ? line.slice(indent.length) : line;
  }).join("\n");
}

// ---- what was there before ---------------------------------------------------------------------------------

interface Before {
  readonly statements: ReadonlyMap<string, readonly Placed[]>;
  /** Lines that were too long already: that is nobody's affair. */
  readonly tooLong: ReadonlySet<string>;
  /** Nearly everything is as the formatter has it. */
  readonly isFormatted: boolean;
}

/** Statements out of a hundred. */
const mostOtherwise = 2;

function known(old: string, layout: Layout): Before {
  const statements = new Map<string, Placed[]>();
  let count = 0;
  let otherwise = 0;
  for (const placed of statementsIn(old, layout)) {
    const same = statements.get(placed.key);
    if (same) same.push(placed);
    else statements.set(placed.key, [placed]);
    if (!placed.made) continue;
    count++;
    if (placed.made.text !== placed.written) otherwise++;
  }
  const tooLong = new Set(old.split("\n").filter((line) => width(line) > layout.lineLength).map((line) => line.trim()));
  return { statements, tooLong, isFormatted: otherwise * 100 <= count * mostOtherwise };
}

function isWanted({ unit, made, written, level, key }: Placed, { statements, tooLong, isFormatted }: Before, layout: Layout): boolean {
  const was = statements.get(key);
  if (was?.some((each) => each.level === level)) return false;
  if (was ? was.some((each) => each.made?.text === each.written) : isFormatted) return true;
  const isLong = linesOf(unit, made?.range ?? { start: 0, end: 0 }).some((line) => width(line) > layout.lineLength && !tooLong.has(line.trim()));
  return isLong && !written.includes("\n");
}

/** Whole lines. */
function linesOf({ text }: Unit, { start, end }: Range): readonly string[] {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  return text.slice(from, to < 0 ? text.length : to).split("\n");
}

/** Nothing but blanks, parentheses and commas may differ. */
function isSameCode(one: string, other: string): boolean {
  const bare = (code: string): string => code.replace(/[\s(),\\]/gu, "");
  return bare(one) === bare(other);
}

