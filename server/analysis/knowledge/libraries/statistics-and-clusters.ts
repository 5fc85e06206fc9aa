/** Statistics, distributed frames and the like: what annotations and documentation leave open. */
const models = (module: string, names: string): string =>
  names.split(" ").map((name) => `class ml.${module}.${name}\n  fit(dataset, params) -> .ml.${module}.${name}Model !fit\nclass ml.${module}.${name}Model(.ml.base.Model)`).join("\n");

export const pyspark = `
module pyspark
class ml.base.Transformer
  transform(dataset, params) -> .sql.DataFrame !transform
class ml.base.Model(.ml.base.Transformer)
class ml.Pipeline
  fit(dataset, params) -> .ml.PipelineModel !fit
class ml.PipelineModel(.ml.base.Model)
class ml.tuning.CrossValidator
  fit(dataset, params) -> .ml.tuning.CrossValidatorModel !fit
class ml.tuning.CrossValidatorModel(.ml.base.Model)
${models("classification", "LogisticRegression LinearSVC DecisionTreeClassifier RandomForestClassifier GBTClassifier NaiveBayes MultilayerPerceptronClassifier OneVsRest FMClassifier")}
${models("regression", "LinearRegression DecisionTreeRegressor RandomForestRegressor GBTRegressor GeneralizedLinearRegression IsotonicRegression")}
${models("feature", "StringIndexer OneHotEncoder StandardScaler MinMaxScaler MaxAbsScaler RobustScaler PCA CountVectorizer IDF Word2Vec VectorIndexer Imputer")}
${models("clustering", "KMeans GaussianMixture LDA BisectingKMeans")}
class ml.recommendation.ALS
  fit(dataset, params) -> .ml.recommendation.ALSModel !fit
class ml.recommendation.ALSModel(.ml.base.Model)
class sql.DataFrame
  __getitem__(item) -> unknown ? item:text .sql.Column ? item:number .sql.Column ? item:many .sql.DataFrame ? item:tuple .sql.DataFrame ? item:.sql.Column .sql.DataFrame
  __getattr__(name) -> .sql.Column
  randomSplit(weights, seed: seed) -> list[.sql.DataFrame] !split !random
  -> list[.sql.Row]: collect take head tail
  first() -> .sql.Row
  toPandas() -> DataFrame
  -> .sql.DataFrame: select filter where withColumn withColumnRenamed drop dropna fillna distinct orderBy sort limit join union unionByName agg describe summary sample cache persist repartition
  -> .sql.GroupedData: groupBy groupby rollup cube
  columns: list[str]
  rdd: .RDD
  na: .sql.DataFrameNaFunctions
  write: .sql.DataFrameWriter
class sql.DataFrameNaFunctions
  -> .sql.DataFrame: drop fill replace
class sql.Row
  asDict(...) -> dict
`;

export const polars = `
module polars
col: .Expr
col(name, ...) -> .Expr
-> .Expr: lit when_ all count len sum mean min max first last concat_str struct element
class DataFrame
  __getitem__(key) -> .Series ? key:slice self ? key:many self
  to_pandas(...) -> DataFrame
  to_numpy(...) -> ndarray
  columns: list[str]
  shape: tuple[int, int]
class Series
  to_list() -> list
  to_numpy(...) -> ndarray
  to_pandas(...) -> pandas.Series
`;

export const geopandas = `
module geopandas
read_file(filename: read-path, ...) -> .GeoDataFrame !read
-> .GeoDataFrame: sjoin overlay clip sjoin_nearest read_postgis
points_from_xy(x, y, ...) -> .array.GeometryArray
class array.GeometryArray
class GeoDataFrame(pandas.DataFrame)
  to_crs(...) -> self
  set_crs(...) -> self
  set_geometry(col, ...) -> self
  dissolve(...) -> self
  to_file(filename: write-path, ...) -> None !write
  property .GeoSeries: geometry centroid boundary envelope
  property Series: area length
  -> .GeoSeries: buffer simplify
class GeoSeries(pandas.Series)
  property Series: x y area length
  property .GeoSeries: centroid boundary
`;

