/** Cells that come, go and are replaced in a notebook's file; nbformat says whether the result is a notebook. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import type { Notebook } from "../../server/analysis/syntax/notebook.ts";
import type { CellReplacement, WrittenCell } from "../../server/analysis/syntax/notebook-cells.ts";
import { patchNotebook } from "../../server/analysis/syntax/notebook-patch.ts";
import { available, python } from "../execution/run-python.ts";
import { random } from "../harness/random.ts";

function read(text: string): Notebook {
  const result = readNotebook(text);
  if ("problem" in result) throw new Error(result.problem.message);
  return result.notebook;
}

function replaced(file: string, ...replacements: readonly CellReplacement[]): string {
  return patchNotebook(file, read(file), new Map(), replacements);
}

const code = (text: string): WrittenCell => ({ kind: "code", text });
const jupyter = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "a1",
   "metadata": {},
   "source": [
    "# Sales"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "b2",
   "metadata": {"tags": ["x"]},
   "outputs": [{"data": {"text/plain": ["0.1000"]}, "metadata": {}, "output_type": "display_data"}],
   "source": [
    "import os\\n",
    "print(1)"
   ]
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

describe("as Jupyter writes", () => {
  test("a new cell has the layout of the others, and an id of its own", () => {
    const after = replaced(jupyter, { start: 1, deleteCount: 0, cells: [code("x = 1\ny = \"é\"")] });
    const id = read(after).cells[1]?.id ?? "";
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(after).toBe(jupyter.replace(`   ]
  },
  {`, `   ]
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "${id}",
   "metadata": {},
   "outputs": [],
   "source": [
    "x = 1\\n",
    "y = \\"é\\""
   ]
  },
  {`));
  });

  test("equal texts have different ids", () => {
    const { cells } = read(replaced(jupyter, { start: 2, deleteCount: 0, cells: [code("a"), code("a"), code("")] }));
    expect(new Set(cells.map(({ id }) => id)).size).toBe(5);
    expect(cells.slice(2).map(({ text }) => text)).toEqual(["a", "a", ""]);
  });

  test("a kept cell keeps id, metadata and outputs byte for byte, and its place may change", () => {
    const [first, second] = read(jupyter).cells;
    const written = jupyter.slice(second?.written.start, second?.written.end);
    const after = replaced(jupyter, { start: 0, deleteCount: 2, cells: [{ kind: "code", text: "import os\nprint(1)", keeps: "b2" }, { kind: "markdown", text: "# Sales", keeps: "a1" }] });
    expect(after.indexOf(written)).toBe(first?.written.start);
    expect(read(after).cells.map(({ id }) => id)).toEqual(["b2", "a1"]);
    expect(replaced(jupyter, { start: 1, deleteCount: 1, cells: [{ kind: "code", text: "import os\nprint(2)", keeps: "b2" }] })).toBe(jupyter.replace("print(1)", "print(2)"));
  });

  test("removing the first, the last, all, and filling again", () => {
    expect(read(replaced(jupyter, { start: 0, deleteCount: 1, cells: [] })).cells.map(({ id }) => id)).toEqual(["b2"]);
    expect(read(replaced(jupyter, { start: 1, deleteCount: 1, cells: [] })).cells.map(({ id }) => id)).toEqual(["a1"]);
    const empty = replaced(jupyter, { start: 0, deleteCount: 1, cells: [] }, { start: 1, deleteCount: 1, cells: [] });
    expect(empty).toContain('"cells": [],');
    expect(replaced(empty, { start: 0, deleteCount: 0, cells: [code("x")] })).toContain('"cells": [\n  {\n   "cell_type": "code",');
  });

  test("a cell that is not there is refused", () => {
    expect(() => replaced(jupyter, { start: 2, deleteCount: 1, cells: [] })).toThrow(RangeError);
    expect(() => replaced(jupyter, { start: 0, deleteCount: 1, cells: [{ kind: "code", text: "", keeps: "zz" }] })).toThrow(RangeError);
  });
});

test("the older format has no ids", () => {
  const old = jupyter.replace('"nbformat_minor": 5', '"nbformat_minor": 4').replace(/ {3}"id": "\w+",\n/g, "");
  expect(replaced(old, { start: 0, deleteCount: 0, cells: [code("x")] })).not.toContain('"id"');
});

test("on one line, and with the source in one string", () => {
  const compact = '{"cells":[{"cell_type":"code","execution_count":null,"metadata":{},"outputs":[],"source":"a\\nb"}],"metadata":{},"nbformat":4,"nbformat_minor":4}';
  const made = '{"cell_type":"code", "execution_count":null, "metadata":{}, "outputs":[], "source":"x\\ny"}';
  expect(replaced(compact, { start: 1, deleteCount: 0, cells: [code("x\ny")] })).toBe(compact.replace("}],", `}, ${made}],`));
});

test("worksheets: a cell goes where its neighbour is", () => {
  const old = JSON.stringify({ metadata: { name: "" }, nbformat: 3, nbformat_minor: 0, worksheets: [
    { cells: [{ cell_type: "code", collapsed: false, input: ["a"], language: "python", metadata: {}, outputs: [] }], metadata: {} },
    { cells: [{ cell_type: "code", collapsed: false, input: ["b"], language: "python", metadata: {}, outputs: [] }], metadata: {} },
  ] }, undefined, 1);
  const after = replaced(old, { start: 1, deleteCount: 1, cells: [code("c"), code("d")] });
  expect(read(after).cells.map(({ text }) => text)).toEqual(["a", "c", "d"]);
  expect((JSON.parse(after) as { worksheets: { cells: unknown[] }[] }).worksheets.map(({ cells }) => cells.length)).toEqual([1, 2]);
});

// ---- random changes, with nbformat as the judge -------------------------------------------------------------

/** A notebook, a change of it, and what must come out. */
interface Case {
  readonly before: string;
  readonly after: string;
  readonly texts: readonly string[];
}

