"""Projections: selections, other names, other join keys, references in text."""
from feast import Entity, FeatureService, FeatureView, Field, FileSource, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32, Float64, Int64, String

place = Entity(name="place", join_keys=["place_id"])
rider = Entity(name="rider", join_keys=["rider_id"])
weather_source = FileSource(name="weather", path="data/weather.parquet", timestamp_field="at")
rider_source = FileSource(name="riders", path="data/riders.parquet", timestamp_field="at")

weather = FeatureView(
    name="weather",
    entities=[place],
    schema=[Field(name="place_id", dtype=Int64), Field(name="degrees", dtype=Float32), Field(name="rain", dtype=Float32), Field(name="wind", dtype=Float32)],
    source=weather_source,
)
riders = FeatureView(
    name="riders",
    entities=[rider],
    schema=[Field(name="rider_id", dtype=Int64), Field(name="trips", dtype=Int64), Field(name="home", dtype=String)],
    source=rider_source,
)
trip = RequestSource(name="trip", schema=[Field(name="kilometres", dtype=Float64), Field(name="hour", dtype=Int64)], description="The trip asked for")


@on_demand_feature_view(
    sources=[weather[["degrees", "rain"]], riders, trip],
    schema=[Field(name="comfort", dtype=Float64), Field(name="long_trip", dtype=Int64)],
    mode="pandas",
    tags={"team": "pricing"},
)
def comfort(inputs):
    frame = inputs[[]].copy()
    frame["comfort"] = inputs["degrees"].astype("float64") - inputs["rain"] * inputs["kilometres"]
    frame["long_trip"] = (inputs["kilometres"] > 10).astype("int64")
    return frame


ORIGIN = {"place_id": "origin_id"}
origin = weather.with_name("origin").with_join_key_map(ORIGIN)[["degrees"]]
two_places = FeatureService(
    name="two_places",
    features=[
        weather[["degrees", "wind"]].with_name("start").with_join_key_map({"place_id": "start_id"}),
        weather.with_join_key_map({"place_id": "end_id"}).with_name("end"),
        riders,
    ],
    description="Weather where it starts and where it ends",
)
by_text = FeatureService(name="by_text", features=["riders:trips", "weather", comfort, riders[["home"]]])
chosen_twice = FeatureService(name="chosen_twice", features=[weather[["degrees", "rain"]][["rain"]].with_name("a").with_name("b")])
del origin
