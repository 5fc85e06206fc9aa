/**
 * Projects as people write them for Databricks, in databricks-projects: rules about feature stores have nothing to say about them, and slips
 * that are planted in names of features of closed tables are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("databricks-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the tables that they create", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    recommender: [
      "ml.shop.customer_features: age total_purchases_7d total_purchases_30d favourite_category | customer_id",
      "ml.shop.product_features: price rating | product_id ts",
      "ml.shop.visit_features: visits_7d last_page ... | customer_id",
      "ml.default.wine: alcohol fixed_acidity | wine_id",
      "ml.default.cellars: depth | cellar_id",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 12);
  expect(asked).toBeGreaterThan(40);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
