/** Read off statsmodels 0.15.0 by scripts/knowledge/api.py. */
export const statsmodels = `
module statsmodels
aliases api = .genmod.generalized_linear_model: GLM
aliases api = .regression.linear_model: GLS GLSAR OLS WLS
aliases api = .multivariate.pca: PCA
aliases api = .robust.robust_linear_model: RLM
aliases api = .discrete.discrete_model: GeneralizedPoisson Logit MNLogit NegativeBinomial NegativeBinomialP Poisson Probit
aliases api = .regression.mixed_linear_model: MixedLM VCSpec
aliases api = .duration.hazard_regression: PHReg
aliases api = .graphics.gofplots: ProbPlot qqline qqplot qqplot_2samples
aliases base._prediction_inference = .genmod.generalized_linear_model: PredictionResultsMean
alias duration.api = .duration.hazard_regression
alias genmod.api = .genmod.generalized_linear_model
aliases graphics.api = .graphics.gofplots: qqplot
aliases graphics.api = .graphics.regressionplots: abline_plot add_ellipse add_lowess added_variable_resids ceres_resids influence_plot partial_resids plot_ccpr plot_ccpr_grid plot_fit plot_leverage_resid2 plot_partregress plot_partregress_grid plot_regress_exog
alias multivariate.api = .multivariate.pca
aliases nonparametric.api = .nonparametric.kde: KDEUnivariate
aliases nonparametric.api = .nonparametric.smoothers_lowess: lowess
alias regression._prediction = .regression.linear_model
aliases sandbox.stats.multicomp = .stats.multicomp: MultiComparison
alias stats._adnorm = .stats.diagnostic
alias stats._lilliefors = .stats.diagnostic
alias stats.api.lilliefors = .stats.diagnostic.kstest_fit
aliases stats.api = .stats.anova: AnovaRM anova_lm
aliases stats.api = .stats.weightstats: CompareMeans DescrStatsW ttest_ind ttost_ind ttost_paired zconfint ztest ztost
aliases stats.api = .stats.diagnostic: acorr_breusch_godfrey acorr_ljungbox acorr_lm compare_cox compare_j het_arch het_breuschpagan het_goldfeldquandt het_white linear_harvey_collier linear_lm linear_rainbow pesaran_timmermann spec_white
aliases stats.api = .stats.proportion: binom_test binom_test_reject_interval binom_tost binom_tost_reject_interval confint_proportions_2indep multinomial_proportions_confint power_binom_tost power_proportions_2indep power_ztost_prop proportion_confint proportion_effectsize proportions_chisquare proportions_chisquare_allpairs proportions_chisquare_pairscontrol proportions_ztest proportions_ztost samplesize_confint_proportion samplesize_proportions_2indep_onetail test_proportions_2indep tost_proportions_2indep
aliases stats.api = .stats.stattools: durbin_watson jarque_bera omni_normtest
alias stats.diagnostic.kstest_normal = .stats.diagnostic.kstest_fit
alias stats.diagnostic.lilliefors = .stats.diagnostic.kstest_fit
aliases tsa.api = .tsa.ar_model: AR AutoReg
aliases tsa.api = .tsa.arima.model: ARIMA
aliases tsa.api = .tsa.statespace.sarimax: SARIMAX
aliases tsa.api = .tsa.vector_ar.var_model: VAR
aliases tsa.api = .tsa.holtwinters: ExponentialSmoothing Holt SimpleExpSmoothing
aliases tsa.api = .tsa.stattools: acf acovf adfuller arma_order_select_ic block_jackknife breakvar_heteroskedasticity_test ccf ccovf coint diebold_mariano_test kpss leybourne pacf pacf_burg pacf_ols pacf_yw pccf q_stat range_unit_root_test zivot_andrews
aliases tsa.api = .tsa.seasonal: seasonal_decompose
alias tsa.arima.api = .tsa.arima.model
aliases tsa.holtwinters.model = .tsa.holtwinters: ExponentialSmoothing Holt PY_SMOOTHERS SMOOTHERS SimpleExpSmoothing
aliases tsa.holtwinters.results = .tsa.holtwinters: HoltWintersResults
aliases tsa.statespace.api = .tsa.statespace.sarimax: SARIMAX
aliases tsa.statespace.api = .tsa.statespace.mlemodel: MLEModel MLEResults
alias tsa.vector_ar.api = .tsa.vector_ar.var_model
alias tsa.vector_ar.var_model.mse = .tsa.vector_ar.var_model.forecast_cov
module statsmodels.base._prediction_inference
class PredictionResultsBase
  -> tuple[ndarray, ndarray]: t_test
  -> ndarray: conf_int
  -> DataFrame: summary_frame
module statsmodels.base.model
class GenericLikelihoodModel(.base.model.LikelihoodModel)
  -> ndarray: expandparams score_obs hessian_factor
  -> .base.model.GenericLikelihoodModelResults: fit
class GenericLikelihoodModelResults(.base.model.LikelihoodModelResults, .base.model.ResultMixin)
  property ndarray: bse fittedvalues
class LikelihoodModel(.base.model.Model)
  -> ndarray: score information hessian
  -> .base.model.LikelihoodModelResults: fit
class LikelihoodModelResults
  property dict: mle_retvals mle_settings
  property ndarray: params
  -> ndarray: cov_params conf_int
  -> .stats.contrast.ContrastResults: t_test f_test wald_test
  -> .stats.contrast.WaldTestResults: wald_test_terms
  -> .stats.contrast.MultiCompResult: t_test_pairwise
class Model
  property list[str] | None: exog_names
class ResultMixin
  -> tuple[ndarray, ndarray, ndarray]: bootstrap
module statsmodels.discrete.discrete_model
class BinaryModel(.discrete.discrete_model.DiscreteModel)
  -> ndarray: predict
  -> .discrete.discrete_model.L1BinaryResultsWrapper: fit_regularized
class CountModel(.discrete.discrete_model.DiscreteModel)
  -> .discrete.discrete_model.CountResultsWrapper: fit
  -> .discrete.discrete_model.L1CountResultsWrapper: fit_regularized
class CountResults(.discrete.discrete_model.DiscreteResults)
  -> .discrete.diagnostic.CountDiagnostic: get_diagnostic
class DiscreteResults(.base.model.LikelihoodModelResults)
  -> .stats.outliers_influence.MLEInfluence: get_influence
class GeneralizedPoisson(.discrete.discrete_model.CountModel)
  -> ndarray: loglikeobs score_obs hessian hessian_factor
  -> .discrete.discrete_model.L1GeneralizedPoissonResultsWrapper: fit_regularized
class Logit(.discrete.discrete_model.BinaryModel)
  -> ndarray: cdf pdf loglikeobs score score_obs score_factor hessian hessian_factor
  -> .discrete.discrete_model.BinaryResultsWrapper: fit
class MNLogit(.discrete.discrete_model.MultinomialModel)
  -> ndarray: cdf loglikeobs score score_obs hessian score_factor hessian_factor
class MultinomialModel(.discrete.discrete_model.BinaryModel)
  -> .discrete.discrete_model.MultinomialResultsWrapper: fit
  -> .discrete.discrete_model.L1MultinomialResultsWrapper: fit_regularized
class NegativeBinomial(.discrete.discrete_model.CountModel)
  -> .discrete.discrete_model.L1NegativeBinomialResultsWrapper: fit_regularized
class NegativeBinomialP(.discrete.discrete_model.CountModel)
  -> ndarray: loglikeobs score_obs score score_factor hessian hessian_factor
  -> .discrete.discrete_model.L1NegativeBinomialResultsWrapper: fit_regularized
class Poisson(.discrete.discrete_model.CountModel)
  -> ndarray: cdf pdf loglikeobs score score_obs score_factor hessian hessian_factor predict
  -> .discrete.discrete_model.PoissonResultsWrapper: fit
  -> .discrete.discrete_model.L1PoissonResultsWrapper: fit_regularized
class PoissonResults(.discrete.discrete_model.CountResults)
  -> ndarray: predict_prob
  -> .stats.outliers_influence.MLEInfluence: get_influence
  -> .discrete.diagnostic.PoissonDiagnostic: get_diagnostic
class Probit(.discrete.discrete_model.BinaryModel)
  -> ndarray: cdf pdf loglikeobs score score_obs score_factor hessian hessian_factor
  -> .discrete.discrete_model.BinaryResultsWrapper: fit
classes(.discrete.discrete_model.DiscreteResults): BinaryResults L1CountResults MultinomialResults
classes(.discrete.discrete_model.BinaryResults, .regression.linear_model.RegressionResultsWrapper): BinaryResultsWrapper
classes(.discrete.discrete_model.CountResults, .regression.linear_model.RegressionResultsWrapper): CountResultsWrapper
classes(.base.model.LikelihoodModel): DiscreteModel
classes(.discrete.discrete_model.NegativeBinomialResults): GeneralizedPoissonResults
classes(.discrete.discrete_model.BinaryResults): L1BinaryResults
classes(.discrete.discrete_model.L1BinaryResults, .regression.linear_model.RegressionResultsWrapper): L1BinaryResultsWrapper
classes(.discrete.discrete_model.L1CountResults, .regression.linear_model.RegressionResultsWrapper): L1CountResultsWrapper
classes(.discrete.discrete_model.L1CountResults, .discrete.discrete_model.GeneralizedPoissonResults): L1GeneralizedPoissonResults
classes(.discrete.discrete_model.L1GeneralizedPoissonResults, .regression.linear_model.RegressionResultsWrapper): L1GeneralizedPoissonResultsWrapper
classes(.discrete.discrete_model.MultinomialResults): L1MultinomialResults
classes(.discrete.discrete_model.L1MultinomialResults, .regression.linear_model.RegressionResultsWrapper): L1MultinomialResultsWrapper
classes(.discrete.discrete_model.L1CountResults, .discrete.discrete_model.NegativeBinomialResults): L1NegativeBinomialResults
classes(.discrete.discrete_model.L1NegativeBinomialResults, .regression.linear_model.RegressionResultsWrapper): L1NegativeBinomialResultsWrapper
classes(.discrete.discrete_model.L1CountResults, .discrete.discrete_model.PoissonResults): L1PoissonResults
classes(.discrete.discrete_model.L1PoissonResults, .regression.linear_model.RegressionResultsWrapper): L1PoissonResultsWrapper
classes(.discrete.discrete_model.MultinomialResults, .regression.linear_model.RegressionResultsWrapper): MultinomialResultsWrapper
classes(.discrete.discrete_model.CountResults): NegativeBinomialResults
classes(.discrete.discrete_model.PoissonResults, .regression.linear_model.RegressionResultsWrapper): PoissonResultsWrapper
module statsmodels.duration.hazard_regression
class PHReg(.base.model.LikelihoodModel)
  -> .duration.hazard_regression.PHRegResults: fit fit_regularized
  -> ndarray: score hessian breslow_gradient efron_gradient breslow_hessian efron_hessian robust_covariance score_residuals
  -> list[ndarray]: weighted_covariate_averages
  -> list: baseline_cumulative_hazard get_distribution
  -> dict: baseline_cumulative_hazard_function
class PHRegResults(.base.model.LikelihoodModelResults)
  property ndarray: normalized_cov_params params
  -> list: get_distribution
class rv_discrete_float
  -> ndarray: rvs mean var std
module statsmodels.genmod.generalized_linear_model
class GLM(.base.model.LikelihoodModel)
  -> ndarray: score_obs score score_factor hessian_factor hessian predict
  -> tuple[float, float, int]: score_test
class GLMResults(.base.model.LikelihoodModelResults)
  property dict: fit_history
  property ndarray: normalized_cov_params params pvalues bse
  -> ndarray: get_hat_matrix_diag
  -> .stats.outliers_influence.GLMInfluence: get_influence
class PredictionResultsMean(.base._prediction_inference.PredictionResultsBase)
  -> ndarray: conf_int
  -> DataFrame: summary_frame
classes(.genmod.generalized_linear_model.GLMResults, .regression.linear_model.RegressionResultsWrapper): GLMResultsWrapper
module statsmodels.graphics.gofplots
class ProbPlot
  property ndarray: fit_params
module statsmodels.graphics.regressionplots
class PartRegressPlotResult
  property matplotlib.figure.Figure: fig
  property tuple[ndarray, ndarray] | None: coords
-> tuple[ndarray, ndarray]: added_variable_resids
-> ndarray: ceres_resids partial_resids
module statsmodels.iolib
class SimpleTable
  -> str: pad as_csv as_text as_html as_latex_tabular
  -> list: get_colwidths
  property list: data
module statsmodels.iolib.summary
class Summary
  property list: tables
  property str: extra_txt
  -> str: as_text as_latex as_csv as_html
-> str: d_or_f forg
-> .iolib.SimpleTable: summary_params summary_params_2d summary_top table_extend
-> tuple[list, .iolib.SimpleTable]: summary_params_2dflat
-> DataFrame: summary_params_frame
module statsmodels.multivariate.pca
class PCA
  property ndarray: weights transformed_data cols rows
module statsmodels.nonparametric.kde
class KDEResult
  property ndarray: density grid
class KDEUnivariate
  -> .nonparametric.kde.KDEUnivariate: fit
-> tuple[.nonparametric.kde.KDEResult, unknown, ndarray, ndarray, float]: kdensity kdensityfft
module statsmodels.nonparametric.smoothers_lowess
-> ndarray: lowess
module statsmodels.regression.linear_model
class ELTestResult
  property ndarray | None: weights nuisance_params
class GLS(.regression.linear_model.RegressionModel)
  -> ndarray: whiten hessian_factor
class GLSAR(.regression.linear_model.GLS)
  -> ndarray: whiten
class OLS(.regression.linear_model.WLS)
  -> ndarray: score hessian hessian_factor
class PredictionResults
  -> ndarray: conf_int
class RegressionModel(.base.model.LikelihoodModel)
  -> .regression.linear_model.RegressionResultsWrapper: fit
  -> ndarray: predict
class RegressionResults(.base.model.LikelihoodModelResults)
  -> tuple[float, float, int]: compare_lm_test compare_f_test
  -> .regression.linear_model.CompareLRTestResult: compare_lr_test
class WLS(.regression.linear_model.RegressionModel)
  -> ndarray: whiten hessian_factor
class YuleWalkerResult
  property ndarray: rho
  property ndarray | None: Rinv
classes(.regression.linear_model.RegressionResults): RegressionResultsWrapper
module statsmodels.regression.mixed_linear_model
class MixedLM(.base.model.LikelihoodModel)
  -> .base.model.Model: from_formula
  -> ndarray: predict score
  -> list | None: group_list
  -> .regression.mixed_linear_model.MixedLMResults: fit_regularized fit
  -> tuple[ndarray, bool]: get_fe_params
  -> tuple[ndarray, ndarray, ndarray]: score_full score_sqrt
  -> tuple[unknown, bool]: hessian
  -> .regression.mixed_linear_model._mixedlm_distribution: get_distribution
class MixedLMParams
  -> .regression.mixed_linear_model.MixedLMParams: from_packed from_components
  -> ndarray: get_packed
class MixedLMResults(.base.model.LikelihoodModelResults, .base.model.ResultMixin)
  property .regression.mixed_linear_model.MixedLM: model
  property ndarray: normalized_cov_params params fe_params cov_re
  property dict: random_effects random_effects_cov
  -> .stats.contrast.ContrastResults: t_test
  -> ndarray: profile_re
class VCSpec
  property list: names mats colnames
class _mixedlm_distribution
  -> ndarray: rvs
classes(.regression.mixed_linear_model.MixedLMResults): MixedLMResultsWrapper
module statsmodels.robust.robust_linear_model
class RLM(.base.model.LikelihoodModel)
  -> ndarray: predict
  -> .robust.robust_linear_model.RLMResultsWrapper: fit
class RLMResults(.base.model.LikelihoodModelResults)
  property dict: fit_history fit_options
  property .robust.robust_linear_model.RLM: model
  property ndarray: normalized_cov_params params tvalues weights
classes(.robust.robust_linear_model.RLMResults, .regression.linear_model.RegressionResultsWrapper): RLMResultsWrapper
module statsmodels.sandbox.stats.multicomp
class TukeyHSDResults
  property ndarray: reject meandiffs confint std_pairs halfwidths pvalues reject2 group_t group_c data groups groupsunique
  -> DataFrame: summary_frame
module statsmodels.stats.anova
class AnovaRM
  -> .stats.anova.AnovaResults: fit
class AnovaResults
  property DataFrame: anova_table
-> DataFrame: anova1_lm_single anova2_lm_single anova_lm
module statsmodels.stats.base
class AllPairsResults
  -> ndarray: pval_corrected pval_table
  -> str: summary
module statsmodels.stats.contrast
class ContrastResults
  -> ndarray: conf_int
  -> DataFrame: summary_frame
class MultiCompResult
  property DataFrame: result_frame
  property ndarray: contrasts term_encoding_matrix
  property list: contrast_labels
module statsmodels.stats.diagnostic
class GoldfeldQuandtResult
  property str: ordering
  property .stats._results_store.ResultsStore | None: res_store
class LMTestResult
  property .stats._results_store.ResultsStore | None: res_store
class NonNestedTestResult
  property .stats._results_store.ResultsStore | None: res_store
class PesaranTimmermannResult
  property .stats._results_store.ResultsStore | None: res_store
-> DataFrame: acorr_ljungbox
-> tuple[.stats.diagnostic.NonNestedTestResult, unknown, float, float, unknown]: compare_cox compare_j
-> tuple[float, float, float, float]: het_breuschpagan het_white
-> tuple[.stats.diagnostic.GoldfeldQuandtResult, unknown, float, float, str, unknown]: het_goldfeldquandt
-> tuple[float, float]: kstest_fit linear_harvey_collier linear_rainbow
-> tuple[float, float, unknown]: linear_lm
-> .stats.diagnostic.PesaranTimmermannResult: pesaran_timmermann
-> tuple[float, float, int]: spec_white
module statsmodels.stats.diagnostic_gen
class ChisquareBinningResult
  property ndarray: freqs probs resid_pearson chi2_stat_groups
  property .stats.effect_size.NoncentralityChisquareResult: noncentrality
  property list: indices
module statsmodels.stats.effect_size
class NoncentralityChisquareResult
  property ndarray: confint
  property str: name
module statsmodels.stats.multicomp
class MultiComparison
  -> tuple[.iolib.SimpleTable, unknown, unknown, unknown]: allpairtest
  -> .sandbox.stats.multicomp.TukeyHSDResults: tukeyhsd
module statsmodels.stats.outliers_influence
class GLMInfluence
  property ndarray: dfbetas d_fittedvalues_scaled
class OLSInfluence
  -> ndarray: get_resid_studentized_external
  property tuple[ndarray, float]: dffits
  property ndarray: sigma2_not_obsi params_not_obsi det_cov_params_not_obsi
  -> DataFrame: summary_frame
  -> .iolib.SimpleTable: summary_table
-> tuple[.iolib.SimpleTable, ndarray, list]: summary_table
module statsmodels.stats.proportion
class KoopmanConfintResult
  property ndarray: confint p_roots
class PairedNamConfintResult
  property list: confint
  property tuple: p
  property ndarray: p_roots
class Proportions2indepTestResult
  property str: compare method alternative
class ScoreTestProportionsResult
  property str: compare method alternative
class TostProportionsResult
  property str: compare method title
  property .stats.proportion.Proportions2indepTestResult: results_larger results_smaller
-> tuple[float, unknown]: binom_tost
-> ndarray: multinomial_proportions_confint
-> tuple[float, tuple]: power_ztost_prop
-> tuple[float, float, tuple]: proportions_chisquare
-> .stats.base.AllPairsResults: proportions_chisquare_allpairs proportions_chisquare_pairscontrol
-> tuple[float, float]: proportions_ztest
-> tuple[float, tuple, tuple]: proportions_ztost
-> .stats.proportion.TostProportionsResult: tost_proportions_2indep
module statsmodels.stats.stattools
-> ndarray: expected_robust_kurtosis
-> tuple[ndarray, ndarray, ndarray, ndarray]: robust_kurtosis robust_skewness
module statsmodels.stats.weightstats
class CompareMeans
  -> .stats.weightstats.CompareMeans: from_data
  -> .iolib.SimpleTable: summary
  -> tuple[float, float, unknown]: ttest_ind
  -> tuple[float, float]: ztest_ind
  -> tuple[float, tuple, tuple]: ttost_ind ztost_ind
class DescrStatsW
  -> tuple[float, float, unknown]: ttest_mean
  -> tuple[float, tuple, tuple]: ttost_mean ztost_mean
  -> tuple[float, float]: ztest_mean
  -> .stats.weightstats.CompareMeans: get_compare
-> tuple[float, float, unknown]: ttest_ind
-> tuple[float, tuple, tuple]: ttost_ind ttost_paired ztost
-> tuple[float, float]: ztest
module statsmodels.tools.tools
-> str: asstr2
-> ndarray: clean0 fullrank nan_dot recipr recipr0 unsqueeze
-> tuple[ndarray, ndarray]: drop_missing pinv_extended
module statsmodels.tsa.ar_model
class AutoReg(.tsa.base.tsa_model.TimeSeriesModel)
  property list[int] | None: ar_lags
  property str: trend
  property .tsa.deterministic.DeterministicProcess | None: deterministic
  property list[str] | None: exog_names
  -> .tsa.ar_model.AutoRegResultsWrapper: fit
  -> ndarray: score information hessian
  -> Series: predict
class AutoRegResults(.tsa.base.tsa_model.TimeSeriesModelResults)
  -> DataFrame: test_serial_correlation
  -> Series: test_normality test_heteroskedasticity
  -> .tsa.base.prediction.PredictionResults: get_prediction
classes(): AR
classes(.tsa.ar_model.AutoRegResults): AutoRegResultsWrapper
module statsmodels.tsa.arima.model
classes(.tsa.statespace.sarimax.SARIMAX): ARIMA
classes(.tsa.statespace.sarimax.SARIMAXResults): ARIMAResults
classes(.tsa.arima.model.ARIMAResults, .tsa.statespace.sarimax.SARIMAXResultsWrapper): ARIMAResultsWrapper
module statsmodels.tsa.arima_model
classes(.tsa.arima_model.ARMA): ARIMA
classes(): ARMA
module statsmodels.tsa.base.prediction
class PredictionResults
  -> DataFrame: summary_frame
module statsmodels.tsa.base.tsa_model
classes(.base.model.LikelihoodModel): TimeSeriesModel
classes(.base.model.LikelihoodModelResults): TimeSeriesModelResults
module statsmodels.tsa.deterministic
class DeterministicProcess
  property pandas.Index: index
  property list[.tsa.deterministic.DeterministicTerm]: terms
  -> DataFrame: in_sample out_of_sample range
  -> .tsa.deterministic.DeterministicProcess: apply
class DeterministicTerm
  -> DataFrame: in_sample out_of_sample
module statsmodels.tsa.holtwinters
class ExponentialSmoothing(.tsa.base.tsa_model.TimeSeriesModel)
  -> ndarray: predict
  -> .tsa.holtwinters.HoltWintersResults: fit
  -> tuple[float, unknown, list]: initial_values
class Holt(.tsa.holtwinters.ExponentialSmoothing)
  -> .tsa.holtwinters.HoltWintersResults: fit
class HoltWintersResults
  -> ndarray: predict forecast
class SimpleExpSmoothing(.tsa.holtwinters.ExponentialSmoothing)
  -> .tsa.holtwinters.HoltWintersResults: fit
module statsmodels.tsa.holtwinters.model
class _OptConfig
  property ndarray: seasonal y params mask
  -> .tsa.holtwinters.model._OptConfig: unpack_parameters
module statsmodels.tsa.holtwinters.results
classes(.tsa.holtwinters.HoltWintersResults): HoltWintersResultsWrapper
module statsmodels.tsa.seasonal
-> .tsa.seasonal.DecomposeResult: seasonal_decompose
-> ndarray: seasonal_mean
module statsmodels.tsa.statespace.mlemodel
class MLEModel(.tsa.base.tsa_model.TimeSeriesModel)
  property .tsa.statespace.kalman_filter.KalmanFilter: ssm
  -> .tsa.statespace.simulation_smoother.SimulationSmoothResults: simulation_smoother
  -> ndarray: score score_obs hessian transform_jacobian transform_params untransform_params update simulate impulse_responses
class MLEResults(.tsa.base.tsa_model.TimeSeriesModelResults)
  property .base.model.Model: model
  property .tsa.statespace.kalman_filter.KalmanFilter: filter_results
  property ndarray: params
  -> ndarray: test_normality test_heteroskedasticity test_serial_correlation simulate impulse_responses
  -> .tsa.statespace.mlemodel.PredictionResultsWrapper: get_prediction
  -> .tsa.statespace.news.NewsResults: news
  -> tuple[DataFrame, DataFrame, DataFrame, DataFrame]: get_smoothed_decomposition
class PredictionResults(.tsa.base.prediction.PredictionResults)
  property .tsa.statespace.mlemodel.MLEModel: model
  property .tsa.statespace.kalman_filter.PredictionResults: prediction_results
  property str: information_set
classes(.tsa.statespace.mlemodel.MLEResults): MLEResultsWrapper
classes(.tsa.statespace.mlemodel.PredictionResults): PredictionResultsWrapper
module statsmodels.tsa.statespace.sarimax
class SARIMAX(.tsa.statespace.mlemodel.MLEModel)
  property ndarray: polynomial_ar polynomial_ma polynomial_seasonal_ar polynomial_seasonal_ma polynomial_trend
  property list: param_names
  property dict: model_orders
class SARIMAXResults(.tsa.statespace.mlemodel.MLEResults)
  property dict: specification model_orders
  property ndarray: polynomial_ar polynomial_ma polynomial_seasonal_ar polynomial_seasonal_ma polynomial_trend
  property list[str]: param_terms
classes(.tsa.statespace.sarimax.SARIMAXResults, .tsa.statespace.mlemodel.MLEResultsWrapper): SARIMAXResultsWrapper
module statsmodels.tsa.stattools
class ADFullerResult
  property dict: critical_values
  property .stats._results_store.ResultsStore | None: resstore
class AcfResult
  property ndarray: acf
  property ndarray | None: confint qstat pvalues
class BreakvarHeteroskedasticityResult
  property float | ndarray: statistic pvalue
class CcfResult
  property ndarray: ccf
  property ndarray | None: confint
class CointResult
  property ndarray: critical_values
class JackknifeResult
  property float | ndarray: theta_jack se
class KPSSResult
  property dict: critical_values
  property .stats._results_store.ResultsStore | None: resstore
class LevinsonDurbinPacfResult
  property ndarray: arcoefs acf
class LevinsonDurbinResult
  property ndarray: arcoefs pacf sigma phi
class PacfBurgResult
  property ndarray: pacf sigma2
class PacfResult
  property ndarray: pacf
  property ndarray | None: confint
class PccfResult
  property ndarray: pccf
  property ndarray | None: confint
class QStatResult
  property ndarray: statistic pvalue
class RURResult
  property dict: critical_values
  property .stats._results_store.ResultsStore | None: resstore
-> tuple[ndarray, .tsa.stattools.AcfResult, ndarray, ndarray, ndarray]: acf
-> ndarray: acovf ccovf pacf_ols pacf_yw
-> .tools.tools.Bunch: arma_order_select_ic
-> .tsa.stattools.JackknifeResult: block_jackknife
-> .tsa.stattools.BreakvarHeteroskedasticityResult: breakvar_heteroskedasticity_test
-> .tsa.stattools.CointResult: coint
-> .tsa.stattools.DieboldMarianoResult: diebold_mariano_test
-> dict: grangercausalitytests
-> .tsa.stattools.LevinsonDurbinResult: levinson_durbin
-> .tsa.stattools.LevinsonDurbinPacfResult: levinson_durbin_pacf
-> ndarray | .tsa.stattools.PacfResult: pacf
-> .tsa.stattools.PacfBurgResult: pacf_burg
-> ndarray | .tsa.stattools.PccfResult: pccf
-> .tsa.stattools.QStatResult: q_stat
module statsmodels.tsa.vector_ar.hypothesis_test_results
class ErrorBand
  property ndarray: lower upper
class ForecastInterval
  property ndarray: point_forecast forc_lower forc_upper
class HypothesisTestResults
  -> .iolib.SimpleTable: summary
classes(.tsa.vector_ar.hypothesis_test_results.HypothesisTestResults): CausalityTestResults NormalityTestResults WhitenessTestResults
module statsmodels.tsa.vector_ar.irf
class IRAnalysis
  -> ndarray: cov cum_effect_cov lr_effect_cov stderr cum_effect_stderr
  -> .tsa.vector_ar.hypothesis_test_results.ErrorBand: errband_mc err_band_sz1 err_band_sz2 err_band_sz3 cum_errband_mc
  property list: G
module statsmodels.tsa.vector_ar.output
class VARSummary
  property str: summary
  -> str: make
module statsmodels.tsa.vector_ar.var_model
class LagOrderResults
  -> .iolib.SimpleTable: summary
class VAR(.tsa.base.tsa_model.TimeSeriesModel)
  -> ndarray: predict
  -> .tsa.vector_ar.var_model.VARResults: fit
  -> .tsa.vector_ar.var_model.LagOrderResults: select_order
class VARProcess
  -> ndarray: simulate_var ma_rep orth_ma_rep acf acorr forecast mse
  -> .tsa.vector_ar.hypothesis_test_results.ForecastInterval: forecast_interval
  -> dict: to_vecm
class VARResults(.tsa.vector_ar.var_model.VARProcess)
  property ndarray: coefs endog endog_lagged params sigma_u
  property .tsa.vector_ar.var_model.VAR: model
  property list[str]: names
  -> ndarray: sample_acov sample_acorr resid_acov resid_acorr forecast_cov irf_resim
  -> .tsa.vector_ar.hypothesis_test_results.ErrorBand: irf_errband_mc
  -> .tsa.vector_ar.output.VARSummary: summary
  -> .tsa.vector_ar.irf.IRAnalysis: irf
  -> .tsa.vector_ar.var_model.FEVD: fevd
  -> .tsa.vector_ar.var_model.VARResults: reorder
  -> .tsa.vector_ar.hypothesis_test_results.CausalityTestResults: test_causality
  -> dict: test_inst_causality
  -> .tsa.vector_ar.hypothesis_test_results.WhitenessTestResults: test_whiteness
  -> .tsa.vector_ar.hypothesis_test_results.NormalityTestResults: test_normality
  property dict: info_criteria
classes(): FEVD
classes(.tsa.vector_ar.var_model.VARResults): VARResultsWrapper
-> ndarray: forecast forecast_cov ma_rep orth_ma_rep var_acf
-> .tsa.vector_ar.hypothesis_test_results.ForecastInterval: forecast_interval
-> .tsa.vector_ar.hypothesis_test_results.NormalityTestResults: test_normality
`;
