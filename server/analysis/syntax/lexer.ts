/**
 * From characters to the tokens of one logical line.
 *
 * A logical line is what Python calls so: it runs over line breaks inside brackets and after a backslash.
 *
 * A bracket that is never closed would swallow the rest of the file. So each line is read strictly first; when that
 * ends in a fault (wrong closing bracket, end of text, a keyword no bracket can hold, two operands in a row across a
 * line break) the line is read again from its start in recovery, where a line that looks like a statement ends all brackets:
 *
 *     a = f(1,         strict: `f(1, b = 2 c ...`: fault at `c`, a name right after `2`
 *     b = 2            recovery: `b = 2` at the margin looks like a statement, `f(1,` ends here
 *     c = 3
 *
 * Strict reading gives up past 200 open brackets, as CPython does, and past 20 where a line begins at the margin of its statement
 * (when the code is valid after all, recovery reads it the same, unless that line looks like a statement). Since each
 * statement that opens a bracket for good adds one, this also bounds how often a text is read again: about 20 times.
 */
import { BLANK, CLASS, DIGIT, LINE_BREAK, NAME_PART, NAME_START, QUOTE, afterLineBreak, isLineBreak, lineEnd, unicodeNameEnd } from "./characters.ts";
import { FORMATTED, RAW, TRIPLE, isTriple, prefixFlags, scanFStringMiddle, scanNumber, scanString } from "./literals.ts";
import { ENDS_BRACKETS, ENDS_OPERAND, FOLLOWS_OPERAND, looksLikeStatement, looseStringEnd } from "./recovery.ts";
import type { TokenStream } from "./token-stream.ts";
import * as T from "./tokens.ts";

const MAX_BRACKETS = 200;
/** So many brackets may be open where a line begins at the statement's own column, before that is taken for a fault. */
const MAX_BRACKETS_AT_MARGIN = 20;

/** Kind of an open bracket: the token that opened it, or FIELD for the `{` of an f-string's replacement field. */
const FIELD = 1;

