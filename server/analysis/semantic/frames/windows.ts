/**
 * Windows of rows: what calculating over them gives.
 *
 *     w = df.rolling(3)                    a view of df, as a grouping is
 *     w.mean()                             the columns of df, row by row
 *     w["a"].mean()                        a series a
 *     df.resample("D", on="day").sum()     all but day, with day in the index
 *     df.groupby("k")[["a"]].rolling(3).sum()      a, with k and the frame's own index in the index
 *
 * `expanding` and `ewm` are as `rolling`. A window carries the frame's content and object, and in `made` how it was asked for.
 */
import type { DataEffect } from "../data.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName, typedResult } from "../learning/call-result.ts";
import type { Machine } from "../machine.ts";
import type { Place } from "../../syntax/unit.ts";
import type { Columns, Construction, Value } from "../value.ts";
import { columnsOfValue, dataFrame, instanceOf, newInstance, series } from "./effect.ts";
import { functionNames, groupingOf, isGroups, isOneFunction, namedColumns, numericPart } from "./grouping.ts";
import type { IndexNames } from "./labels.ts";
import { asColumns, columnsOf, exactly, has, isNone, known, labelOf, labelsIn, labelsOf, selected, withIndex, withoutLabels } from "./labels.ts";

const classes = /^pandas\.api\.typing\.(?<one>Series)?(?:Rolling|Expanding|ExponentialMovingWindow|(?:DatetimeIndex)?Resampler)(?:Groupby)?$/u;

export function isWindow(value: Value | undefined): boolean {
  const name = instanceOf(value);
  return name !== undefined && classes.test(name);
}

export const windowMethods: ReadonlySet<string> = new Set(["rolling", "expanding", "ewm", "resample"]);

/** `df.rolling(...)`, `s.resample(...)`, `df.groupby(...).ewm(...)`: a view of the same object. */
export function windows(call: LibraryCall): DataEffect | undefined {
  const { receiver, machine } = call;
  const name = instanceOf(typedResult(call));
  if (!receiver || call.isOpen || name === undefined || !classes.test(name)) return undefined;
  // Of a label that is there twice, a window gives a frame where it gives a series else, and the other way round.
  if (repeats(columnsOfValue(receiver))) return unknownResult(call);
  const passed = ["on", "level", "axis"].flatMap((keyword) => {
    const value = argumentOf(call, keyword);
    return isNone(value) || !value ? [] : [{ keyword, unpacked: false, value, place: call.place }];
  });
  const made: Construction = { callable: call.target, receiver: isGroups(receiver) ? receiver : undefined, arguments: passed, place: call.place };
  return { result: machine.interner.value({ type: { kind: "instance", name, made }, origins: originsOfResult(call), data: receiver.data }) };
}

function repeats(columns: Columns | undefined): boolean {
  const { present } = known(columns);
  return new Set(present).size < present.length;
}

function unknownResult(call: LibraryCall): DataEffect {
  return { result: call.machine.interner.value({ origins: originsOfResult(call) }) };
}

/** `w["a"]`, `w[["a", "b"]]`, `w.a`. */
export function selectedWindow(machine: Machine, value: Value, index: Value, place: Place): Value | undefined {
  if (value.type?.kind !== "instance" || !value.type.made) return undefined;
  const isMany = index.type?.kind === "list";
  if (!isMany && labelOf(index) === undefined) return undefined;
  const name = isMany ? value.type.name : value.type.name.replace(/typing\.(?:DatetimeIndex)?(?!Series)/u, "typing.Series");
  const made: Construction = { callable: `${value.type.name}.__getitem__`, receiver: value, arguments: [{ keyword: undefined, unpacked: false, value: index, place }], place };
  return machine.interner.value({ type: { kind: "instance", name, made }, origins: value.origins, data: value.data });
}

interface Window {
  /** Columns that are calculated with; `undefined`: not known. */
  readonly columns: Columns | undefined;
  /** Names of the groups' keys: none without groups. */
  readonly keys: IndexNames;
  /** Names of the result's index. */
  readonly index: IndexNames;
  /** One result for several rows. */
  readonly isResampled: boolean;
  /** Times stand in a column. */
  readonly isOnColumn: boolean;
}

function windowOf(value: Value): Window | undefined {
  const made = value.type?.kind === "instance" ? value.type.made : undefined;
  if (!made) return undefined;
  const [first] = made.arguments;
  if (made.callable.endsWith(".__getitem__")) {
    const outer = made.receiver && windowOf({ ...made.receiver, data: value.data });
    const labels = first && labelsOf(first.value);
    const isMany = first?.value.type?.kind === "list";
    const chosen = labels && selected(columnsOfValue(value), labels);
    // What is chosen is chosen of all columns, those included that would be left out.
    return outer && labels && { ...outer, columns: !isMany ? chosen : outer.isOnColumn && !outer.isResampled ? undefined : withoutKeys(chosen, outer.keys) };
  }
  const passed = (name: string): Value | undefined => made.arguments.find((each) => each.keyword === name)?.value;
  if (passed("axis")) return undefined;
  const isResampled = made.callable.endsWith(".resample");
  const own = columnsOfValue(value);
  const on = passed("on");
  const level = passed("level");
  if (made.receiver) return groupedWindow({ ...made.receiver, data: value.data }, isResampled, on !== undefined);
  if (!isResampled) return { columns: on ? undefined : own, keys: [], index: own?.index, isResampled, isOnColumn: on !== undefined };
  const label = labelOf(on);
  const index = on ? (label === undefined ? undefined : [label]) : level || own?.index?.length !== 1 ? undefined : own.index;
  return { columns: on ? withoutLabels(own, labelsOf(on)) : own, keys: [], index, isResampled, isOnColumn: on !== undefined };
}

