import { expect, test } from "vitest";
import { HostError } from "../../server/host.ts";
import { memoryHost } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

test("safe fixes are applied, those to review only with --unsafe", async () => {
  const files = { "a.py": "bad = odd  # keep\n", "b.py": "x = 1\n" };
  const safe = await run(files, "fix");
  expect(safe.host.text("a.py")).toBe("good = odd  # keep\n");
  expect(safe.out).toBe(
    "Fixed 1 finding in 1 file\n  a.py  1 × bad-name\n1 finding left, 1 with a fix to review: seaworthy fix --unsafe --diff\n",
  );
  expect(safe.status).toBe(1);
  const all = await run(files, "fix --unsafe");
  expect(all.host.text("a.py")).toBe("good = even  # keep\n");
  expect(all.host.text(".env.example")).toBe("EVEN=\n");
  expect(all.out).toBe("Fixed 2 findings in 1 file\n  a.py          1 × bad-name, 1 × odd-name\n  .env.example  lines added\n");
  expect(all.status).toBe(0);
});

test("fixes that want the same place are applied one pass after another", async () => {
  const { host, out } = await run({ "a.py": "needy + needy + needy\n" }, "fix");
  expect(host.text("a.py")).toBe("import os; os + os + os\n");
  expect(out).toContain("Fixed 3 findings in 1 file");
});

test("--diff prints what would change, fit for patch, and writes nothing", async () => {
  const files = { "src/a.py": "x = 1\nbad = odd\n", "n.ipynb": notebook("x = 1\n", "y = 1\nbad = 2\nz = 3") };
  const { host, out, err, status } = await run(files, "fix --unsafe --diff");
  expect(host.text("src/a.py")).toBe(files["src/a.py"]);
  expect(host.text("n.ipynb")).toBe(files["n.ipynb"]);
  expect(host.text(".env.example")).toBeUndefined();
  expect(out).toContain("--- a/n.ipynb\n+++ b/n.ipynb\n");
  expect(out).toContain('\n-    "bad = 2\\n",\n+    "good = 2\\n",\n');
  expect(out).toContain("--- a/src/a.py\n+++ b/src/a.py\n@@ -1,2 +1,2 @@\n x = 1\n-bad = odd\n+good = even\n");
  expect(out).toContain("--- /dev/null\n+++ b/.env.example\n@@ -0,0 +1 @@\n+EVEN=\n");
  expect(err).toContain("Would fix 3 findings in 2 files");
  expect(status).toBe(1);
  expect((await run({ "a.py": "x = 1\n" }, "fix --diff")).status).toBe(0);
});

test("of a notebook only the changed source lines differ, however it is laid out", async () => {
  const odd = '{"nbformat":4, "metadata":{"x": 1e5,"language_info":{"name":"python"}},\r\n "cells":[{"source":"bad = \'\\u00e9\'\\nx = 1","cell_type":"code","outputs":[{"data":{"image/png":"aGk="}}]}], "nbformat_minor":2}';
  const { host } = await run({ "n.ipynb": odd }, "fix");
  expect(host.text("n.ipynb")).toBe(odd.replace("bad", "good"));
});

test.each([
  ["latin-1", bytes("# coding: latin-1\nbad = '", 0xe9, "'\n"), bytes("# coding: latin-1\ngood = '", 0xe9, "'\n")],
  ["a byte order mark", bytes(0xef, 0xbb, 0xbf, "bad = 'é'\n"), bytes(0xef, 0xbb, 0xbf, "good = 'é'\n")],
  ["Windows line breaks and no last one", bytes("x = 1\r\nbad = 1\r\ny = bad"), bytes("x = 1\r\ngood = 1\r\ny = good")],
])("%s is kept", async (_, before, after) => {
  const { host } = await run({ "a.py": before }, "fix");
  expect(host.bytes("a.py")).toEqual(after);
});

test("a file without fixes is not written", async () => {
  const host = memoryHost({ "a.py": "odd = 1\n" });
  const before = host.bytes("a.py");
  await run(host, "fix");
  expect(host.bytes("a.py")).toBe(before);
});

