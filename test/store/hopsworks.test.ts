/** Feature groups and views of Hopsworks read from code, their versions, and what leaves a group open. */
import { describe, expect, test } from "vitest";
import { project } from "../workspace/memory-host.ts";
import { findingsIn, storesOf, viewsOf } from "./projects.ts";

const start = `import hopsworks
from hsfs.feature import Feature

fs = hopsworks.login().get_feature_store()
`;
const create = `${start}cards = fs.create_feature_group("cards", version=1, primary_key=["id"], features=[Feature("id", "bigint"), Feature("limit", "double")])
`;
const selected = (from: string, name = "limits"): string => `${start}query = fs.get_feature_group(${from}).select(["id", "${name}"])\n`;
const finding = 'b.py: unknown-feature: "cards" has no feature "limits" (did you mean "limit"?)';

describe("a group with a list of features", () => {
  test("is known whole, in the version that it has", async () => {
    expect(await viewsOf({ "a.py": create })).toEqual(["cards: limit | id"]);
    const found = (from: string, name?: string): Promise<readonly string[]> => findingsIn({ "a.py": create, "b.py": selected(from, name) });
    expect(await found('"cards", version=1')).toEqual([finding]);
    expect(await found('name="cards", version=1')).toEqual([finding]);
    expect(await found('"cards", version=2')).toEqual([]);
    expect(await found('"cards", version=newest()')).toEqual([]);
    expect(await found('"cards"')).toEqual([]);
    expect(await found('"card", version=1')).toEqual([]);
    expect(await found('"cards", version=1', "LIMIT")).toEqual([]);
    expect(await findingsIn({ "a.py": create, "b.py": selected('"cards", version=1').replace('"limits"', 'Feature("limits")') })).toEqual([finding]);
  });

  test.each([
    ["appended", 'cards.append_features([Feature("city", "string")])', "cards: limit city | id"],
    ["appended, and not known", "cards.append_features(more)", "cards: limit ... | id"],
    ["inserted", 'cards.insert(pd.DataFrame({"id": [1], "limit": [2.0]}))', "cards: limit | id"],
    ["inserted, and not known", "cards.insert(load())", "cards: limit | id"],
    ["of a group that is not known", 'fs.get_feature_group(input(), version=1).append_features(Feature("city", "string"))', "cards: limit ... | id"],
  ])("features that are %s", async (_what, call, expected) => {
    expect(await viewsOf({ "a.py": create, "b.py": `import pandas as pd\n${start}cards = fs.get_feature_group("cards", version=1)\n${call}\n` })).toEqual([expected]);
  });

  test("that transformations add to, or that is not known whole", async () => {
    expect(await viewsOf({ "a.py": create.replace("primary_key=", "transformation_functions=[age], primary_key="), "b.py": create.replace('"cards"', '"trips"').replace('Feature("limit", "double")', "*more") }))
      .toEqual(["cards: limit ... | id", "trips:  ... | id"]);
  });
});

test("external groups, and what has such a method and is of another library", async () => {
  expect(await viewsOf({ "a.py": `${start}
fs.create_external_feature_group(name="sales", version=1, query="SELECT 1", primary_key=["id"], features=[Feature("Total Amount", type="double")])
other.create_feature_group("x", version=1, features=[Feature("a", "double")])
` })).toEqual(["sales: total_amount | id"]);
});

test("a feature view is a selection from groups", async () => {
  const index = await storesOf({ "a.py": `${create}
trips = fs.get_feature_group("trips", version=1)
fs.create_feature_view(name="fraud", version=1, query=cards.select(["limit"]).join(trips.select(["Distance"]), prefix="t_").filter(cards.limit > 1))
fs.get_or_create_feature_view("all", query=cards.select(["limit"]).join(trips.select_all()), version=1)
fs.create_feature_view("unknown", query=build())
` });
  expect(index.catalogueFor(`${project}/a.py`)?.stores[0]?.services).toMatchObject([
    { name: "fraud", closed: true, features: [{ view: "cards", field: "limit" }, { view: "trips", field: "distance" }] },
    { name: "all", closed: false, features: [{ view: "cards", field: "limit" }] },
    { name: "unknown", closed: false, features: [] },
  ]);
});
