/**
 * Notebooks for the tests, written as text: `# %%` begins a code cell, `# %% [markdown]` a text cell, whose lines are comments. What
 * follows the last `]` or `%%` are the cell's tags.
 *
 *     # %% [markdown]
 *     # Prices
 *     # %%
 *     %matplotlib inline
 *     prices.head()
 */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { refactoringNamed } from "../../server/analysis/refactor/index.ts";
import type { Change, Outcome, ProjectView, RefactoringOptions, SelectedPart } from "../../server/analysis/refactor/refactoring.ts";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import type { Notebook } from "../../server/analysis/syntax/notebook.ts";
import { patchNotebook } from "../../server/analysis/syntax/notebook-patch.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { joinUri, nameOf, parentUri } from "../../server/analysis/text/uri.ts";

export interface NotebookProgram {
  readonly name: string;
  /** The .ipynb file. */
  readonly file: string;
}

const folder = join(import.meta.dirname, "programs/notebooks");

export function notebookPrograms(): readonly NotebookProgram[] {
  return readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) =>
    ({ name: basename(name, ".txt"), file: notebookFile(readFileSync(join(folder, name), "utf8")) }));
}

/** The .ipynb of a notebook that is written as text. */
export function notebookFile(text: string): string {
  const cells = text.split(/^(?=# %%)/mu).filter((part) => part.trim() !== "").map((part, index) => {
    const [marker = "", ...lines] = part.split("\n");
    const isMarkdown = marker.includes("[markdown]");
    const tags = marker.replace(/^# %%\s*(?:\[markdown\])?/u, "").trim().split(/\s+/u).filter(Boolean);
    const code = lines.join("\n").trimEnd();
    const source = isMarkdown ? code.replace(/^# ?/gmu, "") : code;
    const common = { id: `cell-${String(index)}`, metadata: tags.length > 0 ? { tags } : {} };
    return isMarkdown
      ? { cell_type: "markdown", ...common, source: linesOf(source) }
      : { cell_type: "code", execution_count: null, ...common, outputs: [], source: linesOf(source) };
  });
  const metadata = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" }, language_info: { name: "python" } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/u);
}

export interface OpenNotebook {
  readonly document: OpenDocument;
  readonly file: string;
  readonly notebook: Notebook;
}

export function openNotebook(uri: string, file: string): OpenNotebook {
  const read = readNotebook(file);
  if ("problem" in read) throw new Error(read.problem.message);
  const session = createSession({ rules: [] });
  session.openNotebook(uri, read.notebook.cells, { settings: defaultSettings, profile: "exploration" });
  const document = session.document(uri);
  if (!document) throw new Error(`${uri} is not open`);
  return { document, file, notebook: read.notebook };
}

export interface TestProject {
  /** Relative paths below the project's folder, which is that of the notebook unless `home` says otherwise. */
  readonly files?: Readonly<Record<string, string>>;
  readonly root?: string;
  readonly home?: ProjectView["home"];
}

export function projectOf(uri: string, { files = {}, root = parentUri(uri), home }: TestProject = {}): ProjectView {
  return { root, home, text: (file) => files[Object.keys(files).find((path) => joinUri(root, path) === file) ?? ""] };
}

/** Whole cells. */
export function wholeCells(document: OpenDocument, indices?: readonly number[]): readonly SelectedPart[] {
  return document.cells.filter(({ index }) => indices?.includes(index) ?? true).map((cell) => ({ cell, start: cell.start, end: cell.end }));
}

export function perform(name: string, document: OpenDocument, project: ProjectView, selection = wholeCells(document), options: RefactoringOptions = {}): Outcome {
  const refactoring = refactoringNamed(name);
  if (!refactoring) throw new Error(`no refactoring ${name}`);
  return refactoring.perform({ document, selection, project }, options);
}

/** The notebook's file after a change, and the files beside it by name. */
export function applied({ document, file, notebook }: OpenNotebook, change: Change, project: ProjectView): { readonly file: string; readonly others: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  for (const cell of document.cells) {
    const edits = change.edits.map(({ at, text }) => ({ ...document.locate(at), text })).filter((edit) => edit.cell === cell);
    if (edits.length > 0) texts.set(cell.id, applyEdits(document.sourceOf(cell).text, edits.map(({ start, end, text }) => ({ start, end, text }))));
  }
  const replacements = (change.cells ?? []).map(({ start, deleteCount, cells }) => ({ start, deleteCount, cells: cells.map(({ kind, text, keeps }) => ({ kind, text, keeps: keeps?.id })) }));
  const others = new Map<string, string>();
  for (const { uri, text } of change.created ?? []) {
    if (project.text(uri) !== undefined) throw new Error(`${uri} is there already`);
    others.set(uri, text);
  }
  for (const { uri, before, edits } of change.elsewhere ?? []) others.set(uri, applyEdits(before, edits));
  return { file: patchNotebook(file, notebook, texts, replacements), others };
}

/** Cells of a notebook as the text that `notebookFile` reads. */
export function cellsText(file: string): string {
  const read = readNotebook(file);
  if ("problem" in read) throw new Error(read.problem.message);
  return read.notebook.cells.map(({ kind, text }) => (kind === "markdown" ? `# %% [markdown]\n${text.replace(/^/gmu, "# ")}\n` : `# %%\n${text}\n`)).join("");
}

export { nameOf };
