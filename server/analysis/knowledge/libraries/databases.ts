/**
 * Databases: where SQL goes, how its parameters are passed, and what is a credential. `!connect` is for what waits for the other side:
 * engines, pools and clients that connect when they are first used have none.
 */
const dbapi = (connection: string, cursor: string): string => `
class ${connection}
  cursor(...) -> .${cursor}
  commit() !write
  rollback()
  close()
class ${cursor}
  execute(operation: sql, parameters: sql-parameters, ...) !execute
  executemany(operation: sql, parameters: sql-parameters, ...) !execute
  fetchone() !read
  fetchall() !read
  fetchmany(size) !read
  close()
`;

export const psycopg2 = `
module psycopg2
connect(dsn: connection-url, connection_factory, cursor_factory, *, dbname: database, database: database, user: user, password: password, host: host, port: port, ...) -> .extensions.connection !connect
class extensions.connection
  cursor(name, cursor_factory, ...) -> .extensions.cursor
  commit() !write
  rollback()
  close()
class extensions.cursor
  execute(query: sql, vars: sql-parameters) !execute
  executemany(query: sql, vars_list: sql-parameters) !execute
  callproc(procname, parameters) !execute
  mogrify(query: sql, vars: sql-parameters) -> builtins.bytes
  copy_expert(sql: sql, file, size) !execute
  fetchone() !read
  fetchall() !read
  fetchmany(size) !read
  close()
extras.execute_values(cur, sql: sql, argslist: sql-parameters, ...) !execute
extras.execute_batch(cur, sql: sql, argslist: sql-parameters, ...) !execute
pool.SimpleConnectionPool(minconn, maxconn, *args, user: user, password: password, host: host, port: port, database: database, dbname: database, dsn: connection-url, ...) -> .pool.SimpleConnectionPool !connect
pool.ThreadedConnectionPool(minconn, maxconn, *args, user: user, password: password, host: host, port: port, database: database, dbname: database, dsn: connection-url, ...) -> .pool.SimpleConnectionPool !connect
class pool.SimpleConnectionPool
  getconn(key) -> .extensions.connection
`;

export const psycopg = `
module psycopg
connect(conninfo: connection-url, *, autocommit, dbname: database, user: user, password: password, host: host, port: port, ...) -> .Connection !connect
class Connection
  connect(conninfo: connection-url, *, autocommit, dbname: database, user: user, password: password, host: host, port: port, ...) -> .Connection !connect
  cursor(...) -> .Cursor
  execute(query: sql, params: sql-parameters, ...) -> .Cursor !execute
  commit() !write
  rollback()
  close()
class Cursor
  execute(query: sql, params: sql-parameters, ...) -> self !execute
  executemany(query: sql, params_seq: sql-parameters, ...) !execute
  copy(statement: sql, params: sql-parameters, ...) !execute
  fetchone() !read
  fetchall() !read
  fetchmany(size) !read
class AsyncConnection(.Connection)
  connect(conninfo: connection-url, *, password: password, ...) -> .AsyncConnection !connect
  cursor(...) -> .AsyncCursor
class AsyncCursor(.Cursor)
`;

export const psycopgPool = `
module psycopg_pool
ConnectionPool(conninfo: connection-url, *, ...) -> .ConnectionPool !connect
class ConnectionPool
  connection(timeout) -> psycopg.Connection
  getconn(timeout) -> psycopg.Connection
AsyncConnectionPool(conninfo: connection-url, *, ...) -> .AsyncConnectionPool !connect
class AsyncConnectionPool
`;

