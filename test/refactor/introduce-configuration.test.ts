/**
 * introduce-configuration in projects that have a configuration already: programs before and after run in real Python, and say the same.
 * Where the new entry is changed, they say something else: it is really read.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/run-cli.ts";
import { available, python } from "../execution/run-python.ts";

interface Sample {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** File that gets the entry; what is changed in it afterwards. */
  readonly home: string;
  readonly change: readonly [string, string];
}

const model = "from sklearn.linear_model import Ridge\n";
const use = (config: string): string => `\n\ndef build():\n    return Ridge(alpha=0.5, max_iter=100, tol=1e-3)\n\n\nprint(build(), ${config})\n`;

const samples: readonly Sample[] = [
  {
    title: "YAML",
    files: {
      "main.py": `import yaml\n${model}\nwith open("config.yaml") as file:\n    config = yaml.safe_load(file)\n${use('config["paths"]["orders"]')}`,
      "config.yaml": "paths:\n  orders: orders.csv\nmodel:\n  max_iter: 100\n",
    },
    home: "config.yaml", change: ["alpha: 0.5", "alpha: 0.75"],
  },
  {
    title: "YAML at the top level, whole numbers that are floats",
    files: { "main.py": `import yaml\n${model}\nconfig = yaml.safe_load(open("config.yml"))\n\nprint(repr(Ridge(alpha=2.0, max_iter=7).get_params()["alpha"]), config["seed"])\n`, "config.yml": "seed: 7 # of all\n" },
    home: "config.yml", change: ["alpha: 2.0", "alpha: 3.0"],
  },
  {
    title: "TOML",
    files: {
      "main.py": `import tomllib\n\n${model}\nwith open("config.toml", "rb") as file:\n    config = tomllib.load(file)\n${use('config["seed"]')}`,
      "config.toml": "seed = 7\n\n[model]\nkind = \"ridge\"\n",
    },
    home: "config.toml", change: ["alpha = 0.5", "alpha = 0.75"],
  },
  {
    title: "JSON",
    files: { "main.py": `import json\n\n${model}\nwith open("config.json") as file:\n    config = json.load(file)\n${use('config["seed"]')}`, "config.json": "{\n  \"seed\": 7\n}\n" },
    home: "config.json", change: ['"alpha": 0.5', '"alpha": 0.75'],
  },
  {
    title: "OmegaConf",
    files: { "main.py": `from omegaconf import OmegaConf\n${model}\nconfig = OmegaConf.load("config.yaml")\n${use("config.seed")}`, "config.yaml": "seed: 7\n" },
    home: "config.yaml", change: ["alpha: 0.5", "alpha: 0.75"],
  },
  {
    title: "Hydra",
    files: {
      "main.py": `import hydra\n${model}\n\n@hydra.main(version_base=None, config_path="conf", config_name="config")\ndef main(cfg):\n    print(Ridge(alpha=0.5, max_iter=100), cfg.seed)\n\n\nif __name__ == "__main__":\n    main()\n`,
      "conf/config.yaml": "seed: 7\n",
    },
    home: "conf/config.yaml", change: ["alpha: 0.5", "alpha: 0.75"],
  },
  {
    title: "a dataclass of the document",
    files: { "main.py": `from dataclasses import dataclass\n\n${model}\n\n@dataclass(frozen=True)\nclass Settings:\n    seed: int = 7\n\n\nsettings = Settings()\n${use("settings.seed")}` },
    home: "main.py", change: ["alpha: float = 0.5", "alpha: float = 0.75"],
  },
  {
    title: "pydantic's settings in another module",
    files: {
      "main.py": `from settings import settings\n${model}${use("settings.seed")}`,
      "settings.py": "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    seed: int = 7\n\n\nsettings = Settings()\n",
    },
    home: "settings.py", change: ["alpha: float = 0.5", "alpha: float = 0.75"],
  },
  {
    title: "a module of constants",
    files: { "main.py": `from config import SEED\n${model}${use("SEED")}`, "config.py": "SEED = 7\n" },
    home: "config.py", change: ["ALPHA = 0.5", "ALPHA = 0.75"],
  },
];

type Files = Readonly<Record<string, string>>;

/** Forks for each folder, so that the libraries are imported once. */
const driver = `
import json, os, runpy, sys
import hydra, omegaconf, pydantic_settings, sklearn.linear_model, yaml
outputs = []
for folder in json.load(sys.stdin):
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(theirs, 1)
        os.close(ours)
        os.chdir(folder)
        sys.path.insert(0, folder)
        sys.argv = ["main.py"]
        try:
            runpy.run_path("main.py", run_name="__main__")
        except BaseException as error:
            print(repr(error))
        sys.stdout.flush()
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as file:
        outputs.append(file.read())
    os.waitpid(child, 0)
json.dump(outputs, sys.stdout)
`;

function outputsOf(projects: readonly Files[]): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "seaworthy-configuration-"));
  try {
    const folders = projects.map((files, index) => {
      const folder = join(root, String(index));
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      return folder;
    });
    const { stdout, stderr, status } = spawnSync(python, ["-c", driver], { input: JSON.stringify(folders), encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as readonly string[];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe.skipIf(!available)("settings go where the project has its own", () => {
  const projects: { readonly title: string; readonly versions: readonly Files[]; readonly written: string; readonly home: string }[] = [];
  let outputs: readonly string[] = [];
  beforeAll(async () => {
    for (const { title, files, home, change: [written, other] } of samples) {
      const { status, err, host } = await run(files, "refactor introduce-configuration main.py --write", { rules: [] });
      expect({ title, status, err: status === 0 ? "" : err }).toEqual({ title, status: 0, err: "" });
      const after = Object.fromEntries(Object.keys(files).map((name) => [name, host.text(name) ?? ""]));
      projects.push({ title, versions: [files, after, { ...after, [home]: (after[home] ?? "").replace(written, other) }], written, home });
    }
    outputs = outputsOf(projects.flatMap(({ versions }) => versions));
  }, 300_000);

  test.each(samples.map(({ title }, index) => ({ title, index })))("$title", ({ index }) => {
    const project = projects[index];
    expect(project?.versions[1]?.[project.home]).toContain(project?.written);
    const [before, after, changed] = outputs.slice(index * 3);
    expect(before).toMatch(/\S/u);
    expect(before).not.toMatch(/Error/u);
    expect(after).toBe(before);
    expect(changed).not.toBe(before);
    expect(changed).not.toMatch(/Error/u);
  });
});

test("a configuration that is read as a whole stays as it is", async () => {
  const readers = ["print(config)", "model = Ridge(**config)", "for key in config:\n    print(key)", "print(len(config.items()))", "save(config)"];
  for (const reader of readers) {
    const files = { "main.py": `import yaml\nfrom sklearn.linear_model import Ridge\nfrom sklearn.svm import SVC\n\nwith open("config.yaml") as file:\n    config = yaml.safe_load(file)\n\n${reader}\nother = SVC(C=0.5)\n`, "config.yaml": "alpha: 0.25\n" };
    const { status, host } = await run(files, "refactor introduce-configuration main.py --write", { rules: [] });
    expect(status).toBe(0);
    expect(host.text("config.yaml")).toBe(files["config.yaml"]);
    expect(host.text("main.py")).toContain("SVC(C=C)");
  }
});
