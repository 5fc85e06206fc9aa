from snowflake.ml.feature_store import FeatureView
from snowflake.snowpark import Session
from snowflake.snowpark import functions as F

from entities import zone


def zone_features(session: Session) -> FeatureView:
    zones = session.table("ZONES").filter(F.col("IS_ACTIVE"))
    selected = zones.select("ZONE_ID", "BOROUGH", F.col("MEAN_FARE").alias("USUAL_FARE")).with_column("IS_AIRPORT", F.col("BOROUGH") == "EWR")
    return FeatureView("F_ZONE", [zone], selected, refresh_freq=None, desc="Zones of the city")


def zone_counts(session: Session, table: str) -> FeatureView:
    """Nobody but the database knows the columns."""
    return FeatureView("F_ZONE_COUNTS", [zone], session.table(table))
