/** Programs before and after the fixes of rules about files, commands and endpoints: same result, and what was fragile no longer is. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import hardcodedEndpoint from "../../rules/data-access/hardcoded-endpoint.ts";
import missingFile from "../../rules/data-access/missing-file.ts";
import selectStar from "../../rules/data-access/select-star.ts";
import shellInterpolation from "../../rules/data-access/shell-interpolation.ts";
import workingDirectoryPath from "../../rules/data-access/working-directory-path.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { createNodeHost, uriFromPath } from "../../server/main-node-host.ts";
import { createFolderAnswers } from "../../server/workspace/folder-answers.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

/** Each program takes a name from the command line, and `printed` holds what it says of the file `orders 2024.csv` or `orders.csv`. */
const commands: readonly { readonly title: string; readonly code: string }[] = [
  { title: "run", code: `import subprocess\nimport sys\n\nprint(subprocess.run(f"wc -c {sys.argv[1]}", shell=True, capture_output=True, text=True).stdout)\n` },
  { title: "system", code: `import os\nimport sys\n\nos.system("cp %s copied.csv" % sys.argv[1])\nprint(open("copied.csv").read())\n` },
  { title: "popen", code: `import os\nimport sys\n\nprint(os.popen("wc -c {}".format(sys.argv[1])).read())\n` },
  {
    title: "check_output with a name for the command",
    code: `import subprocess\nimport sys\n\n\ndef size(path):\n    command = "wc -c " + path\n    return subprocess.check_output(command, shell=True)\n\n\nprint(size(sys.argv[1]))\n`,
  },
  {
    title: "quotes, and the interpreter itself",
    code: `import subprocess\nimport sys\n\n\ndef say(name):\n    return subprocess.run(f"""{sys.executable} -c 'import sys; print(sys.argv)' "{name}" --to={name}""", shell=True, capture_output=True).stdout\n\n\nprint(say(sys.argv[1]))\n`,
  },
];

describe.skipIf(!available)("commands without a shell do the same, and run nothing else", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    const file = `print(open("orders.csv", "w").write("a,b"))\n`;
    const jobs = commands.flatMap(({ code, title }, index): Job[] => {
      const after = fixedCode(shellInterpolation, folder, "program.py", code, "list of arguments");
      expect(after, title).not.toContain("shell=True");
      const run = (name: string, source: string, argument: string): Job => ({ name: `${name}_${String(index)}.py`, code: source, args: [argument] });
      return [
        run("before", code, "orders.csv"), run("after", after, "orders.csv"),
        run("attacked", code, `orders.csv; touch before_${String(index)}`), run("safe", after, `orders.csv; touch after_${String(index)}`),
      ];
    });
    outcomes = runAll(folder, [{ name: "make.py", code: file }, ...jobs]).slice(1);
  }, 120_000);

  test.each(commands.map(({ title }, index) => ({ title, index })))("$title", ({ index, title }) => {
    const [before, after] = outcomes.slice(index * 4, index * 4 + 2);
    expect(before).toMatchObject({ error: "" });
    expect(before?.output.trim()).not.toBe("");
    expect(after).toEqual(before);
    // Quotes of the shell keep a semicolon; the second value there has none.
    expect(existsSync(join(folder, `before_${String(index)}`)), title).toBe(true);
    expect(existsSync(join(folder, `after_${String(index)}`)), title).toBe(false);
  });
});

/** Modules of the same name stand for servers: they print where they were asked to connect to. */
const standIns: readonly Job[] = [
  { name: "psycopg2.py", code: `def connect(**options):\n    print(sorted(options.items()))\n` },
  { name: "sqlalchemy.py", code: `def create_engine(url):\n    print(url)\n` },
  { name: "redis.py", code: `class Redis:\n    def __init__(self, host, port=6379):\n        print(host, port)\n` },
  { name: "boto3.py", code: `def client(name, region_name):\n    print(name, region_name)\n` },
];

