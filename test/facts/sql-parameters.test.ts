import { describe, expect, test } from "vitest";
import { parametrize } from "../../server/analysis/facts/sql-parameters.ts";
import { valuesSource } from "../../server/analysis/facts/sql-values.ts";
import { driverOf } from "../../server/analysis/knowledge/sql-drivers.ts";
import type { Driver } from "../../server/analysis/knowledge/sql-drivers.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";

function driver(target: string): Driver {
  const found = driverOf(target);
  if (!found) throw new Error(`no driver: ${target}`);
  return found;
}

const question = driver("pyodbc.Cursor.execute");
const percent = driver("psycopg.Cursor.execute");
const named = driver("sqlalchemy.Connection.execute");
const sqlite = driver("sqlite3.Connection.execute");
const duckdb = driver("duckdb.DuckDBPyConnection.execute");
const asyncpg = driver("asyncpg.Connection.fetch");
const bigquery = driver("google.cloud.bigquery.Client.query");
const oracle = driver("oracledb.Cursor.execute");

/** The expression rewritten, and the values beside it; `undefined` when it is refused. Names in capitals are constant. */
function rewritten(expression: string, driver: Driver): string | undefined {
  const [unit] = Document.script("file:///a.py", `${expression}\n`).units;
  const statement = unit?.body[0];
  if (!unit || statement?.kind !== "Expr") throw new Error(`no expression: ${expression}`);
  const result = parametrize(unit, statement.value, driver, { isConstant: (hole) => hole.kind === "Name" && /^[A-Z]+$/u.test(hole.id) });
  if (!result) return undefined;
  const values = valuesSource(driver, result.values);
  if (values === undefined) return undefined;
  const edits = result.edits.map(({ at, text }) => ({ start: at.start, end: at.end, text }));
  return `${applyEdits(unit.text, edits).trimEnd()}  ${values}`;
}

function check(driver: Driver, rows: readonly (readonly [string, string | undefined])[]): void {
  for (const [source, wanted] of rows) test(source, () => { expect(rewritten(source, driver)).toBe(wanted); });
}