export const sqlalchemy = `
module sqlalchemy
create_engine(url: connection-url, ...) -> .Engine
engine.create_engine(url: connection-url, ...) -> .Engine
ext.asyncio.create_async_engine(url: connection-url, ...) -> .ext.asyncio.AsyncEngine
text(text: sql) -> .TextClause
URL.create(drivername, username: user, password: password, host: host, port: port, database: database, query) -> .URL
engine.URL.create(drivername, username: user, password: password, host: host, port: port, database: database, query) -> .URL
engine.url.URL.create(drivername, username: user, password: password, host: host, port: port, database: database, query) -> .URL
orm.sessionmaker(bind, ...) -> .orm.sessionmaker
orm.Session(bind, ...) -> .orm.Session
class URL
class TextClause
  bindparams(*binds, **names_to_values) -> self
class Engine
  connect() -> .Connection !connect
  begin() -> .Connection !connect
  raw_connection(...)
  execute(statement: sql, *multiparams: sql-parameters, **params) -> .CursorResult !execute
  dispose(...)
class Connection
  execute(statement: sql, parameters: sql-parameters, ...) -> .CursorResult !execute
  exec_driver_sql(statement: sql, parameters: sql-parameters, ...) -> .CursorResult !execute
  scalar(statement: sql, parameters: sql-parameters, ...) !execute
  scalars(statement: sql, parameters: sql-parameters, ...) !execute
  begin()
  commit() !write
  rollback()
  close()
class CursorResult
  fetchall() !read
  fetchone() !read
  scalar() !read
  mappings() -> self
class orm.sessionmaker
  __call__(...) -> .orm.Session
  begin() -> .orm.Session
class orm.Session
  execute(statement: sql, params: sql-parameters, ...) -> .CursorResult !execute
  scalar(statement: sql, params: sql-parameters, ...) !execute
  scalars(statement: sql, params: sql-parameters, ...) !execute
  query(*entities)
  commit() !write
  rollback()
  close()
class ext.asyncio.AsyncEngine
  connect() -> .ext.asyncio.AsyncConnection !connect
  begin() -> .ext.asyncio.AsyncConnection !connect
class ext.asyncio.AsyncConnection(.Connection)
class ext.asyncio.AsyncSession(.orm.Session)
alias engine.Engine = .Engine
alias engine.base.Engine = .Engine
alias engine.Connection = .Connection
alias engine.base.Connection = .Connection
alias engine.create_engine = .create_engine
alias engine.url.URL.create = .URL.create
alias engine.URL.create = .URL.create
alias sql.text = .text
alias sql.expression.text = .text
alias orm.session.Session = .orm.Session
`;

export const mysql = `
module mysql
connector.connect(*, host: host, user: user, password: password, passwd: password, database: database, port: port, ...) -> .connector.MySQLConnection !connect
connector.MySQLConnection(*, host: host, user: user, password: password, passwd: password, database: database, port: port, ...) -> .connector.MySQLConnection !connect
${dbapi("connector.MySQLConnection", "connector.cursor.MySQLCursor")}
`;

export const pymysql = `
module pymysql
connect(*, user: user, password: password, passwd: password, host: host, database: database, db: database, port: port, ...) -> .connections.Connection !connect
Connect(*, user: user, password: password, passwd: password, host: host, database: database, db: database, port: port, ...) -> .connections.Connection !connect
class connections.Connection
  cursor(cursor) -> .cursors.Cursor
  commit() !write
  close()
class cursors.Cursor
  execute(query: sql, args: sql-parameters) -> builtins.int !execute
  executemany(query: sql, args: sql-parameters) -> builtins.int !execute
  fetchone() !read
  fetchall() !read
  fetchmany(size) !read
`;

export const MySQLdb = `
module MySQLdb
connect(host: host, user: user, password: password, database: database, ..., passwd: password, db: database) -> .connections.Connection !connect
class connections.Connection
  cursor(...) -> .cursors.Cursor
  commit() !write
class cursors.Cursor
  execute(query: sql, args: sql-parameters) !execute
  executemany(query: sql, args: sql-parameters) !execute
  fetchall() !read
`;

