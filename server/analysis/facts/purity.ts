/**
 * What statements do: names read and bound, objects changed, and what is noticed outside. For moving, extracting and dropping code.
 *
 *     rate = price / total            reads price, total; binds rate; pure
 *     rows.append(rate)               changes rows
 *     df["a"] = df.b.fillna(0)        changes df
 *     print(rate)                     print
 *     noise = rng.normal(size=3)      random
 *     tidy(df)                        whatever the body of tidy does: changes df, if that changes its parameter
 *     helper(df)                      unknown: may change df, and do anything
 *
 * Pure means proved: a call is known to change nothing, or it counts as `unknown`. Attributes and operators are taken to compute only.
 */
import { callableOf, isClassName } from "../knowledge/callables.ts";
import type { Effect } from "../knowledge/callables.ts";
import { changesObject, computes, pureBuiltins, unnoticed } from "../knowledge/purity.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Definition, Value } from "../semantic/value.ts";
import type { AsyncFunctionDef, Call, Expression, FunctionDef, Lambda, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { argument } from "./calls.ts";
import { keptWithAnalysis, keptWithUnit } from "./kept.ts";
import { nameFlowOf } from "./name-flow.ts";
import { boolOf, classNameOf } from "./values.ts";

export type Deed = Effect
  /** Something that is not known was called. */
  | "unknown"
  | "import"
  /** Control leaves the statements: return, raise, break, yield. */
  | "jump";

export interface Effects {
  readonly reads: ReadonlySet<string>;
  readonly binds: ReadonlySet<string>;
  /** Names of objects that are changed in place, or may be. */
  readonly changes: ReadonlySet<string>;
  readonly does: ReadonlySet<Deed>;
  /** Nothing is changed and nothing noticed outside but the names that are bound. */
  readonly isPure: boolean;
}

type FunctionNode = FunctionDef | AsyncFunctionDef | Lambda;

/** Functions within functions that are followed. */
const maximumDepth = 4;

/** What these statements of the unit do, run once. */
export function effectsOf(document: DocumentAnalysis, analysis: UnitAnalysis, statements: readonly Statement[]): Effects {
  const found = { changes: new Set<string>(), does: new Set<Deed>() };
  collect({ document, analysis, found, active: [] }, statements);
  const names = nameFlowOf(statements, unitScopes(analysis.unit));
  return { reads: names.needs, binds: names.mayBind, ...found, isPure: found.changes.size === 0 && found.does.size === 0 };
}

const unitScopes = keptWithUnit((unit: Unit) => scopesOf(unit));

interface Search {
  readonly document: DocumentAnalysis;
  readonly analysis: UnitAnalysis;
  readonly found: { readonly changes: Set<string>; readonly does: Set<Deed> };
  /** Functions whose bodies are being looked at. */
  readonly active: readonly FunctionNode[];
}

function collect(search: Search, nodes: readonly Node[]): void {
  const { found: { changes, does }, analysis } = search;
  const change = (node: Expression): void => {
    for (const name of rootsOf(node)) changes.add(name);
  };
  walk(nodes, (node) => {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        collect(search, [...node.decoratorList, ...node.args.defaults]);
        // A decorator is called with the function.
        if (node.decoratorList.length > 0) does.add("unknown");
        return "skip";
      case "Lambda":
        return "skip";
      case "Import":
      case "ImportFrom":
        does.add("import");
        return undefined;
      case "Return":
      case "Raise":
      case "Break":
      case "Continue":
      case "Yield":
      case "YieldFrom":
      case "Assert":
        does.add("jump");
        return undefined;
      case "Await":
      case "Magic":
        does.add("unknown");
        return undefined;
      case "Attribute":
      case "Subscript":
        if (node.ctx !== "load") change(node.value);
        return undefined;
      case "AugAssign":
        // `rows += [1]` changes the list, `n += 1` only the name.
        if (node.target.kind !== "Name" || !isPlain(analysis.valueOf(node.target))) change(node.target);
        return undefined;
      case "For":
        if (isUsedUp(analysis.valueOf(node.iter))) change(node.iter);
        return undefined;
      case "Call":
        ofCall(search, node);
        return undefined;
      default:
        return undefined;
    }
  });
}

/** Numbers, texts and None: nobody can change them. */
function isPlain(value: Value): boolean {
  return value.constant !== undefined || ["builtins.int", "builtins.float", "builtins.str", "builtins.bool"].includes(classNameOf(value) ?? "");
}

function isUsedUp({ type }: Value): boolean {
  return type?.kind === "sequence" && type.name === "iterator";
}

/** The name that an object is reached by: `df` of `df.loc[0]`. What a call gives is nobody else's. */
function rootsOf(node: Expression): readonly string[] {
  switch (node.kind) {
    case "Name":
      return [node.id];
    case "Attribute":
    case "Subscript":
    case "Starred":
      return rootsOf(node.value);
    case "Tuple":
    case "List":
      return node.elts.flatMap(rootsOf);
    case "IfExp":
      return [...rootsOf(node.body), ...rootsOf(node.orelse)];
    case "Call":
      return node.func.kind === "Attribute" ? rootsOf(node.func.value) : [];
    default:
      return [];
  }
}

// ---- calls -------------------------------------------------------------------------------------------------

