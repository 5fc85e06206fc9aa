/**
 * Reads notebook files (.ipynb): nbformat 4 and the older 3, whose cells stand in worksheets and whose code is called `input`.
 *
 * Real notebooks lack what the format demands (metadata, ids, outputs), so only what is needed is asked for: a list of
 * cells, each with a type and a source, which is a string or a list of strings. Every part of a source remembers where it
 * is written, for notebook-patch.ts to change it there.
 */
import { SourceText } from "../text/source-text.ts";
import { JsonError, JsonReader, mistake } from "./notebook-json.ts";
import type { JsonString } from "./notebook-json.ts";
import type { Range } from "./nodes.ts";
import type { CellKind } from "./unit.ts";

export interface Notebook {
  /** Language of the kernel, in lower case; `python` when the file does not say. */
  readonly language: string;
  /** Cells of all worksheets, in order. */
  readonly cells: readonly NotebookCell[];
  /** Version of the format; 4.5 and newer give every cell an id. */
  readonly format: { readonly major: number; readonly minor: number };
  /** Where the lists of cells are written, brackets included: one, or one per worksheet. */
  readonly lists: readonly Range[];
}

export interface NotebookCell {
  /** The file's own id, or one made from the cell's position; unique in the notebook. */
  readonly id: string;
  readonly kind: CellKind;
  /** Language of a code cell: the notebook's unless the cell says otherwise. */
  readonly language: string;
  readonly text: string;
  /** Of its metadata; `undefined` for none. */
  readonly tags: readonly string[] | undefined;
  /** As Jupyter counted when it last ran the cell; `undefined` when it did not, or was told to forget. */
  readonly executionCount: number | undefined;
  /** Where the source is written; `undefined` when the cell has none that could be changed. */
  readonly source: NotebookSource | undefined;
  /** Where the whole cell is written, braces included. */
  readonly written: Range;
}

/** `list`: one JSON string per line, as Jupyter writes. `string`: all lines in one. Offsets in the file's text. */
export interface NotebookSource {
  readonly form: "list" | "string";
  /** Of the value, brackets or quotes included. */
  readonly start: number;
  readonly end: number;
  /** The literals of a list, or the one literal. */
  readonly literals: readonly JsonString[];
}

/** Why a file is not a notebook that can be read. */
export interface NotebookProblem {
  /** Cells in it count from 1, as people count them. */
  readonly message: string;
  readonly offset: number;
  /** From 0. */
  readonly line: number;
}

export type NotebookResult = { readonly notebook: Notebook } | { readonly problem: NotebookProblem };

export function readNotebook(text: string): NotebookResult {
  const reader = new JsonReader(text);
  const draft = new Draft(reader);
  try {
    if (/^\s*$/.test(text.slice(0, 1000)) && text.trim() === "") throw new JsonError("the file is empty", 0);
    if (reader.peek() !== "object") throw mistake(text, reader.at, "this is not a notebook: a JSON object was expected");
    draft.readRoot();
    reader.end();
    if (!draft.hasCells) throw new JsonError("this is not a notebook: it has no list of `cells`", 0);
    return { notebook: draft.finish() };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { problem: problemAt(text, error, draft) };
  }
}

function problemAt(text: string, error: JsonError, draft: Draft): NotebookProblem {
  const { line } = new SourceText(text).positionAt(error.offset);
  const where = draft.reading === undefined ? "" : ` in cell ${String(draft.reading + 1)}`;
  const isCut = error.offset >= text.length && text.trim() !== "";
  const message = isCut ? `the notebook is cut off${where}: ${error.message}` : `${error.message}${where}`;
  return { message, offset: error.offset, line };
}

interface DraftCell {
  type: string | undefined;
  id: string | undefined;
  language: string | undefined;
  hasCode: boolean;
  tags: string[] | undefined;
  executionCount: number | undefined;
  source: NotebookSource | undefined;
  text: string;
  written: Range;
}

class Draft {
  /** Index of the cell that is being read. */
  reading: number | undefined;
  hasCells = false;
  readonly #reader: JsonReader;
  #cells: DraftCell[] = [];
  #language: string | undefined;
  #kernelLanguage: string | undefined;
  #kernelName: string | undefined;
  #major: number | undefined;
  #minor: number | undefined;
  #lists: Range[] = [];

  constructor(reader: JsonReader) {
    this.#reader = reader;
  }

  readRoot(): void {
    const reader = this.#reader;
    reader.object((key) => {
      const kind = reader.peek();
      if (key === "cells" && kind === "array") this.#readCells(true);
      else if (key === "worksheets" && kind === "array") this.#readWorksheets();
      else if (key === "metadata" && kind === "object") this.#readMetadata();
      else if (key === "nbformat") this.#major = reader.optionalNumber();
      else if (key === "nbformat_minor") this.#minor = reader.optionalNumber();
      else reader.skip();
    });
  }

