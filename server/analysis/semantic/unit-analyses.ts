/**
 * Hands every run's events to the unit that holds the code, for the unit's analysis.
 *
 *     unit 0   def load(name): return pd.read_csv(name)        contributions: its own run; load("a.csv") via unit 1; load("b.csv") via unit 2
 *     unit 1   load("a.csv")                                   its own run
 *     unit 2   load("b.csv")                                   its own run
 *
 * Unit 0 is a *target* of units 1 and 2, and they are its *sources*. After an edit of unit 1 the runs of unit 0 are gathered again, from all its
 * sources, and those of unit 2 are not. A run that several calls share is contributed once, by the first that reaches it.
 */
import { fitted } from "../syntax/lists.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import type { CallEvent, UnitAnalysis } from "./analysis.ts";
import type { Changes, Machine, Run } from "./machine.ts";
import { outermost } from "./machine.ts";
import { scopesOf } from "./scopes.ts";
import { starNamesRead } from "./module-reads.ts";
import type { Contribution, UnitState, UnitStates } from "./unit-states.ts";
import type { Value } from "./value.ts";

const noTargets: readonly UnitState[] = [];
const noEvents: readonly CallEvent[] = [];

/** Brings the units' analyses up to date with their runs. @returns how many units were looked at */
export function assemble(machine: Machine, states: UnitStates): number {
  const affected = new Set<UnitState>(states.changed);
  for (const state of states.gone) link(state, noTargets, affected);
  for (const state of states.changed) link(state, targetsOf(state, states), affected);
  const sources = new Set<UnitState>(affected);
  for (const { sources: others } of affected) for (const each of others ?? []) sources.add(each);
  for (const state of states.gone) {
    affected.delete(state);
    sources.delete(state);
  }

  const seen = new Set<Run>();
  const visit = (run: Run, via: readonly Place[]): void => {
    const state = states.of(run.unit);
    if (state && affected.has(state)) contribute(state, run, via);
    for (const child of run.children) {
      if (seen.has(child.run)) continue;
      seen.add(child.run);
      visit(child.run, [...via, child.place]);
    }
  };
  const inOrder = [...sources].sort((a, b) => a.index - b.index);
  for (const state of affected) state.found = 0;
  for (const { moduleRun } of inOrder) if (moduleRun) visit(moduleRun, outermost);
  for (const { openRuns } of inOrder) for (const { run } of openRuns.values()) visit(run, outermost);
  for (const state of affected) {
    if (state.found < state.contributions.length) {
      state.contributions = state.contributions.slice(0, state.found);
      state.analysis = undefined;
    }
    if (state.analysis) continue;
    state.contributions = state.contributions.slice();
    state.analysis = new KeptAnalysis(machine, state);
  }
  return affected.size;
}

/** What a unit's module-level code bound, by its analysis: also one that is out of date. */
export function writesOf(analysis: UnitAnalysis): Changes | undefined {
  return analysis instanceof KeptAnalysis ? analysis.writes : undefined;
}

/** Other units whose code the runs of a unit reach. */
function targetsOf(state: UnitState, states: UnitStates): readonly UnitState[] {
  const isAlone = (run: Run | undefined): boolean => !run || run.children.length === 0;
  if (isAlone(state.moduleRun) && [...state.openRuns.values()].every(({ run }) => isAlone(run))) return noTargets;
  const found = new Set<UnitState>();
  const seen = new Set<Run>();
  const visit = (run: Run): void => {
    if (seen.has(run)) return;
    seen.add(run);
    const holder = run.unit === state.unit ? undefined : states.of(run.unit);
    if (holder) found.add(holder);
    for (const child of run.children) visit(child.run);
  };
  if (state.moduleRun) visit(state.moduleRun);
  for (const { run } of state.openRuns.values()) visit(run);
  return found.size > 0 ? [...found] : noTargets;
}

function link(state: UnitState, targets: readonly UnitState[], affected: Set<UnitState>): void {
  for (const target of state.targets) {
    affected.add(target);
    target.sources?.delete(state);
  }
  state.targets = targets;
  for (const target of targets) {
    affected.add(target);
    (target.sources ??= new Set()).add(state);
  }
}

