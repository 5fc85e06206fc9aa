/** What is served in the editor is held against what models are trained on anywhere in the workspace, open or not. */
import type { Diagnostic } from "vscode-languageserver";
import { afterEach, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { notebook } from "../cli/run-cli.ts";
import { toyClient } from "./toy-server.ts";

const folder = "file:///w";
const serveUri = `${folder}/serve.py`;
const trainUri = `${folder}/train.py`;
const definitions = `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
stats = FeatureView(name="stats", entities=[driver], schema=[Field(name=each, dtype=Float32) for each in ("a", "b", "c")], source=source)
`;
const train = (...features: readonly string[]): string => `from feast import FeatureStore
from sklearn.linear_model import LinearRegression
import joblib

frame = FeatureStore(repo_path="feature_repo").get_historical_features("SELECT * FROM t", ${JSON.stringify(features)}).to_df()
joblib.dump(LinearRegression().fit(frame, frame.index), "model.joblib")
`;
const serve = (...features: readonly string[]): string => `import joblib
from feast import FeatureStore

model = joblib.load("model.joblib")
print(model.predict(FeatureStore(repo_path="feature_repo").get_online_features(${JSON.stringify(features)}, [{"driver_id": 1}]).to_df()))
`;
let client: LspClient | undefined;

async function started(profile: Profile, files: Map<string, string>): Promise<LspClient> {
  files.set(`${folder}/feature_repo/feature_store.yaml`, "project: drivers\nregistry: data/registry.db\n");
  files.set(`${folder}/feature_repo/definitions.py`, definitions);
  client = toyClient(profile, files, rules.filter(({ name }) => name === "training-serving-mismatch"));
  await client.initialize([folder]);
  await client.settled();
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const shown = (from: LspClient, uri: string, wanted: number): Promise<readonly Diagnostic[]> => eventually(async () => {
  const found = await from.diagnostics(uri, (each) => each.length === wanted);
  return found.length === wanted ? found : undefined;
});
const changedOnDisk = (from: LspClient, uri: string, type: 1 | 2 | 3): Promise<void> => from.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });

describe.each([["pull", vscodeProfile], ["push", plainProfile]] as const)("%s", (_, profile) => {
  test("a file that is not open", async () => {
    const files = new Map([[trainUri, train("stats:a", "stats:b")]]);
    const editor = await started(profile, files);
    await editor.open(serveUri, serve("stats:a"));
    const found = await shown(editor, serveUri, 1);
    expect(found[0]?.message).toBe('Served without "stats:b", which the model is trained on');
    if (profile === vscodeProfile) expect(found[0]?.relatedInformation?.some(({ location }) => location.uri === trainUri)).toBe(true);

    // It changes on the disk, is opened and edited, and closed without being saved.
    files.set(trainUri, train("stats:a"));
    await changedOnDisk(editor, trainUri, 2);
    await shown(editor, serveUri, 0);
    await editor.open(trainUri, train("stats:a"));
    await editor.edit(trainUri, '"stats:a"', '"stats:a", "stats:b"');
    await shown(editor, serveUri, 1);
    await editor.close(trainUri);
    await shown(editor, serveUri, 0);
    files.delete(trainUri);
    files.set(`${folder}/other.py`, train("stats:a", "stats:b"));
    await changedOnDisk(editor, trainUri, 3);
    await changedOnDisk(editor, `${folder}/other.py`, 1);
    await shown(editor, serveUri, 1);
  }, 30_000);

  test("an edit where it is served", async () => {
    const editor = await started(profile, new Map([[trainUri, train("stats:a", "stats:b")]]));
    await editor.open(serveUri, serve("stats:a", "stats:b"));
    await shown(editor, serveUri, 0);
    await editor.edit(serveUri, ',"stats:b"', "");
    await shown(editor, serveUri, 1);
  }, 30_000);
});

test("a notebook that is not open is pointed at in its file", async () => {
  const uri = `${folder}/train.ipynb`;
  const text = notebook({ markdown: "# Training" }, train("stats:a", "stats:b"));
  const editor = await started(vscodeProfile, new Map([[uri, text]]));
  await editor.open(serveUri, serve("stats:a"));
  const found = await shown(editor, serveUri, 1);
  const at = found[0]?.relatedInformation?.find(({ location }) => location.uri === uri)?.location.range;
  const line = text.split("\n")[at?.start.line ?? -1] ?? "";
  expect(line).toContain("get_historical_features");
}, 30_000);

test("a file that the settings exclude counts for nothing, until they do no more", async () => {
  const old = `${folder}/old/train.py`;
  const settings = `${folder}/seaworthy.toml`;
  const files = new Map([[trainUri, train("stats:a")], [old, train("stats:a", "stats:b")], [settings, 'exclude = ["old"]\n']]);
  const editor = await started(vscodeProfile, files);
  await editor.open(serveUri, serve("stats:a", "stats:b"));
  const found = await shown(editor, serveUri, 1);
  expect(found[0]?.message).toContain("stats:b");
  files.set(settings, "");
  await changedOnDisk(editor, settings, 2);
  await shown(editor, serveUri, 0);
}, 30_000);

test("nothing is looked for before a document asks", async () => {
  const reads: string[] = [];
  const files = new Map([[trainUri, train("stats:a", "stats:b")]]);
  const get = files.get.bind(files);
  files.get = (key) => { reads.push(key); return get(key); };
  const editor = await started(vscodeProfile, files);
  await editor.open(`${folder}/plain.py`, "x = 1\n");
  await shown(editor, `${folder}/plain.py`, 0);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const before = reads.filter((uri) => uri === trainUri).length;
  await editor.open(serveUri, serve("stats:a"));
  await shown(editor, serveUri, 1);
  expect(reads.filter((uri) => uri === trainUri).length).toBeGreaterThan(before);
}, 30_000);
