"""Reads what came in and writes features."""
import hopsworks
import pandas as pd
from hsfs.feature import Feature

from pipelines.names import TRANSACTIONS, WINDOWS

project = hopsworks.login()
fs = project.get_feature_store()


def profiles() -> pd.DataFrame:
    frame = pd.read_csv("profiles.csv", usecols=["cc_num", "sex", "birthdate", "City Name"])
    frame["age"] = 2026 - pd.to_datetime(frame["birthdate"]).dt.year
    return frame


trans_fg = fs.get_or_create_feature_group(
    name=TRANSACTIONS,
    version=1,
    description="What was paid with each card",
    primary_key=["cc_num"],
    event_time="datetime",
    online_enabled=True,
    features=[
        Feature("tid", type="string", description="Number of the payment"),
        Feature("datetime", "timestamp"),
        Feature("cc_num", type="bigint"),
        Feature("category", "string"),
        Feature(name="amount", type="double"),
        Feature("Age At Transaction", type="double"),
        Feature("fraud_label", type="bigint"),
    ],
)
trans_fg.insert(pd.read_parquet("transactions.parquet"))
trans_fg.append_features(Feature("loc_delta", type="double"))

window_fg = fs.get_or_create_feature_group(name=WINDOWS, version=1, primary_key=["cc_num"], event_time="datetime")
windows = pd.DataFrame({"cc_num": [1], "datetime": [0], "trans_volume_mavg": [1.0], "trans_freq": [2.0]})
window_fg.insert(windows, wait=True)

profile_fg = fs.create_feature_group("profiles", version=2, primary_key=["cc_num"])
profile_fg.insert(profiles())
