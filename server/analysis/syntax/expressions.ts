/**
 * Expressions, by precedence climbing: `parseBinary(level)` reads an operand and then every infix operator that binds
 * at least as tightly as `level`, so `1 + 2 * 3` needs no function per level of the grammar.
 *
 *     parseBinary(9)     9 is the level of + and -, 10 that of * and /
 *       operand 1, then `+`: its right side is parseBinary(10) = 2 * 3
 *       BinOp(1 + BinOp(2 * 3)), then no operator of level 9 or more: done
 *
 * What the input's length can drive (chains of operators, calls, attributes, conditions) is read in loops; what it nests
 * is bounded by `tooDeep`.
 */
import { parseArguments, parseBraces, parseGroup, parseSubscript, parseSquares } from "./displays.ts";
import { parseStrings } from "./fstrings.ts";
import { fitted } from "./lists.ts";
import type { TokenStream } from "./token-stream.ts";
import { COMPLEX, INT } from "./literals.ts";
import type { CompareOperator, Expression, Identifier, KeywordConstant, Missing, Name, Starred, UnaryOperator } from "./nodes.ts";
import { parseParameters } from "./parameters.ts";
import * as T from "./tokens.ts";

/** Nested expressions at most; a bracket counts BRACKET_DEPTH. Bounded by the JavaScript stack, not by CPython. */
const MAX_DEPTH = 1000;
export const BRACKET_DEPTH = 4;

/** True, after reporting and leaving the line, when expressions nest too deeply to go on. */
export function tooDeep(s: TokenStream): boolean {
  if (s.depth <= MAX_DEPTH) return false;
  s.problem("This is nested too deeply for Python", s.starts[s.index]!, s.ends[s.index]!);
  s.skipLine();
  return true;
}

/** What the parser found instead of what it wanted, for a message. */
export function found(s: TokenStream): string {
  const kind = s.kinds[s.index]!;
  if (kind === T.Newline || kind === T.Eof) return "the end of the line";
  if (kind === T.MagicLine) return "a magic";
  return `\`${s.slice(s.starts[s.index]!, Math.min(s.ends[s.index]!, s.starts[s.index]! + 30))}\``;
}

/** An expression should stand here: reports that and makes a node without width. */
export function missing(s: TokenStream, what = "an expression"): Missing {
  const at = s.stretch();
  const kind = s.kinds[s.index]!;
  if (kind === T.Newline || kind === T.Eof) s.problem(`${what} is missing here`.replace(/^./, capital), at, at);
  else s.problem(`${what} was expected, not ${found(s)}`.replace(/^./, capital), s.starts[s.index]!, s.ends[s.index]!);
  return { kind: "Missing", start: at, end: at };
}

function capital(letter: string): string {
  return letter.toUpperCase();
}

/** `star_expressions`: a tuple without parentheses, or one expression. */
export function parseStarExpressions(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  const first = s.kinds[s.index] === T.Star ? parseStarred(s) : parseExpression(s);
  if (s.kinds[s.index] !== T.Comma) return first;
  return parseTupleRest(s, start, first);
}

/** The tuple whose first element was read; the current token is the comma after it. */
export function parseTupleRest(s: TokenStream, start: number, first: Expression): Expression {
  const elts = [first];
  while (s.kinds[s.index] === T.Comma) {
    s.index++;
    const kind = s.kinds[s.index]!;
    if (kind === T.Star) elts.push(parseStarred(s));
    else if (T.STARTS_EXPRESSION[kind] === 1) elts.push(parseExpression(s));
    else break;
  }
  return { kind: "Tuple", start, end: s.ends[s.index - 1]!, elts, ctx: "load" };
}

export function parseStarred(s: TokenStream): Starred {
  const start = s.starts[s.index]!;
  s.index++;
  const value = parseBinary(s, T.BIT_OR_LEVEL);
  return { kind: "Starred", start, end: s.ends[s.index - 1]!, value, ctx: "load" };
}

