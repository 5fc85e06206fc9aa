/** promote-to-feature over the protocol: other files of the workspace are read, one that is open counts as it is open. */
import { CodeActionTriggerKind } from "vscode-languageserver";
import { afterEach, expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver/node";
import { Refactor, type RefactorAnswer } from "../../server/protocol.ts";
import { vscodeProfile, type LspClient } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const [train, serve, views] = ["file:///w/train.py", "file:///w/serve.py", "file:///w/repo/views.py"];
const trainText = `from feast import FeatureStore

store = FeatureStore("repo")
frame = store.get_historical_features(entity_df="SELECT 1", features=["trips:fare", "trips:rides"]).to_df()
frame["x"] = frame["fare"] / frame["rides"]
frame["y"] = frame["fare"].mean()
plain = {}
plain["z"] = 1
`;
const serveText = `from feast import FeatureStore

store = FeatureStore("repo")
row = store.get_online_features(features=["trips:fare", "trips:rides"], entity_rows=[{"driver_id": 1}]).to_df()
row["x"] = 0
`;
const files = new Map([
  ["file:///w/repo/feature_store.yaml", "project: taxi\n"],
  [views, `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
trips = FeatureView(
    name="trips",
    entities=[driver],
    schema=[Field(name="fare", dtype=Float64), Field(name="rides", dtype=Int64)],
    source=FileSource(path="trips.parquet", timestamp_field="at"),
)
`],
  [train, trainText], [serve, serveText],
]);
let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function opened(): Promise<LspClient> {
  client = toyClient(vscodeProfile, files);
  await client.initialize(["file:///w"], { commands: ["seaworthy.applyRefactoring"] });
  await client.open(train, trainText);
  await client.settled();
  return client;
}

function promoted(client: LspClient, text: string): Promise<RefactorAnswer | null> {
  return client.connection.sendRequest<RefactorAnswer | null>(Refactor.method, { uri: train, name: "promote-to-feature", selection: [{ uri: train, range: client.find(train, text) }] });
}

test("is offered on a column of a frame that was just retrieved, and nowhere else", async () => {
  const client = await opened();
  const titles = async (text: string): Promise<readonly string[]> => {
    const { start } = client.find(train, text);
    const actions = await client.codeActions(train, { start, end: start }, { triggerKind: CodeActionTriggerKind.Invoked });
    return actions.map(({ title }) => title).filter((title) => title.includes("a feature of the store"));
  };
  expect(await titles('frame["x"]')).toEqual(["Make x a feature of the store"]);
  // In between the frame is used already.
  expect(await titles('frame["y"]')).toEqual([]);
  expect(await titles('plain["z"]')).toEqual([]);
  expect(await titles("frame = store")).toEqual([]);
});

test("changes the script, the repository, and another script as it stands in the editor", async () => {
  const client = await opened();
  await client.open(serve, serveText.replace('row["x"] = 0', 'row["x"] = row["fare"] / row["rides"]'));
  const answer = await promoted(client, 'frame["x"] = frame["fare"]');
  if (answer?.kind !== "change") throw new Error(JSON.stringify(answer));
  const { documentChanges } = answer.edit as { readonly documentChanges: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[] };
  const texts = new Map(documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits.map(({ newText }) => newText).join("\n")]));
  expect([...texts.keys()].sort()).toEqual([views, serve, train].sort());
  expect(texts.get(views)).toContain("def x_on_demand(inputs: pd.DataFrame) -> pd.DataFrame:");
  for (const uri of [train, serve]) expect(texts.get(uri)).toContain('"x_on_demand:x"');
  expect(answer.left).toEqual(["apply the repository: feast -c repo apply"]);
});

test("names a script that computes it in another way, and is refused with the reason", async () => {
  const client = await opened();
  expect((await promoted(client, 'frame["x"] = frame["fare"]')) as { left?: readonly string[] }).toMatchObject({
    left: ["apply the repository: feast -c repo apply", "serve.py computes x as well and stays as it is: it reads no column"],
  });
  expect(await promoted(client, 'frame["y"]')).toMatchObject({ kind: "refused", reason: "frame is used in line 5, between the retrieval and this; it would have the column there already" });
});
