/** Machine learning: models, their files, their randomness. Which sklearn classes take random_state is generated. */
export const sklearn = `
module sklearn
datasets.load_svmlight_file(f: read-path, ...) !read
datasets.dump_svmlight_file(X, y, f: write-path, ...) !write
datasets.load_files(container_path: read-path, ...) !read
datasets.fetch_openml(name, version, *, data_id, data_home, target_column, cache, return_X_y, as_frame, ...) -> .utils.FrameBunch ? return_X_y=True tuple[DataFrame, Series] ? as_frame=False .utils.Bunch !read !network
externals.joblib.load(filename: read-path, mmap_mode) !read !deserialize
externals.joblib.dump(value, filename: write-path, compress, protocol) !write
model_selection.train_test_split(*arrays, test_size, train_size, random_state: seed, shuffle, stratify) -> twice(arrays) !split !random
utils.shuffle(*arrays, random_state: seed, n_samples) -> unknown !random
utils.resample(*arrays, replace, n_samples, random_state: seed, stratify, sample_weight) !random
pipeline.make_pipeline(*steps, ...) -> .pipeline.Pipeline
pipeline.make_union(*transformers, ...) -> .pipeline.FeatureUnion
compose.make_column_transformer(*transformers, ...) -> .compose.ColumnTransformer
base.clone(estimator, *, safe) -> argument(estimator)
clone(estimator, *, safe) -> argument(estimator)
-> ndarray !score: model_selection.cross_val_score
-> ndarray !predict: model_selection.cross_val_predict
-> tuple[ndarray, ndarray, ndarray] !score: model_selection.learning_curve learning_curve.learning_curve
-> tuple[ndarray, ndarray] !score: model_selection.validation_curve
model_selection.cross_validate(estimator, X, y, ...) -> dict !score
-> tuple[ndarray, ndarray, ndarray]: metrics.roc_curve metrics.precision_recall_curve
-> ndarray !score: metrics.confusion_matrix
-> float !score: metrics.accuracy_score metrics.log_loss metrics.auc
-> float !score: metrics.balanced_accuracy_score metrics.matthews_corrcoef metrics.cohen_kappa_score metrics.silhouette_score metrics.hamming_loss
-> float !score: metrics.max_error metrics.adjusted_rand_score metrics.normalized_mutual_info_score
-> float !score: metrics.brier_score_loss metrics.hinge_loss metrics.calinski_harabasz_score metrics.davies_bouldin_score
metrics.f1_score(y_true, y_pred, *, labels, pos_label, average, sample_weight, zero_division) -> float ? average=None ndarray ? average~binary float ? average=macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.precision_score(y_true, y_pred, *, labels, pos_label, average, sample_weight, zero_division) -> float ? average=None ndarray ? average~binary float ? average=macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.recall_score(y_true, y_pred, *, labels, pos_label, average, sample_weight, zero_division) -> float ? average=None ndarray ? average~binary float ? average=macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.jaccard_score(y_true, y_pred, *, labels, pos_label, average, sample_weight, zero_division) -> float ? average=None ndarray ? average~binary float ? average=macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.fbeta_score(y_true, y_pred, *, beta, labels, pos_label, average, sample_weight, zero_division) -> float ? average=None ndarray ? average~binary float ? average=macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.roc_auc_score(y_true, y_score, *, average, ...) -> float ? average=None ndarray ? average~macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.average_precision_score(y_true, y_score, *, average, ...) -> float ? average=None ndarray ? average~macro float ? average=micro float ? average=weighted float ? average=samples float ? average unknown !score
metrics.mean_squared_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.mean_absolute_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.r2_score(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.mean_squared_log_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.median_absolute_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.explained_variance_score(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.root_mean_squared_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.mean_absolute_percentage_error(y_true, y_pred, *, multioutput, ...) -> float ? multioutput~uniform_average float ? multioutput=variance_weighted float ? multioutput=raw_values ndarray ? multioutput unknown !score
metrics.precision_recall_fscore_support(y_true, y_pred, *, average, ...) -> tuple[ndarray, ndarray, ndarray, ndarray] ? average=macro tuple[float, float, float, None] ? average=micro tuple[float, float, float, None] ? average=weighted tuple[float, float, float, None] ? average=binary tuple[float, float, float, None] ? average=samples tuple[float, float, float, None] ? average=None tuple[ndarray, ndarray, ndarray, ndarray] ? average tuple !score
metrics.classification_report(y_true, y_pred, *, labels, target_names, sample_weight, digits, output_dict, zero_division) -> str ? output_dict=True dict !score
metrics.make_scorer(score_func, ...) -> unknown
preprocessing.normalize(X, norm, *, axis, copy, return_norm) -> ndarray ? return_norm=True tuple[ndarray, ndarray] !transform
preprocessing.scale(X, ...) -> ndarray !fit !transform
-> ndarray !transform: preprocessing.minmax_scale preprocessing.robust_scale preprocessing.label_binarize preprocessing.binarize
-> .utils.Bunch !read: datasets.load_iris datasets.load_boston datasets.load_digits datasets.load_wine datasets.load_breast_cancer datasets.load_diabetes datasets.load_linnerud
datasets.load_iris(*, return_X_y, as_frame) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read
datasets.load_wine(*, return_X_y, as_frame) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read
datasets.load_breast_cancer(*, return_X_y, as_frame) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read
datasets.load_diabetes(*, return_X_y, as_frame, scaled) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read
datasets.load_digits(*, n_class, return_X_y, as_frame) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read
datasets.fetch_20newsgroups(*, data_home, subset, categories, shuffle, random_state: seed, remove, download_if_missing, return_X_y, ...) -> .utils.TextBunch ? return_X_y=True tuple[list[str], ndarray] !read !network
-> .utils.Bunch !read !network: datasets.fetch_mldata datasets.fetch_california_housing datasets.fetch_covtype datasets.fetch_lfw_people datasets.fetch_olivetti_faces
datasets.fetch_california_housing(*, data_home, download_if_missing, return_X_y, as_frame, ...) -> .utils.Bunch ? return_X_y=True&as_frame=True tuple[DataFrame, Series] ? return_X_y=True tuple[ndarray, ndarray] ? as_frame=True .utils.FrameBunch !read !network
-> tuple[ndarray, ndarray]: datasets.make_classification datasets.make_blobs datasets.make_moons datasets.make_circles datasets.make_regression datasets.make_multilabel_classification datasets.make_swiss_roll
-> str: tree.export_text
tree.plot_tree(decision_tree, ...) -> list[matplotlib.text.Annotation] !plot
inspection.permutation_importance(estimator, X, y, ...) -> .utils.Bunch !score
class utils.TextBunch(.utils.Bunch) hidden
  property list: data filenames
class utils.FrameBunch(.utils.Bunch) hidden
  property DataFrame: data frame
  target: Series
class utils.Bunch(builtins.dict)
  property ndarray: data target images target_names importances_mean importances_std importances
  property list: feature_names
  DESCR: str
  __getitem__(key) -> unknown
class base.BaseEstimator
  fit(X, y, ...) -> self !fit
  partial_fit(X, y, ...) -> self !fit
  set_params(...) -> self
  set_output(*, transform) -> self
  get_params(deep) -> builtins.dict
  fit_transform(X, y, ...) -> ndarray !fit !transform
  fit_predict(X, y, ...) -> numpy.ndarray !fit !predict
  transform(X, ...) -> ndarray !transform
  inverse_transform(X, ...) -> ndarray !transform
  predict(X, ...) -> numpy.ndarray !predict
  predict_proba(X, ...) -> numpy.ndarray !predict
  predict_log_proba(X, ...) -> numpy.ndarray !predict
  decision_function(X, ...) -> numpy.ndarray !predict
  score_samples(X, ...) -> numpy.ndarray !predict
  get_feature_names_out(input_features) -> ndarray
  get_feature_names(input_features) -> list[str]
  score(X, y, sample_weight) -> builtins.float !score
  property ndarray: feature_names_in_ classes_
  property int: n_features_in_
class model_selection.GridSearchCV
  property dict: best_params_ cv_results_
  best_score_: float
  best_estimator_: unknown
  best_index_: int
class model_selection.RandomizedSearchCV
  property dict: best_params_ cv_results_
  best_score_: float
  best_estimator_: unknown
class model_selection.HalvingGridSearchCV(.base.BaseEstimator)
  property dict: best_params_ cv_results_
  best_score_: float
  best_estimator_: unknown
class metrics.Display hidden
  ax_: matplotlib.axes.Axes
  figure_: matplotlib.figure.Figure
classes(.metrics.Display): metrics.RocCurveDisplay metrics.DetCurveDisplay metrics.PrecisionRecallDisplay metrics.ConfusionMatrixDisplay metrics.PredictionErrorDisplay calibration.CalibrationDisplay model_selection.LearningCurveDisplay model_selection.ValidationCurveDisplay inspection.DecisionBoundaryDisplay
class inspection.DecisionBoundaryDisplay
  property ndarray: xx0 xx1 response
class inspection.PartialDependenceDisplay
  figure_: matplotlib.figure.Figure
  axes_: matplotlib.axes.AxesGrid
class model_selection.ValidationCurveDisplay
  property ndarray: train_scores test_scores
class model_selection.LearningCurveDisplay
  property ndarray: train_scores test_scores train_sizes
classes(.base.BaseEstimator): lda.LDA qda.QDA mixture.GMM mixture.DPGMM mixture.VBGMM decomposition.RandomizedPCA decomposition.ProjectedGradientNMF neighbors.LSHForest linear_model.RandomizedLasso linear_model.RandomizedLogisticRegression
alias datasets.samples_generator = .datasets
alias ensemble.forest = .ensemble
alias ensemble.gradient_boosting = .ensemble
alias linear_model.logistic = .linear_model
alias tree.tree = .tree
alias preprocessing.data = .preprocessing
alias preprocessing.label = .preprocessing
alias preprocessing.imputation = .preprocessing
alias metrics.classification = .metrics
alias metrics.ranking = .metrics
alias metrics.regression = .metrics
alias metrics.scorer = .metrics
alias neighbors.classification = .neighbors
alias svm.classes = .svm
alias decomposition.pca = .decomposition
class preprocessing.Imputer(.base.BaseEstimator)
class feature_extraction.text.CountVectorizer
  -> scipy.sparse.csr_matrix: transform fit_transform
  vocabulary_: dict
class feature_extraction.text.TfidfVectorizer
  -> scipy.sparse.csr_matrix: transform fit_transform
  vocabulary_: dict
class feature_extraction.text.TfidfTransformer
  -> scipy.sparse.csr_matrix: transform fit_transform
class feature_extraction.text.HashingVectorizer
  -> scipy.sparse.csr_matrix: transform fit_transform
class preprocessing.OneHotEncoder
  transform(X) -> unknown !transform
  fit_transform(X, y, ...) -> unknown !fit !transform
  categories_: list[ndarray]
class preprocessing.FunctionTransformer
  transform(X) -> unknown !transform
  fit_transform(X, y, ...) -> unknown !fit !transform
  inverse_transform(X) -> unknown !transform
class compose.ColumnTransformer
  transform(X, ...) -> unknown !transform
  fit_transform(X, y, ...) -> unknown !fit !transform
class impute.SimpleImputer
  statistics_: ndarray
class tree.DecisionTreeClassifier
  property ndarray: feature_importances_
class ensemble.RandomForestClassifier
  property ndarray: feature_importances_
  estimators_: list[.tree.DecisionTreeClassifier]
class ensemble.RandomForestRegressor
  property ndarray: feature_importances_
  estimators_: list[.tree.DecisionTreeRegressor]
class base.TransformerMixin
  fit_transform(X, y, ...) -> unknown !fit !transform
  set_output(*, transform) -> self
-> ndarray: metrics.pairwise.linear_kernel metrics.pairwise.euclidean_distances metrics.pairwise.rbf_kernel metrics.pairwise.polynomial_kernel metrics.pairwise.manhattan_distances metrics.pairwise.cosine_distances
metrics.pairwise.cosine_similarity(X, Y, dense_output) -> ndarray ? dense_output=False unknown
class base.ClassifierMixin
  score(X, y, sample_weight) -> builtins.float !score
class base.RegressorMixin
  score(X, y, sample_weight) -> builtins.float !score
class base.ClusterMixin
  fit_predict(X, y, ...) -> numpy.ndarray !fit !predict
class base.OutlierMixin
  fit_predict(X, y, ...) -> numpy.ndarray !fit !predict
class base.OneToOneFeatureMixin
  get_feature_names_out(input_features) -> ndarray
class base.ClassNamePrefixFeaturesOutMixin
  get_feature_names_out(input_features) -> ndarray
class pipeline.Pipeline(.base.BaseEstimator)
  named_steps: .utils.Bunch
  steps: list
  __getitem__(ind) -> unknown ? ind:slice self
alias externals.joblib.load = joblib.load
alias externals.joblib.dump = joblib.dump
# Until 0.20, where model_selection took over: read off scikit-learn 0.17. A splitter knows how many rows there are and is gone through itself.
module sklearn.cross_validation
train_test_split(*arrays, test_size, train_size, random_state: seed, stratify) -> twice(arrays) !split !random
-> ndarray !score: cross_val_score
-> ndarray !predict: cross_val_predict
permutation_test_score(...) -> tuple[float, ndarray, float] !score
class Splitter hidden complete
  __iter__() -> iterator[tuple[ndarray, ndarray]]
classes(.cross_validation.Splitter): KFold StratifiedKFold LabelKFold LeaveOneOut LeavePOut LeaveOneLabelOut LeavePLabelOut ShuffleSplit StratifiedShuffleSplit LabelShuffleSplit PredefinedSplit Bootstrap
KFold(n, n_folds, shuffle, random_state: seed) -> .cross_validation.KFold
StratifiedKFold(y, n_folds, shuffle, random_state: seed) -> .cross_validation.StratifiedKFold
LabelKFold(labels, n_folds) -> .cross_validation.LabelKFold
ShuffleSplit(n, n_iter, test_size, train_size, random_state: seed) -> .cross_validation.ShuffleSplit !random
StratifiedShuffleSplit(y, n_iter, test_size, train_size, random_state: seed) -> .cross_validation.StratifiedShuffleSplit !random
LabelShuffleSplit(labels, n_iter, test_size, train_size, random_state: seed) -> .cross_validation.LabelShuffleSplit !random
Bootstrap(n, n_iter, train_size, test_size, random_state: seed) -> .cross_validation.Bootstrap !random
module sklearn.grid_search
class GridSearchCV(.model_selection.GridSearchCV)
class RandomizedSearchCV(.model_selection.RandomizedSearchCV)
class ParameterGrid(.model_selection.ParameterGrid)
class ParameterSampler(.model_selection.ParameterSampler)
GridSearchCV(estimator, param_grid, scoring, fit_params, n_jobs, iid, refit, cv, verbose, pre_dispatch, error_score) -> .grid_search.GridSearchCV
RandomizedSearchCV(estimator, param_distributions, n_iter, scoring, fit_params, n_jobs, iid, refit, cv, verbose, pre_dispatch, random_state: seed, error_score) -> .grid_search.RandomizedSearchCV !random
module sklearn.learning_curve
-> tuple[ndarray, ndarray] !score: validation_curve
`;

