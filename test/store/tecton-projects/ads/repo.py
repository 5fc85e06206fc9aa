"""A small repository in one module: pushed events, a compacted view, a table that is written to, and a view of the older library."""
from datetime import timedelta

from tecton import Aggregate, Attribute, Embedding, Entity, FeatureService, FeatureTable, LifetimeWindow, PushConfig, StreamSource, TimeWindowSeries
from tecton import batch_feature_view, on_demand_feature_view, stream_feature_view
from tecton.types import Field, Int64, String, Timestamp

from warehouse import impressions

campaign = Entity(name="campaign", join_keys=["campaign_id"])

clicks = StreamSource(
    name="clicks",
    stream_config=PushConfig(),
    schema=[Field("campaign_id", String), Field("clicked", Int64), Field("at", Timestamp)],
)


@stream_feature_view(
    source=clicks,
    entities=[campaign],
    mode="python",
    name="click_counts",
    timestamp_field="at",
    features=[
        Aggregate("count", timedelta(hours=1), Field("clicked", Int64)),
        Aggregate("count", TimeWindowSeries(window_size=timedelta(days=1), series_start=timedelta(days=-7)), Field("clicked", Int64)),
    ],
)
def clicks_of_campaign(clicks):
    return clicks


@batch_feature_view(
    sources=[impressions],
    entities=[campaign],
    mode="spark_sql",
    timestamp_field="at",
    compaction_enabled=True,
    aggregation_secondary_key="ad_id",
    features=[Aggregate("count", LifetimeWindow(), Field("shown", Int64)), Aggregate("sum", timedelta(days=7), Field("shown", Int64))],
)
def shown_ads(impressions):
    return f"SELECT campaign_id, ad_id, shown, at FROM {impressions}"


@batch_feature_view(
    sources=[impressions],
    entities=[campaign],
    mode="pandas",
    timestamp_field="at",
    features=[Embedding(Field("headline", String), "sentence-transformers/all-MiniLM-L6-v2"), Attribute("language", String)],
)
def texts(impressions):
    return impressions


budgets = FeatureTable(name="budgets", entities=[campaign], timestamp_field="at", features=[Attribute("spent", Int64), Attribute("planned", Int64)])


@on_demand_feature_view(sources=[budgets, shown_ads], mode="python", schema=[Field("rest", Int64)])
def rest_of_budget(budgets, shown_ads):
    return {"rest": budgets["planned"] - budgets["spent"]}


ranking = FeatureService(name="ranking", features=[clicks_of_campaign, shown_ads[["shown_sum_7d", "ad_id_keys_7d"]], texts[["headline_embedding"]], rest_of_budget[["rest"]]])
