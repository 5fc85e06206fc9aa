import sagemaker
from sagemaker.feature_store.feature_group import FeatureGroup
from sagemaker.feature_store.feature_store import FeatureStore
from sklearn.ensemble import RandomForestClassifier

from feature_groups.names import CARDS, CUSTOMERS, TRANSACTIONS

session = sagemaker.Session()
transactions = FeatureGroup(name=TRANSACTIONS, sagemaker_session=session)
cards = FeatureGroup(CARDS, session)
customers = FeatureGroup(name=CUSTOMERS, sagemaker_session=session)
merchants = FeatureGroup(name="shared-merchants", sagemaker_session=session)

builder = (
    FeatureStore(session)
    .create_dataset(base=transactions, output_path="s3://example-bucket/out", included_feature_names=["amount", "merchant_type", "fraud_label", "tid", "channel"])
    .with_feature_group(cards, "cc_num", ["avg_amt_last_1w", "num_trans_last_1w"])
    .with_feature_group(customers, target_feature_name_in_base="customer_id", included_feature_names=["age", "income"])
    .with_feature_group(merchants, target_feature_name_in_base="merchant_id", included_feature_names=["rating"])
    .point_in_time_accurate_join()
)
frame, query = builder.to_dataframe()
model = RandomForestClassifier(random_state=0)
model.fit(frame[["amount", "avg_amt_last_1w", "num_trans_last_1w"]], frame["fraud_label"])
table = transactions.athena_query().table_name
