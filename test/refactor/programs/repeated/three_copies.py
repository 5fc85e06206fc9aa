import numpy as np

rng = np.random.default_rng(0)

a = rng.normal(size=20)
a = a - a.mean()
a = a / a.std()
a = np.clip(a, -2, 2)
a_top = a.max()
a_bottom = a.min()
print("a", round(a_top, 3), round(a_bottom, 3))

b = rng.normal(size=30)
b = b - b.mean()
b = b / b.std()
b = np.clip(b, -1, 1)
b_top = b.max()
b_bottom = b.min()
print("b", round(b_top, 3), round(b_bottom, 3))

c = rng.normal(size=40)
c = c - c.mean()
c = c / c.std()
c = np.clip(c, -3, 3)
c_top = c.max()
c_bottom = c.min()
print("c", round(c_top, 3), round(c_bottom, 3))

print(a_top + b_top + c_top, c_bottom)
