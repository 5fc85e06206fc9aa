def odd(limit):
    value = 1
    total = 0
    while value < limit:
        total += value
        yield value, total
        value += 2
    yield "end", total


def even(bound):
    value = 0
    total = 0
    while value < bound:
        total += value
        yield value, total
        value += 2
    yield "end", total


print(list(odd(8)))
print(list(even(9)))
