"""Views made of views, labels, inputs and aggregations."""
from datetime import timedelta

from feast import (
    Aggregation, BatchFeatureView, Entity, FeatureService, FeatureView, Field, FileSource, LabelView, OnDemandFeatureView, PushSource,
)
from feast.labeling import ConflictPolicy
from feast.on_demand_feature_view import on_demand_feature_view
from feast.transformation.mode import TransformationMode
from feast.types import Float64, Int64, String

meter = Entity(name="meter", join_keys=["meter_id"])
readings_source = FileSource(name="readings_source", path="data/readings.parquet", timestamp_field="at")
daily_sink = FileSource(name="daily_sink", path="data/daily.parquet", timestamp_field="day")
reviews = PushSource(name="reviews", batch_source=FileSource(path="data/reviews.parquet", timestamp_field="at"))
KEY = Field(name="meter_id", dtype=Int64)

READINGS = "readings"
readings = FeatureView(name=READINGS, entities=[meter], schema=[KEY, Field(name="watts", dtype=Float64)], source=readings_source)


def mean_per_day(frame):
    return frame


daily = BatchFeatureView(
    name="daily",
    entities=[meter],
    mode=TransformationMode.PANDAS,
    schema=[KEY, Field(name="watts_mean", dtype=Float64)],
    source=readings_source,
    ttl=timedelta(days=30),
    online=True,
    udf=mean_per_day,
    udf_string="def mean_per_day(frame): ...",
)
on_top = FeatureView(
    name="on_top", entities=[meter], schema=[KEY, Field(name="peak", dtype=Float64)], source=readings, sink_source=daily_sink, mode="python"
)
anomalies = LabelView(
    name="anomalies",
    entities=[meter],
    schema=[KEY, Field(name="is_anomaly", dtype=Int64), Field(name="checked_by", dtype=String)],
    source=reviews,
    labeler_field="checked_by",
    conflict_policy=ConflictPolicy.MAJORITY_VOTE,
    reference_feature_view=READINGS,
    ttl=timedelta(days=365),
    description="Checked by people",
    owner="grid@power.example",
    tags={"kind": "label"},
)


@on_demand_feature_view(
    name="scaled",
    input_schema=[Field(name="factor", dtype=Float64)],
    schema=[Field(name="scaled_factor", dtype=Float64)],
    mode="python",
    description="From the request alone",
)
def scale(inputs):
    return {"scaled_factor": [each * 2 for each in inputs["factor"]]}


@on_demand_feature_view(
    sources=[readings, daily],
    entities=[meter],
    schema=[KEY, Field(name="above_mean", dtype=Float64)],
    mode="pandas",
    write_to_online_store=True,
)
def above(inputs):
    frame = inputs[["watts"]].rename(columns={"watts": "above_mean"})
    frame["meter_id"] = 1
    return frame


everything = FeatureService(name="everything", features=[readings, daily, above, anomalies, scale], tags={"all": "yes"})
