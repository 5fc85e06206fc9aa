/** Programs with a path of one machine, before and after each of its fixes: same output, and the setting really sets. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/hardcoded-path.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { applyFixes } from "../../server/features/apply-fixes.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  /** Part of the fix's title. */
  readonly fix: string;
  /** `DIR` is the folder with `orders.csv`, a text `orders` inside. */
  readonly code: string;
  /** An environment variable that leads to the other folder's file, whose text is `others`. */
  readonly variable?: readonly [string, string];
}

const samples: readonly Sample[] = [
  { title: "opened where it is written", fix: "environment", code: `print(open("DIR/orders.csv").read())\n`, variable: ["ORDERS_PATH", "OTHER/orders.csv"] },
  {
    title: "through a constant, a docstring before it",
    fix: "environment",
    code: `"""Reads."""\nfrom __future__ import annotations\n\nimport csv\n\nORDERS = "DIR/orders.csv"\n\n\ndef load():\n    with open(ORDERS) as file:\n        return list(csv.reader(file))\n\n\nprint(load())\n`,
    variable: ["ORDERS", "OTHER/orders.csv"],
  },
  { title: "an f-string's folder", fix: "environment", code: `def load(name):\n    return open(f"DIR/{name}.csv").read()\n\n\nprint(load("orders"))\n`, variable: ["DIR_NAME", "OTHER"] },
  { title: "joined", fix: "environment", code: `import os\n\nprint(open(os.path.join("DIR", "orders.csv")).read())\n`, variable: ["DIR_NAME", "OTHER"] },
  {
    title: "read and written in two functions",
    fix: "environment",
    code: `from pathlib import Path\n\n\ndef read():\n    return Path("DIR/orders.csv").read_text()\n\n\ndef write(text):\n    Path("DIR/orders.csv").write_text(text)\n\n\nwrite(read())\nprint(read())\n`,
    variable: ["ORDERS_PATH", "OTHER/orders.csv"],
  },
  { title: "a parameter", fix: "parameter", code: `def load(mode, **options):\n    return open("DIR/orders.csv", mode, **options).read()\n\n\nprint(load("r"))\nprint(load(mode="r", encoding="utf-8"))\n` },
  { title: "a parameter of a method", fix: "parameter", code: `class Loader:\n    def load(self):\n        return open("DIR/orders.csv").read()\n\n\nprint(Loader().load())\n` },
  { title: "relative to the file", fix: "relative", code: `import pandas as pd\n\nprint(pd.read_csv("DIR/orders.csv").to_csv())\n` },
  { title: "relative, where letters are needed", fix: "relative", code: `path = "DIR/orders.csv"\nprint(open(path + "").read())\n` },
  { title: "a constant of pathlib", fix: "environment", code: `from pathlib import Path\n\nROOT = Path("DIR")\nprint((ROOT / "orders.csv").read_text(), open("DIR" + "/orders.csv").read())\n`, variable: ["ROOT", "OTHER"] },
  { title: "inside an f-string", fix: "environment", code: `import os\n\nprint(open(f"{os.path.join('DIR', 'orders')}.csv").read())\n`, variable: ["DIR_NAME", "OTHER"] },
];

