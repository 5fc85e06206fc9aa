/**
 * The calls and names of one document with what the analysis knows of each: the answer behind `seaworthy debug values`.
 *
 *     frame = pd.read_csv("a.csv").head()       two calls, which start at the same place and end at different ones:
 *                                               pandas.read_csv and pandas.DataFrame.head; one name: frame
 *
 * Every call that is written is listed. Where it was interpreted several times (with open parameters, and through calls with
 * known arguments) its targets are those of all of them together. A function or class of a workspace is called by its module
 * and qualified name, as Python's `__module__` and `__qualname__` would: `train.Loader.load`, `train.main.<locals>.helper`.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { callableOf, calledName, isKnownLibrary, isShownName } from "../analysis/knowledge/callables.ts";
import type { CallEvent } from "../analysis/semantic/analysis.ts";
import { scopesOf } from "../analysis/semantic/scopes.ts";
import type { Binding, Scope } from "../analysis/semantic/scopes.ts";
import { valueText } from "../analysis/semantic/value-text.ts";
import type { Definition, Value } from "../analysis/semantic/value.ts";
import type { Call, Name, Node, Range } from "../analysis/syntax/nodes.ts";
import type { Unit } from "../analysis/syntax/unit.ts";
import { place } from "../analysis/syntax/unit.ts";
import { children, walk } from "../analysis/syntax/walk.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { rangeOfSpot } from "./located-finding.ts";
import type { SpotRange } from "./located-finding.ts";

export interface Inspection {
  /** In the order they are written; of two that start together, the inner one first. */
  readonly calls: readonly CallLine[];
  readonly names: readonly NameLine[];
}

interface Located extends SpotRange {
  /** 0-based index in the notebook's `cells`, where lines count from the cell's first; `null` in scripts. */
  readonly cell: number | null;
}

export interface CallLine extends Located {
  /** Qualified names, sorted; empty when nothing is proved. */
  readonly targets: readonly string[];
  /** For a call without a target, what is known of the function, or of the object whose method it is. */
  readonly of?: string;
}

export interface NameLine extends Located {
  readonly name: string;
  readonly value: string;
}

export function inspect(document: OpenDocument): Inspection {
  const analysis = document.analysis();
  const calls: CallLine[] = [];
  const names: NameLine[] = [];
  const boundOnce = namesBoundOnce(document.units);
  for (const unit of document.units) {
    const known = analysis.analysisOf(unit);
    const targets = targetsByCall(known?.calls ?? []);
    for (const call of callsIn(unit)) {
      const line: CallLine = { ...located(document, unit, call), targets: [...(targets.get(call) ?? [])].sort() };
      const holder = call.func.kind === "Attribute" ? call.func.value : call.func;
      calls.push(line.targets.length > 0 || !known ? line : { ...line, of: valueText(known.valueOf(holder)) });
    }
    const nodes = namesIn(unit);
    for (const { binding, isGlobal } of bindingsOf(scopesOf(unit).module)) {
      const node = nodes.get(binding.start);
      const value = node ? known?.valueOf(node) : isGlobal && boundOnce.has(binding.name) ? analysis.exitValue(binding.name) : undefined;
      if (value) names.push({ ...located(document, unit, binding), name: binding.name, value: valueText(value) });
    }
  }
  return { calls, names };
}

function located(document: OpenDocument, unit: Unit, range: Range): Located {
  const { cell, start, end } = document.locate(place(unit, range));
  return { ...rangeOfSpot({ path: "", cell: null, source: document.sourceOf(cell), start, end }), cell: document.dialect === "notebook" ? cell.index : null };
}

// ---- calls -------------------------------------------------------------------------------------------------

function callsIn(unit: Unit): readonly Call[] {
  const calls: Call[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "Call") calls.push(node);
    return undefined;
  });
  return calls.sort((a, b) => a.start - b.start || a.end - b.end);
}

function targetsByCall(events: readonly CallEvent[]): ReadonlyMap<Call, ReadonlySet<string>> {
  const byCall = new Map<Call, Set<string>>();
  for (const event of events) {
    const targets = byCall.get(event.node) ?? new Set();
    for (const target of targetsOf(event)) targets.add(target);
    byCall.set(event.node, targets);
  }
  return byCall;
}

