from datetime import timedelta

from feast import Aggregation, BatchFeatureView, Entity, Field, StreamFeatureView
from feast.batch_feature_view import batch_feature_view
from feast.stream_feature_view import stream_feature_view
from feast.types import Float32, Int64
from sources import clicks, clicks_batch

user = Entity(name="user", join_keys=["user_id"])


@stream_feature_view(
    entities=[user],
    ttl=timedelta(days=1),
    mode="pandas",
    schema=[Field(name="clicks_1h", dtype=Int64), Field(name="dwell", dtype=Float32)],
    timestamp_field="at",
    source=clicks,
    description="Clicks of the last hour",
    owner="web@shop.example",
)
def click_activity(df):
    return df.withColumn("dwell", df.left_at - df.at)


@batch_feature_view(
    name="click_history",
    mode="python",
    entities=[user],
    schema=[Field(name="clicks_30d", dtype=Int64)],
    source=clicks_batch,
    tags={"window": "30d"},
)
def compute_history(df):
    return df


@batch_feature_view(entities=[user], schema=[Field(name="pages", dtype=Int64)], source=clicks_batch)
def page_counts(df):
    return df


windowed = StreamFeatureView(
    name="windowed",
    entities=[user],
    ttl=timedelta(hours=2),
    mode="pandas",
    schema=[Field(name="user_id", dtype=Int64), Field(name="clicks", dtype=Int64)],
    source=clicks,
    timestamp_field="at",
    aggregations=[Aggregation(column="page", function="count", time_window=timedelta(hours=1))],
)

raw = BatchFeatureView(
    name="raw",
    entities=[user],
    mode="python",
    schema=[Field(name="page_id", dtype=Int64)],
    source=clicks_batch,
    udf=lambda df: df,
    udf_string="lambda df: df",
)
