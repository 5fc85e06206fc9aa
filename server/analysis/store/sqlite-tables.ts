/**
 * Reads the tables of an SQLite database: bytes in, rows out. No SQL, no indexes, nothing is written.
 *
 * A database is a row of pages. A table is a tree of pages by row number: *interior* pages point to others, *leaf* pages hold cells,
 * each a row. A row too long for its page goes on in a chain of *overflow* pages. Page 1 starts with a header of 100 bytes and is the
 * root of the table that lists all tables. (https://www.sqlite.org/fileformat2.html)
 *
 *     page 1   header | leaf: ("table", "entities", root 2, "CREATE TABLE entities (...)") ...
 *     page 2   interior: child 5, child 6
 *     page 5   leaf: row 1 = 4 bytes of header that say the types, then the values ...
 *
 * What a log beside the file adds is in its pages already (sqlite-log.ts). Damage is an SqliteError where it is met; rows before it were given. Tables without row numbers are not read.
 */
import { getTextEncoding } from "@bufbuild/protobuf/wire";

export class SqliteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SqliteError";
  }
}

export type SqliteValue = string | number | Uint8Array | null;

export interface SqliteDatabase {
  /** Names of tables -> their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Row by row, in the order of row numbers; values in the order of columns. @throws SqliteError */
  rows(table: string): Generator<readonly SqliteValue[], void>;
}

/** `SQLite format 3` and a zero byte. */
const magic = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00];

export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && magic.every((byte, index) => bytes[index] === byte);
}

/** @throws SqliteError */
export function openSqlite(bytes: Uint8Array): SqliteDatabase {
  if (!isSqlite(bytes)) throw new SqliteError("it is no SQLite database");
  const file = new Pages(bytes);
  const tables = new Map<string, { readonly root: number; readonly columns: readonly string[] }>();
  for (const [type, name, , root, sql] of file.rows(1)) {
    if (type !== "table" || typeof name !== "string" || typeof root !== "number" || typeof sql !== "string") continue;
    tables.set(name, { root, columns: columnsOf(sql) });
  }
  return {
    tables: new Map([...tables].map(([name, { columns }]) => [name, columns])),
    *rows(table) {
      const found = tables.get(table);
      if (!found) return;
      for (const row of file.rows(found.root)) {
        // Columns that were added later are missing in older rows.
        yield row.length >= found.columns.length ? row : [...row, ...found.columns.slice(row.length).map(() => null)];
      }
    },
  };
}

const interiorPage = 0x05;
const leafPage = 0x0d;
/** Deeper trees hold more rows than a disk has bytes. */
const maxDepth = 20;

