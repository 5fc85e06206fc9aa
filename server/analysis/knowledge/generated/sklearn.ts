/** Read off scikit-learn 1.9.1 by scripts/knowledge/signatures.py. */
export const sklearn = `
module sklearn
datasets.load_svmlight_file(f, *, n_features, dtype, multilabel, zero_based, query_id, offset, length)
datasets.dump_svmlight_file(X, y, f, *, zero_based, comment, query_id, multilabel)
datasets.load_files(container_path, *, description, categories, load_content, shuffle, encoding, decode_error, random_state, allowed_extensions)
datasets.fetch_openml(name, *, version, data_id, data_home, target_column, cache, return_X_y, as_frame, n_retries, delay, parser, read_csv_kwargs)
pipeline.make_pipeline(*steps, memory, transform_input, verbose)
pipeline.make_union(*transformers, n_jobs, verbose, verbose_feature_names_out)
compose.make_column_transformer(*transformers, remainder, sparse_threshold, n_jobs, verbose, verbose_feature_names_out)
model_selection.cross_validate(estimator, X, y, *, groups, scoring, cv, n_jobs, verbose, params, pre_dispatch, return_train_score, return_estimator, return_indices, error_score)
metrics.make_scorer(score_func, *, response_method, greater_is_better, **kwargs)
preprocessing.scale(X, *, axis, with_mean, with_std, copy)
datasets.fetch_california_housing(*, data_home, download_if_missing, return_X_y, as_frame, n_retries, delay)
tree.plot_tree(decision_tree, *, max_depth, feature_names, class_names, label, filled, impurity, node_ids, proportion, rounded, precision, ax, fontsize)
inspection.permutation_importance(estimator, X, y, *, scoring, n_repeats, n_jobs, random_state, sample_weight, max_samples)
class base.BaseEstimator
  set_params(**params)
class preprocessing.OneHotEncoder
  fit_transform(X, y, **fit_params)
class compose.ColumnTransformer
  transform(X, **params)
  fit_transform(X, y, **params)
class calibration.CalibratedClassifierCV(.base.BaseEstimator, .base.ClassifierMixin)
class calibration.FrozenEstimator(.base.BaseEstimator)
class calibration.IsotonicRegression(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class calibration.LabelEncoder(.base.BaseEstimator, .base.TransformerMixin)
class calibration.LinearSVC(.base.BaseEstimator, .base.ClassifierMixin)
class cluster.AffinityPropagation(.base.BaseEstimator, .base.ClusterMixin)
class cluster.AgglomerativeClustering(.base.BaseEstimator, .base.ClusterMixin)
class cluster.Birch(.base.BaseEstimator, .base.TransformerMixin, .base.ClusterMixin)
class cluster.BisectingKMeans(.base.BaseEstimator, .base.TransformerMixin, .base.ClusterMixin)
class cluster.DBSCAN(.base.BaseEstimator, .base.ClusterMixin)
class cluster.FeatureAgglomeration(.base.BaseEstimator, .base.TransformerMixin, .base.ClusterMixin)
class cluster.HDBSCAN(.base.BaseEstimator, .base.ClusterMixin)
class cluster.KMeans(.base.BaseEstimator, .base.TransformerMixin, .base.ClusterMixin)
class cluster.MeanShift(.base.BaseEstimator, .base.ClusterMixin)
class cluster.MiniBatchKMeans(.base.BaseEstimator, .base.TransformerMixin, .base.ClusterMixin)
class cluster.OPTICS(.base.BaseEstimator, .base.ClusterMixin)
class cluster.SpectralBiclustering(.base.BaseEstimator)
class cluster.SpectralClustering(.base.BaseEstimator, .base.ClusterMixin)
class cluster.SpectralCoclustering(.base.BaseEstimator)
class compose.ColumnTransformer(.base.BaseEstimator, .base.TransformerMixin)
class compose.TransformedTargetRegressor(.base.BaseEstimator, .base.RegressorMixin)
class covariance.EllipticEnvelope(.base.BaseEstimator)
class covariance.EmpiricalCovariance(.base.BaseEstimator)
class covariance.GraphicalLasso(.base.BaseEstimator)
class covariance.GraphicalLassoCV(.base.BaseEstimator)
class covariance.LedoitWolf(.base.BaseEstimator)
class covariance.MinCovDet(.base.BaseEstimator)
class covariance.OAS(.base.BaseEstimator)
class covariance.ShrunkCovariance(.base.BaseEstimator)
class cross_decomposition.CCA(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class cross_decomposition.PLSCanonical(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class cross_decomposition.PLSRegression(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class cross_decomposition.PLSSVD(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.DictionaryLearning(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.FactorAnalysis(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.FastICA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.IncrementalPCA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.KernelPCA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.LatentDirichletAllocation(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.MiniBatchDictionaryLearning(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.MiniBatchNMF(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.MiniBatchSparsePCA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.NMF(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.PCA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.SparseCoder(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.SparsePCA(.base.BaseEstimator, .base.TransformerMixin)
class decomposition.TruncatedSVD(.base.BaseEstimator, .base.TransformerMixin)
class discriminant_analysis.LinearDiscriminantAnalysis(.base.BaseEstimator, .base.ClassifierMixin, .base.TransformerMixin)
class discriminant_analysis.QuadraticDiscriminantAnalysis(.base.BaseEstimator, .base.ClassifierMixin)
class dummy.DummyClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class dummy.DummyRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.AdaBoostClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.AdaBoostRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.BaggingClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.BaggingRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.BaseEnsemble(.base.BaseEstimator)
class ensemble.ExtraTreesClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.ExtraTreesRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.GradientBoostingClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.GradientBoostingRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.HistGradientBoostingClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.HistGradientBoostingRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.IsolationForest(.base.BaseEstimator)
class ensemble.RandomForestClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class ensemble.RandomForestRegressor(.base.BaseEstimator, .base.RegressorMixin)
class ensemble.RandomTreesEmbedding(.base.BaseEstimator, .base.TransformerMixin)
class ensemble.StackingClassifier(.base.BaseEstimator, .base.ClassifierMixin, .base.TransformerMixin)
class ensemble.StackingRegressor(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class ensemble.VotingClassifier(.base.BaseEstimator, .base.ClassifierMixin, .base.TransformerMixin)
class ensemble.VotingRegressor(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class feature_extraction.DictVectorizer(.base.BaseEstimator, .base.TransformerMixin)
class feature_extraction.FeatureHasher(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.GenericUnivariateSelect(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.RFE(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.RFECV(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectFdr(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectFpr(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectFromModel(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectFwe(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectKBest(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SelectPercentile(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.SequentialFeatureSelector(.base.BaseEstimator, .base.TransformerMixin)
class feature_selection.VarianceThreshold(.base.BaseEstimator, .base.TransformerMixin)
class frozen.FrozenEstimator(.base.BaseEstimator)
class gaussian_process.GaussianProcessClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class gaussian_process.GaussianProcessRegressor(.base.BaseEstimator, .base.RegressorMixin)
class impute.IterativeImputer(.base.BaseEstimator, .base.TransformerMixin)
class impute.KNNImputer(.base.BaseEstimator, .base.TransformerMixin)
class impute.MissingIndicator(.base.BaseEstimator, .base.TransformerMixin)
class impute.SimpleImputer(.base.BaseEstimator, .base.TransformerMixin)
class isotonic.IsotonicRegression(.base.BaseEstimator, .base.RegressorMixin, .base.TransformerMixin)
class kernel_approximation.AdditiveChi2Sampler(.base.BaseEstimator, .base.TransformerMixin)
class kernel_approximation.Nystroem(.base.BaseEstimator, .base.TransformerMixin)
class kernel_approximation.PolynomialCountSketch(.base.BaseEstimator, .base.TransformerMixin)
class kernel_approximation.RBFSampler(.base.BaseEstimator, .base.TransformerMixin)
class kernel_approximation.SkewedChi2Sampler(.base.BaseEstimator, .base.TransformerMixin)
class kernel_ridge.KernelRidge(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.ARDRegression(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.BayesianRidge(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.ElasticNet(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.ElasticNetCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.GammaRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.HuberRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.Lars(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LarsCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.Lasso(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LassoCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LassoLars(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LassoLarsCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LassoLarsIC(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LinearRegression(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.LogisticRegression(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.LogisticRegressionCV(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.MultiTaskElasticNet(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.MultiTaskElasticNetCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.MultiTaskLasso(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.MultiTaskLassoCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.OrthogonalMatchingPursuit(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.OrthogonalMatchingPursuitCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.PassiveAggressiveClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.PassiveAggressiveRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.Perceptron(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.PoissonRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.QuantileRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.RANSACRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.Ridge(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.RidgeCV(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.RidgeClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.RidgeClassifierCV(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.SGDClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class linear_model.SGDOneClassSVM(.base.BaseEstimator)
class linear_model.SGDRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.TheilSenRegressor(.base.BaseEstimator, .base.RegressorMixin)
class linear_model.TweedieRegressor(.base.BaseEstimator, .base.RegressorMixin)
class manifold.ClassicalMDS(.base.BaseEstimator)
class manifold.Isomap(.base.BaseEstimator, .base.TransformerMixin)
class manifold.LocallyLinearEmbedding(.base.BaseEstimator, .base.TransformerMixin)
class manifold.MDS(.base.BaseEstimator)
class manifold.SpectralEmbedding(.base.BaseEstimator)
class manifold.TSNE(.base.BaseEstimator, .base.TransformerMixin)
class mixture.BayesianGaussianMixture(.base.BaseEstimator)
class mixture.GaussianMixture(.base.BaseEstimator)
class model_selection.FixedThresholdClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class model_selection.GridSearchCV(.base.BaseEstimator)
class model_selection.HalvingGridSearchCV(.base.BaseEstimator)
class model_selection.HalvingRandomSearchCV(.base.BaseEstimator)
class model_selection.RandomizedSearchCV(.base.BaseEstimator)
class model_selection.TunedThresholdClassifierCV(.base.BaseEstimator, .base.ClassifierMixin)
class multiclass.OneVsOneClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class multiclass.OneVsRestClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class multiclass.OutputCodeClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class multioutput.ClassifierChain(.base.BaseEstimator, .base.ClassifierMixin)
class multioutput.MultiOutputClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class multioutput.MultiOutputRegressor(.base.BaseEstimator, .base.RegressorMixin)
class multioutput.RegressorChain(.base.BaseEstimator, .base.RegressorMixin)
class naive_bayes.BernoulliNB(.base.BaseEstimator, .base.ClassifierMixin)
class naive_bayes.CategoricalNB(.base.BaseEstimator, .base.ClassifierMixin)
class naive_bayes.ComplementNB(.base.BaseEstimator, .base.ClassifierMixin)
class naive_bayes.GaussianNB(.base.BaseEstimator, .base.ClassifierMixin)
class naive_bayes.MultinomialNB(.base.BaseEstimator, .base.ClassifierMixin)
class neighbors.KNeighborsClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class neighbors.KNeighborsRegressor(.base.BaseEstimator, .base.RegressorMixin)
class neighbors.KNeighborsTransformer(.base.BaseEstimator, .base.TransformerMixin)
class neighbors.KernelDensity(.base.BaseEstimator)
class neighbors.LocalOutlierFactor(.base.BaseEstimator)
class neighbors.NearestCentroid(.base.BaseEstimator, .base.ClassifierMixin)
class neighbors.NearestNeighbors(.base.BaseEstimator)
class neighbors.NeighborhoodComponentsAnalysis(.base.BaseEstimator, .base.TransformerMixin)
class neighbors.RadiusNeighborsClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class neighbors.RadiusNeighborsRegressor(.base.BaseEstimator, .base.RegressorMixin)
class neighbors.RadiusNeighborsTransformer(.base.BaseEstimator, .base.TransformerMixin)
class neural_network.BernoulliRBM(.base.BaseEstimator, .base.TransformerMixin)
class neural_network.MLPClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class neural_network.MLPRegressor(.base.BaseEstimator, .base.RegressorMixin)
class pipeline.FeatureUnion(.base.BaseEstimator, .base.TransformerMixin)
class pipeline.Pipeline(.base.BaseEstimator)
class preprocessing.Binarizer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.FunctionTransformer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.KBinsDiscretizer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.KernelCenterer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.LabelBinarizer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.LabelEncoder(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.MaxAbsScaler(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.MinMaxScaler(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.MultiLabelBinarizer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.Normalizer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.OneHotEncoder(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.OrdinalEncoder(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.PolynomialFeatures(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.PowerTransformer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.QuantileTransformer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.RobustScaler(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.SplineTransformer(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.StandardScaler(.base.BaseEstimator, .base.TransformerMixin)
class preprocessing.TargetEncoder(.base.BaseEstimator, .base.TransformerMixin)
class random_projection.GaussianRandomProjection(.base.BaseEstimator, .base.TransformerMixin)
class random_projection.SparseRandomProjection(.base.BaseEstimator, .base.TransformerMixin)
class semi_supervised.LabelPropagation(.base.BaseEstimator, .base.ClassifierMixin)
class semi_supervised.LabelSpreading(.base.BaseEstimator, .base.ClassifierMixin)
class semi_supervised.SelfTrainingClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class svm.LinearSVC(.base.BaseEstimator, .base.ClassifierMixin)
class svm.LinearSVR(.base.BaseEstimator, .base.RegressorMixin)
class svm.NuSVC(.base.BaseEstimator, .base.ClassifierMixin)
class svm.NuSVR(.base.BaseEstimator, .base.RegressorMixin)
class svm.OneClassSVM(.base.BaseEstimator)
class svm.SVC(.base.BaseEstimator, .base.ClassifierMixin)
class svm.SVR(.base.BaseEstimator, .base.RegressorMixin)
class tree.BaseDecisionTree(.base.BaseEstimator)
class tree.DecisionTreeClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class tree.DecisionTreeRegressor(.base.BaseEstimator, .base.RegressorMixin)
class tree.ExtraTreeClassifier(.base.BaseEstimator, .base.ClassifierMixin)
class tree.ExtraTreeRegressor(.base.BaseEstimator, .base.RegressorMixin)
class feature_extraction.text.CountVectorizer(.base.BaseEstimator)
class feature_extraction.text.HashingVectorizer(.base.BaseEstimator, .base.TransformerMixin)
class feature_extraction.text.TfidfTransformer(.base.BaseEstimator, .base.TransformerMixin)
class feature_extraction.text.TfidfVectorizer(.base.BaseEstimator)
class feature_extraction.image.PatchExtractor(.base.BaseEstimator, .base.TransformerMixin)
calibration.LinearSVC(penalty, loss, *, random_state: seed, ...) !random
calibration.check_cv(cv, y, *, random_state: seed, ...) !random
cluster.AffinityPropagation(*, random_state: seed, ...) !random
cluster.BisectingKMeans(n_clusters, *, random_state: seed, ...) !random
cluster.KMeans(n_clusters, *, random_state: seed, ...) !random
cluster.MiniBatchKMeans(n_clusters, *, random_state: seed, ...) !random
cluster.SpectralBiclustering(n_clusters, *, random_state: seed, ...) !random
cluster.SpectralClustering(n_clusters, *, random_state: seed, ...) !random
cluster.SpectralCoclustering(n_clusters, *, random_state: seed, ...) !random
cluster.affinity_propagation(S, *, random_state: seed, ...) !random
cluster.k_means(X, n_clusters, *, random_state: seed, ...) !random
cluster.kmeans_plusplus(X, n_clusters, *, random_state: seed, ...) !random
cluster.spectral_clustering(affinity, *, random_state: seed, ...) !random
covariance.EllipticEnvelope(*, random_state: seed, ...) !random
covariance.MinCovDet(*, random_state: seed, ...) !random
covariance.fast_mcd(X, support_fraction, cov_computation_method, random_state: seed, ...) !random
datasets.fetch_covtype(*, random_state: seed, ...) !random
datasets.fetch_kddcup99(*, random_state: seed, ...) !random
datasets.fetch_rcv1(*, random_state: seed, ...) !random
datasets.make_biclusters(shape, n_clusters, *, random_state: seed, ...) !random
datasets.make_blobs(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_checkerboard(shape, n_clusters, *, random_state: seed, ...) !random
datasets.make_circles(n_samples, *, random_state: seed, ...) !random
datasets.make_classification(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_friedman1(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_friedman2(n_samples, *, random_state: seed, ...) !random
datasets.make_friedman3(n_samples, *, random_state: seed, ...) !random
datasets.make_gaussian_quantiles(*, random_state: seed, ...) !random
datasets.make_hastie_10_2(n_samples, *, random_state: seed, ...) !random
datasets.make_low_rank_matrix(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_moons(n_samples, *, random_state: seed, ...) !random
datasets.make_multilabel_classification(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_regression(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_s_curve(n_samples, *, random_state: seed, ...) !random
datasets.make_sparse_coded_signal(n_samples, *, random_state: seed, ...) !random
datasets.make_sparse_spd_matrix(n_dim, *, random_state: seed, ...) !random
datasets.make_sparse_uncorrelated(n_samples, n_features, *, random_state: seed, ...) !random
datasets.make_spd_matrix(n_dim, *, random_state: seed, ...) !random
datasets.make_swiss_roll(n_samples, *, random_state: seed, ...) !random
decomposition.DictionaryLearning(n_components, *, random_state: seed, ...) !random
decomposition.FastICA(n_components, *, random_state: seed, ...) !random
decomposition.KernelPCA(n_components, *, random_state: seed, ...) !random
decomposition.LatentDirichletAllocation(n_components, *, random_state: seed, ...) !random
decomposition.MiniBatchDictionaryLearning(n_components, *, random_state: seed, ...) !random
decomposition.MiniBatchNMF(n_components, *, random_state: seed, ...) !random
decomposition.MiniBatchSparsePCA(n_components, *, random_state: seed, ...) !random
decomposition.NMF(n_components, *, random_state: seed, ...) !random
decomposition.PCA(n_components, *, random_state: seed, ...) !random
decomposition.SparsePCA(n_components, *, random_state: seed, ...) !random
decomposition.TruncatedSVD(n_components, *, random_state: seed, ...) !random
decomposition.dict_learning(X, n_components, *, random_state: seed, ...) !random
decomposition.dict_learning_online(X, n_components, *, random_state: seed, ...) !random
decomposition.fastica(X, n_components, *, random_state: seed, ...) !random
decomposition.non_negative_factorization(X, W, H, n_components, *, random_state: seed, ...) !random
decomposition.randomized_svd(M, n_components, *, random_state: seed, ...) !random
dummy.DummyClassifier(*, random_state: seed, ...) !random
ensemble.AdaBoostClassifier(estimator, *, random_state: seed, ...) !random
ensemble.AdaBoostRegressor(estimator, *, random_state: seed, ...) !random
ensemble.BaggingClassifier(estimator, n_estimators, *, random_state: seed, ...) !random
ensemble.BaggingRegressor(estimator, n_estimators, *, random_state: seed, ...) !random
ensemble.ExtraTreesClassifier(n_estimators, *, random_state: seed, ...) !random
ensemble.ExtraTreesRegressor(n_estimators, *, random_state: seed, ...) !random
ensemble.GradientBoostingClassifier(*, random_state: seed, ...) !random
ensemble.GradientBoostingRegressor(*, random_state: seed, ...) !random
ensemble.HistGradientBoostingClassifier(loss, *, random_state: seed, ...) !random
ensemble.HistGradientBoostingRegressor(loss, *, random_state: seed, ...) !random
ensemble.IsolationForest(*, random_state: seed, ...) !random
ensemble.RandomForestClassifier(n_estimators, *, random_state: seed, ...) !random
ensemble.RandomForestRegressor(n_estimators, *, random_state: seed, ...) !random
ensemble.RandomTreesEmbedding(n_estimators, *, random_state: seed, ...) !random
feature_selection.mutual_info_classif(X, y, *, random_state: seed, ...) !random
feature_selection.mutual_info_regression(X, y, *, random_state: seed, ...) !random
gaussian_process.GaussianProcessClassifier(kernel, *, random_state: seed, ...) !random
gaussian_process.GaussianProcessRegressor(kernel, *, random_state: seed, ...) !random
impute.IterativeImputer(estimator, *, random_state: seed, ...) !random
inspection.PartialDependenceDisplay(pd_results, *, random_state: seed, ...) !random
inspection.permutation_importance(estimator, X, y, *, random_state: seed, ...) !random
kernel_approximation.Nystroem(kernel, *, random_state: seed, ...) !random
kernel_approximation.PolynomialCountSketch(*, random_state: seed, ...) !random
kernel_approximation.RBFSampler(*, random_state: seed, ...) !random
kernel_approximation.SkewedChi2Sampler(*, random_state: seed, ...) !random
linear_model.ElasticNet(alpha, *, random_state: seed, ...) !random
linear_model.ElasticNetCV(*, random_state: seed, ...) !random
linear_model.Lars(*, random_state: seed, ...) !random
linear_model.Lasso(alpha, *, random_state: seed, ...) !random
linear_model.LassoCV(*, random_state: seed, ...) !random
linear_model.LassoLars(alpha, *, random_state: seed, ...) !random
linear_model.LogisticRegression(penalty, *, random_state: seed, ...) !random
linear_model.LogisticRegressionCV(*, random_state: seed, ...) !random
linear_model.MultiTaskElasticNet(alpha, *, random_state: seed, ...) !random
linear_model.MultiTaskElasticNetCV(*, random_state: seed, ...) !random
linear_model.MultiTaskLasso(alpha, *, random_state: seed, ...) !random
linear_model.MultiTaskLassoCV(*, random_state: seed, ...) !random
linear_model.PassiveAggressiveClassifier(*, random_state: seed, ...) !random
linear_model.PassiveAggressiveRegressor(*, random_state: seed, ...) !random
linear_model.RANSACRegressor(estimator, *, random_state: seed, ...) !random
linear_model.Ridge(alpha, *, random_state: seed, ...) !random
linear_model.RidgeClassifier(alpha, *, random_state: seed, ...) !random
linear_model.SGDClassifier(loss, *, random_state: seed, ...) !random
linear_model.SGDOneClassSVM(nu, fit_intercept, max_iter, tol, shuffle, verbose, random_state: seed, learning_rate, eta0, power_t, warm_start, average, ...) !random
linear_model.SGDRegressor(loss, *, random_state: seed, ...) !random
linear_model.TheilSenRegressor(*, random_state: seed, ...) !random
linear_model.ridge_regression(X, y, alpha, *, random_state: seed, ...) !random
manifold.LocallyLinearEmbedding(*, random_state: seed, ...) !random
manifold.MDS(n_components, *, random_state: seed, ...) !random
manifold.SpectralEmbedding(n_components, *, random_state: seed, ...) !random
manifold.TSNE(n_components, *, random_state: seed, ...) !random
manifold.locally_linear_embedding(X, *, random_state: seed, ...) !random
manifold.smacof(dissimilarities, *, random_state: seed, ...) !random
manifold.spectral_embedding(adjacency, *, random_state: seed, ...) !random
metrics.silhouette_score(X, labels, *, random_state: seed, ...) !random
mixture.BayesianGaussianMixture(*, random_state: seed, ...) !random
mixture.GaussianMixture(n_components, *, random_state: seed, ...) !random
model_selection.BaseShuffleSplit(n_splits, *, random_state: seed, ...) !random
model_selection.GroupKFold(n_splits, *, random_state: seed, ...) !random
model_selection.GroupShuffleSplit(n_splits, *, random_state: seed, ...) !random
model_selection.HalvingGridSearchCV(estimator, param_grid, *, random_state: seed, ...) !random
model_selection.HalvingRandomSearchCV(estimator, param_distributions, *, random_state: seed, ...) !random
model_selection.KFold(n_splits, *, random_state: seed, ...) !random
model_selection.ParameterSampler(param_distributions, n_iter, *, random_state: seed, ...) !random
model_selection.RandomizedSearchCV(estimator, param_distributions, *, random_state: seed, ...) !random
model_selection.RepeatedKFold(*, random_state: seed, ...) !random
model_selection.RepeatedStratifiedKFold(*, random_state: seed, ...) !random
model_selection.ShuffleSplit(n_splits, *, random_state: seed, ...) !random
model_selection.StratifiedGroupKFold(n_splits, shuffle, random_state: seed, ...) !random
model_selection.StratifiedKFold(n_splits, *, random_state: seed, ...) !random
model_selection.StratifiedShuffleSplit(n_splits, *, random_state: seed, ...) !random
model_selection.TunedThresholdClassifierCV(estimator, *, random_state: seed, ...) !random
model_selection.check_cv(cv, y, *, random_state: seed, ...) !random
model_selection.learning_curve(estimator, X, y, *, random_state: seed, ...) !random
model_selection.train_test_split(*, random_state: seed, ...) !random
multiclass.OutputCodeClassifier(estimator, *, random_state: seed, ...) !random
multioutput.ClassifierChain(estimator, *, random_state: seed, ...) !random
multioutput.RegressorChain(estimator, *, random_state: seed, ...) !random
neighbors.NeighborhoodComponentsAnalysis(n_components, *, random_state: seed, ...) !random
neural_network.BernoulliRBM(n_components, *, random_state: seed, ...) !random
neural_network.MLPClassifier(hidden_layer_sizes, activation, *, random_state: seed, ...) !random
neural_network.MLPRegressor(loss, hidden_layer_sizes, activation, *, random_state: seed, ...) !random
preprocessing.KBinsDiscretizer(n_bins, *, random_state: seed, ...) !random
preprocessing.QuantileTransformer(*, random_state: seed, ...) !random
preprocessing.quantile_transform(X, *, random_state: seed, ...) !random
random_projection.GaussianRandomProjection(n_components, *, random_state: seed, ...) !random
random_projection.SparseRandomProjection(n_components, *, random_state: seed, ...) !random
svm.LinearSVC(penalty, loss, *, random_state: seed, ...) !random
svm.LinearSVR(*, random_state: seed, ...) !random
svm.NuSVC(*, random_state: seed, ...) !random
svm.SVC(*, random_state: seed, ...) !random
tree.DecisionTreeClassifier(*, random_state: seed, ...) !random
tree.DecisionTreeRegressor(*, random_state: seed, ...) !random
tree.ExtraTreeClassifier(*, random_state: seed, ...) !random
tree.ExtraTreeRegressor(*, random_state: seed, ...) !random
feature_extraction.image.PatchExtractor(*, random_state: seed, ...) !random
feature_extraction.image.extract_patches_2d(image, patch_size, *, random_state: seed, ...) !random
metrics.cluster.silhouette_score(X, labels, *, random_state: seed, ...) !random
`;
