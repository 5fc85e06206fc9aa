/** Feature sets of Qwak over the wire: a project with a training and a serving script, without any settings file. */
import { ResponseError, type CodeLens, type Location, type LocationLink, type WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { eventually, type LspClient } from "../harness/lsp-client.ts";
import { storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const definitions = "file:///w/features/user.py";
const train = "file:///w/main/train.py";
const model = "file:///w/main/model.py";
const constants = "file:///w/main/constants.py";

const workspace = (): Map<string, string> => new Map([
  [definitions, `from qwak.feature_store.feature_sets import batch
from qwak.feature_store.feature_sets.transformations import SparkSqlTransformation


@batch.feature_set(name="user-risk", key="user_id", data_sources=["credit"])
@batch.metadata(owner="Ann", description="Credit risk of a user")
def user_features():
    return SparkSqlTransformation("""
        SELECT user_id, age, job AS occupation, duration * 30 AS days, sex
        FROM credit
        ORDER BY days
    """)


@batch.feature_set(key="user_id", data_sources=["credit"])
def raw_values():
    return SparkSqlTransformation("SELECT * FROM credit")
`],
  [constants, 'FEATURE_SET = "user-risk"\n'],
  [train, `from qwak.feature_store.offline import OfflineClientV2
from qwak.feature_store.offline.feature_set_features import FeatureSetFeatures

wanted = FeatureSetFeatures(feature_set_name="user-risk", feature_names=["age", "occupation"])
frame = OfflineClientV2().get_feature_values(features=[wanted], population=None)
print(frame["user-risk.age"].mean())
`],
  [model, `from constants import FEATURE_SET
from qwak.model.schema import ModelSchema
from qwak.model.schema_entities import FeatureStoreInput

schema = ModelSchema(inputs=[FeatureStoreInput(name=f"{FEATURE_SET}.age"), FeatureStoreInput(name="user-risk.Occupation")])
`],
]);

const started = (files = workspace()): Promise<LspClient> => storeClient(files, [train, model, definitions], { uri: train, text: "age" });

test("hover tells the feature set with its own words, in parts and in whole references", async () => {
  const each = await started();
  expect(await hover(each, train, "occupation")).toMatch(/user-risk\.occupation.*BatchFeatureSet.*Credit risk of a user/s);
  expect(await hover(each, train, "user-risk")).toMatch(/user-risk.*Ann/s);
  expect(await hover(each, model, "age")).toMatch(/user-risk\.age/);
});

test("completion: the set's features where a set is given beside, and both stages of a reference", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, '"occupation"'), text: '""' }]);
  // What is listed already comes last.
  expect(await labels(each, train, '"age", "')).toEqual(["occupation", "days", "sex", "age"]);
  await each.change(train, [{ range: each.find(train, "user-risk"), text: "" }]);
  expect(await labels(each, train, 'feature_set_name="')).toEqual(["raw_values", "user-risk"]);
  await each.change(model, [{ range: each.find(model, "user-risk.Occupation"), text: "user-risk." }]);
  expect(await labels(each, model, "user-risk.")).toEqual(["age", "occupation", "days", "sex"]);
  await each.change(model, [{ range: each.find(model, "user-risk."), text: "user" }]);
  expect(await labels(each, model, '(name="user')).toContain("user-risk");
});

test("a feature is defined where the query names it", async () => {
  const each = await started();
  const lines = async (uri: string, text: string): Promise<readonly string[]> =>
    ((await each.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(each, uri, text))) ?? [])
      .map(({ targetUri, targetSelectionRange: { start } }) => `${targetUri.slice(10)}:${String(start.line)}:${String(start.character)}`);
  expect(await lines(train, "occupation")).toEqual(["features/user.py:8:36"]);
  expect(await lines(train, "user-risk")).toEqual(["features/user.py:4:25"]);
  expect(await lines(model, "age")).toEqual(["features/user.py:8:24"]);
});

