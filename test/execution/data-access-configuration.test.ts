/**
 * Projects whose configuration takes a path of one machine: code and configuration after the fix print what they did before, and
 * something else once the setting is another.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import rule from "../../rules/data-access/hardcoded-path.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { applyFixes } from "../../server/features/apply-fixes.ts";
import { createNodeHost, uriFromPath } from "../../server/main-node-host.ts";
import { createFolderAnswers } from "../../server/workspace/folder-answers.ts";
import { createModuleLoader } from "../../server/workspace/module-loader.ts";
import { available, makeFolder, python } from "./run-python.ts";

interface Project {
  readonly title: string;
  /** `DIR` is the folder with the data. The program is main.py. */
  readonly files: Readonly<Record<string, string>>;
  /** Part of the fix's title. */
  readonly fix: string;
  /** Text of the program that the fix leads to. */
  readonly code: string;
  /** The file that the setting is changed in; an environment variable when there is none. */
  readonly setting: string;
}

const read = `print(open("DIR/orders.csv").read())\n`;

const projects: readonly Project[] = [
  {
    title: "YAML, loaded from an open file", fix: "Add it to config.yaml: paths.orders_path", code: `open(config["paths"]["orders_path"])`, setting: "config.yaml",
    files: { "config.yaml": "# where\npaths:\n  out: result.csv  # relative\nmodel: {depth: 3}\n", "main.py": `import yaml\n\nwith open("config.yaml") as file:\n    config = yaml.safe_load(file)\n\nprint(config["model"])\n${read}` },
  },
  {
    title: "YAML, the entry is there", fix: "Use data.orders of config.yml", code: `open(config["data"]["orders"])`, setting: "config.yml",
    files: { "config.yml": "data:\n  orders: DIR/orders.csv\n", "main.py": `import yaml\n\nconfig = yaml.safe_load(open("config.yml"))\n${read}` },
  },
  {
    title: "YAML beside the program, in a function, an f-string", fix: "Add it to settings.yaml: data_dir", code: `open(f"{options['data_dir']}/{name}.csv")`, setting: "settings.yaml",
    files: { "settings.yaml": "name: orders\n", "main.py": `from pathlib import Path\n\nimport yaml\n\n\ndef main():\n    options = yaml.safe_load((Path(__file__).parent / "settings.yaml").read_text())\n    name = options["name"]\n    print(open(f"DIR/{name}.csv").read())\n\n\nmain()\n` },
  },
  {
    title: "TOML", fix: "Add it to config.toml: paths.orders_path", code: `open(config["paths"]["orders_path"])`, setting: "config.toml",
    files: { "config.toml": "seed = 1\n\n[paths]\nout = \"x\"\n\n[model]\ndepth = 3\n", "main.py": `import tomllib\n\nwith open("config.toml", "rb") as file:\n    config = tomllib.load(file)\nprint(config["model"])\n${read}` },
  },
  {
    title: "JSON", fix: "Add it to params.json: orders_path", code: `open(params["orders_path"])`, setting: "params.json",
    files: { "params.json": "{\n  \"seed\": 1,\n  \"sizes\": [1, 2]\n}\n", "main.py": `import json\n\nparams = json.load(open("params.json"))\nprint(params["sizes"])\n${read}` },
  },
  {
    title: "several paths, one entry for their folder", fix: "Collect the paths of this file into one setting", code: `open(f"{config['data_dir']}/raw/prices.csv")`, setting: "config.yaml",
    files: { "config.yaml": "seed: 1\n", "main.py": `import yaml\n\nconfig = yaml.safe_load(open("config.yaml"))\n${read}print(open("DIR/raw/prices.csv").read())\n` },
  },
  {
    title: "a module of constants, by name", fix: "Add it to config.py: ORDERS_PATH", code: `open(ORDERS_PATH)`, setting: "",
    files: { "config.py": "\"\"\"Settings.\"\"\"\nSEED = \"a\"\nOUT = \"result.csv\"\n", "main.py": `from config import OUT, SEED\n\nprint(OUT, SEED)\n${read}` },
  },
  {
    title: "a module of constants, by itself", fix: "Add it to settings.py: ORDERS_PATH", code: `open(settings.ORDERS_PATH)`, setting: "",
    files: { "shop/__init__.py": "", "shop/settings.py": "import os\n\nOUT = os.environ.get(\"OUT\", \"result.csv\")\n", "main.py": `from shop import settings\n\nprint(settings.OUT)\n${read}` },
  },
  {
    title: "the path of a module that only others use", fix: "Read it from the environment variable ORDERS, in paths.py", code: `open(ORDERS)`, setting: "",
    files: { "paths.py": "from pathlib import Path\n\nORDERS = \"DIR/orders.csv\"\n", "main.py": `from paths import ORDERS\n\nprint(open(ORDERS).read())\n` },
  },
  {
    title: "two paths and a module", fix: "Collect", code: `open(f"{config.DATA_DIR}/orders.csv")`, setting: "",
    files: { "config.py": "OUT = \"result.csv\"\n", "main.py": `import config\n\nprint(config.OUT)\n${read}print(open("DIR/raw/prices.csv").read())\n` },
  },
  {
    title: "a dataclass in the program", fix: "Add it to Config: orders_path", code: `open(config.orders_path)`, setting: "main.py",
    files: { "main.py": `from dataclasses import dataclass\n\n\n@dataclass(frozen=True)\nclass Config:\n    seed: int\n    out: str = "result.csv"  # relative\n\n    def name(self):\n        return self.out\n\n\nconfig = Config(seed=1)\nprint(config.name())\n${read}` },
  },
  {
    title: "a dataclass of a module", fix: "Add it to Settings: orders_path", code: `open(settings.orders_path)`, setting: "options.py",
    files: { "options.py": `from dataclasses import dataclass\n\n\n@dataclass\nclass Settings:\n    out: str = "result.csv"\n\n\nsettings = Settings()\n`, "main.py": `from options import settings\n\nprint(settings.out)\n${read}` },
  },
  {
    title: "pydantic's settings", fix: "Add it to Settings: orders_path", code: `open(settings.orders_path)`, setting: "",
    files: { "main.py": `from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    out: str = "result.csv"\n\n\nsettings = Settings()\nprint(settings.out)\n${read}` },
  },
  {
    title: "OmegaConf", fix: "Add it to config.yaml: paths.orders_path", code: `open(cfg.paths.orders_path)`, setting: "config.yaml",
    files: { "config.yaml": "paths:\n  out: result.csv\n", "main.py": `from omegaconf import OmegaConf\n\ncfg = OmegaConf.load("config.yaml")\nprint(cfg.paths.out)\n${read}` },
  },
  {
    title: "Hydra", fix: "Add it to config.yaml: orders_path", code: `open(cfg.orders_path)`, setting: "conf/config.yaml",
    files: { "conf/config.yaml": "seed: 1\n", "main.py": `import hydra\n\n\n@hydra.main(version_base=None, config_path="conf", config_name="config")\ndef main(cfg):\n    print(cfg.seed)\n    print(open("DIR/orders.csv").read())\n\n\nmain()\n` },
  },
];

