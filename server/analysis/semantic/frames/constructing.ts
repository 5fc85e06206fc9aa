/**
 * Frames and series made from what a program writes down.
 *
 *     pd.DataFrame({"a": [1], "b": [2]})            a, b
 *     pd.DataFrame([{"a": 1}, {"b": 2}])            a, b
 *     pd.DataFrame([[1, 2]], columns=["x", "y"])    x, y
 *     pd.DataFrame([[1, 2]])                        0, 1
 */
import type { DataEffect } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { wholeRows } from "../learning/rows.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Rows, Type, Value } from "../value.ts";
import { columnsOfValue, dataFrame, instanceOf, newInstance, series } from "./effect.ts";
import type { IndexNames, Labels } from "./labels.ts";
import { anyColumns, asColumns, columnsOf, exactly, isNone, labelOf, labelsIn, listing, withIndex } from "./labels.ts";

export function newFrame(call: LibraryCall): DataEffect {
  const data = argumentOf(call, "data");
  const labels = argumentOf(call, "columns");
  const result = (columns: Columns | undefined): DataEffect => ({ result: newInstance(call, dataFrame, columns, rowsOf(call, data)) });
  if (call.isOpen) return result(undefined);
  const index = indexOf(data, argumentOf(call, "index"));
  if (!isNone(labels)) return result(asColumns(columnLabels(labels), index));
  return result(data === undefined || isNone(data) ? exactly([]) : withIndex(columnsFrom(data), index));
}

/** A frame of rows that another gave has those rows. */
function rowsOf(call: LibraryCall, data: Value | undefined): Rows {
  return data?.data?.rows ?? wholeRows(call.place);
}

/** Labels of `columns=`, in a list, tuple or index. Lists in a list make levels. */
function columnLabels(value: Value | undefined): Labels | undefined {
  return value?.type?.kind === "dict" || value?.type?.kind === "set" ? undefined : labelsIn(value);
}

/**
 * Names of the index: none where rows are numbered. Of series and frames it is theirs. An empty frame takes the index of what
 * is put into it first, so nothing is said of it.
 */
function indexOf(data: Value | undefined, index: Value | undefined): IndexNames {
  if (!isNone(index)) return labelsIn(index)?.isWhole === true && index?.type?.kind === "list" ? [null] : undefined;
  if (instanceOf(data) === dataFrame || instanceOf(data) === series) return columnsOfValue(data)?.index;
  const type = data?.type;
  if (type?.kind === "dict") return isNumbered(type) ? [null] : undefined;
  if (type?.kind === "list") return type.elements.length > 0 && type.elements.every(isPlainRow) ? [null] : undefined;
  return instanceOf(data) === "numpy.ndarray" ? [null] : undefined;
}

/** Of a dict of columns: rows are numbered when none of them brings an index, and one says how many rows there are. */
function isNumbered({ entries, open }: Extract<Type, { kind: "dict" }>): boolean {
  const values = entries.map(({ value }) => value);
  return !open && values.some(isPlainList) && values.every((value) => isPlainList(value) || value.constant !== undefined || moments.has(instanceOf(value) ?? ""));
}

const moments: ReadonlySet<string> = new Set(["datetime.datetime", "datetime.date", "pandas.Timestamp"]);

function isPlainList({ type }: Value): boolean {
  if (type?.kind === "list" || type?.kind === "tuple" || (type?.kind === "sequence" && type.name !== "iterator")) return true;
  return type?.kind === "instance" && plainLists.has(type.name);
}

/** An index among the columns gives its values alone. */
const plainLists: ReadonlySet<string> = new Set(["builtins.list", "builtins.range", "numpy.ndarray", "pandas.DatetimeIndex", "pandas.Index"]);

function isPlainRow(value: Value): boolean {
  return isPlainList(value) || value.type?.kind === "dict" || value.constant !== undefined;
}

function columnsFrom(data: Value): Columns | undefined {
  const { type } = data;
  const name = instanceOf(data);
  if (name === dataFrame) return columnsOfValue(data);
  if (name === series) {
    const list = listing(columnsOfValue(data));
    return list && exactly(list.length > 0 ? list : [0]);
  }
  // Columns are numbered; how many there are is not known.
  if (name === "numpy.ndarray") return undefined;
  switch (type?.kind) {
    case "dict":
      return asColumns(labelsIn(data), undefined);
    case "list":
      return columnsOfRows(type.elements);
    case "sequence":
      return type.name === "builtins.list" && type.element.type?.kind === "dict" ? openDict(type.element) : undefined;
    default:
      return undefined;
  }
}

/** The list may be empty, and then nothing is there; what is there is in the dict, though. */
function openDict(element: Value): Columns | undefined {
  const labels = labelsIn(element);
  return labels?.isWhole === true ? anyColumns(undefined) : undefined;
}

