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
 * Which units are looked at says module-level.ts, how functions are run open-runs.ts, which runs are gathered unit-analyses.ts.
 */
import type { Unit } from "../syntax/unit.ts";
import type { DocumentAnalysis, Exports, UnitAnalysis } from "./analysis.ts";
import { leak } from "./aliasing.ts";
import { boundValue, current } from "./environment.ts";
import { Flow, isPseudoName } from "./flow.ts";
import { namesHeldByFunctions } from "./held-names.ts";
import type { Interner } from "./interner.ts";
import type { Run } from "./machine.ts";
import type { InterpreterWork } from "./module-level.ts";
import { ModuleLevel, bindAll } from "./module-level.ts";
import { openRounds } from "./open-runs.ts";
import { Interpretation } from "./runs.ts";
import { scopesOf } from "./scopes.ts";
import type { Stability } from "./stability.ts";
import { assemble, writesOf } from "./unit-analyses.ts";
import { grouped, noGroups } from "./unit-groups.ts";
import { runsOfFunctions } from "./unit-states.ts";
import type { UnitState } from "./unit-states.ts";
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
  let functions = openRounds(machine, level, attempt);
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
      functions = openRounds(machine, level, attempt);
    }
    latest = undefined;
    let isComplete = false;
    try {
      const states = level.run(units, isAnswered);
      functions.run(states);
      machine.end(() => runsOf(states));
      gathered = assemble(machine, level.states);
      isComplete = true;
      return documentAnalysis(states);
    } finally {
      // States that were changed half way would pass for those of the last analysis.
      if (!isComplete) level.forget();
    }
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
    const exit = new Flow({ outer: (name) => (isLatest() ? level.timelines.before(name, Infinity) : environment().get(name)), logs: [], history: undefined });
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
        return isPseudoName(name) ? undefined : boundValue(machine, exit, name);
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
    const flow = new Flow({ outer: (name) => environment.get(name), logs: [], history: undefined });
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
    // What only functions bind is there once they were called.
    for (const unit of units) for (const name of scopesOf(unit).globalsBoundInFunctions) if (!values.has(name)) values.set(name, interner.unknown);
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

function environmentOf(writes: Iterable<ReadonlyMap<string, Value | undefined> | undefined>): ReadonlyMap<string, Value> {
  const environment = new Map<string, Value>();
  for (const each of writes) bindAll(environment, each);
  return environment;
}

function* runsOf(states: readonly UnitState[]): Iterable<Run> {
  for (const state of states) {
    if (state.moduleRun) yield state.moduleRun;
    yield* runsOfFunctions(state);
  }
}
