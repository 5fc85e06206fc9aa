import { describe, expect, it } from "vitest";
import { featureDefinitions } from "../../server/features/definition.ts";
import { featureHover } from "../../server/features/feature-hover.ts";
import { duration } from "../../server/features/feature-text.ts";
import { feastCatalogue, notebookAt, repository, scriptAt } from "./feature-workspace.ts";
import type { Cursor } from "./feature-workspace.ts";

const catalogue = feastCatalogue();
const store = 'from feast import FeatureStore\n\nstore = FeatureStore(repo_path="feature_repo")\n';

function hover({ document, cell, offset }: Cursor): string | undefined {
  return featureHover(document, catalogue, cell, offset)?.markdown;
}

/** `from` -> the text of the definition with what stands before it on its line. */
function definition({ document, cell, offset, text }: Cursor): readonly string[] {
  return featureDefinitions(document, catalogue, cell, offset).map(({ from, to }) => {
    const file = to.uri.slice("file:///w/feature_repo/".length);
    const source = repository[file] ?? "";
    const line = source.slice(0, to.start).split("\n").length;
    expect(line).toBe(to.line + 1);
    return `${text.slice(from.start, from.end)} -> ${file}:${String(line)} ${source.slice(to.start - 6, to.end + 1)}`;
  });
}

describe("hover", () => {
  it("on a feature", () => {
    expect(hover(scriptAt(`${store}store.get_online_features(features=["driver_stats:conv|_rate"])`))).toBe(
      [
        "**`driver_stats:conv_rate`** `Float32`",
        "Share of trips that \\*converted\\*",
        "",
        "- Tags: `unit: share`",
        "- View: `driver_stats` (FeatureView): Hourly numbers of a driver",
        "- Entities: `driver` (join key `driver_id`)",
        "- Time to live: 1 day 6 hours",
        "- Source: `stats_source`",
        "- Owner: fleet@example.com",
        "- View tags: `team: fleet`",
        "- Project: drivers",
        "- Defined in: `views.py`, line 14",
      ].join("\n"),
    );
  });

  it("on a view", () => {
    const text = hover(scriptAt(`${store}store.get_online_features(features=["driver|_stats:conv_rate"])`)) ?? "";
    expect(text).toContain("**`driver_stats`** FeatureView");
    expect(text).toContain("- `last_zones` `Array(Int64)`");
    expect(text).not.toContain("driver_id` `Int64");
  });

  it("on a view whose features are inferred", () => {
    expect(hover(scriptAt(`${store}store.get_online_features(features=["infer|red:x"])`))).toContain("whatever Feast infers");
  });

  it("on a service", () => {
    const text = hover(scriptAt(`${store}store.get_feature_service("driver_|activity")`)) ?? "";
    expect(text).toContain("For the dispatcher");
    expect(text).toContain("- `driver_stats`: `conv_rate`\n- `driver_fresh`: `trips_today`");
  });

  it.each([
    ["an unknown feature", 'store.get_online_features(features=["driver_stats:con|v"])'],
    ["an unknown view", 'store.get_online_features(features=["driver_s|tat:conv_rate"])'],
    ["another string", 'print("driver_|stats")'],
    ["a colon in prose", 'print("driver_stats: co|nv_rate")'],
    ["no string at all", "print(dri|ver_stats)"],
  ])("is nothing on %s", (_, code) => {
    expect(hover(scriptAt(`${store}${code}`))).toBeUndefined();
  });

  it("says durations in words", () => {
    expect([0, 90, 86_400, 183_600.5].map(duration)).toEqual(["unlimited", "1 minute 30 seconds", "1 day", "2 days 3 hours 0.5 seconds"]);
  });
});

describe("definition", () => {
  it.each([
    ["a feature", 'store.get_online_features(features=["driver_stats:conv|_rate"])', 'conv_rate -> views.py:14 name="conv_rate"'],
    ["a view", 'store.get_online_features(features=["dri|ver_stats:conv_rate"])', 'driver_stats -> views.py:9 name="driver_stats"'],
    ["a service", 'store.get_feature_service(name="|driver_activity")', 'driver_activity -> views.py:25 name="driver_activity"'],
    ["a feature of a list elsewhere", 'REFS = ["driver_fresh:trips_today|"]', 'trips_today -> views.py:23 name="trips_today"'],
    [
      "the view of an f-string, at the constant",
      'VIEW = "driver|_stats"\nstore.get_online_features(features=[f"{VIEW}:conv_rate"])',
      'driver_stats -> views.py:9 name="driver_stats"',
    ],
    [
      "the feature of an f-string",
      'VIEW = "driver_stats"\nstore.get_online_features(features=[f"{VIEW}:conv|_rate"])',
      'conv_rate -> views.py:14 name="conv_rate"',
    ],
    [
      "a name in a comprehension",
      'NAMES = ["acc_|rate"]\nstore.get_online_features(features=[f"driver_stats:{name}" for name in NAMES])',
      'acc_rate -> views.py:15 name="acc_rate"',
    ],
  ])("of %s", (_, code, expected) => {
    expect(definition(scriptAt(`${store}${code}`))).toEqual([expected]);
  });

  it("from a notebook cell", () => {
    expect(definition(notebookAt(store, 'x = 1\nstore.get_online_features(features=["driver_stats:conv|_rate"])'))).toEqual([
      'conv_rate -> views.py:14 name="conv_rate"',
    ]);
  });
});
