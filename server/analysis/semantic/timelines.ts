/**
 * What each name of a module is before any of its units, and what it may be at any time: by name, the units that bind it, in order.
 *
 *     unit 0   limit = 1              limit: units 0 and 2
 *     unit 1   rate = limit           rate:  unit 1
 *     unit 2   limit = "x"
 *
 * Before unit 2 `limit` is 1, and for a function that may be called at any time it is 1 or "x". After an edit of unit 1 only what
 * unit 1 binds is written down anew: nothing here costs more for a longer document.
 */
import type { Interner } from "./interner.ts";
import { join } from "./join.ts";
import { isPseudoName } from "./flow.ts";
import type { Run } from "./machine.ts";
import { isContent } from "./objects.ts";
import type { Value } from "./value.ts";

/** A unit in its place, with the run that says what it binds. */
export interface Binder {
  readonly index: number;
  readonly moduleRun: Run | undefined;
}

export class Timelines {
  readonly #interner: Interner;
  readonly #binders = new Map<string, Binder[]>();
  /** Answers that {@link anytime} gave, and what they were where a binding has changed since. */
  readonly #anytime = new Map<string, Value | undefined>();
  readonly #outdated = new Map<string, Value | undefined>();

  constructor(interner: Interner) {
    this.#interner = interner;
  }

  /** Value of a name before the unit with this index; `Infinity`: after the last. */
  before(name: string, index: number): Value | undefined {
    const binders = this.#binders.get(name);
    if (!binders) return undefined;
    // Some bound it for a while only, on a path that went no further.
    for (let at = firstFrom(binders, index) - 1; at >= 0; at--) {
      const writes = binders[at]?.moduleRun?.writes;
      if (writes?.has(name) === true) return writes.get(name);
    }
    return undefined;
  }

  /** All that a name ever is, for code that may run at any time. */
  anytime(name: string): Value | undefined {
    if (this.#anytime.has(name)) return this.#anytime.get(name);
    let value: Value | undefined;
    const may = (written: Value | undefined): void => {
      if (!written || written === value) return;
      // Marked once is marked for every function that may be called at any time.
      if (isPseudoName(name) && !isContent(name)) value = !value || value === this.#interner.none ? written : value;
      else value = value ? join(this.#interner, value, written) : written;
    };
    for (const { moduleRun } of this.#binders.get(name) ?? []) {
      moduleRun?.passing.get(name)?.forEach(may);
      may(moduleRun?.writes.get(name));
    }
    this.#anytime.set(name, value);
    return value;
  }

  /** Names of which {@link anytime} says something else than at the last call of this. */
  changedAnytime(): Iterable<string> {
    const changed: string[] = [];
    for (const [name, then] of this.#outdated) if (this.anytime(name) !== then) changed.push(name);
    this.#outdated.clear();
    return changed;
  }

  add(binder: Binder): void {
    for (const name of namesOf(binder.moduleRun)) this.#insert(name, binder);
  }

  remove(binder: Binder): void {
    for (const name of namesOf(binder.moduleRun)) this.#delete(name, binder);
  }

  /** The binder has another run than when it was added. */
  replace(binder: Binder, before: Run): void {
    const now = binder.moduleRun;
    const then = new Set(namesOf(before));
    const names = new Set(namesOf(now));
    for (const name of then) {
      if (!names.has(name)) this.#delete(name, binder);
      else if (!now || now.writes.get(name) !== before.writes.get(name) || !areSame(now.passing.get(name), before.passing.get(name))) this.#touch(name);
    }
    for (const name of names) if (!then.has(name)) this.#insert(name, binder);
  }

  clear(): void {
    this.#binders.clear();
    this.#anytime.clear();
    this.#outdated.clear();
  }

  #insert(name: string, binder: Binder): void {
    const binders = this.#binders.get(name);
    if (!binders) this.#binders.set(name, [binder]);
    else binders.splice(firstFrom(binders, binder.index), 0, binder);
    this.#touch(name);
  }

  #delete(name: string, binder: Binder): void {
    const binders = this.#binders.get(name);
    const at = binders?.indexOf(binder) ?? -1;
    if (!binders || at < 0) return;
    if (binders.length > 1) binders.splice(at, 1);
    else this.#binders.delete(name);
    this.#touch(name);
  }

  #touch(name: string): void {
    if (!this.#anytime.has(name)) return;
    if (!this.#outdated.has(name)) this.#outdated.set(name, this.#anytime.get(name));
    this.#anytime.delete(name);
  }
}

/** Position of the first binder that is not before `index`. */
function firstFrom(binders: readonly Binder[], index: number): number {
  let low = 0;
  let high = binders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((binders[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names that a run binds, be it for a while. */
function* namesOf(run: Run | undefined): Iterable<string> {
  if (!run) return;
  yield* run.writes.keys();
  for (const name of run.passing.keys()) if (!run.writes.has(name)) yield name;
}

function areSame(left: readonly (Value | undefined)[] = nothing, right: readonly (Value | undefined)[] = nothing): boolean {
  return left === right || (left.length === right.length && left.every((value, index) => value === right[index]));
}

const nothing: readonly never[] = [];