const connections: readonly { readonly code: string; readonly variable: string; readonly other: string }[] = [
  { code: `import psycopg2\n\npsycopg2.connect(host="db.acme.internal", dbname="shop")\n`, variable: "DATABASE_HOST", other: "db.test" },
  { code: `import psycopg2\n\npsycopg2.connect(host="db.acme.internal", dbname="shop")\n`, variable: "DATABASE_NAME", other: "shop_test" },
  { code: `from sqlalchemy import create_engine\n\ncreate_engine("postgresql://reader@db.acme.internal/shop")\n`, variable: "DATABASE_URL", other: "sqlite://" },
  { code: `from sqlalchemy import create_engine\n\nname = input if False else "a"\ncreate_engine(f"postgresql://{len(name)}@db.acme.internal/shop")\n`, variable: "DATABASE_HOST", other: "db.test" },
  { code: `import redis\n\nCACHE_HOST = "cache.acme.internal"\nredis.Redis(host=CACHE_HOST, port=6380)\n`, variable: "CACHE_HOST", other: "cache.test" },
  { code: `import boto3\n\nboto3.client("s3", region_name="eu-central-1")\n`, variable: "AWS_REGION", other: "us-east-1" },
];

describe.skipIf(!available)("endpoints from the environment", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    for (const { name, code } of standIns) writeFileSync(join(folder, name), code);
    const path = `import sys\nsys.path.insert(0, "")\n`;
    const jobs = connections.flatMap(({ code, variable, other }, index): Job[] => {
      const after = { name: `after_${String(index)}.py`, code: path + fixedCode(hardcodedEndpoint, folder, "program.py", code) };
      return [{ name: `before_${String(index)}.py`, code: path + code }, after, { ...after, environment: { [variable]: other } }];
    });
    outcomes = runAll(folder, jobs);
  }, 120_000);

  test.each(connections.map((each, index) => ({ ...each, index })))("$variable, $code", ({ index, other }) => {
    const [before, after, set] = outcomes.slice(index * 3, index * 3 + 3);
    expect(before).toMatchObject({ error: "", output: expect.stringMatching(/internal|eu-central/u) as string });
    expect(after).toEqual(before);
    expect(set).toMatchObject({ error: "", output: expect.stringContaining(other) as string });
  });
});

const frames: readonly { readonly title: string; readonly code: string }[] = [
  { title: "grouped", code: `orders = pd.read_sql("SELECT * FROM orders", connection)\nprint(orders.groupby("day")["price"].sum())\n` },
  {
    title: "conditions, new columns, other names",
    code: `orders = pd.read_sql("""\n    SELECT *\n    FROM orders\n    WHERE price > 1\n    ORDER BY note;\n""", connection)\norders["total"] = orders["price"] * orders.count_of\nlate = orders[orders["day"] > 2].sort_values("price").copy()\nprint(len(late), late.loc[late["total"] > 5, ["day", "total"]].to_string())\n`,
  },
  { title: "index, dates and parameters", code: `orders = pd.read_sql("select * from orders where id > ?", connection, params=(1,), index_col="id")\nprint(orders["price"].to_string())\n` },
  {
    title: "text and a function",
    code: `from sqlalchemy import create_engine, text\n\n\ndef load():\n    query = text("SELECT * FROM orders o LIMIT 2")\n    frame = pd.read_sql(query, create_engine("sqlite:///shop.db"))\n    return frame["price"].sum() + frame["day"].max()\n\n\nprint(load())\n`,
  },
];

describe.skipIf(!available)("named columns give the same numbers", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    const start = `import sqlite3\n\nimport pandas as pd\n\nconnection = sqlite3.connect("shop.db")\n`;
    const make = `${start}pd.DataFrame({"id": [1, 2, 3], "day": [1, 3, 4], "price": [2.0, 3.0, 5.0], "count_of": [1, 2, 3], "note": ["a", "b", "c"]}).to_sql("orders", connection, index=False)\n`;
    const jobs = frames.flatMap(({ code }, index): Job[] => {
      const after = fixedCode(selectStar, folder, "program.py", start + code);
      return [{ name: `before_${String(index)}.py`, code: start + code }, { name: `after_${String(index)}.py`, code: after }];
    });
    outcomes = runAll(folder, [{ name: "make.py", code: make }, ...jobs]).slice(1);
  }, 120_000);

  test.each(frames.map(({ title }, index) => ({ title, index })))("$title", ({ index }) => {
    const [before, after] = outcomes.slice(index * 2, index * 2 + 2);
    expect(before).toMatchObject({ error: "", output: expect.stringMatching(/\d/u) as string });
    expect(after).toEqual(before);
  });
});

