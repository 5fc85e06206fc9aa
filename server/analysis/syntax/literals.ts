/** Reading the literals whose end is not obvious: numbers, strings, and the text parts of f-strings. */
import { CLASS, DIGIT, NAME_PART, afterLineBreak, lineEnd } from "./characters.ts";
import { looseStringEnd } from "./recovery.ts";
import type { OpenFString, TokenStream } from "./token-stream.ts";
import * as T from "./tokens.ts";

/** Value of a number token. */
export const INT = 0;
export const FLOAT = 1;
export const COMPLEX = 2;

/** Flags of a string token's prefix and quotes. */
export const RAW = 1;
export const BYTES = 2;
/** f-string or t-string. */
export const FORMATTED = 4;
export const TEMPLATE = 8;
export const TRIPLE = 16;
/** Holds a backslash or a carriage return, so that its value differs from its text. */
export const ESCAPED = 32;
export const UNCLOSED = 64;
/** The prefix's length, times this. */
export const PREFIX = 128;

/** Words that may stand right after a number: `1if x else 2`. */
const AFTER_NUMBER = /^(?:and|else|for|if|in|is|not|or)\b/;

/** Reads the number at `position`, pushes its token and returns the offset after it. */
export function scanNumber(s: TokenStream, position: number): number {
  const text = s.text;
  const limit = s.limit;
  let end = position;
  let type = INT;
  const first = text.charCodeAt(position);
  const second = position + 1 < limit ? text.charCodeAt(position + 1) | 32 : 0;
  if (first === 48 && (second === 120 || second === 111 || second === 98)) {
    end = digits(text, position + 2, limit, second === 120 ? 16 : second === 111 ? 8 : 2, true);
    if (end === position + 2) s.problem("Digits are missing after this prefix", position - s.base, end - s.base);
  } else {
    end = digits(text, position, limit, 10, false);
    const integerEnd = end;
    if (end < limit && text.charCodeAt(end) === 46) {
      type = FLOAT;
      end = digits(text, end + 1, limit, 10, false);
    }
    if (end < limit && (text.charCodeAt(end) | 32) === 101) {
      let exponent = end + 1;
      const sign = exponent < limit ? text.charCodeAt(exponent) : 0;
      if (sign === 43 || sign === 45) exponent++;
      if (exponent < limit && CLASS[text.charCodeAt(exponent)] === DIGIT) {
        type = FLOAT;
        end = digits(text, exponent, limit, 10, false);
      }
    }
    if (end < limit && (text.charCodeAt(end) | 32) === 106) {
      type = COMPLEX;
      end++;
    }
    if (type === INT && first === 48 && integerEnd > position + 1 && /[1-9]/.test(text.slice(position, end))) {
      s.problem("An integer can't begin with 0: octal numbers are written 0o17", position - s.base, end - s.base);
    }
  }
  s.push(T.NumberLiteral, position - s.base, end - s.base, type);
  if (end < limit) {
    const code = text.charCodeAt(end);
    if (code > 127 || NAME_PART[code] === 1) {
      if (!AFTER_NUMBER.test(text.slice(end, end + 5))) {
        let wordEnd = end;
        while (wordEnd < limit && text.charCodeAt(wordEnd) < 128 && NAME_PART[text.charCodeAt(wordEnd)] === 1) wordEnd++;
        if (wordEnd > end) {
          s.problem("This is not a number: a digit or an operator was expected", position - s.base, wordEnd - s.base);
          s.push(T.Stray, end - s.base, wordEnd - s.base, 0);
          end = wordEnd;
        }
      }
    }
  }
  return end;
}

function digits(text: string, position: number, limit: number, radix: number, leadingUnderscore: boolean): number {
  let end = position;
  let last = leadingUnderscore ? 48 : 95;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code === 95) {
      if (last === 95) break;
    } else if (code >= 48 && code <= 57) {
      if (code - 48 >= radix) break;
    } else if (radix === 16 && (code | 32) >= 97 && (code | 32) <= 102) {
      // a hexadecimal digit
    } else break;
    last = code;
    end++;
  }
  return last === 95 && end > position ? end - 1 : end;
}

/**
 * Reads the string whose prefix begins at `start` and whose quote is at `quoteAt`. Pushes its token, except for
 * f-strings, of which only the opening quote is read. Returns the offset after what was read, or, for a
 * string without an end that must be read again in recovery, the negated offset of the fault.
 */
