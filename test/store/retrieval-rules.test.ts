/**
 * The rules about retrieval calls against Feast itself: what they report as an error, Feast refuses; what they are silent about,
 * Feast answers. Needs a Python with Feast: SEAWORTHY_PYTHON, or the provisioned one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";
import { ask, hasFeast, isSkipped, reason } from "./real-feast.ts";

const config = `project: drivers
registry: data/registry.db
provider: local
online_store:
  type: sqlite
  path: data/online.db
entity_key_serialization_version: 3
`;
const definitions = `from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource, RequestSource, ValueType
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32, Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
fresh_source = FileSource(path="data/fresh.parquet", timestamp_field="event_timestamp")
stats = FeatureView(
    name="stats", entities=[driver], ttl=timedelta(days=0), source=source,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="rating", dtype=Float32), Field(name="trips", dtype=Int64)],
)
fresh = FeatureView(
    name="fresh", entities=[driver], ttl=timedelta(days=0), source=fresh_source,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="rating", dtype=Float32), Field(name="speed", dtype=Float32)],
)
trip = RequestSource(name="trip", schema=[Field(name="distance", dtype=Float64)])


@on_demand_feature_view(sources=[stats, trip], schema=[Field(name="fare", dtype=Float64)], mode="python")
def pricing(inputs):
    return {"fare": [1.0 for _ in inputs["distance"]]}


off = FeatureView(name="off", entities=[driver], source=fresh_source, schema=[Field(name="driver_id", dtype=Int64), Field(name="speed", dtype=Float32)], enabled=False)
resting = FeatureService(name="resting", features=[stats, off.with_name("rest")])
chosen = FeatureService(name="chosen", features=[stats, fresh[["speed"]]])
everything = FeatureService(name="everything", features=[stats, fresh])
`;

// A tuple is answered when Feast has met the same list before, so no list here is like that of the tuple below.
const lists = [
  ["stats:rating"], ["stats:rating", "fresh:speed"], ["stats@latest:rating"], ["stats.rating"], ["stats__rating"], ["stats"], ["trips"], ["chosen"],
  ["stats: rating"], [" stats:rating"], ["stats:rating "], ["stats::rating"], ["rating:stats"], ["drivers:stats:rating"], ["stats:*"], ["stats@version2:rating"],
  ["stats@2:rating"], ["stats:rating", "stats:rating"], ["stats:rating", "fresh:rating"], ["stats:rating", "stats:trips", "fresh:rating"],
  ["stats:driver_id"], ["stats:ratings"], ["Stats:rating"], ["chosen", "stats:rating"], ["pricing:fare"], ["pricing:fare", "stats:rating"],
  ["off:speed"], ["stats:rating", "off:speed"], ["off:sped"],
].map((list) => JSON.stringify(list));
const rows = '[{"driver_id": 1, "distance": 2.0}]';
const frame = 'pd.DataFrame({"driver_id": [1], "distance": [2.0], "event_timestamp": [now]})';

const calls = [
  ...lists.map((list) => `store.get_online_features(features=${list}, entity_rows=${rows})`),
  // Feast's own offline store stumbles over `@latest`, which its grammar allows.
  ...lists.filter((list) => !list.includes("@latest")).map((list) => `store.get_historical_features(entity_df=${frame}, features=${list})`),
  ...["True", "False"].flatMap((full) => ['["stats:rating", "fresh:rating"]', '["stats:rating", "stats:rating"]', '["stats:rating"]']
    .map((list) => `store.get_online_features(features=${list}, entity_rows=${rows}, full_feature_names=${full})`)),
  ...['"stats:rating"', '("stats:trips",)', '["stats:rating"]', 'store.get_feature_service("chosen")', 'store.get_feature_service("everything")', 'store.get_feature_service("resting")', 'store.get_feature_service("chosn")']
    .map((given) => `store.get_online_features(features=${given}, entity_rows=${rows})`),
  ...['[{"drivr_id": 1}]', '[{"driver": 1}]', '{"driver_id": [1, 2]}', '{"id": [1]}', '[{"driver_id": 1, "more": 2}]', '[{"driver_id": 1}, {"id": 2}]']
    .map((given) => `store.get_online_features(features=["stats:rating"], entity_rows=${given})`),
  'store.get_online_features(features=["pricing:fare"], entity_rows=[{"driver_id": 1}])',
  'store.get_online_features(features=["pricing:fare"], entity_rows=[{"distance": 1.0}])',
  ...['{"driver": [1], "event_timestamp": [now]}', '{"driver_id": [1]}', '{"id": [1], "event_timestamp": [now]}', '{"driver_id": [1], "seen": [now]}', '{"driver_id": [1], "more": [2], "event_timestamp": [now]}']
    .map((given) => `store.get_historical_features(entity_df=pd.DataFrame(${given}), features=["stats:rating"])`),
];

const checked = new Set(["unknown-feature", "malformed-feature-reference", "ambiguous-feature-name", "missing-join-key-column", "missing-event-timestamp"]);

if (isSkipped) console.warn(`skipped: retrieval calls of Feast, as ${reason}`);

describe.skipIf(isSkipped)("retrieval calls", { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "seaworthy-calls-"));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "feature_store.yaml"), config);
  writeFileSync(join(folder, "definitions.py"), definitions);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const verdicts = hasFeast ? (ask("feast_calls.py", [folder], JSON.stringify(calls)) as readonly (string | null)[]) : [];

  it("are refused by Feast where a rule reports an error, and answered where none does", async () => {
    expect(hasFeast, reason).toBe(true);
    const index = createStoreIndex(memoryHost({ "feature_repo/feature_store.yaml": config, "feature_repo/definitions.py": definitions }), [project]);
    await index.refresh();
    const session = createSession({ rules: rules.filter(({ name }) => checked.has(name)), strict: true });
    const uri = `${project}/main.py`;
    const ours = calls.map((call) => {
      const text = `import pandas as pd\nfrom datetime import datetime\nfrom feast import FeatureStore\n\nnow = datetime(2026, 1, 1)\nstore = FeatureStore(repo_path="feature_repo")\nfound = ${call}\n`;
      session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
      session.setCatalogue(uri, index.catalogueFor(uri));
      return (session.report(uri)?.findings ?? []).map(({ rule, level }) => `${level} ${rule}`);
    });
    const differing = calls.flatMap((call, at) => {
      const isError = ours[at]?.some((each) => each.startsWith("error")) === true;
      return isError === (verdicts[at] !== null) ? [] : [`${call}: Feast ${verdicts[at] ?? "answers"}, we ${ours[at]?.join(", ") ?? ""}`];
    });
    expect(differing).toEqual([]);
    expect(verdicts.filter((verdict) => verdict !== null).length).toBeGreaterThan(30);
  });
});
