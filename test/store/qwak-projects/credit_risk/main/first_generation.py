import pandas as pd
from qwak.feature_store.offline import OfflineClient

population = pd.DataFrame({"user": ["a", "b"], "timestamp": ["2021-02-01", "2021-02-02"]})
frame = OfflineClient().get_feature_values(
    entity_key_to_features={"user": ["user-credit-risk.age", "user-credit-risk.is_car", "user-credit-risk.*"]},
    population=population,
    point_in_time_column_name="timestamp",
)
print(frame["user-credit-risk.age"].mean())
