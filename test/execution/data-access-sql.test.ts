/**
 * Queries before and after their fix, against real databases: the same rows for an ordinary value, and text that changed the query
 * before is plain data afterwards.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/sql-interpolation.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  /** Reads `value` from the command line. */
  readonly code: string;
  readonly value: string;
  /** Leads to other rows, or to an error, as long as it is pasted into the text. */
  readonly attack: string;
}

const sqlite = `import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.executescript("""
    CREATE TABLE users (id INTEGER, name TEXT, age INTEGER, code TEXT);
    INSERT INTO users VALUES (1, 'ann', 30, 'a%1'), (2, 'bob', 40, 'b'), (3, 'ann''s', 50, 'a');
""")


def find(value):
    BODY


print(find(sys.argv[1]))
`;

const duckdb = `import sys

import duckdb

connection = duckdb.connect()
connection.execute("CREATE TABLE users AS SELECT * FROM (VALUES (1, 'ann', 30), (2, 'bob', 40)) t(id, name, age)")


def find(value):
    BODY


print(find(sys.argv[1]))
`;

const sqlalchemy = `import sys

import pandas as pd
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
pd.DataFrame({"id": [1, 2], "name": ["ann", "bob"], "age": [30, 40]}).to_sql("users", engine, index=False)


def find(value):
    BODY


print(find(sys.argv[1]))
`;

const attack = "x' OR '1'='1";
const body = (frame: string, lines: string): string => frame.replace("BODY", lines.split("\n").join("\n    "));

const samples: readonly Sample[] = [
  { title: "f-string in quotes", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE name = '{value}'").fetchall()`), value: "ann", attack },
  { title: "f-string without quotes", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE id = {value}").fetchall()`), value: "2", attack: "2 OR 1=1" },
  { title: "a number in a comparison", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE age > {value} AND age < {value} + 15").fetchall()`), value: "29", attack: "1 OR 1=1" },
  { title: "LIKE", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE name LIKE '%{value}%'").fetchall()`), value: "an", attack: "zz%' OR 1=1 --" },
  { title: "% with a per cent sign", code: body(sqlite, `return connection.execute("SELECT * FROM users WHERE name = '%s' AND code LIKE 'a%%'" % value).fetchall()`), value: "ann", attack: "x' OR name='bob' OR '1'='1" },
  { title: "format, twice", code: body(sqlite, `query = "SELECT * FROM users WHERE name = '{0}' OR code = '{0}'".format(value)\nreturn connection.execute(query).fetchall()`), value: "b", attack },
  { title: "concatenation", code: body(sqlite, `return connection.execute("SELECT * FROM users WHERE name = '" + value + "' ORDER BY id").fetchall()`), value: "ann", attack: "x' OR 1=1 --" },
  { title: "several lines, a comment in the SQL", code: body(sqlite, `query = f"""\n    SELECT id, name\n    FROM users  -- who's there?\n    WHERE name = '{value}'\n"""\nreturn connection.execute(query).fetchall()`), value: "bob", attack },
  { title: "a doubled quote", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE name = '{value}''s'").fetchall()`), value: "ann", attack: "x' OR 1=1 OR ''='" },
  { title: "pandas over sqlite3", code: body(`import pandas as pd\n${sqlite}`, `return pd.read_sql_query(f"SELECT * FROM users WHERE name = '{value}'", connection).to_csv()`), value: "ann", attack },
  { title: "duckdb", code: body(duckdb, `return connection.execute(f"SELECT * FROM users WHERE name = '{value}'").fetchall()`), value: "ann", attack },
  { title: "SQLAlchemy", code: body(sqlalchemy, `with engine.connect() as connection:\n    return connection.execute(text(f"SELECT * FROM users WHERE name = '{value}'")).fetchall()`), value: "ann", attack },
  { title: "pandas over SQLAlchemy", code: body(sqlalchemy, `query = f"SELECT * FROM users WHERE name = '{value}'"\nreturn pd.read_sql(query, engine).to_csv()`), value: "bob", attack },
  { title: "pandas over SQLAlchemy, text() already", code: body(sqlalchemy, `return pd.read_sql(text(f"SELECT * FROM users WHERE name = '{value}'"), engine).to_csv()`), value: "bob", attack },
];

describe.skipIf(!available)("SQL with parameters gives the same rows", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: ReadonlyMap<string, readonly Outcome[]> = new Map();
  beforeAll(() => {
    const jobs = samples.flatMap(({ code, value, attack: text }, index) => {
      const before = { name: `before_${String(index)}.py`, code };
      const after = { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "query.py", code) };
      return [{ ...before, args: [value] }, { ...after, args: [value] }, { ...before, args: [text] }, { ...after, args: [text] }];
    });
    const all = runAll(folder, jobs);
    outcomes = new Map(samples.map(({ title }, index) => [title, all.slice(index * 4, index * 4 + 4)]));
  }, 300_000);

  test.each(samples)("$title", ({ title }) => {
    const [before, after, attacked, defended] = outcomes.get(title) ?? [];
    expect(before).toMatchObject({ error: "", output: expect.stringMatching(/ann|bob/) as string });
    expect(after).toEqual(before);
    expect(`${attacked?.output ?? ""}${attacked?.error ?? ""}`).toMatch(/ann|bob|Error/);
    expect(defended?.error).toBe("");
    expect(defended?.output).not.toMatch(/ann|bob/);
  });
});
