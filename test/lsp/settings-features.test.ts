/** What the settings say of Feast over the wire: functions of libraries that take references, and lists of them in YAML and JSON. */
import { type Diagnostic, type LocationLink, type WorkspaceEdit } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { eventually, vscodeProfile, type LspClient } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";
import { at, hover, labels } from "./questions.ts";

const definitions = "file:///w/repo/features.py";
const settings = "file:///w/seaworthy.toml";
const train = "file:///w/train.py";
const yaml = "file:///w/config/model.yaml";
const json = "file:///w/config/serving.json";

const workspace = (): Map<string, string> => new Map([
  ["file:///w/repo/feature_store.yaml", "project: drivers\nregistry: data/registry.db\n"],
  [definitions, `from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data.parquet", timestamp_field="t")
stats = FeatureView(
    name="driver_stats", entities=[driver], source=source,
    schema=[Field(name="conv_rate", dtype=Float32, description="Share of trips"), Field(name="acc_rate", dtype=Float32)],
)
activity = FeatureService(name="activity", features=[stats])
`],
  [settings, `[[features.calls]]
function = "featurelib.load"
argument = "names"
position = 0
role = "training"

[[features.calls]]
function = "featurelib.client.Client.for_model"
argument = "service"
takes = "service"
role = "serving"

[[features.references]]
files = ["config/*.yaml", "config/*.json"]
path = "model.features[*]"
role = "serving"
`],
  [train, `from featurelib import load
from featurelib.client import Client

VIEW = "driver_stats"
frame = load(["driver_stats:conv_rate", f"{VIEW}:acc_rat"])
again = load(names="driver_stats:acc_rate")
Client().for_model(service="activty")
Client().for_model(service="activity")
other(["driver_stats:acc_rat"])
`],
  [yaml, "model:\n  features:\n    - driver_stats:conv_rate\n    - driver_stats:conv_rat\n"],
  [json, '{"model": {"features": ["driver_stats:conv_rate", "driver_stat:acc_rate"]}}\n'],
]);

let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function started(files = workspace()): Promise<LspClient> {
  const made = toyClient({ ...vscodeProfile, previews: true, files }, files, rules.filter(({ name }) => name === "unknown-feature"));
  client = made;
  await made.initialize(["file:///w"]);
  await made.open(train, files.get(train) ?? "");
  await made.settled();
  await eventually(async () => ((await hover(made, train, "conv_rate")) ?? undefined));
  return made;
}

function textOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

test("arguments of a library's function are linked, completed and checked", async () => {
  const each = await started();
  expect(await hover(each, train, "conv_rate")).toMatch(/driver_stats:conv_rate.*Float32.*Share of trips/s);
  const [link] = (await each.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(each, train, "conv_rate"))) ?? [];
  expect(link?.targetUri).toBe(definitions);
  expect((await each.diagnostics(train, (shown) => shown.length === 2)).map(textOf)).toEqual([
    '"driver_stats" has no feature "acc_rat" (did you mean "acc_rate"?)', 'No feature service "activty" (did you mean "activity"?)',
  ]);
  await each.change(train, [{ range: each.find(train, '"driver_stats:acc_rate"'), text: '"driver_stats:' }]);
  expect(await labels(each, train, 'names="driver_stats:')).toEqual(["conv_rate", "acc_rate"]);
});

test("without the settings the function is nobody's, and what they say holds as soon as they are saved", async () => {
  const files = workspace();
  const said = files.get(settings) ?? "";
  files.set(settings, "");
  const each = await started(files);
  expect(await each.diagnostics(train)).toEqual([]);
  files.set(settings, said);
  await each.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: settings, type: 2 }] });
  await each.settled();
  expect(await each.diagnostics(train, (shown) => shown.length === 2)).toHaveLength(2);
});

test("a rename goes through definitions, calls that the settings name, and lists", async () => {
  const files = workspace();
  files.set(train, (files.get(train) ?? "").replace("acc_rat\"])\nagain", "acc_rate\"])\nagain"));
  const each = await started(files);
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, train, "conv_rate"), newName: "rate" });
  await each.apply(edit ?? {});
  expect(each.text(train)).toContain('"driver_stats:rate"');
  expect(each.created.get(definitions)).toContain('Field(name="rate"');
  expect(each.created.get(yaml)).toContain("- driver_stats:rate\n");
  expect(each.created.get(json)).toContain('["driver_stats:rate",');
});

test("lists in YAML and JSON are checked and lead to definitions", async () => {
  const files = workspace();
  const each = await started(files);
  expect((await each.diagnostics(yaml, (shown) => shown.length === 1)).map(textOf)).toEqual(['"driver_stats" has no feature "conv_rat" (did you mean "conv_rate"?)']);
  expect((await each.diagnostics(json, (shown) => shown.length === 1)).map(textOf)).toEqual(['No feature view "driver_stat" (did you mean "driver_stats"?)']);
  await each.open(yaml, files.get(yaml) ?? "");
  const [link] = (await each.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(each, yaml, "conv_rate"))) ?? [];
  expect([link?.targetUri, link && (files.get(definitions) ?? "").split("\n")[link.targetSelectionRange.start.line]?.includes('"conv_rate"')]).toEqual([definitions, true]);
});
