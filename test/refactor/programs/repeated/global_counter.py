calls = 0
seen = []


def first(x):
    global calls
    calls += 1
    doubled = x * 2
    seen.append(doubled)
    total = sum(seen)
    share = doubled / total
    return round(share, 3)


def second(y):
    global calls
    calls += 1
    doubled = y * 2
    seen.append(doubled)
    total = sum(seen)
    share = doubled / total
    return round(share, 3)


print(first(1), second(2), first(3), second(4), calls, seen)