/** The next contribution to a unit. As long as they are those of the last analysis, so is the analysis of the unit. */
function contribute(state: UnitState, run: Run, via: readonly Place[]): void {
  const index = state.found++;
  const known = state.contributions[index];
  if (known?.run === run && sameVia(known.via, via)) return;
  if (state.analysis) {
    // The array belongs to the analysis that was made of it.
    state.contributions = state.contributions.slice(0, index);
    state.analysis = undefined;
  } else state.contributions.length = index;
  state.contributions.push({ run, via });
}

function sameVia(left: readonly Place[], right: readonly Place[]): boolean {
  return left.length === right.length && left.every((place, index) => {
    const other = right[index];
    return place.anchor === other?.anchor && place.start === other.start && place.end === other.end;
  });
}

/** So many are looked through one by one: a function has the run of its definition and that of its body. */
const fewTables = 3;

class KeptAnalysis implements UnitAnalysis {
  readonly unit: Unit;
  readonly writes: Changes | undefined;
  slots: unknown[] | undefined = undefined;
  readonly #machine: Machine;
  readonly #contributions: readonly Contribution[];
  #calls: readonly CallEvent[] | undefined;
  #reached: readonly CallEvent[] | undefined;
  /** The later one counts. */
  #values: readonly ReadonlyMap<Node, Value>[] | undefined;

  constructor(machine: Machine, { unit, moduleRun, contributions }: UnitState) {
    this.#machine = machine;
    this.unit = unit;
    this.writes = moduleRun?.writes;
    this.#contributions = contributions;
  }

  get calls(): readonly CallEvent[] {
    this.#calls ??= this.#joinedCalls();
    return this.#calls;
  }

  get reached(): readonly CallEvent[] {
    this.#reached ??= this.#contributions.some(({ run }) => run.imported.length > 0) ? this.#reachedCalls() : noEvents;
    return this.#reached;
  }

  valueOf(node: Expression): Value {
    const values = (this.#values ??= this.#recordedValues());
    for (let at = values.length - 1; at >= 0; at--) {
      const value = values[at]?.get(node);
      if (value) return value;
    }
    return this.#machine.interner.unknown;
  }

  get binds(): readonly string[] {
    return [...scopesOf(this.unit).module.bindings.keys()];
  }

  get reads(): readonly string[] {
    const { uses, children } = scopesOf(this.unit).module;
    const names = new Set<string>(uses.keys());
    for (const child of children) for (const name of child.free) names.add(name);
    return [...names];
  }

  starNames(module: string): readonly string[] | undefined {
    for (const { run, via } of this.#contributions) {
      const names = via.length === 0 ? starNamesRead(run.reads, module) : undefined;
      if (names) return names;
    }
    return undefined;
  }

  #joinedCalls(): readonly CallEvent[] {
    const [first, second] = this.#contributions;
    if (first?.via === outermost && !second) return first.run.events;
    return fitted(this.#contributions.flatMap(({ run, via }) => (via === outermost ? run.events : run.events.map((event) => ({ ...event, via })))));
  }

  #reachedCalls(): readonly CallEvent[] {
    const found: CallEvent[] = [];
    const seen = new Set<Run>();
    const visit = (run: Run, via: readonly Place[]): void => {
      for (const child of run.imported) {
        if (seen.has(child.run)) continue;
        seen.add(child.run);
        const way = [...via, child.place];
        for (const event of child.run.events) found.push({ ...event, via: way });
        visit(child.run, way);
      }
    };
    for (const { run, via } of this.#contributions) visit(run, via);
    return fitted(found);
  }

  #recordedValues(): readonly ReadonlyMap<Node, Value>[] {
    const found: ReadonlyMap<Node, Value>[] = [];
    for (const { run: { values } } of this.#contributions) if (values && values.size > 0) found.push(values);
    if (found.length <= fewTables) return fitted(found);
    // A class has a run for each of its methods.
    const all = new Map<Node, Value>();
    for (const each of found) for (const [node, value] of each) all.set(node, value);
    return [all];
  }
}