export const joblib = `
module joblib
load(filename: read-path, mmap_mode, ...) !read !deserialize
dump(value, filename: write-path, compress, protocol) !write
Memory(location: write-path, ...) -> .Memory !configure
Parallel(n_jobs, ...) -> .Parallel
delayed(function)
class Memory
  cache(func, ...)
class Parallel
  __call__(iterable) -> list
`;

export const dill = `
module dill
load(file, ...) !deserialize !read
loads(str, ...) !deserialize
dump(obj, file, ...) !write
load_session(filename: read-path, ...) !deserialize !read
load_module(filename: read-path, ...) !deserialize !read
dump_session(filename: write-path, ...) !write
`;

export const cloudpickle = `
module cloudpickle
load(file, ...) !deserialize !read
loads(data, ...) !deserialize
dump(obj, file, ...) !write
`;

export const jsonpickle = `
module jsonpickle
decode(string, ...) !deserialize
loads(string, ...) !deserialize
unpickler.decode(string, ...) !deserialize
`;

export const yaml = `
module yaml
load(stream, Loader) !deserialize !read
load_all(stream, Loader) !deserialize !read
full_load(stream) !deserialize !read
full_load_all(stream) !deserialize !read
unsafe_load(stream) !deserialize !read
unsafe_load_all(stream) !deserialize !read
safe_load(stream) !read
safe_load_all(stream) !read
dump(data, stream, ...) !write
safe_dump(data, stream, ...) !write
`;

