/**
 * Names of a module whose content its functions may change: what other modules see of such a list or frame is only what it is.
 *
 *     NAMES = ["a"]
 *     LIMITS = {"a": 3}
 *     def add(name):
 *         NAMES.append(name)                  NAMES: changed
 *     def check(frame):
 *         return frame["a"] < LIMITS["a"]     LIMITS: only looked at
 *
 * Read off the syntax: which calls there are is not known when the module is looked at from outside.
 */
import type { Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { children } from "../syntax/walk.ts";
import { scopesOf } from "./scopes.ts";
import type { Scope } from "./scopes.ts";

const known = new WeakMap<Unit, ReadonlySet<string>>();

/** Names that are used by the functions of a unit otherwise than to look at what they hold. */
export function namesHeldByFunctions(unit: Unit): ReadonlySet<string> {
  const functions = functionsIn(scopesOf(unit).module);
  if (functions.length === 0) return none;
  let names = known.get(unit);
  if (!names) known.set(unit, (names = readNames(functions)));
  return names;
}

const none: ReadonlySet<string> = new Set();

function readNames(functions: readonly Scope[]): ReadonlySet<string> {
  const held = new Set<string>();
  for (const { node, free } of functions) if (node && free.size > 0) collect(node, free, held);
  return held.size > 0 ? held : none;
}

/** The outermost functions: those that classes and comprehensions hold, too. */
function functionsIn(scope: Scope): readonly Scope[] {
  return scope.children.flatMap((child) => (child.kind === "function" ? [child] : functionsIn(child)));
}

/** Functions that look at what they are given. */
const looking = new Set(["len", "sorted", "list", "tuple", "set", "frozenset", "dict", "min", "max", "sum", "any", "all", "enumerate", "zip", "range", "print", "str", "repr", "isinstance"]);

function collect(root: Node, free: ReadonlySet<string>, held: Set<string>): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const child of children(node)) {
      if (child.kind === "Name") {
        if (free.has(child.id) && !isLookedAt(child, node)) held.add(child.id);
      } else pending.push(child);
    }
  }
}

function isLookedAt(name: Node, parent: Node): boolean {
  switch (parent.kind) {
    case "Subscript":
      return parent.ctx === "load";
    case "For":
    case "AsyncFor":
    case "Comprehension":
      return parent.iter === name;
    case "Compare":
    case "BinOp":
    case "BoolOp":
    case "UnaryOp":
    case "FormattedValue":
      return true;
    case "Call":
      // A function is called; as an argument it depends on who gets it.
      return parent.func === name || (parent.func.kind === "Name" && looking.has(parent.func.id));
    default:
      return false;
  }
}
