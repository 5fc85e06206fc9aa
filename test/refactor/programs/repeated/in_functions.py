import numpy as np


def summary_of_prices(prices):
    prices = np.asarray(prices, dtype=float)
    low, high = np.percentile(prices, [5, 95])
    inside = prices[(prices >= low) & (prices <= high)]
    mean = inside.mean()
    spread = inside.std()
    count = len(inside)
    return {"mean": mean, "spread": spread, "count": count}


def summary_of_weights(weights):
    weights = np.asarray(weights, dtype=float)
    low, high = np.percentile(weights, [10, 90])
    inside = weights[(weights >= low) & (weights <= high)]
    mean = inside.mean()
    spread = inside.std()
    count = len(inside)
    return mean / spread * count


print(summary_of_prices(range(50)))
print(summary_of_weights([1, 5, 2, 8, 3]))
