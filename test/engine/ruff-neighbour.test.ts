/**
 * Ruff next door: what we take its settings to mean is what the real Ruff makes of them, and every finding that we leave to it is one
 * that it reports on the same line.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { isRuffRuleOn } from "../../server/analysis/engine/ruff.ts";
import type { RuffSettings } from "../../server/analysis/engine/ruff.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Settings } from "../../server/analysis/engine/settings.ts";
import { createProject } from "../../server/lsp/project.ts";
import { createRuffFinder } from "../../server/workspace/ruff-discovery.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";

const ruff = join(import.meta.dirname, "../../.cache/python/bin/ruff");
const available = existsSync(ruff);

// ---- settings ----------------------------------------------------------------------------------------------

/** One line for each of these codes. Of Ruff's own choice, those that all versions agree on. */
const sample = `from os import *\nimport sys\n\nassert sys.argv\nprint(sys.argv)\nbreakpoint()\neval(sys.argv[0])\nx = sys.argv == None\n`;
const codes = ["S101", "S307", "T201", "F403", "E711"];
const disputed = ["F403", "E711"];

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  /** Nothing replaces Ruff's own choice. */
  readonly isOwnChoice?: boolean;
}

const cases: readonly Case[] = [
  { title: "its own choice", file: "a.py", isOwnChoice: true, files: { "ruff.toml": "line-length = 100\n" } },
  { title: "a selection replaces it", file: "a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20"]\n' } },
  { title: "an extended selection adds to it", file: "a.py", isOwnChoice: true, files: { "ruff.toml": '[lint]\nextend-select = ["T"]\n' } },
  { title: "everything, but for some", file: "a.py", files: { "ruff.toml": '[lint]\nselect = ["ALL"]\nignore = ["S1", "T201"]\n' } },
  { title: "the longer selector counts", file: "a.py", files: { "ruff.toml": '[lint]\nselect = ["S101", "E"]\nignore = ["S", "E7"]\n' } },
  { title: "settings beside the linter's", file: "a.py", files: { "ruff.toml": 'select = ["T201"]\nextend-ignore = ["F"]\n' } },
  { title: "the linter's own go before those beside", file: "a.py", files: { "ruff.toml": 'select = ["T201"]\n[lint]\nselect = ["S"]\n' } },
  { title: "pyproject.toml", file: "pkg/a.py", files: { "pyproject.toml": '[tool.ruff.lint]\nselect = ["S"]\n' } },
  { title: "a pyproject.toml without a word about it is passed over", file: "pkg/a.py", files: { "pyproject.toml": '[tool.ruff.lint]\nselect = ["S"]\n', "pkg/pyproject.toml": '[project]\nname = "x"\nversion = "1"\n' } },
  { title: "the nearest file holds", file: "pkg/a.py", files: { "ruff.toml": '[lint]\nselect = ["S"]\n', "pkg/ruff.toml": '[lint]\nselect = ["T20"]\n' } },
  { title: "the hidden file goes first", file: "a.py", files: { "ruff.toml": '[lint]\nselect = ["S"]\n', ".ruff.toml": '[lint]\nselect = ["T20"]\n' } },
  { title: "extend", file: "pkg/a.py", files: { "base.toml": '[lint]\nselect = ["S", "F"]\nignore = ["S101"]\n', "pkg/ruff.toml": 'extend = "../base.toml"\n[lint]\nextend-select = ["T20"]\nignore = ["F401"]\n' } },
  { title: "extend, and a selection of its own", file: "pkg/a.py", files: { "base.toml": '[lint]\nselect = ["S", "F"]\n', "pkg/ruff.toml": 'extend = "../base.toml"\n[lint]\nselect = ["T20"]\n' } },
  { title: "off for some files, by name", file: "scripts/a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20", "F"]\n[lint.per-file-ignores]\n"a.py" = ["T201"]\n"b.py" = ["S"]\n' } },
  { title: "off for some files, by folder", file: "scripts/deep/a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20", "F"]\n[lint.per-file-ignores]\n"scripts/**" = ["T20"]\n"other/*" = ["S"]\n"*.pyi" = ["F"]\n' } },
  { title: "a star goes across folders", file: "scripts/deep/a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20"]\n[lint.per-file-ignores]\n"scripts/*.py" = ["T20"]\n' } },
  { title: "off but for some files", file: "scripts/a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20"]\n[lint.per-file-ignores]\n"!scripts/*" = ["S"]\n"!src/*" = ["T20"]\n' } },
  { title: "either of two", file: "scripts/a.py", files: { "ruff.toml": '[lint]\nselect = ["S", "T20"]\n[lint.per-file-ignores]\n"{scripts,tools}/[ab].py" = ["T20"]\n' } },
  { title: "an excluded folder", file: "generated/a.py", files: { "ruff.toml": 'exclude = ["generated"]\n[lint]\nselect = ["S"]\n' } },
  { title: "another excluded folder", file: "pkg/a.py", files: { "ruff.toml": 'exclude = ["generated"]\n[lint]\nselect = ["S"]\n' } },
  { title: "excluded below", file: "pkg/generated/a.py", files: { "ruff.toml": 'extend-exclude = ["pkg/gen*"]\n[lint]\nselect = ["S"]\n' } },
  { title: "excluded from linting", file: "pkg/a.py", files: { "ruff.toml": '[lint]\nselect = ["S"]\nexclude = ["pkg/*.py"]\n' } },
];

