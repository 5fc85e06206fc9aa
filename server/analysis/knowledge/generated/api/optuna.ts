/** Read off optuna 5.0.0 by scripts/knowledge/api.py. */
export const optuna = `
module optuna
class Study
  property dict: best_params user_attrs
  property .trial.FrozenTrial: best_trial
  property list[.trial.FrozenTrial]: best_trials trials
  property .study.StudyDirection: direction
  property list[.study.StudyDirection]: directions
  -> list[.trial.FrozenTrial]: get_trials
  property list[str] | None: metric_names
  -> .Trial: ask
  -> .trial.FrozenTrial: tell
class Trial(.trial.BaseTrial)
  property dict: relative_params params distributions user_attrs constraints
  property datetime.datetime | None: datetime_start
-> .Study: create_study load_study
-> .trial.FrozenTrial: create_trial
-> list[str]: get_all_study_names
-> list[.study.StudySummary]: get_all_study_summaries
module optuna._gp.gp
class GPRegressor
  property ndarray: length_scales
  -> torch.Tensor: kernel marginal_log_likelihood
  -> tuple[torch.Tensor, torch.Tensor]: posterior
module optuna.samplers
class BaseGASampler(.samplers.BaseSampler)
  -> list[.trial.FrozenTrial]: select_parent get_population get_parent_population
class BaseSampler
  -> dict: infer_relative_search_space sample_relative
class BruteForceSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class CmaEsSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class GPSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class GridSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class NSGAIIISampler(.samplers.BaseGASampler)
  -> dict: infer_relative_search_space sample_relative
  -> list[.trial.FrozenTrial]: select_parent
class NSGAIISampler(.samplers.BaseGASampler)
  -> dict: infer_relative_search_space sample_relative
  -> list[.trial.FrozenTrial]: select_parent
class PartialFixedSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class QMCSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class RandomSampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative
class TPESampler(.samplers.BaseSampler)
  -> dict: infer_relative_search_space sample_relative hyperopt_parameters
module optuna.samplers._tpe.parzen_estimator
class _ParzenEstimator
  -> dict: sample
  -> ndarray: log_pdf
module optuna.samplers._tpe.probability_distributions
class _BatchedCategoricalDistributions
  property ndarray: weights
class _BatchedDiscreteTruncLogNormDistributions
  property ndarray: mu sigma
class _BatchedDiscreteTruncNormDistributions
  property ndarray: mu sigma
class _BatchedTruncLogNormDistributions
  property ndarray: mu sigma
class _BatchedTruncNormDistributions
  property ndarray: mu sigma
module optuna.study
class StudySummary
  property .study.StudyDirection: direction
module optuna.trial
class BaseTrial
  property dict: params distributions user_attrs constraints
  property datetime.datetime | None: datetime_start
class FixedTrial(.trial.BaseTrial)
  property dict: params distributions user_attrs system_attrs constraints
  property datetime.datetime | None: datetime_start
class FrozenTrial(.trial.BaseTrial)
  property datetime.datetime | None: datetime_start
  property dict: params distributions user_attrs system_attrs constraints
  property datetime.timedelta | None: duration
`;
