/** pandas: names and order of parameters come from the generated stubs; what is returned was compared with pandas 2.3 and 3.1 (test/knowledge). */
export const pandas = `
module pandas
read_csv(filepath_or_buffer: read-path, ...) -> .DataFrame ? chunksize iterator[.DataFrame] ? iterator=True unknown !read
read_table(filepath_or_buffer: read-path, ...) -> .DataFrame ? chunksize iterator[.DataFrame] !read
read_fwf(filepath_or_buffer: read-path, ...) -> .DataFrame ? chunksize iterator[.DataFrame] !read
read_excel(io: read-path, sheet_name, ...) -> .DataFrame ? sheet_name=None builtins.dict ? sheet_name:many builtins.dict !read
read_json(path_or_buf: read-path, ...) -> .DataFrame ? typ=series .Series ? chunksize iterator[.DataFrame] !read
read_html(io: read-path, ...) -> list[.DataFrame] !read
read_xml(path_or_buffer: read-path, ...) -> .DataFrame !read
read_parquet(path: read-path, ...) -> .DataFrame !read
read_feather(path: read-path, ...) -> .DataFrame !read
read_orc(path: read-path, ...) -> .DataFrame !read
read_hdf(path_or_buf: read-path, ...) -> .DataFrame ? chunksize iterator[.DataFrame] ? iterator=True unknown !read
read_stata(filepath_or_buffer: read-path, ...) -> .DataFrame ? chunksize iterator[.DataFrame] ? iterator=True unknown !read
read_sas(filepath_or_buffer: read-path, ...) -> .DataFrame ? chunksize unknown ? iterator=True unknown !read
read_spss(path: read-path, ...) -> .DataFrame !read
read_pickle(filepath_or_buffer: read-path, ...) !read !deserialize
read_clipboard(...) -> .DataFrame !read
read_gbq(query: sql, ...) -> .DataFrame !read !execute
read_sql(sql: sql, con, index_col, coerce_float, params: sql-parameters, ...) -> .DataFrame ? chunksize iterator[.DataFrame] !read !execute
read_sql_query(sql: sql, con, index_col, coerce_float, params: sql-parameters, ...) -> .DataFrame ? chunksize iterator[.DataFrame] !read !execute
read_sql_table(table_name, con, ...) -> .DataFrame ? chunksize iterator[.DataFrame] !read !execute
ExcelFile(path_or_buffer: read-path, ...) -> .ExcelFile !read !open
ExcelWriter(path: write-path, ...) -> .ExcelWriter !write !open
HDFStore(path: path, ...) -> .HDFStore !read !open
concat(objs, *, axis, ...) -> .DataFrame ? objs/geopandas.GeoDataFrame geopandas.GeoDataFrame ? objs/pandas.Series&axis~0 .Series
merge(left, right, ...) -> .DataFrame
merge_asof(left, right, ...) -> .DataFrame
merge_ordered(left, right, ...) -> .DataFrame
get_dummies(data, ...) -> .DataFrame
from_dummies(data, ...) -> .DataFrame
json_normalize(data, ...) -> .DataFrame
pivot_table(data, ...) -> .DataFrame
pivot(data, ...) -> .DataFrame
crosstab(index, columns, ...) -> .DataFrame
melt(frame, ...) -> .DataFrame
wide_to_long(df, ...) -> .DataFrame
lreshape(data, ...) -> .DataFrame
date_range(...) -> .DatetimeIndex
bdate_range(...) -> .DatetimeIndex
period_range(...) -> .PeriodIndex
timedelta_range(...) -> .TimedeltaIndex
interval_range(...) -> .IntervalIndex
to_datetime(arg, ...) -> .Timestamp ? arg:pandas.Series .Series ? arg:pandas.DataFrame .Series ? arg:many .DatetimeIndex ? arg:text .Timestamp ? arg:number .Timestamp
to_timedelta(arg, ...) -> .Timedelta ? arg:pandas.Series .Series ? arg:many .TimedeltaIndex
to_numeric(arg, ...) -> unknown ? arg:pandas.Series .Series ? arg:pandas.Index .Index ? arg:many numpy.ndarray
isna(obj) -> unknown ? obj:pandas.DataFrame .DataFrame ? obj:pandas.Series .Series ? obj:many numpy.ndarray ? obj:text builtins.bool ? obj:number builtins.bool ? obj:none builtins.bool
isnull(obj) -> unknown ? obj:pandas.DataFrame .DataFrame ? obj:pandas.Series .Series ? obj:many numpy.ndarray ? obj:text builtins.bool ? obj:number builtins.bool ? obj:none builtins.bool
notna(obj) -> unknown ? obj:pandas.DataFrame .DataFrame ? obj:pandas.Series .Series ? obj:many numpy.ndarray ? obj:text builtins.bool ? obj:number builtins.bool ? obj:none builtins.bool
notnull(obj) -> unknown ? obj:pandas.DataFrame .DataFrame ? obj:pandas.Series .Series ? obj:many numpy.ndarray ? obj:text builtins.bool ? obj:number builtins.bool ? obj:none builtins.bool
unique(values) -> numpy.ndarray
factorize(values, ...) -> tuple[numpy.ndarray, unknown] ? values:pandas.Series tuple[numpy.ndarray, .Index]
value_counts(values, ...) -> .Series
cut(x, bins, *, ...) -> unknown ? x:pandas.Series .Series ? x:many .Categorical
qcut(x, q, *, ...) -> unknown ? x:pandas.Series .Series ? x:many .Categorical
array(data, ...) -> .api.extensions.ExtensionArray
eval(expr, ...)
rolling_mean(arg, ...) -> like(arg)
rolling_std(arg, ...) -> like(arg)
rolling_var(arg, ...) -> like(arg)
rolling_sum(arg, ...) -> like(arg)
rolling_median(arg, ...) -> like(arg)
rolling_max(arg, ...) -> like(arg)
rolling_min(arg, ...) -> like(arg)
rolling_count(arg, ...) -> like(arg)
rolling_skew(arg, ...) -> like(arg)
rolling_kurt(arg, ...) -> like(arg)
rolling_quantile(arg, ...) -> like(arg)
rolling_apply(arg, ...) -> like(arg)
expanding_mean(arg, ...) -> like(arg)
expanding_sum(arg, ...) -> like(arg)
expanding_std(arg, ...) -> like(arg)
expanding_apply(arg, ...) -> like(arg)
ewma(arg, ...) -> like(arg)
ewmstd(arg, ...) -> like(arg)
ewmvar(arg, ...) -> like(arg)
plotting.scatter_matrix(frame, ...) -> numpy.ndarray !plot
plotting.parallel_coordinates(frame, ...) -> matplotlib.axes.Axes !plot
plotting.andrews_curves(frame, ...) -> matplotlib.axes.Axes !plot
plotting.radviz(frame, ...) -> matplotlib.axes.Axes !plot
plotting.lag_plot(series, ...) -> matplotlib.axes.Axes !plot
plotting.autocorrelation_plot(series, ...) -> matplotlib.axes.Axes !plot
plotting.bootstrap_plot(series, ...) -> matplotlib.figure.Figure !plot
plotting.register_matplotlib_converters() -> None !configure
-> None !configure: set_option reset_option set_eng_float_format
describe_option(...) -> None !print
option_context(*args) -> .option_context
show_versions() -> None !print
to_pickle(obj, filepath_or_buffer: write-path, ...) -> None !write
DataFrame(data, index, columns, dtype, copy) -> .DataFrame
Series(data, index, dtype, name, copy, fastpath) -> .Series
classes(): Categorical Period Interval Grouper NamedAgg CategoricalDtype Flags api.extensions.ExtensionArray option_context
class ExcelFile
  parse(sheet_name, ...) -> .DataFrame ? sheet_name=None builtins.dict ? sheet_name:many builtins.dict !read
  sheet_names: list[builtins.str]
  __enter__() -> self
  close() -> None
class ExcelWriter
  __enter__() -> self
  -> None: close save
class HDFStore
  select(key, ...) -> .DataFrame !read
  get(key) -> .DataFrame !read
  put(key, value, ...) -> None !write
  append(key, value, ...) -> None !write
  keys() -> list[builtins.str]
  __getitem__(key) -> .DataFrame
  __enter__() -> self
  close() -> None
class Label(builtins.str) hidden complete
class DataFrame complete
  to_csv(path_or_buf: write-path, ...) -> None ? path_or_buf~None builtins.str !write
  to_excel(excel_writer: write-path, ...) -> None !write
  to_json(path_or_buf: write-path, ...) -> None ? path_or_buf~None builtins.str !write
  to_html(buf: write-path, ...) -> None ? buf~None builtins.str !write
  to_latex(buf: write-path, ...) -> None ? buf~None builtins.str !write
  to_markdown(buf: write-path, ...) -> None ? buf~None builtins.str !write
  to_xml(path_or_buffer: write-path, ...) -> None ? path_or_buffer~None builtins.str !write
  to_string(buf: write-path, ...) -> None ? buf~None builtins.str
  to_parquet(path: write-path, ...) -> None ? path~None builtins.bytes !write
  to_feather(path: write-path, ...) -> None !write
  to_orc(path: write-path, ...) !write
  to_hdf(path_or_buf: write-path, ...) -> None !write
  to_stata(path: write-path, ...) -> None !write
  to_pickle(path: write-path, ...) -> None !write
  to_sql(name, con, ...) !write
  to_gbq(destination_table, ...) -> None !write
  to_clipboard(...) -> None !write
  append(other, ...) -> self
  iteritems() -> iterator[tuple[.Label, .Series]]
  -> self: clip_lower clip_upper convert_objects consolidate sortlevel to_dense
  -> .Series: get_dtype_counts get_ftype_counts irow icol
  iplot(...) !plot
  set_value(index, col, value) -> self
  to_sparse(...)
  from_items(items, ...) -> .DataFrame
  as_matrix(columns) -> numpy.ndarray
  get_value(index, col)
  lookup(row_labels, col_labels) -> numpy.ndarray
  mad(...) -> .Series
  tshift(...) -> self
  slice_shift(...) -> self
  swaplevel(...) -> self
  to_panel()
  ftypes: .Series
  ix: .DataFrame.loc
  sample(n, frac, replace, weights, random_state: seed, ...) -> self !random
  query(expr, ...) -> self ? inplace=True None
  eval(expr, ...)
  drop(labels, axis, index, columns, level, ...) -> self ? inplace=True None
  dropna(*, axis, how, thresh, subset, inplace, ...) -> self ? inplace=True None
  fillna(value, ...) -> self ? inplace=True None
  ffill(...) -> self ? inplace=True None
  bfill(...) -> self ? inplace=True None
  pad(...) -> self ? inplace=True None
  backfill(...) -> self ? inplace=True None
  interpolate(...) -> self ? inplace=True None
  replace(to_replace, ...) -> self ? inplace=True None
  drop_duplicates(...) -> self ? inplace=True None
  rename(...) -> self ? inplace=True None !columns
  rename_axis(...) -> self ? inplace=True None
  reset_index(...) -> self ? inplace=True None
  set_index(...) -> self ? inplace=True None
  set_axis(...) -> self ? inplace=True None
  sort_values(...) -> self ? inplace=True None
  sort_index(...) -> self ? inplace=True None
  clip(...) -> self ? inplace=True None
  where(cond, ...) -> self ? inplace=True None
  mask(cond, ...) -> self ? inplace=True None
  sort(...) -> self ? inplace=True None
  -> self !columns: filter select_dtypes add_prefix add_suffix reindex_axis set_flags
  -> self: head tail copy astype reindex reindex_like round abs diff shift isna isnull notna notnull nlargest nsmallest explode truncate
  -> self: rank cumsum cumprod cummax cummin infer_objects convert_dtypes pct_change transform combine combine_first droplevel tz_localize tz_convert
  -> self: add sub mul div truediv floordiv mod pow radd rsub rmul rdiv rtruediv rfloordiv rmod rpow subtract multiply divide
  -> self: eq ne lt gt le ge isin between_time at_time first last to_period to_timestamp asfreq reorder_levels
  -> .DataFrame: merge join pivot pivot_table melt describe corr cov transpose compare swapaxes
  describe(...) -> .DataFrame
  stack(...) -> .Series
  unstack(...) -> .Series
  dot(other) -> .DataFrame ? other:pandas.Series .Series
  squeeze(...)
  sum(axis, ...) -> .Series ? axis=None .Series
  -> .Series: mean median std var sem min max prod product count nunique skew kurt kurtosis all any idxmin idxmax duplicated memory_usage corrwith value_counts
  quantile(q, ...) -> .Series ? q:many .DataFrame
  mode(...) -> .DataFrame
  agg(func, ...) -> .Series ? func:many .DataFrame
  aggregate(func, ...) -> .Series ? func:many .DataFrame
  apply(func, axis, ...) -> .Series !calls func(.Series)
  applymap(func, ...) -> self !calls func(.Label)
  map(func, ...) -> self !calls func(.Label)
  assign(**kwargs) -> self !columns !calls kwargs(self)
  pipe(func, *args, **kwargs) -> unknown !calls func(self)
  groupby(by, ...) -> .api.typing.DataFrameGroupBy
  rolling(...) -> .api.typing.Rolling
  expanding(...) -> .api.typing.Expanding
  ewm(...) -> .api.typing.ExponentialMovingWindow
  resample(...) -> .api.typing.Resampler
  iterrows() -> iterator[tuple[.Label, .Series]]
  items() -> iterator[tuple[.Label, .Series]]
  itertuples(...) -> iterator[builtins.tuple]
  keys() -> .Index
  insert(...) -> None !columns
  update(...) -> None
  isetitem(...) -> None
  pop(item) -> .Series !columns
  get(key, default) -> .Series ? key:many .DataFrame
  xs(key, ...) -> .Series
  equals(other) -> builtins.bool
  first_valid_index()
  last_valid_index()
  to_numpy(...) -> numpy.ndarray
  to_records(...) -> numpy.recarray
  to_dict(orient, ...) -> builtins.dict ? orient=records list[builtins.dict]
  to_xarray()
  from_dict(data, ...) -> .DataFrame
  from_records(data, ...) -> .DataFrame
  from_csv(path: read-path, ...) -> .DataFrame !read
  info(...) -> None !print
  hist(...) -> numpy.ndarray !plot
  boxplot(column, ...) -> matplotlib.axes.Axes ? by unknown !plot
  plot(...) -> matplotlib.axes.Axes ? subplots=True matplotlib.axes.AxesArray !plot
  plot: .DataFrame.plot
  style: .io.formats.style.Styler
  T: .DataFrame
  values: numpy.ndarray
  property .Index: columns index
  dtypes: .Series
  shape: tuple[builtins.int, builtins.int]
  property builtins.int: size ndim
  empty: builtins.bool
  axes: list[.Index]
  attrs: builtins.dict
  flags: .Flags
  loc: .DataFrame.loc
  iloc: .DataFrame.iloc
  at: .DataFrame.at
  iat: .DataFrame.iat
  __getitem__(key) -> .Series ? key:slice self ? key:many self
  __getattr__(name) -> .Series
  __iter__() -> iterator[.Label]
  __len__() -> builtins.int
class DataFrame.loc
  __getitem__(rows, columns) -> .Series ? rows:slice&columns:slice .DataFrame ? rows:slice&columns:many .DataFrame ? rows:many&columns:slice .DataFrame ? rows:many&columns:many .DataFrame ? rows:slice&columns .Series ? rows:many&columns .Series ? rows:slice .DataFrame ? rows:many .DataFrame ? columns:slice .Series ? columns:many .Series ? columns unknown
class DataFrame.iloc(.DataFrame.loc)
class DataFrame.at
class DataFrame.iat
class DataFrame.plot
  -> matplotlib.axes.Axes !plot: line bar barh hist box kde density area pie scatter hexbin
class Series complete
  progress_apply(func, ...) -> unknown
  progress_map(func, ...) -> unknown
  to_csv(path_or_buf: write-path, ...) -> None ? path_or_buf~None builtins.str !write
  to_json(path_or_buf: write-path, ...) -> None ? path_or_buf~None builtins.str !write
  to_excel(excel_writer: write-path, ...) -> None !write
  to_hdf(path_or_buf: write-path, ...) -> None !write
  to_pickle(path: write-path, ...) -> None !write
  to_sql(name, con, ...) !write
  to_string(buf: write-path, ...) -> None ? buf~None builtins.str
  to_markdown(buf: write-path, ...) -> None ? buf~None builtins.str !write
  to_latex(buf: write-path, ...) -> None ? buf~None builtins.str !write
  to_clipboard(...) -> None !write
  append(to_append, ...) -> self
  iteritems() -> iterator[tuple[.Label, unknown]]
  get_value(label)
  -> self: clip_lower clip_upper convert_objects sortlevel to_dense
  iplot(...) !plot
  set_value(label, value) -> self
  to_sparse(...)
  irow(i)
  iget(i)
  as_matrix(columns) -> numpy.ndarray
  mad(...) -> numpy.float64
  tshift(...) -> self
  ix: .Series.loc
  ptp(...)
  nonzero() -> tuple[numpy.ndarray]
  sample(n, frac, replace, weights, random_state: seed, ...) -> self !random
  drop(labels, ...) -> self ? inplace=True None
  dropna(...) -> self ? inplace=True None
  fillna(value, ...) -> self ? inplace=True None
  ffill(...) -> self ? inplace=True None
  bfill(...) -> self ? inplace=True None
  interpolate(...) -> self ? inplace=True None
  replace(to_replace, ...) -> self ? inplace=True None
  drop_duplicates(...) -> self ? inplace=True None
  rename(index, ...) -> self ? inplace=True None
  rename_axis(...) -> self ? inplace=True None
  reset_index(level, ...) -> .DataFrame ? drop=True&inplace=True None ? drop=True self ? inplace=True None
  set_axis(...) -> self ? inplace=True None
  sort_values(...) -> self ? inplace=True None
  sort_index(...) -> self ? inplace=True None
  clip(...) -> self ? inplace=True None
  where(cond, ...) -> self ? inplace=True None
  mask(cond, ...) -> self ? inplace=True None
  sort(...) -> self ? inplace=True None
  order(...) -> self
  -> self: head tail copy astype reindex reindex_like round abs diff shift isna isnull notna notnull nlargest nsmallest explode truncate add_prefix add_suffix
  -> self: rank cumsum cumprod cummax cummin infer_objects convert_dtypes pct_change transform combine combine_first droplevel swaplevel tz_localize tz_convert set_flags
  -> self: add sub mul div truediv floordiv mod pow radd rsub rmul rdiv rtruediv rfloordiv rmod rpow subtract multiply divide
  -> self: eq ne lt gt le ge isin between duplicated between_time at_time first last to_period to_timestamp asfreq mode filter argsort repeat view reorder_levels case_when
  apply(func, ...) -> .Series !calls func(.Label)
  map(arg, ...) -> self !calls arg(.Label)
  describe(...) -> .Series
  value_counts(...) -> .Series
  compare(other, ...) -> .DataFrame
  unstack(...) -> .DataFrame
  to_frame(...) -> .DataFrame
  -> numpy.float64: mean median std var sem skew kurt kurtosis corr cov autocorr
  -> builtins.int: count nunique argmax argmin searchsorted memory_usage
  quantile(q, ...) -> numpy.float64 ? q:many .Series
  agg(func, ...) -> unknown ? func:many .Series
  aggregate(func, ...) -> unknown ? func:many .Series
  -> numpy.bool_: any all
  squeeze(...)
  item()
  pipe(func, *args, **kwargs) -> unknown !calls func(self)
  -> unknown: sum min max prod product idxmax idxmin dot get pop xs first_valid_index last_valid_index
  groupby(by, ...) -> .api.typing.SeriesGroupBy
  rolling(...) -> .api.typing.SeriesRolling
  expanding(...) -> .api.typing.SeriesExpanding
  ewm(...) -> .api.typing.SeriesExponentialMovingWindow
  resample(...) -> .api.typing.SeriesResampler
  factorize(...) -> tuple[numpy.ndarray, .Index]
  align(other, ...) -> tuple[.Series, .Series]
  divmod(other, ...) -> tuple[.Series, .Series]
  equals(other) -> builtins.bool
  keys() -> .Index
  items() -> iterator[tuple[.Label, unknown]]
  update(...) -> None
  to_numpy(...) -> numpy.ndarray
  unique() -> numpy.ndarray
  -> builtins.list: to_list tolist
  to_dict(...) -> builtins.dict
  info(...) -> None !print
  hist(...) -> matplotlib.axes.Axes !plot
  plot(...) -> matplotlib.axes.Axes !plot
  plot: .Series.plot
  property numpy.ndarray: values
  property .Index: index axes
  T: self
  str: .Series.str
  dt: .Series.dt
  cat: .Series.cat
  sparse
  list
  struct
  name
  dtype
  dtypes
  hasnans: builtins.bool
  property builtins.bool: is_unique is_monotonic is_monotonic_increasing is_monotonic_decreasing empty
  shape: tuple[builtins.int]
  property builtins.int: size ndim nbytes
  loc: .Series.loc
  iloc: .Series.iloc
  at
  iat
  __getitem__(key) -> unknown ? key:slice self ? key:many self
  __iter__() -> iterator[.Label]
  __len__() -> builtins.int
class Series.loc
  __getitem__(key) -> unknown ? key:slice .Series ? key:many .Series
class Series.iloc(.Series.loc)
class Series.plot
  -> matplotlib.axes.Axes !plot: line bar barh hist box kde density area pie
class Series.str
  -> .Series: lower upper title capitalize swapcase casefold strip lstrip rstrip replace slice contains startswith endswith match fullmatch len count find rfind index rindex pad
  -> .Series: center ljust rjust zfill wrap repeat join encode decode normalize translate isalpha isdigit isnumeric isdecimal isalnum isspace islower isupper istitle get findall
  -> .Series: slice_replace removeprefix removesuffix
  split(pat, ...) -> .Series ? expand=True .DataFrame
  rsplit(pat, ...) -> .Series ? expand=True .DataFrame
  extract(pat, flags, expand) -> .DataFrame ? expand=False .Series
  -> .DataFrame: extractall get_dummies partition rpartition
  cat(others, ...) -> .Series ? others~None builtins.str
  __getitem__(key) -> .Series
class Series.dt
  property .Series: date time timetz year month day hour minute second microsecond nanosecond week weekofyear dayofweek day_of_week weekday dayofyear day_of_year quarter
  property .Series: is_month_start is_month_end is_quarter_start is_quarter_end is_year_start is_year_end is_leap_year daysinmonth days_in_month days seconds microseconds
  property .Series: nanoseconds start_time end_time qyear
  -> .Series: strftime normalize round floor ceil month_name day_name total_seconds to_period to_timestamp tz_localize tz_convert as_unit to_pytimedelta asfreq
  -> .DataFrame: isocalendar
  to_pydatetime() -> numpy.ndarray
class Series.cat
  property .Index: categories
  property .Series: codes
  ordered: builtins.bool
  -> .Series: rename_categories reorder_categories add_categories remove_categories remove_unused_categories set_categories as_ordered as_unordered
class Index complete
  -> numpy.ndarray: isna isnull notna notnull isin duplicated to_numpy argsort get_indexer
  -> builtins.list: tolist to_list
  -> self: copy sort_values drop drop_duplicates dropna fillna append delete insert union intersection difference symmetric_difference rename set_names astype map shift unique repeat where droplevel
  -> .Series: to_series value_counts
  to_frame(...) -> .DataFrame
  get_loc(key) -> builtins.int
  get_level_values(level) -> .Index
  equals(other) -> builtins.bool
  nunique(...) -> builtins.int
  str: .Index.str
  values: numpy.ndarray
  names
  name
  dtype
  shape: tuple[builtins.int]
  property builtins.int: size ndim nlevels
  property builtins.bool: is_unique is_monotonic_increasing is_monotonic_decreasing empty hasnans
  __getitem__(key) -> unknown ? key:slice self ? key:many self
  __iter__() -> iterator[.Label]
  __len__() -> builtins.int
class Index.str
  -> .Index: lower upper title capitalize strip lstrip rstrip replace slice len count join get pad zfill swapcase removeprefix removesuffix
  -> numpy.ndarray: contains startswith endswith match isalpha isdigit isnumeric
  split(pat, ...) -> .Index
  __getitem__(key) -> .Index
classes(.Index): RangeIndex CategoricalIndex IntervalIndex Int64Index Float64Index
class DatetimeIndex(.Index)
  property .Index: year month day hour minute second week weekofyear dayofweek day_of_week weekday dayofyear day_of_year quarter days_in_month
  property numpy.ndarray: date time is_month_start is_month_end is_leap_year
  -> .Index: strftime month_name day_name
  -> self: normalize round floor ceil tz_localize tz_convert
  to_period(...) -> .PeriodIndex
  to_pydatetime() -> numpy.ndarray
  isocalendar() -> .DataFrame
  __iter__() -> iterator[.Timestamp]
class PeriodIndex(.Index)
  property .Index: year month day hour minute second week weekofyear dayofweek day_of_week weekday dayofyear day_of_year quarter days_in_month
  property numpy.ndarray: is_leap_year
  property .DatetimeIndex: start_time end_time
  strftime(date_format) -> .Index
  asfreq(freq, ...) -> self
  to_timestamp(...) -> .DatetimeIndex
class TimedeltaIndex(.Index)
  property .Index: days seconds
  total_seconds() -> .Index
class MultiIndex(.Index)
  -> .MultiIndex: from_tuples from_product from_arrays from_frame remove_unused_levels set_levels swaplevel
  levels: list[.Index]
  codes
  to_flat_index() -> .Index
  __iter__() -> iterator[builtins.tuple]
class Timestamp(datetime.datetime)
  -> .Timestamp: now today utcnow fromtimestamp strptime combine normalize round floor ceil replace tz_localize tz_convert as_unit
  -> builtins.str: day_name month_name isoformat strftime
  to_pydatetime(...) -> datetime.datetime
  to_datetime64() -> numpy.datetime64
  to_numpy(...) -> numpy.datetime64
  to_period(...) -> .Period
  to_julian_date() -> builtins.float
  property builtins.int: dayofweek dayofyear week weekofyear quarter days_in_month daysinmonth nanosecond value
  property builtins.bool: is_month_start is_month_end is_year_start is_year_end is_leap_year
class Timedelta(datetime.timedelta)
  total_seconds() -> builtins.float
  property builtins.int: days seconds microseconds
class io.formats.style.Styler
  -> self: format background_gradient bar highlight_max highlight_min highlight_null highlight_between highlight_quantile set_properties set_caption set_table_styles set_table_attributes
  -> self: applymap apply map hide hide_index hide_columns set_precision set_na_rep text_gradient format_index set_sticky set_tooltips set_td_classes pipe relabel_index
  to_html(buf: write-path, ...) -> builtins.str !write
  to_excel(excel_writer: write-path, ...) -> None !write
  to_latex(buf: write-path, ...) -> builtins.str !write
  -> builtins.str: render to_string
`;
