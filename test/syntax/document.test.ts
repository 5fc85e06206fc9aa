import { describe, expect, test } from "vitest";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { CellContent } from "../../server/analysis/syntax/document.ts";
import { logicalLine } from "../../server/analysis/syntax/logical-line.ts";

const uri = "file:///a.py";

/** Dialect, and each cell as its kind and text. */
function cells(text: string): unknown[] {
  const document = Document.script(uri, text);
  return [document.dialect, ...document.cells.map((cell) => `${cell.kind}: ${text.slice(cell.start, cell.end)}`)];
}

describe("dialects", () => {
  test.each([
    ["x = 1\n", "script"],
    ["", "script"],
    ["# %% Load\nx\n", "cells"],
    ["#%%\n", "cells"],
    ["\uFEFF# %%\nx\n", "cells"],
    ["#%%Title\n", "cells"],
    ["# %%%  deeper\n", "cells"],
    ["# In[3]:\n", "cells"],
    ["# In [ ]:\n", "cells"],
    ["# Databricks notebook source\nx\n", "databricks"],
    ["\uFEFF# Databricks notebook source\r\nx\n", "databricks"],
    ["x\n# Databricks notebook source\n", "script"],
    ["# %%time\nx\n", "script"],
    ["    # %%\n", "script"],
    ["x = 1  # %%\n", "script"],
    ["# 100 %% sure\n", "script"],
    ["# Indices In[3] are fine\n", "script"],
    ["x\u2028# %%\n", "script"],
    ["# COMMAND ----------\n", "script"],
  ])("%j: %s", (text, dialect) => {
    expect(Document.script(uri, text).dialect).toBe(dialect);
  });
});

describe("cells of scripts", () => {
  test("text above the first marker is a cell; kinds and titles", () => {
    expect(cells("# head\n# %% One\na\n# %% [markdown] Two\n# text (\n# %% Three [raw]\n(\n# %%\nb\n")).toEqual([
      "cells", "code: # head\n", "code: # %% One\na\n", "markdown: # %% [markdown] Two\n# text (\n", "raw: # %% Three [raw]\n(\n", "code: # %%\nb\n",
    ]);
  });

  test("of a Markdown cell only the comments below its marker are text; code below them runs in Python", () => {
    const document = Document.script(uri, "# %% [markdown]\n# text (\n\nx = 1\n# note\ny = 2\n# %% [markdown]\n# more\n# %%\nz = 3\n");
    expect(document.cells.map((cell) => [cell.kind, cell.units.map((unit) => unit.text)])).toEqual([
      ["markdown", ["# %% [markdown]\n# text (\n\n", "x = 1\n", "# note\ny = 2\n"]], ["markdown", []], ["code", ["# %%\nz = 3\n"]],
    ]);
    document.change({ start: 26, end: 26, text: "# " });
    expect(document.cells[0]?.units.map((unit) => unit.text)).toEqual(["# %% [markdown]\n# text (\n\n# x = 1\n# note\n", "y = 2\n"]);
  });

  test("a marker in a string or in a function's body is none", () => {
    expect(cells('# %%\ns = """\n# %%\n"""\ndef f():\n    x\n# %%\n    y\n# %%\nz\n').length).toBe(3);
  });

  test("an open bracket or string ends with its cell", () => {
    const document = Document.script(uri, '# %%\nx = f(1,\n# %%\ny = 2\n# %%\ns = """\n# %%\nz = 3\n');
    expect(document.cells.map((cell) => cell.units.flatMap((unit) => unit.problems).length > 0)).toEqual([true, false, true, false]);
  });

  test("magics and cell magics below a marker", () => {
    const document = Document.script(uri, "# %%\n%%time\nx = 1\n# %%\n\n%%bash\nls (\n# %%\n!ls\ny = %time f()\n");
    expect(document.units.flatMap((unit) => unit.problems)).toEqual([]);
    const [first, second] = document.cells;
    expect(first?.units.map((unit) => unit.text)).toEqual(["# %%\n", "%%time\nx = 1\n"]);
    expect(second?.units.at(-1)?.body[0]).toMatchObject({ kind: "Expr", value: { kind: "Magic", form: "cell", name: { name: "bash" }, python: [] } });
  });

  test("a plain script knows no magics", () => {
    expect(Document.script(uri, "%matplotlib inline\n").units.flatMap((unit) => unit.problems).length).toBe(1);
  });

  test("Databricks: magics are nodes, markdown is a cell without units", () => {
    const text =
      "# Databricks notebook source\nx = 1\n\n# COMMAND ----------\n\n# MAGIC %sql\n# MAGIC SELECT a\n# MAGIC   FROM t\n\n# COMMAND ----------\n\n" +
      "# DBTITLE 1,About\n# MAGIC %md\n# MAGIC # T\n\n# COMMAND ----------\n\n# MAGIC %run ./setup\n# MAGIC %pip install x\n";
    const document = Document.script(uri, text);
    expect(document.cells.map((cell) => [cell.kind, cell.units.length])).toEqual([["code", 2], ["code", 1], ["markdown", 0], ["code", 1]]);
    const unit = document.cells[1]?.units[0];
    expect(unit?.body).toMatchObject([{ value: { form: "cell", name: { name: "sql" }, body: { text: "SELECT a\n  FROM t" } } }]);
    const [magic] = unit?.body ?? [];
    expect(magic && unit?.text.slice(magic.start, magic.end)).toBe("%sql\n# MAGIC SELECT a\n# MAGIC   FROM t");
    expect(document.cells[3]?.units[0]?.body).toMatchObject([
      { value: { form: "line", name: { name: "run" }, argument: { text: "./setup" } } },
      { value: { form: "line", name: { name: "pip" }, argument: { text: "install x" } } },
    ]);
  });
});

