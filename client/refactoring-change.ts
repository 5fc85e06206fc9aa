/**
 * What the server says that a refactoring changes, in VS Code's terms: one edit of texts, cells and files, which one undo takes back;
 * and the texts before and after, to be looked at first.
 *
 * A notebook reads as one text, in the percent format: `# %%` begins a cell, `# %% [markdown]` one of Markdown, as comments.
 */
import {
  NotebookCellData, NotebookCellKind, NotebookEdit, NotebookRange, Uri, WorkspaceEdit, workspace,
  type NotebookCell, type NotebookDocument, type TextDocument, type TextEdit,
  type WorkspaceEditEntryMetadata,
} from "vscode";
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from "vscode-languageclient";
import type { CellsReplaced, RefactorChange } from "../server/protocol.ts";

/** A change, and the notebook here that it is for. */
export interface OpenChange {
  readonly change: RefactorChange;
  /** Its edits of texts: of the script or of cells that stay, and of other files. */
  readonly texts: WorkspaceEdit;
  readonly notebook: NotebookDocument | undefined;
}

export interface ChangedText {
  readonly uri: Uri;
  /** `undefined` for a file that is made. */
  readonly before: string | undefined;
  readonly after: string;
}

/** `undefined` when the notebook is no longer as the server has seen it. */
export async function openChange(client: BaseLanguageClient, change: RefactorChange): Promise<OpenChange | undefined> {
  const texts = (await client.protocol2CodeConverter.asWorkspaceEdit(change.edit as ProtocolEdit)) as WorkspaceEdit | undefined ?? new WorkspaceEdit();
  if (change.texts.length === 0) return { change, texts, notebook: undefined };
  const notebook = notebookAt(change.uri);
  return notebook && isAsExpected(notebook, change) ? { change, texts, notebook } : undefined;
}

/** @param isSeen whether the user has seen all of it: then VS Code need not ask about files that are not open. */
export function editOf({ change, texts, notebook }: OpenChange, isSeen: boolean): WorkspaceEdit {
  const edit = withFiles(change);
  if (notebook && change.cells.length > 0) setCells(edit, notebook, change.cells, texts);
  else setTexts(edit, texts, isSeen ? null : change.edit as ProtocolEdit | null);
  return edit;
}

/** Every text that changes: the script or notebook first. */
export async function changedTexts({ change, texts, notebook }: OpenChange): Promise<readonly ChangedText[]> {
  const changed: ChangedText[] = [];
  const ownCells = new Set(notebook?.getCells().map(({ document }) => document.uri.toString()));
  if (notebook) {
    const before = percentText(notebook.getCells().map(contentOf));
    const after = percentText(cellsAfter(notebook, change.cells, texts).map((each) => ("document" in each ? contentOf(each) : each)));
    if (before !== after) changed.push({ uri: notebook.uri, before, after });
  }
  for (const [uri, edits] of texts.entries()) {
    if (ownCells.has(uri.toString())) continue;
    const document = await workspace.openTextDocument(uri);
    changed.push({ uri, before: document.getText(), after: editedText(document, edits) });
  }
  return [...changed, ...change.created.map(({ uri, text }) => ({ uri: Uri.parse(uri), before: undefined, after: text }))];
}

export function notebookAt(uri: string): NotebookDocument | undefined {
  return workspace.notebookDocuments.find((each) => isSame(each.uri, uri));
}

/** The same URI can be written in more than one way. */
export function isSame(uri: Uri, written: string): boolean {
  return uri.toString() === Uri.parse(written).toString();
}

function isAsExpected(notebook: NotebookDocument, { texts }: RefactorChange): boolean {
  const cells = notebook.getCells();
  return cells.length === texts.length && cells.every(({ document }, index) =>
    texts[index] !== undefined && isSame(document.uri, texts[index].uri) && document.version === texts[index].version);
}

// ---- texts and files ---------------------------------------------------------------------------------------

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

function editedText(document: TextDocument, edits: readonly TextEdit[]): string {
  const ordered = edits.map(({ range, newText }, index) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText, index }))
    .sort((a, b) => b.start - a.start || b.end - a.end || b.index - a.index);
  let text = document.getText();
  for (const { start, end, newText } of ordered) text = text.slice(0, start) + newText + text.slice(end);
  return text;
}

// ---- cells -------------------------------------------------------------------------------------------------

interface CellContent {
  readonly kind: CellsReplaced["cells"][number]["kind"];
  readonly text: string;
  readonly kept: NotebookCell | undefined;
}

/** The notebook's cells as they will be; those that stay as they are are the notebook's own. */
function cellsAfter(notebook: NotebookDocument, replaced: readonly CellsReplaced[], texts: WorkspaceEdit): readonly (CellContent | NotebookCell)[] {
  const own = new Map(notebook.getCells().map((cell) => [cell.document.uri.toString(), cell]));
  const changed = new Map<NotebookCell, string>();
  for (const [uri, edits] of texts.entries()) {
    const cell = own.get(uri.toString());
    if (cell) changed.set(cell, editedText(cell.document, edits));
  }
  const after: (CellContent | NotebookCell)[] = notebook.getCells().map((cell) => (changed.has(cell) ? { kind: "code", text: changed.get(cell) ?? "", kept: cell } : cell));
  for (const { start, deleteCount, cells } of replaced.toReversed()) {
    after.splice(start, deleteCount, ...cells.map(({ kind, text, keeps }) => ({ kind, text, kept: keeps === undefined ? undefined : own.get(Uri.parse(keeps).toString()) })));
  }
  return after;
}

/**
 * Cells that come and go, and those whose text changes, are all edited as cells: what is edited as texts and what is edited as cells
 * would be two steps for undo.
 */
function setCells(edit: WorkspaceEdit, notebook: NotebookDocument, replaced: readonly CellsReplaced[], texts: WorkspaceEdit): void {
  const before = notebook.getCells();
  const own = new Set(before.map(({ document }) => document.uri.toString()));
  for (const [uri, edits] of texts.entries()) if (!own.has(uri.toString())) edit.set(uri, edits);
  const after = cellsAfter(notebook, replaced, texts);
  let front = 0;
  while (front < before.length && after[front] === before[front]) front += 1;
  let back = 0;
  while (back < before.length - front && back < after.length - front && after[after.length - 1 - back] === before[before.length - 1 - back]) back += 1;
  const language = before.find(({ kind }) => kind === NotebookCellKind.Code)?.document.languageId ?? "python";
  const fresh = after.slice(front, after.length - back).map((each) => cellData("document" in each ? contentOf(each) : each, language));
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

function contentOf(cell: NotebookCell): CellContent {
  return { kind: cell.kind === NotebookCellKind.Markup ? "markdown" : "code", text: cell.document.getText(), kept: cell };
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

function percentText(cells: readonly CellContent[]): string {
  return cells.map(({ kind, text }) => {
    const lines = text.replaceAll("\r\n", "\n").trimEnd();
    return kind === "code" ? `# %%\n${lines}\n` : `# %% [${kind}]\n${lines.split("\n").map((line) => `# ${line}`.trimEnd()).join("\n")}\n`;
  }).join("\n");
}
