import { describe, expect, test } from "vitest";
import { HOLE, holePositions, isSql } from "../../server/analysis/facts/sql-text.ts";

/** Kinds of the holes in a text where `@` stands for one. */
function kinds(sql: string): string {
  return holePositions(sql.replaceAll("@", HOLE)).map(({ kind }) => kind).join(" ");
}

describe("what may stand in a hole", () => {
  test.each([
    ["SELECT a FROM t WHERE b = @", "value"],
    ["SELECT a FROM t WHERE b >= @ AND c != @", "value value"],
    ["SELECT a FROM t WHERE b = '@'", "quoted"],
    ['SELECT a FROM t WHERE b = "@"', "quoted"],
    ['SELECT "@" FROM t', "name"],
    ['SELECT a FROM t WHERE b LIKE "%@%" AND "@" = 1', "quoted name"],
    ["SELECT a FROM t WHERE b LIKE '%@%' OR c ILIKE @", "quoted value"],
    ["SELECT a FROM t WHERE b = 'it''s @'", "quoted"],
    ["SELECT a FROM t WHERE b BETWEEN @ AND @", "value value"],
    ["SELECT a FROM t WHERE b = 1 AND @", "text"],
    ["SELECT a FROM t WHERE @", "text"],
    ["SELECT a FROM t WHERE b IN (@)", "list"],
    ["SELECT a FROM t WHERE b IN (@, @)", "list list"],
    ["SELECT a FROM t WHERE b IN @", "list"],
    ["SELECT a FROM @", "name"],
    ["SELECT a FROM @.t", "name"],
    ["SELECT a FROM s.@", "name"],
    ["SELECT a FROM t_@", "name"],
    ["SELECT a FROM `@`", "name"],
    ["SELECT a FROM t JOIN @ ON t.a = @.a", "name name"],
    ["SELECT @ FROM t", "name"],
    ["SELECT a, @ FROM t", "name"],
    ["SELECT a FROM t ORDER BY @ @", "name text"],
    ["SELECT a FROM t ORDER BY a, @", "name"],
    ["SELECT a FROM t LIMIT @ OFFSET @", "value value"],
    ["INSERT INTO @ VALUES (@, '@')", "name value quoted"],
    ["INSERT INTO t VALUES (1, 2), (@, 3)", "value"],
    ["INSERT INTO t VALUES (@)", "list"],
    ["INSERT INTO t (a, @) VALUES (1, 2)", "text"],
    ["UPDATE @ SET a = @ WHERE b = @", "name value value"],
    ["UPDATE t SET @ = 1", "name"],
    ["CREATE TABLE @ (a int)", "name"],
    ["DROP TABLE IF EXISTS @", "name"],
    ["SELECT a -- of @\nFROM t WHERE b = @", "comment value"],
    ["SELECT a /* of @ */ FROM t WHERE b = @", "comment value"],
    ["SELECT f(@) FROM t", "text"],
    ["SELECT a FROM t WHERE b = @(1)", "name"],
  ])("%s", (sql, wanted) => { expect(kinds(sql)).toBe(wanted); });
});

describe("what begins like SQL", () => {
  test.each([
    "SELECT * FROM t", "select a from t", "\n    SELECT a\n    FROM t", "-- all\nSELECT a FROM t", "(SELECT a FROM t)", `SELECT ${HOLE} FROM t`,
    "WITH x AS (SELECT 1) SELECT * FROM x", "INSERT INTO t VALUES (1)", "UPDATE t SET a = 1", "DELETE FROM t", "CREATE TABLE t (a int)",
    "CREATE OR REPLACE TEMP VIEW v AS SELECT 1", "DROP TABLE t", "TRUNCATE TABLE t", "PRAGMA table_info(t)",
  ])("%s", (sql) => { expect(isSql(sql)).toBe(true); });
  test.each([
    "Select an item", "selected", "Update the readme", "delete me", "with great power", "create a table of contents", "hello", "insert coin", "drop it",
    "show me", "call me", "",
  ])("not: %s", (text) => { expect(isSql(text)).toBe(false); });
});
