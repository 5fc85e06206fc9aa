import pandas as pd

COLUMN = "value"
FACTOR = 1.5

data = pd.read_csv("sensors.csv")
low, high = data[COLUMN].quantile([0.25, 0.75])
spread = high - low
is_outlier = (data[COLUMN] < low - FACTOR * spread) | (
    data[COLUMN] > high + FACTOR * spread
)
outliers = data[is_outlier]
kept = data[~is_outlier].reset_index(drop=True)
print(f"low {low:.2f} high {high:.2f}: {len(outliers)} outliers of {len(data)}")
if len(outliers) == 0:
    print("Warning: nothing was found")
kept.to_csv("kept.csv", index=False)
