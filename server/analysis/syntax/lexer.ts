/**
 * From characters to tokens, one logical line at a time.
 *
 * A logical line is what Python calls so: it runs over line breaks inside brackets and after a backslash. Its tokens
 * lie in typed arrays that the next line reuses, and the parser walks an index over them. Offsets in tokens count
 * from `base`, the start of the unit that is being parsed.
 *
 * Slot 0 of the arrays stands for the last token of the line before; Newline, Indent and Dedent carry the end of the
 * last real token too. So `ends[index - 1]` is always the end of what was consumed last, which is where CPython
 * ends a node.
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
import {
  BLANK, CLASS, DIGIT, LINE_BREAK, NAME_PART, NAME_START, QUOTE, afterLineBreak, lineEnd, unicodeNameEnd,
} from "./characters.ts";
import { scanNumber, scanString, scanFStringMiddle } from "./literals.ts";
import { NameTable } from "./names.ts";
import type { Comment, SyntaxProblem } from "./nodes.ts";
import { ENDS_BRACKETS, ENDS_OPERAND, FOLLOWS_OPERAND, looksLikeStatement, looseStringEnd } from "./recovery.ts";
import * as T from "./tokens.ts";

const MAX_BRACKETS = 200;
/** So many brackets may be open where a line begins at the statement's own column, before that is taken for a fault. */
const MAX_BRACKETS_AT_MARGIN = 20;
const MAX_INDENTS = 100;

/** Kind of an open bracket: the token that opened it, or FIELD for the `{` of an f-string's replacement field. */
const FIELD = 1;

/** An f-string that is being read. */
export interface OpenFString {
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
  /** Number of brackets that were open where it starts. */
  readonly depth: number;
}

export class TokenStream {
  readonly text: string;
  readonly limit: number;
  readonly ipython: boolean;
  /** Columns that the whole cell is indented by: IPython removes them. */
  readonly margin: number;
  readonly table: NameTable;

  /** Start of the unit: tokens and nodes count from here. */
  base: number;
  /** Whether a line at the margin ends the unit. */
  splits: boolean;

  kinds: Uint8Array = new Uint8Array(64);
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  /** Number of a name in the table; flags of a string, number or magic. */
  values: Int32Array = new Int32Array(64);
  count = 1;
  /** The current token. */
  index = 1;

  /** Absolute offset where the next line begins. */
  position: number;
  /** Absolute offset after the last line that was consumed. */
  consumed: number;
  /** Absolute offset up to which text was read for this unit. */
  reach: number;

  comments: Comment[] = [];
  problems: SyntaxProblem[] = [];
  /** One problem per logical line: what follows the first is mostly its echo. */
  reported = false;

  /** Nesting of the parser, see `enter`. */
  depth = 0;
  functions = 0;
  loops = 0;

  private deeplyIndented = false;
  private indents: number[] = [0];
  private tabIndents: number[] = [0];
  private readonly brackets: number[] = [];
  private readonly fstrings: OpenFString[] = [];
  /** Column of the statement being read. */
  column = 0;
  recovering = false;

  constructor(text: string, at: number, limit: number, ipython: boolean, margin: number, table = NameTable.withKeywords()) {
    this.text = text;
    this.position = at;
    this.consumed = at;
    this.reach = at;
    this.base = at;
    this.limit = limit;
    this.ipython = ipython;
    this.margin = margin;
    this.table = table;
    this.splits = false;
  }

  /** Begins a unit at `at` and reads its first line. */
  begin(at: number, splits: boolean, base = at): void {
    this.base = base;
    this.position = at;
    this.consumed = at;
    this.reach = at;
    this.comments = [];
    this.problems = [];
    this.indents = [this.margin];
    this.tabIndents = [this.margin];
    this.deeplyIndented = false;
    this.splits = false;
    this.count = 1;
    this.ends[0] = at - base;
    this.depth = 0;
    this.functions = 0;
    this.loops = 0;
    this.nextLine();
    this.splits = splits;
  }

