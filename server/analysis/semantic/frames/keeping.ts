/**
 * Methods of frames that keep the columns, or some of them, or calculate with them: what changes are rows and cells.
 *
 *     df.head(), df.query("a > 1"), df.fillna(0)      the same columns
 *     df.dropna(axis=1), df.select_dtypes("number")   some of them
 *     df.sort_index(axis=1)                           the same in another order
 */
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Value } from "../value.ts";
import type { ColumnTransfer } from "./effect.ts";
import { columnsOfValue, dataFrame, instanceOf, isColumnAxis, series } from "./effect.ts";
import { aligned, anyColumns, columnsOf, flag, greater, isNone, known, labelsIn, listing, orNothing, someOf, withIndex, withoutIndex } from "./labels.ts";

const same: ColumnTransfer = (_call, columns) => columns;

/** A frame without cells is given back as it is, whatever `ignore_index` says. */
const deduplicated: ColumnTransfer = (call, columns) => {
  const isNumbered = columns?.index?.length === 1 && columns.index[0] === null;
  return isNumbered || flag(argumentOf(call, "ignore_index"), false) === false ? columns : withoutIndex(columns);
};

/** `ignore_index=True` numbers rows anew. */
function renumbered(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const ignores = flag(argumentOf(call, "ignore_index"), false);
  if (ignores === false) return columns;
  return ignores === true ? withIndex(columns, [null]) : withoutIndex(columns);
}

/** Rows are chosen, or with `axis=1` columns. */
const chosen: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  return isColumns === false ? renumbered(call, columns) : someOf(columns);
};

/** Rows are sorted, or with `axis=1` columns, by values that are not known. */
const sorted: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  return isColumns === false ? renumbered(call, columns) : reordered(columns);
};

function reordered(columns: Columns | undefined): Columns | undefined {
  return columns && columnsOf({ ...columns, doubt: greater(columns.doubt, "order") });
}

const sortedLabels: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  if (isColumns === false) return renumbered(call, columns);
  const isPlain = isColumns === true && ["ascending", "key", "level", "sort_remaining"].every((name) => isNone(argumentOf(call, name)));
  const labels = isPlain ? sortedTexts(listing(columns)) : undefined;
  return labels && columns ? columnsOf({ ...columns, present: labels }) : reordered(columns);
};

