/**
 * Names that a module has bound when it has run, whichever way it went, as far as its text tells.
 *
 *     A = 1                        A
 *     if fast: B = 2               not B
 *     try: import C                C: bound on every way that leads on
 *     except ImportError: C = None
 *
 * A star import of the module leaves the others as they were, perhaps.
 */
import type { Expression, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { scopesOf } from "./scopes.ts";

/** Names that a module binds on some ways and not on others. */
export function perhapsBound(units: readonly Unit[]): ReadonlySet<string> {
  if (units.every(isPlain)) return new Set();
  const certain = new Set<string>();
  const perhaps = new Set<string>();
  for (const unit of units) {
    const names = boundBy(unit.body);
    if (names !== "never") for (const name of names) certain.add(name);
    if (!isPlain(unit)) for (const name of scopesOf(unit).module.bindings.keys()) perhaps.add(name);
  }
  return new Set([...perhaps].filter((name) => !certain.has(name)));
}

function isPlain({ body }: Unit): boolean {
  return body.every(({ kind }) => plain.has(kind));
}

const nothing: readonly never[] = [];
const plain: ReadonlySet<Statement["kind"]> = new Set(["Import", "ImportFrom", "Assign", "AnnAssign", "AugAssign", "FunctionDef", "AsyncFunctionDef", "ClassDef", "Expr", "Pass", "Global"]);

/** `never`: what follows is not reached. */
type Bound = ReadonlySet<string> | "never";

function boundBy(body: readonly Statement[]): Bound {
  const names = new Set<string>();
  for (const statement of body) {
    const own = boundByOne(statement);
    if (own === "never") return "never";
    for (const name of own) names.add(name);
  }
  return names;
}

function boundByOne(node: Statement): Bound {
  switch (node.kind) {
    case "Import":
      return new Set(node.names.map(({ name, asname }) => asname?.name ?? name.name.split(".", 1)[0] ?? ""));
    case "ImportFrom":
      return new Set(node.names.map(({ name, asname }) => asname?.name ?? name.name));
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return new Set([node.name.name]);
    case "Assign":
      return new Set(node.targets.flatMap(namesOf));
    case "AnnAssign":
      return new Set(node.value ? namesOf(node.target) : []);
    case "AugAssign":
      return new Set(namesOf(node.target));
    case "With":
    case "AsyncWith":
      return boundBy(node.body);
    case "If":
      return onEvery([boundBy(node.body), boundBy(node.orelse)]);
    case "Try":
    case "TryStar":
      return inOrder(onEvery([inOrder(boundBy(node.body), boundBy(node.orelse)), ...node.handlers.map((handler) => boundBy(handler.body))]), boundBy(node.finalbody));
    case "Raise":
      return "never";
    default:
      return new Set();
  }
}

function namesOf(target: Expression): readonly string[] {
  switch (target.kind) {
    case "Name":
      return [target.id];
    case "Tuple":
    case "List":
      return target.elts.flatMap(namesOf);
    case "Starred":
      return namesOf(target.value);
    default:
      return nothing;
  }
}

function inOrder(first: Bound, second: Bound): Bound {
  return first === "never" || second === "never" ? "never" : new Set([...first, ...second]);
}

function onEvery(ways: readonly Bound[]): Bound {
  const [first, ...others] = ways.filter((way) => way !== "never");
  return first ? new Set([...first].filter((name) => others.every((way) => way.has(name)))) : "never";
}
