/**
 * The interpreter of one document: unit after unit, then every function with open parameters, then who saw what.
 *
 *     analyse(units)                 everything is interpreted
 *     analyse(units after an edit)   the edited unit, and the units that read a name whose value it changed
 *
 * A unit is not interpreted again when it is the same object as before and every name that it read, directly or through
 * functions it called, has the same value: values are interned, so that is a comparison of references. The
 * {@link UnitAnalysis} of such a unit is the same object too, unless a call elsewhere reached one of its functions with new
 * arguments. What is kept between analyses is only a cache: the result is that of a fresh interpreter.
 *
 * Which units are looked at says module-level.ts, which runs are gathered unit-analyses.ts.
 */
import type { Unit } from "../syntax/unit.ts";
import type { DocumentAnalysis, Exports, UnitAnalysis } from "./analysis.ts";
import { leak } from "./aliasing.ts";
import { current } from "./environment.ts";
import { Flow, isPseudoName } from "./flow.ts";
import { namesHeldByFunctions } from "./held-names.ts";
import type { Interner } from "./interner.ts";
import type { Deferred, Run } from "./machine.ts";
import type { InterpreterWork } from "./module-level.ts";
import { ModuleLevel, bindAll } from "./module-level.ts";
import { Interpretation, isCurrent, openKey } from "./runs.ts";
import type { Stability } from "./stability.ts";
import { assemble, writesOf } from "./unit-analyses.ts";
import { grouped, noGroups } from "./unit-groups.ts";
import { noOpenRuns } from "./unit-states.ts";
import type { OpenState, UnitState } from "./unit-states.ts";
import type { Value } from "./value.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

export interface Interpreter {
  /** @param isAnswered other modules would answer every question as they did at the last analysis */
  analyse(units: readonly Unit[], isAnswered?: boolean): DocumentAnalysis;
  /** What other modules get of a document: its module-level code runs, nothing is kept. */
  exports(units: readonly Unit[]): Exports;
  /** Of the last analysis. */
  readonly work: Readonly<InterpreterWork> & {
    /** Units whose runs were gathered. */
    readonly gathered: number;
  };
  /** What syntax proved at the last analysis. */
  readonly stability: Stability | undefined;
}

export interface InterpreterOptions {
  /** Told when interpreting a unit or function failed. The analysis goes on without it. */
  readonly onFailure?: (error: unknown, unit: Unit) => void;
  /** Other modules that this document imports, with the interner that their values come from. */
  readonly workspace?: { readonly interner: Interner; readonly modules: WorkspaceModules };
}

/** Values beyond which the cache is let go, so that an editor that is open for days does not grow. */
const maximumValues = 400_000;

