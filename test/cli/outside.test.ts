/** Files outside of the working directory, in a folder that nothing marks as a project: their feature repository is found all the same. */
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { run } from "./run-cli.ts";

const definitions = `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
stats = FeatureView(name="stats", entities=[driver], schema=[Field(name="conv_rate", dtype=Float32)], source=FileSource(path="stats.parquet"))
`;
const serve = `from feast import FeatureStore

rows = FeatureStore(repo_path="feature_repo").get_online_features(features=["stats:conv_rat"], entity_rows=[{"driver_id": 1}])
`;
const churn = { "../churn/feature_repo/feature_store.yaml": "project: churn\nregistry: data/registry.db\n", "../churn/feature_repo/definitions.py": definitions };
const files = { "README.md": "", ...churn, "../churn/serve.py": serve, "../churn/jobs/serve.py": serve };

const found = async (all: Readonly<Record<string, string>>, line: string): Promise<readonly string[]> => {
  const { out } = await run(all, `check --select unknown-feature --format json ${line}`, { rules });
  const { findings } = JSON.parse(out) as { findings: readonly { path: string; message: string }[] };
  return findings.map(({ path, message }) => `${path}: ${message}`);
};
const said = (path: string): string => `${path}: "stats" has no feature "conv_rat" (did you mean "conv_rate"?)`;

it.each([
  ["the folder", "../churn", ["../churn/jobs/serve.py", "../churn/serve.py"]],
  ["one file", "../churn/serve.py", ["../churn/serve.py"]],
  ["a file of a folder in it", "../churn/jobs/serve.py", ["../churn/jobs/serve.py"]],
  ["a folder in it", "../churn/jobs", ["../churn/jobs/serve.py"]],
  ["two of them", "../churn/serve.py ../churn/jobs/serve.py", ["../churn/jobs/serve.py", "../churn/serve.py"]],
])("%s", async (_, line, paths) => {
  expect((await found(files, line)).toSorted()).toEqual(paths.map(said));
});

it("files of two projects are each looked up in their own", async () => {
  const fraud = Object.fromEntries(Object.entries({ ...churn, "../churn/serve.py": serve }).map(([path, text]) => [path.replace("churn/", "fraud/"), text.replace('"conv_rate"', '"conv_rat"')]));
  expect(await found({ ...files, ...fraud }, "../churn/serve.py ../fraud/serve.py")).toEqual([said("../churn/serve.py")]);
});

it("a repository that is further away, or beside under any name, may be anyone's", async () => {
  const deep = { "../churn/a/b/serve.py": serve, ...churn };
  expect(await found({ "README.md": "", ...deep }, "../churn/a/b/serve.py")).toEqual([]);
  expect(await found({ "README.md": "", ...deep, "../churn/pyproject.toml": "" }, "../churn/a/b/serve.py")).toEqual([said("../churn/a/b/serve.py")]);
  const renamed = Object.fromEntries(Object.entries({ ...churn, "../churn/a/serve.py": serve }).map(([path, text]) => [path.replace("feature_repo", "fraud"), text]));
  expect(await found({ "README.md": "", ...renamed }, "../churn/a/serve.py")).toEqual([]);
});

it("a folder that holds the working directory as well is no project of the file", async () => {
  const beside = { "../elsewhere/serve.py": serve, "../feature_repo/feature_store.yaml": "project: churn\nregistry: data/registry.db\n", "../feature_repo/definitions.py": definitions };
  expect(await found({ "README.md": "", ...beside }, "../elsewhere/serve.py")).toEqual([]);
});