/** An expression or `name := expression`. */
export function parseNamed(s: TokenStream): Expression {
  if (s.kinds[s.index] === T.Name && s.kinds[s.index + 1] === T.ColonEqual) {
    const target = parseName(s, "store");
    s.index++;
    const value = parseExpression(s);
    return { kind: "NamedExpr", start: target.start, end: s.ends[s.index - 1]!, target, value };
  }
  const value = parseExpression(s);
  if (s.kinds[s.index] === T.ColonEqual) {
    s.problem("Only a name can stand before `:=`", value.start, value.end);
    s.index++;
    parseExpression(s);
  }
  return value;
}

/** `expression`: a condition, a lambda, or a disjunction. No `:=`, no star, no tuple. */
export function parseExpression(s: TokenStream): Expression {
  if (s.kinds[s.index] === T.Lambda) return parseLambda(s);
  const start = s.starts[s.index]!;
  const value = parseBinary(s, T.OR_LEVEL);
  if (s.kinds[s.index] !== T.If) return value;
  return parseConditional(s, start, value);
}

/** `a if b else c if d else e` nests to the right: links are collected, then folded from the last. */
function parseConditional(s: TokenStream, start: number, first: Expression): Expression {
  const links: { start: number; body: Expression; test: Expression }[] = [];
  let body = first;
  let bodyStart = start;
  let last: Expression;
  for (;;) {
    s.index++;
    const test = parseBinary(s, T.OR_LEVEL);
    links.push({ start: bodyStart, body, test });
    if (s.kinds[s.index] !== T.Else) {
      last = missing(s, "an `else` with a value");
      break;
    }
    s.index++;
    bodyStart = s.starts[s.index]!;
    if (s.kinds[s.index] === T.Lambda) {
      last = parseLambda(s);
      break;
    }
    body = parseBinary(s, T.OR_LEVEL);
    if (s.kinds[s.index] !== T.If) {
      last = body;
      break;
    }
  }
  const end = s.ends[s.index - 1]!;
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i]!;
    last = { kind: "IfExp", start: link.start, end, test: link.test, body: link.body, orelse: last };
  }
  return last;
}

