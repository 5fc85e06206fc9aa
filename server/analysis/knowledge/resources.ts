/**
 * What has to be closed, and what a call does to something open that it is given.
 *
 * Sources: docs.python.org/3/library (io, sqlite3: "the context manager neither implicitly opens a new transaction nor closes the
 * connection", contextlib.closing), www.psycopg.org/docs (psycopg 2: `with` ends the transaction, not the connection; psycopg 3: `with`
 * commits), pyodbc's wiki (`with` commits), docs.sqlalchemy.org, docs.h5py.org, pandas.pydata.org (ExcelWriter, HDFStore).
 */

export interface Resource {
  /** Completes "... is never closed". */
  readonly what: "file" | "connection" | "session" | "cursor" | "answer" | "archive" | "writer";
  /**
   * `itself`: leaving a `with` closes it and does nothing else. `closing`: it needs contextlib.closing, as its own `with` leaves it
   * open or ends a transaction.
   */
  readonly enter: "itself" | "closing";
}

const file: Resource = { what: "file", enter: "itself" };
const connection: Resource = { what: "connection", enter: "closing" };
const session: Resource = { what: "session", enter: "itself" };
const cursor: Resource = { what: "cursor", enter: "closing" };
const archive: Resource = { what: "archive", enter: "itself" };
const writer: Resource = { what: "writer", enter: "itself" };

/** Callables whose result has to be closed. */
export const resources: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ...["builtins.open", "pathlib.Path.open", "gzip.open", "gzip.GzipFile", "bz2.open", "lzma.open", "codecs.open", "h5py.File", "shelve.open", "pandas.HDFStore", "pandas.ExcelFile"]
    .map((name): [string, Resource] => [name, file]),
  ["tarfile.open", archive],
  ["zipfile.ZipFile", archive],
  ["pandas.ExcelWriter", writer],
  ["pyarrow.parquet.ParquetWriter", writer],
  ...["sqlite3.connect", "psycopg2.connect", "psycopg.connect", "mysql.connector.connect", "pymysql.connect", "MySQLdb.connect", "pyodbc.connect", "pymssql.connect",
    "oracledb.connect", "cx_Oracle.connect", "snowflake.connector.connect", "databricks.sql.connect", "duckdb.connect", "trino.dbapi.connect", "redshift_connector.connect"]
    .map((name): [string, Resource] => [name, connection]),
  ["sqlalchemy.Engine.connect", { what: "connection", enter: "itself" }],
  ["sqlalchemy.Engine.raw_connection", connection],
  ["smtplib.SMTP", { what: "connection", enter: "itself" }],
  ["smtplib.SMTP_SSL", { what: "connection", enter: "itself" }],
  ["ftplib.FTP", { what: "connection", enter: "itself" }],
  ["sqlalchemy.orm.Session", session],
  ["sqlalchemy.orm.sessionmaker.__call__", session],
  ["requests.Session", session],
  ["httpx.Client", session],
  ["urllib.request.urlopen", { what: "answer", enter: "itself" }],
]);

/** Cursors that hold something on the server: asked of a connection that lives on, they have to be closed too. */
export const cursors: ReadonlyMap<string, Resource> = new Map([
  "psycopg2.extensions.connection.cursor", "psycopg.Connection.cursor", "mysql.connector.MySQLConnection.cursor", "pymysql.connections.Connection.cursor",
  "pyodbc.Connection.cursor", "oracledb.Connection.cursor", "cx_Oracle.Connection.cursor", "snowflake.connector.SnowflakeConnection.cursor",
].map((name) => [name, cursor]));

/** Methods that end it. */
export const closers: ReadonlySet<string> = new Set(["close", "quit", "release", "disconnect", "detach", "shutdown", "dispose", "invalidate", "__exit__", "save"]);

/** Functions that close what they are given, now or later. */
export const closingFunctions: ReadonlySet<string> = new Set(["contextlib.closing", "atexit.register", "weakref.finalize"]);

