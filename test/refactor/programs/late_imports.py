import pandas as pd

frame = pd.read_csv("sales.csv").dropna()

from sklearn.linear_model import LinearRegression
import numpy as np
from pathlib import Path

model = LinearRegression().fit(frame[["price"]], frame["sold"])
errors = np.abs(model.predict(frame[["price"]]) - frame["sold"])
Path("errors.txt").write_text(f"{errors.mean():.4f}\n")
print(errors.describe().round(3))
