/** `seaworthy debug values`: every call with its targets, every name with its value, at the place where it is written. */
import { expect, test } from "vitest";
import { notebook, run } from "./run-cli.ts";

interface Answer {
  readonly calls: readonly { path: string; line: number; column: number; endLine: number; endColumn: number; cell: number | null; targets: readonly string[] }[];
  readonly names: readonly { path: string; line: number; column: number; cell: number | null; name: string; value: string }[];
  readonly errors: readonly { path: string; message: string }[];
}

async function values(files: Readonly<Record<string, string>>, operands = Object.keys(files).join(" ")): Promise<Answer> {
  const { out, err, status } = await run(files, `debug values ${operands} --format json`);
  expect({ err, status }).toEqual({ err: "", status: 0 });
  return JSON.parse(out) as Answer;
}

/** `line:column target`, in order. */
const targets = ({ calls }: Answer): readonly string[] => calls.map(({ line, column, targets: names }) => `${line}:${column} ${names.join(" | ")}`);

test("calls and names of a script, as text", async () => {
  const { out, status } = await run({ "train.py": 'import pandas as pd\n\ndf = pd.read_csv("a.csv").head()\nwho(df)\n' }, "debug values train.py");
  expect(out).toBe([
    "train.py",
    "  1  pd = module pandas",
    "  3  df = pandas.DataFrame some",
    "     call pandas.read_csv",
    "     call pandas.DataFrame.head",
    "  4  call unknown",
    "",
    "",
  ].join("\n"));
  expect(status).toBe(0);
});

test("lines and columns count from 1, columns in characters; chained calls differ in their ends", async () => {
  const { calls, names } = await values({ "a.py": 'x = "😀"; y = str("é").strip()\n' });
  expect(calls).toEqual([
    { path: "a.py", line: 1, column: 14, endLine: 1, endColumn: 22, cell: null, targets: ["builtins.str"] },
    { path: "a.py", line: 1, column: 14, endLine: 1, endColumn: 30, cell: null, targets: ["builtins.str.strip"] },
  ]);
  expect(names.map(({ name, line, column, value }) => [name, line, column, value])).toEqual([["x", 1, 1, '"😀"'], ["y", 1, 10, '"é"']]);
});

test("functions, methods, classes and lambdas of the file have the names that Python gives them", async () => {
  const code = `
class Base:
    def load(self):
        return [len(each) for each in "ab"]
class Loader(Base):
    def __call__(self):
        return self.load()
def main():
    def inner():
        return Loader()
    return inner()()
Loader()()
main()
(lambda: 3)()
`;
  expect(targets(await values({ "train.py": code }))).toEqual([
    "4:17 builtins.len",
    "7:16 train.Base.load",
    "10:16 train.Loader",
    "11:12 train.main.<locals>.inner",
    "11:12 train.Loader.__call__",
    "12:1 train.Loader",
    "12:1 train.Loader.__call__",
    "13:1 train.main",
    "14:1 train.<lambda>",
  ]);
});

test("what is imported from a file beside it is known by that file's name", async () => {
  const answer = await values({ "load.py": "import pandas as pd\ndef load(path):\n    return pd.read_csv(path)\n", "train.py": 'import load\nload.load("a.csv").head()\n' }, "train.py");
  expect(targets(answer)).toEqual(["2:1 load.load", "2:1 pandas.DataFrame.head"]);
});

test("what a package defines goes by the package's name", async () => {
  const answer = await values({ "shop/__init__.py": "def load():\n    return 1\n", "train.py": "import shop\nshop.load()\n" }, "train.py");
  expect(targets(answer)).toEqual(["2:1 shop.load"]);
});

test("a call in a function that nobody calls is listed, and one with several callers has all targets", async () => {
  const code = `
import numpy as np
import foo.bar as fb
def unused(frame):
    fb.baz(frame)
    return frame.whatever()
def apply(f):
    return f([1])
apply(np.mean)
apply(len)
`;
  expect(targets(await values({ "a.py": code }))).toEqual([
    "5:5 foo.bar.baz",
    "6:12 ",
    "8:12 builtins.len | numpy.mean",
    "9:1 a.apply",
    "10:1 a.apply",
  ]);
});

