from qwak.feature_store.data_sources import AnonymousS3Configuration, CsvSource

credit_data = CsvSource(
    name="credit_applications",
    description="Applications for credit, one row a day and user",
    date_created_column="date_created",
    path="s3://example-bucket/credit/applications.csv",
    filesystem_configuration=AnonymousS3Configuration(),
    quote_character='"',
    escape_character='"',
)
