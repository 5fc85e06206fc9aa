import sys

import pandas as pd

frame = pd.read_csv("sales.csv")
if len(frame) < 10:
    print("too few rows", file=sys.stderr)
    sys.exit(1)

frame = frame.dropna()
correlation = frame["price"].corr(frame["sold"])
print("correlation", round(correlation, 4))
if correlation > 0.99:
    sys.exit("too good to be true")
print("fine")
