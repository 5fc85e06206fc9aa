import numpy as np

data = {"a": 1, "b": 2, "c": 3}
removed = []
for key in list(data):
    if data[key] % 2:
        removed.append(key)
        del data[key]
print(data, removed)
temporary = np.zeros((100, 100))
temporary += 1
shape = temporary.shape
total = temporary.sum()
del temporary
print(shape, total)
values = [5, 3, 8]
values += [1]
copy = values
copy.append(9)
count = len(values)
values = sorted(values)
print(values, copy, count)
x, y = 1, 2
x, y = y, x + y
z = x
z += y
print(x, y, z)
first, *middle, last = values
print(first, middle, last)
nested = {"p": {"q": [1]}}
inner = nested["p"]["q"]
inner.append(2)
nested["p"]["r"] = inner[-1]
print(nested)
label: str = "end"
size: int
size = len(label)
print(label, size)
