/**
 * Runs of functions with open parameters: anybody may call them, at any time after their definition, and each after any other.
 *
 *     NAMES = ["a"]
 *     def add(name):
 *         NAMES.append(name)        first round: NAMES is ["a"]; it is changed here
 *     def check(frame):
 *         return frame[NAMES]       first round: NAMES is ["a"]; second round: a list
 *
 * In the first round each function sees the module as its module-level code made it. What the functions change there, or in the objects
 * whose methods they are, is gathered; functions that looked at such a thing are run a second time, in which nobody believes in its content.
 * What is only changed in the second round was not believed in by then.
 */
import type { Unit } from "../syntax/unit.ts";
import type { Changes, Run } from "./machine.ts";
import type { ModuleLevel } from "./module-level.ts";
import type { Interpretation, OpenResult } from "./runs.ts";
import { isCurrent, openKey } from "./runs.ts";
import type { OpenState, UnitState } from "./unit-states.ts";
import { noOpenRuns, runsOfFunctions } from "./unit-states.ts";
import type { Value } from "./value.ts";

type Environment = (name: string) => Value | undefined;
type OpenRuns = ReadonlyMap<string, OpenState>;

export interface OpenRounds {
  /** Brings the runs of all functions up to date. */
  run(states: readonly UnitState[]): void;
}

export function openRounds(machine: Interpretation, level: ModuleLevel, attempt: (unit: Unit, run: () => Run) => Run): OpenRounds {
  /** What functions changed at the last analysis. */
  let latest: Changes = noChanges;

  function run(states: readonly UnitState[]): void {
    const changed = level.changedAnytime();
    const before = new Map<UnitState, ReadonlySet<Run>>();
    for (const state of states) {
      if (state.openOf === state.moduleRun && (state.firstRuns === noOpenRuns || (holds(state.firstRuns, changed) && state.openPool === machine.hasPool))) {
        level.work.reused += state.firstRuns.size;
        continue;
      }
      before.set(state, runsOfFunctions(state));
      state.firstRuns = runAll(state, state.firstRuns, noOpenRuns, level.anytime);
      state.openOf = state.moduleRun;
      state.openPool = machine.hasPool;
    }
    const changes = gathered(states);
    const isSame = areSame(changes, latest);
    latest = changes;
    const anytime: Environment = (name) => (changes.has(name) ? changes.get(name) : level.anytime(name));
    for (const state of states) {
      const isNew = before.has(state);
      if (!isNew && isSame && (changes.size === 0 || holds(state.openRuns, changed))) continue;
      if (!isNew) before.set(state, runsOfFunctions(state));
      const runs = changes.size > 0 && state.firstRuns.size > 0 ? runAll(state, state.firstRuns, state.openRuns, anytime) : state.firstRuns;
      if (areSame(runs, state.openRuns)) continue;
      state.openRuns = runs;
      level.states.changed.add(state);
    }
    for (const [state, runs] of before) exchange(runs, runsOfFunctions(state));
  }

  /** All functions of a unit, and those that they define; runs that are at hand are used where all that they read is the same. */
  function runAll(state: UnitState, runs: OpenRuns, others: OpenRuns, environment: Environment): OpenRuns {
    const waiting = [...(state.moduleRun?.deferred ?? [])];
    const result = new Map<string, OpenState>();
    let isSame = true;
    // Grows while it is gone through.
    for (const each of waiting) {
      const key = openKey(each);
      if (result.has(key)) continue;
      let open = [runs.get(key), others.get(key)].find((known) => known && isUsable(known, environment));
      if (open) level.work.reused++;
      else {
        const { run: made, changes } = openRun(each.unit, () => machine.runOpen(each, environment));
        open = { run: made, changes, hasPool: machine.hasPool };
        level.work.interpreted++;
      }
      if (runs.get(key) !== open) isSame = false;
      result.set(key, open);
      waiting.push(...open.run.deferred);
    }
    if (isSame && result.size === runs.size) return runs;
    return result.size > 0 ? result : noOpenRuns;
  }

  function openRun(unit: Unit, make: () => OpenResult): OpenResult {
    let changes = noChanges;
    const made = attempt(unit, () => {
      const open = make();
      ({ changes } = open);
      return open.run;
    });
    return { run: made, changes };
  }

  function isUsable({ run: known, hasPool }: OpenState, environment: Environment): boolean {
    level.work.compared++;
    return hasPool === machine.hasPool && isCurrent(known.reads, environment);
  }

  function exchange(before: ReadonlySet<Run>, now: ReadonlySet<Run>): void {
    for (const each of now) if (!before.has(each)) level.exchange(undefined, each);
    for (const each of before) if (!now.has(each)) level.exchange(each, undefined);
  }

  return { run };
}

const noChanges: Changes = new Map();

function gathered(states: readonly UnitState[]): Changes {
  let changes: Map<string, Value | undefined> | undefined;
  for (const { firstRuns } of states) {
    for (const { changes: own } of firstRuns.values()) for (const [name, value] of own) (changes ??= new Map<string, Value | undefined>()).set(name, value);
  }
  return changes ?? noChanges;
}

/** Whether nothing is among what changed that these runs read. */
function holds(runs: OpenRuns, changed: readonly string[]): boolean {
  if (changed.length === 0) return true;
  for (const { run } of runs.values()) if (changed.some((name) => run.reads.names.includes(name))) return false;
  return true;
}

function areSame<Item>(left: ReadonlyMap<string, Item>, right: ReadonlyMap<string, Item>): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (!right.has(key) || right.get(key) !== value) return false;
  return true;
}