function parseLambda(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  const args = parseParameters(s, T.Colon);
  if (s.kinds[s.index] === T.Colon) s.index++;
  else s.problem(`\`:\` was expected after the parameters of this lambda, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
  s.depth++;
  s.functions++;
  const body = tooDeep(s) ? missing(s) : parseExpression(s);
  s.functions--;
  s.depth--;
  return { kind: "Lambda", start, end: s.ends[s.index - 1]!, args, body };
}

/** Operators of at least `level`, which is one of the levels in tokens.ts. */
export function parseBinary(s: TokenStream, level: number): Expression {
  const start = s.starts[s.index]!;
  let kind = s.kinds[s.index]!;
  let left: Expression;
  if (kind === T.Not) left = parseNot(s, level);
  else left = parseUnary(s);
  for (;;) {
    kind = s.kinds[s.index]!;
    const precedence = T.PRECEDENCE[kind]!;
    if (precedence === 0 || precedence < level) return left;
    if (precedence > T.COMPARE_LEVEL) {
      s.index++;
      const right = parseBinary(s, precedence + 1);
      left = { kind: "BinOp", start, end: s.ends[s.index - 1]!, left, op: T.BINARY_TEXT[kind - T.Plus]!, right };
    } else if (precedence === T.COMPARE_LEVEL) {
      if (kind === T.Not && s.kinds[s.index + 1] !== T.In) return left;
      left = parseComparison(s, start, left);
    } else {
      const values = [left];
      while (s.kinds[s.index] === kind) {
        s.index++;
        values.push(parseBinary(s, precedence + 1));
      }
      left = { kind: "BoolOp", start, end: s.ends[s.index - 1]!, op: kind === T.And ? "and" : "or", values };
    }
  }
}

function parseComparison(s: TokenStream, start: number, left: Expression): Expression {
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  for (;;) {
    const kind = s.kinds[s.index]!;
    if (T.PRECEDENCE[kind] !== T.COMPARE_LEVEL) break;
    if (kind === T.Not) {
      if (s.kinds[s.index + 1] !== T.In) break;
      s.index += 2;
      ops.push("not in");
    } else if (kind === T.Is) {
      s.index++;
      if (s.kinds[s.index] === T.Not) {
        s.index++;
        ops.push("is not");
      } else ops.push("is");
    } else {
      s.index++;
      ops.push(kind === T.In ? "in" : T.COMPARE_TEXT[kind - T.EqualEqual]!);
    }
    comparators.push(parseBinary(s, T.BIT_OR_LEVEL));
  }
  return { kind: "Compare", start, end: s.ends[s.index - 1]!, left, ops: fitted(ops), comparators: fitted(comparators) };
}

/** `not not a`: prefixes are counted, then wrapped from the inside. */
function parseNot(s: TokenStream, level: number): Expression {
  const first = s.index;
  while (s.kinds[s.index] === T.Not) s.index++;
  const last = s.index - 1;
  if (level > T.NOT_LEVEL) s.problem("`not` needs parentheses here", s.starts[first]!, s.ends[first]!);
  let operand = parseBinary(s, T.NOT_LEVEL);
  for (let i = last; i >= first; i--) {
    operand = { kind: "UnaryOp", start: s.starts[i]!, end: s.ends[s.index - 1]!, op: "not", operand };
  }
  return operand;
}

function parseUnary(s: TokenStream): Expression {
  const first = s.index;
  const kind = s.kinds[first]!;
  if (kind !== T.Minus && kind !== T.Plus && kind !== T.Tilde) return parsePower(s);
  while (s.kinds[s.index] === T.Minus || s.kinds[s.index] === T.Plus || s.kinds[s.index] === T.Tilde) s.index++;
  const last = s.index - 1;
  let operand = parsePower(s);
  for (let i = last; i >= first; i--) {
    const op: UnaryOperator = s.kinds[i] === T.Minus ? "-" : s.kinds[i] === T.Plus ? "+" : "~";
    operand = { kind: "UnaryOp", start: s.starts[i]!, end: s.ends[s.index - 1]!, op, operand };
  }
  return operand;
}

function parsePower(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  const left = s.kinds[s.index] === T.Await ? parseAwait(s) : parsePrimary(s);
  if (s.kinds[s.index] !== T.DoubleStar) return left;
  s.index++;
  s.depth++;
  const right = tooDeep(s) ? missing(s) : s.kinds[s.index] === T.Not ? parseNot(s, T.BIT_OR_LEVEL) : parseUnary(s);
  s.depth--;
  return { kind: "BinOp", start, end: s.ends[s.index - 1]!, left, op: "**", right };
}

function parseAwait(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  const value = parsePrimary(s);
  return { kind: "Await", start, end: s.ends[s.index - 1]!, value };
}

/** An atom followed by any number of `.name`, `(...)` and `[...]`. */
function parsePrimary(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  let node = parseAtom(s);
  for (;;) {
    const kind = s.kinds[s.index]!;
    if (kind === T.Dot) {
      s.index++;
      const attr = parseAttributeName(s);
      node = { kind: "Attribute", start, end: s.ends[s.index - 1]!, value: node, attr, ctx: "load" };
    } else if (kind === T.LeftParen) {
      const args: Expression[] = [];
      const keywords = parseArguments(s, args);
      node = { kind: "Call", start, end: s.ends[s.index - 1]!, func: node, args: fitted(args), keywords };
    } else if (kind === T.LeftSquare) {
      const slice = parseSubscript(s);
      node = { kind: "Subscript", start, end: s.ends[s.index - 1]!, value: node, slice, ctx: "load" };
    } else return node;
  }
}

function parseAttributeName(s: TokenStream): Identifier {
  const kind = s.kinds[s.index]!;
  const start = s.starts[s.index]!;
  if (kind === T.Name) return parseIdentifier(s);
  const dotEnd = s.ends[s.index - 1]!;
  if (kind >= T.FIRST_KEYWORD && start === dotEnd) {
    s.problem(`\`${T.spelling(kind) ?? ""}\` is a keyword and can't be the name of an attribute`, start, s.ends[s.index]!);
    return parseIdentifier(s);
  }
  s.problem("A name is missing after the dot", dotEnd - 1, dotEnd);
  return { name: "", start: dotEnd, end: dotEnd };
}

