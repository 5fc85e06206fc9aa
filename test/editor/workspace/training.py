import joblib
import pandas as pd
from feast import FeatureStore
from sklearn.linear_model import LogisticRegression


def train():
    store = FeatureStore(repo_path="feature_repo")
    usage = store.get_historical_features(
        entity_df=pd.read_parquet("churned.parquet"),
        features=["customer_usage:minutes_30d", "customer_usage:support_calls_30d"],
    ).to_df()
    model = LogisticRegression()
    model.fit(usage[["minutes_30d", "support_calls_30d"]], usage["churned"])
    joblib.dump(model, "churn.joblib")
