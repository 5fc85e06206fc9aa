/**
 * Knowledge against the libraries that are installed for tests: names that stubs speak of exist there, and so do replacements of what
 * was removed, while what was removed does not.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stubsOf } from "../../server/analysis/knowledge/callables.ts";
import { changeOf, changedNames } from "../../server/analysis/knowledge/changes.ts";
import { parseStubs } from "../../server/analysis/knowledge/stubs.ts";

/** What estimators of scikit-learn have in common is told of their base; plots of groups are told as those of frames are. */
const onlyHere = new Set(["sklearn.base.BaseEstimator", "sklearn.utils.Bunch", "pandas.api.typing.DataFrameGroupBy.plot", "pandas.api.typing.SeriesGroupBy.plot"]);

/** What `tqdm.pandas()` and cufflinks add. */
const addedByOthers = new Set(["pandas.Series.progress_apply", "pandas.Series.progress_map", "pandas.DataFrame.iplot", "pandas.Series.iplot"]);

/** Names that old notebooks use and the installed releases do not have, beside those that changes.ts tells of; and a few that are newer. */
const otherReleases = new Set(
  `pandas.api.typing.DataFrameGroupBy: kurt pad backfill tshift mad
  pandas.api.typing.SeriesGroupBy: kurt mad pad backfill
  pandas.api.typing.Resampler: pad backfill
  pandas.api.typing.Rolling: nunique first last
  pandas.api.typing.Expanding: nunique first last
  pandas: rolling_mean rolling_std rolling_var rolling_sum rolling_median rolling_max rolling_min rolling_count rolling_skew rolling_kurt
  pandas: rolling_quantile rolling_apply expanding_mean expanding_sum expanding_std expanding_apply ewma ewmstd ewmvar
  pandas.DataFrame: to_panel sort reindex_axis from_csv ix convert_objects consolidate sortlevel irow icol
  pandas.Series: ptp sort order ix convert_objects sortlevel irow iget
  pandas.DatetimeIndex: week weekofyear
  pandas.io.formats.style.Styler: set_precision set_na_rep render
  numpy.ndarray: newbyteorder itemset tostring ptp
  matplotlib.cm: get_cmap
  sklearn.externals.joblib: load dump
  sklearn.cross_validation: train_test_split cross_val_score cross_val_predict permutation_test_score KFold StratifiedKFold LabelKFold LeaveOneOut LeavePOut LeaveOneLabelOut
  sklearn.cross_validation: LeavePLabelOut ShuffleSplit StratifiedShuffleSplit LabelShuffleSplit PredefinedSplit Bootstrap
  sklearn.grid_search: GridSearchCV RandomizedSearchCV ParameterGrid ParameterSampler
  sklearn.lda: LDA
  sklearn.qda: QDA
  sklearn.mixture: GMM DPGMM VBGMM
  sklearn.decomposition: RandomizedPCA ProjectedGradientNMF
  sklearn.learning_curve: learning_curve validation_curve`
    .split("\n")
    .flatMap((line) => {
      const [owner = "", names = ""] = line.trim().split(": ");
      return names.split(" ").map((name) => `${owner}.${name}`);
    }),
);

const root = join(import.meta.dirname, "../..");
const python = join(root, ".cache/python/bin/python");

function missing(names: readonly string[], ...options: readonly string[]): readonly string[] {
  const output = execFileSync(python, [join(import.meta.dirname, "installed_names.py"), ...options], { input: names.join("\n"), encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  return output.split("\n").filter((name) => name !== "");
}

function version(library: string): string {
  return execFileSync(python, ["-c", `import ${library}; print(${library}.__version__)`], { encoding: "utf8" }).trim();
}

function isOlder(a: string, b: string): boolean {
  const [x = [], y = []] = [a, b].map((each) => each.split(".").map(Number));
  return (x[0] ?? 0) !== (y[0] ?? 0) ? (x[0] ?? 0) < (y[0] ?? 0) : (x[1] ?? 0) < (y[1] ?? 0);
}

describe.skipIf(!existsSync(python))("installed libraries", { timeout: 120_000 }, () => {
  it.each(["pandas", "numpy", "matplotlib", "sklearn"])("%s has what its stubs speak of", (library) => {
    const { callables, classes, properties } = parseStubs(stubsOf(library));
    const names = [...callables.names(), ...properties.names(), ...classes.keys()].filter((name) => {
      const owner = name.slice(0, name.lastIndexOf("."));
      const isHidden = [name, owner].some((each) => classes.get(each)?.isHidden === true || onlyHere.has(each));
      return !isHidden && !/\.__\w+__$/u.test(name) && !onlyHere.has(name);
    });
    const gone = missing(names).filter((name) => changeOf(name) === undefined && !otherReleases.has(name) && !addedByOthers.has(name));
    expect(gone).toEqual([]);
  });

  it.each(["pandas", "sklearn", "numpy"])("%s: what was removed is gone, what replaces it is there", (library) => {
    const names = changedNames().filter((name) => name.startsWith(`${library}.`));
    const installed = version(library);
    const removed = names.filter((name) => {
      const { removed: since } = changeOf(name) ?? {};
      return since !== undefined && !isOlder(installed, since);
    });
    expect(removed.length).toBeGreaterThan(20);
    expect(missing(removed, "--strict")).toEqual(removed);
    const replacements = names.flatMap((name) => changeOf(name)?.use ?? []).filter((use) => use.startsWith(`${library}.`));
    expect(missing(replacements)).toEqual([]);
  });
});

describe("changes", () => {
  it("tell since when, and what to use", () => {
    expect(changeOf("pandas.DataFrame.append")).toEqual({ deprecated: "1.4", removed: "2.0", use: "pandas.concat" });
    expect(changeOf("numpy.NaN")).toMatchObject({ removed: "2.0", use: "numpy.nan" });
    expect(changeOf("sklearn.datasets.load_boston")).toMatchObject({ deprecated: "1.0", removed: "1.2" });
    expect(changeOf("pandas.DataFrame.head")).toBeUndefined();
    expect(changeOf("numpy.bool")).toBeUndefined();
  });

  it("name releases in order", () => {
    for (const name of changedNames()) {
      const { deprecated, removed } = changeOf(name) ?? {};
      if (deprecated !== undefined && removed !== undefined) expect(isOlder(removed, deprecated), name).toBe(false);
    }
  });
});
