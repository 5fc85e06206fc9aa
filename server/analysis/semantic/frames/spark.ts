/**
 * Frames of Spark. They are never changed in place; names are matched without regard to case, and a join may leave one twice, so
 * what is said is said with that doubt.
 *
 *     spark.createDataFrame(rows, ["a", "b"])          a, b
 *     df.select("a", F.col("b").alias("c"))            a, c
 *     df.withColumn("d", F.lit(1)).drop("a")           b, d
 *     df.groupBy("a").agg(F.sum("b").alias("n"))       a, n
 *     df.join(other, on="a")                           a, then the others of df, then those of other
 *     df.toPandas()                                    a frame of pandas with the same
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName } from "../learning/call-result.ts";
import { wholeRows } from "../learning/rows.ts";
import type { Machine } from "../machine.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import { columnsOfValue, instanceOf, newInstance } from "./effect.ts";
import { columnsOf, exactly, flag, isNone, known, labelsIn, listing, orNothing, withIndex, withLabel } from "./labels.ts";

const frameClass = "pyspark.sql.DataFrame";
const columnClass = "pyspark.sql.Column";
const groupsClass = "pyspark.sql.GroupedData";

export function sparkCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, target } = call;
  const method = lastName(target);
  const name = instanceOf(receiver);
  if (name === frameClass) return frameMethod(call, method);
  if (name === "pyspark.sql.DataFrameNaFunctions") return { result: newInstance(call, frameClass, columnsOfValue(receiver), receiver?.data?.rows) };
  if (name === groupsClass) return groupsMethod(call, method);
  if (name === columnClass) return method === "alias" ? column(call, call.positional.length === 1 ? nameOf(call.positional[0]) : undefined) : undefined;
  if (target === "pyspark.sql.functions.col" || target === "pyspark.sql.functions.column") return column(call, nameOf(call.positional[0]));
  if (named.has(target)) return column(call, aggregateName(method, call));
  return name === "pyspark.sql.SparkSession" && method === "createDataFrame" ? created(call) : undefined;
}

/** Functions of one column whose result goes by their own name: `F.sum("b")` is `sum(b)`. */
const named: ReadonlySet<string> = new Set(["sum", "avg", "min", "max"].map((name) => `pyspark.sql.functions.${name}`));

function aggregateName(name: string, call: LibraryCall): string | undefined {
  const [first] = call.positional;
  const of = call.positional.length === 1 && instanceOf(first) === "builtins.str" ? nameOf(first) : undefined;
  return of === undefined ? undefined : `${name}(${of})`;
}

function column(call: LibraryCall, name: string | undefined): DataEffect {
  return { result: newInstance(call, columnClass, name === undefined ? undefined : exactly([name]), undefined) };
}

/** A plain name: `t.a` means a, `*` all, and a field of a struct has its own rules. */
function nameOf(value: Value | undefined): string | undefined {
  if (instanceOf(value) === columnClass) {
    const label = listing(columnsOfValue(value))?.[0];
    return typeof label === "string" ? label : undefined;
  }
  const text = value && plainText(value);
  return text !== undefined && /^\w+$/u.test(text) ? text : undefined;
}

function created(call: LibraryCall): DataEffect {
  const [data, schema = call.keywords.get("schema")] = call.positional;
  const given = isNone(schema) ? undefined : (labelsIn(schema) ?? fieldsOf(schema));
  const own = instanceOf(data) === "pandas.DataFrame" && isNone(schema) ? listing(columnsOfValue(data)) : undefined;
  const labels = given?.isWhole === true ? given.labels : own;
  const columns = !call.isOpen && labels?.every((label) => typeof label === "string") === true ? exactly(labels) : undefined;
  return { result: newInstance(call, frameClass, columns, data?.data?.rows ?? wholeRows(call.place)) };
}

/** Names in `StructType([StructField("a", ...)])` or in `"a string, b int"`. */
function fieldsOf(schema: Value | undefined): { readonly labels: readonly Label[]; readonly isWhole: boolean } | undefined {
  const made = schema?.type?.kind === "instance" && schema.type.name === "pyspark.sql.types.StructType" ? schema.type.made : undefined;
  const [fields] = made?.arguments ?? [];
  if (made?.callable === "pyspark.sql.types.StructType" && fields?.value.type?.kind === "list" && !fields.unpacked) {
    const names = fields.value.type.elements.map(({ type }) => (type?.kind === "instance" && type.made?.callable === "pyspark.sql.types.StructField" ? nameOf(type.made.arguments[0]?.value) : undefined));
    return names.every((each) => each !== undefined) ? { labels: names, isWhole: true } : undefined;
  }
  const text = schema && plainText(schema);
  const names = text?.split(",").map((field) => /^\s*(?<name>\w+)(?:\s*:\s*|\s+)[a-z]+\s*$/iu.exec(field)?.groups?.["name"]);
  return names?.every((each) => each !== undefined) === true ? { labels: names, isWhole: true } : undefined;
}

