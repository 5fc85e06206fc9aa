# Type parameters with defaults (3.13) and what surrounds them, in the newest grammar.
type Alias = int
type Alias[T] = list[T]
type Alias[T: int = bool, *Ts = *tuple[int, ...], **P = [int, str]] = Callable[P, tuple[T, *Ts]]
type = 1
type (x)
type[x]
type, y = 1, 2
print(type)


class A[T = int](Base[T], metaclass=M): ...


def f[T: (int, str) = int, *Ts, **P](x: T, *args: *Ts, **kwargs: P.kwargs) -> T: ...


async def g[T](): return await x
match = {}
match[a]
match(x)
match.x
match: int = 1
case = 1
match match:
    case case: pass
match x, y:
    case {"a": [1, *_, {**rest}], -1: None | True as t, "b" "c": 1 + 2j} if z := 1: pass
    case (a.b.c(), D(1, x=2,),): pass
    case [] | (): pass
    case (x): pass
    case a, *b: pass
    case _: pass
match (x):
    case 1: ...
match [x]:
    case 1: ...
match -x:
    case 1: ...
match *a, b:
    case 1: ...
match not x:
    case 1: ...
match not in x
match - 1
match * 2
match [1:2]
lambda *, a=1, **k: (yield)
lambda a, /, b=2, *c: lambda: 0
