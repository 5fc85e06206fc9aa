import json
import pandas as pd

INPUT = "sales.csv"
OUTPUT = "report.json"


def revenue(frame):
    return frame["price"] * frame["sold"]


# ---- Load ----
sales = pd.read_csv(INPUT, parse_dates=["day"])
assert not sales.empty, "no sales"

# ---- Clean ----
sales["price"] = sales["price"].fillna(sales["price"].median())
sales["revenue"] = revenue(sales)
sales["month"] = sales["day"].dt.month

# ---- Summarize ----
by_shop = sales.groupby("shop")["revenue"].agg(["sum", "mean"]).round(2)
by_month = sales.groupby("month")["revenue"].sum().round(2)
print(by_shop)
print(by_month.to_dict())

# ---- Save ----
with open(OUTPUT, "w") as handle:
    json.dump(
        {"shops": by_shop["sum"].to_dict(), "best": by_shop["sum"].idxmax()}, handle
    )
print("written", OUTPUT)
