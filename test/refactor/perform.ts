/**
 * Performs refactorings in tests: text or cells, and a selection, in; text or cells out, or the reason why not.
 */
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Change, Outcome, ProjectView, Refactoring, RefactoringOptions, SelectedPart, Target } from "../../server/analysis/refactor/refactoring.ts";
import { textAfter } from "../../server/analysis/refactor/result-text.ts";

/** A script's text, or the texts of a notebook's code cells. */
export type Source = string | readonly string[];

/** Offsets in the script, or in one cell of the notebook. */
export interface Selection {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
}

export type Performed =
  | { readonly kind: "refused"; readonly reason: string }
  /** Texts of the cells afterwards; one for a script. */
  | { readonly kind: "done"; readonly texts: readonly string[]; readonly change: Change };

export function documentOf(source: Source, folder = "file:///project/"): OpenDocument {
  const session = createSession({ rules: [], strict: true });
  const uri = `${folder}${typeof source === "string" ? "main.py" : "main.ipynb"}`;
  const options = { settings: defaultSettings, profile: "production" as const };
  if (typeof source === "string") session.openScript(uri, source, options);
  else session.openNotebook(uri, source.map((text, index): CellInput => ({ id: String(index), kind: "code", language: "python", text })), options);
  const document = session.document(uri);
  if (!document) throw new Error("the document is not open");
  return document;
}

export function targetOf(document: OpenDocument, selections: readonly Selection[], files: ReadonlyMap<string, string> = new Map()): Target {
  const project: ProjectView = { root: "file:///project/", home: undefined, text: (uri) => files.get(uri) };
  const isNotebook = document.dialect === "notebook";
  const selection = selections.flatMap(({ cell, start, end }): readonly SelectedPart[] => {
    const found = isNotebook ? document.cells[cell] : document.cells.findLast((each) => each.start <= start) ?? document.cells[0];
    return found ? [{ cell: found, start, end }] : [];
  });
  return { document, selection, project };
}

export function perform(refactoring: Refactoring, target: Target, options: RefactoringOptions = {}): Performed {
  return applied(target.document, refactoring.perform(target, options));
}

export function applied(document: OpenDocument, outcome: Outcome): Performed {
  if (outcome.kind === "refused") return { kind: "refused", reason: outcome.reason };
  const cells = document.dialect === "notebook" ? document.cells : document.cells.slice(0, 1);
  const texts: (string | undefined)[] = cells.map((cell) => textAfter(document, cell, outcome.edits));
  for (const { start, deleteCount, cells: added } of outcome.cells ?? []) {
    for (let index = start; index < start + deleteCount; index++) texts[index] = undefined;
    if (added.length > 0) texts[start] = added.map(({ text }) => text).join("\n");
  }
  return { kind: "done", texts: texts.filter((text) => text !== undefined), change: outcome };
}
