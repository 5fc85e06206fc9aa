/** Data frames: pandas and libraries that look like it. Names and order of pandas' parameters come from the generated stubs. */
export const pandas = `
module pandas
read_csv(filepath_or_buffer: read-path, ...) -> .DataFrame !read
read_table(filepath_or_buffer: read-path, ...) -> .DataFrame !read
read_fwf(filepath_or_buffer: read-path, ...) -> .DataFrame !read
read_excel(io: read-path, ...) -> .DataFrame !read
read_json(path_or_buf: read-path, ...) -> .DataFrame !read
read_html(io: read-path, ...) -> list[.DataFrame] !read
read_xml(path_or_buffer: read-path, ...) -> .DataFrame !read
read_parquet(path: read-path, ...) -> .DataFrame !read
read_feather(path: read-path, ...) -> .DataFrame !read
read_orc(path: read-path, ...) -> .DataFrame !read
read_hdf(path_or_buf: read-path, ...) -> .DataFrame !read
read_stata(filepath_or_buffer: read-path, ...) -> .DataFrame !read
read_sas(filepath_or_buffer: read-path, ...) !read
read_spss(path: read-path, ...) -> .DataFrame !read
read_pickle(filepath_or_buffer: read-path, ...) !read !deserialize
read_clipboard(...) -> .DataFrame !read
read_gbq(query: sql, ...) -> .DataFrame !read !execute
read_sql(sql: sql, con, index_col, coerce_float, params: sql-parameters, ...) !read !execute
read_sql_query(sql: sql, con, index_col, coerce_float, params: sql-parameters, ...) !read !execute
read_sql_table(table_name, con, ...) !read !execute
ExcelFile(path_or_buffer: read-path, ...) -> .ExcelFile !read
ExcelWriter(path: write-path, ...) -> .ExcelWriter !write
HDFStore(path: path, ...) -> .HDFStore !read
concat(objs, ...) -> .DataFrame
merge(left, right, ...) -> .DataFrame
merge_asof(left, right, ...) -> .DataFrame
merge_ordered(left, right, ...) -> .DataFrame
get_dummies(data, ...) -> .DataFrame
json_normalize(data, ...) -> .DataFrame
pivot_table(data, ...) -> .DataFrame
pivot(data, ...) -> .DataFrame
crosstab(index, columns, ...) -> .DataFrame
melt(frame, ...) -> .DataFrame
date_range(...) -> .DatetimeIndex
set_option(...) !configure
to_pickle(obj, filepath_or_buffer: write-path, ...) !write
DataFrame(data, index, columns, dtype, copy) -> .DataFrame
Series(data, index, dtype, name, copy, fastpath) -> .Series
class ExcelFile
  parse(sheet_name, ...) -> .DataFrame !read
  sheet_names: list[builtins.str]
class ExcelWriter
class HDFStore
class DataFrame complete
  to_csv(path_or_buf: write-path, ...) !write
  to_excel(excel_writer: write-path, ...) !write
  to_json(path_or_buf: write-path, ...) !write
  to_html(buf: write-path, ...) !write
  to_latex(buf: write-path, ...) !write
  to_markdown(buf: write-path, ...) !write
  to_xml(path_or_buffer: write-path, ...) !write
  to_parquet(path: write-path, ...) !write
  to_feather(path: write-path, ...) !write
  to_orc(path: write-path, ...) !write
  to_hdf(path_or_buf: write-path, ...) !write
  to_stata(path: write-path, ...) !write
  to_pickle(path: write-path, ...) !write
  to_sql(name, con, ...) !write
  to_gbq(destination_table, ...) !write
  append(other, ...) -> self
  iteritems()
  as_matrix(columns) -> numpy.ndarray
  lookup(row_labels, col_labels) -> numpy.ndarray
  mad(...) -> .Series
  tshift(...) -> self
  ix
  sample(n, frac, replace, weights, random_state: seed, ...) -> self !random
  query(expr, ...) -> self
  eval(expr, ...)
  head(n) -> self
  tail(n) -> self
  copy(...) -> self
  dropna(...) -> self
  fillna(...) -> self
  ffill(...) -> self
  bfill(...) -> self
  drop(...) -> self
  drop_duplicates(...) -> self
  rename(...) -> self
  assign(...) -> self
  astype(...) -> self
  reset_index(...) -> self
  set_index(...) -> self
  reindex(...) -> self
  sort_values(...) -> self
  sort_index(...) -> self
  merge(...) -> .DataFrame
  join(...) -> .DataFrame
  replace(...) -> self
  filter(...) -> self
  where(...) -> self
  mask(...) -> self
  clip(...) -> self
  round(...) -> self
  abs() -> self
  diff(...) -> self
  shift(...) -> self
  pivot(...) -> .DataFrame
  pivot_table(...) -> .DataFrame
  melt(...) -> .DataFrame
  stack(...)
  describe(...) -> .DataFrame
  corr(...) -> .DataFrame
  cov(...) -> .DataFrame
  isna() -> self
  isnull() -> self
  notna() -> self
  notnull() -> self
  transpose(...) -> .DataFrame
  nlargest(...) -> self
  nsmallest(...) -> self
  explode(...) -> self
  select_dtypes(...) -> self
  add_prefix(...) -> self
  add_suffix(...) -> self
  interpolate(...) -> self
  rank(...) -> self
  cumsum(...) -> self
  infer_objects(...) -> self
  convert_dtypes(...) -> self
  sum(...) -> .Series
  mean(...) -> .Series
  median(...) -> .Series
  std(...) -> .Series
  var(...) -> .Series
  min(...) -> .Series
  max(...) -> .Series
  count(...) -> .Series
  nunique(...) -> .Series
  quantile(...)
  duplicated(...) -> .Series
  memory_usage(...) -> .Series
  groupby(...) -> .api.typing.DataFrameGroupBy
  rolling(...) -> .api.typing.Rolling
  expanding(...) -> .api.typing.Expanding
  resample(...) -> .api.typing.DataFrameResampler
  iterrows() -> iterator[tuple[builtins.object, .Series]]
  to_numpy(...) -> numpy.ndarray
  to_dict(...)
  info(...) !print
  plot(...) !plot
  hist(...) !plot
  boxplot(...) !plot
  T: .DataFrame
  values: numpy.ndarray
  columns: .Index
  index
  dtypes: .Series
  shape: tuple[builtins.int, builtins.int]
  size: builtins.int
  empty: builtins.bool
  loc
  iloc
  at
  iat
  plot
class Series complete
  to_csv(path_or_buf: write-path, ...) !write
  to_json(path_or_buf: write-path, ...) !write
  to_excel(excel_writer: write-path, ...) !write
  to_hdf(path_or_buf: write-path, ...) !write
  to_pickle(path: write-path, ...) !write
  to_sql(name, con, ...) !write
  append(to_append, ...) -> self
  iteritems()
  ix
  sample(n, frac, replace, weights, random_state: seed, ...) -> self !random
  head(n) -> self
  tail(n) -> self
  copy(...) -> self
  dropna(...) -> self
  fillna(...) -> self
  ffill(...) -> self
  bfill(...) -> self
  drop(...) -> self
  drop_duplicates(...) -> self
  astype(...) -> self
  replace(...) -> self
  map(...) -> self
  where(...) -> self
  mask(...) -> self
  clip(...) -> self
  round(...) -> self
  abs() -> self
  diff(...) -> self
  shift(...) -> self
  rename(...) -> self
  sort_values(...) -> self
  sort_index(...) -> self
  value_counts(...) -> .Series
  isna() -> self
  isnull() -> self
  notna() -> self
  notnull() -> self
  isin(...) -> self
  between(...) -> self
  duplicated(...) -> self
  cumsum(...) -> self
  rank(...) -> self
  interpolate(...) -> self
  to_frame(...) -> .DataFrame
  to_numpy(...) -> numpy.ndarray
  to_list() -> builtins.list
  tolist() -> builtins.list
  unique()
  eq(...) -> self
  ne(...) -> self
  groupby(...) -> .api.typing.SeriesGroupBy
  rolling(...) -> .api.typing.Rolling
  plot(...) !plot
  hist(...) !plot
  values
  index
  T: self
  str: .core.strings.accessor.StringMethods
  dt
  cat
  name
  dtype
  shape
  size: builtins.int
  empty: builtins.bool
  loc
  iloc
  plot
class Index
  isna() -> numpy.ndarray
  tolist() -> builtins.list
class DatetimeIndex(.Index)
class MultiIndex(.Index)
class core.strings.accessor.StringMethods
class api.typing.DataFrameGroupBy
  agg(...) -> .DataFrame
  aggregate(...) -> .DataFrame
  sample(n, frac, replace, weights, random_state: seed) -> .DataFrame !random
  transform(...)
  sum(...) -> .DataFrame
  mean(...) -> .DataFrame
  median(...) -> .DataFrame
  min(...) -> .DataFrame
  max(...) -> .DataFrame
  std(...) -> .DataFrame
  count(...) -> .DataFrame
  nunique(...) -> .DataFrame
  head(...) -> .DataFrame
  tail(...) -> .DataFrame
  size(...)
class api.typing.SeriesGroupBy
  sample(n, frac, replace, weights, random_state: seed) -> .Series !random
  transform(...) -> .Series
  sum(...) -> .Series
  mean(...) -> .Series
  median(...) -> .Series
  min(...) -> .Series
  max(...) -> .Series
  std(...) -> .Series
  count(...) -> .Series
  nunique(...) -> .Series
  value_counts(...) -> .Series
class api.typing.Rolling
class api.typing.Expanding
class api.typing.DataFrameResampler
alias core.frame.DataFrame = .DataFrame
alias core.series.Series = .Series
alias core.api.DataFrame = .DataFrame
alias io.json.json_normalize = .json_normalize
alias io.parsers.read_csv = .read_csv
alias io.parsers.readers.read_csv = .read_csv
alias io.pickle.read_pickle = .read_pickle
alias io.sql.read_sql = .read_sql
alias core.reshape.concat.concat = .concat
alias core.reshape.merge.merge = .merge
`;

export const polars = `
module polars
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
class DataFrame
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
  to_numpy(...) -> numpy.ndarray
class LazyFrame
  collect(...) -> .DataFrame
  sink_parquet(path: write-path, ...) !write
  sink_csv(path: write-path, ...) !write
  sink_ipc(path: write-path, ...) !write
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
class dataframe.DataFrame
  to_csv(filename: write-path, ...) !write
  to_parquet(path: write-path, ...) !write
  compute(...) -> pandas.DataFrame
  sample(n, frac, replace, random_state: seed) -> self !random
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
