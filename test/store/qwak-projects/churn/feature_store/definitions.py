from datetime import timedelta

from frogml.core.feature_store.entities.entity import Entity
from frogml.core.feature_store.feature_sets.read_policies import ReadPolicy
from frogml.core.feature_store.feature_sets.transformations import PySparkTransformation, SparkSqlTransformation
from frogml.feature_store.data_sources import ParquetSource, SnowflakeSource
from frogml.feature_store.feature_sets import batch

from .names import CUSTOMERS, USAGE

customer = Entity(name="customer", description="Who pays", key="customer_id")

customers = SnowflakeSource(
    name="crm.customers",
    description="Master data",
    date_created_column="updated_at",
    host="example.snowflakecomputing.com",
    username_secret_name="snowflake-user",
    password_secret_name="snowflake-password",
    database="crm",
    schema="public",
    warehouse="small",
    table="customers",
)
calls = ParquetSource(name="calls", description="One row a call", date_created_column="started_at", path="s3://example-bucket/calls/")


@batch.feature_set(name=CUSTOMERS, entity="customer", data_sources=["crm.customers"], online_time_to_live=timedelta(days=30))
def customers_features():
    return SparkSqlTransformation(
        """
        SELECT customer_id, `plan name` AS plan, date_diff(current_date(), signed_at) tenure_days, c.address.city, updated_at
        FROM crm.customers c
        """
    )


@batch.feature_set(name=USAGE, key="customer_id", data_sources={"calls": ReadPolicy.Aggregation()}, timestamp_column_name="qwak_window_end_ts")
def usage_features():
    return SparkSqlTransformation(
        """
        SELECT customer_id, count(*) AS calls, sum(minutes) AS minutes, max(minutes) AS longest, qwak_window_end_ts
        FROM calls GROUP BY customer_id, qwak_window_end_ts
        UNION ALL
        SELECT customer_id, 0, 0, 0, qwak_window_end_ts FROM calls
        """
    )


def graph_features(frames):
    return frames["calls"]


@batch.feature_set(name="call-graph", key="customer_id", data_sources=["calls"])
def call_graph():
    return PySparkTransformation(function=graph_features)


@batch.feature_set(name="raw-calls", key="customer_id", data_sources=["calls"])
def raw_calls():
    return SparkSqlTransformation("SELECT *, minutes * 60 AS seconds FROM calls")