export function createInterpreter(options: InterpreterOptions = {}): Interpreter {
  const { workspace } = options;
  let machine = new Interpretation(workspace?.interner, workspace?.modules);
  let level = new ModuleLevel(machine, attempt);
  let groups = noGroups;
  let imports: ReadonlySet<string> = new Set();
  let latest: DocumentAnalysis | undefined;
  let gathered = 0;

  function attempt(unit: Unit, run: () => Run): Run {
    const { depth, limit } = machine;
    try {
      return run();
    } catch (error) {
      options.onFailure?.(error, unit);
      machine.depth = depth;
      machine.limit = limit;
      return machine.failedRun(unit);
    }
  }

  function exports(units: readonly Unit[]): Exports {
    try {
      level.run(units);
      return exportsOf(units, environmentOf(level.states.inOrder.map(({ moduleRun }) => moduleRun?.writes)));
    } finally {
      // Half an analysis would pass for the last one.
      level.forget();
    }
  }

  function analyse(units: readonly Unit[], isAnswered = false): DocumentAnalysis {
    if (!workspace && machine.interner.size > maximumValues) {
      machine = new Interpretation();
      level = new ModuleLevel(machine, attempt);
    }
    latest = undefined;
    let isComplete = false;
    try {
      const states = level.run(units, isAnswered);
      runOpenFunctions(states);
      machine.end(() => runsOf(states));
      gathered = assemble(machine, level.states);
      isComplete = true;
      return documentAnalysis(states);
    } finally {
      // States that were changed half way would pass for those of the last analysis.
      if (!isComplete) level.forget();
    }
  }

  /** Functions may be called at any time after their definition: a name has any of the values that it ever had. */
  function runOpenFunctions(states: readonly UnitState[]): void {
    const changed = level.changedAnytime();
    for (const state of states) {
      const isSame = state.openOf === state.moduleRun;
      if (isSame && state.openRuns === noOpenRuns) continue;
      const { pool } = machine;
      if (isSame && holds(state, changed, pool)) {
        machine.pool -= state.openUsed;
        level.work.reused += state.openRuns.size;
      } else runOpen(state);
      state.openOf = state.moduleRun;
      state.openPool = pool;
      state.openUsed = pool - machine.pool;
    }
  }

  function runOpen(state: UnitState): void {
    const waiting: Deferred[] = [...(state.moduleRun?.deferred ?? [])];
    const old = state.openRuns;
    const openRuns = new Map<string, OpenState>();
    let isSame = true;
    // Grows while it is gone through.
    for (const each of waiting) {
      const key = openKey(each);
      if (openRuns.has(key)) continue;
      const { pool } = machine;
      let open = old.get(key);
      if (open) level.work.compared++;
      if (open && isCurrent(open.run.reads, level.anytime) && (open.run.exhausted ? open.poolBefore === pool : open.poolUsed <= pool)) {
        machine.pool -= open.poolUsed;
        level.work.reused++;
      } else {
        const run = attempt(each.unit, () => machine.runOpen(each, level.anytime));
        level.exchange(undefined, run);
        open = { run, poolBefore: pool, poolUsed: pool - machine.pool };
        level.work.interpreted++;
        isSame = false;
      }
      openRuns.set(key, open);
      waiting.push(...open.run.deferred);
    }
    for (const [key, { run }] of old) if (openRuns.get(key)?.run !== run) level.exchange(run, undefined);
    if (isSame && openRuns.size === old.size) return;
    state.openRuns = openRuns.size > 0 ? openRuns : noOpenRuns;
    level.states.changed.add(state);
  }

  function documentAnalysis(states: readonly UnitState[]): DocumentAnalysis {
    const units: UnitAnalysis[] = [];
    for (const { analysis } of states) if (analysis) units.push(analysis);
    groups = grouped(units, groups);
    imports = importsOf(states);
    const isLatest = (): boolean => latest === result;
    let kept: ReadonlyMap<string, Value> | undefined;
    // From the analyses themselves, which are right when others have taken their place, too.
    const environment = (): ReadonlyMap<string, Value> => (kept ??= environmentOf(units.map(writesOf)));
    const exit = new Flow({ outer: (name) => (isLatest() ? level.timelines.before(name, Infinity) : environment().get(name)), logs: [] });
    let byUnit: ReadonlyMap<Unit, UnitAnalysis> | undefined;
    let exports: Exports | undefined;
    const result: DocumentAnalysis = {
      units,
      groups: groups.groups,
      sections: groups.sections,
      analysisOf(unit) {
        if (isLatest()) return level.states.of(unit)?.analysis;
        byUnit ??= new Map(units.map((each) => [each.unit, each]));
        return byUnit.get(unit);
      },
      exitValue(name) {
        const value = isPseudoName(name) ? undefined : exit.global(name);
        return value && current(machine, exit, value);
      },
      exports: () => (exports ??= exportsOf(units.map(({ unit }) => unit), environment())),
      imports,
    };
    latest = result;
    return result;
  }

  function importsOf(states: readonly UnitState[]): ReadonlySet<string> {
    const isSame = [level.states.replaced, states.slice(level.states.front, level.states.back)].every((part) => part.every((state) => state.imports.length === 0));
    return isSame ? imports : new Set(states.flatMap((state) => state.imports));
  }

  /** Code of other modules meets the names as the module left them, after any of its functions was called. */
  function exportsOf(units: readonly Unit[], environment: ReadonlyMap<string, Value>): Exports {
    const { interner } = machine;
    const flow = new Flow({ outer: (name) => environment.get(name), logs: [] });
    for (const unit of units) {
      for (const name of namesHeldByFunctions(unit)) {
        const value = environment.get(name);
        if (value) leak(interner, flow, value);
      }
    }
    const values = new Map<string, Value>();
    for (const [name, value] of environment) {
      if (!isPseudoName(name)) values.set(name, machine.isShared(name) ? interner.unknown : current(machine, flow, value));
    }
    return { values, isOpen: environment.has("*") };
  }

  return {
    analyse,
    exports,
    get stability() {
      return machine.stability;
    },
    get work() {
      return { ...level.work, gathered };
    },
  };
}

/** Whether everything that a unit's open runs read is as it was. */
function holds({ openRuns, openPool, openUsed }: UnitState, changed: readonly string[], pool: number): boolean {
  if (openUsed > pool) return false;
  for (const { run } of openRuns.values()) {
    if (run.exhausted && openPool !== pool) return false;
    if (changed.some((name) => run.reads.names.includes(name))) return false;
  }
  return true;
}

function environmentOf(writes: Iterable<ReadonlyMap<string, Value | undefined> | undefined>): ReadonlyMap<string, Value> {
  const environment = new Map<string, Value>();
  for (const each of writes) bindAll(environment, each);
  return environment;
}

function* runsOf(states: readonly UnitState[]): Iterable<Run> {
  for (const { moduleRun, openRuns } of states) {
    if (moduleRun) yield moduleRun;
    for (const { run } of openRuns.values()) yield run;
  }
}
