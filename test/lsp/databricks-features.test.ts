/** Feature tables of Databricks over the wire: a job that creates them, one that trains on them. */
import type { CodeLens, Location, WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { eventually, type LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const tables = "file:///w/jobs/tables.py";
const train = "file:///w/jobs/train.py";
const names = "file:///w/jobs/names.py";

const workspace = (): Map<string, string> => new Map([
  [names, 'USERS = "ml.shop.users"\n'],
  [tables, `from databricks.feature_engineering import FeatureEngineeringClient
from pyspark.sql.types import DoubleType, IntegerType, LongType, StructField, StructType

client = FeatureEngineeringClient()
client.create_table(
    name="ml.shop.users",
    primary_keys="user_id",
    schema=StructType([
        StructField("user_id", LongType()),
        StructField("age", IntegerType(), True, {"comment": "In whole years"}),
        StructField("spent_7d", DoubleType()),
        StructField("spent_30d", DoubleType()),
    ]),
    description="Who buys",
)
client.create_table(name="ml.shop.items", primary_keys="item_id", df=items)
`],
  [train, `from databricks.feature_engineering import FeatureEngineeringClient, FeatureLookup
from names import USERS

client = FeatureEngineeringClient()
lookups = [
    FeatureLookup(table_name=USERS, feature_names=["age", "spent_7d"], lookup_key="user_id"),
    FeatureLookup(table_name="ml.shop.items", lookup_key="item_id"),
]
training_set = client.create_training_set(df=labels, feature_lookups=lookups, label="bought")
frame = training_set.load_df().toPandas()
print(frame["spent_7d"].mean())
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [train, tables], { uri: train, text: "age" });

test("hover and definition: the column where the schema lists it", async () => {
  const each = await started();
  expect(await hover(each, train, "age")).toMatch(/ml\.shop\.users\.age.*In whole years/s);
  expect(await hover(each, train, "ml.shop.items")).toMatch(/ml\.shop\.items.*FeatureTable/s);
  expect(await definitions(each, train, "spent_7d")).toEqual(["jobs/tables.py:10:21"]);
  expect(await definitions(each, train, "ml.shop.items")).toEqual(["jobs/tables.py:15:26"]);
});

test("completion: tables, and the features of the table that stands beside", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, '"spent_7d"'), text: '""' }]);
  expect(await labels(each, train, '"age", "')).toEqual(["spent_7d", "spent_30d", "age"]);
  await each.change(train, [{ range: each.find(train, "ml.shop.items"), text: "" }]);
  expect(await labels(each, train, 'table_name="')).toEqual(["ml.shop.items", "ml.shop.users"]);
});

test("references and rename: the schema, the lookups and the column behind them", async () => {
  const each = await started();
  const places = async (text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, tables, text), context: { includeDeclaration: true } }))
      .map(({ uri, range: { start } }) => `${uri.slice(10)}:${String(start.line)}`);
  expect(await places("spent_7d")).toEqual(["jobs/tables.py:10", "jobs/train.py:5"]);
  expect(await places("ml.shop.users")).toEqual(["jobs/names.py:0", "jobs/tables.py:5"]);
  // Files that change are refused for a moment.
  const rename = async (text: string, newName: string): Promise<void> => {
    await each.settled();
    await each.apply(await eventually(() =>
      each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, tables, text), newName }).then((edit) => edit ?? undefined, () => undefined)));
  };
  await rename("spent_7d", "spent_week");
  expect(each.text(tables)).toContain('StructField("spent_week", DoubleType())');
  expect(each.text(train)).toContain('feature_names=["age", "spent_week"]');
  expect(each.text(train)).toContain('frame["spent_week"]');
  await rename("ml.shop.items", "ml.shop.products");
  expect(each.text(tables)).toContain('name="ml.shop.products"');
  expect(each.text(train)).toContain('table_name="ml.shop.products"');
});

test("usage: a lookup without names may use every feature", async () => {
  const each = await started();
  const lenses = await each.connection.sendRequest<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: tables } });
  const shown: CodeLens[] = [];
  for (const lens of lenses ?? []) shown.push(lens.command ? lens : await each.connection.sendRequest<CodeLens>("codeLens/resolve", lens));
  expect(shown.map(({ command, range }) => `${each.textIn(tables, range)}: ${command?.title ?? ""}`)).toEqual([
    "ml.shop.users: 1 training", "age: 1 training", "spent_7d: 1 training", "spent_30d: no use found", "ml.shop.items: 1 training",
  ]);
});
