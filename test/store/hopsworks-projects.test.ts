/**
 * Projects as people write them for Hopsworks, in hopsworks-projects: rules about feature stores have nothing to say about them, and slips
 * that are planted in names of features of closed groups are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("hopsworks-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the groups that they create", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    fraud: [
      "transactions: tid category amount age_at_transaction fraud_label loc_delta | datetime cc_num",
      "transactions_4h_aggs: trans_volume_mavg trans_freq ... | cc_num datetime",
      "profiles: sex birthdate city_name age ... | cc_num",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 14);
  expect(asked).toBeGreaterThan(60);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
