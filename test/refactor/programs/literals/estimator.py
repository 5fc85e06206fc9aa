import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin, clone


class Clipper(BaseEstimator, TransformerMixin):
    def __init__(self, low=0.0):
        self.low = low
        self.limit_ = 9

    def fit(self, X, y=None):
        self.high_ = np.percentile(X, 95)
        return self

    def transform(self, X):
        return np.clip(X, self.low, self.high_) * 2 + 1


model = clone(Clipper(low=1.0))
print(model.get_params(), model.fit_transform(np.arange(5.0)))
