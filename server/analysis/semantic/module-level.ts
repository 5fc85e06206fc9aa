/**
 * The module-level code of a document, unit after unit, and again after an edit.
 *
 *     unit 0   import pandas as pd            kept
 *     unit 1   rate = 3  ->  rate = 4         interpreted: from here on `rate` differs from the last analysis
 *     unit 2   frame = pd.read_csv("a.csv")   kept: reads `pd` only
 *     unit 3   scaled = frame * rate          interpreted: reads `rate`; `scaled` is the same value as before, a frame
 *     unit 4   print(scaled)                  kept
 *
 * What the walk through the units carries along is the *difference*: the names that are something else here than they were here at
 * the last analysis. A unit that reads none of them is kept, and while the difference is empty nothing at all is compared: a keystroke in one
 * function costs no more in a long document than in a short one. Values before a unit are looked up in {@link Timelines}.
 *
 * Questions to other modules (`@...`, see module-reads.ts) are names that nobody binds. Unless it is known that nothing out there has
 * changed, each is asked once at the start, and is part of the difference from the first unit on when the answer is another one.
 */
import type { Unit } from "../syntax/unit.ts";
import type { Changes, Run } from "./machine.ts";
import { isModuleRead } from "./module-reads.ts";
import type { Interpretation } from "./runs.ts";
import { isCurrent } from "./runs.ts";
import { stabilityOf } from "./stability.ts";
import type { Summary } from "./stability.ts";
import { Timelines } from "./timelines.ts";
import type { UnitState } from "./unit-states.ts";
import { UnitStates, runsOfFunctions } from "./unit-states.ts";
import type { Value } from "./value.ts";

/** What analyses did with runs of units and functions, in numbers. */
export interface InterpreterWork {
  /** Interpreted. */
  interpreted: number;
  /** Used again. */
  reused: number;
  /** Of those: had to be compared with what the names at hand are now. */
  compared: number;
}

/** Names with the value that they had at the same point of the last analysis. */
type Difference = Map<string, Value | undefined>;

/** Steps that all calls of a document may take together. In steps of their own: runs that ran out are good for as long as this stays. */
function callPool(units: readonly Unit[]): number {
  let length = 0;
  for (const unit of units) length += unit.text.length;
  return 20_000 + (length | 4095);
}

export class ModuleLevel {
  readonly timelines: Timelines;
  readonly states = new UnitStates();
  readonly #machine: Interpretation;
  readonly #attempt: (unit: Unit, run: () => Run) => Run;
  /** Questions to other modules with the last answer, and how many runs ask. */
  readonly #questions = new Map<string, { answer: Value | undefined; askers: number }>();
  /** Questions that were answered differently at this analysis. */
  readonly #answered = new Map<string, Value | undefined>();
  /** Where the unit stands that is being interpreted. */
  #at = 0;
  work: InterpreterWork = { interpreted: 0, reused: 0, compared: 0 };

  constructor(machine: Interpretation, attempt: (unit: Unit, run: () => Run) => Run) {
    this.#machine = machine;
    this.#attempt = attempt;
    this.timelines = new Timelines(machine.interner);
  }

  forget(): void {
    this.states.clear();
    this.timelines.clear();
    this.#questions.clear();
    this.#answered.clear();
  }

