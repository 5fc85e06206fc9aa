import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

iris = load_iris(as_frame=True)
frame = iris.frame
target = frame.pop("target")
frame.columns = [column.replace(" (cm)", "").replace(" ", "_") for column in frame]
print(list(frame.columns))

scaled = ["sepal_length", "sepal_width"]
expanded = ["petal_length", "petal_width"]
steps = ColumnTransformer(
    [
        ("scale", StandardScaler(), scaled),
        ("expand", PolynomialFeatures(2), expanded),
    ]
)
model = Pipeline([("columns", steps), ("classify", LogisticRegression(max_iter=500))])
baseline = cross_val_score(model, frame, target, cv=3)
print(baseline.round(3))

grid = {"classify__C": [0.1, 1.0], "columns__expand__degree": [1, 2]}
search = GridSearchCV(model, grid, cv=3)
search.fit(frame, target)
print(search.best_params_, round(search.best_score_, 3))

best = search.best_estimator_
predicted = best.predict(frame)
confusion = np.zeros((3, 3), dtype=int)
for true, guess in zip(target, predicted):
    confusion[true, guess] += 1
wrong = confusion.sum() - np.trace(confusion)
print(confusion.tolist(), wrong)
