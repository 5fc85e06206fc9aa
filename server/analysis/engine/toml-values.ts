/**
 * The inside of a TOML statement: keys, strings, numbers, lists and inline tables, read by a cursor that knows where it
 * is. Mistakes are thrown as {@link TomlMistake} and caught by the statement loop in toml.ts.
 */
import type { Range } from "../syntax/nodes.ts";
import type { TomlEntry, TomlTable, TomlValue } from "./toml.ts";

export class TomlMistake extends Error {
  readonly range: Range;
  /** Where reading can go on; by default the next line that starts a statement. */
  readonly resume: number | undefined;
  constructor(range: Range, message: string, resume?: number) {
    super(message);
    this.range = range;
    this.resume = resume;
  }
}

export interface KeyPart {
  readonly name: string;
  readonly range: Range;
}

/** A line that starts `key =`, or is a `[header]` whose name could not be a value in a list. */
const keyPattern = `(?:[\\w-]+|"[^"]*"|'[^']*')`;
const statementStart = new RegExp(
  `^[ \\t]*(?:${keyPattern}(?:[ \\t]*\\.[ \\t]*${keyPattern})*[ \\t]*=` +
    `|\\[\\[?[ \\t]*(?!(?:true|false|inf|nan)[ \\t]*\\])[A-Za-z_][\\w.\\- \\t"']*\\]\\]?[ \\t]*(?:#.*)?$)`,
);

export class TomlCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string {
    return this.text[this.at] ?? "";
  }

  starts(what: string): boolean {
    return this.text.startsWith(what, this.at);
  }

  skipSpaces(): void {
    while (this.peek() === " " || this.peek() === "\t") this.at += 1;
  }

  /** Skips spaces, line breaks and comments. False at the end of the text. */
  skipBlank(): boolean {
    for (;;) {
      this.skipSpaces();
      if (this.peek() === "#") this.at = this.lineEnd(this.at);
      else if (this.peek() === "\n" || this.starts("\r\n")) this.at += this.peek() === "\n" ? 1 : 2;
      else return this.at < this.text.length;
    }
  }

  /** Only a comment may follow on the same line. */
  endStatement(): void {
    this.skipSpaces();
    if (this.peek() === "" || this.peek() === "#" || this.peek() === "\n" || this.starts("\r\n")) return;
    const end = this.lineEnd(this.at);
    throw new TomlMistake({ start: this.at, end }, "nothing may follow the value on its line", end);
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    if (end < 0) return this.text.length;
    return end > from && this.text[end - 1] === "\r" ? end - 1 : end;
  }

  /** Start of the first line after `from` that starts a statement. */
  nextStatement(from: number): number {
    for (let line = this.nextLine(from); line < this.text.length; line = this.nextLine(line)) {
      if (this.startsStatement(line)) return line;
    }
    return this.text.length;
  }

  startsStatement(line: number): boolean {
    return statementStart.test(this.text.slice(line, this.lineEnd(line)));
  }

  keyPath(): KeyPart[] {
    const path = [this.#keyPart()];
    for (;;) {
      const before = this.at;
      this.skipSpaces();
      if (this.peek() !== ".") {
        this.at = before;
        return path;
      }
      this.at += 1;
      this.skipSpaces();
      path.push(this.#keyPart());
    }
  }

  #keyPart(): KeyPart {
    const start = this.at;
    if (this.peek() === '"' || this.peek() === "'") {
      const name = this.peek() === '"' ? basicString(this) : literalString(this);
      return { name, range: { start, end: this.at } };
    }
    const name = /^[A-Za-z0-9_-]+/.exec(this.text.slice(start, start + 200))?.[0];
    if (name === undefined) throw new TomlMistake({ start, end: Math.min(start + 1, this.lineEnd(start)) }, "a key is expected here");
    this.at += name.length;
    return { name, range: { start, end: this.at } };
  }

  nextLine(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end + 1;
  }
}

/**
 * A table being filled. TOML forbids reopening tables in most ways, so each remembers how it came to be: `path` in
 * passing (`[a]` in `[a.b]`), by its own `header`, by a `dotted` key, or `inline`, which is closed for good.
 */
export interface OpenTable extends TomlTable {
  readonly entries: Map<string, TomlEntry>;
  made: "path" | "header" | "dotted" | "inline";
}

export function newTable(range: Range, made: OpenTable["made"]): OpenTable {
  return { kind: "table", entries: new Map(), range, made };
}

