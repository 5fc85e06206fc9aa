/**
 * What stands between brackets: groups, tuples, lists, sets, dicts, comprehensions, call arguments, subscripts.
 *
 * Every list of elements ends at its own closing bracket, at any other closing bracket (the lexer has made sure that
 * something outside is waiting for it) or at the end of the line; so none needs to know what is broken inside it.
 */
import { fitted } from "./lists.ts";
import { markTarget } from "./targets.ts";
import {
  BRACKET_DEPTH, found, missing, parseBinary, parseExpression, parseIdentifier, parseNamed, parseStarred, parseStarExpressions,
  tooDeep,
} from "./expressions.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Comprehension, Expression, Keyword, Missing } from "./nodes.ts";
import * as T from "./tokens.ts";

/** True at a token that ends every list in brackets. */
function atEnd(s: TokenStream): boolean {
  const kind = s.kinds[s.index]!;
  return kind <= T.Newline || (kind >= T.RightParen && kind <= T.RightBrace) || kind === T.FStringMiddle || kind === T.FStringEnd;
}

/** Consumes the closing bracket of the opening one that lies at `open`, or reports that one. */
export function closeBracket(s: TokenStream, closing: number, open: number): void {
  if (s.kinds[s.index] === closing) {
    s.index++;
    return;
  }
  s.problem(`\`${T.spelling(closing - 3) ?? ""}\` is never closed`, open, open + 1);
  s.stretch();
}

/**
 * After an element: consumes the comma. Where neither comma nor end follows, reports it and skips what can't begin an element.
 * False when the list has ended.
 */
