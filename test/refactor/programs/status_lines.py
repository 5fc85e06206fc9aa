import time

import pandas as pd

start = time.perf_counter()
print("reading ...", end=" ")
frame = pd.read_csv("customers.csv")
print("ok")
print("." * 10)
frame = frame[frame["tenure"] > 3]
ratio = frame["churned"].mean()
print("churned: {:.3f}".format(ratio))
print("plans: %s, %d rows" % (sorted(frame["plan"].unique()), len(frame)))
elapsed = time.perf_counter() - start
assert elapsed < 600
print("Error rate stays below", 1)
