/** imbalanced-learn: samplers, most of which draw random numbers. */
const samplers = [
  "over_sampling.RandomOverSampler", "over_sampling.SMOTE", "over_sampling.SMOTENC", "over_sampling.SMOTEN", "over_sampling.BorderlineSMOTE",
  "over_sampling.SVMSMOTE", "over_sampling.KMeansSMOTE", "over_sampling.ADASYN", "under_sampling.RandomUnderSampler", "under_sampling.ClusterCentroids",
  "under_sampling.CondensedNearestNeighbour", "under_sampling.OneSidedSelection", "under_sampling.InstanceHardnessThreshold", "combine.SMOTEENN",
  "combine.SMOTETomek", "ensemble.BalancedRandomForestClassifier", "ensemble.BalancedBaggingClassifier", "ensemble.EasyEnsembleClassifier",
  "ensemble.RUSBoostClassifier",
];

export const imblearn = `
module imblearn
class base.BaseSampler(sklearn.base.BaseEstimator)
  fit_resample(X, y, ...) -> tuple[like(X), like(y)] !random
  fit_sample(X, y, ...) -> tuple[like(X), like(y)] !random
${samplers.map((name) => `class ${name}(.base.BaseSampler)\n${name}(*, random_state: seed, ...) -> .${name} !random`).join("\n")}
datasets.make_imbalance(X, y, ...) -> tuple[like(X), like(y)]
pipeline.make_pipeline(*steps, ...) -> .pipeline.Pipeline
class pipeline.Pipeline(sklearn.pipeline.Pipeline)
`;
