import pandas as pd

limit = 20
frame = pd.read_csv("sales.csv")
is_big = lambda row: row["sold"] > limit
big = frame[frame.apply(is_big, axis=1)]
limit = 40
bigger = frame[frame.apply(is_big, axis=1)]
print(len(big), len(bigger))
steps = [lambda f: f.dropna(), lambda f: f.assign(revenue=f["price"] * f["sold"])]
for step in steps:
    frame = step(frame)
print(frame["revenue"].sum().round(2))
