/**
 * Files that hold, after a run, what the program made of them.
 *
 *     orders = pd.read_csv("orders.csv")       read:  the call that gives the data
 *     orders = orders.dropna()                 the origins of a value lead back to that call
 *     orders.to_csv("orders.csv")              write: the same path
 *
 * Two paths are the same when both are known and equal, or when they are the same expression of names that are bound once. Left alone is a
 * file that is the program's own: written before, asked for before, copied, or named like a cache.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Origin } from "../semantic/value.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { edits, precedes } from "./edits.ts";
import type { Edits } from "./edits.ts";
import { fileUsesIn, fileUsesOf, normalPath, wholePath } from "./paths/file-uses.ts";
import type { FileUse } from "./paths/file-uses.ts";
import { grouped } from "./grouped.ts";
import { gatheredFromCalls } from "./kept.ts";
import { textOf } from "./values.ts";

export interface Overwrite {
  /** The path where it is written. */
  readonly at: Place;
  readonly path: string | undefined;
  readonly read: Place;
  /** The program's caller says which file it is. */
  readonly isCallers: boolean;
}

/** Each write once, in document order. */
export const overwrites = defineFact<never, readonly Overwrite[]>({
  name: "overwrites",
  needs: { edits },
  document({ analysis, get }) {
    const found = new Map<Expression, Overwrite>();
    const results = writesIn(analysis);
    const uses = results.length > 0 ? fileUsesIn(analysis) : [];
    const reads = grouped(uses.filter(({ does }) => does === "read"), ({ event: { unit, node } }) => keyOf(place(unit, node)));
    for (const write of results) {
      if (found.has(write.node)) continue;
      const sources = write.sources.flatMap((origin) => (reads.get(keyOf(origin.place)) ?? []).filter(({ event }) => event.target === origin.target));
      const read = sources.find((use) => isSamePath(use, write, get(edits)));
      if (!read || isOwn(read, write, uses, analysis)) continue;
      const { origins } = write.value;
      const isCallers = write.path === undefined && origins.some(({ kind }) => kind === "parameter");
      found.set(write.node, { at: place(write.event.unit, write.node), path: textOf(write.value), read: place(read.event.unit, read.event.node), isCallers });
    }
    return [...found.values()].sort((a, b) => (precedes(a.at, b.at) ? -1 : 1));
  },
});

/** Libraries whose files hold data: what `open` and `json` read is as often a program's own state. */
const holdsData = /^(?:pandas|polars|dask|geopandas|numpy|pyarrow|modin|cudf|vaex|xarray|scipy|PIL|cv2|skimage|imageio|soundfile|librosa)\./u;

// ---- results that are written ------------------------------------------------------------------------------

/** Writes of something that was read: they take, or are methods of, a value that comes from a call that reads. */
const writesIn = gatheredFromCalls((event) => {
  const written = pathsWritten(event);
  // Most calls write nothing: values are looked at only then.
  const sources = written.length > 0 ? sourcesOf(event) : [];
  return sources.length > 0 ? written.map((use): Write => ({ ...use, sources })) : [];
});

interface Write extends Pick<FileUse, "event" | "node" | "value" | "path"> {
  /** Calls that gave the data. */
  readonly sources: readonly (Origin & { readonly kind: "call" })[];
}

function sourcesOf({ args, receiver }: CallEvent): Write["sources"] {
  const values = [...args.map(({ value }) => value), ...(receiver ? [receiver] : [])];
  return values.flatMap(({ origins }) => origins.filter((origin) => origin.kind === "call" && holdsData.test(origin.target))) as Write["sources"];
}

/** Methods that write a frame, where it is not known that it is one. */
const frameWriters = /^(?:to_(?:csv|excel|parquet|feather|json|pickle|hdf|stata|orc)|write_(?:csv|parquet|json|ndjson|ipc|excel))$/u;

function pathsWritten(event: CallEvent): readonly Pick<FileUse, "event" | "node" | "value" | "path">[] {
  const { target, node: { func }, args } = event;
  if (args.some(({ keyword, value }) => keyword === "mode" && textOf(value) !== "w")) return [];
  if (target !== undefined) return holdsData.test(target) ? fileUsesOf(event).filter(({ does }) => does === "write") : [];
  const [path] = args;
  return func.kind === "Attribute" && frameWriters.test(func.attr.name) && path?.position === 0 && !path.unpacked ? [{ event, node: path.node, value: path.value, path: wholePath(path.value) }] : [];
}

