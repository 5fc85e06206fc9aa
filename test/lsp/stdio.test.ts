/** The server as it ships: a process of its own with the shipped rules, over its standard input and output. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { uriFromPath } from "../../server/main-node-host.ts";
import { plainProfile, stdioClient, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";

const server = fileURLToPath(new URL("../../server/main-node.ts", import.meta.url));
let client: LspClient | undefined;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "seaworthy-"));
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function started(profile: Profile): Promise<LspClient> {
  client = stdioClient(process.execPath, ["--import", "tsx", server, "--stdio"], profile);
  await client.initialize([uriFromPath(folder)]);
  return client;
}

/** A finding that no rule's own development can take away: the name has a misprint. */
const line = "x = 1  # seaworthy: ignore[unused-supression] why\n";

describe.each([
  ["pull, UTF-16", vscodeProfile],
  ["push, no notebooks", plainProfile],
  ["push, notebooks, UTF-8", { ...plainProfile, notebooks: true, encodings: ["utf-8"] } satisfies Profile],
] as const)("%s", (_, profile) => {
  test("a script is analysed, repaired and closed", async () => {
    const client = await started(profile);
    expect(client.result?.serverInfo?.name).toBe("seaworthy");
    const uri = uriFromPath(join(folder, "train.py"));
    await client.open(uri, `s = "é😀"\n${line}`);
    const [found] = await client.diagnostics(uri, (shown) => shown.length > 0);
    if (!found) throw new Error("nothing was found");
    expect(found).toMatchObject({ source: "seaworthy", code: "malformed-suppression" });
    expect(client.textIn(uri, found.range)).toBe("unused-supression");
    const actions = await client.codeActions(uri, found.range, { diagnostics: [found] });
    await client.take(actions.find(({ edit }) => edit));
    expect(client.text(uri)).toBe(`s = "é😀"\n${line.replace("supression", "suppression")}`);
    await client.diagnostics(uri, (shown) => shown.every(({ code }) => code !== "malformed-suppression"));
    await client.close(uri);
  }, 20_000);

  test("a settings file on the disk holds", async () => {
    writeFileSync(join(folder, "seaworthy.toml"), '[severity]\nmalformed-suppression = "hint"\n');
    const client = await started(profile);
    const uri = uriFromPath(join(folder, "train.py"));
    await client.open(uri, line);
    await client.diagnostics(uri, ([first]) => first?.severity === 4);
  }, 20_000);
});

test("a notebook's cells are pushed and cleared", async () => {
  const client = await started(vscodeProfile);
  const notebook = uriFromPath(join(folder, "a.ipynb"));
  const cell = `vscode-notebook-cell:${notebook.slice("file:".length)}#W0`;
  await client.openNotebook(notebook, [{ uri: cell, text: "%matplotlib inline\n" + line }]);
  await client.diagnostics(cell, (shown) => shown.some(({ code }) => code === "malformed-suppression"));
  await client.closeNotebook(notebook);
  await client.settled();
  expect(client.pushed.get(cell)?.diagnostics).toEqual([]);
}, 20_000);

test("the process ends when it is told to, with status 0", async () => {
  const { spawn } = await import("node:child_process");
  const child = spawn(process.execPath, ["--import", "tsx", server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  };
  const status = new Promise((done) => { child.once("exit", done); });
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  send({ id: 2, method: "shutdown" });
  send({ method: "exit" });
  expect(await status).toBe(0);
}, 20_000);
