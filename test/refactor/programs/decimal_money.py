from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

RATE = Decimal("0.19")

sales = pd.read_csv("sales.csv", dtype=str).dropna()
total = sum(
    (Decimal(price) * int(sold) for price, sold in zip(sales["price"], sales["sold"])),
    Decimal(0),
)
tax = (total * RATE).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(f"total {total:.2f}")
print(f"tax {tax}")
print(f"sum {total + tax:,.2f}")
