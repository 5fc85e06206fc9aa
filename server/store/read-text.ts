/**
 * Reads a source file as text: UTF-8 with or without a byte order mark, or the encoding that a Python file declares in its first
 * two lines. Anything else is said in one line and never thrown.
 */
import { HostError } from "../host.ts";
import type { Host } from "../host.ts";
import { failureText } from "../workspace/failure.ts";
import { decodePython } from "../workspace/python-encoding.ts";

/** Definitions are written by people; a larger file is data with the wrong ending. */
const maxBytes = 4_000_000;

export type TextResult = { readonly text: string } | { readonly problem: string } | { readonly missing: true };

export async function readText(host: Host, uri: string): Promise<TextResult> {
  let bytes: Uint8Array;
  try {
    const stat = await host.stat(uri);
    if (!stat) return { missing: true };
    if (stat.kind !== "file") return { missing: true };
    if (stat.size > maxBytes) return { problem: `larger than 4 MB: not read` };
    bytes = await host.readFile(uri);
  } catch (error) {
    if (error instanceof HostError && error.code === "not-found") return { missing: true };
    return { problem: failureText(error) };
  }
  try {
    return { text: decodePython(bytes).text };
  } catch (error) {
    return { problem: failureText(error) };
  }
}
