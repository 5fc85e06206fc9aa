/**
 * Scripts: `textDocument/did*` into the session.
 *
 * Handlers are synchronous, so that the session always holds the text that the next message refers to.
 */
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from "vscode-languageserver";
import type { SourceText } from "../analysis/text/source-text.ts";
import { attempt } from "./contained.ts";
import { closeDocument } from "./context.ts";
import type { Context, DocumentEvents } from "./context.ts";
import { startingOptions, type Tracked } from "./documents.ts";
import { editRounds } from "./edits.ts";

/** Views of a file's past, of what a refactoring would make of it, of generated text and of snippets: they look like files, and nobody repairs them. */
const notFiles =
  /^(git|gitfs|gitlens|scm|vscode-scm|vscode-local-history|review|pr|output|debug|inmemory|vscode-bulkeditpreview[\w-]*|vscode-chat[\w-]*|chat-editing[\w-]*|walkThrough[\w-]*|seaworthy[\w-]*):/;

export function listenToScripts(context: Context, events: DocumentEvents): void {
  const { connection, host } = context;
  connection.onDidOpenTextDocument((params) => attempt(host, "opening", () => {
    if (context.openTexts.open(params)) events.textChanged(params.textDocument.uri);
    else open(context, events, params);
  }));
  connection.onDidChangeTextDocument((params) => attempt(host, "editing", () => {
    context.openTexts.change(params, context.abilities.columns);
    if (context.openTexts.get(params.textDocument.uri)) events.textChanged(params.textDocument.uri);
    else change(context, events, params);
  }));
  connection.onDidSaveTextDocument(({ textDocument }) => attempt(host, "saving", () => {
    if (scriptOf(context, textDocument.uri)) events.saved(textDocument.uri);
  }));
  connection.onDidCloseTextDocument(({ textDocument }) => attempt(host, "closing", () => {
    if (context.openTexts.close(textDocument.uri)) events.textChanged(textDocument.uri);
    const tracked = scriptOf(context, textDocument.uri);
    if (tracked) closeDocument(context, events, tracked);
  }));
}

function open(context: Context, events: DocumentEvents, { textDocument }: DidOpenTextDocumentParams): void {
  const { uri, languageId, version, text } = textDocument;
  if (languageId !== "python" || notFiles.test(uri)) return;
  const known = context.documents.ofText(uri);
  // A client that opens cells as text documents too: the notebook has them.
  if (known?.kind === "notebook") return;
  if (known) closeDocument(context, events, known);
  context.session.openScript(uri, text, startingOptions);
  context.documents.add(uri, "script", [[uri, { version, language: languageId }]]);
  events.opened(uri);
}

function change(context: Context, events: DocumentEvents, params: DidChangeTextDocumentParams): void {
  const { uri, version } = params.textDocument;
  const tracked = scriptOf(context, uri);
  if (!tracked) return;
  const current = (): SourceText => scriptSource(context, uri);
  try {
    for (const round of editRounds(params.contentChanges, current, context.abilities.columns)) context.session.change(uri, round);
  } catch (error) {
    // Half an edit applied: nothing that we say about this text would be right any more.
    closeDocument(context, events, tracked);
    throw error;
  }
  context.documents.setText(tracked, uri, { version, language: "python" });
  context.documents.touch(tracked);
  events.changed(uri);
}

function scriptOf(context: Context, uri: string): Tracked | undefined {
  const tracked = context.documents.get(uri);
  return tracked?.kind === "script" ? tracked : undefined;
}

/** Every cell of a script lies in the one text of its file. */
function scriptSource(context: Context, uri: string): SourceText {
  const document = context.session.document(uri);
  const cell = document?.cells[0];
  if (!document || !cell) throw new Error(`${uri} is not open`);
  return document.sourceOf(cell);
}
