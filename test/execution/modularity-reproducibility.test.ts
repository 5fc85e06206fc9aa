/** Programs before and after the fixes of top-level-work, nan-comparison, missing-random-state and unordered-input, run in real Python. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import topLevelWork from "../../rules/modularity/top-level-work.ts";
import nanComparison from "../../rules/pandas/nan-comparison.ts";
import missingRandomState from "../../rules/reproducibility/missing-random-state.ts";
import unorderedInput from "../../rules/reproducibility/unordered-input.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  readonly rule: Rule;
  readonly code: string;
  readonly before: string;
  readonly after: string;
}

/** Lists files the other way round, as another file system might. */
const reversedGlob = `import glob\nimport os\n\nimport pandas as pd\n\n_glob, _listdir = glob.glob, os.listdir
glob.glob = lambda pattern: sorted(_glob(pattern), reverse=True)\nos.listdir = lambda folder: sorted(_listdir(folder), reverse=True)\n`;

const samples: readonly Sample[] = [
  {
    title: "rows without an age are found at last",
    rule: nanComparison,
    code: `import numpy as np\nimport pandas as pd\n\ndf = pd.DataFrame({"age": [1.0, None, 3.0]})\nprint(len(df[df["age"] == np.nan]))\n`,
    before: "0\n",
    after: "1\n",
  },
  {
    title: "a sum of columns is tested as a whole",
    rule: nanComparison,
    code: `import numpy as np\nimport pandas as pd\n\ndf = pd.DataFrame({"a": [1.0, None], "b": [2.0, 2.0]})\nprint(list((df["a"] + df["b"] != np.nan) & (df["b"] > 0)))\n`,
    before: "[True, True]\n",
    after: "[True, False]\n",
  },
  {
    title: "an array is tested element by element",
    rule: nanComparison,
    code: `import numpy as np\n\nx = np.array([1.0, np.nan])\nprint(x[x != np.nan].size)\n`,
    before: "2\n",
    after: "1\n",
  },
  {
    title: "a series of texts against None",
    rule: nanComparison,
    code: `import pandas as pd\n\ns = pd.Series(["a", None])\nprint(int((s == None).sum()))\n`,
    before: "0\n",
    after: "1\n",
  },
  {
    title: "files are concatenated in the order of their names",
    rule: unorderedInput,
    code: `${reversedGlob}files = glob.glob("parts/*.csv")\nprint(list(pd.concat([pd.read_csv(f) for f in files])["x"]))\n`,
    before: "[3, 2, 1]\n",
    after: "[1, 2, 3]\n",
  },
  {
    title: "a loop over a folder goes in the order of names",
    rule: unorderedInput,
    code: `${reversedGlob}rows = []\nfor name in os.listdir("parts"):\n    rows.append(pd.read_csv(os.path.join("parts", name))["x"][0])\nprint([int(row) for row in rows])\n`,
    before: "[3, 2, 1]\n",
    after: "[1, 2, 3]\n",
  },
  {
    title: "a script with functions, comments and text over several lines",
    rule: topLevelWork,
    code: `"""Totals."""
from __future__ import annotations

import pandas as pd

SOURCE = "parts/1.csv"


def total(frame: pd.DataFrame) -> int:
    return int(frame["x"].sum())


# read
df = pd.read_csv(SOURCE)
TEXT = f"""
  total of {SOURCE}:
    {total(df)}
"""
for name in ["a", "b"]:
    def shout(name=name):
        return name.upper()
    print(shout())


def late() -> str:
    return "late"


print(TEXT, late(), [total(df) + i for i in range(2)])  # show
`,
    before: "A\nB\n\n  total of parts/1.csv:\n    1\n late [1, 2]\n",
    after: "A\nB\n\n  total of parts/1.csv:\n    1\n late [1, 2]\n",
  },
  {
    title: "a function that reads a name of the module",
    rule: topLevelWork,
    code: `import pandas as pd\n\ndf = pd.read_csv("parts/2.csv")\n\n\ndef rows():\n    global df\n    df = df * 10\n    return int(df["x"][0])\n\n\nprint(rows(), int(df["x"][0]))\n`,
    before: "20 20\n",
    after: "20 20\n",
  },
  {
    title: "a constant that the work binds again",
    rule: topLevelWork,
    code: `import pandas as pd\n\nlimit = 5\nfor part in [1, 2]:\n    limit += int(pd.read_csv(f"parts/{part}.csv")["x"][0])\nprint(limit)\n`,
    before: "8\n",
    after: "8\n",
  },
];

describe.skipIf(!available)("the result is as it should be", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    mkdirSync(join(folder, "parts"));
    for (const part of [1, 2, 3]) writeFileSync(join(folder, "parts", `${String(part)}.csv`), `x\n${String(part)}\n`);
    const jobs = samples.flatMap(({ rule, code }, index): Job[] => [
      { name: `before_${String(index)}.py`, code },
      { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "program.py", code) },
    ]);
    outcomes = runAll(folder, jobs);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title", ({ index, before, after }) => {
    expect(outcomes[index * 2]).toEqual({ output: before, error: "" });
    expect(outcomes[index * 2 + 1]).toEqual({ output: after, error: "" });
  });
});

describe.skipIf(!available)("what the fix is for", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);

  test("importing the module no longer reads anything", () => {
    const code = `import pandas as pd\n\ndf = pd.read_csv("absent.csv")\nprint(len(df))\n`;
    const importing = (module: string): Job => ({ name: `import_${module}.py`, code: `import sys\nsys.path.insert(0, ".")\nimport ${module}\nprint("imported")\n` });
    writeFileSync(join(folder, "before.py"), code);
    writeFileSync(join(folder, "after.py"), fixedCode(topLevelWork, folder, "program.py", code));
    const [before, after] = runAll(folder, [importing("before"), importing("after")]);
    expect(before?.error).toContain("FileNotFoundError");
    expect(after).toEqual({ output: "imported\n", error: "" });
  }, 120_000);

  test("two runs give the same split", () => {
    const code = `from sklearn.model_selection import train_test_split\n\nprint(train_test_split(list(range(1000)), test_size=0.5)[0][:8])\n`;
    const fixed = fixedCode(missingRandomState, folder, "program.py", code);
    const runs = runAll(folder, [{ name: "a.py", code }, { name: "b.py", code }, { name: "c.py", code: fixed }, { name: "d.py", code: fixed }]);
    expect(runs.map(({ error }) => error)).toEqual(["", "", "", ""]);
    expect(runs[0]?.output).not.toBe(runs[1]?.output);
    expect(runs[2]?.output).toBe(runs[3]?.output);
  }, 120_000);
});
