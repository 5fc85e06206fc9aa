/**
 * Groups: what aggregating them gives.
 *
 *     g = df.groupby("k")              a view of df: it sees columns that df gets later
 *     g["a"].sum()                     a series a, with k in the index
 *     g.agg(low=("a", "min"))          low, with k in the index
 *     g.sum()                          all but k, with k in the index
 *     df.groupby("k", as_index=False).sum()     k, then the others
 *
 * A group-by object carries the frame's content and object, and in `made` how it was asked for.
 */
import type { Content, DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName } from "../learning/call-result.ts";
import type { Machine } from "../machine.ts";
import { plainText } from "../texts.ts";
import type { Place } from "../../syntax/unit.ts";
import type { Columns, Construction, Label, Value } from "../value.ts";
import { counted } from "./columns.ts";
import { columnsOfValue, dataFrame, instanceOf, newInstance, series, typedWith } from "./effect.ts";
import type { IndexNames, Labels } from "./labels.ts";
import { withUnknownLabels } from "./reshaping.ts";
import { asColumns, columnsOf, exactly, flag, has, isNone, known, labelOf, labelsIn, labelsOf, listing, orNothing, selected, someOf, withIndex, withoutLabels } from "./labels.ts";

const frameGroups = "pandas.api.typing.DataFrameGroupBy";
const seriesGroups = "pandas.api.typing.SeriesGroupBy";

export function isGroups(value: Value | undefined): boolean {
  return instanceOf(value) === frameGroups || instanceOf(value) === seriesGroups;
}

/** `df.groupby(...)`: a view of the same object. */
export function groups(call: LibraryCall): DataEffect | undefined {
  const { receiver, machine } = call;
  if (!receiver || call.isOpen) return undefined;
  const passed = ["by", "level", "as_index", "axis"].flatMap((keyword) => {
    const value = argumentOf(call, keyword);
    return value ? [{ keyword, unpacked: false, value, place: call.place }] : [];
  });
  const made: Construction = { callable: call.target, receiver: undefined, arguments: passed, place: call.place };
  const name = instanceOf(receiver) === series ? seriesGroups : frameGroups;
  return { result: machine.interner.value({ type: { kind: "instance", name, made }, origins: originsOfResult(call), data: receiver.data }) };
}

/** `g["a"]`, `g[["a", "b"]]`, `g.a`. */
export function selectedGroups(machine: Machine, value: Value, index: Value, place: Place): Value | undefined {
  if (value.type?.kind !== "instance" || !value.type.made) return undefined;
  const isMany = index.type?.kind === "list";
  if (!isMany && labelOf(index) === undefined) return undefined;
  const made: Construction = {
    callable: `${frameGroups}.__getitem__`, receiver: value, arguments: [{ keyword: undefined, unpacked: false, value: index, place }], place,
  };
  return machine.interner.value({ type: { kind: "instance", name: isMany ? frameGroups : seriesGroups, made }, origins: value.origins, data: value.data });
}

/** One round of a loop over groups: the key, and the group's rows with all columns. */
export function groupElement(machine: Machine, value: Value): Value | undefined {
  const grouping = isGroups(value) ? groupingOf(value) : undefined;
  if (!grouping) return undefined;
  const { interner } = machine;
  const { rows } = contentOf(value);
  const isFrame = instanceOf(value) === frameGroups;
  const data = { objects: [], columns: grouping.all, rows, fits: undefined };
  const group = interner.value({ type: { kind: "instance", name: isFrame ? dataFrame : series }, origins: value.origins, data });
  return interner.value({ type: { kind: "tuple", elements: [interner.value({}), group] } });
}

export interface Grouping {
  /** Names of the keys, for the index or as first columns; `undefined`: not known. */
  readonly keys: IndexNames;
  /** Keys are the index of the result. */
  readonly isIndex: boolean;
  /** Keys are known to be columns, not levels of the index: as columns of a result they come first. */
  readonly areColumns: boolean;
  /** Columns that are aggregated. */
  readonly columns: Columns | undefined;
  /** Columns of a group. */
  readonly all: Columns | undefined;
}

