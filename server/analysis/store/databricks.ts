/**
 * The adapter for Databricks: feature tables that a module of the workspace creates, or registers.
 *
 *     SCHEMA = StructType([StructField("user_id", LongType()), StructField("age", IntegerType())])
 *     client.create_table(name="ml.shop.users", primary_keys="user_id", schema=SCHEMA)     age, and nothing else
 *     client.create_table(name="ml.shop.items", primary_keys="item_id", df=items)          what is known of `items`, and perhaps more
 *     client.write_table(name="ml.shop.users", df=more)                                    adds the columns of `more` that are new
 *
 *     spark.sql("CREATE TABLE ml.shop.users (user_id BIGINT, age INT, PRIMARY KEY (user_id))")     any table with a primary key is one
 *
 * `write_table` merges: a column that the table lacks becomes a feature. So a table is known whole only when every write to it that
 * the workspace makes is, as well as what alters tables by other means.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, text, textArgument, textMap, textMapArgument } from "./construction.ts";
import { columnsIn, definingCalls, isOpenRun, tableView, textsIn, valueGiven } from "./defining-calls.ts";
import type { DefiningCall } from "./defining-calls.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Addition, DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import type { DefinitionSite, Field, StoreProblem, View } from "./model.ts";
import { queryGiven } from "./query-fields.ts";
import { createdTable } from "./sql-table.ts";
import type { SqlName } from "./sql-table.ts";
import { SQL_HOLE } from "./sql-tokens.ts";
import { partPlace } from "./written-text.ts";

export const databricksAdapter: DefinitionAdapter = {
  kind: "databricks",
  mentions: /\bdatabricks(?:\.|\s+import\s+)(?:feature_engineering|feature_store|ml_features)\b|\b(?:mergeSchema|overwriteSchema|autoMerge)\b|\bALTER\s+TABLE\b|^(?=[^]*\.sql\()[^]*\bPRIMARY\s+KEY\b/i,
  isWhole: false,
  read: readModule,
};

const creators: ReadonlySet<string> = new Set(["create_table", "create_feature_table", "register_table"]);
const nameGiven = { create_table: "name", create_feature_table: "name", register_table: "delta_table" } as Readonly<Record<string, string>>;

function readModule({ uri, analysis, locate }: DefiningModule): ModuleDefinitions {
  const views: View[] = [];
  const limits: StoreProblem[] = [];
  for (const call of definingCalls(analysis, creators)) {
    if (!isOfClient(call)) continue;
    const given = valueGiven(call.made, [nameGiven[call.name] ?? ""], 0);
    const name = given && text(given);
    if (given && name !== undefined) views.push(readTable(call.made, name, given, locate));
    else if (!isOpenRun(call)) limits.push({ ...locate(call.made.place), uri, message: "the name of this feature table is known only at run time" });
  }
  views.push(...definingCalls(analysis, queries).flatMap((call) => createdBy(call, locate) ?? []));
  return { views, entities: [], services: [], sources: [], problems: [], limits, additions: additionsIn(analysis) };
}

function isOfClient({ event: { target } }: DefiningCall): boolean {
  return target !== undefined && /^databricks\.(?:feature_engineering|feature_store)\..*Client\.\w+$/.test(target);
}

function readTable(made: Construction, name: string, given: Value, locate: Locate): View {
  const schema = schemaIn(valueGiven(made, ["schema"]), locate);
  const columns = schema ?? { ...columnsIn(valueGiven(made, ["df", "features_df"], 2)), whole: false };
  return tableView({
    name,
    definition: siteOf(given, made.place, locate),
    kind: "FeatureTable",
    description: nonEmpty(textArgument(made, "description")),
    tags: textMapArgument(made, "tags"),
    columns: columns.fields,
    keys: textsIn(made, ["primary_keys", "keys"], 1),
    time: textsIn(made, ["timeseries_column", "timeseries_columns", "timestamp_keys"])[0],
    open: !columns.whole,
  });
}

const queries: ReadonlySet<string> = new Set(["sql"]);

/** `spark.sql("CREATE TABLE ...")` */
function createdBy({ made, event: { target, node } }: DefiningCall, locate: Locate): View | undefined {
  const isSpark = target?.startsWith("pyspark.sql.") ?? (node.func.kind === "Attribute" && node.func.value.kind === "Name" && node.func.value.id === "spark");
  const query = isSpark ? queryGiven(argument(made, "sqlQuery", 0)) : undefined;
  const table = query && createdTable(query.text);
  if (!query || !table || query.text.includes(SQL_HOLE)) return undefined;
  const siteOfName = ({ text: name, start, end }: SqlName): DefinitionSite => {
    const at = partPlace(query, start, end);
    const isWritten = query.text.slice(start, end) === name;
    return { ...locate(at ?? made.place), spelling: at && isWritten ? "bare" : "computed" };
  };
  return tableView({
    name: table.name.text,
    definition: siteOfName(table.name),
    kind: "FeatureTable",
    description: undefined,
    tags: new Map(),
    columns: table.columns.map((column) => ({
      name: column.text, dtype: column.type, description: column.comment, tags: new Map(), vector: undefined, definition: siteOfName(column),
    })),
    keys: table.keys,
    time: table.time,
    open: false,
  });
}

