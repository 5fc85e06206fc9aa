/** Training and serving in files of their own: what `check` says of a file does not depend on which others are checked, or in which order. */
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { memoryHost } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

const repository = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "feature_repo/feature_store.yaml": "project: drivers\nregistry: data/registry.db\n",
  "feature_repo/definitions.py": `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
stats = FeatureView(name="stats", entities=[driver], schema=[Field(name=each, dtype=Float32) for each in ("a", "b", "c")], source=source)
fresh = FeatureView(name="fresh", entities=[driver], schema=[Field(name="a", dtype=Float32)], source=source)
`,
};

const train = (...features: readonly string[]): string => `from feast import FeatureStore
from sklearn.linear_model import LinearRegression

frame = FeatureStore(repo_path="feature_repo").get_historical_features("SELECT * FROM t", ${JSON.stringify(features)}).to_df()
LinearRegression().fit(frame, frame.index)
`;
const serve = (...features: readonly string[]): string => `import joblib
from feast import FeatureStore

model = joblib.load("model.joblib")
print(model.predict(FeatureStore(repo_path="feature_repo").get_online_features(${JSON.stringify(features)}, [{"driver_id": 1}]).to_df()))
`;

interface Finding {
  readonly path: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly { readonly path: string; readonly line: number; readonly cell: number | null }[];
  readonly fixes: readonly { readonly title: string }[];
}

async function check(files: Parameters<typeof run>[0], paths = ""): Promise<readonly Finding[]> {
  const { out, err } = await run(files, `check ${paths} --format json --select training-serving-mismatch`, { rules });
  expect(err).toBe("");
  return (JSON.parse(out) as { findings: Finding[] }).findings;
}

const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ path, message, related }) => `${path}: ${message} <- ${related.map((at) => `${at.path}${at.cell === null ? "" : `[${String(at.cell)}]`}:${String(at.line)}`).join(", ")}`);

const lacking = 'serve.py: Served without "stats:b", which the model is trained on <- train.py:4';

describe("kinds", () => {
  test.each([
    ["missing", ["stats:a", "stats:b"], ["stats:a"], 'Served without "stats:b", which the model is trained on'],
    ["extra", ["stats:a", "stats:b"], ["stats:a", "stats:b", "stats:c"], 'Served with "stats:c", which the model is not trained on'],
    ["other order", ["stats:a", "stats:b"], ["stats:b", "stats:a"], "Served with the features in another order than the model is trained on"],
    ["other view", ["stats:a", "stats:b"], ["fresh:a", "stats:b"], 'Served with "a" of "fresh", trained on that of "stats"'],
    ["other version", ["stats@v1:a", "stats:b"], ["stats@v2:a", "stats:b"], 'Served with version 2 of "stats", trained on version 1'],
  ])("%s", async (_kind, trained, served, message) => {
    const found = await check({ ...repository, "train.py": train(...trained), "serve.py": serve(...served) });
    expect(said(found)).toEqual([`serve.py: ${message} <- train.py:4`]);
  });

  test("the same list: nothing", async () => {
    expect(await check({ ...repository, "train.py": train("stats:a", "stats:b"), "serve.py": serve("stats:a", "stats:b") })).toEqual([]);
  });
});

describe("which files are checked", () => {
  const files = { ...repository, "serve.py": serve("stats:a"), "train.py": train("stats:a", "stats:b") };

  test.each(["", "serve.py", "serve.py train.py", "train.py serve.py", ". serve.py"])("check %s", async (paths) => {
    expect(said(await check(files, paths))).toEqual([lacking]);
  });

  test("the training script alone has nothing to report", async () => {
    expect(await check(files, "train.py")).toEqual([]);
  });

  test("in folders whose names sort before and after", async () => {
    const found = await check({ ...repository, "a/serve.py": serve("stats:a"), "b/train.py": train("stats:a", "stats:b"), "c/serve.py": serve("stats:a") });
    expect(said(found)).toEqual(["a", "c"].map((folder) => `${folder}/serve.py: Served without "stats:b", which the model is trained on <- b/train.py:4`));
  });

  test("a training notebook, and a list that is written in a module; not one that only tries something out", async () => {
    const files = (end: string): Record<string, string> => ({
      ...repository,
      "features.py": 'TRAINED = ["stats:a", "stats:b"]\n',
      "train.ipynb": notebook("import joblib\nfrom feast import FeatureStore\nfrom sklearn.linear_model import LinearRegression\nfrom features import TRAINED", { markdown: "# Training" },
        `frame = FeatureStore(repo_path="feature_repo").get_historical_features("SELECT * FROM t", TRAINED).to_df()\nmodel = LinearRegression().fit(frame, frame.index)\n${end}`),
      "serve.py": serve("stats:a"),
    });
    expect(said(await check(files('joblib.dump(model, "model.joblib")'), "serve.py"))).toEqual(['serve.py: Served without "stats:b", which the model is trained on <- train.ipynb[2]:1']);
    expect(await check(files("print(model.coef_)"), "serve.py")).toEqual([]);
  });

  test("a file that git ignores, that cannot be read or does not parse says nothing", async () => {
    const found = await check({ ...repository, ".gitignore": "old/\n", "old/train.py": train("stats:a", "stats:b"), "bad.py": new Uint8Array([0, 1, 2]), "worse.ipynb": "{", "serve.py": serve("stats:a") }, "serve.py");
    expect(found).toEqual([]);
  });
});

test("files are looked at only where one asks, and only those that may train", async () => {
  const host = memoryHost({ ...repository, "plain.py": "print(1)\n", "train.py": train("stats:a") });
  await run(host, "check plain.py", { rules });
  expect(host.reads.filter((uri) => uri.endsWith("train.py"))).toEqual([]);
});

test("the fix writes the features of training, also across files", async () => {
  const { host, status } = await run({ ...repository, "train.py": train("stats:a", "stats:b"), "serve.py": serve("stats:a", "fresh:a") }, "fix serve.py --unsafe --select training-serving-mismatch", { rules });
  expect(host.text("serve.py")).toBe(serve("stats:a", "stats:b").replace('","', '", "'));
  expect(status).toBe(0);
});
