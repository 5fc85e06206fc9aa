/**
 * Columns by themselves (series) and the labels of a frame (its `columns`, an index).
 *
 *     df["a"].fillna(0)                  still a
 *     df["a"].rename("b").to_frame()     a frame with b
 *     df.columns.str.lower()             the labels in lower case
 *     df.columns.drop("id").tolist()     a list of the others
 *
 * What tells true from false (`isna`, `isin`) has no name here: `df[mask]` chooses rows, whereas `df[labels]` with a series of labels
 * would choose columns, and a series that has a name may be one.
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName } from "../learning/call-result.ts";
import type { Interner } from "../interner.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Origin, Value } from "../value.ts";
import { columnsOfValue, dataFrame, frameEffect, instanceOf, isColumnAxis, newInstance, series, typedWith } from "./effect.ts";
import { asColumns, columnsOf, exactly, flag, greater, isNone, known, labelOf, labelsIn, labelsOf, listing, mapped, orNothing, someOf, withAlong, withIndex, withoutAlong, withoutIndex, withoutLabels } from "./labels.ts";
import { axisRenamed, sortedTexts, withOther } from "./keeping.ts";
import { maskByTest, maskOfLabels } from "./masks.ts";
import { labelFunction, plainPattern, textFunctions, withResetIndex } from "./reshaping.ts";

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const keepsName = words(
  "head tail copy fillna ffill bfill interpolate replace where mask clip round abs astype infer_objects convert_dtypes diff shift cumsum cumprod cummax cummin "
  + "pct_change rank nlargest nsmallest dropna sample truncate explode drop_duplicates sort_values map tz_localize tz_convert reindex drop",
);

/** Changes the index, or leaves open what becomes of it. */
const losesIndex = words("reindex explode drop_duplicates sort_values dropna sample drop");

/** A cell for each cell, under the same label. */
const keepsRows = words("copy fillna ffill bfill round abs astype infer_objects convert_dtypes clip where mask replace");

const arithmetic = words("add sub mul div truediv floordiv mod pow radd rsub rmul rdiv rtruediv rfloordiv rmod rpow subtract multiply divide");

export function seriesCall(call: LibraryCall): DataEffect | undefined {
  const method = lastName(call.target);
  const { columns, rows } = contentOf(call.receiver);
  // A column for each of several periods.
  if (method === "shift" && mayBeMany(argumentOf(call, "periods"))) return { result: newInstance(call, dataFrame, undefined, rows) };
  if (keepsName.has(method)) return frameEffect(call, (_call, all) => nameKept(method, call, all));
  if (method === "pop") return { receiver: { content: { columns: withoutAlong(columns), rows, fits: undefined } } };
  if (arithmetic.has(method)) return frameEffect(call, (_call, own) => withOther(own, argumentOf(call, "other"), false));
  switch (method) {
    case "rename":
      return frameEffect(call, renamedSeries);
    case "rename_axis":
      return frameEffect(call, axisRenamed);
    case "describe":
      return { result: newInstance(call, series, withIndex(columns, [null]), undefined) };
    case "value_counts":
      return call.isOpen ? undefined : { result: newInstance(call, series, counted(call, isNone(argumentOf(call, "bins")) ? namesIn(columns) : undefined), undefined) };
    case "to_frame": {
      const name = argumentOf(call, "name");
      const list = listing(columns);
      const label = name === undefined ? list && (list[0] ?? 0) : labelOf(name);
      return { result: newInstance(call, dataFrame, toFrame(call, columns, label), rows) };
    }
    case "reset_index":
      return resetSeries(call, columns);
    default:
      return undefined;
  }
}

function nameKept(method: string, call: LibraryCall, all: Columns | undefined): Columns | undefined {
  const own = keepsRows.has(method) ? all : withoutAlong(all);
  return (losesIndex.has(method) && !isNone(argumentOf(call, "ignore_index"))) || method === "reindex" ? withoutIndex(own) : own;
}

function namesIn(columns: Columns | undefined): Columns["index"] {
  const list = listing(columns);
  return list && (list.length > 0 ? list : [null]);
}

/** `value_counts`: how often, or which share, by what is counted. */
export function counted(call: LibraryCall, index: Columns["index"]): Columns | undefined {
  const isShare = flag(argumentOf(call, "normalize"), false);
  return isShare === undefined ? withIndex(undefined, index) : exactly([isShare ? "proportion" : "count"], index);
}

/** Whether it may be a list: it is neither left out nor a number. */
function mayBeMany(value: Value | undefined): boolean {
  return value?.type !== undefined && instanceOf(value) !== "builtins.int";
}

