import pandas as pd

PRICES = pd.Series([1, 2])
BASE = 3
STEP = BASE


def doubled(shift):
    both = (PRICES * 2, BASE + 4)
    return both[0].sum() + both[1] + shift + (PRICES + BASE).max() + STEP * 2


print(doubled(1))
PRICES[0] = 100
print(doubled(1))
