def one(x):
    a = x + 1
    b = a * 2
    c = b - 3
    match c:
        case 1:
            d = 2
        case _:
            d = 0
    return d + b


def two(x):
    a = x + 1
    b = a * 2
    c = b - 3
    match c:
        case 3:
            d = 2
        case _:
            d = 0
    return d + b


print(one(1), two(2), one(5), two(7))
