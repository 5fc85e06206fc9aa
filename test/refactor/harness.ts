/**
 * Runs the literate fixtures of refactorings: `<name>.md` is about the refactoring of that name.
 *
 *     ## What a test is called
 *
 *     `src/load.py`                        names the next block's file; else main.py, or main.ipynb for cells
 *
 *     ```py                                a script; `py cell`: a cell, and cells in a row make one notebook
 *     # [[                                 what is selected stands between these lines, which are no part of the file;
 *     total = a + b                        without them it is the whole file. The first file is refactored, the others lie beside it
 *     # ]]
 *     ```
 *
 *     ```options
 *     --name add
 *     ```
 *
 *     ```py after                          the file afterwards; with a path above it, a file that is made or edited along the way
 *     ```
 *
 *     ```refused                           instead: part of the reason
 *     ```
 *
 *     ```summary                           lines of what is said, each whole
 *     ```
 *
 * Everything goes through the command line, so that what is tested is what is written to disk. Files that no `after` block speaks of
 * stay as they were. Python that was formatted and clean for Ruff has to be so afterwards.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import { notebook, run } from "../cli/run-cli.ts";
import { readBlocks } from "../harness/fixture.ts";
import type { Block } from "../harness/fixture.ts";
import { ruff, ruffComplaints } from "./ruff.ts";

export { ruff };

interface RefactoringTest {
  readonly title: string;
  /** The first is refactored. */
  readonly files: ReadonlyMap<string, string | readonly string[]>;
  /** `:3-5`, `:cell2:1-3`; empty for the whole file. */
  readonly selection: readonly string[];
  readonly options: string;
  readonly after: ReadonlyMap<string, string | readonly string[]>;
  readonly refused: string | undefined;
  readonly summary: readonly string[];
}

/** Declares the tests of one refactoring. */
export function testRefactoring(name: string): void {
  const tests = readTests(readFileSync(join(import.meta.dirname, `${name}.md`), "utf8"));
  const checked: { readonly title: string; readonly before: string; readonly after: string }[] = [];
  describe(name, () => {
    test.each(tests.map((each) => [each.title, each] as const))("%s", async (_, each) => {
      const { files, after, refused, summary } = each;
      const [path = "main.py"] = files.keys();
      const given = Object.fromEntries([...files].map(([file, text]) => [file, typeof text === "string" ? text : notebook(...text.map(cellOf))]));
      const targets = each.selection.length === 0 ? [path] : each.selection.map((part) => path + part);
      const { status, err, host } = await run(given, `refactor ${name} ${targets.join(" ")} --write ${each.options}`, { rules: [] });
      if (refused !== undefined) {
        expect(err).toContain(refused);
        expect(err).toContain("refused:");
        expect(status).toBe(1);
      } else {
        expect({ status, err: status === 0 ? "" : err }).toEqual({ status: 0, err: "" });
      }
      for (const line of summary) expect(`\n${err.replace(`${path}: `, "")}`.replace(/\n +/gu, "\n")).toContain(`\n${line}\n`);
      for (const [file, text] of after) {
        const now = host.text(file) ?? "(no such file)";
        expect(typeof text === "string" ? now : cellsOf(now)).toEqual(text);
      }
      for (const [file, text] of Object.entries(given)) {
        const now = host.text(file) ?? "";
        if (!after.has(file)) expect(now).toBe(text);
        else if (file.endsWith(".py") && !("pyproject.toml" in given)) checked.push({ title: each.title, before: text, after: now });
      }
      for (const file of after.keys()) if (file.endsWith(".py") && !files.has(file) && !("pyproject.toml" in given)) checked.push({ title: each.title, before: "", after: host.text(file) ?? "" });
    });
    afterAll(() => {
      if (existsSync(ruff)) expect(ruffComplaints(checked)).toEqual([]);
    });
  });
}

/** As `cellsOf` writes them. */
function cellOf(text: string): string | { readonly markdown: string } {
  return text.startsWith("[markdown]\n") ? { markdown: text.slice("[markdown]\n".length) } : text;
}

function cellsOf(file: string): readonly string[] {
  const read = readNotebook(file);
  if ("problem" in read) throw new Error(`no notebook any more: ${read.problem.message}`);
  return read.notebook.cells.map(({ kind, text }) => (kind === "markdown" ? `[markdown]\n${text}` : text));
}

// ---- fixtures ----------------------------------------------------------------------------------------------

function readTests(markdown: string): readonly RefactoringTest[] {
  const blocks = readBlocks(markdown);
  const titles = [...new Set(blocks.flatMap(({ title }) => title ?? []))];
  return titles.map((title) => readTest(title, blocks.filter((block) => block.title === title)));
}

function readTest(title: string, blocks: readonly Block[]): RefactoringTest {
  const files = new Map<string, string | string[]>();
  const after = new Map<string, string | string[]>();
  const selection: string[] = [];
  let options = "";
  let refused: string | undefined;
  let summary: readonly string[] = [];
  for (const { path, info, text } of blocks) {
    const isFirst = files.size === 0;
    switch (info) {
      case "py": {
        const { text: shown, lines } = withoutMarks(text);
        files.set(path ?? "main.py", shown);
        if (lines) selection.push(`:${lines}`);
        break;
      }
      case "py cell":
      case "markdown cell": {
        const file = path ?? [...files.keys()].find((each) => each.endsWith(".ipynb")) ?? "main.ipynb";
        const cells = files.get(file) ?? [];
        if (typeof cells === "string") throw new Error(`${file} is no notebook in "${title}"`);
        const { text: shown, lines } = withoutMarks(text.replace(/\n$/u, ""));
        cells.push(info === "py cell" ? shown : `[markdown]\n${shown}`);
        files.set(file, cells);
        if (lines && (isFirst || [...files.keys()][0] === file)) selection.push(`:cell${String(cells.length)}:${lines}`);
        break;
      }
      case "py after":
      case "toml after":
      case "yaml after":
        after.set(path ?? "main.py", text);
        break;
      case "py cell after":
      case "markdown cell after": {
        const file = path ?? [...files.keys()].find((each) => each.endsWith(".ipynb")) ?? "main.ipynb";
        const cells = after.get(file) ?? [];
        if (typeof cells !== "string") after.set(file, [...cells, `${info.startsWith("markdown") ? "[markdown]\n" : ""}${text.replace(/\n$/u, "")}`]);
        break;
      }
      case "options":
        options = text.trim();
        break;
      case "refused":
        refused = text.trim();
        break;
      case "summary":
        summary = text.trimEnd().split("\n");
        break;
      default:
        if (path === undefined) throw new Error(`"${info}" is no kind of block, in "${title}"`);
        files.set(path, text);
    }
  }
  if (refused === undefined && after.size === 0) throw new Error(`"${title}" expects nothing`);
  return { title, files, selection, options, after, refused, summary };
}

/** The text without `# [[` and `# ]]`, and the lines between them. */
function withoutMarks(text: string): { readonly text: string; readonly lines: string | undefined } {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.trim() === "# [[");
  const to = lines.findIndex((line) => line.trim() === "# ]]");
  if (from < 0 || to < 0) return { text, lines: undefined };
  return { text: lines.filter((_, index) => index !== from && index !== to).join("\n"), lines: `${String(from + 1)}-${String(to - 1)}` };
}
