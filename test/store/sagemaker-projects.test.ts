/**
 * Projects as people write them for SageMaker, in sagemaker-projects: rules about feature stores have nothing to say about them, and slips
 * that are planted in names of features of closed groups are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("sagemaker-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the groups that they create", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    fraud: [
      "fraud-cards: avg_amt_last_1w num_trans_last_1w | cc_num trans_time",
      "fraud-transactions: amount merchant_type fraud_label channel | tid event_time",
      "fraud-customers: age city_code ... | customer_id event_time",
      "fraud-orders: customer_id order_total ... | order_id event_time",
      "fraud-devices: operating_system trust_score country_code | device_id seen_at",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 6);
  expect(asked).toBeGreaterThan(60);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
