/**
 * Calls over the network that wait for ever when nobody answers.
 *
 *     requests.get(url)                         waits
 *     requests.get(url, **options)              options may hold a timeout: left out
 *     session.mount("https://", Mine())         adapters of one's own may set one: calls of sessions are left out
 *     socket.setdefaulttimeout(10)              governs urlopen, not requests
 *     @timeout(60)                              around the function: left out
 */
import { defineFact } from "../engine/fact.ts";
import { plainAdapter, waits } from "../knowledge/timeouts.ts";
import type { Wait } from "../knowledge/timeouts.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { argument, mayPass } from "./calls.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { beginningOf, classNameOf, isNone } from "./values.ts";

export interface EndlessWait {
  readonly event: CallEvent;
  readonly takesTimeout: boolean;
  /** The None that is passed for the timeout. */
  readonly written: Node | undefined;
  /** Python for the seconds that this document waits elsewhere, else 30. */
  readonly seconds: () => string;
}

export const endlessWaits = defineFact<never, readonly EndlessWait[]>({
  name: "endlessWaits",
  needs: {},
  document({ analysis }) {
    const found = waitingIn(analysis);
    if (found.length === 0) return [];
    const governed = new Set(governorsIn(analysis));
    return found.filter((each) => !each.governors.some((governor) => governed.has(governor)))
      .map(({ event, takesTimeout, written }) => ({ event, takesTimeout, written, seconds: () => secondsFor(event, analysis) }));
  },
});

/** What ends a wait that the call itself does not end: the sockets' default, something about sessions, an alarm of the process. */
type Governor = "socket" | "session" | "alarm";

type Waiting = Omit<EndlessWait, "seconds"> & { readonly governors: readonly Governor[] };

const waitingIn = gathered(({ calls }): readonly Waiting[] => {
  const seen = new Set<Node>();
  const found: Waiting[] = [];
  for (const event of calls) {
    const wait = event.target === undefined || event.via.length > 0 || seen.has(event.node) ? undefined : waits.get(event.target);
    const waiting = wait && waitingOf(event, wait);
    if (!waiting) continue;
    seen.add(event.node);
    found.push(waiting);
  }
  return found;
});

function waitingOf(event: CallEvent, { unsaid, position, takesTimeout = true }: Wait): Waiting | undefined {
  const passed = argument(event, "timeout") ?? event.args.find((each) => position !== undefined && each.position === position);
  const isUnsaid = !passed && unsaid !== "limited" && !mayPass(event, "timeout");
  if (passed ? !isNone(passed.value) || passed.unpacked : !isUnsaid) return undefined;
  if (isOfSession(event) ? !isOwnSession(event) : isLocal(event)) return undefined;
  if (isInsideTimeout(event.unit, event.node)) return undefined;
  const governors: readonly Governor[] = ["alarm", ...(unsaid === "socket" && !passed ? ["socket" as const] : []), ...(isOfSession(event) ? ["session" as const] : [])];
  return { event, takesTimeout, written: passed?.node, governors };
}

function isOfSession({ target = "" }: CallEvent): boolean {
  return target.startsWith("requests.Session.");
}

/** A session made in this document, not one that a caller may have prepared, and not of a class of one's own. */
function isOwnSession({ receiver }: CallEvent): boolean {
  return receiver?.type?.kind === "instance" && receiver.origins.length > 0
    && receiver.origins.every((origin) => origin.kind === "call" && origin.target.startsWith("requests."));
}

function isLocal(event: CallEvent): boolean {
  const url = argument(event, "url");
  return url !== undefined && /^(?:file|data):/iu.test(beginningOf(url.value) ?? "");
}

/** `@timeout(60)`, `with Timeout(60):`. */
function isInsideTimeout(unit: Unit, node: Node): boolean {
  return ancestorsOf(unit, node).some((each) => {
    const around = each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef" ? each.decoratorList
      : each.kind === "With" || each.kind === "AsyncWith" ? each.items.map(({ contextExpr }) => contextExpr).filter(({ end }) => end <= node.start) : [];
    return around.some(({ start, end }) => /time_?out|time_?limit/iu.test(unit.text.slice(start, end)));
  });
}

const governorsIn = gathered(({ unit, calls }): readonly Governor[] => {
  const found: Governor[] = [];
  for (const event of calls) {
    if (event.target === "socket.setdefaulttimeout") found.push("socket");
    if (event.target === "signal.alarm" || event.target === "signal.setitimer") found.push("alarm");
    const adapter = event.target === "requests.Session.mount" ? event.args.at(-1) : undefined;
    if (adapter && classNameOf(adapter.value) !== plainAdapter) found.push("session");
  }
  return /\.(?:request|send)\s*=[^=]/u.test(unit.text) && storesMethod(unit) ? [...found, "session"] : found;
});

/** `session.request = functools.partial(session.request, timeout=10)`. */
function storesMethod(unit: Unit): boolean {
  let found = false;
  walk(unit.body, (node) => {
    if (node.kind === "Assign") found ||= node.targets.some((target) => target.kind === "Attribute" && ["request", "send"].includes(target.attr.name));
    return undefined;
  });
  return found;
}

// ---- how long instead --------------------------------------------------------------------------------------

/** Module-level names like `TIMEOUT = 10`, and numbers written for timeouts. */
const timeoutsIn = gathered(({ unit, binds, calls }): readonly { readonly text: string; readonly name: boolean; readonly at: Place }[] => [
  ...binds.filter((name) => /^(?:\w+_)?timeout(?:_s|_sec|_seconds)?$/iu.test(name)).map((text) => ({ text, name: true, at: place(unit, { start: 0, end: 0 }) })),
  ...calls.flatMap(({ target = "", args }) => {
    const node = waits.has(target) ? args.find(({ keyword }) => keyword === "timeout")?.node : undefined;
    return node?.kind === "Constant" && (node.type === "int" || node.type === "float") ? [{ text: unit.text.slice(node.start, node.end), name: false, at: place(unit, node) }] : [];
  }),
]);

function secondsFor(event: CallEvent, analysis: DocumentAnalysis): string {
  const known = timeoutsIn(analysis);
  const usable = known.find(({ text, name, at }) => name && analysis.exitValue(text)?.constant?.kind === "number"
    && known.filter((each) => each.text === text).length === 1 && (event.scope !== undefined || precedes(at, place(event.unit, event.node))));
  return usable?.text ?? known.find(({ name }) => !name)?.text ?? "30";
}