function toFrame(call: LibraryCall, columns: Columns | undefined, label: Label | undefined): Columns | undefined {
  if (label !== undefined && !call.isOpen) return exactly([label], columns?.index);
  return argumentOf(call, "name") === undefined && columns?.isWhole === true && columns.present.length > 0 ? columns : withIndex(undefined, columns?.index);
}

/** `pd.to_datetime(df["a"])`: the column in another form. */
export function convertedColumn(call: LibraryCall): DataEffect | undefined {
  const [first] = call.positional;
  const { columns, rows } = contentOf(first);
  const isColumn = instanceOf(first) === series && columns && !call.isOpen;
  return isColumn && instanceOf(typedWith(call, undefined, undefined)) === series ? { result: newInstance(call, series, withoutAlong(columns), rows) } : undefined;
}

/** `s.dt.floor("D")` keeps the name; `s.dt.isocalendar()` has columns of its own. */
export function dateParts(call: LibraryCall): DataEffect | undefined {
  const { columns, rows } = contentOf(call.receiver);
  if (lastName(call.target) !== "isocalendar") return instanceOf(typedWith(call, undefined, undefined)) === series ? { result: newInstance(call, series, withoutAlong(columns), rows) } : undefined;
  return { result: newInstance(call, dataFrame, exactly(["year", "week", "day"], columns?.index), rows) };
}

/** A text is the new name; a dict or function gives rows new labels. */
function renamedSeries(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const index = argumentOf(call, "index");
  const label = labelOf(index);
  if (label !== undefined) return exactly([label], columns?.index);
  const kind = index?.type?.kind;
  if (kind === "dict" || kind === "function") return withoutAlong(columns);
  return isNone(index) && index ? exactly([], columns?.index) : undefined;
}

function resetSeries(call: LibraryCall, columns: Columns | undefined): DataEffect | undefined {
  const drops = flag(argumentOf(call, "drop"), false);
  if (call.isOpen || drops === undefined || !isNone(argumentOf(call, "level"))) return undefined;
  if (drops) return frameEffect(call, (_call, own) => withIndex(own, [null]));
  const name = argumentOf(call, "name");
  const list = listing(columns);
  const label: Label | undefined = name === undefined ? list && (list[0] ?? 0) : labelOf(name);
  // One column, and in front of it the index.
  const own = label === undefined ? undefined : exactly([label], columns?.index);
  const result = own ? withResetIndex(own, own.index) : withIndex(undefined, [null]);
  return { result: newInstance(call, dataFrame, result, contentOf(call.receiver).rows) };
}

/** `df.mean()`: one number per column, without a name. */
const reductions = words("sum mean median std var sem min max prod product count nunique skew kurt kurtosis all any isna");

export function reduction(call: LibraryCall): DataEffect | undefined {
  if (!reductions.has(lastName(call.target)) || call.isOpen) return undefined;
  // The index is what the columns were, names of their levels included.
  const columns = columnsOfValue(call.receiver);
  const isPlain = isNone(argumentOf(call, "axis")) && columns !== undefined && (columns.doubt === undefined || columns.doubt === "order");
  // Yes or no is a mask, which has no name here.
  if (/\.(?:all|any)$/u.test(call.target)) return { result: typedWith(call, undefined, undefined) };
  return { result: typedWith(call, withAlong(exactly([], isPlain ? [null] : undefined), alongColumns(call, columns)), undefined) };
}

/** Labels of the rows of what is told of each column. Without an axis, old versions of pandas mean the columns, too. */
export function alongColumns(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const axis = argumentOf(call, "axis");
  const isEach = axis === undefined || isColumnAxis(axis) === false;
  return isEach ? (flag(argumentOf(call, "numeric_only"), false) === false ? columns : someOf(columns)) : undefined;
}

// ---- labels of a frame -------------------------------------------------------------------------------------

export const indexClass = "pandas.Index";

