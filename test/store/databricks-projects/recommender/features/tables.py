from databricks.feature_engineering import FeatureEngineeringClient
from pyspark.sql.types import DoubleType, IntegerType, LongType, StringType, StructField, StructType, TimestampType

from features.names import CUSTOMERS, PRODUCTS

CUSTOMER_SCHEMA = StructType(
    [
        StructField("customer_id", LongType(), nullable=False),
        StructField("age", IntegerType(), True, {"comment": "In whole years"}),
        StructField("total_purchases_7d", IntegerType()),
        StructField("total_purchases_30d", IntegerType()),
        StructField("favourite_category", StringType()),
    ]
)


def create(client: FeatureEngineeringClient) -> None:
    client.create_table(
        name=CUSTOMERS,
        primary_keys=["customer_id"],
        schema=CUSTOMER_SCHEMA,
        description="What customers bought",
        tags={"team": "growth"},
    )
    client.create_table(
        name=PRODUCTS,
        primary_keys=["product_id", "ts"],
        timeseries_column="ts",
        schema=StructType()
        .add("product_id", LongType())
        .add("ts", TimestampType())
        .add("price", DoubleType())
        .add(StructField("rating", "double")),
    )


if __name__ == "__main__":
    create(FeatureEngineeringClient())
