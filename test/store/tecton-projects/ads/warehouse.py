from tecton import BatchSource, SnowflakeConfig

impressions = BatchSource(name="impressions", batch_config=SnowflakeConfig(database="ADS", schema="PUBLIC", table="IMPRESSIONS", timestamp_field="at"))
