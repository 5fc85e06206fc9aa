from snowflake.ml.feature_store import CreationMode, FeatureGroup, FeatureStore
from snowflake.snowpark import Session

from entities import trip, zone
from features.trips import create_draft_feature_view
from features.zones import zone_counts, zone_features

session = Session.builder.config("connection_name", "taxi").create()
store = FeatureStore(session, "TAXI", "FEATURES", default_warehouse="WH", creation_mode=CreationMode.CREATE_IF_NOT_EXIST)

for entity in (trip, zone):
    store.register_entity(entity)

trips = store.register_feature_view(create_draft_feature_view(session, "TAXI", "PUBLIC"), version="v1")
zones = store.register_feature_view(feature_view=zone_features(session), version="v2", block=True)
counts = store.register_feature_view(zone_counts(session, "COUNTS"), "v1")

fares = FeatureGroup("FARES", [trips.slice(["PASSENGERS", "DISTANCE_KM"]), zones.with_name("zone")])
store.register_feature_group(fares, "v1")
