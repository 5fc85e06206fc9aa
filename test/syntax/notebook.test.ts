import { describe, expect, test } from "vitest";
import { Document } from "../../server/analysis/syntax/document.ts";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import type { Notebook } from "../../server/analysis/syntax/notebook.ts";
import { patchNotebook } from "../../server/analysis/syntax/notebook-patch.ts";
import { random } from "../harness/random.ts";

function read(text: string): Notebook {
  const result = readNotebook(text);
  if ("problem" in result) throw new Error(result.problem.message);
  return result.notebook;
}

function problem(text: string): string {
  const result = readNotebook(text);
  return "problem" in result ? `${String(result.problem.line + 1)}: ${result.problem.message}` : "no problem";
}

const jupyter = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "a1",
   "metadata": {},
   "source": [
    "# Título"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": 1.0,
   "id": "b2",
   "metadata": {"tags": []},
   "outputs": [{"data": {"text/plain": ["0.1000"], "x": NaN, "y": [-Infinity, {}]}}],
   "source": [
    "import os\\n",
    "DATA = \\"/mnt\\"\\n",
    "print(DATA)"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "c3",
   "metadata": {},
   "outputs": [],
   "source": []
  }
 ],
 "metadata": {
  "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`;

describe("reading", () => {
  test("cells with their ids, kinds and texts", () => {
    expect(read(jupyter).cells.map(({ id, kind, text }) => ({ id, kind, text }))).toEqual([
      { id: "a1", kind: "markdown", text: "# Título" },
      { id: "b2", kind: "code", text: 'import os\nDATA = "/mnt"\nprint(DATA)' },
      { id: "c3", kind: "code", text: "" },
    ]);
    expect(read(jupyter).language).toBe("python");
  });

  test("nbformat 3: worksheets, input, headings, language of a cell", () => {
    const notebook = read(
      `{"worksheets":[{"cells":[{"cell_type":"heading","level":1,"source":"T"},{"cell_type":"code","input":["x = 1\\n","y"],"language":"python"}]},` +
        `{"cells":[{"cell_type":"code","input":"z","language":"ruby"}]}],"metadata":{"name":""},"nbformat":3}`,
    );
    expect(notebook.cells.map(({ kind, language, text }) => [kind, language, text])).toEqual([
      ["markdown", "python", "T"], ["code", "python", "x = 1\ny"], ["code", "ruby", "z"],
    ]);
  });

  test("missing keys: no metadata, ids, outputs, cell_type, source", () => {
    const notebook = read(`{"cells":[{"cell_type":"code","source":"x"},{"outputs":[]},{"source":"y"},{},null,3]}`);
    expect(notebook.cells.map(({ id, kind, text }) => [id, kind, text])).toEqual([
      ["cell-0", "code", "x"], ["cell-1", "code", ""], ["cell-2", "raw", "y"], ["cell-3", "raw", ""], ["cell-4", "raw", ""], ["cell-5", "raw", ""],
    ]);
  });

  test("the same id twice becomes two", () => {
    const ids = read(`{"cells":[{"id":"a"},{"id":"a"},{"id":"a"}]}`).cells.map((cell) => cell.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe("a");
  });

  test("a key that stands twice: the last one counts", () => {
    expect(read(`{"cells":[{"source":"x"}],"cells":[{"source":"a","source":["b"]}]}`).cells.map((cell) => cell.text)).toEqual(["b"]);
  });

  test.each([
    [`{"cells":[],"metadata":{"language_info":{"name":"R"}}}`, "r"],
    [`{"cells":[],"metadata":{"kernelspec":{"language":"julia","name":"julia-1.9"}}}`, "julia"],
    [`{"cells":[],"metadata":{"kernelspec":{"name":"python3"}}}`, "python"],
    [`{"cells":[],"metadata":{"kernelspec":{"name":"conda-env-x-py"}}}`, "python"],
    [`{"cells":[],"metadata":[]}`, "python"],
    [`{"cells":[]}`, "python"],
  ])("language of %s", (text, language) => {
    expect(read(text).language).toBe(language);
  });

  test("tags of a cell", () => {
    const cells = read(`{"cells":[{"cell_type":"code","metadata":{"tags":["parameters",1,"x"]},"source":"a = 1"},{"cell_type":"code","metadata":{"tags":"x"},"source":""}]}`).cells;
    expect(cells.map(({ tags }) => tags)).toEqual([["parameters", "x"], undefined]);
  });

  test("the language that VS Code keeps with a cell", () => {
    const [cell] = read(`{"cells":[{"cell_type":"code","metadata":{"vscode":{"languageId":"sql"}},"source":"select"}]}`).cells;
    expect(cell?.language).toBe("sql");
  });

  test("a byte order mark, CRLF, tabs, deep nesting, escapes", () => {
    const deep = "[".repeat(20_000) + "]".repeat(20_000);
    const notebook = read(`\uFEFF{\r\n\t"x": ${deep},\r\n\t"cells": [{"source": ["\\u00e9\\n", "\\ud835\\udc9c \\\\"]}]\r\n}`);
    expect(notebook.cells[0]?.text).toBe("é\n𝒜 \\");
  });
});

describe("what is no notebook", () => {
  test.each([
    ["", "1: the file is empty"],
    [" \n\t", "1: the file is empty"],
    ["[]", "1: this is not a notebook: a JSON object was expected"],
    ["hello", "1: this is not a notebook: a JSON object was expected"],
    [`{"a":1}`, "1: this is not a notebook: it has no list of `cells`"],
    [`{"cells":{}}`, "1: this is not a notebook: it has no list of `cells`"],
    [`{"cells":[]}}`, "1: the end of the file was expected"],
    [`{"cells":[{"source":"\\q"}]}`, "1: a string holds an invalid escape in cell 1"],
    [`{"cells":[\n{"id":"a"}\n{"id":"b"}]}`, "3: `,` or `]` was expected"],
    [`{"cells":[{"id":"a",\n<<<<<<< HEAD\n"x":1}]}`, "2: a merge conflict is left in the file in cell 1"],
    [`<<<<<<< HEAD\n{"cells":[]}\n=======\n`, "1: a merge conflict is left in the file"],
  ])("%j", (text, message) => {
    expect(problem(text)).toBe(message);
  });

  test("cut anywhere, a notebook is reported as cut off, with the cell", () => {
    const whole = jupyter.trimEnd();
    for (let end = 1; end < whole.length; end++) {
      expect(problem(whole.slice(0, end))).toMatch(/^\d+: the notebook is cut off/);
    }
    expect(problem(whole.slice(0, whole.indexOf("print")))).toBe("20: the notebook is cut off in cell 2: the text ends inside a string");
  });
});

/** The file after changing cells, and what JSON.parse makes of it. */
function patched(file: string, changes: Record<string, string>): string {
  return patchNotebook(file, read(file), new Map(Object.entries(changes)));
}

/** Lines that differ, as in a unified diff without context. */
function difference(before: string, after: string): string[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let front = 0;
  while (front < Math.min(a.length, b.length) && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  return [...a.slice(front, a.length - back).map((line) => `-${line}`), ...b.slice(front, b.length - back).map((line) => `+${line}`)];
}

describe("patching", () => {
  test("one line changes, all other bytes stay", () => {
    const after = patched(jupyter, { b2: 'import os\nDATA = os.environ["DATA"]\nprint(DATA)' });
    expect(difference(jupyter, after)).toEqual([
      '-    "DATA = \\"/mnt\\"\\n",',
      '+    "DATA = os.environ[\\"DATA\\"]\\n",',
    ]);
  });

  test.each([
    ["insert in front", 'x\nimport os\nDATA = "/mnt"\nprint(DATA)', ['+    "x\\n",']],
    ["insert between", 'import os\nx\nDATA = "/mnt"\nprint(DATA)', ['+    "x\\n",']],
    ["append", 'import os\nDATA = "/mnt"\nprint(DATA)\nx', ['-    "print(DATA)"', '+    "print(DATA)\\n",', '+    "x"']],
    ["delete the first", 'DATA = "/mnt"\nprint(DATA)', ['-    "import os\\n",']],
    ["delete the last", 'import os\nDATA = "/mnt"\n', ['-    "DATA = \\"/mnt\\"\\n",', '-    "print(DATA)"', '+    "DATA = \\"/mnt\\"\\n"']],
  ])("%s", (_, text, lines) => {
    const after = patched(jupyter, { b2: text });
    expect(difference(jupyter, after)).toEqual(lines);
    expect(read(after).cells[1]?.text).toBe(text);
  });

  test("all lines go; an empty list is filled in the layout of the other cells", () => {
    expect(read(patched(jupyter, { b2: "" })).cells[1]?.text).toBe("");
    expect(difference(jupyter, patched(jupyter, { c3: "x\ny" }))).toEqual(['-   "source": []', '+   "source": [', '+    "x\\n",', '+    "y"', '+   ]']);
  });

  test("CRLF, tabs and a file without a final line break keep theirs", () => {
    const file = '{\r\n\t"cells": [\r\n\t\t{\r\n\t\t\t"cell_type": "code",\r\n\t\t\t"source": [\r\n\t\t\t\t"a\\n",\r\n\t\t\t\t"b"\r\n\t\t\t]\r\n\t\t}\r\n\t]\r\n}';
    expect(patched(file, { "cell-0": "a\nx\nb" })).toBe(file.replace('"a\\n",', '"a\\n",\r\n\t\t\t\t"x\\n",'));
    const empty = file.replace(/\[\r\n\t\t\t\t"a[^\]]*\]/, "[]");
    expect(patched(empty, { "cell-0": "x\ny" })).toBe(file.replace('"a\\n"', '"x\\n"').replace('"b"', '"y"'));
  });

  test("a minified file stays minified", () => {
    const file = `{"cells":[{"cell_type":"code","source":["a\\n","b\\n","c"]}],"nbformat":4}`;
    expect(patched(file, { "cell-0": "a\nB\nc" })).toBe(file.replace('"b\\n"', '"B\\n"'));
    expect(patched(file, { "cell-0": "a\nb\nx\nc" })).toBe(file.replace('"c"', '"x\\n","c"'));
  });

  test("a source that is one string stays one, with the escapes of the lines that stay", () => {
    const file = String.raw`{"cells":[{"cell_type":"code","source":"s = \"\u00e9\"\nb = 1\nc = '\/'"}],"x": 1.50}`;
    expect(patched(file, { "cell-0": 's = "é"\nb = "ü"\nc = \'/\'' })).toBe(file.replace("b = 1", String.raw`b = \"\u00fc\"`));
  });

  test("letters beyond ASCII are written as in the neighbourhood", () => {
    const raw = `{"cells":[{"cell_type":"code","source":["é\\n","b"]}]}`;
    expect(patched(raw, { "cell-0": "é\nü" })).toBe(raw.replace('"b"', '"ü"'));
    const escaped = String.raw`{"cells":[{"cell_type":"markdown","source":["\u00e9"]},{"cell_type":"code","source":["b"]}]}`;
    expect(patched(escaped, { "cell-1": "𝒜" })).toBe(escaped.replace('"b"', String.raw`"\ud835\udc9c"`));
  });

  test("nbformat 3 is patched in `input`", () => {
    const file = `{"worksheets":[{"cells":[{"cell_type":"code","input":["a\\n","b"]}]}],"nbformat":3}`;
    expect(patched(file, { "cell-0": "a\nc" })).toBe(file.replace('"b"', '"c"'));
  });

  test("nothing to change changes nothing; a cell that cannot be changed is refused", () => {
    expect(patched(jupyter, { b2: 'import os\nDATA = "/mnt"\nprint(DATA)' })).toBe(jupyter);
    expect(() => patched(jupyter, { zz: "x" })).toThrow("no cell zz");
    expect(() => patched(`{"cells":[{"cell_type":"code","source":[1]}]}`, { "cell-0": "x" })).toThrow("no cell cell-0");
  });

  test("whatever the new text, it is what is read again, and nothing else changes", () => {
    const next = random(4);
    const lines = ["a\n", "b\n", "\n", "é\n", '"q"\n', "\\\n", "x", "\u2028", "\r\n", "𝒜\n", "\t\n"];
    const literals = (form: string, text: string): string =>
      form === "string" ? JSON.stringify(text) : JSON.stringify(text === "" ? [] : text.split(/(?<=\n)/), null, form === "wide" ? 2 : undefined);
    for (let round = 0; round < 2_000; round++) {
      const some = (): string => Array.from({ length: next.below(6) }, () => next.pick(lines)).join("");
      const [before, after] = [some(), some()];
      const form = next.pick(["string", "wide", "narrow"]);
      const file = (source: string): string => `{"cells": [ {"metadata": {"k" : 1e5},"source": ${source} , "outputs":[]}, {"source":["z"]} ]}\n`;
      const result = patched(file(literals(form, before)), { "cell-0": after });
      expect(read(result).cells.map((cell) => cell.text)).toEqual([after, "z"]);
      expect(JSON.parse(result)).toMatchObject({ cells: [{ metadata: { k: 1e5 } }, { source: ["z"] }] });
      expect(result.startsWith('{"cells": [ {"metadata": {"k" : 1e5},"source": ')).toBe(true);
      expect(result.endsWith(' , "outputs":[]}, {"source":["z"]} ]}\n')).toBe(true);
    }
  });
});

describe("execution counts", () => {
  const cells = '{"cells": [{"cell_type": "code", "execution_count": 7, "source": "a = 1"}, {"cell_type": "code", "execution_count": null, "source": ""}, {"cell_type": "markdown", "source": ""}]}';

  test("are those of the file", () => {
    expect(read(cells).cells.map((cell) => cell.executionCount)).toEqual([7, undefined, undefined]);
  });

  test("format 3 has them under another name", () => {
    const { cells: [cell] } = read('{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "prompt_number": 2, "input": "a"}]}]}');
    expect(cell?.executionCount).toBe(2);
  });

  test("stay with the cells of a document, also when the file is read again", () => {
    const notebook = read(cells);
    const document = Document.notebook("file:///a.ipynb", notebook.cells);
    const counts = (): readonly (number | undefined)[] => document.cells.map((cell) => cell.executionCount);
    expect(counts()).toEqual([7, undefined, undefined]);
    const [unit] = document.units;
    document.changeCells(0, 3, read(cells.replace("7", "9")).cells);
    expect(counts()).toEqual([9, undefined, undefined]);
    expect(document.units[0]).toBe(unit);
  });
});
