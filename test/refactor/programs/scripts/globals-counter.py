counter = 0
log = []


def bump(by):
    global counter
    counter += by
    log.append(counter)
    return counter


def total_of(values):
    total = 0
    for value in values:
        bump(value)
        total += value
    return total


def configure(level, verbose=False):
    global threshold
    threshold = level * 2
    if verbose:
        print("threshold", threshold)
    return threshold


first = bump(2)
second = total_of([1, 2, 3])
print(counter, first, second)
configure(4)
above = [value for value in log if value > threshold]
print(above, threshold)
counter = counter * 10
third = bump(1)
print(counter, third, log)
limit = threshold + 1
text = f"{limit}"
print(text)
