import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import TimeSeriesSplit

n_splits = 4
sales = pd.read_csv("sales.csv", parse_dates=["day"]).dropna()
sales["t"] = range(len(sales))
splitter = TimeSeriesSplit(n_splits=n_splits)
errors = []
for fold, (train_index, test_index) in enumerate(splitter.split(sales)):
    train, test = sales.iloc[train_index], sales.iloc[test_index]
    model = LinearRegression().fit(train[["t", "price"]], train["sold"])
    error = mean_absolute_percentage_error(
        test["sold"], model.predict(test[["t", "price"]])
    )
    errors.append(error)
    print(f"fold {fold}: {error:.3f}")
print(f"mean {sum(errors) / len(errors):.3f}")
pd.Series(errors, name="error").round(6).to_csv("errors.csv")
