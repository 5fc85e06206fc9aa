import numpy as np
from sklearn.datasets import make_regression
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import train_test_split

X, y = make_regression(n_samples=90, n_features=4, noise=4, random_state=3)
(X_train, X_test), (y_train, y_test) = (
    part
    for part in (
        train_test_split(X, random_state=0),
        train_test_split(y, random_state=0),
    )
)

results = {}
for model in (LinearRegression(), Ridge(alpha=2.0)):
    name = type(model).__name__
    model.fit(X_train, y_train)
    results[name] = model.score(X_test, y_test)

*others, best = sorted(results, key=results.get)
print("best:", best, "others:", others)
print({name: round(score, 4) for name, score in results.items()})
np.savez("split.npz", train=X_train, test=X_test)
