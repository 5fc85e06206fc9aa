/**
 * A set of things found by their content, which is not spelled out: whoever looks one up gives a hash of the content and compares
 * the few that have the same.
 *
 *     for (let slot = table.first(hash); slot >= 0; slot = table.next(slot, hash)) if (isSame(table.in(slot))) ...
 *
 * Open addressing with linear probing; things are added and never taken out. They lie in the order in which they came, each with its
 * number; a slot holds a number.
 */
export class HashTable<T extends object> {
  readonly #items: T[] = [];
  /** By number. */
  #hashes = new Int32Array(smallest);
  /** Numbers, one more than they are: 0 is an empty slot. */
  #slots = new Int32Array(smallest);

  get size(): number {
    return this.#items.length;
  }

  /** The first slot that may hold what is looked for; -1 when there is none. */
  first(hash: number): number {
    return this.#from(hash & (this.#slots.length - 1), hash);
  }

  next(slot: number, hash: number): number {
    return this.#from((slot + 1) & (this.#slots.length - 1), hash);
  }

  /** What lies in a slot that `first` or `next` gave. */
  in(slot: number): T {
    const item = this.#items[(this.#slots[slot] ?? 0) - 1];
    if (item === undefined) throw new RangeError(`no item in slot ${slot}`);
    return item;
  }

  /** What has a number; `undefined` when nothing has. */
  at(number: number): T | undefined {
    return this.#items[number];
  }

  /** The item gets the number that was the table's size. */
  add(hash: number, item: T): void {
    const number = this.#items.length;
    if ((number + 1) * 4 > this.#slots.length * 3) this.#grow();
    this.#items.push(item);
    this.#hashes[number] = hash;
    this.#put(hash, number + 1);
  }

  #from(start: number, hash: number): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    for (let slot = start; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? 0;
      if (entry === 0) return -1;
      if (hashes[entry - 1] === hash) return slot;
    }
  }

  #put(hash: number, entry: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = entry;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const hashes = new Int32Array((size * 3) / 4);
    hashes.set(this.#hashes.subarray(0, this.#items.length));
    this.#hashes = hashes;
    this.#slots = new Int32Array(size);
    for (let number = 0; number < this.#items.length; number++) this.#put(hashes[number] ?? 0, number + 1);
  }
}

/** A power of two, as all sizes. */
const smallest = 16;

/** A hash with one more number in it. Start with any number. */
export function mix(hash: number, more: number): number {
  let mixed = Math.imul(hash ^ more, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return mixed;
}

/** Of a long text, its length and both ends count. */
export function mixText(hash: number, text: string): number {
  const { length } = text;
  let mixed = mix(hash, length);
  const front = length > 2 * looked ? looked : length;
  for (let at = 0; at < front; at++) mixed = (Math.imul(mixed, 31) + text.charCodeAt(at)) | 0;
  if (front < length) for (let at = length - looked; at < length; at++) mixed = (Math.imul(mixed, 31) + text.charCodeAt(at)) | 0;
  return mix(mixed, 0);
}

const looked = 24;
