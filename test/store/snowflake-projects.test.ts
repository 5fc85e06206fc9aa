/**
 * Projects as people write them for Snowflake, in snowflake-projects: rules about feature stores have nothing to say about them, and slips that
 * are planted in names of features are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("snowflake-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the views that they define", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    payments: [
      "PAYMENT_TOTALS: PAID_SUM_1H PAID_SUM_24H PAID_SUM_7D PAID_STD_7D_OFFSET_7D last_cities PAID_MAX_LIFETIME | ACCOUNT_ID PAID_AT",
      "LAST_PAYMENT: ACCOUNT_ID PAID ...",
      "CLICKS:  ... | AT",
    ],
    taxi: [
      "F_TRIP: passengers distance_km fare_per_km | trip_id picked_up_at",
      "F_ZONE: BOROUGH USUAL_FARE IS_AIRPORT | ZONE_ID",
      "F_ZONE_COUNTS:  ... | ZONE_ID",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 12);
  expect(asked).toBeGreaterThan(40);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
