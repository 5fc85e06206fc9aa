import pandas as pd

### parameters
path = "sales.csv"
columns = ["price", "sold"]
window = 7

### load
df = pd.read_csv(path)

### prepare
df[columns] = df[columns].interpolate()
for column in columns:
    df[column + "_mean"] = df[column].rolling(window, min_periods=1).mean()
del df["weather"]

### show
print(df.tail(3).round(3))
print(list(df.columns))
