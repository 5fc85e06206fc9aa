/**
 * What is known of a document's units between analyses, and where each of them stands.
 *
 *     before   A  B  C  D         after deleting B and moving C to the end:   A  D  C
 *
 *     front 1: A stands where it stood. Between front and back everything is looked at: B, C and D were *replaced* by D and C, and B is *gone*.
 */
import type { Place, Unit } from "../syntax/unit.ts";
import type { UnitAnalysis } from "./analysis.ts";
import type { Changes, Run } from "./machine.ts";
import type { UnitScopes } from "./scopes.ts";
import { scopesOf } from "./scopes.ts";
import { summaryOf } from "./stability.ts";
import type { Summary } from "./stability.ts";

/** A run of a function with open parameters. */
export interface OpenState {
  readonly run: Run;
  /** What it changed that others look at: see outside-changes.ts. */
  readonly changes: Changes;
  /** Calls could be followed: the module's own had left steps for them. */
  readonly hasPool: boolean;
}

/** One run of code of a unit, and the call sites it was reached through. */
export interface Contribution {
  readonly run: Run;
  readonly via: readonly Place[];
}

export interface UnitState {
  readonly unit: Unit;
  /** What the unit says about names that code elsewhere may change; `undefined`: nothing, as nearly all. */
  readonly summary: Summary | undefined;
  readonly imports: readonly string[];
  index: number;
  moduleRun: Run | undefined;
  /** Of the run: it ran out of steps; after it any name may be bound. */
  isExhausted: boolean;
  bindsEverything: boolean;
  poolBefore: number;
  poolUsed: number;
  /** Runs of its functions with open parameters: of the first round, and those that count (open-runs.ts). */
  firstRuns: ReadonlyMap<string, OpenState>;
  openRuns: ReadonlyMap<string, OpenState>;
  /** The run that defined the functions, and whether calls could be followed. */
  openOf: Run | undefined;
  openPool: boolean;
  /** Other units whose code the runs of this one reach, and those whose runs reach this one's code. */
  targets: readonly UnitState[];
  sources: Set<UnitState> | undefined;
  contributions: Contribution[];
  /** How many contributions this analysis has found so far. */
  found: number;
  /** `undefined` while contributions differ from those that it was made of. */
  analysis: UnitAnalysis | undefined;
}

export class UnitStates {
  /** One per unit, in order. */
  inOrder: readonly UnitState[] = [];
  /** Units before `front` and from `back` on are those of the last analysis. */
  front = 0;
  back = 0;
  /** What stood between front and back, and what of that is nowhere any more. */
  replaced: readonly UnitState[] = [];
  gone: ReadonlySet<UnitState> = new Set();
  /** States whose place or runs are others than at the last analysis. */
  readonly changed = new Set<UnitState>();
  readonly #byUnit = new Map<Unit, UnitState>();

  of(unit: Unit): UnitState | undefined {
    return this.#byUnit.get(unit);
  }

  clear(): void {
    this.inOrder = [];
    this.front = this.back = 0;
    this.replaced = [];
    this.gone = new Set();
    this.changed.clear();
    this.#byUnit.clear();
  }

  /** Finds or makes the state of every unit. */
  arrange(units: readonly Unit[]): void {
    const before = this.inOrder;
    let front = 0;
    while (front < units.length && before[front]?.unit === units[front]) front++;
    const shift = units.length - before.length;
    let back = units.length;
    while (back > Math.max(front, front + shift) && before[back - 1 - shift]?.unit === units[back - 1]) back--;
    this.front = front;
    this.back = back;
    this.replaced = before.slice(front, back - shift);
    this.changed.clear();
    const gone = new Set(this.replaced);
    this.gone = gone;
    if (front === back && shift === 0) return;
    const fresh: UnitState[] = [];
    for (const unit of units.slice(front, back)) {
      let state = this.#byUnit.get(unit);
      if (!state) this.#byUnit.set(unit, (state = newState(unit, scopesOf(unit))));
      gone.delete(state);
      fresh.push(state);
    }
    for (const { unit } of gone) this.#byUnit.delete(unit);
    this.inOrder = [...before.slice(0, front), ...fresh, ...before.slice(back - shift)];
  }

  /** Tells the states their new places. */
  number(): void {
    const { inOrder } = this;
    for (let index = this.front; index < inOrder.length; index++) {
      const state = inOrder[index];
      if (state) state.index = index;
    }
  }
}

/** Shared by units that define no functions. Never changed. */
export const noOpenRuns: ReadonlyMap<string, OpenState> = new Map();

/** Runs of a unit's functions, of both rounds. */
export function runsOfFunctions({ firstRuns, openRuns }: UnitState): ReadonlySet<Run> {
  const runs = new Set<Run>();
  for (const { run } of firstRuns.values()) runs.add(run);
  if (openRuns !== firstRuns) for (const { run } of openRuns.values()) runs.add(run);
  return runs;
}

const noStates: readonly UnitState[] = [];

function newState(unit: Unit, scopes: UnitScopes): UnitState {
  return {
    unit, summary: summaryOf(scopes), imports: scopes.imports, index: 0, moduleRun: undefined, isExhausted: false, bindsEverything: false, poolBefore: 0, poolUsed: 0,
    firstRuns: noOpenRuns, openRuns: noOpenRuns, openOf: undefined, openPool: false, targets: noStates, sources: undefined, contributions: [], found: 0, analysis: undefined,
  };
}
