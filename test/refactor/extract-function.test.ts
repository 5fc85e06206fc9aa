/**
 * extract-function, on programs that run: statements are chosen at random and extracted, several times in a row; the program and what
 * became of it run in real Python. What they print, draw and write, and the values of their names, must be the same.
 */
import { existsSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { extractFunction } from "../../server/analysis/refactor/extract-function.ts";
import { available } from "../execution/run-python.ts";
import { random } from "../harness/random.ts";
import { chooseSelection } from "./chosen-selections.ts";
import { ruff, ruffComplaints } from "./ruff.ts";
import { documentOf, perform, targetOf } from "./perform.ts";
import type { Source } from "./perform.ts";
import { examples, ownPrograms } from "./programs.ts";
import type { NamedProgram } from "./programs.ts";
import { differences, startPython } from "./python-runs.ts";

/** Examples of scikit-learn and statsmodels that need no network and end within a second or two, always with the same result. */
const exampleNames: readonly string[] = [
  "scikit_learn/examples/miscellaneous/plot_estimator_representation.py",
  "scikit_learn/examples/cluster/plot_kmeans_plusplus.py",
  "scikit_learn/examples/developing_estimators/sklearn_is_fitted.py",
  "scikit_learn/examples/cluster/plot_kmeans_assumptions.py",
  "statsmodels/examples/run_all.py",
  "statsmodels/examples/python/stats_rankcompare.py",
  "statsmodels/examples/python/tsa_dates.py",
  "statsmodels/examples/python/chi2_fitting.py",
  "scikit_learn/examples/semi_supervised/plot_label_propagation_structure.py",
  "scikit_learn/examples/bicluster/plot_spectral_coclustering.py",
  "scikit_learn/examples/tree/plot_unveil_tree_structure.py",
  "scikit_learn/examples/linear_model/plot_sgd_separating_hyperplane.py",
  "scikit_learn/examples/svm/plot_svm_margin.py",
  "scikit_learn/examples/feature_selection/plot_feature_selection.py",
  "statsmodels/examples/python/predict.py",
  "scikit_learn/examples/neighbors/plot_nearest_centroid.py",
  "scikit_learn/examples/model_selection/plot_cv_predict.py",
  "scikit_learn/examples/svm/plot_separating_hyperplane_unbalanced.py",
  "scikit_learn/examples/bicluster/plot_spectral_biclustering.py",
  "scikit_learn/examples/cluster/plot_segmentation_toy.py",
  "scikit_learn/examples/model_selection/plot_confusion_matrix.py",
  "scikit_learn/examples/linear_model/plot_huber_vs_ridge.py",
  "scikit_learn/examples/svm/plot_weighted_samples.py",
  "scikit_learn/examples/applications/plot_outlier_detection_wine.py",
  "scikit_learn/examples/calibration/plot_calibration.py",
  "scikit_learn/examples/linear_model/plot_ols_ridge.py",
  "scikit_learn/examples/manifold/plot_mds.py",
  "scikit_learn/examples/tree/plot_tree_regression.py",
  "scikit_learn/examples/cluster/plot_agglomerative_dendrogram.py",
  "scikit_learn/examples/decomposition/plot_pca_vs_lda.py",
];

/** They need a shell, or say how long they took. */
const unsteady: ReadonlySet<string> = new Set(["env-and-dirs", "shell-and-files", "status_lines.py"]);

const programs = [...ownPrograms(), ...examples(exampleNames)].filter(({ name }) => !unsteady.has(name));
const selectionsPerProgram = 4;

interface Extracted {
  readonly source: Source;
  readonly selections: number;
  readonly refusals: readonly string[];
  /** What is said to be local to a function now. */
  readonly gone: ReadonlySet<string>;
}

function extracted({ name, source: original }: NamedProgram): Extracted {
  const numbers = random([...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 7));
  const gone = new Set<string>();
  const refusals: string[] = [];
  let source = original;
  let selections = 0;
  for (let round = 0; round < selectionsPerProgram; round++) {
    const document = documentOf(source);
    const chosen = chooseSelection(document, numbers);
    if (chosen.length === 0) break;
    selections++;
    const done = perform(extractFunction, targetOf(document, chosen));
    if (done.kind === "refused") {
      refusals.push(done.reason);
      continue;
    }
    for (const line of done.change.summary) {
      for (const local of (/^(?<names>.*) (?:is|are) local to /u.exec(line)?.groups?.["names"] ?? "").split(/, | and /u)) gone.add(local);
    }
    source = typeof source === "string" ? (done.texts[0] ?? "") : done.texts;
  }
  return { source, selections, refusals, gone };
}

describe.runIf(available)("statements extracted from programs", () => {
  const python = startPython(2);
  const results = programs.map((program) => ({ ...program, ...extracted(program) }));
  const run = (source: Source) => python.run({ cells: typeof source === "string" ? [source] : source, isNotebook: typeof source !== "string" });
  afterAll(() => {
    python.stop();
  });

  test.concurrent.each(results)("$name", { timeout: 600_000 }, async ({ name, source, gone, selections }) => {
    const original = programs.find((each) => each.name === name);
    const [before, after] = await Promise.all([run(original?.source ?? ""), run(source)]);
    expect(before.error).toBe("");
    expect(selections).toBeGreaterThan(0);
    expect(differences(before, after, gone)).toEqual([]);
  });

  test("there are enough programs, and few refusals", () => {
    const selections = results.reduce((sum, each) => sum + each.selections, 0);
    const refusals = results.flatMap((each) => each.refusals);
    console.log(`${results.length} programs, ${selections} selections, ${refusals.length} refused`);
    expect(results.length).toBeGreaterThanOrEqual(150);
    expect(selections).toBeGreaterThanOrEqual(500);
    expect(refusals.length / selections).toBeLessThan(0.2);
  });

  test.runIf(existsSync(ruff))("what was clean for Ruff is so afterwards", () => {
    const scripts = results.flatMap(({ name, source }) => {
      const before = programs.find((each) => each.name === name)?.source;
      return typeof before === "string" && typeof source === "string" ? [{ title: name, before, after: source }] : [];
    });
    const complaints = ruffComplaints(scripts);
    console.log(`${scripts.length} scripts, ${complaints.length} that Ruff minds`);
    // Names that only a text reads, `@least` in a query, are unused for Ruff; several extractions in a row add up.
    expect(complaints.length).toBeLessThan(scripts.length / 10);
  });
});
