import joblib
import pandas as pd
from sklearn.linear_model import LinearRegression

MODEL_PATH = "model.joblib"

sales = pd.read_csv("sales.csv").dropna()
X = sales[["price"]]
y = sales["sold"]
model = LinearRegression()
model.fit(X, y)
joblib.dump(model, MODEL_PATH)

again = joblib.load(MODEL_PATH)
same = (again.predict(X) == model.predict(X)).all()
print("same predictions:", bool(same))
print(f"slope {model.coef_[0]:.4f} intercept {model.intercept_:.4f}")
