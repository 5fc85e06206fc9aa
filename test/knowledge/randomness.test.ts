/** The table of random draws against the installed libraries: every name is there, and its random_state defaults to None. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { randomDraws } from "../../server/analysis/knowledge/randomness.ts";
import { available, python } from "../execution/run-python.ts";

const script = `
import importlib, inspect, json, sys, warnings
warnings.simplefilter("ignore")
found = {}
for name, arguments in json.load(sys.stdin):
    module, _, rest = name.rpartition(".")
    try:
        owner = importlib.import_module(module)
    except ModuleNotFoundError:
        package, _, cls = module.rpartition(".")
        owner = getattr(importlib.import_module(package), cls)
    parameters = inspect.signature(getattr(owner, rest)).parameters
    names = [each for each in parameters if each != "self"]
    found[name] = {
        "default": repr(parameters["random_state"].default),
        "position": None if parameters["random_state"].kind is inspect.Parameter.KEYWORD_ONLY else names.index("random_state"),
        "missing": [each for each in arguments if each not in parameters],
    }
json.dump(found, sys.stdout)
`;

// imbalanced-learn is not among the installed packages.
const names = [...randomDraws].filter(([name]) => !name.startsWith("imblearn."));

test.skipIf(!available)("random_state defaults to None, and the conditions speak of parameters that exist", () => {
  const input = JSON.stringify(names.map(([name, { conditions }]) => [name, conditions.map(({ argument }) => argument)]));
  const run = spawnSync(python, ["-c", script], { input, encoding: "utf8" });
  expect(run.status, run.stderr).toBe(0);
  const found = JSON.parse(run.stdout) as Readonly<Record<string, { readonly default: string; readonly position: number | null; readonly missing: readonly string[] }>>;
  for (const [name, { position }] of names) {
    expect(found[name], name).toMatchObject({ default: "None", missing: [] });
    if (position !== undefined) expect(found[name]?.position, name).toBe(position);
  }
  expect(names.length).toBeGreaterThan(90);
}, 120_000);
