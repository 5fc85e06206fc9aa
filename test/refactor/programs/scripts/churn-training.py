import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SEED = 7
rng = np.random.default_rng(SEED)
n = 200
df = pd.DataFrame(
    {
        "age": rng.integers(18, 80, n),
        "tenure": rng.exponential(5, n),
        "calls": rng.poisson(2, n),
    }
)
noise = rng.normal(0, 1, n)
df["churn"] = ((df["calls"] - df["tenure"] / 4 + noise) > 0).astype(int)

features = [column for column in df.columns if column != "churn"]
X = df[features]
y = df["churn"]
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, random_state=SEED, stratify=y
)
scaler = StandardScaler()
Z_train = scaler.fit_transform(X_train)
Z_test = scaler.transform(X_test)

models = {
    "logistic": LogisticRegression(),
    "forest": RandomForestClassifier(n_estimators=10, random_state=SEED),
}
scores = {}
best_name, best_score = None, -1.0
for name, model in models.items():
    model.fit(Z_train, y_train)
    predicted = model.predict(Z_test)
    probability = model.predict_proba(Z_test)[:, 1]
    accuracy = accuracy_score(y_test, predicted)
    auc = roc_auc_score(y_test, probability)
    scores[name] = (accuracy, auc)
    if auc > best_score:
        best_name, best_score = name, auc

for name, (accuracy, auc) in sorted(scores.items()):
    print(f"{name:10s} {accuracy:.3f} {auc:.3f}")
winner = models[best_name]
print(best_name, round(best_score, 3))
importance = getattr(winner, "feature_importances_", None)
if importance is None:
    importance = np.abs(winner.coef_[0])
order = np.argsort(importance)[::-1]
for position in order:
    print(features[position], round(float(importance[position]), 3))