export function groupingOf(value: Value): Grouping | undefined {
  const made = value.type?.kind === "instance" ? value.type.made : undefined;
  if (!made) return undefined;
  const index = made.arguments[0]?.value;
  if (made.receiver && index) {
    const outer = groupingOf({ ...made.receiver, data: value.data });
    const labels = labelsOf(index);
    const columns = outer && labels ? selected(outer.all, labels) : undefined;
    return outer && { ...outer, columns, all: columns };
  }
  const passed = (name: string): Value | undefined => made.arguments.find((each) => each.keyword === name)?.value;
  const columns = columnsOfValue(value);
  const asIndex = flag(passed("as_index"), true);
  if (asIndex === undefined || !isNone(passed("axis"))) return undefined;
  const isOfSeries = instanceOf(value) === seriesGroups;
  const { names, left } = isOfSeries ? { names: keyNames(passed("by"), passed("level")), left: columns } : keysOf(columns, passed("by"), passed("level"));
  const levels = known(columns).index;
  const areColumns = names?.every((key) => key !== null && (has(columns, key) === true || levels?.includes(key) === false)) === true;
  return { keys: names, isIndex: asIndex, areColumns, columns: left, all: columns };
}

function keyNames(by: Value | undefined, level: Value | undefined): IndexNames {
  const key = isNone(by) ? level : by;
  const label = key && plainText(key);
  if (label !== undefined && isNone(by)) return [label];
  const list = instanceOf(key) === series ? listing(columnsOfValue(key)) : undefined;
  return list && [list[0] ?? null];
}

/** Names of the keys, and the columns that are left over to aggregate. */
function keysOf(columns: Columns | undefined, by: Value | undefined, level: Value | undefined): { readonly names: IndexNames; readonly left: Columns | undefined } {
  if (isNone(by)) return { names: keyNames(by, level), left: columns };
  const parts = by?.type?.kind === "list" ? by.type.elements : by ? [by] : [];
  const names: (Label | null | undefined)[] = [];
  const labels: Label[] = [];
  const perhaps: Label[] = [];
  let isKnown = true;
  for (const part of parts) {
    const label = labelOf(part);
    const name = instanceOf(part) === series ? listing(columnsOfValue(part)) : undefined;
    if (label !== undefined) labels.push(label);
    // Values that bear the name of a column may be that column, and then it is left out too.
    else if (name) perhaps.push(...name);
    else if (part.type?.kind !== "function" && part.type?.kind !== "dict") isKnown = false;
    names.push(label ?? (name ? (name[0] ?? null) : undefined));
  }
  // As many texts as rows, and not all of them columns, would be values to group by.
  const isColumn = (label: Label): boolean => has(columns, label) ?? known(columns).doubt === undefined;
  if (by?.type?.kind === "list" && !labels.every((label) => isColumn(label) || columns?.index?.includes(label) === true)) return { names: undefined, left: undefined };
  const left = withoutLabels(columns, { labels, isWhole: true, doubt: undefined });
  const index = names.every((name) => name !== undefined) ? names : undefined;
  if (!isKnown) return { names: index, left: someOf(left) };
  const before = known(left);
  const isCertain = perhaps.every((label) => before.isWhole && !before.present.includes(label));
  const rest = isCertain ? left : orNothing(columnsOf({ ...before, present: before.present.filter((label) => !perhaps.includes(label)), isWhole: false }));
  return { names: index, left: rest };
}

// ---- results -----------------------------------------------------------------------------------------------

