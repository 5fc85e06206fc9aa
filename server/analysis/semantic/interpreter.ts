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
import type { CallEvent, DocumentAnalysis, Exports, UnitAnalysis, UnitGroup } from "./analysis.ts";
import { leak } from "./aliasing.ts";
import { current } from "./environment.ts";
import { Flow, isPseudoName } from "./flow.ts";
import { namesHeldByFunctions } from "./held-names.ts";
import type { Interner } from "./interner.ts";
import { join } from "./join.ts";
import type { Deferred, Run } from "./machine.ts";
import { isModuleRead, starNamesRead } from "./module-reads.ts";
import { isContent } from "./objects.ts";
import { Interpretation, isCurrent, openKey } from "./runs.ts";
import { stabilityOf, summaryOf } from "./stability.ts";
import type { Stability, Summary } from "./stability.ts";
import type { Value } from "./value.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

export interface Interpreter {
  analyse(units: readonly Unit[]): DocumentAnalysis;
  /** What other modules get of a document: its module-level code runs, nothing is kept. */
  exports(units: readonly Unit[]): Exports;
  /** Of the last analysis: units and functions that were interpreted, and those whose runs were used again. */
  readonly work: { readonly interpreted: number; readonly reused: number };
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

/** Steps that all calls of a document may take together. */
function callPool(units: readonly Unit[]): number {
  let length = 0;
  for (const unit of units) length += unit.text.length;
  return 20_000 + length;
}

export function createInterpreter(options: InterpreterOptions = {}): Interpreter {
  const { workspace } = options;
  let machine = new Interpretation(workspace?.interner, workspace?.modules);
  /** States of the units of the last analysis, in order and by unit. */
  let previous: readonly UnitState[] = [];
  const stateOf = new Map<Unit, UnitState>();
  let groups: readonly UnitGroup[] = [];
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

  function forget(): void {
    previous = [];
    stateOf.clear();
  }

  function exports(units: readonly Unit[]): Exports {
    try {
      return exportsOf(units, runModule(units).environment);
    } finally {
      machine.end();
      // Half an analysis would pass for the last one.
      forget();
    }
  }

  function analyse(units: readonly Unit[]): DocumentAnalysis {
    if (!workspace && machine.interner.size > maximumValues) {
      machine = new Interpretation();
      forget();
    }
    let isComplete = false;
    try {
      const result = interpret(units);
      isComplete = true;
      return result;
    } finally {
      // States that were changed half way would pass for those of the last analysis.
      if (!isComplete) forget();
    }
  }

  /** Module-level code, unit after unit. */
  function runModule(units: readonly Unit[]): { readonly states: readonly UnitState[]; readonly environment: ReadonlyMap<string, Value>; readonly history: ReadonlyMap<string, Value> } {
    const { interner } = machine;
    const environment = new Map<string, Value>();
    const history = new Map<string, Value>();
    let states = statesFor(units);
    const summaries: Summary[] = [];
    for (const { summary } of states) if (summary) summaries.push(summary);
    if (!machine.begin(stabilityOf(summaries, machine.stability), () => environment.keys(), callPool(units))) {
      forget();
      states = statesFor(units);
    }
    work = { interpreted: 0, reused: 0 };

    const value = (name: string): Value | undefined => (isModuleRead(name) ? machine.answer(name) : environment.get(name));
    for (const state of states) {
      const { unit } = state;
      const { pool } = machine;
      let { moduleRun } = state;
      const isReusable = moduleRun && isCurrent(moduleRun.reads, value) && (moduleRun.exhausted ? state.poolBefore === pool : state.poolUsed <= pool) && !bindsEverything(moduleRun);
      if (moduleRun && isReusable) {
        machine.pool -= state.poolUsed;
        machine.keep(moduleRun);
        work.reused++;
      } else {
        moduleRun = attempt(unit, () => machine.runUnit(unit, value));
        state.moduleRun = moduleRun;
        state.poolUsed = pool - machine.pool;
        work.interpreted++;
      }
      state.poolBefore = pool;
      for (const [name, written] of moduleRun.writes) {
        if (written) environment.set(name, written);
        else environment.delete(name);
        remember(history, name, written);
      }
    }

    function remember(into: Map<string, Value>, name: string, written: Value | undefined): void {
      if (!written) return;
      const known = into.get(name);
      if (known === written) return;
      if (isPseudoName(name) && !isContent(name)) {
        // Marked once is marked for every function that may be called at any time.
        if (!known || known === interner.none) into.set(name, written);
      } else into.set(name, known ? join(interner, known, written) : written);
    }

    return { states, environment, history };
  }

  function interpret(units: readonly Unit[]): DocumentAnalysis {
    const { states, environment, history } = runModule(units);
    // Functions may be called at any time after their definition: a name has any of the values that it ever had.
    const anytime = (name: string): Value | undefined => (isModuleRead(name) ? machine.answer(name) : history.get(name));
    for (const state of states) {
      const waiting: Deferred[] = [...(state.moduleRun?.deferred ?? [])];
      const old = state.openRuns;
      state.openRuns = waiting.length > 0 ? new Map<string, OpenState>() : noOpenRuns;
      // Grows while it is gone through.
      for (const each of waiting) {
        const key = openKey(each);
        if (state.openRuns.has(key)) continue;
        const { pool } = machine;
        let open = old.get(key);
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
    return documentAnalysis(states, environment);
  }

  /** The units' states: those of the last analysis for units that it had, new ones for the others. */
  function statesFor(units: readonly Unit[]): readonly UnitState[] {
    let front = 0;
    while (front < units.length && previous[front]?.unit === units[front]) front++;
    if (front === units.length && front === previous.length) return previous;
    const shift = units.length - previous.length;
    let back = units.length;
    while (back > Math.max(front, front + shift) && previous[back - 1 - shift]?.unit === units[back - 1]) back--;
    const gone = new Set(previous.slice(front, back - shift));
    const states = previous.slice(0, front);
    for (const unit of units.slice(front, back)) {
      let state = stateOf.get(unit);
      if (!state) stateOf.set(unit, (state = newState(unit)));
      gone.delete(state);
      states.push(state);
    }
    for (const { unit } of gone) stateOf.delete(unit);
    for (const state of previous.slice(back - shift)) states.push(state);
    return states;
  }

  function newState(unit: Unit): UnitState {
    const scopes = machine.scopesOf(unit);
    return {
      unit, moduleRun: undefined, poolBefore: 0, poolUsed: 0, openRuns: noOpenRuns, contributions: [], found: 0, analysis: undefined,
      summary: summaryOf(scopes), imports: scopes.imports,
    };
  }

  /** Hands every run's events to the unit that holds the code. */
  function assemble(states: readonly UnitState[]): void {
    const seen = new Set<Run>();
    const visit = (run: Run, via: readonly Place[]): void => {
      if (seen.has(run)) return;
      seen.add(run);
      const state = stateOf.get(run.unit);
      if (state) contribute(state, run, via);
      for (const child of run.children) visit(child.run, [...via, child.place]);
    };
    for (const state of states) state.found = 0;
    for (const state of states) if (state.moduleRun) visit(state.moduleRun, outermost);
    for (const state of states) for (const { run } of state.openRuns.values()) visit(run, outermost);
    for (const state of states) {
      if (state.found < state.contributions.length) {
        state.contributions = state.contributions.slice(0, state.found);
        state.analysis = undefined;
      }
      state.analysis ??= new KeptAnalysis(machine, state.unit, state.contributions);
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

  function documentAnalysis(states: readonly UnitState[], environment: ReadonlyMap<string, Value>): DocumentAnalysis {
    const imports = new Set<string>();
    const units: UnitAnalysis[] = [];
    for (const state of states) {
      for (const name of state.imports) imports.add(name);
      if (state.analysis) units.push(state.analysis);
    }
    groups = grouped(units, groups);
    const exit = new Flow({ outer: (name) => environment.get(name), logs: [] });
    let byUnit: Map<Unit, UnitAnalysis> | undefined;
    let exports: Exports | undefined;
    return {
      units,
      groups,
      analysisOf(unit) {
        byUnit ??= new Map(units.map((each) => [each.unit, each]));
        return byUnit.get(unit);
      },
      exitValue(name) {
        const value = isPseudoName(name) ? undefined : environment.get(name);
        return value && current(machine, exit, value);
      },
      exports: () => (exports ??= exportsOf(states.map(({ unit }) => unit), environment)),
      imports,
    };
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

/** What is known of a unit between analyses. */
interface UnitState {
  readonly unit: Unit;
  /** What the unit says about names that code elsewhere may change; `undefined`: nothing, as nearly all. */
  readonly summary: Summary | undefined;
  readonly imports: readonly string[];
  moduleRun: Run | undefined;
  poolBefore: number;
  poolUsed: number;
  openRuns: Map<string, OpenState>;
  contributions: Contribution[];
  /** How many contributions this analysis has found so far. */
  found: number;
  /** `undefined` while contributions differ from those that it was made of. */
  analysis: UnitAnalysis | undefined;
}

/** Shared by units that define no functions. Never changed. */
const noOpenRuns = new Map<string, OpenState>();
const outermost: readonly Place[] = [];

class KeptAnalysis implements UnitAnalysis {
  readonly unit: Unit;
  readonly #machine: Interpretation;
  readonly #contributions: readonly Contribution[];
  #calls: readonly CallEvent[] | undefined;
  #values: ReadonlyMap<Node, Value> | undefined;

  constructor(machine: Interpretation, unit: Unit, contributions: readonly Contribution[]) {
    this.#machine = machine;
    this.unit = unit;
    this.#contributions = contributions;
  }

  get calls(): readonly CallEvent[] {
    this.#calls ??= this.#contributions.flatMap(({ run, via }) => run.events.map((event) => ({ ...event, via })));
    return this.#calls;
  }

  valueOf(node: Expression): Value {
    this.#values ??= this.#joinedValues();
    return this.#values.get(node) ?? this.#machine.interner.unknown;
  }

  get binds(): readonly string[] {
    return [...this.#machine.scopesOf(this.unit).module.bindings.keys()];
  }

  get reads(): readonly string[] {
    const { uses, children } = this.#machine.scopesOf(this.unit).module;
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

  #joinedValues(): ReadonlyMap<Node, Value> {
    const [first, ...others] = this.#contributions.flatMap(({ run }) => run.values ?? []);
    if (others.length === 0) return first ?? new Map();
    const values = new Map(first);
    for (const other of others) for (const [node, value] of other) values.set(node, value);
    return values;
  }
}

const groupSize = 8;

/** Cuts a document's analyses into groups. A group in which nothing changed stays the array that it was, wherever it is now. */
function grouped(units: readonly UnitAnalysis[], before: readonly UnitGroup[]): readonly UnitGroup[] {
  const byFirst = new Map<UnitAnalysis | undefined, UnitGroup>();
  for (const group of before) byFirst.set(group[0], group);
  const groups: UnitGroup[] = [];
  let open: UnitAnalysis[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    const old = byFirst.get(unit);
    if (old && startsWith(units, index, old)) {
      close();
      groups.push(old);
      index += old.length;
    } else if (unit) {
      open.push(unit);
      if (open.length === groupSize) close();
      index += 1;
    }
  }
  close();
  return groups;
}

function startsWith(units: readonly UnitAnalysis[], start: number, group: UnitGroup): boolean {
  for (let index = 0; index < group.length; index++) if (units[start + index] !== group[index]) return false;
  return true;
}

/** After `%run` or a star import every name counts as written, so the run depends on all of them. */
function bindsEverything(run: Run): boolean {
  return run.writes.has("*");
}

function sameVia(left: readonly Place[], right: readonly Place[]): boolean {
  return left.length === right.length && left.every((place, index) => {
    const other = right[index];
    return place.anchor === other?.anchor && place.start === other.start && place.end === other.end;
  });
}
