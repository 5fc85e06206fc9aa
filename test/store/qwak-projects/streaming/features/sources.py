from qwak.feature_store.data_sources import KafkaSource

payments = KafkaSource(
    name="payments",
    description="Every payment, as it is made",
    bootstrap_servers="broker.example:9092",
    topic="payments",
)
