/**
 * Notebooks: `notebookDocument/did*` into the session.
 *
 * A store of our own over the protocol's messages, as the library's helper loses moved cells and keeps deleted ones.
 * Kinds and languages of cells, their order and their texts all live in the session; here is only the
 * translation. Within one change the protocol's order is: structure, then cell data, then texts.
 */
import {
  NotebookCellKind,
  type DidChangeNotebookDocumentParams,
  type NotebookCell,
  type NotebookDocument,
  type TextDocumentItem,
} from "vscode-languageserver";
import type { CellInput, OpenDocument } from "../analysis/engine/session-contract.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import type { CellKind } from "../analysis/syntax/unit.ts";
import { attempt } from "./contained.ts";
import { closeDocument } from "./context.ts";
import type { Context, DocumentEvents } from "./context.ts";
import { startingOptions, type OpenText, type Tracked } from "./documents.ts";
import { editRounds } from "./edits.ts";

export function listenToNotebooks(context: Context, events: DocumentEvents): void {
  const { connection: { notebooks: { synchronization } }, host } = context;
  synchronization.onDidOpenNotebookDocument(({ notebookDocument, cellTextDocuments }) =>
    attempt(host, "opening a notebook", () => { open(context, events, notebookDocument, cellTextDocuments); }));
  synchronization.onDidChangeNotebookDocument((params) =>
    attempt(host, "editing a notebook", () => { change(context, events, params); }));
  synchronization.onDidSaveNotebookDocument(({ notebookDocument }) => attempt(host, "saving a notebook", () => {
    if (notebookOf(context, notebookDocument.uri)) events.saved(notebookDocument.uri);
  }));
  synchronization.onDidCloseNotebookDocument(({ notebookDocument }) => attempt(host, "closing a notebook", () => {
    const tracked = notebookOf(context, notebookDocument.uri);
    if (tracked) closeDocument(context, events, tracked);
  }));
}

function open(context: Context, events: DocumentEvents, notebook: NotebookDocument, texts: readonly TextDocumentItem[]): void {
  const { documents, session } = context;
  const known = documents.get(notebook.uri);
  if (known) closeDocument(context, events, known);
  const items = new Map(texts.map((item) => [item.uri, item]));
  session.openNotebook(notebook.uri, notebook.cells.map((cell) => newCell(cell, items)), startingOptions);
  documents.add(notebook.uri, "notebook", notebook.cells.map(({ document: uri }) => [uri, openText(items.get(uri))]));
  events.opened(notebook.uri);
}

function change(context: Context, events: DocumentEvents, { notebookDocument: { uri }, change }: DidChangeNotebookDocumentParams): void {
  const tracked = notebookOf(context, uri);
  // Nothing to do for metadata, and for runs of cells (`data`): no finding depends on them.
  if (!tracked || (!change.cells?.structure && !change.cells?.textContent?.length)) return;
  try {
    if (change.cells.structure) changeStructure(context, events, tracked, change.cells.structure);
    for (const { document, changes } of change.cells.textContent ?? []) {
      const text = tracked.texts.get(document.uri);
      if (!text) continue;
      const current = (): SourceText => cellSource(context, uri, document.uri);
      for (const round of editRounds(changes, current, context.abilities.columns)) {
        context.session.change(uri, round, document.uri);
      }
      context.documents.setText(tracked, document.uri, { ...text, version: document.version });
    }
  } catch (error) {
    // Half an edit applied: nothing that we say about this notebook would be right any more.
    closeDocument(context, events, tracked);
    throw error;
  }
  context.documents.touch(tracked);
  events.changed(uri);
}

type Structure = NonNullable<NonNullable<DidChangeNotebookDocumentParams["change"]["cells"]>["structure"]>;

/** A cell that was moved is deleted and inserted again, without being opened: its text is the one that we have. */
function changeStructure(context: Context, events: DocumentEvents, tracked: Tracked, { array, didOpen }: Structure): void {
  const { documents, session } = context;
  const before = session.document(tracked.uri);
  if (!before) throw new Error(`${tracked.uri} is not open`);
  const opened = new Map((didOpen ?? []).map((item) => [item.uri, item]));
  const inserted = (array.cells ?? []).map((cell) =>
    opened.has(cell.document) ? newCell(cell, opened) : (movedCell(tracked, before, cell) ?? newCell(cell, opened)));
  const deleted = before.cells.slice(array.start, array.start + array.deleteCount).map(({ id }) => id);
  session.changeCells(tracked.uri, array.start, array.deleteCount, inserted);
  const kept = new Set(inserted.map(({ id }) => id));
  const gone = deleted.filter((id) => !kept.has(id));
  for (const id of gone) documents.removeText(tracked, id);
  for (const { id } of inserted) {
    const item = opened.get(id);
    documents.setText(tracked, id, item ? openText(item) : (tracked.texts.get(id) ?? openText(undefined)));
  }
  events.removed(gone);
}

function newCell(cell: NotebookCell, texts: ReadonlyMap<string, TextDocumentItem>): CellInput {
  const item = texts.get(cell.document);
  const language = item?.languageId ?? "";
  return { id: cell.document, kind: kindOf(cell, language), language, text: item?.text ?? "", tags: tagsOf(cell) };
}

function movedCell(tracked: Tracked, document: OpenDocument, moved: NotebookCell): CellInput | undefined {
  const { document: id } = moved;
  const cell = document.cell(id);
  const text = tracked.texts.get(id);
  if (!cell || !text) return undefined;
  return { id, kind: cell.kind, language: text.language, text: document.sourceOf(cell).text, tags: tagsOf(moved) };
}

/** Where Jupyter's file format has them, and where VS Code puts that format's metadata. */
function tagsOf({ metadata }: NotebookCell): readonly string[] | undefined {
  const own: unknown = (metadata as { readonly tags?: unknown } | undefined)?.tags;
  const inner: unknown = (metadata as { readonly metadata?: { readonly tags?: unknown } | null } | undefined)?.metadata?.tags;
  const tags = Array.isArray(own) ? own : inner;
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : undefined;
}

/** A cell without a text (the client left it out) counts as empty. */
function openText(item: TextDocumentItem | undefined): OpenText {
  return { version: item?.version ?? 0, language: item?.languageId ?? "" };
}

/** Editors show raw cells as code cells in the language `raw`. */
function kindOf(cell: NotebookCell, language: string): CellKind {
  if (cell.kind === NotebookCellKind.Markup) return "markdown";
  return language === "raw" ? "raw" : "code";
}

function notebookOf(context: Context, uri: string): Tracked | undefined {
  const tracked = context.documents.get(uri);
  return tracked?.kind === "notebook" ? tracked : undefined;
}

function cellSource(context: Context, uri: string, cellUri: string): SourceText {
  const document = context.session.document(uri);
  const cell = document?.cell(cellUri);
  if (!document || !cell) throw new Error(`${cellUri} is not in ${uri}`);
  return document.sourceOf(cell);
}
