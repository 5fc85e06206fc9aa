/**
 * Lines of code on their way to another indentation.
 *
 *         query = """            query = """
 *     SELECT 1          ->   SELECT 1               within the text: stays
 *     """                    """
 *         # the rows             # the rows         comments right above a statement go with it
 *         rows = run(query)      rows = run(query)
 *
 * Within a function there is at most one blank line between statements; texts are never touched.
 */
import { blanksBefore, insideTexts } from "../facts/indentation.ts";
import type { Node, Range, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import type { RunPart } from "./statement-run.ts";
import { startOf } from "./statement-run.ts";

export interface MovedLine {
  /** Without the indentation that all lines had. */
  readonly text: string;
  /** It begins within a text, and so at the first column. */
  readonly isInText: boolean;
}

/** Whole lines of the statements, from the comments right above the first to the end of the last one's line. */
export function linesRange({ unit, statements }: RunPart): Range {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return { start: 0, end: 0 };
  return { start: startWithComments(unit, first), end: endOfLine(unit.text, last.end) };
}

/** False where a line of the statements holds another one, or the header of their block. */
export function haveOwnLines({ unit: { text }, statements }: RunPart): boolean {
  const [first] = statements;
  const last = statements.at(-1);
  if (!first || !last) return false;
  return text.slice(lineStart(text, startOf(first)), startOf(first)).trim() === "" && /^[ \t\f]*;?[ \t]*(?:#|\\?\r?\n|$)/u.test(text.slice(last.end));
}

/** The lines, as if they stood at the first column. */
export function movedLines({ unit, statements }: RunPart, replace: Replace = asTheyAre): readonly MovedLine[] {
  const range = linesRange({ unit, statements });
  const indent = statements[0] ? blanksBefore(unit.text, startOf(statements[0])) : "";
  const inText = insideTexts(unit, statements);
  const lines: MovedLine[] = [];
  const replaced = replace === asTheyAre ? [] : replacedIn(statements, replace);
  for (let at = range.start; at <= range.end; ) {
    const end = endOfLine(unit.text, at);
    let text = unit.text.slice(at, Math.min(end, range.end));
    for (const { start, end: stop, by } of replaced) {
      if (start >= at && stop <= end) text = text.slice(0, start - at) + by + text.slice(stop - at);
    }
    const isInText = inText(at);
    lines.push({ text: isInText ? text : text.startsWith(indent) ? text.slice(indent.length) : text.trimStart(), isInText });
    at = afterBreak(unit.text, end);
    if (end >= range.end) break;
  }
  return lines;
}

/** What is written instead of a name or a literal. */
export type Replace = (node: Node) => string | undefined;

const asTheyAre: Replace = () => undefined;

/** Last first, so that those before keep their place. */
function replacedIn(statements: readonly Statement[], replace: Replace): readonly (Range & { readonly by: string })[] {
  const found: (Range & { readonly by: string })[] = [];
  walk(statements, (node) => {
    const by = replace(node);
    if (by === undefined) return undefined;
    found.push({ start: node.start, end: node.end, by });
    return "skip";
  });
  return found.sort((a, b) => b.start - a.start);
}

/** Lines of several parts, one below the other; blank lines between units stay, but for more than one. */
export function linesOfParts(parts: readonly RunPart[], rewrite: Rewrite = asWritten, replace: Replace = asTheyAre): readonly MovedLine[] {
  return parts.flatMap((part, index) => {
    const previous = parts[index - 1];
    const isApart = previous && (previous.unit.anchor.cell !== part.unit.anchor.cell || /^[ \t]*\r?\n/u.test(part.unit.text));
    // Comments that stand apart above the statement go along between two parts.
    return [...(isApart ? [blank] : []), ...(previous ? loneComments(part) : []), ...rewrite(part, movedLines(part, replace))];
  });
}

/** What becomes of the lines of one part on the way. */
export type Rewrite = (part: RunPart, lines: readonly MovedLine[]) => readonly MovedLine[];

const asWritten: Rewrite = (_, lines) => lines;

/** Puts text before and behind the only statement of a part. */
export function enclosed({ unit, statements: [node] }: RunPart, lines: readonly MovedLine[], before: string, behind: string): readonly MovedLine[] {
  if (!node) return lines;
  const first = lines.findIndex(({ text, isInText }) => !isInText && !text.trimStart().startsWith("#") && text.trim() !== "");
  const tail = unit.text.slice(node.end, endOfLine(unit.text, node.end));
  return lines.map((line, index) => {
    const opened = index === first ? before + line.text : line.text;
    const closed = index === lines.length - 1 ? opened.slice(0, opened.length - tail.length) + behind + tail : opened;
    return { ...line, text: closed };
  });
}

const blank: MovedLine = { text: "", isInText: false };

export function indentedText(lines: readonly MovedLine[], indent: string, lineBreak: string): string {
  const kept: string[] = [];
  for (const { text, isInText } of lines) {
    const isBlank = !isInText && text.trim() === "";
    if (isBlank && (kept.length === 0 || kept.at(-1) === "")) continue;
    kept.push(isInText ? text : isBlank ? "" : indent + text);
  }
  while (kept.at(-1) === "") kept.pop();
  return kept.join(lineBreak);
}

/** Comment lines between the first blank line of the unit and those right above its statement. */
function loneComments(part: RunPart): readonly MovedLine[] {
  const { unit } = part;
  const above = unit.text.slice(0, linesRange(part).start);
  const lines = above.split(/\r?\n/u).map((line) => line.trimEnd()).filter((line) => !isMarker(line));
  const text = lines.join("\n").replace(/^\n+/u, "");
  return text.trim() === "" ? [] : text.split("\n").slice(0, -1).map((line) => ({ text: line, isInText: false }));
}

function startWithComments(unit: Unit, first: Statement): number {
  const { text } = unit;
  let start = lineStart(text, startOf(first));
  const indent = blanksBefore(text, startOf(first));
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start).trimEnd();
    if (!line.startsWith(`${indent}#`) || isMarker(line)) break;
    start = above;
  }
  return start;
}

/** Lines that are no comments of the code below: of cells, of the file. */
function isMarker(line: string): boolean {
  return /^(?:#!|#\s*%%|# In\[|# COMMAND -|# Databricks notebook|# MAGIC|#.*coding[:=]|# \/\/\/|# type:|# ruff:|# flake8:|# mypy:)/u.test(line);
}

/** `lastIndexOf` counts from 0 what is before it. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Before the line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end - 1 >= offset ? end - 1 : end;
}

export function afterBreak(text: string, end: number): number {
  if (text[end] === "\r") return end + 2;
  return end < text.length ? end + 1 : end;
}
