def price_of(row):
    base = row.get("price")
    if base is None:
        return 0
    tax = base * 0.19
    total = base + tax
    total = round(total, 2)
    return total


def cost_of(item):
    base = item.get("cost")
    if base is None:
        return 0
    tax = base * 0.07
    total = base + tax
    total = round(total, 2)
    return total


print(price_of({"price": 10}), price_of({}), cost_of({"cost": 10}), cost_of({"price": 1}))
