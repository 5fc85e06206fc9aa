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
import type { Changes, Run } from "./machine.ts";
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
    return binders?.[firstFrom(binders, index) - 1]?.moduleRun?.writes.get(name);
  }

  /** All that a name ever is, for code that may run at any time. */
  anytime(name: string): Value | undefined {
    if (this.#anytime.has(name)) return this.#anytime.get(name);
    let value: Value | undefined;
    for (const { moduleRun } of this.#binders.get(name) ?? []) {
      const written = moduleRun?.writes.get(name);
      if (!written || written === value) continue;
      // Marked once is marked for every function that may be called at any time.
      if (isPseudoName(name) && !isContent(name)) value = !value || value === this.#interner.none ? written : value;
      else value = value ? join(this.#interner, value, written) : written;
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
    for (const name of binder.moduleRun?.writes.keys() ?? []) this.#insert(name, binder);
  }

  remove(binder: Binder): void {
    for (const name of binder.moduleRun?.writes.keys() ?? []) this.#delete(name, binder);
  }

  /** The binder has another run than when it was added. */
  replace(binder: Binder, before: Changes): void {
    const now = binder.moduleRun?.writes;
    for (const name of before.keys()) {
      if (now?.has(name) !== true) this.#delete(name, binder);
      else if (now.get(name) !== before.get(name)) this.#touch(name);
    }
    for (const name of now?.keys() ?? []) if (!before.has(name)) this.#insert(name, binder);
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
