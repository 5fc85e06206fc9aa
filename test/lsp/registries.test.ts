/** Registries in the editor: what a hover says of them, leave to ask servers, trouble in feature_store.yaml, files that change. */
import type { Diagnostic, Hover, LocationLink } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { HostError, type Network } from "../../server/host.ts";
import { eventually, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { answerOf, registryBytes } from "../store/registry-bytes.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/serve.py";
const yaml = "file:///w/repo/feature_store.yaml";
const registry = "file:///w/repo/data/registry.db";
const definitions = `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data.parquet", timestamp_field="t")
stats = FeatureView(
    name="stats", entities=[driver], source=source,
    schema=[Field(name="rate", dtype=Float32), Field(name="trips", dtype=Int64), Field(name="fresh", dtype=Int64)],
)
trips = FeatureView(name="trips", entities=[driver], source=source, schema=[Field(name="count", dtype=Int64)])
`;
const serve = `from feast import FeatureStore
store = FeatureStore(repo_path="repo")
rows = store.get_online_features(features=["stats:rate", "stats:trips", "stats:fresh", "trips:count", "old:x"], entity_rows=[])
`;
const applied = registryBytes({ views: ["stats[driver](rate trips)", "old[driver](x)"] });
const server = "project: drivers\nregistry: {registry_type: remote, path: 'feast:6570'}\n";
let client: LspClient | undefined;

function filesWith(config = "project: drivers\nregistry: data/registry.db\n", bytes = applied): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([[yaml, config], ["file:///w/repo/features.py", definitions], [registry, bytes]]);
}

async function started(files: Map<string, string | Uint8Array>, options: object = {}, profile: Profile = vscodeProfile, network?: Network): Promise<LspClient> {
  client = toyClient(profile, files, undefined, network ? { network } : {});
  await client.initialize(["file:///w"], options);
  await client.settled();
  await client.open(uri, serve);
  return client;
}

/** A registry server that counts how often it is asked. */
function answering(bytes: Uint8Array): Network & { asked: number } {
  const network = {
    asked: 0,
    get: () => Promise.reject(new Error("not asked")),
    call: (_: unknown, method: string) => {
      network.asked += 1;
      return Promise.resolve(answerOf(bytes, method));
    },
  };
  return network;
}

async function state(client: LspClient, of: string): Promise<string | undefined> {
  const hover: Hover | null = await client.hover(uri, of);
  return /^- State: (.*)$/m.exec((hover?.contents as { value: string } | undefined)?.value ?? "")?.[1];
}

/** Until it says this. */
const says = (client: LspClient, of: string, text: string): Promise<true> =>
  eventually(async () => ((await state(client, of))?.includes(text) === true ? true : undefined));

const trouble = (client: LspClient, until: (shown: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> =>
  eventually(() => {
    const shown = client.pushed.get(yaml)?.diagnostics;
    return Promise.resolve(shown && until(shown) ? shown : undefined);
  });

async function fileChanged(client: LspClient, changed: string): Promise<void> {
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: changed, type: 2 }] });
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test("a hover says who knows a feature, and as of when", async () => {
  const client = await started(filesWith());
  await says(client, "trips\"", "in code and applied; the view differs elsewhere (registry of 2026-01-01 00:00 UTC)");
  expect(await state(client, "rate")).toBe("differs from what was applied: dtype is Float32, applied Int64 (registry of 2026-01-01 00:00 UTC)");
  expect(await state(client, "fresh")).toBe("in code, not applied (registry of 2026-01-01 00:00 UTC)");
  expect(await state(client, "trips:count")).toBe("in code, not applied (registry of 2026-01-01 00:00 UTC)");
  expect(await state(client, "x\"")).toBe("only in the registry (of 2026-01-01 00:00 UTC)");
});

test("what only the registry knows has no definition to go to", async () => {
  const client = await started(filesWith());
  await says(client, "old", "only in the registry");
  const leadsTo = (of: string): Promise<LocationLink[] | null> =>
    client.connection.sendRequest("textDocument/definition", { textDocument: { uri }, position: client.find(uri, of).start });
  for (const of of ["old", "x\""]) expect((await leadsTo(of)) ?? []).toEqual([]);
  expect(await leadsTo("rate")).toHaveLength(1);
});

test("without a registry a hover says nothing of one", async () => {
  const client = await started(filesWith("project: drivers\n"));
  await eventually(async () => (await client.hover(uri, "rate")) ?? undefined);
  expect(await state(client, "rate")).toBeUndefined();
});

