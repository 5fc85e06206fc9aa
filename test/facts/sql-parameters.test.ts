import { describe, expect, test } from "vitest";
import { parametrize } from "../../server/analysis/facts/sql-parameters.ts";
import type { Driver } from "../../server/analysis/knowledge/sql-drivers.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";

const question: Driver = { placeholder: "?", container: "tuple", keyword: undefined, hasDoubleQuotedText: false };
const percent: Driver = { placeholder: "%s", container: "tuple", keyword: undefined, hasDoubleQuotedText: false };
const named: Driver = { placeholder: ":name", container: "dict", keyword: undefined, hasDoubleQuotedText: false };

/** The expression rewritten, and the values beside it; `undefined` when it is refused. Names in capitals are constant. */
function rewritten(expression: string, driver: Driver): string | undefined {
  const [unit] = Document.script("file:///a.py", `${expression}\n`).units;
  const statement = unit?.body[0];
  if (!unit || statement?.kind !== "Expr") throw new Error(`no expression: ${expression}`);
  const result = parametrize(unit, statement.value, driver, (hole) => hole.kind === "Name" && /^[A-Z]+$/u.test(hole.id));
  if (!result) return undefined;
  const edits = result.edits.map(({ at, text }) => ({ start: at.start, end: at.end, text }));
  return `${applyEdits(unit.text, edits).trimEnd()}  ${result.values}`;
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
  check({ ...question, hasDoubleQuotedText: true }, [[`f'SELECT a FROM t WHERE b = "{x}" AND c LIKE "{y}%"'`, `'SELECT a FROM t WHERE b = ? AND c LIKE ?'  (x, f"{y}%")`]]);
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
    [`"SELECT a FROM %s WHERE b = %s" % (T, x)`, undefined],
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