function afterElement(s: TokenStream, closing: number): boolean {
  if (s.kinds[s.index] === T.Comma) {
    s.index++;
    return true;
  }
  if (atEnd(s)) return false;
  s.problem(`\`,\` or \`${T.spelling(closing) ?? ""}\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
  while (!atEnd(s)) {
    const kind = s.kinds[s.index]!;
    if (kind === T.Comma) {
      s.index++;
      return true;
    }
    if (T.STARTS_EXPRESSION[kind] === 1 || kind === T.Star || kind === T.DoubleStar) return true;
    s.index++;
  }
  return false;
}

function parseElement(s: TokenStream): Expression {
  return s.kinds[s.index] === T.Star ? parseStarred(s) : parseNamed(s);
}

/** Elements after the first; the current token follows the first one. */
function parseElements(s: TokenStream, elts: Expression[], closing: number): void {
  while (afterElement(s, closing)) {
    if (s.kinds[s.index] === closing) return;
    elts.push(atEnd(s) ? unwritten(s) : parseElement(s));
  }
}

/** What would stand after the last comma of a list that is never closed, which is reported for its bracket. */
function unwritten(s: TokenStream): Missing {
  const at = s.stretch();
  return { kind: "Missing", start: at, end: at };
}

function startsComprehension(s: TokenStream): boolean {
  const kind = s.kinds[s.index]!;
  return kind === T.For || (kind === T.Async && s.kinds[s.index + 1] === T.For);
}

function parseGenerators(s: TokenStream): readonly Comprehension[] {
  const generators: Comprehension[] = [];
  while (startsComprehension(s)) {
    const start = s.starts[s.index]!;
    const isAsync = s.kinds[s.index] === T.Async;
    if (isAsync) s.index++;
    s.index++;
    const target = parseTargets(s);
    let iter: Expression;
    if (s.kinds[s.index] === T.In) {
      s.index++;
      iter = parseBinary(s, T.OR_LEVEL);
    } else iter = missing(s, "`in` with what to go through");
    const ifs: Expression[] = [];
    while (s.kinds[s.index] === T.If) {
      s.index++;
      ifs.push(parseBinary(s, T.OR_LEVEL));
    }
    generators.push({ kind: "Comprehension", start, end: s.ends[s.index - 1]!, target, iter, ifs: fitted(ifs), isAsync });
  }
  return fitted(generators);
}

/** Targets of `for`, up to `in`. */
export function parseTargets(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  const first = parseTarget(s);
  if (s.kinds[s.index] !== T.Comma) {
    markTarget(s, first, "store");
    return first;
  }
  const elts = [first];
  while (s.kinds[s.index] === T.Comma) {
    s.index++;
    const kind = s.kinds[s.index]!;
    if (kind !== T.Star && T.STARTS_EXPRESSION[kind] === 0) break;
    elts.push(parseTarget(s));
  }
  const tuple: Expression = { kind: "Tuple", start, end: s.ends[s.index - 1]!, elts: fitted(elts), ctx: "load" };
  markTarget(s, tuple, "store");
  return tuple;
}

function parseTarget(s: TokenStream): Expression {
  return s.kinds[s.index] === T.Star ? parseStarred(s) : parseBinary(s, T.BIT_OR_LEVEL);
}

/** `(...)`: an empty tuple, a tuple, a generator, a yield, or an expression in parentheses. */
export function parseGroup(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  const kind = s.kinds[s.index]!;
  if (kind === T.RightParen) {
    s.index++;
    return { kind: "Tuple", start, end: s.ends[s.index - 1]!, elts: [], ctx: "load" };
  }
  if (kind === T.Yield) {
    const value = parseYield(s);
    if (s.kinds[s.index] !== T.RightParen && !atEnd(s)) afterElement(s, T.RightParen);
    closeBracket(s, T.RightParen, start);
    return value;
  }
  const first = atEnd(s) ? unwritten(s) : parseElement(s);
  if (startsComprehension(s)) {
    const generators = parseGenerators(s);
    if (!atEnd(s)) parseElements(s, [], T.RightParen);
    closeBracket(s, T.RightParen, start);
    return { kind: "GeneratorExp", start, end: s.ends[s.index - 1]!, elt: first, generators };
  }
  if (s.kinds[s.index] === T.RightParen) {
    s.index++;
    if (first.kind === "Starred") s.problem("A starred expression can't stand alone here", first.start, first.end);
    return first;
  }
  const elts = [first];
  parseElements(s, elts, T.RightParen);
  const unclosed = s.kinds[s.index] !== T.RightParen;
  closeBracket(s, T.RightParen, start);
  if (unclosed && elts.length === 1) return first;
  return { kind: "Tuple", start, end: s.ends[s.index - 1]!, elts: fitted(elts), ctx: "load" };
}

/** `[...]`: a list or a list comprehension. */
export function parseSquares(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  const elts: Expression[] = [];
  if (!atEnd(s)) {
    const first = parseElement(s);
    if (startsComprehension(s)) {
      const generators = parseGenerators(s);
      if (!atEnd(s)) parseElements(s, [], T.RightSquare);
      closeBracket(s, T.RightSquare, start);
      return { kind: "ListComp", start, end: s.ends[s.index - 1]!, elt: first, generators };
    }
    elts.push(first);
    parseElements(s, elts, T.RightSquare);
  }
  closeBracket(s, T.RightSquare, start);
  return { kind: "List", start, end: s.ends[s.index - 1]!, elts: fitted(elts), ctx: "load" };
}

/** `{...}`: a dict, a set, or a comprehension of one. */
export function parseBraces(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  if (atEnd(s)) {
    closeBracket(s, T.RightBrace, start);
    return { kind: "Dict", start, end: s.ends[s.index - 1]!, keys: fitted([]), values: fitted([]) };
  }
  const kind = s.kinds[s.index]!;
  if (kind !== T.DoubleStar) {
    const first = parseElement(s);
    if (s.kinds[s.index] !== T.Colon) {
      if (startsComprehension(s)) {
        const generators = parseGenerators(s);
        if (!atEnd(s)) parseElements(s, [], T.RightBrace);
        closeBracket(s, T.RightBrace, start);
        return { kind: "SetComp", start, end: s.ends[s.index - 1]!, elt: first, generators };
      }
      const elts = [first];
      parseElements(s, elts, T.RightBrace);
      closeBracket(s, T.RightBrace, start);
      return { kind: "Set", start, end: s.ends[s.index - 1]!, elts: fitted(elts) };
    }
    s.index++;
    const value = parseExpression(s);
    if (startsComprehension(s)) {
      const generators = parseGenerators(s);
      if (!atEnd(s)) parseElements(s, [], T.RightBrace);
      closeBracket(s, T.RightBrace, start);
      return { kind: "DictComp", start, end: s.ends[s.index - 1]!, key: first, value, generators };
    }
    return parseDictRest(s, start, [first], [value]);
  }
  s.index++;
  return parseDictRest(s, start, [undefined], [parseBinary(s, T.BIT_OR_LEVEL)]);
}

function parseDictRest(s: TokenStream, start: number, keys: (Expression | undefined)[], values: Expression[]): Expression {
  while (afterElement(s, T.RightBrace)) {
    const kind = s.kinds[s.index]!;
    if (kind === T.RightBrace) break;
    if (kind === T.DoubleStar) {
      s.index++;
      keys.push(undefined);
      values.push(parseBinary(s, T.BIT_OR_LEVEL));
      continue;
    }
    if (atEnd(s)) break;
    keys.push(parseExpression(s));
    if (s.kinds[s.index] === T.Colon) {
      s.index++;
      values.push(parseExpression(s));
    } else values.push(missing(s, "a `:` with a value for this key"));
  }
  closeBracket(s, T.RightBrace, start);
  return { kind: "Dict", start, end: s.ends[s.index - 1]!, keys: fitted(keys), values: fitted(values) };
}

/** `(...)` after a function or class: fills `args` and returns the keyword arguments. */
export function parseArguments(s: TokenStream, args: Expression[]): readonly Keyword[] {
  const open = s.starts[s.index]!;
  s.index++;
  const keywords: Keyword[] = [];
  if (s.kinds[s.index] === T.RightParen) {
    s.index++;
    return fitted(keywords);
  }
  s.depth += BRACKET_DEPTH;
  let afterKeyword = false;
  let afterDouble = false;
  if (!tooDeep(s) && !atEnd(s)) {
    do {
      const kind = s.kinds[s.index]!;
      const start = s.starts[s.index]!;
      if (kind === T.RightParen) break;
      if (atEnd(s)) {
        args.push(unwritten(s));
        break;
      }
      if (kind === T.Name && s.kinds[s.index + 1] === T.Equal) {
        const arg = parseIdentifier(s);
        s.index++;
        const value = parseExpression(s);
        keywords.push({ kind: "Keyword", start, end: s.ends[s.index - 1]!, arg, value });
        afterKeyword = true;
      } else if (kind === T.Star) {
        s.index++;
        const value = parseExpression(s);
        const end = s.ends[s.index - 1]!;
        if (afterDouble) s.problem("`*` arguments can't follow `**` arguments", start, end);
        args.push({ kind: "Starred", start, end, value, ctx: "load" });
      } else if (kind === T.DoubleStar) {
        s.index++;
        const value = parseExpression(s);
        keywords.push({ kind: "Keyword", start, end: s.ends[s.index - 1]!, arg: undefined, value });
        afterDouble = true;
      } else {
        parsePositional(s, args, open, afterKeyword || afterDouble);
      }
    } while (afterElement(s, T.RightParen));
  }
  s.depth -= BRACKET_DEPTH;
  closeBracket(s, T.RightParen, open);
  return fitted(keywords);
}

function parsePositional(s: TokenStream, args: Expression[], open: number, afterKeyword: boolean): void {
  const first = s.kinds[s.index]!;
  const start = s.starts[s.index]!;
  let value = parseNamed(s);
  if (startsComprehension(s)) {
    const generators = parseGenerators(s);
    const end = s.ends[s.index - 1]!;
    const alone = args.length === 0 && !afterKeyword && s.kinds[s.index] === T.RightParen;
    // A sole generator takes the call's parentheses for its own, as in CPython.
    value = alone
      ? { kind: "GeneratorExp", start: open, end: s.ends[s.index]!, elt: value, generators }
      : { kind: "GeneratorExp", start, end, elt: value, generators };
    if (!alone && !atEnd(s)) s.problem("A generator beside other arguments needs parentheses", start, end);
    else if (!alone && (args.length > 0 || afterKeyword)) s.problem("A generator beside other arguments needs parentheses", start, end);
  } else if (s.kinds[s.index] === T.Equal) {
    s.problem(
      first >= T.FIRST_KEYWORD ? `\`${T.spelling(first) ?? ""}\` can't be the name of an argument` : "Only a name can stand before `=` here; a comparison is written `==`",
      start,
      s.ends[s.index]!,
    );
    args.push(value);
    s.index++;
    value = parseExpression(s);
  }
  if (afterKeyword) s.problem("A positional argument can't follow keyword arguments", start, s.ends[s.index - 1]!);
  args.push(value);
}

