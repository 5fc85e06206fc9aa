import random
import statistics

random.seed(11)
sample = [random.gauss(10, 2) for _ in range(40)]
observed = statistics.mean(sample)


def resample(values, generator):
    drawn = []
    for _ in values:
        drawn.append(generator.choice(values))
    return drawn


generator = random.Random(4)
means = []
for repeat in range(200):
    drawn = resample(sample, generator)
    mean = statistics.mean(drawn)
    means.append(mean)
means.sort()
low = means[int(0.025 * len(means))]
high = means[int(0.975 * len(means))]
print(round(observed, 3), round(low, 3), round(high, 3))
inside = low < 10 < high
if inside:
    verdict = "inside"
else:
    verdict = "outside"
print(verdict)
spread = statistics.stdev(means)
z = (observed - 10) / spread
print(f"{z:.3f}")
