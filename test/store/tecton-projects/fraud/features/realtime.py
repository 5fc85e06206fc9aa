from tecton import Attribute, Calculation, RealtimeFeatureView, realtime_feature_view
from tecton.types import Bool, Float64

from features.users import user_profile, user_spending
from sources import payment_request


@realtime_feature_view(
    sources=[payment_request, user_spending[["amount_sum_30d_1d", "usual_maximum"]]],
    mode="python",
    features=[Attribute("is_unusual", Bool), Attribute("share_of_month", Float64)],
)
def payment_checks(payment_request, user_spending):
    month = user_spending["amount_sum_30d_1d"] or 0.0
    return {
        "is_unusual": payment_request["amount"] > (user_spending["usual_maximum"] or 0.0),
        "share_of_month": payment_request["amount"] / month if month else 0.0,
    }


payment_ratios = RealtimeFeatureView(
    name="payment_ratios",
    sources=[payment_request, user_spending, user_profile],
    features=[
        Calculation(name="of_yesterday", expr="payment_request.amount / COALESCE(user_spending.amount_sum_1d_1d, 1.0)"),
        Calculation(name="is_new", expr="CASE WHEN user_profile.age_days < 30 THEN 'new.user' ELSE 'known' END"),
    ],
)
