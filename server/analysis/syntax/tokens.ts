/**
 * Token kinds as small numbers, and the tables that tell an operator token from its spelling.
 *
 * A logical line becomes a row of tokens that ends with Newline (or Eof): `x = (1,` / `2)` is one line. `Indent` and
 * `Dedent` come before the first token of a line, as in CPython. An f-string is not one token but
 * FStringStart, then FStringMiddle for text and ordinary tokens between `{` and `}`, then FStringEnd.
 */
import type { BinaryOperator, CompareOperator } from "./nodes.ts";

export const Eof = 0;
export const Newline = 1;
export const Indent = 2;
export const Dedent = 3;
export const Name = 4;
export const NumberLiteral = 5;
export const StringLiteral = 6;
export const FStringStart = 7;
export const FStringMiddle = 8;
export const FStringEnd = 9;
/** A whole IPython line, or what follows `x =` in `x = %time f()`. */
export const MagicLine = 10;
/** A character that begins no token, or a closing bracket that nothing opened. */
export const Stray = 11;

export const LeftParen = 12;
export const LeftSquare = 13;
export const LeftBrace = 14;
export const RightParen = 15;
export const RightSquare = 16;
export const RightBrace = 17;
export const Colon = 18;
export const Comma = 19;
export const Semicolon = 20;
export const Dot = 21;
export const Ellipsis = 22;
export const Equal = 23;
export const ColonEqual = 24;
export const Arrow = 25;
/** `!` before a conversion in an f-string. */
export const Exclamation = 26;
export const Tilde = 27;

// Binary operators, in the order of BINARY_TEXT; an augmented assignment is the operator's kind + AUGMENTED.
export const Plus = 28;
export const Minus = 29;
export const Star = 30;
export const At = 31;
export const Slash = 32;
export const Percent = 33;
export const DoubleStar = 34;
export const LeftShift = 35;
export const RightShift = 36;
export const Bar = 37;
export const Caret = 38;
export const Ampersand = 39;
export const DoubleSlash = 40;
export const AUGMENTED = 13;
export const FIRST_AUGMENTED = Plus + AUGMENTED; // 41
export const LAST_AUGMENTED = DoubleSlash + AUGMENTED; // 53

export const EqualEqual = 54;
export const NotEqual = 55;
export const Less = 56;
export const LessEqual = 57;
export const Greater = 58;
export const GreaterEqual = 59;

// Keywords, in the order of KEYWORDS.
export const FIRST_KEYWORD = 64;
export const False_ = 64;
export const None_ = 65;
export const True_ = 66;
export const And = 67;
export const As = 68;
export const Assert = 69;
export const Async = 70;
export const Await = 71;
export const Break = 72;
export const Class = 73;
export const Continue = 74;
export const Def = 75;
export const Del = 76;
export const Elif = 77;
export const Else = 78;
export const Except = 79;
export const Finally = 80;
export const For = 81;
export const From = 82;
export const Global = 83;
export const If = 84;
export const Import = 85;
export const In = 86;
export const Is = 87;
export const Lambda = 88;
export const Nonlocal = 89;
export const Not = 90;
export const Or = 91;
export const Pass = 92;
export const Raise = 93;
export const Return = 94;
export const Try = 95;
export const While = 96;
export const With = 97;
export const Yield = 98;
export const KIND_COUNT = 99;

export const KEYWORDS: readonly string[] = [
  "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
  "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
  "pass", "raise", "return", "try", "while", "with", "yield",
];

/** Words that are keywords only in some places. Their number in the name table follows the keywords'. */
export const SOFT_KEYWORDS: readonly string[] = ["match", "case", "type", "_"];
export const MATCH = KEYWORDS.length;
export const CASE = MATCH + 1;
export const TYPE = MATCH + 2;
export const UNDERSCORE = MATCH + 3;

export const BINARY_TEXT: readonly BinaryOperator[] = [
  "+", "-", "*", "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//",
];

export const COMPARE_TEXT: readonly CompareOperator[] = ["==", "!=", "<", "<=", ">", ">="];

/** How tightly a token binds as an infix operator; 0 for tokens that are none. `**` is handled with the unary ones. */
export const PRECEDENCE: Uint8Array = new Uint8Array(KIND_COUNT);
export const OR_LEVEL = 1;
const AND_LEVEL = 2;
export const NOT_LEVEL = 3;
export const COMPARE_LEVEL = 4;
export const BIT_OR_LEVEL = 5;
const LEVELS: readonly (readonly [number, readonly number[]])[] = [
  [OR_LEVEL, [Or]],
  [AND_LEVEL, [And]],
  [COMPARE_LEVEL, [EqualEqual, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, Not, Is]],
  [BIT_OR_LEVEL, [Bar]],
  [6, [Caret]],
  [7, [Ampersand]],
  [8, [LeftShift, RightShift]],
  [9, [Plus, Minus]],
  [10, [Star, Slash, Percent, DoubleSlash, At]],
];
for (const [level, kinds] of LEVELS) for (const kind of kinds) PRECEDENCE[kind] = level;

/** Kinds that can begin an expression. */
export const STARTS_EXPRESSION: Uint8Array = new Uint8Array(KIND_COUNT);
for (
  const kind of [
    Name, NumberLiteral, StringLiteral, FStringStart, LeftParen, LeftSquare, LeftBrace, Ellipsis, Tilde, Plus, Minus,
    False_, None_, True_, Await, Lambda, Not,
  ]
) STARTS_EXPRESSION[kind] = 1;

const PUNCTUATION: Readonly<Record<number, string>> = {
  [LeftParen]: "(", [LeftSquare]: "[", [LeftBrace]: "{", [RightParen]: ")", [RightSquare]: "]", [RightBrace]: "}",
  [Colon]: ":", [Comma]: ",", [Semicolon]: ";", [Dot]: ".", [Ellipsis]: "...", [Equal]: "=", [ColonEqual]: ":=",
  [Arrow]: "->", [Exclamation]: "!", [Tilde]: "~",
};

/** A token's spelling for a message, or undefined for names, literals and line structure. */
export function spelling(kind: number): string | undefined {
  if (kind >= FIRST_KEYWORD) return KEYWORDS[kind - FIRST_KEYWORD];
  if (kind >= EqualEqual) return COMPARE_TEXT[kind - EqualEqual];
  if (kind >= FIRST_AUGMENTED) return `${BINARY_TEXT[kind - FIRST_AUGMENTED] ?? ""}=`;
  if (kind >= Plus) return BINARY_TEXT[kind - Plus];
  return PUNCTUATION[kind];
}
