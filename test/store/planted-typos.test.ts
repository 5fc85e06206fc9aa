/** Slips that people make in references, planted in a script one by one: each is found, and what is offered first is what was meant. */
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";

const views: Readonly<Record<string, readonly string[]>> = {
  driver_hourly_stats: ["conv_rate", "acc_rate", "avg_daily_trips"],
  driver_hourly_stats_fresh: ["conv_rate_fresh", "acc_rate_fresh", "trips_today"],
  customer_profile: ["current_balance", "avg_passenger_count", "lifetime_trip_count", "segment"],
  order_totals: ["total_amount", "item_count", "discount_share", "is_first_order"],
  restaurant_features: ["avg_preparation_time", "open_orders", "rating_30d", "cuisine"],
  zip_code_population: ["population", "median_income", "households"],
  credit_history: ["mortgage_due", "credit_card_due", "missed_payments_1y", "bankruptcies"],
  weather_by_station: ["temperature", "wind_speed", "humidity"],
};

const definitions = [
  "from feast import Entity, FeatureView, Field, FileSource",
  "from feast.types import Float32",
  'key = Entity(name="key", join_keys=["key_id"])',
  'source = FileSource(path="data/all.parquet", timestamp_field="event_timestamp")',
  ...Object.entries(views).map(([name, fields]) => `${name} = FeatureView(name="${name}", entities=[key], schema=[Field(name=each, dtype=Float32) for each in ${JSON.stringify(fields)}], source=source)`),
].join("\n");

const all = Object.entries(views).flatMap(([view, fields]) => fields.map((feature) => ({ view, feature, text: `${view}:${feature}` })));

type Slip = (reference: { readonly view: string; readonly feature: string }, chance: Random) => string;

const letter = (name: string, chance: Random): string => {
  const at = 1 + chance.below(name.length - 2);
  const [before, here, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  return chance.pick([before + after, `${before}${here}${here}${after}`, `${before}${chance.pick(["a", "e", "r", "s", "x"])}${after}`, `${before}${after.charAt(0)}${here}${after.slice(1)}`]);
};
const swapped = (name: string, chance: Random): string => {
  const words = name.split("_");
  const at = chance.below(Math.max(1, words.length - 1));
  return words.length < 2 ? letter(name, chance) : [...words.slice(0, at), words[at + 1], words[at], ...words.slice(at + 2)].join("_");
};
const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_, first: string) => first.toUpperCase());

const slips: Readonly<Record<string, Slip>> = {
  "a letter of the feature": ({ view, feature }, chance) => `${view}:${letter(feature, chance)}`,
  "a letter of the view": ({ view, feature }, chance) => `${letter(view, chance)}:${feature}`,
  "a letter of both": ({ view, feature }, chance) => `${letter(view, chance)}:${letter(feature, chance)}`,
  "a dot for the colon": ({ view, feature }) => `${view}.${feature}`,
  "two underscores for the colon": ({ view, feature }) => `${view}__${feature}`,
  "a slash for the colon": ({ view, feature }) => `${view}/${feature}`,
  "camel case": ({ view, feature }) => `${camel(view)}:${camel(feature)}`,
  "capitals": ({ view, feature }) => `${view.toUpperCase()}:${feature.toUpperCase()}`,
  "dashes": ({ view, feature }) => `${view.replaceAll("_", "-")}:${feature.replaceAll("_", "-")}`,
  "parts of the feature swapped": ({ view, feature }, chance) => `${view}:${swapped(feature, chance)}`,
  "parts of the view swapped": ({ view, feature }, chance) => `${swapped(view, chance)}:${feature}`,
  "a plural": ({ view, feature }) => `${view}:${feature}s`,
  "a blank": ({ view, feature }) => `${view}: ${feature}`,
  "the feature of another view": ({ feature, view }) => `${view === "order_totals" ? "credit_history" : "order_totals"}:${feature}`,
  "feature and view the wrong way round": ({ view, feature }) => `${feature}:${view}`,
};

const index = createStoreIndex(memoryHost({ "feature_repo/feature_store.yaml": "project: all\nregistry: data/registry.db\n", "feature_repo/definitions.py": definitions }), [project]);
await index.refresh();

/** The reference as the first fix leaves it; `undefined` where nothing is found, or nothing offered. */
function repaired(reference: string): string | undefined {
  const code = `from feast import FeatureStore\n\nFeatureStore("feature_repo").get_online_features(features=[${JSON.stringify(reference)}], entity_rows=[{"key_id": 1}])\n`;
  const session = createSession({ rules: rules.filter(({ name }) => name === "unknown-feature" || name === "malformed-feature-reference"), strict: true });
  const uri = `${project}/train.py`;
  session.openScript(uri, code, { settings: defaultSettings, profile: "production" });
  session.setCatalogue(uri, index.catalogueFor(uri));
  const [finding, ...others] = session.report(uri)?.findings ?? [];
  const fix = finding?.fixes[0];
  const document = session.document(uri);
  if (others.length > 0) throw new Error(`two findings for ${reference}`);
  if (!fix || !document) return undefined;
  const fixed = applyEdits(code, fix.edits.map(({ at, text }) => ({ ...document.locate(at), text })));
  return /features=\["(.*?)"\]/.exec(fixed)?.[1];
}

describe("planted typos", () => {
  const chance = random(11);
  const results = Object.entries(slips).map(([kind, slip]) => {
    const missed: string[] = [];
    let asked = 0;
    for (const reference of all) {
      const written = slip(reference, chance);
      if (all.some(({ text }) => text === written)) continue;
      asked += 1;
      const offered = repaired(written);
      if (offered !== reference.text) missed.push(`${written} -> ${offered ?? "nothing"}`);
    }
    return { kind, asked, missed };
  });

  test("the first suggestion is right in at least 95 of 100", () => {
    const asked = results.reduce((sum, each) => sum + each.asked, 0);
    const missed = results.flatMap((each) => each.missed);
    expect(asked).toBeGreaterThanOrEqual(300);
    expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test.each(results.map((each) => [each.kind, each] as const))("%s: at least 80 of 100", (_kind, { asked, missed }) => {
    expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.8);
  });
});

test("what is right is left alone", () => {
  expect(all.filter(({ text }) => repaired(text) !== undefined)).toEqual([]);
});
