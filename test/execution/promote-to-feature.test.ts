/**
 * Columns that were made features by promote-to-feature, with Feast itself: repository applied and materialized, training and serving
 * scripts run before and after; the frames have the same columns, in training in the same order, and the same values.
 *
 * One repository takes all the features, one after the other, as a project would.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../cli/run-cli.ts";
import { available, makeFolder, python } from "./run-python.ts";

const store = `project: taxi
provider: local
registry: data/registry.db
online_store:
  type: sqlite
  path: data/online.db
`;
const views = `from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource
from feast.types import Bool, Float32, Float64, Int64, String, UnixTimestamp

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="../trips.parquet", timestamp_field="event_timestamp")
trips = FeatureView(
    name="trips",
    entities=[driver],
    ttl=timedelta(days=365),
    schema=[
        Field(name="fare", dtype=Float32),
        Field(name="distance", dtype=Float64),
        Field(name="rides", dtype=Int64),
        Field(name="zone", dtype=String),
        Field(name="is_night", dtype=Bool),
        Field(name="started", dtype=UnixTimestamp),
    ],
    source=source,
)
`;
const ratings = `from datetime import timedelta

from feast import FeatureView, Field, FileSource
from feast.types import Float64
from views import driver

ratings = FeatureView(
    name="ratings",
    entities=[driver],
    ttl=timedelta(days=365),
    schema=[Field(name="stars", dtype=Float64)],
    source=FileSource(
        name="ratings_source", path="../trips.parquet", timestamp_field="event_timestamp"
    ),
)
`;
const features = ["trips:fare", "trips:distance", "trips:rides", "trips:zone", "trips:is_night", "trips:started", "ratings:stars"];

interface Sample {
  /** Becomes the name of the column. */
  readonly column: string;
  readonly expression: string;
  /** Reads columns that only training has. */
  readonly isRequested?: true;
}

const samples: readonly Sample[] = [
  { column: "per_km", expression: 'frame["fare"] / frame["distance"]' },
  { column: "more_rides", expression: 'frame["rides"] * 2 + BONUS' },
  { column: "log_fare", expression: 'np.log1p(frame["fare"].clip(lower=LEAST))' },
  { column: "is_long", expression: '(frame["distance"] > 10) & ~frame["is_night"]' },
  { column: "zone_key", expression: 'frame["zone"].str.upper() + "_" + frame["zone"].str.slice(0, 1)' },
  { column: "hour", expression: 'frame["started"].dt.hour' },
  { column: "month_day", expression: 'frame["started"].dt.month * 100 + frame["started"].dt.day' },
  { column: "fare_class", expression: 'np.where(frame["fare"] > 20, "high", "low")' },
  { column: "weighted", expression: 'frame["stars"].fillna(0.0) * frame["rides"]' },
  { column: "is_centre", expression: 'frame["zone"].isin(["centre", "old town"])' },
  { column: "rounded", expression: '(frame["fare"] * RATE).round(2)' },
  { column: "surcharge", expression: 'frame["fare"] * frame["luggage"]', isRequested: true },
];

const train = ({ column, expression }: Sample): string => `import numpy as np
import pandas as pd
from feast import FeatureStore

BONUS = 3
LEAST = 0.5
RATE = 1.19
print(np.pi, BONUS, LEAST, RATE)

store = FeatureStore(repo_path="repo")
frame = store.get_historical_features(
    entity_df=pd.read_parquet("entities.parquet"),
    features=${JSON.stringify(features)},
).to_df()
frame["${column}"] = ${expression}
frame["label"] = 1
frame.to_pickle("train_${column}.pkl")
`;
const serve = ({ column, expression }: Sample): string => `import numpy as np
from feast import FeatureStore

BONUS, LEAST, RATE = 3, 0.5, 1.19
print(np.pi)


def score(drivers):
    store = FeatureStore(repo_path="repo")
    frame = store.get_online_features(
        features=${JSON.stringify(features)}, entity_rows=[{"driver_id": driver} for driver in drivers]
    ).to_df()
    frame["${column}"] = ${expression}
    return frame


score([1001, 1002, 1003]).to_pickle("serve_${column}.pkl")
`;

const prepare = `import pandas as pd

at = pd.to_datetime(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"], utc=True)
pd.DataFrame({
    "driver_id": [1001, 1002, 1003, 1001], "event_timestamp": at, "fare": [12.5, 31.0, 7.25, 44.0], "distance": [3.0, 11.5, 1.25, 20.0],
    "rides": [3, 1, 4, 1], "zone": ["centre", "north", "old town", "centre"], "is_night": [True, False, False, False],
    "started": pd.to_datetime(["2026-01-01 08:15", "2026-01-02 23:59", "2026-01-03 00:00", "2026-01-04 12:30"], utc=True), "stars": [4.5, 3.0, 5.0, 4.0],
}).to_parquet("trips.parquet")
pd.DataFrame({
    "driver_id": [1001, 1002, 1003, 1001], "event_timestamp": pd.to_datetime(["2026-02-01", "2026-02-01", "2026-02-01", "2026-01-02"], utc=True),
    "luggage": [0.5, 1.0, 2.0, 0.0],
}).to_parquet("entities.parquet")
`;

