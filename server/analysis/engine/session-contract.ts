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
import type { ModuleContent } from "../semantic/module-graph.ts";
import type { Wanted } from "../semantic/module-map.ts";
import type { FolderListing } from "../semantic/module-resolution.ts";
import type { Cell, CellKind, DocumentIdentity, Place, Unit } from "../syntax/unit.ts";
import type { FolderAnswer } from "./disk-folders.ts";
import type { PlaceEdit, Profile, ReportedFinding } from "./finding.ts";
import type { RuffSettings } from "./ruff.ts";
import type { Settings } from "./settings.ts";
import type { DistantPlace, Summary } from "./summary.ts";

export interface CellInput {
  readonly id: string;
  readonly kind: CellKind;
  /** Language of a code cell as the editor or the notebook says: `python`, `sql`, ... */
  readonly language: string;
  readonly text: string;
  /** Of the cell's metadata: `parameters` marks the cell that papermill fills in. */
  readonly tags?: readonly string[] | undefined;
}

export interface DocumentOptions {
  readonly settings: Settings;
  readonly profile: Profile;
  /** Ruff's settings that hold for the document: what it reports there is left to it. `undefined`: it is not used. */
  readonly ruff?: RuffSettings | undefined;
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

  /** Files of the workspace that open documents import. */
  readonly modules: SessionModules;
  /** Folders that rules want to know the content of. */
  readonly folders: SessionFolders;
  /** Tables that the code reads, and whose header lines are wanted. */
  readonly tables: SessionTables;
  /** What reports want to know of documents that are not open. */
  readonly summaries: SessionSummaries;

  has(uri: string): boolean;
  document(uri: string): OpenDocument | undefined;
  /** `undefined` for a document that is not open. `cancelled` is asked between rules; a cancelled report is not kept. */
  report(uri: string, cancelled?: () => boolean): DocumentReport | undefined;
}

/**
 * What the session knows of other files, so that names are followed into them. It reads nothing: whoever owns it asks what is
 * wanted, reads that, tells, and asks again until nothing is. A file that is open counts as it is open.
 */
export interface SessionModules {
  /** Folders that modules may lie in. At first none: then imports lead nowhere. */
  setWorkspaces(folders: readonly string[]): void;
  /** What is missing of the modules that an open document reaches. A report may be made before it is told. */
  wanted(uri: string): Wanted;
  /** `undefined`: there is no such folder. */
  setFolder(uri: string, listing: FolderListing | undefined): void;
  /** `undefined`: the file cannot be read. */
  setFile(uri: string, content: ModuleContent | undefined): void;
  /** Whether a file's text, or what a folder holds, was told or found missing: news of others does not matter. */
  knows(uri: string): boolean;
  /** A folder is to be asked for again, with those below it; a file that could not be read, too. */
  forget(uri: string): void;
  /** Open documents whose findings may depend on a file: they import it, directly or through others. */
  importers(uri: string): readonly string[];
  /** Tells another session all that an open document reaches. */
  copyTo(other: SessionModules, uri: string): void;
  /** Where a place lies that may be in another document; `undefined` when that is not here any more. */
  locate(place: Place | DistantPlace): LocatedPlace | undefined;
}

/** The disk as rules see it (disk-folders.ts): asked for by reports, told by whoever owns the session. */
export interface SessionFolders {
  /** Folders that the last report of a document asked for and nobody has told. */
  wanted(uri: string): readonly string[];
  /** Reports that asked for the folder are made anew when they are asked for. */
  tell(folder: string, answer: FolderAnswer): void;
  /** Whether a folder was told: news of others does not matter. */
  knows(folder: string): boolean;
  /** Configuration files whose text the last report of a document asked for and nobody has told. */
  wantedTexts(uri: string): readonly string[];
  /** `undefined`: it cannot be read. */
  tellText(file: string, text: string | undefined): void;
  knowsText(file: string): boolean;
  /** Whether what the last report of a document was told has changed since. */
  isStale(uri: string): boolean;
  /** Tells another session all that was told here. */
  copyTo(other: SessionFolders): void;
}

/** Header lines of tables (semantic/table-headers.ts): asked for by reports, told by whoever owns the session. */
export interface SessionTables {
  /** Tables that the last report of a document asked for and nobody has told. */
  wanted(uri: string): readonly string[];
  /** Fields of the header; `undefined`: no such file, or none whose fields can be told. Answers with the open documents that it is news for. */
  tell(table: string, fields: readonly string[] | undefined): readonly string[];
  /** Whether a table was told: news of others does not matter. */
  knows(table: string): boolean;
}

/** Summaries of documents that are closed (summary.ts): asked for by reports, told by whoever owns the session. */
export interface SessionSummaries {
  /** Names of those that the last report of a document asked for. */
  wanted(uri: string): ReadonlySet<string>;
  /** Of an open document, to be told once it is closed; `undefined` when there is nothing to tell, or it is not open. */
  of<T>(uri: string, summary: Summary<T>): T | undefined;
  /** While the document is open, what it says itself counts. `undefined` takes back what was told. */
  tell<T>(uri: string, summary: Summary<T>, told: T | undefined): void;
}

export interface LocatedPlace extends Location {
  readonly document: DocumentIdentity;
  /** The text that the offsets count in. */
  readonly source: SourceText;
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
  /** The document as these edits would leave it, analysed anew and apart from this one; it knows the same modules. */
  edited(edits: readonly PlaceEdit[]): OpenDocument;
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
