/**
 * Notebooks before and after notebook-to-module, notebook-to-script and move-to-module, run in real kernels.
 *
 * After notebook-to-module, and after one, two and three neighbouring cells have moved, the notebook shows what it showed, and its module
 * does nothing when it is imported; the script prints what the notebook printed and showed. Each runs in a folder of its own. `NOTEBOOK`
 * names one of them, for working on it; `SELECTIONS=all` runs every selection of one to three cells, `SEED` chooses others than the one
 * of each notebook.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change, Refused } from "../../server/analysis/refactor/refactoring.ts";
import { available, makeFolder, python } from "../execution/run-python.ts";
import { random } from "../harness/random.ts";
import { applied, nameOf, notebookPrograms, openNotebook, perform, projectOf, wholeCells } from "./notebook-programs.ts";
import type { NotebookProgram } from "./notebook-programs.ts";
import { ruff } from "./harness.ts";

interface Output {
  readonly kind: "stream" | "figure" | "value";
  readonly text: string;
}

type Result =
  | { readonly cells: readonly (readonly Output[])[] }
  | { readonly error: string }
  | { readonly status: number; readonly text: string }
  | { readonly noticed: readonly string[] };

interface Job {
  readonly kind: "notebook" | "script" | "import";
  readonly path: string;
  readonly cwd: string;
  readonly name?: string;
}

const only = process.env["NOTEBOOK"];
const programs = notebookPrograms().filter(({ name }) => only === undefined || name === only);
const { folder, remove } = makeFolder();
const results = new Map<string, Result>();
const changes = new Map<string, Change | Refused>();
/** Files that notebook-to-module and move-to-module have written. */
const modules: string[] = [];
afterAll(remove);

/** A folder with the notebook, and what a refactoring makes of it there; the job that runs it. */
function prepare(name: string, file: string, refactoring: string | undefined, cells?: readonly number[]): readonly (readonly [string, Job])[] {
  const key = [name, refactoring ?? "", ...(cells ? [cells.join("-")] : [])].join(" ");
  const cwd = join(folder, key.trim().replaceAll(" ", "-"));
  mkdirSync(cwd);
  const path = join(cwd, `${name}.ipynb`);
  if (refactoring === undefined) {
    writeFileSync(path, file);
    return [[key, { kind: "notebook", path, cwd }]];
  }
  const uri = new URL(`file://${path}`).href;
  const open = openNotebook(uri, file);
  const project = projectOf(uri);
  const outcome = perform(refactoring, open.document, project, wholeCells(open.document, cells));
  changes.set(key, outcome);
  if (outcome.kind === "refused") return [];
  const after = applied(open, outcome, project);
  writeFileSync(path, after.file);
  const made = [...after.others].map(([other, text]) => {
    writeFileSync(join(cwd, nameOf(other)), text);
    if (refactoring !== "notebook-to-script") modules.push(join(cwd, nameOf(other)));
    return join(cwd, nameOf(other));
  });
  if (refactoring === "notebook-to-script") return made.map((script) => [key, { kind: "script", path: script, cwd }]);
  const imports = made.map((module): readonly [string, Job] => [`${key} import`, { kind: "import", path: module, cwd, name: `module_${results.size}_${name.replaceAll("-", "_")}` }]);
  return [[key, { kind: "notebook", path, cwd }], ...imports];
}

interface Selected {
  readonly name: string;
  readonly file: string;
  readonly cells: readonly number[];
}

/** Every one, two and three neighbouring code cells. */
function neighbours({ name, file }: NotebookProgram): readonly Selected[] {
  const { document } = openNotebook(`file:///${name}.ipynb`, file);
  const code = document.cells.filter(({ kind }) => kind === "code").map(({ index }) => index);
  return [1, 2, 3].flatMap((size) => code.slice(0, Math.max(0, code.length + 1 - size)).map((_, at) => ({ name, file, cells: code.slice(at, at + size) })));
}

/** Those that can move, and the reasons why others cannot. */
function tried(selections: readonly Selected[]): { readonly moving: readonly Selected[]; readonly refused: readonly string[] } {
  const moving: Selected[] = [];
  const refused: string[] = [];
  for (const each of selections) {
    const uri = `file:///${each.name}.ipynb`;
    const { document } = openNotebook(uri, each.file);
    const outcome = perform("move-to-module", document, projectOf(uri), wholeCells(document, each.cells));
    if (outcome.kind === "change") moving.push(each);
    else refused.push(outcome.reason);
  }
  return { moving, refused };
}

/** One selection from each notebook, of one, two and three cells by turns. */
function chosen(moving: readonly Selected[]): readonly Selected[] {
  if (process.env["SELECTIONS"] === "all") return moving;
  const dice = random(Number(process.env["SEED"] ?? 1));
  return programs.flatMap(({ name }, index) => {
    const own = moving.filter((each) => each.name === name);
    const ofSize = own.filter(({ cells }) => cells.length === (index % 3) + 1);
    return own.length === 0 ? [] : [dice.pick(ofSize.length > 0 ? ofSize : own)];
  });
}