/** All paths below `DIR`, and what each program does with them. */
const collected: readonly { readonly title: string; readonly code: string }[] = [
  { title: "readers that take pathlib", code: `import pandas as pd\n\nprint(pd.read_csv("DIR/orders.csv").columns[0], open("DIR/raw/prices.csv").read(), open('DIR/a b.txt', mode="r").read())\n` },
  {
    title: "texts, f-strings and joins",
    code: `import glob\nimport os\n\n\ndef load(name):\n    if not os.path.exists("DIR/orders.csv"):\n        return None\n    first = open(f"DIR/{name}.csv").read()\n    second = open("DIR/raw/" + "prices.csv").read()\n    third = open("DIR/%s.csv" % name).read()\n    fourth = open("DIR/{}.csv".format(name)).read()\n    names = [os.path.basename(each) for each in sorted(glob.glob("DIR/raw/*.csv"))]\n    return first, second, third, fourth, names, sorted(os.listdir("DIR")), open(os.path.join("DIR/raw", "prices.csv")).read()\n\n\nprint(load("orders"))\n`,
  },
  {
    title: "pathlib, and folders that are made",
    code: `from pathlib import Path\n\nsource = Path("DIR/raw") / "prices.csv"\ntarget = Path("DIR/out/deep")\ntarget.mkdir(parents=True, exist_ok=True)\nPath("DIR/out/deep/copy.csv").write_text(source.read_text())\nprint(Path("DIR/out/deep/copy.csv").read_text(), Path("DIR/orders.csv").read_text())\n`,
  },
  { title: "a constant first", code: `DATA = "DIR"\nprint(open(DATA + "/orders.csv").read(), open("DIR/raw/prices.csv").read())\nfor name in ["DIR/orders.csv", "DIR/raw/prices.csv"]:\n    print(open(name).read())\n` },
  { title: "a dictionary, and quotes in f-strings", code: `"""Reads."""\nfrom __future__ import annotations\n\nFILES = {"orders": "DIR/orders.csv", "prices": 'DIR/raw/prices.csv'}\nprint({key: open(path).read() for key, path in FILES.items()})\nprint(f"{open('DIR/orders.csv').read()} and {open('DIR/raw/prices.csv').read()}")\n` },
  { title: "cells", code: `# %%\nimport pandas as pd\n\n# %%\norders = open("DIR/orders.csv").read()\n\n# %%\nprices = open("DIR/raw/prices.csv").read()\nprint(orders, prices)\n` },
  { title: "a cell of parameters", code: `# %% tags=["parameters"]\nmonth = 1\n\n# %%\norders = open("DIR/orders.csv").read()\nprices = open("DIR/raw/prices.csv").read()\nprint(orders, prices)\n` },
  { title: "functions with defaults and several fixes", code: `def read(path):\n    return open(path).read()\n\n\ndef orders(mode="r"):\n    return open("DIR/orders.csv", mode).read()\n\n\ndef prices():\n    return read("DIR/raw/prices.csv")\n\n\nprint(orders(), prices(), read("DIR/orders.csv"))\n` },
];

/** Texts after every fix of every finding on its own, after all that share a title, and after applying until nothing is left. */
function everyWay(folder: string, code: string): readonly { readonly title: string; readonly code: string }[] {
  const uri = new URL(`file://${join(folder, "program.py")}`).href;
  const opened = () => {
    const session = createSession({ rules: [rule], strict: true });
    session.openScript(uri, code, { settings: { ...defaultSettings, root: new URL(`file://${folder}`).href }, profile: "production" });
    return session;
  };
  const session = opened();
  const document = session.document(uri);
  const findings = session.report(uri)?.findings ?? [];
  const ways = findings.flatMap(({ fixes }) => fixes).map((fix) => ({
    title: fix.title,
    code: applyEdits(code, fix.edits.map(({ at, text }) => ({ start: document?.locate(at).start ?? 0, end: document?.locate(at).end ?? 0, text }))),
  }));
  for (const kind of ["environment", "Collect", "relative", "parameter"]) {
    const again = opened();
    for (let round = 0; round < 20; round++) {
      const fix = again.report(uri)?.findings.flatMap(({ fixes }) => fixes).find(({ title }) => title.includes(kind));
      if (!fix) break;
      const now = again.document(uri);
      const text = now?.cells[0] ? now.sourceOf(now.cells[0]).text : "";
      const fixed = applyEdits(text, fix.edits.map((edit) => ({ start: now?.locate(edit.at).start ?? 0, end: now?.locate(edit.at).end ?? 0, text: edit.text })));
      again.change(uri, [{ start: 0, end: text.length, text: fixed }]);
    }
    const first = again.document(uri)?.cells[0];
    ways.push({ title: `all of kind ${kind}`, code: first ? (again.document(uri)?.sourceOf(first).text ?? "") : "" });
  }
  const all = opened();
  applyFixes(all, uri, { safety: "review" });
  const first = all.document(uri)?.cells[0];
  ways.push({ title: "all", code: first ? (all.document(uri)?.sourceOf(first).text ?? "") : "" });
  return ways;
}

