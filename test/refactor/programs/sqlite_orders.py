import sqlite3

import pandas as pd

DATABASE = "orders.db"

sales = pd.read_csv("sales.csv")
connection = sqlite3.connect(DATABASE)
sales.to_sql("sales", connection, index=False, if_exists="replace")
connection.execute("CREATE INDEX shop_index ON sales (shop)")
connection.commit()

query = """
SELECT shop, COUNT(*) AS days, ROUND(SUM(price * sold), 2) AS revenue
FROM sales
GROUP BY shop
ORDER BY revenue DESC
"""
totals = pd.read_sql(query, connection)
best = totals.iloc[0]
print(totals.to_string(index=False))
print("best shop:", best["shop"], "with", best["revenue"])

totals.to_csv("totals.csv", index=False)
connection.close()