describe("notebooks", () => {
  const cell = (id: string, text: string, change: Partial<CellContent> = {}): CellContent => ({ id, kind: "code", language: "python", text, ...change });

  test("cells of other kinds and languages have no units", () => {
    const document = Document.notebook("a.ipynb", [cell("a", "x"), cell("b", "# (", { kind: "markdown" }), cell("c", "select", { language: "sql" }), cell("d", "")]);
    expect(document.cells.map((each) => each.units.length)).toEqual([1, 0, 0, 1]);
    expect(document.units.length).toBe(2);
  });

  test("a cell that is indented as a whole is fine, until its first line no longer is", () => {
    const document = Document.notebook("a.ipynb", [cell("a", "  x = 1\n  y = 2")]);
    expect(document.units.flatMap((unit) => unit.problems)).toEqual([]);
    document.change({ start: 0, end: 2, text: "" }, "a");
    expect(document.units.flatMap((unit) => unit.problems).length).toBe(1);
  });

  test("moving a cell keeps its units and their anchors", () => {
    const contents = [cell("a", "x = 1"), cell("b", "y = 2\nz = 3"), cell("c", "w = 4")];
    const document = Document.notebook("a.ipynb", contents);
    const before = document.cell("b")?.units;
    document.changeCells(0, 2, [...contents.slice(0, 2)].reverse());
    expect(document.cells.map((each) => each.id)).toEqual(["b", "a", "c"]);
    expect(document.cell("b")?.units).toEqual(before);
    expect(document.units.slice(0, 2).every((unit, index) => unit === before?.[index])).toBe(true);
    expect(document.cell("b")?.units[1]?.anchor).toMatchObject({ index: 1, offset: 6 });
  });

  test("a change of language takes the units away and gives them back", () => {
    const document = Document.notebook("a.ipynb", [cell("a", "x = 1")]);
    document.changeCells(0, 1, [cell("a", "x = 1", { language: "sql" })]);
    expect(document.units).toEqual([]);
    document.changeCells(0, 1, [cell("a", "x = 1")]);
    expect(document.units.length).toBe(1);
  });

  test("an edit in a cell that is not there is refused", () => {
    expect(() => { Document.notebook("a.ipynb", []).change({ start: 0, end: 0, text: "x" }, "a"); }).toThrow("no cell a");
  });
});

describe("anchors", () => {
  test("a place stays where its code is when text above it comes and goes", () => {
    const document = Document.script(uri, "import os\n\nx = 1\n");
    const unit = document.units[1];
    if (!unit) throw new Error("no unit");
    const at = { anchor: unit.anchor, start: 1, end: 2 };
    expect(document.locate(at)).toMatchObject({ start: 11, end: 12 });
    document.change({ start: 0, end: 0, text: "# a comment\nimport sys\n" });
    expect(document.locate(at)).toMatchObject({ start: 34, end: 35 });
    document.change({ start: 0, end: 33, text: "" });
    expect(document.locate(at)).toMatchObject({ start: 1, end: 2 });
  });

  test("the anchor lives on when its unit is parsed again, and when a statement is put before it", () => {
    const document = Document.script(uri, "a = 1\n\nb = 2\nc = 3\n");
    const [, b] = document.units;
    document.change({ start: 11, end: 12, text: "25" });
    expect(document.units[1]).not.toBe(b);
    expect(document.units[1]?.anchor).toBe(b?.anchor);
    document.change({ start: 6, end: 6, text: "new = 0" });
    expect(document.units.map((unit) => unit.text.trim())).toEqual(["a = 1", "new = 0", "b = 25", "c = 3"]);
    expect(document.units[2]?.anchor).toBe(b?.anchor);
  });

  test("unitAt finds the unit of an offset, at the end the last one", () => {
    const document = Document.script(uri, "a\nb\nc");
    const [cell] = document.cells;
    if (!cell) throw new Error("no cell");
    expect([0, 1, 2, 3, 4, 5].map((offset) => document.unitAt(cell, offset)?.text.trim())).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect(document.unitAt(cell, 6)).toBeUndefined();
  });
});

test.each([
  ["x = f(\n  «1»,\n)\n", "x = f(\n  1,\n)"],
  ["def f(\n  a=«1»,\n):  # c\n\n  # d\n  return a\n", "def f(\n  a=1,\n):  # c"],
  ["if a:\n  if b:\n    «c»\n", "c"],
  ["if a: «b»\n", "b"],
  ["if «a»: b\n", "if a:"],
  ["try:\n  a\nexcept (\n  E,\n  «F»,\n):  # c\n  b\n", "except (\n  E,\n  F,\n):  # c"],
  ["match «a»:\n  case 1:\n    b\n", "match a:"],
  ["match a:\n  case 1 if f(\n    «b»\n  ):\n    c\n", "case 1 if f(\n    b\n  ):"],
  ["%%time\na = f(\n  «1»\n)\nb\n", "a = f(\n  1\n)"],
  ["%time «f»()\n", "f()"],
  ["with a as b:\n  for c in «d»:\n    e\n", "for c in d:"],
  ["# «x»\ny\n", undefined],
])("the logical line of %j", (marked, expected) => {
  const offset = marked.indexOf("«");
  const text = marked.replace(/[«»]/g, "");
  const document = text.startsWith("%") ? Document.notebook(uri, [{ id: "1", kind: "code", language: "python", text }]) : Document.script(uri, text);
  const unit = document.units[0];
  const line = unit && logicalLine(unit, offset);
  expect(line && unit.text.slice(line.start, line.end)).toBe(expected);
});
