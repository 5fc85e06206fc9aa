/**
 * Where data comes from that is about to be trusted.
 *
 *     pickle.loads(requests.get(url).content)      network
 *     joblib.load(sys.argv[1])                      argument
 *     joblib.dump(model, "m.joblib")                own: this program wrote the file that it reads
 *     model = joblib.load("m.joblib")
 *     pd.read_pickle("cache.pkl")                   beside: a file near the code, whose name the program fixes
 *     urlretrieve(url, "m.pkl")                     outside: a file with a fixed name that this program has fetched
 *     async def add(file: UploadFile): ...          outside: what a framework passes to a function that it calls
 *     def load(path): return joblib.load(path)      unknown
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import { bucketDownload, deserializers, downloaders, inMemorySerializer, serializers, typedIn, uploads } from "../knowledge/deserialization.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, calls } from "./calls.ts";
import type { DocumentCalls } from "./calls.ts";
import { callsWhere } from "./kept.ts";
import { parameterSource } from "./parameter-sources.ts";
import { beginningOf, textOf } from "./values.ts";

export type DataOrigin =
  /** Somebody else decides on the data. `from` completes "which comes from ...". */
  | { readonly kind: "outside"; readonly from: string; readonly place: Place | undefined }
  | { readonly kind: "own" | "beside" | "unknown" };

export interface Deserialization {
  readonly event: CallEvent;
  readonly origin: DataOrigin;
}

/** Calls that rebuild objects from data, each once: a call in a function is judged by the gravest of the ways it is reached. */
export const deserializations = defineFact<never, readonly Deserialization[]>({
  name: "deserializations",
  needs: { calls },
  document(context) {
    const worst = new Map<CallEvent["node"], Deserialization>();
    for (const event of loadsIn(context.analysis)) {
      const data = dataOf(event);
      if (isRestricted(event)) continue;
      const origin: DataOrigin = data ? (isWritten(event, data) ? { kind: "own" } : (ofPart(event, context) ?? dataOrigin(data, context.get(calls)))) : { kind: "unknown" };
      const known = worst.get(event.node);
      if (!known || gravity.indexOf(known.origin.kind) < gravity.indexOf(origin.kind)) worst.set(event.node, { event, origin });
    }
    return [...worst.values()];
  },
});

export const gravity: readonly DataOrigin["kind"][] = ["own", "beside", "unknown", "outside"];

const loadsIn = callsWhere((event) => event.target !== undefined && deserializers.has(event.target) && !isNewShelf(event));

/** `shelve.open(path, flag="n")`: whatever was there before is gone. */
function isNewShelf(event: CallEvent): boolean {
  const flag = event.target === "shelve.open" ? argument(event, "flag") : undefined;
  return flag !== undefined && textOf(flag.value) === "n";
}

function dataOf(event: CallEvent): Value | undefined {
  const parameter = deserializers.get(event.target ?? "")?.data;
  return parameter === undefined ? event.receiver : argument(event, parameter)?.value;
}

/** An Unpickler that decides itself what may be built, as Python's documentation advises. */
function isRestricted({ receiver }: CallEvent): boolean {
  return receiver?.type?.kind === "object" && receiver.type.definition.node.body.some((node) => node.kind === "FunctionDef" && node.name.name === "find_class");
}

/** `file.file` of an upload, `answer["Body"].read()` of a bucket: parts that nothing is known of belong to the object that they are of. */
function ofPart(event: CallEvent, { analysis }: { readonly analysis: DocumentAnalysis }): DataOrigin | undefined {
  const parameter = deserializers.get(event.target ?? "")?.data;
  let node = parameter === undefined ? undefined : argument(event, parameter)?.node;
  let isPart = false;
  for (;;) {
    if (node?.kind === "Await") node = node.value;
    else if (node?.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "read") node = node.func.value;
    else if (node?.kind === "Attribute" && node.attr.name === "FILES") return { kind: "outside", from: "an upload", place: place(event.unit, node) };
    else if ((node?.kind === "Attribute" && node.attr.name === "file") || node?.kind === "Subscript") {
      node = node.value;
      isPart = true;
    } else break;
  }
  if (!isPart || node?.kind !== "Name") return undefined;
  for (const origin of analysis.analysisOf(event.unit)?.valueOf(node).origins ?? []) {
    const from = origin.kind === "parameter" ? parameterSource(origin.place) : origin.kind === "call" && bucketDownload.of.test(origin.target) ? "a bucket" : undefined;
    if (from !== undefined) return { kind: "outside", from, place: origin.place };
  }
  return undefined;
}

/** `yaml.load("a: 1", ...)`: the data itself stands in the code. */
function isWritten({ target = "" }: CallEvent, { constant }: Value): boolean {
  const { data = "" } = deserializers.get(target) ?? {};
  if (!["data", "str", "string", "stream"].includes(data)) return false;
  return constant?.kind === "bytes" || (constant?.kind === "text" && constant.pieces.every(({ kind }) => kind === "literal"));
}

const sources: Readonly<Record<string, string>> = { argument: "an argument of the command line", input: "the user's input", network: "the network" };