/** Reads a logical line's tokens from `position`. False: a fault, when not `recovering`. */
export function readLine(s: TokenStream, position: number, recovering: boolean): boolean {
  const text = s.text;
  const limit = s.limit;
  const base = s.base;
  const brackets = s.brackets;
  const fstrings = s.fstrings;
  brackets.length = 0;
  fstrings.length = 0;
  s.recovering = recovering;
  const firstToken = s.count;
  /** Index of the token that would be the first of the physical line, inside brackets. */
  let lineFirst = -1;
  let lineStart = position;
  let lineColumn = 0;
  /** Whether the physical line above holds no token. */
  let afterBlank = false;
  /** End of the text of the last physical line that held a token. */
  let contentEnd = position;
  let commentStart = -1;
  /** Whether the text of an f-string, not code, comes next. */
  let middle = false;

  for (;;) {
    if (middle) {
      const open = fstrings[fstrings.length - 1]!;
      const inSpec = brackets.length > open.depth;
      const end = scanFStringMiddle(s, position, open, inSpec);
      if (end > position) s.push(T.FStringMiddle, position - base, end - base, 0);
      position = end;
      const code = position < limit ? text.charCodeAt(position) : -1;
      if (code === 123) {
        s.push(T.LeftBrace, position - base, position + 1 - base, 0);
        brackets.push(FIELD);
        if (brackets.length > MAX_BRACKETS && !recovering) return fault(s, position);
        position++;
        middle = false;
      } else if (code === 125 && inSpec) {
        s.push(T.RightBrace, position - base, position + 1 - base, 0);
        brackets.pop();
        position++;
      } else if (code === 125) {
        s.problem("A single `}` in an f-string is written `}}`", position - base, position + 1 - base);
        s.push(T.FStringMiddle, position - base, position + 1 - base, 0);
        position++;
      } else if (inSpec && !open.triple && (code === 10 || code === 13)) {
        // The line break ends the format specification; the field goes on below.
        if (recovering) {
          closeFString(s, position, false);
        }
        middle = false;
      } else {
        const closed = code === open.quote && (!open.triple || isTriple(text, position, limit));
        if (!closed && !recovering && (open.triple || open.depth > 0)) return fault(s, position);
        if (!closed && open.triple && s.kinds[s.count - 1] === T.FStringMiddle) {
          position = looseStringEnd(text, s.starts[s.count - 1]! + base, limit, s.column);
          s.ends[s.count - 1] = position - base;
        }
        closeFString(s, position, closed);
        if (closed) position += open.triple ? 3 : 1;
        middle = false;
      }
      continue;
    }
    if (position >= limit) {
      if (brackets.length > 0 && !recovering) return fault(s, limit);
      if (lineFirst < 0 || s.count > lineFirst) contentEnd = commentStart >= 0 ? commentStart : limit;
      while (fstrings.length > 0) closeFString(s, contentEnd, false);
      s.reach = limit;
      newline(s, contentEnd);
      s.position = limit;
      return true;
    }
    const code = text.charCodeAt(position);
    const kind = code < 128 ? CLASS[code]! : NAME_START;
    if (kind === BLANK) {
      position++;
      continue;
    }
    if (kind === NAME_START) {
      let end = position;
      let hash = 0;
      let current = code;
      do {
        hash = (Math.imul(hash, 31) + current) | 0;
        end++;
        current = end < limit ? text.charCodeAt(end) : 32;
      } while (current < 128 && NAME_PART[current] === 1);
      if (code > 127 || current > 127) {
        end = unicodeNameEnd(text, position, limit);
        if (end === position) {
          position = stray(s, position);
          continue;
        }
        const number = s.table.addWord(text.slice(position, end).normalize("NFKC"));
        // CPython's tokenizer sees a keyword only in its plain spelling.
        s.push(T.Name, position - base, end - base, number);
        position = end;
        continue;
      }
      if ((current === 34 || current === 39) && end - position <= 2) {
        const flags = prefixFlags(text, position, end);
        if (flags >= 0) {
          const after = scanString(s, position, end, flags);
          if (after < 0) return fault(s, -after);
          if ((flags & FORMATTED) !== 0) {
            const triple = isTriple(text, end, limit);
            s.push(T.FStringStart, position - base, after - base, flags | (triple ? TRIPLE : 0));
            fstrings.push({ quote: current, triple, raw: (flags & RAW) !== 0, depth: brackets.length });
            middle = true;
          }
          position = after;
          continue;
        }
      }
      const number = s.table.lookup(text, position, end, hash);
      const word = number < T.KEYWORDS.length ? T.FIRST_KEYWORD + number : T.Name;
      if (lineFirst === s.count && brackets.length > 0) {
        const before = s.kinds[s.count - 1]!;
        const impossible = ENDS_BRACKETS[word] === 1 ||
          (ENDS_OPERAND[before] === 1 && FOLLOWS_OPERAND[word] === 0);
        if (!recovering && impossible) return fault(s, end);
        if (
          recovering && (ENDS_BRACKETS[word] === 1 ||
            (lineColumn <= s.column && (afterBlank || looksLikeStatement(text, position, limit))))
        ) {
          return endEarly(s, lineStart, contentEnd);
        }
      }
      s.push(word, position - base, end - base, number);
      position = end;
      continue;
    }
    if (kind === DIGIT) {
      position = scanNumber(s, position);
      continue;
    }
    if (kind === QUOTE) {
      const open = fstrings.length > 0 ? fstrings[fstrings.length - 1]! : undefined;
      if (recovering && open !== undefined && !open.triple && code === open.quote) {
        // Before Python 3.12 this quote could only end the f-string; in broken code that is what was meant.
        closeFString(s, position, true);
        position++;
        continue;
      }
      const after = scanString(s, position, position, 0);
      if (after < 0) return fault(s, -after);
      position = after;
      continue;
    }
    if (kind === LINE_BREAK) {
      const textEnd = commentStart >= 0 ? commentStart : position;
      commentStart = -1;
      if (lineFirst < 0 || s.count > lineFirst) contentEnd = textEnd;
      if (brackets.length === 0) {
        newline(s, textEnd);
        s.position = afterLineBreak(text, position, limit);
        return true;
      }
      if (recovering) {
        while (fstrings.length > 0 && !fstrings[fstrings.length - 1]!.triple) closeFString(s, contentEnd, false);
        if (brackets.length === 0 || headerEnds(s, firstToken)) return endEarly(s, afterLineBreak(text, position, limit), contentEnd);
      }
      afterBlank = lineFirst === s.count;
      position = afterLineBreak(text, position, limit);
      lineStart = position;
      lineFirst = s.count;
      lineColumn = 0;
      while (position < limit) {
        const blank = text.charCodeAt(position);
        if (blank === 32) lineColumn++;
        else if (blank === 9) lineColumn = (lineColumn | 7) + 1;
        else if (blank === 12) lineColumn = 0;
        else break;
        position++;
      }
      if (!recovering && brackets.length > MAX_BRACKETS_AT_MARGIN && lineColumn <= s.column) return fault(s, position);
      continue;
    }

    // Operators and punctuation.
    const next = position + 1 < limit ? text.charCodeAt(position + 1) : 0;
    let token = T.Stray;
    let width = 1;
    switch (code) {
      case 35: { // #
        const end = lineEnd(text, position, limit);
        s.comment(position, end);
        commentStart = position;
        position = end;
        continue;
      }
      case 40: // (
      case 91: // [
      case 123: // {
        token = code === 40 ? T.LeftParen : code === 91 ? T.LeftSquare : T.LeftBrace;
        brackets.push(token);
        if (brackets.length > MAX_BRACKETS && !recovering) return fault(s, position);
        break;
      case 41: // )
      case 93: // ]
      case 125: { // }
        token = code === 41 ? T.RightParen : code === 93 ? T.RightSquare : T.RightBrace;
        const open = brackets.length > 0 ? brackets[brackets.length - 1]! : 0;
        if (open === FIELD && code === 125) {
          brackets.pop();
          middle = true;
          break;
        }
        if (open === token - 3) {
          brackets.pop();
          break;
        }
        if (open !== 0 && !recovering) return fault(s, position);
        const floor = fstrings.length > 0 ? fstrings[fstrings.length - 1]!.depth : 0;
        let match = brackets.length - 1;
        while (match >= floor && brackets[match] !== token - 3 && !(code === 125 && brackets[match] === FIELD)) match--;
        if (match < floor && open !== 0 && open !== FIELD && recovering && endsLine(text, position + 1, limit)) {
          // At the end of a line a wrong closing bracket was most likely meant for the one that is open.
          token = open + 3;
          s.problem(
            `\`${T.spelling(open) ?? ""}\` must be closed by \`${T.spelling(token) ?? ""}\`, not \`${text.charAt(position)}\``,
            position - base,
            position + 1 - base,
          );
          brackets.pop();
        } else if (match < floor) {
          s.problem(`Nothing opens this \`${T.spelling(token) ?? ""}\``, position - base, position + 1 - base);
          token = T.Stray;
        } else {
          middle = brackets[match] === FIELD;
          brackets.length = match;
        }
        break;
      }
      case 58: // :
        if (brackets.length > 0 && brackets[brackets.length - 1] === FIELD) {
          token = T.Colon;
          middle = true;
        } else if (next === 61) {
          token = T.ColonEqual;
          width = 2;
        } else token = T.Colon;
        break;
      case 44:
        token = T.Comma;
        break;
      case 59:
        token = T.Semicolon;
        break;
      case 46: // .
        if (next >= 48 && next <= 57) {
          position = scanNumber(s, position);
          continue;
        }
        if (next === 46 && position + 2 < limit && text.charCodeAt(position + 2) === 46) {
          token = T.Ellipsis;
          width = 3;
        } else token = T.Dot;
        break;
      case 61: // =
        if (next === 61) {
          token = T.EqualEqual;
          width = 2;
        } else token = T.Equal;
        break;
      case 33: // !
        if (s.count === firstToken) return magic(s, position, 0);
        if (recovering && s.ipython && lineFirst === s.count && lineColumn <= s.column) {
          return endEarly(s, lineStart, contentEnd);
        }
        if (next === 61) {
          token = T.NotEqual;
          width = 2;
        } else if (brackets.length > 0 && brackets[brackets.length - 1] === FIELD) token = T.Exclamation;
        else if (s.ipython && brackets.length === 0 && s.kinds[s.count - 1] === T.Equal) return magic(s, position, 1);
        break;
      case 60: // <
        if (next === 60) token = T.LeftShift;
        else if (next === 61) {
          token = T.LessEqual;
          width = 2;
        } else if (next === 62) {
          token = T.NotEqual;
          width = 2;
          s.problem("`<>` was Python 2: write `!=`", position - base, position + 2 - base);
        } else token = T.Less;
        break;
      case 62: // >
        if (next === 62) token = T.RightShift;
        else if (next === 61) {
          token = T.GreaterEqual;
          width = 2;
        } else token = T.Greater;
        break;
      case 45: // -
        if (next === 62) {
          token = T.Arrow;
          width = 2;
        } else token = T.Minus;
        break;
      case 43:
        token = T.Plus;
        break;
      case 42: // *
        token = next === 42 ? T.DoubleStar : T.Star;
        break;
      case 47: // /
        token = next === 47 ? T.DoubleSlash : T.Slash;
        break;
      case 37: // %
        if (s.count === firstToken) return magic(s, position, 0);
        if (recovering && s.ipython && lineFirst === s.count && lineColumn <= s.column) {
          return endEarly(s, lineStart, contentEnd);
        }
        if (s.ipython && brackets.length === 0 && next !== 61 && s.kinds[s.count - 1] === T.Equal) {
          return magic(s, position, 1);
        }
        token = T.Percent;
        break;
      case 64:
        if (recovering && lineFirst === s.count && lineColumn <= s.column && looksLikeStatement(text, position, limit)) {
          return endEarly(s, lineStart, contentEnd);
        }
        token = T.At;
        break;
      case 124:
        token = T.Bar;
        break;
      case 94:
        token = T.Caret;
        break;
      case 38:
        token = T.Ampersand;
        break;
      case 126:
        token = T.Tilde;
        break;
      case 92: // backslash
        if (isLineBreak(text, position + 1, limit)) {
          position = afterLineBreak(text, position + 1, limit);
          continue;
        }
        s.problem(
          position + 1 >= limit ? "The text ends after this backslash" : "A backslash that continues a line must be its last character",
          position - base,
          position + 1 - base,
        );
        break;
      case 63: { // ?
        if (s.ipython && brackets.length === 0) {
          const after = next === 63 ? position + 2 : position + 1;
          const end = lineEnd(text, after, limit);
          if (s.count === firstToken || text.slice(after, end).trim() === "") {
            const start = s.count === firstToken ? position : s.starts[firstToken]! + base;
            s.count = firstToken;
            return magic(s, start, 0);
          }
        }
        break;
      }
    }
    if (token === T.Stray) {
      position = stray(s, position);
      continue;
    }
    if (token >= T.Plus && token <= T.DoubleSlash) {
      if (token === T.DoubleStar || token === T.LeftShift || token === T.RightShift || token === T.DoubleSlash) width = 2;
      if (position + width < limit && text.charCodeAt(position + width) === 61) {
        token += T.AUGMENTED;
        width++;
      }
    }
    s.push(token, position - base, position + width - base, 0);
    position += width;
  }
}

