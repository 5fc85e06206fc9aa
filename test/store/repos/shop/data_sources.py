from feast import FileSource

orders_source = FileSource(name="orders", path="data/orders.parquet", timestamp_field="ordered_at")
visits_source = FileSource(name="visits", path="data/visits.parquet", timestamp_field="seen_at")
