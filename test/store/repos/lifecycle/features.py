"""Views that are switched off, offline only, old and deprecated; the names another project uses, too."""
from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64

customer = Entity(name="customer", join_keys=["customer_key"], description="Another customer than that of the shops")
source = FileSource(name="points", path="data/points.parquet", timestamp_field="at", field_mapping={"ltv_eur": "value"})
KEY = Field(name="customer_key", dtype=Int64)

current = FeatureView(
    name="lifetime_value", entities=[customer], schema=[KEY, Field(name="value", dtype=Float32)], source=source, ttl=timedelta(days=90, seconds=30)
)
off = FeatureView(
    name="lifetime_value_old",
    entities=[customer],
    schema=[KEY, Field(name="value", dtype=Float32, tags={"status": "deprecated", "replaced_by": "lifetime_value:value"})],
    source=source,
    enabled=False,
    org="marketing",
)
training_only = FeatureView(
    name="points_week", entities=[customer], schema=[KEY, Field(name="points", dtype=Int64)], source=source, online=False, offline=True
)
value = FeatureService(name="value", features=[current, training_only])
