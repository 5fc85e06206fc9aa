/**
 * Projects as people write them for Tecton, in tecton-projects: rules about feature stores have nothing to say about them, and slips that
 * are planted in names of features are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("tecton-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the views that they define", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    ads: [
      "click_counts: clicked_count_1h_continuous clicked_count_1d_continuous_series_7d_0s_1d | campaign_id",
      "shown_ads: shown_count_lifetime shown_sum_7d ad_id_keys_lifetime ad_id_keys_7d | campaign_id",
      "texts: headline_embedding language | campaign_id",
      "budgets: spent planned | campaign_id",
      "rest_of_budget:  ...",
    ],
    fraud: [
      "user_profile: country age_days is_verified | user_id",
      "user_spending: amount_sum_1d_1d amount_sum_30d_1d amount_mean_7d_1d_offset_1d usual_maximum | user_id",
      "payment_checks: is_unusual share_of_month",
      "payment_ratios: of_yesterday is_new",
      "recent_payments: amount_count_30m_continuous amount_count_1d_continuous city_last_distinct_3_2d12h_continuous | user_id merchant",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 12);
  expect(asked).toBeGreaterThan(40);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
