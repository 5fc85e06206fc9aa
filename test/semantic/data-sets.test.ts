/** Columns of the data sets that libraries bring along are those that the libraries give. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { dataSetParts } from "../../server/analysis/knowledge/data-sets.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

const script = `
import importlib, json, pkgutil, warnings
import sklearn.datasets, statsmodels.datasets
warnings.simplefilter("ignore")
found = {}
def note(target, holder, parts):
    held = {part: getattr(holder, part, None) for part in parts}
    found[target] = {part: list(each.columns) if each.ndim == 2 else [each.name] for part, each in held.items() if each is not None}
for name in ["iris", "wine", "breast_cancer", "diabetes", "digits", "linnerud"]:
    bunch = getattr(sklearn.datasets, "load_" + name)(as_frame=True)
    note("sklearn.datasets.load_" + name, bunch, ["data", "target", "frame"])
    found["sklearn.datasets.load_" + name]["feature_names"] = [str(each) for each in bunch.feature_names]
    plain = getattr(sklearn.datasets, "load_" + name)()
    assert [str(each) for each in plain.feature_names] == [str(each) for each in bunch.feature_names]
for module in pkgutil.iter_modules(statsmodels.datasets.__path__):
    if module.name == "template_data":
        continue
    loaded = importlib.import_module("statsmodels.datasets." + module.name)
    for function in ["load", "load_pandas"]:
        if hasattr(loaded, function):
            note("statsmodels.datasets." + module.name + "." + function, getattr(loaded, function)(), ["data", "exog", "endog"])
print(json.dumps(found))
`;

const ran = pythonExists ? spawnSync(python, ["-c", script], { encoding: "utf8" }) : undefined;

describe.skipIf(ran === undefined)("data sets of libraries", () => {
  it("have the columns that are known", () => {
    expect(ran?.status, ran?.stderr).toBe(0);
    const found = JSON.parse(ran?.stdout ?? "{}") as Record<string, Record<string, readonly string[]>>;
    const known = Object.keys(found).filter((target) => dataSetParts(target));
    expect(known.length).toBeGreaterThan(30);
    for (const target of known) {
      for (const [part, labels] of dataSetParts(target) ?? []) expect({ target, part, labels }).toEqual({ target, part, labels: found[target]?.[part] });
    }
  });
});
