/** Input that is wrong in every way we could think of: one clear line each, no crash, nothing lost. */
import { expect, test } from "vitest";
import { denied, link } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const good = { "good.py": "bad = 1\n" };

/** Beside a good file: its finding is there, the bad file is named on one line, and nothing is written. */
async function beside(name: string, content: string | Uint8Array) {
  const files = { ...good, [name]: content };
  const checked = await run(files, "check --format json");
  const report = JSON.parse(checked.out) as { findings: { path: string; rule: string; line: number }[]; errors: { path: string; message: string }[] };
  expect(report.findings.some(({ path }) => path === "good.py")).toBe(true);
  expect(checked.status).toBe(1);
  const fixed = await run(files, `fix ${name}`);
  expect(fixed.host.bytes(name)).toEqual(typeof content === "string" ? encode(content) : content);
  const alone = await run({ [name]: content }, "check");
  return { report, err: checked.err, alone };
}

test.each([
  ["a binary file", "x.py", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1), "error: x.py: a binary file: there is a zero byte at offset 4\n"],
  ["not UTF-8", "x.py", Uint8Array.of(...encode("# é\ns = '"), 0xe9, 0x27), "error: x.py: not UTF-8: byte 0xE9 in line 2; save it as UTF-8, or name its encoding in a comment in the first line\n"],
  ["UTF-16", "x.py", Uint8Array.of(0xff, 0xfe, 0x78, 0), "error: x.py: this is UTF-16, and Python reads UTF-8: save it as UTF-8\n"],
  ["an empty notebook", "x.ipynb", "", /^error: x\.ipynb: .*empty.*\n$/],
  ["half a notebook", "x.ipynb", notebook("x = 1", "y = 2").slice(0, 200), /^error: x\.ipynb: the notebook is cut off.*\n$/],
  ["a notebook without cells", "x.ipynb", '{"nbformat": 4}', /^error: x\.ipynb: .*no list of `cells`.*\n$/],
  ["a notebook that is something else", "x.ipynb", "[1, 2]", /^error: x\.ipynb: .*not a notebook.*\n$/],
  ["a binary notebook", "x.ipynb", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "error: x.ipynb: a binary file, not a notebook\n"],
])("%s", async (_, name, content, line) => {
  const { report, err, alone } = await beside(name, content);
  if (typeof line === "string") expect(err).toBe(line);
  else expect(err).toMatch(line);
  expect(report.errors).toHaveLength(1);
  expect(report.errors[0]?.path).toBe(name);
  expect(alone.status).toBe(2);
  expect(alone.err).toBe(err);
});

test.each([
  ["an empty file", "x.py", ""],
  ["only a byte order mark", "x.py", Uint8Array.of(0xef, 0xbb, 0xbf)],
  ["a notebook with nothing but empty cells", "x.ipynb", '{"cells": [{}, {"cell_type": "code"}, {"source": ["x = 1"]}, 3, {"cell_type": "code", "source": [1]}]}'],
  ["a notebook in another language", "x.ipynb", notebook("bad <- 1").replaceAll('"python"', '"R"')],
])("%s is fine", async (_, name, content) => {
  const { report, err, alone } = await beside(name, content);
  expect(err).toBe("");
  expect(report.findings).toHaveLength(1);
  expect(alone.status).toBe(0);
});

test("a notebook with missing keys is checked and fixed all the same", async () => {
  const source = '{"cells": [{"cell_type": "code", "source": ["x = 1\\n", "bad = x"]}, {"source": "bad"}, {"cell_type": "code"}]}';
  const { out } = await run({ "x.ipynb": source }, "check --format json");
  expect((JSON.parse(out) as { findings: unknown[] }).findings).toMatchObject([{ rule: "bad-name", cell: 0, line: 2 }]);
  expect((await run({ "x.ipynb": source }, "fix")).host.text("x.ipynb")).toBe(source.replace("bad = x", "good = x"));
});

test("50 MB of code is skipped with a line", async () => {
  const big = encode("x = [1, 2, 3]  # data\n".repeat(2_300_000));
  expect(big.length).toBeGreaterThan(50_000_000);
  const { out, err, status } = await run({ ...good, "big.py": big }, "check");
  expect(err).toBe("error: big.py: skipped: 50.6 MB of code is more than max-file-size (2 MB) allows\n");
  expect(out).toContain("1 error in 1 of 1 file");
  expect(status).toBe(1);
});

test("the limit on size is settable, and a notebook's outputs do not count", async () => {
  const code = "x = 1\n".repeat(2000);
  const image = notebook("bad = 1").replace('"outputs": []', `"outputs": [{"data": {"image/png": "${"A".repeat(1_000_000)}"}}]`);
  const { err, out } = await run({ "seaworthy.toml": "max-file-size = 0.01", "a.py": code, "b.ipynb": image, "c.ipynb": notebook(code) }, "check");
  expect(err.split("\n")).toEqual([
    "error: a.py: skipped: 12 kB of code is more than max-file-size (10 kB) allows",
    "error: c.ipynb: skipped: 12 kB of code is more than max-file-size (10 kB) allows",
    "",
  ]);
  expect(out).toContain("b.ipynb");
});

