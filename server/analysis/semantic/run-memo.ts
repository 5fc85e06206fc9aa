/**
 * Runs of calls, to be found again: in the same analysis by another call with the same arguments, and in later ones.
 *
 *     a = load("x.csv")        run of load(name="x.csv"), which read `pd`
 *     b = load("x.csv")        the same run
 *
 * A run is used again when all that it read still has the value that it had. So old ones do no harm; every now and then those that
 * no unit of the document holds any more are let go.
 */
import type { Run } from "./machine.ts";

export class RunMemo {
  #runs = new Map<string, Run[]>();
  #size = 0;
  /** Runs from which on it is worth looking for those that are let go. */
  #limit = Infinity;

  find(key: string, isUsable: (run: Run) => boolean): Run | undefined {
    return this.#runs.get(key)?.find(isUsable);
  }

  add(run: Run): void {
    const list = this.#runs.get(run.key);
    if (list) list.push(run);
    else this.#runs.set(run.key, [run]);
    this.#size++;
  }

  clear(): void {
    this.#runs = new Map();
    this.#size = 0;
    this.#limit = Infinity;
  }

  /** An analysis has ended. @param held runs of units and open functions */
  collect(held: () => Iterable<Run>): void {
    if (this.#size > this.#limit) {
      const before = this.#runs;
      this.#runs = new Map();
      this.#size = 0;
      const seen = new Set<Run>();
      const keep = (run: Run): void => {
        for (const child of run.children) {
          if (seen.has(child.run)) continue;
          seen.add(child.run);
          if (before.get(child.run.key)?.includes(child.run)) this.add(child.run);
          keep(child.run);
        }
      };
      for (const run of held()) keep(run);
    } else if (this.#limit < Infinity) return;
    this.#limit = 200 + 2 * this.#size;
  }
}
