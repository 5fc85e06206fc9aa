/** Fixes that edit other files than the one at hand, taken up in an editor. */
import { afterEach, expect, test } from "vitest";
import hardcodedPath from "../../rules/data-access/hardcoded-path.ts";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/train.py";
const config = "file:///w/config.yaml";
let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** The titles of what is offered at a path, once the configuration has been read. */
async function opened(files: ReadonlyMap<string, string>, text: string, profile: Profile, wanted: string): Promise<LspClient> {
  client = toyClient({ ...profile, files }, files, [hardcodedPath]);
  const here = client;
  await here.initialize(["file:///w"]);
  await here.open(uri, text);
  await eventually(async () => (await titles(here)).some((title) => title.includes(wanted)) || undefined);
  return here;
}

async function titles(client: LspClient): Promise<readonly string[]> {
  await client.marked(uri, client.text(uri).includes("b.csv") ? 2 : 1);
  return (await client.codeActions(uri, client.find(uri, "/home/jane"))).map(({ title }) => title);
}

async function take(client: LspClient, title: string): Promise<void> {
  await client.take((await client.codeActions(uri, client.find(uri, "/home/jane"))).find((each) => each.title.includes(title)));
}

const code = "import yaml\n\nconfig = yaml.safe_load(open(\"config.yaml\"))\nopen(\"/home/jane/a.csv\").read()\n";

test("an entry of a configuration file that is not open", async () => {
  const client = await opened(new Map([[config, "# é😀\nseed: 1\n"]]), code, vscodeProfile, "Add it to config.yaml");
  await take(client, "Add it to config.yaml");
  expect(client.text(uri)).toContain("open(config[\"a_path\"]).read()");
  expect(client.created.get(config)).toBe("# é😀\nseed: 1\na_path: \"/home/jane/a.csv\"\n");
});

test("a client that edits open texts only is not offered half a repair", async () => {
  const client = await opened(new Map([[config, "seed: 1\n"]]), code, plainProfile, "Read it from the environment variable");
  expect((await titles(client)).join()).not.toContain("config.yaml");
});

test("a module of constants that is open, with what is not saved yet", async () => {
  const module = "file:///w/config.py";
  const files = new Map([[module, "OUT = \"a\"\n"]]);
  const client = await opened(files, "import config\n\nprint(config.OUT)\nopen(\"/home/jane/a.csv\").read()\n", vscodeProfile, "Add it to config.py");
  await client.open(module, "OUT = \"a\"\n");
  await client.edit(module, "OUT = ", "# new\nOUT = ");
  await eventually(async () => (await titles(client)).some((title) => title.includes("Add it to config.py")) || undefined);
  await take(client, "Add it to config.py");
  expect(client.text(module)).toContain("# new\nOUT = \"a\"\n");
  expect(client.text(module)).toContain("A_PATH = os.environ.get(\"A_PATH\", \"/home/jane/a.csv\")");
  expect(client.text(uri)).toContain("open(config.A_PATH).read()");
});

test("all of one rule, several files", async () => {
  const client = await opened(new Map([[config, "seed: 1\n"]]), `${code}open("/data/b.csv").read()\n`, vscodeProfile, "Add it to config.yaml");
  await take(client, "Fix all hardcoded-path");
  expect(client.text(uri)).toContain("open(config[\"a_path\"]).read()\nopen(config[\"b_path\"]).read()\n");
  expect(client.created.get(config)).toBe("seed: 1\na_path: \"/home/jane/a.csv\"\nb_path: \"/data/b.csv\"\n");
});
