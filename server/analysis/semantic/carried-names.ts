/**
 * Names that a loop may carry from one round into the next: those that its body reads before it has bound them anew.
 *
 *     for path in paths:
 *         frame = pd.read_csv(path)      path, frame: bound in every round before they are read
 *         total = total + len(frame)     total: carried
 *         if total > limit:
 *             last = path                last: read nowhere in the loop
 *
 * A round that changes nothing else than names that are not carried has seen what every later round will see. More names than are
 * carried may be told, never fewer: what a function or lambda in the body reads counts, whenever it is called.
 */
import type { Expression, For, Node, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

/** Of a loop; computed once. */
export function carriedNames(loop: For): ReadonlySet<string> {
  let names = known.get(loop);
  if (!names) known.set(loop, (names = namesCarriedBy(loop)));
  return names;
}

const known = new WeakMap<For, ReadonlySet<string>>();

/** Statements that run one after the other, and what is bound before the first of them. */
interface Path {
  readonly body: readonly Statement[];
  readonly bound: Set<string>;
}

function namesCarriedBy(loop: For): ReadonlySet<string> {
  const carried = new Set<string>();
  const first = new Set<string>();
  bindTo(loop.target, carried, first);
  // Nested blocks may run or not: what they bind holds inside only.
  const paths: Path[] = [{ body: loop.body, bound: first }];
  for (let path = paths.pop(); path; path = paths.pop()) for (const statement of path.body) follow(statement, path.bound, carried, paths);
  return carried;
}

function follow(statement: Statement, bound: Set<string>, carried: Set<string>, paths: Path[]): void {
  switch (statement.kind) {
    case "Assign":
      read(statement.value, bound, carried);
      for (const target of statement.targets) bindTo(target, carried, bound);
      return;
    case "If":
      read(statement.test, bound, carried);
      paths.push({ body: statement.body, bound: new Set(bound) }, { body: statement.orelse, bound: new Set(bound) });
      return;
    case "For": {
      read(statement.iter, bound, carried);
      const inside = new Set(bound);
      bindTo(statement.target, carried, inside);
      paths.push({ body: statement.body, bound: inside }, { body: statement.orelse, bound: new Set(bound) });
      return;
    }
    case "With": {
      const inside = new Set(bound);
      for (const { contextExpr, optionalVars } of statement.items) {
        read(contextExpr, inside, carried);
        if (optionalVars) bindTo(optionalVars, carried, inside);
      }
      paths.push({ body: statement.body, bound: inside });
      return;
    }
    default:
      read(statement, bound, carried);
  }
}

/** A name alone is bound; what an element or attribute is stored into is read. */
function bindTo(target: Expression, carried: Set<string>, bound: Set<string>): void {
  const targets: Expression[] = [target];
  for (let each = targets.pop(); each; each = targets.pop()) {
    if (each.kind === "Name") bound.add(each.id);
    else if (each.kind === "Tuple" || each.kind === "List") targets.push(...each.elts);
    else if (each.kind === "Starred") targets.push(each.value);
    else read(each, bound, carried);
  }
}

function read(node: Node, bound: ReadonlySet<string>, carried: Set<string>): void {
  walk([node], (each) => {
    if (each.kind === "Name" && !bound.has(each.id)) carried.add(each.id);
    if (each.kind !== "FunctionDef" && each.kind !== "AsyncFunctionDef" && each.kind !== "Lambda") return undefined;
    // Called at another time, when the name may be bound to something else.
    walk([each], (inner) => {
      if (inner.kind === "Name") carried.add(inner.id);
      return undefined;
    });
    return "skip";
  });
}
