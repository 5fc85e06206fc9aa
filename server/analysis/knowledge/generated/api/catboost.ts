/** Read off catboost 1.2.10 by scripts/knowledge/api.py. */
export const catboost = `
module catboost
class CatBoost(.core._CatBoostBase)
  -> .CatBoost: fit
  -> dict: eval_metrics get_params get_all_params grid_search randomized_search select_features
  -> .core.BatchMetricCalcer: create_metric_calcer
  property ndarray: feature_importances_
  -> ndarray | DataFrame: get_feature_importance
  -> tuple: get_object_importance
  -> self: load_model set_params
class CatBoostClassifier(.CatBoost)
  -> .CatBoost: fit
class CatBoostRanker(.CatBoost)
  -> .CatBoost: fit
class CatBoostRegressor(.CatBoost)
  -> .CatBoost: fit
class Pool
  -> self: set_pairs set_feature_names set_baseline set_weight set_group_id set_group_weight set_subgroup_id set_pairs_weight set_timestamp
-> tuple[unknown, list]: cv
-> list: sample_gaussian_process
alias CatboostError = .CatBoostError
aliases core = catboost: CatBoost CatBoostClassifier CatBoostError CatBoostRanker CatBoostRegressor EFeaturesSelectionAlgorithm EFeaturesSelectionGrouping EFstrType EShapCalcType FeaturesData MultiRegressionCustomMetric MultiRegressionCustomObjective MultiTargetCustomMetric MultiTargetCustomObjective Pool cv sample_gaussian_process sum_models to_classifier to_ranker to_regressor train
module catboost.core
class _CatBoostBase
  -> dict: get_sklearn_estimator_xfail_checks
classes(): pandas polars
-> list: stringify_builtin_metrics_list
module catboost.utils
classes(): polars
-> list: eval_metric
-> ndarray: get_confusion_matrix
-> tuple: get_fnr_curve get_fpr_curve get_roc_curve
-> dict: read_cd
`;
