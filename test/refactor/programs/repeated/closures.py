def scaled(factor):
    def inner(x):
        a = x * factor
        b = a + 1
        c = b * b
        d = c - a
        e = d / 2
        return round(e, 3)

    print("scaled", factor)
    return inner


def shifted(factor, offset=3):
    def inner(x):
        a = x * factor
        b = a + 1
        c = b * b
        d = c - a
        e = d / 2
        return round(e, 3)

    result = inner(offset)
    return result, inner


print(scaled(2)(5), shifted(3)[0], shifted(4)[1](2))
