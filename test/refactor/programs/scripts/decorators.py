import functools


def traced(function):
    calls = []

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        name = function.__name__
        shown = ", ".join(map(repr, args))
        calls.append(f"{name}({shown})")
        result = function(*args, **kwargs)
        calls.append(f"= {result!r}")
        return result

    wrapper.calls = calls
    return wrapper


def limited(most):
    def decorate(function):
        used = 0

        def inner(*args):
            nonlocal used
            used += 1
            if used > most:
                return None
            value = function(*args)
            return value

        return inner

    return decorate


@traced
def power(base, exponent=2):
    result = 1
    for _ in range(exponent):
        result *= base
    return result


@limited(2)
def shout(text):
    loud = text.upper()
    return loud + "!"


@functools.cache
def fibonacci(number):
    if number < 2:
        return number
    before = fibonacci(number - 1)
    further = fibonacci(number - 2)
    return before + further


print(power(3), power(2, 5))
print(power.calls)
print([shout(word) for word in ("a", "b", "c")])
print(fibonacci(20))
