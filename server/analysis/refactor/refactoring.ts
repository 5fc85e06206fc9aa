/**
 * Refactorings: what they are given, and what they answer.
 *
 * A refactoring rewrites working code into the form that production needs, without a finding being there first: a selection into a
 * function, a script into steps, a notebook into a module. It is pure: it sees a document, a selection and what lies around it, and
 * answers with a change, or refuses and says why in the user's words. It refuses whatever it cannot prove to keep the behaviour.
 *
 *     offer    cheap, asked at every move of the cursor, so it sees the document alone: is there something to do here?
 *     perform  the whole work, asked when somebody chooses it
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Cell, CellKind, Place } from "../syntax/unit.ts";

/** As the command line and the editor name it. */
export type RefactoringName =
  | "extract-function" | "split-into-steps" | "notebook-to-module" | "notebook-to-script" | "move-to-module" | "introduce-parameter"
  | "introduce-configuration" | "wrap-in-main" | "hoist-imports" | "print-to-logging" | "extract-duplicate" | "promote-to-feature";

export interface Refactoring {
  readonly name: RefactoringName;
  /** One line of help, for the command line. */
  readonly summary: string;
  /** LSP's kind of code action: `refactor.extract`, `refactor.move`, `refactor.rewrite` ... */
  readonly kind: string;
  /** `undefined` where it does not apply at all: then nobody hears of it. May still be refused when performed. */
  readonly offer: (target: Selected) => Offer | undefined;
  readonly perform: (target: Target, options: RefactoringOptions) => Outcome;
}

export interface Offer {
  /** For the menu: `Extract 3 statements into a function`. */
  readonly title: string;
}

export interface Selected {
  readonly document: OpenDocument;
  /** In document order; one part per cell. The whole document when nothing is selected and the refactoring is about documents. */
  readonly selection: readonly SelectedPart[];
}

export interface Target extends Selected {
  readonly project: ProjectView;
}

/** Offsets in `document.sourceOf(cell)`; `start === end` is a cursor. */
export interface SelectedPart {
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
}

/** What a refactoring may ask about the files around the document. Names of files are URIs. */
export interface ProjectView {
  /** The folder that paths in the code and `python -m` start from: of the nearest pyproject.toml or setup.*, else of the workspace. */
  readonly root: string;
  /** Where the project keeps its modules, and the name to import them by: `file:///p/src/churn/` and `churn`; `undefined` for no package. */
  readonly home: ModuleHome | undefined;
  /** The text of a file as it is open or on the disk; `undefined` when there is none. */
  readonly text: (uri: string) => string | undefined;
  /** Python scripts below the root, without what Git ignores. Absent where nobody looks at a project. */
  readonly scripts?: () => readonly string[];
  /** One of these, analysed as if it were open, with the modules that it imports; `undefined` when it cannot be read. */
  readonly opened?: (uri: string, catalogue: OpenDocument["catalogue"]) => OpenDocument | undefined;
}

export interface ModuleHome {
  /** Ends in a slash. */
  readonly folder: string;
  /** Dotted, without a module's own name; empty when modules lie directly in a folder of the search path. */
  readonly packageName: string;
}

/** Names chosen by the user; what is left out is chosen here, as a placeholder that the editor lets the user rename at once. */
export interface RefactoringOptions {
  /** Of the function, parameter or configuration that is made. */
  readonly name?: string | undefined;
  /** Dotted name of the module that code moves to. */
  readonly module?: string | undefined;
  /** split-into-steps and notebook-to-script: replace prints by logging as well. */
  readonly logging?: boolean | undefined;
}

export type Outcome = Refused | Change;

export interface Refused {
  readonly kind: "refused";
  /** A sentence in the user's words: `the selection returns from train() on some ways and goes on on others`. */
  readonly reason: string;
  /** What stands in the way. */
  readonly at?: Place;
}

export interface Change {
  readonly kind: "change";
  /** In the document; disjoint; none inside cells that `cells` replaces. */
  readonly edits: readonly PlaceEdit[];
  /** Notebooks: cells replaced, in document order, counted before any change. */
  readonly cells?: readonly CellChange[];
  readonly created?: readonly NewFile[];
  /** Edits of files that exist. All are made, or none. */
  readonly elsewhere?: readonly FileEdit[];
  /** What was done and why, a line each: `rate is a parameter: read here, assigned in line 4`. The first line sums up. */
  readonly summary: readonly string[];
  /** What the user has still to do: magics without an equivalent, say. */
  readonly left?: readonly string[];
  /** Every place of the name that was chosen here, for renaming at once: offsets in the text after the change. */
  readonly placeholder?: Placeholder;
}

export interface CellChange {
  /** Index in `document.cells`. */
  readonly start: number;
  readonly deleteCount: number;
  readonly cells: readonly NewCell[];
}

export interface NewCell {
  readonly kind: CellKind;
  readonly text: string;
  /** The old cell whose identity, metadata and outputs it keeps. */
  readonly keeps?: Cell;
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

export interface Placeholder {
  readonly name: string;
  /** Index of the cell after the change; 0 for a script. */
  readonly cell: number;
  /** In the cell's text after the change (a script's: in the file's), in document order. */
  readonly offsets: readonly number[];
}

export function refused(reason: string, at?: Place): Refused {
  return at ? { kind: "refused", reason, at } : { kind: "refused", reason };
}
