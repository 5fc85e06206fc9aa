/** Data frames other than pandas' own. */
export const polars = `
module polars
read_ods(source: read-path, ...) -> .DataFrame !read
read_csv(source: read-path, ...) -> .DataFrame !read
read_parquet(source: read-path, ...) -> .DataFrame !read
read_json(source: read-path, ...) -> .DataFrame !read
read_ndjson(source: read-path, ...) -> .DataFrame !read
read_ipc(source: read-path, ...) -> .DataFrame !read
read_excel(source: read-path, ...) -> .DataFrame !read
read_avro(source: read-path, ...) -> .DataFrame !read
read_delta(source: read-path, ...) -> .DataFrame !read
read_database(query: sql, connection, ...) -> .DataFrame !read !execute
read_database_uri(query: sql, uri: connection-url, ...) -> .DataFrame !read !execute
scan_csv(source: read-path, ...) -> .LazyFrame !read
scan_parquet(source: read-path, ...) -> .LazyFrame !read
scan_ndjson(source: read-path, ...) -> .LazyFrame !read
scan_ipc(source: read-path, ...) -> .LazyFrame !read
scan_delta(source: read-path, ...) -> .LazyFrame !read
DataFrame(data, schema, ...) -> .DataFrame
Series(name, values, ...) -> .Series
concat(items, ...) -> .DataFrame
from_pandas(data, ...) -> .DataFrame ? data:pandas.Series .Series
class dataframe.group_by.GroupBy
  __iter__() -> iterator[tuple[unknown, .DataFrame]]
class DataFrame
  property builtins.int: height width
  write_csv(file: write-path, ...) !write
  write_parquet(file: write-path, ...) !write
  write_json(file: write-path, ...) !write
  write_ndjson(file: write-path, ...) !write
  write_ipc(file: write-path, ...) !write
  write_excel(workbook: write-path, ...) !write
  write_avro(file: write-path, ...) !write
  write_delta(target: write-path, ...) !write
  write_database(table_name, connection: connection-url, ...) !write
  sample(n, *, fraction, with_replacement, shuffle, seed: seed) -> self !random
  filter(...) -> self
  select(...) -> self
  with_columns(...) -> self
  drop(...) -> self
  rename(...) -> self
  sort(...) -> self
  head(n) -> self
  tail(n) -> self
  join(...) -> self
  unique(...) -> self
  drop_nulls(...) -> self
  fill_null(...) -> self
  lazy() -> .LazyFrame
  to_pandas(...) -> pandas.DataFrame
  get_column(name, ...) -> .Series
  -> self: vstack hstack extend with_row_count with_row_index
  to_numpy(...) -> numpy.ndarray
class LazyFrame
  collect(...) -> .DataFrame
  sink_parquet(path: write-path, ...) !write
  sink_csv(path: write-path, ...) !write
  sink_ipc(path: write-path, ...) !write
  sink_ndjson(path: write-path, ...) !write
  filter(...) -> self
  select(...) -> self
  with_columns(...) -> self
  sort(...) -> self
class Series
  sample(n, *, fraction, with_replacement, shuffle, seed: seed) -> self !random
  shuffle(seed: seed) -> self !random
  to_numpy(...) -> numpy.ndarray
`;