function keyOf({ anchor, start, end }: Place): string {
  return `${String(anchor.id)}:${String(start)}:${String(end)}`;
}

// ---- the same path -----------------------------------------------------------------------------------------

function isSamePath(read: FileUse, write: Write, edits: Edits): boolean {
  const [a, b] = [read.path, write.path];
  if (a !== undefined || b !== undefined) return a === b;
  const { unit } = read.event;
  if (unit !== write.event.unit && (read.event.scope || write.event.scope)) return false;
  if (read.event.scope?.node !== write.event.scope?.node) return false;
  const source = (use: Pick<FileUse, "event" | "node">): string => use.event.unit.text.slice(use.node.start, use.node.end);
  return source(read) === source(write) && isFixed(read, write, edits);
}

/** Every name in the path is bound once, and both uses lie inside the loop that binds it. */
function isFixed(read: FileUse, write: Write, edits: Edits): boolean {
  const { unit, scope } = read.event;
  const bound = scope ? scopesOf(unit).scopeOf(scope.node)?.bindings : undefined;
  const isVariable = (node: Node): boolean => {
    if (node.kind === "Name") return (bound?.get(node.id)?.length ?? edits.bindings(node.id)) > 1;
    if (node.kind === "Call") return !/^(?:(?:os\.path\.)?join|(?:pathlib\.)?Path|str)$/u.test(unit.text.slice(node.func.start, node.func.end));
    return !stable.has(node.kind);
  };
  const variable: Node[] = [];
  walk([read.node], (node) => {
    if (isVariable(node)) variable.push(node);
    return undefined;
  });
  return variable.length === 0 && loopAround(unit, read.node) === loopAround(write.event.unit, write.node);
}

const stable: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>(["Name", "Constant", "Attribute", "JoinedStr", "FormattedValue", "BinOp"]);

function loopAround(unit: Unit, node: Node): Node | undefined {
  return ancestorsOf(unit, node).findLast(({ kind }) => kind === "For" || kind === "AsyncFor" || kind === "While" || kind.endsWith("Comp"));
}

// ---- the program's own files -------------------------------------------------------------------------------

const ownNames = /cache|checkpoint|state|progress|histor|(?:^|[/_.-])(?:te?mp|logs?|results?|output|ledger)(?=[/_.\d-]|$)/iu;

function isOwn(read: FileUse, write: Write, uses: readonly FileUse[], analysis: DocumentAnalysis): boolean {
  const { path } = write;
  const at = place(read.event.unit, read.event.node);
  if (path === undefined ? write.value.origins.some(isTemporary) : ownNames.test(path)) return true;
  const isPath = (use: FileUse): boolean => (path === undefined ? use.value === write.value : use.path === path);
  if (uses.some((use) => use.node !== write.node && use.node !== read.node && isPath(use) && (use.does === "ask" || isCopy(use) || (use.does !== "read" && precedes(place(use.event.unit, use.node), at))))) return true;
  return path !== undefined && strangersIn(analysis).some((value) => textOf(value) !== undefined && normalPath(textOf(value) ?? "") === path);
}

/** `shutil.copy(path, backup)`, `os.rename(path, old)`. */
function isCopy({ event: { target = "" } }: FileUse): boolean {
  return /^shutil\.(?:copy\w*|move)$|^os\.(?:rename|replace)$|^pathlib\.\w+\.(?:rename|replace)$/u.test(target);
}

function isTemporary(origin: Origin): boolean {
  return origin.kind === "call" && origin.target.startsWith("tempfile.");
}

/** Arguments of calls that nothing is known of: they may make the file. */
const strangersIn = gatheredFromCalls(({ target, callee, args, node }) => {
  const isKnown = (target !== undefined && callableOf(target) !== undefined) || callee.type?.kind === "function" || (node.func.kind === "Attribute" && frameWriters.test(node.func.attr.name));
  return isKnown ? [] : args.flatMap(({ value }) => (value.constant?.kind === "text" ? [value] : []));
});