class Pages {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #pageSize: number;
  /** Of a page, what SQLite uses. */
  readonly #usable: number;
  readonly #encoding: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const written = this.#view.getUint16(16);
    this.#pageSize = written === 1 ? 65_536 : written;
    this.#usable = this.#pageSize - (bytes[20] ?? 0);
    this.#encoding = this.#view.getUint32(56);
    const isPowerOfTwo = (this.#pageSize & (this.#pageSize - 1)) === 0;
    if (this.#pageSize < 512 || !isPowerOfTwo || this.#usable < 480) throw new SqliteError("its page size is damaged");
  }

  *rows(root: number, depth = 0): Generator<readonly SqliteValue[], void> {
    const page = this.#offsetOf(root);
    const header = root === 1 ? page + 100 : page;
    const kind = this.#byte(header);
    if (kind !== interiorPage && kind !== leafPage) throw new SqliteError(`page ${String(root)} is no page of a table`);
    if (depth > maxDepth) throw new SqliteError("its pages go round in a circle");
    const count = this.#view.getUint16(header + 3);
    const pointers = header + (kind === leafPage ? 8 : 12);
    if (pointers + 2 * count > page + this.#pageSize) throw new SqliteError(`page ${String(root)} is damaged`);
    for (let index = 0; index < count; index++) {
      const cell = page + this.#view.getUint16(pointers + 2 * index);
      if (kind === leafPage) yield this.#record(this.#payload(cell, page + this.#pageSize));
      else yield* this.rows(this.#uint32(cell), depth + 1);
    }
    if (kind === interiorPage) yield* this.rows(this.#uint32(header + 8), depth + 1);
  }

  #offsetOf(page: number): number {
    const offset = (page - 1) * this.#pageSize;
    if (page < 1 || offset + this.#pageSize > this.#bytes.length) throw new SqliteError(`page ${String(page)} is missing`);
    return offset;
  }

  /** The bytes of a row, put together from its page and its overflow pages. */
  #payload(cell: number, pageEnd: number): Uint8Array {
    const size = this.#varint(cell);
    const start = this.#varint(size.end).end;
    const local = this.#localSize(size.value);
    if (start + local > pageEnd || size.value > this.#bytes.length) throw new SqliteError("a row is longer than its page");
    const first = this.#bytes.subarray(start, start + local);
    if (local === size.value) return first;
    const payload = new Uint8Array(size.value);
    payload.set(first);
    let filled = local;
    let next = this.#uint32(start + local);
    while (filled < payload.length) {
      const page = this.#offsetOf(next);
      const part = Math.min(payload.length - filled, this.#usable - 4);
      payload.set(this.#bytes.subarray(page + 4, page + 4 + part), filled);
      filled += part;
      next = this.#uint32(page);
    }
    return payload;
  }

  /** Bytes of a row that lie in its own page. */
  #localSize(size: number): number {
    const longest = this.#usable - 35;
    if (size <= longest) return size;
    const shortest = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = shortest + ((size - shortest) % (this.#usable - 4));
    return fitting <= longest ? fitting : shortest;
  }

  #record(payload: Uint8Array): readonly SqliteValue[] {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const header = varintIn(payload, 0);
    const values: SqliteValue[] = [];
    let at = header.value;
    for (let next = header.end; next < header.value; ) {
      const type = varintIn(payload, next);
      next = type.end;
      const length = valueLength(type.value);
      if (at + length > payload.length) throw new SqliteError("a row is shorter than it says");
      values.push(this.#value(type.value, view, at, payload.subarray(at, at + length)));
      at += length;
    }
    return values;
  }

  #value(type: number, view: DataView, at: number, bytes: Uint8Array): SqliteValue {
    switch (type) {
      case 0:
        return null;
      case 7:
        return view.getFloat64(at);
      case 8:
        return 0;
      case 9:
        return 1;
      default:
        if (type <= 6) return integer(bytes);
        return type % 2 === 0 ? bytes.slice() : this.#text(bytes);
    }
  }

  #text(bytes: Uint8Array): string {
    if (this.#encoding <= 1) return getTextEncoding().decodeUtf8(bytes);
    let text = "";
    for (let index = 0; index + 1 < bytes.length; index += 2) {
      const [low = 0, high = 0] = this.#encoding === 2 ? [bytes[index], bytes[index + 1]] : [bytes[index + 1], bytes[index]];
      text += String.fromCharCode(low + high * 256);
    }
    return text;
  }

  #byte(at: number): number {
    const byte = this.#bytes[at];
    if (byte === undefined) throw new SqliteError("it ends in the middle");
    return byte;
  }

  #uint32(at: number): number {
    if (at + 4 > this.#bytes.length) throw new SqliteError("it ends in the middle");
    return this.#view.getUint32(at);
  }

  #varint(at: number): { readonly value: number; readonly end: number } {
    return varintIn(this.#bytes, at);
  }
}

/** Big-endian, seven bits a byte, at most nine bytes. */
function varintIn(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new SqliteError("it ends in the middle");
    if (index === 8) return { value: value * 256 + byte, end: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value, end: at + 9 };
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function valueLength(type: number): number {
  if (type < integerLengths.length) return integerLengths[type] ?? 0;
  return type < 12 ? 0 : Math.floor((type - 12) / 2);
}

/** Two's complement, big-endian. */
function integer(bytes: Uint8Array): number {
  let value = (bytes[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** Names of columns, in order, from `CREATE TABLE t (a VARCHAR(255) NOT NULL, "b c" BLOB, PRIMARY KEY (a))`. */
function columnsOf(sql: string): readonly string[] {
  const columns: string[] = [];
  const parts = /"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|\[([^\]]*)\]|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|([^\s(),"`['/-]+)|([(),])|[\s\S]/g;
  let depth = 0;
  let isStart = false;
  for (const [whole, quoted, ticked, bracketed, word] of sql.matchAll(parts)) {
    if (whole === "(") {
      depth += 1;
      isStart = depth === 1;
    } else if (whole === ")") depth -= 1;
    else if (whole === "," && depth === 1) isStart = true;
    else if (isStart && depth === 1) {
      const name = quoted?.replaceAll('""', '"') ?? ticked?.replaceAll("``", "`") ?? bracketed ?? word;
      if (name === undefined) continue;
      isStart = false;
      const isConstraint = word !== undefined && /^(PRIMARY|CONSTRAINT|UNIQUE|CHECK|FOREIGN)$/i.test(word);
      if (!isConstraint) columns.push(name);
    }
  }
  return columns;
}