export const pyspark = `
module pyspark
SparkContext(master, appName, ...) -> .SparkContext
SparkConf(...) -> .SparkConf
class SparkConf
  set(key, value) -> self
  setAppName(value) -> self
  setMaster(value) -> self
class SparkContext
  getOrCreate(conf) -> .SparkContext
  textFile(name: read-path, ...) -> .RDD !read
  wholeTextFiles(path: read-path, ...) -> .RDD !read
  pickleFile(name: read-path, ...) -> .RDD !read !deserialize
  addFile(path: read-path, ...) !read
class RDD
  saveAsTextFile(path: write-path, ...) !write
  saveAsPickleFile(path: write-path, ...) !write
  sample(withReplacement, fraction, seed: seed) -> self !random
  randomSplit(weights, seed: seed) -> list[.RDD] !random
class sql.SparkSession
  builder: .sql.SparkSession.Builder
  sql(sqlQuery: sql, args: sql-parameters, **kwargs: sql-parameters) -> .sql.DataFrame !execute
  table(tableName) -> .sql.DataFrame !read
  createDataFrame(data, ...) -> .sql.DataFrame
  range(...) -> .sql.DataFrame
  stop()
  read: .sql.DataFrameReader
  readStream: .sql.DataFrameReader
  sparkContext: .SparkContext
class sql.SparkSession.Builder
  appName(name) -> self
  master(master) -> self
  config(key, value, ...) -> self
  enableHiveSupport() -> self
  remote(url: host) -> self
  getOrCreate() -> .sql.SparkSession !connect
sql.SparkSession.builder.appName(name) -> .sql.SparkSession.Builder
sql.SparkSession.builder.master(master) -> .sql.SparkSession.Builder
sql.SparkSession.builder.config(key, value, ...) -> .sql.SparkSession.Builder
sql.SparkSession.builder.enableHiveSupport() -> .sql.SparkSession.Builder
sql.SparkSession.builder.remote(url: host) -> .sql.SparkSession.Builder
sql.SparkSession.builder.getOrCreate() -> .sql.SparkSession !connect
class sql.DataFrameReader
  csv(path: read-path, ...) -> .sql.DataFrame !read
  parquet(*paths: read-path, ...) -> .sql.DataFrame !read
  json(path: read-path, ...) -> .sql.DataFrame !read
  orc(path: read-path, ...) -> .sql.DataFrame !read
  text(paths: read-path, ...) -> .sql.DataFrame !read
  load(path: read-path, ...) -> .sql.DataFrame !read
  table(tableName) -> .sql.DataFrame !read
  jdbc(url: connection-url, table, ...) -> .sql.DataFrame !read
  format(source) -> self
  option(key, value) -> self
  options(...) -> self
  schema(schema) -> self
class sql.DataFrame
  write: .sql.DataFrameWriter
  writeStream
  rdd: .RDD
  sample(withReplacement, fraction, seed: seed) -> self !random
  sampleBy(col, fractions, seed: seed) -> self !random
  randomSplit(weights, seed: seed) -> list[.sql.DataFrame] !random
  filter(condition) -> self
  where(condition) -> self
  select(*cols) -> self
  selectExpr(*expr) -> self
  withColumn(colName, col) -> self
  withColumnRenamed(existing, new) -> self
  drop(*cols) -> self
  dropna(...) -> self
  fillna(...) -> self
  join(other, on, how) -> self
  orderBy(*cols) -> self
  sort(*cols) -> self
  limit(num) -> self
  distinct() -> self
  dropDuplicates(...) -> self
  union(other) -> self
  unionByName(other, ...) -> self
  repartition(...) -> self
  coalesce(numPartitions) -> self
  cache() -> self
  persist(...) -> self
  alias(alias) -> self
  createOrReplaceTempView(name) !configure
  groupBy(*cols) -> .sql.GroupedData
  toPandas() -> pandas.DataFrame
  show(...) !print
  printSchema(...) !print
  collect() -> builtins.list
  count() -> builtins.int
class sql.GroupedData
  agg(*exprs) -> .sql.DataFrame
  count() -> .sql.DataFrame
  sum(*cols) -> .sql.DataFrame
  avg(*cols) -> .sql.DataFrame
class sql.DataFrameWriter
  csv(path: write-path, ...) !write
  parquet(path: write-path, ...) !write
  json(path: write-path, ...) !write
  orc(path: write-path, ...) !write
  text(path: write-path, ...) !write
  save(path: write-path, ...) !write
  saveAsTable(name, ...) !write
  insertInto(tableName, ...) !write
  jdbc(url: connection-url, table, ...) !write
  format(source) -> self
  mode(saveMode) -> self
  option(key, value) -> self
  options(...) -> self
  partitionBy(*cols) -> self
alias sql.session.SparkSession = .sql.SparkSession
alias sql.dataframe.DataFrame = .sql.DataFrame
sql.functions.rand(seed: seed) !random
sql.functions.randn(seed: seed) !random
sql.SQLContext(...) -> .sql.SparkSession
`;

