import numpy as np


def design(x, degree):
    columns = [np.ones_like(x)]
    for power in range(1, degree + 1):
        columns.append(x**power)
    return np.column_stack(columns)


def fit(x, y, degree, penalty=0.0):
    X = design(x, degree)
    gram = X.T @ X
    gram += penalty * np.eye(degree + 1)
    weights = np.linalg.solve(gram, X.T @ y)
    predicted = X @ weights
    residuals = y - predicted
    sigma = residuals.std()
    return weights, sigma


def cross_validate(x, y, degrees, folds=4):
    order = np.arange(len(x))
    scores = {}
    for degree in degrees:
        errors = []
        for fold in range(folds):
            held = order % folds == fold
            weights, _ = fit(x[~held], y[~held], degree)
            predicted = design(x[held], degree) @ weights
            errors.append(np.mean((predicted - y[held]) ** 2))
        score = float(np.mean(errors))
        scores[degree] = score
    best = min(scores, key=scores.get)
    return best, scores


random = np.random.default_rng(1)
x = np.sort(random.uniform(-1, 1, 60))
y = 1 - 2 * x + 3 * x**3 + random.normal(scale=0.1, size=60)
best, scores = cross_validate(x, y, range(1, 6))
print(best, {degree: round(score, 4) for degree, score in scores.items()})
weights, sigma = fit(x, y, best, penalty=0.01)
print(weights.round(2), round(sigma, 3))
