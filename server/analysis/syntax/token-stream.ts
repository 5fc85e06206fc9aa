/**
 * The tokens of one logical line at a time, and what the parser keeps while it walks over them.
 *
 * Tokens lie in typed arrays that the next line reuses; the parser moves `index` over them. Offsets count from `base`, the
 * start of the unit that is being parsed. This file finds where lines begin: indentation, blank lines, comments, the end
 * of a unit; what is on a line is read by lexer.ts.
 *
 *     if a:            If Name Colon Newline
 *         b            Indent Name Newline
 *     c                Dedent Name Newline, or Dedent Eof when units are split: `c` belongs to the next
 *
 * Slot 0 of the arrays stands for the last token of the line before; Newline, Indent and Dedent carry the end of the
 * last real token too. So `ends[index - 1]` is always the end of what was consumed last, which is where CPython
 * ends a node.
 */
import { NAME_PART, afterLineBreak, isLineBreak, lineEnd } from "./characters.ts";
import { readLine } from "./lexer.ts";
import { NameTable } from "./names.ts";
import type { Comment, SyntaxProblem } from "./nodes.ts";
import * as T from "./tokens.ts";

const MAX_INDENTS = 100;
const TABS = "Tabs and spaces are mixed here so that Python can't compare the indentation";

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
  readonly brackets: number[] = [];
  readonly fstrings: OpenFString[] = [];
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
    if (!readLine(this, position, false)) {
      this.count = count;
      this.problems.length = problems;
      this.comments.length = comments;
      this.reported = reported;
      readLine(this, position, true);
    }
  }

  comment(start: number, end: number): void {
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
