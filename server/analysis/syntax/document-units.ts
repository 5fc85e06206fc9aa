/**
 * Cuts a text into segments: the units of its code cells, and one segment for each cell that holds no Python. Of a script's
 * Markdown cell only the comments below its marker are text: when code stands below them, it runs in Python, and the cell has
 * units, the first of which is the comments.
 *
 * Each segment follows from the text at and after its start alone. So after an edit, cutting can begin at a segment before the
 * damage and stop as soon as a segment starts where an untouched old one does: the rest would be the same again.
 *
 *     import os            segment 0
 *     x = f(               segment 1    <- an edit here: cut again from segment 1 (or 0, when reading 0 looked this far)
 *       1)
 *     y = 2                segment 2    starts where it did before: stop
 *
 * In a script with cell markers, a marker is one only where a statement could begin. So a unit is parsed as if there were no
 * markers; when it swallows one and is flawless, that was a line of a string or of a body. When it has problems (an open
 * bracket), it is parsed again up to the marker, and the next cell stays whole.
 */
import type { Comment, Statement, SyntaxProblem } from "./nodes.ts";
import type { CellKind, Dialect } from "./unit.ts";
import { kindOfMarker, lineEnd, nextLine, nextMarker } from "./document-markers.ts";
import { readMagicCell } from "./document-databricks.ts";
import { isCellMagic, skipBlankLines } from "./magics.ts";
import { UnitParser, marginOf } from "./parse.ts";
import type { ParsedUnit } from "./parse.ts";

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** An edit at an offset up to and with this one may change the segment. */
  readonly reach: number;
  /** Kind of the cell that starts here; `undefined` inside a cell. */
  readonly cell: CellKind | undefined;
  /** Columns that the cell is indented by as a whole: the same text reads otherwise under another margin. */
  readonly margin: number;
  /** Nothing but a marker line: what follows is where the cell's code starts, and may be a cell magic. */
  readonly isMarkerLine: boolean;
  /** `undefined`: the whole of a cell without Python. */
  readonly unit: UnitContent | undefined;
}

export interface UnitContent {
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** True when a cell starts at the offset, which must be the start of a segment. */
export function startsCell(text: string, offset: number, dialect: Dialect): boolean {
  return offset === 0 || nextMarker(text, offset, dialect) === offset;
}

/** The segments from `from` on, which must be the start of one, in the cell that starts at `cellStart`. An empty text has one. */
export function* segments(text: string, from: number, cellStart: number, dialect: Dialect): Generator<Segment, undefined> {
  const cutter = new Cutter(text, from, cellStart, dialect);
  do yield cutter.next();
  while (cutter.at < text.length);
}

class Cutter {
  /** Where the next segment starts. */
  at: number;
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #ipython: boolean;
  #cellStart: number;
  #margin: number;
  /** The first line after `at` that looks like a marker. */
  #marker: number;
  #parser: UnitParser;

  constructor(text: string, from: number, cellStart: number, dialect: Dialect) {
    this.at = from;
    this.#text = text;
    this.#dialect = dialect;
    this.#ipython = dialect !== "script";
    this.#cellStart = cellStart;
    this.#margin = this.#marginHere();
    this.#marker = nextMarker(text, from, dialect);
    this.#parser = this.#parserTo(text.length);
  }

