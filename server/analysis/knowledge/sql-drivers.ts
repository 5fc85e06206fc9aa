/**
 * How each database library takes parameters: the placeholder of its `paramstyle` (PEP 249), and where the values go.
 *
 * | library            | placeholder | values                         | source                                    |
 * |--------------------|-------------|--------------------------------|-------------------------------------------|
 * | sqlite3            | `?`         | second argument, a tuple       | docs.python.org/3/library/sqlite3.html    |
 * | psycopg 2 and 3    | `%s`        | second argument, a tuple       | psycopg.org/psycopg3/docs/basic/params    |
 * | pymysql, MySQLdb, mysql.connector | `%s` | second argument, a tuple | PEP 249 modules' `paramstyle`            |
 * | pyodbc             | `?`         | second argument, a tuple       | github.com/mkleehammer/pyodbc/wiki        |
 * | snowflake.connector | `%s`       | second argument, a tuple       | docs.snowflake.com, python connector      |
 * | duckdb             | `?`         | second argument, a list        | duckdb.org/docs/api/python                |
 * | SQLAlchemy text()  | `:name`     | second argument of execute, a dict | docs.sqlalchemy.org, `text()`         |
 * | pandas.read_sql    | its driver's | `params=`                     | pandas.pydata.org                         |
 * | spark.sql          | `:name`     | `args=`, a dict (Spark 3.4)    | spark.apache.org                          |
 */

export interface Driver {
  readonly placeholder: "?" | "%s" | ":name";
  readonly container: "tuple" | "list" | "dict";
  /** Keyword for the values; `undefined`: the argument after the SQL. */
  readonly keyword: string | undefined;
  /** "x" is a text like 'x', at least where no column has that name. */
  readonly hasDoubleQuotedText: boolean;
}

const positional = (placeholder: Driver["placeholder"], container: Driver["container"], hasDoubleQuotedText = false): Driver => ({
  placeholder, container, keyword: undefined, hasDoubleQuotedText,
});

const drivers: readonly { readonly library: RegExp; readonly driver: Driver }[] = [
  { library: /^sqlite3\./u, driver: positional("?", "tuple", true) },
  { library: /^(?:psycopg2?|snowflake\.connector)\./u, driver: positional("%s", "tuple") },
  { library: /^(?:pymysql|MySQLdb|mysql\.connector)\./u, driver: positional("%s", "tuple", true) },
  { library: /^pyodbc\./u, driver: positional("?", "tuple") },
  { library: /^_?duckdb\./u, driver: positional("?", "list") },
  { library: /^sqlalchemy\./u, driver: positional(":name", "dict") },
];

/** The driver of `execute`, by the qualified name of the method. */
export function driverOf(target: string): Driver | undefined {
  if (target === "pyspark.sql.SparkSession.sql") return { placeholder: ":name", container: "dict", keyword: "args", hasDoubleQuotedText: true };
  const driver = drivers.find(({ library }) => library.test(target))?.driver;
  const method = target.slice(target.lastIndexOf(".") + 1);
  if (driver?.placeholder === "?" && driver.container === "list" && method !== "execute") return { ...driver, keyword: "params" };
  return method === "execute" ? driver : undefined;
}

/** The driver behind `pandas.read_sql(sql, con)`, by the class of the connection. */
export function readSqlDriver(connection: string): Driver | undefined {
  const driver = drivers.find(({ library }) => library.test(connection))?.driver;
  return driver && { ...driver, keyword: "params" };
}
