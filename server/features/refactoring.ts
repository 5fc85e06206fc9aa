/**
 * Refactorings as editors see them: what is offered for a selection, and what carrying one out does to the editor's texts.
 *
 * An editor selects in texts (a script, or cells of a notebook); a refactoring thinks in cells. A script may have cells too (`# %%`):
 * there a selection is cut where they meet.
 */
import type { FileEdit } from "../analysis/engine/finding.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { refactoringNamed, refactorings } from "../analysis/refactor/index.ts";
import type {
  CellChange, NewFile, Outcome, Placeholder, ProjectView, Refactoring, RefactoringOptions, Refused, Selected, SelectedPart,
} from "../analysis/refactor/refactoring.ts";
import { applyEdits } from "../analysis/text/edit.ts";
import type { TextChange } from "./code-actions.ts";
import { rangeOf, textUri, type TextRange } from "./diagnostics.ts";

export interface OfferedRefactoring {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
}

/** Everything that a refactoring changes, in an editor's terms. */
export interface RefactoredTexts {
  readonly kind: "change";
  readonly changes: readonly TextChange[];
  readonly cells: readonly CellChange[];
  readonly created: readonly NewFile[];
  readonly elsewhere: readonly FileEdit[];
  readonly summary: readonly string[];
  readonly left: readonly string[];
  /** With the text, after the change, that its offsets count in. */
  readonly placeholder: (Placeholder & { readonly text: string }) | undefined;
}

/** LSP's kinds of all refactorings. */
export const refactoringKinds: readonly string[] = [...new Set(refactorings.map(({ kind }) => kind))];

/** What can be done with a selection. Cheap: nothing around the document is looked at. */
export function offeredRefactorings(
  document: OpenDocument, selection: readonly TextRange[], wanted: (refactoring: Refactoring) => boolean,
): readonly OfferedRefactoring[] {
  const target: Selected = { document, selection: selectedParts(document, selection) };
  return refactorings.filter(wanted).flatMap(({ name, kind, offer }) => {
    const offered = offer(target);
    return offered ? [{ name, kind, title: offered.title }] : [];
  });
}

/** @throws RangeError for a name that no refactoring has. */
export function refactored(
  document: OpenDocument, name: string, selection: readonly TextRange[], options: RefactoringOptions, project: ProjectView,
): Refused | RefactoredTexts {
  const refactoring = refactoringNamed(name);
  if (!refactoring) throw new RangeError(`there is no refactoring ${name}`);
  const outcome = refactoring.perform({ document, selection: selectedParts(document, selection), project }, options);
  return outcome.kind === "refused" ? outcome : textsOf(document, outcome);
}

/** Nothing selected is everything: whole documents are what is refactored then. */
function selectedParts(document: OpenDocument, selection: readonly TextRange[]): readonly SelectedPart[] {
  const ranges = selection.length > 0 ? selection : document.cells.map((cell) => ({ uri: textUri(document, cell), start: cell.start, end: cell.end }));
  const parts = document.cells.flatMap((cell) => ranges.flatMap(({ uri, start, end }): readonly SelectedPart[] => {
    if (textUri(document, cell) !== uri) return [];
    const part = { cell, start: Math.max(start, cell.start), end: Math.min(end, cell.end) };
    const touches = start === end ? start >= cell.start && (start < cell.end || cell === document.cells.at(-1) || document.dialect === "notebook") : part.start < part.end;
    return touches ? [part] : [];
  }));
  return parts;
}

function textsOf(document: OpenDocument, change: Extract<Outcome, { readonly kind: "change" }>): RefactoredTexts {
  const changes = change.edits.map(({ at, text }) => ({ at: rangeOf(document, at), text }));
  const { cells = [], created = [], elsewhere = [], summary, left = [], placeholder } = change;
  return {
    kind: "change", changes, cells, created, elsewhere, summary, left,
    placeholder: placeholder && { ...placeholder, text: textAfter(document, changes, cells, placeholder.cell) },
  };
}

/** Text of a cell after the change, or of the script. */
function textAfter(document: OpenDocument, changes: readonly TextChange[], cells: readonly CellChange[], index: number): string {
  const edited = document.cells.map((cell) => {
    const uri = textUri(document, cell);
    return applyEdits(document.sourceOf(cell).text, changes.filter(({ at }) => at.uri === uri).map(({ at, text }) => ({ start: at.start, end: at.end, text })));
  });
  for (const { start, deleteCount, cells: made } of cells.toReversed()) edited.splice(start, deleteCount, ...made.map(({ text }) => text));
  return edited[document.dialect === "notebook" ? index : 0] ?? "";
}
