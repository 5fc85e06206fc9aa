/** Feature views of Snowflake read from code, and what is said of names in other versions and in quotes. */
import { describe, expect, test } from "vitest";
import { findingsIn, viewsOf } from "./projects.ts";

const head = `from snowflake.ml.feature_store import Entity, Feature, FeatureStore, FeatureView
from snowflake.snowpark import Session, functions as F

session = Session.builder.create()
store = FeatureStore(session, "DB", "FEATURES", "WH")
card = Entity("CARD", ["CARD_ID"])
`;

describe("names of aggregates are those of the library (2.6.0)", () => {
  test.each([
    ['Feature.sum("amt", "24 H")', "AMT_SUM_24H"],
    ['Feature.stddev("Amt", "7d", offset="7 d")', "AMT_STD_7D_OFFSET_7D"],
    ['Feature.last_distinct_n("c", "1h", n=3)', "C_LAST_DISTINCT_N_1H"],
    ['Feature.max("x", "lifetime")', "X_MAX_LIFETIME"],
    ['Feature.var("x", "30m", offset="0")', "X_VAR_30M"],
    ['Feature.approx_percentile("x", "1d", percentile=0.9)', "X_APPROX_PERCENTILE_1D"],
    ['Feature.count("x", "1d").alias("my_name")', "my_name"],
    ['Feature.sum("x", "1 day", "0d")', "X_SUM_1DAY"],
    ['Feature.sum(column, "1d")', "..."],
  ])("%s", async (feature, name) => {
    expect(await viewsOf({ "views.py": `${head}FeatureView("V", [card], timestamp_col="AT", features=[${feature}])\n` })).toEqual([`V: ${name === "..." ? " ..." : name} | CARD_ID AT`]);
  });
});

describe("columns of frames", () => {
  test.each([
    ['session.sql("select card_id, sum(amt) as total from t group by 1")', "total | card_id"],
    ['session.sql("select * from t")', " ... | CARD_ID"],
    ['session.table("T")', " ... | CARD_ID"],
    ['session.table("T").select("CARD_ID", F.col("A").alias("B")).filter(F.col("B") > 0).limit(5)', "B | CARD_ID"],
    ['session.table("T").select(["CARD_ID", "A"]).with_column("C", F.lit(1))', "A C | CARD_ID"],
    ['session.table("T").select("CARD_ID", "A").group_by("CARD_ID").agg(F.sum("A"))', " ... | CARD_ID"],
    ['session.table("T").select("CARD_ID", F.sum("A"))', " ... | CARD_ID"],
    ['session.table("T").select("*")', " ... | CARD_ID"],
    ["frame", " ... | CARD_ID"],
  ])("%s", async (frame, columns) => {
    expect(await viewsOf({ "views.py": `${head}FeatureView("V", [card], ${frame})\n` })).toEqual([`V: ${columns}`]);
  });
});

test("an unknown feature is told of the version that is defined here, and of no other", async () => {
  const files = {
    "views.py": `${head}draft = FeatureView("V", [card], session.sql("SELECT CARD_ID, AMOUNT, CITY FROM T"))\nstore.register_feature_view(draft, "v2")\n`,
    "read.py": `${head}for name, version in [("V", "v2"), ("V", "v1")]:
    pass
now = store.get_feature_view("V", "v2")
before = store.get_feature_view("V", "v1")
some = store.get_feature_view("V", version)
store.generate_training_set(spine, features=[now.slice(["AMUONT", "city", '"CITY"']), before.slice(["GONE"]), some.slice(["PERHAPS"])])
`,
  };
  expect(await findingsIn(files)).toEqual(['read.py: unknown-feature: "V" has no feature "AMUONT" (did you mean "AMOUNT"?)']);
});

test("descriptions are attached to features that there are", async () => {
  const files = { "views.py": `${head}FeatureView("V", [card], session.sql("SELECT CARD_ID, AMOUNT, CITY FROM T")).attach_feature_desc({"AMOUNT": "Paid", "CTIY": "Where"})\n` };
  expect(await findingsIn(files)).toEqual(['views.py: unknown-feature: "V" has no feature "CTIY" (did you mean "CITY"?)']);
});
