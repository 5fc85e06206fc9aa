import os

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
import pandas as pd

steps = int(os.environ.get("STEPS", "50"))
rng = np.random.default_rng(9)
walk = np.cumsum(rng.normal(size=steps))
frame = pd.DataFrame({"step": range(steps), "value": walk})
top = frame.loc[frame["value"].idxmax()]
print("highest at", int(top["step"]), f"{top['value']:.3f}")
frame.to_csv("walk.csv", index=False)
