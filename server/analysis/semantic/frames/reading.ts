/**
 * Frames that are read: what the call alone says of their columns, and what the header of the file says.
 *
 *     pd.read_csv(p, names=["a", "b"])             a, b
 *     pd.read_csv(p, usecols=["b", "a"])           a and b in the order of the file
 *     pd.read_csv(p, index_col="id")               any but id; id names the index
 *     pd.read_sql("SELECT a, n AS m FROM t", db)   a, m
 *
 * Readers of text files make names unique, so each label is there once.
 */
import { callableOf } from "../../knowledge/callables.ts";
import type { DataEffect } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { typedResult } from "../learning/call-result.ts";
import { wholeRows } from "../learning/rows.ts";
import { plainText } from "../texts.ts";
import type { Columns, Value } from "../value.ts";
import { instanceOf } from "./effect.ts";
import { retrievedColumns } from "./retrieving.ts";
import { anyColumns, asColumns, columnsOf, exactly, flag, isNone, known, labelOf, labelsIn, labelsOf, listing, orNothing, withIndex, withoutLabels } from "./labels.ts";

/**
 * Headers of files that the workspace holds: the fields of the first line of a comma-separated file, as they are written there.
 * `undefined`: not known, for whatever reason.
 */
export interface FileHeaders {
  headerOf(path: string): readonly string[] | undefined;
}

type Reader = (call: LibraryCall, headers: FileHeaders | undefined) => Columns | undefined;

export function readFrame(call: LibraryCall, headers: FileHeaders | undefined): DataEffect | undefined {
  const reader = readers.get(call.target);
  if (!reader) return undefined;
  const value = typedResult(call);
  const { interner } = call.machine;
  const read = call.isOpen ? undefined : reader(call, headers);
  const columns = read && orNothing(read);
  const withData = (each: Value): Value =>
    each.type?.kind === "instance" && each.type.name === "pandas.DataFrame"
      ? interner.value({ type: each.type, origins: each.origins, data: { objects: [], columns, rows: wholeRows(call.place), fits: undefined } })
      : each;
  const { type } = value;
  // Read in pieces: a loop gets frames like this one.
  if (type?.kind === "sequence") return { result: interner.value({ type: { ...type, element: withData(type.element) }, origins: value.origins }) };
  return instanceOf(value) === "pandas.DataFrame" ? { result: withData(value) } : undefined;
}

/** Which of a text file's columns are taken, and which go into the index. */
const textFile: Reader = (call, headers) => {
  const names = argumentOf(call, "names");
  const header = argumentOf(call, "header");
  const isHeaderless = header !== undefined && header.constant?.kind === "none";
  const isFirstLine = header === undefined || header.constant?.kind === "number" || plainText(header) === "infer";
  if (!isFirstLine && !isHeaderless) return undefined;
  if (["parse_dates", "date_parser", "prefix", "squeeze", "mangle_dupe_cols"].some((name) => !isPlain(argumentOf(call, name)))) return undefined;
  const usecols = argumentOf(call, "usecols");
  const isChosen = !isNone(usecols);
  const indexCol = argumentOf(call, "index_col");
  if (!isNone(names)) {
    const given = labelsIn(names);
    // With fewer names than columns of the file, the first columns go into the index: as many levels as names are missing.
    const columns = indexed(used(asColumns(given, undefined), usecols, true), indexCol, isChosen);
    return isNone(indexCol) && !isChosen ? withIndex(columns, undefined) : columns;
  }
  if (isHeaderless) return indexed(isChosen ? used(undefined, usecols, false) : anyColumns(undefined), indexCol, isChosen);
  const fields = headerFields(call, headers);
  return indexed(used(fields ? exactly(fields) : anyColumns(undefined), usecols, false), indexCol, isChosen);
};

/** Names of the file's first line, as pandas tells them apart: `a`, `a.1`, `Unnamed: 2`. */
function headerFields(call: LibraryCall, headers: FileHeaders | undefined): readonly string[] | undefined {
  const first = callableOf(call.target)?.parameters[0]?.name;
  const path = first === undefined ? undefined : argumentOf(call, first);
  const text = path && plainText(path);
  if (!headers || text === undefined || call.target !== "pandas.read_csv") return undefined;
  if (![...call.keywords.keys()].every((name) => leavesHeader.has(name)) || call.positional.length > 1) return undefined;
  const header = argumentOf(call, "header");
  if (header?.constant?.kind === "number" && header.constant.value !== 0) return undefined;
  const fields = headers.headerOf(text)?.map((field, index) => (field === "" ? `Unnamed: ${index}` : field));
  if (!fields) return undefined;
  // pandas looks for a number that no other name has; two rounds of that are left to it.
  const counts = new Map<string, number>();
  const unique = fields.map((field) => {
    const count = counts.get(field) ?? 0;
    counts.set(field, count + 1);
    return count === 0 ? field : `${field}.${count}`;
  });
  return new Set(unique).size === unique.length ? unique : undefined;
}

/** Arguments with which the first line is still the header, separated by commas. */
const leavesHeader = new Set([
  "filepath_or_buffer", "header", "index_col", "usecols", "dtype", "parse_dates", "nrows", "na_values", "keep_default_na", "na_filter", "low_memory", "engine",
  "converters", "true_values", "false_values", "verbose", "date_format", "dayfirst", "cache_dates", "thousands", "decimal", "memory_map", "float_precision",
  "dtype_backend", "infer_datetime_format", "on_bad_lines", "skipfooter", "chunksize", "iterator",
]);

/** `parse_dates=[["day", "hour"]]` puts columns together; a list of labels does not. */
function isPlain(value: Value | undefined): boolean {
  if (value === undefined || isNone(value) || value.constant?.kind === "bool") return true;
  return value.type?.kind === "list" && value.type.elements.every((each) => labelOf(each) !== undefined);
}

