"""A taxi company: one file, all the usual objects."""
from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource, LabelView, PushSource, RequestSource, ValueType
from feast.types import Array, Bool, Float32, Int64, String

cab = Entity(name="cab", join_keys=["cab_id"], value_type=ValueType.INT64, description="A licensed cab")
zone = Entity(name="zone", value_type=ValueType.STRING)

rides_source = FileSource(name="rides", path="data/rides.parquet", timestamp_field="ended_at")
zones_source = FileSource(path="data/zones.parquet", timestamp_field="day")
rides_push = PushSource(name="rides_push", batch_source=rides_source)

cab_daily = FeatureView(
    name="cab_daily",
    entities=[cab],
    ttl=timedelta(days=2, hours=12),
    schema=[
        Field(name="cab_id", dtype=Int64),
        Field(name="rides", dtype=Int64, description="Rides that ended on the day"),
        Field(name="mean_fare", dtype=Float32, tags={"unit": "EUR"}),
        Field(name="tip_share", dtype=Float32),
        Field(name="last_zones", dtype=Array(String)),
    ],
    source=rides_source,
    description="What a cab did on one day",
    owner="fleet@rides.example",
    tags={"team": "fleet", "tier": "gold"},
)

cab_live = FeatureView(
    name="cab_live",
    entities=[cab],
    ttl=timedelta(minutes=30),
    schema=[Field(name="cab_id", dtype=Int64), Field(name="rides", dtype=Int64), Field(name="is_free", dtype=Bool)],
    source=rides_push,
)

cab_zone = FeatureView(
    name="cab_zone",
    entities=[cab, zone],
    schema=[
        Field(name="cab_id", dtype=Int64),
        Field(name="zone", dtype=String),
        Field(name="pickups", dtype=Int64),
    ],
    source=zones_source,
)

ride_labels = LabelView(
    name="ride_labels",
    entities=[cab],
    schema=[
        Field(name="cab_id", dtype=Int64),
        Field(name="is_fraud", dtype=Bool),
        Field(name="labeler", dtype=String),
    ],
    source=rides_push,
    reference_feature_view="cab_daily",
)

request = RequestSource(name="request", schema=[Field(name="distance_km", dtype=Float32)])

pricing_v1 = FeatureService(name="pricing_v1", features=[cab_daily], description="First pricing model")
pricing_v2 = FeatureService(
    name="pricing_v2",
    features=[cab_daily[["mean_fare", "tip_share"]], cab_zone, cab_live[["is_free"]].with_name("now")],
    tags={"stage": "production"},
)