test("what somebody else changed meanwhile stays", async () => {
  const host = memoryHost({ "a.py": "bad = 1\n" });
  let reads = 0;
  const racing = { ...host, readFile: async (uri: string) => (uri.endsWith("a.py") && ++reads === 2 ? new TextEncoder().encode("theirs = 1\n") : host.readFile(uri)) };
  const { err } = await run(racing, "fix");
  expect(host.text("a.py")).toBe("bad = 1\n");
  expect(err).toBe("error: a.py: changed on disk while it was being fixed; left as it is\n");
});

test("a file that cannot be written: its findings are left, and the others are fixed", async () => {
  const host = memoryHost({ "a.py": "bad = 1\n", "b.py": "bad = 1\n" });
  const denying = { ...host, writeFile: async (uri: string, bytes: Uint8Array) => {
    if (uri.endsWith("a.py")) throw new HostError(uri, "no-permission", "cannot write a.py: permission denied");
    await host.writeFile(uri, bytes);
  } };
  const both = await run(denying, "fix");
  expect(both.err).toBe("error: cannot write a.py: permission denied\n");
  expect(both.out).toContain("Fixed 1 finding in 1 file\n");
  expect(both.status).toBe(1);
  const only = await run(denying, "fix a.py");
  expect(only.out).toBe("Nothing was fixed\n");
  expect(only.status).toBe(2);
});

test("a rule that fails is told", async () => {
  const { err } = await run({ "a.py": "boom = bad\n" }, "fix");
  expect(err).toBe("error: a.py: the rule throwing-rule failed: internal error of Seaworthy, please report it with the code that it met: Error: boom\n");
});

test("a companion file is added to once, and what is there stays", async () => {
  const files = { ".env.example": "A=1\r\nEVEN=", "a.py": "odd = odd\n", "pkg/b.py": "odd = 1\n" };
  const { host } = await run(files, "fix --unsafe");
  expect(host.text(".env.example")).toBe("A=1\r\nEVEN=");
  const more = await run({ ...files, ".env.example": "A=1\r\nB=" }, "fix --unsafe");
  expect(more.host.text(".env.example")).toBe("A=1\r\nB=\r\nEVEN=\r\n");
});

test("companion files stand beside the settings file", async () => {
  const { host } = await run({ "app/seaworthy.toml": "", "app/src/a.py": "odd = 1\n" }, "fix --unsafe");
  expect(host.text("app/.env.example")).toBe("EVEN=\n");
});

test("a fix that would break the syntax is taken back", async () => {
  const { host, err } = await run({ "a.py": "x = harmful\n" }, "fix");
  expect(host.text("a.py")).toBe("x = harmful\n");
  expect(err).toContain("a.py: some fixes were not applied: together they would have broken the syntax");
});

test("fixes that never end are stopped", async () => {
  const { err, status } = await run({ "a.py": "restless = 1\n" }, "fix");
  expect(err).toContain("a.py: not all was fixed: each fix called for another one");
  expect(status).toBe(0);
});

test("standard input is printed fixed, also when there is nothing to fix", async () => {
  const fixed = await run({}, "fix - --stdin-filename x/a.py", { stdin: "bad = 1\n" });
  expect(fixed.out).toBe("good = 1\n");
  expect(fixed.err).toContain("Fixed 1 finding in 1 file\n  x/a.py");
  expect((await run({}, "fix -", { stdin: "x = 1\n" })).out).toBe("x = 1\n");
  const source = notebook("bad = 1");
  expect((await run({}, "fix - --stdin-filename n.ipynb", { stdin: source })).out).toBe(source.replace("bad", "good"));
});

test("a second run changes nothing", async () => {
  const first = await run({ "a.py": "bad = odd; needy\n" }, "fix --unsafe");
  const text = first.host.text("a.py");
  const second = await run(first.host, "fix --unsafe");
  expect(second.out).toBe("Nothing to fix\n");
  expect(second.host.text("a.py")).toBe(text);
});
