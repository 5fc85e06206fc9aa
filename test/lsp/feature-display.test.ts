/** What the editor shows about features beside the text: code lenses, symbols of the workspace, links, hints, the tree. */
import type { CodeLens, DocumentLink, InlayHint, WorkspaceSymbol } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { DescribeFeature, FeaturesChanged, InsertFeature, ListFeatures, ShowFeature, type FeatureDetails, type FeatureNode } from "../../server/protocol.ts";
import { toyClient } from "./toy-server.ts";

const definitions = "file:///w/repo/features.py";
const serve = "file:///w/serve.py";
const repository = `from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data.parquet", timestamp_field="t")
stats = FeatureView(
    name="driver_stats", entities=[driver], source=source, owner="fleet@example.com", tags={"team": "fleet"},
    schema=[
        Field(name="conv_rate", dtype=Float32, description="How often it converts."),
        Field(name="acc_rate", dtype=Float32),
        Field(name="unused", dtype=Float32),
        Field(name="zone_a", dtype=Float32),
    ],
)
activity = FeatureService(name="activity", features=[stats[["conv_rate"]]])
`;
const serveText = `from feast import FeatureStore
import sys
store = FeatureStore("repo")
rows = store.get_online_features(features=["driver_stats:conv_rate"], entity_rows=[])
more = store.get_online_features(features=[f"driver_stats:zone_{sys.argv[1]}"], entity_rows=[])
`;
const train = `from feast import FeatureStore
store = FeatureStore("repo")
first = store.get_historical_features(entity_df=None, features=["driver_stats:conv_rate", "driver_stats:acc_rate"])
second = store.get_historical_features(entity_df=None, features=store.get_feature_service("activity"))
`;
const files = new Map([
  ["file:///w/repo/feature_store.yaml", "project: drivers\nprovider: local\n"], [definitions, repository], [serve, serveText],
  ["file:///w/train.py", train], ["file:///w/retrain.py", train.replace(/first.*\n/, "")],
]);
let client: LspClient | undefined;

async function started(profile: Profile, options: object = {}): Promise<LspClient> {
  client = toyClient(profile, files);
  await client.initialize(["file:///w"], options);
  await client.open(definitions, repository);
  await client.open(serve, serveText);
  await client.settled();
  return client;
}

function ask<Answer>(method: string, params: object): Promise<Answer> {
  if (!client) throw new Error("no client");
  return client.connection.sendRequest<Answer>(method, params);
}

const withFeatures = (features: object): Profile => ({ ...vscodeProfile, settings: { "seaworthy.features": features } });

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test("code lenses count scripts in which a definition is used, when they come into view", async () => {
  const client = await started(vscodeProfile, { commands: ["seaworthy.showFeatureUses"] });
  const lenses = await ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: definitions } });
  expect(lenses.every(({ command }) => command === undefined)).toBe(true);
  const shown = new Map<string, CodeLens>();
  for (const lens of lenses) shown.set(client.textIn(definitions, lens.range), await ask<CodeLens>("codeLens/resolve", lens));
  expect([...shown].map(([name, { command }]) => `${name}: ${command?.title ?? ""}`)).toEqual([
    "driver_stats: 2 training, 1 serving, 1 service",
    "conv_rate: 2 training, 1 serving, 1 service", "acc_rate: 1 training", "unused: no use found", "zone_a: possibly used",
    "activity: 2 training",
  ]);
  expect(shown.get("conv_rate")?.command).toMatchObject({ command: "seaworthy.showFeatureUses", arguments: [definitions, {}, [{ uri: definitions }, { uri: serve }, { uri: "file:///w/train.py" }]] });
  expect(shown.get("unused")?.command?.command).toBe("");
});

test("code lenses can be switched off, and stand on definitions only", async () => {
  await started(withFeatures({ codeLens: false }));
  expect(await ask("textDocument/codeLens", { textDocument: { uri: definitions } })).toBeNull();
  await client?.stop();
  await started(plainProfile);
  expect(await ask("textDocument/codeLens", { textDocument: { uri: serve } })).toBeNull();
});

test("features, views and services are symbols of the workspace", async () => {
  const client = await started(vscodeProfile);
  const named = async (query: string): Promise<readonly string[]> =>
    (await ask<(WorkspaceSymbol & { location: { range: never } })[]>("workspace/symbol", { query })).map(({ name, containerName, location }) =>
      `${containerName ?? ""} / ${name} = ${client.textIn(location.uri, location.range)}`);
  expect(await named("stats:rate")).toEqual(["drivers › driver_stats / conv_rate = conv_rate", "drivers › driver_stats / acc_rate = acc_rate"]);
  expect(await named("activity")).toEqual(["drivers / activity = activity"]);
  expect(await named("nothing like that")).toEqual([]);
});

test("names link to the Feast UI when its address is known", async () => {
  await started(vscodeProfile);
  expect(await ask("textDocument/documentLink", { textDocument: { uri: serve } })).toBeNull();
  await client?.stop();
  const shown = await started(withFeatures({ uiAddress: "http://localhost:8888/" }));
  const links = async (uri: string): Promise<readonly string[]> =>
    (await ask<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } })).map(({ range, target }) => `${shown.textIn(uri, range)} ${target ?? ""}`);
  expect(await links(serve)).toEqual([
    "driver_stats http://localhost:8888/p/drivers/feature-view/driver_stats",
    "conv_rate http://localhost:8888/p/drivers/feature-view/driver_stats/feature/conv_rate",
  ]);
  expect(await links(definitions)).toContain("activity http://localhost:8888/p/drivers/feature-service/activity");
});