/** Methods whose result does not need the open thing any more. */
export const fetching: ReadonlySet<string> = new Set([
  "read", "readline", "readlines", "readinto", "write", "writelines", "writestr", "seek", "tell", "flush", "truncate", "fileno", "isatty", "readable", "writable", "seekable",
  "fetchall", "fetchone", "fetchmany", "fetchval", "fetchdf", "fetchnumpy", "df", "fetch_df", "arrow", "fetch_arrow_table", "pl", "fetch_pandas_all", "to_df",
  "scalar", "scalar_one", "scalar_one_or_none", "one", "one_or_none", "first", "all", "get_one",
  "commit", "rollback", "flush", "add", "add_all", "merge", "refresh", "expunge_all", "delete", "begin_nested", "bulk_insert_mappings", "bulk_save_objects",
  "namelist", "getnames", "infolist", "getmembers", "extractall", "extract", "testzip", "printdir",
  "get", "post", "put", "patch", "head", "options", "request", "mount", "update",
  "parse", "keys", "select", "append", "put", "remove", "to_excel", "write_table", "write_batch", "create_table_as", "sendmail", "send_message", "login", "starttls", "ehlo",
  "retrbinary", "storbinary", "cwd", "nlst", "retrlines", "getheader", "getcode", "info", "geturl",
]);

/** Attributes whose value does not need it. */
export const plainAttributes: ReadonlySet<string> = new Set([
  "name", "mode", "closed", "encoding", "newlines", "rowcount", "lastrowid", "description", "total_changes", "in_transaction", "status", "status_code", "headers",
  "sheet_names", "filename", "row_factory", "autocommit", "verify", "auth", "cookies", "proxies", "params",
]);

/**
 * Library functions that use something open during the call only, so that whoever opened it still has to close it. What they return is
 * data; see {@link lazyArguments}.
 */
export const borrowers: ReadonlySet<string> = new Set([
  "json.load", "json.dump", "pickle.load", "pickle.dump", "yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.dump", "yaml.safe_dump", "toml.load", "tomllib.load", "tomli.load",
  "joblib.load", "joblib.dump", "dill.load", "dill.dump", "cloudpickle.load", "cloudpickle.dump", "marshal.load", "torch.load", "torch.save", "numpy.load", "numpy.save", "numpy.savetxt",
  "numpy.loadtxt", "numpy.genfromtxt", "shutil.copyfileobj",
  "pandas.read_csv", "pandas.read_table", "pandas.read_json", "pandas.read_excel", "pandas.read_pickle", "pandas.read_parquet", "pandas.read_sql", "pandas.read_sql_query",
  "pandas.read_sql_table", "pandas.read_fwf", "pandas.read_html", "pandas.read_xml", "pandas.read_feather",
  "pandas.DataFrame.to_csv", "pandas.DataFrame.to_sql", "pandas.DataFrame.to_json", "pandas.DataFrame.to_excel", "pandas.DataFrame.to_pickle", "pandas.DataFrame.to_parquet",
  "pandas.DataFrame.to_html", "pandas.DataFrame.to_string", "pandas.DataFrame.to_latex", "pandas.Series.to_csv", "pandas.Series.to_json", "pandas.Series.to_excel", "pandas.Series.to_sql",
  "builtins.print", "builtins.list", "builtins.sorted", "builtins.len", "builtins.sum", "builtins.set", "builtins.tuple", "builtins.max", "builtins.min", "builtins.any", "builtins.all",
  "builtins.dict", "builtins.isinstance", "builtins.next", "builtins.type", "builtins.repr", "builtins.str", "builtins.id", "builtins.bool", "builtins.hasattr",
  "builtins.str.join", "collections.Counter",
]);

/** With one of these, a borrower gives out something that goes on reading. */
export const lazyArguments: ReadonlySet<string> = new Set(["chunksize", "iterator", "mmap_mode", "mmap"]);

/** Functions whose result goes on using what they are given, and is used up where it stands. */
export const viewers: ReadonlySet<string> = new Set([
  "csv.reader", "csv.DictReader", "csv.writer", "csv.DictWriter", "builtins.enumerate", "builtins.zip", "builtins.map", "builtins.filter", "builtins.iter", "builtins.reversed",
  "itertools.islice", "itertools.chain", "tqdm.tqdm", "tqdm.auto.tqdm",
]);

/** Classes around something open that close it when they are closed: who has the wrapper has the file. */
export const wrappers: ReadonlySet<string> = new Set(["io.TextIOWrapper", "io.BufferedReader", "io.BufferedWriter", "io.BufferedRandom", "codecs.StreamReader", "codecs.StreamWriter", "codecs.StreamReaderWriter"]);
