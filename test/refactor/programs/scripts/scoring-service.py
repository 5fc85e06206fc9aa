import logging
import pickle
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import Ridge

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    name: str
    values: tuple

    def row(self):
        values = np.asarray(self.values, dtype=float)
        return values.reshape(1, -1)


class Scorer:
    def __init__(self, path):
        with open(path, "rb") as source:
            loaded = pickle.load(source)
        self.model = loaded["model"]
        self.limits = loaded["limits"]
        self.served = 0

    def score(self, request):
        row = request.row()
        low, high = self.limits
        clipped = np.clip(row, low, high)
        changed = not np.array_equal(row, clipped)
        if changed:
            logger.warning("%s out of range", request.name)
        value = float(self.model.predict(clipped)[0])
        self.served += 1
        return {"name": request.name, "score": round(value, 3), "clipped": changed}


def train(path, seed):
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (50, 3))
    weights = np.array([1.0, -2.0, 0.5])
    y = X @ weights + rng.normal(0, 0.05, 50)
    model = Ridge(alpha=0.1)
    model.fit(X, y)
    bundle = {"model": model, "limits": (-1, 1)}
    with open(path, "wb") as target:
        pickle.dump(bundle, target)
    return model.coef_.round(2)


print(train("model.pkl", 3))
scorer = Scorer("model.pkl")
answers = []
for name, values in [("a", (0.1, 0.2, 0.3)), ("b", (5, 0, 0))]:
    request = Request(name, values)
    answer = scorer.score(request)
    answers.append(answer)
    print(answer)
print(scorer.served, len(answers))