function ofCall(search: Search, node: Call): void {
  const { analysis, found: { changes, does } } = search;
  const event = eventsIn(analysis).get(node);
  const anything = (): void => {
    does.add("unknown");
    for (const name of passedTo(node).flatMap(rootsOf)) changes.add(name);
  };
  if (!event) {
    anything();
    return;
  }
  const { target, callee, args } = event;
  const body = definitionOf(callee);
  // A function that is handed over is called, or kept to be called.
  const handed = args.map(({ value }) => value).filter(isCallback);
  const bodies = [...(body ? [body] : []), ...handed.flatMap((each) => definitionOf(each) ?? [])];
  const isFollowed = bodies.length === handed.length + (body ? 1 : 0) && bodies.every((each) => ofFunction(search, node, each));
  const isKnown = body !== undefined || (target !== undefined && ofLibrary(search, node, event, target));
  if (!isFollowed || !isKnown) anything();
}

/** Classes and functions that compute are handed over without harm: `astype(int)`, `agg(np.mean)`. */
function isCallback({ type }: Value): boolean {
  switch (type?.kind) {
    case "function":
    case "method":
    case "object":
      return true;
    case "symbol":
      return !pureBuiltins.has(type.name) && !computes(type.name);
    default:
      return false;
  }
}

/** What the call may lay hands on: the object of a method, and the arguments. */
function passedTo({ func, args, keywords }: Call): readonly Expression[] {
  return [...(func.kind === "Attribute" ? [func.value] : []), ...args, ...keywords.map(({ value }) => value)];
}

const eventsIn = keptWithAnalysis(({ calls }: UnitAnalysis): ReadonlyMap<Call, CallEvent> => {
  const events = new Map<Call, CallEvent>();
  for (const event of calls) if (event.via.length === 0 || !events.has(event.node)) events.set(event.node, event);
  return events;
});

/** False when it is not known what the callable changes. */
function ofLibrary({ found: { changes, does } }: Search, node: Call, event: CallEvent, target: string): boolean {
  if (pureBuiltins.has(target)) return true;
  const callable = callableOf(target);
  const className = event.receiver && classNameOf(event.receiver);
  const method = target.slice(target.lastIndexOf(".") + 1);
  const isEstimator = className !== undefined && isEstimatorClass(className);
  const changed = className === undefined ? "unknown" : isEstimator ? changesEstimator(method) : changesObject(className, method);
  const isComputing = !event.receiver && computes(target) && (callable !== undefined || isClassName(target));
  const noticed = (callable?.effects ?? []).filter((effect) => !unnoticed.has(effect));
  if (changed === "unknown" && !isComputing && noticed.length === 0) return false;
  const inplace = event.args.find(({ keyword }) => keyword === "inplace");
  if (changed === "yes" || (inplace && boolOf(inplace.value) !== false)) {
    if (node.func.kind === "Attribute") for (const name of rootsOf(node.func.value)) changes.add(name);
  }
  const mutated = (callable?.parameters ?? []).filter(({ role }) => role === "mutated").map(({ name }) => argument(event, name));
  for (const given of [...mutated, event.args.find(({ keyword }) => keyword === "out")]) {
    if (given) for (const root of rootsOf(given.node)) changes.add(root);
  }
  for (const effect of noticed) does.add(effect);
  return true;
}

function changesEstimator(method: string): "yes" | "no" | "unknown" {
  if (/^(?:fit|partial_fit|set_)/u.test(method)) return "yes";
  return /^(?:transform|inverse_transform|predict\w*|score\w*|decision_function|get_params|get_feature_names\w*)$/u.test(method) ? "no" : "unknown";
}

// ---- functions of the workspace ----------------------------------------------------------------------------

function definitionOf({ type }: Value): Definition<FunctionNode> | undefined {
  if (type?.kind === "function") return type.definition;
  return type?.kind === "method" && type.implementation?.type?.kind === "function" && type.receiver.type?.kind !== "object" ? type.implementation.type.definition : undefined;
}

/** What the body does, told in the caller's names. False when that is not known. */
function ofFunction(search: Search, call: Call, { node, place }: Definition<FunctionNode>): boolean {
  const { document, active, found } = search;
  const analysis = document.analysisOf(place.anchor.unit);
  if (!analysis || active.length >= maximumDepth || active.includes(node) || node.kind === "AsyncFunctionDef") return false;
  const inside = { changes: new Set<string>(), does: new Set<Deed>() };
  const body = node.kind === "Lambda" ? [node.body] : node.body;
  collect({ document, analysis, found: inside, active: [...active, node] }, body);
  const scope = unitScopes(analysis.unit).scopeOf(node);
  if (!scope || scope.isGenerator || scope.nonlocals.size > 0) return false;
  inside.does.delete("jump");
  for (const deed of inside.does) found.does.add(deed);
  for (const name of scope.globals) if (scope.bindings.has(name)) found.changes.add(name);
  for (const name of inside.changes) {
    const bindings = scope.bindings.get(name);
    if (!bindings) found.changes.add(name);
    else if (!isFresh(body, name, bindings.length)) for (const root of passedTo(call).flatMap(rootsOf)) found.changes.add(root);
  }
  return true;
}

/** A local name that only ever stands for what the function made itself. */
function isFresh(body: readonly Node[], name: string, bindings: number): boolean {
  let made = 0;
  walk(body, (node) => {
    if (node.kind === "Assign" && node.targets.some((each) => each.kind === "Name" && each.id === name) && displays.has(node.value.kind)) made++;
    return undefined;
  });
  return made === bindings;
}

const displays: ReadonlySet<Expression["kind"]> = new Set(["List", "Dict", "Set", "ListComp", "DictComp", "SetComp"] as const);