  next(): Segment {
    const { at } = this;
    const starts = at === 0 || this.#marker === at;
    if (this.#marker <= at) this.#marker = nextMarker(this.#text, at + 1, this.#dialect);
    if (starts && this.#cellStart !== at) {
      this.#cellStart = at;
      this.#margin = this.#marginHere();
      this.#parser = this.#parserTo(this.#text.length);
    }
    const cell = starts ? this.#kindAt(at) : undefined;
    if (cell === "raw") return this.#segment(this.#marker, this.#marker, cell, undefined);
    if (cell === "markdown") {
      const end = firstStatement(this.#text, at, this.#marker);
      return this.#segment(end, end, cell, end < this.#marker ? this.#parseTo(end) : undefined);
    }
    const magic = starts && this.#dialect === "databricks" ? readMagicCell(this.#text.slice(at, this.#marker)) : undefined;
    if (magic?.kind === "markdown") return this.#segment(this.#marker, this.#marker, "markdown", undefined);
    if (magic) return this.#segment(this.#marker, this.#marker, cell, { ...magic, problems: [] });
    const { unit, reach } = this.#parse(starts);
    return this.#segment(unit.end, Math.max(unit.reach, reach), cell, unit);
  }

  #segment(end: number, reach: number, cell: CellKind | undefined, unit: UnitContent | undefined): Segment {
    const start = this.at;
    this.at = end;
    if (end > this.#marker) this.#marker = nextMarker(this.#text, end, this.#dialect);
    // Whether a marker stands after the segment, or a statement that ends an open bracket, is for the whole line to say.
    const hasMarkers = this.#dialect === "cells" || this.#dialect === "databricks";
    const looked = hasMarkers || unit?.problems.length ? lineEnd(this.#text, Math.max(end, reach)) : end;
    const isMarkerLine = this.#dialect === "cells" && cell !== undefined && nextLine(this.#text, start) === end;
    return { start, end, reach: Math.max(reach, looked), cell, margin: this.#margin, isMarkerLine, unit };
  }

  #parse(starts: boolean): { readonly unit: ParsedUnit; readonly reach: number } {
    const limit = this.#limit(starts);
    if (limit !== undefined) return { unit: this.#parseTo(limit), reach: limit };
    this.#parser.offset = this.at;
    const unit = this.#parser.next() ?? nothing(this.at);
    if (unit.end <= this.#marker || unit.problems.length === 0) return { unit, reach: unit.reach };
    return { unit: this.#parseTo(this.#marker), reach: unit.reach };
  }

  /** Where the next unit ends at the latest, if that is known beforehand. */
  #limit(starts: boolean): number | undefined {
    const { at } = this;
    const text = this.#text;
    if (this.#dialect === "script" || this.#dialect === "notebook") return undefined;
    // A cell magic takes the rest of its cell. The marker line above it is a unit of its own.
    const code = starts && startsWithMarker(text, at, this.#dialect) ? nextLine(text, at) : at;
    if ((starts || this.#isBelowMarker()) && isCellMagic(text, skipBlankLines(text, code, this.#marker), this.#marker)) return code > at ? code : this.#marker;
    return this.#marker < text.length && holdsNoStatement(text, at, this.#marker) ? this.#marker : undefined;
  }

  #parseTo(limit: number): ParsedUnit {
    const { at } = this;
    // Below its marker line, a cell's code starts anew: only there is `%%` a cell magic.
    const start = this.#isBelowMarker() ? at : this.#cellStart;
    return new UnitParser(this.#text, start, limit, { ipython: this.#ipython }, at).next() ?? nothing(at);
  }

  #isBelowMarker(): boolean {
    const start = this.#cellStart;
    return nextLine(this.#text, start) === this.at && start !== this.at && startsWithMarker(this.#text, start, this.#dialect);
  }

  #marginHere(): number {
    return this.#ipython ? marginOf(this.#text, this.#cellStart, this.#text.length) : 0;
  }

  #parserTo(limit: number): UnitParser {
    return new UnitParser(this.#text, this.#cellStart, limit, { ipython: this.#ipython }, this.at);
  }

  #kindAt(offset: number): CellKind {
    return this.#dialect === "cells" ? kindOfMarker(this.#text, offset) : "code";
  }
}

function startsWithMarker(text: string, offset: number, dialect: Dialect): boolean {
  return nextMarker(text, offset, dialect) === offset;
}

function nothing(at: number): ParsedUnit {
  return { start: at, end: at, reach: at, body: [], comments: [], problems: [] };
}

/** True when only blank lines and comments lie between the offsets, both of which are starts of lines. */
function holdsNoStatement(text: string, start: number, end: number): boolean {
  return firstStatement(text, start, end) === end;
}

/** Start of the first line between the offsets that is neither blank nor a comment; `end` when there is none. */
function firstStatement(text: string, start: number, end: number): number {
  for (let at = start; at < end; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (!/^\s*(?:#|$)/.test(at === 0 ? line.replace("\uFEFF", "") : line)) return at;
  }
  return end;
}
