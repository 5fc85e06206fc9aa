from pathlib import Path

import pandas as pd

out = Path("parts")
out.mkdir(exist_ok=True)
sales = pd.read_csv("sales.csv")
written = []
for shop, part in sales.groupby("shop"):
    target = out / f"{shop}.csv"
    part.to_csv(target, index=False)
    written.append(target)
    print("wrote", target.name, len(part))

again = pd.concat([pd.read_csv(path) for path in sorted(written)])
print(len(again) == len(sales), again["sold"].sum())
