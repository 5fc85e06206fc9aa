/**
 * Queries before and after their fix, against real databases: SQLite, duckdb and a PostgreSQL server that the test starts. The same rows
 * for an ordinary value, and text that changed the query before is plain data afterwards.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/sql-interpolation.ts";
import { lacking, startPostgres } from "./postgres.ts";
import type { Server } from "./postgres.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  /** Reads `value` from the command line. */
  readonly code: string;
  readonly value: string;
  /** Leads to other rows, or to an error, as long as it is pasted into the text. */
  readonly attack: string;
  /** Afterwards the attack is refused with an error that says this, as it is no number or no known name. */
  readonly refused?: string;
  /** Part of the fix's title, and what its author fills in afterwards. */
  readonly fix?: string;
  readonly fill?: readonly [string, string];
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

const table = `CREATE TEMP TABLE users (id INTEGER, name TEXT, age INTEGER, born DATE, code TEXT)`;
const rows = `INSERT INTO users VALUES (1, 'ann', 30, '2001-02-03', 'a%1'), (2, 'bob', 40, '1999-01-01', 'b'), (3, 'ann''s', 50, '1980-05-05', 'a')`;

const psycopg = (module: string): string => `import os
import sys

import ${module}

connection = ${module}.connect(os.environ["DATABASE"])
cursor = connection.cursor()
cursor.execute("${table}")
cursor.execute("${rows}")


def find(value):
    BODY


print(find(sys.argv[1]))
`;

const asyncpg = `import asyncio
import os
import sys

import asyncpg


async def find(value):
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    await connection.execute("${table}")
    await connection.execute("${rows}")
    BODY


print(asyncio.run(find(sys.argv[1])))
`;

const postgresEngine = `import os
import sys

import pandas as pd
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:"))
pd.DataFrame({"id": [1, 2], "name": ["ann", "bob"], "age": [30, 40]}).to_sql("users", engine, index=False, if_exists="replace")


def find(value):
    BODY


print(find(sys.argv[1]))
`;

const attack = "x' OR '1'='1";
const body = (frame: string, lines: string): string => frame.replace("BODY", lines.split("\n").join("\n    "));

