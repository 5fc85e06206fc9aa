/**
 * A TOML 1.0 reader for configuration files: values with the ranges they were written at, and no mistake hides the rest.
 *
 * Parsers that stop at the first mistake would leave the user without any settings because of one missing quote. This
 * one reads statement by statement. When a statement is broken it is reported, left out, and reading goes on at the
 * next line that starts a statement:
 *
 *     select = ["leakage"        problem: this list is never closed      (left out)
 *     [severity]                 read
 *     nan-comparison = warning   problem: text needs quotes              (left out)
 *     cell-syntax = "error"      read
 *
 * After a broken `[header]` the keys below it belong to nobody, and are left out too.
 */
import type { Range } from "../syntax/nodes.ts";
import { newTable, readPair, TomlCursor, TomlMistake } from "./toml-values.ts";
import type { OpenTable } from "./toml-values.ts";

export type TomlValue =
  | { readonly kind: "string"; readonly value: string; readonly range: Range }
  | { readonly kind: "number"; readonly value: number; readonly range: Range }
  | { readonly kind: "boolean"; readonly value: boolean; readonly range: Range }
  /** Dates and times stay text: no setting needs them. */
  | { readonly kind: "date"; readonly value: string; readonly range: Range }
  | { readonly kind: "array"; readonly items: readonly TomlValue[]; readonly range: Range }
  | TomlTable;

export interface TomlTable {
  readonly kind: "table";
  readonly entries: ReadonlyMap<string, TomlEntry>;
  /** The header for `[table]`, the braces for an inline table, the key for one made by a dotted key. */
  readonly range: Range;
}

export interface TomlEntry {
  readonly key: Range;
  readonly value: TomlValue;
}

export interface TomlProblem {
  readonly range: Range;
  readonly message: string;
}

export interface TomlDocument {
  readonly root: TomlTable;
  readonly problems: readonly TomlProblem[];
}

/** Never throws. */
export function readToml(text: string): TomlDocument {
  const problems: TomlProblem[] = [];
  const root = newTable({ start: 0, end: 0 }, "header");
  const cursor = new TomlCursor(text);
  let current: OpenTable = root;
  if (text.startsWith("\uFEFF")) cursor.at = 1;
  while (cursor.skipBlank()) {
    const start = cursor.at;
    const isHeader = cursor.peek() === "[";
    try {
      if (isHeader) current = readHeader(cursor, root);
      else readPair(cursor, current);
      cursor.endStatement();
    } catch (mistake) {
      if (!(mistake instanceof TomlMistake)) throw mistake;
      problems.push({ range: mistake.range, message: mistake.message });
      if (isHeader) current = newTable({ start, end: start }, "header");
      cursor.at = mistake.resume ?? cursor.nextStatement(Math.max(start, mistake.range.start));
    }
  }
  return { root, problems };
}

interface OpenArray {
  readonly kind: "array";
  readonly items: TomlValue[];
  readonly range: Range;
}

function readHeader(cursor: TomlCursor, root: OpenTable): OpenTable {
  const start = cursor.at;
  const isArray = cursor.starts("[[");
  cursor.at += isArray ? 2 : 1;
  cursor.skipSpaces();
  const path = cursor.keyPath();
  cursor.skipSpaces();
  if (!cursor.starts(isArray ? "]]" : "]")) {
    throw new TomlMistake({ start, end: cursor.at }, `this header is not closed: "${isArray ? "]]" : "]"}" is missing`);
  }
  cursor.at += isArray ? 2 : 1;
  const range = { start, end: cursor.at };

  let table = root;
  for (const part of path.slice(0, -1)) table = enter(table, part);
  const last = path[path.length - 1];
  if (!last) throw new TomlMistake(range, "a header needs a name");
  const existing = table.entries.get(last.name)?.value;

  if (isArray) {
    const made = newTable(range, "header");
    if (existing === undefined) {
      const array: OpenArray = { kind: "array", items: [made], range };
      headerArrays.add(array);
      table.entries.set(last.name, { key: last.range, value: array });
    } else if (existing.kind === "array" && headerArrays.has(existing)) {
      (existing as OpenArray).items.push(made);
    } else {
      throw new TomlMistake(range, `"${last.name}" is already defined as something else`);
    }
    return made;
  }
  if (existing === undefined) {
    const made = newTable(range, "header");
    table.entries.set(last.name, { key: last.range, value: made });
    return made;
  }
  if (existing.kind === "table" && (existing as OpenTable).made === "path") {
    (existing as OpenTable).made = "header";
    return existing as OpenTable;
  }
  throw new TomlMistake(range, `"${last.name}" is defined twice`);
}

/** Arrays made by `[[headers]]`: only these may grow. */
const headerArrays = new WeakSet<TomlValue>();

function enter(table: OpenTable, part: { readonly name: string; readonly range: Range }): OpenTable {
  const existing = table.entries.get(part.name)?.value;
  if (existing === undefined) {
    const made = newTable(part.range, "path");
    table.entries.set(part.name, { key: part.range, value: made });
    return made;
  }
  if (existing.kind === "table" && (existing as OpenTable).made !== "inline") return existing as OpenTable;
  if (existing.kind === "array" && headerArrays.has(existing)) {
    const last = existing.items[existing.items.length - 1];
    if (last?.kind === "table") return last as OpenTable;
  }
  throw new TomlMistake(part.range, `"${part.name}" is already set to a value, so it cannot hold tables`);
}
