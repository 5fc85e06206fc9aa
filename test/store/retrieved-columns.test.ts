/**
 * Columns of what is retrieved, and inputs of on-demand views, against Feast itself: every column that Feast returns is one that we offer,
 * every name that we call unknown is not there, and a name in a function that we report is one with which Feast does not apply the view.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { collectColumns } from "../../server/analysis/facts/named-columns.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
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

import pandas as pd
from feast import Entity, FeatureService, FeatureView, Field, FileSource, RequestSource, ValueType
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32, Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
stats = FeatureView(
    name="stats", entities=[driver], ttl=timedelta(days=0), source=source,
    schema=[Field(name="driver_id", dtype=Int64), Field(name="rating", dtype=Float32), Field(name="trips", dtype=Int64)],
)
trip = RequestSource(name="trip", schema=[Field(name="distance", dtype=Float64)])


@on_demand_feature_view(sources=[stats[["rating"]], trip], schema=[Field(name="fare", dtype=Float64), Field(name="tip", dtype=Float64)])
def pricing(inputs):
    return pd.DataFrame({"fare": inputs["distance"] * 2.0, "tip": inputs["stats__rating"] * 0.1})


chosen = FeatureService(name="chosen", features=[stats[["trips"]], pricing])
renamed = FeatureService(name="renamed", features=[stats.with_name("driver_numbers")])
`;

const frame = 'pd.DataFrame({"driver_id": [1], "distance": [2.0], "event_timestamp": [now], "label": [1]})';
const rows = '[{"driver_id": 1, "distance": 2.0}]';
const asked = ['["stats:rating"]', '["stats:trips", "stats:rating"]', '["pricing:fare"]', '["pricing:tip", "stats:trips"]', 'store.get_feature_service("chosen")', 'store.get_feature_service("renamed")'];
const calls = asked.flatMap((features) => ["False", "True"].flatMap((full) => [
  `store.get_historical_features(entity_df=${frame}, features=${features}, full_feature_names=${full}).to_df()`,
  `store.get_online_features(features=${features}, entity_rows=${rows}, full_feature_names=${full}).to_dict()`,
  `store.get_online_features(${features}, ${rows}, ${full}).to_df()`,
]));
const candidates = [
  "driver_id", "event_timestamp", "distance", "label", "rating", "trips", "fare", "tip", "stats__rating", "stats__trips", "pricing__fare", "pricing__tip",
  "driver_numbers__rating", "driver_numbers__trips", "driver", "stats", "stats:rating", "numbers",
];

/** Nobody is told that these are not there. */
const doubtful = new Set(["driver", "driver_id", "distance", "label", "event_timestamp"]);

/** Names that a function of each mode reads from its inputs. */
const inputs = ["rating", "stats__rating", "trips", "stats__trips", "distance", "trip__distance", "driver_id", "event_timestamp", "fares", "fare"];
const functionsOf = (name: string): readonly string[] => [
  `@on_demand_feature_view(sources=[stats[["rating"]], trip], schema=[Field(name="fare", dtype=Float64)])\ndef tried(inputs):\n    return pd.DataFrame({"fare": inputs["${name}"] * 2.0})\n`,
  `@on_demand_feature_view(sources=[stats[["rating"]], trip], schema=[Field(name="fare", dtype=Float64)], mode="python")\ndef tried(inputs):\n    return {"fare": [2.0 * each for each in inputs["${name}"]]}\n`,
  `@on_demand_feature_view(sources=[stats[["rating"]], trip], schema=[Field(name="fare", dtype=Float64)], mode="python", singleton=True)\ndef tried(inputs):\n    return {"fare": 2.0 * inputs["${name}"]}\n`,
];
const head = `import pandas as pd
from definitions import stats, trip
from feast import Field
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64

`;
const tried = inputs.flatMap(functionsOf).map((text) => head + text);

if (isSkipped) console.warn(`skipped: columns of Feast, as ${reason}`);

