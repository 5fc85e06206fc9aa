/**
 * The parser's front door: texts to units, modules and expressions.
 *
 * `UnitParser` yields the units of a cell one after the other, from any line where a unit may begin. It is made for
 * parsing again after an edit. What a unit depends on, in
 *
 *     import os          its own text, and
 *     if os.name:        the first word after it: `else` would go on with the statement;
 *         x = 1
 *     y = f(1,           with an open bracket, all text that was read in search of its end
 *
 * is told by `reach`: an edit at an offset up to and with it may change the unit, an edit beyond can't. So after an edit,
 * start at the first unit whose reach touches it, and stop when a unit behind it starts where an old one does. The indentation
 * of a cell's first line (`marginOf`) counts for all its units.
 *
 * Nothing here throws, whatever the text: what can't be understood becomes problems, Missing nodes and empty blocks.
 */
import { parseStarExpressions } from "./expressions.ts";
import { fitted } from "./lists.ts";
import { TokenStream } from "./token-stream.ts";
import { isCellMagic, parseCellMagic, skipBlankLines } from "./magics.ts";
import type { Comment, Expression, Statement, SyntaxProblem } from "./nodes.ts";
import { parseRest, parseStatement } from "./statements.ts";
import * as T from "./tokens.ts";

export interface ParseOptions {
  /** Whether magics, shell lines and help are part of the language. */
  readonly ipython: boolean;
}

/** `start`, `end` and `reach` are offsets of the text that was given; all ranges inside count from `start`. */
export interface ParsedUnit {
  readonly start: number;
  /** The start of a line, or the end of the cell. */
  readonly end: number;
  /** How far the text was read for this unit; at least `end`. */
  readonly reach: number;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** Yields the units of the cell `text.slice(start, end)`, beginning with the one that starts at `offset`. */
export class UnitParser {
  /** Where the next unit starts. */
  offset: number;
  private readonly stream: TokenStream;
  private readonly start: number;
  private readonly end: number;
  private yielded = false;

  /** `offset` is the start of the cell or of a later unit in it. */
  constructor(text: string, start: number, end: number, options: ParseOptions, offset = start) {
    this.start = start;
    this.end = end;
    this.offset = offset;
    this.stream = new TokenStream(text, offset, end, options.ipython, options.ipython ? marginOf(text, start, end) : 0);
  }

  /** The next unit; undefined at the end. A cell without text has one, empty. */
  next(): ParsedUnit | undefined {
    const start = this.offset;
    if (start >= this.end && (this.end > this.start || this.yielded)) return undefined;
    this.yielded = true;
    const s = this.stream;
    const body: Statement[] = [];
    const first = s.ipython && start === this.start ? skipBlankLines(s.text, start, this.end) : start;
    if (s.ipython && start === this.start && isCellMagic(s.text, first, this.end)) {
      s.base = start;
      s.comments = [];
      s.problems = [];
      const value = parseCellMagic(s, first, this.end);
      body.push({ kind: "Expr", start: value.start, end: value.end, value });
      this.offset = this.end;
      return { start, end: this.end, reach: this.end, body: fitted(body), comments: fitted(s.comments), problems: fitted(s.problems) };
    }
    s.begin(start, true);
    while (s.kinds[s.index] === T.Dedent) s.index++;
    let end = this.end;
    if (s.kinds[s.index] !== T.Eof) {
      parseStatement(s, body);
      if (s.consumed > start) end = s.consumed;
      dropAfter(s, end - start);
    }
    this.offset = end;
    return { start, end, reach: Math.max(s.reach, end), body: fitted(body), comments: fitted(s.comments), problems: fitted(s.problems) };
  }
}

/** All units of the cell `text.slice(start, end)`. */
export function parseUnits(text: string, start: number, end: number, options: ParseOptions): ParsedUnit[] {
  const parser = new UnitParser(text, start, end, options);
  const units: ParsedUnit[] = [];
  for (let unit = parser.next(); unit !== undefined; unit = parser.next()) units.push(unit);
  return units;
}

/** A whole text as one unit: offsets count from its start. */
export function parseModule(text: string, options: ParseOptions): ParsedUnit {
  if (options.ipython && isCellMagic(text, skipBlankLines(text, 0, text.length), text.length)) {
    return parseUnits(text, 0, text.length, options)[0]!;
  }
  const s = new TokenStream(text, 0, text.length, options.ipython, options.ipython ? marginOf(text, 0, text.length) : 0);
  s.begin(0, false);
  const body: Statement[] = [];
  while (s.kinds[s.index] !== T.Eof) {
    if (s.kinds[s.index] === T.Dedent) s.index++;
    else parseStatement(s, body);
  }
  return { start: 0, end: text.length, reach: text.length, body, comments: s.comments, problems: s.problems };
}

export interface ParsedExpression {
  readonly expression: Expression;
  readonly problems: readonly SyntaxProblem[];
}

/** A text that holds one expression, such as a string annotation. */
export function parseExpression(text: string): ParsedExpression {
  const s = new TokenStream(text, 0, text.length, false, 0);
  s.begin(0, false);
  if (s.kinds[s.index] === T.Indent) s.index++;
  const expression = parseStarExpressions(s);
  if (s.kinds[s.index] !== T.Newline && s.kinds[s.index] !== T.Eof) {
    s.problem("The end of the expression was expected here", s.starts[s.index]!, s.ends[s.index]!);
    parseRest(s, []);
  }
  return { expression, problems: s.problems };
}

/** Columns that the first line with code is indented by: IPython takes a cell that is indented as a whole. */
export function marginOf(text: string, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) column++;
    else if (code === 9) column = (column | 7) + 1;
    else if (code === 10 || code === 13) column = 0;
    else if (code === 35) {
      while (at + 1 < end && text.charCodeAt(at + 1) !== 10 && text.charCodeAt(at + 1) !== 13) at++;
    } else return column;
  }
  return 0;
}

/** Drops comments and problems of a line that was read ahead but belongs to the next unit. */
function dropAfter(s: TokenStream, end: number): void {
  const { comments, problems } = s;
  while (comments.length > 0 && comments[comments.length - 1]!.start >= end) comments.pop();
  if (s.consumed >= s.limit) return;
  // A problem of a block's header may have been found after one of the line below the block.
  if (problems.some((problem) => problem.start >= end)) s.problems = problems.filter((problem) => problem.start < end);
}
