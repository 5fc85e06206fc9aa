from feast import FeatureStore

store = FeatureStore(repo_path="..")
training = store.get_historical_features(
    entity_df="select cab_id, ended_at from rides",
    features=["cab_daily:rides", "cab_daily:mean_fare", "cab_live:is_free"],
).to_df()
