/** Patterns of `case`. */
import { closeBracket } from "./displays.ts";
import { found, missing, parseBinary, parseIdentifier, tooDeep, BRACKET_DEPTH } from "./expressions.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Expression, Identifier, Pattern } from "./nodes.ts";
import * as T from "./tokens.ts";

/** Level of `+` and `-`: a value in a pattern may be `-1` or `1 + 2j`. */
const SUM_LEVEL = 9;

/** `patterns`: one pattern, or several without brackets. */
export function parseCasePattern(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  const first = parseStarOrPattern(s);
  if (s.kinds[s.index] !== T.Comma) {
    if (first.kind === "MatchStar") s.problem("A starred pattern stands only among others", first.start, first.end);
    return first;
  }
  const patterns = [first];
  while (s.kinds[s.index] === T.Comma) {
    s.index++;
    if (s.kinds[s.index] === T.Colon || s.kinds[s.index] === T.If || s.kinds[s.index] === T.Newline) break;
    patterns.push(parseStarOrPattern(s));
  }
  return { kind: "MatchSequence", start, end: s.ends[s.index - 1]!, patterns };
}

function parseStarOrPattern(s: TokenStream): Pattern {
  if (s.kinds[s.index] !== T.Star) return parsePattern(s);
  const start = s.starts[s.index]!;
  s.index++;
  const name = parseTargetName(s);
  return { kind: "MatchStar", start, end: s.ends[s.index - 1]!, name };
}

/** A name to bind; undefined for `_`. */
function parseTargetName(s: TokenStream): Identifier | undefined {
  if (s.kinds[s.index] !== T.Name) {
    missing(s, "a name");
    return undefined;
  }
  const wildcard = s.values[s.index] === T.UNDERSCORE;
  const name = parseIdentifier(s);
  return wildcard ? undefined : name;
}

function parsePattern(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  let pattern = parseClosed(s);
  if (s.kinds[s.index] === T.Bar) {
    const patterns = [pattern];
    while (s.kinds[s.index] === T.Bar) {
      s.index++;
      patterns.push(parseClosed(s));
    }
    pattern = { kind: "MatchOr", start, end: s.ends[s.index - 1]!, patterns };
  }
  if (s.kinds[s.index] !== T.As) return pattern;
  s.index++;
  const name = parseTargetName(s);
  if (name === undefined) s.problem("`_` can't be bound by `as`", s.starts[s.index - 1]!, s.ends[s.index - 1]!);
  return { kind: "MatchAs", start, end: s.ends[s.index - 1]!, pattern, name };
}

function parseClosed(s: TokenStream): Pattern {
  const index = s.index;
  const start = s.starts[index]!;
  const kind = s.kinds[index]!;
  switch (kind) {
    case T.None_:
    case T.True_:
    case T.False_:
      s.index++;
      return { kind: "MatchSingleton", start, end: s.ends[index]!, value: kind === T.None_ ? "None" : kind === T.True_ ? "True" : "False" };
    case T.NumberLiteral:
    case T.Minus:
    case T.StringLiteral:
    case T.FStringStart: {
      const value = parseBinary(s, SUM_LEVEL);
      if (!isLiteral(value)) s.problem("A pattern can hold only literals, names and other patterns", value.start, value.end);
      return { kind: "MatchValue", start, end: s.ends[s.index - 1]!, value };
    }
    case T.Name:
      return parseNamePattern(s);
    case T.LeftParen:
    case T.LeftSquare:
    case T.LeftBrace: {
      s.depth += BRACKET_DEPTH;
      const pattern: Pattern = tooDeep(s)
        ? { kind: "MatchAs", start, end: start, pattern: undefined, name: undefined }
        : kind === T.LeftParen ? parseGroupPattern(s) : kind === T.LeftSquare ? parseSequence(s) : parseMapping(s);
      s.depth -= BRACKET_DEPTH;
      return pattern;
    }
    default: {
      const value = missing(s, "a pattern");
      return { kind: "MatchValue", start: value.start, end: value.end, value };
    }
  }
}

function isLiteral(value: Expression): boolean {
  switch (value.kind) {
    case "Constant":
      return true;
    case "UnaryOp":
      return value.op === "-" && value.operand.kind === "Constant";
    case "BinOp":
      return (value.op === "+" || value.op === "-") && isLiteral(value.left) && value.right.kind === "Constant";
    default:
      return false;
  }
}

