import numpy as np
import pandas as pd

index = pd.date_range("2024-01-01", periods=60, freq="D")
trend = np.arange(60) * 0.5
season = 10 * np.sin(2 * np.pi * np.arange(60) / 7)
series = pd.Series(100 + trend + season, index=index, name="visits")

window = 7
smooth = series.rolling(window, center=True).mean()
detrended = series - smooth
weekly = detrended.groupby(detrended.index.dayofweek).mean()
print(weekly.round(2).to_dict())

adjusted = series.copy()
for day, effect in weekly.items():
    rows = adjusted.index.dayofweek == day
    adjusted[rows] -= effect
spread = adjusted.std() / series.std()
print(round(spread, 3))

forecast = []
level = series.iloc[0]
alpha = 0.3
for value in series:
    error = value - level
    level += alpha * error
    forecast.append(level)
result = pd.DataFrame({"visits": series, "forecast": forecast})
result["error"] = result["visits"] - result["forecast"].shift(1)
mae = result["error"].abs().mean()
worst = result["error"].abs().idxmax()
print(round(mae, 3), worst.date())
result.resample("W").mean().round(2).to_csv("weekly.csv")
