import pandas as pd
from sklearn.linear_model import LinearRegression


def fit(frame):
    from sklearn.model_selection import train_test_split

    train, test = train_test_split(frame, random_state=0)
    return LinearRegression().fit(train[["price"]], train["sold"]), test


def judge(model, test):
    from math import sqrt
    from sklearn.metrics import mean_squared_error, r2_score

    guess = model.predict(test[["price"]])
    return sqrt(mean_squared_error(test["sold"], guess)), r2_score(test["sold"], guess)


model, test = fit(pd.read_csv("sales.csv").dropna())
rmse, r2 = judge(model, test)
print(f"rmse {rmse:.3f} r2 {r2:.3f}")
