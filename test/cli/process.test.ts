/** The command line as users run it: bundled, in a process of its own, on real files. Only the rules are those of the tests. */
import { spawn } from "node:child_process";
import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const work = mkdtempSync(join(tmpdir(), "seaworthy-cli-"));
const program = join(work, "cli.cjs");
const testRules = 'export { testRules as rules } from "./test-rules.ts";';
let folder = "";
let count = 0;

beforeAll(async () => {
  await build({
    entryPoints: ["server/main-cli.ts"], outfile: program, bundle: true, platform: "node", format: "cjs", target: "node20",
    mainFields: ["module", "main"], logLevel: "error",
    plugins: [{ name: "test rules", setup: ({ onLoad }) => onLoad({ filter: /rules[/\\]index\.ts$/ }, () => ({ contents: testRules, loader: "ts", resolveDir: import.meta.dirname })) }],
  });
}, 60_000);
beforeEach(() => {
  folder = join(work, `case ${(count += 1)} ü`);
  mkdirSync(folder);
});
afterAll(() => { rmSync(work, { recursive: true, force: true }); });

function write(path: string, content: string | Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input: string | Uint8Array = ""): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: folder, env: { ...process.env, FORCE_COLOR: "", NO_COLOR: "" } });
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => { said.out += chunk; });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => { said.err += chunk; });
    child.on("error", failed).on("close", (status) => { done({ status, ...said }); });
    child.stdin.on("error", () => undefined).end(input);
  });
}

const wrong = "import os\n\nbad = os.sep\n";
const right = wrong.replace("bad", "good");

test("status 0, 1 and 2", async () => {
  write("good.py", "x = 1\n");
  write("sub folder/bad.py", wrong);
  expect(await run(["check", "good.py"])).toMatchObject({ status: 0, err: "" });
  const found = await run(["check"]);
  expect(found).toMatchObject({ status: 1, err: "" });
  expect(found.out).toContain("sub folder/bad.py:3:");
  expect(await run(["check", "missing.py"])).toMatchObject({ status: 2, err: "error: missing.py: there is no such file or folder\n" });
  expect(await run(["check", "--what"])).toMatchObject({ status: 2, out: "" });
  expect((await run(["--version"])).out).toMatch(/^seaworthy \d+\.\d+\.\d+\n$/);
});

test("standard input", async () => {
  const { out, status } = await run(["check", "-", "--stdin-filename", "a.py", "--format", "json"], wrong);
  expect(status).toBe(1);
  expect((JSON.parse(out) as { findings: object[] }).findings).toMatchObject([{ path: "a.py", rule: "bad-name", line: 3 }]);
  expect((await run(["fix", "-"], wrong)).out).toBe(right);
});

test("fix keeps permissions and symbolic links, and leaves nothing beside", async () => {
  const file = write("real/tool.py", wrong);
  chmodSync(file, 0o755);
  symlinkSync(join("real", "tool.py"), join(folder, "alias.py"));
  expect((await run(["fix", "alias.py"])).status).toBe(0);
  expect(readFileSync(file, "utf8")).toBe(right);
  expect(statSync(file).mode & 0o777).toBe(0o755);
  expect(lstatSync(join(folder, "alias.py")).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(folder, "real"))).toEqual(["tool.py"]);
});

test("a recursive symbolic link and a dead one end the walk as usual", async () => {
  write("pkg/bad.py", wrong);
  symlinkSync("..", join(folder, "pkg", "up"));
  symlinkSync("self.py", join(folder, "self.py"));
  symlinkSync("nowhere.py", join(folder, "dead.py"));
  const { out, err } = await run(["check"]);
  expect(err).toBe("");
  expect(out).toContain("in 1 of 1 file");
});

test("all of a long output arrives through a pipe", async () => {
  write("many.py", "bad = 1\n".repeat(4000));
  const { out } = await run(["check", "--format", "json"]);
  expect((JSON.parse(out) as { findings: object[] }).findings).toHaveLength(4000);
}, 30_000);

test("a reader that goes away ends the run quietly", async () => {
  for (let index = 0; index < 50; index++) write(`m${index}.py`, wrong.repeat(20));
  const { err, status } = await new Promise<{ err: string; status: number | null }>((done) => {
    const child = spawn(process.execPath, [program, "check"], { cwd: folder });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => { err += chunk; });
    child.stdout.once("data", () => { child.stdout.destroy(); });
    child.on("close", (status) => { done({ err, status }); });
  });
  expect(err).toBe("");
  expect([141, 1]).toContain(status);
}, 30_000);

test.skipIf(process.platform === "win32")("an interrupt ends the run between two files, with the usual status", async () => {
  for (let index = 0; index < 1500; index++) write(`m${index}.py`, wrong.repeat(20));
  const { signal, status } = await new Promise<{ signal: string | null; status: number | null }>((done) => {
    const child = spawn(process.execPath, [program, "fix"], { cwd: folder });
    child.stdout.resume();
    const timer = setInterval(() => {
      if (readFileSync(join(folder, "m0.py"), "utf8").includes("bad")) return;
      clearInterval(timer);
      child.kill("SIGINT");
    }, 5);
    child.on("close", (code, by) => { clearInterval(timer); done({ signal: by, status: code }); });
  });
  expect(signal).toBeNull();
  expect(status).toBe(130);
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  expect(texts.every((text) => text === wrong.repeat(20) || text === right.repeat(20))).toBe(true);
  expect(texts.some((text) => text.includes("bad"))).toBe(true);
}, 60_000);

test("50 MB of outputs are read past, 50 MB of code are named; never a crash", async () => {
  write("big.ipynb", `{"cells": [{"cell_type": "code", "source": [${JSON.stringify(wrong)}], "outputs": [{"data": {"image/png": "${"A".repeat(52_000_000)}"}}]}], "nbformat": 4}`);
  write("big.py", "x = [1, 2, 3]\n".repeat(3_700_000));
  const { out, err, status } = await run(["check"]);
  expect(err).toBe("error: big.py: skipped: 51.8 MB of code is more than max-file-size (2 MB) allows\n");
  expect(out).toContain("big.ipynb cell 1, line 3:");
  expect(status).toBe(1);
}, 60_000);

test("the language server answers over standard input and output", async () => {
  const message = (body: object): string => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...body });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const { out, status } = await new Promise<{ out: string; status: number | null }>((done, failed) => {
    const child = spawn(process.execPath, [program, "lsp", "--stdio"], { cwd: folder });
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      out += chunk;
      if (out.includes('"id":1') && !out.includes('"id":2')) child.stdin.write(message({ id: 2, method: "shutdown" }) + message({ method: "exit" }));
    });
    child.on("error", failed).on("close", (code) => { done({ out, status: code }); });
    child.stdin.write(message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }));
  });
  expect(out).toContain('"serverInfo":{"name":"seaworthy"');
  expect(status).toBe(0);
}, 30_000);

test.skipIf(!existsSync("/dev/full"))("output that cannot be written ends with one line and status 2", async () => {
  write("bad.py", wrong);
  const full = openSync("/dev/full", "w");
  const child = spawn(process.execPath, [program, "check"], { cwd: folder, stdio: ["ignore", full, "pipe"] });
  let err = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => { err += chunk; });
  const status = await new Promise((done) => child.on("close", done));
  closeSync(full);
  expect(err).toMatch(/^error: cannot write the output: [^\n]*ENOSPC[^\n]*\n$/u);
  expect(status).toBe(2);
});
