/**
 * What keeps statements from becoming a function at all, whatever its parameters are.
 *
 *     exec(code)               looks at the names around
 *     %time model.fit(X, y)    belongs to the notebook
 *     del df                   deletes a name of the code around
 *     rate = 3                 price(), called below, reads rate: it would not see the value
 *     total = price(4)
 *
 *     try:
 *         count = count + 1    when send() fails, the handler reads a count that a function would keep for itself
 *         send(count)
 *     except OSError:
 *         print(count)
 */
import type { Node, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { mayBeCalled } from "./captured-names.ts";
import type { Inside } from "./live-names.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { statementsOf } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";
import { namespaceReaderIn } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

export function obstacleIn(around: Surroundings, inside: Inside): Refused | undefined {
  return inTheCode(around, inside) ?? deletedAround(around) ?? readByCallees(around, inside) ?? readAfterFailure(around, inside);
}

function inTheCode({ run, holder, declared, bindings, scope }: Surroundings, { mayBind }: Inside): Refused | undefined {
  for (const { unit, statements } of run.parts) {
    const reader = namespaceReaderIn(statements);
    if (reader) return refused(`${unit.text.slice(reader.start, Math.min(reader.end, reader.start + 30)).split("\n")[0] ?? ""} looks at the names around it`, place(unit, reader));
    const found: { magic?: Node; statement?: Node; star?: Node } = {};
    walk(statements, (node) => {
      if (node.kind === "Magic") found.magic ??= node;
      if (node.kind === "Global" || node.kind === "Nonlocal") found.statement ??= node;
      if (node.kind === "ImportFrom" && node.names.some(({ name }) => name.name === "*")) found.star ??= node;
      return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
    });
    if (found.magic) return refused("a magic or shell line works in a cell only, not in a function", place(unit, found.magic));
    if (found.star) return refused("import * is not possible in a function", place(unit, found.star));
    if (found.statement) return refused("the selection declares names global or nonlocal for the code around it", place(unit, found.statement));
  }
  if (mayBind.has("*")) return refused("the selection may assign names that cannot be seen");
  const watcher = holder && namespaceReaderIn(holder.body);
  const [first] = run.parts;
  if (watcher && first) return refused(`${holder.name.name}() looks at its names from within`, place(first.unit, watcher));
  for (const name of mayBind) {
    if (scope.nonlocals.has(name)) return refused(`${name} belongs to a function further out`);
    if (declared.has(name) && bindings(name).some(({ kind }) => kind === "delete")) return refused(`${name} is deleted elsewhere`);
  }
  return undefined;
}

/** A function cannot delete the name of another. */
function deletedAround({ run, perhapsBefore, owns }: Surroundings): Refused | undefined {
  for (const { unit, statements } of run.parts) {
    let found: { readonly node: Node; readonly name: string } | undefined;
    walk(statements, (node) => {
      if (node.kind === "Name" && node.ctx === "del" && owns(node.id) && perhapsBefore(node.id)) found ??= { node, name: node.id };
      return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
    });
    if (found) return refused(`the selection deletes ${found.name}, which is assigned before it`, place(unit, found.node));
  }
  return undefined;
}

/** Functions that the run calls read or assign names that would become local to the new function. */
function readByCallees({ run, captures, owns, declared }: Surroundings, { needs, mayBind, captures: made }: Inside): Refused | undefined {
  const calls = hasCall(statementsOf(run));
  const isOurs = (name: string): boolean => owns(name) && !declared.has(name);
  const named = [...needs, ...made.flatMap(({ names }) => [...names])];
  for (const capture of captures) {
    const [first] = run.parts;
    const begins = first?.unit === capture.unit && capture.node.start > (run.parts.at(-1)?.statements.at(-1)?.end ?? 0) && run.path.length === 0;
    if (begins || isLater(run, capture.unit)) continue;
    const isKept = capture.isPassing ? [] : [...capture.names].filter((name) => isOurs(name) && (mayBind.has(name) || (capture.assigned.has(name) && needs.has(name))));
    const [name] = isKept;
    if (name === undefined) continue;
    const what = "name" in capture.node ? `${capture.node.name.name}()` : "a function";
    if (capture.assigned.has(name) && mayBind.has(name)) return refused(`${what} assigns ${name} as well`, place(capture.unit, capture.node));
    if (mayBeCalled(capture, named, run.document.units, calls)) {
      if (capture.assigned.has(name) && !mayBind.has(name) && run.path.length === 0) continue;
      return refused(`${what} ${capture.assigned.has(name) ? "assigns" : "reads"} ${name}, and the selection may call it`, place(capture.unit, capture.node));
    }
  }
  return undefined;
}

function isLater({ document, parts }: StatementRun, unit: Surroundings["units"][number]): boolean {
  const last = parts.at(-1)?.unit;
  return last !== undefined && document.units.indexOf(unit) > document.units.indexOf(last);
}

function hasCall(nodes: readonly Node[]): boolean {
  let found = false;
  walk(nodes, (node) => {
    if (node.kind === "Call" || node.kind === "With" || node.kind === "For" || node.kind === "Await") found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** Where a failure is caught, what the run assigned before it failed counts. */
function readAfterFailure({ run, readAfterFailure: isRead, owns, declared }: Surroundings, { mayBind }: Inside): Refused | undefined {
  const statements = statementsOf(run);
  const last = statements.at(-1);
  for (const name of mayBind) {
    if (!isRead(name) || !owns(name) || declared.has(name)) continue;
    if (last && isAssignedLast(last, name) && !statements.slice(0, -1).some((each) => binds(each, name))) continue;
    return refused(`${name} is read where a failure of the selection is caught`);
  }
  return undefined;
}

/** An assignment is the last thing its statement does. */
function isAssignedLast(node: Statement, name: string): boolean {
  if (node.kind !== "Assign" && node.kind !== "AnnAssign" && node.kind !== "AugAssign") return false;
  const targets = node.kind === "Assign" ? node.targets : [node.target];
  return node.value !== undefined && !binds(node.value, name) && targets.length === 1 && targets.every((target) => target.kind === "Name" || (target.kind === "Tuple" && target.elts.every(({ kind }) => kind === "Name")));
}

function binds(root: Node, name: string): boolean {
  let found = false;
  walk([root], (node) => {
    if (node.kind === "Name" && node.id === name && node.ctx !== "load") found = true;
    return found ? "skip" : undefined;
  });
  return found;
}
