import { describe, expect, it } from "vitest";
import { registryBytes } from "../store/registry-bytes.ts";
import { run } from "./run-cli.ts";

const definitions = `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/stats.parquet", timestamp_field="at")
stats = FeatureView(name="stats", entities=[driver], source=source, schema=[Field(name="a", dtype=Float32, description="What a is"), Field(name="b", dtype=Int64)])
`;
const files = {
  "repo/feature_store.yaml": "project: drivers\nregistry: data/registry.db\n",
  "repo/definitions.py": definitions,
};
const applied = { ...files, "repo/data/registry.db": registryBytes({ views: ["stats[driver](a b)", "old[driver](x)"] }) };

describe("seaworthy features", () => {
  it("lists what the code defines", async () => {
    const { status, out } = await run(files, "features list");
    expect(status).toBe(0);
    expect(out).toBe(`drivers  repo  never applied here
  stats  FeatureView  driver
    a  Float32  What a is
    b  Int64
  entities
    driver
  sources
    data/stats.parquet
`);
  });

  it("lists it beside what was applied", async () => {
    const { out } = await run(applied, "features list repo");
    expect(out).toContain("drivers  .  applied 2026-01-01 00:00 UTC");
    expect(out).toContain("stats  FeatureView  driver  differs: fields.a.dtype, fields.a.description");
    expect(out).toContain("old  FeatureView  driver  only in the registry");
    expect(out).toContain("data/stats.parquet  not applied");
  });

  it("checks the one against the other", async () => {
    const { status, out } = await run(applied, "features check");
    expect(status).toBe(1);
    expect(out.split("\n")).toEqual([
      "repo/definitions.py:6:27: FeatureView stats differs from what was applied: fields.a.dtype (Float32, applied Int64), fields.a.description (What a is, applied nothing)",
      "repo/feature_store.yaml: FeatureView old is only in the registry",
      "repo/definitions.py:5:10: FileSource data/stats.parquet was not applied",
      "",
    ]);
  });

  it("says of a store that there is nothing to compare with, and why", async () => {
    expect(await run(files, "features check")).toMatchObject({ status: 0, out: "repo: nothing to compare with: never applied here\n" });
    const damaged = { ...files, "repo/data/registry.db": registryBytes({ views: ["stats[driver](a b)"] }).slice(0, 20) };
    const { status, out } = await run(damaged, "features check");
    expect(status).toBe(1);
    expect(out).toMatch(/^repo\/feature_store\.yaml: the registry cannot be read: .+\n$/u);
  });

  it("says both as JSON", async () => {
    const { out } = await run(applied, "features list --format json");
    const { stores, issues } = JSON.parse(out) as { stores: readonly { project: string; registry: object; views: readonly object[] }[]; issues: readonly object[] };
    expect(stores[0]).toMatchObject({ project: "drivers", path: "repo", registry: { kind: "current", updated: "2026-01-01T00:00:00Z" }, complete: true });
    expect(stores[0]?.views[0]).toMatchObject({ name: "stats", standing: "differs", at: { path: "repo/definitions.py", line: 6, column: 27 }, fields: [{ name: "a", dtype: "Float32" }, { name: "b" }] });
    expect(issues).toHaveLength(3);
  });

  it.each([
    ["features", 2, "list, check, show or import?"],
    ["features show", 2, "show what?"],
    ["features list nowhere", 2, "nowhere is no folder"],
    ["features list --registry feast:6570", 2, "--registry takes the http or https URL"],
  ])("refuses %j", async (line, status, message) => {
    const ran = await run(files, line);
    expect([ran.status, ran.err]).toEqual([status, expect.stringContaining(message)]);
  });

  it("has nothing to say without a store", async () => {
    expect(await run({ "a.py": "" }, "features list")).toMatchObject({ status: 0, out: "", err: expect.stringContaining("no feature store below .") as string });
    expect(await run({ "a.py": "" }, "features check")).toMatchObject({ status: 2 });
  });

  it("asks no server unless told", async () => {
    const remote = { ...files, "repo/feature_store.yaml": "project: drivers\nregistry: {registry_type: remote, path: 'feast:6570'}\n" };
    expect((await run(remote, "features list")).out).toContain("registry not read: registry servers are asked only where that is switched on");
    expect((await run(remote, "features list --ask-servers")).out).toContain("registry cannot be read: no server can be asked from here");
  });
});

