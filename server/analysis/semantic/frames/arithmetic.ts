/**
 * Operators on frames and columns: which labels the result has.
 *
 *     df: a, b
 *     df / 2, df - array, -df       a, b
 *     df - other                    the labels of both
 *     df.mean()                     a column without a name, whose rows are labelled a, b: it lies *along* the columns of df
 *     df - df.mean()                a, b: a column beside a frame is laid out along its columns
 *     df - df["a"], df - unknown    a, b are there; what the other's rows are labelled by comes in addition
 *     df > df.mean()                a, b: what is compared has the same labels, or it fails
 */
import type { BinaryOperator } from "../../syntax/nodes.ts";
import type { Columns, Value } from "../value.ts";
import { columnsOfValue, instanceOf, series } from "./effect.ts";
import { isNumber } from "./keeping.ts";
import { aligned, columnsOf, exactly, known, orNothing, withAlong, withIndex } from "./labels.ts";
import { isFrame } from "./selecting.ts";

/** @param op absent: a comparison, or an operator on one thing */
export function operatedFrame(operands: readonly Value[], op: BinaryOperator | undefined): Columns | undefined {
  const [left, right] = operands;
  // A product of matrices has the columns of the right one.
  if (op === "@") return right && isFrame(right) ? columnsOfValue(right) : undefined;
  const [first, ...others] = operands.filter(isFrame);
  const columns = columnsOfValue(first);
  if (op === undefined || !left || !right) return columns;
  if (others.length > 0) return others.reduce<Columns | undefined>((all, each) => aligned(all, columnsOfValue(each)), columns);
  return besideFrame(columns, isFrame(left) ? right : left);
}

/** A frame and something that is none. */
export function besideFrame(columns: Columns | undefined, other: Value): Columns | undefined {
  const along = instanceOf(other) === series ? columnsOfValue(other)?.along : undefined;
  if (along) return withIndex(aligned(columns, along), columns?.index);
  return keepsLabels(other) ? columns : orNothing(columnsOf({ present: known(columns).present, doubt: known(columns).doubt === "levels" ? "levels" : "loose" }));
}

/** What has no labels of its own. */
function keepsLabels(other: Value): boolean {
  const { type } = other;
  if (type?.kind === "list" || type?.kind === "tuple" || type?.kind === "sequence") return true;
  return isNumber(other) || plain.has(instanceOf(other) ?? "");
}

const plain: ReadonlySet<string> = new Set([
  "builtins.str", "builtins.list", "builtins.tuple", "numpy.ndarray", "numpy.float64", "numpy.int64", "numpy.bool_", "pandas.Timestamp", "pandas.Timedelta",
  "datetime.datetime", "datetime.date", "datetime.timedelta", "numpy.timedelta64", "numpy.datetime64",
]);

/** `df.max() - df.min()`, `1.5 * df.std()`: along the same columns still; `undefined` for any other. */
export function operatedSeries(operands: readonly Value[], op: BinaryOperator | undefined): Columns | undefined {
  if (op === undefined || op === "@" || op === "&" || op === "|" || op === "^") return undefined;
  const parts = operands.map((each) => columnsOfValue(each)?.along);
  const [first, second] = parts;
  // One with another name, or a number: no name that is known.
  const along = first && second ? aligned(first, second) : operands.every((each, at) => parts[at] !== undefined || isNumber(each)) ? (first ?? second) : undefined;
  return along && withAlong(operands.every((each) => isUnnamed(each)) ? exactly([]) : undefined, along);
}

function isUnnamed(value: Value): boolean {
  const columns = columnsOfValue(value);
  return isNumber(value) || (columns?.isWhole === true && columns.present.length === 0);
}