describe("f-strings", () => {
  check(question, [
    [`f"SELECT a FROM t WHERE b = {x}"`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`f"SELECT a FROM t WHERE b = '{x}' AND c = {y.z}"`, `"SELECT a FROM t WHERE b = ? AND c = ?"  (x, y.z)`],
    [`f"SELECT a FROM t WHERE b LIKE '%{x}%'"`, `"SELECT a FROM t WHERE b LIKE ?"  (f"%{x}%",)`],
    [`f"SELECT a FROM t WHERE b = '{x:%Y-%m}-01'"`, `"SELECT a FROM t WHERE b = ?"  (f"{x:%Y-%m}-01",)`],
    [`f"SELECT a FROM t WHERE b = '{x} {y}'"`, `"SELECT a FROM t WHERE b = ?"  (f"{x} {y}",)`],
    [`f"SELECT a FROM t WHERE b = 'it''s {x}'"`, `"SELECT a FROM t WHERE b = ?"  (f"it's {x}",)`],
    [`f"SELECT a FROM t WHERE b = {x!r}"`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`rf"SELECT a FROM t WHERE b = {x}"`, `r"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`f"SELECT a FROM {T} WHERE b = {x}"`, `f"SELECT a FROM {T} WHERE b = ?"  (x,)`],
    [`f"SELECT a FROM t WHERE b = '{row['k']}'"`, `"SELECT a FROM t WHERE b = ?"  (row['k'],)`],
    [`f"SELECT a FROM t WHERE b BETWEEN {x} AND {y} LIMIT {n}"`, `"SELECT a FROM t WHERE b BETWEEN ? AND ? LIMIT ?"  (x, y, n)`],
    [`f"INSERT INTO t VALUES ({x}, '{y}'), ({z}, 'c')"`, `"INSERT INTO t VALUES (?, ?), (?, 'c')"  (x, y, z)`],
    [`f"SELECT a FROM t -- all\\n WHERE b = {x}"`, undefined],
    [`f"""SELECT a\n-- {T}'s\nFROM t WHERE b = {x}"""`, `f"""SELECT a\n-- {T}'s\nFROM t WHERE b = ?"""  (x,)`],
    [`f"SELECT a FROM t" f" WHERE b = {x}" " LIMIT 1"`, `"SELECT a FROM t" " WHERE b = ?" " LIMIT 1"  (x,)`],
    [`f"SELECT a FROM t WHERE b = {x} AND c = '{{}}'"`, undefined],
    [`f"SELECT a FROM t WHERE b IN ({x})"`, undefined],
    [`f"SELECT a FROM {t} WHERE b = {x}"`, undefined],
    [`f"SELECT a FROM t WHERE {x}"`, undefined],
    [`f"SELECT a FROM t WHERE b = {x:>10}"`, undefined],
    [`f"SELECT a FROM t WHERE b = {x} AND c = '?'"`, `"SELECT a FROM t WHERE b = ? AND c = '?'"  (x,)`],
    [`f"SELECT a FROM t WHERE b = {x} AND c = ?"`, undefined],
    [`f"SELECT a FROM t WHERE b = {(yield)}"`, undefined],
  ]);
});

describe("double quotes", () => {
  check(sqlite, [[`f'SELECT a FROM t WHERE b = "{x}" AND c LIKE "{y}%"'`, `'SELECT a FROM t WHERE b = ? AND c LIKE ?'  (x, f"{y}%")`]]);
  check(question, [[`f'SELECT a FROM t WHERE b = "{x}"'`, undefined]]);
});

describe("the % operator", () => {
  check(question, [
    [`"SELECT a FROM t WHERE b = %s" % x`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = '%s' AND c = %s" % (x, y)`, `"SELECT a FROM t WHERE b = ? AND c = ?"  (x, y)`],
    [`"SELECT a FROM t WHERE b LIKE '%%%s%%'" % x`, `"SELECT a FROM t WHERE b LIKE ?"  (f"%{x}%",)`],
    [`"SELECT a FROM t WHERE b = %(x)s AND c = '%(y)s'" % {"x": 1 + k, "y": y}`, `"SELECT a FROM t WHERE b = ? AND c = ?"  (1 + k, y)`],
    [`"SELECT a FROM t WHERE c LIKE 'a%%' AND b = %s" % x`, `"SELECT a FROM t WHERE c LIKE 'a%' AND b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = %s" % (x, y)`, undefined],
    [`"SELECT a FROM t WHERE b = %s AND c = %s" % x`, undefined],
    [`"SELECT a FROM %s WHERE b = %s" % (T, x)`, `f"SELECT a FROM {T} WHERE b = ?"  (x,)`],
    [`"SELECT '{}' FROM %s WHERE b = %s" % (T, x)`, undefined],
    [`"SELECT a FROM " "%s WHERE b = %s" % (T, x)`, `"SELECT a FROM " f"{T} WHERE b = ?"  (x,)`],
  ]);
  check(percent, [
    [`"SELECT a FROM t WHERE c LIKE 'a%%' AND b = '%s'" % x`, `"SELECT a FROM t WHERE c LIKE 'a%%' AND b = %s"  (x,)`],
  ]);
});

