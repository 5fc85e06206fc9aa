from functools import reduce


def flatten(value):
    if isinstance(value, list):
        result = []
        for each in value:
            inner = flatten(each)
            result.extend(inner)
        return result
    return [value]


def permutations(items):
    if len(items) < 2:
        yield list(items)
        return
    for position, item in enumerate(items):
        rest = items[:position] + items[position + 1 :]
        for tail in permutations(rest):
            combined = [item, *tail]
            yield combined


def bisect(function, low, high, tolerance=1e-6):
    steps = 0
    while high - low > tolerance:
        middle = (low + high) / 2
        value = function(middle)
        steps += 1
        if value == 0:
            return middle, steps
        if (value > 0) == (function(high) > 0):
            high = middle
        else:
            low = middle
    root = (low + high) / 2
    return root, steps


nested = [1, [2, [3, 4], []], [[5]]]
flat = flatten(nested)
print(flat, reduce(lambda left, right: left * right, flat))
print(sum(1 for _ in permutations(flat)))
offset = 2
root, steps = bisect(lambda value: value**2 - offset, 0, 2)
print(round(root, 4), steps)
