/** Read off scikit-learn 1.9.1 by scripts/knowledge/api.py. */
export const sklearn = `
module sklearn
-> dict: get_config
module sklearn.calibration
class CalibrationDisplay
  -> .calibration.CalibrationDisplay: plot from_estimator from_predictions
module sklearn.cluster
class AffinityPropagation
  property ndarray: cluster_centers_indices_ cluster_centers_ labels_ affinity_matrix_
class AgglomerativeClustering
  property ndarray: labels_ children_ distances_
class Birch
  property ndarray: subcluster_centers_ subcluster_labels_ labels_
class BisectingKMeans
  property ndarray: cluster_centers_ labels_
class DBSCAN
  property ndarray: core_sample_indices_ components_ labels_
class FeatureAgglomeration(.cluster.AgglomerativeClustering)
  property ndarray: labels_ children_ distances_
class HDBSCAN
  property ndarray: labels_ probabilities_ centroids_ medoids_
  -> ndarray: dbscan_clustering
class KMeans
  property ndarray: cluster_centers_ labels_
class MeanShift
  property ndarray: cluster_centers_ labels_
class MiniBatchKMeans
  property ndarray: cluster_centers_ labels_
class OPTICS
  property ndarray: labels_ reachability_ ordering_ core_distances_ predecessor_ cluster_hierarchy_
class SpectralBiclustering
  property ndarray: rows_ columns_ row_labels_ column_labels_
  property tuple: biclusters_
class SpectralClustering
  property ndarray: affinity_matrix_ labels_
class SpectralCoclustering
  property ndarray: rows_ columns_ row_labels_ column_labels_
  property tuple: biclusters_
-> tuple[ndarray, ndarray, int]: affinity_propagation
-> ndarray: cluster_optics_dbscan get_bin_seeds spectral_clustering
-> tuple[ndarray, ndarray]: cluster_optics_xi dbscan kmeans_plusplus mean_shift
-> tuple[ndarray, ndarray, ndarray, ndarray]: compute_optics_graph
-> tuple[ndarray, ndarray, float, int]: k_means
-> tuple[ndarray, int, int, unknown, ndarray]: linkage_tree ward_tree
module sklearn.compose
class ColumnTransformer
  property list: transformers_
  property dict: output_indices_
  property .utils.Bunch: named_transformers_
classes(): make_column_selector
-> .compose.ColumnTransformer: make_column_transformer
module sklearn.covariance
class EllipticEnvelope(.covariance.MinCovDet)
  property ndarray: location_ covariance_ precision_ support_ raw_location_ raw_covariance_ raw_support_ dist_
class EmpiricalCovariance
  property ndarray: location_ covariance_ precision_
  -> ndarray: get_precision mahalanobis
class GraphicalLasso(.covariance._graph_lasso.BaseGraphicalLasso)
  property ndarray: location_ covariance_ precision_
  property list: costs_
class GraphicalLassoCV(.covariance._graph_lasso.BaseGraphicalLasso)
  property ndarray: location_ covariance_ precision_
  property list: costs_
  property dict: cv_results_
class LedoitWolf(.covariance.EmpiricalCovariance)
  property ndarray: covariance_ location_ precision_
class MinCovDet(.covariance.EmpiricalCovariance)
  property ndarray: raw_location_ raw_covariance_ raw_support_ location_ covariance_ precision_ support_ dist_
  -> ndarray: correct_covariance
  -> tuple[ndarray, ndarray, ndarray]: reweight_covariance
class OAS(.covariance.EmpiricalCovariance)
  property ndarray: covariance_ location_ precision_
class ShrunkCovariance(.covariance.EmpiricalCovariance)
  property ndarray: covariance_ location_ precision_
-> ndarray: empirical_covariance shrunk_covariance
-> tuple[ndarray, ndarray, ndarray]: fast_mcd
-> tuple[ndarray, ndarray, list, int]: graphical_lasso
-> tuple[ndarray, float]: ledoit_wolf oas
module sklearn.covariance._graph_lasso
classes(.covariance.EmpiricalCovariance): BaseGraphicalLasso
module sklearn.cross_decomposition
class CCA(.cross_decomposition._pls._PLS)
  property ndarray: x_weights_ y_weights_ x_loadings_ y_loadings_ x_rotations_ y_rotations_ coef_ intercept_
  property list: n_iter_
class PLSCanonical(.cross_decomposition._pls._PLS)
  property ndarray: x_weights_ y_weights_ x_loadings_ y_loadings_ x_rotations_ y_rotations_ coef_ intercept_
  property list: n_iter_
class PLSRegression(.cross_decomposition._pls._PLS)
  property ndarray: x_weights_ y_weights_ x_loadings_ y_loadings_ x_scores_ y_scores_ x_rotations_ y_rotations_ coef_ intercept_
  property list: n_iter_
class PLSSVD
  property ndarray: x_weights_ y_weights_
module sklearn.cross_decomposition._pls
class _PLS
  -> tuple[ndarray, ndarray]: inverse_transform
  -> self: fit_transform
module sklearn.datasets
-> tuple[.utils.Bunch, tuple]: fetch_20newsgroups fetch_20newsgroups_vectorized fetch_california_housing fetch_covtype fetch_kddcup99 fetch_lfw_people fetch_olivetti_faces fetch_openml fetch_rcv1 load_breast_cancer load_diabetes load_digits load_iris load_linnerud load_wine
-> .utils.Bunch: fetch_lfw_pairs fetch_species_distributions load_files load_sample_images
-> str: get_data_home
-> tuple[unknown, unknown, ndarray]: load_svmlight_file
-> tuple[ndarray, ndarray, ndarray]: make_biclusters make_blobs make_checkerboard make_sparse_coded_signal
-> tuple[ndarray, ndarray]: make_circles make_friedman1 make_friedman2 make_friedman3 make_gaussian_quantiles make_hastie_10_2 make_moons make_s_curve make_sparse_uncorrelated make_swiss_roll
-> tuple[unknown, tuple]: make_classification
-> ndarray: make_low_rank_matrix make_spd_matrix
-> tuple[ndarray, unknown, ndarray, ndarray]: make_multilabel_classification
-> tuple[ndarray, unknown, unknown]: make_regression
module sklearn.decomposition
class DictionaryLearning
  property ndarray: components_ error_
class FactorAnalysis
  property ndarray: components_ noise_variance_ mean_
  property list: loglike_
  -> ndarray: get_covariance get_precision
class FastICA
  property ndarray: components_ mixing_ mean_ whitening_
class IncrementalPCA(.decomposition._base._BasePCA)
  property ndarray: components_ explained_variance_ explained_variance_ratio_ singular_values_ mean_ var_
class KernelPCA
  property ndarray: eigenvalues_ eigenvectors_ dual_coef_ X_transformed_fit_ X_fit_
class LatentDirichletAllocation
  property ndarray: components_ exp_dirichlet_component_
class MiniBatchDictionaryLearning
  property ndarray: components_
class MiniBatchNMF
  property ndarray: components_
class MiniBatchSparsePCA
  property ndarray: components_ mean_
class NMF
  property ndarray: components_
class PCA(.decomposition._base._BasePCA)
  property ndarray: components_ explained_variance_ explained_variance_ratio_ singular_values_ mean_
class SparsePCA
  property ndarray: components_ error_ mean_
class TruncatedSVD
  property ndarray: components_ explained_variance_ explained_variance_ratio_ singular_values_
-> tuple[ndarray, ndarray, ndarray, int]: dict_learning
-> tuple[ndarray, ndarray, int]: dict_learning_online non_negative_factorization
-> tuple[unknown, ndarray, unknown, ndarray, int]: fastica
-> ndarray: sparse_encode
module sklearn.decomposition._base
class _BasePCA
  -> ndarray: get_covariance get_precision
module sklearn.discriminant_analysis
class LinearDiscriminantAnalysis
  property ndarray: intercept_ covariance_ explained_variance_ratio_ means_ priors_ scalings_ xbar_
class QuadraticDiscriminantAnalysis
  property list: covariance_ rotations_ scalings_
  property ndarray: means_ priors_
module sklearn.dummy
class DummyRegressor
  property ndarray: constant_
module sklearn.ensemble
class AdaBoostClassifier(.ensemble._weight_boosting.BaseWeightBoosting)
  property list: estimators_
  property ndarray: estimator_weights_ estimator_errors_ feature_importances_
class AdaBoostRegressor(.ensemble._weight_boosting.BaseWeightBoosting)
  property list: estimators_
  property ndarray: estimator_weights_ estimator_errors_ feature_importances_
class BaggingClassifier(.ensemble._bagging.BaseBagging)
  property list: estimators_ estimators_samples_ estimators_features_
  property ndarray: oob_decision_function_
class BaggingRegressor(.ensemble._bagging.BaseBagging)
  property list: estimators_ estimators_samples_ estimators_features_
  property ndarray: oob_prediction_
class BaseEnsemble
  property list: estimators_
class ExtraTreesClassifier(.ensemble._forest.ForestClassifier)
  property .tree.ExtraTreeClassifier: estimator_
  property list: estimators_ estimators_samples_
  property ndarray: feature_importances_
class ExtraTreesRegressor(.ensemble._forest.ForestRegressor)
  property .tree.ExtraTreeRegressor: estimator_
  property list: estimators_ estimators_samples_
  property ndarray: feature_importances_
class GradientBoostingClassifier(.ensemble._gb.BaseGradientBoosting)
  property ndarray: feature_importances_ oob_improvement_ oob_scores_ train_score_ estimators_
class GradientBoostingRegressor(.ensemble._gb.BaseGradientBoosting)
  property ndarray: feature_importances_ oob_improvement_ oob_scores_ train_score_ estimators_
  -> ndarray: apply
class HistGradientBoostingClassifier
  property ndarray: train_score_ validation_score_
class HistGradientBoostingRegressor
  property ndarray: train_score_ validation_score_
class IsolationForest(.ensemble._bagging.BaseBagging)
  property .tree.ExtraTreeRegressor: estimator_
  property list: estimators_
  property list[ndarray]: estimators_features_ estimators_samples_
class RandomForestClassifier(.ensemble._forest.ForestClassifier)
  property .tree.DecisionTreeClassifier: estimator_
  property list: estimators_ estimators_samples_
  property ndarray: feature_importances_
class RandomForestRegressor(.ensemble._forest.ForestRegressor)
  property .tree.DecisionTreeRegressor: estimator_
  property list: estimators_ estimators_samples_
  property ndarray: feature_importances_
class RandomTreesEmbedding(.ensemble._forest.BaseForest)
  property .tree.ExtraTreeRegressor: estimator_
  property list: estimators_ estimators_samples_
  property ndarray: feature_importances_
  property .preprocessing.OneHotEncoder: one_hot_encoder_
  -> scipy.sparse.csr_matrix: fit_transform transform
class StackingClassifier(.ensemble._stacking._BaseStacking)
  property list: estimators_
  property .utils.Bunch: named_estimators_
  property list[str]: stack_method_
class StackingRegressor(.ensemble._stacking._BaseStacking)
  property list: estimators_
  property .utils.Bunch: named_estimators_
  property list[str]: stack_method_
class VotingClassifier(.ensemble._voting._BaseVoting)
  property list: estimators_
  property .utils.Bunch: named_estimators_
  property .preprocessing.LabelEncoder: le_
class VotingRegressor(.ensemble._voting._BaseVoting)
  property list: estimators_
  property .utils.Bunch: named_estimators_
module sklearn.ensemble._bagging
class BaseBagging(.ensemble.BaseEnsemble)
  property list: estimators_samples_
module sklearn.ensemble._base
class _BaseHeterogeneousEnsemble
  property list: estimators_
  property .utils.Bunch: named_estimators
module sklearn.ensemble._forest
class BaseForest(.ensemble.BaseEnsemble)
  -> ndarray: apply
  -> tuple[scipy.sparse.csr_matrix, ndarray]: decision_path
  property ndarray: feature_importances_
  property list: estimators_samples_
classes(.ensemble._forest.BaseForest): ForestClassifier ForestRegressor
module sklearn.ensemble._gb
class BaseGradientBoosting(.ensemble.BaseEnsemble)
  property ndarray: feature_importances_
  -> ndarray: apply
module sklearn.ensemble._stacking
classes(.ensemble._base._BaseHeterogeneousEnsemble): _BaseStacking
module sklearn.ensemble._voting
classes(.ensemble._base._BaseHeterogeneousEnsemble): _BaseVoting
module sklearn.ensemble._weight_boosting
class BaseWeightBoosting(.ensemble.BaseEnsemble)
  property ndarray: feature_importances_
module sklearn.feature_extraction
class DictVectorizer
  property dict: vocabulary_
  property list: feature_names_
  -> list: inverse_transform
  -> self: restrict
class FeatureHasher
  -> scipy.sparse.csr_matrix: transform
module sklearn.feature_extraction.image
-> ndarray: reconstruct_from_patches_2d
module sklearn.feature_extraction.text
class CountVectorizer
  property dict: vocabulary_
  -> scipy.sparse.csr_matrix: transform
  -> list: inverse_transform
class HashingVectorizer
  -> scipy.sparse.csr_matrix: transform fit_transform
class TfidfTransformer
  property ndarray: idf_
  -> scipy.sparse.csr_matrix: transform
class TfidfVectorizer(.feature_extraction.text.CountVectorizer)
  property dict: vocabulary_
  property ndarray: idf_
  -> scipy.sparse.csr_matrix: fit_transform transform
-> str: strip_accents_ascii strip_accents_unicode strip_tags
module sklearn.feature_selection
class GenericUnivariateSelect(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class RFE(.feature_selection.SelectorMixin)
  property ndarray: ranking_ support_
class RFECV(.feature_selection.RFE)
  property dict: cv_results_
  property ndarray: support_
class SelectFdr(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class SelectFpr(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class SelectFwe(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class SelectKBest(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class SelectPercentile(.feature_selection._univariate_selection._BaseFilter)
  property ndarray: scores_ pvalues_
class SelectorMixin
  -> ndarray: get_support
class SequentialFeatureSelector(.feature_selection.SelectorMixin)
  property ndarray: support_
class VarianceThreshold(.feature_selection.SelectorMixin)
  property ndarray: variances_
classes(.feature_selection.SelectorMixin): SelectFromModel
-> tuple[ndarray, ndarray]: chi2 f_classif f_regression
-> tuple[float, float]: f_oneway
-> ndarray: mutual_info_classif mutual_info_regression r_regression
module sklearn.feature_selection._univariate_selection
classes(.feature_selection.SelectorMixin): _BaseFilter
module sklearn.gaussian_process
class GaussianProcessClassifier
  -> tuple[float, ndarray]: log_marginal_likelihood
  -> tuple[ndarray, ndarray]: latent_mean_and_variance
class GaussianProcessRegressor
  property ndarray: L_ alpha_
  -> tuple[float, ndarray]: log_marginal_likelihood
module sklearn.impute
class KNNImputer
  property .impute.MissingIndicator: indicator_
class SimpleImputer
  property ndarray: statistics_
  property .impute.MissingIndicator: indicator_
module sklearn.inspection
class DecisionBoundaryDisplay
  property ndarray: multiclass_colors_
  -> self: plot
  -> .inspection.DecisionBoundaryDisplay: from_estimator
class PartialDependenceDisplay
  property ndarray: axes_ lines_ deciles_vlines_ deciles_hlines_ contours_ bars_ heatmaps_
  -> .inspection.PartialDependenceDisplay: from_estimator plot
-> .utils.Bunch: partial_dependence
module sklearn.isotonic
class IsotonicRegression
  property ndarray: X_thresholds_ y_thresholds_
-> ndarray: isotonic_regression
module sklearn.kernel_approximation
class Nystroem
  property ndarray: components_ component_indices_ normalization_
class PolynomialCountSketch
  property ndarray: indexHash_ bitHash_
class RBFSampler
  property ndarray: random_offset_ random_weights_
class SkewedChi2Sampler
  property ndarray: random_weights_ random_offset_
module sklearn.linear_model
class ARDRegression
  property ndarray: coef_ lambda_ sigma_
  -> tuple[ndarray, ndarray]: predict
class BayesianRidge
  property ndarray: coef_ sigma_ scores_ X_offset_ X_scale_
  -> tuple[ndarray, ndarray]: predict
class ElasticNet
  property list: n_iter_
class ElasticNetCV
  property ndarray: mse_path_
class GammaRegressor(.linear_model._glm.glm._GeneralizedLinearRegressor)
  property ndarray: coef_
class HuberRegressor
  property ndarray: coef_ outliers_
class LarsCV
  property ndarray: coef_ coef_path_ alphas_ cv_alphas_ mse_path_
class LassoCV
  property ndarray: mse_path_ alphas_
class LassoLarsCV(.linear_model.LarsCV)
  property ndarray: coef_ coef_path_ alphas_ cv_alphas_ mse_path_
  property list: active_
class LassoLarsIC
  property ndarray: coef_ criterion_
class LinearRegression
  property ndarray: singular_
class LogisticRegression(.linear_model._base.SparseCoefMixin)
  property ndarray: n_iter_
  -> self: set_callbacks
class LogisticRegressionCV(.linear_model.LogisticRegression)
  property ndarray: Cs_ l1_ratios_
  property dict: scores_
class MultiTaskElasticNet(.linear_model.ElasticNet)
  property ndarray: intercept_ coef_
class MultiTaskElasticNetCV
  property ndarray: intercept_ coef_
class MultiTaskLasso(.linear_model.MultiTaskElasticNet)
  property ndarray: coef_ intercept_ dual_gap_
class MultiTaskLassoCV
  property ndarray: intercept_ coef_ mse_path_ alphas_
class PassiveAggressiveClassifier(.linear_model._stochastic_gradient.BaseSGDClassifier)
  property ndarray: coef_ intercept_
class PassiveAggressiveRegressor(.linear_model._stochastic_gradient.BaseSGDRegressor)
  property ndarray: coef_ intercept_
class Perceptron(.linear_model._stochastic_gradient.BaseSGDClassifier)
  property ndarray: coef_ intercept_
class PoissonRegressor(.linear_model._glm.glm._GeneralizedLinearRegressor)
  property ndarray: coef_
class QuantileRegressor
  property ndarray: coef_
class RANSACRegressor
  property ndarray: inlier_mask_
class Ridge
  property str: solver_
class RidgeClassifier
  property str: solver_
class RidgeClassifierCV
  property ndarray: cv_results_
class SGDClassifier(.linear_model._stochastic_gradient.BaseSGDClassifier)
  property ndarray: coef_ intercept_
class SGDOneClassSVM(.linear_model._stochastic_gradient.BaseSGD)
  property ndarray: coef_ offset_
class SGDRegressor(.linear_model._stochastic_gradient.BaseSGDRegressor)
  property ndarray: coef_ intercept_
class TheilSenRegressor
  property ndarray: coef_
class TweedieRegressor(.linear_model._glm.glm._GeneralizedLinearRegressor)
  property ndarray: coef_
classes(.linear_model.ElasticNet): Lasso
-> tuple[ndarray, unknown, ndarray, list]: enet_path lasso_path
-> tuple[ndarray, ndarray, ndarray, int]: lars_path lars_path_gram
-> tuple[unknown, int, unknown]: ridge_regression
module sklearn.linear_model._base
class SparseCoefMixin
  -> self: densify sparsify
module sklearn.linear_model._glm.glm
class _GeneralizedLinearRegressor
  property ndarray: coef_
module sklearn.linear_model._stochastic_gradient
classes(.linear_model._base.SparseCoefMixin): BaseSGD
classes(.linear_model._stochastic_gradient.BaseSGD): BaseSGDClassifier BaseSGDRegressor
module sklearn.manifold
class ClassicalMDS
  property ndarray: embedding_ dissimilarity_matrix_ eigenvalues_
class Isomap
  property ndarray: embedding_ dist_matrix_
  property .neighbors.NearestNeighbors: nbrs_
class LocallyLinearEmbedding
  property ndarray: embedding_
  property .neighbors.NearestNeighbors: nbrs_
class MDS
  property ndarray: embedding_ dissimilarity_matrix_
class SpectralEmbedding
  property ndarray: embedding_ affinity_matrix_
class TSNE
  property ndarray: embedding_
-> tuple[ndarray, float]: locally_linear_embedding
-> tuple[ndarray, float, int]: smacof
-> ndarray: spectral_embedding
module sklearn.metrics
class ConfusionMatrixDisplay
  -> .metrics.ConfusionMatrixDisplay: plot from_estimator from_predictions
class DetCurveDisplay
  -> .metrics.DetCurveDisplay: from_estimator from_predictions plot
class PrecisionRecallDisplay
  -> .metrics.PrecisionRecallDisplay: plot from_estimator from_predictions from_cv_results
class PredictionErrorDisplay
  -> .metrics.PredictionErrorDisplay: plot from_estimator from_predictions
class RocCurveDisplay
  -> .metrics.RocCurveDisplay: plot from_estimator from_predictions from_cv_results
-> tuple: class_likelihood_ratios
-> ndarray: confusion_matrix euclidean_distances multilabel_confusion_matrix nan_euclidean_distances pair_confusion_matrix pairwise_distances_argmin silhouette_samples
-> tuple[ndarray, ndarray, ndarray, ndarray, ndarray]: confusion_matrix_at_thresholds
-> tuple[ndarray, ndarray, ndarray]: det_curve precision_recall_curve roc_curve
-> list[str]: get_scorer_names
-> tuple[float, float, float]: homogeneity_completeness_v_measure
-> .metrics._scorer._Scorer: make_scorer
-> tuple[unknown, ndarray]: metric_at_thresholds
-> tuple[ndarray, ndarray]: pairwise_distances_argmin_min
module sklearn.metrics._scorer
class _BaseScorer
  -> self: set_score_request
classes(.metrics._scorer._BaseScorer): _Scorer
module sklearn.metrics.pairwise
-> ndarray: additive_chi2_kernel chi2_kernel cosine_distances haversine_distances laplacian_kernel linear_kernel manhattan_distances paired_cosine_distances paired_distances paired_euclidean_distances paired_manhattan_distances polynomial_kernel rbf_kernel sigmoid_kernel
-> dict: distance_metrics kernel_metrics
module sklearn.mixture
class BayesianGaussianMixture(.mixture._base.BaseMixture)
  property ndarray: weights_ means_ covariances_ precisions_ precisions_cholesky_ lower_bounds_ weight_concentration_ mean_precision_ mean_prior_ degrees_of_freedom_
class GaussianMixture(.mixture._base.BaseMixture)
  property ndarray: weights_ means_ covariances_ precisions_ precisions_cholesky_ lower_bounds_
module sklearn.mixture._base
class BaseMixture
  -> tuple[ndarray, ndarray]: sample
module sklearn.model_selection
class FixedThresholdClassifier
  property self: estimator_
class GridSearchCV
  property dict: cv_results_ best_params_
class HalvingGridSearchCV
  property list: n_resources_ n_candidates_
  property dict: cv_results_ best_params_
class HalvingRandomSearchCV
  property list: n_resources_ n_candidates_
  property dict: cv_results_ best_params_
class LearningCurveDisplay
  -> .model_selection.LearningCurveDisplay: plot from_estimator
class ParameterGrid
  -> dict: __getitem__
class RandomizedSearchCV
  property dict: cv_results_ best_params_
class TunedThresholdClassifierCV
  property self: estimator_
class ValidationCurveDisplay
  -> .model_selection.ValidationCurveDisplay: plot from_estimator
-> ndarray: cross_val_predict cross_val_score
-> dict: cross_validate
-> tuple[ndarray, ndarray, ndarray, ndarray, ndarray]: learning_curve
-> tuple[float, ndarray, float]: permutation_test_score
-> list: train_test_split
-> tuple[ndarray, ndarray]: validation_curve
module sklearn.multiclass
class OneVsOneClassifier
  property list: estimators_
class OneVsRestClassifier
  property list: estimators_
  property .preprocessing.LabelBinarizer: label_binarizer_
class OutputCodeClassifier
  property list: estimators_
  property ndarray: code_book_
module sklearn.multioutput
class ClassifierChain
  property list: classes_ estimators_ order_
  property str: chain_method_
class MultiOutputClassifier
  property list: estimators_
class MultiOutputRegressor
  property list: estimators_
class RegressorChain
  property list: estimators_ order_
module sklearn.naive_bayes
class BernoulliNB(.naive_bayes._BaseDiscreteNB)
  property ndarray: class_count_ class_log_prior_ feature_count_ feature_log_prob_
class CategoricalNB(.naive_bayes._BaseDiscreteNB)
  property list: category_count_ feature_log_prob_
  property ndarray: class_count_ class_log_prior_ n_categories_
class ComplementNB(.naive_bayes._BaseDiscreteNB)
  property ndarray: class_count_ class_log_prior_ feature_all_ feature_count_ feature_log_prob_
class GaussianNB(.naive_bayes._BaseNB)
  property ndarray: class_count_ class_prior_ var_ theta_
class MultinomialNB(.naive_bayes._BaseDiscreteNB)
  property ndarray: class_count_ class_log_prior_ feature_count_ feature_log_prob_
class _BaseNB
  -> ndarray: predict_joint_log_proba
classes(.naive_bayes._BaseNB): _BaseDiscreteNB
module sklearn.neighbors
class KNeighborsClassifier(.neighbors._base.KNeighborsMixin)
  property dict: effective_metric_params_
class KNeighborsRegressor(.neighbors._base.KNeighborsMixin)
  property dict: effective_metric_params_
class KNeighborsTransformer(.neighbors._base.KNeighborsMixin)
  property dict: effective_metric_params_
  -> scipy.sparse.csr_matrix: transform fit_transform
class KernelDensity
  -> ndarray: sample
class LocalOutlierFactor(.neighbors._base.KNeighborsMixin)
  property ndarray: negative_outlier_factor_
  property str: effective_metric_
  property dict: effective_metric_params_
class NearestCentroid
  property ndarray: centroids_ deviations_ within_class_std_dev_ class_prior_
class NearestNeighbors(.neighbors._base.KNeighborsMixin, .neighbors._base.RadiusNeighborsMixin)
  property str: effective_metric_
  property dict: effective_metric_params_
class NeighborhoodComponentsAnalysis
  property ndarray: components_
class RadiusNeighborsClassifier(.neighbors._base.RadiusNeighborsMixin)
  property dict: effective_metric_params_
class RadiusNeighborsRegressor(.neighbors._base.RadiusNeighborsMixin)
  property dict: effective_metric_params_
class RadiusNeighborsTransformer(.neighbors._base.RadiusNeighborsMixin)
  property dict: effective_metric_params_
  -> scipy.sparse.csr_matrix: transform fit_transform
-> scipy.sparse.csr_matrix: kneighbors_graph radius_neighbors_graph sort_graph_by_row_values
module sklearn.neighbors._base
class KNeighborsMixin
  -> tuple[ndarray, ndarray]: kneighbors
class RadiusNeighborsMixin
  -> tuple[ndarray, ndarray]: radius_neighbors
module sklearn.neural_network
class BernoulliRBM
  property ndarray: intercept_hidden_ intercept_visible_ components_ h_samples_
  -> ndarray: gibbs
class MLPClassifier
  property list: loss_curve_ coefs_ intercepts_
  property str: out_activation_
class MLPRegressor
  property list: loss_curve_ coefs_ intercepts_
  property str: out_activation_
module sklearn.pipeline
class FeatureUnion
  property .utils.Bunch: named_transformers
class Pipeline
  property .utils.Bunch: named_steps
-> .pipeline.Pipeline: make_pipeline
-> .pipeline.FeatureUnion: make_union
module sklearn.preprocessing
class KBinsDiscretizer
  property ndarray: bin_edges_ n_bins_
class KernelCenterer
  property ndarray: K_fit_rows_
class LabelBinarizer
  property str: y_type_
class MaxAbsScaler
  property ndarray: scale_ max_abs_
class MinMaxScaler
  property ndarray: min_ scale_ data_min_ data_max_ data_range_
class MultiLabelBinarizer
  -> list: inverse_transform
class OneHotEncoder(.preprocessing._encoders._BaseEncoder)
  property list: categories_
  property ndarray: drop_idx_
  property list[ndarray]: infrequent_categories_
class OrdinalEncoder(.preprocessing._encoders._BaseEncoder)
  property list: categories_
  property list[ndarray]: infrequent_categories_
class PolynomialFeatures
  property ndarray: powers_
class PowerTransformer
  property ndarray: lambdas_
class QuantileTransformer
  property ndarray: quantiles_ references_
class RobustScaler
  property ndarray: center_ scale_
class SplineTransformer
  property list: bsplines_
class TargetEncoder(.preprocessing._encoders._BaseEncoder)
  property list: categories_
  property str: target_type_
-> tuple[ndarray, unknown]: minmax_scale
-> tuple[unknown, ndarray]: normalize
-> ndarray: power_transform
module sklearn.preprocessing._encoders
class _BaseEncoder
  property list: infrequent_categories_
module sklearn.random_projection
class GaussianRandomProjection
  property ndarray: components_ inverse_components_
class SparseRandomProjection
  property scipy.sparse.csr_matrix: components_
  property ndarray: inverse_components_
module sklearn.semi_supervised
class LabelPropagation
  property ndarray: label_distributions_ transduction_
class LabelSpreading
  property ndarray: X_ label_distributions_ transduction_
class SelfTrainingClassifier
  property ndarray: transduction_ labeled_iter_
module sklearn.svm
class LinearSVC(.linear_model._base.SparseCoefMixin)
  property ndarray: coef_ intercept_
class LinearSVR
  property ndarray: coef_ intercept_
class NuSVC(.svm._base.BaseSVC)
  property ndarray: class_weight_ intercept_ n_iter_ support_ n_support_ probA_ probB_
  property tuple: shape_fit_
class NuSVR(.svm._base.BaseLibSVM)
  property ndarray: intercept_ n_support_ support_
  property tuple: shape_fit_
class OneClassSVM(.svm._base.BaseLibSVM)
  property ndarray: intercept_ n_support_ support_
  property tuple: shape_fit_
class SVC(.svm._base.BaseSVC)
  property ndarray: class_weight_ intercept_ n_iter_ support_ n_support_ probA_ probB_
  property tuple: shape_fit_
class SVR(.svm._base.BaseLibSVM)
  property ndarray: intercept_ n_support_ support_
  property tuple: shape_fit_
module sklearn.svm._base
class BaseLibSVM
  property ndarray: coef_
class BaseSVC(.svm._base.BaseLibSVM)
  property ndarray: probA_ probB_
module sklearn.tree
class BaseDecisionTree
  -> ndarray: apply
  -> scipy.sparse.csr_matrix: decision_path
  -> .utils.Bunch: cost_complexity_pruning_path
  property ndarray: feature_importances_
class DecisionTreeClassifier(.tree.BaseDecisionTree)
  property ndarray: feature_importances_
class DecisionTreeRegressor(.tree.BaseDecisionTree)
  property ndarray: feature_importances_
class ExtraTreeClassifier(.tree.DecisionTreeClassifier)
  property ndarray: feature_importances_
class ExtraTreeRegressor(.tree.DecisionTreeRegressor)
  property ndarray: feature_importances_
-> str: export_graphviz export_text
-> list: plot_tree
`;