describe("format", () => {
  check(question, [
    [`"SELECT a FROM t WHERE b = {}".format(x)`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = '{0}' OR c = '{0}'".format(x)`, `"SELECT a FROM t WHERE b = ? OR c = ?"  (x, x)`],
    [`"SELECT a FROM t WHERE b = {n}".format(n=x)`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = {}".format(x, y)`, undefined],
    [`"SELECT a FROM t WHERE b = {x[0]}".format(x=x)`, undefined],
    [`"SELECT a FROM t WHERE b = {}".format(*x)`, undefined],
  ]);
});

describe("concatenation", () => {
  check(question, [
    [`"SELECT a FROM t WHERE b = " + x`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = '" + x + "'"`, `"SELECT a FROM t WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = '" + x + "' AND c = " + str(y) + " LIMIT 3"`, `"SELECT a FROM t WHERE b = ? AND c = ? LIMIT 3"  (x, y)`],
    [`"SELECT a FROM t WHERE b LIKE '%" + x + "%'"`, `"SELECT a FROM t WHERE b LIKE ?"  (f"%{x}%",)`],
    [`"SELECT a FROM t WHERE b = '" + x + '"'`, undefined],
    [`prefix + " WHERE b = " + x`, undefined],
    [`"SELECT a FROM " + T + " WHERE b = '" + x + "'"`, `f"SELECT a FROM {T} WHERE b = ?"  (x,)`],
    [`"SELECT a FROM t WHERE b = " + x + " LIMIT " + N`, `f"SELECT a FROM t WHERE b = ? LIMIT {N}"  (x,)`],
  ]);
});

describe("%s placeholders double the other per cent signs", () => {
  check(percent, [
    [`f"SELECT a FROM t WHERE c LIKE 'a%' AND b = {x}"`, `"SELECT a FROM t WHERE c LIKE 'a%%' AND b = %s"  (x,)`],
    [`"SELECT a FROM t WHERE c LIKE 'a%' AND b = {}".format(x)`, `"SELECT a FROM t WHERE c LIKE 'a%%' AND b = %s"  (x,)`],
    [`"SELECT 10 % 3 FROM t WHERE b = '" + x + "'"`, `"SELECT 10 %% 3 FROM t WHERE b = %s"  (x,)`],
  ]);
});

describe("named placeholders", () => {
  check(named, [
    [`f"SELECT a FROM t WHERE b = '{x}' AND c = {self.y}"`, `"SELECT a FROM t WHERE b = :x AND c = :y"  {"x": x, "y": self.y}`],
    [`f"SELECT a FROM t WHERE b = {x} OR c = {x}"`, `"SELECT a FROM t WHERE b = :x OR c = :x"  {"x": x}`],
    [`f"SELECT a FROM t WHERE b = {p.x} OR c = {q.x}"`, `"SELECT a FROM t WHERE b = :x OR c = :x_2"  {"x": p.x, "x_2": q.x}`],
    [`f"SELECT a::int FROM t WHERE b = {x}"`, `"SELECT a::int FROM t WHERE b = :x"  {"x": x}`],
    [`f"SELECT a FROM t WHERE b = {x} AND c = ':d'"`, undefined],
  ]);
});

describe("lists", () => {
  check(question, [
    [`f"SELECT a FROM t WHERE b IN ({','.join(x)})"`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(x))})"  tuple(x)`],
    [`f"SELECT a FROM t WHERE c = '{y}' AND b IN ({', '.join(map(str, x))}) AND d = {z}"`,
      `f"SELECT a FROM t WHERE c = ? AND b IN ({', '.join(['?'] * len(x))}) AND d = ?"  (y, *x, z)`],
    [`"SELECT a FROM t WHERE b IN (%s)" % ",".join(str(i) for i in self.x)`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(self.x))})"  tuple(self.x)`],
    [`"SELECT a FROM t WHERE b IN ('%s')" % "','".join(x)`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(x))})"  tuple(x)`],
    [`"SELECT a FROM t WHERE b IN ({})".format(",".join(f"'{i}'" for i in x))`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(x))})"  tuple(x)`],
    [`"SELECT a FROM t WHERE b IN (" + ",".join([repr(i) for i in x]) + ")"`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(x))})"  tuple(x)`],
    [`f'SELECT a FROM t WHERE b NOT IN {tuple(x)}'`, `f'SELECT a FROM t WHERE b NOT IN ({", ".join(["?"] * len(x))})'  tuple(x)`],
    // What a call gives, it may give only once.
    [`f"SELECT a FROM t WHERE b IN ({','.join(x())})"`, undefined],
    [`f"SELECT a FROM t WHERE b IN ({','.join(i.name for i in x)})"`, undefined],
    [`f"SELECT a FROM t WHERE b IN ({','.join(i for i in x if i)})"`, undefined],
    [`f"SELECT a FROM t WHERE b = '{','.join(x)}'"`, undefined],
    [`f"SELECT a FROM t WHERE b IN ('{','.join(x)}')"`, undefined],
    [`f"SELECT a FROM t WHERE b IN ('{x}')"`, `"SELECT a FROM t WHERE b IN (?)"  (x,)`],
    [`f"SELECT a FROM t WHERE b IN ({';'.join(x)})"`, undefined],
  ]);
  check(duckdb, [[`f"SELECT a FROM t WHERE b IN ({','.join(x)}) AND c = {y}"`, `f"SELECT a FROM t WHERE b IN ({', '.join(['?'] * len(x))}) AND c = ?"  [*x, y]`]]);
  check(percent, [[`f"SELECT a FROM t WHERE b IN ({','.join(x)}) AND c LIKE 'a%'"`, `f"SELECT a FROM t WHERE b IN ({', '.join(['%s'] * len(x))}) AND c LIKE 'a%%'"  tuple(x)`]]);
  check(named, [
    [`f"SELECT a FROM t WHERE b IN ({','.join(x)}) AND c = {y}"`, `"SELECT a FROM t WHERE b IN :x AND c = :y"  {"x": list(x), "y": y}`],
    [`f"SELECT a FROM t WHERE b IN {tuple(x)}"`, `"SELECT a FROM t WHERE b IN :x"  {"x": list(x)}`],
  ]);
  check(oracle, [[`f"SELECT a FROM t WHERE b IN ({','.join(x)})"`, undefined]]);
  check(asyncpg, [[`f"SELECT a FROM t WHERE b IN ({','.join(x)})"`, undefined]]);
});