export function scanString(s: TokenStream, start: number, quoteAt: number, flags: number): number {
  const text = s.text;
  const limit = s.limit;
  const quote = text.charCodeAt(quoteAt);
  const triple = isTriple(text, quoteAt, limit);
  if ((flags & FORMATTED) !== 0) return quoteAt + (triple ? 3 : 1);
  let position = quoteAt + (triple ? 3 : 1);
  let closed = false;
  if (triple) {
    flags |= TRIPLE;
    while (position < limit) {
      const code = text.charCodeAt(position);
      if (code === quote) {
        if (isTriple(text, position, limit)) {
          closed = true;
          break;
        }
      } else if (code === 92) {
        flags |= ESCAPED;
        position++;
      } else if (code === 13) flags |= ESCAPED;
      position++;
    }
    if (position > limit) position = limit;
    if (!closed) {
      if (!s.recovering) return -limit;
      position = looseStringEnd(text, quoteAt + 3, limit, s.column);
      flags |= UNCLOSED;
      s.problem("This triple-quoted string is not closed", start - s.base, quoteAt + 3 - s.base);
    }
  } else {
    while (position < limit) {
      const code = text.charCodeAt(position);
      if (code === quote) {
        closed = true;
        break;
      }
      if (code === 92) {
        flags |= ESCAPED;
        position++;
        if (position < limit && text.charCodeAt(position) === 13) position = afterLineBreak(text, position, limit) - 1;
      } else if (code === 10 || code === 13) break;
      position++;
    }
    if (position > limit) position = limit;
    if (!closed) {
      // Inside an f-string's field this quote was most likely the f-string's end.
      if (!s.recovering && insideField(s)) return -position;
      flags |= UNCLOSED;
      const sign = String.fromCharCode(quote);
      s.problem(`This string is not closed: ${sign} is missing`, start - s.base, position - s.base);
    }
  }
  const end = closed ? position + (triple ? 3 : 1) : position;
  s.push(T.StringLiteral, start - s.base, end - s.base, flags);
  return end;
}

/**
 * End of the text part of an f-string that begins at `position`: at `{` or `}` that are not doubled, at the closing
 * quote, at a line break (unless triple-quoted), or at the end of the text.
 */
export function scanFStringMiddle(s: TokenStream, position: number, open: OpenFString, inSpec: boolean): number {
  const text = s.text;
  const limit = s.limit;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (code === 123) {
      if (inSpec || text.charCodeAt(position + 1) !== 123) return position;
      position++;
    } else if (code === 125) {
      if (inSpec || text.charCodeAt(position + 1) !== 125) return position;
      position++;
    } else if (code === open.quote) {
      if (!open.triple || isTriple(text, position, limit)) return position;
    } else if (code === 10 || code === 13) {
      if (!open.triple) return position;
    } else if (code === 92) {
      const next = position + 1 < limit ? text.charCodeAt(position + 1) : 0;
      if (next === 123 || next === 125) {
        // The backslash stands for itself, the brace keeps its meaning.
      } else if (!open.raw && next === 78 && text.charCodeAt(position + 2) === 123) {
        const end = lineEnd(text, position, limit);
        let brace = position + 3;
        while (brace < end && text.charCodeAt(brace) !== 125 && text.charCodeAt(brace) !== open.quote) brace++;
        position = brace < end && text.charCodeAt(brace) === 125 ? brace : position + 1;
      } else if (next === 13) position = afterLineBreak(text, position + 1, limit) - 1;
      else position++;
    }
    position++;
  }
  return limit;
}

/** Whether code inside `{}` of an f-string with single quotes is being read. */
function insideField(s: TokenStream): boolean {
  const open = s.fstrings[s.fstrings.length - 1];
  return open !== undefined && !open.triple;
}

/** Flags for the prefix of a string literal, or -1 when these letters are none. */
export function prefixFlags(text: string, start: number, end: number): number {
  let flags = 0;
  let plain = 0;
  for (let i = start; i < end; i++) {
    const letter = text.charCodeAt(i) | 32;
    const flag = letter === 114 ? RAW : letter === 98 ? BYTES : letter === 102 ? FORMATTED : letter === 116 ? FORMATTED | TEMPLATE : 0;
    if (flag === 0) {
      if (letter !== 117) return -1;
      plain++;
    }
    if ((flags & flag) !== 0) return -1;
    flags |= flag;
  }
  const length = end - start;
  if (plain > 0 && length > 1) return -1;
  if ((flags & BYTES) !== 0 && (flags & FORMATTED) !== 0) return -1;
  return flags | (length * PREFIX);
}

export function isTriple(text: string, at: number, limit: number): boolean {
  const quote = text.charCodeAt(at);
  return at + 2 < limit && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}
