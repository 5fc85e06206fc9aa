"""Churn model."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split

TEST_SIZE = 0.25
SEED = 7
FEATURES = ["age", "income", "tenure"]

df = pd.read_csv("customers.csv")
print("rows", len(df))
df = df.dropna()
df["long"] = df["tenure"] > 24

X = df[FEATURES]
y = df["churned"]
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=TEST_SIZE, random_state=SEED
)

model = RandomForestClassifier(n_estimators=20, random_state=SEED)
model.fit(X_train, y_train)

predictions = model.predict(X_test)
accuracy = accuracy_score(y_test, predictions)
print(f"accuracy {accuracy:.3f}, f1 {f1_score(y_test, predictions):.3f}")

result = pd.DataFrame({"actual": y_test, "predicted": predictions})
result.to_csv("result.csv", index=False)