export const pyodbc = `
module pyodbc
connect(connstring: connection-url, *, autocommit, user: user, uid: user, password: password, pwd: password, server: host, database: database, ...) -> .Connection !connect
class Connection
  cursor() -> .Cursor
  execute(sql: sql, *params: sql-parameters) -> .Cursor !execute
  commit() !write
  close()
class Cursor
  execute(sql: sql, *params: sql-parameters) -> self !execute
  executemany(sql: sql, params: sql-parameters) !execute
  fetchone() !read
  fetchall() !read
`;

export const pymssql = `
module pymssql
connect(server: host, user: user, password: password, database: database, ...) -> .Connection !connect
${dbapi("Connection", "Cursor")}
`;

export const oracledb = `
module oracledb
connect(dsn: connection-url, *, user: user, password: password, host: host, port: port, ...) -> .Connection !connect
class Connection
  cursor(...) -> .Cursor
  commit() !write
class Cursor
  execute(statement: sql, parameters: sql-parameters, ...) !execute
  executemany(statement: sql, parameters: sql-parameters, ...) !execute
  fetchall() !read
  fetchone() !read
`;

export const cx_Oracle = `
module cx_Oracle
connect(user: user, password: password, dsn: connection-url, ...) -> .Connection !connect
class Connection
  cursor(...) -> .Cursor
  commit() !write
class Cursor
  execute(statement: sql, parameters: sql-parameters, ...) !execute
  executemany(statement: sql, parameters: sql-parameters, ...) !execute
  fetchall() !read
`;

export const snowflake = `
module snowflake
connector.connect(*, account: host, user: user, password: password, token: token, private_key: token, passcode: password, database: database, schema, warehouse, role, ...) -> .connector.SnowflakeConnection !connect
class connector.SnowflakeConnection
  cursor(...) -> .connector.cursor.SnowflakeCursor
  execute_string(sql_text: sql, ...) !execute
  commit() !write
  close()
class connector.cursor.SnowflakeCursor
  execute(command: sql, params: sql-parameters, ...) -> self !execute
  executemany(command: sql, seqparams: sql-parameters, ...) -> self !execute
  fetchone() !read
  fetchall() !read
  fetch_pandas_all(...) -> pandas.DataFrame !read
sqlalchemy.URL(*, account: host, user: user, password: password, ...)
snowpark.context.get_active_session() -> .snowpark.Session
snowpark.Session.builder.config(...) -> .snowpark.Session.SessionBuilder
snowpark.Session.builder.configs(...) -> .snowpark.Session.SessionBuilder
class snowpark.Session.SessionBuilder
  config(...) -> self
  configs(...) -> self
  create() -> .snowpark.Session !connect
  getOrCreate() -> .snowpark.Session !connect
class snowpark.Session
  sql(query: sql, params: sql-parameters) -> .snowpark.DataFrame !execute
  table(...) -> .snowpark.DataFrame
class snowpark.DataFrame
  to_pandas(...) -> pandas.DataFrame !read
  toPandas(...) -> pandas.DataFrame !read
`;

export const databricks = `
module databricks
sql.connect(server_hostname: host, http_path, access_token: token, ...) -> .sql.client.Connection !connect
class sql.client.Connection
  cursor(...) -> .sql.client.Cursor
  close()
class sql.client.Cursor
  execute(operation: sql, parameters: sql-parameters, ...) -> self !execute
  executemany(operation: sql, seq_of_parameters: sql-parameters) !execute
  fetchall() !read
  fetchone() !read
class feature_engineering.FeatureEngineeringClient
  create_training_set(...) -> .feature_engineering.TrainingSet
  read_table(...) -> pyspark.sql.DataFrame !read
  score_batch(...) -> pyspark.sql.DataFrame
class feature_store.FeatureStoreClient(.feature_engineering.FeatureEngineeringClient)
class feature_engineering.TrainingSet
  load_df() -> pyspark.sql.DataFrame
alias feature_engineering.client = .feature_engineering
alias feature_store.client = .feature_store
`;

