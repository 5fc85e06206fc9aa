from datetime import datetime, timedelta

from tecton import Aggregate, Attribute, StreamProcessingMode, TimeWindow, batch_feature_view, stream_feature_view
from tecton.aggregation_functions import approx_percentile, last_distinct
from tecton.types import Bool, Field, Float64, Int64, String

from entities import merchant, user
from sources import payment_stream, payments, profiles


@batch_feature_view(
    sources=[profiles],
    entities=[user],
    mode="pandas",
    online=True,
    offline=True,
    features=[
        Attribute("country", String, description="Where the account was opened"),
        Attribute("age_days", Int64),
        Attribute(name="is_verified", dtype=Bool),
    ],
    timestamp_field="changed_at",
    feature_start_time=datetime(2024, 1, 1),
    batch_schedule=timedelta(days=1),
    ttl=timedelta(days=365),
    tags={"release": "production"},
    owner="risk@bank.example",
    description="What a user told us",
)
def user_profile(profiles):
    return profiles[["user_id", "country", "age_days", "is_verified", "changed_at"]]


AMOUNT = Field("amount", Float64)


@batch_feature_view(
    sources=[payments.select_range(start_time=datetime(2024, 1, 1), end_time=datetime(2030, 1, 1))],
    entities=[user],
    mode="spark_sql",
    aggregation_interval=timedelta(days=1),
    features=[
        Aggregate(input_column=AMOUNT, function="sum", time_window=timedelta(days=1)),
        Aggregate(input_column=AMOUNT, function="sum", time_window=timedelta(days=30)),
        Aggregate(input_column=AMOUNT, function="mean", time_window=TimeWindow(window_size=timedelta(days=7), offset=timedelta(days=-1))),
        Aggregate(input_column=AMOUNT, function=approx_percentile(percentile=0.95), time_window=timedelta(days=30), name="usual_maximum"),
    ],
    timestamp_field="paid_at",
    online=True,
)
def user_spending(payments):
    return f"SELECT user_id, amount, paid_at FROM {payments}"


@stream_feature_view(
    source=payment_stream,
    entities=[user, merchant],
    mode="pyspark",
    stream_processing_mode=StreamProcessingMode.CONTINUOUS,
    features=[
        Aggregate(input_column=AMOUNT, function="count", time_window=window) for window in [timedelta(minutes=30), timedelta(hours=24)]
    ] + [Aggregate(input_column=Field("city", String), function=last_distinct(3), time_window=timedelta(days=2, hours=12))],
    timestamp_field="paid_at",
)
def recent_payments(payment_stream):
    return payment_stream.select("user_id", "merchant", "amount", "city", "paid_at")
