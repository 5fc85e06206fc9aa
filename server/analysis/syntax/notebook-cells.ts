/**
 * Whole cells of a notebook's file that come, go, or are replaced by others, written as the file writes its own.
 *
 *     {"cells": [              {"cells": [
 *       {"id": "a", ...},        {"id": "a", ...},
 *       {"id": "b", ...}   ->    {"id": "3f2a90c1", ...},      new: layout of its neighbours, keys in nbformat's order
 *      ]}                        {"id": "b", ...}              kept: byte for byte, but for a new source
 *                               ]}
 *
 * A new cell has an id where the format knows ids (4.5), made from its text and unlike all others: the same change gives the same file.
 */
import type { TextEdit } from "../text/edit.ts";
import { applyEdits } from "../text/edit.ts";
import type { Range } from "./nodes.ts";
import { encode, sourceEdit, SourceStyle, splitLines } from "./notebook-source.ts";
import type { Notebook, NotebookCell } from "./notebook.ts";
import type { CellKind } from "./unit.ts";

/** Cells from `start` on are replaced; counted as they are before any change. */
export interface CellReplacement {
  readonly start: number;
  readonly deleteCount: number;
  readonly cells: readonly WrittenCell[];
}

export interface WrittenCell {
  readonly kind: CellKind;
  readonly text: string;
  /** Id of the old cell that it goes on: that one's metadata, outputs and id are kept. Of the same kind; each at most once. */
  readonly keeps?: string | undefined;
}

/** `replacements` in document order, disjoint. @throws RangeError for cells that are not there. */
export function cellEdits(file: string, notebook: Notebook, replacements: readonly CellReplacement[]): readonly TextEdit[] {
  if (replacements.length === 0) return [];
  const { cells, lists } = notebook;
  const beyond = replacements.find(({ start, deleteCount }) => start < 0 || start + deleteCount > cells.length);
  if (beyond) throw new RangeError(`the notebook has no cells ${beyond.start} to ${beyond.start + beyond.deleteCount}`);
  const writer = new CellWriter(file, notebook);
  return lists.flatMap((list, index) => {
    const first = cells.findIndex(({ written }) => written.start > list.start && written.end < list.end);
    const own = cells.filter(({ written }) => written.start > list.start && written.end < list.end);
    const from = first < 0 ? 0 : first;
    const isLast = index === lists.length - 1;
    // At the border of two worksheets, a new cell goes to the end of the first.
    const mine = replacements.filter(({ start, deleteCount }) =>
      deleteCount > 0 ? start >= from && start < from + own.length : (start > from || index === 0) && (start <= from + own.length || isLast));
    return listEdits(list, own, from, mine, writer);
  });
}

function listEdits(list: Range, own: readonly NotebookCell[], from: number, mine: readonly CellReplacement[], writer: CellWriter): readonly TextEdit[] {
  const { open, separator, close } = writer.listLayout;
  return merged(mine).map(({ start, deleteCount, cells }): TextEdit => {
    const at = start - from;
    const old = own.slice(at, at + deleteCount);
    if (old.length < deleteCount) throw new RangeError(`the cells ${start} to ${start + deleteCount} stand in two worksheets`);
    const text = cells.map((cell) => writer.write(cell)).join(separator);
    const [first, last] = [old[0], old.at(-1)];
    const before = own[at - 1];
    const after = own[at + deleteCount];
    if (first && last) {
      if (text !== "") return { start: first.written.start, end: last.written.end, text };
      // One separator goes with the cells.
      if (before) return { start: before.written.end, end: last.written.end, text };
      return after ? { start: first.written.start, end: after.written.start, text } : { ...list, text: "[]" };
    }
    if (before) return { start: before.written.end, end: before.written.end, text: text && separator + text };
    if (after) return { start: after.written.start, end: after.written.start, text: text && text + separator };
    return { ...list, text: text === "" ? "[]" : `[${open}${text}${close}]` };
  });
}

/** Those that touch as one, so that a separator is never counted twice. */
function merged(replacements: readonly CellReplacement[]): readonly CellReplacement[] {
  const result: CellReplacement[] = [];
  for (const next of replacements) {
    const last = result.at(-1);
    if (last && last.start + last.deleteCount === next.start) {
      result[result.length - 1] = { start: last.start, deleteCount: last.deleteCount + next.deleteCount, cells: [...last.cells, ...next.cells] };
    } else result.push(next);
  }
  return result;
}

interface ListLayout {
  readonly open: string;
  readonly separator: string;
  readonly close: string;
}

/** Writes cells as the rest of the file is written. */
class CellWriter {
  readonly listLayout: ListLayout;
  readonly #file: string;
  readonly #notebook: Notebook;
  readonly #style: SourceStyle;
  readonly #taken: Set<string>;
  /** Between `{` and the first member, members, and the last one and `}`. */
  readonly #members: ListLayout;
  readonly #colon: string;