/** `df["a"]` is a column, `df[df["a"] > 0]` has the same columns, `df[["a", "b"]]` these. */
export function sparkSelection(machine: Machine, frame: Value, index: Value): Value | undefined {
  const { columns, rows } = contentOf(frame);
  const make = (name: string, of: Columns | undefined): Value => machine.interner.value({ type: { kind: "instance", name }, origins: frame.origins, data: { objects: [], columns: of, rows, fits: undefined } });
  if (instanceOf(index) === columnClass) return make(frameClass, columns);
  if (index.type?.kind === "list" || index.type?.kind === "tuple") {
    const names = index.type.elements.map(nameOf);
    return make(frameClass, names.every((each) => each !== undefined) ? exactly(names) : undefined);
  }
  const name = instanceOf(index) === "builtins.str" ? nameOf(index) : undefined;
  return name === undefined ? undefined : make(columnClass, exactly([name]));
}

/** `df.a`: the column, as far as it is one; `df.na`, whose methods give frames with the same columns. */
export function sparkAttribute(machine: Machine, frame: Value, name: string, type: Value | undefined): Value | undefined {
  const member = instanceOf(type);
  if (member === columnClass) return sparkSelection(machine, frame, machine.interner.text([{ kind: "literal", text: name, place: undefined }]));
  return name === "na" && type ? machine.interner.value({ type: type.type, origins: frame.origins, data: { ...contentOf(frame), objects: [] } }) : undefined;
}

function groupsMethod(call: LibraryCall, method: string): DataEffect | undefined {
  const keys = listing(columnsOfValue(call.receiver));
  if (!keys || call.isOpen || call.keywords.size > 0) return undefined;
  const names = method === "count" ? ["count"] : method === "agg" ? call.positional.map((each) => (instanceOf(each) === columnClass ? nameOf(each) : undefined))
    : summed.has(method) && call.positional.length > 0 ? call.positional.map((each) => (instanceOf(each) === "builtins.str" ? nameOf(each) : undefined)).map((each) => each && `${method}(${each})`) : [undefined];
  return names.every((each) => each !== undefined) ? { result: newInstance(call, frameClass, exactly([...keys, ...names]), undefined) } : undefined;
}

const summed = new Set(["sum", "avg", "min", "max"]);

function frameMethod(call: LibraryCall, method: string): DataEffect | undefined {
  const { columns, rows } = contentOf(call.receiver);
  const like = (after: Columns | undefined): DataEffect => ({ result: newInstance(call, frameClass, call.isOpen ? undefined : after, rows) });
  if (keeps.has(method)) return like(columns);
  const names = call.positional.flatMap((each) => (each.type?.kind === "list" ? each.type.elements : [each])).map(nameOf);
  const labels = names.every((each) => each !== undefined) ? names : undefined;
  switch (method) {
    case "select":
    case "selectExpr":
      return like(chosen(call, columns, method === "selectExpr" ? expressionName : nameOf));
    case "groupBy":
    case "groupby":
      return { result: newInstance(call, groupsClass, labels && !call.isOpen ? exactly(labels) : undefined, undefined) };
    case "agg":
      return call.isOpen || !call.positional.every((each) => instanceOf(each) === columnClass) ? undefined : { result: newInstance(call, frameClass, labels && exactly(labels), undefined) };
    case "join":
      return like(joined(call, columns));
    case "crossJoin": {
      const [left, right] = [listing(columns), listing(columnsOfValue(call.positional[0]))];
      return like(left && right && exactly([...left, ...right]));
    }
    case "unionByName": {
      const [left, right] = [listing(columns), listing(columnsOfValue(argumentOf(call, "other")))];
      const adds = flag(argumentOf(call, "allowMissingColumns"), false);
      return like(adds === false ? columns : left && right && adds === true ? exactly([...left, ...right.filter((label) => !left.some((each) => sameName(each, String(label))))]) : undefined);
    }
    case "withColumns": {
      const added = labelsIn(call.positional.length === 1 ? call.positional[0] : undefined);
      return like(added?.isWhole === true ? added.labels.reduce<Columns | undefined>((all, label) => withColumn(all, String(label)), columns) : undefined);
    }
    case "toDF":
      return like(labels && exactly(labels));
    case "withColumn":
      return like(withColumn(columns, nameOf(call.positional[0] ?? call.keywords.get("colName"))));
    case "withColumnRenamed":
      return like(names.length === 2 && labels ? renamedTo(columns, labels[0] ?? "", labels[1] ?? "") : undefined);
    case "drop":
      // A column of another frame is dropped by itself, whatever other one has its name.
      return like(labels && (call.positional.some((each) => instanceOf(each) === columnClass) ? perhapsWithout(columns, labels) : without(columns, labels)));
    case "toPandas":
      return { result: newInstance(call, "pandas.DataFrame", columns && withIndex(columns, [null]), rows) };
    default:
      return undefined;
  }
}

