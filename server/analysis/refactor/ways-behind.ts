/**
 * The blocks around a run of statements, and which names are read or bound on the ways through them.
 *
 *     x = 1                          step 2: in the module, before the loop
 *     for row in rows:
 *         y = f(row)                 step 1: in the loop, before the branch
 *         if y:
 *             x = g(x, y)       <-   the run; step 0: in the branch
 *             print(x)               behind it in step 0
 *         z = x                      behind it in step 1; then the loop begins again and reads x in the run
 *     print(x)                       behind it in step 2
 *
 * What is read behind: x. Once a name is surely bound anew, what comes later reads another value; unless a jump or a failure leads
 * past that binding.
 */
import { keptWithUnit } from "../facts/kept.ts";
import { maySuppress, nameFlowOf } from "../facts/name-flow.ts";
import { blocksOf } from "../syntax/blocks.ts";
import type { Expression, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";

/** One block around the run, innermost first. */
export interface Step {
  /** The statement, or part of one, that the block belongs to; `undefined` for the module. */
  readonly parent: Node | undefined;
  /** Empty where what is inside is no statement: an exception handler, a case. */
  readonly block: readonly Statement[];
  readonly before: readonly Statement[];
  readonly behind: readonly Statement[];
}

export const flowOfUnit = keptWithUnit((unit: Unit) => nameFlowOf(unit.body, unitScopes(unit)));

/** Up to the function or module that owns the names. */
export function stepsOf({ parts, path }: StatementRun): readonly Step[] {
  const [part] = parts;
  const last = parts.at(-1);
  if (!part || !last) return [];
  const holder = path.findLastIndex(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef");
  const steps: Step[] = [];
  for (let index = path.length - 1; index >= holder; index--) {
    const parent = path[index];
    const from = path[index + 1] ?? part.statements[0];
    const to = path[index + 1] ?? last.statements.at(-1);
    const blockWith = (unit: Unit, node: Node | undefined): readonly Statement[] =>
      (parent ? blocksOf(parent) : [unit.body]).find((each) => each.some((statement) => statement === node)) ?? [];
    const block = blockWith(part.unit, from);
    const rest = blockWith(last.unit, to);
    const begin = block.findIndex((each) => each === from);
    const end = rest.findIndex((each) => each === to);
    steps.push({ parent, block, before: block.slice(0, Math.max(begin, 0)), behind: end < 0 ? [] : rest.slice(end + 1) });
  }
  return steps;
}

export interface Behind {
  /** Read before they are surely bound anew. */
  readonly read: ReadonlySet<string>;
  /** Surely bound anew by the end. */
  readonly bound: ReadonlySet<string>;
}

/** What the ways behind the run do with names. `later`: units that run behind it. */
export function waysBehind(steps: readonly Step[], unit: Unit, later: readonly Unit[]): Behind {
  const scopes = unitScopes(unit);
  const live = new Set<string>();
  let bound = new Set<string>();
  let isReached = true;
  const read = (statements: readonly Statement[], isFollowing: boolean): void => {
    const { needs, onFailure } = nameFlowOf(statements, scopes);
    for (const name of [...needs, ...onFailure]) if (!isFollowing || (isReached && !bound.has(name))) live.add(name);
  };
  for (const { parent, block, behind } of steps) {
    const flow = nameFlowOf(behind, scopes);
    read(behind, true);
    for (const name of flow.binds) bound.add(name);
    if (!flow.goesOn) isReached = false;
    let isBypassed = leavesRound(behind);
    if (parent?.kind === "Try" || parent?.kind === "TryStar") {
      if (block === parent.body) {
        for (const { body } of parent.handlers) read(body, false);
        read(parent.orelse, false);
        isBypassed = true;
      }
      if (block !== parent.finalbody) read(parent.finalbody, false);
    }
    if ((parent?.kind === "With" || parent?.kind === "AsyncWith") && parent.items.some(({ contextExpr }) => maySuppress(contextExpr))) isBypassed = true;
    if (isBypassed) {
      bound = new Set();
      isReached = true;
    }
    if (parent?.kind === "For" || parent?.kind === "AsyncFor" || parent?.kind === "While") read([parent], true);
  }
  for (const each of later) {
    const { needs, onFailure, mayBind, binds } = flowOfUnit(each);
    for (const name of [...needs, ...onFailure]) if (isReached && !bound.has(name)) live.add(name);
    for (const name of mayBind) if (!binds.has(name) && isDeletedIn(each, name)) bound.delete(name);
    for (const name of binds) bound.add(name);
  }
  return { read: live, bound };
}

/** Names read when the run has failed on the way, by who catches that and by what comes then. */
export function readOnFailure(steps: readonly Step[], unit: Unit, later: readonly Unit[]): ReadonlySet<string> {
  const scopes = unitScopes(unit);
  const live = new Set<string>();
  steps.forEach(({ parent, block }, index) => {
    const add = (names: Iterable<string>, but?: ReadonlySet<string>): void => {
      for (const name of names) if (but?.has(name) !== true) live.add(name);
    };
    const behind = (): ReadonlySet<string> => waysBehind(steps.slice(index + 1), unit, later).read;
    if ((parent?.kind === "With" || parent?.kind === "AsyncWith") && parent.items.some(({ contextExpr }) => maySuppress(contextExpr))) add(behind());
    if (parent?.kind !== "Try" && parent?.kind !== "TryStar") return;
    if (block === parent.body) {
      for (const { body } of parent.handlers) {
        const { needs, onFailure, goesOn, binds } = nameFlowOf(body, scopes);
        add([...needs, ...onFailure]);
        if (leavesRound(body)) add(behind());
        else if (goesOn) add(behind(), binds);
      }
    }
    if (block !== parent.finalbody) add(nameFlowOf(parent.finalbody, scopes).needs);
  });
  return live;
}

/** Names that are bound whenever the run begins. `given`: those that are when its function begins, or before its unit. */
export function surelyBound(steps: readonly Step[], unit: Unit, given: readonly string[]): ReadonlySet<string> {
  const bound = new Set(given);
  for (const { parent, block, before } of [...steps].reverse()) {
    for (const name of boundByHeader(unit, parent, block)) bound.add(name);
    const flow = nameFlowOf(before, unitScopes(unit));
    for (const name of deletedIn(before)) if (!flow.binds.has(name)) bound.delete(name);
    for (const name of flow.binds) bound.add(name);
  }
  return bound;
}

function boundByHeader(unit: Unit, parent: Node | undefined, block: readonly Statement[]): readonly string[] {
  switch (parent?.kind) {
    case "For":
    case "AsyncFor":
      return block === parent.body ? namesIn([parent.target]) : [];
    case "With":
    case "AsyncWith":
      return namesIn(parent.items.flatMap(({ optionalVars }) => optionalVars ?? []));
    case "ExceptHandler":
      return parent.name ? [parent.name.name] : [];
    case "MatchCase":
      return patternNames(parent);
    case "Try":
    case "TryStar":
      return block === parent.orelse ? [...nameFlowOf(parent.body, unitScopes(unit)).binds] : [];
    default:
      return [];
  }
}

/** Names that an assignment's targets bind. */
function namesIn(targets: readonly Expression[]): readonly string[] {
  const names: string[] = [];
  walk(targets, (node) => {
    if (node.kind === "Name" && node.ctx === "store") names.push(node.id);
    return undefined;
  });
  return names;
}

/** Of a pattern without alternatives all names are bound. */
function patternNames(parent: Extract<Node, { readonly kind: "MatchCase" }>): readonly string[] {
  const names: string[] = [];
  walk([parent.pattern], (node) => {
    if ((node.kind === "MatchAs" || node.kind === "MatchStar") && node.name) names.push(node.name.name);
    if (node.kind === "MatchMapping" && node.rest) names.push(node.rest.name);
    return undefined;
  });
  return names;
}

function deletedIn(statements: readonly Statement[]): readonly string[] {
  const names: string[] = [];
  walk(statements, (node) => {
    if (node.kind === "Name" && node.ctx === "del") names.push(node.id);
    return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
  });
  return names;
}

export function isDeletedIn(unit: Unit, name: string): boolean {
  return unitScopes(unit).module.bindings.get(name)?.some(({ kind }) => kind === "delete") === true;
}

/** A `break` or `continue`: what stands behind it is passed by. */
function leavesRound(statements: readonly Statement[]): boolean {
  let found = false;
  walk(statements, (node) => {
    if (node.kind === "Break" || node.kind === "Continue") found = true;
    return found || node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
  });
  return found;
}
