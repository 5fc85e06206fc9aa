/**
 * Live names: what a run of statements needs from before, and what others need from it.
 *
 *     df = load()                    assigned before and read in the run: a parameter
 *     SHARE = 0.2                    a constant of the module, assigned once: read as it is
 *     rest = df.dropna()          |
 *     X = rest[features]          |  the run: rest is its own affair
 *     y = rest["price"] * SHARE   |
 *     model.fit(X, y)                X and y are read behind the run: results
 *
 * Parameters are the names read while they may not be assigned in the run and that are assigned before it, and only those; imported
 * modules, functions and classes of the module stay what they are. Results are the names assigned in the run that may be read
 * afterwards: further down, in the next round of a loop around, by a function that captures them, in an exception handler.
 * The answer is refused where a name's value would not be the same in a function.
 */
import { nameFlowOf } from "../facts/name-flow.ts";
import type { Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { capturesIn } from "./captured-names.ts";
import type { Capture } from "./captured-names.ts";
import { namesInTexts, searchesNames } from "./names-in-texts.ts";
import { obstacleIn } from "./obstacles.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { statementsOf, unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";
import { surelyRead } from "./sure-reads.ts";
import { surroundingsOf } from "./surroundings.ts";
import type { Surroundings } from "./surroundings.ts";

export interface LiveNames {
  readonly kind: "names";
  /** In the order in which the run reads them. */
  readonly parameters: readonly Parameter[];
  /** In the order in which the run assigns them first. */
  readonly results: readonly Result[];
  /** Assigned in the run and read nowhere else: they are local from now on. */
  readonly own: readonly string[];
  /** Of its own names, those that nobody reads: at the module level that may be, in a function a linter minds. */
  readonly unread: readonly string[];
  /** Names of the module that are assigned in the run, by a function that declares them `global`. */
  readonly globals: readonly string[];
}

export interface Parameter {
  readonly name: string;
  /** Where the run reads it. */
  readonly read: Place;
  /** The last assignment before the run, as it is written. */
  readonly assigned: Place | undefined;
}

export interface Result {
  readonly name: string;
  readonly assigned: Place;
  /** Where it is read afterwards; before the run, where a loop leads there. */
  readonly read: Place | undefined;
}

export interface LiveNamesOptions {
  /** Constants of the module (`RATE`, assigned once): parameters, too. For code that moves to another module. */
  readonly constantsToo?: boolean;
}

/** What the run itself does with names. */
export interface Inside {
  readonly needs: ReadonlySet<string>;
  readonly mayBind: ReadonlySet<string>;
  readonly binds: ReadonlySet<string>;
  readonly captures: readonly Capture[];
  /** Named in texts, perhaps. */
  readonly inTexts: ReadonlySet<string>;
}

export function liveNamesOf(run: StatementRun, options: LiveNamesOptions = {}): LiveNames | Refused {
  const around = surroundingsOf(run);
  const inside = insideOf(run, around);
  const { needs, mayBind, binds, captures } = inside;
  const obstacle = obstacleIn(around, inside);
  if (obstacle) return obstacle;
  const isOurs = (name: string): boolean => around.owns(name) && !around.declared.has(name);
  const { surelyBefore } = around;
  const unread = around.holder ? new Set<string>() : unreadIn(run, mayBind, inside.inTexts);
  const results = [...mayBind].filter((name) => {
    if (!isOurs(name)) return false;
    if (around.readAfter(name)) return true;
    // What a module assigns and nobody here reads, it assigns for others.
    return (binds.has(name) || surelyBefore.has(name)) && (around.isUpdate(name) || (binds.has(name) && unread.has(name) && isAssignedAlone(run, name)));
  });
  // What is assigned on some ways only keeps its value on the others.
  const kept = results.filter((name) => !binds.has(name));
  const lost = kept.find((name) => !surelyBefore.has(name));
  if (lost !== undefined) return refused(`${lost} is read after the selection, which does not assign it on every way`, bindingIn(run, lost));
  const surely = surelyRead(statementsOf(run));
  const parameters = new Set(kept);
  for (const name of new Set([...needs, ...captures.flatMap((each) => [...each.names])])) {
    if (!isOurs(name) || !around.perhapsBefore(name)) continue;
    if (!mayBind.has(name) && staysGlobal(around, name, needs.has(name), options)) continue;
    if (!surelyBefore.has(name) && !surely.has(name)) {
      if (!around.holder && !mayBind.has(name)) continue;
      return refused(`${name} may not be assigned yet when the selection begins`, readIn(run, name));
    }
    parameters.add(name);
  }
  const captured = lateReads(around, inside, parameters, results);
  if (captured) return captured;
  const order = orderIn(run);
  return {
    kind: "names",
    parameters: [...parameters].sort((a, b) => order(a) - order(b)).map((name) => ({ name, read: readIn(run, name), assigned: around.lastAssignment(name) })),
    results: results.map((name) => ({ name, assigned: bindingIn(run, name), read: around.nextRead(name) })),
    own: [...mayBind].filter((name) => isOurs(name) && !results.includes(name)),
    unread: [...unread].filter((name) => !results.includes(name) && isOurs(name) && !name.startsWith("_") && isOnlyAssigned(run, name)),
    globals: [...mayBind].filter((name) => around.declared.has(name)),
  };
}

function insideOf(run: StatementRun, { holder }: Surroundings): Inside {
  const needs = new Set<string>();
  const mayBind = new Set<string>();
  const binds = new Set<string>();
  for (const { unit, statements } of run.parts) {
    const flow = nameFlowOf(statements, unitScopes(unit));
    for (const name of [...flow.needs, ...flow.onFailure]) if (!binds.has(name)) needs.add(name);
    for (const name of flow.mayBind) {
      mayBind.add(name);
      if (!flow.binds.has(name) && isDeleted(statements, name)) binds.delete(name);
    }
    for (const name of flow.binds) binds.add(name);
  }
  const { marked, possible } = namesInTexts(statementsOf(run), searchesNames(run.document.analysis().imports));
  for (const name of marked) if (!binds.has(name)) needs.add(name);
  // What the module has, a text finds from within a function as well.
  for (const name of possible) if (holder && !binds.has(name)) needs.add(name);
  return { needs, mayBind, binds, inTexts: new Set([...marked, ...possible]), captures: run.parts.flatMap(({ unit, statements }) => capturesIn(unit, statements)) };
}

function isDeleted(nodes: readonly Node[], name: string): boolean {
  let found = false;
  walk(nodes, (node) => {
    if (node.kind === "Name" && node.ctx === "del" && node.id === name) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** Names that the run assigns and never reads itself. */
function unreadIn({ parts }: StatementRun, names: ReadonlySet<string>, inTexts: ReadonlySet<string>): ReadonlySet<string> {
  const unread = new Set([...names].filter((name) => !inTexts.has(name)));
  for (const { statements } of parts) {
    walk(statements, (node) => {
      if (node.kind === "Name" && node.ctx !== "store") unread.delete(node.id);
      if (node.kind === "AugAssign" && node.target.kind === "Name") unread.delete(node.target.id);
      return undefined;
    });
  }
  return unread;
}

/** `x = ...` on the run's own level. */
function isAssignedAlone(run: StatementRun, name: string): boolean {
  return statementsOf(run).some((node) => node.kind === "Assign" && node.targets.some((target) => target.kind === "Name" && target.id === name));
}

/** Whether all that binds the name are assignments, to it or to a tuple with it. */
function isOnlyAssigned(run: StatementRun, name: string): boolean {
  let assigned = 0;
  let all = 0;
  walk(statementsOf(run), (node) => {
    if (node.kind === "Name" && node.id === name) all++;
    if (node.kind !== "Assign") return undefined;
    for (const target of node.targets) assigned += (target.kind === "Tuple" ? target.elts : [target]).filter((each) => each.kind === "Name" && each.id === name).length;
    return undefined;
  });
  return all > 0 && assigned === all;
}

/** Names of the module that a function reads as they are: what is imported and defined, constants, what functions assign. */
function staysGlobal(around: Surroundings, name: string, isNeeded: boolean, { constantsToo }: LiveNamesOptions): boolean {
  if (around.holder) return false;
  const bindings = around.bindings(name);
  const isDefinition = bindings.every(({ kind }) => kind === "import" || kind === "function" || kind === "class");
  const isConstant = constantsToo !== true && /^[A-Z][A-Z0-9_]+$/u.test(name) && bindings.length === 1;
  const isAssignedByFunctions = around.captures.some(({ assigned }) => assigned.has(name));
  return isDefinition || isConstant || isAssignedByFunctions || (!isNeeded && around.reboundAfter(name));
}

/** A function made in the run reads a name when it is called: by then the name may have another value, which it would not see. */
function lateReads(around: Surroundings, { captures, mayBind }: Inside, parameters: ReadonlySet<string>, results: readonly string[]): Refused | undefined {
  for (const { unit, node, names, assigned, isPassing } of captures) {
    const what = node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" ? `${node.name.name}()` : node.kind === "ClassDef" ? node.name.name : "a function made in the selection";
    for (const name of names) {
      if (!parameters.has(name) && !(mayBind.has(name) && around.owns(name) && !around.declared.has(name))) continue;
      if (assigned.has(name) && (parameters.has(name) || results.includes(name))) return refused(`${what} assigns ${name}, which belongs to the code around the selection`, place(unit, node));
      if (!isPassing && around.reboundAfter(name)) return refused(`${what} reads ${name} when it is called, and ${name} is assigned again after the selection`, place(unit, node));
    }
  }
  return undefined;
}

// ---- places ------------------------------------------------------------------------------------------------

function readIn(run: StatementRun, name: string): Place {
  return nameIn(run, name, (ctx) => ctx === "load") ?? bindingIn(run, name);
}

function bindingIn(run: StatementRun, name: string): Place {
  const [first] = run.parts;
  const written = nameIn(run, name, (ctx) => ctx !== "load");
  if (written) return written;
  for (const { unit, statements } of run.parts) {
    const [binding] = statements.flatMap((each) => [...(unitScopes(unit).module.bindings.get(name) ?? [])].filter(({ start }) => each.start <= start && start < each.end));
    if (binding) return place(unit, binding);
  }
  return place(first?.unit ?? neverEmpty(), first?.statements[0] ?? { start: 0, end: 0 });
}

function neverEmpty(): never {
  throw new RangeError("a run has statements");
}

function nameIn({ parts }: StatementRun, name: string, wanted: (ctx: string) => boolean): Place | undefined {
  let found: Place | undefined;
  for (const { unit, statements } of parts) {
    walk(statements, (node) => {
      if (!found && node.kind === "Name" && node.id === name && wanted(node.ctx)) found = place(unit, node);
      return found ? "skip" : undefined;
    });
  }
  return found;
}

/** Where a name comes first in the run; names that only texts mention come last. */
function orderIn({ parts }: StatementRun): (name: string) => number {
  const first = new Map<string, number>();
  for (const { statements } of parts) {
    walk(statements, (node) => {
      if (node.kind === "Name" && !first.has(node.id)) first.set(node.id, first.size);
      return undefined;
    });
  }
  return (name) => first.get(name) ?? first.size;
}