export const torch = `
module torch
load(f: read-path, map_location, pickle_module, *, weights_only, mmap, ...) !read !deserialize
save(obj, f: write-path, ...) !write
jit.load(f: read-path, map_location, ...) !read
jit.save(m, f: write-path, ...) !write
hub.load(repo_or_dir, model, *args, source, trust_repo, ...) !network !read
hub.download_url_to_file(url: url, dst: write-path, ...) -> None !network !write
hub.load_state_dict_from_url(url: url, model_dir: write-path, ...) !network !read
onnx.export(model, args, f: write-path, ...) !write
manual_seed(seed) -> .Generator !seed
seed() !seed
cuda.manual_seed(seed) !seed
cuda.manual_seed_all(seed) !seed
rand(*size, generator, ...) -> .Tensor !random
randn(*size, generator, ...) -> .Tensor !random
randint(low, high, size, *, generator, ...) -> .Tensor !random
randperm(n, *, generator, ...) -> .Tensor !random
rand_like(input, ...) -> .Tensor !random
randn_like(input, ...) -> .Tensor !random
normal(mean, std, *, generator, ...) -> .Tensor !random
bernoulli(input, *, generator) -> .Tensor !random
multinomial(input, num_samples, replacement, *, generator) -> .Tensor !random
tensor(data, ...) -> .Tensor
from_numpy(ndarray) -> .Tensor
zeros(*size, ...) -> .Tensor
ones(*size, ...) -> .Tensor
set_num_threads(int) !configure
set_default_dtype(d) !configure
utils.data.random_split(dataset, lengths, generator) !split !random
utils.data.DataLoader(dataset, batch_size, shuffle, sampler, batch_sampler, num_workers, collate_fn, pin_memory, drop_last, timeout, worker_init_fn, multiprocessing_context, generator, ...) -> .utils.data.DataLoader
utils.tensorboard.SummaryWriter(log_dir: write-path, ...) -> .utils.tensorboard.SummaryWriter !write
Generator(device) -> .Generator
class Tensor
class Generator
  manual_seed(seed) -> self !seed
class nn.Module
  load_state_dict(state_dict, ...)
  state_dict(...) -> builtins.dict
  to(...) -> self
  cuda(device) -> self
  cpu() -> self
  eval() -> self
  train(mode) -> self
  parameters(recurse)
class utils.data.DataLoader
class utils.data.Dataset
class utils.tensorboard.SummaryWriter
alias serialization.load = .load
alias serialization.save = .save
`;

