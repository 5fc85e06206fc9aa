/**
 * Frames of polars, and expressions as far as their names go. Labels are texts, each there once.
 *
 *     pl.DataFrame({"a": [1], "b": [2]})                       a, b
 *     df.select("a", pl.col("b").alias("c"))                   a, c
 *     df.with_columns(pl.col("a").cast(pl.Int64), d=pl.lit(1)) a, b, d
 *     df.lazy().drop("a").collect().to_pandas()                a frame of pandas with b
 *
 * An expression carries the names of the columns that it makes: `pl.col("a")` is a, and keeps that name through most methods.
 */
import type { Content, DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName } from "../learning/call-result.ts";
import { wholeRows } from "../learning/rows.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import { columnsOfValue, instanceOf, newInstance, typedWith } from "./effect.ts";
import { anyColumns, columnsOf, exactly, flag, isNone, labelsIn, listing, renamed, withIndex, withLabel, withoutLabels } from "./labels.ts";

const frameClass = "polars.DataFrame";
const lazyClass = "polars.LazyFrame";
const expressionClass = "polars.Expr";

function isPolarsFrame(value: Value | undefined): boolean {
  const name = instanceOf(value);
  return name === frameClass || name === lazyClass;
}

export function polarsCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, target } = call;
  const method = lastName(target);
  if (isPolarsFrame(receiver)) return frameMethod(call, method);
  if (instanceOf(receiver) === expressionClass) return expressionMethod(call, method);
  if (receiver) return undefined;
  const source = call.positional[0];
  switch (target) {
    case "polars.col":
      return expression(call, call.isOpen ? undefined : namesOf(call.positional));
    case frameClass:
    case lazyClass:
      return { result: newInstance(call, target, call.isOpen ? undefined : constructed(call), source?.data?.rows ?? wholeRows(call.place)) };
    case "polars.from_pandas": {
      const list = listing(columnsOfValue(source));
      const columns = list?.every((label) => typeof label === "string") === true && flag(call.keywords.get("include_index"), false) === false ? exactly(list) : undefined;
      return { result: newInstance(call, frameClass, columns, source?.data?.rows) };
    }
    default:
      return /^polars\.(?:read|scan)_(?:csv|parquet|ipc|ndjson|json|excel|avro|delta)$/u.test(target) ? { result: typedWith(call, columnsRead(call), wholeRows(call.place)) } : undefined;
  }
}

/** `columns=` chooses, in the order of the file. */
function columnsRead(call: LibraryCall): Columns {
  const given = call.keywords.get("columns");
  const labels = isNone(given) ? undefined : texts(labelsIn(given)?.labels);
  return labels && labelsIn(given)?.isWhole === true && !call.isOpen ? columnsOf({ present: labels, isWhole: true, doubt: "order" }) : anyColumns(undefined);
}

function texts(labels: readonly Label[] | undefined): readonly string[] | undefined {
  return labels?.every((label) => typeof label === "string") === true ? labels : undefined;
}

function constructed(call: LibraryCall): Columns | undefined {
  const data = call.positional[0] ?? call.keywords.get("data");
  const schema = call.positional[1] ?? call.keywords.get("schema");
  const given = isNone(schema) ? data : schema;
  if (isNone(given)) return exactly([]);
  if (isNone(schema) && data?.type?.kind !== "dict") return isPolarsFrame(data) ? columnsOfValue(data) : undefined;
  const labels = labelsIn(given);
  return labels?.isWhole === true && texts(labels.labels) ? exactly(labels.labels) : undefined;
}

// ---- expressions -------------------------------------------------------------------------------------------

/** The names of what is asked for by `pl.col`, `select` and their like; `undefined` as soon as one is not known. */
function namesOf(values: readonly Value[]): readonly string[] | undefined {
  const names = values.map((value): readonly string[] | undefined => {
    const text = instanceOf(value) === "builtins.str" ? plainText(value) : undefined;
    // `*` and `^a.*$` stand for several.
    if (text !== undefined) return text === "*" || text.startsWith("^") ? undefined : [text];
    if (value.type?.kind === "list" || value.type?.kind === "tuple") return namesOf(value.type.elements);
    return instanceOf(value) === expressionClass ? texts(listing(columnsOfValue(value))) : undefined;
  });
  return names.every((each) => each !== undefined) ? names.flat() : undefined;
}

