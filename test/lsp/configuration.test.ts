/** Settings over the wire: files and the editor's own, and that a change shows without a restart. */
import { afterEach, describe, expect, test } from "vitest";
import { nameOf } from "../../server/analysis/text/uri.ts";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/train.py";
const settingsUri = "file:///w/seaworthy.toml";
let client: LspClient | undefined;

async function started(profile: Profile, files = new Map<string, string>()): Promise<LspClient> {
  client = toyClient(profile, files);
  await client.initialize(["file:///w"]);
  await eventually(() => client?.registrations.find(({ method }) => method === "workspace/didChangeWatchedFiles"));
  return client;
}

/** Patterns that the server has asked to be watched. */
function watchedPatterns(client: LspClient): readonly string[] {
  return client.registrations.filter(({ method }) => method === "workspace/didChangeWatchedFiles")
    .flatMap(({ registerOptions }) => (registerOptions as { watchers: { globPattern: unknown }[] }).watchers.map(({ globPattern }) => String(globPattern)));
}

function fileChanged(client: LspClient, changed: string): Promise<void> {
  return client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: changed, type: 2 }] });
}

const severityOf = async (client: LspClient, severity: number): Promise<void> => {
  await client.diagnostics(uri, ([first]) => first?.severity === severity);
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test("the server watches what it reads", async () => {
  const client = await started(vscodeProfile);
  const watched = client.registrations.find(({ method }) => method === "workspace/didChangeWatchedFiles");
  const { watchers } = watched?.registerOptions as { watchers: { globPattern: string }[] };
  expect(watchers.map(({ globPattern }) => globPattern)).toEqual(
    expect.arrayContaining(["**/seaworthy.toml", "**/pyproject.toml", "**/ruff.toml", "**/.ruff.toml", "**/feature_store.yaml", "**/*.py"]));
});

describe.each([["push", plainProfile], ["pull", vscodeProfile]] as const)("%s", (way, profile) => {
  test("a settings file holds from the first findings on, and its change shows", async () => {
    const files = new Map([[settingsUri, '[severity]\nbad-name = "hint"\n']]);
    const client = await started(profile, files);
    await client.open(uri, "bad\n");
    await severityOf(client, 4);
    expect(client.pushes.filter(({ diagnostics }) => diagnostics[0] && diagnostics[0].severity !== 4)).toEqual([]);

    files.set(settingsUri, '[severity]\nbad-name = "information"\n');
    const refreshes = client.refreshes;
    await fileChanged(client, settingsUri);
    await severityOf(client, 3);
    if (way === "pull") await eventually(() => client.refreshes > refreshes || undefined);

    files.delete(settingsUri);
    await fileChanged(client, settingsUri);
    await severityOf(client, 1);
  });

  test.each(["file:///w/style/house.toml", "file:///w/style/house", "file:///organisation/house.toml"])("a change of %s, which the settings extend, shows", async (extended) => {
    const path = extended.startsWith("file:///w/") ? extended.slice("file:///w/".length) : `..${extended.slice("file://".length)}`;
    const files = new Map([[settingsUri, `extends = "${path}"\n`]]);
    const client = await started(profile, files);
    await client.open(uri, "bad\n");
    // It is not there yet.
    await severityOf(client, 1);
    await eventually(() => watchedPatterns(client).includes(`**/${nameOf(extended)}`) || undefined);
    files.set(extended, '[severity]\nbad-name = "hint"\n');
    const refreshes = client.refreshes;
    await fileChanged(client, extended);
    await severityOf(client, 4);
    if (way === "pull") await eventually(() => client.refreshes > refreshes || undefined);
    files.set(extended, '[severity]\nbad-name = "information"\n');
    await fileChanged(client, extended);
    await severityOf(client, 3);
  });

  test("an excluded file has no findings, and no actions", async () => {
    const files = new Map([[settingsUri, 'exclude = ["train.py"]\n']]);
    const client = await started(profile, files);
    await client.open(uri, "bad\n");
    await client.open("file:///w/other.py", "bad\n");
    await client.marked("file:///w/other.py", 1);
    expect(await client.marked(uri, 0)).toEqual([]);
    expect(await client.codeActions(uri, client.find(uri, "bad"))).toEqual([]);
    expect(await client.hover(uri, "bad")).toBeNull();
    files.set(settingsUri, "");
    await fileChanged(client, settingsUri);
    await client.marked(uri, 1);
  });
});

test("a file beyond the settings' size is left alone, as on the command line", async () => {
  const client = await started(plainProfile, new Map([[settingsUri, "max-file-size = 0.001\n"]]));
  await client.open(uri, `bad\n${"x = 1\n".repeat(300)}`);
  expect(await client.marked(uri, 0)).toEqual([]);
  await client.open("file:///w/small.py", "bad\n");
  await client.marked("file:///w/small.py", 1);
});

test("a mistake in a settings file stands at its place there; the rest counts; it goes when it is mended", async () => {
  const files = new Map([[settingsUri, '[severity]\nbad-name = "hint"\nbad-nam = "error"\n']]);
  const client = await started(plainProfile, files);
  await client.open(uri, "bad\n");
  await severityOf(client, 4);
  const { diagnostics } = await eventually(() => client.pushed.get(settingsUri));
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ source: "seaworthy", range: { start: { line: 2 } } });
  expect(diagnostics[0]?.message).toContain("bad-name");
  files.set(settingsUri, '[severity]\nbad-name = "hint"\n');
  await fileChanged(client, settingsUri);
  await eventually(() => client.pushed.get(settingsUri)?.diagnostics.length === 0 || undefined);
});

