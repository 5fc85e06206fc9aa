import csv


def rows(path):
    with open(path, newline="") as handle:
        yield from csv.DictReader(handle)


total = 0
count = 0
by_weather = {}
for row in rows("sales.csv"):
    sold = int(row["sold"])
    total += sold
    count += 1
    by_weather.setdefault(row["weather"], []).append(sold)

print("mean sold:", round(total / count, 3))
for weather in sorted(by_weather):
    values = by_weather[weather]
    print(weather, max(values), min(values))
