def make_counter(start):
    count = start

    def increase(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start
        return count

    label = f"counter from {start}"
    functions = {"increase": increase, "reset": reset}
    return label, functions


label, counter = make_counter(10)
print(label)
print(counter["increase"](), counter["increase"](5))
print(counter["reset"]())

factor = 3
scale = [1, 2, 3]
scaled = [value * factor for value in scale]
by_size = sorted(scale, key=lambda value: -value * factor)
print(scaled, by_size)

handlers = []
for factor in (2, 4):
    power = factor + 1
    handlers.append(lambda value, factor=factor: value * factor)
    print(power)
results = [handler(10) for handler in handlers]
print(results)


def apply_all(functions, value):
    results = []
    for function in functions:
        result = function(value)
        results.append(result)
    total = sum(results)
    return results, total


print(apply_all(handlers, 7))