export function groupsCall(call: LibraryCall): DataEffect | undefined {
  const { receiver } = call;
  const grouping = receiver && groupingOf(receiver);
  if (!grouping || call.isOpen) return undefined;
  const method = lastName(call.target);
  const { rows } = contentOf(receiver);
  const isOne = instanceOf(receiver) === seriesGroups;
  const kept: Content["rows"] = filtering.has(method) || likeRows.has(method) ? rows : undefined;
  const like = (columns: Columns | undefined): DataEffect => ({ result: newInstance(call, isOne ? series : dataFrame, columns, kept) });
  if (aggregations.has(method)) return aggregated(call, grouping, isOne, numericPart(call, grouping.columns));
  if (filtering.has(method)) return like(grouping.all);
  if (likeRows.has(method)) return isPlainShift(call) ? like(withIndex(grouping.columns, known(grouping.all).index)) : undefined;
  switch (method) {
    case "size":
      return isOne ? aggregated(call, grouping, true, grouping.isIndex ? grouping.columns : exactly(["size"])) : aggregated(call, grouping, true, exactly(grouping.isIndex ? [] : ["size"]));
    case "cumcount":
    case "ngroup":
      return { result: newInstance(call, series, withIndex(exactly([]), known(grouping.all).index), rows) };
    case "quantile": {
      const q = argumentOf(call, "q") ?? call.positional[0];
      const columns = numericPart(call, grouping.columns);
      if (q === undefined || q.constant?.kind === "number") return aggregated(call, grouping, isOne, columns);
      // A row per share, which is a level of the index.
      return grouping.isIndex && q.type?.kind === "list" ? aggregated(call, { ...grouping, keys: undefined }, isOne, columns) : undefined;
    }
    case "corr":
    case "cov":
      return isOne || call.positional.length > 0 || !grouping.isIndex ? undefined : aggregated(call, { ...grouping, keys: undefined }, false, numericPart(call, grouping.columns));
    case "ohlc":
      return isOne && grouping.isIndex ? aggregated(call, grouping, false, exactly(["open", "high", "low", "close"])) : undefined;
    case "value_counts": {
      const own = listing(grouping.columns);
      // A key that is counted too is in the index once.
      const names = grouping.keys && own?.[0] !== undefined && !grouping.keys.includes(own[0]) && isNone(argumentOf(call, "bins")) ? [...grouping.keys, own[0]] : undefined;
      if (isOne && !grouping.isIndex) return { result: newInstance(call, dataFrame, undefined, undefined) };
      return isOne ? { result: newInstance(call, series, call.positional.length > 0 ? withIndex(undefined, names) : counted(call, names), undefined) } : undefined;
    }
    case "transform":
      return transformed(call, grouping, isOne);
    case "agg":
    case "aggregate":
      return isOne ? aggregatedSeries(call, grouping) : aggregatedFrame(call, grouping);
    default:
      return undefined;
  }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const aggregations = words("sum mean median min max std var sem prod first last count nunique any all skew idxmax idxmin");
const filtering = words("head tail sample filter nth get_group");
const likeRows = words("cumsum cumprod cummax cummin shift diff rank ffill bfill pct_change");

/** Where what is passed first is no `numeric_only`. */
const otherFirst = words("quantile nunique std var sem idxmax idxmin skew");

/** Positions of arguments are not told for all methods. */
export function numericPart(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  if (call.positional.length > (otherFirst.has(lastName(call.target)) ? 1 : 0)) return someOf(columns);
  return flag(argumentOf(call, "numeric_only"), false) === false ? columns : someOf(columns);
}

function isPlainShift(call: LibraryCall): boolean {
  const periods = argumentOf(call, "periods");
  return periods === undefined || instanceOf(periods) === "builtins.int";
}

/** A row per group. Without `as_index` the keys come first, as columns. */
function aggregated(call: LibraryCall, { keys, isIndex, areColumns }: Grouping, isOne: boolean, columns: Columns | undefined): DataEffect {
  if (isIndex) return { result: newInstance(call, isOne ? series : dataFrame, withIndex(columns, keys), undefined) };
  return { result: newInstance(call, dataFrame, areColumns ? keyed(keys, columns) : withIndex(withUnknownLabels(columns), [null]), undefined) };
}

function keyed(keys: IndexNames, columns: Columns | undefined): Columns | undefined {
  const labels = keys?.filter((key) => key !== null);
  if (!keys || labels?.length !== keys.length) return withIndex(undefined, [null]);
  const after = known(columns);
  const repeats = labels.some((label) => after.present.includes(label));
  if (repeats) return withIndex(undefined, [null]);
  return columnsOf({ present: [...labels, ...after.present], absent: after.absent, isWhole: after.isWhole, doubt: after.doubt, index: [null] });
}

/** `g.transform("mean")` gives a row per row. */
function transformed(call: LibraryCall, grouping: Grouping, isOne: boolean): DataEffect | undefined {
  const func = argumentOf(call, "func");
  if (!func || (!isOne && func.type?.kind === "list")) return undefined;
  return { result: newInstance(call, isOne ? series : dataFrame, withIndex(grouping.columns, known(grouping.all).index), call.receiver?.data?.rows) };
}

function aggregatedFrame(call: LibraryCall, grouping: Grouping): DataEffect | undefined {
  const func = argumentOf(call, "func");
  if (isNone(func)) return aggregated(call, grouping, false, namedColumns(call));
  const type = func?.type;
  if (type?.kind === "dict") {
    const labels = labelsIn(func);
    const isFlat = type.entries.every((entry) => isOneFunction(entry.value));
    // A list of functions for a column makes levels.
    if (!isFlat) return aggregated(call, grouping, false, labels?.isWhole === true ? columnsOf({ present: labels.labels, isWhole: true, doubt: "levels" }) : columnsOf({ doubt: "levels" }));
    return aggregated(call, grouping, false, labels?.isWhole === true ? exactly(labels.labels) : undefined);
  }
  if (type?.kind === "list") return aggregated(call, grouping, false, columnsOf({ ...known(grouping.columns), absent: [], doubt: "levels" }));
  const name = func && plainText(func);
  const isByColumn = name === undefined ? isNone(call.positional[1]) && call.keywords.size === 0 : aggregations.has(name);
  if (func && isOneFunction(func)) return aggregated(call, grouping, false, isByColumn ? grouping.columns : undefined);
  return { result: newInstance(call, dataFrame, undefined, undefined) };
}

export function isOneFunction({ type, constant }: Value): boolean {
  return constant?.kind === "text" || type?.kind === "function" || type?.kind === "symbol" || type?.kind === "method";
}

/** `low=("a", "min")`: the names of the arguments. */
export function namedColumns(call: LibraryCall): Columns {
  return exactly([...call.keywords.keys()].filter((name) => !["func", "engine", "engine_kwargs"].includes(name)));
}

function aggregatedSeries(call: LibraryCall, grouping: Grouping): DataEffect {
  const func = argumentOf(call, "func");
  if (isNone(func)) return aggregated(call, grouping, false, namedColumns(call));
  if (func?.type?.kind === "list") {
    const labels = functionNames(func.type.elements);
    return aggregated(call, grouping, false, labels && asColumns(labels, undefined));
  }
  if (func && isOneFunction(func)) return aggregated(call, grouping, true, grouping.columns);
  return { result: typedWith(call, undefined, undefined) };
}

/** `["mean", np.std]`: columns have the functions' names. */
export function functionNames(functions: readonly Value[]): Labels | undefined {
  const labels = functions.map((each) => {
    const { type } = each;
    if (type?.kind === "function") return type.definition.name === "<lambda>" || type.definition.name === "" ? undefined : type.definition.name;
    // A name of its own: `("low", "min")`.
    if (type?.kind === "tuple" && type.elements.length === 2) return type.elements[0] && plainText(type.elements[0]);
    return plainText(each);
  });
  const found = labels.filter((label) => label !== undefined);
  return found.length === labels.length ? { labels: found, isWhole: true, doubt: undefined } : undefined;
}
