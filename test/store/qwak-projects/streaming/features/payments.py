from datetime import datetime

from qwak.feature_store.feature_sets import streaming
from qwak.feature_store.feature_sets.transformations import QwakAggregation, SparkSqlTransformation

SET = "payment-totals"
WINDOWS = ("1 minute", "15 minutes", "1 hour")


@streaming.feature_set(
    name=SET,
    entity="account",
    data_sources=["payments"],
    timestamp_column_name="paid_at",
    backfill_max_timestamp=datetime(2024, 1, 1),
)
@streaming.metadata(owner="payments-team", description="Totals of the last minutes")
def payment_totals():
    return (
        SparkSqlTransformation("SELECT account, amount, country, is_online, paid_at FROM payments")
        .aggregate(
            QwakAggregation.sum("amount"),
            QwakAggregation.count("amount"),
            QwakAggregation.avg("amount"),
            QwakAggregation.max("amount").alias("largest"),
            QwakAggregation.last_distinct_n("country", 5),
            QwakAggregation.percentile("amount", p=50).alias("median"),
            QwakAggregation.percentile("amount", p=95),
            QwakAggregation.boolean_or("is_online"),
        )
        .by_windows(*WINDOWS)
    )


@streaming.feature_set(entity="account", data_sources=["payments"], timestamp_column_name="paid_at")
def last_payments():
    return SparkSqlTransformation(
        f"SELECT account, amount AS last_amount, upper(country) last_country, paid_at FROM {'payments'}"
    )