test("folders decide about the profile", async () => {
  const client = await started(plainProfile);
  const scratch = "file:///w/notebooks/try.py";
  await client.open(scratch, "bad\n");
  await client.diagnostics(scratch, ([first]) => first?.severity === 2);
  const configuration = await client.connection.sendRequest<{ profile: string; settings: string | null; markdown: string }>(
    "seaworthy/configuration", { uri: scratch });
  expect(configuration).toMatchObject({ profile: "exploration", settings: null, rules: expect.arrayContaining([{ name: "bad-name", level: "warning" }]) as unknown });
  expect(configuration.markdown).toContain("Profile: exploration");
  expect(await client.connection.sendRequest("seaworthy/configuration", { uri: "file:///w/closed.py" })).toBeNull();
});

test("the editor switches it off and on again for a resource", async () => {
  const settings: Record<string, unknown> = { seaworthy: { enable: false } };
  const client = await started({ ...plainProfile, settings });
  await client.open(uri, "bad\n");
  expect(await client.marked(uri, 0)).toEqual([]);
  settings["seaworthy"] = { enable: true };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.marked(uri, 1);
  settings["seaworthy"] = "nonsense";
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.settled();
  await client.marked(uri, 1);
});

test("a client that cannot be asked sends its settings", async () => {
  const client = await started(plainProfile);
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: { seaworthy: { enable: false } } });
  await client.open(uri, "bad\n");
  expect(await client.marked(uri, 0)).toEqual([]);
});

describe.each([["push", plainProfile], ["pull", vscodeProfile]] as const)("when findings are brought up to date, %s", (way, profile) => {
  const shown = async (client: LspClient): Promise<number> => {
    await client.settled();
    return way === "pull" ? (await client.pull(uri)).length : (client.pushed.get(uri)?.diagnostics.length ?? 0);
  };

  test("`onSave`: on opening and saving", async () => {
    const client = await started({ ...profile, settings: { seaworthy: { run: "onSave" } } });
    await client.open(uri, "bad\n");
    expect(await shown(client)).toBe(1);
    await client.edit(uri, "bad", "bad, bad");
    expect(await shown(client)).toBe(1);
    const refreshes = client.refreshes;
    await client.save(uri);
    expect(await shown(client)).toBe(2);
    if (way === "pull") await eventually(() => client.refreshes > refreshes || undefined);
  });

  test("`manual`: on request", async () => {
    const client = await started({ ...profile, settings: { seaworthy: { run: "manual" } } });
    await client.open(uri, "bad\n");
    expect(await shown(client)).toBe(0);
    await client.edit(uri, "bad", "bad, bad");
    await client.save(uri);
    expect(await shown(client)).toBe(0);
    expect(await client.connection.sendRequest("seaworthy/analyse", { uri })).toBe(true);
    expect(await shown(client)).toBe(2);
    expect(await client.connection.sendRequest("seaworthy/analyse", { uri: "file:///w/closed.py" })).toBe(false);
  });
});

test("a host without files reads settings through the client", async () => {
  const files = new Map([["vscode-vfs://github/o/r/seaworthy.toml", '[severity]\nbad-name = "hint"\n']]);
  client = toyClient({ ...plainProfile, files });
  await client.initialize(["vscode-vfs://github/o/r"]);
  const remote = "vscode-vfs://github/o/r/src/train.py";
  await client.open(remote, "bad\n");
  await client.diagnostics(remote, ([first]) => first?.severity === 4);
});

test("a document that was never saved has the settings of the first folder", async () => {
  const files = new Map([[settingsUri, '[severity]\nbad-name = "hint"\n']]);
  const client = await started(vscodeProfile, files);
  await client.open("untitled:Untitled-1", "bad\n");
  await client.diagnostics("untitled:Untitled-1", ([first]) => first?.severity === 4);
});
