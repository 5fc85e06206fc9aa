/**
 * Reads a source file as text: UTF-8 with or without a byte order mark, or the encoding that a Python file declares in its first
 * two lines. Anything else is said in one line and never thrown.
 */
import { HostError } from "../host.ts";
import type { Host } from "../host.ts";

/** Definitions are written by people; a larger file is data with the wrong ending. */
const maxBytes = 4_000_000;

export type TextResult = { readonly text: string } | { readonly problem: string } | { readonly missing: true };

export async function readText(host: Host, uri: string): Promise<TextResult> {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  let bytes: Uint8Array;
  try {
    const stat = await host.stat(uri);
    if (!stat) return { missing: true };
    if (stat.kind !== "file") return { missing: true };
    if (stat.size > maxBytes) return { problem: `${name} is larger than 4 MB and was not read` };
    bytes = await host.readFile(uri);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return { missing: true };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  if (bytes.includes(0)) return { problem: `${name} is a binary file` };
  const encoding = declaredEncoding(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `${name} is not text in ${encoding.toUpperCase()}` };
  }
}

/** PEP 263: `# -*- coding: latin-1 -*-` in the first or second line. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 400), (byte) => String.fromCharCode(byte)).join("");
  for (const line of head.split(/\r\n|\r|\n/).slice(0, 2)) {
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (match?.[1]) return match[1].toLowerCase().replaceAll("_", "-").replace(/^latin-?1$/, "iso-8859-1");
    if (!/^[ \t\f]*(#.*)?$/.test(line)) break;
  }
  return "utf-8";
}
