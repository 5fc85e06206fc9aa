import pandas as pd

sold = pd.DataFrame({"day": ["2024-01-02", "2024-01-01", None], "price": [2.0, 3.5, 1.0], "count": [3, 4, 5]})
sold.to_csv("train.csv", index=False)
sold.assign(price=sold["price"] * 2).to_csv("test.csv", index=False)

train = pd.read_csv("train.csv")
train = train.dropna()
train["day"] = pd.to_datetime(train["day"])
train["revenue"] = train["price"] * train["count"]
train = train.sort_values("day")
train = train.reset_index(drop=True)
print(f"train: {len(train)} rows")

test = pd.read_csv("test.csv")
test = test.dropna()
test["day"] = pd.to_datetime(test["day"])
test["revenue"] = test["price"] * test["count"]
test = test.sort_values("day")
test = test.reset_index(drop=True)
print(f"test: {len(test)} rows")

print(train["revenue"].sum(), test["revenue"].sum())
