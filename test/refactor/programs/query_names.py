import pandas as pd

sales = pd.read_csv("sales.csv")
least = 30
shops = ["north", "east"]
chosen = sales.query("sold >= @least and shop in @shops")
print(len(chosen), "chosen")
total = chosen.eval("price * sold").sum()
print(f"total {total:.2f}")
chosen.to_csv("chosen.csv", index=False)
