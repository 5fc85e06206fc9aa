/** Feature sets of Qwak (JFrog ML) read from code, in both generations of the library. */
import { expect, test } from "vitest";
import type { Store, View } from "../../server/analysis/store/model.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";

async function storeOf(files: Readonly<Record<string, string>>): Promise<Store> {
  const index = createStoreIndex(memoryHost(files), [project]);
  await index.refresh();
  const [store, ...others] = index.catalogueFor(`${project}/x.py`)?.stores ?? [];
  expect(others).toEqual([]);
  if (!store) throw new Error("no store was found");
  return store;
}

/** `name(fields | keys) ...` with what else is known. */
function shown({ name, fields, keyFields, open }: View): string {
  const keys = keyFields.length > 0 ? ` | ${keyFields.map((each) => each.name).join(", ")}` : "";
  return `${name}(${fields.map((each) => each.name).join(", ")}${open ? ", ..." : ""}${keys})`;
}

const batch = `
from qwak.feature_store.feature_sets import batch
from qwak.feature_store.feature_sets.transformations import SparkSqlTransformation
from qwak.feature_store.data_sources import CsvSource
from qwak.feature_store.entities.entity import Entity

FEATURE_SET = "user-credit-risk-features"

user = Entity(name="user", description="A registered user", key="user_id")
users = CsvSource(name="credit_risk_data", description="Credit data", date_created_column="date_created", path="s3://bucket/data.csv")


@batch.feature_set(name=FEATURE_SET, entity="user", data_sources=["credit_risk_data"])
@batch.metadata(owner="Ann", description="What is known of a user's credit")
@batch.scheduling(cron_expression="@daily")
def user_features():
    return SparkSqlTransformation("""
        SELECT user_id, age, job AS work, date_created
        FROM credit_risk_data
    """)
`;

test("a batch feature set with its entity and source", async () => {
  const store = await storeOf({ "features/user.py": batch });
  expect(store).toMatchObject({ kind: "qwak", complete: false, problems: [], limits: [] });
  expect(store.views.map(shown)).toEqual(["user-credit-risk-features(age, work | user_id, date_created)"]);
  expect(store.views[0]).toMatchObject({ kind: "BatchFeatureSet", owner: "Ann", description: "What is known of a user's credit", entities: ["user"], source: "credit_risk_data", mode: "sql" });
  expect(store.entities).toMatchObject([{ name: "user", joinKey: "user_id" }]);
  expect(store.sources).toMatchObject([{ name: "credit_risk_data", kind: "CsvSource", location: "s3://bucket/data.csv", timestampField: "date_created" }]);
});

test("a streaming feature set has the names that its aggregations make", async () => {
  const store = await storeOf({ "stream.py": `
from frogml.feature_store.feature_sets import streaming
from frogml.core.feature_store.feature_sets.transformations import FrogmlAggregation, SparkSqlTransformation


@streaming.feature_set(entity="user", data_sources=["transactions"], timestamp_column_name="at")
def transaction_aggregates():
    return (
        SparkSqlTransformation("SELECT at, user, amount, country FROM transactions")
        .aggregate(FrogmlAggregation.sum("amount"), FrogmlAggregation.last_distinct_n("country", 5))
        .aggregate(FrogmlAggregation.percentile("amount", p=50).alias("median_amount"), FrogmlAggregation.percentile("amount", p=99))
        .by_windows("1 minute", "2 hours")
    )
` });
  expect(store.views.map(shown)).toEqual([
    "transaction_aggregates(sum_amount_1m, last_distinct_5_country_1m, median_amount_1m, p99_amount_1m, sum_amount_2h, last_distinct_5_country_2h, median_amount_2h, p99_amount_2h)",
  ]);
  expect(store.views[0]).toMatchObject({ kind: "StreamingFeatureSet" });
});