/** As Python sorts texts, by code points; numbers and texts together do not sort. */
export function sortedTexts(labels: readonly (string | number)[] | undefined): readonly string[] | undefined {
  if (!labels?.every((label) => typeof label === "string" && /^[\x20-\x7e]*$/u.test(label))) return undefined;
  return (labels as readonly string[]).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `shift([1, 2])` gives every column twice, under new names. */
const shifted: ColumnTransfer = (call, columns) => {
  const periods = argumentOf(call, "periods");
  return periods === undefined || isNumber(periods) ? columns : undefined;
};

export function isNumber(value: Value): boolean {
  const name = instanceOf(value);
  return name === "builtins.int" || name === "builtins.float" || name === "builtins.bool";
}

/** Left out are columns that are not numbers, when asked. */
const numeric: ColumnTransfer = (call, columns) => (flag(argumentOf(call, "numeric_only"), false) === false ? columns : someOf(columns));

/** `df.corr()`: one row and one column for each column. */
const pairwise: ColumnTransfer = (call, columns) => {
  const all = numeric(call, columns);
  return columns && columns.doubt === undefined ? withIndex(all, [null]) : withoutIndex(all);
};

const summary: ColumnTransfer = (call, columns) => {
  const include = argumentOf(call, "include");
  return withIndex(include && plainText(include) === "all" && isNone(argumentOf(call, "exclude")) ? columns : someOf(columns), [null]);
};

/** Names of the index's levels, or with `columns=` that of the columns, which stands in for a label nowhere but in `melt`. */
export const axisRenamed: ColumnTransfer = (call, columns) => {
  const mapper = argumentOf(call, "mapper");
  const axis = argumentOf(call, "axis");
  const isColumns = isColumnAxis(axis);
  const names = call.keywords.get("index") ?? (isColumns === false ? mapper : undefined);
  const isOfColumns = call.keywords.has("columns") || (mapper !== undefined && isColumns !== false);
  const named = names === undefined ? columns : withIndex(columns, indexNames(names));
  const before = known(named);
  return isOfColumns && !isNone(call.keywords.get("columns") ?? mapper) ? orNothing(columnsOf({ ...before, doubt: greater(before.doubt, "loose") })) : named;
};

/** `None`, a label or a list of labels, as names of an index. */
export function indexNames(value: Value): Columns["index"] {
  if (value.constant?.kind === "none") return [null];
  const text = plainText(value);
  if (text !== undefined) return [text];
  const labels = value.type?.kind === "list" ? labelsIn(value) : undefined;
  return labels?.isWhole === true ? labels.labels : undefined;
}

/**
 * Arithmetic and comparison with another: of frames both columns, with a number the same. A row of values (a series) is laid along
 * the columns unless `axis` says otherwise.
 */
const combined: ColumnTransfer = (call, columns) => {
  const other = argumentOf(call, "other");
  const axis = argumentOf(call, "axis");
  return withOther(columns, other, axis !== undefined && isColumnAxis(axis) === false);
};

export function withOther(columns: Columns | undefined, other: Value | undefined, isAlongRows: boolean): Columns | undefined {
  if (!other) return undefined;
  if (isNumber(other) || instanceOf(other) === "builtins.str") return columns;
  if (instanceOf(other) === series) {
    const along = columnsOfValue(other)?.along;
    return isAlongRows ? withoutIndex(columns) : along && withIndex(aligned(columns, along), columns?.index);
  }
  return instanceOf(other) === dataFrame ? aligned(columns, columnsOfValue(other)) : undefined;
}

const reshapedIndex: ColumnTransfer = (call, columns) => (isColumnAxis(argumentOf(call, "axis")) === false ? withoutIndex(columns) : undefined);

function unordered(columns: Columns | undefined): Columns | undefined {
  return columns && columnsOf({ ...columns, doubt: greater(columns.doubt, "loose") });
}

function table(transfer: ColumnTransfer, names: string): readonly (readonly [string, ColumnTransfer])[] {
  return names.split(" ").map((name) => [name, transfer] as const);
}

export const keepingMethods: ReadonlyMap<string, ColumnTransfer> = new Map([
  ...table(same, "head tail copy query fillna ffill bfill pad backfill interpolate replace where mask clip round abs astype infer_objects"),
  ...table(same, "convert_dtypes diff isna isnull notna notnull nlargest nsmallest isin applymap map between_time at_time first last"),
  ...table(same, "cumsum cumprod cummax cummin pct_change tz_localize tz_convert set_flags to_period to_timestamp asfreq"),
  ...table(deduplicated, "drop_duplicates explode"),
  ...table(chosen, "dropna sample truncate"),
  ...table(sorted, "sort_values"),
  ...table(sortedLabels, "sort_index"),
  ...table(shifted, "shift"),
  ...table(numeric, "rank"),
  ...table(pairwise, "corr cov"),
  ...table(summary, "describe"),
  ...table((_call, columns) => someOf(columns), "select_dtypes"),
  ...table(axisRenamed, "rename_axis"),
  ...table(combined, "add sub mul div truediv floordiv mod pow radd rsub rmul rdiv rtruediv rfloordiv rmod rpow subtract multiply divide eq ne lt gt le ge"),
  ...table(reshapedIndex, "droplevel reorder_levels swaplevel"),
  ...table((call, columns) => withIndex(isColumnAxis(argumentOf(call, "axis")) === false ? numeric(call, columns) : undefined, [null]), "mode"),
  ...table((call, columns) => unordered(aligned(columns, columnsOfValue(argumentOf(call, "other")))), "combine_first"),
  ...table(() => anyColumns("loose"), "transpose pivot"),
]);
