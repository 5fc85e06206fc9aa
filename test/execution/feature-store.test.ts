/** Repairs of feature references with Feast itself: a repository is applied and filled, a model trained, served wrongly, repaired and served. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { run } from "../cli/run-cli.ts";
import { hasFeast, isSkipped, reason } from "../store/real-feast.ts";
import { makeFolder, runAll } from "./run-python.ts";
import type { Outcome } from "./run-python.ts";

const settings = `project: drivers
provider: local
registry: data/registry.db
online_store:
    type: sqlite
    path: data/online.db
entity_key_serialization_version: 3
`;

const definitions = `from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
daily = FeatureView(name="daily", entities=[driver], ttl=timedelta(days=3650), schema=[Field(name="trips", dtype=Int64), Field(name="rating", dtype=Float64), Field(name="hours", dtype=Float64)], source=source)
old = FileSource(path="data/old.parquet", timestamp_field="event_timestamp")
weekly = FeatureView(name="weekly", entities=[driver], ttl=timedelta(days=3650), schema=[Field(name="trips", dtype=Int64)], source=old)
`;

const setup = `import os, sys
from datetime import datetime, timezone
import pandas as pd
from feast import FeatureStore
os.chdir("feature_repo")
sys.path.insert(0, os.getcwd())
os.makedirs("data", exist_ok=True)
day = datetime(2026, 1, 1, tzinfo=timezone.utc)
rows = {"driver_id": [1, 2, 3, 4], "event_timestamp": [day] * 4}
pd.DataFrame({**rows, "trips": [1, 5, 2, 7], "rating": [4.5, 2.0, 3.5, 1.0], "hours": [2.0, 8.0, 3.0, 9.0]}).to_parquet("data/stats.parquet")
pd.DataFrame({**rows, "trips": [70, 10, 60, 20]}).to_parquet("data/old.parquet")
import definitions
store = FeatureStore(".")
store.apply([definitions.driver, definitions.daily, definitions.weekly])
store.materialize(datetime(2025, 1, 1, tzinfo=timezone.utc), datetime(2026, 2, 1, tzinfo=timezone.utc))
os.chdir("..")
`;

const train = `from datetime import datetime, timezone

import joblib
import pandas as pd
from feast import FeatureStore
from sklearn.linear_model import LinearRegression

drivers = pd.DataFrame({"driver_id": [1, 2, 3, 4], "event_timestamp": [datetime(2026, 1, 2, tzinfo=timezone.utc)] * 4, "late": [0.1, 0.9, 0.2, 0.8]})
frame = FeatureStore("feature_repo").get_historical_features(entity_df=drivers, features=["daily:trips", "daily:rating"]).to_df().sort_values("driver_id")
joblib.dump(LinearRegression().fit(frame.drop(["driver_id", "event_timestamp", "late"], axis=1), frame["late"]), "model.joblib")
`;

const serve = (...features: readonly string[]): string => `import joblib
from feast import FeatureStore

store = FeatureStore("feature_repo")
row = store.get_online_features(features=[${features.map((each) => JSON.stringify(each)).join(", ")}], entity_rows=[{"driver_id": 1}]).to_df()
# Feast's online columns come in no fixed order.
row = row.drop(["driver_id"], axis=1).sort_index(axis=1, ascending=False)
print(round(float(joblib.load("model.joblib").predict(row)[0]), 6))
`;

const right = serve("daily:trips", "daily:rating");

if (isSkipped) console.warn(`skipped: repairs with Feast, as ${reason}`);

describe.skipIf(isSkipped)("training and serving, with Feast", { timeout: 600_000 }, () => {
  const slips: readonly (readonly [string, string, RegExp | undefined])[] = [
    ["a feature is missing", serve("daily:trips"), /feature names/],
    ["a feature too many", serve("daily:trips", "daily:rating", "daily:hours"), /feature names/],
    // Nothing fails, and the prediction is another one.
    ["another view", serve("weekly:trips", "daily:rating"), undefined],
  ];
  const { folder, remove } = makeFolder();
  let outcomes: readonly Outcome[] = [];
  const fixed: string[] = [];
  afterAll(remove);

  beforeAll(async () => {
    if (!hasFeast) return;
    mkdirSync(join(folder, "feature_repo"));
    writeFileSync(join(folder, "feature_repo", "feature_store.yaml"), settings);
    writeFileSync(join(folder, "feature_repo", "definitions.py"), definitions);
    for (const [, code] of slips) {
      const files = { "feature_repo/feature_store.yaml": settings, "feature_repo/definitions.py": definitions, "train.py": train, "serve.py": code };
      const { host } = await run(files, "fix serve.py --unsafe --select training-serving-mismatch", { rules });
      fixed.push(host.text("serve.py") ?? "");
    }
    const programs = [setup, train, right, ...slips.map(([, code]) => code), ...fixed];
    outcomes = runAll(folder, programs.map((code, index) => ({ name: `program${String(index)}.py`, code })));
  }, 600_000);

  test("the repository is applied, the model trained and served", () => {
    expect(outcomes.slice(0, 3).map(({ error }) => error)).toEqual(["", "", ""]);
    expect(outcomes[2]?.output.trim().split("\n").at(-1)).toMatch(/^-?\d/);
  });

  test.each(slips.map(([name, , error], index) => ({ name, error, index })))("$name: repaired, it is served as it was trained", ({ error, index }) => {
    const before = outcomes[3 + index];
    const after = outcomes[3 + slips.length + index];
    if (error) expect(before?.error).toMatch(error);
    else expect(before?.error === "" && before.output !== outcomes[2]?.output).toBe(true);
    expect(fixed[index]).toBe(right);
    expect(after).toEqual(outcomes[2]);
  });
});