  constructor(file: string, notebook: Notebook) {
    this.#file = file;
    this.#notebook = notebook;
    this.#style = new SourceStyle(file, notebook);
    this.#taken = new Set(notebook.cells.map(({ id }) => id));
    const { cells, lists } = notebook;
    const list = lists.find(({ start, end }) => cells.some(({ written }) => written.start > start && written.end < end)) ?? lists[0] ?? { start: 0, end: 0 };
    const own = cells.filter(({ written }) => written.start > list.start && written.end < list.end);
    const [first, second] = own;
    const last = own.at(-1);
    this.listLayout = first && last
      ? ownLayout(file, list, first.written, second?.written, last.written)
      : freshLayout(file, list.start);
    this.#members = first ? memberLayout(file, first.written) : deeper(this.listLayout);
    this.#colon = /^\{\s*"[^"]*"(?<colon>\s*:\s*)/u.exec(first ? file.slice(first.written.start, first.written.start + 200) : "")?.groups?.["colon"] ?? ": ";
  }

  write({ kind, text, keeps }: WrittenCell): string {
    const old = keeps === undefined ? undefined : this.#notebook.cells.find(({ id }) => id === keeps);
    if (keeps !== undefined && !old) throw new RangeError(`the notebook has no cell ${keeps} to keep`);
    return old?.kind === kind ? this.#kept(old, text) : this.#fresh(kind, text);
  }

  #kept(old: NotebookCell, text: string): string {
    const { start, end } = old.written;
    const written = this.#file.slice(start, end);
    if (old.text === text) return written;
    if (!old.source) throw new RangeError(`the source of cell ${old.id} is not text`);
    const edit = sourceEdit(this.#file, old.source, text, this.#style);
    return applyEdits(written, [{ ...edit, start: edit.start - start, end: edit.end - start }]);
  }

  #fresh(kind: CellKind, text: string): string {
    const { major, minor } = this.#notebook.format;
    const isCode = kind === "code";
    const source = this.#source(text);
    const type: readonly [string, string] = ["cell_type", JSON.stringify(kind)];
    const empty: readonly [string, string] = ["metadata", "{}"];
    const members: readonly (readonly [string, string])[] = major < 4
      ? isCode
        ? [type, ["collapsed", "false"], ["input", source], ["language", JSON.stringify(this.#notebook.language)], empty, ["outputs", "[]"]]
        : [type, empty, ["source", source]]
      : [
          type,
          ...(isCode ? [["execution_count", "null"] as const] : []),
          ...(major > 4 || minor >= 5 ? [["id", JSON.stringify(this.#freshId(text))] as const] : []),
          empty,
          ...(isCode ? [["outputs", "[]"] as const] : []),
          ["source", source],
        ];
    const { open, separator, close } = this.#members;
    return `{${open}${members.map(([key, value]) => `"${key}"${this.#colon}${value}`).join(separator)}${close}}`;
  }

  /** In the form that most of the file's sources have, a level below the members. */
  #source(text: string): string {
    const sources = this.#notebook.cells.flatMap(({ source }) => source ?? []);
    const escapes = this.#style.escapes("");
    if (sources.filter(({ form }) => form === "string").length * 2 > sources.length) return `"${encode(text, escapes)}"`;
    if (text === "") return "[]";
    const known = this.#style.knownLayout();
    const { open, separator, close } = known ?? bracketed(deeper(this.#members));
    return open + splitLines(text).map((line) => `"${encode(line, escapes)}"`).join(separator) + close;
  }

  #freshId(text: string): string {
    let seed = 0;
    for (;;) {
      const id = hash(`${seed} ${text}`);
      seed += 1;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }
}

/** Eight hexadecimal digits, as Jupyter's ids have: FNV-1a. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}

function ownLayout(file: string, list: Range, first: Range, second: Range | undefined, last: Range): ListLayout {
  const open = file.slice(list.start + 1, first.start);
  const separator = second ? file.slice(first.end, second.start) : separatorLike(open);
  return { open, separator, close: file.slice(last.end, list.end - 1) };
}

function memberLayout(file: string, cell: Range): ListLayout {
  const written = file.slice(cell.start, cell.end);
  const open = /^\{(?<blank>\s*)/u.exec(written)?.groups?.["blank"] ?? "";
  const close = /(?<blank>\s*)\}$/u.exec(written)?.groups?.["blank"] ?? "";
  return { open, separator: separatorLike(open), close };
}

function separatorLike(open: string): string {
  return open === "" ? ", " : `,${open}`;
}

/** For a file without any cell: by the line that its list stands in, as Jupyter would write it. */
function freshLayout(file: string, start: number): ListLayout {
  const lineStart = file.lastIndexOf("\n", start) + 1;
  if (lineStart === 0) return { open: "", separator: ", ", close: "" };
  const indent = /^[ \t]*/u.exec(file.slice(lineStart))?.[0] ?? "";
  const lineBreak = file[lineStart - 2] === "\r" ? "\r\n" : "\n";
  return deeper({ open: lineBreak + indent, separator: "", close: "" });
}

/** The layout of what stands inside something that is laid out like this. */
function deeper({ open }: ListLayout): ListLayout {
  if (!open.includes("\n")) return { open: "", separator: ", ", close: "" };
  const indent = open.slice(open.lastIndexOf("\n") + 1);
  const inner = `${open}${indent.startsWith("\t") ? "\t" : " "}`;
  return { open: inner, separator: `,${inner}`, close: open };
}

function bracketed({ open, separator, close }: ListLayout): ListLayout {
  return { open: `[${open}`, separator, close: `${close}]` };
}
