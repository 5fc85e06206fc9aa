/**
 * String atoms: one literal, or several side by side, with f-strings and t-strings among them.
 *
 *     "a" f"b{x!r:>{w}}c"     JoinedStr [Constant "ab", FormattedValue x !r spec JoinedStr [Constant ">", FormattedValue w], Constant "c"]
 *
 * As in CPython, neighbouring texts become one Constant, whatever literals they come from, and empty ones vanish when
 * an f-string is among the literals.
 */
import { decode } from "./escapes.ts";
import { found, missing, parseStarExpressions, tooDeep, BRACKET_DEPTH } from "./expressions.ts";
import { fitted } from "./lists.ts";
import { BYTES, ESCAPED, PREFIX, RAW, TEMPLATE, TRIPLE, UNCLOSED } from "./literals.ts";
import type { TokenStream } from "./token-stream.ts";
import { parseYield } from "./displays.ts";
import type { Expression, FormattedValue, Interpolation, JoinedStr, Range, StringConstant, StringPart } from "./nodes.ts";
import * as T from "./tokens.ts";

type Piece = StringConstant | FormattedValue | Interpolation;

/** One or more string literals at the current token. */
export function parseStrings(s: TokenStream): Expression {
  const first = s.index;
  const start = s.starts[first]!;
  const kind = s.kinds[first]!;
  const flags = s.values[first]!;
  if (kind === T.StringLiteral && s.kinds[first + 1] !== T.StringLiteral && s.kinds[first + 1] !== T.FStringStart) {
    s.index++;
    const parts = [literalPart(s, first)];
    const end = s.ends[first]!;
    const value = literalValue(s, first);
    if ((flags & BYTES) !== 0) return { kind: "Constant", start, end, type: "bytes", value, parts };
    return { kind: "Constant", start, end, type: "str", value, parts };
  }
  const parts: StringPart[] = [];
  const pieces: Piece[] = [];
  let formatted = false;
  let template = false;
  let plain = false;
  let bytes = false;
  let text = false;
  for (;;) {
    const index = s.index;
    const here = s.kinds[index]!;
    if (here === T.StringLiteral) {
      s.index++;
      if ((s.values[index]! & BYTES) !== 0) bytes = true;
      else text = true;
      plain = true;
      parts.push(literalPart(s, index));
      pieces.push({ kind: "Constant", start: s.starts[index]!, end: s.ends[index]!, type: "str", value: literalValue(s, index), parts: [] });
    } else if (here === T.FStringStart) {
      const isTemplate = (s.values[index]! & TEMPLATE) !== 0;
      if (isTemplate) template = true;
      else plain = true;
      formatted = true;
      text = true;
      parts.push(parseFString(s, pieces));
    } else break;
  }
  const end = s.ends[s.index - 1]!;
  if (bytes && text) s.problem("Bytes and text can't stand side by side as one literal", start, end);
  if (template && plain) s.problem("A t-string can't stand side by side with other literals", start, end);
  if (!formatted) {
    const value = pieces.map((piece) => (piece.kind === "Constant" ? piece.value : "")).join("");
    if (bytes) return { kind: "Constant", start, end, type: "bytes", value, parts };
    return { kind: "Constant", start, end, type: "str", value, parts };
  }
  const values = fitted(mergeConstants(pieces));
  if (template) return { kind: "TemplateStr", start, end, values: values as readonly (StringConstant | Interpolation)[], parts: fitted(parts) };
  return { kind: "JoinedStr", start, end, values: values as readonly (StringConstant | FormattedValue)[], parts: fitted(parts) };
}

function mergeConstants(pieces: readonly Piece[]): Piece[] {
  const values: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (piece.kind !== "Constant") {
      values.push(piece);
      continue;
    }
    let value = piece.value;
    let end = piece.end;
    for (let next = pieces[i + 1]; next?.kind === "Constant"; next = pieces[i + 1]) {
      value += next.value;
      end = next.end;
      i++;
    }
    if (value !== "") values.push({ kind: "Constant", start: piece.start, end, type: "str", value, parts: fitted([]) });
  }
  return values;
}

