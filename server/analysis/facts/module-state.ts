/**
 * State of a module that functions share behind their callers' backs: a frame, model or container that a function reads or changes
 * although nobody passes it, and that does not stay as it was made.
 *
 *     df = pd.read_csv("sales.csv")        a frame
 *     df = df.dropna()                     it becomes another
 *     rows = []                            a container
 *     def mean(): return df.price.mean()   reads df: what it answers depends on when it is called
 *     def add(row): rows.append(row)       changes rows
 *     print(len(rows))                     and the module looks at it
 *
 * Not everything at module level is such state. What is bound once and never changed is a constant, whatever it is called. A container
 * that is filled before a function is first called is a table, and one that only functions look at is their own affair: a registry, a cache.
 */
import { defineFact } from "../engine/fact.ts";
import { changesObject } from "../knowledge/purity.ts";
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Scope, UnitScopes } from "../semantic/scopes.ts";
import type { Value } from "../semantic/value.ts";
import type { AsyncFunctionDef, Expression, FunctionDef, Name, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { comparePlaces, place } from "../syntax/unit.ts";
import { walk, walkStatements } from "../syntax/walk.ts";
import { boolOf, classNameOf } from "./values.ts";
import { gathered, keptWithAnalysis } from "./kept.ts";

export interface HiddenDependency {
  readonly name: string;
  readonly kind: StateKind;
  /** A function of the module, or a method. */
  readonly function: FunctionDef | AsyncFunctionDef;
  readonly unit: Unit;
  /** Where the function first reads it, or binds it anew. */
  readonly use: Place;
  readonly does: "reads" | "changes" | "replaces";
  /** Where it is made, and where it is changed by others than the function; in document order. */
  readonly made: Place;
  readonly changed: readonly Place[];
}

export type StateKind = "frame" | "model" | "container";

export interface ModuleState {
  /** All units of the document, in order. */
  readonly units: readonly Unit[];
  readonly hidden: readonly HiddenDependency[];
}

export const moduleState = defineFact<never, ModuleState>({
  name: "moduleState",
  needs: {},
  document: ({ units, analysis }) => ({ units, hidden: hiddenDependenciesOf(analysis) }),
});

export function hiddenDependenciesOf(analysis: DocumentAnalysis): readonly HiddenDependency[] {
  const captured = new Set(usedByFunctions(analysis));
  if (captured.size === 0) return [];
  const units = analysis.units.map(stateOfUnit);
  const histories = historiesOf(units, captured);
  return [...histories].flatMap(([name, history]) => dependenciesOn(name, history, units));
}

// ---- what a unit has to do with names of the module ----------------------------------------------------------

interface UnitState {
  readonly unit: Unit;
  /** At module level, in order. */
  readonly events: readonly StateEvent[];
  readonly functions: readonly FunctionState[];
}

interface StateEvent {
  readonly name: string;
  readonly does: "binds" | "changes" | "reads" | "calls";
  readonly at: Place;
  /** What is bound, or changed. */
  readonly kind: StateKind | undefined;
}

interface FunctionState {
  readonly node: FunctionDef | AsyncFunctionDef;
  readonly unit: Unit;
  /** Names of the module, each once. */
  readonly uses: readonly { readonly name: string; readonly at: Place; readonly does: HiddenDependency["does"] }[];
}

const stateOfUnit = keptWithAnalysis((analysis: UnitAnalysis): UnitState => ({ unit: analysis.unit, events: eventsIn(analysis), functions: functionsIn(analysis) }));

/** Functions and methods; what is inside a function belongs to it. */
const functionsIn = keptWithAnalysis((analysis: UnitAnalysis): readonly FunctionState[] => {
  const scopes = scopesOf(analysis.unit);
  if (scopes.module.children.length === 0) return none;
  const functions: FunctionState[] = [];
  walkStatements(analysis.unit.body, (node) => {
    if (node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") return undefined;
    functions.push(stateOfFunction(analysis, scopes, node));
    return "skip";
  });
  return functions;
});

const none: readonly never[] = [];

function eventsIn(analysis: UnitAnalysis): readonly StateEvent[] {
  const { unit } = analysis;
  const events: StateEvent[] = [];
  const add = (does: StateEvent["does"], node: Name, kind: StateKind | undefined): void => {
    events.push({ name: node.id, does, at: place(unit, node), kind });
  };
  walk(unit.body, (node) => {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "Lambda":
        return "skip";
      case "Name":
        add(node.ctx === "load" ? "reads" : "binds", node, node.ctx === "load" ? undefined : kindOf(analysis.valueOf(node)));
        return undefined;
      case "Call":
        if (node.func.kind === "Name") add("calls", node.func, undefined);
        for (const changed of changedBy(node, analysis)) add("changes", changed, kindOf(analysis.valueOf(changed)));
        return undefined;
      default:
        for (const changed of changedBy(node, analysis)) add("changes", changed, kindOf(analysis.valueOf(changed)));
        return undefined;
    }
  });
  return events.sort((a, b) => a.at.start - b.at.start);
}

const usedByFunctions = gathered((analysis) => functionsIn(analysis).flatMap(({ uses }) => uses.map(({ name }) => name)));

function stateOfFunction(analysis: UnitAnalysis, scopes: UnitScopes, node: FunctionDef | AsyncFunctionDef): FunctionState {
  const { unit } = analysis;
  const found = new Map<string, FunctionState["uses"][number]>();
  const outer = scopes.scopeOf(node);
  const visit = (scope: Scope): void => {
    for (const [name, [first]] of scope.uses) {
      if (first && outer?.free.has(name) === true && scope.free.has(name) && !found.has(name)) found.set(name, { name, at: place(unit, first), does: "reads" });
    }
    for (const name of scope.globals) {
      const [first] = scope.bindings.get(name) ?? [];
      if (first) found.set(name, { name, at: place(unit, first), does: "replaces" });
    }
    for (const child of scope.children) visit(child);
  };
  if (outer) visit(outer);
  walk(node.body, (each) => {
    for (const changed of changedBy(each, analysis)) {
      const use = found.get(changed.id);
      if (use?.does === "reads") found.set(changed.id, { ...use, does: "changes" });
    }
    return undefined;
  });
  return { node, unit, uses: [...found.values()] };
}

/** Names whose object the node is proved to change. */
function changedBy(node: Node, analysis: UnitAnalysis): readonly Name[] {
  switch (node.kind) {
    case "Subscript":
    case "Attribute":
      return node.ctx === "load" ? [] : rootOf(node.value);
    case "AugAssign":
      return node.target.kind === "Name" && kindOf(analysis.valueOf(node.target)) === "container" ? [node.target] : [];
    case "Call": {
      if (node.func.kind !== "Attribute") return [];
      const value = analysis.valueOf(node.func.value);
      const method = node.func.attr.name;
      const inplace = node.keywords.find(({ arg }) => arg?.name === "inplace");
      const changes = changesObject(classNameOf(value) ?? "", method) === "yes" || (kindOf(value) === "model" && /^(?:partial_)?fit/u.test(method)) ||
        (kindOf(value) === "frame" && inplace !== undefined && boolOf(analysis.valueOf(inplace.value)) === true);
      return changes ? rootOf(node.func.value) : [];
    }
    default:
      return [];
  }
}

/** `df` of `df.loc[0]`. */
function rootOf(node: Expression): readonly Name[] {
  if (node.kind === "Name") return [node];
  return node.kind === "Attribute" || node.kind === "Subscript" ? rootOf(node.value) : [];
}

/** What kind of state a value is; `undefined` where that is not proved, or it cannot be changed. */
function kindOf(value: Value): StateKind | undefined {
  const { type } = value;
  if (type?.kind === "list" || type?.kind === "dict" || type?.kind === "set") return "container";
  if (type?.kind === "sequence") return type.name === "builtins.list" || type.name === "builtins.set" ? "container" : undefined;
  if (type?.kind !== "instance") return undefined;
  if (/^(?:pandas|polars|geopandas|dask\.dataframe|pyspark\.sql)\.(?:\w+\.)*(?:Geo)?(?:DataFrame|Series|LazyFrame)$/u.test(type.name)) return "frame";
  return isEstimatorClass(type.name) ? "model" : undefined;
}

// ---- the history of a name -----------------------------------------------------------------------------------

interface History {
  readonly kind: StateKind;
  /** Of the module level, in document order. */
  readonly events: readonly StateEvent[];
}

/** Names that are always one kind of state, as far as the module binds them. */
function historiesOf(units: readonly UnitState[], names: ReadonlySet<string>): ReadonlyMap<string, History> {
  const events = new Map<string, StateEvent[]>();
  for (const unit of units) {
    for (const event of unit.events) {
      if (!names.has(event.name)) continue;
      const known = events.get(event.name);
      if (known) known.push(event);
      else events.set(event.name, [event]);
    }
  }
  const histories = new Map<string, History>();
  for (const [name, each] of events) {
    const kinds = new Set(each.filter(({ does }) => does === "binds").map(({ kind }) => kind));
    const [kind] = kinds;
    if (kinds.size === 1 && kind !== undefined) histories.set(name, { kind, events: each });
  }
  return histories;
}

function dependenciesOn(name: string, { kind, events }: History, units: readonly UnitState[]): readonly HiddenDependency[] {
  const [first, ...others] = events.filter(({ does }) => does === "binds" || does === "changes");
  if (!first) return [];
  const functions = units.flatMap((unit) => unit.functions);
  const users = functions.flatMap((each) => each.uses.filter((use) => use.name === name).map((use) => ({ ...use, node: each.node, unit: each.unit })));
  const looks = events.filter(({ does }) => does === "reads");
  return users.flatMap((user): readonly HiddenDependency[] => {
    const changers = users.filter((each) => each !== user && each.does !== "reads");
    const changed = kind === "container" ? others.filter(({ at }) => isAfterCall(at, user.node.name.name, units)) : others;
    const isSeen = looks.some((look) => isAfter(look.at, place(user.unit, user.node)));
    const isHidden = kind === "container"
      ? !isConstantName(name) && (user.does === "reads" ? changed.length > 0 : isSeen)
      : user.does === "reads" ? changed.length + changers.length > 0 : isSeen || changed.length > 0 || users.length > 1;
    if (!isHidden) return [];
    return [{
      name, kind, function: user.node, unit: user.unit, use: user.at, does: user.does, made: first.at,
      changed: [...changed.map(({ at }) => at), ...changers.map(({ at }) => at)].sort(comparePlaces),
    }];
  });
}

/** `REGISTRY`, `_cache`: its author says that it is the module's own. */
function isConstantName(name: string): boolean {
  return /^_|^[A-Z0-9_]+$/u.test(name);
}

/** Whether the module has called the function before it comes here. */
function isAfterCall(at: Place, name: string, units: readonly UnitState[]): boolean {
  return units.some(({ events }) => events.some((event) => event.does === "calls" && event.name === name && isAfter(at, event.at)));
}

function isAfter(at: Place, other: Place): boolean {
  return comparePlaces(at, other) > 0;
}