describe("literals with a type, and casts", () => {
  check(question, [
    [`f"SELECT a FROM t WHERE b >= DATE '{x}'"`, `"SELECT a FROM t WHERE b >= CAST(? AS DATE)"  (x,)`],
    [`f"SELECT a FROM t WHERE b >= timestamp '{x} 00:00:00'"`, `"SELECT a FROM t WHERE b >= CAST(? AS TIMESTAMP)"  (f"{x} 00:00:00",)`],
    [`f"SELECT a FROM t WHERE b = N'{x}'"`, undefined],
    [`f"SELECT a FROM t WHERE b > now() - INTERVAL '{x} days'"`, undefined],
    [`f"SELECT a FROM t WHERE b = json '{x}'"`, undefined],
    [`f"SELECT a FROM t WHERE b = '{x}'::date"`, `"SELECT a FROM t WHERE b = ?::date"  (x,)`],
    [`f"SELECT a FROM '{x}' WHERE b = 1"`, undefined],
    [`f"SELECT date_trunc('{x}', d) FROM t GROUP BY date_trunc('{x}', d)"`, undefined],
    [`f"SELECT a FROM t GROUP BY a HAVING count(*) > {x}"`, `"SELECT a FROM t GROUP BY a HAVING count(*) > ?"  (x,)`],
  ]);
  check(percent, [
    [`f"SELECT a FROM t WHERE b > now() - INTERVAL '{x} days'"`, `"SELECT a FROM t WHERE b > now() - CAST(%s AS INTERVAL)"  (f"{x} days",)`],
    [`f"SELECT a FROM t WHERE b > now() - INTERVAL '{x}' DAY"`, undefined],
  ]);
  check(named, [
    [`f"SELECT a FROM t WHERE b = '{x}'::date AND c = {y}::int"`, `"SELECT a FROM t WHERE b = CAST(:x AS date) AND c = CAST(:y AS int)"  {"x": x, "y": y}`],
    [`f"SELECT a FROM t WHERE c = {y}::numeric(3, 2)"`, undefined],
  ]);
  check(asyncpg, [[`f"SELECT a FROM t WHERE b > DATE '{x}' AND c = {y}"`, `"SELECT a FROM t WHERE b > CAST(CAST($1 AS TEXT) AS DATE) AND c = $2"  x, y`]]);
});

describe("libraries of their own kind", () => {
  check(oracle, [[`f"SELECT a FROM t WHERE b = '{date}' AND c = '{size}' AND d = '{x}'"`, `"SELECT a FROM t WHERE b = :value_1 AND c = :value_2 AND d = :x"  {"value_1": date, "value_2": size, "x": x}`]]);
  check(bigquery, [
    [`f"SELECT a FROM t WHERE b = '{x}'"`, `"SELECT a FROM t WHERE b = @x"  bigquery.QueryJobConfig(query_parameters=[bigquery.ScalarQueryParameter("x", "STRING", x)])`],
    [`f"SELECT a FROM t WHERE b = {x}"`, undefined],
    [`f"SELECT @@error.message FROM t WHERE b = '{x}'"`, undefined],
  ]);
});