function literalPart(s: TokenStream, index: number): StringPart {
  const start = s.starts[index]!;
  const end = s.ends[index]!;
  const flags = s.values[index]!;
  const prefixLength = Math.floor(flags / PREFIX);
  const quoteLength = (flags & TRIPLE) !== 0 ? 3 : 1;
  const prefix = prefixLength === 0 ? "" : s.slice(start, start + prefixLength);
  return new LiteralPart(start, end, prefix, quoteOf(s, start + prefixLength, quoteLength), (flags & UNCLOSED) === 0);
}

/** Most of what a tree holds are strings without fields: where their content lies follows from the rest. */
class LiteralPart implements StringPart {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly quote: string;
  readonly closed: boolean;

  constructor(start: number, end: number, prefix: string, quote: string, closed: boolean) {
    this.start = start;
    this.end = end;
    this.prefix = prefix;
    this.quote = quote;
    this.closed = closed;
  }

  get content(): Range {
    return { start: this.start + this.prefix.length + this.quote.length, end: this.closed ? this.end - this.quote.length : this.end };
  }
}

function quoteOf(s: TokenStream, at: number, length: number): string {
  const double = s.text.charCodeAt(s.base + at) === 34;
  return length === 3 ? (double ? '"""' : "'''") : double ? '"' : "'";
}

function literalValue(s: TokenStream, index: number): string {
  const flags = s.values[index]!;
  const quoteLength = (flags & TRIPLE) !== 0 ? 3 : 1;
  const from = s.base + s.starts[index]! + Math.floor(flags / PREFIX) + quoteLength;
  const to = s.base + s.ends[index]! - ((flags & UNCLOSED) === 0 ? quoteLength : 0);
  const bytes = (flags & BYTES) !== 0;
  const value = (flags & ESCAPED) === 0 ? s.text.slice(from, to) : decodeHere(s, from, to, (flags & RAW) !== 0, bytes, false);
  if (bytes && /[^\0-\xff]|[\x80-\xff]/.test(s.text.slice(from, to))) {
    s.problem("Bytes can hold only ASCII characters; others are written as escapes", from - s.base, to - s.base);
  }
  return value;
}

function decodeHere(s: TokenStream, from: number, to: number, raw: boolean, bytes: boolean, braces: boolean): string {
  return decode(s.text, from, to, {
    raw,
    bytes,
    braces,
    report: (message, start, end) => {
      s.problem(message, start - s.base, end - s.base);
    },
  });
}

/** Reads one f-string or t-string, adds what it holds to `pieces` and returns how it was written. */
function parseFString(s: TokenStream, pieces: Piece[]): StringPart {
  const index = s.index;
  const start = s.starts[index]!;
  const flags = s.values[index]!;
  const contentStart = s.ends[index]!;
  const prefixLength = Math.floor(flags / PREFIX);
  const quoteLength = (flags & TRIPLE) !== 0 ? 3 : 1;
  s.index++;
  parsePieces(s, pieces, flags, false);
  let contentEnd = s.ends[s.index - 1]!;
  let closed = false;
  if (s.kinds[s.index] === T.FStringEnd) {
    closed = s.values[s.index] === 1;
    contentEnd = s.starts[s.index]!;
    s.index++;
  }
  return {
    start,
    end: s.ends[s.index - 1]!,
    prefix: s.slice(start, start + prefixLength),
    quote: quoteOf(s, start + prefixLength, quoteLength),
    content: { start: contentStart, end: contentEnd },
    closed,
  };
}

/** Texts and fields up to the end of the f-string, or in a format specification up to its `}`. */
function parsePieces(s: TokenStream, pieces: Piece[], flags: number, inSpec: boolean): void {
  for (;;) {
    const index = s.index;
    const kind = s.kinds[index]!;
    if (kind === T.FStringMiddle) {
      s.index++;
      const start = s.starts[index]!;
      const end = s.ends[index]!;
      const from = s.base + start;
      const to = s.base + end;
      const value = needsDecoding(s.text, from, to) ? decodeHere(s, from, to, (flags & RAW) !== 0, false, !inSpec) : s.text.slice(from, to);
      pieces.push({ kind: "Constant", start, end, type: "str", value, parts: fitted([]) });
    } else if (kind === T.LeftBrace) parseField(s, pieces, flags);
    else return;
  }
}

