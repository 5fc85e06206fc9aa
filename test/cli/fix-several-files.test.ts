/** Fixes that edit configuration beside the file they are for: both are written, or none. */
import { expect, test } from "vitest";
import hardcodedPath from "../../rules/data-access/hardcoded-path.ts";
import { memoryHost } from "../workspace/memory-host.ts";
import { run } from "./run-cli.ts";

const rules = [hardcodedPath];
const load = "import yaml\n\nconfig = yaml.safe_load(open(\"config.yaml\"))\n";
const files = {
  "config.yaml": "seed: 1\r\n",
  "a.py": `${load}open("/home/jane/a.csv").read()\n`,
  "b.py": `${load}open("/home/jane/a.csv").read()\nopen("/data/b.csv").read()\n`,
};

test("each file's entries come into one configuration, and what is there is used again", async () => {
  const { host, out, err, status } = await run(files, "fix --unsafe", { rules });
  expect(err).toBe("");
  expect(host.text("config.yaml")).toBe("seed: 1\r\na_path: \"/home/jane/a.csv\"\r\nb_path: \"/data/b.csv\"\r\n");
  expect(host.text("a.py")).toBe(`${load}open(config["a_path"]).read()\n`);
  expect(host.text("b.py")).toBe(`${load}open(config["a_path"]).read()\nopen(config["b_path"]).read()\n`);
  expect(out).toContain("config.yaml  lines added");
  expect(status).toBe(0);
});

test("--diff shows both files and writes none", async () => {
  const { host, out } = await run(files, "fix --unsafe --diff", { rules });
  for (const [name, text] of Object.entries(files)) expect(host.text(name)).toBe(text);
  expect(out).toContain("+++ b/config.yaml\n");
  expect(out).toContain("+a_path: \"/home/jane/a.csv\"");
  expect(out).toContain("+b_path: \"/data/b.csv\"");
  expect(out).toContain("+open(config[\"a_path\"]).read()");
});

test("a module of constants that is fixed in the same run", async () => {
  const { host, err } = await run({
    "config.py": "OUT = \"result.csv\"\nopen(\"/home/jane/seed.txt\")\n",
    "train.py": "import config\n\nprint(config.OUT)\nopen(\"/home/jane/a.csv\").read()\n",
    "unused.py": "x = 1\n",
  }, "fix --unsafe", { rules });
  expect(err).toBe("");
  expect(host.text("train.py")).toContain("open(config.A_PATH).read()");
  expect(host.text("config.py")).toContain("A_PATH = os.environ.get(\"A_PATH\", \"/home/jane/a.csv\")\n");
  expect(host.text("config.py")).toContain("SEED_PATH = os.environ.get(\"SEED_PATH\", \"/home/jane/seed.txt\")\n");
  expect(host.text("config.py")?.match(/^import os$/gmu)).toHaveLength(1);
});

test("standard input stays one file", async () => {
  const { host, out } = await run({ "config.yaml": "seed: 1\n" }, "fix - --unsafe --stdin-filename a.py", { rules, stdin: files["a.py"] });
  expect(host.text("config.yaml")).toBe("seed: 1\n");
  expect(out).toContain("A_PATH = os.environ.get(\"A_PATH\", \"/home/jane/a.csv\")");
});

test("a configuration that changes meanwhile is left alone, and so is the code", async () => {
  const disk = memoryHost({ "config.yaml": "seed: 1\n", "a.py": files["a.py"] });
  const readFile = async (uri: string): Promise<Uint8Array> => {
    const bytes = await disk.readFile(uri);
    // Somebody saves it as soon as the fix has seen it.
    if (uri.endsWith("config.yaml") && disk.text("config.yaml") === "seed: 1\n") disk.set("config.yaml", "seed: 2\n");
    return bytes;
  };
  const { host, err, status } = await run({ ...disk, readFile }, "fix --unsafe", { rules });
  expect(err).toContain("changed on disk");
  expect(host.text("config.yaml")).toBe("seed: 2\n");
  expect(host.text("a.py")).toBe(files["a.py"]);
  expect(status).not.toBe(0);
});

test("a path that a module holds and only others use", async () => {
  const { host, err } = await run({
    "paths.py": "ORDERS = \"/home/jane/a.csv\"\n", "a.py": "from paths import ORDERS\n\nopen(ORDERS).read()\n", "b.py": "import paths\n\nopen(paths.ORDERS).read()\n",
  }, "fix --unsafe", { rules });
  expect(err).toBe("");
  expect(host.text("paths.py")).toBe("import os\n\nORDERS = os.environ.get(\"ORDERS\", \"/home/jane/a.csv\")\n");
  expect(host.text("a.py")).toBe("from paths import ORDERS\n\nopen(ORDERS).read()\n");
});
