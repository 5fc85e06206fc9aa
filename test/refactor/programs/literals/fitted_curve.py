import numpy as np
from scipy.optimize import curve_fit


def decay(x, a, b):
    return a * np.exp(-b * x) + 0.5


x = np.linspace(0, 4, 30)
found, _ = curve_fit(decay, x, decay(x, 2.0, 1.3))
print(np.round(found, 4))
