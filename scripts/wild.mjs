/**
 * Code from outside, to judge rules by: the examples, tutorials and notebooks inside the source
 * distributions of data-science packages, unpacked into .cache/wild/<package>/.
 *
 *   node scripts/wild.mjs          then, for instance:  node dist/cli.cjs check .cache/wild
 *
 * The versions are pinned, so that figures can be repeated. No test depends on this.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { provision } from "./provision.mjs";
import { hashOf, provide } from "./provision/piece.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packages = [
  "scikit-learn==1.9.1",
  "statsmodels==0.15.0",
  "seaborn==0.13.2",
  "imbalanced-learn==0.14.2",
  "nilearn==0.14.1",
  "skrub==0.11.0",
  "sktime==1.2.0",
  "dowhy==0.14",
  "tsfresh==0.21.2",
  "evidently==0.7.23",
  "yellowbrick==1.5",
  "mlflow==3.18.0",
  "featuretools==1.31.0",
  "feast==0.67.0",
  "shap==0.54.1",
  "xgboost==3.4.1",
  "catboost==1.2.10",
  "bentoml==1.4.40",
  "metaflow==2.19.39",
];

/** Files people wrote to show how something is used; tests and build scripts are another kind of code. */
const shown = /(^|\/)[^/]*(examples?|tutorials?|demos?|docs?|notebooks?|templates?|recipes?|benchmarks?)[^/]*\/.*\.(py|ipynb)$/i;
const left = /(^|\/)(tests?|testing|conftest\.py|setup\.py|conf\.py|sphinxext|_?ext|node_modules)(\/|$)|\/test_[^/]*\.py$/i;

/** @type {import("./provision/piece.mjs").Piece} */
const wild = {
  name: "wild",
  summary: `examples of ${packages.length} packages`,
  key: () => `${packages.join(" ")} ${hashOf(fileURLToPath(import.meta.url), join(here, "wild/fetch.py"))}`,
  async make(folder, log) {
    const python = await provision("python", console.log);
    if (python.state === "unavailable") throw new Error(python.reason);
    const archives = resolve(folder, "..", "wild-archives");
    mkdirSync(archives, { recursive: true });
    const files = (await log.run(python.path, [join(here, "wild/fetch.py"), archives, ...packages])).trim().split("\n");
    for (const file of files) await unpack(join(archives, file), join(folder, file.replace(/-[\d.]+\.tar\.gz$/, "")), log);
  },
};

/** @param {string} archive @param {string} folder @param {import("./provision/piece.mjs").Log} log */
async function unpack(archive, folder, log) {
  const names = (await log.run("tar", ["tzf", archive])).split("\n");
  const wanted = names.filter((name) => shown.test(name.slice(name.indexOf("/") + 1)) || name.endsWith(".ipynb")).filter((name) => !left.test(name));
  if (wanted.length === 0) return;
  mkdirSync(folder, { recursive: true });
  await log.run("tar", ["xzf", archive, "-C", folder, "--strip-components=1", "--no-same-owner", ...wanted]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = await provide(wild, console.log);
  let total = 0;
  for (const name of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()) {
    const files = readdirSync(join(folder, name), { recursive: true, encoding: "utf8" });
    const count = (suffix) => files.filter((file) => file.endsWith(suffix)).length;
    console.log(`${name.padEnd(20)} ${String(count(".py")).padStart(5)} scripts ${String(count(".ipynb")).padStart(5)} notebooks`);
    total += count(".py") + count(".ipynb");
  }
  console.log(`${total} files in ${folder}`);
}
