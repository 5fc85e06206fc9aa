import random
import statistics

random.seed(4)
values = []
with open("sensors.csv") as handle:
    next(handle)
    for line in handle:
        values.append(float(line.rsplit(",", 1)[1]))

means = []
for _ in range(200):
    sample = random.choices(values, k=len(values))
    means.append(statistics.fmean(sample))
means.sort()
low, high = means[4], means[194]
print(f"mean {statistics.fmean(values):.3f}, from {low:.3f} to {high:.3f}")
