import { expect, test } from "vitest";
import { denied, memoryHost } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

test("findings of one file, as people read them", async () => {
  const { out, err, status } = await run({ "src/train.py": "import os\n\n\nif True:\n\tbad = 'é' + bad  # 日本\n" }, "check", { columns: 80 });
  expect(err).toBe("");
  expect(status).toBe(1);
  expect(out.replace(/\d+ ms/, "N ms")).toBe(`src/train.py  2 errors

error: the name \`bad\` is bad  bad-name
   ┌─ src/train.py:5:2
   │
 5 │     bad = 'é' + bad  # 日本
   │     ^^^
   │
   = fix: Call it \`good\`

error: the name \`bad\` is bad  bad-name
   ┌─ src/train.py:5:14
   │
 5 │     bad = 'é' + bad  # 日本
   │                 ^^^
   │
   = fix: Call it \`good\`

2 errors in 1 of 1 file · N ms
2 can be fixed now: seaworthy fix
`);
});

test("related places follow, with their own lines and, from another cell, their own place", async () => {
  const script = await run({ "a.py": "start = 1\nx = far\n" }, "check a.py");
  expect(script.out).toContain(`information: \`far\` comes from far away  far-name
   ┌─ a.py:2:5
   │
 2 │ x = far
   │     ^^^
   │
 1 │ start = 1
   │ ----- it starts here
`);
  expect(script.status).toBe(0);
});

test("a clean run says so", async () => {
  const { out, status } = await run({ "a.py": "x = 1\n", "b.ipynb": notebook("y = 2") }, "check");
  expect(out).toMatch(/^✓ No findings in 2 files · \d+ ms\n$/);
  expect(status).toBe(0);
});

test("json is one object with the agreed fields", async () => {
  const { out, status } = await run(
    { "a.py": "s = '😀'; bad = 1\n", "sub/n.ipynb": notebook({ markdown: "# bad" }, "x = 1\n", "y = 1\nodd = bad\n") },
    "check --format json",
  );
  expect(status).toBe(1);
  const report = JSON.parse(out) as { summary: { milliseconds: number } };
  expect(report).toEqual({
    version: 1,
    findings: [
      {
        path: "a.py", rule: "bad-name", topic: "data-access", severity: "error", message: "the name `bad` is bad", cell: null,
        line: 1, column: 10, endLine: 1, endColumn: 13, related: [], fixes: [{ title: "Call it `good`", safety: "safe" }],
      },
      {
        path: "sub/n.ipynb", rule: "odd-name", topic: "modularity", severity: "hint", message: "the name `odd` is odd", cell: 2,
        line: 2, column: 1, endLine: 2, endColumn: 4, related: [], fixes: [{ title: "Call it `even`", safety: "review" }],
      },
      {
        path: "sub/n.ipynb", rule: "bad-name", topic: "data-access", severity: "warning", message: "the name `bad` is bad", cell: 2,
        line: 2, column: 7, endLine: 2, endColumn: 10, related: [], fixes: [{ title: "Call it `good`", safety: "safe" }],
      },
    ],
    errors: [],
    summary: { files: 2, cells: 2, lines: 4, milliseconds: report.summary.milliseconds },
  });
  expect(Number.isInteger(report.summary.milliseconds)).toBe(true);
  expect(out.endsWith("}\n")).toBe(true);
});

test.each([
  ["check", 1],
  ["check --fail-on error", 0],
  ["check --fail-on=hint", 1],
  ["check --exit-zero", 0],
  ["check --ignore odd-name", 0],
  ["check --profile exploration", 0],
  ["check --profile exploration --fail-on hint", 1],
  ["check --select data-access", 0],
])("%s exits with %i on a warning", async (line, status) => {
  expect((await run({ "a.py": "odd = 1\n" }, line)).status).toBe(status);
});

