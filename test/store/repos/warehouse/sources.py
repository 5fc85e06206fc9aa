"""One source of every kind that can be defined without its driver."""
import feast
from feast import BigQuerySource, KinesisSource, PushSource, RedshiftSource, SnowflakeSource
from feast.data_format import JsonFormat
from feast.infra.offline_stores.contrib.postgres_offline_store.postgres_source import PostgreSQLSource
from feast.infra.offline_stores.contrib.spark_offline_store.spark_source import SparkSource

DATASET = "acme.finance"

invoices = BigQuerySource(
    table=f"{DATASET}.invoices",
    timestamp_field="issued_at",
    created_timestamp_column="loaded_at",
    field_mapping={"AMT": "amount", "CUR": "currency"},
    description="Invoices of all countries",
    tags={"layer": "silver"},
    owner="finance@acme.example",
)
payments = SnowflakeSource(name="payments", database="ACME", schema="FIN", table="PAYMENTS", timestamp_field="paid_at")
refunds = SnowflakeSource(name="refunds", query="SELECT * FROM refunds WHERE amount > 0", timestamp_field="at")
stock = RedshiftSource(name="stock_levels", table="stock", schema="ops", database="dw", timestamp_field="day")
visits = PostgreSQLSource(name="visits", query="SELECT customer_id, at, pages FROM visits", timestamp_field="at")
carts = PostgreSQLSource(table="carts", timestamp_field="at")
clicks = SparkSource(name="clicks", path="s3://lake/clicks", file_format="parquet", timestamp_field="at")
live_carts = KinesisSource(
    name="live_carts",
    region="eu-west-1",
    stream_name="carts-v2",
    record_format=JsonFormat(schema_json="customer_id integer"),
    timestamp_field="at",
    batch_source=carts,
)
pushed_visits = PushSource(name="pushed_visits", batch_source=visits, description="Visits as they happen", tags={"sla": "1m"})
archive = feast.FileSource(path="s3://lake/archive.parquet", timestamp_field="at", s3_endpoint_override="http://minio")
