/**
 * How each database library takes parameters: its placeholder (PEP 249's `paramstyle`), and where the values go.
 *
 *     sqlite3        execute("... a = ?", (x,))                   psycopg     execute("... a = %s", (x,))
 *     asyncpg        fetch("... a = $1", x)                       oracledb    execute("... a = :x", {"x": x})
 *     pyspark        sql("... a = :x", args={"x": x})             BigQuery    query("... a = @x", job_config=...)
 *
 * Read off the packages, `paramstyle` and the signatures of what executes: psycopg 3.3.9, psycopg2 2.9.13, duckdb 2.0.0 (`execute` takes the
 * values second, `sql` and `query` as `params=`), SQLAlchemy 2.1.9, pymysql 1.2.4, mysql-connector-python 26.10.0, pyodbc 5.5.0, pymssql 2.4.6,
 * snowflake-connector-python 5.2.0 (`pyformat` unless the program sets another paramstyle), snowpark 1.56.0 (`params=`, question marks),
 * databricks-sql-connector 4.9.0 (`named`), oracledb 26.1.0 (`named`), asyncpg 0.32.0, trino 0.340.0 and presto-python-client 0.8.4
 * (prepared statements with question marks), redshift_connector 2.2.0 (`format`), clickhouse-connect 1.12.0 (`parameters=`, a sequence fills
 * `%s`), awswrangler 3.17.1 (`params=`, `named`), google-cloud-bigquery 3.47.0, pyspark 4.3.0 (`args=`, since 3.4); sqlite3 and
 * MySQLdb by their documentation.
 */

export interface Driver {
  readonly library: "sqlite" | "postgres" | "asyncpg" | "duckdb" | "sqlalchemy" | "oracle" | "spark" | "bigquery" | "mysql" | "other";
  /** `$1` counts: `$1`, `$2`. */
  readonly placeholder: "?" | "%s" | ":name" | "@name" | "$1";
  /** `arguments`: each value is an argument of its own. `job`: BigQuery's QueryJobConfig. */
  readonly container: "tuple" | "list" | "dict" | "arguments" | "job";
  /** Keyword for the values; `undefined`: the argument after the SQL. */
  readonly keyword: string | undefined;
}

/** Whether "x" is a text like 'x', at least where no column has that name. */
export function hasDoubleQuotedText({ library }: Driver): boolean {
  return library === "sqlite" || library === "mysql" || library === "spark" || library === "bigquery";
}

/** Whether CAST(text AS INTERVAL) reads what stands in INTERVAL '7 days'. */
export function castsIntervals({ library }: Driver): boolean {
  return library === "postgres" || library === "asyncpg" || library === "duckdb";
}

interface Entry {
  /** Qualified names of classes and modules, up to the method. */
  readonly owner: RegExp;
  readonly methods: RegExp;
  readonly driver: Driver;
  /** `pandas.read_sql` can use its connections. */
  readonly hasCursors: boolean;
}

const entry = (
  owner: RegExp, methods: RegExp, library: Driver["library"], placeholder: Driver["placeholder"], container: Driver["container"],
  { keyword, hasCursors = true }: { readonly keyword?: string; readonly hasCursors?: boolean } = {},
): Entry => ({ owner, methods, driver: { library, placeholder, container, keyword }, hasCursors });

const execute = /^execute$/u;

const entries: readonly Entry[] = [
  entry(/^sqlite3\./u, execute, "sqlite", "?", "tuple"),
  entry(/^psycopg2?\./u, execute, "postgres", "%s", "tuple"),
  entry(/^_?duckdb\b/u, execute, "duckdb", "?", "list"),
  entry(/^_?duckdb\b/u, /^(?:sql|query)$/u, "duckdb", "?", "list", { keyword: "params" }),
  entry(/^sqlalchemy\./u, /^(?:execute|scalars?)$/u, "sqlalchemy", ":name", "dict"),
  entry(/^(?:pymysql|MySQLdb|mysql\.connector)\./u, execute, "mysql", "%s", "tuple"),
  entry(/^(?:snowflake\.connector|pymssql|redshift_connector)\./u, execute, "other", "%s", "tuple"),
  entry(/^snowflake\.snowpark\.Session$/u, /^sql$/u, "other", "?", "list", { keyword: "params", hasCursors: false }),
  entry(/^(?:pyodbc|trino\.dbapi|prestodb\.dbapi)\./u, execute, "other", "?", "tuple"),
  entry(/^databricks\.sql\./u, execute, "other", ":name", "dict"),
  entry(/^(?:oracledb|cx_Oracle)\./u, execute, "oracle", ":name", "dict"),
  entry(/^asyncpg\.(?:Connection|Pool)$/u, /^(?:execute|fetch|fetchrow|fetchval)$/u, "asyncpg", "$1", "arguments", { hasCursors: false }),
  entry(/^clickhouse_connect\./u, /^(?:query|query_df|command)$/u, "other", "%s", "tuple", { keyword: "parameters", hasCursors: false }),
  entry(/^google\.cloud\.bigquery\./u, /^(?:query|query_and_wait)$/u, "bigquery", "@name", "job", { keyword: "job_config", hasCursors: false }),
  entry(/^pyspark\.sql\.SparkSession$/u, /^sql$/u, "spark", ":name", "dict", { keyword: "args", hasCursors: false }),
  entry(/^awswrangler\.athena$/u, /^read_sql_query$/u, "other", ":name", "dict", { keyword: "params", hasCursors: false }),
];

/** The driver of `execute`, by the qualified name of the method. */
export function driverOf(target: string): Driver | undefined {
  const dot = target.lastIndexOf(".");
  const owner = target.slice(0, dot);
  const method = target.slice(dot + 1);
  return entries.find((each) => (each.owner.test(owner) || each.owner.test(`${owner}.`)) && each.methods.test(method))?.driver;
}

/** The driver behind `pandas.read_sql(sql, con)`, by the class of the connection. */
export function readSqlDriver(connection: string): Driver | undefined {
  const found = entries.find(({ owner, hasCursors }) => hasCursors && owner.test(connection))?.driver;
  return found && { ...found, keyword: "params" };
}

/** A driver whose placeholders the program can choose: `snowflake.connector.paramstyle = "qmark"`. */
export function hasChosenStyle(target: string): boolean {
  return /^(?:snowflake\.connector|redshift_connector)\./u.test(target);
}

/** Whether a library refuses this name for a parameter, as Oracle does with its reserved words. */
export function isReservedName({ library }: Driver, name: string): boolean {
  return library === "oracle" && (oracleReserved.has(name.toUpperCase()) || name.startsWith("_"));
}

/** Oracle Database SQL Language Reference, "Oracle SQL Reserved Words". */
const oracleReserved: ReadonlySet<string> = new Set(
  ("ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS CONNECT CREATE CURRENT DATE " +
    "DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT " +
    "INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT " +
    "NOCOMPRESS NOT NOWAIT NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID " +
    "ROWNUM ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER UID UNION UNIQUE UPDATE " +
    "USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH").split(" "),
);
