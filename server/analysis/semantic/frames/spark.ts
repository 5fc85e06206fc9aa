/**
 * Frames of Spark. They are never changed in place; names are matched without regard to case, and a join may leave one twice, so
 * what is said is said with that doubt.
 *
 *     spark.createDataFrame(rows, ["a", "b"])          a, b
 *     df.select("a", F.col("b").alias("c"))            a, c
 *     df.withColumn("d", F.lit(1)).drop("a")           b, d
 *     df.toPandas()                                    a frame of pandas with the same
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { lastName } from "../learning/call-result.ts";
import { wholeRows } from "../learning/rows.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import { columnsOfValue, instanceOf, newInstance } from "./effect.ts";
import { columnsOf, exactly, isNone, known, labelsIn, listing, orNothing, withIndex, withLabel } from "./labels.ts";

const frameClass = "pyspark.sql.DataFrame";
const columnClass = "pyspark.sql.Column";

export function sparkCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, target } = call;
  const method = lastName(target);
  const name = instanceOf(receiver);
  if (name === frameClass) return frameMethod(call, method);
  if (name === columnClass) return method === "alias" ? column(call, call.positional.length === 1 ? nameOf(call.positional[0]) : undefined) : undefined;
  if (target === "pyspark.sql.functions.col" || target === "pyspark.sql.functions.column") return column(call, nameOf(call.positional[0]));
  return name === "pyspark.sql.SparkSession" && method === "createDataFrame" ? created(call) : undefined;
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
  const given = isNone(schema) ? undefined : labelsIn(schema);
  const own = instanceOf(data) === "pandas.DataFrame" && isNone(schema) ? listing(columnsOfValue(data)) : undefined;
  const labels = given?.isWhole === true ? given.labels : own;
  const columns = !call.isOpen && labels?.every((label) => typeof label === "string") === true ? exactly(labels) : undefined;
  return { result: newInstance(call, frameClass, columns, data?.data?.rows ?? wholeRows(call.place)) };
}

function frameMethod(call: LibraryCall, method: string): DataEffect | undefined {
  const { columns, rows } = contentOf(call.receiver);
  const like = (after: Columns | undefined): DataEffect => ({ result: newInstance(call, frameClass, call.isOpen ? undefined : after, rows) });
  if (keeps.has(method)) return like(columns);
  const names = call.positional.flatMap((each) => (each.type?.kind === "list" ? each.type.elements : [each])).map(nameOf);
  const labels = names.every((each) => each !== undefined) ? names : undefined;
  switch (method) {
    case "select":
      return like(labels && exactly(labels));
    case "toDF":
      return like(labels && exactly(labels));
    case "withColumn":
      return like(withColumn(columns, nameOf(call.positional[0] ?? call.keywords.get("colName"))));
    case "withColumnRenamed":
      return like(names.length === 2 && labels ? renamedTo(columns, labels[0] ?? "", labels[1] ?? "") : undefined);
    case "drop":
      return like(labels && without(columns, labels));
    case "toPandas":
      return { result: newInstance(call, "pandas.DataFrame", columns && withIndex(columns, [null]), rows) };
    default:
      return undefined;
  }
}

const keeps = new Set(
  ("filter where orderBy sort limit distinct dropDuplicates drop_duplicates dropna fillna na repartition coalesce cache persist unpersist alias sample union unionAll checkpoint hint "
  + "sortWithinPartitions localCheckpoint subtract intersect").split(" "),
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
