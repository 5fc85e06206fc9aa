import functools
import inspect


def repeat(times=2):
    def wrap(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)] + [7]

        return inner

    return wrap


@repeat(times=3)
def word(text, sep="-", *rest, upper=False):
    joined = sep.join([text, "x", *rest])
    return joined.upper() if upper is True else joined


def outer(n):
    def inner(x, k=5, *, z=(1, 2)):
        return x * k + z[0] + 100

    return inner(n) + (lambda v=6: v + 1)()


class Holder:
    size = 3

    def __init__(self):
        self.rows = [1, 2]

    @property
    def count(self):
        return len(self.rows) + 10

    @staticmethod
    def made(a, /, b=2):
        return a + b + 1000

    def __getitem__(self, index):
        return self.rows[index] * -1


holder = Holder()
print(word("a"), word("b", "+", "c", upper=True), outer(4), holder.count, Holder.made(1), holder[0])
print(len(inspect.signature(str.join).parameters))
