from tecton import BatchSource, FileConfig, HiveConfig, KafkaConfig, RequestSource, StreamSource
from tecton.types import Field, Float64, Timestamp


def parse(frame):
    return frame


payments = BatchSource(
    name="payments",
    description="Card payments, one row each",
    batch_config=HiveConfig(database="bank", table="payments", timestamp_field="paid_at"),
)

profiles = BatchSource(
    name="profiles",
    batch_config=FileConfig(uri="s3://bank-lake/profiles.parquet", file_format="parquet", timestamp_field="changed_at"),
)

payment_stream = StreamSource(
    name="payment_stream",
    stream_config=KafkaConfig(kafka_bootstrap_servers="kafka:9092", topics="payments", timestamp_field="paid_at", post_processor=parse),
    batch_config=payments.batch_config,
)

payment_request = RequestSource(name="payment_request", schema=[Field("amount", Float64), Field("asked_at", Timestamp)])
