from datetime import timedelta

from config import DESCRIPTIONS, LONG, SHORT, Names
from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Float32, Int64, UnixTimestamp

card = Entity(name="card", join_keys=["card_id"])
merchant = Entity(name="merchant", join_keys=["merchant_id"])
source = FileSource(path="data/payments.parquet", timestamp_field="paid_at")
COUNT, AMOUNT = "count", "amount"

card_schema = [Field(name="card_id", dtype=Int64)]
card_schema += [Field(name=f"{COUNT}_{window.label}", dtype=Int64, description=DESCRIPTIONS[window.label]) for window in (SHORT, LONG)]
card_schema.append(Field(name=AMOUNT, dtype=Float32))
card_schema.extend([Field(name="last_seen", dtype=UnixTimestamp)])

card_stats = FeatureView(name=Names.CARD, entities=[card], ttl=timedelta(days=LONG.days), schema=card_schema, source=source)
merchant_stats = FeatureView(
    name=Names.MERCHANT,
    entities=[merchant, card],
    schema=[
        Field(name="merchant_id", dtype=Int64),
        Field(name="card_id", dtype=Int64),
        Field(name="%s_%s" % (AMOUNT, SHORT.label), dtype=Float32),
    ],
    source=source,
    ttl=None,
)
fraud = FeatureService(name="fraud" + "_v%d" % 2, features=[card_stats[[AMOUNT, f"{COUNT}_short"]], merchant_stats])
