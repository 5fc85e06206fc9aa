/** Read off mlxtend 0.25.0 by scripts/knowledge/api.py. */
export const mlxtend = `
module mlxtend._base._base_model
class _BaseModel
  -> tuple[self, unknown, unknown, unknown, unknown]: set_params
module mlxtend._base._classifier
class _Classifier
  -> self: fit
  -> ndarray: predict
module mlxtend._base._cluster
class _Cluster
  -> self: fit
  -> ndarray: predict
module mlxtend._base._regressor
class _Regressor
  -> self: fit
  -> ndarray: predict
module mlxtend.classifier
class Adaline(._base._base_model._BaseModel, ._base._classifier._Classifier)
  property list: cost_
class EnsembleVoteClassifier(sklearn.base.BaseEstimator, sklearn.base.ClassifierMixin, sklearn.base.TransformerMixin)
  property ndarray: classes_ clf clf_
  -> self: fit
  -> ndarray: predict predict_proba
  -> tuple[ndarray, ndarray]: transform
class LogisticRegression(._base._base_model._BaseModel, ._base._classifier._Classifier)
  property list: cost_
class MultiLayerPerceptron(._base._base_model._BaseModel, ._base._classifier._Classifier)
  property list: cost_
  -> ndarray: predict_proba
class OneRClassifier(sklearn.base.BaseEstimator, sklearn.base.ClassifierMixin)
  -> self: fit
  -> ndarray: predict
class Perceptron(._base._base_model._BaseModel, ._base._classifier._Classifier)
  property list: cost_
class SoftmaxRegression(._base._base_model._BaseModel, ._base._classifier._Classifier)
  property list: cost_
  -> ndarray: predict_proba
class StackingCVClassifier(.utils.base_compostion._BaseXComposition, .classifier._base_classification._BaseStackingClassifier, sklearn.base.TransformerMixin)
  property list: clfs_
  -> self: fit set_params
  -> ndarray: predict_meta_features
class StackingClassifier(.utils.base_compostion._BaseXComposition, .classifier._base_classification._BaseStackingClassifier, sklearn.base.TransformerMixin)
  property list: clfs_
  -> self: fit set_params
module mlxtend.classifier._base_classification
class _BaseStackingClassifier(sklearn.base.ClassifierMixin)
  -> ndarray: predict
module mlxtend.cluster
class Kmeans(._base._base_model._BaseModel, ._base._cluster._Cluster)
  property dict: custers_
module mlxtend.evaluate
-> tuple: bootstrap
-> ndarray: bootstrap_point632_score confusion_matrix mcnemar_table
-> tuple[float, float]: combined_ftest_5x2cv paired_ttest_5x2cv paired_ttest_kfold_cv paired_ttest_resampled
-> dict: mcnemar_tables
module mlxtend.externals.adjust_text
-> ndarray: get_points_inside_bbox
module mlxtend.feature_extraction
class LinearDiscriminantAnalysis(._base._base_model._BaseModel)
  property ndarray: w_ e_vals_ e_vecs_
  -> self: fit
  -> ndarray: transform
class PrincipalComponentAnalysis(._base._base_model._BaseModel)
  property ndarray: w_ e_vals_ e_vecs_ e_vals_normalized_
  -> self: fit
  -> ndarray: transform
class RBFKernelPCA(._base._base_model._BaseModel)
  property ndarray: e_vals_ e_vecs_ X_projected_
  -> self: fit
  -> ndarray: transform
module mlxtend.feature_selection
class ColumnSelector(sklearn.base.BaseEstimator)
  -> self: fit
class ExhaustiveFeatureSelector(sklearn.base.BaseEstimator, sklearn.base.MetaEstimatorMixin)
  property ndarray: best_idx_ best_feature_names_
  property dict: subsets_
  -> self: fit
class SequentialFeatureSelector(.utils.base_compostion._BaseXComposition, sklearn.base.MetaEstimatorMixin)
  property ndarray: k_feature_idx_ k_feature_names_
  property dict: subsets_
  -> self: set_params fit
module mlxtend.frequent_patterns
-> DataFrame: association_rules hmine
module mlxtend.frequent_patterns.hmine
-> dict: hmine_driver
-> tuple: itemset_optimisation
module mlxtend.math
-> ndarray: vectorspace_orthonormalization
module mlxtend.plotting
-> tuple[unknown, float, unknown]: ecdf
-> tuple: plot_linear_regression scatterplotmatrix
module mlxtend.preprocessing
class CopyTransformer(sklearn.base.BaseEstimator)
  -> self: fit
class DenseTransformer(sklearn.base.BaseEstimator)
  -> self: fit
class MeanCenterer
  property ndarray: col_means
  -> self: fit
class TransactionEncoder(sklearn.base.BaseEstimator, sklearn.base.TransformerMixin)
  -> self: fit
  -> list: inverse_transform
-> ndarray: one_hot
-> list: shuffle_arrays_unison
module mlxtend.preprocessing.shuffle
-> tuple[ndarray, ndarray, ndarray, ndarray, unknown, unknown]: shuffled_split
module mlxtend.regressor
class LinearRegression(._base._base_model._BaseModel, ._base._regressor._Regressor)
  property list: cost_
class StackingCVRegressor(.utils.base_compostion._BaseXComposition, sklearn.base.RegressorMixin, sklearn.base.TransformerMixin)
  -> self: fit set_params
class StackingRegressor(.utils.base_compostion._BaseXComposition, sklearn.base.RegressorMixin, sklearn.base.TransformerMixin)
  property list: regr_
  -> self: fit set_params
module mlxtend.utils
-> dict: format_kwarg_dictionaries
module mlxtend.utils.base_compostion
classes(sklearn.utils.metaestimators._BaseComposition): _BaseXComposition
`;
