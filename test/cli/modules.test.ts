/** Projects of several files on the command line: names are followed into the modules that a file imports. */
import { expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { memoryHost } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

const shop = {
  "config.py": 'DATA = "/home/jane/orders.csv"\n',
  "utils.py": "from sklearn.model_selection import train_test_split\n\n\ndef split(frame, seed):\n    return train_test_split(frame, random_state=seed)\n",
};

interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
  readonly cell: number | null;
  readonly related: readonly { readonly path: string; readonly line: number; readonly cell: number | null }[];
}

async function check(files: Parameters<typeof run>[0], line = "check --format json", rule = "hardcoded-path"): Promise<readonly Finding[]> {
  const { out, err } = await run(files, line, { rules });
  expect(err).toBe("");
  return (JSON.parse(out) as { findings: readonly Finding[] }).findings.filter((finding) => finding.rule === rule);
}

test("a constant path of config.py that train.py reads is found in train.py, and shown in config.py", async () => {
  const train = "import pandas as pd\nfrom config import DATA\n\nframe = pd.read_csv(DATA)\n";
  const { out } = await run({ ...shop, "train.py": train }, "check --select hardcoded-path", { rules, columns: 80 });
  expect(out).toContain(`   ┌─ train.py:4:21
   │
 4 │ frame = pd.read_csv(DATA)
   │                     ^^^^
   │
   ├─ config.py:1:8
 1 │ DATA = "/home/jane/orders.csv"
   │        ----------------------- it is written here
`);
  expect(await check({ ...shop, "train.py": train })).toMatchObject([{ path: "train.py", line: 4, related: [{ path: "config.py", line: 1, cell: null }] }]);
});

test("one file alone is checked with what it imports", async () => {
  const files = { ...shop, "jobs/train.py": "import sys\nsys.path.append('..')\nimport pandas as pd\nimport config\nframe = pd.read_csv(config.DATA)\n" };
  expect(await check(files, "check --format json jobs/train.py")).toMatchObject([{ path: "jobs/train.py", line: 5 }]);
});

test("a function of another module is run with the values it is given", async () => {
  const files = { ...shop, "train.py": 'import pandas as pd\nfrom utils import path\nframe = pd.read_csv(path("orders"))\n', "utils.py": 'def path(name):\n    return "/home/jane/" + name + ".csv"\n' };
  expect(await check(files)).toMatchObject([{ path: "train.py", line: 3, related: [{ path: "utils.py", line: 2 }] }]);
});

test("a password of another module is found where it is used, one that shows itself where it is written", async () => {
  const files = {
    "config.py": 'PLACE = "Xk29-dkQ1"\nDB_PASSWORD = "Xk29-dkQ1"\n',
    "load.py": "import psycopg2\nimport config\n\n\ndef connect():\n    return psycopg2.connect(user='etl', password=config.PLACE), psycopg2.connect(user='etl', password=config.DB_PASSWORD)\n",
  };
  expect(await check(files, "check --format json", "hardcoded-credential")).toMatchObject([
    { path: "config.py", line: 2, related: [] }, { path: "load.py", line: 6, related: [{ path: "config.py", line: 1 }] },
  ]);
});

test("what another module imported keeps its meaning", async () => {
  const files = { "models.py": "from sklearn.ensemble import RandomForestClassifier as Forest\n", "train.py": "from models import Forest\n\nmodel = Forest()\n" };
  expect(await check(files, "check --format json", "missing-random-state")).toMatchObject([{ path: "train.py", line: 3 }]);
});

test("%run brings names into a notebook", async () => {
  const files = { ...shop, "a.ipynb": notebook("%run config.py\n", "import pandas as pd\nframe = pd.read_csv(DATA)\n"), "b.ipynb": notebook("%run ./a.ipynb\n", "open(DATA)\n") };
  expect(await check(files)).toMatchObject([
    { path: "a.ipynb", cell: 1, line: 2, related: [{ path: "config.py" }] }, { path: "b.ipynb", cell: 1, line: 1, related: [{ path: "config.py" }] },
  ]);
});

test("the findings do not depend on the order of the files", async () => {
  const files = { ...shop, "train.py": "import pandas as pd\nfrom config import DATA\nframe = pd.read_csv(DATA)\n", "also.py": "import train\nopen(train.DATA)\n" };
  const whole = await check(files);
  const back = await check(files, "check --format json utils.py train.py config.py also.py");
  expect(whole.map(({ path }) => path)).toEqual(["also.py", "train.py"]);
  expect([...back].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(whole);
});

test("nothing outside of the project, and nothing that git ignores, is read", async () => {
  const train = "import sys\nsys.path.append('../../else')\nimport config, cache, env\nopen(config.DATA)\nopen(cache.DATA)\nopen(env.DATA)\n";
  const host = memoryHost({
    ".git/HEAD": "", ".gitignore": "cache.py\n", "train.py": train, "cache.py": shop["config.py"], "/else/config.py": shop["config.py"],
    "env/pyvenv.cfg": "", "env/__init__.py": shop["config.py"],
  });
  expect(await check(host)).toEqual([]);
  expect(host.reads.filter((uri) => /config\.py|cache\.py|env\/__init__/u.test(uri))).toEqual([]);
});

test("a module that cannot be read is as one that is not there", async () => {
  const binary = new Uint8Array([0, 1, 2, 255]);
  const { out, status } = await run({ "config.py": binary, "train.py": "from config import DATA\nopen(DATA)\n" }, "check train.py --select hardcoded-path", { rules });
  expect(out).toContain("No findings");
  expect(status).toBe(0);
});

test("fix repairs with what other modules say, in the file at hand only", async () => {
  const files = { "models.py": "from sklearn.ensemble import RandomForestClassifier as Forest\n", "train.py": "from models import Forest\n\nmodel = Forest()\n" };
  const { host } = await run(files, "fix", { rules });
  expect(host.text("train.py")).toBe("from models import Forest\n\nmodel = Forest(random_state=42)\n");
  expect(host.text("models.py")).toBe(files["models.py"]);
});
