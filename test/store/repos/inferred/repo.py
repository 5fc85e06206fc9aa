"""Views whose features Feast infers from the source, and services by reference."""
from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Int64, String

user = Entity(name="user", join_keys=["user_id"])
source = FileSource(path="data/users.parquet", timestamp_field="at")

profile = FeatureView(name="profile", entities=[user], source=source)
only_key = FeatureView(name="only_key", entities=[user], schema=[Field(name="user_id", dtype=Int64)], source=source)
account = FeatureView(
    name="account",
    entities=[user],
    schema=[Field(name="user_id", dtype=Int64), Field(name="plan", dtype=String), Field(name="seats", dtype=Int64)],
    source=source,
)
world = FeatureView(name="world", schema=[Field(name="holiday", dtype=String)], source=source)

by_reference = FeatureService(name="by_reference", features=["account:plan", "world", profile[["age", "country"]]])
partly_open = FeatureService(name="partly_open", features=[profile, account[["seats"]]])