/** A fault of the brackets: strict reading ends. */
function fault(s: TokenStream, position: number): false {
  if (position > s.reach) s.reach = position;
  return false;
}

function newline(s: TokenStream, start: number): void {
  s.push(T.Newline, start - s.base, s.ends[s.count - 1]!, 0);
}

/** In recovery: all brackets end before the physical line at `lineStart`. */
function endEarly(s: TokenStream, lineStart: number, contentEnd: number): true {
  while (s.fstrings.length > 0) closeFString(s, contentEnd, false);
  newline(s, contentEnd);
  s.position = lineStart;
  return true;
}

/** In recovery, at a line break inside brackets: whether `if f(x:` just ended, a block's header. */
function headerEnds(s: TokenStream, firstToken: number): boolean {
  if (s.kinds[s.count - 1] !== T.Colon) return false;
  const first = s.kinds[firstToken]!;
  return first === T.If || first === T.For || first === T.Elif || first === T.Except || (ENDS_BRACKETS[first] === 1);
}

function closeFString(s: TokenStream, position: number, closed: boolean): void {
  const open = s.fstrings.pop();
  if (open === undefined) return;
  s.brackets.length = open.depth;
  const length = closed ? (open.triple ? 3 : 1) : 0;
  const at = position - s.base;
  if (!closed) s.problem("This f-string is not closed", at, at);
  s.push(T.FStringEnd, at, at + length, closed ? 1 : 0);
}

