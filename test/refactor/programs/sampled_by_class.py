import numpy as np
import pandas as pd


def sample(frame, n):
    from sklearn.utils import check_random_state

    state = check_random_state(5)
    return frame.iloc[state.permutation(len(frame))[:n]]


def spread(frame):
    import numpy as np
    from scipy.stats import iqr

    return float(np.std(frame["age"])), float(iqr(frame["age"]))


if __name__ == "__main__":
    chosen = sample(pd.read_csv("customers.csv"), 50)
    deviation, between = spread(chosen)
    print(np.round([deviation, between], 3).tolist())
