"""Definitions made by code: constants, unpacked settings, helper functions, comprehensions."""
from datetime import timedelta

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64

PREFIX = "sensor"
OWNER = "plant" + "@" + "works.example"
COMMON = {"owner": OWNER, "tags": {"site": "north"}, "ttl": timedelta(hours=6)}
KEY = Field(name=f"{PREFIX}_id", dtype=Int64)
CHANNELS = ["heat", "noise"]
STATISTICS = ("mean", "max")

sensor = Entity(name=PREFIX, join_keys=[f"{PREFIX}_id"])
machine = Entity(name="machine", join_keys=["machine_id"])


def source_of(name):
    return FileSource(name=f"{name}_source", path=f"data/{name}.parquet", timestamp_field="at")


def channel_view(channel, entity=sensor, extra=()):
    fields = [KEY]
    for statistic in STATISTICS:
        fields.append(Field(name=f"{channel}_{statistic}", dtype=Float32, description=f"{statistic} of {channel}"))
    return FeatureView(
        name=f"{PREFIX}_{channel}",
        entities=[entity],
        schema=fields + list(extra),
        source=source_of(channel),
        **COMMON,
    )


heat = channel_view("heat")
noise = channel_view("noise", extra=[Field(name="noise_peaks", dtype=Int64)])

band_schema = [Field(name=f"band_{number}", dtype=Float32) for number in range(4)]
bands = FeatureView(name="_".join([PREFIX, "bands"]), entities=[sensor], schema=band_schema, source=source_of("bands"))

grid = FeatureView(
    name="{}_grid".format(PREFIX),
    entities=[machine],
    schema=[Field(name=f"{channel}_{statistic}", dtype=Float32) for channel in CHANNELS for statistic in STATISTICS if statistic != "max"],
    source=source_of("grid"),
)

VIEWS = [heat, noise]
monitoring = FeatureService(name="monitoring", features=[*VIEWS, bands[[f"band_{number}" for number in (0, 3)]]])
everything = FeatureService(name="everything", features=VIEWS + [grid])