/** Of data, or of a file or path that it is read from. */
export function dataOrigin(value: Value, calls: DocumentCalls): DataOrigin {
  for (const origin of value.origins) {
    if (origin.kind === "call" && inMemorySerializer.test(origin.target)) return { kind: "own" };
  }
  for (const origin of value.origins) {
    if (origin.kind === "external" && origin.source !== "environment") {
      return { kind: "outside", from: sources[origin.source] ?? "outside", place: origin.place };
    }
    const handed = origin.kind === "parameter" ? parameterSource(origin.place) : undefined;
    if (handed !== undefined) return { kind: "outside", from: handed, place: origin.place };
    if (origin.kind !== "call") continue;
    if (typedIn.test(origin.target)) return { kind: "outside", from: "the user's input", place: origin.place };
    if (uploads.test(origin.target)) return { kind: "outside", from: "an upload", place: origin.place };
    if (callableOf(origin.target)?.effects.includes("network") === true) return { kind: "outside", from: "the network", place: origin.place };
  }
  // `request.data` is no call: it is known by its name.
  if (value.type?.kind === "symbol" && uploads.test(value.type.name)) return { kind: "outside", from: "an upload", place: undefined };
  const path = pathOf(value, calls);
  if (path === undefined) return { kind: "unknown" };
  if (/^(?:https?|ftp):\/\//iu.test(beginningOf(path) ?? "")) return { kind: "outside", from: "the network", place: undefined };
  const text = textOf(path);
  if (text === undefined) return { kind: isBesideCode(path) ? "beside" : "unknown" };
  if (isWrittenHere(text, calls)) return { kind: "own" };
  const download = downloadOf(text, calls);
  if (download) return { kind: "outside", from: "the network", place: download };
  return { kind: /^(?:[\\/~]|[A-Za-z]:)/u.test(text) ? "unknown" : "beside" };
}

/** `Path(__file__).parent / "model.pkl"`: nothing of it is open but where the program lies. */
function isBesideCode({ constant }: Value): boolean {
  return constant?.kind === "text" && constant.pieces.every((piece, index) =>
    piece.kind === "literal" || (index === 0 && piece.value.origins.length > 0 && piece.value.origins.some((origin) => origin.kind === "call" && origin.target === "__file__")
      && piece.value.origins.every((origin) => origin.kind === "call" || origin.kind === "literal")));
}

/** The call that fetched the file with this name. */
function downloadOf(text: string, calls: DocumentCalls): Place | undefined {
  for (const event of calls.all) {
    const kept = keptUnder(event);
    const path = kept && pathOf(kept, calls);
    if (path && textOf(path) === text) return place(event.unit, event.node);
  }
  return undefined;
}

/** The path, or the opened file, that something from the network is written to. */
function keptUnder(event: CallEvent): Value | undefined {
  const { target = "", node, args, receiver } = event;
  const method = node.func.kind === "Attribute" ? node.func.attr.name : undefined;
  const known = downloaders.get(target)
    ?? (method === bucketDownload.method && receiver?.origins.some((origin) => origin.kind === "call" && bucketDownload.of.test(origin.target)) === true ? bucketDownload : undefined);
  if (known) return (args.find(({ keyword }) => keyword === known.parameter) ?? args.find(({ position }) => position === known.position))?.value;
  const isFetched = (method === "write" || method === "write_bytes") && args[0]?.value.origins.some((origin) => origin.kind === "external" && origin.source === "network") === true;
  return isFetched ? receiver : undefined;
}

/** The path itself, or that of the file which was opened. */
function pathOf(value: Value, calls: DocumentCalls): Value | undefined {
  if (value.constant?.kind === "text") return value;
  for (const origin of value.origins) {
    if (origin.kind !== "call" || !/(?:^|\.)(?:open|read_bytes|read_text)$/u.test(origin.target)) continue;
    const seen = calls.to(origin.target).filter(({ node, unit }) => unit.anchor === origin.place.anchor && node.start === origin.place.start);
    // A file that a caller names was opened with open parameters too: that is the call which says what is known in general.
    const isOpen = value.origins.some(({ kind }) => kind === "parameter");
    const opened = isOpen ? seen.find(({ via }) => via.length === 0) : seen[0];
    const path = opened && (argument(opened, "file") ?? argument(opened, "filename"))?.value;
    if (path?.constant?.kind === "text") return path;
    if (opened?.receiver?.constant?.kind === "text") return opened.receiver;
  }
  return undefined;
}

function isWrittenHere(text: string, calls: DocumentCalls): boolean {
  return calls.to("shelve.open", ...serializers.keys()).some((event) => {
    const written = isNewShelf(event) ? argument(event, "filename")?.value : targetOf(event);
    const path = written && pathOf(written, calls);
    return path !== undefined && textOf(path) === text;
  });
}

function targetOf(event: CallEvent): Value | undefined {
  const parameter = serializers.get(event.target ?? "");
  return parameter === undefined ? undefined : argument(event, parameter)?.value;
}
