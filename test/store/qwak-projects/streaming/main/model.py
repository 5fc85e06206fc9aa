from features.payments import SET
from qwak.feature_store.offline import OfflineClientV2
from qwak.feature_store.offline.feature_set_features import FeatureSetFeatures
from qwak.model.schema import ModelSchema, RequestInput
from qwak.model.schema_entities import FeatureStoreInput

TOTALS = ["sum_amount_1m", "count_amount_15m", "avg_amount_1h", "largest_1h", "median_15m", "p95_amount_1h"]
OTHERS = ["last_distinct_5_country_1h", "boolean_or_is_online_1m"]


def training_frame(population):
    return OfflineClientV2().get_feature_values(
        features=[
            FeatureSetFeatures(feature_set_name=SET, feature_names=TOTALS + OTHERS),
            FeatureSetFeatures(feature_set_name="last_payments", feature_names=["last_amount", "last_country"]),
            FeatureSetFeatures(feature_set_name="accounts-of-the-core-team", feature_names=["opened_at", "segment"]),
        ],
        population=population,
        point_in_time_column_name="asked_at",
    )


def schema():
    return ModelSchema(
        inputs=[
            RequestInput(name="amount", type=float),
            *[FeatureStoreInput(name=f"{SET}.{name}") for name in TOTALS],
            FeatureStoreInput(name="last_payments.last_amount"),
            FeatureStoreInput(name="Last_Payments.LAST_COUNTRY"),
            FeatureStoreInput(name="env.production.payment-totals.sum_amount_1h"),
            FeatureStoreInput(name="accounts-of-the-core-team.segment"),
        ]
    )
