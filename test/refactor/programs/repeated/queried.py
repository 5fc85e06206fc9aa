import pandas as pd


def cheap(frame, limit):
    found = frame.query("price < @limit")
    found = found.sort_values("price")
    found = found.assign(rank=range(len(found)))
    total = found["price"].sum()
    mean = found["price"].mean()
    print("cheap", total, mean)
    return found


def small(table, limit):
    found = table.query("price < @limit")
    found = found.sort_values("price")
    found = found.assign(rank=range(len(found)))
    total = found["price"].sum()
    mean = found["price"].mean()
    print("small", total, mean)
    return found


goods = pd.DataFrame({"price": [4, 1, 3]})
print(cheap(goods, 4), small(goods, 2))