function run(jobs: readonly Job[]): Promise<readonly Result[]> {
  return new Promise((done, failed) => {
    const child = spawn(python, [join(import.meta.dirname, "run_notebooks.py")], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on("data", (chunk: Buffer) => { errors += chunk.toString(); });
    child.once("error", failed);
    child.once("close", (status) => {
      if (status === 0) done(JSON.parse(output) as readonly Result[]);
      else failed(new Error(errors));
    });
    child.stdin.end(JSON.stringify(jobs));
  });
}

/** What depends on the clock or on addresses; figures by their number. */
function normalised(text: string): string {
  return text.replace(/^(?:CPU times|Wall time):.*\n?/gmu, "").replace(/^.* per loop .*\n?/gmu, "").replace(/ at 0x[0-9a-f]+/gu, "").replaceAll(/\/\S*\/execution-\w+\/[\w-]+/gu, "here");
}

/** All outputs in order; texts that follow each other as one. */
function shown(result: Result | undefined): readonly string[] {
  if (!result || !("cells" in result)) throw new Error(JSON.stringify(result));
  const found: string[] = [];
  for (const { kind, text } of result.cells.flat()) {
    if (kind === "figure") found.push("a figure");
    else if (normalised(text) !== "") found.push(`${kind}: ${normalised(text)}`);
  }
  return found;
}

/** As a script prints it: what plotting functions and `fit` give is left out. */
function printed(result: Result | undefined): string {
  if (!result || !("cells" in result)) throw new Error(JSON.stringify(result));
  const texts = result.cells.flat().map(({ kind, text }) => {
    if (kind === "figure") return "";
    if (kind === "stream") return text;
    if (/^(?:<|\[<|Text\(|\(array\(|[A-Z]\w+\([^)]*\)?)/u.test(text) && !/^[A-Z]\w+\(\[/u.test(text)) return "";
    return `${text}\n`;
  });
  // What magics say of themselves.
  return normalised(texts.join("").replaceAll("\r\n", "\n")).replace(/^(?:Writing \S+|env: .*|here\/.*)\n/gmu, "");
}

const selections = programs.flatMap(neighbours);
const { moving, refused } = tried(selections);
const moved = chosen(moving);

describe.skipIf(!available)("in real kernels", () => {
  beforeAll(async () => {
    const jobs = [
      ...programs.flatMap(({ name, file }) => [
        ...prepare(name, file, undefined), ...prepare(name, file, "notebook-to-module"), ...prepare(name, file, "notebook-to-script"),
      ]),
      ...moved.flatMap(({ name, file, cells }) => prepare(name, file, "move-to-module", cells)),
    ];
    const answers = await run(jobs.map(([, job]) => job));
    jobs.forEach(([key], index) => { if (answers[index]) results.set(key, answers[index]); });
  }, 1_200_000);

  test.each(programs.map(({ name }) => name))("%s: after notebook-to-module it shows the same, and the module does nothing by itself", (name) => {
    const outcome = changes.get(`${name} notebook-to-module`);
    if (outcome?.kind === "refused") return;
    expect(shown(results.get(`${name} notebook-to-module`))).toEqual(shown(results.get(`${name} `)));
    expect(results.get(`${name} notebook-to-module import`)).toEqual({ noticed: [] });
  });

  test.each(moved.map(({ name, cells }) => `${name} move-to-module ${cells.join("-")}`))("%s: shows the same, and the module does nothing by itself", (key) => {
    expect(changes.get(key)?.kind).toBe("change");
    expect(shown(results.get(key))).toEqual(shown(results.get(`${key.split(" ")[0] ?? ""} `)));
    expect(results.get(`${key} import`)).toEqual({ noticed: [] });
  });

  test.each(programs.map(({ name }) => name))("%s: the script prints the same", (name) => {
    expect(changes.get(`${name} notebook-to-script`)?.kind).toBe("change");
    const result = results.get(`${name} notebook-to-script`);
    if (!result || !("text" in result)) throw new Error(JSON.stringify(result));
    expect(normalised(result.text)).toBe(printed(results.get(`${name} `)));
    expect(result.status).toBe(0);
  });

  test.skipIf(only !== undefined)("refusals are few, and what is written is clean", () => {
    const refusals = [...changes].filter(([, { kind }]) => kind === "refused").map(([key]) => key);
    expect(refusals).toEqual(["redefined notebook-to-module"]);
    expect(new Set(moved.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
    // Cells that hold imports, magics or what is shown only have nothing to move.
    const unable = refused.filter((reason) => !/holds nothing that a function could do|works in a cell only/u.test(reason));
    expect(unable.length / selections.length).toBeLessThan(0.1);
    // Unused names and imports, the order of imports, syntax: what the notebook's own lines look like is its own affair.
    const { stdout } = spawnSync(ruff, ["check", "--isolated", "--no-cache", "--select", "F,E4,E7,E9,I", "--ignore", "E731", "--output-format", "concise", ...modules], { encoding: "utf8" });
    expect(stdout).toBe("All checks passed!\n");
  });
});
