/**
 * Names seen by one parser, each kept once and known by a number. Keywords come first, so that looking up a word tells
 * at the same time whether it is a keyword; equal names of a document share one string.
 */
import { KEYWORDS, SOFT_KEYWORDS } from "./tokens.ts";

export class NameTable {
  readonly names: string[];
  private hashes: Int32Array;
  /** Number of a name + 1 at the slot of its hash, 0 for a free slot. */
  private slots: Int32Array;

  /** Begins with the words of another table. */
  constructor(from: NameTable | undefined) {
    this.names = from === undefined ? [] : from.names.slice();
    this.hashes = from === undefined ? new Int32Array(64) : from.hashes.slice();
    this.slots = from === undefined ? new Int32Array(128) : from.slots.slice();
  }

  /** Number of `text.slice(start, end)`, whose hash (h * 31 + code, 32 bits) the caller has at hand. */
  lookup(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    const length = end - start;
    for (;;) {
      const found = this.slots[slot]! - 1;
      if (found < 0) return this.add(text.slice(start, end), hash, slot);
      if (this.hashes[found] === hash) {
        const name = this.names[found]!;
        if (name.length === length && same(name, text, start)) return found;
      }
      slot = (slot + 1) & mask;
    }
  }

  addWord(word: string): number {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
    return this.lookup(word, 0, word.length, hash);
  }

  /** A table that knows the keywords. */
  static withKeywords(): NameTable {
    return new NameTable(WORDS);
  }

  private add(name: string, hash: number, slot: number): number {
    const number = this.names.length;
    if (number * 2 >= this.slots.length) {
      this.grow();
      const mask = this.slots.length - 1;
      slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    }
    this.names.push(name);
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    return number;
  }

  private grow(): void {
    const size = this.slots.length * 2;
    this.slots = new Int32Array(size);
    const hashes = new Int32Array(size);
    hashes.set(this.hashes);
    this.hashes = hashes;
    for (let number = 0; number < this.names.length; number++) {
      const hash = hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = number + 1;
    }
  }
}

/** The keywords, never added to. */
const WORDS: NameTable = (() => {
  const table = new NameTable(undefined);
  for (const word of [...KEYWORDS, ...SOFT_KEYWORDS]) table.addWord(word);
  return table;
})();

function same(name: string, text: string, start: number): boolean {
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