  /** Reports at a range that counts from the unit's start, unless this line has a problem already. */
  problem(message: string, start: number, end: number): void {
    if (this.reported) return;
    this.reported = true;
    this.problems.push({ start, end: Math.max(start, end), message });
  }

  /** Leaves the current line and reads the one below; what is then left of the unit may be Eof alone. */
  nextLine(): void {
    this.ends[0] = this.ends[this.count - 1]!;
    this.count = 1;
    this.index = 1;
    this.reported = false;
    this.consumed = this.position;
    const commentsBefore = this.comments.length;
    const text = this.text;
    const limit = this.limit;
    let position = this.position;
    let column = 0;
    let tabColumn = 0;
    let continued = false;
    for (;;) {
      const lineStart = position;
      if (!continued) {
        column = 0;
        tabColumn = 0;
      }
      while (position < limit) {
        const code = text.charCodeAt(position);
        if (code === 32) {
          if (!continued) {
            column++;
            tabColumn++;
          }
        } else if (code === 9) {
          if (!continued) {
            column = (column | 7) + 1;
            tabColumn++;
          }
        } else if (code === 12) {
          column = 0;
          tabColumn = 0;
        } else break;
        position++;
      }
      if (position >= limit) {
        this.reach = limit;
        if (this.splits) this.comments.length = commentsBefore;
        else this.position = limit;
        this.endBlocks();
        return;
      }
      const code = text.charCodeAt(position);
      if (code === 35) {
        const end = lineEnd(text, position, limit);
        this.comment(position, end);
        position = end < limit ? afterLineBreak(text, end, limit) : end;
        continued = false;
      } else if (code === 10 || code === 13) {
        position = afterLineBreak(text, position, limit);
        continued = false;
      } else if (code === 92 && lineStart < position && isLineBreak(text, position + 1, limit)) {
        // A backslash on a line of blanks: the first line's indentation counts.
        position = afterLineBreak(text, position + 1, limit);
        continued = true;
      } else if (code === 0xfeff && position === 0) {
        position++;
        continued = true;
      } else break;
    }
    if (this.splits && column <= this.margin) {
      const word = wordEnd(text, position, limit);
      if (word > this.reach) this.reach = word;
      if (!continuesCompound(text, position, word)) {
        this.comments.length = commentsBefore;
        this.position = this.consumed;
        this.endBlocks();
        return;
      }
    }
    if (column <= this.margin) column = tabColumn = this.margin;
    this.indent(position, column, tabColumn);
    this.column = column;
    const count = this.count;
    const problems = this.problems.length;
    const comments = this.comments.length;
    const reported = this.reported;
    if (!this.readLine(position, false)) {
      this.count = count;
      this.problems.length = problems;
      this.comments.length = comments;
      this.reported = reported;
      this.readLine(position, true);
    }
  }

  private comment(start: number, end: number): void {
    this.comments.push({ start: start - this.base, end: end - this.base, text: this.text.slice(start, end) });
  }

  private endBlocks(): void {
    const at = this.ends[0]!;
    for (let i = this.indents.length; i > 1; i--) this.push(T.Dedent, at, at, 0);
    this.indents.length = 1;
    this.tabIndents.length = 1;
    const end = this.consumed - this.base;
    this.push(T.Eof, end, end, 0);
    this.ends[this.count - 1] = at;
  }

