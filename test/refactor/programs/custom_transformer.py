import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline


class Log(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        return self

    def transform(self, X):
        return np.log1p(X)


sales = pd.read_csv("sales.csv").dropna()
pipeline = make_pipeline(Log(), LinearRegression())
pipeline.fit(sales[["price"]], sales["sold"])
predicted = pipeline.predict(sales[["price"]])
print(predicted[:3].round(3))
print("score", round(pipeline.score(sales[["price"]], sales["sold"]), 5))
