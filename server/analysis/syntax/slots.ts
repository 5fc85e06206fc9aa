/**
 * What is worked out of a unit, or of its analysis, and lives as long as it does: a list in the unit itself, with a slot for each
 * who keeps something there. There are many units, and many who keep something of each; a table from units to results for each of
 * these would have to grow with every document.
 */

/** Bears what is worked out of it. */
export interface Bearer {
  slots: unknown[] | undefined;
}

export interface Slot<Key extends Bearer, Result> {
  of(key: Key): Result | undefined;
  set(key: Key, result: Result): void;
}

/** The slots that things of one kind have. They are given out while the program is loaded, before any thing is there. */
export class Slots<Key extends Bearer> {
  #count = 0;

  next<Result>(): Slot<Key, Result> {
    const index = this.#count++;
    return {
      of: (key) => key.slots?.[index] as Result | undefined,
      set: (key, result) => {
        // All are there from the start: a list that grows leaves room for more.
        (key.slots ??= new Array<unknown>(this.#count))[index] = result;
      },
    };
  }
}