describe.skipIf(!available)("settings mean what Ruff makes of them", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  test.each(cases)("$title", async ({ files, file, isOwnChoice = false }) => {
    const folder = mkdtempSync(join(tmpdir(), "ruff-"));
    folders.push(folder);
    for (const [path, text] of [...Object.entries(files), [file, sample]] as const) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const result = spawnSync(ruff, ["check", "--no-cache", "--output-format", "json", "."], { cwd: folder, encoding: "utf8" });
    expect([0, 1], result.stderr).toContain(result.status);
    const reported = new Set((JSON.parse(result.stdout) as { code: string }[]).map(({ code }) => code));
    const settings = await createRuffFinder(memoryHost({ ...files, [file]: sample })).find(`${project}/${file}`);
    const asked = isOwnChoice ? codes.filter((code) => !disputed.includes(code)) : codes;
    const ours = settings ? asked.filter((code) => isRuffRuleOn(settings, `${project}/${file}`, code)) : [];
    expect(ours).toEqual(asked.filter((code) => reported.has(code)));
  });
});

test.skipIf(!available)("of the rules that are on by Ruff's own choice, all that we cover are known", () => {
  const { stdout } = spawnSync(ruff, ["check", "--isolated", "--show-settings", "installed_names.py"], { cwd: join(import.meta.dirname, "../knowledge"), encoding: "utf8" });
  const enabled = /linter\.rules\.enabled = \[(?<list>[^\]]*)\]/u.exec(stdout)?.groups?.["list"] ?? "";
  const chosen = [...enabled.matchAll(/\((?<code>[A-Z]+\d+)\)/gu)].map(({ groups }) => groups?.["code"] ?? "");
  expect(chosen.length).toBeGreaterThan(50);
  const layer = { root: project, extend: undefined, select: undefined, extendSelect: [], ignore: [], exclude: undefined, extendExclude: [], lintExclude: undefined, perFileIgnores: undefined, extendPerFileIgnores: [] };
  const all = [...new Set(rules.flatMap(({ covers = [] }) => covers))];
  const on = all.filter((code) => isRuffRuleOn({ layers: [layer] }, `${project}/a.py`, code));
  // Older versions had other rules on.
  expect(on.filter((code) => !code.startsWith("F") && !code.startsWith("E")).sort()).toEqual(all.filter((code) => chosen.includes(code)).sort());
});

