/**
 * A set of things found by their content, which is not spelled out: whoever looks one up gives a hash of the content and compares
 * the few that have the same.
 *
 *     for (let slot = table.first(hash); slot >= 0; slot = table.next(slot, hash)) if (isSame(table.at(slot))) ...
 *
 * Open addressing with linear probing; things are added and never taken out.
 */
export class HashTable<T extends object> {
  #items: (T | undefined)[] = new Array<T | undefined>(smallest).fill(undefined);
  #hashes = new Int32Array(smallest);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The first slot that may hold what is looked for; -1 when there is none. */
  first(hash: number): number {
    return this.#from(hash & (this.#items.length - 1), hash);
  }

  next(slot: number, hash: number): number {
    return this.#from((slot + 1) & (this.#items.length - 1), hash);
  }

  /** What lies in a slot that `first` or `next` gave. */
  at(slot: number): T {
    const item = this.#items[slot];
    if (item === undefined) throw new RangeError(`no item in slot ${slot}`);
    return item;
  }

  add(hash: number, item: T): void {
    this.#size += 1;
    if (this.#size * 4 > this.#items.length * 3) this.#grow();
    this.#put(hash, item);
  }

  #from(start: number, hash: number): number {
    const mask = this.#items.length - 1;
    for (let slot = start; this.#items[slot] !== undefined; slot = (slot + 1) & mask) if (this.#hashes[slot] === hash) return slot;
    return -1;
  }

  #put(hash: number, item: T): void {
    const mask = this.#items.length - 1;
    let slot = hash & mask;
    while (this.#items[slot] !== undefined) slot = (slot + 1) & mask;
    this.#items[slot] = item;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const items = this.#items;
    const hashes = this.#hashes;
    this.#items = new Array<T | undefined>(items.length * 2).fill(undefined);
    this.#hashes = new Int32Array(items.length * 2);
    for (const [slot, item] of items.entries()) if (item !== undefined) this.#put(hashes[slot] ?? 0, item);
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