/** Programs in `src/`, which are started there before the fix, and in the project's folder after it too. */
const relative: readonly { readonly title: string; readonly code: string }[] = [
  { title: "read", code: `print(open("../data/orders.csv").read())\n` },
  { title: "pandas", code: `import pandas as pd\n\nprint(pd.read_csv("../data/orders.csv").to_string())\n` },
  { title: "joined", code: `import os\n\nprint(open(os.path.join("..", "data", "orders.csv")).read())\n` },
  { title: "a constant", code: `"""Reads."""\nfrom __future__ import annotations\n\nDATA = "../data"\n\n\ndef load():\n    return open(DATA + "/orders.csv").read()\n\n\nprint(load())\n` },
  { title: "pathlib", code: `from pathlib import Path\n\nprint((Path("..") / "data" / "orders.csv").read_text())\n` },
];

describe.skipIf(!available)("paths from the program's own file lead there from any folder", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let before: readonly Outcome[] = [];
  let after: readonly Outcome[] = [];
  beforeAll(() => {
    for (const name of ["src", "data"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "data/orders.csv"), "day,price\n1,2\n");
    const source = join(folder, "src");
    const fixed = relative.map(({ code }, index): Job => ({ name: `after_${String(index)}.py`, code: fixedCode(workingDirectoryPath, source, "program.py", code) }));
    before = runAll(source, [...relative.map(({ code }, index): Job => ({ name: `before_${String(index)}.py`, code })), ...fixed]);
    after = runAll(folder, fixed.map(({ name, code }): Job => ({ name: join("src", name), code })));
  }, 120_000);

  test.each(relative.map(({ title }, index) => ({ title, index })))("$title", ({ index }) => {
    expect(before[index]).toMatchObject({ error: "", output: expect.stringContaining("price") as string });
    expect(before[relative.length + index]).toEqual(before[index]);
    expect(after[index]).toEqual(before[index]);
  });
});

const mistaken: readonly { readonly title: string; readonly code: string; readonly right: string }[] = [
  { title: "a letter", code: `import pandas as pd\n\nprint(pd.read_csv("data/ordesr.csv").to_string())\n`, right: "orders.csv" },
  { title: "a folder in a constant", code: `from pathlib import Path\n\nDATA = Path("dta")\nprint((DATA / "orders.csv").read_text())\n`, right: "data" },
  { title: "joined with os.path", code: `import os\n\nprint(open(os.path.join("data", "order.csv")).read())\n`, right: "orders.csv" },
];

describe.skipIf(!available)("the file that was meant is read", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  const fixed = async (code: string): Promise<string> => {
    const session = createSession({ rules: [missingFile], strict: true });
    const uri = uriFromPath(join(folder, "program.py"));
    session.modules.setWorkspaces([uriFromPath(folder)]);
    session.openScript(uri, code, { settings: defaultSettings, profile: "production" });
    expect(session.report(uri)?.findings).toEqual([]);
    await createFolderAnswers(createNodeHost(() => undefined), session).load(uri);
    const document = session.document(uri);
    const [edit] = session.report(uri)?.findings.flatMap(({ fixes }) => fixes).flatMap(({ edits }) => edits) ?? [];
    if (!document || !edit) throw new Error(`nothing is mended in\n${code}`);
    const { start, end } = document.locate(edit.at);
    return applyEdits(code, [{ start, end, text: edit.text }]);
  };
  beforeAll(async () => {
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data/orders.csv"), "day,price\n1,2\n");
    const jobs = await Promise.all(mistaken.map(async ({ code }, index) => [
      { name: `before_${String(index)}.py`, code }, { name: `after_${String(index)}.py`, code: await fixed(code) },
    ]));
    outcomes = runAll(folder, jobs.flat());
  }, 120_000);

  test.each(mistaken.map((each, index) => ({ ...each, index })))("$title", ({ index }) => {
    expect(outcomes[index * 2]?.error).toContain("FileNotFoundError");
    expect(outcomes[index * 2 + 1]).toMatchObject({ error: "", output: expect.stringContaining("price") as string });
  });
});
