/** Feature groups of SageMaker over the wire: created with boto3, trained on with the SDK, served with boto3. */
import type { Location, WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { eventually, type LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const groups = "file:///w/groups.py";
const train = "file:///w/train.py";
const handler = "file:///w/handler.py";

const workspace = (): Map<string, string> => new Map([
  [groups, `import boto3

boto3.client("sagemaker").create_feature_group(
    FeatureGroupName="users",
    RecordIdentifierFeatureName="user_id",
    EventTimeFeatureName="at",
    FeatureDefinitions=[
        {"FeatureName": "user_id", "FeatureType": "String"},
        {"FeatureName": "at", "FeatureType": "Fractional"},
        {"FeatureName": "years", "FeatureType": "Integral"},
        {"FeatureName": "spent", "FeatureType": "Fractional"},
    ],
    Description="Who buys",
)
`],
  [train, `from sagemaker.feature_store.feature_group import FeatureGroup
from sagemaker.feature_store.feature_store import FeatureStore

users = FeatureGroup(name="users", sagemaker_session=session)
frame, _ = FeatureStore(session).create_dataset(base=users, output_path="s3://b/o", included_feature_names=["years", "spent"]).to_dataframe()
print(frame["spent"].mean())
`],
  [handler, `import boto3

runtime = boto3.client("sagemaker-featurestore-runtime")


def handle(number):
    return runtime.batch_get_record(Identifiers=[
        {"FeatureGroupName": "users", "RecordIdentifiersValueAsString": [number], "FeatureNames": ["spent"]},
    ])


def store(number, spent):
    runtime.put_record(FeatureGroupName="users", Record=[{"FeatureName": "user_id", "ValueAsString": number}, {"FeatureName": "spent", "ValueAsString": "spent"}])
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [train, groups, handler], { uri: train, text: "years" });

test("hover and definition, from both sides", async () => {
  const each = await started();
  expect(await hover(each, train, "years")).toMatch(/users\.years.*Integral/s);
  expect(await hover(each, handler, "users")).toMatch(/users.*FeatureGroup.*Who buys/s);
  expect(await definitions(each, train, "spent")).toEqual(["groups.py:10:25"]);
  expect(await definitions(each, handler, "spent")).toEqual(["groups.py:10:25"]);
  expect(await definitions(each, handler, "users")).toEqual(["groups.py:3:22"]);
});

test("completion: of the group that is the base, and of the one in the same dict", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, '"spent"'), text: '""' }]);
  expect(await labels(each, train, '["years", "')).toEqual(["spent", "years"]);
  await each.change(handler, [{ range: each.find(handler, '"spent"'), text: '""' }]);
  expect(await labels(each, handler, '"FeatureNames": ["')).toEqual(["years", "spent"]);
  await each.change(handler, [{ range: each.find(handler, '"FeatureName": "spent", "ValueAsString": "spent"'), text: '"FeatureName": "", "ValueAsString": ""' }]);
  expect(await labels(each, handler, 'number}, {"FeatureName": "')).toEqual(["years", "spent"]);
  expect(await labels(each, handler, '"FeatureName": "", "ValueAsString": "')).toEqual([]);
  await each.change(handler, [{ range: each.find(handler, '"users"'), text: '""' }]);
  expect(await labels(each, handler, '"FeatureGroupName": "')).toEqual(["users"]);
});

test("references and rename: the definition, training and serving", async () => {
  const each = await started();
  const places = async (text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, groups, text), context: { includeDeclaration: true } }))
      .map(({ uri, range: { start } }) => `${uri.slice(10)}:${String(start.line)}`);
  expect((await places("spent")).filter((place) => place !== "train.py:5")).toEqual(["groups.py:10", "handler.py:7", "handler.py:12", "train.py:4"]);
  expect(await places("users")).toEqual(["groups.py:3", "handler.py:7", "handler.py:12", "train.py:3"]);
  // Files that change are refused for a moment.
  const rename = async (text: string, newName: string): Promise<void> => {
    await each.settled();
    await each.apply(await eventually(() =>
      each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, groups, text), newName }).then((edit) => edit ?? undefined, () => undefined)));
  };
  await rename("spent", "revenue");
  expect(each.text(groups)).toContain('{"FeatureName": "revenue", "FeatureType": "Fractional"}');
  expect(each.text(train)).toContain('included_feature_names=["years", "revenue"]');
  expect(each.text(handler)).toContain('"FeatureNames": ["revenue"]');
  expect(each.text(handler)).toContain('{"FeatureName": "revenue", "ValueAsString": ');
  await rename("users", "customers");
  expect(each.text(groups)).toContain('FeatureGroupName="customers"');
  expect(each.text(train)).toContain('FeatureGroup(name="customers"');
  expect(each.text(handler)).toContain('"FeatureGroupName": "customers"');
});
