/**
 * Captured names: what functions read, and assign, of the names around them, whenever they are called.
 *
 *     rate = 2
 *     def price(x): return x * rate           captures rate
 *     def bump():                             captures count, and assigns it
 *         global count
 *         count += 1
 *     df["c"].apply(lambda v: v * rate)       captures rate, but nobody keeps it
 *
 * A function that captures a name sees what the name stands for when it is called. So a name that is captured cannot become the local
 * name of another function, unless nobody can call the one that captures it meanwhile.
 */
import type { Scope } from "../semantic/scopes.ts";
import type { AsyncFunctionDef, Call, ClassDef, FunctionDef, GeneratorExp, Lambda, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { unitScopes } from "./statement-run.ts";

export interface Capture {
  readonly unit: Unit;
  readonly node: FunctionDef | AsyncFunctionDef | Lambda | ClassDef | GeneratorExp;
  /** Names read, or assigned by `global` and `nonlocal`, that belong to somebody around. Builtins count as names. */
  readonly names: ReadonlySet<string>;
  /** Of those, the ones that are assigned. */
  readonly assigned: ReadonlySet<string>;
  /** Only called while the statement runs that holds it, as an argument of `apply`, `sorted` and the like. */
  readonly isPassing: boolean;
}

/** Functions, lambdas, methods and generator expressions in these nodes; those within them count with them. `skip`: is not entered. */
export function capturesIn(unit: Unit, nodes: readonly Node[], skip: ReadonlySet<Node> = nothing): readonly Capture[] {
  const scopes = unitScopes(unit);
  const found: Capture[] = [];
  const passing = new Set<Node>();
  walk(nodes, (node) => {
    if (skip.has(node)) return "skip";
    switch (node.kind) {
      case "Call":
        for (const each of handedOver(node)) passing.add(each);
        return undefined;
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "Lambda":
      case "GeneratorExp":
      case "ClassDef": {
        const scope = scopes.scopeOf(node);
        if (!scope) return undefined;
        const names = node.kind === "ClassDef" ? new Set(scope.children.flatMap((child) => [...child.free])) : scope.free;
        const assigned = new Set(assignedAround(scope));
        if (names.size > 0 || assigned.size > 0) found.push({ unit, node, names: new Set([...names, ...assigned]), assigned, isPassing: passing.has(node) });
        // Decorators and defaults run at once; a lambda in them is kept as well.
        if (node.kind === "GeneratorExp") return undefined;
        return "skip";
      }
      default:
        return undefined;
    }
  });
  return found;
}

const nothing: ReadonlySet<Node> = new Set();

/** Names that the function, or one in it, declares `global` or `nonlocal` and assigns. */
function assignedAround(scope: Scope): readonly string[] {
  const own = [...scope.globals, ...scope.nonlocals].filter((name) => scope.bindings.has(name));
  return [...own, ...scope.children.flatMap(assignedAround)];
}

const passingMethods = new Set([
  "apply", "applymap", "agg", "aggregate", "assign", "pipe", "sort", "sort_values", "sorted", "min", "max", "sum", "any", "all", "list", "tuple", "set", "dict",
  "join", "nlargest", "nsmallest", "frozenset", "next", "sub", "extend", "update", "fromkeys",
]);

/** Arguments that the call uses up before it returns. */
function handedOver(node: Call): readonly Node[] {
  const name = node.func.kind === "Name" ? node.func.id : node.func.kind === "Attribute" ? node.func.attr.name : "";
  if (!passingMethods.has(name)) return [];
  return [...node.args, ...node.keywords.map(({ value }) => value)].flatMap((each): readonly Node[] => {
    // `list(map(lambda x: ..., xs))`
    const isLazy = each.kind === "Call" && each.func.kind === "Name" && (each.func.id === "map" || each.func.id === "filter" || each.func.id === "zip");
    return isLazy ? [each, ...each.args] : [each];
  });
}

/**
 * Whether code that reads `names` can get to call the function: `no` only where it is a plain function whose name is never handed on,
 * and none of the functions that the code names calls it.
 */
export function mayBeCalled({ node }: Capture, names: Iterable<string>, units: readonly Unit[], calls: boolean): boolean {
  if (!calls) return false;
  if ((node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") || node.decoratorList.length > 0) return true;
  const name = node.name.name;
  const definitions = new Map<string, ReadonlySet<string>>();
  const found = { isHandedOn: false };
  for (const unit of units) {
    const callees = new Set<Node>();
    walk(unit.body, (each) => {
      if (each.kind === "Call") callees.add(each.func);
      if (each.kind === "Name" && each.id === name && each.ctx === "load" && !callees.has(each)) found.isHandedOn = true;
      if (each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef" || each.kind === "ClassDef") {
        const free = unitScopes(unit).scopeOf(each)?.free ?? [];
        definitions.set(each.name.name, new Set([...(definitions.get(each.name.name) ?? []), ...free]));
        // A method may be called by whoever holds an object.
        if (each.kind === "ClassDef" && new Set(free).has(name)) found.isHandedOn = true;
      }
      if (each.kind === "Lambda" && unitScopes(unit).scopeOf(each)?.free.has(name) === true) found.isHandedOn = true;
      return undefined;
    });
  }
  if (found.isHandedOn) return true;
  const reached = new Set(names);
  for (const each of reached) for (const further of definitions.get(each) ?? []) reached.add(further);
  return reached.has(name);
}