export const scipy = `
module scipy
class stats._distn_infrastructure.rv_generic
  -> ndarray: rvs
  -> tuple[float, ...]: fit
class stats.rv_continuous
  pdf(x, ...) -> like(x)
  cdf(x, ...) -> like(x)
  sf(x, ...) -> like(x)
  logpdf(x, ...) -> like(x)
  ppf(q, ...) -> like(q)
  isf(q, ...) -> like(q)
  rvs(...) -> ndarray
class stats.rv_discrete
  pmf(k, ...) -> like(k)
  cdf(k, ...) -> like(k)
  rvs(...) -> ndarray
  ppf(q, ...) -> like(q)
class stats._distn_infrastructure.rv_discrete_frozen
  rvs(...) -> ndarray
class stats._distn_infrastructure.rv_continuous_frozen
  pdf(x) -> like(x)
  cdf(x) -> like(x)
  ppf(q) -> like(q)
  rvs(...) -> ndarray
optimize.curve_fit(f, xdata, ydata, p0, sigma, absolute_sigma, check_finite, bounds, method, jac, *, full_output, ...) -> tuple[ndarray, ndarray] ? full_output=True tuple[ndarray, ndarray, dict, str, int]
special.expit(x) -> like(x)
special.logit(x) -> like(x)
special.gamma(x) -> like(x)
special.gammaln(x) -> like(x)
special.erf(x) -> like(x)
special.erfc(x) -> like(x)
special.erfinv(x) -> like(x)
special.log_softmax(x) -> like(x)
special.softmax(x) -> like(x)
special.inv_boxcox(y, lmbda) -> like(y)
special.boxcox(x, lmbda) -> like(x)
special.boxcox1p(x, lmbda) -> like(x)
special.inv_boxcox1p(y, lmbda) -> like(y)
stats.boxcox(x, lmbda, ...) -> tuple[ndarray, float] ? lmbda ndarray
stats.zscore(a, ...) -> ndarray
stats.skew(a, axis, ...) -> unknown ? a:pandas.Series numpy.float64
stats.kurtosis(a, axis, ...) -> unknown ? a:pandas.Series numpy.float64
stats.sem(a, axis, ...) -> unknown ? a:pandas.Series numpy.float64
stats.gmean(a, axis, ...) -> unknown ? a:pandas.Series numpy.float64
stats.hmean(a, axis, ...) -> unknown ? a:pandas.Series numpy.float64
stats.iqr(x, axis, ...) -> unknown ? x:pandas.Series numpy.float64
stats.chi2_contingency(observed, ...) -> tuple[numpy.float64, numpy.float64, int, ndarray]
stats.mode(a, ...) -> unknown
stats.probplot(x, ...) -> tuple[tuple[ndarray, ndarray], tuple[float, float, float]]
class sparse.csr_matrix
  -> ndarray: toarray
  -> numpy.matrix: todense
  -> .sparse.csr_matrix: tocsr transpose copy multiply
  -> .sparse.csc_matrix: tocsc
  -> .sparse.coo_matrix: tocoo
  T: .sparse.csr_matrix
  shape: tuple[int, int]
  __getitem__(i, j) -> .sparse.csr_matrix
-> .sparse.csr_matrix: sparse.hstack sparse.vstack
`;