/** `key = value` or `a.b = value`, into `table`. */
export function readPair(cursor: TomlCursor, table: OpenTable): void {
  const path = cursor.keyPath();
  cursor.skipSpaces();
  if (cursor.peek() !== "=") {
    const last = path[path.length - 1];
    throw new TomlMistake(last?.range ?? { start: cursor.at, end: cursor.at }, '"=" and a value are missing after this key');
  }
  cursor.at += 1;
  cursor.skipSpaces();
  const value = readValue(cursor);
  let target = table;
  for (const part of path.slice(0, -1)) {
    const existing = target.entries.get(part.name)?.value;
    if (existing === undefined) {
      const made = newTable(part.range, "dotted");
      target.entries.set(part.name, { key: part.range, value: made });
      target = made;
    } else if (existing.kind === "table" && (existing as OpenTable).made === "dotted") {
      target = existing as OpenTable;
    } else {
      throw new TomlMistake(part.range, `"${part.name}" is already defined and cannot be extended here`, cursor.at);
    }
  }
  const last = path[path.length - 1];
  if (!last) return;
  if (target.entries.has(last.name)) throw new TomlMistake(last.range, `"${last.name}" is set twice; the first one counts`, cursor.at);
  target.entries.set(last.name, { key: last.range, value });
}

function readValue(cursor: TomlCursor): TomlValue {
  const start = cursor.at;
  const first = cursor.peek();
  if (cursor.starts('"""') || cursor.starts("'''")) return { kind: "string", value: multilineString(cursor), range: { start, end: cursor.at } };
  if (first === '"') return { kind: "string", value: basicString(cursor), range: { start, end: cursor.at } };
  if (first === "'") return { kind: "string", value: literalString(cursor), range: { start, end: cursor.at } };
  if (first === "[") return readArray(cursor);
  if (first === "{") return readInlineTable(cursor);
  return readWord(cursor);
}

function readArray(cursor: TomlCursor): TomlValue {
  const start = cursor.at;
  const items: TomlValue[] = [];
  cursor.at += 1;
  for (;;) {
    blankInArray(cursor, start);
    if (cursor.peek() === "]") break;
    items.push(readValue(cursor));
    blankInArray(cursor, start);
    if (cursor.peek() === ",") cursor.at += 1;
    else if (cursor.peek() !== "]") {
      throw new TomlMistake({ start: cursor.at, end: cursor.at + 1 }, 'a "," or "]" is missing in this list');
    }
  }
  cursor.at += 1;
  return { kind: "array", items, range: { start, end: cursor.at } };
}

/** A list may span lines; a line that plainly starts a new statement shows that it was never closed. */
function blankInArray(cursor: TomlCursor, start: number): void {
  const before = cursor.at;
  const more = cursor.skipBlank();
  const firstLine = { start, end: cursor.lineEnd(start) };
  if (!more) throw new TomlMistake(firstLine, 'this list is never closed: "]" is missing', cursor.text.length);
  for (let line = cursor.nextLine(before); line <= cursor.at && line < cursor.text.length; line = cursor.nextLine(line)) {
    if (line <= cursor.at && cursor.startsStatement(line)) {
      throw new TomlMistake(firstLine, 'this list is never closed: "]" is missing', line);
    }
  }
}

function readInlineTable(cursor: TomlCursor): TomlValue {
  const start = cursor.at;
  const table = newTable({ start, end: start }, "dotted");
  cursor.at += 1;
  cursor.skipSpaces();
  while (cursor.peek() !== "}") {
    if (cursor.peek() === "\n" || cursor.peek() === "\r" || cursor.peek() === "#" || cursor.peek() === "") {
      throw new TomlMistake({ start, end: cursor.at }, 'an inline table must be closed by "}" on the same line');
    }
    readPair(cursor, table);
    cursor.skipSpaces();
    if (cursor.peek() === ",") {
      cursor.at += 1;
      cursor.skipSpaces();
      if (cursor.peek() === "}") throw new TomlMistake({ start: cursor.at - 1, end: cursor.at }, 'no "," before the "}" of an inline table');
    } else if (cursor.peek() !== "}" && cursor.peek() !== "\n" && cursor.peek() !== "\r" && cursor.peek() !== "") {
      throw new TomlMistake({ start: cursor.at, end: cursor.at + 1 }, 'a "," or "}" is missing in this inline table');
    }
  }
  cursor.at += 1;
  for (const { value } of table.entries.values()) if (value.kind === "table") Object.assign(value, { made: "inline" });
  return { ...table, made: "inline", range: { start, end: cursor.at } } as TomlValue;
}