export const google = `
module google
cloud.bigquery.Client(project: database, credentials, ...) -> .cloud.bigquery.Client
class cloud.bigquery.Client
  query(query: sql, job_config: sql-parameters, ...) -> .cloud.bigquery.QueryJob !execute
  query_and_wait(query: sql, *, job_config: sql-parameters, ...) !execute
  from_service_account_json(json_credentials_path: read-path, ...) -> .cloud.bigquery.Client !read
class cloud.bigquery.QueryJob
  result(...) !read
  to_dataframe(...) -> pandas.DataFrame !read
oauth2.service_account.Credentials.from_service_account_file(filename: read-path, ...) !read
cloud.storage.Client(project, credentials, ...) -> .cloud.storage.Client
class cloud.storage.Client
generativeai.configure(*, api_key: token, ...) !configure
genai.Client(*, api_key: token, ...) -> .genai.Client
class genai.Client
`;

export const duckdb = `
module duckdb
connect(database: path, read_only, config) -> .DuckDBPyConnection !connect
sql(query: sql, *, alias, params: sql-parameters, connection) -> .DuckDBPyRelation !execute
query(query: sql, *, alias, params: sql-parameters, connection) -> .DuckDBPyRelation !execute
execute(query: sql, parameters: sql-parameters, *, connection) -> .DuckDBPyConnection !execute
executemany(query: sql, parameters: sql-parameters, *, connection) -> .DuckDBPyConnection !execute
read_csv(path_or_buffer: read-path, ...) -> .DuckDBPyRelation !read
read_parquet(file_glob: read-path, ...) -> .DuckDBPyRelation !read
read_json(path_or_buffer: read-path, ...) -> .DuckDBPyRelation !read
from_csv_auto(path_or_buffer: read-path, ...) -> .DuckDBPyRelation !read
from_parquet(file_glob: read-path, ...) -> .DuckDBPyRelation !read
class DuckDBPyConnection
  execute(query: sql, parameters: sql-parameters) -> self !execute
  executemany(query: sql, parameters: sql-parameters) -> self !execute
  sql(query: sql, *, alias, params: sql-parameters) -> .DuckDBPyRelation !execute
  query(query: sql, *, alias, params: sql-parameters) -> .DuckDBPyRelation !execute
  cursor() -> self
  fetchall() !read
  fetchone() !read
  df() -> pandas.DataFrame !read
  -> pandas.DataFrame !read: fetchdf fetch_df
  -> .DuckDBPyRelation: table view values from_df from_arrow read_csv read_parquet read_json from_csv_auto from_parquet
  fetchnumpy() -> dict !read
  pl(...) -> polars.DataFrame !read
  register(view_name, python_object) -> self
  commit() -> self
  close()
class DuckDBPyRelation
  -> .DuckDBPyRelation: filter aggregate order sort limit project select join union distinct describe query set_alias count sum mean min max create_view
  -> list: fetchall
  fetchone() -> tuple | None
  -> pandas.DataFrame !read: fetchdf
  pl(...) -> polars.DataFrame !read
  columns: list[str]
  df() -> pandas.DataFrame !read
  to_df() -> pandas.DataFrame !read
  write_csv(file_name: write-path, ...) !write
  write_parquet(file_name: write-path, ...) !write
  to_csv(file_name: write-path, ...) !write
  to_parquet(file_name: write-path, ...) !write
`;

export const clickhouse = `
module clickhouse_connect
get_client(*, host: host, username: user, password: password, database: database, port: port, ...) -> .driver.Client !connect
class driver.Client
  query(query: sql, parameters: sql-parameters, ...) !execute
  query_df(query: sql, parameters: sql-parameters, ...) -> pandas.DataFrame !execute
  command(cmd: sql, parameters: sql-parameters, ...) !execute
`;

export const asyncpg = `
module asyncpg
connect(dsn: connection-url, *, host: host, port: port, user: user, password: password, database: database, ...) -> .Connection !connect
create_pool(dsn: connection-url, *, host: host, port: port, user: user, password: password, database: database, ...) -> .Pool !connect
class Connection
  execute(query: sql, *args: sql-parameters) !execute
  executemany(command: sql, args: sql-parameters) !execute
  fetch(query: sql, *args: sql-parameters) !execute
  fetchrow(query: sql, *args: sql-parameters) !execute
  fetchval(query: sql, *args: sql-parameters) !execute
class Pool(.Connection)
  acquire() -> .Connection
`;

