from ai.chronon.api.ttypes import EventSource, Source
from ai.chronon.join import Derivation, Join, JoinPart
from ai.chronon.query import Query, select

from group_bys.shop import purchases, users
from group_bys.shop.purchases import by_shop
from group_bys.shop.returns import v1 as returns_v1

checkouts = Source(events=EventSource(table="data.checkouts", query=Query(selects=select("user_id", "seller_id", "total"), time_column="ts")))

v1 = Join(
    left=checkouts,
    right_parts=[JoinPart(group_by=group_by) for group_by in [purchases.v1, returns_v1, users.v1]],
)

v2 = Join(
    left=checkouts,
    right_parts=[
        JoinPart(group_by=purchases.v1),
        JoinPart(group_by=returns_v1, prefix="seller", key_mapping={"seller_id": "user_id"}),
        JoinPart(group_by=by_shop),
        JoinPart(group_by=users.v1),
    ],
    derivations=[
        Derivation(name="*", expression="*"),
        Derivation(name="spent_month", expression="shop_purchases_v1_purchase_price_sum_30d"),
        Derivation(name="share", expression="total / COALESCE(shop_purchases_v1_purchase_price_average_12h, 1.0)"),
        Derivation(name="seller_refunds", expression="IF(seller_shop_returns_v1_mean_refund > 10, seller_shop_returns_v1_refunds_month, 0)"),
        Derivation(name="is_verified", expression="shop_users_v1_email_verified = 'yes'"),
        Derivation(name="paid_in_shops", expression="shop_purchases_by_shop_purchase_price_approx_percentile_by_shop[0]"),
    ],
    online=True,
    description="What checkouts are judged by",
)