/** Rows as dicts: every key, in order of appearance. Rows as lists: numbers. */
function columnsOfRows(rows: readonly Value[]): Columns | undefined {
  if (rows.length === 0) return exactly([]);
  if (rows.every((row) => row.type?.kind === "dict")) {
    const labels = rows.map(labelsIn);
    const present = [...new Set(labels.flatMap((each) => each?.labels ?? []))];
    const isWhole = labels.every((each) => each?.isWhole === true);
    // Keys that are no texts are put in another order.
    return columnsOf({ present, isWhole, doubt: isWhole ? (present.every((label) => typeof label === "string") ? undefined : "order") : "loose" });
  }
  const areLists = rows.every((row) => row.type?.kind === "list" || row.type?.kind === "tuple");
  const widths = rows.map((row) => (areLists ? lengthOf(row) : isCell(row) ? 1 : undefined));
  if (!widths.every((width) => width !== undefined)) return undefined;
  return exactly(Array.from({ length: Math.max(...widths) }, (_, index) => index));
}

function lengthOf({ type }: Value): number | undefined {
  return type?.kind === "list" || type?.kind === "tuple" ? type.elements.length : undefined;
}

/** A row of one: a number or a text. */
function isCell({ constant }: Value): boolean {
  return constant?.kind === "number" || constant?.kind === "text" || constant?.kind === "bool";
}

/** `pd.DataFrame.from_dict`: keys are columns, or with `orient="index"` rows. */
export function frameFromDict(call: LibraryCall): DataEffect {
  const data = argumentOf(call, "data");
  const orient = argumentOf(call, "orient");
  const labels = argumentOf(call, "columns");
  const isByColumn = orient === undefined || plainText(orient) === "columns";
  const rows = rowsOf(call, data);
  if (call.isOpen) return { result: newInstance(call, dataFrame, undefined, rows) };
  const columns = isNone(labels) ? (data?.type?.kind === "dict" ? (isByColumn ? withIndex(columnsFrom(data), indexOf(data, undefined)) : columnsByRow(data, orient)) : undefined) : asColumns(columnLabels(labels), undefined);
  return { result: newInstance(call, dataFrame, columns, rows) };
}

/** `orient="index"`: each value is a row, a list or a dict. Its keys in order, and each that a row has. */
function columnsByRow({ type }: Value, orient: Value | undefined): Columns | undefined {
  if (type?.kind !== "dict" || type.open || type.entries.length === 0 || !orient || plainText(orient) !== "index") return undefined;
  const rows = type.entries.map((entry) => entry.value);
  return rows.every((row) => row.type?.kind === "list" || row.type?.kind === "tuple" || row.type?.kind === "dict") ? columnsOfRows(rows) : undefined;
}

/** `pd.DataFrame.from_records`: a list of rows; `index=` takes columns away. */
export function frameFromRecords(call: LibraryCall): DataEffect {
  const data = argumentOf(call, "data");
  const labels = argumentOf(call, "columns");
  const isPlain = !call.isOpen && ["index", "exclude"].every((name) => isNone(argumentOf(call, name)));
  const isListed = data?.type?.kind === "list" && data.type.elements.length > 0;
  const columns = !isPlain ? undefined : isNone(labels) ? (isListed ? columnsFrom(data) : undefined) : isListed && !isOfDicts(data) ? asColumns(columnLabels(labels), [null]) : undefined;
  return { result: newInstance(call, dataFrame, columns, rowsOf(call, data)) };
}

function isOfDicts(data: Value | undefined): boolean {
  return data?.type?.kind === "list" && data.type.elements.some((each) => each.type?.kind !== "list" && each.type?.kind !== "tuple");
}

/** `pd.Series(data, name="a")`. Of another series it takes the name. */
export function newSeries(call: LibraryCall): DataEffect {
  const data = argumentOf(call, "data");
  const name = argumentOf(call, "name");
  const label = labelOf(name);
  const own = instanceOf(data) === series ? columnsOfValue(data) : isNamed(data) ? undefined : exactly([]);
  const index = isNone(argumentOf(call, "index")) && data?.type?.kind === "list" ? [null] : undefined;
  const labels: readonly Label[] | undefined = label === undefined ? undefined : [label];
  const columns = call.isOpen ? undefined : isNone(name) ? own : labels && exactly(labels);
  return { result: newInstance(call, series, withIndex(columns, index), rowsOf(call, data)) };
}

/** `pd.Index(["a", "b"])`: labels. */
export function newIndex(call: LibraryCall): DataEffect | undefined {
  const labels = labelsIn(argumentOf(call, "data"));
  const isPlain = !call.isOpen && call.keywords.size === 0 && call.positional.length === 1 && call.positional[0]?.type?.kind === "list";
  return isPlain && labels?.isWhole === true ? { result: newInstance(call, "pandas.Index", exactly(labels.labels), undefined) } : undefined;
}

/** What may have a name of its own. */
function isNamed(data: Value | undefined): boolean {
  const kind = data?.type?.kind;
  return data !== undefined && kind !== "list" && kind !== "tuple" && kind !== "dict" && !(kind === "sequence") && data.constant === undefined && instanceOf(data) !== "numpy.ndarray";
}
