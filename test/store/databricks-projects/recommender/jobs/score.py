from databricks.feature_engineering import FeatureEngineeringClient, FeatureLookup
from pyspark.sql import SparkSession

from features.names import CUSTOMERS

spark = SparkSession.builder.getOrCreate()
client = FeatureEngineeringClient()

scores = client.score_batch(model_uri="models:/ml.shop.buys/1", df=spark.table("shop.today"))
client.create_feature_spec(
    name="ml.shop.buys_spec",
    features=[FeatureLookup(CUSTOMERS, "customer_id", feature_names=["age", "favourite_category"])],
)
