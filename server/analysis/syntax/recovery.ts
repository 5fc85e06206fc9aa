/**
 * Where a bracket or string that nobody closed must end.
 *
 *     df = pd.read_csv("a.csv",      the bracket is open,
 *     print(df)                      yet this line is a statement of its own
 *
 * Lines inside brackets may look like statements in valid Python (`name=value,` at the margin), so these questions are
 * asked only after an ordinary reading of the brackets has failed: see `TokenStream`. The exceptions are keywords
 * that no bracket can hold at the start of a line, which end it at once.
 */
import { NAME_PART, lineEnd } from "./characters.ts";
import * as T from "./tokens.ts";

/** Keywords that begin a statement and never stand at the start of a line inside brackets. */
export const ENDS_BRACKETS: Uint8Array = new Uint8Array(T.KIND_COUNT);
for (
  const kind of [
    T.Assert, T.Break, T.Class, T.Continue, T.Def, T.Del, T.Elif, T.Except, T.Finally, T.Global, T.Import, T.Nonlocal,
    T.Pass, T.Raise, T.Return, T.Try, T.While, T.With,
  ]
) ENDS_BRACKETS[kind] = 1;

/** Token kinds that end an operand: a name right after one of them is never valid inside brackets. */
export const ENDS_OPERAND: Uint8Array = new Uint8Array(T.KIND_COUNT);
for (
  const kind of [
    T.Name, T.NumberLiteral, T.StringLiteral, T.FStringEnd, T.RightParen, T.RightSquare, T.RightBrace, T.Ellipsis,
    T.None_, T.True_, T.False_,
  ]
) ENDS_OPERAND[kind] = 1;

/** Keywords that may follow an operand inside brackets. */
export const FOLLOWS_OPERAND: Uint8Array = new Uint8Array(T.KIND_COUNT);
for (const kind of [T.And, T.Or, T.Not, T.In, T.Is, T.If, T.Else, T.For, T.Async, T.As, T.From]) FOLLOWS_OPERAND[kind] = 1;

const BLOCK = /^(?:if|for|while|with|try|else|elif|except|finally|async|match|case)\b/;
const STATEMENT = /^(?:def|class|import|from|return|raise|assert|del|global|nonlocal)\s+[\w.(]/;
const BARE = /^(?:pass|break|continue|return|raise)\s*(?:#|$)/;
const DECORATOR = /^@\s*[A-Za-z_][\w.]*/;
const TARGET = /^[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*\s*(?:\(|\[|=(?!=)|(?:[-+*/%@&|^]|\*\*|\/\/|<<|>>)=|:\s*[A-Za-z_"'])/;
const UNPACKING = /^[A-Za-z_]\w*\s*,[^()#]*[^=!<>]=(?!=)/;

/** Whether the line that begins (after its indentation) at `at` looks like the start of a statement. */
export function looksLikeStatement(text: string, at: number, limit: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== 64 && (first > 127 || NAME_PART[first] === 0)) return false;
  const line = text.slice(at, Math.min(lineEnd(text, at, limit), at + 400)).trimEnd();
  if (BLOCK.test(line) && /:\s*(?:#.*)?$/.test(line)) return true;
  return STATEMENT.test(line) || BARE.test(line) || DECORATOR.test(line) || TARGET.test(line) || UNPACKING.test(line);
}

/**
 * Where a triple-quoted string without an end is taken to end: before the first line below that looks like a statement
 * and is indented no deeper than the statement the string belongs to; the end of the text when there is none.
 */
export function looseStringEnd(text: string, at: number, limit: number, column: number): number {
  let end = lineEnd(text, at, limit);
  let position = end;
  while (position < limit) {
    const code = text.charCodeAt(position);
    const start = position + (code === 13 && text.charCodeAt(position + 1) === 10 ? 2 : 1);
    let first = start;
    while (first < limit && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++;
    if (first - start <= column && first < limit && looksLikeStatement(text, first, limit)) return end;
    position = lineEnd(text, first, limit);
    if (position > first) end = position;
  }
  return limit;
}
