/**
 * The incremental document is honest: after any run of edits it equals a document made afresh from the same text, and
 * the units that an edit did not touch are the objects they were.
 */
import { readFileSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { CellContent } from "../../server/analysis/syntax/document.ts";
import { dialectOf } from "../../server/analysis/syntax/document-markers.ts";
import type { TextEdit } from "../../server/analysis/text/edit.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { script, cellScript, databricks } from "./document-samples.ts";
import { plain } from "./plain-nodes.ts";

/** What makes trouble at boundaries: openers, closers, markers, continuations, magics. */
const snippets = [
  "\n", "\r\n", "\n\n", " ", "    ", "\t", "(", ")", "[", "]", "{", "'", '"', '"""', "'''", "#", "\\", "\\\n", ":", ",", "=", "x", "else:", "elif y:\n",
  "@decorator\n", "def f():\n", "class A:\n    x = 1\n", "x = 1\n", "import os\n", "if x:\n    y\n", "    y = 2\n", "# %%\n", "\n# %%\n", "# %% [markdown]\n",
  "\n# COMMAND ----------\n", "# MAGIC %sql\n", "# MAGIC SELECT 1\n", "%%time\n", "%matplotlib inline\n", "!ls\n", "# Databricks notebook source\n", "# In[3]:\n",
  'f"{x', "}", "\f", "\uFEFF", "é", "𝔸", "\u2028",
];

function randomEdit(text: string, next: Random): TextEdit {
  const start = next.below(text.length + 1);
  switch (next.below(4)) {
    case 0:
      return { start, end: start, text: next.pick(snippets) };
    case 1:
      return { start, end: Math.min(text.length, start + 1 + next.below(3)), text: "" };
    case 2: {
      // A whole stretch of lines goes, or comes again elsewhere.
      const from = text.lastIndexOf("\n", start) + 1;
      const to = Math.min(text.length, from + next.below(200));
      return next.below(2) === 0 ? { start: from, end: to, text: "" } : { start: 0, end: 0, text: text.slice(from, to) };
    }
    default:
      return { start, end: Math.min(text.length, start + next.below(2)), text: next.pick(snippets) };
  }
}

/** Everything that others can see of a document. */
function content(document: Document): unknown {
  return {
    dialect: document.dialect,
    cells: document.cells.map((cell) => ({
      id: cell.id, kind: cell.kind, index: cell.index, start: cell.start, end: cell.end,
      units: cell.units.map(({ text, body, comments, problems, anchor }) => ({
        text, body: plain(body), comments, problems, index: anchor.index, offset: anchor.offset, isOwn: anchor.cell === cell && anchor.unit.anchor === anchor,
      })),
    })),
  };
}

function checkTiling(document: Document): void {
  for (const cell of document.cells) {
    const { text } = document.sourceOf(cell);
    let at = cell.start;
    for (const unit of cell.units) {
      expect(unit.anchor.offset).toBe(at);
      expect(text.startsWith(unit.text, at)).toBe(true);
      at += unit.text.length;
    }
    if (cell.units.length > 0) expect(at).toBe(cell.end);
  }
}

/** Python from outside, where it is installed, or nothing. */
function realFiles(): readonly string[] {
  const lib = join(import.meta.dirname, "../../.cache/python/lib");
  if (!existsSync(lib)) return [];
  const files = [
    "sklearn/pipeline.py", "sklearn/linear_model/_ridge.py", "pandas/io/sql.py", "feast/feature_store.py", "statsmodels/tsa/arima_process.py",
  ];
  return readdirSync(lib)
    .flatMap((python) => files.map((file) => join(lib, python, "site-packages", file)))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8").slice(0, 20_000));
}

const texts = [script, cellScript, databricks, ...realFiles()];

describe.each(texts.map((text, index) => ({ text, name: `text ${String(index)} (${dialectOf(text)})` })))("$name", ({ text: original, name }) => {
  test("after random edits the document equals a fresh one", () => {
    const next = random(original.length);
    const rounds = original.length > 5_000 ? 250 : 1_500;
    let text = original;
    let document = Document.script("file:///a.py", text);
    for (let round = 0; round < rounds; round++) {
      if (round % 60 === 59) {
        text = original;
        document = Document.script("file:///a.py", text);
      }
      const edit = randomEdit(text, next);
      const before = text;
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      document.change(edit);
      try {
        const fresh = Document.script("file:///a.py", text);
        expect(document.units.map((unit) => unit.text)).toEqual(fresh.units.map((unit) => unit.text));
        expect(content(document)).toEqual(content(fresh));
        checkTiling(document);
      } catch (error) {
        throw new Error(`${name}, round ${String(round)}, ${JSON.stringify(edit)} in\n${before.slice(Math.max(0, edit.start - 200), edit.end + 200)}`, { cause: error });
      }
    }
  }, 120_000);

  test("a notebook of its pieces: after edits to cells and to their order, equal to a fresh one", () => {
    const next = random(original.length + 1);
    let cells: CellContent[] = original
      .split(/\n\n(?=\S)/)
      .slice(0, 30)
      .map((text, index) => ({ id: `c${String(index)}`, kind: index % 7 === 3 ? "markdown" : "code", language: index % 11 === 5 ? "sql" : "python", text }));
    const document = Document.notebook("file:///a.ipynb", cells);
    for (let round = 0; round < 300; round++) {
      const at = next.below(cells.length);
      const cell = cells[at];
      if (!cell) break;
      const action = next.below(10);
      if (action === 0) {
        const added = { ...cell, id: `new${String(round)}` };
        cells = cells.toSpliced(at, 0, added);
        document.changeCells(at, 0, [added]);
      } else if (action === 1 && cells.length > 3) {
        cells = cells.toSpliced(at, 1);
        document.changeCells(at, 1, []);
      } else if (action === 2) {
        const stretch = cells.slice(at, at + 3).reverse();
        cells = cells.toSpliced(at, stretch.length, ...stretch);
        document.changeCells(at, stretch.length, stretch);
      } else {
        const edit = randomEdit(cell.text, next);
        const text = cell.text.slice(0, edit.start) + edit.text + cell.text.slice(edit.end);
        cells = cells.with(at, { ...cell, text });
        document.change(edit, cell.id);
      }
      expect(content(document)).toEqual(content(Document.notebook("file:///a.ipynb", cells)));
      checkTiling(document);
    }
  }, 120_000);

  test("an edit inside one statement leaves all other units the objects they were", () => {
    const document = Document.script("file:///a.py", original);
    const next = random(7);
    for (let round = 0; round < 100; round++) {
      const units = document.units.filter((unit) => unit.body.length > 0 && unit.problems.length === 0);
      const unit = next.pick(units);
      const statement = unit.body[0];
      if (!statement) continue;
      const before = document.units;
      const { parsed } = document.work;
      const { anchor } = unit;
      // A comment at the end of the unit's line changes its text and nothing else.
      const at = anchor.offset + unit.text.trimEnd().length;
      document.change({ start: at, end: at, text: "  # x" });
      const others = document.units.filter((each) => !before.includes(each));
      expect(others.length).toBeLessThanOrEqual(1);
      expect(document.units.length).toBe(before.length);
      expect(document.work.parsed - parsed).toBeLessThanOrEqual(6);
      expect(document.units.includes(anchor.unit)).toBe(true);
    }
  });
});
