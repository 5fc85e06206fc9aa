/**
 * Projects as people write them for Qwak (JFrog ML), in qwak-projects: rules about feature stores have nothing to say about them, and every slip
 * that is planted in a reference is found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("qwak-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the feature sets that they define", async () => {
  const aggregates = ["sum_amount", "count_amount", "avg_amount", "largest", "last_distinct_5_country", "median", "p95_amount", "boolean_or_is_online"];
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    churn: [
      "churn-customers: plan tenure_days city | customer_id updated_at",
      "churn-usage: calls minutes longest | customer_id qwak_window_end_ts",
      "call-graph:  ...",
      "raw-calls: seconds ...",
    ],
    credit_risk: ["user-credit-risk: age sex job housing saving_account checking_account credit_amount duration monthly_rate is_car | user date_created"],
    streaming: [
      `payment-totals: ${["1m", "15m", "1h"].flatMap((window) => aggregates.map((each) => `${each}_${window}`)).join(" ")}`,
      "last_payments: last_amount last_country | account paid_at",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 6);
  expect(asked).toBeGreaterThan(100);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
