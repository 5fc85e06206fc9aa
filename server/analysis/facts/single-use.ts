/**
 * Where an expression's value goes, when it goes to one place only.
 *
 *     query = f"SELECT ... {x}"          the f-string is assigned to `query`,
 *     print("loading")                   which is read once,
 *     rows = cursor.execute(query)       as an argument of this call
 *
 * A fix that takes part of the expression to the call evaluates that part later: so nothing on the way may change what it reads,
 * and both must run equally often.
 */
import type { Call, Expression, Name, Node, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";

export interface Consumer {
  readonly unit: Unit;
  readonly call: Call;
  /** The argument as it stands at the call: the expression itself, or the name it was assigned to. */
  readonly argument: Expression;
  /** Names that may not be bound between the expression and the call, because the expression reads them. */
  readonly isDelayed: boolean;
}

/** The call that takes the value of an expression; `undefined` when anything else may happen to it. */
export function consumerOf(cells: readonly Cell[], unit: Unit, node: Expression): Consumer | undefined {
  const path = ancestorsOf(unit, node);
  if (path.at(-1) !== node) return undefined;
  const direct = callAround(path);
  if (direct) return { unit, call: direct, argument: node, isDelayed: false };
  const holder = path.at(-2);
  const target = holder?.kind === "Assign" && holder.targets.length === 1 ? holder.targets[0] : undefined;
  if (holder?.kind !== "Assign" || holder.value !== node || target?.kind !== "Name") return undefined;
  const scope = path.findLast((each) => each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef");
  const region: readonly Unit[] = scope ? [unit] : cells.flatMap((cell) => cell.units);
  const mentions = region.flatMap((each) => namesIn(scope ? [scope] : each.body, target.id).map((name) => ({ unit: each, name })));
  const uses = mentions.filter(({ name }) => name !== target);
  const [use] = uses;
  if (uses.length !== 1 || use?.name.ctx !== "load" || !follows(unit, holder, use.unit, use.name)) return undefined;
  const usePath = ancestorsOf(use.unit, use.name);
  const call = callAround(usePath);
  if (!call || !runsAsOften(path, usePath, unit === use.unit)) return undefined;
  const delayed = namesRead(node);
  const between = region.some((each) => storesBetween(each, unit, holder, use.unit, call, delayed));
  return between || (mayChange(node) && !isNext(path, usePath, cells, unit, use.unit)) ? undefined : { unit: use.unit, call, argument: use.name, isDelayed: true };
}

/** The call of which the last node of the path is an argument. */
function callAround(path: readonly Node[]): Call | undefined {
  const node = path.at(-1);
  const holder = path.at(-2);
  if (holder?.kind === "Call") return holder.args.some((each) => each === node) ? holder : undefined;
  const call = path.at(-3);
  return holder?.kind === "Keyword" && holder.arg && call?.kind === "Call" && call.keywords.includes(holder) ? call : undefined;
}

function namesIn(roots: readonly Node[], id: string): readonly Name[] {
  const found: Name[] = [];
  walk(roots, (node) => {
    if (node.kind === "Name" && node.id === id) found.push(node);
    return undefined;
  });
  return found;
}

function order(unit: Unit, at: number): readonly [number, number, number] {
  return [unit.anchor.cell.index, unit.anchor.index, at];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value < (b[index] ?? 0);
  return false;
}

function follows(unit: Unit, statement: Statement, useUnit: Unit, use: Node): boolean {
  return isBefore(order(unit, statement.end), order(useUnit, use.start + 1));
}

/**
 * The call stands in the statement list that holds the assignment, or below it through `with`, `if` and `try` only: it runs at most once
 * for each time the assignment ran.
 */
function runsAsOften(path: readonly Node[], usePath: readonly Node[], sameUnit: boolean): boolean {
  const shared = sameUnit ? path.findIndex((node, index) => node !== usePath[index]) : 0;
  const above = path.slice(Math.max(shared, 0), -2);
  const below = usePath.slice(Math.max(shared, 0), -1);
  return above.length === 0 && below.every((node) => !repeats.has(node.kind));
}

const repeats: ReadonlySet<Node["kind"]> = new Set([
  "For", "AsyncFor", "While", "FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda", "ListComp", "SetComp", "DictComp", "GeneratorExp",
]);

function namesRead(node: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  walk([node], (each) => {
    if (each.kind === "Name") names.add(each.id);
    return undefined;
  });
  return names;
}

/** Whether a later evaluation can give another result although no name was bound anew: it calls something. */
function mayChange(node: Expression): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Await" || each.kind === "NamedExpr") found = true;
    if (each.kind === "Call" && !isPlainCall(each)) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** `str(x)`, `"...".format(x)`, `",".join(x)`: the same result later. */
function isPlainCall({ func }: Call): boolean {
  if (func.kind === "Name") return func.id === "str" || func.id === "repr" || func.id === "tuple" || func.id === "list";
  return func.kind === "Attribute" && (func.attr.name === "format" || func.attr.name === "join" || func.attr.name === "strip") ;
}

/** Whether the call's statement comes right after the assignment. */
function isNext(path: readonly Node[], usePath: readonly Node[], cells: readonly Cell[], unit: Unit, useUnit: Unit): boolean {
  const statement = path.at(-2);
  if (unit !== useUnit) {
    const units = cells.flatMap((cell) => cell.units).filter((each) => each.body.length > 0);
    return units.indexOf(useUnit) === units.indexOf(unit) + 1 && unit.body.at(-1) === statement;
  }
  const block = path.at(-3);
  const body: readonly Statement[] = block && "body" in block && Array.isArray(block.body) ? (block.body as readonly Statement[]) : unit.body;
  const index = body.findIndex((each) => each === statement);
  return index >= 0 && usePath.some((each) => each === body[index + 1]);
}

/** Whether a unit binds one of the names after the assignment and before the call. */
function storesBetween(each: Unit, unit: Unit, statement: Statement, useUnit: Unit, call: Call, names: ReadonlySet<string>): boolean {
  let found = false;
  const from = order(unit, statement.end);
  const to = order(useUnit, call.start);
  walk(each.body, (node) => {
    const name = node.kind === "Name" && node.ctx !== "load" ? node.id
      : node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? node.name.name : undefined;
    const at = order(each, node.start);
    if (name !== undefined && names.has(name) && !isBefore(at, from) && isBefore(at, to)) found = true;
    if (node.kind === "AugAssign" || node.kind === "Assign") {
      const target = node.kind === "AugAssign" ? node.target : node.targets[0];
      const root = target && rootName(target);
      if (root !== undefined && names.has(root) && !isBefore(at, from) && isBefore(at, to)) found = true;
    }
    return found ? "skip" : undefined;
  });
  return found;
}

function rootName(node: Expression): string | undefined {
  let at = node;
  while (at.kind === "Attribute" || at.kind === "Subscript") at = at.value;
  return at.kind === "Name" ? at.id : undefined;
}