/** Qualified names of what one call, as interpreted once, may be of. */
function targetsOf({ target, callee }: CallEvent): readonly string[] {
  const method = callee.type?.kind === "method" ? namesOfCallable(callee) : [];
  if (method.length > 0) return method;
  return target === undefined ? namesOfCallable(callee) : [target].filter(isShownName);
}

function namesOfCallable({ type }: Value): readonly string[] {
  switch (type?.kind) {
    case "symbol":
      return [type.name];
    case "function":
    case "class":
      return [qualifiedName(type.definition)];
    case "method":
      return type.implementation ? namesOfCallable(type.implementation) : [type.name].filter(isShownName);
    case "instance": {
      // What was taken for a column or another attribute is no proof that such an object is called.
      const name = calledName(type.name);
      return callableOf(name) !== undefined || !isKnownLibrary(name) ? [name] : [];
    }
    case "object":
      return callOperators(type.class);
    case "union": {
      const each = type.members.map(namesOfCallable);
      // One member that is not known leaves the whole open.
      return each.some((names) => names.length === 0) ? [] : each.flat();
    }
    default:
      return [];
  }
}

/** What is called when an object of a class of the workspace is: its `__call__`, or that of a library's class it inherits from. */
function callOperators({ type }: Value): readonly string[] {
  if (type?.kind === "symbol") return callableOf(`${type.name}.__call__`) ? [`${type.name}.__call__`] : [];
  if (type?.kind !== "class") return [];
  const own = type.members.find(({ name }) => name === "__call__");
  if (own) return namesOfCallable(own.value);
  for (const base of type.bases) {
    const names = callOperators(base);
    if (names.length > 0) return names;
  }
  return [];
}

/** `train.Loader.load` */
function qualifiedName({ node, place: { anchor } }: Definition<Node>): string {
  return `${moduleName(anchor.cell.document.uri)}.${qualifiedNamesIn(anchor.unit).get(node) ?? "<unknown>"}`;
}

/** The name that an import beside the file has for it, for `__init__.py` that of its folder. */
function moduleName(uri: string): string {
  const name = nameOf(uri.replace(/\/__init__\.py$/u, ""));
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

const qualifiedNames = new WeakMap<Unit, ReadonlyMap<Node, string>>();

/** Python's `__qualname__` of every function, lambda and class of a unit. */
function qualifiedNamesIn(unit: Unit): ReadonlyMap<Node, string> {
  const known = qualifiedNames.get(unit);
  if (known) return known;
  const found = new Map<Node, string>();
  const stack = unit.body.map((node: Node) => ({ node, prefix: "" }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, prefix } = next;
    const own = node.kind === "Lambda" ? "<lambda>" : node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? node.name.name : undefined;
    if (own !== undefined) found.set(node, prefix + own);
    const below = own === undefined ? prefix : `${prefix}${own}.${node.kind === "ClassDef" ? "" : "<locals>."}`;
    for (const child of children(node)) stack.push({ node: child, prefix: below });
  }
  qualifiedNames.set(unit, found);
  return found;
}

// ---- names -------------------------------------------------------------------------------------------------

function namesIn(unit: Unit): ReadonlyMap<number, Name> {
  const names = new Map<number, Name>();
  walk(unit.body, (node) => {
    if (node.kind === "Name") names.set(node.start, node);
    return undefined;
  });
  return names;
}

/** In the order they are written. */
function bindingsOf(module: Scope): readonly { readonly binding: Binding; readonly isGlobal: boolean }[] {
  const found: { binding: Binding; isGlobal: boolean }[] = [];
  const scopes = [module];
  for (let scope = scopes.pop(); scope; scope = scopes.pop()) {
    for (const binding of [...scope.bindings.values()].flat()) found.push({ binding, isGlobal: scope === module });
    scopes.push(...scope.children);
  }
  return found.sort((a, b) => a.binding.start - b.binding.start);
}

/** Imports, functions and classes have no expression that a value is kept for: what a name is at the end, it was then. */
function namesBoundOnce(units: readonly Unit[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const unit of units) for (const [name, bindings] of scopesOf(unit).module.bindings) counts.set(name, (counts.get(name) ?? 0) + bindings.length);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
}
