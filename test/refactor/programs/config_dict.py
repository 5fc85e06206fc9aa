import pandas as pd
from sklearn.linear_model import Lasso

CONFIG = {"path": "sales.csv", "alpha": 0.1, "features": ["price"], "target": "sold"}

frame = pd.read_csv(CONFIG["path"]).dropna()
model = Lasso(alpha=CONFIG["alpha"])
model.fit(frame[CONFIG["features"]], frame[CONFIG["target"]])
CONFIG["score"] = model.score(frame[CONFIG["features"]], frame[CONFIG["target"]])
for key, value in CONFIG.items():
    print(key, "=", value)