  /** States of the units, each with its run. What changed is in `states.changed` and `answered`. */
  run(units: readonly Unit[], isAnswered = false): readonly UnitState[] {
    this.#begin(units);
    if (!isAnswered) this.#askAgain();
    const { states, timelines } = this;
    const { front, back } = states;
    const now = states.inOrder;
    const difference: Difference = new Map(this.#answered);
    // What the units that stood where now others stand left behind.
    const then = new Map<string, Value | undefined>();
    for (const { moduleRun } of states.replaced) for (const [name, value] of moduleRun?.writes ?? []) then.set(name, value);
    for (const state of states.replaced) timelines.remove(state);
    for (const state of states.gone) this.#count(state, -1);
    states.number();

    for (let index = 0; index < front; index++) this.#follow(now[index], difference);
    const bound = new Map<string, Value | undefined>();
    for (let index = front; index < back; index++) {
      const state = now[index];
      if (!state) continue;
      const run = this.#runAnew(state);
      timelines.add(state);
      for (const [name, value] of run.writes) bound.set(name, value);
    }
    this.#compare(difference, then, bound, front);
    for (let index = back; index < now.length; index++) this.#follow(now[index], difference);
    this.#at = now.length;
    return now;
  }

  /** The value of a name, or the answer to a question, before a unit. */
  valueBefore(index: number): (name: string) => Value | undefined {
    return (name) => (isModuleRead(name) ? this.#machine.answer(name) : this.timelines.before(name, index));
  }

  readonly anytime = (name: string): Value | undefined => (isModuleRead(name) ? this.#machine.answer(name) : this.timelines.anytime(name));

  /** Names and questions for which {@link anytime} has another answer than at the last analysis. */
  changedAnytime(): readonly string[] {
    return [...this.timelines.changedAnytime(), ...this.#answered.keys()];
  }

  /** A run has taken the place of another: what they ask of other modules is asked at the next analysis, or no more. */
  exchange(before: Run | undefined, now: Run | undefined): void {
    if (now) this.#ask(now, 1);
    if (before) this.#ask(before, -1);
  }

  #begin(units: readonly Unit[]): void {
    const { states } = this;
    const machine = this.#machine;
    this.#answered.clear();
    this.work = { interpreted: 0, reused: 0, compared: 0 };
    const arrange = (): void => { states.arrange(units); };
    arrange();
    const summaries: Summary[] = [];
    for (const { summary } of states.inOrder) if (summary) summaries.push(summary);
    if (!machine.begin(stabilityOf(summaries, machine.stability), () => this.#namesBefore(), callPool(units))) {
      this.forget();
      arrange();
    }
  }

  #askAgain(): void {
    for (const [question, known] of this.#questions) {
      const answer = this.#machine.answer(question);
      if (answer !== known.answer) this.#answered.set(question, known.answer);
      known.answer = answer;
    }
  }

  /** A unit with the same ones before it as at the last analysis. */
  #follow(state: UnitState | undefined, difference: Difference): void {
    const run = state?.moduleRun;
    if (!state || !run) return;
    const mayMatter = difference.size > 0;
    if (mayMatter) this.work.compared++;
    if (!(mayMatter && dependsOn(state, run, difference)) && hasPool(state, this.#machine.pool)) {
      this.#keep(state);
      // It binds them to what it bound them to before.
      if (mayMatter) for (const name of difference.keys()) if (run.writes.has(name)) difference.delete(name);
      return;
    }
    const now = this.#interpret(state);
    this.timelines.replace(state, run);
    this.#compare(difference, run.writes, now.writes, state.index);
  }

  /** A unit that is new, or stands elsewhere. */
  #runAnew(state: UnitState): Run {
    const run = state.moduleRun;
    this.states.changed.add(state);
    if (run) this.work.compared++;
    if (!run || !isCurrent(run.reads, this.valueBefore(state.index)) || !hasPool(state, this.#machine.pool) || state.bindsEverything) return this.#interpret(state);
    this.#keep(state);
    return run;
  }

  #keep(state: UnitState): void {
    const machine = this.#machine;
    state.poolBefore = machine.pool;
    machine.pool -= state.poolUsed;
    this.work.reused++;
  }

  #interpret(state: UnitState): Run {
    const machine = this.#machine;
    const { pool } = machine;
    this.#at = state.index;
    const before = state.moduleRun;
    const run = this.#attempt(state.unit, () => machine.runUnit(state.unit, this.valueBefore(state.index)));
    state.moduleRun = run;
    state.isExhausted = run.exhausted;
    state.bindsEverything = bindsEverything(run);
    state.poolBefore = pool;
    state.poolUsed = pool - machine.pool;
    this.exchange(before, run);
    this.states.changed.add(state);
    this.work.interpreted++;
    return run;
  }

  /** Where units `then` bound some names, others bind `now`: which names differ behind them? */
  #compare(difference: Difference, then: Changes, now: Changes, index: number): void {
    const compare = (name: string): void => {
      const before = this.timelines.before(name, index);
      const was = then.has(name) ? then.get(name) : difference.has(name) ? difference.get(name) : before;
      if (was === (now.has(name) ? now.get(name) : before)) difference.delete(name);
      else difference.set(name, was);
    };
    for (const name of then.keys()) compare(name);
    for (const name of now.keys()) if (!then.has(name)) compare(name);
  }

  /** Names that are bound before the unit being interpreted. */
  #namesBefore(): Iterable<string> {
    const names = new Map<string, Value>();
    for (let index = 0; index < this.#at; index++) bindAll(names, this.states.inOrder[index]?.moduleRun?.writes);
    return names.keys();
  }

  #count(state: UnitState, sign: 1 | -1): void {
    if (state.moduleRun) this.#ask(state.moduleRun, sign);
    for (const run of runsOfFunctions(state)) this.#ask(run, sign);
  }

  #ask({ reads: { names, values } }: Run, sign: 1 | -1): void {
    for (const [index, name] of names.entries()) {
      if (!isModuleRead(name)) continue;
      const answer = values[index];
      const question = this.#questions.get(name);
      if (!question) this.#questions.set(name, { answer, askers: sign });
      else if ((question.askers += sign) === 0) this.#questions.delete(name);
    }
  }
}

/** Applies a run's writes to an environment. */
export function bindAll(environment: Map<string, Value>, writes: Changes | undefined): void {
  for (const [name, value] of writes ?? []) {
    if (value) environment.set(name, value);
    else environment.delete(name);
  }
}

function dependsOn(state: UnitState, run: Run, difference: Difference): boolean {
  if (state.bindsEverything) return true;
  return run.reads.names.some((name) => difference.has(name));
}

/** Whether a unit's run would get as many steps for its calls as it took. */
function hasPool({ isExhausted, poolBefore, poolUsed }: UnitState, pool: number): boolean {
  return isExhausted ? poolBefore === pool : poolUsed <= pool;
}

/** After `%run` or a star import every name counts as written, so the run depends on all of them. */
function bindsEverything(run: Run): boolean {
  return run.writes.has("*");
}
