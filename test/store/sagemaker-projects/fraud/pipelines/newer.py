"""The third generation of the SDK."""
from sagemaker.core.resources import FeatureGroup
from sagemaker.core.shapes import FeatureDefinition, OnlineStoreConfig
from sagemaker.mlops.feature_store import DatasetBuilder, FractionalFeatureDefinition, StringFeatureDefinition

devices = FeatureGroup.create(
    feature_group_name="fraud-devices",
    record_identifier_feature_name="device_id",
    event_time_feature_name="seen_at",
    feature_definitions=[
        FeatureDefinition(feature_name="device_id", feature_type="String"),
        FeatureDefinition(feature_name="seen_at", feature_type="String"),
        StringFeatureDefinition("operating_system"),
        FractionalFeatureDefinition(feature_name="trust_score"),
    ],
    online_store_config=OnlineStoreConfig(enable_online_store=True),
)
devices.update(feature_additions=[FeatureDefinition(feature_name="country_code", feature_type="String")])

record = FeatureGroup.get(feature_group_name="fraud-devices").get_record("d1", feature_names=["trust_score", "country_code"])


def dataset(session):
    base = FeatureGroup(feature_group_name="fraud-devices")
    return DatasetBuilder.create(base=base, output_path="s3://example-bucket", session=session, included_feature_names=["operating_system", "seen_at"]).to_dataframe()
