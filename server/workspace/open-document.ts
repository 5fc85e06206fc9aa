/**
 * Opens a file's bytes in a session: a script by its encoding, a notebook by its JSON. What cannot be opened is said in one line.
 */
import type { DocumentOptions, Session } from "../analysis/engine/session-contract.ts";
import { readNotebook } from "../analysis/syntax/notebook.ts";
import type { Notebook } from "../analysis/syntax/notebook.ts";
import type { Dialect } from "../analysis/syntax/unit.ts";
import { decodePython, encodePython, NotSourceError } from "./python-encoding.ts";
import type { SourceEncoding } from "./python-encoding.ts";

export type SourceFile =
  | { readonly kind: "script"; readonly text: string; readonly encoding: SourceEncoding }
  | { readonly kind: "notebook"; readonly text: string; readonly notebook: Notebook };

/** @throws NotSourceError when the bytes are no Python, no notebook, or more code than the limit. */
export function readSource(name: string, bytes: Uint8Array, maxFileSize: number): SourceFile {
  if (isNotebook(name)) {
    const text = notebookText(bytes);
    const result = readNotebook(text);
    if ("problem" in result) throw new NotSourceError(`${result.problem.message} (line ${result.problem.line + 1} of the file)`);
    const { notebook } = result;
    const size = notebook.cells.reduce((sum, cell) => sum + (cell.kind === "code" ? cell.text.length : 0), 0);
    if (size > maxFileSize) throw tooLarge(size, maxFileSize);
    return { kind: "notebook", text, notebook };
  }
  if (bytes.length > maxFileSize) throw tooLarge(bytes.length, maxFileSize);
  return { kind: "script", ...decodePython(bytes) };
}

/** The bytes of a changed source. @throws NotSourceError when the file's encoding cannot hold the text. */
export function writeSource(source: SourceFile, text: string): Uint8Array {
  return source.kind === "notebook" ? new TextEncoder().encode(text) : encodePython(text, source.encoding);
}

function isNotebook(name: string): boolean {
  return /\.ipynb$/i.test(name);
}

/** With its byte order mark, if it has one: all bytes that are not changed are kept. */
function notebookText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new NotSourceError("a binary file, not a notebook");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotSourceError("not UTF-8, as notebooks are");
  }
}

/** `optionsFor` is asked once the dialect is known: the profile depends on it. */
export function openInSession(session: Session, uri: string, source: SourceFile, optionsFor: (dialect: Dialect) => DocumentOptions): void {
  if (source.kind === "notebook") {
    session.openNotebook(uri, source.notebook.cells, optionsFor("notebook"));
    return;
  }
  session.openScript(uri, source.text, optionsFor("script"));
  const dialect = session.document(uri)?.dialect ?? "script";
  if (dialect !== "script") session.configure(uri, optionsFor(dialect));
}

function tooLarge(size: number, limit: number): NotSourceError {
  const shown = (bytes: number): string => (bytes < 100_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 100_000) / 10} MB`);
  return new NotSourceError(`skipped: ${shown(size)} of code is more than max-file-size (${shown(limit)}) allows`);
}
