from feast import FeatureView, Field, FileSource
from feast.types import Int64

from common import *

points_source = FileSource(name="points", path="data/points.parquet", timestamp_field="at")


def make(window):
    return FeatureView(
        name=f"points_{window.label}",
        entities=[customer],
        ttl=window.ttl,
        schema=[Field(name="customer_id", dtype=Int64), Field(name=f"points_{window.days}d", dtype=Int64)],
        source=points_source,
        owner=TEAM_OWNER,
    )


points_week, points_month = [make(window) for window in WINDOWS]
