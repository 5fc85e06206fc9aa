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
import { lastName, typedResult } from "../learning/call-result.ts";
import { wholeRows } from "../learning/rows.ts";
import type { Machine } from "../machine.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import { columnsOfValue, instanceOf, newInstance, typedWith } from "./effect.ts";
import { anyColumns, columnsOf, exactly, flag, isNone, labelsIn, labelsOf, listing, renamed, withIndex, withLabel, withoutLabels } from "./labels.ts";

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
  if (receiver) return groupMethod(call, receiver, method);
  const source = call.positional[0];
  switch (target) {
    case "polars.col":
      return expression(call, call.isOpen ? undefined : namesOf(call.positional));
    case "polars.len":
      return expression(call, call.isOpen || call.positional.length > 0 ? undefined : ["len"]);
    case "polars.concat":
      return { result: typedWith(call, call.isOpen ? undefined : stacked(call), undefined) };
    case "polars.sum":
    case "polars.mean":
    case "polars.min":
    case "polars.max":
    case "polars.median":
      return expression(call, call.isOpen || call.keywords.size > 0 ? undefined : namesOf(call.positional.filter((each) => instanceOf(each) === "builtins.str")));
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

/** Operators keep the name of what stands on the left: `pl.col("a") * 2` is a. */
export function operatedExpression([left, right]: readonly (Value | undefined)[], result: Value): Columns | undefined {
  if (instanceOf(result) !== expressionClass || instanceOf(left) !== expressionClass) return undefined;
  const names = texts(listing(columnsOfValue(left)));
  // With several on the right, there would be as many.
  const isOne = instanceOf(right) !== expressionClass || listing(columnsOfValue(right))?.length === 1;
  return names && isOne ? exactly(names) : undefined;
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
    case "group_by": {
      const given = namesOf(call.positional);
      const areTexts = call.positional.every((value) => labelsOf(value)?.isWhole === true);
      const made = { callable: call.target, receiver: call.receiver, arguments: [{ keyword: areTexts ? undefined : "calculated", unpacked: false, value: keyList(call, given), place: call.place }], place: call.place };
      const { type, origins } = typedResult(call);
      const isPlain = given !== undefined && !call.isOpen && [...call.keywords.keys()].every((keyword) => keyword === "maintain_order");
      return isPlain && type?.kind === "instance" ? { result: call.machine.interner.value({ type: { kind: "instance", name: type.name, made }, origins }) } : undefined;
    }
    case "join":
      return like(joined(call, columns));
    case "unpivot":
      return like(unpivoted(call));
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

const keeps = new Set("filter sort head tail limit slice sample unique drop_nulls fill_null fill_nan reverse shift clone cast null_count rechunk interpolate top_k bottom_k cache".split(" "));

// ---- groups and joins --------------------------------------------------------------------------------------

function keyList({ machine: { interner } }: LibraryCall, names: readonly string[] | undefined): Value {
  return interner.value({ type: { kind: "list", elements: (names ?? []).map((name) => interner.text([{ kind: "literal", text: name, place: undefined }])) } });
}

/** Keys first, then what is calculated. */
function groupMethod(call: LibraryCall, receiver: Value, method: string): DataEffect | undefined {
  const made = receiver.type?.kind === "instance" ? receiver.type.made : undefined;
  const keys = made?.callable.endsWith(".group_by") === true ? texts(labelsIn(made.arguments[0]?.value)?.labels) : undefined;
  if (!keys || call.isOpen) return undefined;
  const others = listing(withoutLabels(columnsOfValue(made?.receiver), { labels: keys, isWhole: true, doubt: undefined }));
  const named = method === "agg" ? namesOf(call.positional) : undefined;
  const after = method === "agg" ? named && [...named, ...call.keywords.keys()] : method === "len" ? (call.positional.length + call.keywords.size === 0 ? ["len"] : undefined) : columnwise.has(method) && made?.arguments[0]?.keyword === undefined ? others : undefined;
  return after && { result: typedWith(call, exactly([...keys, ...after]), undefined) };
}

const columnwise = new Set("sum mean median min max first last n_unique".split(" "));

/** Keys of the right frame are left out, and what both have gets a suffix there. */
function joined(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const [other, positionalOn, positionalHow] = call.positional;
  const passed = (name: string, fallback?: Value): Value | undefined => call.keywords.get(name) ?? fallback;
  const how = passed("how", positionalHow);
  const kind = how === undefined ? "inner" : plainText(how);
  if (kind === "semi" || kind === "anti") return columns;
  const [left, right] = [listing(columns), isPolarsFrame(other) ? listing(columnsOfValue(other)) : undefined];
  const suffix = passed("suffix");
  const ending = suffix === undefined ? "_right" : plainText(suffix);
  const on = passed("on", positionalOn);
  const keys = kind === "cross" ? [] : texts(labelsOf(isNone(on) ? passed("right_on") : on)?.labels);
  // What is calculated is no column of either.
  const arePlain = kind === "cross" || (isNone(on) ? ["left_on", "right_on"].map((name) => passed(name)) : [on]).every((each) => labelsOf(each)?.isWhole === true);
  if (!left || !right || ending === undefined || !keys || !arePlain || !(kind === "inner" || kind === "left" || kind === "full" || kind === "cross") || !isNone(passed("coalesce"))) return undefined;
  if (kind !== "cross" && keys.length === 0) return undefined;
  // A full join keeps the keys of both.
  const added = kind === "full" ? right : right.filter((label) => !keys.includes(String(label)));
  return exactly([...left, ...added.map((label) => (left.includes(label) ? `${String(label)}${ending}` : label))]);
}

/** `pl.concat([a, b])`: one below the other, or with `how="horizontal"` side by side. */
function stacked(call: LibraryCall): Columns | undefined {
  const items = call.positional[0] ?? call.keywords.get("items");
  const how = call.keywords.get("how");
  const kind = how === undefined ? "vertical" : plainText(how);
  const parts = items?.type?.kind === "list" && items.type.elements.every(isPolarsFrame) ? items.type.elements.map((part) => listing(columnsOfValue(part))) : [];
  if (parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined;
  if (kind === "vertical" || kind === "vertical_relaxed") return exactly(parts[0] ?? []);
  const all = parts.flat();
  const once = [...new Set(all)];
  if (kind === "horizontal") return once.length === all.length ? exactly(all) : undefined;
  return kind === "diagonal" || kind === "diagonal_relaxed" ? exactly(once) : undefined;
}

function unpivoted(call: LibraryCall): Columns | undefined {
  const index = call.keywords.get("index");
  const keys = isNone(index) ? [] : namesOf([index].flatMap((value) => value ?? []));
  const [variable, value] = ["variable", "value"].map((name) => {
    const given = call.keywords.get(`${name}_name`);
    return isNone(given) ? name : plainText(given ?? call.machine.interner.none);
  });
  return keys && variable !== undefined && value !== undefined ? exactly([...keys, variable, value]) : undefined;
}

/** `df[["a", "b"]]`, `df.columns`. */
export function polarsSelection(machine: Machine, frame: Value, index: Value): Value | undefined {
  const labels = instanceOf(frame) === frameClass && index.type?.kind === "list" ? labelsIn(index) : undefined;
  const names = labels?.isWhole === true && labels.labels.length > 0 ? texts(labels.labels) : undefined;
  return names && machine.interner.value({ type: { kind: "instance", name: frameClass }, origins: frame.origins, data: { objects: [], columns: exactly(names), rows: contentOf(frame).rows, fits: undefined } });
}

export function polarsColumns(machine: Machine, frame: Value): Value | undefined {
  const names = isPolarsFrame(frame) ? texts(listing(columnsOfValue(frame))) : undefined;
  return names && machine.interner.value({ type: { kind: "list", elements: names.map((name) => machine.interner.text([{ kind: "literal", text: name, place: undefined }])) }, origins: frame.origins });
}

// ---- names -------------------------------------------------------------------------------------------------

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
