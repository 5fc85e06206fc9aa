/**
 * Notebooks whose cells hold a credential, run in a real kernel before and after all fixes: the same output, and the secret is in the
 * kernel's environment only. Without that environment the repaired notebook must not find it.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/hardcoded-credential.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyFixes } from "../../server/features/apply-fixes.ts";
import { available, makeFolder, python } from "./run-python.ts";

interface Notebook {
  readonly title: string;
  readonly cells: readonly string[];
  readonly variable: string;
  readonly secret: string;
  /** What the kernel prints, and what the repaired notebook prints where the variable is not set; absent: it raises. */
  readonly output: string;
  readonly unset?: string;
}

const token = "ghp_Zq8vT1mW4nB7xC2kJ5hG9fD3sA6pL0oR1uYi";

const notebooks: readonly Notebook[] = [
  {
    title: "a password that another cell uses",
    cells: [`from sqlalchemy.engine import URL`, `password = "Xk29dkQ1"`, `print(URL.create("postgresql", password=password).password)`],
    variable: "PASSWORD", secret: "Xk29dkQ1", output: "Xk29dkQ1\n",
  },
  {
    title: "a variable that %env sets",
    cells: [`import os`, `%env OPENAI_API_KEY=Zq8vT1mW4nB7xC2kJ5hG9fD3sA6pL0oR\nprint("ready")`, `print(os.environ["OPENAI_API_KEY"][:4])`],
    variable: "OPENAI_API_KEY", secret: "Zq8vT1mW4nB7xC2kJ5hG9fD3sA6pL0oR", output: "ready\nZq8v\n",
  },
  {
    title: "a token in a shell command, which the shell fills in",
    cells: [`!echo git clone https://${token}@github.com/acme/models.git`],
    variable: "GITHUB_TOKEN", secret: token, output: `git clone https://${token}@github.com/acme/models.git\n`, unset: "git clone https://@github.com/acme/models.git\n",
  },
  {
    title: "a URL put together in another cell",
    cells: [`import os\nfrom sqlalchemy import create_engine`, `db_pass = "kranichSued"`, `engine = create_engine("postgresql://etl:" + db_pass + "@" + os.environ.get("DB_HOST", "db") + "/shop")\nprint(engine.url.password, engine.url.host)`],
    variable: "DB_PASS", secret: "kranichSued", output: "kranichSued db\n",
  },
  {
    title: "an environment that the code sets",
    cells: [`import os`, `os.environ["SHOP_API_KEY"] = "9f8e7d6c5b4a39281706"`, `print(len(os.environ["SHOP_API_KEY"]))`],
    variable: "SHOP_API_KEY", secret: "9f8e7d6c5b4a39281706", output: "20\n",
  },
];

interface Job {
  readonly cells: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

interface Outcome {
  readonly output: string;
  readonly error: string;
}

/** One kernel for each notebook, all at once. Only what cells print counts: `%env` says what it sets. */
const runner = `
import asyncio, json, os, sys
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

async def outcome(job):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in job["cells"]])
    error = ""
    try:
        await NotebookClient(notebook, timeout=120, startup_timeout=240, kernel_name="python3").async_execute(env={**os.environ, **job["environment"]})
    except CellExecutionError as failure:
        error = failure.ename
    printed = [output.text for cell in notebook.cells for output in cell.outputs if output.output_type == "stream" and output.name == "stdout"]
    text = "".join(line for each in printed for line in each.splitlines(keepends=True) if not line.startswith("env: "))
    return {"output": text.replace("\\r\\n", "\\n"), "error": error}

async def main():
    return await asyncio.gather(*[outcome(job) for job in json.load(open(sys.argv[1]))])

json.dump(asyncio.run(main()), sys.stdout)
`;

function runNotebooks(folder: string, jobs: readonly Job[]): readonly Outcome[] {
  const list = join(folder, "notebooks.json");
  writeFileSync(list, JSON.stringify(jobs));
  const result = spawnSync(python, ["-c", runner, list], { cwd: folder, encoding: "utf8", timeout: 300_000 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as readonly Outcome[];
}

function repaired(cells: readonly string[]): readonly string[] {
  const session = createSession({ rules: [rule], strict: true });
  const uri = "file:///home/jane/shop/explore.ipynb";
  session.openNotebook(uri, cells.map((text, index) => ({ id: `cell-${String(index)}`, kind: "code", language: "python", text })), { settings: defaultSettings, profile: "exploration" });
  expect(applyFixes(session, uri, { safety: "review" }).end).toBe("settled");
  expect(session.report(uri)?.findings ?? []).toEqual([]);
  const document = session.document(uri);
  return document?.cells.map((cell) => document.sourceOf(cell).text) ?? [];
}

describe.skipIf(!available)("a notebook runs as before", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  const fixed = notebooks.map(({ cells }) => repaired(cells));
  let before: readonly Outcome[];
  let after: readonly Outcome[];
  let unset: readonly Outcome[];

  beforeAll(() => {
    const settings = notebooks.map(({ variable, secret }) => ({ [variable]: secret }));
    const outcomes = runNotebooks(folder, [
      ...notebooks.map(({ cells }) => ({ cells, environment: {} })),
      ...fixed.map((cells, index) => ({ cells, environment: settings[index] ?? {} })),
      ...fixed.map((cells) => ({ cells, environment: {} })),
    ]);
    const part = (index: number): readonly Outcome[] => outcomes.slice(index * notebooks.length, (index + 1) * notebooks.length);
    [before, after, unset] = [part(0), part(1), part(2)];
  }, 300_000);

  test.each(notebooks.map((each, index) => ({ ...each, index })))("$title", ({ index, secret, output, unset: withoutVariable }) => {
    expect(before[index]).toEqual({ output, error: "" });
    expect(fixed[index]?.join("\n")).not.toContain(secret);
    expect(after[index]).toEqual(before[index]);
    if (withoutVariable === undefined) expect(unset[index]?.error).toBe("KeyError");
    else expect(unset[index]).toEqual({ output: withoutVariable, error: "" });
  });
});
