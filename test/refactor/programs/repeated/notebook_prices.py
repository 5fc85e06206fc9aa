import pandas as pd

shops = pd.DataFrame({"shop": ["a", "b", "a"], "price": [1.0, 2.0, 6.0]})
online = pd.DataFrame({"shop": ["c", "c", "d"], "price": [9.0, 3.0, 2.0]})
# %%
shops["price"] = shops["price"].clip(0, 5)
shops["log"] = shops["price"].apply(lambda price: price**0.5)
mean = shops["price"].mean()
shops["above"] = shops["price"] > mean
groups = shops.groupby("shop")["log"].sum()
print("shops", mean, groups.to_dict())
# %%
shops.head()
# %%
online["price"] = online["price"].clip(0, 8)
online["log"] = online["price"].apply(lambda price: price**0.5)
average = online["price"].mean()
online["above"] = online["price"] > average
totals = online.groupby("shop")["log"].sum()
print("online", average, totals.to_dict())
# %%
print(mean + average, groups.sum(), totals.sum())
