import pandas as pd
import tecton
from sklearn.ensemble import RandomForestClassifier

workspace = tecton.get_workspace("prod")
service = workspace.get_feature_service("fraud_detection")

events = pd.read_parquet("events.parquet")
frame = service.get_features_for_events(events).to_pandas()

columns = ["user_profile__country", "user_spending__amount_sum_30d_1d", "payment_checks__is_unusual"]
model = RandomForestClassifier().fit(pd.get_dummies(frame[columns]), frame["is_fraud"])