export const statsmodels = `
module statsmodels
api.load(fname: read-path) !read !deserialize
iolib.smpickle.load_pickle(fname: read-path) !read !deserialize
formula.api.ols(formula, data, ...) -> .regression.linear_model.OLS
formula.api.wls(formula, data, ...) -> .regression.linear_model.WLS
formula.api.gls(formula, data, ...) -> .regression.linear_model.GLS
formula.api.logit(formula, data, ...) -> .discrete.discrete_model.Logit
formula.api.probit(formula, data, ...) -> .discrete.discrete_model.Probit
formula.api.poisson(formula, data, ...) -> .discrete.discrete_model.Poisson
formula.api.glm(formula, data, ...) -> .genmod.generalized_linear_model.GLM
formula.api.mixedlm(formula, data, ...) -> .regression.mixed_linear_model.MixedLM
tools.tools.add_constant(data, ...) -> unknown ? data:pandas.DataFrame DataFrame ? data:pandas.Series DataFrame ? data:many ndarray
tsa.stattools.acf(x, ..., qstat, alpha) -> ndarray ? alpha=None&qstat~False ndarray ? alpha tuple ? qstat~False ndarray ? qstat tuple
tsa.stattools.pacf(x, ..., alpha) -> ndarray ? alpha~None ndarray ? alpha tuple[ndarray, ndarray]
tsa.stattools.adfuller(x, ...) -> tuple[float, float, int, int, dict, float]
tsa.seasonal.seasonal_decompose(x, ...) -> .tsa.seasonal.DecomposeResult
-> matplotlib.figure.Figure !plot: graphics.tsaplots.plot_acf graphics.tsaplots.plot_pacf graphics.gofplots.qqplot graphics.regressionplots.plot_regress_exog graphics.regressionplots.influence_plot
regression.linear_model.OLS(endog, exog, ...) -> .regression.linear_model.OLS ? endog:numpy.ndarray&exog:numpy.ndarray .regression.linear_model.ArrayOLS
class regression.linear_model.ArrayOLS(.regression.linear_model.OLS) hidden
  fit(...) -> .regression.linear_model.ArrayResults !fit
regression.linear_model.WLS(endog, exog, ...) -> .regression.linear_model.WLS ? endog:numpy.ndarray&exog:numpy.ndarray .regression.linear_model.ArrayWLS
class regression.linear_model.ArrayWLS(.regression.linear_model.WLS) hidden
  fit(...) -> .regression.linear_model.ArrayResults !fit
regression.linear_model.GLS(endog, exog, ...) -> .regression.linear_model.GLS ? endog:numpy.ndarray&exog:numpy.ndarray .regression.linear_model.ArrayGLS
class regression.linear_model.ArrayGLS(.regression.linear_model.GLS) hidden
  fit(...) -> .regression.linear_model.ArrayResults !fit
class regression.linear_model.ArrayResults(.regression.linear_model.RegressionResultsWrapper) hidden
  property ndarray: params pvalues resid fittedvalues bse tvalues
  -> ndarray: conf_int
  -> ndarray !predict: predict
class tsa.seasonal.DecomposeResult
  property Series: trend seasonal resid observed
  plot(...) -> matplotlib.figure.Figure !plot
class base.model.LikelihoodModelResults
  save(fname: write-path, ...) -> None !write
  predict(exog, ...) -> Series ? exog:numpy.ndarray ndarray ? exog:many Series !predict
  forecast(steps, ...) -> Series !predict
  property Series: params pvalues resid fittedvalues bse tvalues
  property float: rsquared rsquared_adj aic bic llf fvalue f_pvalue
  summary(...) -> .iolib.summary.Summary
  summary2(...) -> .iolib.summary2.Summary
  conf_int(...) -> DataFrame
  -> matplotlib.figure.Figure !plot: plot_diagnostics plot_predict plot_forecast
class iolib.summary.Summary
  tables: list[.iolib.table.SimpleTable]
  -> str: as_text as_html as_latex as_csv
class iolib.summary2.Summary(.iolib.summary.Summary)
class iolib.table.SimpleTable
class tsa.arima.model.ARIMA
  fit(...) -> .tsa.arima.model.ARIMAResultsWrapper !fit
class tsa.arima.model.ARIMAResultsWrapper(.tsa.arima.model.ARIMAResults)
class tsa.arima.model.ARIMAResults(.tsa.statespace.mlemodel.MLEResults)
class tsa.statespace.sarimax.SARIMAX
  -> .tsa.statespace.sarimax.SARIMAXResultsWrapper !fit: fit smooth filter
class tsa.statespace.sarimax.SARIMAXResultsWrapper(.tsa.statespace.mlemodel.MLEResults)
class tsa.statespace.mlemodel.MLEResults(.base.model.LikelihoodModelResults)
  -> self: append extend apply
  summary(...) -> .iolib.summary.Summary
  get_forecast(steps, ...) -> .tsa.statespace.mlemodel.PredictionResultsWrapper
  get_prediction(...) -> .tsa.statespace.mlemodel.PredictionResultsWrapper
class tsa.statespace.mlemodel.PredictionResultsWrapper
  property Series: predicted_mean se_mean
  conf_int(...) -> DataFrame
  summary_frame(...) -> DataFrame
class tsa.holtwinters.ExponentialSmoothing
  fit(...) -> .tsa.holtwinters.results.HoltWintersResultsWrapper !fit
class tsa.holtwinters.SimpleExpSmoothing
  fit(...) -> .tsa.holtwinters.results.HoltWintersResultsWrapper !fit
class tsa.holtwinters.Holt
  fit(...) -> .tsa.holtwinters.results.HoltWintersResultsWrapper !fit
class tsa.holtwinters.results.HoltWintersResultsWrapper(.base.model.LikelihoodModelResults)
  -> Series !predict: forecast predict
class tsa.arima_model.ARIMA
  fit(...) -> .tsa.arima_model.ARIMAResultsWrapper !fit
class tsa.arima_model.ARIMAResultsWrapper(.base.model.LikelihoodModelResults)
  forecast(steps, ...) -> tuple[ndarray, ndarray, ndarray]
class datasets.utils.Dataset
  data: DataFrame
  names: list[str]
class datasets.utils.ModelDataset(.datasets.utils.Dataset) hidden
  endog: Series
  exog: DataFrame
class datasets.utils.SeriesDataset(.datasets.utils.Dataset) hidden
  endog: Series
class datasets.utils.PairDataset(.datasets.utils.Dataset) hidden
  property Series: endog exog
class datasets.utils.FramesDataset(.datasets.utils.Dataset) hidden
  property DataFrame: endog exog
-> .datasets.utils.Dataset: datasets.china_smoking.load_pandas datasets.china_smoking.load datasets.co2.load_pandas datasets.co2.load datasets.danish_data.load_pandas datasets.danish_data.load datasets.elec_equip.load_pandas datasets.elec_equip.load datasets.elnino.load_pandas datasets.elnino.load datasets.fertility.load_pandas datasets.fertility.load datasets.interest_inflation.load_pandas datasets.interest_inflation.load datasets.macrodata.load_pandas datasets.macrodata.load
-> .datasets.utils.ModelDataset: datasets.anes96.load_pandas datasets.anes96.load datasets.cancer.load_pandas datasets.cancer.load datasets.ccard.load_pandas datasets.ccard.load datasets.committee.load_pandas datasets.committee.load datasets.copper.load_pandas datasets.copper.load datasets.cpunish.load_pandas datasets.cpunish.load datasets.engel.load_pandas datasets.engel.load datasets.fair.load_pandas datasets.fair.load datasets.grunfeld.load_pandas datasets.grunfeld.load datasets.longley.load_pandas datasets.longley.load datasets.modechoice.load_pandas datasets.modechoice.load datasets.randhie.load_pandas datasets.randhie.load datasets.scotland.load_pandas datasets.scotland.load datasets.spector.load_pandas datasets.spector.load datasets.stackloss.load_pandas datasets.stackloss.load datasets.statecrime.load_pandas datasets.statecrime.load datasets.strikes.load_pandas datasets.strikes.load
-> .datasets.utils.SeriesDataset: datasets.nile.load_pandas datasets.nile.load datasets.sunspots.load_pandas datasets.sunspots.load
-> .datasets.utils.PairDataset: datasets.heart.load_pandas datasets.heart.load
-> .datasets.utils.FramesDataset: datasets.star98.load_pandas datasets.star98.load
datasets.get_rdataset(dataname, package, cache) -> .datasets.utils.Dataset !read !network
class genmod.generalized_linear_model.GLM
  fit(...) -> .genmod.generalized_linear_model.GLMResultsWrapper !fit
class genmod.generalized_estimating_equations.GEE
  fit(...) -> .genmod.generalized_estimating_equations.GEEResultsWrapper !fit
class regression.recursive_ls.RecursiveLS
  fit(...) -> .regression.recursive_ls.RecursiveLSResultsWrapper !fit
class tsa.statespace.structural.UnobservedComponents
  -> .tsa.statespace.structural.UnobservedComponentsResultsWrapper !fit: fit smooth filter
class tsa.statespace.structural.UnobservedComponentsResultsWrapper
  plot_components(...) -> matplotlib.figure.Figure !plot
class tsa.statespace.dynamic_factor.DynamicFactor
  -> .tsa.statespace.dynamic_factor.DynamicFactorResultsWrapper !fit: fit smooth filter
class tsa.exponential_smoothing.ets.ETSModel
  -> .tsa.exponential_smoothing.ets.ETSResultsWrapper !fit: fit smooth
classes(.base.model.LikelihoodModelResults): genmod.generalized_estimating_equations.GEEResultsWrapper discrete.truncated_model.HurdleCountResultsWrapper
classes(.tsa.statespace.mlemodel.MLEResults): regression.recursive_ls.RecursiveLSResultsWrapper tsa.statespace.structural.UnobservedComponentsResultsWrapper tsa.statespace.dynamic_factor.DynamicFactorResultsWrapper
class tsa.exponential_smoothing.ets.ETSResultsWrapper
  summary() -> .iolib.summary.Summary
  -> Series !predict: forecast predict
  get_prediction(...) -> .tsa.exponential_smoothing.ets.PredictionResultsWrapper
  fittedvalues: Series
class tsa.exponential_smoothing.ets.PredictionResultsWrapper
  summary_frame(...) -> DataFrame
class tsa.seasonal.STL
  fit(...) -> .tsa.seasonal.DecomposeResult !fit
class tsa.seasonal.MSTL
  fit(...) -> .tsa.seasonal.MultipleDecomposeResult !fit
class tsa.seasonal.MultipleDecomposeResult(.tsa.seasonal.DecomposeResult) hidden
  seasonal: DataFrame
class discrete.truncated_model.HurdleCountModel
  fit(...) -> .discrete.truncated_model.HurdleCountResultsWrapper !fit
stats.meta_analysis.combine_effects(effect, variance, ...) -> .stats.meta_analysis.CombineResults
class stats.meta_analysis.CombineResults
  summary_frame(...) -> DataFrame
  plot_forest(...) -> matplotlib.figure.Figure !plot
stats.nonparametric.rank_compare_2indep(x1, x2, use_t) -> .stats.nonparametric.RankCompareResult
class stats.nonparametric.RankCompareResult
  summary(...) -> .iolib.table.SimpleTable
class regression.linear_model.RegressionResults
  get_prediction(...) -> .regression._prediction.PredictionResults
class regression._prediction.PredictionResults
  summary_frame(...) -> DataFrame
  conf_int(...) -> ndarray
  property ndarray: predicted_mean se_mean
class discrete.discrete_model.CountResults
  get_prediction(...) -> .base._prediction_inference.PredictionResultsMonotonic
class base._prediction_inference.PredictionResultsMonotonic(.base._prediction_inference.PredictionResultsBase)
  summary_frame(...) -> DataFrame
class discrete.discrete_model.BinaryResults
  get_margeff(...) -> .discrete.discrete_margins.DiscreteMargins
class discrete.discrete_margins.DiscreteMargins
  summary(...) -> .iolib.summary.Summary
  summary_frame(...) -> DataFrame
regression.linear_model.OLS.from_formula(formula, data, ...) -> .regression.linear_model.OLS
regression.linear_model.WLS.from_formula(formula, data, ...) -> .regression.linear_model.WLS
regression.linear_model.GLS.from_formula(formula, data, ...) -> .regression.linear_model.GLS
genmod.generalized_linear_model.GLM.from_formula(formula, data, ...) -> .genmod.generalized_linear_model.GLM
genmod.generalized_estimating_equations.GEE.from_formula(formula, data, ...) -> .genmod.generalized_estimating_equations.GEE
discrete.discrete_model.Logit.from_formula(formula, data, ...) -> .discrete.discrete_model.Logit
discrete.discrete_model.Probit.from_formula(formula, data, ...) -> .discrete.discrete_model.Probit
discrete.discrete_model.MNLogit.from_formula(formula, data, ...) -> .discrete.discrete_model.MNLogit
discrete.discrete_model.Poisson.from_formula(formula, data, ...) -> .discrete.discrete_model.Poisson
robust.robust_linear_model.RLM.from_formula(formula, data, ...) -> .robust.robust_linear_model.RLM
regression.quantile_regression.QuantReg.from_formula(formula, data, ...) -> .regression.quantile_regression.QuantReg
duration.hazard_regression.PHReg.from_formula(formula, data, ...) -> .duration.hazard_regression.PHReg
multivariate.manova.MANOVA.from_formula(formula, data, ...) -> .multivariate.manova.MANOVA
multivariate.multivariate_ols.MultivariateLS.from_formula(formula, data, ...) -> .multivariate.multivariate_ols.MultivariateLS
regression.recursive_ls.RecursiveLS.from_formula(formula, data, ...) -> .regression.recursive_ls.RecursiveLS
regression.linear_model.GLSAR.from_formula(formula, data, ...) -> .regression.linear_model.GLSAR
discrete.discrete_model.NegativeBinomial.from_formula(formula, data, ...) -> .discrete.discrete_model.NegativeBinomial
formula.api.rlm(formula, data, ...) -> .robust.robust_linear_model.RLM
formula.api.quantreg(formula, data, ...) -> .regression.quantile_regression.QuantReg
formula.api.mnlogit(formula, data, ...) -> .discrete.discrete_model.MNLogit
formula.api.negativebinomial(formula, data, ...) -> .discrete.discrete_model.NegativeBinomial
formula.api.gee(formula, groups, data, ...) -> .genmod.generalized_estimating_equations.GEE
formula.api.phreg(formula, data, ...) -> .duration.hazard_regression.PHReg
class regression.quantile_regression.QuantReg
  fit(...) -> .regression.linear_model.RegressionResultsWrapper !fit
class multivariate.multivariate_ols.MultivariateLS
  fit(...) -> .multivariate.multivariate_ols.MultivariateLSResultsWrapper !fit
class multivariate.multivariate_ols.MultivariateLSResultsWrapper
  mv_test(...) -> .multivariate.multivariate_ols.MultivariateTestResults
  summary(...) -> .iolib.summary.Summary
class multivariate.multivariate_ols.MultivariateTestResults
  summary(...) -> .iolib.summary2.Summary
class multivariate.manova.MANOVA
  mv_test(...) -> .multivariate.multivariate_ols.MultivariateTestResults
class tsa.ardl.model.ARDL
  fit(...) -> .tsa.ardl.model.ARDLResultsWrapper !fit
tsa.ardl.model.UECM.from_ardl(ardl, ...) -> .tsa.ardl.model.UECM
class tsa.ardl.model.UECM
  fit(...) -> .tsa.ardl.model.UECMResultsWrapper !fit
class tsa.ardl.model.ARDLResultsWrapper
  summary(...) -> .iolib.summary.Summary
  -> Series !predict: forecast predict
  -> matplotlib.figure.Figure !plot: plot_predict plot_diagnostics
class tsa.ardl.model.UECMResultsWrapper(.tsa.ardl.model.ARDLResultsWrapper)
  ci_resids: Series
  ci_summary(...) -> .iolib.summary.Summary
  bounds_test(...) -> .tsa.ardl.model.BoundsTestResult
class tsa.ardl.model.BoundsTestResult
tsa.ardl.model.ardl_select_order(endog, maxlag, exog, maxorder, ...) -> .tsa.ardl.model.ARDLOrderSelectionResults
class tsa.ardl.model.ARDLOrderSelectionResults
  model: .tsa.ardl.model.ARDL
  property Series: aic bic hqic
tsa.ar_model.ar_select_order(endog, maxlag, ...) -> .tsa.ar_model.AROrderSelectionResults
class tsa.ar_model.AROrderSelectionResults
  model: .tsa.ar_model.AutoReg
class tsa.statespace.mlemodel.MLEModel
  -> .tsa.statespace.mlemodel.MLEResultsWrapper !fit: fit smooth filter
class tsa.vector_ar.local_proj.LocalProjections
  fit(...) -> .tsa.vector_ar.local_proj.LocalProjectionsResults !fit
class tsa.vector_ar.local_proj.LocalProjectionsResults
  plot_irfs(...) -> matplotlib.figure.Figure !plot
stats.nonparametric.rank_compare_2ordinal(count1, count2, ...) -> .stats.nonparametric.RankCompareResult
class stats.outliers_influence.MLEInfluence
  summary_frame(...) -> DataFrame
class stats.outliers_influence.OLSInfluence
  summary_frame(...) -> DataFrame
class stats.contrast.ContrastResults
  summary_frame(...) -> DataFrame
-> matplotlib.figure.Figure !plot: graphics.tsaplots.seasonal_diagnostic_plot graphics.tsaplots.month_plot graphics.tsaplots.quarter_plot
class regression.mixed_linear_model.MixedLM
  from_formula(formula, data, ...) -> .regression.mixed_linear_model.MixedLM
  fit(...) -> .regression.mixed_linear_model.MixedLMResultsWrapper !fit
class discrete.discrete_model.PoissonResults
  get_distribution(...) -> scipy.stats._distn_infrastructure.rv_discrete_frozen
class regression.linear_model.OLSResults
  get_influence() -> .stats.outliers_influence.OLSInfluence
class tsa.forecasting.stl.STLForecast
  fit(...) -> .tsa.forecasting.stl.STLForecastResults !fit
class tsa.forecasting.stl.STLForecastResults
  forecast(steps, ...) -> Series !predict
  summary() -> .iolib.summary.Summary
class treatment.treatment_effects.TreatmentEffect
  ipw(return_results, effect_group, disp) -> .treatment.treatment_effects.TreatmentEffectResults ? return_results=False unknown
  ra(return_results, effect_group) -> .treatment.treatment_effects.TreatmentEffectResults ? return_results=False unknown
  ipw_ra(return_results, effect_group, disp) -> .treatment.treatment_effects.TreatmentEffectResults ? return_results=False unknown
  aipw(return_results, disp) -> .treatment.treatment_effects.TreatmentEffectResults ? return_results=False unknown
  aipw_wls(return_results, disp) -> .treatment.treatment_effects.TreatmentEffectResults ? return_results=False unknown
class treatment.treatment_effects.TreatmentEffectResults(.stats.contrast.ContrastResults)
tsa.filters.bk_filter.bkfilter(x, ...) -> like(x)
tsa.filters.cf_filter.cffilter(x, ...) -> tuple[like(x), like(x)]
tsa.filters.hp_filter.hpfilter(x, ...) -> tuple[like(x), like(x)]
tsa.filters.hamilton_filter.hamilton_filter(x, ...) -> tuple[like(x), like(x)]
graphics.utils.annotate_axes(index, labels, points, offset_points, size, ax, ...) -> matplotlib.axes.Axes
-> matplotlib.figure.Figure !plot: graphics.regressionplots.abline_plot graphics.regressionplots.plot_leverage_resid2 graphics.regressionplots.plot_partregress_grid graphics.regressionplots.plot_ccpr_grid
alias tsa.api.filters = .tsa.filters.api
alias tsa.filters.api.bkfilter = .tsa.filters.bk_filter.bkfilter
alias tsa.filters.api.cffilter = .tsa.filters.cf_filter.cffilter
alias tsa.filters.api.hamilton_filter = .tsa.filters.hamilton_filter.hamilton_filter
alias tsa.filters.api.hpfilter = .tsa.filters.hp_filter.hpfilter
alias tsa.api.ARDL = .tsa.ardl.model.ARDL
alias tsa.api.UECM = .tsa.ardl.model.UECM
alias tsa.api.ardl_select_order = .tsa.ardl.model.ardl_select_order
alias tsa.ardl.ARDL = .tsa.ardl.model.ARDL
alias tsa.ardl.UECM = .tsa.ardl.model.UECM
alias tsa.ardl.ardl_select_order = .tsa.ardl.model.ardl_select_order
alias tsa.api.LocalProjections = .tsa.vector_ar.local_proj.LocalProjections
alias api.MultivariateLS = .multivariate.multivariate_ols.MultivariateLS
alias api.MANOVA = .multivariate.manova.MANOVA
alias api.tsa = .tsa.api
alias tsa.api.arima = .tsa.arima.api
alias tsa.api.statespace = .tsa.statespace.api
alias tsa.api.graphics = .graphics.tsaplots
alias tsa.api.STL = .tsa.seasonal.STL
alias tsa.api.MSTL = .tsa.seasonal.MSTL
alias tsa.api.ETSModel = .tsa.exponential_smoothing.ets.ETSModel
alias tsa.api.UnobservedComponents = .tsa.statespace.structural.UnobservedComponents
alias tsa.api.DynamicFactor = .tsa.statespace.dynamic_factor.DynamicFactor
alias tsa.statespace.api.UnobservedComponents = .tsa.statespace.structural.UnobservedComponents
alias tsa.statespace.api.DynamicFactor = .tsa.statespace.dynamic_factor.DynamicFactor
alias api.RecursiveLS = .regression.recursive_ls.RecursiveLS
alias api.GEE = .genmod.generalized_estimating_equations.GEE
alias api.HurdleCountModel = .discrete.truncated_model.HurdleCountModel
alias api.QuantReg = .regression.quantile_regression.QuantReg
alias api.datasets = .datasets
alias api.families = .genmod.families
alias api.formula = .formula.api
alias api.graphics = .graphics.api
alias api.stats = .stats.api
alias graphics.api.tsa = .graphics.tsaplots
alias api.add_constant = .tools.tools.add_constant
alias tools.add_constant = .tools.tools.add_constant
`;