function run(folder: string, environment: Readonly<Record<string, string>> = {}): { readonly output: string; readonly error: string } {
  const { stdout, stderr } = spawnSync(python, ["main.py"], { cwd: folder, encoding: "utf8", env: { ...process.env, ...environment, PYTHONDONTWRITEBYTECODE: "1" } });
  return { output: stdout, error: stderr };
}

async function opened(folder: string) {
  const host = createNodeHost(() => undefined);
  const session = createSession({ rules: [rule], strict: true });
  const uri = uriFromPath(join(folder, "main.py"));
  session.modules.setWorkspaces([uriFromPath(folder)]);
  session.openScript(uri, readFileSync(join(folder, "main.py"), "utf8"), { settings: { ...defaultSettings, root: uriFromPath(folder) }, profile: "production" });
  await createModuleLoader(host, session.modules).load(uri);
  await createFolderAnswers(host, session).load(uri);
  return { session, uri };
}

describe.skipIf(!available)("configuration that is there takes the path", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  const here = join(folder, "data");
  const there = join(folder, "elsewhere");
  for (const [place, text] of [[here, "first"], [there, "second"]] as const) {
    mkdirSync(join(place, "raw"), { recursive: true });
    for (const name of ["orders.csv", "raw/prices.csv"]) writeFileSync(join(place, name), `${text} ${name}`);
  }

  const make = (name: string, files: Project["files"]): string => {
    const project = join(folder, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text.replaceAll("DIR/", `${here}/`));
    }
    return project;
  };

  test.each(projects.map((each, index) => ({ ...each, index })))("$title", async ({ files, fix: title, code, setting, index }) => {
    const project = make(`project-${String(index)}`, files);
    const { session, uri } = await opened(project);
    const document = session.document(uri);
    const fixes = session.report(uri)?.findings.flatMap(({ fixes }) => fixes) ?? [];
    const fix = fixes.find((each) => each.title.includes(title));
    expect(fixes.map((each) => each.title).join("; ")).toContain(title);
    if (!document || !fix) return;
    const before = run(project);
    expect(before).toMatchObject({ error: "", output: expect.stringContaining("first") as string });

    for (const file of fix.elsewhere ?? []) {
      const path = new URL(file.uri);
      expect(readFileSync(path, "utf8")).toBe(file.before);
      writeFileSync(path, applyEdits(file.before, file.edits));
    }
    const text = applyEdits(readFileSync(join(project, "main.py"), "utf8"), fix.edits.map((edit) => ({ ...document.locate(edit.at), text: edit.text })));
    writeFileSync(join(project, "main.py"), text);
    expect(text).toContain(code);
    expect(run(project)).toEqual(before);

    const again = await opened(project);
    expect(again.session.report(again.uri)?.findings ?? []).toEqual([]);
    if (setting !== "") writeFileSync(join(project, setting), readFileSync(join(project, setting), "utf8").replaceAll(here, there));
    const other = run(project, setting === "" ? { ORDERS_PATH: join(there, "orders.csv"), ORDERS: join(there, "orders.csv"), DATA_DIR: there } : {});
    expect(other.error).toBe("");
    expect(other.output).toContain("second");
    expect(other.output).not.toContain("first");
  }, 60_000);

  test.each(projects.map((each, index) => ({ ...each, index })))("all fixes together: $title", async ({ files, index }) => {
    const project = make(`together-${String(index)}`, files);
    const before = run(project);
    const { session, uri } = await opened(project);
    const { end, elsewhere } = applyFixes(session, uri, { safety: "review" });
    expect(end).toBe("settled");
    for (const [file, { before: was, after }] of elsewhere) {
      expect(readFileSync(new URL(file), "utf8")).toBe(was);
      writeFileSync(new URL(file), after);
    }
    const document = session.document(uri);
    const [cell] = document?.cells ?? [];
    if (document && cell) writeFileSync(join(project, "main.py"), document.sourceOf(cell).text);
    expect(session.report(uri)?.findings ?? []).toEqual([]);
    expect(run(project)).toEqual(before);
  }, 60_000);
});
