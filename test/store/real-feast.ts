/** The Python with Feast that the oracle tests ask: SEAWORTHY_PYTHON, or the provisioned one. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createFeastReader } from "../../server/analysis/store/feast.ts";
import type { SourceFile } from "../../server/analysis/store/feast.ts";
import { readFeastIgnore } from "../../server/analysis/store/feast-files.ts";
import type { Store } from "../../server/analysis/store/model.ts";
import { SourceText } from "../../server/analysis/text/source-text.ts";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const projectFolder = join(here, "..", "..");

export const python = [process.env["SEAWORTHY_PYTHON"], join(projectFolder, ".cache", "python", "bin", "python"), join(projectFolder, ".cache", "python", "Scripts", "python.exe")]
  .find((each) => each !== undefined && existsSync(each));
export const hasFeast = python !== undefined && spawnSync(python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('feast') is None)"]).status === 0;
export const reason = python === undefined ? "no Python was found (SEAWORTHY_PYTHON, .cache/python)" : "Feast is not installed in that Python";
/** In CI the tests run, and fail, without Feast. */
export const isSkipped = !hasFeast && process.env["CI"] !== "true";

/** Our repositories and the example's. */
export const repositories = [
  ...readdirSync(join(here, "repos")).map((name) => join(here, "repos", name)),
  join(projectFolder, "examples", "churn", "feature_repo"),
];

/** Runs one of the oracles and reads what it prints. */
export function ask(script: string, args: readonly string[], input?: string): unknown {
  const run = spawnSync(python ?? "", [join(here, script), ...args], { encoding: "utf8", maxBuffer: 64_000_000, ...(input === undefined ? {} : { input }) });
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** Our reading of a repository's code. */
export function readStatically(folder: string): Store {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.split(sep).join("/"));
  const load = (path: string): SourceFile => ({
    uri: pathToFileURL(join(folder, path)).href, path, source: new SourceText(readFileSync(join(folder, path), "utf8")),
  });
  return createFeastReader().read({
    root: pathToFileURL(folder).href,
    config: load("feature_store.yaml"),
    ignore: files.includes(".feastignore") ? readFeastIgnore(load(".feastignore").source.text) : [],
    environment: () => undefined,
    files: files.filter((path) => path.endsWith(".py")).map(load),
    broken: [],
  });
}