/** Keys of groups are left out even where they were chosen. */
function withoutKeys(columns: Columns | undefined, keys: IndexNames): Columns | undefined {
  if (!keys) return undefined;
  return keys.some((key) => key !== null && has(columns, key) !== false) ? undefined : columns;
}

/** Keys stay among the columns or not from version to version, unless columns were chosen. */
function groupedWindow(groups: Value, isResampled: boolean, isOnColumn: boolean): Window | undefined {
  const grouping = groupingOf(groups);
  if (!grouping) return undefined;
  const isChosen = groups.type?.kind === "instance" && groups.type.made?.receiver !== undefined;
  const isOne = instanceOf(groups) !== undefined && instanceOf(groups)?.endsWith(".SeriesGroupBy") === true;
  const own = known(columnsOfValue(groups)).index;
  const index = !isResampled && grouping.keys && own ? [...grouping.keys, ...own] : undefined;
  const columns = isOne ? grouping.columns : isChosen ? withoutKeys(grouping.columns, grouping.keys) : undefined;
  return { columns, keys: grouping.keys, index, isResampled, isOnColumn };
}

// ---- results -----------------------------------------------------------------------------------------------

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const columnwise = words("sum mean median min max std var sem skew kurt count quantile rank first last prod nunique");
const filling = words("ffill bfill pad backfill nearest asfreq interpolate");

export function windowCall(call: LibraryCall): DataEffect | undefined {
  const { receiver } = call;
  const window = receiver && windowOf(receiver);
  if (!window || call.isOpen) return undefined;
  const method = lastName(call.target);
  const isOne = classes.exec(instanceOf(receiver) ?? "")?.groups?.["one"] !== undefined;
  const give = (columns: Columns | undefined, index: IndexNames | null = window.index): DataEffect => ({ result: newInstance(call, isOne ? series : dataFrame, withIndex(columns, index ?? undefined), undefined) });
  if (columnwise.has(method)) {
    const q = argumentOf(call, "q") ?? (method === "quantile" ? call.positional[0] : undefined);
    if (q && (window.isResampled && q.constant?.kind !== "number")) return undefined;
    return give(numericPart(call, window.columns));
  }
  if (filling.has(method)) return window.isOnColumn || !window.isResampled ? undefined : give(window.columns);
  switch (method) {
    case "apply":
      return window.isResampled ? undefined : give(window.columns);
    case "corr":
    case "cov":
      return isOne || window.isResampled || call.positional.length > 0 || call.keywords.size > 0 ? undefined : give(window.columns, null);
    case "ohlc": {
      const labels = ["open", "high", "low", "close"];
      const columns = isOne ? exactly(labels) : columnsOf({ ...known(window.columns), doubt: "levels" });
      return window.isResampled ? { result: newInstance(call, dataFrame, withIndex(columns, window.index), undefined) } : undefined;
    }
    case "agg":
    case "aggregate":
      return aggregated(call, window, isOne, give);
    default:
      return undefined;
  }
}

function aggregated(call: LibraryCall, window: Window, isOne: boolean, give: (columns: Columns | undefined) => DataEffect): DataEffect | undefined {
  const func = argumentOf(call, "func") ?? call.positional[0];
  const frame = (columns: Columns | undefined): DataEffect => ({ result: newInstance(call, dataFrame, withIndex(columns, window.index), undefined) });
  // Names are told by keywords where rows are put together.
  if (isNone(func) || !func) return window.isResampled && call.keywords.size > 0 ? frame(namedColumns(call)) : undefined;
  if (isOneFunction(func)) return window.isResampled && func.constant?.kind !== "text" ? undefined : give(window.columns);
  // What may be the first of several levels is perhaps no column, but a frame.
  if (isOne && (window.columns?.doubt === "loose" || window.columns?.doubt === "levels")) return undefined;
  if (func.type?.kind === "list") {
    const names = isOne ? functionNames(func.type.elements) : undefined;
    return frame(isOne ? names && asColumns(names, undefined) : columnsOf({ ...known(window.columns), absent: [], doubt: "levels" }));
  }
  if (func.type?.kind !== "dict" || isOne) return undefined;
  const labels = labelsIn(func);
  if (window.columns?.doubt === "loose") return unknownResult(call);
  if (labels?.isWhole !== true) return frame(undefined);
  return frame(func.type.entries.every((entry) => isOneFunction(entry.value)) ? exactly(labels.labels) : columnsOf({ present: labels.labels, isWhole: true, doubt: "levels" }));
}
