"""What code does with columns of what was retrieved: all of it is right."""
import numpy as np
import pandas as pd
from feast import FeatureStore
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

FEATURES = ["cab_daily:rides", "cab_daily:mean_fare", "cab_live:is_free"]
NUMBERS = [name.split(":")[1] for name in FEATURES]
store = FeatureStore(repo_path="..")
rows = pd.DataFrame({"cab_id": [1, 2], "event_timestamp": pd.to_datetime(["2026-01-02", "2026-01-03"], utc=True), "paid": [3.0, 4.0]})
frame = store.get_historical_features(entity_df=rows, features=FEATURES).to_df()
frame["per_ride"] = frame["mean_fare"] / frame["rides"]
frame = frame.assign(night=frame["event_timestamp"].dt.hour > 20, log_fare=np.log1p(frame.mean_fare))
frame[["low", "high"]] = frame[["rides", "mean_fare"]].apply(np.sort, axis=1, result_type="expand")
for name in NUMBERS:
    frame[f"{name}_missing"] = frame[name].isna()
print(frame["rides_missing"].sum(), frame["is_free_missing"].sum(), frame["low"], frame["night"])
frame = frame.merge(pd.read_csv("weather.csv"), on="event_timestamp", how="left")
frame["wind"] = frame["wind"].fillna(0)
X, y = frame.drop(columns=["paid", "event_timestamp"]), frame["paid"]
X_train, X_test, y_train, y_test = train_test_split(X[["rides", "mean_fare", "wind"]], y)
model = RandomForestRegressor(random_state=1).fit(X_train, y_train)
print(dict(zip(X_train.columns, model.feature_importances_)), X_test["rides"].mean())

full = store.get_historical_features(rows, FEATURES, full_feature_names=True).to_df()
print(full["cab_daily__rides"], full["cab_live__is_free"], full["paid"], full.loc[:, "cab_daily__mean_fare"])
by_name = full.rename(columns=lambda label: label.split("__")[-1])
print(by_name["rides"], by_name["is_free"])
indexed = rows.set_index("cab_id")
indexed["event_timestamp"] = indexed["event_timestamp"] + pd.Timedelta(days=1)
again = store.get_historical_features(indexed.reset_index(), ["cab_daily:rides"]).to_df().set_index("cab_id")
print(again["rides"], again.reset_index()["cab_id"])


def serve(cab):
    response = store.get_online_features(features=FEATURES, entity_rows=[{"cab_id": cab}]).to_dict()
    values = {key: found[0] for key, found in response.items()}
    values["per_ride"] = values["mean_fare"] / values["rides"]
    if "surge" in response:
        print(response["surge"])
    response["cab"] = response.pop("cab_id")
    return model.predict(pd.DataFrame([values])[["rides", "mean_fare"]]), response["cab"], response["is_free"]


def with_times(cab):
    response = store.get_online_features(FEATURES, [{"cab_id": cab}]).to_dict(include_event_timestamps=True)
    table = pd.DataFrame(response)
    table["age"] = 1
    return response["rides__ts"], table["age"], table["rides__ts"], table.get("surge")
