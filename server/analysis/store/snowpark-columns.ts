/**
 * Columns of a Snowpark frame, read off how it was made.
 *
 *     session.sql("SELECT id, price, qty * 2 AS twice FROM sales")             the columns of the query
 *     session.table("SALES").select("ID", F.col("PRICE").alias("P"))           ID, P
 *     frame.filter(...).with_column("TOTAL", F.col("A") + F.col("B"))          TOTAL beside those that frame has
 *
 * What is neither selected by a text nor named by an alias is not known, and there may be more columns then.
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, text } from "./construction.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Field } from "./model.ts";
import { fieldsOfQuery, queryGiven } from "./query-fields.ts";

export interface FrameColumns {
  readonly fields: readonly Field[];
  readonly open: boolean;
}

const unknown: FrameColumns = { fields: [], open: true };

/** Methods that leave the columns as they are. */
const keeping = new Set([
  "filter", "where", "sort", "order_by", "orderBy", "limit", "distinct", "drop_duplicates", "dropDuplicates", "sample", "cache_result", "fillna", "dropna", "union", "union_all", "unionAll",
]);

export function snowparkColumns(value: Value | undefined, locate: Locate): FrameColumns {
  const made = madeOf(value);
  if (made?.callable.startsWith("snowflake.snowpark.") !== true) return unknown;
  const method = lastStep(made.callable);
  if (method === "sql") {
    const query = queryGiven(argument(made, "query", 0));
    return query ? fieldsOfQuery(query, made.place, locate) : unknown;
  }
  if (method === "select") return selected(made, locate);
  const before = made.receiver && snowparkColumns(made.receiver, locate);
  if (!before) return unknown;
  if (keeping.has(method)) return before;
  if (method === "with_column" || method === "withColumn") return added(before, made, locate);
  return unknown;
}

function selected(made: Construction, locate: Locate): FrameColumns {
  const given = made.arguments.flatMap(({ value, unpacked }): readonly (Value | undefined)[] => (unpacked ? [undefined] : (elements(value) ?? [value])));
  const fields = given.map((each) => each && columnOf(each, made, locate)).filter((each) => each !== undefined);
  return { fields, open: fields.length !== given.length || fields.length === 0 };
}

/** `"NAME"`, `col("NAME")`, or whatever the last `alias` says. */
function columnOf(value: Value, frame: Construction, locate: Locate): Field | undefined {
  const plain = text(value);
  if (plain !== undefined) return isName(plain) ? field(plain, { ...siteOf(value, frame.place, locate), spelling: "computed" }) : undefined;
  const made = madeOf(value);
  if (made?.callable.startsWith("snowflake.snowpark.") !== true) return undefined;
  const method = lastStep(made.callable);
  const given = made.arguments[0];
  const name = given && !given.unpacked ? text(given.value) : undefined;
  if (!given || name === undefined || !isName(name)) return undefined;
  if (method === "alias" || method === "as_" || method === "name") return field(name, siteOf(given.value, made.place, locate));
  if ((method === "col" || method === "column") && made.arguments.length === 1) return field(name, { ...siteOf(given.value, made.place, locate), spelling: "computed" });
  return undefined;
}

function added(before: FrameColumns, made: Construction, locate: Locate): FrameColumns {
  const given = argument(made, "col_name", 0);
  const name = given.kind === "given" ? text(given.value) : undefined;
  if (given.kind !== "given" || name === undefined || !isName(name)) return { ...before, open: true };
  const others = before.fields.filter((each) => each.name.toLowerCase() !== name.toLowerCase());
  return { ...before, fields: [...others, field(name, siteOf(given.value, made.place, locate))] };
}

/** No star, no path into a variant. */
function isName(written: string): boolean {
  return /^(?:[\w$]+|"[^"]+")$/u.test(written);
}

function field(name: string, definition: Field["definition"]): Field {
  return { name, dtype: undefined, description: undefined, tags: new Map(), vector: undefined, definition };
}
