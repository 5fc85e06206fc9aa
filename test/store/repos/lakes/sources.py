"""Sources whose clients are large: what they say is Feast's, whoever fetches the rows."""
from feast.infra.offline_stores.contrib.athena_offline_store.athena_source import AthenaSource
from feast.infra.offline_stores.contrib.clickhouse_offline_store.clickhouse_source import ClickhouseSource
from feast.infra.offline_stores.contrib.couchbase_offline_store.couchbase_source import CouchbaseColumnarSource
from feast.infra.offline_stores.contrib.mssql_offline_store.mssqlserver_source import MsSqlServerSource
from feast.infra.offline_stores.contrib.oracle_offline_store.oracle_source import OracleSource
from feast.infra.offline_stores.contrib.ray_offline_store.ray_source import RaySource
from feast.infra.offline_stores.contrib.trino_offline_store.trino_source import TrinoSource

berths = TrinoSource(table="harbour.berths", timestamp_field="at", description="Who lies where", tags={"layer": "gold"}, owner="ops@acme.example")
tides = TrinoSource(name="tides", query="SELECT * FROM tides", timestamp_field="at")
cranes = AthenaSource(name="cranes", table="cranes", database="harbour", data_source="AwsDataCatalog", timestamp_field="moved_at")
tolls = MsSqlServerSource(name="tolls", table_ref="dbo.tolls", event_timestamp_column="paid_at", created_timestamp_column="loaded_at")
pilots = OracleSource(name="pilots", table_ref="HARBOUR.PILOTS", event_timestamp_column="boarded_at", owner="ops@acme.example")
radar = ClickhouseSource(table="radar", timestamp_field="seen_at", field_mapping={"V": "speed"})
manifests = CouchbaseColumnarSource(name="manifests", query="SELECT * FROM manifests", timestamp_field="at")
crews = TrinoSource(name="crews", table="harbour.crews", timestamp_field="signed_at")
weather = RaySource(name="weather", reader_type="csv", path="s3://lake/weather", timestamp_field="at")
