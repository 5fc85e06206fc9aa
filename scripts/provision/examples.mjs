/**
 * Examples that scikit-learn and statsmodels ship in their source distributions, unpacked: programs that nobody here wrote, on which
 * the tests try refactorings. The versions are those of test/python/requirements.txt.
 */
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf, provide } from "./piece.mjs";
import { interpreterIn, python } from "./python.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const fetcher = join(here, "../wild/fetch.py");
const packages = ["scikit-learn==1.9.1", "statsmodels==0.15.0"];

/** Files people wrote to show how something is used; tests and build scripts are another kind of code. */
const shown = /(^|\/)[^/]*(examples?|tutorials?|demos?|docs?|notebooks?|templates?|recipes?|benchmarks?)[^/]*\/.*\.(py|ipynb)$/i;
const left = /(^|\/)(tests?|testing|conftest\.py|setup\.py|conf\.py|sphinxext|_?ext|node_modules)(\/|$)|\/test_[^/]*\.py$/i;

/** @type {import("./piece.mjs").Piece} */
export const examples = {
  name: "examples",
  summary: `examples of ${packages.join(" and ")}`,
  key: () => examplesKey(packages),
  make: (folder, log) => unpackExamples(packages, folder, log),
};

/** @param {readonly string[]} wanted */
export function examplesKey(wanted) {
  return `${wanted.join(" ")} ${hashOf(fileURLToPath(import.meta.url), fetcher)}`;
}

/**
 * Downloads source distributions beside the folder and unpacks what they show into it: `scikit_learn/examples/...`.
 * @param {readonly string[]} wanted @param {string} folder @param {import("./piece.mjs").Log} log
 */
export async function unpackExamples(wanted, folder, log) {
  const interpreter = interpreterIn(await provide(python, () => {}));
  const archives = resolve(folder, "..", "example-archives");
  mkdirSync(archives, { recursive: true });
  const files = (await log.run(interpreter, [fetcher, archives, ...wanted])).trim().split("\n");
  for (const file of files) await unpack(join(archives, file), join(folder, file.replace(/-[\d.]+\.tar\.gz$/, "")), log);
}

/** @param {string} archive @param {string} folder @param {import("./piece.mjs").Log} log */
async function unpack(archive, folder, log) {
  const names = (await log.run("tar", ["tzf", archive])).split("\n");
  const wanted = names.filter((name) => shown.test(name.slice(name.indexOf("/") + 1)) || name.endsWith(".ipynb")).filter((name) => !left.test(name));
  if (wanted.length === 0) return;
  mkdirSync(folder, { recursive: true });
  await log.run("tar", ["xzf", archive, "-C", folder, "--strip-components=1", "--no-same-owner", ...wanted]);
}
