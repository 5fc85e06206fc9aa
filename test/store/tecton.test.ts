/** Names that Tecton gives to aggregates, as its library makes them (`Aggregate._to_proto(...).name` of version 1.2.13). */
import { describe, expect, test } from "vitest";
import { findingsIn, viewsOf } from "./projects.ts";

async function featuresOf(aggregate: string, settings = ""): Promise<string | undefined> {
  const [shown] = await viewsOf({ "views.py": `
from datetime import timedelta
from tecton import Aggregate, Attribute, Embedding, Entity, LifetimeWindow, PushConfig, StreamProcessingMode, StreamSource, TimeWindow, TimeWindowSeries, batch_feature_view, stream_feature_view
from tecton.aggregation_functions import *
from tecton.aggregation_functions import approx_count_distinct, approx_percentile, first, first_distinct, last, last_distinct
from tecton.types import Field, Float64

F = Field("amt", Float64)

@${settings.includes("source=") ? "stream" : "batch"}_feature_view(sources=[], entities=[], mode="pandas", timestamp_field="at", features=[${aggregate}]${settings})
def view(source):
    return source
` });
  return shown?.replace(/^view: /, "");
}

describe("aggregates", () => {
  const hourly = ", aggregation_interval=timedelta(hours=1)";
  test.each([
    ['Aggregate("sum", timedelta(days=1, hours=2), F)', hourly, "amt_sum_1d2h_1h"],
    ["Aggregate(last(3), timedelta(days=1, hours=2), F)", hourly, "amt_last_3_1d2h_1h"],
    ["Aggregate(last_distinct(n=2), timedelta(days=1, hours=2), F)", hourly, "amt_last_distinct_2_1d2h_1h"],
    ["Aggregate(first(4), timedelta(days=1, hours=2), F)", hourly, "amt_first_4_1d2h_1h"],
    ["Aggregate(first_distinct(5), timedelta(days=1, hours=2), F)", hourly, "amt_first_distinct_5_1d2h_1h"],
    ["Aggregate(approx_percentile(0.99), timedelta(days=1, hours=2), F)", hourly, "amt_approx_percentile_p0_99_1d2h_1h"],
    ["Aggregate(approx_percentile(percentile=1.0), timedelta(days=1, hours=2), F)", hourly, "amt_approx_percentile_p1_0_1d2h_1h"],
    ["Aggregate(approx_count_distinct(), timedelta(days=1, hours=2), F)", hourly, "amt_approx_count_distinct_1d2h_1h"],
    ['Aggregate("sum", TimeWindow(window_size=timedelta(days=40), offset=timedelta(days=-1)), F)', ", compaction_enabled=True", "amt_sum_40d_offset_1d"],
    ['Aggregate("sum", TimeWindow(window_size=timedelta(days=40), offset=timedelta(hours=-36)), F)', "", "amt_sum_40d_0s_offset_1d12h"],
    ['Aggregate("sum", LifetimeWindow(), F)', ", aggregation_interval=timedelta(days=1)", "amt_sum_lifetime_1d"],
    [
      'Aggregate("sum", TimeWindowSeries(window_size=timedelta(days=1), series_start=timedelta(days=-7), step_size=timedelta(hours=12)), F)',
      ", aggregation_interval=timedelta(days=1)", "amt_sum_1d_1d_series_7d_0s_12h",
    ],
    ['Aggregate("sum", timedelta(minutes=90, seconds=5), F)', ", source=None, stream_processing_mode=StreamProcessingMode.CONTINUOUS", "amt_sum_1h30m5s_continuous"],
    ['Aggregate("sum", timedelta(hours=1), F)', ', source=StreamSource(name="s", stream_config=PushConfig())', "amt_sum_1h_continuous"],
    ['Aggregate("sum", timedelta(days=800), F)', ", aggregation_interval=timedelta(seconds=1)", "amt_sum_800d_1s"],
  ])("%s%s", async (aggregate, settings, name) => {
    expect(await featuresOf(aggregate, settings)).toBe(name);
  });

  test.each([
    ['Aggregate("sum", timedelta(days=days), F)', ""],
    ["Aggregate(function, timedelta(days=1), F)", ""],
    ['Aggregate("sum", timedelta(days=1), F)', ", compaction_enabled=is_compacted"],
    ['Aggregate("sum", timedelta(days=1), F)', ", source=unknown_source"],
    ['Aggregate("sum", timedelta(days=1), F), made_elsewhere', ""],
    ['Aggregate("sum", timedelta(days=1), F)', ", aggregation_secondary_key=key"],
  ])("a view is open where a name is known only at run time: %s%s", async (aggregate, settings) => {
    expect(await featuresOf(aggregate, settings)).toMatch(/ \.\.\.$/);
  });
});

test("names in expressions: those of views, unless a view is read under this name", async () => {
  const files = {
    "views.py": `
from tecton import Attribute, Calculation, FeatureTable, RealtimeFeatureView, RequestSource
from tecton.types import Field, Float64

user = FeatureTable(name="user", entities=[], timestamp_field="at", features=[Attribute("spent", Float64)])
shop = FeatureTable(name="shop", entities=[], timestamp_field="at", features=[Attribute("sold", Float64)])
shop_v2 = FeatureTable(name="shop_v2", entities=[], timestamp_field="at", features=[Attribute("sold_net", Float64)])
users = RequestSource(name="users", schema=[Field("amount", Float64)])
ratios = RealtimeFeatureView(name="ratios", sources=[users, user, shop_v2.with_name("shop")], features=[
    Calculation("a", "users.amount / COALESCE(user.spend, 1.0)"),
    Calculation(name="b", expr="shop.sold_net + user.spent - CASE WHEN 'user.gone' = '' THEN 1.5 ELSE 0 END"),
])
`,
  };
  expect(await findingsIn(files)).toEqual(['views.py: unknown-feature: "user" has no feature "spend" (did you mean "spent"?)']);
});
