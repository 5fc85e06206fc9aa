import pandas as pd; import numpy as np

frame = pd.read_csv("sales.csv"); frame = frame.dropna()
mean = frame["sold"].mean(); deviation = frame["sold"].std()
print("mean", round(mean, 3)); print("sd", round(deviation, 3))
z = (frame["sold"] - mean) / deviation
print(np.abs(z).max().round(3))