test("without settings of Ruff's it is not used, and what is kept is read anew when told", async () => {
  const host = memoryHost({ "pyproject.toml": "[project]\nname = 'x'\n", "pkg/a.py": "" });
  const finder = createRuffFinder(host);
  expect(await finder.find(`${project}/pkg/a.py`)).toBeUndefined();
  host.set("ruff.toml", "[lint]\nselect = ['T20']\n");
  expect(await finder.find(`${project}/pkg/a.py`)).toBeUndefined();
  finder.invalidate();
  const found = await finder.find(`${project}/pkg/a.py`);
  expect(found && isRuffRuleOn(found, `${project}/pkg/a.py`, "T201")).toBe(true);
  expect(await finder.find(`${project}/pkg/b.py`)).toBe(found);
});

test("circles and broken files leave what there is", async () => {
  const { find } = createRuffFinder(memoryHost({
    "ruff.toml": 'extend = "other.toml"\n[lint]\nselect = ["S"]\n', "other.toml": 'extend = "ruff.toml"\n[lint]\nselect = ["T20"]\n',
    "broken/ruff.toml": "[lint\nselect = 3\n", "gone/ruff.toml": 'extend = "missing.toml"\n',
  }));
  const on = async (path: string, code: string): Promise<boolean | undefined> => {
    const found = await find(`${project}/${path}`);
    return found && isRuffRuleOn(found, `${project}/${path}`, code);
  };
  expect(await on("a.py", "S101")).toBe(true);
  expect(await on("broken/a.py", "F403")).toBe(true);
  expect(await on("gone/a.py", "T201")).toBe(false);
});

test("a language server hears of changes: the options of a document carry what holds now", async () => {
  const host = memoryHost({ "job.py": "" });
  const served = createProject(host, rules, [project], () => undefined);
  const ruffOf = async () => (await served.optionsFor(`${project}/job.py`, "script")).options.ruff;
  expect(await ruffOf()).toBeUndefined();
  host.set("ruff.toml", "[lint]\nselect = ['T20']\n");
  expect(await served.filesChanged([`${project}/ruff.toml`])).toEqual({ settings: true, stores: false, readsStores: false });
  const settings = await ruffOf();
  expect(settings && isRuffRuleOn(settings, `${project}/job.py`, "T201")).toBe(true);
  // The same object, so that nothing is made anew.
  expect(await ruffOf()).toBe(settings);
});

// ---- findings ----------------------------------------------------------------------------------------------

/** For every code that a rule says it covers: code that both report, on the same line. */
const covered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "asserted-data": { S101: 'import pandas as pd\n\nsales = pd.read_csv("a.csv")\nassert len(sales) > 0\n' },
  "debugging-leftover": {
    T100: "def f():\n    breakpoint()\n",
    B018: 'import pandas as pd\n\nsales = pd.read_csv("a.csv")\nsales.shape\n',
  },
  "dynamic-evaluation": { S307: "def f(text):\n    return eval(text)\n", S102: "def f(text):\n    exec(text)\n" },
  "missing-timeout": { S113: 'import requests\n\nrequests.get("https://api.example.com")\n' },
  "nan-comparison": { PLW0177: 'import numpy as np\n\nx = np.array([1.0])\nprint(x == np.nan)\n' },
  "print-in-production": { T201: 'import pandas as pd\n\n\ndef load(path):\n    print("loading", path)\n    return pd.read_csv(path)\n' },
  "shell-interpolation": {
    S602: 'import subprocess\n\n\ndef f(name):\n    subprocess.run(f"ls {name}", shell=True)\n',
    S605: 'import os\n\n\ndef f(name):\n    os.system(f"ls {name}")\n',
  },
  "sql-interpolation": { S608: 'import sqlite3\n\n\ndef f(name):\n    con = sqlite3.connect("a.db")\n    con.execute(f"SELECT * FROM t WHERE name = \'{name}\'")\n' },
  "star-import": { F403: "from math import *\n\nprint(sqrt(2))\n" },
  "swallowed-exception": {
    S110: 'import pandas as pd\n\ntry:\n    pd.read_csv("a.csv")\nexcept:\n    pass\n',
    S112: 'import pandas as pd\n\nfor path in ["a.csv"]:\n    try:\n        pd.read_csv(path)\n    except:\n        continue\n',
    BLE001: 'import pandas as pd\n\n\ndef f(path):\n    try:\n        return pd.read_csv(path)\n    except Exception:\n        return None\n',
  },
  "unclosed-resource": { SIM115: 'import json\n\nsettings = json.load(open("a.json"))\n' },
  "unsafe-archive-extraction": { S202: 'import sys\nimport tarfile\n\ntarfile.open(sys.argv[1]).extractall("out")\n' },
  "unsafe-deserialization": {
    S301: 'import pickle\n\nwith open("a.pkl", "rb") as file:\n    model = pickle.load(file)\n',
    S506: 'import yaml\n\nwith open("a.yaml") as file:\n    settings = yaml.load(file)\n',
  },
  "unverified-tls": {
    S501: 'import requests\n\nrequests.get("https://api.example.com", verify=False, timeout=3)\n',
    S323: "import ssl\n\ncontext = ssl._create_unverified_context()\n",
  },
};