test("select and ignore take rules and topics, with commas and repeated; select goes over the settings", async () => {
  const files = { "seaworthy.toml": 'ignore = ["bad-name"]', "a.py": "bad = odd = mild = needy\n" };
  const rules = async (line: string) => {
    const { out } = await run(files, `${line} --format json`);
    return (JSON.parse(out) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
  };
  expect(await rules("check")).toEqual(["odd-name", "needy-name"]);
  expect(await rules("check --select data-access,odd-name")).toEqual(["bad-name", "odd-name"]);
  expect(await rules("check --select bad-name --select odd-name")).toEqual(["bad-name", "odd-name"]);
  expect(await rules("check --ignore modularity")).toEqual([]);
  expect(await rules("check --no-config --ignore odd-name")).toEqual(["bad-name", "needy-name"]);
});

test("standard input is checked under the name it is given", async () => {
  const files = { "notebooks/x.py": "", "seaworthy.toml": '[[profile]]\npaths = ["prod/"]\nuse = "production"' };
  const severity = async (line: string, stdin: string) => {
    const { out } = await run(files, `${line} --format json`, { stdin });
    return (JSON.parse(out) as { findings: { path: string; severity: string; cell: number | null }[] }).findings.map(({ path, severity: level, cell }) => [path, level, cell]);
  };
  expect(await severity("check -", "bad = 1\n")).toEqual([["<stdin>", "error", null]]);
  expect(await severity("check - --stdin-filename notebooks/y.py", "bad = 1\n")).toEqual([["notebooks/y.py", "warning", null]]);
  expect(await severity("check - --stdin-filename prod/n.ipynb", notebook("bad = 1"))).toEqual([["prod/n.ipynb", "error", 0]]);
});

test("statistics count by rule", async () => {
  const { out } = await run({ "a.py": "bad = bad\nodd = 1\n" }, "check --statistics");
  const mixed = await run({ "exploration/a.py": "bad = 1\n", "prod.py": "bad = 1\n" }, "check --statistics");
  expect(mixed.out).toMatch(/^2  bad-name  error /);
  expect(out.replace(/\d+ ms/, "N ms")).toBe(`2  bad-name  error        2 with a fix
1  odd-name  warning      1 with a fix

2 errors, 1 warning in 1 of 1 file · N ms
2 can be fixed now: seaworthy fix
1 more can be fixed and reviewed: seaworthy fix --unsafe --diff
`);
});

test("github prints workflow commands", async () => {
  const { out } = await run({ "a,b.py": "x = bad\n", "n.ipynb": notebook("x = 1\nodd = 2\n") }, "check --format github");
  expect(out).toBe(
    "::error file=a%2Cb.py,line=1,endLine=1,col=5,endColumn=8,title=bad-name::the name `bad` is bad\n" +
      "::notice file=n.ipynb,title=odd-name::cell 1, line 2: the name `odd` is odd\n",
  );
});

test("a rule that fails is told, and the others go on", async () => {
  const { out, err, status } = await run({ "a.py": "boom = bad\n" }, "check");
  expect(err).toBe("error: a.py: the rule throwing-rule failed: internal error of Seaworthy, please report it with the code that it met: Error: boom\n");
  expect(out).toContain("bad-name");
  expect(status).toBe(1);
});

test("an exception of our own is an internal error in one line", async () => {
  const host = memoryHost({ "a.py": "x = 1\n" });
  const reading = { ...host, readFile: (): never => { throw new ReferenceError("Flow is not defined"); } };
  const { err, status } = await run(reading, "check a.py");
  expect(err).toBe("error: a.py: internal error of Seaworthy, please report it with the code that it met: ReferenceError: Flow is not defined\n");
  expect(status).toBe(2);
});

test("what cannot be read in a feature repository is told once, and only for the files near it", async () => {
  const definitions = "from feast import Entity\nx = Entity(name=\n\ndef (\n";
  const files = {
    "churn/feature_store.yaml": "project: churn\nregistry: r.db\n", "churn/entities.py": definitions, "churn/train.py": "import feast\n",
    "fraud/feature_store.yaml": "project: [\n", "fraud/train.py": "import feast\n",
  };
  const near = await run(files, "check churn/train.py");
  expect(near.err).toMatch(/^error: churn\/entities\.py:2:17: [^\n]+ \(and \d+ more\)\n$/u);
  const all = await run(files, "check churn");
  expect(all.err).toMatch(/^error: churn\/entities\.py:2:17: [^\n]+\n$/u);
  const other = await run(files, "check fraud");
  expect(other.err).toMatch(/^error: fraud\/feature_store\.yaml:\d+:\d+: not valid YAML[^\n]+\n$/u);
});

test("mistakes in settings are told at their place, the rest counts, and the status is 2", async () => {
  const { out, err, status } = await run(
    { "seaworthy.toml": 'ignore = ["odd-name"]\nselct = []\n[severity]\nbad-nam = "off"\n', "a.py": "odd = bad\n", "b.py": "" },
    "check",
  );
  expect(err).toBe(
    'error: seaworthy.toml:2:1: unknown key "selct" (did you mean "select"?)\n' +
      'error: seaworthy.toml:4:1: unknown rule "bad-nam" (did you mean "bad-name"?)\n',
  );
  expect(out).toContain("1 error in 1 of 2 files");
  expect(status).toBe(2);
});

test("colours only where they are wanted", async () => {
  const files = { "a.py": "bad = 1\n" };
  const isColoured = async (line: string, options: Parameters<typeof run>[2]) => (await run(files, line, options)).out.includes("\x1b[");
  expect(await isColoured("check", {})).toBe(false);
  expect(await isColoured("check", { isTerminal: true })).toBe(true);
  expect(await isColoured("check", { isTerminal: true, environment: { NO_COLOR: "1" } })).toBe(false);
  expect(await isColoured("check", { isTerminal: true, environment: { TERM: "dumb" } })).toBe(false);
  expect(await isColoured("check", { environment: { FORCE_COLOR: "1" } })).toBe(true);
  expect(await isColoured("check --color always", { environment: { NO_COLOR: "1" } })).toBe(true);
  expect(await isColoured("check --color never", { isTerminal: true, environment: { FORCE_COLOR: "1" } })).toBe(false);
  expect(await isColoured("check --format json --color always", {})).toBe(false);
});

test("control characters of a file do not reach the terminal", async () => {
  const { out } = await run({ "a.py": "bad = '\x1b[2J\u202e'\n" }, "check");
  expect(out).not.toContain("\x1b");
  expect(out).not.toContain("\u202e");
  expect(out).toContain("bad = '␛[2J�'");
});

test("paths outside the working directory are shown relative to it", async () => {
  const { out } = await run({ "/elsewhere/a b.py": "bad = 1\n" }, "check /elsewhere --format json");
  expect((JSON.parse(out) as { findings: { path: string }[] }).findings[0]?.path).toBe("../elsewhere/a b.py");
});

test("nothing to check is said", async () => {
  const { err, status } = await run({ "a.txt": "" }, "check");
  expect(err).toBe("warning: no Python files or notebooks in .\n");
  expect(status).toBe(0);
});

test.each([
  ["chek", 'unknown command "chek" (did you mean "check"?); see seaworthy --help'],
  ["a.py", '"a.py" is no command; did you mean seaworthy check a.py?'],
  ["report", "seaworthy report is not available yet"],
  ["check --formt json", 'unknown option --formt (did you mean "--format"?); see seaworthy check --help'],
  ["check --format jsn", '--format is one of text, json, github, not "jsn" (did you mean "json"?)'],
  ["check --format sarif", "--format sarif is not available yet; there are text, json, github"],
  ["check --changed", "--changed is not available yet"],
  ["check --select", "--select needs a value: --select RULES"],
  ["check --exit-zero=1", "--exit-zero takes no value"],
  ["check --select bad-nam", 'unknown rule or topic "bad-nam" (did you mean "bad-name"?); see seaworthy rules'],
  ["check - a.py", '"-" stands for standard input and goes with no other path'],
  ["check --stdin-filename a.py", '--stdin-filename needs "-" as the path'],
  ["check --statistics --format json", "--statistics goes with --format text"],
  ["explain", "which rule? usage: seaworthy explain RULE; see seaworthy rules"],
  ["explain bad-nme", 'unknown rule "bad-nme" (did you mean "bad-name"?); see seaworthy rules'],
  ["explain modularity", "modularity is a topic; its rules: needy-name, odd-name"],
  ["explain a b", 'unexpected argument "b"; usage: seaworthy explain RULE [OPTIONS]'],
  ["rules extra", 'unexpected argument "extra"; usage: seaworthy rules [OPTIONS]'],
  ["--format json", "a command comes first: seaworthy check --format ...; see seaworthy --help"],
])("%s is a bad argument", async (line, message) => {
  const { out, err, status } = await run({ "a.py": "" }, line);
  expect(err).toBe(`error: ${message}\n`);
  expect(out).toBe("");
  expect(status).toBe(2);
});

test("help, for all and for each command; version", async () => {
  const all = await run({}, "");
  expect(all.status).toBe(0);
  for (const command of ["check", "fix", "explain", "rules", "lsp", "version"]) {
    expect(all.out).toContain(`\n  ${command}`);
    const help = await run({}, `${command} --nonsense --help`);
    expect(help.status).toBe(0);
    expect(help.out).toContain(`Usage: seaworthy ${command}`);
    expect((await run({}, `help ${command}`)).out).toBe(help.out);
  }
  expect((await run({}, "check -h")).out).not.toContain("--baseline");
  expect((await run({}, "--version")).out).toBe("seaworthy 1.2.3\n");
  expect((await run({}, "version")).out).toBe("seaworthy 1.2.3\n");
});

test("rules and explain", async () => {
  const table = await run({}, "rules");
  expect(table.out).toMatch(/data-access\n {2}bad-name +warning +error +A name is bad\n/);
  const list = JSON.parse((await run({}, "rules --format json")).out) as { name: string }[];
  expect(list).toHaveLength(7);
  const page = await run({}, "explain bad-name");
  for (const part of ["A name is bad.", "Your results depend on it.", "The service depends on it.", "exploration  warning   notebooks", "production   error     everything", "│ bad = 1", "│ good = 1", "# seaworthy: ignore[bad-name] reason"]) {
    expect(page.out).toContain(part);
  }
});

test("a file with a denied read is named, others go on, and status 2 only when it was all there was", async () => {
  const some = await run({ "a.py": denied, "b.py": "x = 1\n" }, "check");
  expect(some.err).toBe("error: cannot read a.py: permission denied\n");
  expect(some.status).toBe(0);
  const all = await run({ "a.py": denied }, "check");
  expect(all.status).toBe(2);
});
