from statistics import mean

import pandas as pd


def average(values):
    from numpy import mean

    return float(mean(values))


def power(x):
    from math import pow

    return pow(x, 2)


def root(x):
    import math

    return math.sqrt(x)


values = pd.read_csv("sensors.csv")["value"].tolist()
print(round(mean(values), 4), round(average(values), 4))
print(power(3), pow(2, 5), root(16))
