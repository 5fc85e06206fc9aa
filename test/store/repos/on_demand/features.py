import pandas as pd
from feast import Entity, FeatureService, FeatureView, Field, FileSource, RequestSource
from feast.on_demand_feature_view import OnDemandFeatureView, on_demand_feature_view
from feast.types import Bool, Float64, Int64, String

store_entity = Entity(name="store", join_keys=["store_id"])
sales = FeatureView(
    name="sales",
    entities=[store_entity],
    schema=[Field(name="revenue", dtype=Float64), Field(name="visitors", dtype=Int64)],
    source=FileSource(path="data/sales.parquet", timestamp_field="day"),
)
weather = RequestSource(name="weather", schema=[Field(name="degrees", dtype=Float64)])


@on_demand_feature_view(
    sources=[sales, weather],
    schema=[Field(name="revenue_per_visitor", dtype=Float64), Field(name="is_hot", dtype=Bool)],
    description="Ratios at request time",
)
def sales_ratios(inputs: pd.DataFrame) -> pd.DataFrame:
    out = pd.DataFrame()
    out["revenue_per_visitor"] = inputs["revenue"] / inputs["visitors"]
    out["is_hot"] = inputs["degrees"] > 30
    return out


@on_demand_feature_view(
    name="labels_of_day",
    sources=[weather],
    schema=[Field(name="label", dtype=String)],
    mode="python",
    singleton=True,
    tags={"kind": "text"},
    owner="retail@shop.example",
)
def anything(inputs):
    return {"label": "hot" if inputs["degrees"] > 30 else "cold"}


def double(inputs):
    frame = inputs[["revenue"]].rename(columns={"revenue": "revenue_doubled"}) * 2
    frame["store_id"] = 1
    return frame


doubled = OnDemandFeatureView(
    name="doubled",
    entities=[store_entity],
    sources=[sales],
    schema=[Field(name="store_id", dtype=Int64), Field(name="revenue_doubled", dtype=Float64)],
    udf=double,
    udf_string="def double(inputs): ...",
)

planner = FeatureService(name="planner", features=[sales_ratios, sales[["visitors"]], anything])