test("an inherited method is known by the class it is called on", async () => {
  const code = "from sklearn.linear_model import Ridge\nRidge().fit(X, y)\n";
  expect(targets(await values({ "a.py": code }))).toEqual(["2:1 sklearn.linear_model.Ridge", "2:1 sklearn.linear_model.Ridge.fit"]);
});

test("cells of a notebook are counted as in the file, lines from the cell's start", async () => {
  const answer = await values({ "nb.ipynb": notebook("import math", { markdown: "# text" }, "%matplotlib inline\nx = math.sqrt(4)") });
  expect(answer.calls).toMatchObject([{ path: "nb.ipynb", cell: 2, line: 2, column: 5, targets: ["math.sqrt"] }]);
  expect(answer.names).toMatchObject([{ name: "math", cell: 0, line: 1 }, { name: "x", cell: 2, line: 2 }]);
});

test("cell scripts and Databricks exports have no cells of their own", async () => {
  const answer = await values({ "a.py": "# %%\nprint(1)\n# %%\nprint(2)\n", "b.py": "# Databricks notebook source\nprint(1)\n# COMMAND ----------\nprint(2)\n" });
  expect(answer.calls.map(({ path, line, cell }) => [path, line, cell])).toEqual([["a.py", 2, null], ["a.py", 4, null], ["b.py", 2, null], ["b.py", 4, null]]);
});

test("standard input, under a name", async () => {
  const { out, status } = await run({}, "debug values - --stdin-filename nb.ipynb --format json", { stdin: notebook("print(1)") });
  expect((JSON.parse(out) as Answer).calls).toMatchObject([{ path: "nb.ipynb", cell: 0, line: 1, targets: ["builtins.print"] }]);
  expect(status).toBe(0);
});

test.each([
  ["debug", "error: what is to be shown? usage: seaworthy debug values FILE...\n"],
  ["debug values", "error: which file? usage: seaworthy debug values FILE...\n"],
  ["debug valeus a.py", 'error: seaworthy debug shows values, not "valeus" (did you mean "values"?)\n'],
  ["debug values a.py --format sarif", "error: --format sarif is not available yet; there are text, json\n"],
  ["debug values a.py --fix", "error: unknown option --fix; see seaworthy debug --help\n"],
])("%s", async (line, message) => {
  const { err, out, status } = await run({ "a.py": "x = 1\n" }, line);
  expect({ err, out, status }).toEqual({ err: message, out: "", status: 2 });
});

test("a file that cannot be read is named, and the others are shown", async () => {
  const { err, out, status } = await run({ "a.py": "print(1)\n", "b.ipynb": "{" }, "debug values a.py b.ipynb nope.py --format json");
  const { calls, errors } = JSON.parse(out) as Answer;
  expect(calls).toHaveLength(1);
  expect(errors.map(({ path }) => path).sort()).toEqual(["b.ipynb", "nope.py"]);
  expect(err).toMatch(/^error: nope\.py: there is no such file or folder\nerror: b\.ipynb: .+\n$/);
  expect(status).toBe(2);
});

test("a broken statement hides nothing of its neighbours", async () => {
  const { calls } = await values({ "a.py": "print(1)\nx = (((\nprint(2)\n" });
  expect(calls.map(({ line, targets: names }) => [line, names])).toContainEqual([3, ["builtins.print"]]);
});

test("it is not among the commands that the overview lists, and has its own help", async () => {
  expect((await run({}, "--help")).out).not.toContain("debug");
  expect((await run({}, "debug --help")).out).toContain("seaworthy debug values FILE...");
});

test("a class that only the knowledge has lends its name to no target", async () => {
  const answer = await values({ "a.py": "import numpy as np\nfor row in np.zeros((2, 3)):\n    row.reshape(3)\n    np.ravel(row).mean()\n" });
  expect(targets(answer)).toEqual(["2:12 numpy.zeros", "3:5 ", "4:5 numpy.ravel", "4:5 numpy.ndarray.mean"]);
});
