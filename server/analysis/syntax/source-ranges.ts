/**
 * Ranges of the text that the tree leaves out, for edits: indentation, and the parentheses around an expression.
 *
 *     x = ((a + b)) * 2      a + b lies at 6-11, its parentheses at 4-13
 *     f((a))                 those around `a` at 2-5; the outer ones belong to the call
 */
import type { Node, Range } from "./nodes.ts";
import { children } from "./walk.ts";

/** The blanks that the line of an offset begins with. */
export function lineIndent(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  let end = start;
  while (end < text.length && (text[end] === " " || text[end] === "\t" || text[end] === "\f")) end++;
  return text.slice(start, end);
}

/** Range of an expression with all parentheses that do nothing but group it; its own range when there are none. */
export function parenthesizedRange(text: string, node: Range, parent: Node): Range {
  let from = parent.start;
  let to = parent.end;
  let first: Node | undefined;
  for (const child of children(parent)) {
    if (child.end <= node.start) {
      if (child.end >= from) [from, first] = [child.end, child];
    } else if (child.start >= node.end) to = Math.min(to, child.start);
  }
  const opens = parensBefore(text, from, node.start);
  const closes = parensAfter(text, node.end, to);
  // The parentheses of a call begin right after its function, those of a class after its name.
  const isArgument = (parent.kind === "Call" && node.start > parent.func.end) || (parent.kind === "ClassDef" && from < parent.name.end);
  if (isArgument && (first === undefined || (parent.kind === "Call" && first === parent.func))) opens.pop();
  if (isArgument && to === parent.end && parent.kind === "Call" && closes[closes.length - 1] === parent.end - 1) closes.pop();
  const depth = Math.min(opens.length, closes.length);
  if (depth === 0) return { start: node.start, end: node.end };
  return { start: opens[depth - 1]!, end: closes[depth - 1]! + 1 };
}

/** Offsets of the opening parentheses right before `to`, innermost first. Between siblings there are no strings. */
function parensBefore(text: string, from: number, to: number): number[] {
  let run: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text[at];
    if (code === "#") while (at + 1 < to && text[at + 1] !== "\n" && text[at + 1] !== "\r") at++;
    else if (code === "(") run.push(at);
    else if (code !== undefined && !/[\s\\]/.test(code)) run = [];
  }
  return run.reverse();
}

/** Offsets of the closing parentheses right after `from`, innermost first. */
function parensAfter(text: string, from: number, to: number): number[] {
  const run: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text[at];
    if (code === "#") while (at + 1 < to && text[at + 1] !== "\n" && text[at + 1] !== "\r") at++;
    else if (code === ")") run.push(at);
    else if (code !== undefined && !/[\s\\]/.test(code)) break;
  }
  return run;
}
