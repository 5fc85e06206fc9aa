/**
 * Functions applied to frames as a whole, column by column or row by row.
 *
 *     df.apply(lambda column: column * 2)                       the columns of df
 *     df.agg(["min", "max"])                                    the columns of df
 *     df.agg({"a": ["min"], "b": ["max"]})                      a, b
 *     df.quantile([0.1, 0.9])                                   the columns of df
 *     df.value_counts(["a", "b"])                               a series count
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import type { Columns, Value } from "../value.ts";
import { alongColumns, counted } from "./columns.ts";
import { columnsOfValue, dataFrame, instanceOf, isColumnAxis, newInstance, series, typedWith } from "./effect.ts";
import { isNumber } from "./keeping.ts";
import { isOneFunction } from "./grouping.ts";
import { columnsOf, exactly, flag, greater, isNone, known, labelsIn, listing, orNothing, someOf, withAlong, withIndex, withoutIndex } from "./labels.ts";

/** @param outcome what types say of the result */
type Applied = (call: LibraryCall, outcome: Value | undefined) => DataEffect | undefined;

function frame(call: LibraryCall, columns: Columns | undefined): DataEffect {
  return { result: newInstance(call, dataFrame, columns, undefined) };
}

const apply: Applied = (call, outcome) => {
  const isRows = isColumnAxis(argumentOf(call, "axis"));
  const func = argumentOf(call, "func");
  if (call.isOpen || isRows === undefined || !func) return undefined;
  // A column for each column, whatever its rows are. By rows, a frame without any is given back as it is.
  const isFrame = instanceOf(outcome) === dataFrame && isNone(argumentOf(call, "result_type")) && func.constant?.kind !== "text";
  return !isRows && isFrame ? frame(call, withoutIndex(columnsOfValue(call.receiver))) : undefined;
};

const aggregate: Applied = (call) => {
  const func = argumentOf(call, "func");
  const columns = columnsOfValue(call.receiver);
  if (call.isOpen || isColumnAxis(argumentOf(call, "axis")) !== false) return undefined;
  if (func?.type?.kind === "list") return frame(call, func.type.elements.every(isOneFunction) ? withIndex(columns, [null]) : undefined);
  if (func?.type?.kind !== "dict" || func.type.open || func.type.entries.length === 0 || !func.type.entries.every((entry) => entry.value.type?.kind === "list")) return undefined;
  const labels = labelsIn(func);
  return frame(call, labels?.isWhole === true ? exactly(labels.labels, [null]) : undefined);
};

/** By name or a function of numpy; another might be given the whole frame. */
const transform: Applied = (call) => {
  const func = argumentOf(call, "func");
  const columns = columnsOfValue(call.receiver);
  if (call.isOpen || !func || isColumnAxis(argumentOf(call, "axis")) !== false) return undefined;
  if (func.constant?.kind === "text" || (func.type?.kind === "symbol" && func.type.name.startsWith("numpy."))) return frame(call, columns);
  return func.type?.kind === "list" ? frame(call, columnsOf({ ...known(columns), absent: [], doubt: "levels" })) : undefined;
};

const quantile: Applied = (call) => {
  const q = argumentOf(call, "q");
  // Its name is the share.
  if (!call.isOpen && (q === undefined || isNumber(q))) return { result: typedWith(call, withAlong(undefined, alongColumns(call, columnsOfValue(call.receiver))), undefined) };
  if (q?.type?.kind !== "list" || call.isOpen || isColumnAxis(argumentOf(call, "axis")) !== false) return undefined;
  const columns = columnsOfValue(call.receiver);
  return frame(call, withIndex(flag(argumentOf(call, "numeric_only"), false) === false ? columns : someOf(columns), [null]));
};

/** Names of the index are lost where there are no rows. */
const valueCounts: Applied = (call) => (call.isOpen ? undefined : { result: newInstance(call, series, counted(call, undefined), undefined) });

/** Rows by position, or columns. */
const take: Applied = (call) => {
  const { columns, rows } = contentOf(call.receiver);
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  if (call.isOpen || isColumns === undefined) return undefined;
  const list = listing(columns);
  const positions = isColumns ? labelsIn(argumentOf(call, "indices")) : undefined;
  const taken = list && positions?.isWhole === true ? positions.labels.map((at) => (typeof at === "number" ? list.at(at) : undefined)) : [undefined];
  const chosen = taken.filter((label) => label !== undefined);
  return { result: newInstance(call, dataFrame, !isColumns ? columns : chosen.length === taken.length ? exactly(chosen, columns?.index) : perhapsTwice(someOf(columns)), rows) };
};

/** A position may be given twice, in one way and another. */
function perhapsTwice(columns: Columns | undefined): Columns | undefined {
  const some = known(columns);
  return orNothing(columnsOf({ ...some, doubt: greater(some.doubt, "loose") }));
}

export const applying: ReadonlyMap<string, Applied> = new Map<string, Applied>([
  ["apply", apply], ["agg", aggregate], ["aggregate", aggregate], ["transform", transform], ["quantile", quantile], ["value_counts", valueCounts], ["take", take],
]);
