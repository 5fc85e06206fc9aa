/**
 * Changes of texts as an LSP WorkspaceEdit, in the form that the client understands, and the files beside the code that a fix
 * needs (a line in `.env.example`, an entry in a configuration file).
 *
 * An edit of a module that is open here carries its version. Of other files nobody tells what is in an editor and not yet saved: the
 * client is asked to show such an edit before it is made.
 */
import { CreateFile, type SnippetTextEdit, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { FileEdit, FileLine } from "../analysis/engine/finding.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import type { TextChange } from "../features/code-actions.ts";
import { HostError } from "../host.ts";
import { joinUri, parentUri } from "../analysis/text/uri.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";
import { toRange } from "./position.ts";

/** What a fix does to other files. */
interface Beside {
  readonly files?: readonly FileLine[];
  readonly elsewhere?: readonly FileEdit[];
}

export async function workspaceEdit(
  context: Context,
  tracked: Tracked,
  changes: readonly TextChange[],
  { files = [], elsewhere = [] }: Beside = {},
): Promise<WorkspaceEdit> {
  const { abilities, session } = context;
  const document = session.document(tracked.uri);
  if (!document) throw new Error(`${tracked.uri} is not open`);
  const byText = new Map<string, (TextEdit | SnippetTextEdit)[]>();
  for (const change of changes) {
    const edits = byText.get(change.at.uri) ?? [];
    byText.set(change.at.uri, edits);
    edits.push(editOf(context, document, change));
  }
  if (!abilities.documentChanges) {
    // Without versions and snippets; `editOf` has made no snippets, as they need document changes.
    return { changes: Object.fromEntries(byText) as Record<string, TextEdit[]> };
  }
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [...byText].map(([uri, edits]) =>
    ({ textDocument: { uri, version: tracked.texts.get(uri)?.version ?? null }, edits }));
  for (const [path, lines] of linesByPath(files)) documentChanges.push(...(await fileChanges(context, tracked, path, lines)));
  documentChanges.push(...elsewhere.map((edit) => fileEdit(context, edit)));
  const isBlind = elsewhere.some(({ uri }) => !context.documents.get(uri));
  return { documentChanges, ...(isBlind && abilities.annotatesChanges ? { changeAnnotations: { [unseen]: { label: "Another file of the project", needsConfirmation: true } } } : {}) };
}

const unseen = "seaworthy-other-file";

function fileEdit({ abilities, documents }: Context, { uri, before, edits }: FileEdit): TextDocumentEdit {
  const source = new SourceText(before);
  const version = documents.get(uri)?.texts.get(uri)?.version;
  return {
    textDocument: { uri, version: version ?? null },
    edits: edits.map(({ start, end, text }) => ({
      range: toRange(source, start, end, abilities.columns), newText: text,
      ...(version === undefined && abilities.annotatesChanges ? { annotationId: unseen } : {}),
    })),
  };
}

function editOf({ abilities }: Context, document: OpenDocument, { at, text, snippet }: TextChange): TextEdit | SnippetTextEdit {
  const range = toRange(sourceOfText(document, at.uri), at.start, at.end, abilities.columns);
  if (snippet !== undefined && abilities.snippetEdits && abilities.documentChanges) {
    return { range, snippet: { kind: "snippet", value: snippet } };
  }
  return { range, newText: text };
}

function linesByPath(files: readonly FileLine[]): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map<string, string[]>();
  for (const { path, line } of files) {
    const lines = byPath.get(path) ?? [];
    byPath.set(path, lines);
    if (!lines.includes(line)) lines.push(line);
  }
  return byPath;
}

/**
 * Adds the lines that the file does not hold yet. A file that cannot be read or made through this client is left alone:
 * the change of the code is right without it.
 */
async function fileChanges(
  { host, abilities, project }: Context,
  tracked: Tracked,
  path: string,
  lines: readonly string[],
): Promise<(TextDocumentEdit | CreateFile)[]> {
  const folder = tracked.options.settings.root ?? project.folders().find((root) => tracked.uri.startsWith(`${root}/`)) ?? parentUri(tracked.uri);
  const uri = joinUri(folder, path);
  let text: string | undefined;
  try {
    text = new TextDecoder().decode(await host.readFile(uri));
  } catch (error) {
    if (!(error instanceof HostError && error.code === "not-found")) {
      host.log("warn", `${path} is left as it is: ${String(error)}`);
      return [];
    }
  }
  if (text === undefined && !abilities.createsFiles) return [];
  const present = new Set((text ?? "").split(/\r\n|\r|\n/));
  const missing = lines.filter((line) => !present.has(line));
  if (missing.length === 0) return [];
  const source = new SourceText(text ?? "");
  const end = source.text.length;
  const lineBreak = source.text.includes("\r\n") ? "\r\n" : "\n";
  const before = end > 0 && !/[\r\n]$/.test(source.text) ? lineBreak : "";
  const newText = before + missing.map((line) => line + lineBreak).join("");
  return [
    ...(text === undefined ? [CreateFile.create(uri, { ignoreIfExists: true })] : []),
    { textDocument: { uri, version: null }, edits: [{ range: toRange(source, end, end, abilities.columns), newText }] },
  ];
}