interface Schema {
  readonly fields: readonly Field[];
  readonly whole: boolean;
}

/** `StructType([StructField(...), ...]).add("name", type)`; `undefined` for what is no such thing. */
function schemaIn(value: Value | undefined, locate: Locate): Schema | undefined {
  const made = madeOf(value);
  if (made?.callable === "pyspark.sql.types.StructType.add") {
    const before = schemaIn(made.receiver, locate);
    const first = valueGiven(made, ["field"], 0);
    const field = readField(madeOf(first), locate) ?? readField(made, locate);
    return before && { fields: field ? [...before.fields, field] : before.fields, whole: before.whole && field !== undefined };
  }
  if (made?.callable !== "pyspark.sql.types.StructType") return undefined;
  const given = argument(made, "fields", 0);
  const listed = given.kind === "given" ? elements(given.value) : given.kind === "absent" ? [] : undefined;
  const fields = (listed ?? []).flatMap((each) => readField(madeOf(each), locate) ?? []);
  return { fields, whole: fields.length === listed?.length };
}

/** `StructField("age", IntegerType(), True, {"comment": "..."})`, `add("age", "int")`. */
function readField(made: Construction | undefined, locate: Locate): Field | undefined {
  if (!made || !/\.types\.(?:StructField|StructType\.add)$/.test(made.callable)) return undefined;
  const given = valueGiven(made, ["name", "field"], 0);
  const name = given && text(given);
  if (!given || name === undefined) return undefined;
  const metadata = valueGiven(made, ["metadata"], 3);
  const type = valueGiven(made, ["dataType", "data_type"], 1);
  return {
    name,
    dtype: type && typeName(type),
    description: metadata && nonEmpty(textMap(metadata).get("comment")),
    tags: new Map(),
    vector: undefined,
    definition: siteOf(given, made.place, locate),
  };
}

/** As Spark's `typeName()` says it: `long` for `LongType()`. */
function typeName(value: Value): string | undefined {
  if (value.constant) return text(value);
  const name = value.type?.kind === "instance" || value.type?.kind === "symbol" ? lastStep(value.type.name) : "";
  return /^[A-Z]\w*Type$/.test(name) ? name.slice(0, -"Type".length).toLowerCase() : undefined;
}

const writers: ReadonlySet<string> = new Set(["write_table", "saveAsTable", "sql", "execute"]);

/** Columns that writes add to tables. Without a schema that may grow, Spark's own writes add none. */
function additionsIn(analysis: DocumentAnalysis): readonly Addition[] {
  const calls = definingCalls(analysis, writers);
  const mayMerge = analysis.units.some(({ unit }) => /mergeSchema|overwriteSchema|autoMerge/i.test(unit.text));
  return calls.flatMap((call): readonly Addition[] => {
    const { made, name } = call;
    if (name === "write_table") {
      const { fields, whole } = columnsIn(valueGiven(made, ["df"], 1));
      return isOfClient(call) ? [{ view: textsIn(made, ["name"], 0)[0], fields, open: !whole }] : [];
    }
    if (name === "saveAsTable") return mayMerge ? [{ view: textsIn(made, ["name"], 0)[0], fields: [], open: true }] : [];
    const query = made.arguments[0]?.value.constant;
    if (query?.kind !== "text") return [];
    // Names with a hole in them may be any.
    const written = query.pieces.map((piece) => (piece.kind === "hole" ? "\0" : piece.text)).join("");
    const altered = /\bALTER\s+TABLE\s+([\w.`\0-]+)/i.exec(written)?.[1];
    return altered === undefined ? [] : [{ view: altered.includes("\0") ? undefined : altered.replaceAll("`", ""), fields: [], open: true }];
  });
}