export const dask = `
module dask
dataframe.read_csv(urlpath: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_parquet(path: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_json(url_path: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_hdf(pattern: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_orc(path: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_table(urlpath: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_fwf(urlpath: read-path, ...) -> .dataframe.DataFrame !read
dataframe.read_sql(sql, con: connection-url, index_col, ...) -> .dataframe.DataFrame !read !execute
dataframe.read_sql_query(sql, con: connection-url, index_col, ...) -> .dataframe.DataFrame !read !execute
dataframe.read_sql_table(table_name, con: connection-url, index_col, ...) -> .dataframe.DataFrame !read
dataframe.to_csv(df, filename: write-path, ...) !write
dataframe.to_parquet(df, path: write-path, ...) !write
array.from_npy_stack(dirname: read-path, ...) !read
array.to_npy_stack(dirname: write-path, x, ...) !write
array.from_zarr(url: read-path, ...) !read
array.to_zarr(arr, url: write-path, ...) !write
array.to_hdf5(filename: write-path, *args, ...) !write
bag.read_text(urlpath: read-path, ...) !read
bag.read_avro(urlpath: read-path, ...) !read
class dataframe.DataFrame
  to_csv(filename: write-path, ...) !write
  to_parquet(path: write-path, ...) !write
  to_json(filename: write-path, ...) !write
  to_hdf(path_or_buf: write-path, key, ...) !write
  to_orc(path: write-path, ...) !write
  to_sql(name, uri: connection-url, ...) !write
  compute(...) -> pandas.DataFrame
  head(n, npartitions, compute) -> pandas.DataFrame ? compute=False self
  tail(n, compute) -> pandas.DataFrame ? compute=False self
  sample(n, frac, replace, random_state: seed) -> self !random
  random_split(frac, random_state: seed, shuffle) -> list[self] !random
  -> self: persist repartition assign astype fillna ffill bfill dropna drop drop_duplicates rename query map_overlap merge join set_index reset_index sort_values select_dtypes copy clip round abs isna isnull notnull isin replace where mask shift diff cumsum cumprod cummax cummin nlargest nsmallest explode describe add_prefix add_suffix rename_axis melt to_timestamp shuffle optimize corr cov mode get_partition categorize clear_divisions combine_first to_backend lower_once simplify map applymap append
  quantile(q, axis, ...) -> .dataframe.Series ? q:many self
  -> .dataframe.Series: count nunique sum mean median median_approximate min max std var sem prod product any all idxmin idxmax skew kurtosis kurt memory_usage memory_usage_per_partition pop
  groupby(by, ...) -> .dataframe.dask_expr._groupby.GroupBy
  map_partitions(func, ...) -> unknown !calls func(pandas.DataFrame)
  to_dask_array(...) -> .array.Array
  -> list: to_delayed
  -> unknown: apply pipe eval reduction rolling resample pivot_table squeeze align to_bag to_records visualize info explain analyze pprint items iteritems iterrows itertuples nunique_approx combine dot first last to_html to_string enforce_runtime_divisions compute_current_divisions get_dtype_counts
  -> self: add sub mul div truediv floordiv mod pow radd rsub rmul rdiv rtruediv rfloordiv rmod rpow divide eq ne lt le gt ge
  property int: npartitions ndim
  property tuple: divisions shape
  dtypes: pandas.Series
  columns: pandas.Index
  index: .dataframe.Index
  values: .array.Array
  size: .dataframe.Scalar
  property list: axes
  property unknown: known_divisions partitions iloc empty dask expr nbytes attrs plot
  loc: .dataframe.Rows
  __getitem__(key) -> unknown ? key:text .dataframe.Series ? key:many self ? key:.dataframe.Series self
  __getattr__(name) -> .dataframe.Series
  __len__() -> int
class dataframe.Rows hidden complete
  __getitem__(rows, columns) -> .dataframe.DataFrame ? columns:text .dataframe.Series ? columns:many .dataframe.DataFrame ? columns:slice .dataframe.DataFrame ? columns unknown
class dataframe.Series
  compute(...) -> pandas.Series
  head(n, npartitions, compute) -> pandas.Series ? compute=False self
  tail(n, compute) -> pandas.Series ? compute=False self
  sample(n, frac, replace, random_state: seed) -> self !random
  random_split(frac, random_state: seed, shuffle) -> list[self] !random
  -> self: persist repartition fillna ffill bfill dropna drop_duplicates astype clip round abs isna isnull notnull isin between shift diff cumsum cumprod cummax cummin nlargest nsmallest replace where mask rename copy value_counts unique describe explode apply map mode combine_first add sub mul div truediv floordiv mod pow radd rsub rmul rdiv eq ne lt le gt ge
  -> .dataframe.Scalar: sum mean std var min max count nunique prod sem any all skew kurtosis corr cov autocorr idxmin idxmax median_approximate nunique_approx memory_usage
  quantile(q, ...) -> .dataframe.Scalar ? q:many self
  to_frame(name) -> .dataframe.DataFrame
  reset_index(drop, ...) -> .dataframe.DataFrame ? drop=True self
  groupby(by, ...) -> .dataframe.dask_expr._groupby.SeriesGroupBy
  to_dask_array(...) -> .array.Array
  property int: npartitions ndim
  property tuple: divisions shape
  values: .array.Array
  size: .dataframe.Scalar
  property unknown: known_divisions loc partitions axes name dtype dtypes dask expr nbytes attrs plot is_monotonic_increasing is_monotonic_decreasing
  str: .dataframe.dask_expr._str_accessor.StringAccessor
  dt: .dataframe.dask_expr._datetime.DatetimeAccessor
  index: .dataframe.Index
  __getitem__(key) -> self
  __len__() -> int
class dataframe.Index(.dataframe.Series)
  compute(...) -> pandas.Index
  -> unknown: head tail groupby
class dataframe.Scalar
  compute(...) -> unknown
class dataframe.dask_expr._str_accessor.StringAccessor
  -> .dataframe.Series: lower upper strip lstrip rstrip replace contains startswith endswith len slice title zfill match
class dataframe.dask_expr._datetime.DatetimeAccessor
  property .dataframe.Series: year month day hour minute second dayofweek weekday dayofyear quarter date time
  -> .dataframe.Series: strftime floor ceil round normalize tz_localize tz_convert
class dataframe.dask_expr._groupby.GroupBy
  -> .dataframe.DataFrame: agg aggregate sum mean count min max std var first last prod median idxmin idxmax cumsum cumprod head tail get_group corr cov
  -> .dataframe.Series: size cumcount
  -> unknown: apply transform rolling compute shift ffill bfill
  __getitem__(key) -> unknown ? key:text .dataframe.dask_expr._groupby.SeriesGroupBy ? key:many self
  __getattr__(name) -> .dataframe.dask_expr._groupby.SeriesGroupBy
class dataframe.dask_expr._groupby.SeriesGroupBy
  agg(arg, ...) -> unknown ? arg:text .dataframe.Series ? arg:many .dataframe.DataFrame
  -> .dataframe.Series: sum mean count min max std var first last prod median idxmin idxmax cumsum cumprod cumcount size nunique value_counts unique head tail get_group
  -> unknown: aggregate apply transform rolling compute shift ffill bfill corr cov
-> .dataframe.DataFrame: dataframe.merge dataframe.merge_asof dataframe.melt dataframe.from_dict dataframe.from_delayed dataframe.from_map dataframe.get_dummies dataframe.pivot_table
dataframe.from_pandas(data, npartitions, sort, chunksize) -> unknown ? data:pandas.DataFrame .dataframe.DataFrame ? data:pandas.Series .dataframe.Series
dataframe.concat(dfs, axis, ...) -> unknown ? dfs/.dataframe.DataFrame .dataframe.DataFrame
-> .dataframe.Series: dataframe.to_numeric dataframe.to_timedelta
dataframe.to_datetime(arg, ...) -> unknown ? arg:.dataframe.Series .dataframe.Series
-> tuple: compute persist
class array.Array
  compute(...) -> numpy.Element
  -> self: persist rechunk reshape ravel flatten transpose astype sum mean std var min max prod any all argmin argmax cumsum cumprod clip round dot map_blocks map_overlap repeat squeeze swapaxes
  T: self
  dtype: numpy.dtype
  property int: ndim npartitions
  property unknown: size nbytes chunks blocks dask numblocks name
  __getitem__(key) -> self
  __len__() -> int
-> .array.Array: array.from_array array.ones array.zeros array.full array.empty array.arange array.concatenate array.stack array.vstack array.hstack array.where array.mean array.sum array.std array.min array.max array.exp array.log array.sqrt array.abs array.dot array.matmul
-> .array.Array !random: array.random.random array.random.normal array.random.randint array.random.uniform array.random.standard_normal array.random.choice
`;

