/** Modules over the wire: a document's findings follow what it imports, unsaved or on the disk. */
import type { Diagnostic } from "vscode-languageserver";
import { afterEach, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const folder = "file:///w";
const train = `${folder}/train.py`;
const config = `${folder}/config.py`;
const trainText = "import pandas as pd\nfrom config import DATA\nframe = pd.read_csv(DATA)\n";
const personal = 'DATA = "/home/jane/orders.csv"\n';
let client: LspClient | undefined;

async function started(profile: Profile, files: ReadonlyMap<string, string>): Promise<LspClient> {
  client = toyClient(profile, files, rules.filter(({ name }) => name === "hardcoded-path" || name === "missing-random-state"));
  await client.initialize([folder]);
  await client.settled();
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function count(client: LspClient, uri: string, wanted: number): Promise<readonly Diagnostic[]> {
  const shown = await client.diagnostics(uri, (each) => each.length === wanted);
  expect(shown).toHaveLength(wanted);
  return shown;
}

const changedOnDisk = (client: LspClient, uri: string, type: 1 | 2 | 3): Promise<void> =>
  client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });

describe.each([["pull", vscodeProfile], ["push", plainProfile]] as const)("%s", (_, profile) => {
  test("what is written in a module is found at its use, and the module's place is told", async () => {
    const client = await started(profile, new Map([[train, trainText], [config, personal]]));
    await client.open(train, trainText);
    const [finding] = await count(client, train, 1);
    expect(finding?.range).toEqual({ start: { line: 2, character: 20 }, end: { line: 2, character: 24 } });
    if (profile === vscodeProfile) {
      expect(finding?.relatedInformation).toMatchObject([{ location: { uri: config, range: { start: { line: 0, character: 7 }, end: { line: 0, character: 30 } } } }]);
    }
  });

  test("an edit of config.py that is not saved changes what is said of train.py", async () => {
    const client = await started(profile, new Map([[train, trainText], [config, personal]]));
    await client.open(train, trainText);
    await client.open(config, personal);
    await count(client, train, 1);
    const before = client.refreshes;
    await client.edit(config, "/home/jane", "data");
    await count(client, train, 0);
    // A client that pulls is told to, as it did not edit this document.
    if (profile.pull) await eventually(() => client.refreshes > before || undefined);
    await client.edit(config, "data", "/home/joe");
    await count(client, train, 1);
  });

  test("closed without saving, the disk counts again", async () => {
    const client = await started(profile, new Map([[train, trainText], [config, 'DATA = "data.csv"\n']]));
    await client.open(train, trainText);
    await client.open(config, personal);
    await count(client, train, 1);
    await client.close(config);
    await count(client, train, 0);
  });

  test("files that are made, changed and deleted on the disk", async () => {
    const files = new Map([[train, trainText]]);
    const client = await started(profile, files);
    await client.open(train, trainText);
    await count(client, train, 0);
    files.set(config, personal);
    await changedOnDisk(client, config, 1);
    await count(client, train, 1);
    files.set(config, 'DATA = "data.csv"\n');
    await changedOnDisk(client, config, 2);
    await count(client, train, 0);
    files.set(config, personal);
    await changedOnDisk(client, config, 2);
    await count(client, train, 1);
    files.delete(config);
    await changedOnDisk(client, config, 3);
    await count(client, train, 0);
  });

  test("an import that is typed is read", async () => {
    const client = await started(profile, new Map([[train, trainText], [config, personal]]));
    await client.open(train, trainText.replace("from config import DATA\n", ""));
    await count(client, train, 0);
    await client.edit(train, "frame", "from config import DATA\nframe");
    await count(client, train, 1);
  });
});

test("a notebook sees what it runs and imports", async () => {
  const client = await started(vscodeProfile, new Map([[config, personal], [`${folder}/setup.py`, "from config import DATA\n"]]));
  const uri = `${folder}/a.ipynb`;
  await client.openNotebook(uri, [{ uri: `${uri}#1`, text: "%run setup.py" }, { uri: `${uri}#2`, text: "import pandas as pd\npd.read_csv(DATA)" }]);
  await count(client, `${uri}#2`, 1);
});

test("fixing all works with what comes from modules", async () => {
  const models = `${folder}/models.py`;
  const text = "from models import Forest\nmodel = Forest()\n";
  const client = await started(vscodeProfile, new Map([[models, "from sklearn.ensemble import RandomForestClassifier as Forest\n"]]));
  await client.open(train, text);
  await count(client, train, 1);
  const actions = await client.codeActions(train, client.find(train, "Forest()"), { only: ["source.fixAll"] });
  await client.take(actions[0]);
  expect(client.text(train)).toBe("from models import Forest\nmodel = Forest(random_state=42)\n");
});

test("a document outside of the workspace imports nothing", async () => {
  const outside = "file:///elsewhere/train.py";
  const client = await started(vscodeProfile, new Map([["file:///elsewhere/config.py", personal]]));
  await client.open(outside, trainText);
  await count(client, outside, 0);
});
