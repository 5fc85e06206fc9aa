from ai.chronon.group_by import Aggregation, GroupBy, Operation, TimeUnit, Window

from sources import events

WINDOWS = [Window(length=day, timeUnit=TimeUnit.DAYS) for day in [3, 14, 30]]

v1 = GroupBy(
    sources=[events.purchases],
    keys=["user_id"],
    online=True,
    aggregations=[
        Aggregation(input_column="purchase_price", operation=Operation.SUM, windows=WINDOWS),
        Aggregation(input_column="purchase_price", operation=Operation.COUNT, windows=WINDOWS),
        Aggregation(input_column="purchase_price", operation=Operation.AVERAGE, windows=[Window(12, TimeUnit.HOURS)]),
        Aggregation(input_column="purchase_price", operation=Operation.LAST_K(10)),
    ],
    description="What a user bought",
    tags={"team": "shop"},
)

by_shop = GroupBy(
    sources=events.purchases,
    keys=["user_id"],
    aggregations=[Aggregation("purchase_price", Operation.APPROX_PERCENTILE("[0.5, 0.9]"), buckets=["shop", "country"])],
)
