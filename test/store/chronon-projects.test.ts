/**
 * Projects as people write them for Chronon, in chronon-projects: rules about feature stores have nothing to say about them, and slips that
 * are planted in names of features are found and repaired.
 */
import { expect, test } from "vitest";
import { findingsIn, plantSlips, projectsIn, viewsOf } from "./projects.ts";

const projects = projectsIn("chronon-projects");

test.each(projects)("%s: nothing to say", async (_name, files) => {
  expect(await findingsIn(files)).toEqual([]);
});

test("the views that they define", async () => {
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await viewsOf(files)] as const)))).toEqual({
    fraud: [
      "risk_cards_everything:  ... | card ts", "risk_cards_plain: amount_min city_last | card ts",
      "risk_cards_week: amount_sum_7d city_histogram | card ts", "risk_cards_year: amount_sum_365d city_histogram | card ts",
    ],
    shop: [
      "shop_purchases_v1: purchase_price_sum_3d purchase_price_sum_14d purchase_price_sum_30d purchase_price_count_3d purchase_price_count_14d "
        + "purchase_price_count_30d purchase_price_average_12h purchase_price_last10 | user_id ts",
      "shop_purchases_by_shop: purchase_price_approx_percentile_by_shop purchase_price_approx_percentile_by_country | user_id ts",
      "shop_returns_v1: refund_amt_sum_3d product_id_approx_unique_count_3d product_id_approx_unique_count_30d refunds_month mean_refund | user_id ts",
      "shop_users_v1: account_created_ds email_verified | user_id ts",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  // A dash in an expression is no slip: it takes one column from another.
  const { asked, missed } = await plantSlips(projects.map(([, files]) => files), 12, { dashes: false });
  expect(asked).toBeGreaterThan(40);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);

test("a group-by that a helper makes is no feature of one whose name its own begins with", async () => {
  const files = {
    "group_bys/shop/cards.py": `from ai.chronon.group_by import Aggregation, GroupBy, Operation
from helpers import make

v1 = GroupBy(sources=[], keys=["card"], aggregations=[Aggregation("amount", Operation.SUM)])
v1_week = make(7)
`,
    "joins/shop/all.py": `from ai.chronon.join import Derivation, Join

v1 = Join(left=None, right_parts=[], derivations=[
    Derivation("a", "shop_cards_v1_week_amount_sum_7d"),
    Derivation("b", "shop_cards_v1_amount_sun"),
])
`,
  };
  expect(await findingsIn(files)).toEqual(['joins/shop/all.py: unknown-feature: "shop_cards_v1" has no feature "amount_sun" (did you mean "amount_sum"?)']);
});
