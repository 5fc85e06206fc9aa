/** Programs before and after the fixes of the clean-code rules and of star-import, run in real Python. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import assertedData from "../../rules/clean-code/asserted-data.ts";
import debuggingLeftover from "../../rules/clean-code/debugging-leftover.ts";
import printInProduction from "../../rules/clean-code/print-in-production.ts";
import swallowedException from "../../rules/clean-code/swallowed-exception.ts";
import starImport from "../../rules/modularity/star-import.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { moduleFiles } from "../harness/module-files.ts";
import { available, fixedCode, makeFolder, python, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  readonly rule: Rule;
  readonly code: string;
  /** Part of the fix's title. */
  readonly fix?: string;
  readonly before: string;
  readonly after?: string;
  /** What the last line of the traceback holds afterwards; absent: it ends well. */
  readonly fails?: string;
}

const show = "\n\nif __name__ == \"__main__\":\n";

const samples: readonly Sample[] = [
  // ---- star-import: nothing may change
  {
    title: "functions, constants, and builtins that the star replaces",
    rule: starImport,
    code: "from math import *\n\n\ndef area(r):\n    return round(pi * pow(r, 2), 3)\n\n\nprint(area(2), pow(2, 0.5), sqrt(16), abs(-1))\n",
    before: "12.566 1.4142135623730951 4.0 1\n",
  },
  {
    title: "numpy's sum instead of Python's",
    rule: starImport,
    code: "from numpy import *\n\nx = array([[1, 2], [3, 4]])\nprint(sum(x, 0), max([3, 1]), all([1, 0]))\n",
    before: "[4 6] 3 False\n",
  },
  {
    title: "two stars with the same names",
    rule: starImport,
    code: "from math import *\nfrom cmath import *\n\nprint(sqrt(-4), floor(2.5), phase(1), gcd(4, 6))\n",
    before: "2j 2 0.0 2\n",
  },
  {
    title: "a name that is bound anew between two stars is used of both",
    rule: starImport,
    code: "from cmath import *\nprint(sqrt(-1))\nfrom math import *\nprint(sqrt(4), floor(1.5))\n",
    before: "1j\n2.0 1\n",
  },
  {
    title: "used in a class body, a default, a decorator, a comprehension and a global",
    rule: starImport,
    code: `from functools import *
from math import *


class Circle:
    pi = pi
    tau = 2 * pi

    @lru_cache
    def area(self, r, power=pow):
        return round(self.pi * power(r, 2), 2)


def shift():
    global e
    e = e + 1
    return int(e)


total = 0
total += inf > 1
print(Circle().area(2), [floor(x) for x in (1.5,)], shift(), total, reduce(lambda a, b: a + b, [1, 2]))
`,
    before: "12.57 [1] 3 1 3\n",
  },
  {
    title: "in quotes: an annotation that is resolved, a query, a formula",
    rule: starImport,
    code: `from typing import *
from numpy import *
import pandas as pd
import statsmodels.formula.api as smf


def f(x: "Optional[Sequence[int]]") -> "Dict[str, Any]":
    return {}


frame = pd.DataFrame({"y": [1.0, 2.0, 3.0, 4.5], "x": [1.0, 2.0, 4.0, 8.0]})
print(len(get_type_hints(f)), len(frame.query("y < @inf")), len(smf.ols("y ~ log(x)", frame).fit().params))
`,
    before: "2 4 2\n",
  },
  // ---- debugging-leftover
  {
    title: "displays go, and what is saved is the same",
    rule: debuggingLeftover,
    code: `import pandas as pd\n\nsales = pd.DataFrame({"price": [1, 2, None]})\nsales.isna().sum()\nif len(sales) > 2:\n    sales["price"].describe()  # look\nprint(int(sales["price"].sum()))\n`,
    before: "3\n",
  },
  {
    title: "an import and its debugger on one line",
    rule: debuggingLeftover,
    code: "def late(rows):\n    for row in rows:\n        if row > 9:\n            import pdb; pdb.set_trace()\n        elif row: print(row)\n\n\nlate([0, 1])\n",
    before: "1\n",
  },
  // ---- asserted-data
  {
    title: "good data passes",
    rule: assertedData,
    code: `import pandas as pd\n\n\ndef total(sales: pd.DataFrame):\n    assert not sales["price"].isna().any() and len(sales) > 0, "bad sales"\n    return int(sales["price"].sum())\n\n\nprint(total(pd.DataFrame({"price": [1, 2]})))\n`,
    before: "3\n",
  },
  {
    title: "bad data fails with the same message",
    rule: assertedData,
    code: `import pandas as pd\n\n\ndef total(sales: pd.DataFrame):\n    assert "price" in sales.columns, f"no price in {list(sales)}"\n    return 0\n\n\ntry:\n    total(pd.DataFrame({"prize": [1]}))\nexcept Exception as error:\n    print(error)\n`,
    before: "no price in ['prize']\n",
  },
  {
    title: "an expression over several lines, with a call that begins with parentheses",
    rule: assertedData,
    code: `import pandas as pd\n\n\ndef check(sales: pd.DataFrame):\n    assert (\n        (sales["price"] > 0)\n        .all()\n    )\n    assert (sales["price"].max()) == (sales["price"].iloc[-1])\n\n\ncheck(pd.DataFrame({"price": [1, 2]}))\nprint("fine")\n`,
    before: "fine\n",
  },
  // ---- swallowed-exception
  {
    title: "a missing file is an error at last",
    rule: swallowedException,
    code: `import pandas as pd\n\n\ndef load(path):\n    try:\n        return pd.read_csv(path)\n    except Exception:\n        return None\n\n\nprint(load("absent.csv"))\n`,
    before: "None\n",
    after: "",
    fails: "FileNotFoundError",
  },
  {
    title: "logged, and the loop goes on",
    rule: swallowedException,
    fix: "go on",
    code: `import logging\nimport sys\nimport pandas as pd\n\nlogging.basicConfig(stream=sys.stdout, format="%(name)s %(message)s", force=True)\nlogger = logging.getLogger("load")\nlogging.Formatter.formatException = lambda self, info: info[0].__name__\nfor path in ["absent.csv"]:\n    try:\n        frame = pd.read_csv(path)\n    except: continue\nprint("end")\n`,
    before: "end\n",
    after: "load pd.read_csv failed\nFileNotFoundError\nend\n",
  },
  {
    title: "an assignment, raised after it",
    rule: swallowedException,
    code: `import json\n\nrates = {}\ntry:\n    with open("absent.json") as file:\n        rates = json.load(file)\nexcept (OSError, Exception):\n    rates = {}  # none\nprint(rates)\n`,
    before: "{}\n",
    after: "",
    fails: "FileNotFoundError",
  },
  // ---- print-in-production
  {
    title: "the same words, by the logger",
    rule: printInProduction,
    code: `import pandas as pd\n\n\ndef save(frame, path, share=0.256):\n    print("saving", path, len(frame))\n    print(f"{share:.1%} of {path!r}: 100 %")\n    frame.to_csv(path)\n${show}    import sys\n\n    __import__("logging").basicConfig(level="INFO", stream=sys.stdout, format="%(message)s", force=True)\n    save(pd.DataFrame({"a": [1, 2]}), "out.csv")\n`,
    before: "saving out.csv 2\n25.6% of 'out.csv': 100 %\n",
  },
];

