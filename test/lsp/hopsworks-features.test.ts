/** Feature groups of Hopsworks over the wire: a pipeline that writes them, one that selects from them. */
import type { CodeLens, Location, WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { eventually, type LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const features = "file:///w/features.py";
const train = "file:///w/train.py";
const serve = "file:///w/serve.py";

const workspace = (): Map<string, string> => new Map([
  [features, `import hopsworks
from hsfs.feature import Feature

fs = hopsworks.login().get_feature_store()
cards = fs.get_or_create_feature_group(
    name="cards",
    version=1,
    description="Cards of a customer",
    primary_key=["number"],
    features=[
        Feature("number", type="bigint"),
        Feature("balance", type="double", description="In euros"),
        Feature("country", type="string"),
    ],
)
`],
  [train, `import hopsworks

fs = hopsworks.login().get_feature_store()
cards = fs.get_feature_group("cards", version=1)
query = cards.select(["balance", "country"]).filter((cards.balance > 0) & (cards["balance"] < 9) & (cards.version == 1))
view = fs.create_feature_view(name="fraud", version=1, query=query)
`],
  [serve, `import hopsworks

fs = hopsworks.login().get_feature_store()
view = fs.get_feature_view("fraud", version=1)
vector = view.get_feature_vector(entry={"number": 1})
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [train, features, serve], { uri: train, text: "balance" });

test("hover and definition: of what the object of a group selects, and of a feature view", async () => {
  const each = await started();
  expect(await hover(each, train, "balance")).toMatch(/cards\.balance.*double.*In euros/s);
  expect(await hover(each, serve, "fraud")).toMatch(/fraud/);
  expect(await definitions(each, train, "balance")).toEqual(["features.py:11:17"]);
  expect(await definitions(each, train, 'cards", version')).toEqual(["features.py:5:10"]);
  expect(await definitions(each, serve, "fraud")).toEqual(["train.py:5:36"]);
});

test("completion: groups, features of the group whose method is called, feature views", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, '"country"'), text: '""' }]);
  expect(await labels(each, train, '["balance", "')).toEqual(["country", "balance"]);
  await each.change(serve, [{ range: each.find(serve, "fraud"), text: "" }]);
  expect(await labels(each, serve, 'get_feature_view("')).toEqual(["fraud"]);
  await each.change(train, [{ range: each.find(train, '"cards"'), text: '""' }]);
  expect(await labels(each, train, 'get_feature_group("')).toEqual(["cards"]);
});

test("references and rename: of a feature, of a group, of a feature view", async () => {
  const each = await started();
  const places = async (uri: string, text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, uri, text), context: { includeDeclaration: true } }))
      .map(({ uri: where, range: { start } }) => `${where.slice(10)}:${String(start.line)}`);
  expect(await places(features, "balance")).toEqual(["features.py:11", "train.py:4", "train.py:4", "train.py:4"]);
  expect(await places(features, 'cards",')).toEqual(["features.py:5", "train.py:3"]);
  expect(await places(serve, "fraud")).toEqual(["serve.py:3", "train.py:5"]);
  // Files that change are refused for a moment.
  const rename = async (uri: string, text: string, newName: string): Promise<void> => {
    await each.settled();
    await each.apply(await eventually(() =>
      each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, uri, text), newName }).then((edit) => edit ?? undefined, () => undefined)));
  };
  await rename(features, "balance", "amount");
  expect(each.text(features)).toContain('Feature("amount", type="double"');
  expect(each.text(train)).toContain('select(["amount", "country"]).filter((cards.amount > 0) & (cards["amount"] < 9) & (cards.version == 1))');
  await rename(features, 'cards",', "bank_cards");
  expect(each.text(features)).toContain('name="bank_cards"');
  expect(each.text(train)).toContain('get_feature_group("bank_cards", version=1)');
  await rename(serve, "fraud", "fraud_online");
  expect(each.text(train)).toContain('name="fraud_online"');
  expect(each.text(serve)).toContain('get_feature_view("fraud_online", version=1)');
});

test("usage", async () => {
  const each = await started();
  const lenses = await each.connection.sendRequest<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: features } });
  const shown: CodeLens[] = [];
  for (const lens of lenses ?? []) shown.push(lens.command ? lens : await each.connection.sendRequest<CodeLens>("codeLens/resolve", lens));
  expect(shown.map(({ command, range }) => `${each.textIn(features, range)}: ${command?.title ?? ""}`)).toEqual(["cards: 1 training, 1 service", "balance: 1 training, 1 service", "country: 1 training, 1 service"]);
});
