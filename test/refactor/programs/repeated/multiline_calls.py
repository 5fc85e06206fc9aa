import pandas as pd

shops = pd.DataFrame({"shop": ["a", "a", "b"], "price": [1.0, 3.0, 5.0], "count": [1, 2, 3]})

by_shop = (
    shops.groupby("shop")
    .agg(price=("price", "mean"), count=("count", "sum"))
    .reset_index()
)
by_shop["value"] = by_shop["price"] * by_shop["count"]
by_shop["share"] = by_shop["value"] / by_shop["value"].sum()
by_shop = by_shop.sort_values("share", ascending=False)
by_shop = by_shop.round(
    {
        "share": 3,
    }
)
print(by_shop.to_string())

shops["count"] = shops["count"] + 1
by_count = (
    shops.groupby("count")
    .agg(price=("price", "mean"), count=("count", "sum"))
)
by_count["value"] = by_count["price"] * by_count["count"]
print(by_count)

again = (
    shops.groupby("shop")
    .agg(price=("price", "max"), count=("count", "sum"))
    .reset_index()
)
again["value"] = again["price"] * again["count"]
again["share"] = again["value"] / again["value"].sum()
again = again.sort_values("share", ascending=False)
again = again.round(
    {
        "share": 1,
    }
)
print(again.to_string())
