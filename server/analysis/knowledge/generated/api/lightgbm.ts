/** Read off lightgbm 4.7.0 by scripts/knowledge/api.py. */
export const lightgbm = `
module lightgbm
class Booster
  -> .Booster: free_dataset set_network free_network set_train_data_name add_valid reset_parameter rollback_one_iter save_model shuffle_models model_from_string refit set_leaf_output
  -> DataFrame: trees_to_dataframe
  -> list[.EvalResult]: eval eval_train eval_valid
  -> str: model_to_string
  -> dict: dump_model
  -> ndarray | scipy.sparse.spmatrix | list[scipy.sparse.spmatrix]: predict
  -> list[str]: feature_name
  -> ndarray: feature_importance
  -> tuple[ndarray, ndarray] | ndarray | DataFrame: get_split_value_histogram
class CVBooster
  property list: boosters
  -> .CVBooster: model_from_string save_model
  -> str: model_to_string
class DaskLGBMClassifier(.LGBMClassifier)
  -> .DaskLGBMClassifier: fit
  -> dask.array.Array: predict predict_proba
  -> .LGBMClassifier: to_local
class DaskLGBMRanker(.LGBMRanker)
  -> .DaskLGBMRanker: fit
  -> dask.array.Array: predict
  -> .LGBMRanker: to_local
class DaskLGBMRegressor(.LGBMRegressor)
  -> .DaskLGBMRegressor: fit
  -> dask.array.Array: predict
  -> .LGBMRegressor: to_local
class Dataset
  -> dict: get_params
  -> .Dataset: construct create_valid subset save_binary set_field set_categorical_feature set_reference set_feature_name set_label set_weight set_init_score set_group set_position add_features_from
  -> ndarray | None: get_field
  -> list[str]: get_feature_name
  -> set[.Dataset]: get_ref_chain
class EvalResult
  property str: dataset_name metric_name
class LGBMClassifier(.LGBMModel)
  -> .LGBMClassifier: fit
  -> ndarray | scipy.sparse.spmatrix | list[scipy.sparse.spmatrix]: predict predict_proba decision_function
  property ndarray: classes_
class LGBMModel
  -> dict: get_params
  -> .LGBMModel: set_params fit
  -> ndarray | scipy.sparse.spmatrix | list[scipy.sparse.spmatrix]: predict
  property dict: best_score_ evals_result_
  property .Booster: booster_
  property ndarray: feature_importances_ feature_names_in_
  property list[str]: feature_name_
class LGBMRanker(.LGBMModel)
  -> .LGBMRanker: fit
class LGBMRegressor(.LGBMModel)
  -> .LGBMRegressor: fit
class Sequence
  -> ndarray: __getitem__
-> dict: cv
-> .callback._EarlyStoppingCallback: early_stopping
-> .callback._LogEvaluationCallback: log_evaluation
-> .Booster: train
aliases basic = lightgbm: Booster Dataset EvalResult Sequence register_logger
aliases callback = lightgbm: EarlyStopException early_stopping log_evaluation record_evaluation reset_parameter
alias dask = lightgbm
alias engine = lightgbm
alias plotting = lightgbm
alias sklearn = lightgbm
`;
