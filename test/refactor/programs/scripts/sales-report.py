"""Monthly sales: read, clean, aggregate, write."""

import pandas as pd

RATE = 1.19
raw = """day,store,price,sold
2024-01-03,north,10.0,3
2024-01-09,south,12.5,
2024-02-01,north,9.0,7
2024-02-11,south,,2
2024-02-12,north,11.0,1
"""
path = "sales.csv"
with open(path, "w") as target:
    target.write(raw)

# read what the shops sent
df = pd.read_csv(path, parse_dates=["day"])
print(df.shape)

# clean
before = len(df)
df = df.dropna(subset=["price"])
df["sold"] = df["sold"].fillna(0).astype(int)
dropped = before - len(df)
print(f"{dropped} rows dropped")

# features
df["month"] = df["day"].dt.to_period("M").astype(str)
df["revenue"] = df["price"] * df["sold"] * RATE
best = None
for store, group in df.groupby("store"):
    total = group["revenue"].sum()
    if best is None or total > best[1]:
        best = (store, total)
print(best)

monthly = df.groupby("month")["revenue"].agg(["sum", "count"])
monthly["share"] = monthly["sum"] / monthly["sum"].sum()
monthly.to_csv("monthly.csv")
print(monthly.round(2).to_string())
