/**
 * What a YAML or JSON file says, with the place of everything in it: the form in which files that hold names are read.
 *
 *     views:
 *       stats: [orders, "rating"]     a table, whose entry `stats` (8-13) is a list of the scalars `orders` (16-22) and `rating` (25-31)
 *
 * The place of a scalar is that of its characters, quotes left out, so that it can be pointed at and replaced; `written` is false
 * where the characters of the file are not those of the text (escapes, folded lines). Aliases (`*name`) and merge keys (`<<`) are
 * followed: what they stand for has the place where it is written. Only the first document of a file counts.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, parseAllDocuments } from "yaml";
import type { Node, Pair, Scalar } from "yaml";
import type { KeyStep } from "../text/key-path.ts";

export type Located = LocatedScalar | LocatedList | LocatedTable;

/** UTF-16 offsets in the file. */
export interface LocatedRange {
  readonly start: number;
  readonly end: number;
}

export interface LocatedScalar extends LocatedRange {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as a name: `1` and `no` are written as names, too. Empty for nothing. */
  readonly text: string;
  /** The characters at `start` to `end` are `text`. */
  readonly written: boolean;
  readonly quoted: boolean;
}

export interface LocatedList extends LocatedRange {
  readonly kind: "list";
  readonly items: readonly Located[];
}

export interface LocatedTable extends LocatedRange {
  readonly kind: "table";
  readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
  readonly key: LocatedScalar;
  readonly value: Located;
}

export interface LocatedProblem extends LocatedRange {
  readonly message: string;
}

export interface LocatedFile {
  /** `undefined` for a file without content. */
  readonly root: Located | undefined;
  readonly problems: readonly LocatedProblem[];
}

/** Never throws. After a mistake in the notation, what the parser could make of the rest is there. */
export function readLocated(text: string): LocatedFile {
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: "silent", uniqueKeys: false, keepSourceTokens: false });
  const document = "empty" in documents ? undefined : documents[0];
  if (!document) return { root: undefined, problems: [] };
  const reader = new Reader(text);
  const root = document.contents ? reader.read(document.contents) : undefined;
  const notation = document.errors.map(({ pos: [start, end], message }) => ({ start, end, message: `not valid: ${firstLine(message)}` }));
  return { root, problems: [...notation, ...reader.problems] };
}

export function entryOf(table: LocatedTable, key: string): LocatedEntry | undefined {
  return table.entries.find((entry) => entry.key.text === key);
}

/** The scalars that a path leads to, in the order of the file; where it leads to a list, those in the list. */
export function scalarsAt(value: Located, path: readonly KeyStep[]): readonly LocatedScalar[] {
  const [step, ...rest] = path;
  if (!step) return value.kind === "scalar" ? [value] : value.kind === "list" ? value.items.filter((item) => item.kind === "scalar") : [];
  switch (step.kind) {
    case "key":
      return value.kind === "table" ? value.entries.filter(({ key }) => key.text === step.name).flatMap((entry) => scalarsAt(entry.value, rest)) : [];
    case "every-key":
      return value.kind === "table" ? value.entries.flatMap((entry) => scalarsAt(entry.value, rest)) : [];
    case "item": {
      const item = value.kind === "list" ? value.items[step.index] : undefined;
      return item ? scalarsAt(item, rest) : [];
    }
    case "every-item":
      return value.kind === "list" ? value.items.flatMap((item) => scalarsAt(item, rest)) : [];
  }
}

/** Enough for any file that a person wrote; a chain of aliases can name more than a memory holds. */
const maxValues = 200_000;
const maxDepth = 60;

class Reader {
  readonly problems: LocatedProblem[] = [];
  readonly #text: string;
  /** What aliases stand for: an anchor is written above them. */
  readonly #anchors = new Map<string, Node>();
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(node: unknown, depth = 0): Located {
    this.#values += 1;
    if (this.#values > maxValues || depth > maxDepth) {
      if (this.problems.length === 0) this.problems.push({ ...rangeOf(node as Node), message: "too much: what stands from here on was not read" });
      return nothing(rangeOf(node as Node).start);
    }
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      return target ? this.read(target, depth + 1) : nothing(rangeOf(node).start);
    }
    if (isNode(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return { kind: "table", ...rangeOf(node), entries: this.#entries(node.items, depth) };
    if (isSeq(node)) return { kind: "list", ...rangeOf(node), items: node.items.map((item) => this.read(item, depth + 1)) };
    if (isScalar(node)) return this.#scalar(node);
    return nothing(0);
  }

  #entries(pairs: readonly Pair[], depth: number): readonly LocatedEntry[] {
    const entries: LocatedEntry[] = [];
    const merged: LocatedEntry[] = [];
    for (const { key, value } of pairs) {
      if (!isScalar(key)) {
        this.problems.push({ ...rangeOf(key as Node), message: "a name is expected here" });
        continue;
      }
      const read = value === null || value === undefined ? nothing(rangeOf(key).end) : this.read(value, depth + 1);
      const name = this.#scalar(key);
      if (name.value === "<<" && !name.quoted) merged.push(...mergedEntries(read));
      else entries.push({ key: name, value: read });
    }
    const own = new Set(entries.map(({ key }) => key.text));
    return [...entries, ...merged.filter(({ key }) => !own.has(key.text) && own.add(key.text))];
  }

  #scalar(node: Scalar): LocatedScalar {
    const { start, end } = rangeOf(node);
    const value = typeof node.value === "string" || typeof node.value === "number" || typeof node.value === "boolean" ? node.value : null;
    const text = typeof value === "string" ? value : value === null ? "" : (node.source ?? String(value));
    const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    const from = quoted ? start + 1 : start;
    const written = this.#text.startsWith(text, from) && (!quoted || from + text.length === end - 1 || this.#text.length === from + text.length);
    return { kind: "scalar", value, text, quoted, written, ...(written ? { start: from, end: from + text.length } : { start, end }) };
  }
}

/** `<<: *a` and `<<: [*a, *b]`: the earlier wins. */
function mergedEntries(value: Located): readonly LocatedEntry[] {
  if (value.kind === "table") return value.entries;
  return value.kind === "list" ? value.items.flatMap(mergedEntries) : [];
}

function nothing(at: number): LocatedScalar {
  return { kind: "scalar", value: null, text: "", written: false, quoted: false, start: at, end: at };
}

function rangeOf(node: Node): LocatedRange {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Of a message of the parser: what follows shows the text. */
export function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).trim();
}