describe("seaworthy features show", () => {
  const train = `import joblib
from feast import FeatureStore
from sklearn.linear_model import LinearRegression

store = FeatureStore("repo")
frame = store.get_historical_features(entity_df="SELECT 1", features=["stats:a"]).to_df()
model = LinearRegression().fit(frame[["a"]], frame["label"])
joblib.dump(model, "model.joblib")
`;
  const workspace = { ...applied, "train.py": train, "damaged.ipynb": "{", "other.py": "print('stats:a')\n" };

  it("tells what is known of a feature, where it is used and where its values go", async () => {
    const { status, out, err } = await run(workspace, "features show stats:a");
    expect(status).toBe(0);
    expect(out).toBe(`stats:a  Float32
  What a is
  View           stats (FeatureView)
  Entities       driver
  Join keys      driver_id (Int64)
  Time to live   unlimited
  Source         data/stats.parquet
  Served online  yes
  Project        drivers
  State          differs from what was applied: dtype is Float32, applied Int64; description is What a is, applied nothing (registry of 2026-01-01 00:00 UTC)
  Defined in     repo/definitions.py:6
  Used           1 training
  Training       train.py:6, train.py:7
lineage
  data/stats.parquet (FileSource)
    view stats (FeatureView)
      feature a (Float32)
        train.py (training)
          LinearRegression (saved as model.joblib)
`);
    expect(err).toContain("damaged.ipynb");
  });

  it("as JSON for tools", async () => {
    const { out } = await run(workspace, "features show a --format json");
    const { features } = JSON.parse(out) as { features: readonly { reference: string; at: object; usage: { training: readonly object[] }; lineage: { edges: readonly object[] } }[] };
    expect(features.map(({ reference }) => reference)).toEqual(["stats:a"]);
    expect(features[0]?.at).toEqual({ path: "repo/definitions.py", cell: null, line: 6, column: 89 });
    expect(features[0]?.usage.training).toEqual([{ path: "train.py", cell: null, line: 6, column: 78 }, { path: "train.py", cell: null, line: 7, column: 40 }]);
    expect(features[0]?.lineage.edges).toHaveLength(4);
  });

  it("tells places of notebooks by cell, however their text is written, and those that ask for a service with it", async () => {
    const cell = 'é = "\u00e9"\nstore.get_online_features(\n    ["stats:a"], [])\n';
    const notebook = (source: unknown): string => JSON.stringify({
      cells: [{ cell_type: "markdown", metadata: {}, source: ["# Title\n"] }, { cell_type: "code", metadata: {}, source: 'from feast import FeatureStore\nstore = FeatureStore("repo")' }, { cell_type: "code", metadata: {}, source }],
      metadata: {}, nbformat: 4, nbformat_minor: 5,
    }, null, 1);
    const service = 'from feast import FeatureService\nfrom definitions import stats\nactivity = FeatureService(name="activity", features=[stats])\n';
    const files = {
      ...applied, "repo/services.py": service, "one.ipynb": notebook(cell), "lines.ipynb": notebook(cell.split(/(?<=\n)/)),
      "serve.py": 'from feast import FeatureStore\nstore = FeatureStore("repo")\nstore.get_online_features(store.get_feature_service("activity"), [])\n',
    };
    const { out } = await run(files, "features show stats:a");
    expect(out).toContain("  Serving        lines.ipynb:cell3:3, one.ipynb:cell3:3, serve.py:3\n");
    expect(JSON.parse((await run(files, "features show stats:a --format json")).out)).toMatchObject({
      features: [{ usage: { serving: [{ path: "lines.ipynb", cell: 2, line: 3, column: 13 }, { path: "one.ipynb", cell: 2, line: 3, column: 13 }, { path: "serve.py", cell: null, line: 3 }] } }],
    });
  });

  it("says what was perhaps meant by a name that nothing has", async () => {
    expect(await run(workspace, "features show stats:aa")).toMatchObject({ status: 2, out: "", err: expect.stringContaining('(did you mean "stats:a"?)') as string });
    expect(await run(workspace, "features show")).toMatchObject({ status: 2, err: expect.stringContaining("show what?") as string });
    expect(await run({ "a.py": "" }, "features show x")).toMatchObject({ status: 2 });
  });
});