/** Methods of `df.columns`: which labels are left or come in addition. */
export function indexCall(call: LibraryCall): DataEffect | undefined {
  const columns = columnsOfValue(call.receiver);
  if (!columns || call.isOpen) return undefined;
  const like = (labels: Columns | undefined): DataEffect => ({ result: newInstance(call, indexClass, labels, undefined) });
  const other = labelsOf(call.positional[0]);
  switch (lastName(call.target)) {
    case "tolist":
    case "to_list": {
      const list = labelList(call.machine.interner, call.receiver, originsOfResult(call));
      return list && { result: list };
    }
    case "copy":
    case "unique":
      return call.positional.length === 0 ? like(listing(columns) && exactly([...new Set(columns.present)])) : undefined;
    case "drop":
      return like(withoutLabels(columns, labelsOf(argumentOf(call, "labels"))));
    case "difference": {
      // Sorted, where that can be done, and each once.
      const rest = known(withoutLabels(columns, other));
      const sorted = sortedTexts(listing(rest));
      return like(sorted ? exactly([...new Set(sorted)]) : orNothing(columnsOf({ ...rest, doubt: rest.isWhole ? greater(rest.doubt, "loose") : rest.doubt })));
    }
    case "isin": {
      const mask = call.keywords.size === 0 && call.positional.length === 1 ? maskOfLabels(call.machine.interner, call.receiver ?? call.machine.interner.unknown, labelsIn(call.positional[0]), call.place) : undefined;
      return mask && { result: mask };
    }
    case "delete": {
      const list = listing(columns);
      const at = labelOf(call.positional[0]);
      return list && typeof at === "number" ? like(exactly(list.toSpliced(at, 1))) : undefined;
    }
    case "sort_values":
      return call.positional.length + call.keywords.size === 0 ? like(sortedIndex(columns)) : undefined;
    case "symmetric_difference":
      return like(other?.isWhole === true && columns.isWhole && isFlat(columns) ? reordered([...columns.present.filter((label) => !other.labels.includes(label)), ...other.labels.filter((label) => !columns.present.includes(label))]) : undefined);
    case "intersection":
      return like(other?.isWhole === true && columns.isWhole ? reordered(columns.present.filter((label) => other.labels.includes(label))) : someOf(columns));
    case "union":
      return like(other?.isWhole === true && columns.isWhole ? reordered([...columns.present, ...other.labels]) : undefined);
    case "map":
      // Of labels in several levels the function gets tuples.
      return like(columns.doubt === "loose" || columns.doubt === "levels" ? undefined : mapped(columns, call.positional[0] && call.positional.length === 1 ? labelFunction(call.positional[0], call) : undefined));
    default:
      return undefined;
  }
}

function isFlat({ doubt }: Columns): boolean {
  return doubt === undefined || doubt === "order";
}

function sortedIndex(columns: Columns): Columns {
  const texts = isFlat(columns) && columns.isWhole ? sortedTexts(columns.present) : undefined;
  return texts ? exactly(texts) : columnsOf({ ...columns, doubt: greater(columns.doubt, "order") });
}

/** Each of the labels, in an order that is left to pandas. */
function reordered(labels: readonly Label[]): Columns {
  const once = new Set(labels);
  return columnsOf({ present: [...once], isWhole: true, doubt: once.size < labels.length ? "loose" : "order" });
}

/** `sorted(df.columns)`: a list. */
export function sortedLabels(call: LibraryCall): DataEffect | undefined {
  const [first] = call.positional;
  const name = instanceOf(first);
  const reverse = flag(call.keywords.get("reverse"), false);
  const texts = call.isOpen || call.positional.length !== 1 || call.keywords.has("key") || (name !== indexClass && name !== dataFrame) ? undefined : sortedTexts(inAnyOrder(columnsOfValue(first)));
  if (!texts || reverse === undefined) return undefined;
  const { interner } = call.machine;
  return { result: interner.value({ type: { kind: "list", elements: (reverse ? texts.toReversed() : texts).map((label) => labelValue(interner, label)) }, origins: originsOfResult(call) }) };
}

function inAnyOrder(columns: Columns | undefined): readonly Label[] | undefined {
  return columns?.isWhole === true && isFlat(columns) ? columns.present : undefined;
}

/** The list of an index's or a frame's labels, where all are known in order. */
export function labelList(interner: Interner, value: Value | undefined, origins: readonly Origin[], kind: "list" | "tuple" = "list"): Value | undefined {
  const labels = listing(columnsOfValue(value));
  return labels && interner.value({ type: { kind, elements: labels.map((label) => labelValue(interner, label)) }, origins });
}

export function labelValue(interner: Interner, label: Label): Value {
  return typeof label === "string" ? interner.text([{ kind: "literal", text: label, place: undefined }]) : interner.number(label, true);
}

/** `df.columns.str.lower()`, `df["a"].str.strip()`: labels change letter by letter, a column keeps its name. */
export function textAccessorCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, machine } = call;
  const columns = columnsOfValue(receiver);
  if (!receiver || call.isOpen || !columns) return undefined;
  const method = lastName(call.target);
  if (!isLabels(receiver)) return textParts(call, method) ?? (keepsText.has(method) && instanceOf(typedWith(call, undefined, undefined)) === series ? { result: newInstance(call, series, columns, contentOf(receiver).rows) } : undefined);
  const test = labelTest(call, method);
  if (test) return { result: test };
  const change = labelChange(call, method);
  const data = { objects: [], columns: mapped(columns, change), rows: undefined, fits: undefined };
  return { result: machine.interner.value({ type: { kind: "instance", name: indexClass }, origins: originsOfResult(call), data }) };
}

