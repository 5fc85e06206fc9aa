/**
 * Code from outside, to judge rules by: the examples, tutorials and notebooks inside the source
 * distributions of data-science packages, unpacked into .cache/wild/<package>/.
 *
 *   node scripts/wild.mjs          then, for instance:  node dist/cli.cjs check .cache/wild
 *
 * The versions are pinned, so that figures can be repeated. No test depends on this.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { examplesKey, unpackExamples } from "./provision/examples.mjs";
import { provide } from "./provision/piece.mjs";

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

/** @type {import("./provision/piece.mjs").Piece} */
const wild = {
  name: "wild",
  summary: `examples of ${packages.length} packages`,
  key: () => examplesKey(packages),
  make: (folder, log) => unpackExamples(packages, folder, log),
};

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