function randomCase(seed: number): Case {
  const { below, pick: any } = random(seed);
  const often = (percent: number): boolean => below(100) < percent;
  const text = (): string => any(["", "x = 1", "x = 1\n", "a\nb\n\nc", "print(\"é\\n\")", "tab\there", "😀 = 2\r\nb", "\\"]);
  const minor = any([2, 4, 5]);
  const asString = often(30);
  const sourceOf = (value: string): unknown => (asString ? value : value === "" ? [] : value.split(/(?<=\n)/));
  const old = Array.from({ length: below(6) }, (_, index) => {
    const isCode = often(60);
    return {
      cell_type: isCode ? "code" : any(["markdown", "raw"]), ...(minor >= 5 ? { id: `cell${index}` } : {}), metadata: often(50) ? {} : { tags: ["a]"], deep: { x: [1.5, "}"] } },
      ...(isCode ? { execution_count: any([null, 3]), outputs: often(50) ? [] : [{ name: "stdout", output_type: "stream", text: ["1\n"] }] } : {}),
      source: sourceOf(text()),
    };
  });
  const layout = [undefined, 1, 2, "\t"][below(4)];
  const before = JSON.stringify({ cells: old, metadata: {}, nbformat: 4, nbformat_minor: minor }, undefined, layout);
  const { cells } = read(before);
  const replacements: CellReplacement[] = [];
  const texts: string[] = [];
  let at = 0;
  while (at <= cells.length) {
    const deleteCount = often(40) ? Math.min(below(3), cells.length - at) : 0;
    const gone = cells.slice(at, at + deleteCount);
    const made: WrittenCell[] = Array.from({ length: often(40) ? below(3) : 0 }, () => ({ kind: any(["code", "markdown", "raw"] as const), text: text() }));
    for (const each of gone) if (often(40)) made.push({ kind: each.kind, text: often(50) ? each.text : text(), keeps: each.id });
    if (deleteCount + made.length > 0) replacements.push({ start: at, deleteCount, cells: made });
    texts.push(...made.map((each) => each.text));
    const next = cells[at + deleteCount];
    if (next) texts.push(next.text);
    at += deleteCount + 1;
  }
  const after = patchNotebook(before, read(before), new Map(), replacements);
  const back = read(after).cells;
  const untouched = cells.filter((_, index) => !replacements.some(({ start, deleteCount }) => index >= start && index < start + deleteCount));
  for (const { written } of untouched) if (!after.includes(before.slice(written.start, written.end))) throw new Error(`seed ${seed}: an untouched cell changed`);
  expect({ seed, texts: back.map((each) => each.text) }).toEqual({ seed, texts });
  return { before, after, texts };
}

test("random changes give what was asked for, cells between them untouched", () => {
  for (let seed = 1; seed <= 600; seed++) randomCase(seed);
});

test.skipIf(!available)("nbformat takes the result for a valid notebook, without a warning", () => {
  const files = Array.from({ length: 600 }, (_, index) => randomCase(index + 1));
  const judge = `
import json, sys, warnings
import nbformat
warnings.simplefilter("error")
for number, case in enumerate(json.load(sys.stdin)):
    notebook = nbformat.reads(case["after"], as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells] == case["texts"], number
print("valid")
`;
  const { stdout, stderr } = spawnSync(python, ["-c", judge], { input: JSON.stringify(files), encoding: "utf8", timeout: 120_000 });
  expect(stderr).toBe("");
  expect(stdout).toBe("valid\n");
}, 130_000);