/** What `select` is asked for, `*` for all that is there. */
function chosen(call: LibraryCall, columns: Columns | undefined, nameIn: (value: Value) => string | undefined): Columns | undefined {
  const list = listing(columns);
  const names = call.positional.flatMap((each) => (each.type?.kind === "list" ? each.type.elements : [each])).map((each): readonly Label[] | undefined => {
    if (instanceOf(each) === "builtins.str" && plainText(each) === "*") return list;
    const name = nameIn(each);
    return name === undefined ? undefined : [name];
  });
  return names.every((each) => each !== undefined) ? exactly(names.flat()) : undefined;
}

/** `"a"` or `"a + 1 as b"`. */
function expressionName(value: Value): string | undefined {
  const text = plainText(value);
  return text === undefined ? undefined : nameOf(value) ?? /\s+as\s+(?<name>\w+)\s*$/iu.exec(text)?.groups?.["name"];
}

/** By names: these once, in front. By a condition, or by none: all of both. */
function joined(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const [left, right] = [listing(columns), listing(columnsOfValue(argumentOf(call, "other")))];
  const [on, how] = [argumentOf(call, "on"), argumentOf(call, "how")];
  const kind = how === undefined ? "inner" : plainText(how)?.toLowerCase().replaceAll("_", "");
  if (!left || kind === undefined) return undefined;
  if (/^(?:left)?(?:semi|anti)$/u.test(kind)) return columns;
  if (!right || !/^(?:inner|cross|outer|full|fullouter|left|leftouter|right|rightouter)$/u.test(kind)) return undefined;
  if (isNone(on) || instanceOf(on) === columnClass) return exactly([...left, ...right]);
  const keys = instanceOf(on) === "builtins.str" ? [nameOf(on)] : on?.type?.kind === "list" ? on.type.elements.map((each) => (instanceOf(each) === "builtins.str" ? nameOf(each) : undefined)) : undefined;
  if (keys?.every((each) => each !== undefined && left.includes(each) && right.includes(each)) !== true) return undefined;
  const isOther = (label: Label): boolean => !keys.some((each) => each !== undefined && sameName(label, each));
  return exactly([...keys.filter((each) => each !== undefined), ...left.filter(isOther), ...right.filter(isOther)]);
}

const keeps = new Set(
  ("filter where orderBy sort limit distinct dropDuplicates drop_duplicates dropna fillna na repartition coalesce cache persist unpersist alias sample union unionAll checkpoint hint "
  + "sortWithinPartitions localCheckpoint subtract intersect exceptAll intersectAll offset replace withWatermark repartitionByRange dropDuplicatesWithinWatermark").split(" "),
);

function sameName(left: Label, right: string): boolean {
  return String(left).toLowerCase() === right.toLowerCase();
}

/** Replaces a column of that name in whatever case, under the new spelling. */
function withColumn(columns: Columns | undefined, name: string | undefined): Columns | undefined {
  const before = known(columns);
  if (name === undefined || !before.present.some((label) => sameName(label, name))) return withLabel(columns, name);
  return orNothing(columnsOf({ ...before, present: before.present.map((label) => (sameName(label, name) ? name : label)) }));
}

function renamedTo(columns: Columns | undefined, from: string, to: string): Columns | undefined {
  const before = known(columns);
  // Whether an open frame has the column is not known, and so neither whether it has the new one.
  const absent = before.absent.filter((label) => !sameName(label, to));
  return orNothing(columnsOf({
    ...before, present: before.present.map((label) => (sameName(label, from) ? to : label)), absent, doubt: before.isWhole ? before.doubt : "loose",
  }));
}

function without(columns: Columns | undefined, names: readonly string[]): Columns | undefined {
  const before = known(columns);
  return orNothing(columnsOf({ ...before, present: before.present.filter((label) => !names.some((name) => sameName(label, name))), absent: [...before.absent, ...names] }));
}

function perhapsWithout(columns: Columns | undefined, names: readonly string[]): Columns | undefined {
  const before = known(columns);
  return orNothing(columnsOf({ ...before, present: before.present.filter((label) => !names.some((name) => sameName(label, name))), isWhole: false, doubt: "loose" }));
}
