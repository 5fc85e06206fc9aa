/**
 * Functions that are handed over: who calls them with what, where that is known.
 *
 *     df.pipe(clean, "a")              clean(df, "a"), and its result
 *     map(load, paths)                 load(a path); something to go through that gives its results
 *     df.apply(score, axis=1)          score(a series); a column of what it gives, or a frame
 *     pool.map(load, paths)            load(a path)
 *     register(load)                   load may be called, with nobody knows what
 *
 * But for `pipe`, how often a function is called is not known: what it does may or may not have happened.
 */
import type { Call } from "../syntax/nodes.ts";
import type { ArgumentValue } from "./analysis.ts";
import { applied } from "./calls.ts";
import { unboundGlobal } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { className, isNone, iterated, join } from "./join.ts";
import type { LibraryCall } from "./library-calls.ts";
import type { Frame, PassedArgument } from "./machine.ts";
import type { Value } from "./value.ts";

/** `value`: the call's result, where the function decides it. `undefined`: nothing is known of who calls what. */
export function calledBack(frame: Frame, flow: Flow, node: Call, call: LibraryCall): { readonly value?: Value } | undefined {
  const { interner } = frame.machine;
  const { keywords, positional, receiver, target } = call;
  const [first, second] = positional;
  if (call.isOpen) return undefined;
  const maybe = (callable: Value | undefined, args: readonly Value[]): Value => perhaps(frame, flow, node, callable, args);
  const each = (iterable: Value | undefined): Value => (iterable ? iterated(interner, iterable) : interner.unknown);
  switch (target) {
    case "builtins.map": {
      const element = maybe(first, positional.slice(1).map(each));
      return { value: interner.value({ type: { kind: "sequence", name: "iterator", element } }) };
    }
    case "builtins.filter": {
      if (first && !isNone(first)) maybe(first, [each(second)]);
      return { value: interner.value({ type: { kind: "sequence", name: "iterator", element: each(second) } }) };
    }
    case "functools.reduce":
      maybe(first, [interner.unknown, each(second)]);
      return { value: interner.unknown };
    case "pandas.DataFrame.apply": {
      // A scalar for each column or row makes a column, a column for each makes a frame.
      const frame = "pandas.DataFrame";
      const column = interner.instance("pandas.Series");
      if (!receiver || first?.constant?.kind === "text") return undefined;
      if (!first || !isCallable(first)) return { value: join(interner, column, interner.instance(frame)) };
      const kept = receiver.data && { objects: [], columns: undefined, rows: receiver.data.rows, fits: undefined };
      const made = maybe(first, [interner.value({ type: { kind: "instance", name: "pandas.Series" }, data: kept })]);
      const name = made.type && className(made.type);
      if (keywords.has("result_type")) return { value: join(interner, column, interner.instance(frame)) };
      if (name === "pandas.Series") return { value: interner.instance(frame) };
      return { value: name !== undefined && scalars.has(name) ? column : join(interner, column, interner.instance(frame)) };
    }
    case "functools.partial":
      return {};
    case "joblib.delayed.__call__":
      maybe(first, positional.slice(1));
      return { value: interner.unknown };
    case "threading.Thread":
    case "multiprocessing.Process": {
      const passed = keywords.get("args")?.type;
      maybe(keywords.get("target"), passed?.kind === "tuple" || passed?.kind === "list" ? passed.elements : [interner.unknown]);
      return {};
    }
    default:
      break;
  }
  const method = target.slice(target.lastIndexOf(".") + 1);
  if (!receiver) return undefined;
  if (method === "pipe" && first && isCallable(first)) {
    return { value: applied(frame, flow, node, first, [given(receiver), ...positional.slice(1).map(given), ...[...keywords].map(([name, value]) => named(name, value))]) };
  }
  if (/^(?:multiprocessing|concurrent\.futures)\./u.test(target)) {
    if (/^(?:map|imap|imap_unordered)$/u.test(method)) maybe(first, positional.slice(1).map(each));
    else if (method === "submit") maybe(first, positional.slice(1));
    else return undefined;
    return {};
  }
  return undefined;
}

/** What is one value of a column. */
const scalars: ReadonlySet<string> = new Set([
  ...["str", "int", "float", "bool", "bytes", "NoneType", "tuple", "list", "dict", "set"].map((name) => `builtins.${name}`), "numpy.int64", "numpy.float64", "numpy.bool_", "numpy.Element",
  "pandas.Label", "pandas.Timestamp", "pandas.Timedelta", "datetime.datetime", "datetime.date",
]);

/** Runs a function that may be called any number of times. */
function perhaps(frame: Frame, flow: Flow, node: Call, callable: Value | undefined, args: readonly Value[]): Value {
  const { machine } = frame;
  if (!callable) return machine.interner.unknown;
  const called = flow.fork();
  const result = applied(frame, called, node, callable, args.map(given));
  merge(machine.interner, flow, [flow.fork(), called], unboundGlobal(machine, flow));
  return result;
}

function given(value: Value): PassedArgument {
  return { keyword: undefined, unpacked: false, value };
}

function named(keyword: string, value: Value): PassedArgument {
  return { keyword, unpacked: false, value };
}

export function isCallable({ type }: Value): boolean {
  return type?.kind === "function" || type?.kind === "class" || type?.kind === "partial" || type?.kind === "symbol" || (type?.kind === "method" && type.implementation !== undefined);
}

/** Functions of this document that are handed over may be called: what they do to the module may have happened. */
export function runCallbacks(
  frame: Frame, flow: Flow, args: readonly ArgumentValue[], givenTo: (arg: ArgumentValue) => readonly Value[] | undefined = nothingKnown,
): void {
  const { machine } = frame;
  for (const arg of args) {
    let { value } = arg;
    for (let depth = 0; value.type?.kind === "partial" && depth < 4; depth++) value = value.type.callable;
    const { type } = value;
    const callable = type?.kind === "method" ? type.implementation : value;
    if (callable?.type?.kind !== "function") continue;
    const called = flow.fork();
    const self = type?.kind === "method" ? type.receiver : undefined;
    const open: PassedArgument = { keyword: undefined, unpacked: true, value: machine.interner.unknown };
    const known = value === arg.value ? givenTo(arg) : undefined;
    machine.callFunction({
      frame, flow: called, callable, self, owner: undefined, args: [...(known ?? []).map(given), open], at: arg.node, recorded: known !== undefined,
    });
    merge(machine.interner, flow, [flow.fork(), called], unboundGlobal(machine, flow));
  }
}

const nothingKnown = (): undefined => undefined;
