/** Programs before and after the fixes of hidden-dependency, long-function, long-cell, mixed-steps, inline-configuration and duplicated-block, run in real Python: the same output. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import duplicatedBlock from "../../rules/modularity/duplicated-block.ts";
import hiddenDependency from "../../rules/modularity/hidden-dependency.ts";
import inlineConfiguration from "../../rules/modularity/inline-configuration.ts";
import longCell from "../../rules/modularity/long-cell.ts";
import longFunction from "../../rules/modularity/long-function.ts";
import mixedSteps from "../../rules/modularity/mixed-steps.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { available, findIn, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  readonly rule: Rule;
  readonly code: string;
  readonly output: string;
}

const frame = `import pandas as pd\n\nsales = pd.read_csv("sales.csv")\nsales = sales.dropna()\n`;
const steps = (count: number, indent: string, name: string): string =>
  Array.from({ length: count }, (_, index) => `${indent}${name} = (${name} * 2 + ${String(index)}) % 1000\n`).join("");

const samples: readonly Sample[] = [
  {
    title: "a frame is passed, through the function between as well",
    rule: hiddenDependency,
    code: `${frame}

def mean(shop):
    return sales[sales["shop"] == shop]["price"].mean()


def report():
    for shop in sorted(sales["shop"].unique()):
        print(shop, mean(shop))


report()
`,
    output: "a 2.0\nb 4.0\n",
  },
  {
    title: "defaults, keywords, unpacked arguments, a list comprehension that reads it",
    rule: hiddenDependency,
    code: `${frame}

def above(limit, *more, unit="EUR", **rest):
    return [f"{price} {unit}" for price in sales["price"] if price > limit + sum(more)]


options = {"unit": "CHF"}
print(above(1))
print(above(1, 1, **options))
print(above(*[1, 2]))
print([above(limit) for limit in (2, 3)])
`,
    output: "['3.0 EUR', '4.0 EUR']\n['3.0 CHF', '4.0 CHF']\n['4.0 EUR']\n[['3.0 EUR', '4.0 EUR'], ['4.0 EUR']]\n",
  },
  {
    title: "a function that does everything, and a method",
    rule: mixedSteps,
    code: `import joblib
import pandas as pd
from sklearn.linear_model import LinearRegression


def run(path, *, scale=1.0):
    """Trains and keeps a model."""
    sales = pd.read_csv(path)
    sales = sales.dropna(subset=["price"])
    sales = sales[sales["sold"] > 0]
    sales["total"] = sales["price"] * sales["sold"] * scale
    sales["share"] = sales["total"] / sales["total"].sum()
    low = sales["total"].quantile(0.1)
    high = sales["total"].quantile(0.9)
    sales["total"] = sales["total"].clip(low, high)
    if len(sales) < 3:
        return None
    features = sales[["price", "sold"]]
    model = LinearRegression()
    model.fit(features, sales["total"])
    score = model.score(features, sales["total"])
    print("score", round(score, 6))
    joblib.dump(model, "model.joblib")
    sales.to_csv("used.csv", index=False)
    return model


class Trainer:
    names = ("price", "sold")

    def run(self, path):
        sales = pd.read_csv(path)
        sales = sales.dropna(subset=["price"])
        sales["total"] = sales["price"] * sales["sold"]
        self.total = sales["total"].sum()
        for name in self.names:
            sales[name] = sales[name] / sales[name].max()
        sales["share"] = sales["total"] / self.total
        self.model = LinearRegression()
        self.model.fit(sales[list(self.names)], sales["share"])
        self.score = self.model.score(sales[list(self.names)], sales["share"])
        print("share", round(self.score, 6), "of", self.total)
        for name in self.names:
            print(name, sales[name].sum())
        joblib.dump(self.model, "other.joblib")
        return self


model = run("lots.csv", scale=2)
print(model.coef_.round(6), pd.read_csv("used.csv").shape)
print(run("lots.csv").intercept_.round(6))
print(Trainer().run("lots.csv").model.coef_.round(6))
`,
    output: "",
  },
  {
    title: "a list that the function fills is the same list",
    rule: hiddenDependency,
    code: `results = []\n\n\ndef keep(name, value):\n    results.append((name, value))\n\n\nkeep("a", 1)\nkeep(value=2, name="b")\nprint(results)\n`,
    output: "[('a', 1), ('b', 2)]\n",
  },
  {
    title: "bound under the guard that calls",
    rule: hiddenDependency,
    code: `import pandas as pd\n\n\ndef total():\n    return sales["price"].sum()\n\n\nif __name__ == "__main__":\n    sales = pd.read_csv("sales.csv")\n    sales = sales.dropna()\n    print(total())\n`,
    output: "8.0\n",
  },
  {
    title: "a function that is called with the frame as it is then",
    rule: hiddenDependency,
    code: `${frame}

def rows():
    return len(sales)


print(rows())
sales = sales[sales["price"] > 1]
print(rows())
`,
    output: "3\n2\n",
  },
  {
    title: "a long function: what is extracted takes and gives what crosses",
    rule: longFunction,
    code: `def run(x, y):\n${steps(35, "    ", "x")}    z = x + y\n${steps(30, "    ", "z")}    return x, z\n\n\nprint(run(1, 2))\n`,
    output: "",
  },
  {
    title: "a function with deep loops",
    rule: longFunction,
    code: `def clean(orders, rates):
    rows = []
    skipped = 0
    for order in orders:
        if order["state"] == "paid":
            if order["currency"] != "EUR":
                if order["currency"] in rates:
                    order["price"] *= rates[order["currency"]]
                else:
                    skipped += 1
            for line in order["lines"]:
                if line["count"] > 0 and line["price"] is not None:
                    rows.append(line["count"] * line["price"])
    total = 0
    for row in rows:
        if row > 1:
            if row > 2:
                total += row
            else:
                total += 1
    return rows, skipped, total


line = {"count": 1, "price": 2.0}
print(clean([{"state": "paid", "currency": "CHF", "price": 2.0, "lines": [line, line]}, {"state": "paid", "currency": "X", "price": 1.0, "lines": []}], {"CHF": 1.05}))
`,
    output: "([2.0, 2.0], 1, 2)\n",
  },
  {
    title: "settings of a split and a forest",
    rule: inlineConfiguration,
    code: `import numpy as np\n${inlineConfiguration.bad}\n\nrng = np.random.default_rng(0)\nX, y = rng.normal(size=(60, 3)), np.arange(60) % 2\nprint(train(X, y)[1])\n`,
    output: "",
  },
  {
    title: "two functions that prepare alike",
    rule: duplicatedBlock,
    code: `import pandas as pd\n\n${duplicatedBlock.bad}\n\nsold = pd.DataFrame({"price": [1.0, None, 3000.0], "sold": pd.to_datetime(["2024-03-02", "2024-02-03", "2024-01-04"]), "shop": [" A", "b ", "C"]})\nprint(prepare_train(sold).to_string())\nprint(prepare_test(sold.head(1)).to_string())\n`,
    output: "",
  },
  {
    title: "two cells that differ in names, a number, a file and a part of what they print; one name is read later",
    rule: duplicatedBlock,
    code: `# %%
import pandas as pd

sales = pd.read_csv("sales.csv")
sales = sales.dropna(subset=["price"])
sales["price"] = sales["price"] * 2
sales["share"] = sales["price"] / sales["price"].sum()
best = sales["share"].max()
print(f"sales: {best:.3f}")
# %%
costs = pd.read_csv("many.csv")
costs = costs.dropna(subset=["price"])
costs["price"] = costs["price"] * 3
costs["share"] = costs["price"] / costs["price"].sum()
most = costs["share"].max()
print(f"costs: {most:.3f}")
# %%
print(len(sales), most)
`,
    output: "sales: 0.500\ncosts: 0.750\n3 0.75\n",
  },
  {
    title: "three copies in branches and a loop, told apart by a literal",
    rule: duplicatedBlock,
    code: `def grade(rows):
    out = []
    for kind, value in rows:
        if kind == "a":
            half = value / 2
            rest = value - half
            square = rest * rest
            scaled = square + half
            out.append(("first", scaled))
            last = scaled
        elif kind == "b":
            part = value / 3
            left = value - part
            power = left * left
            grown = power + part
            out.append(("second", grown))
            last = grown
        else:
            last = 0
    return out, last


print(grade([("a", 4), ("b", 6), ("a", 1)]), grade([("c", 1)]))
`,
    output: "([('first', 6.0), ('second', 18.0), ('first', 0.75)], 0.75) ([], 0)\n",
  },
  {
    title: "a long cell",
    rule: longCell,
    code: `# %%\nx = 1\n${steps(30, "", "x")}y = x + 1\n${steps(30, "", "y")}print(x, y)\n# %%\nprint(x + y)\n`,
    output: "",
  },
];

describe.skipIf(!available)("fixes change no output", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    mkdirSync(join(folder, "parts"));
    writeFileSync(join(folder, "sales.csv"), "shop,price\na,1.0\na,3.0\nb,4.0\nb,\n");
    writeFileSync(join(folder, "many.csv"), "price\n1.0\n3.0\n");
    writeFileSync(join(folder, "lots.csv"), `price,sold\n${Array.from({ length: 20 }, (_, index) => `${index === 3 ? "" : String(index + 1)},${String(index % 7)}`).join("\n")}\n`);
    const jobs = samples.flatMap(({ rule, code }, index): Job[] => [
      { name: `before_${String(index)}.py`, code },
      { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "program.py", code) },
    ]);
    outcomes = runAll(folder, jobs);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title", ({ index, output }) => {
    const [before, after] = outcomes.slice(index * 2);
    expect(before?.error).toBe("");
    if (output !== "") expect(before?.output).toBe(output);
    expect(before?.output).not.toBe("");
    expect(after).toEqual(before);
  });
});

test("copies that no one function stands for have no fix", () => {
  const { folder, remove } = makeFolder();
  onTestFinished(remove);
  const copy = (name: string, wanted: number): string =>
    `def ${name}(x):\n    low = x + 1\n    high = low * 2\n    middle = high - 3\n    match middle:\n        case ${String(wanted)}:\n            rest = 2\n        case _:\n            rest = 0\n    return rest + high\n`;
  expect(findIn(duplicatedBlock, folder, "program.py", `${copy("one", 1)}\n\n${copy("two", 3)}`).fixes).toEqual([]);
  expect(findIn(duplicatedBlock, folder, "program.py", `${copy("one", 1)}\n\n${copy("two", 1)}`).fixes).toHaveLength(1);
});

describe.skipIf(!available)("bad and good examples run, and say the same", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  const orders = '[{"state": "paid", "currency": "CHF", "price": 2.0, "lines": [{"count": 1, "price": 2.0}, {"count": 0, "price": 1.0}]}]';
  const table = 'pd.DataFrame({"price": [1.0, 2.0, 3000.0], "sold": pd.to_datetime(["2024-01-02", "2024-02-03", "2024-03-04"]), "shop": [" A", "b ", "C"]})';
  const data = "rng = np.random.default_rng(0)\nX, y = rng.normal(size=(60, 3)), np.arange(60) % 2\n";
  /** What calls the example, before and after. */
  const calls: readonly { readonly rule: Rule; readonly head?: string; readonly bad: string; readonly good: string }[] = [
    { rule: longFunction, bad: `print(clean(${orders}, {"CHF": 1.05}))`, good: `print(clean(${orders}, {"CHF": 1.05}))` },
    { rule: longCell, bad: "", good: "" },
    { rule: hiddenDependency, bad: "", good: "" },
    { rule: duplicatedBlock, head: "import pandas as pd\n", bad: `print(prepare_train(${table}))\nprint(prepare_test(${table}))`, good: `print(prepare(${table}))\nprint(prepare(${table}))` },
    { rule: mixedSteps, bad: 'run("many.csv")', good: 'run("many.csv")' },
    { rule: inlineConfiguration, head: `import numpy as np\n${data}`, bad: "print(train(X, y)[1])", good: "print(train(X, y)[1])" },
  ];
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    writeFileSync(join(folder, "sales.csv"), "shop,price\na,1.0\nb,4.0\n");
    writeFileSync(join(folder, "many.csv"), `price,sold\n${Array.from({ length: 20 }, (_, index) => `${String(index + 1)},${String(index % 7)}`).join("\n")}\n`);
    outcomes = runAll(folder, calls.flatMap(({ rule, head = "", bad, good }, index): Job[] => [
      { name: `bad_${String(index)}.py`, code: `${head}${rule.bad}\n${bad}\n` },
      { name: `good_${String(index)}.py`, code: `${head}${rule.good}\n${good}\n` },
    ]));
  }, 120_000);

  test.each(calls.map(({ rule }, index) => ({ name: rule.name, index })))("$name", ({ index }) => {
    const [bad, good] = outcomes.slice(index * 2);
    expect(bad?.error).toBe("");
    expect(bad?.output).not.toBe("");
    expect(good).toEqual(bad);
  });
});
