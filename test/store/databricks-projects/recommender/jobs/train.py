import mlflow
from databricks.feature_engineering import FeatureEngineeringClient, FeatureFunction, FeatureLookup
from features.names import CUSTOMERS, PRODUCTS, VISITS
from pyspark.sql import SparkSession
from sklearn.ensemble import GradientBoostingClassifier

spark = SparkSession.builder.getOrCreate()
client = FeatureEngineeringClient()

CUSTOMER_FEATURES = ["total_purchases_7d", "Total_Purchases_30d"]

lookups = [
    FeatureLookup(table_name=CUSTOMERS, feature_names=CUSTOMER_FEATURES + ["age"], lookup_key="customer_id"),
    FeatureLookup(table_name=CUSTOMERS, feature_names="customer_id", lookup_key="customer_id", rename_outputs={"customer_id": "key"}),
    FeatureLookup(table_name=PRODUCTS, lookup_key="product_id", timestamp_lookup_key="ts"),
    FeatureLookup(table_name=VISITS, feature_names=["visits_7d", "last_page", "bounce_rate"], lookup_key="customer_id"),
    FeatureLookup(table_name="ml.other_team.credit", feature_names=["score"], lookup_key="customer_id"),
    FeatureLookup(table_name="shop.customer_features", feature_names=["anything"], lookup_key="customer_id"),
    FeatureFunction(udf_name="ml.shop.ratio", output_name="ratio", input_bindings={"a": "total_purchases_7d", "b": "total_purchases_30d"}),
]


def train(labels):
    training_set = client.create_training_set(df=labels, feature_lookups=lookups, label="bought", exclude_columns=["customer_id"])
    frame = training_set.load_df().toPandas()
    model = GradientBoostingClassifier(random_state=0)
    model.fit(frame.drop(columns="bought"), frame["bought"])
    client.log_model(model=model, artifact_path="model", flavor=mlflow.sklearn, training_set=training_set, registered_model_name="ml.shop.buys")


train(spark.table("shop.labels"))
