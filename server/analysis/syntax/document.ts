/**
 * A document: cells, units and where they lie, kept up to date edit by edit.
 *
 * An edit costs what it touches. The damaged stretch is cut into segments again (see document-units.ts) until a segment
 * starts where an old one did; units with the same text keep their object, and a unit that was parsed again in place hands
 * its anchor on. What remains to be done for the whole document is arithmetic on offsets.
 *
 *     a = 1        unit A, anchor 1           a = 1        unit A, anchor 1     (the same object)
 *     b = 2        unit B, anchor 2    ->     b = 25       unit B', anchor 2    (parsed again)
 *     c = 3        unit C, anchor 3           c = 3        unit C, anchor 3     (the same object, offset + 1)
 *
 * A script has one text, which holds all its cells; a notebook has one text per cell.
 */
import { SourceText } from "../text/source-text.ts";
import type { TextEdit } from "../text/edit.ts";
import { dialectOf, lineEnd, mayChangeDialect } from "./document-markers.ts";
import { segments, startsCell } from "./document-units.ts";
import type { Segment, UnitContent } from "./document-units.ts";
import type { Anchor, Cell, CellKind, Dialect, DocumentIdentity, Place, Unit } from "./unit.ts";

/** A notebook's cell as its editor or its file gives it. */
export interface CellContent {
  readonly id: string;
  readonly kind: CellKind;
  /** `python`, `sql`, ...: code cells in other languages have no units. */
  readonly language: string;
  readonly text: string;
  /** Of the cell's metadata: `parameters` and such. */
  readonly tags?: readonly string[] | undefined;
  /** As the file counts; absent where nobody says. */
  readonly executionCount?: number | undefined;
}

/** How many units the edits of a document's life parsed, and how many stayed the objects they were. */
export interface ParseWork {
  parsed: number;
  reused: number;
}

export class Document implements DocumentIdentity {
  readonly uri: string;
  dialect: Dialect;
  readonly work: ParseWork = { parsed: 0, reused: 0 };
  #strips: Strip[] = [];
  #cells: OwnedCell[] = [];
  #units: readonly Unit[] | undefined;

  private constructor(uri: string, dialect: Dialect) {
    this.uri = uri;
    this.dialect = dialect;
  }

  static script(uri: string, text: string): Document {
    const document = new Document(uri, dialectOf(text));
    document.#strips = [new Strip(document, text)];
    document.#number();
    return document;
  }

  static notebook(uri: string, cells: readonly CellContent[]): Document {
    const document = new Document(uri, "notebook");
    document.#strips = cells.map((cell) => new Strip(document, cell.text, cell));
    document.#number();
    return document;
  }

  get cells(): readonly Cell[] {
    return this.#cells;
  }

  /** Units of all cells, in order. */
  get units(): readonly Unit[] {
    if (this.#units) return this.#units;
    const units: Unit[] = [];
    for (const cell of this.#cells) for (const unit of cell.units) units.push(unit);
    this.#units = units;
    return units;
  }

  /** Applies one edit to the script's text, or to the text of the notebook cell with this id. */
  change(edit: TextEdit, cellId?: string): void {
    const strip = this.dialect === "notebook" ? this.#strips.find((each) => each.content?.id === cellId) : this.#strips[0];
    if (!strip) throw new RangeError(`no cell ${String(cellId)} in ${this.uri}`);
    const before = strip.text;
    const text = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
    if (this.dialect !== "notebook" && touchesDialect(before, text, edit)) this.dialect = dialectOf(text);
    strip.change(text, edit);
    this.#number();
  }

  /** Replaces `deleteCount` cells of a notebook. A cell that comes back under the same id (a move) keeps its units. */
  changeCells(start: number, deleteCount: number, cells: readonly CellContent[]): void {
    const removed = new Map(this.#strips.slice(start, start + deleteCount).map((strip) => [strip.content?.id, strip]));
    const added = cells.map((cell) => {
      const old = removed.get(cell.id);
      if (!old || !sameNature(old.content, cell)) return new Strip(this, cell.text, cell);
      removed.delete(cell.id);
      old.replace(cell.text);
      for (const each of old.cells) each.executionCount = cell.executionCount;
      return old;
    });
    this.#strips.splice(start, deleteCount, ...added);
    this.#number();
  }

  /** The text that holds a cell: the file's for a script, the cell's own for a notebook. */
  sourceOf(cell: Cell): SourceText {
    return this.#stripOf(cell).source;
  }

  /** Offsets of a place in `sourceOf(cell)`. */
  locate(place: Place): { readonly cell: Cell; readonly start: number; readonly end: number } {
    const { cell, offset } = place.anchor;
    return { cell, start: offset + place.start, end: offset + place.end };
  }

  /** The unit that holds an offset of `sourceOf(cell)`; at the end of the cell, its last one. */
  unitAt(cell: Cell, offset: number): Unit | undefined {
    const { units } = cell;
    if (offset < cell.start || offset > cell.end) return undefined;
    let low = 0;
    let high = units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((units[middle]?.anchor.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return units[low];
  }

  cell(id: string): Cell | undefined {
    return this.#cells.find((cell) => cell.id === id);
  }

  #stripOf(cell: Cell): Strip {
    const strip = this.dialect === "notebook" ? this.#strips[cell.index] : this.#strips[0];
    if (!strip) throw new RangeError(`the cell ${cell.id} is not part of ${this.uri}`);
    return strip;
  }

  #number(): void {
    this.#cells = this.#strips.flatMap((strip) => strip.cells);
    this.#cells.forEach((cell, index) => {
      cell.index = index;
      if (this.dialect !== "notebook") cell.id = String(index);
    });
    this.#units = undefined;
  }
}

type Owned<T> = { -readonly [K in keyof T]: T[K] };
type OwnedCell = Owned<Cell>;

/** A segment in its place. `cell` where a cell starts, `anchor` where there is a unit. */
interface Piece {
  start: number;
  end: number;
  /** Counted from `start`, so that it moves along. */
  readonly reach: number;
  readonly margin: number;
  readonly isMarkerLine: boolean;
  readonly cell: OwnedCell | undefined;
  readonly anchor: Anchor | undefined;
}

let anchors = 0;

/** One text and its segments. */
class Strip {
  readonly document: Document;
  readonly content: CellContent | undefined;
  text: string;
  cells: OwnedCell[] = [];
  #dialect: Dialect;
  #source: SourceText | undefined;
  #pieces: Piece[] = [];

