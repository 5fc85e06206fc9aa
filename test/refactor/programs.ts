/**
 * The programs that refactorings are tried on: scripts and notebooks of our own (programs/), and examples that scikit-learn and
 * statsmodels ship with their source distributions, where those were unpacked (node scripts/provision.mjs examples).
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import { notebookPrograms } from "./notebook-programs.ts";
import type { Source } from "./perform.ts";

export interface NamedProgram {
  readonly name: string;
  /** A script's text, or a notebook's code cells. */
  readonly source: Source;
}

const root = join(import.meta.dirname, "../..");

export function ownPrograms(): readonly NamedProgram[] {
  const folder = join(import.meta.dirname, "programs");
  const scripts = [...readdirSync(folder), ...readdirSync(join(folder, "scripts")).map((name) => `scripts/${name}`)];
  return [
    ...scripts.filter((name) => name.endsWith(".py")).sort().map((name) => ({ name, source: readFileSync(join(folder, name), "utf8") })),
    ...notebookPrograms().map(({ name, file }) => ({ name, source: codeCellsOf(file) })),
  ];
}

/** Those of a folder below programs/; `# %%` divides the cells of what is called notebook. */
export function programsIn(name: string): readonly NamedProgram[] {
  const folder = join(import.meta.dirname, "programs", name);
  return readdirSync(folder).sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return { name: `${name}/${file}`, source: file.startsWith("notebook_") ? text.split(/^# %%\n/mu) : text };
  });
}

/** Examples by their path below .cache/examples; those that are not there are left out. */
export function examples(paths: readonly string[]): readonly NamedProgram[] {
  const folder = join(root, ".cache/examples");
  return paths.filter((path) => existsSync(join(folder, path))).map((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    return { name: path, source: path.endsWith(".ipynb") ? codeCellsOf(text) : text };
  });
}

function codeCellsOf(file: string): readonly string[] {
  const read = readNotebook(file);
  if ("problem" in read) throw new Error(read.problem.message);
  return read.notebook.cells.filter(({ kind }) => kind === "code").map(({ text }) => text);
}
