from snowflake.ml.feature_store import FeatureStore
from snowflake.snowpark.context import get_active_session
from sklearn.linear_model import LinearRegression

session = get_active_session()
store = FeatureStore(session=session, database="TAXI", name="FEATURES", default_warehouse="WH")

trips = store.get_feature_view("F_TRIP", "v1")
zones = store.get_feature_view(name="f_zone", version="v2")
older = store.get_feature_view("F_ZONE", "v1")

spine = session.table("TRIPS").select("TRIP_ID", "ZONE_ID", "PICKED_UP_AT", "TIP")
training = store.generate_training_set(
    spine_df=spine,
    features=[trips.slice(["PASSENGERS", "fare_per_km", "Distance_Km"]), zones.slice(["USUAL_FARE", "IS_AIRPORT"]), older.slice(["NAME_UNTIL_LAST_YEAR"])],
    spine_timestamp_col="PICKED_UP_AT",
    spine_label_cols=["TIP"],
)
frame = training.to_pandas()
model = LinearRegression().fit(frame[["PASSENGERS", "FARE_PER_KM"]], frame["TIP"])
