/**
 * Where data comes from that is about to be trusted.
 *
 *     pickle.loads(requests.get(url).content)      network
 *     joblib.load(sys.argv[1])                      argument
 *     joblib.dump(model, "m.joblib")                own: this program wrote the file that it reads
 *     model = joblib.load("m.joblib")
 *     pd.read_pickle("cache.pkl")                   beside: a file near the code, whose name the program fixes
 *     def load(path): return joblib.load(path)      unknown
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import { deserializers, inMemorySerializer, serializers, uploads } from "../knowledge/deserialization.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, calls } from "./calls.ts";
import type { DocumentCalls } from "./calls.ts";
import { gathered } from "./kept.ts";
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
      const origin: DataOrigin = data ? dataOrigin(data, context.get(calls)) : { kind: "unknown" };
      const known = worst.get(event.node);
      if (!known || gravity.indexOf(known.origin.kind) < gravity.indexOf(origin.kind)) worst.set(event.node, { event, origin });
    }
    return [...worst.values()];
  },
});

export const gravity: readonly DataOrigin["kind"][] = ["own", "beside", "unknown", "outside"];

const loadsIn = gathered(({ calls }) =>
  calls.filter(({ target }) => target !== undefined && deserializers.has(target)));

function dataOf(event: CallEvent): Value | undefined {
  const parameter = deserializers.get(event.target ?? "")?.data;
  return parameter === undefined ? event.receiver : argument(event, parameter)?.value;
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
    if (origin.kind !== "call") continue;
    if (uploads.test(origin.target)) return { kind: "outside", from: "an upload", place: origin.place };
    if (callableOf(origin.target)?.effects.includes("network") === true) return { kind: "outside", from: "the network", place: origin.place };
  }
  // `request.data` is no call: it is known by its name.
  if (value.type?.kind === "symbol" && uploads.test(value.type.name)) return { kind: "outside", from: "an upload", place: undefined };
  const path = pathOf(value, calls);
  if (path === undefined) return { kind: "unknown" };
  if (/^(?:https?|ftp):\/\//iu.test(beginningOf(path) ?? "")) return { kind: "outside", from: "the network", place: undefined };
  const text = textOf(path);
  if (text === undefined) return { kind: "unknown" };
  if (isWrittenHere(text, calls)) return { kind: "own" };
  return { kind: /^(?:[\\/~]|[A-Za-z]:)/u.test(text) ? "unknown" : "beside" };
}

/** The path itself, or that of the file which was opened. */
function pathOf(value: Value, calls: DocumentCalls): Value | undefined {
  if (value.constant?.kind === "text") return value;
  for (const origin of value.origins) {
    if (origin.kind !== "call" || !/(?:^|\.)open$/u.test(origin.target)) continue;
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
  return calls.to(...serializers.keys()).some((event) => {
    const written = targetOf(event);
    const path = written && pathOf(written, calls);
    return path !== undefined && textOf(path) === text;
  });
}

function targetOf(event: CallEvent): Value | undefined {
  const parameter = serializers.get(event.target ?? "");
  return parameter === undefined ? undefined : argument(event, parameter)?.value;
}
