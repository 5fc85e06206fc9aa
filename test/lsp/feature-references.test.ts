/** Find references of features over the wire: scripts, notebooks, open and on the disk. */
import type { Location } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const definitions = "file:///w/repo/features.py";
const serve = "file:///w/serve.py";
const repository = `from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data.parquet", timestamp_field="t")
stats = FeatureView(
    name="driver_stats", entities=[driver], source=source,
    schema=[Field(name="conv_rate", dtype=Float32), Field(name="acc_rate", dtype=Float32)],
)
activity = FeatureService(name="activity", features=[stats[["conv_rate"]]])
`;
const names = `VIEW = "driver_stats"\nFEATURES = [VIEW + ":conv_rate", "driver_stats:acc_rate"]\n`;
const train = `from feast import FeatureStore
from names import FEATURES
store = FeatureStore("repo")
frame = store.get_historical_features(entity_df=None, features=FEATURES).to_df()
print(frame["conv_rate"])
`;
const serveText = `from feast import FeatureStore
store = FeatureStore("repo")
rows = store.get_online_features(features=["driver_stats:conv_rate"], entity_rows=[])
`;
const notebook = JSON.stringify({
  cells: [{ cell_type: "code", id: "a", metadata: {}, outputs: [], execution_count: null, source: ["from feast import FeatureStore\n", 'FeatureStore("repo").get_online_features(["driver_stats:conv_rate"], [])'] }],
  metadata: {}, nbformat: 4, nbformat_minor: 5,
}, undefined, 1);

function workspace(): Map<string, string> {
  return new Map([
    ["file:///w/repo/feature_store.yaml", "project: p\nprovider: local\n"], [definitions, repository],
    ["file:///w/names.py", names], ["file:///w/train.py", train], ["file:///w/look.ipynb", notebook], [serve, serveText],
    ["file:///w/other.py", 'print("driver_stats:x", "conv_rate")\n'],
  ]);
}

let client: LspClient | undefined;
const files = workspace();

async function started(profile: Profile, disk = files): Promise<LspClient> {
  client = toyClient(profile, disk);
  await client.initialize(["file:///w"]);
  await client.settled();
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** `file: text of the line with the reference in brackets`. */
async function references(each: LspClient, uri: string, text: string, includeDeclaration: boolean, disk = files): Promise<readonly string[]> {
  const position = each.find(uri, text).start;
  const found = await eventually(async () =>
    (await each.connection.sendRequest<Location[] | null>("textDocument/references", { textDocument: { uri }, position, context: { includeDeclaration } })) ?? undefined);
  return found.map(({ uri: at, range: { start, end } }) => {
    const line = (each.texts.get(at)?.text ?? disk.get(at) ?? "").split("\n")[start.line] ?? "";
    return `${at.slice(10)}: ${line.slice(0, start.character).trim()}[${line.slice(start.character, end.character)}]`;
  });
}

const uses = [
  "look.ipynb: \"FeatureStore(\\\"repo\\\").get_online_features([\\\"driver_stats:[conv_rate]",
  "names.py: FEATURES = [VIEW + \":[conv_rate]",
  "repo/features.py: activity = FeatureService(name=\"activity\", features=[stats[[\"[conv_rate]",
  "serve.py: rows = store.get_online_features(features=[\"driver_stats:[conv_rate]",
  "train.py: print(frame[\"[conv_rate]",
];

test.each([["rich", vscodeProfile], ["plain", plainProfile]] as const)("of a feature, from a reference and from its definition, %s", async (_, profile) => {
  const client = await started(profile);
  await client.open(serve, serveText);
  expect(await references(client, serve, "conv_rate", false)).toEqual(uses);
  await client.open(definitions, repository);
  const withDefinition = await references(client, definitions, "conv_rate", true);
  expect(withDefinition).toEqual([...uses.slice(0, 2), "repo/features.py: schema=[Field(name=\"[conv_rate]", ...uses.slice(2)]);
});

test("of a view and of a service", async () => {
  const client = await started(vscodeProfile);
  await client.open(definitions, repository);
  expect(await references(client, definitions, "driver_stats", false)).toEqual([
    "look.ipynb: \"FeatureStore(\\\"repo\\\").get_online_features([\\\"[driver_stats]", "names.py: VIEW = \"[driver_stats]",
    "names.py: FEATURES = [VIEW + \":conv_rate\", \"[driver_stats]", "serve.py: rows = store.get_online_features(features=[\"[driver_stats]",
  ]);
  expect(await references(client, definitions, 'activity"', true)).toEqual(["repo/features.py: activity = FeatureService(name=\"[activity]"]);
});

test("unsaved texts and changed files count", async () => {
  const disk = workspace();
  const client = await started(vscodeProfile, disk);
  await client.open(serve, serveText);
  expect(await references(client, serve, "conv_rate", false, disk)).toHaveLength(5);
  await client.open("file:///w/names.py", names);
  await client.edit("file:///w/names.py", ":conv_rate", ":acc_rate");
  expect(await references(client, serve, "conv_rate", false, disk)).toEqual([uses[0], uses[2], uses[3]]);
  disk.set("file:///w/new.py", serveText);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///w/new.py", type: 1 }] });
  expect(await references(client, serve, "conv_rate", false, disk)).toContain("new.py: rows = store.get_online_features(features=[\"driver_stats:[conv_rate]");
});

test("a repository that is made later", async () => {
  const disk = workspace();
  disk.delete("file:///w/repo/feature_store.yaml");
  const client = await started(vscodeProfile, disk);
  await client.open(definitions, repository);
  const position = client.find(definitions, "conv_rate").start;
  const ask = (): Promise<Location[] | null> => client.connection.sendRequest("textDocument/references", { textDocument: { uri: definitions }, position, context: { includeDeclaration: false } });
  expect(await ask()).toBeNull();
  disk.set("file:///w/repo/feature_store.yaml", "project: p\nprovider: local\n");
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///w/repo/feature_store.yaml", type: 1 }] });
  expect(await eventually(async () => (await ask()) ?? undefined)).toHaveLength(5);
});

test("nothing where no feature stands", async () => {
  const client = await started(plainProfile);
  await client.open(serve, serveText);
  const position = client.find(serve, "store").start;
  expect(await client.connection.sendRequest("textDocument/references", { textDocument: { uri: serve }, position, context: { includeDeclaration: true } })).toBeNull();
});