export const trino = `
module trino
dbapi.connect(*, host: host, port: port, user: user, auth: auth, ...) -> .dbapi.Connection !connect
auth.BasicAuthentication(username: user, password: password) -> .auth.BasicAuthentication
${dbapi("dbapi.Connection", "dbapi.Cursor")}
`;

export const redshift = `
module redshift_connector
connect(user: user, database: database, password: password, port: port, host: host, ...) -> .Connection !connect
${dbapi("Connection", "Cursor")}
`;

export const awswrangler = `
module awswrangler
athena.read_sql_query(sql: sql, database, ..., params: sql-parameters) -> pandas.DataFrame !execute
s3.read_csv(path: read-path, ...) -> pandas.DataFrame !read
s3.read_parquet(path: read-path, ...) -> pandas.DataFrame !read
s3.to_csv(df, path: write-path, ...) !write
s3.to_parquet(df, path: write-path, ...) !write
`;

export const pymongo = `
module pymongo
MongoClient(host: connection-url, port: port, *, username: user, password: password, tls, tlsAllowInvalidCertificates, ...) -> .MongoClient
class MongoClient
alias mongo_client.MongoClient = .MongoClient
`;

export const redis = `
module redis
Redis(host: host, port: port, db, password: password, *, username: user, ...) -> .Redis
StrictRedis(host: host, port: port, db, password: password, *, username: user, ...) -> .Redis
from_url(url: connection-url, ...) -> .Redis
ConnectionPool(*, host: host, port: port, password: password, ...) -> .ConnectionPool
class Redis
  from_url(url: connection-url, ...) -> .Redis
alias client.Redis = .Redis
`;

export const elasticsearch = `
module elasticsearch
Elasticsearch(hosts: connection-url, *, api_key: token, basic_auth: auth, http_auth: auth, verify_certs: verify, ...) -> .Elasticsearch
class Elasticsearch
`;

export const cassandra = `
module cassandra
auth.PlainTextAuthProvider(username: user, password: password) -> .auth.PlainTextAuthProvider
`;

export const neo4j = `
module neo4j
GraphDatabase.driver(uri: connection-url, *, auth: auth, ...) -> .Driver
class Driver
`;

/** What is retrieved becomes a frame; how definitions are made is read elsewhere (knowledge/definitions.ts). */
export const feast = `
module feast
class FeatureStore
  get_historical_features(entity_df, features, full_feature_names, ...) -> .RetrievalJob
  get_online_features(features, entity_rows, full_feature_names, ...) -> .OnlineResponse
class RetrievalJob
  to_df(...) -> pandas.DataFrame !read
class OnlineResponse
  to_df(...) -> pandas.DataFrame !read
  to_dict(...) -> builtins.dict
`;

/** Both generations of one library; the classes are reached by several ways. */
export const qwak = jfrog("qwak");
export const frogml = jfrog("frogml");

function jfrog(name: string): string {
  return `
module ${name}
alias feature_store.offline.client_v2 = .feature_store.offline
alias feature_store.offline.client = .feature_store.offline
module ${name}.feature_store.offline
class OfflineClientV2
  get_feature_values(features, population, point_in_time_column_name, ...) -> pandas.DataFrame !read
  get_feature_range_values(features, start_date, end_date, population, ...) -> pandas.DataFrame !read
class OfflineClient
  get_feature_values(entity_key_to_features, population, point_in_time_column_name, ...) -> pandas.DataFrame !read
  get_feature_range_values(entity_key_to_features, start_date, end_date, ...) -> pandas.DataFrame !read
module ${name}.feature_store.online.client
class OnlineClient
  get_feature_values(schema, df, ...) -> pandas.DataFrame !read
`;
}