/** The current token, a name or keyword, as an identifier. */
export function parseIdentifier(s: TokenStream): Identifier {
  const index = s.index++;
  return { name: s.table.names[s.values[index]!]!, start: s.starts[index]!, end: s.ends[index]! };
}

/** A name that must stand here; empty and without width when it does not. */
export function expectIdentifier(s: TokenStream, what: string): Identifier {
  const kind = s.kinds[s.index]!;
  if (kind === T.Name) return parseIdentifier(s);
  if (kind >= T.FIRST_KEYWORD) {
    s.problem(`\`${T.spelling(kind) ?? ""}\` is a keyword and can't be ${what}`, s.starts[s.index]!, s.ends[s.index]!);
    if (s.kinds[s.index + 1] !== T.Name) return parseIdentifier(s);
  }
  const node = missing(s, what);
  return { name: "", start: node.start, end: node.end };
}

export function parseName(s: TokenStream, ctx: Name["ctx"]): Name {
  const index = s.index++;
  return { kind: "Name", start: s.starts[index]!, end: s.ends[index]!, id: s.table.names[s.values[index]!]!, ctx };
}

function parseAtom(s: TokenStream): Expression {
  const index = s.index;
  const kind = s.kinds[index]!;
  switch (kind) {
    case T.Name:
      s.index++;
      return { kind: "Name", start: s.starts[index]!, end: s.ends[index]!, id: s.table.names[s.values[index]!]!, ctx: "load" };
    case T.StringLiteral:
    case T.FStringStart:
      return parseStrings(s);
    case T.NumberLiteral:
      return parseNumber(s);
    case T.LeftParen:
    case T.LeftSquare:
    case T.LeftBrace: {
      s.depth += BRACKET_DEPTH;
      const node = tooDeep(s) ? missing(s) : kind === T.LeftParen ? parseGroup(s) : kind === T.LeftSquare ? parseSquares(s) : parseBraces(s);
      s.depth -= BRACKET_DEPTH;
      return node;
    }
    case T.None_:
      return keyword(s, "None");
    case T.True_:
      return keyword(s, "True");
    case T.False_:
      return keyword(s, "False");
    case T.Ellipsis:
      return keyword(s, "Ellipsis");
    case T.Lambda:
      s.problem("A lambda needs parentheses here", s.starts[index]!, s.ends[index]!);
      return parseLambda(s);
    case T.Stray:
      // Already reported by the lexer.
      while (s.kinds[s.index] === T.Stray) s.index++;
      return parseAtom(s);
    case T.Await:
      s.problem("`await` needs parentheses here", s.starts[index]!, s.ends[index]!);
      while (s.kinds[s.index] === T.Await) s.index++;
      return parseAtom(s);
    default:
      return missing(s);
  }
}

function keyword(s: TokenStream, type: KeywordConstant["type"]): KeywordConstant {
  const index = s.index++;
  return { kind: "Constant", start: s.starts[index]!, end: s.ends[index]!, type };
}

function parseNumber(s: TokenStream): Expression {
  const index = s.index++;
  const start = s.starts[index]!;
  const end = s.ends[index]!;
  const text = s.slice(start, end);
  const type = s.values[index]!;
  const digits = text.includes("_") ? text.replaceAll("_", "") : text;
  if (type === INT) {
    // Number("0o17") is 15, but Number("00") and Number("0O17") want help.
    const value = digits.length > 1 && digits.charCodeAt(0) === 48 ? Number(digits.toLowerCase()) : Number(digits);
    // A prefix without digits has no value; it was reported.
    return { kind: "Constant", start, end, type: "int", text, value: Number.isNaN(value) ? 0 : value };
  }
  if (type === COMPLEX) return { kind: "Constant", start, end, type: "complex", text, value: Number(digits.slice(0, -1)) };
  return { kind: "Constant", start, end, type: "float", text, value: Number(digits) };
}
