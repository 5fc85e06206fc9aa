/**
 * Tables that the code itself writes: what the disk holds of them now is not what a later read gets.
 *
 *     clean.to_csv("clean.csv")         #t clean.csv
 *     df = pd.read_csv("clean.csv")     its columns are those of `clean`, not those of a file from last week
 *
 * Told apart by the file's name alone: a folder may be written in more than one way. Where the path is not known, any file may have
 * been written.
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Flow } from "./flow.ts";
import type { FileHeaders } from "./frames/calls.ts";
import type { LibraryCall } from "./library-calls.ts";
import { argumentOf } from "./library-calls.ts";
import type { Frame } from "./machine.ts";
import { plainText } from "./texts.ts";

const anyTable = "#t";

/** Headers that the disk holds, for reads at this point of the program. */
export function headersOnDisk(frame: Frame, flow: Flow): FileHeaders {
  return {
    headerOf(path) {
      if (flow.global(anyTable) !== undefined || flow.global(`${anyTable} ${fileName(path)}`) !== undefined) return undefined;
      return frame.machine.modules.header(path);
    },
  };
}

/** Remembers what a call may write. */
export function noteWrites(frame: Frame, flow: Flow, call: LibraryCall): void {
  for (const { name, role } of callableOf(call.target)?.parameters ?? []) {
    if (role !== "write-path" && role !== "path") continue;
    if (role === "path" && isOpenedToRead(call)) continue;
    const value = argumentOf(call, name);
    if (!value) continue;
    const path = plainText(value);
    // `to_csv(buffer)` writes no file.
    if (path === undefined && value.type?.kind === "instance" && value.type.name.startsWith("io.")) continue;
    flow.set("globals", path === undefined ? anyTable : `${anyTable} ${fileName(path)}`, frame.machine.interner.none);
  }
}

function isOpenedToRead(call: LibraryCall): boolean {
  if (call.target !== "builtins.open" && !call.target.endsWith(".open")) return false;
  const mode = argumentOf(call, "mode");
  return mode === undefined ? !call.isOpen : /^[rbtU]+$/u.test(plainText(mode) ?? "w");
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
