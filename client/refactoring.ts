/**
 * Refactorings as the editor carries them out: asked for by command or taken from a menu, shown before they are made, made in one edit
 * that one undo takes back, the new name renamed at once, and told about.
 */
import {
  Disposable, Position, Range, Uri, WorkspaceEdit, commands, languages, window, workspace,
  type NotebookEditor, type TextDocument,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Refactor, type ChosenName, type RefactorAnswer, type RefactorChange, type RefactorParams, type TextRange } from "../server/protocol.ts";
import { showSummaryPage } from "./pages.ts";
import { changedTexts, editOf, isSame, notebookAt, openChange } from "./refactoring-change.ts";
import { isWanted, registerPreviews } from "./refactoring-preview.ts";

/** Commands that the server puts into code actions. */
export const refactoringCommands = ["seaworthy.applyRefactoring"];

export function registerRefactorings(made: Promise<BaseLanguageClient>): readonly Disposable[] {
  const register = (name: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(`seaworthy.${name}`, run);
  return [
    register("applyRefactoring", async (change: RefactorChange) => { await apply(await made, change); }),
    register("moveToModule", async () => refactorSelection(await made, "move-to-module")),
    register("notebookToModule", async () => refactorNotebook(await made, "notebook-to-module")),
    register("notebookToScript", async () => refactorNotebook(await made, "notebook-to-script")),
    registerPreviews(),
    new Disposable(() => { renaming?.dispose(); }),
  ];
}

// ---- asking ------------------------------------------------------------------------------------------------

/** The selected cells of a notebook, or the selection in a text. */
function refactorSelection(client: BaseLanguageClient, name: string): Promise<void> {
  const notebook = window.activeNotebookEditor;
  if (notebook) return refactor(client, { uri: notebook.notebook.uri.toString(), name, selection: selectedCells(notebook) });
  const editor = window.activeTextEditor;
  if (!editor) return Promise.resolve();
  const uri = editor.document.uri.toString();
  return refactor(client, { uri, name, selection: [{ uri, range: plainRange(editor.selection) }] });
}

function refactorNotebook(client: BaseLanguageClient, name: string): Promise<void> {
  const uri = window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri;
  return uri ? refactor(client, { uri: uri.toString(), name, selection: [] }) : Promise.resolve();
}

/** Code within the one cell that is being edited; else whole cells. */
function selectedCells({ notebook, selections }: NotebookEditor): RefactorParams["selection"] {
  const cells = selections.flatMap((range) => notebook.getCells(range));
  const [only] = cells;
  const editor = window.activeTextEditor;
  if (cells.length === 1 && only && editor && !editor.selection.isEmpty && editor.document === only.document) {
    return [{ uri: only.document.uri.toString(), range: plainRange(editor.selection) }];
  }
  return cells.map(({ document }) => ({ uri: document.uri.toString() }));
}

async function refactor(client: BaseLanguageClient, params: RefactorParams): Promise<void> {
  const answer = await client.sendRequest<RefactorAnswer | null>(Refactor.method, params);
  if (!answer) {
    window.setStatusBarMessage("Seaworthy does not look at this file", 4000);
  } else if (answer.kind === "refused") {
    void window.showWarningMessage(`Seaworthy: ${answer.reason}`);
  } else {
    await apply(client, answer);
  }
}

// ---- changing ----------------------------------------------------------------------------------------------

/** Which changes are shown before they are made: the setting `seaworthy.refactoring.preview`. */
type Previewed = "always" | "severalTexts" | "never";

async function apply(client: BaseLanguageClient, change: RefactorChange): Promise<void> {
  const found = await openChange(client, change);
  if (!found) {
    changedMeanwhile();
    return;
  }
  const previewed = workspace.getConfiguration("seaworthy", Uri.parse(change.uri)).get<Previewed>("refactoring.preview", "always");
  const changed = previewed === "never" ? [] : await changedTexts(found);
  const isShown = previewed === "always" || changed.length > 1;
  if (isShown) {
    if (!(await isWanted(change, changed))) return;
    if (!(await isStillSo(client, change))) {
      changedMeanwhile();
      return;
    }
  }
  const isMade = await workspace.applyEdit(editOf(found, isShown));
  if (isMade) await finish(change);
  else window.setStatusBarMessage("Seaworthy: the change could not be made", 4000);
}

/** While it was looked at, texts may have been edited, and files on the disk have changed: asked again, the server says the same. */
async function isStillSo(client: BaseLanguageClient, change: RefactorChange): Promise<boolean> {
  const again = await client.sendRequest<RefactorAnswer | null>(Refactor.method, change.request);
  const told = ({ edit, created, cells, texts }: RefactorChange): string => JSON.stringify([edit, created, cells, texts]);
  return again?.kind === "change" && told(again) === told(change);
}

function changedMeanwhile(): void {
  window.setStatusBarMessage("Seaworthy: the text changed meanwhile, nothing was done", 4000);
}

/** Tells what was done, and lets the name that was chosen be changed. */
async function finish(change: RefactorChange): Promise<void> {
  const [first = "Done", ...more] = change.summary;
  const hasMore = more.length + change.left.length > 0;
  const left = change.left.length === 0 ? "" : ` ${change.left.length === 1 ? "One thing is" : `${change.left.length} things are`} left to do.`;
  if (hasMore) {
    void window.showInformationMessage(`Seaworthy: ${first}.${left}`, "Show Details").then((chosen) => (chosen ? showSummaryPage(change) : undefined));
  } else window.setStatusBarMessage(`Seaworthy: ${first}`, 6000);
  if (change.placeholder) await renameAt(change.uri, change.placeholder);
}

// ---- renaming ----------------------------------------------------------------------------------------------

let renaming: Disposable | undefined;

/**
 * Opens the editor's own input for a new name. Whether there is a language server that renames Python is not known; the places of
 * the new name are: a provider for them answers until the text changes.
 */
async function renameAt(uri: string, { name, cell, ranges }: ChosenName): Promise<void> {
  const document = documentOf(uri, cell);
  const places = ranges.map(rangeOf);
  const [first] = places;
  if (!document || !first || places.some((range) => document.getText(range) !== name)) return;
  renaming?.dispose();
  const { version } = document;
  const known = (at: Position): Range | undefined => (document.version === version ? places.find((range) => range.contains(at)) : undefined);
  renaming = languages.registerRenameProvider({ scheme: document.uri.scheme, language: document.languageId, pattern: document.uri.fsPath }, {
    prepareRename(_, at) {
      const range = known(at);
      if (!range) throw new Error("not a name that was chosen just now");
      return { range, placeholder: name };
    },
    provideRenameEdits({ uri: text }, at, newName) {
      if (!known(at)) return undefined;
      const edit = new WorkspaceEdit();
      for (const range of places) edit.replace(text, range, newName);
      return edit;
    },
  });
  await commands.executeCommand("editor.action.rename", [document.uri, first.start]);
}

function documentOf(uri: string, cell: number | undefined): TextDocument | undefined {
  if (cell === undefined) return workspace.textDocuments.find((each) => isSame(each.uri, uri));
  const notebook = notebookAt(uri);
  return notebook && cell < notebook.cellCount ? notebook.cellAt(cell).document : undefined;
}

/** Plain objects: VS Code's own keep their numbers behind getters, which do not get into the browser's worker. */
function plainRange({ start, end }: Range): TextRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

function rangeOf({ start, end }: TextRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
