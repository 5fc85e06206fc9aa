/** The real Ruff, as the oracle of what refactorings write: its formatter, and its default rules. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Source } from "./perform.ts";

const root = join(import.meta.dirname, "../..");
export const ruff = process.env["SEAWORTHY_RUFF"] ?? join(root, ".cache/python/bin/ruff");

/** A text, or a notebook's cells, before and after. */
export interface Pair {
  readonly title: string;
  readonly before: Source;
  readonly after: Source;
}

/** What Ruff's default rules and its formatter have against texts whose originals were clean. */
export function ruffComplaints(pairs: readonly Pair[]): readonly string[] {
  return inFolder((folder) => {
    pairs.forEach(({ before, after }, index) => {
      write(join(folder, "before"), index, before);
      write(join(folder, "after"), index, after);
    });
    const linted = run(["check", "--output-format", "concise", "."], folder);
    const formatted = run(["format", "--check", "."], folder);
    const hasComplaint = (output: string, file: string): boolean => new RegExp(`${file.replace(".", "\\.")}(?::|$)`, "mu").test(output);
    return pairs.flatMap(({ title, before, after }, index) => {
      const [was, is] = [`before/${nameOf(index, before)}`, `after/${nameOf(index, after)}`];
      const shown = typeof after === "string" ? after : after.join("\n# %%\n");
      const lint = !hasComplaint(linted, was) && hasComplaint(linted, is) ? [`${title}: ${linted.split("\n").find((line) => line.startsWith(is)) ?? ""}\n${shown}`] : [];
      const format = !hasComplaint(formatted, was) && hasComplaint(formatted, is) ? [`${title}: not as Ruff formats it:\n${run(["format", "--diff", is], folder)}`] : [];
      return [...lint, ...format];
    });
  });
}

/** Texts as Ruff formats them; those that it cannot read stay. */
export function ruffFormatted(sources: readonly Source[], lineLength = 88): readonly Source[] {
  return inFolder((folder) => {
    sources.forEach((source, index) => { write(folder, index, source); });
    run(["format", "--quiet", "--line-length", String(lineLength), "."], folder);
    return sources.map((source, index) => {
      const text = readFileSync(join(folder, nameOf(index, source)), "utf8");
      return typeof source === "string" ? text : (JSON.parse(text) as { readonly cells: readonly { readonly source: readonly string[] }[] }).cells.map((cell) => cell.source.join(""));
    });
  });
}

function run(given: readonly string[], folder: string): string {
  return spawnSync(ruff, [...given, "--isolated", "--no-cache"], { cwd: folder, encoding: "utf8", maxBuffer: 64_000_000 }).stdout;
}

function inFolder<T>(use: (folder: string) => T): T {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, ".cache/ruff-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nameOf(index: number, source: Source): string {
  return `f${String(index)}.${typeof source === "string" ? "py" : "ipynb"}`;
}

function write(folder: string, index: number, source: Source): void {
  const file = join(folder, nameOf(index, source));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof source === "string" ? source : notebookOf(source));
}

function notebookOf(cells: readonly string[]): string {
  const written = cells.map((text, index) => ({ cell_type: "code", execution_count: null, id: `c${String(index)}`, metadata: {}, outputs: [], source: text.split(/(?<=\n)/u) }));
  return JSON.stringify({ cells: written, metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 });
}