function needsDecoding(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 92 || code === 123 || code === 125 || code === 13) return true;
  }
  return false;
}

/** `{value = !r : spec}`. */
function parseField(s: TokenStream, pieces: Piece[], flags: number): void {
  const start = s.starts[s.index]!;
  const template = (flags & TEMPLATE) !== 0;
  s.index++;
  s.depth += BRACKET_DEPTH;
  const expressionStart = s.ends[s.index - 1]!;
  let value: Expression;
  const kind = s.kinds[s.index]!;
  if (tooDeep(s)) value = missing(s);
  else if (kind === T.Yield) value = parseYield(s);
  else if (kind === T.RightBrace || kind === T.Colon || kind === T.Exclamation || kind === T.Equal) value = missing(s, "an expression between these braces");
  else value = parseStarExpressions(s);
  let expressionEnd = s.starts[s.index]!;
  let debugText: string | undefined;
  if (s.kinds[s.index] === T.Equal) {
    expressionEnd = s.starts[s.index]!;
    s.index++;
    const textEnd = s.kinds[s.index]! > T.Newline ? s.starts[s.index]! : s.ends[s.index - 1]!;
    debugText = withoutComments(s, expressionStart, textEnd);
    pieces.push({ kind: "Constant", start: expressionStart, end: textEnd, type: "str", value: debugText, parts: [] });
  }
  let conversion: string | undefined;
  if (s.kinds[s.index] === T.Exclamation) {
    s.index++;
    const name = s.kinds[s.index] === T.Name ? s.slice(s.starts[s.index]!, s.ends[s.index]!) : "";
    if (name === "s" || name === "r" || name === "a") conversion = name;
    else s.problem("`!` must be followed by s, r or a", s.starts[s.index - 1]!, s.ends[s.index]!);
    if (s.kinds[s.index] === T.Name) s.index++;
  }
  let formatSpec: JoinedStr | undefined;
  skipToFieldEnd(s);
  if (s.kinds[s.index] === T.Colon) {
    const specStart = s.starts[s.index]!;
    s.index++;
    const inner: Piece[] = [];
    parsePieces(s, inner, flags & ~TEMPLATE, true);
    const values = mergeConstants(inner) as (StringConstant | FormattedValue)[];
    formatSpec = { kind: "JoinedStr", start: specStart, end: s.ends[s.index - 1]!, values, parts: [] };
    skipToFieldEnd(s);
  }
  if (debugText !== undefined && conversion === undefined && formatSpec === undefined) conversion = "r";
  if (s.kinds[s.index] === T.RightBrace) s.index++;
  else {
    s.problem("`{` is never closed in this f-string", start, start + 1);
    s.stretch();
  }
  s.depth -= BRACKET_DEPTH;
  const end = s.ends[s.index - 1]!;
  if (template) {
    const str = withoutComments(s, expressionStart, Math.max(expressionStart, expressionEnd)).trimEnd();
    pieces.push({ kind: "Interpolation", start, end, value, str, conversion, formatSpec, debugText });
  } else pieces.push({ kind: "FormattedValue", start, end, value, conversion, formatSpec, debugText });
}

/** Reports and skips what can't stand between the expression of a field and its `:` or `}`. */
function skipToFieldEnd(s: TokenStream): void {
  for (;;) {
    const kind = s.kinds[s.index]!;
    if (
      kind <= T.Newline || kind === T.RightBrace || kind === T.Colon || kind === T.FStringMiddle || kind === T.FStringEnd ||
      kind === T.RightParen || kind === T.RightSquare
    ) return;
    s.problem(`\`}\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
    if (T.STARTS_EXPRESSION[kind] === 1) parseStarExpressions(s);
    else s.index++;
  }
}

/** Text of a field as CPython keeps it: comments cut out, line breaks as `\n`. */
function withoutComments(s: TokenStream, from: number, to: number): string {
  let text = "";
  let at = from;
  for (const comment of s.comments) {
    if (comment.start < at || comment.end > to) continue;
    text += s.slice(at, comment.start);
    at = comment.end;
  }
  text += s.slice(at, to);
  return text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
}
