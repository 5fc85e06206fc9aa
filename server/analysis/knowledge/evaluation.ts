/**
 * How models are measured: functions that compare predictions with the truth, and those that split, fit and score on their own.
 *
 *     accuracy_score(y_test, y_pred)                a metric
 *     cross_val_score(SVC(), X, y, cv=5)            fits copies of the estimator on folds of X
 *     GridSearchCV(SVC(), grid).fit(X, y)           does so for every combination, then fits the best one on all of X
 */
import { presentName } from "./renamed-modules.ts";

/** Functions of sklearn.metrics that measure nothing. */
const noMetrics = new Set([
  "make_scorer", "get_scorer", "get_scorer_names", "check_scoring", "pairwise_distances", "pairwise_kernels", "pairwise_distances_chunked",
  "pairwise_distances_argmin", "pairwise_distances_argmin_min", "euclidean_distances", "nan_euclidean_distances",
]);

/** A function that is given the truth and predictions. */
export function isMetric(target: string): boolean {
  const name = /^(?:sklearn|imblearn)\.metrics\.(?<name>[a-z]\w*)$/u.exec(target)?.groups?.["name"];
  return name !== undefined && !noMetrics.has(name);
}

/** Functions that are given an estimator, X and y, and fit copies of the estimator on parts of X. */
export const crossValidations: ReadonlySet<string> = new Set([
  "cross_val_score", "cross_validate", "cross_val_predict", "learning_curve", "validation_curve", "permutation_test_score",
].map((name) => `sklearn.model_selection.${name}`));

/** Estimators whose `fit(X, y)` compares candidates on parts of X. */
export function isSearch(className: string): boolean {
  return /^sklearn\.model_selection\.(?:GridSearchCV|RandomizedSearchCV|HalvingGridSearchCV|HalvingRandomSearchCV|TunedThresholdClassifierCV)$/u.test(presentName(className))
    || /^sklearn\.linear_model\.\w+CV$/u.test(className) || className === "sklearn.feature_selection.RFECV" || className === "sklearn.calibration.CalibratedClassifierCV"
    || className === "skopt.BayesSearchCV" || className === "optuna.integration.OptunaSearchCV";
}
