/** Read off polars 2.1.0 by scripts/knowledge/api.py. */
export const polars = `
module polars
class Array
  property .datatypes.DataTypeClass | .DataType: inner
  property tuple[int, ...]: shape
class BaseExtension(.DataType)
  -> str: ext_name
  -> .datatypes.DataTypeClass | .DataType: ext_storage
  -> str | None: ext_metadata
class Catalog
  -> list[.catalog.unity.CatalogInfo]: list_catalogs
  -> list[.catalog.unity.NamespaceInfo]: list_namespaces
  -> list[.catalog.unity.TableInfo]: list_tables
  -> .catalog.unity.TableInfo: get_table_info create_table
  -> .LazyFrame: scan_table
  -> .catalog.unity.CatalogInfo: create_catalog
  -> .catalog.unity.NamespaceInfo: create_namespace
class Categorical(.DataType)
  property .Categories: categories
class Categories
  -> .Categories: random
  -> str: name namespace
  -> .datatypes.DataTypeClass | .DataType: physical
  -> str | int: __getitem__
  -> iterator[str | None]: __iter__
  -> .Series: to_series
  -> dict: to_dict
class CompatLevel
  -> .CompatLevel: newest oldest
class Config
  -> self: __enter__
  -> .Config: load load_from_file
  -> str: save
  -> dict: state
class CredentialProvider
  -> tuple[dict, int | None]: __call__
class CredentialProviderAWS
  property str | None: profile_name region_name
  -> tuple[dict, int | None]: retrieve_credentials_impl
class CredentialProviderAzure
  property str | None: account_name tenant_id
  property list[str]: scopes
  -> tuple[dict, int | None]: retrieve_credentials_impl
class CredentialProviderGCP
  -> tuple[dict, int | None]: retrieve_credentials_impl
class DataFrame
  -> .DataFrame: deserialize __truediv__ __mul__ __add__ __sub__ transpose reverse rename insert_column filter remove describe replace_column sort sql top_k bottom_k slice head tail limit drop_nans drop_nulls map_columns with_row_index upsample join_asof join join_where gather map_rows hstack vstack extend drop cast clear clone fill_null fill_nan explode pivot unpivot unstack shift select select_seq with_columns with_columns_seq max min sum mean std var median product quantile to_dummies unique rechunk null_count sample shrink_to_fit gather_every interpolate unnest corr merge_sorted set_sorted update count match_to_schema
  property .dataframe.plotting.DataFramePlot: plot
  property tuple[int, int]: shape
  property list[str]: columns
  property list[.DataType]: dtypes
  property dict: flags
  property .Schema: schema
  -> iterator[.Series]: __iter__ iter_columns
  -> .Schema: collect_schema
  -> dict: to_dict rows_by_key
  -> list[dict]: to_dicts
  -> ndarray: to_numpy
  -> torch.Tensor | .ml.torch.PolarsDataset | dict: to_torch
  -> DataFrame: to_pandas
  -> .Series: to_series drop_in_place is_duplicated is_unique max_horizontal min_horizontal sum_horizontal mean_horizontal fold hash_rows to_struct
  -> str: to_init_repr
  -> bytes | str | None: serialize
  -> str | None: write_json write_ndjson write_csv
  -> io.BytesIO | None: write_ipc write_ipc_stream
  -> None | str | .DataFrame: glimpse
  -> .dataframe.group_by.GroupBy: group_by
  -> .dataframe.group_by.RollingGroupBy: rolling
  -> .dataframe.group_by.DynamicGroupBy: group_by_dynamic
  -> list[.Series]: get_columns
  -> list[.DataFrame] | dict: partition_by
  -> .LazyFrame: lazy
  -> int | list[int]: n_chunks
  -> tuple[unknown, ...]: row
  -> list[tuple[unknown, ...]]: rows
  -> iterator[tuple[unknown, ...]]: iter_rows
  -> iterator[.DataFrame]: iter_slices
class DataType
  -> .datatypes.DataTypeClass | .DataType: from_python
  -> .DataTypeExpr: to_dtype_expr
class DataTypeExpr
  -> .DataTypeExpr: inner_dtype wrap_in_list wrap_in_array to_unsigned_integer to_signed_integer
  -> .Expr: display matches default_value
  property .datatype_expr.list.DataTypeExprListNameSpace: list
  property .datatype_expr.array.DataTypeExprArrNameSpace: arr
  property .datatype_expr.struct.DataTypeExprStructNameSpace: struct
  -> .DataType: collect_dtype
class Datetime
  property str: time_unit
  property str | None: time_zone
class Duration
  property str: time_unit
class Engine
  property str: name plan_engine
  -> .DataFrame | .lazyframe.in_process.InProcessQuery: collect
  -> ._utils.async_._GeventDataFrameResult | ._utils.async_._AioDataFrameResult: collect_async collect_all_async
  -> .lazyframe.engine._CollectBatches: collect_batches
  -> list[.DataFrame]: collect_all
class Enum(.DataType)
  property .Series: categories
class Expr
  property .expr.binary.ExprBinaryNameSpace: bin
  property .expr.categorical.ExprCatNameSpace: cat
  property .expr.datetime.ExprDateTimeNameSpace: dt
  property .expr.list.ExprListNameSpace: list
  property .expr.array.ExprArrayNameSpace: arr
  property .expr.meta.ExprMetaNameSpace: meta
  property .expr.name.ExprNameNameSpace: name
  property .expr.string.ExprStringNameSpace: str
  property .expr.struct.ExprStructNameSpace: struct
  property .expr.map.ExprMapNameSpace: map
  property .expr.ext.ExprExtensionNameSpace: ext
  -> .Expr: __add__ __and__ __mul__ __or__ __sub__ __truediv__ deserialize to_physical any all is_empty arg_true sqrt cbrt log10 exp erf erfc alias exclude pipe_with_dtype not_ is_null is_not_null is_finite is_infinite is_nan is_not_nan count len slice append drop_nulls drop_nans cum_sum cum_prod cum_min cum_max cum_count floor ceil round round_sig_figs truncate dot mode cast sort top_k top_k_by bottom_k bottom_k_by arg_sort arg_max arg_min index_of search_sorted sort_by gather get shift fill_null fill_nan forward_fill backward_fill reverse std var max max_by min min_by nan_max nan_min sum mean median product n_unique approx_n_unique approx_quantile null_count has_nulls arg_unique unique first last item over rolling is_unique is_first_distinct is_last_distinct is_duplicated peak_max peak_min quantile cut qcut bin_intervals bin_quantiles bin_ranks rle rle_id filter map_batches map_elements explode implode gather_every head tail limit and_ or_ eq eq_missing ge gt le lt ne ne_missing add floordiv truncdiv mod mul sub neg truediv pow xor is_in repeat_by is_between is_close is_sorted hash reinterpret inspect interpolate interpolate_by rolling_min_by rolling_max_by rolling_mean_by rolling_sum_by rolling_std_by rolling_var_by rolling_median_by rolling_quantile_by rolling_rank_by rolling_min rolling_max rolling_mean rolling_sum rolling_std rolling_var rolling_median rolling_quantile rolling_rank rolling_skew rolling_kurtosis rolling_map abs rank diff pct_change skew kurtosis clip lower_bound upper_bound sign sin cos tan cot arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees radians reshape shuffle sample ewm_mean ewm_sum ewm_mean_by ewm_sum_by ewm_std ewm_var extend_constant value_counts unique_counts log log1p entropy cumulative_eval set_sorted hist replace replace_strict bitwise_count_ones bitwise_count_zeros bitwise_leading_ones bitwise_leading_zeros bitwise_trailing_ones bitwise_trailing_zeros bitwise_and bitwise_or bitwise_xor
class Field
  property str: name
  property .datatypes.DataTypeClass | .DataType: dtype
class FileProviderArgs
  property .DataFrame: partition_keys
class GPUEngine
  property dict: config
class LazyFrame
  -> .LazyFrame: from_lazyframe_resolver deserialize __getitem__ pipe_with_schema inspect sort sql top_k bottom_k lazy cache cast clear clone filter remove select select_seq join_asof join join_where gather with_columns with_columns_seq drop rename reverse shift slice limit head tail last first with_row_index gather_every fill_null fill_nan std var max min sum mean median null_count quantile explode unique drop_nans drop_nulls pivot unpivot map_batches interpolate unnest merge_sorted set_sorted update count match_to_schema
  property list[str]: columns
  property list[.DataType]: dtypes
  property .Schema: schema
  -> bytes | str | None: serialize
  -> .DataFrame: describe collect sink_iceberg
  -> str: explain
  -> None | str: show_graph
  -> .Schema: collect_schema
  -> .lazyframe.engine._CollectBatches: collect_batches
  -> .lazyframe.group_by.LazyGroupBy: group_by rolling group_by_dynamic
class List
  property .datatypes.DataTypeClass | .DataType: inner
class Map
  property .datatypes.DataTypeClass | .DataType: key value
class QueryOptFlags
  -> .QueryOptFlags: none update
class RemoteEngine(.Engine)
  property str: scaling_mode engine plan_type name plan_engine
  property list[str] | None: labels
  property dict: config
  -> .DataFrame: collect
  -> .lazyframe.engine._CollectBatches: collect_batches
class SQLContext
  -> .LazyFrame | .DataFrame: execute_global
  -> .SQLContext: __enter__
  -> .DataFrame | .LazyFrame: execute
  -> self: register_catalog unregister_catalog register register_globals register_many unregister
  -> list[str]: tables
class ScanCastOptions
  property str: missing_struct_fields extra_struct_fields categorical_to_string
class Schema
  -> list[str]: names
  -> list[.DataType]: dtypes
  -> .DataFrame: to_frame
  -> dict: to_python
class Series
  property .series.binary.BinaryNameSpace: bin
  property .series.categorical.CatNameSpace: cat
  property .series.datetime.DateTimeNameSpace: dt
  property .series.list.ListNameSpace: list
  property .series.array.ArrayNameSpace: arr
  property .series.string.StringNameSpace: str
  property .series.struct.StructNameSpace: struct
  property .series.map.MapNameSpace: map
  property .series.ext.ExtensionNameSpace: ext
  property .series.plotting.SeriesPlot: plot
  property .DataType: dtype
  property dict: flags
  property str: name
  property tuple[int]: shape
  -> .Expr | .Series: __and__ __or__ le lt eq eq_missing ne ne_missing ge gt __truediv__
  -> .DataFrame | .Expr | self: __add__
  -> .Expr | self: __sub__
  -> .Expr | .DataFrame | .Series: __mul__
  -> float | .Series | None: __matmul__
  -> .Series: sqrt cbrt log log1p log10 exp erf erfc drop_nulls drop_nans pow cut qcut bin_intervals bin_quantiles bin_ranks rle rle_id unique_counts cumulative_eval alias rename cum_max cum_min cum_prod cum_sum slice head tail limit gather_every top_k top_k_by bottom_k bottom_k_by arg_sort arg_unique unique gather not_ is_null is_not_null is_finite is_infinite is_nan is_not_nan is_in arg_true is_unique is_first_distinct is_last_distinct is_duplicated explode to_physical reverse is_between is_close set scatter clear fill_nan fill_null backward_fill forward_fill floor ceil truncate round round_sig_figs mode sign sin cos tan cot arcsin arccos arctan arcsinh arccosh arctanh sinh cosh tanh shift rolling_min rolling_max rolling_mean rolling_sum rolling_std rolling_var rolling_map rolling_median rolling_quantile rolling_rank_by rolling_rank rolling_skew rolling_kurtosis sample shrink_to_fit hash reinterpret interpolate interpolate_by abs rank diff pct_change clip degrees radians reshape shuffle ewm_mean ewm_sum ewm_mean_by ewm_sum_by ewm_std ewm_var extend_constant shrink_dtype
  -> .DataFrame: to_frame describe to_dummies hist value_counts sql
  -> .Expr: min_by max_by
  -> float | datetime.timedelta | None: std var
  -> list[int]: chunk_lengths
  -> self: cum_count append extend filter sort cast rechunk clone map_elements zip_with rolling_min_by rolling_max_by rolling_mean_by rolling_sum_by rolling_std_by rolling_var_by rolling_median_by rolling_quantile_by peak_max peak_min lower_bound upper_bound replace replace_strict set_sorted new_from_index implode bitwise_count_ones bitwise_count_zeros bitwise_leading_ones bitwise_leading_zeros bitwise_trailing_ones bitwise_trailing_zeros repeat_by
  -> int | .Series: search_sorted
  -> list: to_list
  -> ndarray: to_numpy
  -> torch.Tensor: to_torch
  -> Series: to_pandas
  -> str: to_init_repr
  -> list[.Series]: get_chunks
class StringCache
  -> self: __enter__
class Struct
  property list[.Field]: fields
  -> iterator[tuple[str, .datatypes.DataTypeClass | .DataType]]: __iter__
  -> collections.OrderedDict: to_schema
class Time
  -> .Expr: max min
classes(.DataType): Binary Boolean Null String Unknown
classes(.BaseExtension): Extension
-> list: align_frames
-> .Expr: all all_horizontal any_horizontal approx_n_unique arctan2 arg_sort_by arg_where business_day_count concat_arr concat_list concat_str corr count cov cum_count cum_fold cum_reduce cum_sum cum_sum_horizontal duration element exclude field first fold format head implode last len list lit map_batches map_groups max max_horizontal mean mean_horizontal median min min_horizontal n_unique nth pipe_with_dtype quantile reduce rolling_corr rolling_cov row_index std sum sum_horizontal tail var
-> .Expr | bool | None: any
-> .Expr | .Series: arange coalesce date_range date_ranges datetime_range datetime_ranges from_epoch int_range int_ranges linear_space linear_spaces ones repeat struct time_range time_ranges zeros
-> dict: build_info read_ipc_schema read_parquet_metadata read_parquet_schema
property .functions.col.Col: col
-> list[.DataFrame]: collect_all
-> .LazyFrame: defer scan_arrow_c_stream scan_csv scan_delta scan_external_reader scan_iceberg scan_ipc scan_lance scan_lines scan_ndjson scan_parquet scan_pyarrow_dataset
-> .DataTypeExpr: dtype_of self_dtype struct_with_fields
-> str: escape_regex explain_all
-> .DataFrame | .Series: from_arrow from_pandas from_repr
-> .DataFrame: from_dataframe from_dict from_dicts from_numpy from_records from_torch json_normalize read_avro read_clipboard read_csv read_database_uri read_delta read_ipc read_ipc_stream read_json read_lines read_ndjson read_parquet select
-> .DataFrame | iterator[.DataFrame]: read_database
-> .Expr | list[.Expr]: sql_expr
-> .expr.When: when
module polars.dataframe.group_by
class DynamicGroupBy
  property .DataFrame: df
  property str: every label closed start_by
  property str | None: period offset
  -> .dataframe.group_by.DynamicGroupByIter: __iter__
  -> .dataframe.group_by.DynamicGroupBy: having
  -> .DataFrame: agg map_groups
class DynamicGroupByIter
  -> .dataframe.group_by.DynamicGroupByIter: __iter__
class GroupBy
  property .DataFrame: df
  property tuple[unknown, ...]: by
  property dict: named_by
  -> .dataframe.group_by.GroupByIter: __iter__
  -> .dataframe.group_by.GroupBy: having
  -> .DataFrame: agg map_groups head tail all len first last max mean median min n_unique quantile sum
class GroupByIter
  -> .dataframe.group_by.GroupByIter: __iter__
class RollingGroupBy
  property .DataFrame: df
  property str: period closed
  property str | None: offset
  -> .dataframe.group_by.RollingGroupByIter: __iter__
  -> .dataframe.group_by.RollingGroupBy: having
  -> .DataFrame: agg map_groups
class RollingGroupByIter
  -> .dataframe.group_by.RollingGroupByIter: __iter__
module polars.dataframe.plotting
class DataFramePlot
  -> altair.Chart: bar line point
module polars.expr
class When
  -> .expr.whenthen.Then: then
module polars.expr.array
class ExprArrayNameSpace
  -> .Expr: len slice head tail min max sum dot std var mean median unique n_unique to_list any all sort reverse arg_min arg_max get first last join explode contains count_matches to_struct shift eval agg
module polars.expr.binary
class ExprBinaryNameSpace
  -> .Expr: contains ends_with starts_with decode encode size reinterpret slice head tail get
module polars.expr.categorical
class ExprCatNameSpace
  -> .Expr: len_bytes len_chars starts_with ends_with slice to physical
module polars.expr.datetime
class ExprDateTimeNameSpace
  -> .Expr: add_business_days truncate round replace combine to_string strftime millennium century year is_business_day is_leap_year iso_year quarter month days_in_month week weekday day ordinal_day time date hour minute second millisecond microsecond nanosecond epoch timestamp cast_time_unit convert_time_zone replace_time_zone total_days total_hours total_minutes total_seconds total_milliseconds total_microseconds total_nanoseconds offset_by month_start month_end base_utc_offset dst_offset
module polars.expr.ext
class ExprExtensionNameSpace
  -> .Expr: to storage
module polars.expr.list
class ExprListNameSpace
  -> .Expr: __getitem__ all any len drop_nulls sample sum max min mean median std var sort reverse unique n_unique concat get gather gather_every first last item contains join arg_min arg_max diff shift slice head tail explode count_matches to_array to_struct to_map eval agg filter set_union set_difference set_intersection set_symmetric_difference
module polars.expr.map
class ExprMapNameSpace
  -> .Expr: entries keys values len contains_key get
module polars.expr.meta
class ExprMetaNameSpace
  -> str: output_name
  -> list[.Expr]: pop
  -> list[str]: root_names
  -> .Expr: undo_aliases as_expression
  -> .selectors.Selector: as_selector
  -> bytes | str | None: serialize
  -> str | None: show_graph
module polars.expr.name
class ExprNameNameSpace
  -> .Expr: keep map prefix strip_prefix suffix strip_suffix to_lowercase to_uppercase map_fields prefix_fields replace suffix_fields
module polars.expr.string
class ExprStringNameSpace
  -> .Expr: to_date to_datetime to_time strptime to_decimal len_bytes len_chars to_uppercase to_lowercase to_titlecase strip_chars strip_chars_start strip_chars_end strip_prefix strip_suffix pad_start pad_end zfill contains find ends_with starts_with json_decode json_path_match decode encode extract extract_all extract_groups count_matches split split_exact splitn replace replace_all reverse slice head tail to_integer contains_any replace_many extract_many find_many join escape_regex normalize
module polars.expr.struct
class ExprStructNameSpace
  -> .Expr: __getitem__ field unnest rename_fields drop json_encode with_fields eval
module polars.expr.whenthen
class ChainedThen(.Expr)
  -> .expr.whenthen.ChainedWhen: when
  -> .Expr: otherwise
class ChainedWhen
  -> .expr.whenthen.ChainedThen: then
class Then(.Expr)
  -> .expr.whenthen.ChainedWhen: when
  -> .Expr: otherwise
module polars.functions.col
class Col
  -> .Expr: __call__
module polars.lazyframe
class SingleNodeQueryResult
  property .DataFrame | None: head
  -> .LazyFrame: lazy
module polars.lazyframe.group_by
class LazyGroupBy
  property ._plr.PyLazyGroupBy: lgb
  -> .lazyframe.group_by.LazyGroupBy: having
  -> .LazyFrame: agg map_groups head tail all len first last max mean median min n_unique quantile sum
module polars.lazyframe.in_process
class InProcessQuery
  -> .DataFrame | None: fetch
  -> .DataFrame: fetch_blocking
module polars.selectors
class Selector(.Expr)
  -> .Expr: __add__ as_expr
  -> .selectors.Selector | .Expr: __and__ __or__ __sub__
  -> .selectors.Selector: exclude
-> .selectors.Selector: all alpha alphanumeric array binary boolean by_dtype by_index by_name categorical contains date datetime decimal digit duration ends_with enum exclude first float integer last list map matches nested numeric signed_integer starts_with string struct temporal time unsigned_integer
-> tuple[str, ...]: expand_selector
module polars.series.array
class ArrayNameSpace
  -> .Series: min max sum dot mean std var median unique n_unique to_list any len slice head tail all sort reverse arg_min arg_max get first last join explode contains count_matches to_struct shift eval agg
module polars.series.binary
class BinaryNameSpace
  -> .Series: contains ends_with starts_with decode encode size reinterpret slice get head tail
module polars.series.categorical
class CatNameSpace
  -> .Series: len_bytes len_chars starts_with ends_with slice to physical
module polars.series.datetime
class DateTimeNameSpace
  -> datetime.date | datetime.datetime | datetime.timedelta: __getitem__
  -> .Series: add_business_days to_string strftime millennium century year is_business_day is_leap_year iso_year quarter month days_in_month week weekday day ordinal_day time date hour minute second millisecond microsecond nanosecond timestamp epoch cast_time_unit convert_time_zone replace_time_zone total_days total_hours total_minutes total_seconds total_milliseconds total_microseconds total_nanoseconds offset_by truncate round combine month_start month_end base_utc_offset dst_offset replace
module polars.series.ext
class ExtensionNameSpace
  -> .Series: to storage
module polars.series.list
class ListNameSpace
  -> .Series: all any len drop_nulls sample sum max min mean median std var sort reverse unique n_unique concat get gather gather_every __getitem__ join first last item contains arg_min arg_max diff shift slice head tail explode count_matches to_array to_map to_struct eval agg filter set_union set_difference set_intersection set_symmetric_difference
module polars.series.map
class MapNameSpace
  -> .Series: entries keys values len contains_key get
module polars.series.plotting
class SeriesPlot
  -> altair.Chart: hist kde line
module polars.series.string
class StringNameSpace
  -> .Series: to_date to_datetime to_time strptime to_decimal len_bytes len_chars contains find ends_with starts_with decode encode json_decode json_path_match extract extract_all extract_groups count_matches split split_exact splitn replace replace_all strip_chars strip_chars_start strip_chars_end strip_prefix strip_suffix pad_start pad_end zfill to_lowercase to_uppercase to_titlecase reverse slice head tail to_integer contains_any replace_many extract_many find_many join escape_regex normalize
module polars.series.struct
class StructNameSpace
  -> .Series: __getitem__ field rename_fields drop eval json_encode
  property list[str]: fields
  property .Schema: schema
  -> .DataFrame: unnest
`;