describe.skipIf(!available)("the result is as it should be", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    const jobs = samples.flatMap(({ rule, code, fix }, index): Job[] => [
      { name: `before_${String(index)}.py`, code },
      { name: `after_${String(index)}.py`, code: allFixed(rule, folder, code, fix) },
    ]);
    outcomes = runAll(folder, jobs);
  }, 180_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title", ({ index, before, after = before, fails }) => {
    expect(outcomes[index * 2]).toEqual({ output: before, error: "" });
    const outcome = outcomes[index * 2 + 1];
    expect(outcome?.output).toBe(after);
    const last = outcome?.error.trim().split("\n").at(-1) ?? "";
    if (fails === undefined) expect(last).toBe("");
    else expect(last).toContain(fails);
  });
});

/** Applies the fix again and again, as long as there is one. */
function allFixed(rule: Rule, folder: string, code: string, fix: string | undefined): string {
  let text = fixedCode(rule, folder, "program.py", code, fix);
  for (;;) {
    try {
      text = fixedCode(rule, folder, "program.py", text, fix);
    } catch {
      return text;
    }
  }
}

describe.skipIf(!available)("what the fix is for", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);

  test("under python -O an assert checks nothing, and the error still does", () => {
    const code = `import pandas as pd\n\n\ndef total(sales: pd.DataFrame):\n    assert len(sales) > 0, "no sales"\n    return 0\n\n\nprint(total(pd.DataFrame()))\n`;
    const run = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return spawnSync(python, ["-O", join(folder, name)], { encoding: "utf8" });
    };
    expect(run("before.py", code).stdout).toBe("0\n");
    const after = run("after.py", fixedCode(assertedData, folder, "program.py", code));
    expect(after.status).toBe(1);
    expect(after.stderr).toContain("ValueError: no sales");
  }, 120_000);

  test("names of a module of the workspace: those it lists, those without an underscore, and none that a later import binds", () => {
    const texts = {
      "helpers.py": '__all__ = ["clean", "_scale", "np"]\nimport numpy as np\n\n\ndef clean(x):\n    return x * _scale\n\n\n_scale = 3\nhidden = 5\n',
      "others.py": "import numpy as np\nfrom fractions import Fraction\n\n_own = 1\nlimit = 7\n\n\ndef clean(x):\n    return -x\n",
      "package/__init__.py": "from .inner import value\n",
      "package/inner.py": "value = 11\n",
      "train.py": "from helpers import *\nfrom others import *\nfrom package import *\nimport numpy as np\n\nprint(clean(2), _scale, limit, Fraction(1, 2), value, np.sqrt(4.0))\n",
    };
    const expected = "from helpers import _scale\nfrom others import Fraction, clean, limit\nfrom package import value\nimport numpy as np\n\nprint(clean(2), _scale, limit, Fraction(1, 2), value, np.sqrt(4.0))\n";
    expect(starFixed(texts, "train.py")).toBe(expected);
    const { folder: own, remove: removeOwn } = makeFolder();
    try {
      spawnSync("mkdir", [join(own, "package")]);
      for (const [path, text] of Object.entries(texts)) writeFileSync(join(own, path), text);
      writeFileSync(join(own, "fixed.py"), expected);
      const run = (name: string) => spawnSync(python, [name], { cwd: own, encoding: "utf8" });
      expect(run("train.py").stdout).toBe("-2 3 7 1/2 11 2.0\n");
      expect(run("fixed.py").stdout).toBe("-2 3 7 1/2 11 2.0\n");
    } finally {
      removeOwn();
    }
  }, 120_000);

  test.each([
    ["globals()", { "helpers.py": "a = 1\n", "train.py": 'from helpers import *\nprint(globals()["a"])\n' }],
    ["exec", { "helpers.py": "a = 1\n", "train.py": 'from helpers import *\nexec("print(a)")\n' }],
    ["a list of names that is computed", { "helpers.py": "__all__ = [n for n in dir() if n > 'a']\na = 1\n", "train.py": "from helpers import *\nprint(a)\n" }],
    ["a name from nowhere", { "helpers.py": "a = 1\n", "train.py": "from helpers import *\nprint(a, b)\n" }],
    ["a star of a star that cannot be read", { "helpers.py": "from keras.layers import *\na = 1\n", "train.py": "from helpers import *\nprint(a)\n" }],
    ["a file that does not parse", { "helpers.py": "a = 1\n", "train.py": "from helpers import *\nprint(a\n" }],
  ])("refused: %s", (_, texts) => {
    expect(starFixed(texts, "train.py")).toBe(texts["train.py"]);
  });
});

/** All fixes of star-import in a file of a workspace, one after the other. */
function starFixed(texts: Readonly<Record<string, string>>, path: string): string {
  const files = moduleFiles(texts);
  const uri = files.uri(path);
  for (let round = 0; round < 10; round++) {
    const session = createSession({ rules: [starImport], strict: true });
    session.openScript(uri, files.text(path) ?? "", { settings: defaultSettings, profile: "production" });
    files.tell(session.modules, uri);
    const document = session.document(uri);
    const [fix] = (session.report(uri)?.findings ?? []).flatMap(({ fixes }) => fixes);
    if (!fix || !document) break;
    files.set(path, applyEdits(files.text(path) ?? "", fix.edits.map(({ at, text }) => ({ ...document.locate(at), text }))));
  }
  return files.text(path) ?? "";
}
