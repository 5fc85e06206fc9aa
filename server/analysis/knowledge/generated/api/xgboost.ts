/** Read off xgboost-cpu 3.4.1 by scripts/knowledge/api.py. */
export const xgboost = `
module xgboost
class Booster
  -> .Booster: __getitem__ copy reset
  -> iterator[.Booster]: __iter__
  -> str: save_config eval_set eval
  -> str | None: attr
  -> dict: attributes get_fscore get_score
  -> ._data_utils.Categories: get_categories
  -> ndarray: predict
  -> builtins.bytearray: save_raw
  -> list[str]: get_dump
  -> DataFrame: trees_to_dataframe
  -> ndarray | DataFrame: get_split_value_histogram
class DMatrix
  -> ndarray: get_group
  -> scipy.sparse.csr_matrix: get_data
  -> tuple[ndarray, ndarray]: get_quantile_cut
  -> ._data_utils.Categories: get_categories
  -> .DMatrix: slice
class DataIter
  -> tuple[unknown, unknown]: get_callbacks
  property .core._ProxyDMatrix: proxy
class RabitTracker
  -> dict: worker_args
class XGBClassifier(.sklearn.XGBClassifierMixIn, .XGBModel)
  -> .XGBClassifier: fit
  -> ndarray: predict_proba
class XGBModel
  -> .Booster: get_booster
  -> .XGBModel: set_params fit
  -> dict: get_params get_xgb_params evals_result
  -> ndarray: apply
  property ndarray: feature_names_in_ feature_importances_ coef_ intercept_
class XGBRFClassifier(.XGBClassifier)
  -> dict: get_xgb_params
  -> .XGBRFClassifier: fit
class XGBRFRegressor(.XGBRegressor)
  -> dict: get_xgb_params
  -> .XGBRFRegressor: fit
class XGBRanker(.XGBModel)
  -> .XGBRanker: fit
classes(.DMatrix): ExtMemQuantileDMatrix QuantileDMatrix
classes(.XGBModel): XGBRegressor
-> dict: build_info get_config
-> dict | DataFrame: cv
-> .Booster: train
alias config = xgboost
aliases core = xgboost: Booster DMatrix DataIter ExtMemQuantileDMatrix QuantileDMatrix build_info
alias plotting = xgboost
aliases sklearn = xgboost: XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor
alias tracker = xgboost
aliases training = xgboost: cv train
module xgboost._data_utils
class Categories
  -> list[tuple[str, unknown]]: to_arrow
class TransformedDf
  -> bytes: array_interface
  property tuple[int, int]: shape
module xgboost.compat
-> str: py_str
module xgboost.core
classes(.DataIter): SingleBatchInternalIter
classes(.DMatrix): _ProxyDMatrix
-> builtins.bytearray: ctypes2buffer
-> ndarray: ctypes2numpy
module xgboost.data
class ArrowTransformed(._data_utils.TransformedDf)
  property tuple[int, int]: shape
class CudfTransformed(._data_utils.TransformedDf)
  property tuple[int, int]: shape
class PandasTransformed(._data_utils.TransformedDf)
  property tuple[int, int]: shape
-> tuple[unknown, unknown, unknown]: dispatch_data_backend
-> tuple[unknown, unknown]: pandas_feature_info
-> ndarray: pandas_pa_type
-> list: pandas_transform_data
module xgboost.interpret
-> tuple[ndarray, ndarray]: shap_values
module xgboost.libpath
-> list[str]: find_lib_path
module xgboost.objective
class Objective
  -> tuple[unknown, unknown]: __call__
class TreeObjective(.objective.Objective)
  -> tuple[unknown, unknown] | None: split_grad
module xgboost.sklearn
class XGBClassifierMixIn
  property ndarray: classes_
-> tuple[.Booster | str | None, unknown]: get_model_categories
module xgboost.training
class CVPack
  -> str: eval
-> ndarray: groups_to_rows
-> list[.training.CVPack]: mkgroupfold mknfold
`;
