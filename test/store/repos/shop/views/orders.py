from datetime import timedelta

from data_sources import *
from entities import customer, product
from feast import Field
from feast.feature_view import FeatureView
from feast.types import Float64, Int64, String

from . import names
from .names import ORDERS as VIEW_NAME

customer_orders = FeatureView(
    name=VIEW_NAME,
    entities=[customer],
    ttl=timedelta(weeks=1),
    schema=[Field(name=f"orders_{days}d", dtype=Int64) for days in names.WINDOWS]
    + [Field(name=f"spend_{days}d", dtype=Float64, description=f"Money spent in {days} days") for days in names.WINDOWS],
    source=orders_source,
)

product_orders = FeatureView(
    name="product_orders",
    entities=[product],
    schema=[Field(name="sku", dtype=String), Field(name="sold_7d", dtype=Int64)],
    source=orders_source,
)
