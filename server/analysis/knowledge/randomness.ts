/**
 * Which callables draw random numbers when their `random_state` is None, and under which arguments the parameter has any effect.
 *
 * Read off the documentation and the source of scikit-learn 1.9 and imbalanced-learn 0.14, pandas 3.1; test/knowledge checks against the installed
 * libraries that every name exists and that its `random_state` defaults to None. Left out on purpose, because their defaults draw nothing
 * or only break ties: `Perceptron` (seeded with 0), linear SVMs, gradient boosting by histogram without early stopping, `TSNE` and `SpectralEmbedding` (start vectors), imputers,
 * quantile and bin transformers (draw only for very long inputs), and xgboost, lightgbm and catboost (a fixed seed is their default).
 */

/** Draws only when an argument has one of these values; `unless`: draws unless it has one of them. `true` and `false` are Python's. */
export type Condition =
  | { readonly argument: string; readonly is: readonly (string | boolean)[] }
  | { readonly argument: string; readonly unless: readonly (string | boolean)[] };

export interface RandomDraw {
  /** All of them must hold; none: always draws. */
  readonly conditions: readonly Condition[];
  /** Position of random_state where it can be passed by position. */
  readonly position: number | undefined;
}

const always: RandomDraw = { conditions: [], position: undefined };
const when = (argument: string, ...is: readonly (string | boolean)[]): RandomDraw => ({ conditions: [{ argument, is }], position: undefined });
const unless = (argument: string, ...values: readonly (string | boolean)[]): RandomDraw => ({ conditions: [{ argument, unless: values }], position: undefined });

function named(prefix: string, names: string, draw: RandomDraw): readonly (readonly [string, RandomDraw])[] {
  return names.split(" ").map((name) => [`${prefix}.${name}`, draw]);
}

export const randomDraws: ReadonlyMap<string, RandomDraw> = new Map<string, RandomDraw>([
  ...named("pandas", "DataFrame.sample Series.sample", { conditions: [], position: 4 }),
  ...named("sklearn.model_selection", "train_test_split", unless("shuffle", false)),
  ...named("sklearn.model_selection", "KFold StratifiedKFold StratifiedGroupKFold GroupKFold", when("shuffle", true)),
  ...named("sklearn.model_selection", "ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit RepeatedKFold RepeatedStratifiedKFold RandomizedSearchCV", always),
  ...named("sklearn.ensemble",
    "RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor RandomTreesEmbedding BaggingClassifier " +
    "BaggingRegressor GradientBoostingClassifier GradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor IsolationForest", always),
  ...named("sklearn.ensemble", "HistGradientBoostingClassifier HistGradientBoostingRegressor", when("early_stopping", true)),
  ...named("sklearn.tree", "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor", always),
  ...named("sklearn.neural_network", "MLPClassifier MLPRegressor BernoulliRBM", always),
  ...named("sklearn.linear_model", "LogisticRegression LogisticRegressionCV", when("solver", "sag", "saga", "liblinear")),
  ...named("sklearn.linear_model", "Ridge RidgeClassifier", when("solver", "sag", "saga")),
  ...named("sklearn.linear_model", "SGDClassifier SGDRegressor SGDOneClassSVM PassiveAggressiveClassifier PassiveAggressiveRegressor", unless("shuffle", false)),
  ...named("sklearn.linear_model", "Lasso LassoCV ElasticNet ElasticNetCV MultiTaskLasso MultiTaskElasticNet MultiTaskLassoCV MultiTaskElasticNetCV", when("selection", "random")),
  ...named("sklearn.linear_model", "RANSACRegressor TheilSenRegressor", always),
  ...named("sklearn.svm", "SVC NuSVC", when("probability", true)),
  ...named("sklearn.cluster", "BisectingKMeans SpectralClustering SpectralBiclustering SpectralCoclustering kmeans_plusplus spectral_clustering", always),
  // Given start centres leave nothing to draw; what is no text is taken for some.
  ...named("sklearn.cluster", "KMeans MiniBatchKMeans k_means", unless("init")),
  ...named("sklearn.mixture", "GaussianMixture BayesianGaussianMixture", always),
  ...named("sklearn.decomposition", "PCA", when("svd_solver", "arpack", "randomized")),
  ...named("sklearn.decomposition",
    "TruncatedSVD FastICA LatentDirichletAllocation DictionaryLearning MiniBatchDictionaryLearning SparsePCA MiniBatchSparsePCA", always),
  ...named("sklearn.decomposition", "NMF MiniBatchNMF", when("init", "random", "nndsvdar")),
  ...named("sklearn.manifold", "MDS", always),
  ...named("sklearn.manifold", "TSNE", when("init", "random")),
  ...named("sklearn.covariance", "EllipticEnvelope MinCovDet", unless("support_fraction")),
  ...named("sklearn.kernel_approximation", "RBFSampler SkewedChi2Sampler PolynomialCountSketch Nystroem", always),
  ...named("sklearn.random_projection", "GaussianRandomProjection SparseRandomProjection", always),
  ...named("sklearn.dummy", "DummyClassifier", when("strategy", "stratified", "uniform")),
  ...named("sklearn.inspection", "permutation_importance", always),
  ...named("sklearn.feature_selection", "mutual_info_classif mutual_info_regression", always),
  ...named("sklearn.utils", "shuffle resample", always),
  ...named("sklearn.datasets",
    "make_classification make_regression make_blobs make_moons make_circles make_friedman1 make_friedman2 make_friedman3 make_swiss_roll " +
    "make_s_curve make_sparse_uncorrelated make_low_rank_matrix make_gaussian_quantiles make_hastie_10_2 make_multilabel_classification " +
    "make_spd_matrix make_sparse_spd_matrix make_sparse_coded_signal make_biclusters make_checkerboard", always),
  ...named("imblearn.over_sampling", "SMOTE SMOTENC SMOTEN ADASYN BorderlineSMOTE KMeansSMOTE SVMSMOTE RandomOverSampler", always),
  ...named("imblearn.under_sampling", "RandomUnderSampler ClusterCentroids", always),
  ...named("imblearn.combine", "SMOTEENN SMOTETomek", always),
  ...named("imblearn.ensemble", "BalancedRandomForestClassifier BalancedBaggingClassifier EasyEnsembleClassifier RUSBoostClassifier", always),
]);
