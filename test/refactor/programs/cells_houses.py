# %% Imports
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

# %% Make the data
rng = np.random.default_rng(0)
houses = pd.DataFrame(
    {"size": rng.uniform(40, 200, 150), "rooms": rng.integers(1, 7, 150)}
)
houses["price"] = houses["size"] * 3 + houses["rooms"] * 10 + rng.normal(0, 5, 150)

# %% Split the rows
train = houses.iloc[:100]
test = houses.iloc[100:]

# %%
scaler = StandardScaler()
scaled = scaler.fit_transform(train[["size", "rooms"]])
model = Ridge(alpha=0.5).fit(scaled, train["price"])

# %% Evaluate
score = model.score(scaler.transform(test[["size", "rooms"]]), test["price"])
print("score", round(score, 4))
print("intercept", round(model.intercept_, 3))