const integer = /^(?:[+-]?(?:0|[1-9](?:_?\d)*)|0x[\dA-Fa-f](?:_?[\dA-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const float = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const time = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?";
const day = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const date = new RegExp(`^(?:${day}(?:[Tt ]${time}(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?)?|${time})$`);

/** Booleans, numbers and dates: what is written without quotes. */
function readWord(cursor: TomlCursor): TomlValue {
  const start = cursor.at;
  const rest = cursor.text.slice(start, cursor.lineEnd(start));
  const word = /^(?:\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]*)/.exec(rest)?.[0] ?? "";
  const range = { start, end: start + word.length };
  if (word === "") throw new TomlMistake({ start: Math.max(0, start - 1), end: start }, "a value is missing here");
  cursor.at = range.end;
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true", range };
  if (/^[+-]?(?:inf|nan)$/.test(word)) {
    return { kind: "number", value: word.endsWith("nan") ? NaN : word.startsWith("-") ? -Infinity : Infinity, range };
  }
  if (integer.test(word) || float.test(word)) {
    const digits = word.replaceAll("_", "");
    return { kind: "number", value: Number(digits), range };
  }
  if (date.test(word)) return { kind: "date", value: word, range };
  const hint = /^[A-Za-z]/.test(word) ? `text needs quotes: "${word.replaceAll('"', "")}"` : `"${word}" is neither a number nor a date`;
  throw new TomlMistake(range, hint);
}

function literalString(cursor: TomlCursor): string {
  const start = cursor.at;
  const lineEnd = cursor.lineEnd(start);
  const end = cursor.text.indexOf("'", start + 1);
  if (end < 0 || end > lineEnd) throw new TomlMistake({ start, end: lineEnd }, "this text has no closing quote");
  cursor.at = end + 1;
  const value = cursor.text.slice(start + 1, end);
  rejectControls(value, start + 1);
  return value;
}

function basicString(cursor: TomlCursor): string {
  const start = cursor.at;
  const lineEnd = cursor.lineEnd(start);
  let end = start + 1;
  while (end < lineEnd && cursor.text[end] !== '"') end += cursor.text[end] === "\\" ? 2 : 1;
  if (end >= lineEnd) throw new TomlMistake({ start, end: lineEnd }, "this text has no closing quote");
  const value = unescape(cursor.text.slice(start + 1, end), start + 1);
  cursor.at = end + 1;
  return value;
}

function multilineString(cursor: TomlCursor): string {
  const { text } = cursor;
  const start = cursor.at;
  const quote = cursor.peek();
  let end = start + 3;
  while (end < text.length && !text.startsWith(quote.repeat(3), end)) end += quote === '"' && text[end] === "\\" ? 2 : 1;
  if (end >= text.length) {
    const firstLine = cursor.lineEnd(start);
    throw new TomlMistake({ start, end: firstLine }, `this text has no closing ${quote.repeat(3)}`);
  }
  // Up to two quotes may stand right before the closing three.
  for (let extra = 0; extra < 2 && text[end + 3] === quote; extra++) end += 1;
  cursor.at = end + 3;
  let from = start + 3;
  if (text.startsWith("\r\n", from)) from += 2;
  else if (text[from] === "\n") from += 1;
  const raw = text.slice(from, end);
  if (quote === '"') return unescape(raw, from);
  rejectControls(raw, from);
  return raw;
}

const plainEscapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };

function unescape(raw: string, offset: number): string {
  rejectControls(raw, offset);
  return raw.replace(
    /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|[ \t]*\r?\n\s*|([^]|$))/g,
    (match: string, short: string | undefined, long: string | undefined, plain: string | undefined, at: number) => {
      const range = { start: offset + at, end: offset + at + match.length };
      const hex = short ?? long;
      if (hex !== undefined) {
        const point = parseInt(hex, 16);
        if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw new TomlMistake(range, `${match} is not a character`);
        return String.fromCodePoint(point);
      }
      if (plain === undefined) return "";
      const value = plainEscapes[plain];
      if (value === undefined) {
        throw new TomlMistake(range, `"${match}" is not an escape; write "\\\\" for a backslash, or use single quotes`);
      }
      return value;
    },
  );
}

function rejectControls(raw: string, offset: number): void {
  const at = raw.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/);
  if (at >= 0) throw new TomlMistake({ start: offset + at, end: offset + at + 1 }, "control characters are not allowed in text");
}
