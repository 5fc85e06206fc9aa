/** Programs with a path of one machine, before and after each of its fixes: same output, and the setting really sets. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/hardcoded-path.ts";
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
];

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
