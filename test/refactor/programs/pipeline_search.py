import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

data = pd.read_csv("customers.csv")
numeric = ["age", "income", "tenure"]
categorical = ["plan"]

train, test = train_test_split(data, test_size=0.3, random_state=1)

preprocess = ColumnTransformer(
    [
        (
            "numbers",
            Pipeline([("impute", SimpleImputer()), ("scale", StandardScaler())]),
            numeric,
        ),
        ("plans", OneHotEncoder(), categorical),
    ]
)
pipeline = Pipeline([("preprocess", preprocess), ("model", LogisticRegression())])
grid = {"model__C": [0.1, 1.0, 10.0]}
search = GridSearchCV(pipeline, grid, cv=3)
search.fit(train[numeric + categorical], train["churned"])

print("best:", search.best_params_)
score = search.score(test[numeric + categorical], test["churned"])
print(f"score: {score:.3f}")
print(f"folds: {search.n_splits_}, {score:.1%} right")
