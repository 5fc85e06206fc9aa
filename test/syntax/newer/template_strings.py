# t-strings (PEP 750), read by CPython 3.14 only.
name = "x"
plain = t"hello"
empty = t""
one = t"hello {name}"
spaces = t"{ name }{  name  !r}"
debug = t"a {name=} b {name = } c {name=!s} d {name=:>5}"
spec = t"{name!r:>{width}.{precision}f}"
joined = t"a{name}" t"b" rt"\{name}\n" T'''c
{name +
 1}
'''
nested = t"{t"inner {f"{name}"}"} {f'{t"{x}"}'}"
braces = t"{{literal}} {name}}}"
raw = tr"\d+{name}\w" + Rt"\x" + tR'{name}'
call = html(t"<p class={cls}>{", ".join(f"{i:02}" for i in items)}</p>")
yielding = lambda: t"{(yield)}"
multi = t"{
    # a comment
    name  # another
}"
walrus = t"{(a := 1)}{lambda_ if lambda_ else (lambda x: x)}"
star = t"{*a, b}"
dicts = t"{ {'a': 1}['a'] }"
unicode = t"é{ñ}😀{'😀'!r}ü"
named = t"\N{BULLET} {name}"


def f() -> Template:
    return t"{yield_}" if t"{x!a}" else t''
