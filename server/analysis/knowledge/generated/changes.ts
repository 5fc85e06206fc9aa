/** Read off the sources of pandas 0.25 to 3.0, sklearn 0.20 to 1.8, numpy 1.16 to 2.4 by scripts/knowledge/changes.py. */
export const changes = `
numpy.DataSource removed 2.0
numpy.Inf removed 2.0 use numpy.inf
numpy.Infinity removed 2.0 use numpy.inf
numpy.NINF removed 2.0
numpy.NZERO removed 2.0
numpy.NaN removed 2.0 use numpy.nan
numpy.PINF removed 2.0 use numpy.inf
numpy.PZERO removed 2.0
numpy.add_docstring removed 2.0
numpy.add_newdoc removed 2.0
numpy.add_newdoc_ufunc removed 2.0
numpy.alltrue deprecated 1.25 removed 2.0 use numpy.all
numpy.asfarray removed 2.0
numpy.byte_bounds removed 2.0
numpy.cast removed 2.0
numpy.cfloat removed 2.0 use numpy.complex128
numpy.clongfloat removed 2.0 use numpy.clongdouble
numpy.compare_chararrays removed 2.0
numpy.complex deprecated 1.20 removed 1.24 use builtins.complex
numpy.complex_ removed 2.0 use numpy.complex128
numpy.cumproduct deprecated 1.25 removed 2.0 use numpy.cumprod
numpy.deprecate removed 2.0
numpy.deprecate_with_doc removed 2.0
numpy.fastCopyAndTranspose removed 2.0
numpy.find_common_type deprecated 1.25 removed 2.0
numpy.float deprecated 1.20 removed 1.24 use builtins.float
numpy.float_ removed 2.0 use numpy.float64
numpy.format_parser removed 2.0
numpy.get_array_wrap removed 2.0
numpy.geterrobj removed 2.0
numpy.in1d deprecated 2.0 use numpy.isin
numpy.infty removed 2.0 use numpy.inf
numpy.int deprecated 1.20 removed 1.24 use builtins.int
numpy.issctype removed 2.0
numpy.issubclass_ removed 2.0
numpy.issubsctype removed 2.0 use numpy.issubdtype
numpy.longcomplex removed 2.0 use numpy.clongdouble
numpy.longfloat removed 2.0 use numpy.longdouble
numpy.lookfor removed 2.0
numpy.mat removed 2.0 use numpy.asmatrix
numpy.maximum_sctype removed 2.0
numpy.msort deprecated 1.25 removed 2.0 use numpy.sort
numpy.nbytes removed 2.0
numpy.obj2sctype removed 2.0
numpy.object deprecated 1.20 removed 1.24 use builtins.object
numpy.product deprecated 1.25 removed 2.0 use numpy.prod
numpy.recfromcsv removed 2.0
numpy.recfromtxt removed 2.0 use numpy.genfromtxt
numpy.round_ deprecated 1.25 removed 2.0 use numpy.round
numpy.row_stack deprecated 2.0 use numpy.vstack
numpy.safe_eval removed 2.0
numpy.sctype2char removed 2.0
numpy.sctypes removed 2.0
numpy.set_numeric_ops removed 2.0
numpy.set_string_function removed 2.0 use numpy.set_printoptions
numpy.seterrobj removed 2.0
numpy.singlecomplex removed 2.0 use numpy.complex64
numpy.sometrue deprecated 1.25 removed 2.0 use numpy.any
numpy.source removed 2.0
numpy.str deprecated 1.20 removed 1.24 use builtins.str
numpy.string_ removed 2.0 use numpy.bytes_
numpy.tracemalloc_domain removed 2.0
numpy.trapz deprecated 2.0 use numpy.trapezoid
numpy.unicode_ removed 2.0 use numpy.str_
numpy.who removed 2.0
pandas.Categorical.base removed 1.0
pandas.Categorical.get_values deprecated 0.25 removed 1.0
pandas.Categorical.is_dtype_equal removed 2.0
pandas.Categorical.itemsize removed 1.5
pandas.Categorical.mode removed 2.0
pandas.Categorical.put removed 1.1
pandas.Categorical.putmask removed 1.4
pandas.Categorical.replace removed 2.0
pandas.Categorical.take_nd removed 2.0
pandas.Categorical.to_dense removed 2.0
pandas.Categorical.to_list removed 3.0
pandas.Categorical.where removed 1.4
pandas.DataFrame.append deprecated 1.4 removed 2.0 use pandas.concat
pandas.DataFrame.applymap deprecated 2.1 removed 3.0 use pandas.DataFrame.map
pandas.DataFrame.as_blocks deprecated 0.21 removed 1.0
pandas.DataFrame.as_matrix deprecated 0.23 removed 1.0 use pandas.DataFrame.values
pandas.DataFrame.backfill deprecated 2.0 removed 3.0 use pandas.DataFrame.bfill
pandas.DataFrame.blocks deprecated 0.21 removed 1.0
pandas.DataFrame.bool deprecated 2.1 removed 3.0 use pandas.Series.item
pandas.DataFrame.clip_lower deprecated 0.24 removed 1.0 use pandas.DataFrame.clip
pandas.DataFrame.clip_upper deprecated 0.24 removed 1.0 use pandas.DataFrame.clip
pandas.DataFrame.first deprecated 2.1 removed 3.0
pandas.DataFrame.from_items deprecated 0.23 removed 1.0 use pandas.DataFrame.from_dict
pandas.DataFrame.ftypes deprecated 0.25 removed 1.0 use pandas.DataFrame.dtypes
pandas.DataFrame.get_dtype_counts deprecated 0.25 removed 1.0
pandas.DataFrame.get_ftype_counts deprecated 0.23 removed 1.0
pandas.DataFrame.get_value deprecated 0.21 removed 1.0 use pandas.DataFrame.at
pandas.DataFrame.get_values deprecated 0.25 removed 1.0 use numpy.asarray
pandas.DataFrame.is_copy removed 1.0
pandas.DataFrame.iteritems removed 2.0
pandas.DataFrame.last deprecated 2.1 removed 3.0
pandas.DataFrame.lookup deprecated 1.2 removed 2.0 use pandas.DataFrame.melt
pandas.DataFrame.mad deprecated 1.5 removed 2.0 use pandas.DataFrame.groupby
pandas.DataFrame.pad deprecated 2.0 removed 3.0 use pandas.DataFrame.ffill
pandas.DataFrame.set_value deprecated 0.21 removed 1.0 use pandas.DataFrame.at
pandas.DataFrame.slice_shift deprecated 1.2 removed 2.0 use pandas.DataFrame
pandas.DataFrame.swapaxes deprecated 2.1 removed 3.0 use pandas.DataFrame.transpose
pandas.DataFrame.to_dense deprecated 0.25 removed 1.0
pandas.DataFrame.to_gbq deprecated 2.2 removed 3.0
pandas.DataFrame.to_msgpack deprecated 0.25 removed 1.0
pandas.DataFrame.to_sparse deprecated 0.25 removed 1.0
pandas.DataFrame.tshift deprecated 1.1 removed 2.0 use pandas.DataFrame.shift
pandas.DatetimeIndex.asobject deprecated 0.23 removed 1.0 use pandas.DatetimeIndex.astype
pandas.DatetimeIndex.get_value_maybe_box removed 1.1
pandas.DatetimeIndex.offset removed 1.0
pandas.DatetimeIndex.to_perioddelta removed 2.0
pandas.DatetimeIndex.union_many removed 2.0
pandas.ExcelWriter.cur_sheet deprecated 1.5 removed 2.0
pandas.ExcelWriter.curr_sheet removed 1.3
pandas.ExcelWriter.handles deprecated 1.5 removed 2.0
pandas.ExcelWriter.path deprecated 1.5 removed 2.0
pandas.ExcelWriter.save deprecated 1.5 removed 2.0
pandas.ExcelWriter.write_cells deprecated 1.5 removed 2.0
pandas.Float64Index deprecated 1.4 removed 2.0
pandas.Index.asi8 removed 2.0
pandas.Index.base deprecated 0.23 removed 1.0
pandas.Index.contains deprecated 0.25 removed 1.0
pandas.Index.data deprecated 0.23 removed 1.0
pandas.Index.dtype_str deprecated 0.25 removed 1.0
pandas.Index.flags deprecated 0.23 removed 1.0
pandas.Index.format removed 3.0
pandas.Index.get_duplicates deprecated 0.23 removed 1.0
pandas.Index.get_value removed 2.0
pandas.Index.get_values deprecated 0.25 removed 1.0 use pandas.Index.to_numpy
pandas.Index.holds_integer deprecated 2.0 removed 3.0
pandas.Index.is_all_dates removed 2.0
pandas.Index.is_boolean deprecated 2.0 removed 3.0
pandas.Index.is_categorical deprecated 2.0 removed 3.0
pandas.Index.is_floating deprecated 2.0 removed 3.0
pandas.Index.is_integer deprecated 2.0 removed 3.0
pandas.Index.is_interval deprecated 2.0 removed 3.0
pandas.Index.is_lexsorted_for_tuple removed 1.0
pandas.Index.is_mixed removed 2.0
pandas.Index.is_monotonic deprecated 1.5 removed 2.0 use pandas.Index.is_monotonic_increasing
pandas.Index.is_numeric deprecated 2.0 removed 3.0
pandas.Index.is_object deprecated 2.0 removed 3.0
pandas.Index.is_type_compatible removed 2.0
pandas.Index.itemsize deprecated 0.23 removed 1.0
pandas.Index.set_value deprecated 1.0 removed 2.0
pandas.Index.sort removed 3.0
pandas.Index.strides deprecated 0.23 removed 1.0
pandas.Index.summary deprecated 0.23 removed 1.0
pandas.Index.to_native_types deprecated 1.2 removed 2.0 use pandas.Index.astype
pandas.Int64Index deprecated 1.4 removed 2.0
pandas.MultiIndex.is_lexsorted removed 2.0
pandas.MultiIndex.labels removed 1.0
pandas.MultiIndex.lexsort_depth removed 2.0
pandas.MultiIndex.set_labels removed 1.0
pandas.MultiIndex.to_hierarchical deprecated 0.24 removed 1.0
pandas.Panel removed 1.2
pandas.Series.append deprecated 1.4 removed 2.0 use pandas.concat
pandas.Series.as_blocks deprecated 0.21 removed 1.0
pandas.Series.as_matrix deprecated 0.23 removed 1.0 use pandas.DataFrame.values
pandas.Series.asobject removed 1.0
pandas.Series.backfill deprecated 2.0 removed 3.0 use pandas.DataFrame.bfill
pandas.Series.base deprecated 0.23 removed 1.0
pandas.Series.blocks deprecated 0.21 removed 1.0
pandas.Series.bool deprecated 2.1 removed 3.0 use pandas.Series.item
pandas.Series.clip_lower deprecated 0.24 removed 1.0 use pandas.Series.clip
pandas.Series.clip_upper deprecated 0.24 removed 1.0 use pandas.Series.clip
pandas.Series.compress deprecated 0.24 removed 1.0
pandas.Series.data deprecated 0.23 removed 1.0
pandas.Series.first deprecated 2.1 removed 3.0
pandas.Series.flags deprecated 0.23
pandas.Series.from_array removed 1.0
pandas.Series.ftype deprecated 0.25 removed 1.0 use pandas.Series.dtype
pandas.Series.ftypes deprecated 0.25 removed 1.0 use pandas.Series.dtypes
pandas.Series.get_dtype_counts deprecated 0.25 removed 1.0
pandas.Series.get_ftype_counts deprecated 0.23 removed 1.0
pandas.Series.get_value deprecated 0.21 removed 1.0 use pandas.Series.at
pandas.Series.get_values deprecated 0.25 removed 1.0 use pandas.Series.to_numpy
pandas.Series.imag removed 1.0
pandas.Series.is_copy removed 1.0
pandas.Series.is_monotonic deprecated 1.5 removed 2.0 use pandas.Series.is_monotonic_increasing
pandas.Series.itemsize deprecated 0.23 removed 1.0
pandas.Series.iteritems deprecated 1.5 removed 2.0 use pandas.Series.items
pandas.Series.last deprecated 2.1 removed 3.0
pandas.Series.mad deprecated 1.5 removed 2.0 use pandas.Series.groupby
pandas.Series.nonzero deprecated 0.24 removed 1.0 use pandas.Series.to_numpy
pandas.Series.pad deprecated 2.0 removed 3.0 use pandas.DataFrame.ffill
pandas.Series.put deprecated 0.25 removed 1.0
pandas.Series.ravel deprecated 2.2 removed 3.0 use pandas.Series.to_numpy
pandas.Series.real removed 1.0
pandas.Series.set_axis deprecated 3.0
pandas.Series.set_value deprecated 0.21 removed 1.0 use pandas.Series.at
pandas.Series.slice_shift deprecated 1.2 removed 2.0 use pandas.DataFrame
pandas.Series.strides deprecated 0.23 removed 1.0
pandas.Series.swapaxes deprecated 2.1 removed 3.0 use pandas.Series.transpose
pandas.Series.to_dense deprecated 0.25 removed 1.0
pandas.Series.to_msgpack deprecated 0.25 removed 1.0
pandas.Series.to_sparse deprecated 0.25 removed 1.0
pandas.Series.tshift deprecated 1.1 removed 2.0 use pandas.Series.shift
pandas.Series.valid deprecated 0.23 removed 1.0 use pandas.Series.dropna
pandas.Series.view deprecated 2.2 removed 3.0 use pandas.Series.astype
pandas.SparseArray deprecated 1.2 removed 2.0
pandas.SparseDataFrame deprecated 0.25 removed 2.0
pandas.SparseSeries deprecated 0.25 removed 2.0
pandas.UInt64Index deprecated 1.4 removed 2.0
pandas.datetime deprecated 1.2 removed 2.0
pandas.get_versions removed 1.4
pandas.read_gbq deprecated 2.2 removed 3.0
pandas.read_msgpack deprecated 0.25 removed 1.0
pandas.to_msgpack deprecated 0.25 removed 1.0
pandas.value_counts removed 3.0
sklearn.covariance.GraphLasso removed 0.22
sklearn.covariance.GraphLassoCV removed 0.22
sklearn.covariance.graph_lasso removed 0.22
sklearn.datasets.fetch_mldata deprecated 0.20 removed 0.22 use sklearn.datasets.fetch_openml
sklearn.datasets.load_boston deprecated 1.0 removed 1.2
sklearn.datasets.load_mlcomp removed 0.21
sklearn.datasets.mldata_filename deprecated 0.20 removed 0.22 use sklearn.datasets.fetch_openml
sklearn.exceptions.ChangedBehaviorWarning removed 1.1
sklearn.exceptions.NonBLASDotWarning removed 1.1
sklearn.inspection.plot_partial_dependence deprecated 1.0 removed 1.2
sklearn.linear_model.GammaRegressor.family deprecated 1.1 removed 1.3
sklearn.linear_model.PassiveAggressiveClassifier deprecated 1.8 use sklearn.linear_model.SGDClassifier
sklearn.linear_model.PassiveAggressiveRegressor deprecated 1.8 use sklearn.linear_model.SGDRegressor
sklearn.linear_model.PoissonRegressor.family deprecated 1.1 removed 1.3
sklearn.linear_model.RandomizedLasso removed 0.21
sklearn.linear_model.RandomizedLogisticRegression removed 0.21
sklearn.linear_model.TweedieRegressor.family deprecated 1.1 removed 1.3
sklearn.linear_model.lasso_stability_path removed 0.21
sklearn.linear_model.logistic_regression_path deprecated 0.21 removed 0.23
sklearn.metrics.calinski_harabaz_score removed 0.23
sklearn.metrics.cluster.calinski_harabaz_score removed 0.23
sklearn.metrics.jaccard_similarity_score deprecated 0.21 removed 0.23
sklearn.metrics.plot_confusion_matrix deprecated 1.0 removed 1.2
sklearn.metrics.plot_det_curve deprecated 1.0 removed 1.2
sklearn.metrics.plot_precision_recall_curve deprecated 1.0 removed 1.2
sklearn.metrics.plot_roc_curve removed 1.2
sklearn.model_selection.fit_grid_point removed 1.0
sklearn.neighbors.DistanceMetric removed 1.3
sklearn.neighbors.LSHForest removed 0.21
sklearn.preprocessing.Imputer removed 0.22
sklearn.utils.Memory removed 0.23
sklearn.utils.Parallel removed 0.23
sklearn.utils.check_matplotlib_support removed 1.5
sklearn.utils.deprecation.DeprecationDict removed 0.21
sklearn.utils.indices_to_mask removed 1.5
sklearn.utils.metaestimators.if_delegate_has_method deprecated 1.3 removed 1.3 use sklearn.utils.metaestimators.available_if
sklearn.utils.parallel_backend removed 1.7
sklearn.utils.random.choice removed 0.21
sklearn.utils.register_parallel_backend removed 0.21
sklearn.utils.safe_indexing deprecated 0.22 removed 0.24
`;
