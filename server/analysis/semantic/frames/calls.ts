/**
 * Calls of frame libraries by their qualified name: who knows what they do to columns.
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import type { Value } from "../value.ts";
import { applying } from "./applying.ts";
import { changingMethods } from "./changing.ts";
import { convertedColumn, dateParts, indexCall, labelList, reduction, seriesCall, sortedLabels, textAccessorCall } from "./columns.ts";
import { align, concat, dummies, join, merge, merged, orderedMerge } from "./combining.ts";
import { frameFromDict, frameFromRecords, newFrame, newIndex, newSeries } from "./constructing.ts";
import { withConstant } from "./design.ts";
import type { CallTransfer } from "./effect.ts";
import { columnsOfValue, dataFrame, frameEffect, instanceOf, newInstance } from "./effect.ts";
import { geoFrame, geographicCall, isGeographic } from "./geographic.ts";
import { groups, groupsCall, isGroups } from "./grouping.ts";
import { keepingMethods } from "./keeping.ts";
import { pivot, pivotTable } from "./pivoting.ts";
import { polarsCall } from "./polars.ts";
import type { FileHeaders } from "./reading.ts";
import { readFrame } from "./reading.ts";
import { melt, reshapingMethods } from "./reshaping.ts";
import { isFrame } from "./selecting.ts";
import { sparkCall } from "./spark.ts";
import { isWindow, windowCall, windowMethods, windows } from "./windows.ts";

export type { FileHeaders } from "./reading.ts";

/**
 * What a call does to the content of frames, series and labels; `undefined`: nothing better than what types say.
 *
 * @param outcome what is known of the result otherwise, of what a function gives that was handed over
 */
export function frameCall(call: LibraryCall, headers?: FileHeaders, outcome?: Value): DataEffect | undefined {
  const { target, receiver } = call;
  if (target.startsWith("polars.")) return polarsCall(call);
  if (target.startsWith("pyspark.")) return sparkCall(call);
  if (/^(?:feast|qwak|frogml)\./u.test(target)) return readFrame(call, headers);
  if (isGeographic(receiver)) return geographicCall(call);
  if (receiver) return isPandas(target) ? methodCall(call, outcome) : undefined;
  if (target.startsWith("builtins.")) return builtinCall(call);
  if (elementwise.has(target)) return sameLabels(call);
  if (target === "statsmodels.tools.tools.add_constant") return withConstant(call);
  if (!isPandas(target)) return undefined;
  return functions.get(target)?.(call) ?? readFrame(call, headers);
}

/** `np.log1p(df)`, `copy.deepcopy(df)`: another frame with the same labels. */
function sameLabels(call: LibraryCall): DataEffect | undefined {
  const [first, ...others] = call.positional;
  if (!isFrame(first) || others.length > 0 || call.isOpen || call.keywords.size > 0) return undefined;
  return { result: newInstance(call, dataFrame, columnsOfValue(first), contentOf(first).rows) };
}

const elementwise: ReadonlySet<string> = new Set([
  ...["abs", "absolute", "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "square", "sign", "sin", "cos", "tan", "tanh", "floor", "ceil", "isnan", "isfinite"].map((name) => `numpy.${name}`),
  "pandas.isna", "pandas.isnull", "pandas.notna", "pandas.notnull", "copy.copy", "copy.deepcopy",
]);

function isPandas(target: string): boolean {
  return target.startsWith("pandas.");
}

const functions: ReadonlyMap<string, CallTransfer> = new Map<string, CallTransfer>([
  ["pandas.DataFrame", newFrame],
  ["pandas.Series", newSeries],
  ["pandas.Index", newIndex],
  ["pandas.DataFrame.from_dict", frameFromDict],
  ["pandas.DataFrame.from_records", frameFromRecords],
  ["pandas.concat", concat],
  ["pandas.merge", (call) => {
    const [left, right] = [argumentOf(call, "left"), argumentOf(call, "right")];
    const isKnown = isFrame(left) && !call.isOpen;
    return { result: newInstance(call, isGeographic(left) ? geoFrame : dataFrame, isKnown ? merged(call, columnsOfValue(left), columnsOfValue(right)) : undefined, contentOf(left).rows) };
  }],
  ["pandas.get_dummies", dummies],
  ["pandas.melt", (call) => {
    const frame = argumentOf(call, "frame");
    return { result: newInstance(call, dataFrame, call.isOpen ? undefined : melt(call, columnsOfValue(frame)), contentOf(frame).rows) };
  }],
  ["pandas.to_datetime", convertedColumn],
  ["pandas.to_numeric", convertedColumn],
  ["pandas.to_timedelta", convertedColumn],
  ["pandas.cut", convertedColumn],
  ["pandas.qcut", convertedColumn],
  ["pandas.merge_asof", orderedMerge],
  ["pandas.merge_ordered", orderedMerge],
  ["pandas.pivot", pivot],
  ["pandas.pivot_table", (call) => pivotTable(call, argumentOf(call, "data"))],
]);

function methodCall(call: LibraryCall, outcome: Value | undefined): DataEffect | undefined {
  const { receiver, target } = call;
  const method = target.slice(target.lastIndexOf(".") + 1);
  const name = instanceOf(receiver);
  if (isFrame(receiver)) {
    if (method === "groupby") return groups(call);
    if (windowMethods.has(method)) return windows(call);
    if (method === "pivot_table") return pivotTable(call, receiver);
    if (method === "pivot") return pivot(call);
    if (method === "align") return align(call);
    const applied = applying.get(method)?.(call, outcome);
    if (applied) return applied;
    const changing = changingMethods.get(method);
    if (changing) return changing(call);
    const transfer = frameMethods.get(method);
    return transfer ? frameEffect(call, transfer) : reduction(call);
  }
  if (name === "pandas.Series") return method === "groupby" ? groups(call) : windowMethods.has(method) ? windows(call) : seriesCall(call);
  if (isGroups(receiver)) return windowMethods.has(method) ? windows(call) : groupsCall(call);
  if (isWindow(receiver)) return windowCall(call);
  if (name === "pandas.Index") return indexCall(call);
  if (name === "pandas.Series.dt") return dateParts(call);
  return name?.endsWith(".str") === true ? textAccessorCall(call) : undefined;
}

const frameMethods = new Map([...keepingMethods, ...reshapingMethods, ["merge", merge] as const, ["join", join] as const]);

/** `list(df)`, `list(df.columns)`, `tuple(df)`. */
function builtinCall(call: LibraryCall): DataEffect | undefined {
  const [first] = call.positional;
  if (call.target === "builtins.sorted") return sortedLabels(call);
  if (call.positional.length !== 1 || call.isOpen || (!isFrame(first) && instanceOf(first) !== "pandas.Index")) return undefined;
  const { interner } = call.machine;
  switch (call.target) {
    case "builtins.list":
    case "builtins.tuple": {
      const list = labelList(interner, first, originsOfResult(call), call.target === "builtins.list" ? "list" : "tuple");
      return list && { result: list };
    }
    case "builtins.abs":
      return isFrame(first) ? sameLabels(call) : undefined;
    default:
      return undefined;
  }
}
