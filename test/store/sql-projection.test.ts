/** Names of a query's columns. `name` a column, `name!` an alias, `...` at the end when there may be more. */
import { expect, test } from "vitest";
import { projectionOf } from "../../server/analysis/store/sql-projection.ts";
import { SQL_HOLE } from "../../server/analysis/store/sql-tokens.ts";

function columns(sql: string): string {
  const text = sql.replaceAll("●", SQL_HOLE);
  const { columns: found, open } = projectionOf(text);
  for (const { name, at } of found) expect(text.slice(at.start, at.end).replaceAll("``", "`")).toBe(name);
  return [...found.map(({ name, kind }) => (kind === "alias" ? `${name}!` : name)), ...(open ? ["..."] : [])].join(" ");
}

test.each([
  ["select a, b from t", "a b"],
  ["SELECT t.a, s.t.b, `weird name`, t.`c d` FROM t", "a b weird name c d"],
  ["SELECT a AS x, b y, sum(c) total, sum(d) AS `sum of d` FROM t", "x! y! total! sum of d!"],
  ["SELECT DISTINCT a FROM t", "a"],
  ["SELECT ALL a FROM t;", "a"],
  ["SELECT /*+ BROADCAST(t) */ a -- the first, b\n, b /* c, */ FROM t", "a b"],
  ["SELECT user, date, timestamp, value FROM t", "user date timestamp value"],
  ["SELECT CASE WHEN a > 1 THEN 'x, y' ELSE \"from\" END AS flag, CASE a WHEN 1 THEN 2 END kind FROM t", "flag! kind!"],
  ["SELECT count(*) AS n, count(DISTINCT a, b) c FROM t GROUP BY d", "n! c!"],
  ["SELECT sum(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS run FROM t", "run!"],
  ["SELECT cast(a AS int) AS a, a::int AS b, (SELECT max(x) FROM u) m FROM t", "a! b! m!"],
  ["SELECT a['k'] v, b[0] AS w, s.f, transform(xs, x -> x + 1) AS ys FROM t", "v! w! f ys!"],
  ["SELECT date_sub(d, 1) AS d1, INTERVAL 1 DAY AS day1 FROM t WHERE x = 'it''s'", "d1! day1!"],
  ["SELECT stack(2, a, b) AS (k, v), c FROM t", "k! v! c"],
  ["SELECT a, 'x' AS label, 1 one, NULL AS nothing, TRUE yes FROM t", "a label! one! nothing! yes!"],
  ["SELECT a\nFROM t\nUNION ALL\nSELECT b FROM u", "a"],
  ["(SELECT a FROM t) UNION (SELECT b FROM u)", "a"],
  ["SELECT 1 AS from_nowhere", "from_nowhere!"],
  ["SELECT a AS x FROM t LATERAL VIEW explode(xs) e AS y", "x!"],
])("%s", (sql, expected) => {
  expect(columns(sql)).toBe(expected);
});

test.each([
  ["WITH p AS (SELECT a, b AS c FROM t) SELECT * FROM p", "a c!"],
  ["WITH p AS (SELECT a FROM t), q AS (SELECT p.*, 1 AS one FROM p) SELECT q.*, b FROM q JOIN t ON q.a = t.a", "a one! b"],
  ["WITH p (x, y) AS (SELECT a, b FROM t) SELECT * FROM P", "x! y!"],
  ["SELECT * FROM (SELECT a, max(b) AS top FROM t GROUP BY a) s WHERE top > 1", "a top!"],
  ["SELECT s.*, u.c FROM (SELECT a FROM t) AS s LEFT JOIN u ON s.a = u.a", "a c"],
])("stars over what is known: %s", (sql, expected) => {
  expect(columns(sql)).toBe(expected);
});

test.each([
  ["SELECT * FROM t", "..."],
  ["SELECT t.*, a AS b FROM t", "b! ..."],
  ["SELECT * FROM (SELECT * FROM t)", "..."],
  ["SELECT a, * EXCEPT (b) FROM t", "a ..."],
  ["WITH p AS (SELECT a FROM t) SELECT * FROM p JOIN u USING (a)", "..."],
  ["WITH p AS (SELECT a FROM t) SELECT * FROM p LATERAL VIEW explode(a) AS b", "..."],
  ["SELECT count(*), a + 1, -b, f(c), a FROM t", "a ..."],
  ["SELECT a IS NULL, a AND b, a BETWEEN 1 AND c, a LIKE b, x DIV y, NOT a, a::int, b IN (1) FROM t", "..."],
  ["SELECT 'text', 12, NULL, current_date FROM t", "..."],
  ["SELECT d + INTERVAL 1 DAY FROM t", "..."],
  ["SELECT ●, a FROM t", "a ..."],
  ["SELECT a AS ●, pre_● AS x, y_● FROM ●", "x! ..."],
  ["SELECT x AS (a FROM t", "..."],
  ["FROM t SELECT a", "..."],
  ["not a query", "..."],
  ["", "..."],
  ["SELECT 'open string FROM t", "..."],
  ["SELECT 1.5.2 ¤ FROM t", "..."],
])("open: %s", (sql, expected) => {
  expect(columns(sql)).toBe(expected);
});

test("a hole in a table's name or a condition leaves the columns as they are", () => {
  expect(columns("SELECT a, b FROM ● WHERE c = '●' AND d > ●")).toBe("a b");
  expect(columns("SELECT a FROM db.table_● WHERE x")).toBe("a");
});

test("no text takes long or throws", () => {
  for (const sql of ["(".repeat(5000), `SELECT ${"a, ".repeat(5000)}b FROM t`, "WITH a AS ".repeat(500), "SELECT " + "(SELECT ".repeat(300) + "1" + ")".repeat(300) + " AS x"]) {
    expect(() => projectionOf(sql)).not.toThrow();
  }
  expect(projectionOf(`SELECT ${"a, ".repeat(5000)}b FROM t`).columns).toHaveLength(5001);
});
