"""What the churn model knows about a customer."""

from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource, ValueType
from feast.types import Float32, Int64, String

customer = Entity(
    name="customer",
    join_keys=["customer_id"],
    value_type=ValueType.STRING,
    description="A person or household with a contract",
)

profile_source = FileSource(
    name="customer_profile_source",
    path="../data/customer_profile.parquet",
    timestamp_field="event_timestamp",
)

usage_source = FileSource(
    name="customer_usage_source",
    path="../data/customer_usage.parquet",
    timestamp_field="event_timestamp",
)

customer_profile = FeatureView(
    name="customer_profile",
    entities=[customer],
    ttl=timedelta(days=365),
    schema=[
        Field(name="tenure_months", dtype=Int64, description="Months since the first contract"),
        Field(name="monthly_charges", dtype=Float32, description="Current monthly bill in euros, with tax"),
        Field(name="contract", dtype=String, description="monthly, one_year or two_year"),
    ],
    source=profile_source,
    description="Slow facts from the contract system",
    tags={"team": "retention", "pii": "false"},
    owner="retention@example.com",
)

customer_usage = FeatureView(
    name="customer_usage",
    entities=[customer],
    ttl=timedelta(days=62),
    schema=[
        Field(name="minutes_30d", dtype=Int64, description="Minutes called in the last 30 days"),
        Field(name="data_gb_30d", dtype=Float32, description="Mobile data in the last 30 days, in gigabytes"),
        Field(
            name="support_calls_30d",
            dtype=Int64,
            description="Calls to the support line in the last 30 days",
            tags={"quality": "checked"},
        ),
    ],
    source=usage_source,
    description="Rolling usage, refreshed every night",
    tags={"team": "network", "pii": "false"},
    owner="network-data@example.com",
)

churn_model_v1 = FeatureService(
    name="churn_model_v1",
    features=[
        customer_profile[["tenure_months", "monthly_charges"]],
        customer_usage,
    ],
    description="Inputs of the churn model in production",
)
