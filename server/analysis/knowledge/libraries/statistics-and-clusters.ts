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
  __getitem__(item) -> .sql.Column ? item:many .sql.DataFrame
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
class stats._distn_infrastructure.rv_continuous_frozen
  pdf(x) -> like(x)
  cdf(x) -> like(x)
  ppf(q) -> like(q)
  rvs(...) -> ndarray
stats.boxcox(x, lmbda, ...) -> tuple[ndarray, float] ? lmbda ndarray
stats.zscore(a, ...) -> like(a)
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
formula.api.ols(formula, data, ...) -> .regression.linear_model.OLS
formula.api.wls(formula, data, ...) -> .regression.linear_model.WLS
formula.api.gls(formula, data, ...) -> .regression.linear_model.GLS
formula.api.logit(formula, data, ...) -> .discrete.discrete_model.Logit
formula.api.probit(formula, data, ...) -> .discrete.discrete_model.Probit
formula.api.poisson(formula, data, ...) -> .discrete.discrete_model.Poisson
formula.api.glm(formula, data, ...) -> .genmod.generalized_linear_model.GLM
formula.api.mixedlm(formula, data, ...) -> .regression.mixed_linear_model.MixedLM
tools.tools.add_constant(data, ...) -> unknown ? data:pandas.DataFrame DataFrame ? data:pandas.Series DataFrame ? data:many ndarray
tsa.stattools.adfuller(x, ...) -> tuple[float, float, int, int, dict, float]
tsa.seasonal.seasonal_decompose(x, ...) -> .tsa.seasonal.DecomposeResult
-> matplotlib.figure.Figure !plot: graphics.tsaplots.plot_acf graphics.tsaplots.plot_pacf graphics.gofplots.qqplot graphics.regressionplots.plot_regress_exog graphics.regressionplots.influence_plot
class tsa.seasonal.DecomposeResult
  property Series: trend seasonal resid observed
  plot(...) -> matplotlib.figure.Figure !plot
class base.model.LikelihoodModelResults
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
  fit(...) -> .tsa.statespace.sarimax.SARIMAXResultsWrapper !fit
class tsa.statespace.sarimax.SARIMAXResultsWrapper(.tsa.statespace.mlemodel.MLEResults)
class tsa.statespace.mlemodel.MLEResults(.base.model.LikelihoodModelResults)
  get_forecast(steps, ...) -> .tsa.statespace.mlemodel.PredictionResultsWrapper
  get_prediction(...) -> .tsa.statespace.mlemodel.PredictionResultsWrapper
class tsa.statespace.mlemodel.PredictionResultsWrapper
  property Series: predicted_mean se_mean
  conf_int(...) -> DataFrame
  summary_frame(...) -> DataFrame
class tsa.holtwinters.ExponentialSmoothing
  fit(...) -> .tsa.holtwinters.HoltWintersResultsWrapper !fit
class tsa.holtwinters.SimpleExpSmoothing
  fit(...) -> .tsa.holtwinters.HoltWintersResultsWrapper !fit
class tsa.holtwinters.Holt
  fit(...) -> .tsa.holtwinters.HoltWintersResultsWrapper !fit
class tsa.holtwinters.HoltWintersResultsWrapper(.base.model.LikelihoodModelResults)
  -> Series !predict: forecast predict
class tsa.arima_model.ARIMA
  fit(...) -> .tsa.arima_model.ARIMAResultsWrapper !fit
class tsa.arima_model.ARIMAResultsWrapper(.base.model.LikelihoodModelResults)
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
