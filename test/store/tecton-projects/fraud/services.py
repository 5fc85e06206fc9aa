from tecton import FeatureService

from features.realtime import payment_checks, payment_ratios
from features.users import recent_payments, user_profile, user_spending

fraud_detection = FeatureService(
    name="fraud_detection",
    description="What the model of the card team is fed",
    features=[
        user_profile[["country", "is_verified"]],
        user_spending,
        recent_payments[["amount_count_30m_continuous", "city_last_distinct_3_2d12h_continuous"]].with_name("recent"),
        payment_checks,
        payment_ratios,
    ],
    online_serving_enabled=True,
)

both_sides = FeatureService(
    name="both_sides",
    features=[
        user_profile.with_name("sender").with_join_key_map({"user_id": "sender_id"}),
        user_profile.with_name("receiver").with_join_key_map({"user_id": "receiver_id"}),
    ],
)

batch_scoring = FeatureService(
    name="batch_scoring",
    features=[user_profile[["age_days"]], user_spending[["amount_sum_1d_1d", "amount_mean_7d_1d_offset_1d", "usual_maximum"]], payment_checks[["share_of_month"]]],
)
