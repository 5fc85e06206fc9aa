/** Read off pyspark ? by scripts/knowledge/api.py. */
export const pyspark = `
module pyspark
class BarrierTaskContext(.TaskContext)
  -> .BarrierTaskContext: from_json
  -> list[str]: allGather
class RDD
  property .SparkContext: context
  -> .RDD: cache persist unpersist map flatMap mapPartitions mapPartitionsWithIndex mapPartitionsWithSplit filter distinct sample union intersection __add__ repartitionAndSortWithinPartitions sortByKey sortBy glom cartesian groupBy pipe keys values reduceByKey join leftOuterJoin rightOuterJoin fullOuterJoin partitionBy combineByKey aggregateByKey foldByKey groupByKey flatMapValues mapValues groupWith cogroup sampleByKey subtractByKey subtract keyBy repartition coalesce zip zipWithIndex zipWithUniqueId withResources
  -> list[.RDD]: randomSplit
  -> list: takeSample collect collectWithJobGroup top takeOrdered take lookup
  -> .statcounter.StatCounter: stats
  -> tuple[unknown, list[int]]: histogram
  -> dict: countByValue collectAsMap reduceByKeyLocally countByKey
  -> str | None: name
  -> bytes | None: toDebugString
  -> .core.rdd.BoundedFloat: sumApprox meanApprox
  -> .RDDBarrier: barrier
  -> .sql.DataFrame: toDF
class RDDBarrier
  -> .RDD: mapPartitions mapPartitionsWithIndex
class SparkConf
  -> str: toDebugString
class SparkContext
  property .serializers.Serializer: serializer
  property .profiler.ProfilerCollector: profiler_collector
  property iterator[str]: PACKAGE_EXTENSIONS
  -> .SparkContext: __enter__
  property str: version applicationId
  property str | None: uiWebUrl
  -> .RDD: emptyRDD range parallelize pickleFile textFile wholeTextFiles binaryFiles binaryRecords sequenceFile newAPIHadoopFile newAPIHadoopRDD hadoopFile hadoopRDD union
  -> .Broadcast: broadcast
  -> .Accumulator: accumulator
  property list[str]: listFiles listArchives
  -> str: sparkUser
  -> .StatusTracker: statusTracker
  -> list: runJob
  property dict: resources
class SparkExecutorInfo
  property str: host
class SparkJobInfo
  property str: status
class SparkStageInfo
  property str: name
class StorageLevel
  property .StorageLevel: NONE DISK_ONLY DISK_ONLY_2 DISK_ONLY_3 MEMORY_ONLY MEMORY_ONLY_2 MEMORY_AND_DISK MEMORY_AND_DISK_2 OFF_HEAP MEMORY_AND_DISK_DESER
class TaskContext
  -> self: from_json
  -> dict: resources
module pyspark.ml
class Estimator
  -> iterator[tuple[int, unknown]]: fitMultiple
class Transformer
  -> .sql.DataFrame: transform
class UnaryTransformer(.ml.Transformer)
  -> .sql.types.DataType: outputDataType
  -> .sql.types.StructType: transformSchema
classes(.ml.Transformer): Model
classes(.ml.Estimator): Pipeline Predictor
classes(.ml.Model): PipelineModel PredictionModel
module pyspark.ml.classification
class ClassificationModel(.ml.PredictionModel)
  -> .ml.linalg.Vector: predictRaw
class DecisionTreeClassificationModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: featureImportances
class FMClassificationModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: linear
  property .ml.linalg.Matrix: factors
  -> .ml.classification.FMClassificationSummary: evaluate
  -> .ml.classification.FMClassificationTrainingSummary: summary
class GBTClassificationModel(.ml.classification._JavaProbabilisticClassificationModel, .ml.classification._GBTClassifierParams)
  property .ml.linalg.Vector: featureImportances
  property list[.ml.regression.DecisionTreeRegressionModel]: trees
  -> list[float]: evaluateEachIteration
class LinearSVCModel(.ml.classification._JavaClassificationModel)
  property .ml.linalg.Vector: coefficients
  -> .ml.classification.LinearSVCTrainingSummary: summary
  -> .ml.classification.LinearSVCSummary: evaluate
class LogisticRegressionModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: coefficients interceptVector
  property .ml.linalg.Matrix: coefficientMatrix
  -> .ml.classification.LogisticRegressionSummary: evaluate
class LogisticRegressionSummary(.ml.classification._ClassificationSummary)
  property str: probabilityCol featuresCol
class MultilayerPerceptronClassificationModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: weights
  -> .ml.classification.MultilayerPerceptronClassificationTrainingSummary: summary
  -> .ml.classification.MultilayerPerceptronClassificationSummary: evaluate
class NaiveBayesModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: pi
  property .ml.linalg.Matrix: theta sigma
class ProbabilisticClassificationModel(.ml.classification.ClassificationModel)
  -> .ml.linalg.Vector: predictProbability
class RandomForestClassificationModel(.ml.classification._JavaProbabilisticClassificationModel)
  property .ml.linalg.Vector: featureImportances
  property list[.ml.classification.DecisionTreeClassificationModel]: trees
  -> .ml.classification.RandomForestClassificationSummary: evaluate
class _BinaryClassificationSummary(.ml.classification._ClassificationSummary)
  property str: scoreCol
  property .sql.DataFrame: roc pr fMeasureByThreshold precisionByThreshold recallByThreshold
class _ClassificationSummary
  property .sql.DataFrame: predictions
  property str: predictionCol labelCol weightCol
  property list[str]: labels
  property list[float]: truePositiveRateByLabel falsePositiveRateByLabel precisionByLabel recallByLabel
  -> list[float]: fMeasureByLabel
class _GBTClassifierParams
  property list[str]: supportedLossTypes
class _JavaClassificationModel(.ml.classification.ClassificationModel, .ml.wrapper.JavaPredictionModel)
  -> .ml.linalg.Vector: predictRaw
class _JavaProbabilisticClassificationModel(.ml.classification.ProbabilisticClassificationModel, .ml.classification._JavaClassificationModel)
  -> .ml.linalg.Vector: predictProbability
class _TrainingSummary
  property list[float]: objectiveHistory
classes(.ml.classification._BinaryClassificationSummary, .ml.classification.LogisticRegressionSummary): BinaryLogisticRegressionSummary
classes(.ml.classification.BinaryLogisticRegressionSummary, .ml.classification.LogisticRegressionTrainingSummary): BinaryLogisticRegressionTrainingSummary
classes(.ml.classification._BinaryClassificationSummary, .ml.classification.RandomForestClassificationSummary): BinaryRandomForestClassificationSummary
classes(.ml.classification.BinaryRandomForestClassificationSummary, .ml.classification.RandomForestClassificationTrainingSummary): BinaryRandomForestClassificationTrainingSummary
classes(.ml.Predictor): Classifier
classes(.ml.classification._JavaProbabilisticClassifier): DecisionTreeClassifier FMClassifier LogisticRegression MultilayerPerceptronClassifier NaiveBayes RandomForestClassifier
classes(.ml.classification._BinaryClassificationSummary): FMClassificationSummary LinearSVCSummary
classes(.ml.classification.FMClassificationSummary, .ml.classification._TrainingSummary): FMClassificationTrainingSummary
classes(.ml.classification._JavaProbabilisticClassifier, .ml.classification._GBTClassifierParams): GBTClassifier
classes(.ml.classification._JavaClassifier): LinearSVC
classes(.ml.classification.LinearSVCSummary, .ml.classification._TrainingSummary): LinearSVCTrainingSummary
classes(.ml.classification.LogisticRegressionSummary, .ml.classification._TrainingSummary): LogisticRegressionTrainingSummary
classes(.ml.classification._ClassificationSummary): MultilayerPerceptronClassificationSummary RandomForestClassificationSummary
classes(.ml.classification.MultilayerPerceptronClassificationSummary, .ml.classification._TrainingSummary): MultilayerPerceptronClassificationTrainingSummary
classes(.ml.Estimator): OneVsRest
classes(.ml.Model): OneVsRestModel
classes(.ml.classification.Classifier): ProbabilisticClassifier
classes(.ml.classification.RandomForestClassificationSummary, .ml.classification._TrainingSummary): RandomForestClassificationTrainingSummary
classes(.ml.classification.Classifier, .ml.wrapper.JavaPredictor): _JavaClassifier
classes(.ml.classification.ProbabilisticClassifier, .ml.classification._JavaClassifier): _JavaProbabilisticClassifier
module pyspark.ml.clustering
class BisectingKMeansModel(.ml.wrapper.JavaModel)
  -> list[ndarray]: clusterCenters
class ClusteringSummary
  property str: predictionCol featuresCol
  property .sql.DataFrame: predictions cluster
  property list[int]: clusterSizes
class DistributedLDAModel(.ml.clustering.LDAModel)
  -> .ml.clustering.LocalLDAModel: toLocal
class GaussianMixtureModel(.ml.wrapper.JavaModel)
  property list[float]: weights
  property list[.ml.stat.MultivariateGaussian]: gaussians
  property .sql.DataFrame: gaussiansDF
  -> .ml.linalg.Vector: predictProbability
class GaussianMixtureSummary(.ml.clustering.ClusteringSummary)
  property str: probabilityCol
  property .sql.DataFrame: probability
class KMeansModel(.ml.wrapper.JavaModel)
  -> list[ndarray]: clusterCenters
class LDAModel(.ml.wrapper.JavaModel)
  -> .ml.linalg.Matrix: topicsMatrix
  -> .sql.DataFrame: describeTopics
  -> .ml.linalg.Vector: estimatedDocConcentration
class PowerIterationClustering
  -> .sql.DataFrame: assignClusters
classes(.ml.wrapper.JavaEstimator): BisectingKMeans GaussianMixture KMeans LDA
classes(.ml.clustering.ClusteringSummary): BisectingKMeansSummary KMeansSummary
classes(.ml.clustering.LDAModel): LocalLDAModel
module pyspark.ml.feature
class CountVectorizerModel(.ml.wrapper.JavaModel)
  -> .ml.feature.CountVectorizerModel: from_vocabulary
  property list[str]: vocabulary
class IDFModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: idf
  property list[int]: docFreq
class ImputerModel(.ml.wrapper.JavaModel)
  property .sql.DataFrame: surrogateDF
class MaxAbsScalerModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: maxAbs
class MinMaxScalerModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: originalMin originalMax
class OneHotEncoderModel(.ml.wrapper.JavaModel)
  property list[int]: categorySizes
class PCAModel(.ml.wrapper.JavaModel)
  property .ml.linalg.DenseMatrix: pc
  property .ml.linalg.DenseVector: explainedVariance
class RobustScalerModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: median range
class StandardScalerModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: std mean
class StringIndexerModel(.ml.wrapper.JavaModel)
  -> .ml.feature.StringIndexerModel: from_labels from_arrays_of_labels
  property list[str]: labels
  property list[list[str]]: labelsArray
class UnivariateFeatureSelectorModel(.ml.wrapper.JavaModel)
  property list[int]: selectedFeatures
class VarianceThresholdSelectorModel(.ml.wrapper.JavaModel)
  property list[int]: selectedFeatures
class VectorIndexerModel(.ml.wrapper.JavaModel)
  property dict: categoryMaps
class Word2VecModel(.ml.wrapper.JavaModel)
  -> .sql.DataFrame: findSynonyms
  -> list[tuple[str, float]]: findSynonymsArray
class _LSHModel(.ml.wrapper.JavaModel)
  -> .sql.DataFrame: approxNearestNeighbors approxSimilarityJoin
class _SelectorModel(.ml.wrapper.JavaModel)
  property list[int]: selectedFeatures
classes(.ml.wrapper.JavaTransformer): Binarizer Bucketizer DCT ElementwiseProduct FeatureHasher HashingTF IndexToString Interaction NGram Normalizer PolynomialExpansion RegexTokenizer SQLTransformer StopWordsRemover Tokenizer VectorAssembler VectorSizeHint VectorSlicer
classes(.ml.feature._LSH): BucketedRandomProjectionLSH MinHashLSH
classes(.ml.feature._LSHModel): BucketedRandomProjectionLSHModel MinHashLSHModel
classes(.ml.feature._Selector): ChiSqSelector
classes(.ml.feature._SelectorModel): ChiSqSelectorModel
classes(.ml.wrapper.JavaEstimator): CountVectorizer IDF Imputer MaxAbsScaler MinMaxScaler OneHotEncoder PCA QuantileDiscretizer RFormula RobustScaler StandardScaler StringIndexer TargetEncoder UnivariateFeatureSelector VarianceThresholdSelector VectorIndexer Word2Vec _LSH _Selector
classes(.ml.wrapper.JavaModel): RFormulaModel TargetEncoderModel
module pyspark.ml.recommendation
class ALSModel(.ml.wrapper.JavaModel)
  property .sql.DataFrame: userFactors itemFactors
  -> .sql.DataFrame: recommendForAllUsers recommendForAllItems recommendForUserSubset recommendForItemSubset
classes(.ml.wrapper.JavaEstimator): ALS
module pyspark.ml.regression
class AFTSurvivalRegressionModel(.ml.regression._JavaRegressionModel)
  property .ml.linalg.Vector: coefficients
  -> .ml.linalg.Vector: predictQuantiles
class DecisionTreeRegressionModel(.ml.regression._JavaRegressionModel)
  property .ml.linalg.Vector: featureImportances
class FMRegressionModel(.ml.regression._JavaRegressionModel)
  property .ml.linalg.Vector: linear
  property .ml.linalg.Matrix: factors
class GBTRegressionModel(.ml.regression._JavaRegressionModel, .ml.regression._GBTRegressorParams)
  property .ml.linalg.Vector: featureImportances
  property list[.ml.regression.DecisionTreeRegressionModel]: trees
  -> list[float]: evaluateEachIteration
class GeneralizedLinearRegressionModel(.ml.regression._JavaRegressionModel)
  property .ml.linalg.Vector: coefficients
  -> .ml.regression.GeneralizedLinearRegressionSummary: evaluate
class GeneralizedLinearRegressionSummary
  property .sql.DataFrame: predictions
  property str: predictionCol
  -> .sql.DataFrame: residuals
class GeneralizedLinearRegressionTrainingSummary(.ml.regression.GeneralizedLinearRegressionSummary)
  property str: solver
  property list[float]: coefficientStandardErrors tValues pValues
class IsotonicRegressionModel(.ml.wrapper.JavaModel)
  property .ml.linalg.Vector: boundaries predictions
class LinearRegressionModel(.ml.regression._JavaRegressionModel)
  property .ml.linalg.Vector: coefficients
  -> .ml.regression.LinearRegressionSummary: evaluate
class LinearRegressionSummary
  property .sql.DataFrame: predictions residuals
  property str: predictionCol labelCol featuresCol
  property list[float]: devianceResiduals coefficientStandardErrors tValues pValues
class LinearRegressionTrainingSummary(.ml.regression.LinearRegressionSummary)
  property list[float]: objectiveHistory
class RandomForestRegressionModel(.ml.regression._JavaRegressionModel)
  property list[.ml.regression.DecisionTreeRegressionModel]: trees
  property .ml.linalg.Vector: featureImportances
class _GBTRegressorParams
  property list[str]: supportedLossTypes
classes(.ml.regression._JavaRegressor): AFTSurvivalRegression DecisionTreeRegressor FMRegressor GeneralizedLinearRegression LinearRegression RandomForestRegressor
classes(.ml.regression._JavaRegressor, .ml.regression._GBTRegressorParams): GBTRegressor
classes(.ml.wrapper.JavaEstimator): IsotonicRegression
classes(.ml.PredictionModel): RegressionModel
classes(.ml.Predictor): Regressor
classes(.ml.regression.RegressionModel, .ml.wrapper.JavaPredictionModel): _JavaRegressionModel
classes(.ml.regression.Regressor, .ml.wrapper.JavaPredictor): _JavaRegressor
module pyspark.ml.tuning
class ParamGridBuilder
  -> .ml.tuning.ParamGridBuilder: addGrid baseOn
  -> list: build
classes(.ml.Estimator): CrossValidator TrainValidationSplit
classes(.ml.Model): CrossValidatorModel TrainValidationSplitModel
module pyspark.ml.wrapper
classes(.ml.Estimator): JavaEstimator
classes(.ml.wrapper.JavaTransformer, .ml.Model): JavaModel
classes(.ml.PredictionModel, .ml.wrapper.JavaModel): JavaPredictionModel
classes(.ml.Predictor, .ml.wrapper.JavaEstimator): JavaPredictor
classes(.ml.Transformer): JavaTransformer
module pyspark.sql
class Catalog
  -> str: currentCatalog currentDatabase
  -> list[.sql.catalog.CatalogMetadata]: listCatalogs
  -> list[.sql.catalog.TablePartition]: listPartitions
  -> list[.sql.catalog.Table]: listViews listTables
  -> list[.sql.catalog.Database]: listDatabases
  -> list[.sql.catalog.Function]: listFunctions
  -> list[.sql.catalog.Column]: listColumns
  -> .sql.DataFrame: createExternalTable createTable
class Column
  -> .sql.Column: __add__ __sub__ __mul__ __truediv__ eqNullSafe __and__ __or__ bitwiseOR bitwiseAND bitwiseXOR withField dropFields __getitem__ contains startswith endswith like rlike ilike substr isin asc asc_nulls_first asc_nulls_last desc desc_nulls_first desc_nulls_last alias name cast try_cast astype between when otherwise over transform outer
class DataFrame
  property .sql.SparkSession: sparkSession
  property .RDD: rdd
  property .sql.DataFrameNaFunctions: na
  property .sql.DataFrameStatFunctions: stat
  -> .RDD | .sql.DataFrame: toJSON
  property .sql.types.StructType: schema
  -> .sql.DataFrame: exceptAll zipWithIndex checkpoint localCheckpoint withWatermark hint limit offset cache persist unpersist coalesce repartition repartitionByRange repartitionById distinct sample sampleBy to alias crossJoin zip join lateralJoin nearestByJoin sortWithinPartitions sort describe summary select selectExpr filter unpivot melt agg observe union unionAll unionByName intersect intersectAll subtract dropDuplicates dropDuplicatesWithinWatermark dropna fillna replace crosstab freqItems withColumns withColumn withColumnRenamed withColumnsRenamed withMetadata drop toDF transform where drop_duplicates mapInPandas mapInArrow transpose
  -> list[.sql.Row]: collect take tail
  -> iterator[.sql.Row]: toLocalIterator
  property .StorageLevel: storageLevel
  -> list[.sql.DataFrame]: randomSplit
  property list[tuple[str, str]]: dtypes
  property list[str]: columns
  -> .sql.Column: metadataColumn colRegex scalar exists
  -> .sql.Row | None | list[.sql.Row]: head
  -> .sql.Row | None: first
  -> .sql.Column | .sql.DataFrame: __getitem__
  -> .sql.GroupedData: groupBy rollup cube groupingSets groupby
  -> list[float] | list[list[float]]: approxQuantile
  -> list[str]: inputFiles
  -> .sql.MergeIntoWriter: mergeInto
  -> .pandas.frame.DataFrame: pandas_api
  -> .sql.table_arg.TableArg: asTable
  property .sql.metrics.ExecutionInfo | None: executionInfo
  property .sql.plot.PySparkPlotAccessor: plot
class DataFrameNaFunctions
  -> .sql.DataFrame: drop fill replace
class DataFrameReader
  -> .sql.DataFrameReader: format schema option options
  -> .sql.DataFrame: json table changes parquet text csv xml orc jdbc
class DataFrameStatFunctions
  -> list[float] | list[list[float]]: approxQuantile
  -> .sql.DataFrame: crosstab freqItems sampleBy
class DataFrameWriter
  -> .sql.DataFrameWriter: mode format option options partitionBy bucketBy sortBy clusterBy
class DataFrameWriterV2
  -> .sql.DataFrameWriterV2: using option options tableProperty partitionedBy clusterBy
class Geography
  -> .sql.Geography: fromWKB
class Geometry
  -> .sql.Geometry: fromWKB
class GroupedData
  -> .sql.DataFrame: agg count mean avg max min sum
  -> .sql.GroupedData: pivot
class MergeIntoWriter
  -> .sql.MergeIntoWriter: withSchemaEvolution
class PandasCogroupedOps
  -> .sql.DataFrame: applyInPandas applyInArrow
class Row
  -> dict: asDict
  -> .sql.Row: __call__
class SQLContext
  -> .sql.SQLContext: newSession
  property .sql.UDFRegistration: udf
  property .sql.UDTFRegistration: udtf
  -> .sql.DataFrame: range createDataFrame createExternalTable sql table tables
  -> list[str]: tableNames
  property .sql.streaming.StreamingQueryManager: streams
class SparkSession
  -> .sql.SparkSession: newSession active __enter__
  property .SparkContext: sparkContext
  property str: version
  property .sql.conf.RuntimeConfig: conf
  property .sql.Catalog: catalog
  property .sql.UDFRegistration: udf
  property .sql.UDTFRegistration: udtf
  property .sql.datasource.DataSourceRegistration: dataSource
  property .sql.profiler.Profile: profile
  -> .sql.DataFrame: range createDataFrame emptyDataFrame sql table
  property .sql.streaming.StreamingQueryManager: streams
  property .sql.tvf.TableValuedFunction: tvf
  property .sql.connect.client.core.SparkConnectClient: client
  -> list[str]: interruptAll interruptTag interruptOperation
class UDTFRegistration
  -> .sql.functions.UserDefinedTableFunction: register
class VariantVal
  -> str: toJson
  -> .sql.VariantVal: parseJson
class Window
  -> .sql.WindowSpec: partitionBy orderBy rowsBetween rangeBetween
class WindowSpec
  -> .sql.WindowSpec: partitionBy orderBy rowsBetween rangeBetween
classes(.sql.SQLContext): HiveContext
module pyspark.sql.functions
class UserDefinedFunction
  property .sql.types.DataType: returnType
  -> .sql.Column: __call__
  -> .sql.functions.UserDefinedFunction: asNondeterministic
class UserDefinedTableFunction
  property .sql.types.StructType | None: returnType
  -> .sql.DataFrame: __call__
  -> .sql.functions.UserDefinedTableFunction: asDeterministic
-> .sql.Column: abs acos acosh add_months aes_decrypt aes_encrypt aggregate any_value approx_count_distinct approx_percentile array array_agg array_append array_compact array_contains array_distinct array_except array_insert array_intersect array_join array_max array_min array_position array_prepend array_remove array_repeat array_size array_sort array_union arrays_overlap arrays_zip asc asc_nulls_first asc_nulls_last ascii asin asinh assert_true atan atan2 atanh avg base64 bin bit_and bit_count bit_get bit_length bit_or bit_xor bitmap_and_agg bitmap_bit_position bitmap_bucket_number bitmap_construct_agg bitmap_count bitmap_or_agg bitwise_not bool_and bool_or bround btrim bucket call_function call_udf cardinality cbrt ceil ceiling char char_length character_length coalesce col collate collation collect_list collect_set collect_union concat concat_ws contains conv convert_timezone corr cos cosh cot count count_distinct count_if count_min_sketch counter_diff covar_pop covar_samp crc32 create_map csc cume_dist curdate current_catalog current_database current_date current_path current_schema current_time current_timestamp current_timezone current_user date_add date_diff date_format date_from_unix_date date_part date_sub date_trunc dateadd datediff datepart day dayname dayofmonth dayofweek dayofyear days decode degrees dense_rank desc desc_nulls_first desc_nulls_last e element_at elt encode endswith equal_null every exists exp explode explode_outer expm1 expr extract factorial filter find_in_set first first_value flatten floor forall format_number format_string from_base32 from_csv from_json from_unixtime from_utc_timestamp from_xml get get_json_object getbit greatest grouping grouping_id hash hex histogram_numeric hll_sketch_agg hll_sketch_estimate hll_union hll_union_agg hmac hour hours hypot ifnull ilike initcap inline inline_outer input_file_block_length input_file_block_start input_file_name instr is_valid_utf8 is_valid_variant is_variant_null isnan isnotnull isnull jaro_winkler_similarity java_method json_array_length json_object_keys json_tuple kll_merge_agg_bigint kll_merge_agg_double kll_merge_agg_float kll_sketch_agg_bigint kll_sketch_agg_double kll_sketch_agg_float kll_sketch_get_n_bigint kll_sketch_get_n_double kll_sketch_get_n_float kll_sketch_get_quantile_bigint kll_sketch_get_quantile_double kll_sketch_get_quantile_float kll_sketch_get_rank_bigint kll_sketch_get_rank_double kll_sketch_get_rank_float kll_sketch_merge_bigint kll_sketch_merge_double kll_sketch_merge_float kll_sketch_to_string_bigint kll_sketch_to_string_double kll_sketch_to_string_float kurtosis lag last last_day last_value lcase lead least left length levenshtein like listagg listagg_distinct lit ln localtimestamp locate log log10 log1p log2 lower lpad ltrim make_date make_dt_interval make_interval make_time make_timestamp make_timestamp_ltz make_timestamp_ntz make_valid_utf8 make_ym_interval map_concat map_contains_key map_entries map_filter map_from_arrays map_from_entries map_keys map_values map_zip_with mask max max_by md5 mean median min min_by minute mode monotonically_increasing_id month monthname months months_between named_struct nanvl negative next_day now nth_value ntile nullif nullifzero nvl nvl2 octet_length overlay parse_json parse_url percent_rank percentile percentile_approx pi pmod posexplode posexplode_outer position positive pow printf product quarter quote radians raise_error rand randn randstr rank reduce reflect regexp regexp_count regexp_extract regexp_extract_all regexp_instr regexp_like regexp_replace regexp_substr regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy repeat replace reverse right rint rlike round row_number rpad rtrim schema_of_csv schema_of_json schema_of_variant schema_of_variant_agg schema_of_xml sec second sentences sequence session_user session_window sha sha1 sha2 shiftleft shiftright shiftrightunsigned shuffle sign signum sin sinh size skewness slice some sort_array soundex spark_partition_id split split_part sqrt st_asbinary st_geogfromwkb st_geomfromwkb st_setsrid st_srid stack startswith std stddev stddev_pop stddev_samp str_to_map string_agg string_agg_distinct struct substr substring substring_index sum sum_distinct tan tanh theta_difference theta_intersection theta_intersection_agg theta_sketch_agg theta_sketch_estimate theta_union theta_union_agg time_bucket time_diff time_from_micros time_from_millis time_from_seconds time_to_micros time_to_millis time_to_seconds time_trunc timestamp_add timestamp_diff timestamp_micros timestamp_millis timestamp_nanos timestamp_seconds to_base32 to_binary to_char to_csv to_date to_json to_number to_time to_timestamp to_timestamp_ltz to_timestamp_ntz to_unix_timestamp to_utc_timestamp to_varchar to_variant_object to_xml transform transform_keys transform_values translate trim trunc try_add try_aes_decrypt try_avg try_divide try_element_at try_make_interval try_make_timestamp try_make_timestamp_ltz try_make_timestamp_ntz try_mod try_multiply try_parse_json try_parse_url try_reflect try_subtract try_sum try_to_binary try_to_date try_to_number try_to_time try_to_timestamp try_url_decode try_validate_utf8 try_variant_array_append try_variant_get try_variant_insert try_variant_set tuple_difference_double tuple_difference_integer tuple_difference_theta_double tuple_difference_theta_integer tuple_intersection_agg_double tuple_intersection_agg_integer tuple_intersection_double tuple_intersection_integer tuple_intersection_theta_double tuple_intersection_theta_integer tuple_sketch_agg_double tuple_sketch_agg_integer tuple_sketch_estimate_double tuple_sketch_estimate_integer tuple_sketch_summary_double tuple_sketch_summary_integer tuple_sketch_theta_double tuple_sketch_theta_integer tuple_union_agg_double tuple_union_agg_integer tuple_union_double tuple_union_integer tuple_union_theta_double tuple_union_theta_integer typeof ucase unbase64 unhex uniform unix_date unix_micros unix_millis unix_nanos unix_seconds unix_timestamp unwrap_udt upper url_decode url_encode user validate_utf8 var_pop var_samp variance variant_array_append variant_delete variant_get variant_insert variant_set variant_strip_nulls vector_avg vector_cosine_similarity vector_inner_product vector_l2_distance vector_norm vector_normalize vector_sum version weekday weekofyear when width_bucket window window_time xpath xpath_boolean xpath_double xpath_float xpath_int xpath_long xpath_number xpath_short xpath_string xxhash64 year years zeroifnull zip_with
-> .sql.DataFrame: broadcast
`;