  private indent(position: number, column: number, tabColumn: number): void {
    const indents = this.indents;
    let top = indents[indents.length - 1]!;
    const at = position - this.base;
    if (column === top) {
      if (tabColumn !== this.tabIndents[indents.length - 1]!) this.problem(TABS, at, at);
      return;
    }
    if (column > top) {
      if (tabColumn <= this.tabIndents[indents.length - 1]!) this.problem(TABS, at, at);
      if (indents.length >= MAX_INDENTS) {
        if (!this.deeplyIndented) this.problem("Too many levels of indentation", at, at);
        this.deeplyIndented = true;
        return;
      }
      indents.push(column);
      this.tabIndents.push(tabColumn);
      this.push(T.Indent, at, this.ends[0]!, 0);
      return;
    }
    while (column < top) {
      const below = indents[indents.length - 2]!;
      if (below < column) {
        // Between two levels: the line is taken to belong to the deeper one.
        this.problem("This indentation matches no block above", at, at);
        indents[indents.length - 1] = column;
        this.tabIndents[indents.length - 1] = tabColumn;
        return;
      }
      indents.pop();
      this.tabIndents.pop();
      this.push(T.Dedent, at, this.ends[0]!, 0);
      top = below;
    }
    if (tabColumn !== this.tabIndents[indents.length - 1]!) this.problem(TABS, at, at);
  }

  push(kind: number, start: number, end: number, value: number): void {
    const count = this.count++;
    if (count >= this.kinds.length) this.grow();
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.values[count] = value;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const copy = (old: Int32Array): Int32Array => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    this.starts = copy(this.starts);
    this.ends = copy(this.ends);
    this.values = copy(this.values);
  }

  private newline(start: number): void {
    this.push(T.Newline, start - this.base, this.ends[this.count - 1]!, 0);
  }

  /** A fault of the brackets: strict reading ends. */
  private fault(position: number): false {
    if (position > this.reach) this.reach = position;
    return false;
  }