  constructor(document: Document, text: string, content?: CellContent) {
    this.document = document;
    this.content = content;
    this.text = text;
    this.#dialect = document.dialect;
    this.#cut(0, undefined);
    this.#arrange();
  }

  get source(): SourceText {
    this.#source ??= new SourceText(this.text);
    return this.#source;
  }

  /** `text` is the text after the edit. */
  change(text: string, edit: TextEdit): void {
    const delta = text.length - this.text.length;
    this.text = text;
    this.#source = undefined;
    if (this.#dialect === this.document.dialect) {
      const first = this.#pieces.findIndex((piece) => piece.start + piece.reach >= edit.start);
      this.#cut(Math.max(first, 0), { end: edit.end, delta });
    } else {
      this.#dialect = this.document.dialect;
      this.#cut(0, undefined);
    }
    this.#arrange();
  }

  /** The same cell with another text: one edit where the two differ. */
  replace(text: string): void {
    const before = this.text;
    const shorter = Math.min(before.length, text.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start += 1;
    let same = 0;
    while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === text.charCodeAt(text.length - 1 - same)) same += 1;
    if (start === before.length && start === text.length) {
      this.document.work.reused += this.#pieces.length;
      return;
    }
    this.change(text, { start, end: before.length - same, text: text.slice(start, text.length - same) });
  }