export const geopandas = `
module geopandas
read_file(filename: read-path, ...) -> .GeoDataFrame !read
read_parquet(path: read-path, ...) -> .GeoDataFrame !read
read_feather(path: read-path, ...) -> .GeoDataFrame !read
read_postgis(sql: sql, con, geom_col, crs, index_col, coerce_float, parse_dates, params: sql-parameters, ...) -> .GeoDataFrame !read !execute
class GeoDataFrame(pandas.DataFrame)
  to_file(filename: write-path, ...) !write
  to_crs(...) -> self
  plot(...) -> matplotlib.axes.Axes !plot
class GeoSeries(pandas.Series)
  plot(...) -> matplotlib.axes.Axes !plot
`;

export const xarray = `
module xarray
open_dataset(filename_or_obj: read-path, ...) -> .Dataset !read
open_mfdataset(paths: read-path, ...) -> .Dataset !read
open_dataarray(filename_or_obj: read-path, ...) -> .DataArray !read
open_zarr(store: read-path, ...) -> .Dataset !read
load_dataset(filename_or_obj: read-path, ...) -> .Dataset !read
class Dataset
  to_netcdf(path: write-path, ...) !write
  to_zarr(store: write-path, ...) !write
class DataArray
  to_netcdf(path: write-path, ...) !write
`;

