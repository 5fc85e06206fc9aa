/**
 * Edits inside one call: take an argument out, add one, and leave the call as its author would have written it.
 *
 *     get(url, verify=False)        -> get(url)
 *     get(                             get(
 *         url,                             url,
 *         verify=False,            ->      timeout=3,
 *         timeout=3,                   )
 *     )
 *
 * Commas go with their argument, and an argument that has a line of its own takes the line with it. Comments stay.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { Call, Expression, Keyword, Range } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

/** The arguments as written, positional and keyword, in source order. */
function argumentsInOrder(call: Call): readonly (Expression | Keyword)[] {
  return [...call.args, ...call.keywords].sort((a, b) => a.start - b.start);
}

export function keywordOf(call: Call, name: string): Keyword | undefined {
  return call.keywords.find((keyword) => keyword.arg?.name === name);
}

/** Takes one argument away. `undefined` where parentheses or a comment around it leave no clean cut. */
export function removeArgument(unit: Unit, call: Call, argument: Expression | Keyword): PlaceEdit | undefined {
  const all = argumentsInOrder(call);
  const index = all.indexOf(argument);
  if (index < 0) return undefined;
  const { text } = unit;
  const previous = all[index - 1];
  const next = all[index + 1];
  const close = call.end - 1;
  const after = skipBlanks(text, argument.end);
  const hasComma = text[after] === ",";
  if (hasComma) {
    const lineStart = text.lastIndexOf("\n", argument.start - 1) + 1;
    const lineEnd = endOfLine(text, after + 1);
    const rest = text.slice(after + 1, lineEnd).trim();
    if (text.slice(lineStart, argument.start).trim() === "" && lineStart > call.start) {
      if (rest === "") return cut(unit, lineStart, Math.min(lineEnd + lineBreakLength(text, lineEnd), close));
      if (rest.startsWith("#")) return cut(unit, argument.start, skipBlanks(text, after + 1));
    }
    if (next) return /^[ \t]*$/u.test(text.slice(after + 1, next.start)) ? cut(unit, argument.start, next.start) : undefined;
  }
  const gap = previous ? text.slice(previous.end, argument.start) : "";
  if (previous) return /^\s*,\s*$/u.test(gap) ? cut(unit, previous.end, hasComma ? after : argument.end) : undefined;
  const open = text.lastIndexOf("(", argument.start);
  const inside = text.slice(open + 1, argument.start) + text.slice(hasComma ? after + 1 : argument.end, close);
  return inside.trim() === "" ? cut(unit, open + 1, close) : undefined;
}

/** Adds an argument after the last one; on a line of its own where the call gives each argument one. */
export function appendArgument(unit: Unit, call: Call, argument: string): PlaceEdit | undefined {
  const { text } = unit;
  const close = call.end - 1;
  if (text[close] !== ")") return undefined;
  const all = argumentsInOrder(call);
  const last = all.at(-1);
  if (!last) return insert(unit, close, argument);
  if (last.kind === "GeneratorExp" && all.length === 1 && text[last.start] === "(" && last.end === call.end) return undefined;
  const tail = text.slice(last.end, close);
  const match = /^(?<closing>[\s)]*?)(?<comma>,?)(?<rest>(?:[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$))*[ \t]*)$/u.exec(tail);
  if (!match?.groups) return undefined;
  const { closing = "", comma = "", rest = "" } = match.groups;
  const end = last.end + closing.trimEnd().length;
  if (!/[\r\n]/u.test(rest) && !/[\r\n]/u.test(closing)) return insert(unit, end, `, ${argument}`);
  const indent = indentOf(text, last.start);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  if (comma === "," ) return insert(unit, endOfLine(text, last.end), `${lineBreak}${indent}${argument},`);
  const comment = text.slice(end, endOfLine(text, end)).includes('#');
  return comment ? undefined : insert(unit, end, `,${lineBreak}${indent}${argument},`);
}

/** The blanks before the first character of the line that holds `offset`. */
export function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/u.exec(text.slice(start, offset))?.[0] ?? "";
}

export function replace(unit: Unit, range: Range, text: string): PlaceEdit {
  return { at: { anchor: unit.anchor, start: range.start, end: range.end }, text };
}

export function insert(unit: Unit, offset: number, text: string): PlaceEdit {
  return replace(unit, { start: offset, end: offset }, text);
}

function cut(unit: Unit, start: number, end: number): PlaceEdit {
  return replace(unit, { start, end }, "");
}

function skipBlanks(text: string, offset: number): number {
  return offset + (/^[ \t]*/u.exec(text.slice(offset))?.[0].length ?? 0);
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

function lineBreakLength(text: string, offset: number): number {
  return text[offset] === "\r" ? 2 : text[offset] === "\n" ? 1 : 0;
}
