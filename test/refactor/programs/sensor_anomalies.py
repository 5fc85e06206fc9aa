import csv
import math
from collections import defaultdict

path = "sensors.csv"
threshold = 1.5

readings = defaultdict(list)
with open(path, newline="") as handle:
    for row in csv.DictReader(handle):
        readings[row["sensor"]].append(float(row["value"]))

statistics = {}
for sensor, values in sorted(readings.items()):
    mean = sum(values) / len(values)
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    statistics[sensor] = (mean, math.sqrt(variance))
    print(
        f"{sensor}: n={len(values):4d} mean={mean:8.3f} sd={statistics[sensor][1]:.3f}"
    )

anomalies = []
for sensor, values in sorted(readings.items()):
    mean, deviation = statistics[sensor]
    for index, value in enumerate(values):
        if abs(value - mean) > threshold * deviation:
            anomalies.append((sensor, index, value))

print(len(anomalies), "anomalies above", threshold)
with open("anomalies.csv", "w", newline="") as handle:
    writer = csv.writer(handle)
    writer.writerow(["sensor", "index", "value"])
    writer.writerows(anomalies)
