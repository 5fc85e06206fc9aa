import pandas as pd

data = pd.read_csv("sales.csv")


def total(data):
    return data["sold"].sum()


def describe(name, data=None):
    print(name, "total", total(data))


for shop, group in data.groupby("shop"):
    describe(shop, group)
name = "all"
describe(name, data)
