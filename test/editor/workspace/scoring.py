from feast import FeatureStore


def score(customer_id):
    store = FeatureStore(repo_path="feature_repo")
    return store.get_online_features(
        features=["customer_usage:minutes_30d", "customer_usage:suport_calls_30d"],
        entity_rows=[{"customer_id": customer_id}],
    ).to_dict()
