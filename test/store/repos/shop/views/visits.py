import feast
import feast.types as ft
from datetime import timedelta

import data_sources
from entities import *
from views.names import VISITS

customer_visits = feast.FeatureView(
    name=VISITS,
    entities=[customer],
    ttl=timedelta(seconds=3600),
    schema=[feast.Field(name="pages", dtype=ft.Int64), feast.Field(name="minutes", dtype=ft.Float32)],
    source=data_sources.visits_source,
)