/** `[...]` after a value: an expression, a slice, or a tuple of them. */
export function parseSubscript(s: TokenStream): Expression {
  const open = s.starts[s.index]!;
  s.index++;
  s.depth += BRACKET_DEPTH;
  const start = s.starts[s.index]!;
  let slice: Expression;
  if (tooDeep(s) || atEnd(s)) slice = missing(s, "an index");
  else {
    slice = parseSlice(s);
    if (s.kinds[s.index] === T.Comma || (slice.kind === "Starred" && s.kinds[s.index] === T.RightSquare)) {
      const elts = [slice];
      while (s.kinds[s.index] === T.Comma) {
        s.index++;
        if (atEnd(s)) break;
        elts.push(parseSlice(s));
      }
      slice = { kind: "Tuple", start, end: s.ends[s.index - 1]!, elts: fitted(elts), ctx: "load" };
    }
    if (!atEnd(s)) parseElements(s, [], T.RightSquare);
  }
  s.depth -= BRACKET_DEPTH;
  closeBracket(s, T.RightSquare, open);
  return slice;
}

function parseSlice(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  const kind = s.kinds[s.index]!;
  if (kind === T.Star) return parseStarred(s);
  let lower: Expression | undefined;
  if (kind !== T.Colon) {
    lower = parseNamed(s);
    if (s.kinds[s.index] !== T.Colon) return lower;
  }
  s.index++;
  let upper: Expression | undefined;
  let step: Expression | undefined;
  if (s.kinds[s.index] !== T.Colon && s.kinds[s.index] !== T.Comma && !atEnd(s)) upper = parseExpression(s);
  if (s.kinds[s.index] === T.Colon) {
    s.index++;
    if (s.kinds[s.index] !== T.Comma && !atEnd(s)) step = parseExpression(s);
  }
  return { kind: "Slice", start, end: s.ends[s.index - 1]!, lower, upper, step };
}

/** `yield`, `yield value`, `yield from value`. */
export function parseYield(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  if (s.kinds[s.index] === T.From) {
    s.index++;
    const value = parseExpression(s);
    return { kind: "YieldFrom", start, end: s.ends[s.index - 1]!, value };
  }
  const kind = s.kinds[s.index]!;
  const value = kind === T.Star || T.STARTS_EXPRESSION[kind] === 1 ? parseStarExpressions(s) : undefined;
  return { kind: "Yield", start, end: s.ends[s.index - 1]!, value };
}

