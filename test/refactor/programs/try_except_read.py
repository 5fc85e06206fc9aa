import sys

import pandas as pd

try:
    data = pd.read_csv("missing.csv")
except FileNotFoundError:
    print("Warning: missing.csv is not there", file=sys.stderr)
    data = pd.read_csv("sales.csv")

rows = len(data)
print("rows", rows, flush=True)
numbers = data.select_dtypes("number")
for column in numbers:
    print(column, numbers[column].max())