/** A capture, `_`, a dotted value, or a class pattern. */
function parseNamePattern(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  const wildcard = s.values[s.index] === T.UNDERSCORE;
  const name = parseIdentifier(s);
  const kind = s.kinds[s.index]!;
  if (kind !== T.Dot && kind !== T.LeftParen) {
    return { kind: "MatchAs", start, end: name.end, pattern: undefined, name: wildcard ? undefined : name };
  }
  let value: Expression = { kind: "Name", start, end: name.end, id: name.name, ctx: "load" };
  while (s.kinds[s.index] === T.Dot) {
    s.index++;
    let attr: Identifier;
    if (s.kinds[s.index] === T.Name) attr = parseIdentifier(s);
    else {
      const at = s.ends[s.index - 1]!;
      s.problem("A name is missing after the dot", at - 1, at);
      attr = { name: "", start: at, end: at };
    }
    value = { kind: "Attribute", start, end: s.ends[s.index - 1]!, value, attr, ctx: "load" };
  }
  if (s.kinds[s.index] !== T.LeftParen) return { kind: "MatchValue", start, end: s.ends[s.index - 1]!, value };
  s.depth += BRACKET_DEPTH;
  const pattern = parseClassPattern(s, start, value);
  s.depth -= BRACKET_DEPTH;
  return pattern;
}

function parseClassPattern(s: TokenStream, start: number, cls: Expression): Pattern {
  const open = s.starts[s.index]!;
  s.index++;
  const patterns: Pattern[] = [];
  const kwdAttrs: Identifier[] = [];
  const kwdPatterns: Pattern[] = [];
  while (!tooDeep(s) && !atEnd(s, T.RightParen)) {
    const at = s.starts[s.index]!;
    if (s.kinds[s.index] === T.Name && s.kinds[s.index + 1] === T.Equal) {
      kwdAttrs.push(parseIdentifier(s));
      s.index++;
      kwdPatterns.push(parsePattern(s));
    } else {
      patterns.push(parsePattern(s));
      if (kwdAttrs.length > 0) s.problem("A positional pattern can't follow keyword patterns", at, s.ends[s.index - 1]!);
    }
    if (!afterPattern(s, T.RightParen)) break;
  }
  closeBracket(s, T.RightParen, open);
  return { kind: "MatchClass", start, end: s.ends[s.index - 1]!, cls, patterns, kwdAttrs, kwdPatterns };
}

function atEnd(s: TokenStream, closing: number): boolean {
  const kind = s.kinds[s.index]!;
  return kind <= T.Newline || kind === closing || (kind >= T.RightParen && kind <= T.RightBrace);
}

/** Consumes the comma after a pattern; false at the end of the list. */
function afterPattern(s: TokenStream, closing: number): boolean {
  if (s.kinds[s.index] === T.Comma) {
    s.index++;
    return true;
  }
  if (atEnd(s, closing)) return false;
  s.problem(`\`,\` or \`${T.spelling(closing) ?? ""}\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
  while (!atEnd(s, closing) && s.kinds[s.index] !== T.Comma) {
    if (T.STARTS_EXPRESSION[s.kinds[s.index]!] === 1) parseBinary(s, T.OR_LEVEL);
    else s.index++;
  }
  if (s.kinds[s.index] !== T.Comma) return false;
  s.index++;
  return true;
}

function parseGroupPattern(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  s.index++;
  const patterns: Pattern[] = [];
  let comma = false;
  while (!atEnd(s, T.RightParen)) {
    patterns.push(parseStarOrPattern(s));
    const more = afterPattern(s, T.RightParen);
    comma ||= more;
    if (!more) break;
  }
  closeBracket(s, T.RightParen, start);
  const only = patterns[0];
  if (only !== undefined && patterns.length === 1 && !comma && only.kind !== "MatchStar") return only;
  return { kind: "MatchSequence", start, end: s.ends[s.index - 1]!, patterns };
}

function parseSequence(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  s.index++;
  const patterns: Pattern[] = [];
  while (!atEnd(s, T.RightSquare)) {
    patterns.push(parseStarOrPattern(s));
    if (!afterPattern(s, T.RightSquare)) break;
  }
  closeBracket(s, T.RightSquare, start);
  return { kind: "MatchSequence", start, end: s.ends[s.index - 1]!, patterns };
}

function parseMapping(s: TokenStream): Pattern {
  const start = s.starts[s.index]!;
  s.index++;
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: Identifier | undefined;
  while (!atEnd(s, T.RightBrace)) {
    if (s.kinds[s.index] === T.DoubleStar) {
      s.index++;
      rest = parseTargetName(s);
    } else {
      keys.push(parseBinary(s, SUM_LEVEL));
      if (s.kinds[s.index] === T.Colon) {
        s.index++;
        patterns.push(parsePattern(s));
      } else {
        const value = missing(s, "a `:` with a pattern");
        patterns.push({ kind: "MatchValue", start: value.start, end: value.end, value });
      }
    }
    if (!afterPattern(s, T.RightBrace)) break;
  }
  closeBracket(s, T.RightBrace, start);
  return { kind: "MatchMapping", start, end: s.ends[s.index - 1]!, keys, patterns, rest };
}
