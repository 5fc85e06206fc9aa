import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error, r2_score

DATA = "sales.csv"

df = pd.read_csv(DATA)
df = df.dropna().reset_index(drop=True)
df["day"] = pd.to_datetime(df["day"])
df["weekday"] = df["day"].dt.dayofweek
df["rain"] = (df["weather"] == "rain").astype(int)
features = ["price", "weekday", "rain"]
cut = df["day"].quantile(0.8)
train = df[df["day"] <= cut]
test = df[df["day"] > cut]

regressor = GradientBoostingRegressor(n_estimators=30, random_state=0)
regressor.fit(train[features], train["sold"])
guess = regressor.predict(test[features])
rmse = np.sqrt(mean_squared_error(test["sold"], guess))
print("RMSE:", round(rmse, 3))
print("R2:", round(r2_score(test["sold"], guess), 3))
importance = pd.Series(regressor.feature_importances_, index=features).sort_values()
print(importance.round(3))
importance.to_csv("importance.csv")