describe.skipIf(isSkipped)("columns of the installed Feast", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "seaworthy-columns-"));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "feature_store.yaml"), config);
  writeFileSync(join(folder, "definitions.py"), definitions);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const answer = hasFeast
    ? (ask("feast_columns.py", [folder], JSON.stringify({ calls, definitions: tried })) as { readonly columns: readonly (readonly string[] | null)[]; readonly applied: readonly (string | null)[] })
    : { columns: [], applied: [] };

  it("are those that we offer, and none that we call unknown", async () => {
    expect(hasFeast, reason).toBe(true);
    const index = createStoreIndex(memoryHost({ "feature_repo/feature_store.yaml": config, "feature_repo/definitions.py": definitions }), [project]);
    await index.refresh();
    const uri = `${project}/main.py`;
    const session = createSession({ rules: rules.filter(({ name }) => name === "unknown-feature"), strict: true });
    const wrong: string[] = [];
    let returned = 0;
    let unknown = 0;
    for (const [at, call] of calls.entries()) {
      const theirs = answer.columns[at];
      const reads = candidates.map((name) => `found[${JSON.stringify(name)}]\n`).join("");
      session.openScript(uri, `import pandas as pd\nfrom datetime import datetime\nfrom feast import FeatureStore\n\nnow = datetime(2026, 1, 1)\nstore = FeatureStore(repo_path="feature_repo")\nfound = ${call}\n${reads}`, { settings: defaultSettings, profile: "production" });
      session.setCatalogue(uri, index.catalogueFor(uri));
      const document = session.document(uri);
      if (!theirs || !document) continue;
      const analysis = document.analysis();
      const { columnsOf } = collectColumns(analysis, uri, index.catalogueFor(uri));
      const reported = (session.report(uri)?.findings ?? []).map(({ message }) => /^No "(.*?)" in/u.exec(message)?.[1] ?? message);
      const last = document.units.at(-1);
      let offered: readonly string[] = [];
      if (last) walk(last.body, (node) => {
        const columns = node.kind === "Name" ? columnsOf(analysis.analysisOf(last)?.valueOf(node) ?? unreachable()) : undefined;
        if (columns) offered = [...columns.features.map(({ name }) => name), ...columns.others];
        return undefined;
      });
      returned += theirs.length;
      unknown += reported.length;
      for (const name of theirs) if (!offered.includes(name) && !name.endsWith("__")) wrong.push(`${call}: ${name} is not offered`);
      for (const name of reported) if (theirs.includes(name)) wrong.push(`${call}: ${name} is there`);
      for (const name of candidates) if (!theirs.includes(name) && !doubtful.has(name) && !offered.includes(name) && !reported.includes(name)) wrong.push(`${call}: ${name} is not reported`);
    }
    expect(wrong).toEqual([]);
    expect(answer.columns.filter((each) => each !== null).length).toBeGreaterThan(30);
    expect(returned).toBeGreaterThan(140);
    expect(unknown).toBeGreaterThan(200);
  });

  it("a function that reads a name which we report is not applied, and one that reads others is", async () => {
    const wrong: string[] = [];
    for (const [at, text] of tried.entries()) {
      const host = memoryHost({ "feature_repo/feature_store.yaml": config, "feature_repo/definitions.py": definitions, "feature_repo/tried.py": text });
      const index = createStoreIndex(host, [project]);
      await index.refresh();
      const uri = `${project}/feature_repo/tried.py`;
      const session = createSession({ rules: rules.filter(({ name }) => name === "unknown-feature"), strict: true });
      session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
      session.setCatalogue(uri, index.catalogueFor(uri));
      const isReported = (session.report(uri)?.findings ?? []).length > 0;
      const theirs = answer.applied[at];
      // The output's own name is left out of doubt: it may have been put among the inputs.
      if (isReported !== (typeof theirs === "string") && !text.includes('inputs["fare"]')) wrong.push(`${text.slice(head.length)}: Feast ${theirs ?? "applies it"}, we ${isReported ? "report" : "do not"}`);
    }
    expect(wrong).toEqual([]);
    expect(answer.applied.filter((each) => each !== null).length).toBeGreaterThan(15);
  });
});

function unreachable(): never {
  throw new Error("every unit was analysed");
}
