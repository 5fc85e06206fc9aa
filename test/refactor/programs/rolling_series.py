import pandas as pd

sensors = pd.read_csv("sensors.csv", parse_dates=["time"])
series = sensors.set_index("time")["value"].sort_index()

window = 6
rolling = series.rolling(window).mean()
daily = series.resample("D").mean()
trend = daily.diff().dropna()

up = int((trend > 0).sum())
print(f"{up} of {len(trend)} days up, window {window}")
print(daily.round(2).head())
rolling.dropna().round(3).to_csv("rolling.csv")
