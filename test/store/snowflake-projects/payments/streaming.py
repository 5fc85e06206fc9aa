"""Aggregates over a stream, in one script."""
from snowflake.ml.feature_store import Entity, Feature, FeatureStore, FeatureView, StreamConfig
from snowflake.snowpark import Session
from snowflake.snowpark.functions import col

session = Session.builder.configs({"account": "bank"}).create()
store = FeatureStore(session, "BANK", "FEATURES", "WH")

account = store.register_entity(Entity("ACCOUNT", ["ACCOUNT_ID"]))
account = store.get_entity("ACCOUNT")

payments = session.table("PAYMENTS").select(col("ACCOUNT_ID"), col("PAID"), col("CITY"), col("PAID_AT"))

WINDOWS = ["1h", "24 h", "7d"]

totals = FeatureView(
    name="PAYMENT_TOTALS",
    entities=[Entity("ACCOUNT", ["ACCOUNT_ID"])],
    feature_df=payments,
    timestamp_col="PAID_AT",
    feature_granularity="1h",
    features=[Feature.sum("paid", window) for window in WINDOWS] + [
        Feature.stddev("PAID", "7d", offset="7d"),
        Feature.last_distinct_n("CITY", "24h", n=3).alias("last_cities"),
        Feature.max("PAID", "lifetime"),
    ],
)
totals = store.register_feature_view(totals, "1.0")

plain = FeatureView(name="LAST_PAYMENT", entities=[account], feature_df=payments.select("ACCOUNT_ID", "PAID", (col("PAID") * 2).alias("TWICE")))

clicks = FeatureView(name="CLICKS", entities=[account], timestamp_col="AT", stream_config=StreamConfig("CLICKS", lambda frame: frame, payments))

spine = session.table("ACCOUNTS")
dataset = store.generate_dataset(
    "CHURN", spine, [totals.slice(["PAID_SUM_1H", "PAID_SUM_24H", "LAST_CITIES", "PAID_STD_7D_OFFSET_7D"]), plain.slice(["TWICE"]), clicks.slice(["WHATEVER"])], version="1",
)
