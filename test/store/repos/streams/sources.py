from datetime import timedelta

from feast import FileSource, KafkaSource
from feast.data_format import JsonFormat

clicks_batch = FileSource(name="clicks_batch", path="data/clicks.parquet", timestamp_field="at")
clicks = KafkaSource(
    name="clicks",
    kafka_bootstrap_servers="broker:9092",
    topic="clicks",
    timestamp_field="at",
    batch_source=clicks_batch,
    message_format=JsonFormat(schema_json="user_id integer, at timestamp, page string"),
    watermark_delay_threshold=timedelta(minutes=5),
)
