/** A Snowflake feature store over the wire: a module that registers views, a script that trains on them. */
import type { Location, WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import type { LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const register = "file:///w/register.py";
const train = "file:///w/train.py";

const workspace = (): Map<string, string> => new Map([
  [register, `from snowflake.ml.feature_store import Entity, Feature, FeatureStore, FeatureView
from snowflake.snowpark import Session
from snowflake.snowpark.functions import col

session = Session.builder.config("connection_name", "x").create()
store = FeatureStore(session, "DB", "FEATURES", "WH")
trip = Entity("TRIP", ["TRIP_ID"])
rides = FeatureView(
    name="RIDES", entities=[trip], desc="Rides by taxi",
    feature_df=session.sql("SELECT TRIP_ID, FARE, DIST * 1.6 AS KM FROM TRIPS"),
).attach_feature_desc({"FARE": "In dollars"})
rides = store.register_feature_view(rides, version="v1")
tips = FeatureView("TIPS", [trip], timestamp_col="AT", features=[Feature.sum("TIP", "7d").alias("TIPS_WEEK"), Feature.sum("TIP", "1h")])
tips = store.register_feature_view(tips, version="v1")
`],
  [train, `from snowflake.ml.feature_store import FeatureStore

store = FeatureStore(session, "DB", "FEATURES", "WH")
rides = store.get_feature_view("RIDES", "v1")
tips = store.get_feature_view("TIPS", "v1")
training = store.generate_training_set(spine, features=[rides.slice(["fare", "KM"]), tips.slice(["TIPS_WEEK", "TIP_SUM_1H"])])
print(training.to_pandas()["KM"].mean())
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [train, register], { uri: train, text: "KM" });

test("hover and definition: columns of the query and aggregates, whatever their case", async () => {
  const each = await started();
  expect(await hover(each, train, "fare")).toMatch(/RIDES\.FARE.*In dollars/s);
  expect(await hover(each, register, "FARE\"")).toMatch(/RIDES\.FARE/);
  expect(await hover(each, train, "RIDES")).toMatch(/RIDES.*Rides by taxi/s);
  expect(await definitions(each, train, "KM")).toEqual(["register.py:9:64"]);
  expect(await definitions(each, train, "TIP_SUM_1H")).toEqual(["register.py:12:110"]);
  expect(await definitions(each, train, "TIPS\"")).toEqual(["register.py:12:20"]);
});

test("completion: views, and the features of the view that is sliced", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, '"KM"'), text: '""' }]);
  expect(await labels(each, train, '"fare", "')).toEqual(["FARE", "KM"]);
  await each.change(train, [{ range: each.find(train, "RIDES"), text: "" }]);
  expect(await labels(each, train, 'get_feature_view("')).toEqual(["RIDES", "TIPS"]);
});

test("references and rename: query, descriptions, slices and columns", async () => {
  const each = await started();
  const places = async (uri: string, text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, uri, text), context: { includeDeclaration: true } }))
      .map(({ uri: found, range: { start } }) => `${found.slice(10)}:${String(start.line)}`);
  expect(await places(train, "fare")).toEqual(["register.py:9", "register.py:10", "train.py:5"]);
  expect(await places(register, "RIDES")).toEqual(["register.py:8", "train.py:3"]);
  const rename = async (uri: string, text: string, newName: string): Promise<void> => {
    const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, uri, text), newName });
    await each.apply(edit ?? {});
  };
  await rename(train, "KM", "KILOMETRES");
  expect(each.text(register)).toContain("DIST * 1.6 AS KILOMETRES FROM");
  expect(each.text(train)).toContain('rides.slice(["fare", "KILOMETRES"])');
  expect(each.text(train)).toContain('to_pandas()["KILOMETRES"]');
});

test("an aggregate is renamed by its alias, a view by its name", async () => {
  const each = await started();
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, register, "TIPS_WEEK"), newName: "TIPS_7D" });
  await each.apply(edit ?? {});
  expect(each.text(register)).toContain('.alias("TIPS_7D")');
  expect(each.text(train)).toContain('tips.slice(["TIPS_7D", "TIP_SUM_1H"])');
});

test("a name that would need quotes is refused", async () => {
  const each = await started();
  const failure = await each.connection.sendRequest("textDocument/rename", { ...at(each, train, "KM"), newName: "K-M" }).then(() => undefined, (error: unknown) => error);
  expect(String(failure)).toContain("`K-M` would have to stand in quotes");
});
