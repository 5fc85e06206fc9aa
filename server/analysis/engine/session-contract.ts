/**
 * Session: open documents in, reports out. The one object that editor features and the command line talk to.
 *
 * Synchronous, pure and single-threaded: whoever owns it feeds texts, settings and catalogues, and asks. A report is computed on demand,
 * reuses what an edit left intact, and is kept until something it depends on changes. The rule list is an argument.
 */
import type { TextEdit } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Catalogue } from "../store/model.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Cell, CellKind, DocumentIdentity, Place, Unit } from "../syntax/unit.ts";
import type { Profile, ReportedFinding } from "./finding.ts";
import type { Settings } from "./settings.ts";

export interface CellInput {
  readonly id: string;
  readonly kind: CellKind;
  /** Language of a code cell as the editor or the notebook says: `python`, `sql`, ... */
  readonly language: string;
  readonly text: string;
}

export interface DocumentOptions {
  readonly settings: Settings;
  readonly profile: Profile;
}

export interface Session {
  /** Opens a .py file (plain, `# %%` or Databricks: the text decides). Replaces a document open under the same URI. */
  openScript(uri: string, text: string, options: DocumentOptions): void;
  openNotebook(uri: string, cells: readonly CellInput[], options: DocumentOptions): void;
  close(uri: string): void;
  /** Applies edits to a script's text, or to the text of one notebook cell. Each edit refers to the text after the one before. */
  change(uri: string, edits: readonly TextEdit[], cell?: string): void;
  /** Replaces `deleteCount` cells at `start` by `cells`. */
  changeCells(uri: string, start: number, deleteCount: number, cells: readonly CellInput[]): void;
  configure(uri: string, options: DocumentOptions): void;
  /** Feature-store definitions for a document; `undefined` for none. */
  setCatalogue(uri: string, catalogue: Catalogue | undefined): void;

  has(uri: string): boolean;
  document(uri: string): OpenDocument | undefined;
  /** `undefined` for a document that is not open. `cancelled` is asked between rules; a cancelled report is not kept. */
  report(uri: string, cancelled?: () => boolean): DocumentReport | undefined;
}

export interface OpenDocument extends DocumentIdentity {
  readonly cells: readonly Cell[];
  readonly units: readonly Unit[];
  readonly options: DocumentOptions;
  readonly catalogue: Catalogue | undefined;
  /** The text that holds a cell: the file's for a script, the cell's own for a notebook. */
  sourceOf(cell: Cell): SourceText;
  /** The cell and the offsets (in `sourceOf(cell)`) of a place in this document. */
  locate(place: Place): Location;
  /** The unit that holds an offset of `sourceOf(cell)`. */
  unitAt(cell: Cell, offset: number): Unit | undefined;
  cell(id: string): Cell | undefined;
  analysis(): DocumentAnalysis;
}

export interface Location {
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
}

export interface DocumentReport {
  /** In document order; suppressed ones left out; unused suppressions and syntax errors in. */
  readonly findings: readonly ReportedFinding[];
  /** A rule that threw: it is off for this document until it is opened again. */
  readonly failures: readonly { readonly rule: string; readonly error: string }[];
  /** Counters for tests and benches. */
  readonly work: { readonly unitsParsed: number; readonly unitsInterpreted: number; readonly unitsChecked: number };
}