  /** Reads a logical line's tokens from `position`. False: a fault, when not `recovering`. */
  private readLine(position: number, recovering: boolean): boolean {
    const text = this.text;
    const limit = this.limit;
    const base = this.base;
    const brackets = this.brackets;
    const fstrings = this.fstrings;
    brackets.length = 0;
    fstrings.length = 0;
    this.recovering = recovering;
    const firstToken = this.count;
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
        const end = scanFStringMiddle(this, position, open, inSpec);
        if (end > position) this.push(T.FStringMiddle, position - base, end - base, 0);
        position = end;
        const code = position < limit ? text.charCodeAt(position) : -1;
        if (code === 123) {
          this.push(T.LeftBrace, position - base, position + 1 - base, 0);
          brackets.push(FIELD);
          if (brackets.length > MAX_BRACKETS && !recovering) return this.fault(position);
          position++;
          middle = false;
        } else if (code === 125 && inSpec) {
          this.push(T.RightBrace, position - base, position + 1 - base, 0);
          brackets.pop();
          position++;
        } else if (code === 125) {
          this.problem("A single `}` in an f-string is written `}}`", position - base, position + 1 - base);
          this.push(T.FStringMiddle, position - base, position + 1 - base, 0);
          position++;
        } else if (inSpec && !open.triple && (code === 10 || code === 13)) {
          // The line break ends the format specification; the field goes on below.
          if (recovering) {
            this.closeFString(position, false);
          }
          middle = false;
        } else {
          const closed = code === open.quote && (!open.triple || isTriple(text, position, limit));
          if (!closed && !recovering && (open.triple || open.depth > 0)) return this.fault(position);
          if (!closed && open.triple && this.kinds[this.count - 1] === T.FStringMiddle) {
            position = looseStringEnd(text, this.starts[this.count - 1]! + base, limit, this.column);
            this.ends[this.count - 1] = position - base;
          }
          this.closeFString(position, closed);
          if (closed) position += open.triple ? 3 : 1;
          middle = false;
        }
        continue;
      }
      if (position >= limit) {
        if (brackets.length > 0 && !recovering) return this.fault(limit);
        if (lineFirst < 0 || this.count > lineFirst) contentEnd = commentStart >= 0 ? commentStart : limit;
        while (fstrings.length > 0) this.closeFString(contentEnd, false);
        this.reach = limit;
        this.newline(contentEnd);
        this.position = limit;
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
            position = this.stray(position);
            continue;
          }
          const number = this.table.addWord(text.slice(position, end).normalize("NFKC"));
          // CPython's tokenizer sees a keyword only in its plain spelling.
          this.push(T.Name, position - base, end - base, number);
          position = end;
          continue;
        }
        if ((current === 34 || current === 39) && end - position <= 2) {
          const flags = prefixFlags(text, position, end);
          if (flags >= 0) {
            const after = scanString(this, position, end, flags);
            if (after < 0) return this.fault(-after);
            if ((flags & FORMATTED) !== 0) {
              const triple = isTriple(text, end, limit);
              this.push(T.FStringStart, position - base, after - base, flags | (triple ? TRIPLE : 0));
              fstrings.push({ quote: current, triple, raw: (flags & RAW) !== 0, depth: brackets.length });
              middle = true;
            }
            position = after;
            continue;
          }
        }
        const number = this.table.lookup(text, position, end, hash);
        const word = number < T.KEYWORDS.length ? T.FIRST_KEYWORD + number : T.Name;
        if (lineFirst === this.count && brackets.length > 0) {
          const before = this.kinds[this.count - 1]!;
          const impossible = ENDS_BRACKETS[word] === 1 ||
            (ENDS_OPERAND[before] === 1 && FOLLOWS_OPERAND[word] === 0);
          if (!recovering && impossible) return this.fault(end);
          if (
            recovering && (ENDS_BRACKETS[word] === 1 ||
              (lineColumn <= this.column && (afterBlank || looksLikeStatement(text, position, limit))))
          ) {
            return this.endEarly(lineStart, contentEnd);
          }
        }
        this.push(word, position - base, end - base, number);
        position = end;
        continue;
      }
      if (kind === DIGIT) {
        position = scanNumber(this, position);
        continue;
      }
      if (kind === QUOTE) {
        const open = fstrings.length > 0 ? fstrings[fstrings.length - 1]! : undefined;
        if (recovering && open !== undefined && !open.triple && code === open.quote) {
          // Before Python 3.12 this quote could only end the f-string; in broken code that is what was meant.
          this.closeFString(position, true);
          position++;
          continue;
        }
        const after = scanString(this, position, position, 0);
        if (after < 0) return this.fault(-after);
        position = after;
        continue;
      }
      if (kind === LINE_BREAK) {
        const textEnd = commentStart >= 0 ? commentStart : position;
        commentStart = -1;
        if (lineFirst < 0 || this.count > lineFirst) contentEnd = textEnd;
        if (brackets.length === 0) {
          this.newline(textEnd);
          this.position = afterLineBreak(text, position, limit);
          return true;
        }
        if (recovering) {
          while (fstrings.length > 0 && !fstrings[fstrings.length - 1]!.triple) this.closeFString(contentEnd, false);
          if (brackets.length === 0 || this.headerEnds(firstToken)) return this.endEarly(afterLineBreak(text, position, limit), contentEnd);
        }
        afterBlank = lineFirst === this.count;
        position = afterLineBreak(text, position, limit);
        lineStart = position;
        lineFirst = this.count;
        lineColumn = 0;
        while (position < limit) {
          const blank = text.charCodeAt(position);
          if (blank === 32) lineColumn++;
          else if (blank === 9) lineColumn = (lineColumn | 7) + 1;
          else if (blank === 12) lineColumn = 0;
          else break;
          position++;
        }
        if (!recovering && brackets.length > MAX_BRACKETS_AT_MARGIN && lineColumn <= this.column) return this.fault(position);
        continue;
      }

      // Operators and punctuation.
      const next = position + 1 < limit ? text.charCodeAt(position + 1) : 0;
      let token = T.Stray;
      let width = 1;
      switch (code) {
        case 35: { // #
          const end = lineEnd(text, position, limit);
          this.comment(position, end);
          commentStart = position;
          position = end;
          continue;
        }
        case 40: // (
        case 91: // [
        case 123: // {
          token = code === 40 ? T.LeftParen : code === 91 ? T.LeftSquare : T.LeftBrace;
          brackets.push(token);
          if (brackets.length > MAX_BRACKETS && !recovering) return this.fault(position);
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
          if (open !== 0 && !recovering) return this.fault(position);
          const floor = fstrings.length > 0 ? fstrings[fstrings.length - 1]!.depth : 0;
          let match = brackets.length - 1;
          while (match >= floor && brackets[match] !== token - 3 && !(code === 125 && brackets[match] === FIELD)) match--;
          if (match < floor && open !== 0 && open !== FIELD && recovering && endsLine(text, position + 1, limit)) {
            // At the end of a line a wrong closing bracket was most likely meant for the one that is open.
            token = open + 3;
            this.problem(
              `\`${T.spelling(open) ?? ""}\` must be closed by \`${T.spelling(token) ?? ""}\`, not \`${text.charAt(position)}\``,
              position - base,
              position + 1 - base,
            );
            brackets.pop();
          } else if (match < floor) {
            this.problem(`Nothing opens this \`${T.spelling(token) ?? ""}\``, position - base, position + 1 - base);
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
            position = scanNumber(this, position);
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
          if (this.count === firstToken) return this.magic(position, 0);
          if (recovering && this.ipython && lineFirst === this.count && lineColumn <= this.column) {
            return this.endEarly(lineStart, contentEnd);
          }
          if (next === 61) {
            token = T.NotEqual;
            width = 2;
          } else if (brackets.length > 0 && brackets[brackets.length - 1] === FIELD) token = T.Exclamation;
          else if (this.ipython && brackets.length === 0 && this.kinds[this.count - 1] === T.Equal) return this.magic(position, 1);
          break;
        case 60: // <
          if (next === 60) token = T.LeftShift;
          else if (next === 61) {
            token = T.LessEqual;
            width = 2;
          } else if (next === 62) {
            token = T.NotEqual;
            width = 2;
            this.problem("`<>` was Python 2: write `!=`", position - base, position + 2 - base);
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
          if (this.count === firstToken) return this.magic(position, 0);
          if (recovering && this.ipython && lineFirst === this.count && lineColumn <= this.column) {
            return this.endEarly(lineStart, contentEnd);
          }
          if (this.ipython && brackets.length === 0 && next !== 61 && this.kinds[this.count - 1] === T.Equal) {
            return this.magic(position, 1);
          }
          token = T.Percent;
          break;
        case 64:
          if (recovering && lineFirst === this.count && lineColumn <= this.column && looksLikeStatement(text, position, limit)) {
            return this.endEarly(lineStart, contentEnd);
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
          this.problem(
            position + 1 >= limit ? "The text ends after this backslash" : "A backslash that continues a line must be its last character",
            position - base,
            position + 1 - base,
          );
          break;
        case 63: { // ?
          if (this.ipython && brackets.length === 0) {
            const after = next === 63 ? position + 2 : position + 1;
            const end = lineEnd(text, after, limit);
            if (this.count === firstToken || text.slice(after, end).trim() === "") {
              const start = this.count === firstToken ? position : this.starts[firstToken]! + base;
              this.count = firstToken;
              return this.magic(start, 0);
            }
          }
          break;
        }
      }
      if (token === T.Stray) {
        position = this.stray(position);
        continue;
      }
      if (token >= T.Plus && token <= T.DoubleSlash) {
        if (token === T.DoubleStar || token === T.LeftShift || token === T.RightShift || token === T.DoubleSlash) width = 2;
        if (position + width < limit && text.charCodeAt(position + width) === 61) {
          token += T.AUGMENTED;
          width++;
        }
      }
      this.push(token, position - base, position + width - base, 0);
      position += width;
    }
  }

  /** In recovery: all brackets end before the physical line at `lineStart`. */
  private endEarly(lineStart: number, contentEnd: number): true {
    while (this.fstrings.length > 0) this.closeFString(contentEnd, false);
    this.newline(contentEnd);
    this.position = lineStart;
    return true;
  }

  /** In recovery, at a line break inside brackets: whether `if f(x:` just ended, a block's header. */
  private headerEnds(firstToken: number): boolean {
    if (this.kinds[this.count - 1] !== T.Colon) return false;
    const first = this.kinds[firstToken]!;
    return first === T.If || first === T.For || first === T.Elif || first === T.Except || (ENDS_BRACKETS[first] === 1);
  }

  /** Whether code inside `{}` of an f-string with single quotes is being read. */
  insideField(): boolean {
    const open = this.fstrings[this.fstrings.length - 1];
    return open !== undefined && !open.triple;
  }

  private closeFString(position: number, closed: boolean): void {
    const open = this.fstrings.pop();
    if (open === undefined) return;
    this.brackets.length = open.depth;
    const length = closed ? (open.triple ? 3 : 1) : 0;
    const at = position - this.base;
    if (!closed) this.problem("This f-string is not closed", at, at);
    this.push(T.FStringEnd, at, at + length, closed ? 1 : 0);
  }

  /** A character that begins no token. Returns the offset after it. */
  private stray(position: number): number {
    const code = this.text.codePointAt(position) ?? 0;
    const end = Math.min(position + (code > 0xffff ? 2 : 1), this.limit);
    const shown = code < 32 || (code > 126 && code < 161) ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : code === 96 ? "A backtick" : `\`${String.fromCodePoint(code)}\``;
    this.problem(`${shown} has no meaning here in Python`, position - this.base, end - this.base);
    this.push(T.Stray, position - this.base, end - this.base, 0);
    return end;
  }

  /** An IPython line from `position` to the end of the line, backslashes continue it. `value` 1: after `=`. */
  private magic(position: number, value: number): true {
    const text = this.text;
    let end = lineEnd(text, position, this.limit);
    while (end > position && end < this.limit && text.charCodeAt(end - 1) === 92) {
      end = lineEnd(text, afterLineBreak(text, end, this.limit), this.limit);
    }
    this.push(T.MagicLine, position - this.base, end - this.base, value);
    this.newline(end);
    this.position = end < this.limit ? afterLineBreak(text, end, this.limit) : end;
    if (this.position >= this.limit) this.reach = this.limit;
    return true;
  }

  // ---- for the parser ----------------------------------------------------------------------------------------

  /** Text of the current line from token `from` to `to`, both counted from the unit's start. */
  slice(from: number, to: number): string {
    return this.text.slice(this.base + from, this.base + to);
  }

  /** Goes to the last token of the line, its Newline. */
  skipLine(): void {
    this.index = this.count - 1;
  }

  /**
   * Moves the end of what was consumed up to the current token, and returns it: what is missing there, or reaches there because
   * its bracket is open, lies inside the nodes around it.
   */
  stretch(): number {
    const { index } = this;
    const kind = this.kinds[index]!;
    const at = this.starts[index]!;
    if (index === 1 && (kind === T.Newline || kind === T.Eof)) return this.ends[0]!;
    if (at > this.ends[index - 1]!) {
      this.ends[index - 1] = at;
      if (kind === T.Newline) this.ends[index] = at;
    }
    return this.ends[index - 1]!;
  }
}

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

const TABS = "Tabs and spaces are mixed here so that Python can't compare the indentation";

/** Flags for the prefix of a string literal, or -1 when these letters are none. */
function prefixFlags(text: string, start: number, end: number): number {
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

function isLineBreak(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function wordEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) < 128 && NAME_PART[text.charCodeAt(end)] === 1) end++;
  return Math.min(end + 1, limit);
}

/** Whether the word at `at` can go on a compound statement above it: else, elif, except, finally. */
function continuesCompound(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) !== 101 && text.charCodeAt(at) !== 102) return false;
  const word = /^[a-z]+/.exec(text.slice(at, end))?.[0];
  return word === "else" || word === "elif" || word === "except" || word === "finally";
}

/** Drops what was reported since a point that the parser goes back to. */
export function forgetProblems(stream: TokenStream, count: number, reported: boolean): void {
  stream.problems.length = count;
  stream.reported = reported;
}