test("references are found in training, in serving and through constants", async () => {
  const each = await started();
  const places = async (text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, definitions, text), context: { includeDeclaration: true } }))
      .map(({ uri, range: { start } }) => `${uri.slice(10)}:${String(start.line)}`);
  expect(await places("age,")).toEqual(["features/user.py:8", "main/model.py:4", "main/train.py:3", "main/train.py:5"]);
  expect(await places("occupation")).toEqual(["features/user.py:8", "main/model.py:4", "main/train.py:3"]);
  expect(await places("user-risk")).toEqual(["features/user.py:4", "main/constants.py:0", "main/model.py:4", "main/train.py:3", "main/train.py:5"]);
});

test("a renamed feature keeps its column: the query gets an alias, or another one", async () => {
  const each = await started();
  const rename = (text: string, newName: string): Promise<WorkspaceEdit | null> =>
    each.connection.sendRequest("textDocument/rename", { ...at(each, definitions, text), newName });
  await each.apply((await rename("age,", "years")) ?? {});
  expect(each.text(definitions)).toContain("user_id, age AS years, job AS occupation,");
  expect(each.text(train)).toContain('feature_names=["years", "occupation"]');
  expect(each.text(train)).toContain('frame["user-risk.years"]');
  expect(each.text(model)).toContain('f"{FEATURE_SET}.years"');
  await each.settled();
  await each.apply((await eventually(() => rename("occupation", "job-title").then((edit) => edit ?? undefined))));
  expect(each.text(definitions)).toContain("job AS `job-title`,");
  expect(each.text(model)).toContain('"user-risk.job-title"');
  await each.settled();
  const set = await eventually(() => rename("user-risk", "risk").then((edit) => edit ?? undefined));
  expect(set.changeAnnotations?.["name"]?.description).toContain("for Qwak a new name is a new view");
  await each.apply(set);
  expect(each.created.get(constants)).toBe('FEATURE_SET = "risk"\n');
  expect(each.text(definitions)).toContain('name="risk"');
});

test("usage is counted, also of parts that are made in a loop", async () => {
  const files = workspace();
  files.set("file:///w/main/all.py", `from qwak.model.schema import ModelSchema
from qwak.model.schema_entities import FeatureStoreInput

schema = ModelSchema(inputs=[FeatureStoreInput(name=f"user-risk.{name}") for name in ["age", "sex"]])
`);
  const each = await started(files);
  const titles = async (): Promise<readonly string[]> => {
    const lenses = await each.connection.sendRequest<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: definitions } });
    const shown: CodeLens[] = [];
    for (const lens of lenses ?? []) shown.push(lens.command ? lens : await each.connection.sendRequest<CodeLens>("codeLens/resolve", lens));
    return shown.map(({ command, range }) => `${String(range.start.line)} ${each.textIn(definitions, range)}: ${command?.title ?? ""}`);
  };
  expect(await titles()).toEqual([
    "4 user-risk: 1 training, 2 serving", "8 age: 1 training, 2 serving", "8 occupation: 1 training, 1 serving",
    "8 days: no use found", "8 sex: 1 serving", "15 raw_values: no use found",
  ]);
});

test("an alias that the query uses again is not renamed, nor a set that is named after its function", async () => {
  const each = await started();
  const failure = (text: string): Promise<unknown> =>
    each.connection.sendRequest("textDocument/prepareRename", at(each, definitions, text)).then(() => undefined, (error: unknown) => error);
  expect(await failure("days,")).toBeInstanceOf(ResponseError);
  expect(String(await failure("days,"))).toContain("`user-risk.days` is made of what stands in user.py, line 9");
  expect(String(await failure("raw_values"))).toContain("named after its function");
});

test("definitions are followed as they are edited", async () => {
  const each = await started();
  await each.change(definitions, [{ range: each.find(definitions, "occupation"), text: "work" }]);
  await eventually(async () => ((await hover(each, train, "occupation")) === null ? true : undefined));
  await each.change(train, [{ range: each.find(train, "occupation"), text: "" }]);
  expect(await labels(each, train, '"age", "')).toEqual(["work", "days", "sex", "age"]);
});
