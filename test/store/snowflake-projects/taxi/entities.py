from snowflake.ml.feature_store import Entity

trip = Entity(name="TRIP", join_keys=["TRIP_ID"], desc="One ride")
zone = Entity(name="ZONE", join_keys=["ZONE_ID"], desc="Where a ride ends")