export const pyarrow = `
module pyarrow
parquet.read_table(source: read-path, ...) -> .Table !read
parquet.read_pandas(source: read-path, ...) -> .Table !read
parquet.write_table(table, where: write-path, ...) !write
parquet.ParquetFile(source: read-path, ...) -> .parquet.ParquetFile !read
parquet.ParquetDataset(path_or_paths: read-path, ...) -> .parquet.ParquetDataset !read
parquet.write_to_dataset(table, root_path: write-path, ...) !write
feather.read_feather(source: read-path, ...) -> pandas.DataFrame !read
feather.read_table(source: read-path, ...) -> .Table !read
feather.write_feather(df, dest: write-path, ...) !write
csv.read_csv(input_file: read-path, ...) -> .Table !read
csv.write_csv(data, output_file: write-path, ...) !write
json.read_json(input_file: read-path, ...) -> .Table !read
orc.read_table(source: read-path, ...) -> .Table !read
dataset.dataset(source: read-path, ...) -> .dataset.Dataset !read
dataset.write_dataset(data, base_dir: write-path, ...) !write
OSFile(path: path, mode, ...) !read
memory_map(path: read-path, ...) !read
class Table
  to_pandas(...) -> pandas.DataFrame
`;

export const openpyxl = `
module openpyxl
load_workbook(filename: read-path, ...) -> .Workbook !read
class Workbook
  save(filename: write-path) !write
`;
