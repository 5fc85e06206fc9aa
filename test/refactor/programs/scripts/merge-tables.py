import pandas as pd

orders = pd.DataFrame(
    {
        "order": [1, 2, 3, 4],
        "customer": [10, 11, 10, 13],
        "amount": [5.0, 7.5, 1.0, 4.0],
    }
)
customers = pd.DataFrame({"customer": [10, 11, 12], "name": ["Ann", "Bob", "Cid"]})

# join and look for what is missing
merged = orders.merge(customers, on="customer", how="left", indicator=True)
missing = merged["_merge"] == "left_only"
if missing.any():
    lost = merged.loc[missing, "order"].tolist()
    print("unknown customers in", lost)
    merged = merged[~missing]
merged = merged.drop(columns="_merge")

# per customer
per_customer = merged.groupby("name").agg(
    orders=("order", "count"), amount=("amount", "sum")
)
per_customer["mean"] = per_customer["amount"] / per_customer["orders"]
ranked = per_customer.sort_values("amount", ascending=False)
print(ranked)

# classes
labels = ["low", "high"]
edges = [0, 6.5, 100]
merged["class"] = pd.cut(merged["amount"], edges, labels=labels)
table = pd.crosstab(merged["name"], merged["class"])
print(table.to_dict())
columns = {}
for column in merged.columns:
    kind = str(merged[column].dtype)
    columns.setdefault(kind, []).append(column)
print(sorted(columns))
long = merged.melt(id_vars="order", value_vars=["amount"])
print(len(long))