/** Each script in a process state of its own; what fails says so. */
const runner = `import contextlib, io, json, os, runpy, sys, traceback, warnings
warnings.simplefilter("ignore")
from datetime import datetime, timezone
from feast import FeatureStore
from feast.repo_operations import apply_total, parse_repo
from feast.repo_config import load_repo_config
from pathlib import Path
root = os.getcwd()
failures = {}
with contextlib.redirect_stdout(io.StringIO()):
    runpy.run_path("prepare.py", run_name="__main__")
    os.chdir("repo")
    sys.path.insert(0, os.getcwd())
    apply_total(load_repo_config(Path("."), Path("feature_store.yaml")), Path("."), skip_source_validation=True)
    FeatureStore(repo_path=".").materialize(datetime(2025, 12, 1, tzinfo=timezone.utc), datetime(2026, 2, 1, tzinfo=timezone.utc))
    os.chdir(root)
    for name in json.loads(sys.argv[1]):
        try:
            runpy.run_path(name, run_name="__main__")
        except Exception:
            failures[name] = traceback.format_exc()
print(json.dumps(failures))
`;

const compare = `import json, sys
import pandas as pd
before, after, names = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
problems = {}
for name in names:
    try:
        left, right = (pd.read_pickle(f"{folder}/{name}.pkl") for folder in (before, after))
        keys = [key for key in ("driver_id", "event_timestamp") if key in left]
        if name.startswith("serve"):
            # Feast gives what it serves in the order of a set, which is another in each process.
            right = right[list(left.columns)] if set(left.columns) == set(right.columns) else right
        assert list(left.columns) == list(right.columns), f"{list(left.columns)} {list(right.columns)}"
        left, right = (each.sort_values(keys).reset_index(drop=True) for each in (left, right))
        pd.testing.assert_frame_equal(left, right, check_dtype=False, rtol=1e-6)
        column = name.split("_", 1)[1]
        assert len(right) > 2 and right[column].notna().all() and right[column].nunique() > 1, right[column]
    except Exception as error:
        problems[name] = f"{type(error).__name__}: {error}"
print(json.dumps(problems))
`;

function python3(folder: string, code: string, ...args: readonly string[]): Readonly<Record<string, string>> {
  const ran = spawnSync(python, ["-c", code, ...args], { cwd: folder, encoding: "utf8", timeout: 300_000, env: { ...process.env, FEAST_USAGE: "False" } });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout.trim().split("\n").at(-1) ?? "") as Readonly<Record<string, string>>;
}

describe.skipIf(!available && process.env["CI"] !== "true")("features that were columns, with Feast", () => {
  const before = makeFolder();
  const after = makeFolder();
  const scripts = samples.flatMap((sample): readonly (readonly [string, string])[] => [
    [`train_${sample.column}.py`, train(sample)], ...(sample.isRequested ? [] : [[`serve_${sample.column}.py`, serve(sample)] as const]),
  ]);
  let files: Record<string, string> = { "repo/feature_store.yaml": store, "repo/views.py": views, "repo/ratings.py": ratings, "prepare.py": prepare, ...Object.fromEntries(scripts) };
  const refusals: string[] = [];
  let failures: Readonly<Record<string, string>> = {};
  let problems: Readonly<Record<string, string>> = {};

  const write = (folder: string): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, "repo/data"), { recursive: true });
  };

  beforeAll(async () => {
    const names = JSON.stringify(scripts.map(([name]) => name));
    write(before.folder);
    const broken = python3(before.folder, runner, names);
    for (const sample of samples) {
      const path = `train_${sample.column}.py`;
      const line = (files[path] ?? "").split("\n").findIndex((each) => each.startsWith(`frame["${sample.column}"]`)) + 1;
      const { status, err, host } = await run(files, `refactor promote-to-feature ${path}:${String(line)} --write`);
      if (status !== 0) refusals.push(`${sample.column}: ${err}`);
      const made = `repo/${sample.column}_on_demand.py`;
      files = Object.fromEntries([...Object.keys(files), made].flatMap((each) => {
        const text = host.text(each);
        return text === undefined ? [] : [[each, text]];
      }));
    }
    write(after.folder);
    failures = { ...broken, ...python3(after.folder, runner, names) };
    problems = python3(before.folder, compare, before.folder, after.folder, JSON.stringify(scripts.map(([name]) => name.replace(".py", ""))));
  }, 400_000);

  afterAll(() => {
    before.remove();
    after.remove();
  });

  test("all are taken", () => {
    expect(refusals).toEqual([]);
  });

  test.each(samples.map((sample) => [sample.column, sample] as const))("%s", (column, { isRequested, expression }) => {
    expect(files[`train_${column}.py`]).not.toContain(expression);
    expect(files[`train_${column}.py`]).toContain(`${column}_on_demand:${column}`);
    expect(failures[`train_${column}.py`]).toBeUndefined();
    expect(problems[`train_${column}`]).toBeUndefined();
    if (isRequested) return;
    expect(files[`serve_${column}.py`]).toContain(`${column}_on_demand:${column}`);
    expect(failures[`serve_${column}.py`]).toBeUndefined();
    expect(problems[`serve_${column}`]).toBeUndefined();
  });
});
