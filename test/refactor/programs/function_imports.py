import pandas as pd


def features(frame):
    import numpy as np
    from collections import OrderedDict

    made = OrderedDict()
    made["log"] = np.log(frame["sold"])
    made["root"] = np.sqrt(frame["sold"])
    return pd.DataFrame(made)


def report(frame):
    import json

    return json.dumps({key: round(value, 3) for key, value in frame.mean().items()})


sales = pd.read_csv("sales.csv")
table = features(sales)
print(report(table))
print(table.shape)