/** `usecols`: labels, or positions, in any order; the file's order counts. */
function used(columns: Columns | undefined, usecols: Value | undefined, areNames: boolean): Columns | undefined {
  if (isNone(usecols)) return columns;
  const given = usecols?.type?.kind === "dict" ? undefined : labelsIn(usecols);
  const labels = given?.isWhole === true ? [...new Set(given.labels)] : undefined;
  const all = listing(columns);
  const unknown = withIndex(anyColumns(undefined), columns?.index);
  if (!labels) return unknown;
  const positions = labels.filter((label) => typeof label === "number").toSorted((a, b) => a - b);
  if (positions.length === labels.length && labels.length > 0) {
    // Without a header, positions are the labels. As many names as positions: names are those of the positions.
    if (!columns) return exactly(positions);
    if (!all) return unknown;
    return areNames && all.length === positions.length ? columns : exactly(positions.map((at) => all[at]).filter((label) => label !== undefined));
  }
  if (positions.length > 0 || !columns) return unknown;
  return all ? exactly(all.filter((label) => labels.includes(label))) : columnsOf({ present: labels, isWhole: true, doubt: "order" });
}

/** `index_col`: a label or position, or several. What positions count among when `usecols` chooses too is left to pandas. */
function indexed(columns: Columns | undefined, indexCol: Value | undefined, isChosen: boolean): Columns | undefined {
  if (isNone(indexCol) || indexCol?.constant?.kind === "bool") return withIndex(columns, [null]);
  const labels = labelsOf(indexCol);
  const list = isChosen ? undefined : listing(columns);
  if (labels?.isWhole !== true) return anyColumns(undefined);
  const named = labels.labels.map((label) => (typeof label === "string" ? label : label >= 0 ? list?.[label] : undefined));
  if (!named.every((label) => label !== undefined)) {
    const texts = labels.labels.filter((label) => typeof label === "string");
    return columnsOf({ absent: [...known(columns).absent, ...texts] });
  }
  // A column without a name makes an index without a name.
  const isUnnamed = named.some((label) => String(label).startsWith("Unnamed: "));
  return withIndex(withoutLabels(columns, { labels: named, isWhole: true, doubt: undefined }), isUnnamed ? undefined : named);
}

/** A file that says itself what its columns are; `columns=` chooses some. Its index comes from the file as well. */
const columnFile: Reader = (call) => {
  const given = argumentOf(call, "columns");
  const labels = isNone(given) ? undefined : labelsIn(given);
  return labels?.isWhole === true ? columnsOf({ present: labels.labels, isWhole: true, doubt: "loose" }) : anyColumns("loose");
};

const anyFile: Reader = () => anyColumns("loose");

const excelFile: Reader = (call, headers) => (plainText(argumentOf(call, "usecols") ?? call.machine.interner.none) === undefined ? textFile(call, headers) : anyColumns("loose"));

/** A query that lists plain columns. `*` and a join may give a name twice. */
const query: Reader = (call) => {
  const sql = argumentOf(call, "sql") ?? argumentOf(call, "query");
  const text = sql && plainText(sql);
  const index = isNone(argumentOf(call, "index_col"));
  const labels = text === undefined || !index ? undefined : selectedNames(text);
  return labels ? exactly(labels, [null]) : anyColumns("loose", index ? [null] : undefined);
};

/** Names of a plain select list; databases may fold the case of names, so these must be lower case. */
function selectedNames(sql: string): readonly string[] | undefined {
  const list = /^\s*select\s+(?:distinct\s+)?(?<list>[^()*'";]+?)\s+from\s/iu.exec(sql)?.groups?.["list"];
  if (list === undefined) return undefined;
  const names = list.split(",").map((item) => /^\s*(?:(?:\w+\.)?(?<column>[a-z_]\w*)|[\w.+\s/-]+?\s+as\s+(?<alias>[a-z_]\w*))\s*$/iu.exec(item)?.groups);
  const found = names.flatMap((each) => each?.["alias"] ?? each?.["column"] ?? []);
  return found.length === names.length && found.every((name) => name === name.toLowerCase()) ? found : undefined;
}

/** A table's columns have their names once. */
const sqlTable: Reader = (call) => (flag(argumentOf(call, "columns"), false) === false && isNone(argumentOf(call, "index_col")) ? anyColumns(undefined, [null]) : anyColumns("loose"));

const readers: ReadonlyMap<string, Reader> = new Map([
  ...["read_csv", "read_table", "read_fwf"].map((name) => [`pandas.${name}`, textFile] as const),
  ["pandas.read_excel", excelFile],
  ...["read_parquet", "read_feather", "read_orc", "read_stata"].map((name) => [`pandas.${name}`, columnFile] as const),
  ...["read_json", "read_xml", "read_sas", "read_spss", "read_hdf", "read_clipboard", "json_normalize"].map((name) => [`pandas.${name}`, anyFile] as const),
  ...["read_sql", "read_sql_query", "read_gbq"].map((name) => [`pandas.${name}`, query] as const),
  ["pandas.read_sql_table", sqlTable],
  ...["qwak", "frogml"].flatMap((library) =>
    ["offline.OfflineClientV2.get_feature_values", "offline.OfflineClientV2.get_feature_range_values", "offline.OfflineClient.get_feature_values",
      "offline.OfflineClient.get_feature_range_values", "online.client.OnlineClient.get_feature_values"].map((name) => [`${library}.feature_store.${name}`, anyFile] as const)),
  ...["RetrievalJob", "OnlineResponse"].map((name) => [`feast.${name}.to_df`, retrievedColumns] as const),
]);