const local: readonly Sample[] = [
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
  { title: "a typed date", code: body(duckdb, `return connection.execute(f"SELECT name FROM users WHERE DATE '2024-01-01' + CAST(age AS INTEGER) < DATE '{value}'").fetchall()`), value: "2024-02-05", attack: "2024-01-01' OR '1'='1", refused: "Conversion Error" },
  { title: "an interval", code: body(duckdb, `return connection.execute(f"SELECT name FROM users WHERE DATE '2024-01-01' + INTERVAL '{value} days' > DATE '2024-01-08'").fetchall()`), value: "10", attack: "1 day' IS NOT NULL OR '1'='1", refused: "Conversion Error" },
  { title: "duckdb.sql", code: body(duckdb.replace("connection = duckdb.connect()\nconnection.execute(\"CREATE", "duckdb.execute(\"CREATE OR REPLACE"), `return duckdb.sql(f"SELECT name FROM users WHERE name = '{value}'").fetchall()`), value: "ann", attack },
  { title: "a list of numbers", code: body(sqlite, `ids = value.split(",")\nreturn connection.execute(f"SELECT * FROM users WHERE id IN ({', '.join(ids)}) AND age > {ids[0]}").fetchall()`), value: "1,2", attack: "1) OR 1=1 --" },
  { title: "a list of texts, quoted one by one", code: body(sqlite, `names = value.split(",")\nreturn connection.execute("SELECT * FROM users WHERE name IN ({})".format(",".join(f"'{n}'" for n in names))).fetchall()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "a list of texts, quoted by the separator", code: body(sqlite, `names = value.split(",")\nreturn connection.execute("SELECT * FROM users WHERE name IN ('%s')" % "','".join(names)).fetchall()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "a tuple", code: body(duckdb, `names = value.split(",")\nreturn connection.execute(f"SELECT * FROM users WHERE name IN {tuple(names)}").fetchall()`), value: "ann,bob", attack: `x'") OR 1=1 --,y` },
  { title: "a list for SQLAlchemy", code: body(sqlalchemy, `names = value.split(",")\nwith engine.connect() as connection:\n    return connection.execute(text("SELECT * FROM users WHERE name IN ('%s')" % "','".join(names))).fetchall()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "a list for pandas over SQLAlchemy, text() added", code: body(sqlalchemy, `names = value.split(",")\nreturn pd.read_sql("SELECT * FROM users WHERE name IN ('%s')" % "','".join(names), engine).to_csv()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "values that are there already", code: body(sqlite, `return connection.execute(f"SELECT * FROM users WHERE age > ? AND name = '{value}' AND age < ?", (20, 45)).fetchall()`), value: "ann", attack },
  { title: "values with names that are there already", code: body(sqlalchemy, `with engine.connect() as connection:\n    return connection.execute(text(f"SELECT * FROM users WHERE age > :age AND name = '{value}'"), {"age": 20}).fetchall()`), value: "ann", attack },
  { title: "pandas with params already", code: body(`import pandas as pd\n${sqlite}`, `return pd.read_sql_query(f"SELECT * FROM users WHERE age > ? AND name = '{value}'", connection, params=[20]).to_csv()`), value: "ann", attack },
  { title: "a constant table beside a value", code: body(sqlite, `table = "users"\nreturn connection.execute("SELECT * FROM %s WHERE name = '%s'" % (table, value)).fetchall()`), value: "ann", attack },
  { title: "pandas over duckdb", code: body(`import pandas as pd\n${duckdb}`, `return pd.read_sql(f"SELECT * FROM users WHERE name = '{value}'", connection).to_csv()`), value: "ann", attack },
  { title: "a list under a name of its own", code: body(sqlite, `names = value.split(",")\njoined = ", ".join(f"'{name}'" for name in names)\nquery = f"SELECT * FROM users WHERE age > 20 AND name IN ({joined}) AND name <> '{value}'"\nreturn connection.execute(query).fetchall()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "built in branches", code: body(sqlite, `query = "SELECT * FROM users WHERE age > 20"\nif value:\n    query += f" AND name = '{value}'"\nfor word in value.split():\n    query += " AND code LIKE '%" + word[0] + "%'"\nreturn connection.execute(query).fetchall()`), value: "ann", attack: "x' OR 1=1 --" },
  { title: "built in branches, for SQLAlchemy", code: body(sqlalchemy, `query = f"SELECT * FROM users WHERE name = '{value}'"\nif len(value) > 2:\n    query = query + f" OR name = '{value[:3]}'"\nwith engine.connect() as connection:\n    return connection.execute(text(query)).fetchall()`), value: "ann", attack: "x' OR 1=1 --" },
  { title: "a table's name, allowed", code: body(sqlite, `return connection.execute(f"SELECT * FROM {value}").fetchall()`), value: "users", attack: "users WHERE id = 2", refused: "unknown table", fill: ["frozenset()", `frozenset({"users"})`] },
  { title: "a column's name and a value", code: body(sqlite, `column = value.split(" ")[0] if value == "name" else value\nreturn search(value, "bob")`).replace("def find", `def search(column, name):\n    return connection.execute(f"SELECT name FROM users WHERE name = '{name}' ORDER BY {column}").fetchall()\n\n\ndef find`), value: "name", attack: "(SELECT 1)", refused: "unknown column", fill: ["frozenset()", `frozenset({"name"})`] },
];

const onServer: readonly Sample[] = [
  { title: "psycopg", code: body(psycopg("psycopg"), `cursor.execute(f"SELECT * FROM users WHERE name = '{value}' AND code LIKE 'a%'")\nreturn cursor.fetchall()`), value: "ann", attack },
  { title: "psycopg, a number", code: body(psycopg("psycopg"), `return connection.execute("SELECT * FROM users WHERE id = " + value).fetchall()`), value: "2", attack: "2 OR 1=1", refused: "invalid input syntax" },
  { title: "psycopg, a date, a cast and an interval", code: body(psycopg("psycopg"), `return connection.execute(f"SELECT name FROM users WHERE born >= DATE '{value}' AND born < '{value}'::date + INTERVAL '1 year'").fetchall()`), value: "2001-01-01", attack: "2000-01-01' OR born > '1900-01-01", refused: "invalid input syntax" },
  { title: "psycopg, days of an interval", code: body(psycopg("psycopg"), `return connection.execute(f"SELECT name FROM users WHERE born > DATE '2001-02-10' - INTERVAL '{value} days'").fetchall()`), value: "30", attack: "1 day' OR born > date '1900-01-01' - interval '1", refused: "invalid input syntax" },
  { title: "psycopg, a list", code: body(psycopg("psycopg"), `names = value.split(",")\nreturn connection.execute("SELECT * FROM users WHERE name IN ('%s') AND code NOT LIKE 'z%%'" % "','".join(names)).fetchall()`), value: "ann,bob", attack: "x') OR 1=1 --" },
  { title: "psycopg, values that are there already", code: body(psycopg("psycopg"), `return connection.execute(f"SELECT * FROM users WHERE age > %s AND name = '{value}' AND code LIKE 'a%%'", (20,)).fetchall()`), value: "ann", attack },
  { title: "psycopg, built in branches", code: body(psycopg("psycopg"), `query = "SELECT name FROM users WHERE age > 20"\nif value != "all":\n    query += f" AND name = '{value}'"\nquery += " ORDER BY id"\nreturn connection.execute(query).fetchall()`), value: "ann", attack: "x' OR 1=1 --" },
  { title: "psycopg2, built in branches, no value passed", code: body(psycopg("psycopg2"), `query = "SELECT name FROM users WHERE age > 20"\nif value != "everybody":\n    query += f" AND name = '{value}'"\ncursor.execute(query)\nreturn cursor.fetchall()`), value: "everybody", attack: "x' OR 1=1 --" },
  { title: "psycopg, a composed name", code: body(psycopg("psycopg"), `return connection.execute(f"SELECT name FROM {value} WHERE age > 35").fetchall()`), value: "users", attack: "users --", refused: "does not exist", fix: "Identifier" },
  { title: "psycopg, a composed name and a value", code: body(psycopg("psycopg"), `return search("users", value)`).replace("def find", `def search(table, name):\n    cursor.execute(f"SELECT * FROM {table} WHERE name = '{name}' AND code LIKE 'a%'")\n    return cursor.fetchall()\n\n\ndef find`), value: "ann", attack, fix: "Identifier" },
  { title: "psycopg2", code: body(psycopg("psycopg2"), `cursor.execute("SELECT * FROM users WHERE name = '{}' AND code LIKE 'a%'".format(value))\nreturn cursor.fetchall()`), value: "ann", attack },
  { title: "psycopg2, a list and a date", code: body(psycopg("psycopg2"), `names = value.split(",")\ncursor.execute(f"SELECT * FROM users WHERE born > DATE '1990-01-01' AND name IN {tuple(names)}")\nreturn cursor.fetchall()`), value: "ann,bob", attack: `x'",y` },
  { title: "psycopg2, a composed name", code: body(psycopg("psycopg2"), `cursor.execute(f"SELECT name FROM {value}")\nreturn cursor.fetchall()`), value: "users", attack: "users --", refused: "does not exist", fix: "Identifier" },
  { title: "psycopg2 through pandas", code: body(`import pandas as pd\n${psycopg("psycopg2")}`, `return pd.read_sql(f"SELECT * FROM users WHERE name = '{value}'", connection).to_csv()`), value: "ann", attack },
  { title: "asyncpg", code: body(asyncpg, `rows = await connection.fetch(f"SELECT * FROM users WHERE name = '{value}' AND code LIKE 'a%'")\nreturn [tuple(row) for row in rows]`), value: "ann", attack },
  { title: "asyncpg, a date", code: body(asyncpg, `return await connection.fetchval(f"SELECT name FROM users WHERE born > DATE '{value}' AND age < $1", 45)`), value: "2001-01-01", attack: "2001-01-01' OR '1'='1", refused: "invalid input syntax" },
  { title: "SQLAlchemy, a cast", code: body(postgresEngine, `with engine.connect() as connection:\n    return connection.execute(text(f"SELECT name FROM users WHERE id = '{value}'::int")).fetchall()`), value: "2", attack: "2' OR '1'='1", refused: "invalid input syntax" },
  { title: "SQLAlchemy, a list", code: body(postgresEngine, `names = value.split(",")\nwith engine.connect() as connection:\n    return connection.execute(text(f"SELECT name FROM users WHERE name IN {tuple(names)}")).fetchall()`), value: "ann,bob", attack: `x'",y` },
  { title: "pandas with a URL", code: body(postgresEngine.replace("engine = create_engine(", `URL = "postgresql+psycopg://tester@/postgres?host="\nengine = create_engine(`), `where = URL + os.environ["DATABASE_FOLDER"]\nreturn pd.read_sql(f"SELECT * FROM users WHERE name = '{value}'", where).to_csv()`), value: "bob", attack },
];

function checkAll(samples: readonly Sample[], environment: () => Readonly<Record<string, string>>): void {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: ReadonlyMap<string, readonly Outcome[]> = new Map();
  beforeAll(() => {
    const jobs = samples.flatMap(({ code, value, attack: text, fix, fill }, index) => {
      const shared = { environment: environment() };
      const before = { name: `before_${String(index)}.py`, code, ...shared };
      const repaired = fixedCode(rule, folder, "query.py", code, fix);
      if (fill && !repaired.includes(fill[0])) throw new Error(`nothing to fill in:\n${repaired}`);
      const after = { name: `after_${String(index)}.py`, code: fill ? repaired.replace(...fill) : repaired, ...shared };
      return [{ ...before, args: [value] }, { ...after, args: [value] }, { ...before, args: [text] }, { ...after, args: [text] }];
    });
    const all = runAll(folder, jobs);
    outcomes = new Map(samples.map(({ title }, index) => [title, all.slice(index * 4, index * 4 + 4)]));
  }, 300_000);

  test.each(samples)("$title", ({ title, refused }) => {
    const [before, after, attacked, defended] = outcomes.get(title) ?? [];
    expect(before).toMatchObject({ error: "", output: expect.stringMatching(/ann|bob/) as string });
    expect(after).toEqual(before);
    expect(`${attacked?.output ?? ""}${attacked?.error ?? ""}`).toMatch(/ann|bob|Error/);
    if (refused === undefined) expect(defended?.error).toBe("");
    else expect(defended?.error.replace(/^(?:Traceback|[ ].*|\n)[^\n]*\n/gmu, "") ?? "").toContain(refused);
    expect(defended?.output).not.toMatch(/ann|bob/);
  });
}

describe.skipIf(!available)("SQL with parameters gives the same rows", () => { checkAll(local, () => ({})); });

describe.skipIf(!available || lacking !== undefined)(`SQL with parameters gives the same rows from PostgreSQL${lacking === undefined ? "" : ` (${lacking})`}`, () => {
  let server: Server | undefined;
  beforeAll(() => { server = startPostgres(); }, 120_000);
  afterAll(() => { server?.stop(); });
  checkAll(onServer, () => ({ DATABASE: server?.conninfo ?? "", DATABASE_URL: server?.url ?? "", DATABASE_FOLDER: server?.folder ?? "" }));
});
