from snowflake.ml.feature_store import FeatureView
from snowflake.snowpark import Session

from entities import trip


def create_draft_feature_view(session: Session, database: str, schema: str) -> FeatureView:
    feature_df = session.sql(
        f"""
        select
            trip_id,
            passengers,
            distance_km,
            fare / nullif(distance_km, 0) as fare_per_km,
            picked_up_at
        from {database}.{schema}.trips
        """
    )
    return FeatureView(
        name="F_TRIP",
        entities=[trip],
        feature_df=feature_df,
        timestamp_col="PICKED_UP_AT",
        refresh_freq="1d",
        desc="What is known of a ride when it ends",
    ).attach_feature_desc({"PASSENGERS": "How many got in", "FARE_PER_KM": "In dollars"})