export const torchvision = `
module torchvision
datasets.ImageFolder(root: read-path, ...) -> .datasets.ImageFolder !read
datasets.DatasetFolder(root: read-path, ...) -> .datasets.DatasetFolder !read
datasets.MNIST(root: path, ...) -> .datasets.MNIST !read
datasets.FashionMNIST(root: path, ...) -> .datasets.FashionMNIST !read
datasets.CIFAR10(root: path, ...) -> .datasets.CIFAR10 !read
datasets.CIFAR100(root: path, ...) -> .datasets.CIFAR100 !read
datasets.ImageNet(root: path, ...) -> .datasets.ImageNet !read
datasets.CocoDetection(root: read-path, annFile: read-path, ...) -> .datasets.CocoDetection !read
io.read_image(path: read-path, ...) -> torch.Tensor !read
io.write_png(input, filename: write-path, ...) -> None !write
io.write_jpeg(input, filename: write-path, ...) -> None !write
utils.save_image(tensor, fp: write-path, ...) !write
`;

export const xgboost = `
module xgboost
DMatrix(data: read-path, ...) -> .DMatrix
train(params, dtrain, ...) -> .Booster !fit
Booster(params, cache, model_file: read-path) -> .Booster
class DMatrix
class Booster
  predict(data, ...) -> ndarray !predict
  get_score(...) -> dict
  load_model(fname: read-path) !read
  save_model(fname: write-path) !write
  dump_model(fout: write-path, ...) !write
class XGBModel(sklearn.base.BaseEstimator)
  -> ndarray !predict: predict predict_proba apply
  -> .Booster: get_booster booster
  evals_result() -> dict
  feature_importances_: ndarray
-> matplotlib.axes.Axes !plot: plot_importance plot_tree
cv(params, dtrain, ...) -> DataFrame !fit !score
  load_model(fname: read-path) !read
  save_model(fname: write-path) !write
class XGBClassifier(.XGBModel)
class XGBRegressor(.XGBModel)
class XGBRanker(.XGBModel)
class XGBRFClassifier(.XGBModel)
class XGBRFRegressor(.XGBModel)
alias sklearn.XGBClassifier = .XGBClassifier
alias sklearn.XGBRegressor = .XGBRegressor
`;