test("types stand beside references when that is wanted", async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  await started(vscodeProfile);
  expect(await ask("textDocument/inlayHint", { textDocument: { uri: serve }, range })).toBeNull();
  await client?.stop();
  const shown = await started(withFeatures({ inlayHints: true }));
  const hints = await ask<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri: serve }, range });
  expect(hints.map(({ label, position }) => [label, position])).toEqual([[": Float32", shown.find(serve, '"], entity_rows').start.character + 1].map((each) =>
    (typeof each === "string" ? each : { line: 3, character: each }))]);
  expect(await ask("textDocument/inlayHint", { textDocument: { uri: serve }, range: { ...range, end: { line: 2, character: 0 } } })).toEqual([]);
});

test("a tree by project, view and feature, searched by name, description, owner and tag", async () => {
  const client = await started(vscodeProfile);
  const lines = (nodes: readonly FeatureNode[], indent = ""): readonly string[] => nodes.flatMap(({ kind, label, detail, children }) =>
    [`${indent}${kind} ${label} ${detail}`.trimEnd(), ...lines(children, `${indent}  `)]);
  const tree = (query: string): Promise<readonly FeatureNode[]> => ask(ListFeatures.method, { query });
  const whole = await tree("");
  expect(lines(whole)).toEqual([
    "project drivers", "  view driver_stats driver", "    feature conv_rate Float32", "    feature acc_rate Float32", "    feature unused Float32",
    "    feature zone_a Float32", "  service activity service",
  ]);
  expect(lines(await tree("CONVERTS often"))).toEqual(["project drivers", "  view driver_stats driver", "    feature conv_rate Float32"]);
  expect(lines(await tree("fleet@example.com"))).toHaveLength(6);
  expect(lines(await tree("team fleet acc"))).toEqual(["project drivers", "  view driver_stats driver", "    feature acc_rate Float32"]);
  expect(await tree("nothing")).toEqual([]);
  const feature = whole[0]?.children[0]?.children[0];
  expect([feature?.reference, client.textIn(definitions, feature?.location?.range ?? client.find(serve, "import"))]).toEqual(["driver_stats:conv_rate", "conv_rate"]);
  const described = await ask<{ markdown: string } | null>(DescribeFeature.method, { id: feature?.id });
  expect(described?.markdown).toContain("How often it converts.");
  expect(described?.markdown).toContain("fleet@example.com");
  expect(await ask(DescribeFeature.method, { id: "gone" })).toBeNull();
});

test("a client that shows the tree is told when it changes", async () => {
  let told = 0;
  client = toyClient(vscodeProfile, files);
  client.connection.onNotification(FeaturesChanged.method, () => { told += 1; });
  await client.initialize(["file:///w"], { features: true });
  await client.open(definitions, repository);
  await eventually(() => told > 0 || undefined);
  told = 0;
  await client.edit(definitions, 'name="unused"', 'name="renamed"');
  await eventually(() => told > 0 || undefined);
  const [project] = await ask<readonly FeatureNode[]>(ListFeatures.method, { query: "renamed" });
  expect(project?.children[0]?.children.map(({ label }) => label)).toEqual(["renamed"]);
});

test("a feature's details are asked for by its node and by its place in code", async () => {
  const client = await started(vscodeProfile);
  const id = JSON.stringify(["feature", "file:///w/repo", "driver_stats", "conv_rate"]);
  const details = await ask<FeatureDetails | null>(ShowFeature.method, { id });
  expect(details).toMatchObject({
    id, kind: "feature", reference: "driver_stats:conv_rate", type: "Float32", description: "How often it converts.", registry: null, deprecated: null,
    standing: { kind: "code", text: null, differences: [] }, tags: [{ key: "team", value: "fleet" }],
    usage: { text: "2 training, 1 serving, 1 service", possibly: [] },
  });
  expect(details?.usage.serving.map(({ uri, range }) => `${uri} ${client.textIn(serve, range)}`)).toEqual([`${serve} conv_rate`]);
  expect(client.textIn(definitions, details?.location?.range ?? client.find(serve, "import"))).toBe("conv_rate");
  const label = (node: string): string => details?.lineage.nodes.find((each) => each.id === node)?.label ?? "?";
  expect(details?.lineage.edges.map(({ from, to }) => `${label(from)} > ${label(to)}`).sort()).toEqual([
    "activity > retrain.py", "activity > train.py", "conv_rate > activity", "conv_rate > serve.py", "conv_rate > train.py", "driver_stats > conv_rate", "s > driver_stats",
  ]);
  const service = details?.lineage.nodes.find(({ kind }) => kind === "service");
  expect(await ask<FeatureDetails | null>(ShowFeature.method, { id: service?.feature })).toMatchObject({ kind: "service", label: "activity" });
  expect(await ask<FeatureDetails | null>(ShowFeature.method, { uri: serve, position: client.find(serve, "conv_rate").start })).toEqual(details);
  expect(await ask(ShowFeature.method, { uri: serve, position: client.find(serve, "import").start })).toBeNull();
  expect(await ask(ShowFeature.method, { id: "gone" })).toBeNull();
});

test("a reference is inserted as the code at the cursor wants it", async () => {
  const client = await started(vscodeProfile);
  const { start } = client.find(serve, '"driver_stats:conv_rate"');
  expect(await ask(InsertFeature.method, { uri: serve, position: start, reference: "driver_stats:acc_rate" })).toEqual({ range: { start, end: start }, text: '"driver_stats:acc_rate", ' });
  expect(await ask(InsertFeature.method, { uri: "file:///w/readme.md", position: start, reference: "x" })).toBeNull();
});
