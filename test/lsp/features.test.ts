/** Feature names over the wire: completion, definition and hover from a Feast repository of the workspace. */
import type { CompletionItem, CompletionList, LocationLink } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/serve.py";
const definitions = "file:///w/repo/features.py";
const repository = (field: string): string => `# é😀
from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data.parquet", timestamp_field="t")
driver_stats = FeatureView(
    name="driver_stats", entities=[driver], source=source,
    schema=[Field(name="${field}", dtype=Float32, description="How often it converts.")],
)
`;
const serve = (reference: string): string => `from feast import FeatureStore
store = FeatureStore(repo_path="repo")
s = "é😀"; rows = store.get_online_features(features=["${reference}"], entity_rows=[])
`;
let client: LspClient | undefined;

async function started(profile: Profile, files = filesWith("conv_rate")): Promise<LspClient> {
  client = toyClient(profile, files);
  await client.initialize(["file:///w"]);
  await client.settled();
  return client;
}

function filesWith(field: string): Map<string, string> {
  return new Map([["file:///w/repo/feature_store.yaml", "project: p\nprovider: local\n"], [definitions, repository(field)]]);
}

/** Items at the end of the first occurrence. */
async function complete(client: LspClient, after: string): Promise<readonly CompletionItem[]> {
  const answer = await client.connection.sendRequest<CompletionList | CompletionItem[] | null>("textDocument/completion", {
    textDocument: { uri }, position: client.find(uri, after).end,
  });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

const labelled = (label: string) => async (client: LspClient, after: string): Promise<CompletionItem> =>
  eventually(async () => (await complete(client, after)).find((item) => item.label === label));

async function accept(client: LspClient, item: CompletionItem): Promise<void> {
  const edit = item.textEdit;
  if (!edit || !("range" in edit)) throw new Error(`${item.label} has no edit`);
  await client.change(uri, [{ range: edit.range, text: edit.newText }]);
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test.each([
  ["rich", vscodeProfile],
  ["plain", plainProfile],
  ["UTF-8", { ...plainProfile, encodings: ["utf-8"] } satisfies Profile],
] as const)("a view is completed, then its feature, %s", async (_, profile) => {
  const client = await started(profile);
  await client.open(uri, serve("driv"));
  await accept(client, await labelled("driver_stats")(client, '["driv'));
  expect(client.text(uri)).toBe(serve("driver_stats:"));
  const feature = await labelled("conv_rate")(client, "driver_stats:");
  expect(profile.rich ? feature.labelDetails?.description : feature.detail).toBe("Float32");
  await accept(client, feature);
  expect(client.text(uri)).toBe(serve("driver_stats:conv_rate"));
});

test("definition and hover lead to the Field in the repository", async () => {
  const client = await started(vscodeProfile);
  await client.open(uri, serve("driver_stats:conv_rate"));
  const position = client.find(uri, "conv_rate").start;
  const links = await eventually(async () =>
    (await client.connection.sendRequest<LocationLink[] | null>("textDocument/definition", { textDocument: { uri }, position })) ?? undefined);
  expect(links[0]?.targetUri).toBe(definitions);
  await client.open(definitions, repository("conv_rate"));
  expect(links.map(({ targetSelectionRange }) => client.textIn(definitions, targetSelectionRange))).toEqual(["conv_rate"]);
  const hover = await client.hover(uri, "conv_rate");
  expect((hover?.contents as { value: string }).value).toContain("How often it converts.");
});

test("definitions that are edited, unsaved or on disk, are completed as they are now", async () => {
  const files = filesWith("conv_rate");
  const client = await started(plainProfile, files);
  await client.open(uri, serve("driver_stats:"));
  await labelled("conv_rate")(client, "driver_stats:");

  await client.open(definitions, repository("conv_rate"));
  await client.edit(definitions, "conv_rate", "open_rate");
  await labelled("open_rate")(client, "driver_stats:");
  await client.close(definitions);
  await labelled("conv_rate")(client, "driver_stats:");

  files.set(definitions, repository("disk_rate"));
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: definitions, type: 2 }] });
  await labelled("disk_rate")(client, "driver_stats:");
});

test("nothing is offered outside feature names", async () => {
  const client = await started(plainProfile);
  await client.open(uri, 'print("driver_stats")\nx = 1\n');
  expect(await complete(client, "x = 1")).toEqual([]);
});