/** A character that begins no token. Returns the offset after it. */
function stray(s: TokenStream, position: number): number {
  const code = s.text.codePointAt(position) ?? 0;
  const end = Math.min(position + (code > 0xffff ? 2 : 1), s.limit);
  const shown = code < 32 || (code > 126 && code < 161) ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : code === 96 ? "A backtick" : `\`${String.fromCodePoint(code)}\``;
  s.problem(`${shown} has no meaning here in Python`, position - s.base, end - s.base);
  s.push(T.Stray, position - s.base, end - s.base, 0);
  return end;
}

/** An IPython line from `position` to the end of the line, backslashes continue it. `value` 1: after `=`. */
function magic(s: TokenStream, position: number, value: number): true {
  const text = s.text;
  let end = lineEnd(text, position, s.limit);
  while (end > position && end < s.limit && text.charCodeAt(end - 1) === 92) {
    end = lineEnd(text, afterLineBreak(text, end, s.limit), s.limit);
  }
  s.push(T.MagicLine, position - s.base, end - s.base, value);
  newline(s, end);
  s.position = end < s.limit ? afterLineBreak(text, end, s.limit) : end;
  if (s.position >= s.limit) s.reach = s.limit;
  return true;
}

/** Whether nothing but blanks, a colon or a comment follows on the line. */
function endsLine(text: string, at: number, limit: number): boolean {
  let position = at;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (code === 10 || code === 13 || code === 35) return true;
    if (code !== 32 && code !== 9 && code !== 58) return false;
    position++;
  }
  return true;
}