function expression(call: LibraryCall, names: readonly string[] | undefined): DataEffect {
  return { result: newInstance(call, expressionClass, names && exactly(names), undefined) };
}

function expressionMethod(call: LibraryCall, method: string): DataEffect | undefined {
  const own = texts(listing(columnsOfValue(call.receiver)));
  if (method === "alias") {
    const name = call.positional[0] && plainText(call.positional[0]);
    return expression(call, name === undefined ? undefined : [name]);
  }
  return keepsName.has(method) ? expression(call, own) : undefined;
}

const keepsName = new Set(
  ("cast sum mean median min max std var count n_unique first last fill_null fill_nan round abs sqrt log exp clip rank shift diff cum_sum cum_max cum_min over "
  + "is_null is_not_null is_in is_between eq ne gt lt ge le add sub mul truediv replace sort reverse unique drop_nulls quantile rolling_mean map_elements").split(" "),
);

// ---- frames ------------------------------------------------------------------------------------------------

function frameMethod(call: LibraryCall, method: string): DataEffect | undefined {
  const { columns, rows } = contentOf(call.receiver);
  const name = instanceOf(call.receiver) ?? frameClass;
  const like = (after: Columns | undefined): DataEffect => ({ result: newInstance(call, name, call.isOpen ? undefined : after, rows) });
  const lost: Content = { columns: undefined, rows, fits: undefined };
  if (keeps.has(method)) return { result: newInstance(call, name, columns, rows) };
  switch (method) {
    case "select":
      return like(selectedNames(call));
    case "with_columns":
      return like(added(call, columns));
    case "rename":
      return like(renamedBy(call, columns));
    case "drop": {
      const names = namesOf(call.positional);
      return like(withoutLabels(columns, names && { labels: names, isWhole: true, doubt: undefined }));
    }
    case "with_row_index": {
      const given = call.positional[0] ?? call.keywords.get("name");
      const label = given ? plainText(given) : "index";
      const list = listing(columns);
      return like(list && label !== undefined ? exactly([label, ...list]) : undefined);
    }
    case "lazy":
      return { result: newInstance(call, lazyClass, columns, rows) };
    case "collect":
      return isNone(call.keywords.get("background")) ? { result: newInstance(call, frameClass, columns, rows) } : undefined;
    case "to_pandas":
      return { result: newInstance(call, "pandas.DataFrame", columns && withIndex(columns, [null]), rows) };
    case "insert_column":
    case "replace_column":
    case "drop_in_place":
    case "hstack":
    case "vstack":
    case "extend":
      return { result: call.machine.interner.value({ origins: originsOfResult(call) }), receiver: { content: lost } };
    default:
      return undefined;
  }
}

const keeps = new Set("filter sort head tail limit slice sample unique drop_nulls fill_null fill_nan reverse shift clone cast rechunk interpolate top_k bottom_k cache".split(" "));

function selectedNames(call: LibraryCall): Columns | undefined {
  const names = namesOf(call.positional);
  return names && exactly([...names, ...call.keywords.keys()]);
}

function added(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const names = namesOf(call.positional);
  const labels = [...(names ?? [undefined]), ...call.keywords.keys()];
  return labels.reduce<Columns | undefined>((all, label) => withLabel(all, label), columns);
}

function renamedBy(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const { type } = call.positional[0] ?? call.keywords.get("mapping") ?? {};
  if (type?.kind !== "dict" || type.open) return undefined;
  const mapping = new Map<Label, Label>();
  for (const { key, value } of type.entries) {
    const [from, to] = [plainText(key), plainText(value)];
    if (from === undefined || to === undefined) return undefined;
    mapping.set(from, to);
  }
  return renamed(columns, mapping);
}
