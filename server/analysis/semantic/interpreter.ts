/**
 * The interpreter of one document: unit after unit, then every function with open parameters, then who saw what.
 *
 *     analyse(units)                 everything is interpreted
 *     analyse(units after an edit)   the edited unit, and the units that read a name whose value it changed
 *
 * A unit is not interpreted again when it is the same object as before and every name that it read, directly or through
 * functions it called, has the same value: values are interned, so that is a comparison of references per name. The
 * {@link UnitAnalysis} of such a unit is the same object too, unless a call elsewhere reached one of its functions with new
 * arguments. What is kept between analyses is only a cache: the result is that of a fresh interpreter.
 */
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "./analysis.ts";
import { current } from "./environment.ts";
import { Flow, isPseudoName } from "./flow.ts";
import type { Interner } from "./interner.ts";
import { join } from "./join.ts";
import type { Deferred, Run } from "./machine.ts";
import { Interpretation, isCurrent, openKey } from "./runs.ts";
import { stabilityOf } from "./stability.ts";
import type { Value } from "./value.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

export interface Interpreter {
  analyse(units: readonly Unit[]): DocumentAnalysis;
  /** Of the last analysis: units and functions that were interpreted, and those whose runs were used again. */
  readonly work: { readonly interpreted: number; readonly reused: number };
}

export interface InterpreterOptions {
  /** Told when interpreting a unit or function failed. The analysis goes on without it. */
  readonly onFailure?: (error: unknown, unit: Unit) => void;
  /** Other modules that this document imports, with the interner that their values come from. */
  readonly workspace?: { readonly interner: Interner; readonly modules: WorkspaceModules };
}

/** Values beyond which the cache is let go, so that an editor that is open for days does not grow. */
const maximumValues = 400_000;

/** Steps that all calls of a document may take together. */
function callPool(units: readonly Unit[]): number {
  let length = 0;
  for (const unit of units) length += unit.text.length;
  return 20_000 + length;
}