export const lightgbm = `
module lightgbm
Dataset(data: read-path, ...) -> .Dataset
train(params, train_set, ...) -> .Booster !fit
Booster(params, train_set, model_file: read-path, model_str) -> .Booster
class Dataset
  save_binary(filename: write-path) -> self !write
class Booster
  save_model(filename: write-path, ...) -> self !write
  -> ndarray !predict: predict
  feature_importance(...) -> ndarray
  feature_name() -> list[str]
  best_iteration: int
-> matplotlib.axes.Axes !plot: plot_importance plot_metric plot_tree
class LGBMModel(sklearn.base.BaseEstimator)
  -> ndarray !predict: predict predict_proba
  feature_importances_: ndarray
  booster_: .Booster
class LGBMClassifier(.LGBMModel)
class LGBMRegressor(.LGBMModel)
class LGBMRanker(.LGBMModel)
alias sklearn.LGBMClassifier = .LGBMClassifier
alias sklearn.LGBMRegressor = .LGBMRegressor
`;

export const catboost = `
module catboost
cv(pool, params, ..., as_pandas) -> DataFrame ? as_pandas~True DataFrame ? as_pandas=False dict
Pool(data: read-path, ...) -> .Pool
class Pool
  save(fname: write-path) !write
class CatBoost
  fit(X, y, ...) -> self !fit
  -> ndarray !predict: predict predict_proba predict_log_proba
  score(X, y, ...) -> float !score
  get_feature_importance(data, ...) -> ndarray ? prettified=True DataFrame
  property ndarray: feature_importances_ classes_
  feature_names_: list[str]
  best_score_: dict
  get_evals_result() -> dict
  get_best_iteration() -> int
  save_model(fname: write-path, ...) !write
  load_model(fname: read-path, ...) !read
class CatBoostClassifier(.CatBoost)
class CatBoostRegressor(.CatBoost)
`;

