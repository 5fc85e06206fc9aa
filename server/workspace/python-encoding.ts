/**
 * Bytes of a Python file to text and back, by the rules of PEP 263: UTF-8 unless a byte order mark or a comment in one
 * of the first two lines says otherwise.
 *
 *     # -*- coding: latin-1 -*-
 *
 * A text that is written back keeps its encoding and its byte order mark; a file whose bytes would not come out the same
 * for the unchanged text is never written.
 */

export interface DecodedSource {
  readonly text: string;
  readonly encoding: SourceEncoding;
}

export interface SourceEncoding {
  /** Canonical name: `utf-8`, `ascii`, `latin-1`, or a label of the WHATWG Encoding Standard. */
  readonly name: string;
  readonly byteOrderMark: boolean;
}

/** Says in the user's words why bytes are no source: `not UTF-8: byte 0xE9 in line 17`. The file is named by whoever shows it. */
export class NotSourceError extends Error {
  override readonly name = "NotSourceError";
}

/** @throws NotSourceError */
export function decodePython(bytes: Uint8Array): DecodedSource {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) throw new NotSourceError("this is UTF-16, and Python reads UTF-8: save it as UTF-8");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) throw new NotSourceError("this is UTF-16, and Python reads UTF-8: save it as UTF-8");
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw new NotSourceError(`a binary file: there is a zero byte at offset ${zero}`);
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = byteOrderMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(content);
  const name = declared === undefined ? "utf-8" : canonicalName(declared);
  if (name === undefined) throw new NotSourceError(`the declared encoding "${declared}" is not known`);
  if (byteOrderMark && name !== "utf-8") throw new NotSourceError(`the declared encoding "${declared}" contradicts the UTF-8 byte order mark`);
  return { text: decode(content, name), encoding: { name, byteOrderMark } };
}

/** @throws NotSourceError when the encoding cannot hold the text. */
export function encodePython(text: string, encoding: SourceEncoding): Uint8Array {
  const body = encode(text, encoding.name);
  if (!encoding.byteOrderMark) return body;
  const bytes = new Uint8Array(body.length + 3);
  bytes.set([0xef, 0xbb, 0xbf]);
  bytes.set(body, 3);
  return bytes;
}

/** The first line counts; the second only when the first is blank or a comment. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, endOfHead(bytes)));
  const [first = "", second = ""] = head.split(/\r\n|\r|\n/, 2);
  const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
  return cookie.exec(first)?.[1] ?? (/^[ \t\f]*(?:#|$)/.test(first) ? cookie.exec(second)?.[1] : undefined);
}

/** End of the second line, or of as much of it as counts: every file is looked at, and bytes become text slowly. */
function endOfHead(bytes: Uint8Array): number {
  const most = Math.min(bytes.length, 2000);
  let lines = 0;
  for (let at = 0; at < most; at++) {
    const byte = bytes[at];
    if (byte === 10 || (byte === 13 && bytes[at + 1] !== 10)) lines++;
    if (lines === 2) return at;
  }
  return most;
}

const aliases: Readonly<Record<string, string>> = {
  utf8: "utf-8", "utf-8-sig": "utf-8", u8: "utf-8", utf: "utf-8", cp65001: "utf-8",
  "us-ascii": "ascii", "646": "ascii",
  latin: "latin-1", latin1: "latin-1", l1: "latin-1", "iso-8859-1": "latin-1", "iso8859-1": "latin-1", "8859": "latin-1", cp819: "latin-1",
  "mac-roman": "macintosh", cp932: "shift_jis", ms932: "shift_jis", "shift-jis": "shift_jis", sjis: "shift_jis", "s-jis": "shift_jis",
  cp936: "gbk", cp949: "euc-kr", uhc: "euc-kr", cp950: "big5", eucjp: "euc-jp", euckr: "euc-kr", "koi8-r": "koi8-r",
};

/** Python's name for an encoding to ours. Editors append `-unix` and the like to the name; Python looks past that for these two. */
function canonicalName(declared: string): string | undefined {
  const name = declared.toLowerCase().replaceAll("_", "-");
  if (/^utf-8(?:-.*)?$/.test(name)) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-.*)?$/.test(name)) return "latin-1";
  const known = aliases[name] ?? name.replace(/^cp(125\d|866|874)$/, (_, page: string) => (page.startsWith("125") ? `windows-${page}` : page === "866" ? "ibm866" : "windows-874"))
    .replace(/^(?:iso8859|latin)-(\d+)$/, "iso-8859-$1");
  if (known === "ascii" || known === "latin-1" || known === "utf-8") return known;
  if (/^utf-?(?:16|32|7)/.test(known)) return undefined;
  try {
    return new TextDecoder(known).encoding;
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, name: string): string {
  if (name === "latin-1") return latin1(bytes);
  if (name === "windows-1252") return latin1(bytes).replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c);
  if (name === "ascii") {
    const at = bytes.findIndex((byte) => byte > 0x7f);
    if (at >= 0) throw notInEncoding(bytes, at, "ASCII");
    return latin1(bytes);
  }
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notInEncoding(bytes, firstBadByte(bytes, name), name === "utf-8" ? "UTF-8" : name);
  }
}

function notInEncoding(bytes: Uint8Array, at: number, name: string): NotSourceError {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 10) line += 1;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const advice = name === "UTF-8" ? "; save it as UTF-8, or name its encoding in a comment in the first line" : "";
  return new NotSourceError(`not ${name}: byte 0x${byte} in line ${line}${advice}`);
}

/** The longest prefix that decodes ends at the culprit: found by halving, since decoders do not tell. */
function firstBadByte(bytes: Uint8Array, name: string): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle + 1), name, true)) good = middle + 1;
    else bad = middle;
  }
  // What decoded last may be the start of a sequence that never ends: that start is the culprit.
  let at = Math.min(good, bytes.length);
  for (let back = 0; back < 3 && at > 0 && !decodes(bytes.subarray(0, at), name); back++) at -= 1;
  return Math.min(at, bytes.length - 1);
}

function decodes(bytes: Uint8Array, name: string, stream = false): boolean {
  try {
    new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** 0x80 to 0x9F; by hand because some versions of Node decode this encoding as latin-1. The unassigned five stay controls. */
const windows1252 = Array.from("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ");

/** Byte n is character n. (The WHATWG's own `latin1` is windows-1252.) */
function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function encode(text: string, name: string): Uint8Array {
  if (name === "utf-8") return new TextEncoder().encode(text);
  const table = name === "latin-1" || name === "ascii" ? undefined : reverseTable(name);
  const limit = name === "ascii" ? 0x7f : 0xff;
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const encoded = table ? table.get(character) : point <= limit ? [point] : undefined;
    if (!encoded) throw new NotSourceError(`the fix needs "${character}", which the file's encoding ${name} does not have`);
    bytes.push(...encoded);
  }
  return Uint8Array.from(bytes);
}

const reverseTables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The platform only decodes; so every one- and two-byte sequence is decoded once, and the table read backwards. */
function reverseTable(name: string): ReadonlyMap<string, readonly number[]> {
  const existing = reverseTables.get(name);
  if (existing) return existing;
  const table = new Map<string, readonly number[]>();
  const add = (sequence: readonly number[]): boolean => {
    try {
      const text = decode(Uint8Array.from(sequence), name);
      if ([...text].length === 1 && !table.has(text)) table.set(text, sequence);
      return true;
    } catch {
      return false;
    }
  };
  for (let first = 0; first < 0x100; first++) {
    if (add([first])) continue;
    for (let second = 0x30; second < 0x100; second++) add([first, second]);
  }
  reverseTables.set(name, table);
  return table;
}
