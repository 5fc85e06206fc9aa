import numpy as np

rng = np.random.default_rng(21)


def draw(n):
    return rng.normal(size=n)


first = draw(10)
second = draw(20)
print("first", first.mean().round(4))
print("second", second.mean().round(4))
ratio = first.std() / second.std()
print(f"ratio={ratio:.3f}")