export const transformers = `
module transformers
set_seed(seed) !seed
pipeline(task, model, ..., token: token) !read
class PreTrainedModel
  save_pretrained(save_directory: write-path, ...) !write
  push_to_hub(repo_id, ..., token: token) !network
class PreTrainedTokenizerBase
  save_pretrained(save_directory: write-path, ...) !write
class Trainer
  train(...) !fit
  save_model(output_dir: write-path) !write
`;

export const datasets = `
module datasets
load_dataset(path: path, name, ..., token: token) !read
load_from_disk(dataset_path: read-path, ...) !read
class Dataset
  from_csv(path_or_paths: read-path, ...) !read
  from_json(path_or_paths: read-path, ...) !read
  from_parquet(path_or_paths: read-path, ...) !read
  from_text(path_or_paths: read-path, ...) !read
  from_sql(sql: sql, con, ...) !read !execute
  load_from_disk(dataset_path: read-path, ...) !read
  save_to_disk(dataset_path: write-path, ...) !write
  to_csv(path_or_buf: write-path, ...) !write
  to_json(path_or_buf: write-path, ...) !write
  to_parquet(path_or_buf: write-path, ...) !write
  push_to_hub(repo_id, ..., token: token) !network
class DatasetDict
  from_csv(path_or_paths: read-path, ...) !read
  from_json(path_or_paths: read-path, ...) !read
  from_parquet(path_or_paths: read-path, ...) !read
  load_from_disk(dataset_dict_path: read-path, ...) !read
  save_to_disk(dataset_dict_path: write-path, ...) !write
  push_to_hub(repo_id, ..., token: token) !network
`;

