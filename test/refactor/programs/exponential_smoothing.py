import pandas as pd
from statsmodels.tsa.holtwinters import SimpleExpSmoothing

sensors = pd.read_csv("sensors.csv", parse_dates=["time"]).sort_values("time")
values = sensors["value"].reset_index(drop=True)
train, test = values[:200], values[200:]

model = SimpleExpSmoothing(train, initialization_method="heuristic")
fitted = model.fit(smoothing_level=0.3, optimized=False)
forecast = fitted.forecast(len(test))
error = (forecast.to_numpy() - test.to_numpy()).std()
print(f"level {fitted.params['smoothing_level']:.2f}")
print(f"error {error:.4f}")
forecast.round(4).to_csv("forecast.csv", index=False)
