/**
 * Refactorings that only the editor itself can carry out or finish: cells replaced together with texts and new files in one edit that
 * one undo takes back, the new name renamed at once, and a page that says what was done and why.
 */
import {
  Disposable, NotebookCellData, NotebookCellKind, NotebookEdit, NotebookRange, Position, Range, Uri, WorkspaceEdit, commands, languages, window, workspace,
  type NotebookCell, type NotebookDocument, type NotebookEditor, type TextDocument, type TextEdit,
  type WorkspaceEditEntryMetadata,
} from "vscode";
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from "vscode-languageclient";
import { Refactor, type CellsReplaced, type ChosenName, type RefactorAnswer, type RefactorChange, type RefactorParams, type TextRange } from "../server/protocol.ts";
import { showSummaryPage } from "./pages.ts";

/** Commands that the server puts into code actions. */
export const refactoringCommands = ["seaworthy.applyRefactoring", "seaworthy.refactoringDone"];

export function registerRefactorings(made: Promise<BaseLanguageClient>): readonly Disposable[] {
  const register = (name: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(`seaworthy.${name}`, run);
  return [
    register("applyRefactoring", async (change: RefactorChange) => { await apply(await made, change); }),
    register("refactoringDone", async (change: RefactorChange) => { await finish(change); }),
    register("moveToModule", async () => refactorSelection(await made, "move-to-module")),
    register("notebookToModule", async () => refactorNotebook(await made, "notebook-to-module")),
    register("notebookToScript", async () => refactorNotebook(await made, "notebook-to-script")),
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

async function apply(client: BaseLanguageClient, change: RefactorChange): Promise<void> {
  const texts = (await client.protocol2CodeConverter.asWorkspaceEdit(change.edit as ProtocolEdit)) as WorkspaceEdit | undefined ?? new WorkspaceEdit();
  const notebook = change.texts.length > 0 ? notebookAt(change.uri) : undefined;
  if (change.texts.length > 0 && !(notebook && isAsExpected(notebook, change))) {
    window.setStatusBarMessage("Seaworthy: the notebook changed meanwhile, nothing was done", 4000);
    return;
  }
  const edit = withFiles(change);
  if (notebook && change.cells.length > 0) setCells(edit, notebook, change.cells, texts);
  else setTexts(edit, texts, change.edit as ProtocolEdit | null);
  const isMade = await workspace.applyEdit(edit);
  if (isMade) await finish(change);
  else window.setStatusBarMessage("Seaworthy: the change could not be made", 4000);
}

/**
 * An edit that begins by making the files: where one cannot be made, nothing else is done. With their content: so they are on the disk
 * at once, for the notebook to import them. Undo takes them away together with the rest, but leaves those that were edited since.
 */
function withFiles({ created }: RefactorChange): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { uri, text } of created) edit.createFile(Uri.parse(uri), { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  return edit;
}

/** VS Code's form of an edit does not give out again what the user is to be asked about: the protocol's form tells. */
function setTexts(edit: WorkspaceEdit, texts: WorkspaceEdit, written: ProtocolEdit | null): void {
  const asked = new Map<string, WorkspaceEditEntryMetadata>();
  for (const change of written?.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const annotation = change.edits.flatMap((each) => ("annotationId" in each ? [written?.changeAnnotations?.[each.annotationId]] : []))[0];
    if (annotation) asked.set(Uri.parse(change.textDocument.uri).toString(), { needsConfirmation: false, ...annotation });
  }
  for (const [uri, edits] of texts.entries()) {
    const metadata = asked.get(uri.toString());
    if (metadata) edit.set(uri, edits.map((each): [TextEdit, WorkspaceEditEntryMetadata] => [each, metadata]));
    else edit.set(uri, edits);
  }
}

function isAsExpected(notebook: NotebookDocument, { texts }: RefactorChange): boolean {
  const cells = notebook.getCells();
  return cells.length === texts.length && cells.every(({ document }, index) =>
    texts[index] !== undefined && isSame(document.uri, texts[index].uri) && document.version === texts[index].version);
}

interface CellContent {
  readonly kind: CellsReplaced["cells"][number]["kind"];
  readonly text: string;
  readonly kept: NotebookCell | undefined;
}

/**
 * Cells that come and go, and those whose text changes, are all edited as cells: what is edited as texts and what is edited as cells
 * would be two steps for undo.
 */
function setCells(edit: WorkspaceEdit, notebook: NotebookDocument, replaced: readonly CellsReplaced[], texts: WorkspaceEdit): void {
  const own = new Map(notebook.getCells().map((cell) => [cell.document.uri.toString(), cell]));
  const changed = new Map<NotebookCell, string>();
  for (const [uri, edits] of texts.entries()) {
    const cell = own.get(uri.toString());
    if (cell) changed.set(cell, editedText(cell.document, edits));
    else edit.set(uri, edits);
  }
  const unchanged = (cell: NotebookCell): CellContent | NotebookCell => (changed.has(cell) ? { kind: "code", text: changed.get(cell) ?? "", kept: cell } : cell);
  const after: (CellContent | NotebookCell)[] = notebook.getCells().map(unchanged);
  for (const { start, deleteCount, cells } of replaced.toReversed()) {
    after.splice(start, deleteCount, ...cells.map(({ kind, text, keeps }) => ({ kind, text, kept: keeps === undefined ? undefined : own.get(Uri.parse(keeps).toString()) })));
  }
  const before = notebook.getCells();
  let front = 0;
  while (front < before.length && after[front] === before[front]) front += 1;
  let back = 0;
  while (back < before.length - front && back < after.length - front && after[after.length - 1 - back] === before[before.length - 1 - back]) back += 1;
  const language = before.find(({ kind }) => kind === NotebookCellKind.Code)?.document.languageId ?? "python";
  const fresh = after.slice(front, after.length - back).map((each) => cellData("document" in each ? { kind: "code", text: each.document.getText(), kept: each } : each, language));
  edit.set(notebook.uri, replacement(new NotebookRange(front, before.length - back), fresh));
}

/**
 * Taken away first, then put in: one step for undo all the same. `NotebookEdit.replaceCells` does both at once, and VS Code cannot show
 * that when the cell in focus lies behind and the notebook grows, as it does when undo brings cells back: it moves the focus to where that
 * cell will be, takes cells away, looks at the cell in focus before the new ones are there, and fails with half of the list drawn.
 */
function replacement(range: NotebookRange, fresh: NotebookCellData[]): NotebookEdit[] {
  return [
    ...(range.isEmpty ? [] : [NotebookEdit.deleteCells(range)]),
    ...(fresh.length === 0 ? [] : [NotebookEdit.insertCells(range.start, fresh)]),
  ];
}

function editedText(document: TextDocument, edits: readonly TextEdit[]): string {
  const ordered = edits.map(({ range, newText }, index) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText, index }))
    .sort((a, b) => b.start - a.start || b.end - a.end || b.index - a.index);
  let text = document.getText();
  for (const { start, end, newText } of ordered) text = text.slice(0, start) + newText + text.slice(end);
  return text;
}

function cellData({ kind, text, kept }: CellContent, language: string): NotebookCellData {
  // A raw cell is code of a language of that name.
  const fresh = kind === "markdown" ? NotebookCellKind.Markup : NotebookCellKind.Code;
  const data = new NotebookCellData(kept?.kind ?? fresh, text, kept?.document.languageId ?? (kind === "code" ? language : kind));
  if (!kept) return data;
  data.outputs = [...kept.outputs];
  data.metadata = kept.metadata;
  if (kept.executionSummary) data.executionSummary = kept.executionSummary;
  return data;
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

function notebookAt(uri: string): NotebookDocument | undefined {
  return workspace.notebookDocuments.find((each) => isSame(each.uri, uri));
}

/** The same URI can be written in more than one way. */
function isSame(uri: Uri, written: string): boolean {
  return uri.toString() === Uri.parse(written).toString();
}

/** Plain objects: VS Code's own keep their numbers behind getters, which do not get into the browser's worker. */
function plainRange({ start, end }: Range): TextRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

function rangeOf({ start, end }: TextRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
