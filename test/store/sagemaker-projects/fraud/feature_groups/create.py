"""Creates the feature groups with boto3."""
import boto3

from feature_groups.names import CARDS, TRANSACTIONS

client = boto3.client("sagemaker")

CARD_FEATURES = [
    {"FeatureName": "cc_num", "FeatureType": "Integral"},
    {"FeatureName": "avg_amt_last_1w", "FeatureType": "Fractional"},
    {"FeatureName": "num_trans_last_1w", "FeatureType": "Integral"},
    {"FeatureName": "trans_time", "FeatureType": "Fractional"},
]
TRANSACTION_FEATURES = {"tid": "String", "event_time": "Fractional", "amount": "Fractional", "merchant_type": "String", "fraud_label": "Integral"}


def create(name, identifier, time, definitions, role):
    return client.create_feature_group(
        FeatureGroupName=name,
        RecordIdentifierFeatureName=identifier,
        EventTimeFeatureName=time,
        FeatureDefinitions=definitions,
        OnlineStoreConfig={"EnableOnlineStore": True},
        RoleArn=role,
        Description=f"Features of {name}",
    )


def main(role):
    create(CARDS, "cc_num", "trans_time", CARD_FEATURES, role)
    create(
        TRANSACTIONS, "tid", "event_time",
        [{"FeatureName": name, "FeatureType": kind} for name, kind in TRANSACTION_FEATURES.items()],
        role,
    )
    client.update_feature_group(FeatureGroupName=TRANSACTIONS, FeatureAdditions=[{"FeatureName": "channel", "FeatureType": "String"}])