export const gensim = `
module gensim
class models.KeyedVectors
  __getitem__(key) -> ndarray
  __contains__(key) -> bool
  -> ndarray: get_vector word_vec get_mean_vector
  -> list: most_similar similar_by_word similar_by_vector most_similar_cosmul
  property list[str]: index_to_key index2word
  property dict: key_to_index vocab
  property ndarray: vectors syn0
  vector_size: int
class models.Word2Vec
  wv: .models.KeyedVectors
  __getitem__(key) -> ndarray
class models.FastText
  wv: .models.KeyedVectors
  __getitem__(key) -> ndarray
class models.Doc2Vec
  property .models.KeyedVectors: wv dv docvecs
models.KeyedVectors.load_word2vec_format(fname: read-path, ...) -> .models.KeyedVectors !read
models.KeyedVectors.load(fname: read-path, ...) -> .models.KeyedVectors !read !deserialize
models.Word2Vec.load(fname: read-path, ...) -> .models.Word2Vec !read !deserialize
models.FastText.load(fname: read-path, ...) -> .models.FastText !read !deserialize
models.Doc2Vec.load(fname: read-path, ...) -> .models.Doc2Vec !read !deserialize
`;

/** Kinds of models that mlflow keeps, each with a module of the same shape. */
const flavours = ["sklearn", "xgboost", "lightgbm", "catboost", "pytorch", "tensorflow", "keras", "statsmodels", "transformers", "spacy", "onnx", "prophet"];

export const mlflow = `
module mlflow
set_tracking_uri(uri: connection-url) !configure
set_experiment(experiment_name, ...) !configure
start_run(...) -> .ActiveRun !network
log_artifact(local_path: read-path, ...) !network
log_artifacts(local_dir: read-path, ...) !network
log_metric(key, value, ...) !network
log_param(key, value, ...) !network
sklearn.log_model(sk_model, ...) !network
${flavours.map((name) => `${name}.load_model(model_uri: read-path, ...) !read !deserialize\n${name}.save_model(model, path: write-path, ...) !write\n`).join("")}pyfunc.load_model(model_uri: read-path, ...) !read !deserialize
pyfunc.save_model(path: write-path, ...) !write
log_figure(figure, artifact_file, ...) !network
register_model(model_uri, name, ...) !network
artifacts.download_artifacts(artifact_uri, run_id, artifact_path, dst_path: write-path, ...) -> str !write !network
-> str !read !network: artifacts.load_text
-> dict !read !network: artifacts.load_dict
class ActiveRun
MlflowClient(tracking_uri: connection-url, registry_uri: connection-url, ...) -> .MlflowClient
class MlflowClient
  log_artifact(run_id, local_path: read-path, ...) !network
  log_artifacts(run_id, local_dir: read-path, ...) !network
  download_artifacts(run_id, path, dst_path: write-path) -> str !write !network
alias tracking.MlflowClient = .MlflowClient
alias tracking.client.MlflowClient = .MlflowClient
`;

export const onnxruntime = `
module onnxruntime
InferenceSession(path_or_bytes: read-path, ...) -> .InferenceSession !read
class InferenceSession
`;
