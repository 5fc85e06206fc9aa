# PEP 758: several exception types without parentheses.
try:
    pass
except ValueError, TypeError:
    pass
except A.b, c[0], d():
    raise
except (E, F) as g:
    pass
except H:
    pass
else:
    pass
finally:
    pass

try:
    pass
except* OSError, KeyError:
    pass
except* (X, Y) as z:
    pass


def f():
    for x in y:
        try:
            pass
        except A, B: continue
        finally:
            pass
