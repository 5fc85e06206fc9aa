/** The disk over the wire: what a rule asks of a folder is looked up, and news of its files change findings. */
import type { Diagnostic } from "vscode-languageserver";
import { afterEach, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const folder = "file:///w";
const train = `${folder}/train.py`;
const text = `import pandas as pd\nframe = pd.read_csv("data/ordesr.csv")\n`;
let client: LspClient | undefined;

async function opened(profile: Profile, files: ReadonlyMap<string, string>): Promise<LspClient> {
  client = toyClient(profile, files, rules.filter(({ name }) => name === "missing-file"));
  await client.initialize([folder]);
  await client.settled();
  await client.open(train, text);
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function count(client: LspClient, wanted: number): Promise<readonly Diagnostic[]> {
  const shown = await client.diagnostics(train, (each) => each.length === wanted);
  expect(shown).toHaveLength(wanted);
  return shown;
}

const changedOnDisk = (client: LspClient, uri: string, type: 1 | 2 | 3): Promise<void> =>
  client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });

describe.each([["pull", vscodeProfile], ["push", plainProfile]] as const)("%s", (_, profile) => {
  test("a file that is not there is told after a look into its folder", async () => {
    const client = await opened(profile, new Map([[train, text], [`${folder}/data/orders.csv`, ""]]));
    const [finding] = await count(client, 1);
    expect(finding?.message).toContain(`did you mean "orders.csv"`);
  });

  test("a file that is made takes the finding away, one that is removed brings it back", async () => {
    const files = new Map([[train, text], [`${folder}/data/orders.csv`, ""]]);
    const client = await opened(profile, files);
    await count(client, 1);
    const made = `${folder}/data/ordesr.csv`;
    files.set(made, "");
    await changedOnDisk(client, made, 1);
    await count(client, 0);
    files.delete(made);
    await changedOnDisk(client, made, 3);
    await count(client, 1);
  });

  test("an edit asks for another folder", async () => {
    const client = await opened(profile, new Map([[train, text], [`${folder}/data/orders.csv`, ""], [`${folder}/raw/ordesr.csv`, ""]]));
    await count(client, 1);
    await client.edit(train, "data", "raw");
    await count(client, 0);
    await client.edit(train, "ordesr", "odresr");
    await count(client, 1);
  });
});
