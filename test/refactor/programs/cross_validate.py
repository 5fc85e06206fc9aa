import numpy as np
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.svm import SVC

X, y = make_classification(n_samples=150, n_features=6, random_state=5)
folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=5)
models = {"logistic": LogisticRegression(), "svm": SVC(C=0.8)}
scores = {}
for name, model in models.items():
    values = cross_val_score(model, X, y, cv=folds)
    scores[name] = values.mean()
    print(f"{name:>10}: {values.mean():.3f} +- {values.std():.3f}")
winner = max(scores, key=scores.get)
print("winner is", winner, sep=": ")
np.save("scores.npy", np.array(sorted(scores.values())))
