import sqlite3

connection = sqlite3.connect("stock.db")
cursor = connection.cursor()
cursor.execute("CREATE TABLE stock (item TEXT, amount INTEGER, price REAL)")
rows = [("bolt", 100, 0.1), ("nut", 250, 0.05), ("gear", 3, 12.0)]
cursor.executemany("INSERT INTO stock VALUES (?, ?, ?)", rows)
connection.commit()

low = []
query = "SELECT item, amount, price FROM stock WHERE amount < ?"
for item, amount, price in cursor.execute(query, (200,)):
    value = amount * price
    low.append((item, value))
low.sort(key=lambda entry: entry[1])
print(low)

total = cursor.execute("SELECT SUM(amount * price) FROM stock").fetchone()[0]
print(round(total, 2))
statement = "UPDATE stock SET amount = amount - 1 WHERE item = ?"
for item, _ in low:
    cursor.execute(statement, (item,))
    changed = cursor.rowcount
    print(item, changed)
connection.commit()
left = cursor.execute("SELECT item, amount FROM stock ORDER BY item").fetchall()
connection.close()
print(left)