test("an apply is news at once", async () => {
  const files = filesWith();
  const client = await started(files);
  await says(client, "trips:count", "not applied");
  files.set(registry, registryBytes({ version: "v2", views: ["stats[driver](rate trips)", "trips[driver](count)"] }));
  await fileChanged(client, registry);
  await says(client, "trips:count", "in code and applied");
});

test("a registry that cannot be read is told where feature_store.yaml names it", async () => {
  const files = filesWith(undefined, applied.slice(0, 40));
  const client = await started(files);
  const [broken] = await trouble(client, (shown) => shown.length === 1);
  expect([broken?.severity, broken?.range]).toEqual([2, { start: { line: 1, character: 10 }, end: { line: 1, character: 26 } }]);
  expect(broken?.message).toMatch(/^The registry cannot be read: it ends, or is damaged/);

  files.set(registry, applied);
  await fileChanged(client, registry);
  expect(await trouble(client, (shown) => shown.length === 0)).toEqual([]);
  files.set(registry, applied.slice(0, 41));
  await fileChanged(client, registry);
  const [stale] = await trouble(client, (shown) => shown.length === 1);
  expect([stale?.severity, stale?.message]).toEqual([3, expect.stringMatching(/^What is shown of the registry was read just now: it ends/)]);
  // The last good snapshot stays.
  expect(await state(client, "old")).toMatch(/^only in the registry \(of 2026-01-01 00:00 UTC, read just now: /);
});

test("what Feast refuses in feature_store.yaml is told there", async () => {
  const client = await started(filesWith("project: drivers\nregistry: {registry_type: fast, path: a}\n"));
  const [refused] = await trouble(client, (shown) => shown.length === 1);
  expect([refused?.severity, refused?.range.start.line]).toEqual([1, 1]);
});

const allowing: Profile = { ...vscodeProfile, settings: { "seaworthy.features": { registryServers: true } } };

test.each([
  ["it is not switched on", vscodeProfile, { trusted: true }],
  ["the workspace is not trusted", allowing, { trusted: false }],
  ["the editor does not speak of trust", allowing, {}],
] as const)("no server is asked when %s", async (_, profile, options) => {
  const network = answering(applied);
  const client = await started(filesWith(server), options, profile, network);
  await eventually(async () => (await client.hover(uri, "rate")) ?? undefined);
  expect(await state(client, "rate")).toBeUndefined();
  expect(network.asked).toBe(0);
});

test("a server is asked where that is switched on, and once trust is given", async () => {
  const network = answering(applied);
  const client = await started(filesWith(server), { trusted: false }, allowing, network);
  await eventually(async () => (await client.hover(uri, "rate")) ?? undefined);
  expect(network.asked).toBe(0);
  await client.connection.sendNotification("seaworthy/trustChanged", { trusted: true });
  await says(client, "old", "only in the registry");
  expect(network.asked).toBeGreaterThan(0);
});

test("a setting that is taken back is heeded", async () => {
  const settings: Record<string, unknown> = { "seaworthy.features": { registryServers: true } };
  const client = await started(filesWith(server), { trusted: true }, { ...vscodeProfile, settings }, answering(applied));
  await says(client, "old", "only in the registry");
  settings["seaworthy.features"] = {};
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await eventually(async () => ((await client.hover(uri, "old")) === null ? true : undefined));
});

test("a server that does not answer is told, and the code stays", async () => {
  const network: Network = { get: () => Promise.reject(new Error("no")), call: () => Promise.reject(new HostError("feast:6570", "other", "cannot ask feast:6570: refused")) };
  const client = await started(filesWith(server), { trusted: true }, allowing, network);
  const [unreachable] = await trouble(client, (shown) => shown.length === 1);
  expect([unreachable?.severity, unreachable?.message]).toEqual([2, "The registry cannot be read: cannot ask feast:6570: refused"]);
  expect(await client.hover(uri, "rate")).not.toBeNull();
});

test("a registry of another name gets a watcher", async () => {
  const client = await started(filesWith("project: drivers\nregistry: data/applied.pb\n"));
  const globs = (): readonly unknown[] => client.registrations.filter(({ method }) => method === "workspace/didChangeWatchedFiles")
    .flatMap(({ registerOptions }) => (registerOptions as { watchers: { globPattern: unknown }[] }).watchers.map(({ globPattern }) => globPattern));
  await eventually(() => Promise.resolve(globs().includes("**/applied.pb") ? true : undefined));
});