export const optuna = `
module optuna
class Study
  optimize(func, n_trials, ...) -> None !calls func(.trial.Trial)
  trials_dataframe(...) -> DataFrame
  best_params: dict
`;

/** Forecasts; the package was called fbprophet before its version 1. */
export const prophet = `
module prophet
class Prophet
  fit(df, ...) -> self !fit
  -> self: add_seasonality add_regressor add_country_holidays
  predict(df, ...) -> DataFrame !predict
  -> DataFrame: make_future_dataframe setup_dataframe predictive_samples
  -> matplotlib.figure.Figure !plot: plot plot_components
  history: DataFrame
  changepoints: Series
  params: dict
-> DataFrame: diagnostics.cross_validation diagnostics.performance_metrics
-> matplotlib.figure.Figure !plot: plot.plot plot.plot_components plot.plot_cross_validation_metric plot.plot_yearly plot.plot_weekly
-> plotly.graph_objects.Figure !plot: plot.plot_plotly plot.plot_components_plotly
-> str: serialize.model_to_json
serialize.model_from_json(model_json) -> .Prophet
alias forecaster.Prophet = .Prophet
`;

export const fbprophet = prophet.replace("module prophet", "module fbprophet");

export const pandas_datareader = `
module pandas_datareader
-> DataFrame !read !network: DataReader data.DataReader data.get_data_yahoo get_data_yahoo data.get_data_fred get_data_fred data.get_data_google get_data_google wb.download wb.search wb.get_indicators
`;
