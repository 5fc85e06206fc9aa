/** Read off imbalanced-learn 0.14.2 by scripts/knowledge/api.py. */
export const imblearn = `
module imblearn
class FunctionSampler(.base.BaseSampler)
  property dict: sampling_strategy_
  -> tuple[unknown, ndarray]: fit_resample
aliases base = imblearn: FunctionSampler
aliases over_sampling._smote.base = .over_sampling: SMOTE SMOTEN SMOTENC
alias over_sampling._smote.cluster = .over_sampling
alias over_sampling._smote.filter = .over_sampling
module imblearn.base
class BaseSampler(.base.SamplerMixin, sklearn.base.OneToOneFeatureMixin, sklearn.base.BaseEstimator)
  -> tuple[unknown, ndarray]: fit_resample
class SamplerMixin
  -> tuple[unknown, ndarray]: fit_resample
module imblearn.combine
class SMOTEENN(.base.BaseSampler)
  property dict: sampling_strategy_
class SMOTETomek(.base.BaseSampler)
  property dict: sampling_strategy_
module imblearn.datasets
-> tuple[unknown, ndarray]: make_imbalance
module imblearn.ensemble
class BalancedBaggingClassifier(sklearn.ensemble.BaggingClassifier)
  property list: estimators_
  property list[ndarray]: estimators_samples_ estimators_features_
  property ndarray: oob_decision_function_
class BalancedRandomForestClassifier(sklearn.ensemble.RandomForestClassifier)
  property list: estimators_ samplers_ pipelines_
  property .under_sampling.RandomUnderSampler: base_sampler_
  property ndarray: feature_importances_ oob_decision_function_
class EasyEnsembleClassifier(sklearn.ensemble.BaggingClassifier)
  property list: estimators_ estimators_samples_ estimators_features_
class RUSBoostClassifier(sklearn.ensemble.AdaBoostClassifier)
  property list: estimators_ samplers_ pipelines_
  property .under_sampling.RandomUnderSampler: base_sampler_
  property ndarray: estimator_weights_ estimator_errors_ feature_importances_
module imblearn.metrics
-> str: classification_report_imbalanced
module imblearn.metrics.pairwise
class ValueDifferenceMetric(sklearn.base.BaseEstimator)
  property ndarray: n_categories_
  property list[ndarray]: proba_per_class_
  -> ndarray: pairwise
module imblearn.model_selection
classes(sklearn.model_selection.BaseCrossValidator): InstanceHardnessCV
module imblearn.over_sampling
class ADASYN(.over_sampling.base.BaseOverSampler)
  property dict: sampling_strategy_
class BorderlineSMOTE(.over_sampling._smote.base.BaseSMOTE)
  property dict: sampling_strategy_ in_danger_indices
class KMeansSMOTE(.over_sampling._smote.base.BaseSMOTE)
  property dict: sampling_strategy_
class RandomOverSampler(.over_sampling.base.BaseOverSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class SMOTE(.over_sampling._smote.base.BaseSMOTE)
  property dict: sampling_strategy_
class SMOTEN(.over_sampling.SMOTE)
  property dict: sampling_strategy_
class SMOTENC(.over_sampling.SMOTE)
  property dict: sampling_strategy_ median_std_
  property ndarray: categorical_features_ continuous_features_
class SVMSMOTE(.over_sampling._smote.base.BaseSMOTE)
  property dict: sampling_strategy_
module imblearn.over_sampling._smote.base
classes(.over_sampling.base.BaseOverSampler): BaseSMOTE
module imblearn.over_sampling.base
classes(.base.BaseSampler): BaseOverSampler
module imblearn.pipeline
class Pipeline(sklearn.pipeline.Pipeline)
  -> tuple[ndarray, ndarray]: fit_resample
-> .pipeline.Pipeline: make_pipeline
module imblearn.under_sampling
class AllKNN(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class ClusterCentroids(.under_sampling.base.BaseUnderSampler)
  property dict: sampling_strategy_
  property str: voting_
class CondensedNearestNeighbour(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property list: estimators_
  property ndarray: sample_indices_
class EditedNearestNeighbours(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class InstanceHardnessThreshold(.under_sampling.base.BaseUnderSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class NearMiss(.under_sampling.base.BaseUnderSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class NeighbourhoodCleaningRule(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property list: classes_to_clean_
  property ndarray: sample_indices_
class OneSidedSelection(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property list: estimators_
  property ndarray: sample_indices_
class RandomUnderSampler(.under_sampling.base.BaseUnderSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class RepeatedEditedNearestNeighbours(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
class TomekLinks(.under_sampling.base.BaseCleaningSampler)
  property dict: sampling_strategy_
  property ndarray: sample_indices_
  -> ndarray: is_tomek
module imblearn.under_sampling.base
classes(.base.BaseSampler): BaseCleaningSampler BaseUnderSampler
`;