const covering = rules.filter(({ covers }) => covers);

test("every code that a rule says it covers is proved", () => {
  const said = Object.fromEntries(covering.map(({ name, covers = [] }) => [name, [...covers].sort()]));
  expect(said).toEqual(Object.fromEntries(Object.entries(covered).map(([name, samples]) => [name, Object.keys(samples).sort()])));
});

describe.skipIf(!available).each(covering)("$name leaves to Ruff what it reports", (rule) => {
  test.each(Object.entries(covered[rule.name] ?? {}))("%s", (code, text) => {
    const result = spawnSync(ruff, ["check", "--isolated", "--no-cache", "--select", code, "--output-format", "json", "--stdin-filename", "job.py", "-"], { input: text, encoding: "utf8" });
    const lines = (JSON.parse(result.stdout) as { location: { row: number } }[]).map(({ location }) => location.row);
    const ours = linesOf(rule, text);
    expect(ours.length).toBeGreaterThan(0);
    for (const line of ours) expect(lines).toContain(line);
    expect(linesOf(rule, text, code)).toEqual([]);
    // Another rule of Ruff's changes nothing, and who asks for ours by its name gets it.
    expect(linesOf(rule, text, "D100")).toEqual(ours);
    expect(linesOf(rule, text, code, { ...defaultSettings, severity: new Map([[rule.name, "error"]]) })).toEqual(ours);
    expect(linesOf(rule, text, code, { ...defaultSettings, select: [rule.name] })).toEqual(ours);
    // What was said to Ruff, or to all linters, is said to us.
    for (const noqa of [`# noqa: E501, ${code}`, "# noqa"]) expect(linesOf(rule, text.replaceAll("\n", `  ${noqa}\n`), undefined)).toEqual([]);
    expect(linesOf(rule, text.replaceAll("\n", "  # noqa: D100\n"), undefined)).toEqual(ours);
  });
});

/** 1-based lines of the rule's findings. */
function linesOf(rule: Rule, text: string, code?: string, settings: Settings = defaultSettings): readonly number[] {
  const session = createSession({ rules: [rule], strict: true });
  const uri = `${project}/job.py`;
  const layer = { root: project, extend: undefined, extendSelect: [], ignore: [], exclude: undefined, extendExclude: [], lintExclude: undefined, perFileIgnores: undefined, extendPerFileIgnores: [] };
  const neighbour: RuffSettings | undefined = code === undefined ? undefined : { layers: [{ ...layer, select: [code] }] };
  session.openScript(uri, text, { settings, profile: "production", ruff: neighbour });
  const document = session.document(uri);
  return (session.report(uri)?.findings ?? []).map(({ at }) => {
    const { cell, start } = document?.locate(at) ?? { cell: undefined, start: 0 };
    return cell && document ? document.sourceOf(cell).positionAt(start).line + 1 : 0;
  });
}
