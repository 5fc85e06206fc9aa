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

  it("says both as JSON", async () => {
    const { out } = await run(applied, "features list --format json");
    const { stores, issues } = JSON.parse(out) as { stores: readonly { project: string; registry: object; views: readonly object[] }[]; issues: readonly object[] };
    expect(stores[0]).toMatchObject({ project: "drivers", path: "repo", registry: { kind: "current", updated: "2026-01-01T00:00:00Z" }, complete: true });
    expect(stores[0]?.views[0]).toMatchObject({ name: "stats", standing: "differs", at: { path: "repo/definitions.py", line: 6, column: 27 }, fields: [{ name: "a", dtype: "Float32" }, { name: "b" }] });
    expect(issues).toHaveLength(3);
  });

  it.each([
    ["features", 2, "list or check?"],
    ["features show", 2, "list or check?"],
    ["features list nowhere", 2, "nowhere is no folder"],
    ["features list --registry feast:6570", 2, "--registry takes the http or https URL"],
  ])("refuses %j", async (line, status, message) => {
    const ran = await run(files, line);
    expect([ran.status, ran.err]).toEqual([status, expect.stringContaining(message)]);
  });

  it("has nothing to say without a store", async () => {
    expect(await run({ "a.py": "" }, "features list")).toMatchObject({ status: 0, out: "", err: "no feature_store.yaml below .\n" });
    expect(await run({ "a.py": "" }, "features check")).toMatchObject({ status: 2 });
  });

  it("asks no server unless told", async () => {
    const remote = { ...files, "repo/feature_store.yaml": "project: drivers\nregistry: {registry_type: remote, path: 'feast:6570'}\n" };
    expect((await run(remote, "features list")).out).toContain("registry not read: registry servers are asked only where that is switched on");
    expect((await run(remote, "features list --ask-servers")).out).toContain("registry cannot be read: no server can be asked from here");
  });
});
