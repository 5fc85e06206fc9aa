/**
 * Reads one protobuf message by a table (feast-schema.ts), from its binary form or from its JSON form.
 *
 *     entity = { spec: [1, { one: { name: [1, "text"] } }] }
 *
 *     0a 05 | 0a 03 7a 6f 6e        field 1, 5 bytes: field 1, 3 bytes "zon"      { spec: { name: "zon" } }
 *     {"spec": {"name": "zon"}}     the same
 *
 * What the table does not name is skipped without being looked at. A length that leads out of the message, a varint that does not
 * end, JSON of another type: `MessageError`, and nothing was read. Text that is no UTF-8 is kept with U+FFFD.
 */
import { BinaryReader, WireType, base64Decode, getTextEncoding } from "@bufbuild/protobuf/wire";
import type { Kind, Message, Shape } from "./feast-schema.ts";

export class MessageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MessageError";
  }
}

/** @throws MessageError */
export function messageFromBytes<S extends Shape>(shape: S, bytes: Uint8Array): Message<S> {
  try {
    return readMessage(shape, new BinaryReader(bytes)) as Message<S>;
  } catch (error) {
    throw error instanceof MessageError ? error : new MessageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws MessageError */
export function messageFromJson<S extends Shape>(shape: S, json: unknown): Message<S> {
  return fromJson(shape, json) as Message<S>;
}

/** A google.protobuf.Timestamp. @throws MessageError */
export function timeFromBytes(bytes: Uint8Array): string | undefined {
  return isoTime(seconds(bytes));
}

type Parts = Record<string, unknown>;

/** Field number -> name and kind: asked for every field of every message. */
const numbered = new WeakMap<Shape, ReadonlyMap<number, readonly [string, Kind]>>();

function byNumber(shape: Shape): ReadonlyMap<number, readonly [string, Kind]> {
  let known = numbered.get(shape);
  if (!known) {
    known = new Map(Object.entries(shape).map(([name, [number, kind]]) => [number, [name, kind]]));
    numbered.set(shape, known);
  }
  return known;
}

function emptyMessage(shape: Shape): Parts {
  const result: Parts = {};
  for (const name in shape) result[name] = emptyPart(shape[name]?.[1] ?? "text");
  return result;
}

function emptyPart(kind: Kind): unknown {
  switch (kind) {
    case "text":
    case "text bytes":
      return "";
    case "number":
      return 0;
    case "flag":
      return false;
    case "optional number":
    case "duration":
    case "time":
      return undefined;
    case "texts":
      return [];
    case "texts by key":
      return new Map();
    default:
      if ("names" in kind) return kind.names[0] ?? "0";
      if ("one" in kind) return undefined;
      return "many" in kind ? [] : new Map();
  }
}

/** Wire types that a kind comes in; another one is a field that changed its meaning, and is skipped. */
function isVarint(kind: Kind): boolean {
  return kind === "number" || kind === "optional number" || kind === "flag" || (typeof kind === "object" && "names" in kind);
}

function readMessage(shape: Shape, reader: BinaryReader): Parts {
  const names = byNumber(shape);
  const result = emptyMessage(shape);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const known = names.get(number);
    const expected = known && (isVarint(known[1]) ? WireType.Varint : WireType.LengthDelimited);
    if (!known || wireType !== expected) {
      reader.skip(wireType, number);
      continue;
    }
    const [name, kind] = known;
    result[name] = readPart(kind, reader, result[name]);
  }
  if (reader.pos > reader.len) throw new MessageError("premature end");
  return result;
}

function readPart(kind: Kind, reader: BinaryReader, before: unknown): unknown {
  switch (kind) {
    case "text":
    case "text bytes":
      return reader.string();
    case "number":
    case "optional number":
      return Number(reader.int64());
    case "flag":
      return reader.bool();
    case "duration":
      return seconds(reader.bytes());
    case "time":
      return isoTime(seconds(reader.bytes()));
    case "texts":
      (before as string[]).push(reader.string());
      return before;
    case "texts by key": {
      const { key, value } = readMessage(textEntry, new BinaryReader(reader.bytes()));
      (before as Map<unknown, unknown>).set(key, value);
      return before;
    }
    default:
      return readStructured(kind, reader, before);
  }
}

const textEntry: Shape = { key: [1, "text"], value: [2, "text"] };
const secondsAndNanos: Shape = { seconds: [1, "number"], nanos: [2, "number"] };

function readStructured(kind: Exclude<Kind, string>, reader: BinaryReader, before: unknown): unknown {
  if ("names" in kind) return enumName(kind.names, reader.int32());
  if ("one" in kind) return readMessage(kind.one, new BinaryReader(reader.bytes()));
  if ("many" in kind) {
    (before as unknown[]).push(readMessage(kind.many, new BinaryReader(reader.bytes())));
    return before;
  }
  const entry: Shape = { key: [1, "text"], value: [2, { one: kind.byKey }] };
  const { key, value } = readMessage(entry, new BinaryReader(reader.bytes()));
  (before as Map<unknown, unknown>).set(key, value ?? emptyMessage(kind.byKey));
  return before;
}

function seconds(bytes: Uint8Array): number {
  const { seconds: whole, nanos } = readMessage(secondsAndNanos, new BinaryReader(bytes));
  return Number(whole) + Number(nanos) / 1e9;
}

function enumName(names: Readonly<Record<number, string>>, value: number): string {
  return names[value] ?? String(value);
}

/** ISO 8601 to the second; `undefined` for times that no four-digit year holds. */
export function isoTime(secondsSinceEpoch: number): string | undefined {
  const days = Math.floor(secondsSinceEpoch / 86_400);
  const left = Math.floor(secondsSinceEpoch) - days * 86_400;
  if (!(days >= -719_162 && days < 2_932_897)) return undefined;
  // Counted from 1 March 0000, so that leap days end years. 146,097 days are 400 years.
  const count = days + 719_468;
  const era = Math.floor(count / 146_097);
  const day = count - era * 146_097;
  const yearOfEra = Math.floor((day - Math.floor(day / 1_460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = [year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1];
  const time = [Math.floor(left / 3_600), Math.floor(left / 60) % 60, left % 60];
  const padded = (parts: readonly number[]): readonly string[] => parts.map((part) => String(part).padStart(2, "0"));
  return `${padded(date).join("-").padStart(10, "0")}T${padded(time).join(":")}Z`;
}

function fromJson(shape: Shape, json: unknown): Parts {
  const result = emptyMessage(shape);
  if (json === null || json === undefined) return result;
  if (!isObject(json)) throw new MessageError("an object was expected");
  for (const name in shape) {
    const given = json[name];
    const kind = shape[name]?.[1];
    if (given !== undefined && given !== null && kind !== undefined) result[name] = partFromJson(kind, given, name);
  }
  return result;
}

function partFromJson(kind: Kind, json: unknown, name: string): unknown {
  switch (kind) {
    case "text":
      return expectText(json, name);
    case "text bytes":
      return base64Text(expectText(json, name));
    case "number":
    case "optional number":
      // 64-bit numbers are texts in protobuf's JSON.
      if (typeof json === "number" || (typeof json === "string" && /^-?\d+$/.test(json))) return Number(json);
      throw new MessageError(`${name}: a number was expected`);
    case "flag":
      if (typeof json === "boolean") return json;
      throw new MessageError(`${name}: true or false was expected`);
    case "duration": {
      const match = /^(-?\d+(?:\.\d+)?)s$/.exec(expectText(json, name));
      return match ? Number(match[1]) : undefined;
    }
    case "time":
      return /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(expectText(json, name))?.[1]?.concat("Z");
    case "texts":
      return expectList(json, name).map((each) => expectText(each, name));
    case "texts by key":
      return new Map(Object.entries(expectObject(json, name)).map(([key, value]) => [key, expectText(value, name)]));
    default:
      if ("names" in kind) return typeof json === "number" ? enumName(kind.names, json) : expectText(json, name);
      if ("one" in kind) return fromJson(kind.one, json);
      if ("many" in kind) return expectList(json, name).map((each) => fromJson(kind.many, each));
      return new Map(Object.entries(expectObject(json, name)).map(([key, value]) => [key, fromJson(kind.byKey, value)]));
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function expectText(json: unknown, name: string): string {
  if (typeof json === "string") return json;
  throw new MessageError(`${name}: a text was expected`);
}

function expectList(json: unknown, name: string): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new MessageError(`${name}: a list was expected`);
}

function expectObject(json: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isObject(json)) return json;
  throw new MessageError(`${name}: an object was expected`);
}

/** Empty for what is no base64. */
function base64Text(text: string): string {
  try {
    return getTextEncoding().decodeUtf8(base64Decode(text));
  } catch {
    return "";
  }
}
