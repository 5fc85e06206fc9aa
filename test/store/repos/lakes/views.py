from datetime import timedelta

from feast import BatchFeatureView, Entity, FeatureService, FeatureView, Field, PushSource, ValueType
from feast.feature_logging import LoggingConfig
from feast.infra.offline_stores.file_source import FileLoggingDestination
from feast.types import Bool, Float32, Int64, String

import sources

ship = Entity(name="ship", join_keys=["imo"], value_type=ValueType.INT64)
NUMBER = Field(name="imo", dtype=Int64)

VIEWS = {
    "berth_stays": (sources.berths, Field(name="hours", dtype=Float32, description="Alongside")),
    "tide_windows": (sources.tides, Field(name="depth", dtype=Float32)),
    "crane_moves": (sources.cranes, Field(name="moves", dtype=Int64)),
    "toll_payments": (sources.tolls, Field(name="paid", dtype=Bool)),
    "pilotage": (sources.pilots, Field(name="pilot", dtype=String)),
    "radar_tracks": (sources.radar, Field(name="speed", dtype=Float32)),
}
source, hours = VIEWS["berth_stays"]
berth_stays = FeatureView(name="berth_stays", entities=[ship], schema=[NUMBER, hours], source=source, ttl=timedelta(days=2), enable_validation=True)
tide_windows = FeatureView(name="tide_windows", entities=[ship], schema=[NUMBER, VIEWS["tide_windows"][1]], source=VIEWS["tide_windows"][0])
crane_moves = FeatureView(name="crane_moves", entities=[ship], schema=[NUMBER, VIEWS["crane_moves"][1]], source=VIEWS["crane_moves"][0])
toll_payments = FeatureView(name="toll_payments", entities=[ship], schema=[NUMBER, VIEWS["toll_payments"][1]], source=VIEWS["toll_payments"][0])
pilotage = FeatureView(name="pilotage", entities=[ship], schema=[NUMBER, VIEWS["pilotage"][1]], source=VIEWS["pilotage"][0])
radar_tracks = FeatureView(name="radar_tracks", entities=[ship], schema=[NUMBER, VIEWS["radar_tracks"][1]], source=VIEWS["radar_tracks"][0])
cargo = FeatureView(name="cargo", entities=[ship], schema=[NUMBER, Field(name="tons", dtype=Float32)], source=sources.manifests)
crew = FeatureView(name="crew", entities=[ship], schema=[NUMBER, Field(name="hands", dtype=Int64)], source=PushSource(name="crew_changes", batch_source=sources.crews))
wind = BatchFeatureView(name="wind", entities=[ship], schema=[NUMBER, Field(name="knots", dtype=Float32)], source=sources.weather, mode="python")

arrivals = FeatureService(
    name="arrivals",
    features=[berth_stays, tide_windows[["depth"]], radar_tracks, wind],
    logging_config=LoggingConfig(destination=FileLoggingDestination(path="data/arrivals.parquet")),
    tags={"model": "eta"},
)
departures = FeatureService(name="departures", features=[cargo, crew, pilotage, toll_payments, crane_moves], precompute_online=False)
