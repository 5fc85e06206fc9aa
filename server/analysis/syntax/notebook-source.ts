/**
 * One source of a notebook's file as another text: which bytes change.
 *
 * A source is a row of parts: the strings of a list, or the lines inside one string. Parts at the front and the back that the new
 * text has too stay untouched; those between are replaced, in the form, the layout and the escapes of their neighbours.
 *
 *     "source": [                       "source": [
 *      "import os\n",                    "import os\n",          same
 *      "DATA = \"/mnt\"\n",      ->      "DATA = os.environ[\"DATA\"]\n",
 *      "print(DATA)"                     "print(DATA)"           same
 *     ]                                 ]
 */
import type { TextEdit } from "../text/edit.ts";
import { decodeString } from "./notebook-json.ts";
import type { Notebook, NotebookSource } from "./notebook.ts";

export function sourceEdit(file: string, source: NotebookSource, text: string, style: SourceStyle): TextEdit {
  const inList = source.form === "list";
  const parts = inList ? source.literals.map(({ value, start, end }) => ({ text: value, start, end })) : linesOf(file, source);
  const { front, back } = common(parts, text);
  const kept = (some: readonly Part[]): number => some.reduce((length, part) => length + part.text.length, 0);
  const middle = text.slice(kept(parts.slice(0, front)), text.length - kept(parts.slice(parts.length - back)));
  const escape = style.escapes(file.slice(source.start, source.end));
  const made = splitLines(middle).map((line) => (inList ? `"${encode(line, escape)}"` : encode(line, escape)));

  const before = parts[front - 1];
  const after = parts[parts.length - back];
  const first = parts[front];
  const last = parts[parts.length - back - 1];
  const layout = inList ? layoutOf(file, source, style) : { open: "", separator: "", close: "" };
  if (made.length > 0) {
    const joined = made.join(layout.separator);
    if (first && last && front < parts.length - back) return { start: first.start, end: last.end, text: joined };
    if (before) return { start: before.end, end: before.end, text: layout.separator + joined };
    if (after) return { start: after.start, end: after.start, text: joined + layout.separator };
    const bounds = inList ? source : { start: source.start + 1, end: source.end - 1 };
    return { ...range(bounds), text: layout.open + joined + layout.close };
  }
  if (before && last) return { start: before.end, end: last.end, text: "" };
  if (first && after) return { start: first.start, end: after.start, text: "" };
  return inList ? { ...range(source), text: "[]" } : { start: source.start + 1, end: source.end - 1, text: "" };
}

/** One part of a source: a literal with its quotes in a list, a line without quotes in a string. */
interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function range({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}

/** How many parts at either end stand in the new text as they are, as whole lines. */
function common(parts: readonly Part[], text: string): { readonly front: number; readonly back: number } {
  let front = 0;
  let at = 0;
  for (const part of parts) {
    const end = at + part.text.length;
    if (!text.startsWith(part.text, at) || !(part.text.endsWith("\n") || end === text.length) || part.text === "") break;
    front += 1;
    at = end;
  }
  let back = 0;
  let rest = text.length;
  for (const part of parts.slice(front).reverse()) {
    const start = rest - part.text.length;
    if (start < at || !text.startsWith(part.text, start) || part.text === "") break;
    if (start > 0 && text[start - 1] !== "\n") break;
    back += 1;
    rest = start;
  }
  return { front, back };
}

export function splitLines(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The lines inside a source's one string, each with the place where it is written, escapes and all. */
function linesOf(file: string, source: NotebookSource): readonly Part[] {
  const parts: Part[] = [];
  let start = source.start + 1;
  const last = source.end - 1;
  const add = (end: number): void => {
    parts.push({ text: decodeString(`"${file.slice(start, end)}"`, start), start, end });
    start = end;
  };
  for (let at = start; at < last; at++) {
    if (file[at] !== "\\") continue;
    at += 1;
    if (file[at] === "n") add(at + 1);
  }
  if (start < last) add(last);
  return parts;
}

export interface Layout {
  /** From `[` to the first element, between elements, and from the last one to `]`. */
  readonly open: string;
  readonly separator: string;
  readonly close: string;
}

function layoutOf(file: string, source: NotebookSource, style: SourceStyle): Layout {
  return ownLayout(file, source) ?? style.layout(source);
}

function ownLayout(file: string, { literals, start, end }: NotebookSource): Layout | undefined {
  const [first, second] = literals;
  const last = literals.at(-1);
  if (!first || !last) return undefined;
  const open = file.slice(start, first.start);
  return { open, separator: second ? file.slice(first.end, second.start) : `,${open.slice(1)}`, close: file.slice(last.end, end) };
}

/** What the rest of the file shows about how it is written. */
export class SourceStyle {
  readonly #file: string;
  readonly #notebook: Notebook;

  constructor(file: string, notebook: Notebook) {
    this.#file = file;
    this.#notebook = notebook;
  }

  /** Whether letters beyond ASCII are written as `\u` escapes: as in this source, else as in the others, else no. */
  escapes(source: string): boolean {
    return usesEscapes(source) ?? this.#fileEscapes();
  }

  /** For an empty list, which shows no layout of its own: that of another cell, else as Jupyter would write it. */
  layout(source: NotebookSource): Layout {
    const known = this.knownLayout();
    if (known) return known;
    const lineStart = this.#file.lastIndexOf("\n", source.start) + 1;
    const indent = /^[ \t]*/.exec(this.#file.slice(lineStart, source.start))?.[0] ?? "";
    if (lineStart === 0) return { open: "[", separator: ", ", close: "]" };
    const newline = this.#file[lineStart - 2] === "\r" ? "\r\n" : "\n";
    const step = indent.startsWith("\t") ? "\t" : " ";
    return { open: `[${newline}${indent}${step}`, separator: `,${newline}${indent}${step}`, close: `${newline}${indent}]` };
  }

  /** Of the first list of a source that shows one. */
  knownLayout(): Layout | undefined {
    for (const cell of this.#notebook.cells) {
      const known = cell.source?.form === "list" ? ownLayout(this.#file, cell.source) : undefined;
      if (known) return known;
    }
    return undefined;
  }

  #fileEscapes(): boolean {
    for (const { source } of this.#notebook.cells) {
      const known = source && usesEscapes(this.#file.slice(source.start, source.end));
      if (known !== undefined) return known;
    }
    return false;
  }
}

/** `undefined` when there is no letter beyond ASCII to tell by. */
function usesEscapes(source: string): boolean | undefined {
  if (/[^\u0000-\u007f]/.test(source)) return false;
  return /(?<!\\)(?:\\\\)*\\u(?!00[01])/.test(source) ? true : undefined;
}

export function encode(text: string, escape: boolean): string {
  const plain = JSON.stringify(text).slice(1, -1);
  if (!escape) return plain;
  return plain.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
