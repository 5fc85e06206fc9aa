/**
 * What a document does with files: each use of a path in a call, told apart by reading, writing and asking.
 *
 *     open("a.txt")              read         open("a.txt", "a")      append
 *     open("a.txt", mode)        both         os.path.exists("a")     ask
 *     shutil.copy("a", "b")      read a, write b
 *
 * A path may be known whole, in part or not at all; {@link FileUse.path} is there where it is known to its last letter.
 */
import type { CallEvent, UnitAnalysis } from "../../semantic/analysis.ts";
import type { Value } from "../../semantic/value.ts";
import type { Expression } from "../../syntax/nodes.ts";
import { argument } from "../calls.ts";
import { gathered, keptWithAnalysis } from "../kept.ts";
import { pathUsesOf } from "./uses.ts";
import { textOf } from "../values.ts";

export interface FileUse {
  readonly event: CallEvent;
  /** The argument or receiver that is the path. */
  readonly node: Expression;
  readonly value: Value;
  /** In one spelling, where it is known whole (see {@link wholePath}). */
  readonly path: string | undefined;
  readonly does: "read" | "write" | "append" | "both" | "ask";
}

/** Every use of a path in a unit, and in a document, unit by unit. */
export const unitFileUses = keptWithAnalysis(({ calls }: UnitAnalysis) => calls.flatMap(fileUsesOf));
export const fileUsesIn = gathered(unitFileUses);

export function fileUsesOf(event: CallEvent): readonly FileUse[] {
  const uses = pathUsesOf(event).map(({ node, value, verb }) => use(event, node, value, verb === "written" ? "write" : doesWith(event, verb)));
  const { target = "", receiver, node, args } = event;
  if (/^os\.(?:path\.(?:exists|isfile|isdir|getsize|getmtime)|stat|access)$/u.test(target) && args[0]) {
    return [use(event, args[0].node, args[0].value, "ask")];
  }
  if (/^pathlib\.\w+\.(?:exists|is_file|is_dir|stat)$/u.test(target) && receiver && node.func.kind === "Attribute") {
    return [use(event, node.func.value, receiver, "ask")];
  }
  return uses;
}

/** `open("a.csv", "w")`: it opens files, and none of them to read it. */
export function opensToWrite(event: CallEvent): boolean {
  if (event.target === undefined || !opening.has(event.target)) return false;
  const uses = fileUsesOf(event);
  return uses.length > 0 && uses.every(({ does }) => does === "write" || does === "append");
}

function use(event: CallEvent, node: Expression, value: Value, does: FileUse["does"]): FileUse {
  return { event, node, value, path: wholePath(value), does };
}

/** Calls whose mode says what they do, with the mode they have without one. */
const opening: ReadonlyMap<string, string> = new Map([
  ...["builtins.open", "io.open", "gzip.open", "bz2.open", "lzma.open", "codecs.open", "gzip.GzipFile", "pathlib.Path.open", "zipfile.ZipFile", "tarfile.open",
    "tarfile.TarFile", "tarfile.TarFile.open", "h5py.File", "soundfile.SoundFile"].map((name): [string, string] => [name, "r"]),
  ["pandas.HDFStore", "a"],
]);

function doesWith(event: CallEvent, verb: "read" | "used"): FileUse["does"] {
  const usual = event.target === undefined ? undefined : opening.get(event.target);
  if (usual === undefined) return verb === "read" ? "read" : "both";
  const given = argument(event, "mode");
  const mode = given ? textOf(given.value) : usual;
  if (mode === undefined || mode.includes("+")) return "both";
  if (mode.includes("a")) return "append";
  return /[wx]/u.test(mode) ? "write" : "read";
}

/**
 * The path in one spelling, with slashes and without `.` and `a/..`; `undefined` where part of it is known only at run time, and
 * for addresses.
 */
export function wholePath(value: Value): string | undefined {
  const text = textOf(value);
  return text === undefined || text === "" || isAddress(text) ? undefined : normalPath(text);
}

/** `https://...`, `s3://...`, `sqlite:///...`; and no Windows drive. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:(?:\/\/|\/)/iu.test(text) || text.startsWith(":");
}

export function normalPath(text: string): string {
  const path = text.replaceAll("\\", "/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
