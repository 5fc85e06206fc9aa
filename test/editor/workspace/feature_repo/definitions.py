from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32, Int64

customer = Entity(name="customer", join_keys=["customer_id"])

source = FileSource(path="usage.parquet", timestamp_field="event_timestamp")

customer_usage = FeatureView(
    name="customer_usage",
    entities=[customer],
    ttl=timedelta(days=62),
    schema=[
        Field(name="minutes_30d", dtype=Int64, description="Minutes called in the last 30 days"),
        Field(name="data_gb_30d", dtype=Float32),
        Field(name="support_calls_30d", dtype=Int64),
    ],
    source=source,
)