  finish(): Notebook {
    const named = /python|conda|pyspark/i.test(this.#kernelName ?? "") ? "python" : undefined;
    const first = this.#cells.find((cell) => cell.language !== undefined)?.language;
    const language = (this.#language ?? this.#kernelLanguage ?? named ?? first ?? "python").toLowerCase();
    const taken = new Set<string>();
    const format = { major: this.#major ?? 4, minor: this.#minor ?? 0 };
    return { language, cells: this.#cells.map((cell, index) => asCell(cell, index, language, taken)), format, lists: this.#lists };
  }

  #readWorksheets(): void {
    const reader = this.#reader;
    this.#cells = [];
    this.#lists = [];
    this.hasCells = true;
    reader.array(() => {
      if (reader.peek() !== "object") {
        reader.skip();
        return;
      }
      reader.object((key) => {
        if (key === "cells" && reader.peek() === "array") this.#readCells(false);
        else reader.skip();
      });
    });
  }

  #readMetadata(): void {
    const reader = this.#reader;
    reader.object((key) => {
      if (key === "language_info" && reader.peek() === "object") {
        reader.object((name) => {
          if (name === "name") this.#language = reader.optionalString();
          else reader.skip();
        });
      } else if (key === "kernelspec" && reader.peek() === "object") {
        reader.object((name) => {
          if (name === "language") this.#kernelLanguage = reader.optionalString();
          else if (name === "name") this.#kernelName = reader.optionalString();
          else reader.skip();
        });
      } else reader.skip();
    });
  }

  /** `afresh`: a second list under the same key replaces the first, as in every JSON reader. */
  #readCells(afresh: boolean): void {
    if (afresh) [this.#cells, this.#lists] = [[], []];
    this.hasCells = true;
    const start = this.#reader.at;
    this.#reader.array(() => {
      this.reading = this.#cells.length;
      this.#cells.push(this.#readCell());
      this.reading = undefined;
    });
    this.#lists.push({ start, end: this.#reader.at });
  }

  #readCell(): DraftCell {
    const reader = this.#reader;
    const isObject = reader.peek() === "object";
    const start = reader.at;
    const cell: DraftCell = {
      type: undefined, id: undefined, language: undefined, hasCode: false, tags: undefined, executionCount: undefined, source: undefined, text: "", written: { start, end: start },
    };
    if (!isObject) {
      reader.skip();
      cell.written = { start, end: reader.at };
      return cell;
    }
    reader.object((key) => {
      switch (key) {
        case "cell_type":
          cell.type = reader.optionalString();
          break;
        case "id":
          cell.id = reader.optionalString();
          break;
        case "language":
          cell.language = reader.optionalString();
          break;
        case "metadata":
          this.#readCellMetadata(cell);
          break;
        case "source":
        case "input":
          if (key === "input") cell.hasCode = true;
          this.#readSource(cell);
          break;
        case "execution_count":
        case "prompt_number":
          cell.hasCode = true;
          cell.executionCount = reader.optionalNumber();
          break;
        default:
          if (key === "outputs") cell.hasCode = true;
          reader.skip();
      }
    });
    cell.written = { start, end: reader.at };
    return cell;
  }

  /** Tags, and the language of a cell, which VS Code keeps in `metadata.vscode.languageId`. */
  #readCellMetadata(cell: DraftCell): void {
    const reader = this.#reader;
    if (reader.peek() !== "object") {
      reader.skip();
      return;
    }
    reader.object((key) => {
      if (key === "tags" && reader.peek() === "array") {
        const tags: string[] = [];
        reader.array(() => {
          const tag = reader.optionalString();
          if (tag !== undefined) tags.push(tag);
        });
        if (tags.length > 0) cell.tags = tags;
        return;
      }
      if (key !== "vscode" || reader.peek() !== "object") {
        reader.skip();
        return;
      }
      reader.object((name) => {
        if (name === "languageId") cell.language = reader.optionalString();
        else reader.skip();
      });
    });
  }

  #readSource(cell: DraftCell): void {
    const reader = this.#reader;
    const kind = reader.peek();
    const start = reader.at;
    if (kind === "string") {
      const literal = reader.string();
      cell.text = literal.value;
      cell.source = { form: "string", start, end: reader.at, literals: [literal] };
      return;
    }
    cell.text = "";
    cell.source = undefined;
    if (kind !== "array") {
      reader.skip();
      return;
    }
    const literals: JsonString[] = [];
    let others = 0;
    reader.array(() => {
      if (reader.peek() === "string") literals.push(reader.string());
      else {
        others += 1;
        reader.skip();
      }
    });
    cell.text = literals.map((literal) => literal.value).join("");
    if (others === 0) cell.source = { form: "list", start, end: reader.at, literals };
  }
}

function asCell(cell: DraftCell, index: number, language: string, taken: Set<string>): NotebookCell {
  let id = cell.id ?? `cell-${String(index)}`;
  while (taken.has(id)) id = `${id}-${String(index)}`;
  taken.add(id);
  return { id, kind: kindOf(cell), language: (cell.language ?? language).toLowerCase(), text: cell.text, tags: cell.tags, executionCount: cell.executionCount, source: cell.source, written: cell.written };
}

function kindOf({ type, hasCode }: DraftCell): CellKind {
  switch (type) {
    case "code":
      return "code";
    case "markdown":
    case "heading":
    case "html":
      return "markdown";
    case undefined:
      return hasCode ? "code" : "raw";
    default:
      return "raw";
  }
}
