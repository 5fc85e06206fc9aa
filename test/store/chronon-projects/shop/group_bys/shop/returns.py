from ai.chronon.group_by import Aggregation, Derivation, GroupBy, Operation, TimeUnit, Window

from sources.events import returns

window_sizes = [Window(length=day, timeUnit=TimeUnit.DAYS) for day in (3, 30)]

v1 = GroupBy(
    sources=[returns],
    keys=["user_id"],
    aggregations=[
        Aggregation(input_column="refund_amt", operation=Operation.SUM, windows=window_sizes),
        Aggregation(input_column="product_id", operation=Operation.APPROX_UNIQUE_COUNT_LGK(10), windows=window_sizes),
    ],
    derivations=[
        Derivation(name="*", expression="*"),
        Derivation(name="refunds_month", expression="refund_amt_sum_30d"),
        Derivation(name="mean_refund", expression="refund_amt_sum_30d / product_id_approx_unique_count_30d", description="Per product"),
    ],
)
