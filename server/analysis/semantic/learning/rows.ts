/**
 * Rows: which rows of which data a value holds, as a chain from what is at hand back to the read.
 *
 *     df = pd.read_csv("sales.csv")            whole, source: the read
 *     train, test = train_test_split(df)       train (test) of the split, of whole
 *     old = train[train.age > 60]              some of the rows, selected here, of train
 *     fit, valid = train_test_split(train)     train (test) of the second split, of train of the first
 *
 * A claim is always "these rows are among those": whoever filters rows of a training part still holds rows of it.
 */
import type { Place } from "../../syntax/unit.ts";
import { sameRows } from "../join-data.ts";
import { samePlace } from "../same-place.ts";
import type { Rows } from "../value.ts";

export type PartRows = Extract<Rows, { kind: "part" }>;

/** Splits within splits that are followed. */
const maximumDepth = 6;

export function wholeRows(source: Place): Rows {
  return { kind: "whole", source };
}

/**
 * Rows of `of` that `split` tells apart. A place that the chain has already (`df = df[df.x > limit]` in a loop) takes the place of its
 * earlier self, so that chains stay short and loops settle.
 */
export function partRows(of: Rows | undefined, part: PartRows["part"], split: Place): PartRows {
  for (let each = of; each?.kind === "part"; each = each.of) {
    if (samePlace(each.split, split)) return { kind: "part", part, split, of: each.of };
  }
  return { kind: "part", part, split, of: depthOf(of) >= maximumDepth ? undefined : of };
}

function depthOf(rows: Rows | undefined): number {
  let depth = 0;
  for (let each = rows; each?.kind === "part"; each = each.of) depth++;
  return depth;
}

/** Whether all of `inner` are known to be among `outer`. */
export function isAmong(inner: Rows | undefined, outer: Rows | undefined): boolean {
  if (!outer) return false;
  for (let each = inner; each; each = each.kind === "part" ? each.of : undefined) {
    if (sameRows(each, outer)) return true;
  }
  return false;
}

/** The smallest known rows that hold all of these; `undefined` as soon as one of them is not known. */
export function commonRows(all: readonly (Rows | undefined)[]): Rows | undefined {
  const [first, ...others] = all;
  for (let each = first; each; each = each.kind === "part" ? each.of : undefined) {
    const candidate = each;
    if (others.every((other) => isAmong(other, candidate))) return candidate;
  }
  return undefined;
}

/** The rows of all that have any, when those are the same: columns put side by side. Things of no rows (numbers) do not count. */
export function alignedRows(all: readonly (Rows | undefined)[]): Rows | undefined {
  const known = all.filter((each) => each !== undefined);
  const [first] = known;
  return first && known.every((each) => sameRows(each, first)) ? first : undefined;
}

/**
 * Rows that an index chooses by position, `X[train_idx]`: the index's parts, told of the rows that are indexed.
 *
 *     X: whole        index: train of a split of X's rows, or of numbers 0 to n     train of that split, of whole
 *
 * `undefined` when the index belongs to other rows than those indexed, or says nothing.
 */
export function indexedRows(rows: Rows | undefined, index: Rows | undefined): Rows | undefined {
  if (index?.kind !== "part") return undefined;
  if (!rows || isAmong(index, rows)) return index;
  const root = rootOf(index);
  // Positions from 0 on, or those of a table that has as many rows.
  if (root && (rows.kind !== "whole" || sameRows(root, rows))) return undefined;
  return rebased(index, rows);
}

function rebased(rows: PartRows, base: Rows): Rows {
  return partRows(rows.of?.kind === "part" ? rebased(rows.of, base) : base, rows.part, rows.split);
}

/** Where the chain begins; `undefined` when that is not known. */
export function rootOf(rows: Rows | undefined): Rows | undefined {
  let each = rows;
  while (each?.kind === "part") each = each.of;
  return each;
}
