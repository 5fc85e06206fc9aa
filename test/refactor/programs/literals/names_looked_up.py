def told(first):
    second = first + 1
    return sorted(locals())


def evaluated(x):
    y = 4
    return eval("x * y"), len(vars()), "text"


print(told(3), evaluated(2))
