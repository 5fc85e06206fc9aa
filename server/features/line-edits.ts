/**
 * The edits that turn one text into another, line by line, so that an editor keeps carets, folds and breakpoints in what
 * stays the same.
 *
 * Patience diff: lines that occur once in each text, in the same order in both, are fixed points; between two of them the
 * same is done again, and what has no fixed points is replaced.
 *
 *     import os          import os
 *                        import json       inserted: it lies between two fixed points
 *     a = 1              a = 1
 *     b = "/x"           b = DATA          replaced: no fixed point between `a = 1` and the end
 */
import type { TextEdit } from "../analysis/text/edit.ts";

export function lineEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const old = linesOf(before);
  const next = linesOf(after);
  const edits: TextEdit[] = [];
  const stretches: Stretch[] = [{ oldStart: 0, oldEnd: old.length, newStart: 0, newEnd: next.length }];
  const offsets = offsetsOf(old);
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const { oldStart, oldEnd, newStart, newEnd } = trimmed(stretch, old, next);
    if (oldStart === oldEnd && newStart === newEnd) continue;
    const anchors = fixedPoints(old, next, { oldStart, oldEnd, newStart, newEnd });
    if (anchors.length === 0) {
      edits.push({ start: offsets[oldStart] ?? 0, end: offsets[oldEnd] ?? 0, text: next.slice(newStart, newEnd).join("") });
      continue;
    }
    let from = { old: oldStart, new: newStart };
    for (const anchor of [...anchors, { old: oldEnd, new: newEnd }]) {
      stretches.push({ oldStart: from.old, oldEnd: anchor.old, newStart: from.new, newEnd: anchor.new });
      from = { old: anchor.old + 1, new: anchor.new + 1 };
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

interface Stretch {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

interface Pair {
  readonly old: number;
  readonly new: number;
}

/** Without the lines that are equal at both ends. */
function trimmed({ oldStart, oldEnd, newStart, newEnd }: Stretch, old: readonly string[], next: readonly string[]): Stretch {
  for (; oldStart < oldEnd && newStart < newEnd && old[oldStart] === next[newStart]; oldStart++) newStart += 1;
  for (; oldStart < oldEnd && newStart < newEnd && old[oldEnd - 1] === next[newEnd - 1]; oldEnd--) newEnd -= 1;
  return { oldStart, oldEnd, newStart, newEnd };
}

/** Lines that occur once on both sides, as many as stand in the same order on both. */
function fixedPoints(old: readonly string[], next: readonly string[], { oldStart, oldEnd, newStart, newEnd }: Stretch): readonly Pair[] {
  const places = (lines: readonly string[], start: number, end: number): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const [index, line] of lines.slice(start, end).entries()) found.set(line, found.has(line) ? -1 : start + index);
    return found;
  };
  const inNew = places(next, newStart, newEnd);
  const pairs: Pair[] = [];
  for (const [line, at] of places(old, oldStart, oldEnd)) {
    const other = inNew.get(line) ?? -1;
    if (at >= 0 && other >= 0) pairs.push({ old: at, new: other });
  }
  return longestRising(pairs.sort((a, b) => a.old - b.old));
}

interface Link {
  readonly pair: Pair;
  readonly before: Link | undefined;
}

/** The longest part of the pairs in which `new` rises too. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  /** At n: the pair that ends the best chain of n + 1 pairs. */
  const tails: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.pair.new ?? Infinity) < pair.new) low = middle + 1;
      else high = middle;
    }
    tails[low] = { pair, before: tails[low - 1] };
  }
  const chain: Pair[] = [];
  for (let link = tails.at(-1); link; link = link.before) chain.push(link.pair);
  return chain.reverse();
}

/** With their line breaks. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Start of each line, and the end of the last. */
function offsetsOf(lines: readonly string[]): readonly number[] {
  let end = 0;
  return [0, ...lines.map((line) => (end += line.length))];
}
