/**
 * Pivot tables: values become columns, so that their labels are data.
 *
 *     df.pivot_table(index="day", values="n", dropna=False)      n, with day in the index; else n is left out where it is empty
 *     df.pivot_table(index="day", columns="shop", values="n")    a column per shop: unknown
 *     df.pivot_table(index="day", columns="shop")                two levels
 */
import type { DataEffect } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Value } from "../value.ts";
import { columnsOfValue, dataFrame, newInstance } from "./effect.ts";
import { sortedTexts } from "./keeping.ts";
import type { IndexNames } from "./labels.ts";
import { columnsOf, exactly, flag, has, isNone, known, labelOf, labelsOf, withIndex } from "./labels.ts";

export function pivotTable(call: LibraryCall, data: Value | undefined): DataEffect {
  return { result: newInstance(call, dataFrame, call.isOpen ? undefined : pivoted(call, columnsOfValue(data)), undefined) };
}

/** `df.pivot(index=, columns=, values=)`: a column per value of `columns`, in two levels but for one kind of values. */
export function pivot(call: LibraryCall): DataEffect {
  const isOneKind = labelOf(argumentOf(call, "values")) !== undefined && !call.isOpen;
  return { result: newInstance(call, dataFrame, columnsOf({ doubt: isOneKind ? "loose" : "levels" }), undefined) };
}

function pivoted(call: LibraryCall, frame: Columns | undefined): Columns | undefined {
  const [values, index, columns] = ["values", "index", "columns"].map((name) => argumentOf(call, name));
  const names = isNone(index) || (!isNone(columns) && !areColumns(columns, frame)) ? undefined : keyNames(index, frame);
  const aggregation = argumentOf(call, "aggfunc");
  const isOneFunction = aggregation === undefined || plainText(aggregation) !== undefined || aggregation.type?.kind === "symbol" || aggregation.type?.kind === "function";
  const value = labelOf(values);
  if (!isOneFunction) return withIndex(columnsOf({ doubt: "levels" }), names);
  // The labels are values of a column; with several kinds of values they have two levels.
  if (!isNone(columns)) return withIndex(columnsOf({ doubt: value === undefined ? "levels" : "loose" }), names);
  const labels = labelsOf(values);
  const sorted = labels?.isWhole === true ? sortedTexts(labels.labels) : undefined;
  const isPlain = flag(argumentOf(call, "sort"), true) === true && flag(argumentOf(call, "margins"), false) === false && flag(argumentOf(call, "dropna"), true) === false && names !== undefined;
  // What is a key is no value.
  const isApart = labels?.labels.every((label) => names?.includes(label) === false) === true;
  return sorted && isPlain && isApart ? exactly(sorted, names) : withIndex(undefined, names);
}

/** Names of columns; texts that are none may be values to group by. */
function keyNames(index: Value | undefined, frame: Columns | undefined): IndexNames {
  const labels = labelsOf(index);
  return labels?.isWhole === true && areColumns(index, frame) ? labels.labels : undefined;
}

function areColumns(value: Value | undefined, frame: Columns | undefined): boolean {
  return labelsOf(value)?.labels.every((label) => has(frame, label) ?? known(frame).doubt === undefined) === true;
}
