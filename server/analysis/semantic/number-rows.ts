/**
 * Rows of whole numbers, each kept once and numbered in the order in which it first came.
 *
 *     rows.indexOf(7, 0, 12, 1)     0
 *     rows.indexOf(7, 0, 12, 2)     1
 *     rows.indexOf(7, 0, 12, 1)     0
 *
 * Open addressing with linear probing, as in hash-table.ts; the rows lie one behind the other in one array of 32-bit numbers.
 */
import { mix } from "./hash-table.ts";

export class NumberRows {
  #rows = new Int32Array((smallest / 2 + 1) * width);
  /** Numbers of rows, one more than they are: 0 is an empty slot. */
  #slots = new Int32Array(smallest);
  #size = 0;

  /** The number of a row, which is added when it is not there yet. */
  indexOf(first: number, second: number, third: number, fourth: number): number {
    const rows = this.#rows;
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second, third, fourth) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      const at = (entry - 1) * width;
      if (rows[at] === first && rows[at + 1] === second && rows[at + 2] === third && rows[at + 3] === fourth) return entry - 1;
      slot = (slot + 1) & mask;
    }
    const index = this.#size++;
    this.#slots[slot] = index + 1;
    rows.set([first, second, third, fourth], index * width);
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return index;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const rows = new Int32Array((size / 2 + 1) * width);
    rows.set(this.#rows);
    const slots = new Int32Array(size);
    for (let index = 0; index < this.#size; index++) {
      const at = index * width;
      let slot = hashOf(rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0, rows[at + 3] ?? 0) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = index + 1;
    }
    this.#rows = rows;
    this.#slots = slots;
  }
}

const width = 4;
/** A power of two, as all sizes. */
const smallest = 16;

function hashOf(first: number, second: number, third: number, fourth: number): number {
  return mix(mix(mix(mix(1, first), second), third), fourth);
}
