/**
 * Join of what is known of data: what holds for both of two frames, arrays or estimators.
 *
 *     columns a, b, c    with    columns a, c     a and c are there; whether b is, is not known
 *     train of split 1   with    test of split 1  rows unknown
 *     df[df.x > 0]       with    df               rows of df: all of them, or some
 */
import type { Columns, Data, Fit, Label, Rows } from "./value.ts";
import { samePlace } from "./same-place.ts";

export function joinData(left: Data, right: Data): Data {
  if (left === right) return left;
  return {
    objects: unionOf(left.objects, right.objects),
    columns: joinColumns(left.columns, right.columns),
    rows: joinRows(left.rows, right.rows),
    fits: sameFits(left.fits, right.fits) ? left.fits : undefined,
  };
}

function unionOf(left: readonly number[], right: readonly number[]): readonly number[] {
  if (left === right) return left;
  if (left.length === 0 || right.length === 0) return withAnyObject(left.length === 0 ? right : left);
  // Both are sorted.
  const result: number[] = [];
  for (let at = 0, other = 0; at < left.length || other < right.length; ) {
    const next = Math.min(left[at] ?? Infinity, right[other] ?? Infinity);
    result.push(next);
    if (left[at] === next) at++;
    if (right[other] === next) other++;
  }
  return result.length === left.length ? left : result.length === right.length ? right : result;
}

/** Number of an object that is not followed, or of none: a value may be this, or one of the others. */
export const anyObject = 0;

/** One of these objects, or something else. */
export function withAnyObject(objects: readonly number[]): readonly number[] {
  return objects.length === 0 || objects[0] === anyObject ? objects : [anyObject, ...objects];
}

export function joinColumns(left: Columns | undefined, right: Columns | undefined): Columns | undefined {
  if (left === right || sameColumns(left, right)) return left;
  if (!left || !right) return undefined;
  const present = left.present.filter((label) => right.present.includes(label));
  const isAbsent = (columns: Columns, label: Label): boolean =>
    columns.isWhole ? !columns.present.includes(label) : columns.absent.includes(label);
  const doubt = doubts[Math.max(doubts.indexOf(left.doubt), doubts.indexOf(right.doubt))];
  const along = joinColumns(left.along, right.along);
  const index = { ...(left.index && sameLabels(left.index, right.index) ? { index: left.index } : {}), ...(along ? { along } : {}) };
  // The same labels in another order, or told apart only by the index.
  if (left.isWhole && right.isWhole && [left, right].every((each) => each.present.length === present.length)) {
    const isSameOrder = sameLabels(left.present, right.present);
    const isOnce = new Set(present).size === present.length;
    const remaining = doubt ?? (isSameOrder ? undefined : isOnce ? "order" : "loose");
    return { present: left.present, absent: [], isWhole: true, ...(remaining ? { doubt: remaining } : {}), ...index };
  }
  const absent = [...left.absent, ...right.absent].filter((label, at, all) => all.indexOf(label) === at && isAbsent(left, label) && isAbsent(right, label));
  const isRepeated = [left, right].some((each) => new Set(each.present).size < each.present.length);
  const remaining = doubt === "loose" || doubt === "levels" ? doubt : isRepeated ? "loose" : undefined;
  return { present: [...new Set(present)], absent, isWhole: false, ...(remaining ? { doubt: remaining } : {}), ...index };
}

/** From the least to the greatest. */
const doubts = [undefined, "order", "loose", "levels"] as const;

export function sameColumns(left: Columns | undefined, right: Columns | undefined): boolean {
  if (left === right) return true;
  return !!left && !!right && left.isWhole === right.isWhole && left.doubt === right.doubt && sameLabels(left.present, right.present)
    && sameLabels(left.absent, right.absent) && sameLabels(left.index, right.index) && sameColumns(left.along, right.along);
}

function sameLabels(left: readonly (Label | null)[] | undefined, right: readonly (Label | null)[] | undefined): boolean {
  if (!left || !right) return left === right;
  return left.length === right.length && left.every((label, at) => label === right[at]);
}

function joinRows(left: Rows | undefined, right: Rows | undefined): Rows | undefined {
  return isSelectionOf(right, left) ? left : isSelectionOf(left, right) ? right : undefined;
}

/** The same rows, or what some selections leave of them. */
function isSelectionOf(rows: Rows | undefined, of: Rows | undefined): boolean {
  for (let each = rows; each; each = each.kind === "part" && each.part === "some" ? each.of : undefined) if (sameRows(each, of)) return true;
  return false;
}

export function sameRows(left: Rows | undefined, right: Rows | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return false;
  if (left.kind === "whole") return right.kind === "whole" && samePlace(left.source, right.source);
  return right.kind === "part" && left.part === right.part && samePlace(left.split, right.split) && sameRows(left.of, right.of);
}

function sameFits(left: readonly Fit[] | undefined, right: readonly Fit[] | undefined): boolean {
  if (left === right) return true;
  if (left?.length !== right?.length) return false;
  return !!left && left.every((fit, index) => {
    const other = right?.[index];
    return !!other && samePlace(fit.place, other.place) && sameRows(fit.rows, other.rows) && sameColumns(fit.columns, other.columns);
  });
}