/** A column for each part that a pattern names or numbers. (`partition` gives none where there are no rows.) */
function textParts(call: LibraryCall, method: string): DataEffect | undefined {
  const { rows } = contentOf(call.receiver);
  const isExpanded = flag(argumentOf(call, "expand") ?? call.keywords.get("expand"), true);
  const pattern = argumentOf(call, "pat") ?? call.positional[0];
  const text = pattern && plainText(pattern);
  const labels = method === "extract" && text !== undefined ? groupsOf(text) : undefined;
  // Whether names of the index stay differs from version to version.
  return labels && isExpanded === true ? { result: newInstance(call, dataFrame, exactly(labels), rows) } : undefined;
}

/** Names of a pattern's groups, and numbers of those without. */
function groupsOf(pattern: string): readonly Label[] | undefined {
  // What is escaped, and what stands in brackets, opens no group.
  const plain = pattern.replace(/\\./gu, "").replace(/\[\^?\]?[^\]]*\]/gu, "");
  const groups = [...plain.matchAll(/\((?!\?)|\(\?P<(?<name>\w+)>/gu)];
  return groups.length === 0 || plain.includes("(?x") ? undefined : groups.map((group, at) => group.groups?.["name"] ?? at);
}

/** `df.columns.str.startswith("a")`: yes or no for each label. */
function labelTest(call: LibraryCall, method: string): Value | undefined {
  if (!testsText.has(method)) return undefined;
  const { interner } = call.machine;
  const unknown = interner.instance("numpy.ndarray", originsOfResult(call));
  const text = call.positional.length === 1 && call.keywords.size === 0 && call.positional[0] ? plainText(call.positional[0]) : undefined;
  const pattern = method === "contains" ? plainPattern(text) : undefined;
  if (text === undefined || !call.receiver || (method === "contains" && !pattern)) return unknown;
  const test = method === "startswith" ? (label: string) => label.startsWith(text) : method === "endswith" ? (label: string) => label.endsWith(text) : pattern ? (label: string) => pattern.test(label) : undefined;
  return (test && maskByTest(interner, call.receiver, test, call.place)) ?? unknown;
}

const testsText = words("startswith endswith contains match fullmatch isdigit isalpha isalnum isnumeric isdecimal islower isupper istitle isspace");

const keepsText = words("lower upper strip lstrip rstrip title capitalize swapcase replace slice zfill pad center ljust rjust removeprefix removesuffix len count find get");

/** The accessor of an index, told apart from that of a series by how it was made. */
function isLabels(accessor: Value): boolean {
  return accessor.type?.kind === "instance" && accessor.type.made?.callable === `${indexClass}.str`;
}

function labelChange(call: LibraryCall, method: string): ((label: Label) => Label | undefined) | undefined {
  const change = call.positional.length === 0 && call.keywords.size === 0 ? textFunctions.get(`builtins.str.${method}`) : undefined;
  if (change) return (label) => (typeof label === "string" ? change(label) : undefined);
  if (method !== "replace") return undefined;
  const [from, to] = ["pat", "repl"].map((name, at) => call.keywords.get(name) ?? call.positional[at]).map((each) => each && plainText(each));
  const isRegex = flag(call.keywords.get("regex"), false);
  const isOnlyThese = [...call.keywords.keys()].every((name) => ["pat", "repl", "regex"].includes(name)) && call.positional.length <= 2;
  // As text or as pattern, in old and new versions of pandas: letters, digits and spaces mean themselves.
  if (from === undefined || to === undefined || !isOnlyThese || (isRegex !== false && !/^[\w -]+$/u.test(from)) || from === "" || to.includes("\\")) return undefined;
  return (label) => (typeof label === "string" ? label.replaceAll(from, () => to) : undefined);
}

/** Columns named by a list or an index: what assigning it to `df.columns` gives. */
export function assignedLabels(value: Value, index: Columns["index"]): Columns | undefined {
  const labels = value.type?.kind === "set" || value.type?.kind === "dict" ? undefined : asColumns(labelsOf(value) ?? listed(value), index);
  return labels ?? withIndex(undefined, index);
}

function listed(value: Value): ReturnType<typeof labelsOf> {
  return value.type?.kind === "tuple" ? labelsOf({ ...value, type: { kind: "list", elements: value.type.elements } }) : undefined;
}
