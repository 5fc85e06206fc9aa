import logging

import pandas as pd

logging.basicConfig(level=logging.INFO, format="%(message)s")
log = logging.getLogger("sales")

sales = pd.read_csv("sales.csv")
log.info("rows %d", len(sales))
missing = sales["price"].isna().sum()
print("missing prices:", missing)
clean = sales.dropna()
total = (clean["price"] * clean["sold"]).sum()
print(f"total {total:,.2f}")
