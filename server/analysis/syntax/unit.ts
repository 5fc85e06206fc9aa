/**
 * Units: the parts of a document that are parsed, analysed and kept on their own.
 *
 * A document is a list of cells; a cell is a list of units; a unit is one top-level statement together with the
 * blank lines and comments before it (several statements when they share a line: `a = 1; b = 2`). Units cover their
 * cell without gaps, each starts at the start of a line, and every cell has at least one, which may hold nothing
 * but blank lines and comments. A plain script is one cell.
 *
 *     import os            unit 0   offsets 0-10
 *
 *     # where data lives   unit 1   offsets 10-...   (blank line, comment and statement)
 *     DATA = "x"
 *
 * Offsets inside a unit count from its start. Where the unit itself lies is kept by its {@link Anchor}, which lives
 * on when the unit is parsed again after an edit: a Place made of an anchor and two offsets stays right when
 * text above it moves.
 */
import { Slots } from "./slots.ts";
import type { Bearer } from "./slots.ts";
import type { Comment, Range, Statement, SyntaxProblem } from "./nodes.ts";

/** One parsed stretch of a cell. Immutable: an edit makes a new one and hands it the old one's anchor. */
export interface Unit extends Bearer {
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  readonly anchor: Anchor;
  /** Its scopes, worked out and read by semantic/scopes.ts alone: also those of units that nothing else is kept of. */
  scopes: unknown;
}

/** For those who keep what they work out of units. */
export const slotsOfUnits = new Slots<Unit>();

/** Where a unit lies, now. Changed only by the Document that owns it. */
export interface Anchor {
  /** Unique within the process, never used again. */
  readonly id: number;
  cell: Cell;
  /** Position in `cell.units`. */
  index: number;
  /** Start of the unit in the text that holds its cell: the file for a script, the cell for a notebook. */
  offset: number;
  unit: Unit;
}

/** A range anywhere in the workspace that follows its unit. */
export interface Place {
  readonly anchor: Anchor;
  readonly start: number;
  readonly end: number;
}

export function place(unit: Unit, range: Range): Place {
  return { anchor: unit.anchor, start: range.start, end: range.end };
}

/** For sorting places of one document as they are written. */
export function comparePlaces(a: Place, b: Place): number {
  return a.anchor.cell.index - b.anchor.cell.index || a.anchor.index - b.anchor.index || a.start - b.start;
}

/** The same for places that are the same, for maps and sets. */
export function placeKey({ anchor, start, end }: Place): string {
  return `${String(anchor.id)}:${String(start)}-${String(end)}`;
}

export type CellKind = "code" | "markdown" | "raw";

export interface Cell {
  /** Stable key: the editor's cell URI, the notebook's cell id, or the ordinal in a script. */
  readonly id: string;
  readonly kind: CellKind;
  /** Position in `document.cells`, counting cells of every kind (as `cells` in an .ipynb does). */
  index: number;
  readonly document: DocumentIdentity;
  /** Offsets of the cell in the text that holds it. For a notebook 0 to the length of the cell's own text. */
  start: number;
  end: number;
  /** Empty for cells that hold no Python: markdown, raw, `%%bash`. A script's Markdown cell has some when code stands below its comments. */
  units: readonly Unit[];
  /** Of a notebook's cell, as its metadata has them. */
  readonly tags?: readonly string[] | undefined;
  /** Of a notebook's cell, as its file counted when it last ran; absent where it did not, or an editor holds the notebook and does not say. */
  executionCount?: number | undefined;
}

/** `script`: a plain .py. `cells`: a .py with `# %%`. `databricks`: `# COMMAND ----------`. `notebook`: .ipynb. */
export type Dialect = "script" | "cells" | "databricks" | "notebook";

export interface DocumentIdentity {
  /** URI in the form the host uses; compared as text. */
  readonly uri: string;
  readonly dialect: Dialect;
}
