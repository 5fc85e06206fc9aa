import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

rng = np.random.default_rng(5)
size = rng.uniform(20, 120, 80)
rooms = rng.integers(1, 6, 80)
noise = rng.normal(0, 10, 80)
homes = pd.DataFrame({"size": size, "rooms": rooms})
homes["price"] = 50 + 2.5 * homes["size"] + 8 * homes["rooms"] + noise


def center(values):
    return values - values.mean()


plain = sm.OLS(homes["price"], sm.add_constant(homes[["size", "rooms"]])).fit()
print(plain.params.round(2).to_dict())
formula = "price ~ center(size) + C(rooms)"
grouped = smf.ols(formula, data=homes).fit()
names = [name for name in grouped.params.index if name.startswith("C(")]
print(len(names), round(grouped.rsquared, 3))
comparison = {}
for label, fitted in [("plain", plain), ("grouped", grouped)]:
    aic = fitted.aic
    comparison[label] = round(aic, 1)
better = min(comparison, key=comparison.get)
print(comparison, better)


def influence(fitted, limit):
    cooks = fitted.get_influence().cooks_distance[0]
    far = np.flatnonzero(cooks > limit)
    share = len(far) / len(cooks)
    return far, share


far, share = influence(plain, 4 / len(homes))
print(far.tolist(), round(share, 3))