  /**
   * Cuts again from piece `first` on, until a segment starts where an old piece after the damage did.
   * `damage` is in offsets of the old text; `undefined` for all of it.
   */
  #cut(first: number, damage: { readonly end: number; readonly delta: number } | undefined): void {
    const from = damage ? (this.#pieces[first]?.start ?? 0) : 0;
    const cellStart = this.#pieces.slice(0, first + 1).findLast((piece) => piece.cell)?.start ?? 0;
    const fresh: Segment[] = [];
    let last = first;
    let agreed = false;
    for (const segment of this.#segments(from, damage ? cellStart : 0)) {
      fresh.push(segment);
      if (!damage) continue;
      const old = segment.end - damage.delta;
      while (last < this.#pieces.length && (this.#pieces[last]?.start ?? 0) < old) last += 1;
      const next = this.#pieces[last];
      if (
        next?.start === old && old >= damage.end && last > first &&
        (next.cell !== undefined) === startsCell(this.text, segment.end, this.#dialect) &&
        (next.cell !== undefined || (next.margin === segment.margin && !segment.isMarkerLine && !this.#pieces[last - 1]?.isMarkerLine))
      ) {
        agreed = true;
        break;
      }
    }
    if (!agreed) last = this.#pieces.length;
    const old = this.#pieces.slice(first, last);
    const made = this.#settle(old, fresh);
    const tail = this.#pieces.slice(last);
    if (damage && damage.delta !== 0) {
      for (const piece of tail) {
        piece.start += damage.delta;
        piece.end += damage.delta;
        if (piece.anchor) piece.anchor.offset += damage.delta;
      }
    }
    this.document.work.reused += first + tail.length;
    this.#pieces = [...this.#pieces.slice(0, first), ...made, ...tail];
  }

  #segments(from: number, cellStart: number): Iterable<Segment> {
    const { content, text } = this;
    if (content && (content.kind !== "code" || !isPython(content.language))) {
      return [{ start: 0, end: text.length, reach: text.length, cell: content.kind, margin: 0, isMarkerLine: false, unit: undefined }];
    }
    return segments(text, from, cellStart, this.#dialect);
  }

  /** Turns fresh segments into pieces, with units, anchors and cells of the old pieces where they are the same. */
  #settle(old: readonly Piece[], fresh: readonly Segment[]): Piece[] {
    const cells = old.flatMap((piece) => piece.cell ?? []);
    const partner = pair(old.map((piece) => piece.anchor?.unit.text), fresh.map((segment) => this.#textOf(segment)));
    return fresh.map((segment, index) => ({
      start: segment.start,
      end: segment.end,
      reach: segment.reach - segment.start,
      margin: segment.margin,
      isMarkerLine: segment.isMarkerLine,
      cell: segment.cell && this.#cellOf(segment.cell, cells),
      anchor: this.#anchorOf(segment, old[partner[index] ?? -1]?.anchor),
    }));
  }

  #textOf(segment: Segment): string | undefined {
    return segment.unit && this.text.slice(segment.start, segment.end);
  }

  /** A cell object that the edit set free, or a new one. */
  #cellOf(kind: CellKind, free: OwnedCell[]): OwnedCell {
    const index = free.findIndex((cell) => cell.kind === kind);
    const [kept] = index >= 0 ? free.splice(index, 1) : [];
    return kept ?? { id: this.content?.id ?? "", kind, index: 0, document: this.document, start: 0, end: 0, units: [], tags: this.content?.tags, executionCount: this.content?.executionCount };
  }

  #anchorOf(segment: Segment, old: Anchor | undefined): Anchor | undefined {
    if (!segment.unit) return undefined;
    const text = this.text.slice(segment.start, segment.end);
    const { body, comments, problems } = segment.unit;
    this.document.work.parsed += 1;
    if (old && isSame(old.unit, text, segment.unit)) {
      old.offset = segment.start;
      return old;
    }
    // The unit and its anchor refer to each other, and so does the anchor to a cell, which #arrange fills in. All fields are there from
    // the start: fields that come later are kept in a table of their own.
    const anchor = old ?? ({ id: ++anchors, cell: undefined, index: 0, offset: segment.start, unit: undefined } as unknown as Anchor);
    anchor.unit = { text, body, comments, problems, anchor, scopes: undefined, slots: undefined };
    anchor.offset = segment.start;
    return anchor;
  }

  /** Derives cells from pieces. */
  #arrange(): void {
    this.cells = [];
    let cell: OwnedCell | undefined;
    let units: Unit[] = [];
    for (const piece of this.#pieces) {
      if (piece.cell) {
        cell = piece.cell;
        cell.start = piece.start;
        units = [];
        cell.units = units;
        this.cells.push(cell);
      }
      if (!cell) continue;
      cell.end = piece.end;
      if (!piece.anchor) continue;
      piece.anchor.cell = cell;
      piece.anchor.index = units.length;
      units.push(piece.anchor.unit);
    }
  }
}

/**
 * For each fresh text, the index of the old one that it continues, or -1. Equal ones at the front and at the back first, blank
 * space aside; those between in order.
 */
function pair(old: readonly (string | undefined)[], fresh: readonly (string | undefined)[]): readonly number[] {
  const partner = new Array<number>(fresh.length).fill(-1);
  const alike = (a: string | undefined, b: string | undefined): boolean => a === b || (a !== undefined && a.trim() === b?.trim());
  const shorter = Math.min(old.length, fresh.length);
  let front = 0;
  while (front < shorter && alike(old[front], fresh[front])) partner[front] = front++;
  let back = 0;
  while (back < shorter - front && alike(old[old.length - 1 - back], fresh[fresh.length - 1 - back])) {
    partner[fresh.length - 1 - back] = old.length - 1 - back;
    back += 1;
  }
  for (let index = front; index < shorter - back; index++) partner[index] = index;
  return partner;
}

/**
 * True when parsing a text again gave what was there. With problems, where a broken statement ends depends on the text after
 * it; and `# MAGIC` lines are a statement in one dialect and comments in the others.
 */
function isSame(old: Unit, text: string, content: UnitContent): boolean {
  return old.text === text && old.problems.length === 0 && content.problems.length === 0 && old.body.length === content.body.length;
}

/** True when the lines that an edit touched, before or after it, may decide the dialect. */
function touchesDialect(before: string, after: string, edit: TextEdit): boolean {
  const start = lineStart(before, edit.start);
  return (
    mayChangeDialect(before.slice(start, lineEnd(before, edit.end))) ||
    mayChangeDialect(after.slice(start, lineEnd(after, edit.start + edit.text.length)))
  );
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at -= 1;
  return at;
}

function sameNature(a: CellContent | undefined, b: CellContent): boolean {
  return a?.kind === b.kind && a.language === b.language && (a.tags ?? []).join("\n") === (b.tags ?? []).join("\n");
}

function isPython(language: string): boolean {
  return /^(?:i?python[\d.]*)?$/i.test(language);
}
