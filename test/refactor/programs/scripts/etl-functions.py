import pandas as pd


def extract(rows):
    frame = pd.DataFrame(rows, columns=["when", "who", "amount"])
    frame["when"] = pd.to_datetime(frame["when"])
    return frame


def transform(frame, currency="EUR", rates=None):
    rates = rates or {"EUR": 1.0, "USD": 0.9}
    rate = rates[currency]
    result = frame.copy()
    result["amount"] = result["amount"] * rate
    result["day"] = result["when"].dt.date
    daily = result.groupby("day", as_index=False)["amount"].sum()
    running = daily["amount"].cumsum()
    daily["running"] = running
    if daily.empty:
        return daily, 0
    highest = daily["amount"].max()
    return daily, highest


def load(frame, path):
    header = f"# {len(frame)} rows"
    body = frame.to_csv(index=False)
    with open(path, "w") as target:
        print(header, file=target)
        target.write(body)
    return path


rows = [
    ("2024-05-01 10:00", "a", 10),
    ("2024-05-01 12:00", "b", 5),
    ("2024-05-02 09:30", "a", 7),
]
frame = extract(rows)
daily, highest = transform(frame, "USD")
print(load(daily, "daily.csv"), highest)
for name, amounts in frame.groupby("who")["amount"]:
    share = amounts.sum() / frame["amount"].sum()
    print(name, round(share, 2))