describe.skipIf(!available)("every fix, and every kind of fix applied to all findings, prints the same", () => {
  const { folder, remove } = makeFolder();
  const here = join(folder, "data");
  const there = join(folder, "elsewhere");
  const programs = collected.map(({ title, code }) => ({ title, code: code.replaceAll("DIR", here) }));
  const ways = available ? programs.map(({ code }) => everyWay(folder, code)) : [];
  afterAll(remove);
  const outcomes: { readonly before: Outcome; readonly after: readonly Outcome[]; readonly set: Outcome }[] = [];
  beforeAll(() => {
    for (const [place, text] of [[here, "first"], [there, "second"]] as const) {
      mkdirSync(join(place, "raw"), { recursive: true });
      for (const name of ["orders.csv", "raw/prices.csv", "a b.txt"]) writeFileSync(join(place, name), `${text} ${name}`);
    }
    const jobs = programs.map(({ code }, index): Job[] => {
      const after = (ways[index] ?? []).map((way, number): Job => ({ name: `after_${String(index)}_${String(number)}.py`, code: way.code }));
      const whole = (ways[index] ?? []).find(({ title }) => title.startsWith("Collect"));
      const set = { name: `set_${String(index)}.py`, code: (whole?.code ?? "").replace(`DATA_DIR = "${here}"`, `DATA_DIR = "${there}"`), environment: { DATA_DIR: there, DATA: there } };
      return [{ name: `before_${String(index)}.py`, code }, ...after, set];
    });
    const all = runAll(folder, jobs.flat());
    let at = 0;
    for (const list of jobs) {
      const [before, ...others] = all.slice(at, at + list.length);
      at += list.length;
      const set = others.pop();
      if (before && set) outcomes.push({ before, after: others, set });
    }
  }, 120_000);

  test.each(programs.map(({ title }, index) => ({ title, index })))("$title", ({ index }) => {
    const outcome = outcomes[index];
    expect(outcome?.before).toMatchObject({ error: "", output: expect.stringContaining("first") as string });
    expect(ways[index]?.some(({ title }) => title.startsWith("Collect"))).toBe(true);
    for (const [number, after] of (outcome?.after ?? []).entries()) expect(after, ways[index]?.[number]?.code).toEqual(outcome?.before);
    expect(outcome?.set.error).toBe("");
    expect(outcome?.set.output).not.toContain("first");
    expect(outcome?.set.output).toContain("second");
  });
});

describe.skipIf(!available)("paths that are settings lead to the same file", () => {
  const { folder, remove } = makeFolder();
  const here = join(folder, "data");
  const there = join(folder, "elsewhere");
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  const variableOf = ([name, value]: readonly [string, string]): Record<string, string> => ({
    [name === "DIR_NAME" ? "DATA_DIR" : name]: value.replace("OTHER", there),
  });
  beforeAll(() => {
    for (const [place, text] of [[here, "orders"], [there, "others"]] as const) {
      mkdirSync(place);
      writeFileSync(join(place, "orders.csv"), text);
    }
    const jobs = samples.flatMap(({ code, fix, variable }, index): Job[] => {
      const source = code.replaceAll("DIR", here);
      const after = { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "program.py", source, fix) };
      return [{ name: `before_${String(index)}.py`, code: source }, after, { ...after, environment: variable ? variableOf(variable) : {} }];
    });
    outcomes = runAll(folder, jobs);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title ($fix)", ({ index, variable }) => {
    const [before, after, set] = outcomes.slice(index * 3, index * 3 + 3);
    expect(before).toMatchObject({ error: "", output: expect.stringContaining("orders") as string });
    expect(after).toEqual(before);
    if (variable) expect(set).toMatchObject({ error: "", output: expect.stringContaining("others") as string });
  });
});
