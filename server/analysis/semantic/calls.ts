/**
 * Calls: who is called, with what, and what comes back.
 *
 *     pd.read_csv(path)         symbol pandas.read_csv        knowledge says what it returns
 *     cur.execute(sql)          method sqlite3.Cursor.execute
 *     load("x.csv")             a function of this document   its body is run with these arguments
 *     Loader("/mnt").load()     a class of this document      __init__ is run; the object keeps what it assigned
 *     whatever(rows)            unknown                       may change what it was given
 */
import { calledName, isClassName, isKnownLibrary } from "../knowledge/callables.ts";
import { isDefinitionCallable } from "../knowledge/definitions.ts";
import { fitted } from "../syntax/lists.ts";
import type { Call, Expression } from "../syntax/nodes.ts";
import type { ArgumentValue } from "./analysis.ts";
import { leakContent, loseContainers, loseInside } from "./aliasing.ts";
import { containerMethod } from "./containers.ts";
import { applyCall } from "./data-effects.ts";
import { calledBack, isCallable, runCallbacks } from "./callbacks.ts";
import { anythingBound, escape, forgetAttributes, fresh, markChanged, narrowName, placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { expanded } from "./functions.ts";
import { callMethod, instantiate, isPlainSuper, method, runInherited, superValue } from "./instantiation.ts";
import { withoutLiterals } from "./interner.ts";
import type { LibraryCall } from "./library-calls.ts";
import { argumentOf, libraryCall, originsOfResult } from "./library-calls.ts";
import { callableFor, callbackValues, returnedValue } from "./library-types.ts";
import { outermost } from "./machine.ts";
import type { Frame, PassedArgument } from "./machine.ts";
import { eachMember } from "./members.ts";
import { changedUnknown } from "./objects.ts";
import { goneThrough, specialResult } from "./special-methods.ts";
import type { Construction, Type, Value } from "./value.ts";

interface Outcome {
  readonly value: Value;
  readonly target?: string | undefined;
  /** When there are several. */
  readonly targets?: readonly string[];
  readonly receiver?: Value | undefined;
}

export function evaluateCall(frame: Frame, flow: Flow, node: Call): Value {
  const { machine } = frame;
  const callee = machine.evaluate(frame, flow, node.func);
  const args = evaluateArguments(frame, flow, node, callee.type?.kind === "symbol" && drains.has(callee.type.name));
  const receiver = callee.type?.kind === "method" ? callee.type.receiver : receiverOf(frame, node.func, callee);
  const outcome = dispatchAny(frame, flow, node, callee, args);
  const { target, targets = target === undefined ? [] : [target] } = outcome;
  frame.run.events.set(node, {
    unit: frame.unit, node, target, targets, callee, receiver: outcome.receiver ?? receiver, args: fitted(args), result: outcome.value, scope: frame.eventScope, via: outermost,
  });
  return outcome.value;
}

function dispatchAny(frame: Frame, flow: Flow, node: Call, callee: Value, args: readonly ArgumentValue[]): Outcome {
  return callee.type?.kind === "union" ? dispatchEach(frame, flow, node, callee, args) : dispatch(frame, flow, node, callee, args);
}

/** What is called is one of several: each is called on a path of its own. */
function dispatchEach(frame: Frame, flow: Flow, node: Call, callee: Value, args: readonly ArgumentValue[]): Outcome {
  const outcomes: Outcome[] = [];
  const value = eachMember(frame, flow, node.func, callee, (path, member) => {
    const receiver = member.type?.kind === "method" ? member.type.receiver : undefined;
    if (receiver && node.func.kind === "Attribute") narrowName(frame, path, node.func.value, receiver);
    const outcome = dispatch(frame, path, node, member, args);
    outcomes.push(outcome);
    return outcome.value;
  });
  const targets = new Set(outcomes.map((each) => each.target));
  const [target] = targets;
  const proved = [...targets].flatMap((each) => each ?? []);
  return { value, target: targets.size === 1 ? target : undefined, targets: proved.length === targets.size ? proved.sort() : [] };
}

/** The object of a method call whose method is not known. */
function receiverOf(frame: Frame, func: Expression, callee: Value): Value | undefined {
  if (func.kind !== "Attribute" || callee.type?.kind === "symbol") return undefined;
  return frame.run.values?.get(func.value);
}

/** Builtins that go through what they are given to its end. */
const drains: ReadonlySet<string> = new Set(["list", "tuple", "set", "sorted"].map((name) => `builtins.${name}`));

function evaluateArguments(frame: Frame, flow: Flow, node: Call, isDrained: boolean): readonly ArgumentValue[] {
  const { machine } = frame;
  const result: ArgumentValue[] = [];
  for (let position = 0; position < node.args.length; position++) {
    const arg = node.args[position];
    if (!arg) continue;
    const unpacked = arg.kind === "Starred";
    const inner = unpacked ? arg.value : arg;
    result.push({ node: inner, keyword: undefined, position, unpacked, value: isDrained || unpacked ? machine.evaluateDrained(frame, flow, inner) : machine.evaluate(frame, flow, inner) });
  }
  for (const keyword of node.keywords) {
    result.push({
      node: keyword.value, keyword: keyword.arg?.name, position: -1, unpacked: keyword.arg === undefined,
      value: machine.evaluate(frame, flow, keyword.value),
    });
  }
  // Written order, which `f(a=1, *b)` shows to differ from the tree's.
  return node.keywords.length > 0 && node.args.length > 0 ? result.sort((a, b) => a.node.start - b.node.start) : result;
}

function dispatch(frame: Frame, flow: Flow, node: Call, callee: Value, args: readonly ArgumentValue[]): Outcome {
  const { machine } = frame;
  const { type } = callee;
  switch (type?.kind) {
    case "symbol":
    case "module":
      if (type.name === "builtins.super" && isPlainSuper(frame, args)) return { value: superValue(frame), target: type.name };
      return library(frame, flow, node, type.name, undefined, args);
    case "method":
      if (type.implementation) return { value: method(frame, flow, node, type.implementation, type.receiver, args) };
      if (type.receiver.type?.kind === "object") runInherited(frame, flow, node, type.name, type.receiver, args);
      return library(frame, flow, node, type.name, type.receiver, args);
    case "function":
      forgetAttributes(frame);
      return { value: machine.callFunction({ frame, flow, callable: callee, self: undefined, owner: undefined, args, at: node, recorded: true }).value };
    case "partial":
      return dispatchPartial(frame, flow, node, type, args);
    case "class":
      return { value: instantiate(frame, flow, node, callee, args) };
    case "object": {
      const called = callMethod(type.class);
      return called ? { value: method(frame, flow, node, called, callee, args) } : unknownCall(frame, flow, callee, args);
    }
    case "instance":
      return library(frame, flow, node, calledName(type.name), callee, args);
    default:
      // `unknown.drop("a", inplace=True)`
      if (node.func.kind === "Attribute") changedUnknown(machine.interner, flow);
      if (node.func.kind === "Attribute" && runsCode.has(node.func.attr.name)) anythingBound(frame, flow, machine.moduleNames(), false);
      return unknownCall(frame, flow, callee, args, node.func.kind === "Attribute" && !machine.mayBeMethod(node.func.attr.name));
  }
}

/** Methods of IPython's shell that run other code in this namespace. */
const runsCode = new Set(["run_line_magic", "run_cell_magic", "run_cell", "magic", "safe_execfile"]);

/** @param isOutside what is called is no code of this document */
function unknownCall(frame: Frame, flow: Flow, callee: Value, args: readonly ArgumentValue[], isOutside = false): Outcome {
  const { machine } = frame;
  forgetAttributes(frame);
  for (const arg of args) escape(machine, flow, arg.value, isOutside);
  if (!isOutside) changedByFunctions(frame, flow);
  runCallbacks(frame, flow, args);
  // What an unknown method of something from outside returns still comes from outside.
  const origins = withoutLiterals(callee.origins);
  return { value: machine.interner.value({ origins }) };
}

/** Any function of the document may have been called. */
function changedByFunctions({ machine }: Frame, flow: Flow): void {
  for (const name of machine.changedByFunctions) {
    const value = flow.global(name);
    if (value) escape(machine, flow, value);
  }
}

/**
 * Calls a value that was handed over with arguments that are values, not expressions. Methods of containers and frames, which change
 * their object under the name at hand, are not followed.
 */
export function applied(frame: Frame, flow: Flow, node: Call, callee: Value, passed: readonly PassedArgument[]): Value {
  const args = passed.map((each, position) => ({ ...each, node: node.func, position: each.keyword === undefined ? position : -1 }));
  const isFollowed = isCallable(callee) || (callee.type?.kind === "union" && callee.type.members.every(isCallable));
  if (isFollowed) return dispatchAny(frame, flow, node, callee, args).value;
  escape(frame.machine, flow, callee);
  if (callee.type?.kind === "method") escape(frame.machine, flow, callee.type.receiver);
  return unknownCall(frame, flow, callee, args).value;
}

/**
 * `partial(f, 1, sep=";")(2)`: f(1, 2, sep=";"). What was given before does not stand at this call: whoever looks at its arguments is
 * told that the partial is called.
 */
function dispatchPartial(frame: Frame, flow: Flow, node: Call, partial: Extract<Type, { kind: "partial" }>, args: readonly ArgumentValue[]): Outcome {
  const before = partial.args.map((value, position) => ({ node: node.func, keyword: undefined, position, unpacked: false, value }));
  const rest = args.map((each) => (each.position < 0 ? each : { ...each, position: each.position + before.length }));
  const keywords = partial.keywords
    .filter(({ name }) => !args.some((each) => each.keyword === name))
    .map(({ name, value }) => ({ node: node.func, keyword: name, position: -1, unpacked: false, value }));
  const { target, value } = dispatchAny(frame, flow, node, partial.callable, [...before, ...rest, ...keywords]);
  return { value, target: target === "joblib.delayed.__call__" ? undefined : "functools.partial.__call__" };
}

// ---- libraries ---------------------------------------------------------------------------------------------

function library(frame: Frame, flow: Flow, node: Call, target: string, receiver: Value | undefined, args: readonly ArgumentValue[]): Outcome {
  const { machine } = frame;
  const place = placeOf(frame, node);
  const special = ofSpecialMethod(frame, flow, node, target, args);
  if (special) return { value: special, target, receiver };
  const seen = goesThrough.has(target) ? args.map((arg) => ({ ...arg, value: goneThrough(frame, flow, arg.node, arg.value) })) : args;
  const { positional, keywords, isOpen } = expanded(machine, seen);
  const call: LibraryCall = { machine, target, receiver, args: seen, place, positional, keywords, isOpen, applied: (callable, passed) => tried(frame, flow, node, callable, passed), origins: undefined };
  const outcome = libraryOutcome(frame, flow, node, call);
  const value = applyCall(frame, flow, node.func, call, outcome.value);
  return value === outcome.value ? outcome : { ...outcome, value };
}

/** What a function that was handed over gives for these values. That it was called is known already, and what it changed. */
function tried(frame: Frame, flow: Flow, node: Call, callable: Value, values: readonly Value[]): Value {
  const args = values.map((value) => ({ keyword: undefined, unpacked: false, value }));
  return frame.machine.callFunction({ frame, flow: flow.fork(), callable, self: undefined, owner: undefined, args, at: node, recorded: false }).value;
}

/** Functions that go through what they are given. */
const goesThrough: ReadonlySet<string> = new Set([
  "list", "tuple", "set", "frozenset", "sorted", "enumerate", "zip", "map", "filter", "sum", "min", "max", "any", "all", "iter", "str.join",
].map((name) => `builtins.${name}`));

/** `len(batches)`, `next(batches)`: what the object's own method gives. */
function ofSpecialMethod(frame: Frame, flow: Flow, node: Call, target: string, [first]: readonly ArgumentValue[]): Value | undefined {
  const name = target === "builtins.len" ? "__len__" : target === "builtins.next" ? "__next__" : undefined;
  const value = name !== undefined && first && !first.unpacked ? specialResult(frame, flow, node, first.value, name, []) : undefined;
  return value?.type ? value : undefined;
}

/** `"df" in globals()`, `"df" in globals().keys()`: looks and changes nothing, whatever else may be done with all names at hand. */
export function lookedAt(node: Expression): void {
  if (node.kind !== "Call" || node.args.length > 0) return;
  if (node.func.kind === "Name") onlyLookedAt.add(node);
  else if (node.func.kind === "Attribute" && node.func.attr.name === "keys") lookedAt(node.func.value);
}

const onlyLookedAt = new WeakSet<Call>();

function libraryOutcome(frame: Frame, flow: Flow, node: Call, call: LibraryCall): Outcome {
  const { machine, target, receiver, args } = call;
  const { interner } = frame.machine;
  const callable = callableFor(target, receiver);
  const called = calledBack(frame, flow, node, call);
  if (!called) runCallbacks(frame, flow, args, (arg) => callable && callbackValues(interner, callable, receiver, call, arg));
  // The result may hold what these hold.
  const isDefinition = isDefinitionCallable(target);
  if (!isDefinition && args.length > 0) {
    const lose = keepsNothing(target) ? loseInside : leakContent;
    for (const arg of args) lose(interner, flow, arg.value);
    if (holdsOn.test(target)) for (const arg of args) loseContainers(interner, flow, arg.value);
  }
  if (called?.value) return { value: called.value, target, receiver };
  const changed = receiver && containerMethod(frame, flow, node, target, receiver, call);
  if (changed) return { value: changed, target, receiver };
  if (target === "builtins.exec" || (target === "builtins.globals" && !onlyLookedAt.has(node))) anythingBound(frame, flow, machine.moduleNames(), target === "builtins.globals" && frame.scope.kind === "function");
  if (!isDefinition && (!isKnownLibrary(target) || target.endsWith(".__call__"))) {
    forgetAttributes(frame);
    for (const arg of args) escape(machine, flow, arg.value, !target.endsWith(".__call__"));
  }
  for (const parameter of callable?.parameters ?? []) {
    if (parameter.role !== "mutated") continue;
    const value = argumentOf(call, parameter.name);
    if (value) markChanged(machine, flow, value);
  }
  if (callable?.effects.includes("exit") === true) flow.dead = true;
  const model = libraryCall(call);
  if (model) return { value: fresh(machine, flow, model), target, receiver };
  const origins = originsOfResult(call);
  // Of a library that is not described, an object is one that its class made: it was seen to be made.
  const isProved = !target.endsWith(".__call__") || isDefinition || callable !== undefined || !isKnownLibrary(target);
  const made = isDefinition ? construction(frame, node, target, receiver, args) : undefined;
  const value = callable && returnedValue(interner, callable, receiver, call, origins);
  if (value) {
    return { value: made && value.type?.kind === "instance" ? interner.value({ type: { ...value.type, made }, origins }) : value, target, receiver };
  }
  if (!receiver && isClassName(target)) {
    const type = made ? ({ kind: "instance", name: target, made } as const) : ({ kind: "instance", name: target } as const);
    return { value: interner.value({ type, origins }), target, receiver };
  }
  if (made) return { value: interner.value({ type: { kind: "instance", name: receiverClass(receiver) ?? target, made }, origins }), target, receiver };
  return { value: interner.value({ origins }), target: isProved ? target : undefined, receiver };
}

/** Whether frames in a container that it is given are not found again in its result: it makes new ones. Others may hand them on. */
function keepsNothing(target: string): boolean {
  return isKnownLibrary(target) && !handsOn.test(target);
}

const handsOn = /^(?:builtins\.(?:map|filter|iter|next|setattr|vars)$|itertools\.|functools\.|collections\.|copy\.|queue\.|asyncio\.|concurrent\.|multiprocessing\.|threading\.|types\.|dataclasses\.|operator\.|weakref\.)/u;

/** What they are given is found again, itself, in what they give or belong to. */
const holdsOn = /^(?:builtins\.(?:dict\.fromkeys|setattr)|itertools\.repeat|types\.SimpleNamespace|collections\.deque\.(?:append|appendleft|insert)|(?:multiprocessing\.)?queues?\.\w+\.put(?:_nowait)?|asyncio\.(?:\w+\.)*put(?:_nowait)?)$/u;

function receiverClass(receiver: Value | undefined): string | undefined {
  return receiver?.type?.kind === "instance" ? receiver.type.name : undefined;
}

function construction(frame: Frame, node: Call, callable: string, receiver: Value | undefined, args: readonly ArgumentValue[]): Construction {
  return {
    callable,
    receiver,
    arguments: args.map((arg) => ({ keyword: arg.keyword, unpacked: arg.unpacked, value: arg.value, place: placeOf(frame, arg.node) })),
    place: placeOf(frame, node),
  };
}