test("10,000 nested brackets: reported or passed, in time, with what stands around them", async () => {
  const deep = `bad = 1\nx = ${"[".repeat(10_000)}${"]".repeat(10_000)}\nbad = 2\n`;
  const { out, status } = await run({ "a.py": deep, "b.py": `x = ${"(".repeat(10_000)}\nbad = 1\n` }, "check --format json");
  const lines = (JSON.parse(out) as { findings: { path: string; line: number; rule: string }[] }).findings.filter(({ path, rule }) => path === "a.py" && rule === "bad-name").map(({ line }) => line);
  expect(lines).toEqual([1, 3]);
  expect(status).toBe(1);
}, 20_000);

test("a line of 1 MB is checked, and shown around the finding only", async () => {
  const long = `x = [${"'ab', ".repeat(160_000)}bad, ${"'cd', ".repeat(10_000)}]\n`;
  const { out } = await run({ "a.py": long }, "check", { columns: 80 });
  const code = out.split("\n").find((line) => line.startsWith(" 1 │")) ?? "";
  expect(code).toMatch(/^ 1 │ ….*bad, 'cd'.*…$/);
  expect([...code].length).toBeLessThanOrEqual(80);
  const marks = out.split("\n").find((line) => line.includes("^")) ?? "";
  expect(marks.indexOf("^")).toBe(code.indexOf("bad"));
}, 30_000);

test("symbolic links that go in a circle end", async () => {
  const { out, err, status } = await run({ ...good, "loop": link("."), "pkg/up": link(".."), "round.py": link("round.py") }, "check");
  expect(err).toBe("");
  expect(out).toContain("in 1 of 1 file");
  expect(status).toBe(1);
});

test("a folder without permission is named and the rest is checked", async () => {
  const { out, err, status } = await run({ ...good, "locked/": denied }, "check");
  expect(err).toBe("error: cannot read locked: permission denied\n");
  expect(out).toContain("in 1 of 1 file, 1 problem above");
  expect(status).toBe(1);
  const named = await run({ ...good, "locked/": denied }, "check locked good.py");
  expect(named.out).toContain("1 error in 1 of 1 file");
  expect(named.status).toBe(2);
});

test("a path that does not exist: one line, status 2, and the others are checked", async () => {
  const { out, err, status } = await run(good, "check nope.py good.py");
  expect(err).toBe("error: nope.py: there is no such file or folder\n");
  expect(out).toContain("1 error in 1 of 1 file");
  expect(status).toBe(2);
});

test.each([
  ["broken TOML", "select = [\n[severity\nx", "a.py"],
  ["a settings file that is a binary", Uint8Array.of(0xff, 0, 0xff), "a.py"],
])("%s: told once, files are checked, status 2", async (_, settings, name) => {
  const { out, err, status } = await run({ "seaworthy.toml": settings, [name]: "bad = 1\n", "b.py": "" }, "check");
  expect(err).toMatch(/^error: seaworthy\.toml:1:1: .*\n|^error: seaworthy\.toml:\d+:\d+: .*\n/);
  expect(err.match(/this list is never closed|cannot read/g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(out).toContain("bad-name");
  expect(status).toBe(2);
});

test("a Feast repository with syntax errors is named, and the files that use it are checked", async () => {
  const { err, out, status } = await run(
    {
      "repo/feature_store.yaml": "project: churn\nregistry: data/registry.db\nprovider: local\n",
      "repo/definitions.py": "from feast import Entity\nuser = Entity(name='user', join_keys=['id'\n\nx = (\n",
      "train.py": "from feast import FeatureStore\nstore = FeatureStore('repo')\nstore.get_online_features(features=['a:b'], entity_rows=[])\nbad = 1\n",
    },
    "check train.py",
  );
  expect(out).toContain("bad-name");
  expect(err).toMatch(/^error: repo\/definitions\.py:2:\d+: .+ never closed.* \(and 1 more\)\n$/);
  expect(status).toBe(1);
});

test("a script that does not parse is named with its first mistake, the rest of it is checked, and the status is 1", async () => {
  const files = { "a.py": "def f(:\n    pass\n\nx = 1\n" };
  const { err, out, status } = await run(files, "check");
  expect(err).toMatch(/^error: a\.py:1:\d+: .+\n$/);
  expect(out).toMatch(/^No findings in 1 file, 1 problem above/);
  expect(status).toBe(1);
  expect((await run(files, "check --exit-zero")).status).toBe(0);
  expect((await run({ "a.py": "x = (\nbad = 1\n" }, "check")).out).toContain("bad-name");
});