export function createInterpreter(options: InterpreterOptions = {}): Interpreter {
  const { workspace } = options;
  let machine = new Interpretation(workspace?.interner, workspace?.modules);
  let previous = new Map<Unit, UnitState>();
  let work = { interpreted: 0, reused: 0 };

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

  function analyse(units: readonly Unit[]): DocumentAnalysis {
    if (!workspace && machine.interner.size > maximumValues) {
      machine = new Interpretation();
      previous = new Map();
    }
    const { interner } = machine;
    const environment = new Map<string, Value>();
    const history = new Map<string, Value>();
    const stability = stabilityOf(units, (unit) => machine.scopesOf(unit));
    if (!machine.begin(stability, () => environment.keys(), callPool(units))) previous = new Map();
    work = { interpreted: 0, reused: 0 };
    const states = new Map<Unit, UnitState>();

    for (const unit of units) {
      const old = previous.get(unit);
      const value = (name: string): Value | undefined => environment.get(name);
      const { pool } = machine;
      let moduleRun = old?.moduleRun;
      let poolUsed = old?.poolUsed ?? 0;
      const isReusable = moduleRun && isCurrent(moduleRun.reads, value) && (moduleRun.exhausted ? old?.poolBefore === pool : poolUsed <= pool) && !bindsEverything(moduleRun);
      if (moduleRun && isReusable) {
        machine.pool -= poolUsed;
        machine.keep(moduleRun);
        work.reused++;
      } else {
        moduleRun = attempt(unit, () => machine.runUnit(unit, value));
        poolUsed = pool - machine.pool;
        work.interpreted++;
      }
      states.set(unit, { unit, moduleRun, poolBefore: pool, poolUsed, openRuns: new Map(), contributions: [], analysis: old?.analysis, old });
      for (const [name, written] of moduleRun.writes) {
        if (written) environment.set(name, written);
        else environment.delete(name);
        remember(history, name, written);
      }
    }

    function remember(into: Map<string, Value>, name: string, written: Value | undefined): void {
      if (!written) return;
      const known = into.get(name);
      if (isPseudoName(name)) {
        // Marked once is marked for every function that may be called at any time.
        if (known !== interner.unknown) into.set(name, written);
      } else into.set(name, known ? join(interner, known, written) : written);
    }

    // Functions may be called at any time after their definition: a name has any of the values that it ever had.
    const anytime = (name: string): Value | undefined => history.get(name);
    for (const state of states.values()) {
      const waiting: Deferred[] = [...(state.moduleRun?.deferred ?? [])];
      for (let deferred = waiting.shift(); deferred; deferred = waiting.shift()) {
        const each = deferred;
        const key = openKey(each);
        if (state.openRuns.has(key)) continue;
        const kept = state.old?.openRuns.get(key);
        const { pool } = machine;
        let open = kept;
        if (open && isCurrent(open.run.reads, anytime) && (open.run.exhausted ? open.poolBefore === pool : open.poolUsed <= pool)) {
          machine.pool -= open.poolUsed;
          machine.keep(open.run);
          work.reused++;
        } else {
          const run = attempt(each.unit, () => machine.runOpen(each, anytime));
          open = { run, poolBefore: pool, poolUsed: pool - machine.pool };
          work.interpreted++;
        }
        state.openRuns.set(key, open);
        waiting.push(...open.run.deferred);
      }
    }
    machine.end();

    assemble(states);
    previous = states;
    for (const state of states.values()) state.old = undefined;
    return documentAnalysis(units, states, environment);
  }

  /** Hands every run's events to the unit that holds the code. */
  function assemble(states: ReadonlyMap<Unit, UnitState>): void {
    const seen = new Set<Run>();
    const visit = (run: Run, via: readonly Place[]): void => {
      if (seen.has(run)) return;
      seen.add(run);
      states.get(run.unit)?.contributions.push({ run, via });
      for (const child of run.children) visit(child.run, [...via, child.place]);
    };
    for (const state of states.values()) if (state.moduleRun) visit(state.moduleRun, []);
    for (const state of states.values()) for (const { run } of state.openRuns.values()) visit(run, []);
    for (const state of states.values()) {
      const { old } = state;
      const isSame = old?.analysis && old.contributions.length === state.contributions.length
        && old.contributions.every((each, index) => sameContribution(each, state.contributions[index]));
      state.analysis = isSame ? old.analysis : unitAnalysis(state);
    }
  }

  function unitAnalysis(state: UnitState): UnitAnalysis {
    const { unit, contributions } = state;
    const scopes = machine.scopesOf(unit).module;
    const { unknown } = machine.interner;
    let values: Map<Node, Value> | undefined;
    let calls: readonly CallEvent[] | undefined;
    const reads = new Set<string>(scopes.uses.keys());
    for (const child of scopes.children) for (const name of child.free) reads.add(name);
    return {
      unit,
      get calls() {
        calls ??= contributions.flatMap(({ run, via }) => run.events.map((event) => ({ ...event, via })));
        return calls;
      },
      valueOf(node: Expression): Value {
        if (!values) {
          values = new Map();
          for (const { run } of contributions) if (run.values) for (const [key, value] of run.values) values.set(key, value);
        }
        return values.get(node) ?? unknown;
      },
      binds: [...scopes.bindings.keys()],
      reads: [...reads],
    };
  }

  function documentAnalysis(units: readonly Unit[], states: ReadonlyMap<Unit, UnitState>, environment: ReadonlyMap<string, Value>): DocumentAnalysis {
    const imports = new Set<string>();
    for (const unit of units) for (const name of machine.scopesOf(unit).imports) imports.add(name);
    const exit = new Flow({ outer: (name) => environment.get(name), logs: [] });
    return {
      units: units.flatMap((unit) => states.get(unit)?.analysis ?? []),
      analysisOf: (unit) => states.get(unit)?.analysis,
      exitValue(name) {
        const value = isPseudoName(name) ? undefined : environment.get(name);
        return value && current(machine, exit, value);
      },
      imports,
    };
  }

  return {
    analyse,
    get work() {
      return work;
    },
  };
}

interface OpenState {
  readonly run: Run;
  readonly poolBefore: number;
  readonly poolUsed: number;
}

interface Contribution {
  readonly run: Run;
  readonly via: readonly Place[];
}

interface UnitState {
  readonly unit: Unit;
  readonly moduleRun: Run | undefined;
  readonly poolBefore: number;
  readonly poolUsed: number;
  readonly openRuns: Map<string, OpenState>;
  readonly contributions: Contribution[];
  analysis: UnitAnalysis | undefined;
  /** The state of the analysis before, while this one is made. */
  old: UnitState | undefined;
}

/** After `%run` or a star import every name counts as written, so the run depends on all of them. */
function bindsEverything(run: Run): boolean {
  return run.writes.has("*");
}

function sameContribution(left: Contribution, right: Contribution | undefined): boolean {
  if (left.run !== right?.run || left.via.length !== right.via.length) return false;
  return left.via.every((place, index) => {
    const other = right.via[index];
    return place.anchor === other?.anchor && place.start === other.start && place.end === other.end;
  });
}

