# Databricks notebook source
from databricks.feature_engineering import FeatureEngineeringClient
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from features.names import CUSTOMERS, VISITS

spark = SparkSession.builder.getOrCreate()
client = FeatureEngineeringClient()

# COMMAND ----------

purchases = spark.table("shop.purchases")


def customer_features(frame):
    counted = frame.groupBy("customer_id").agg(F.sum("n7").alias("total_purchases_7d"), F.sum("n30").alias("total_purchases_30d"))
    return counted.select("customer_id", "total_purchases_7d", "total_purchases_30d")


client.write_table(name=CUSTOMERS, df=customer_features(purchases), mode="merge")

# COMMAND ----------

visits = spark.table("shop.visits").select("customer_id", F.col("n").alias("visits_7d"), "last_page")
client.create_table(name=VISITS, primary_keys="customer_id", df=visits, description="Visits of the web shop")
