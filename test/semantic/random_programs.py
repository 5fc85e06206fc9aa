"""Writes random programs, what each of their expressions was and what their names are at the end, one JSON object a line.

    python random_programs.py SEED COUNT

The programs are made of what an interpreter of values gets wrong most easily: containers with several names, branches, loops
with break and continue, exceptions, closures over globals, attributes, unpacking. Of a program that ends with an exception or
is stopped, only the expressions up to there are told.
"""

import json
import random
import resource
import signal
import sys

from recorded_values import Recording, plain
from random_statements import PRELUDE, Statements

NAMES = list("abcdefg")
OTHER_NAMES = ["shared_", "hooks", "ob", "pb", "qb", "count_", "seen_", "pair_"]
LITERALS = ['"x"', '"/a"', "1", "2", "[]", '["p"]', '{"k": "v"}', "None", "True", '(1, "t")']
CALLS = [
    "str({})", "len({})", "sorted({})", "list({})", "dict({})", "{}.copy()", '{}.get("k", "z")', "{}.upper()", '"-".join({})', "O({}).w",
    "ob.m({})", "len({})", "sorted({})", "sorted({}, reverse=True)", "min({})", "max({}, {})", "sum({})", "any({})", "all({})", "abs({})", "{}[1:]", "{}[::-1]", "{}[-2:]",
    "{}[0:1]", "{} * 3", "{} - 3", "{} // 2", "{} % 2", "{} ** 2", "-7 // {}", "{}.title()", "{}.zfill(4)", '{}.removeprefix("/")', '{}.startswith(("x", "/"))',
    '{}.pop("k")', "{}.pop(0)", '{}.setdefault("k", {})', "tuple({})", "set({})", "str.upper({})", "list({}.values())", "list({}.items())", "{} < {}", "{} in {}",
    "[i for i in {} if i != 1]", "dict({}, k=1)", "list(map(str, {}))", "sorted({}, key=str)", "list(enumerate({}))", "list(zip({}, {}))", "part(mk)()", "wrapped({})",
    "pb.get()", "pb.set({})", "pb.q", "pb.k", "share({})", "shared_", "unshare()", "not {}", "mk()", "same({})", "kept()", "counted({})", "({} or {})", "({} and {})", "{} == {}", "{} * 2",
    "qb[{}]", "list(qb)", "len(qb)", "[i for i in qb]", "next(iter(qb))", "qb.held",
]
CHANGES = [
    "{}.append({})", '{}["k"] = {}', "{}.pop()", "{}.extend({})", "{}.update({})", "{}.clear()", "del {}[0]", "ob.w = {}", "{}.insert(0, {})", "{}.sort()", "{}.reverse()", "{}.pop(0)", '{}.pop("k")', "{} *= 2", '{}.setdefault("q", {})',
    "{}.insert(-1, {})", '{}.append("z")', "{} += [3]", "{}.extend([2])", "{}[0].append(5)", "qb[{}] = {}", "qb.held.append({})",
]


class Program(Statements):
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.functions: list[str] = []
        self.literals = LITERALS

    def fill(self, template: str, scope: list[str]) -> str:
        return template.format(*(self.random.choice(scope) for _ in range(template.count("{}"))))

    def expression(self, scope: list[str], depth: int = 0) -> str:
        kind = self.random.randrange(14)
        name = self.random.choice(scope)
        if kind == 13 and depth < 3:
            return self.other_expression(scope, depth)
        if depth > 2 or kind < 3:
            return self.random.choice(LITERALS)
        if kind < 6:
            return name
        if kind == 6:
            return f"{self.expression(scope, depth + 1)} + {self.expression(scope, depth + 1)}"
        if kind == 7:
            return self.fill('f"{{{}}}-{{{}}}"', scope)
        if kind == 8:
            return f"[{self.expression(scope, depth + 1)}, {self.expression(scope, depth + 1)}]"
        if kind == 9:
            return f"({self.expression(scope, depth + 1)} if {name} else {self.expression(scope, depth + 1)})"
        if kind == 10:
            return self.fill("[{} for {} in {}]", scope)
        if kind == 11:
            return f"{name}[{self.random.choice(['0', '-1', repr('k')])}]"
        if self.functions and self.random.random() < 0.5:
            return f"{self.random.choice(self.functions)}({name})"
        return self.fill(self.random.choice(CALLS), scope)

    def condition(self, scope: list[str], depth: int = 0) -> str:
        """Something that is true or false, mostly about one name."""
        kind = self.random.randrange(14)
        name = self.random.choice(scope)
        if depth < 2 and kind < 4:
            template = self.random.choice(["{} and {}", "{} or {}", "not {}", "not ({} and {})", "({} or {})"])
            return template.format(*(self.condition(scope, depth + 1) for _ in range(template.count("{}"))))
        if kind < 6:
            return name
        test = self.random.choice(
            [
                "{} is None", "{} is not None", "isinstance({}, str)", "isinstance({}, (int, list))", "isinstance({}, dict)", "isinstance({}, str | None)",
                '{} == "x"', '{} != "x"', "{} == 1", "{} in (1, 2)", '{} in ["x", "/a"]', "{} not in (None, 1)", "{} is True", "{} == {}", "{} < 2",
                "None is {}", "({} := {}) is None", "ob.w is None", "isinstance(ob.w, str)", "len({}) > 1",
            ]
        )
        return self.fill(test, scope)

    def block(self, indent: int, depth: int, scope: list[str], *, in_function: bool, most: int = 2) -> None:
        for _ in range(self.random.randint(1, most)):
            self.statement(indent + 1, depth + 1, scope, in_function=in_function)

    def statement(self, indent: int, depth: int, scope: list[str], *, in_function: bool) -> None:
        pad = "    " * indent
        if depth <= 2 and self.random.random() < 0.35:
            self.other_statement(indent, depth, scope, in_function=in_function)
            return
        kind = self.random.randrange(18)
        name = self.random.choice(scope)
        other = self.random.choice([*scope, "qb"]) if kind == 9 else self.random.choice(scope)
        nested = {"in_function": in_function}
        if depth > 2 or kind < 4:
            self.lines.append(f"{pad}{name} = {self.expression(scope)}")
        elif kind in (4, 5, 6):
            self.lines.append(pad + self.fill(self.random.choice(CHANGES), scope))
        elif kind == 7:
            self.lines.append(f"{pad}{name} += {self.expression(scope, 1)}")
        elif kind == 8:
            self.lines.append(f"{pad}if {self.condition(scope)}:")
            self.block(indent, depth, scope, **nested)
            if self.random.random() < 0.2:
                self.lines.append(f"{pad}elif {self.condition(scope)}:")
                self.block(indent, depth, scope, **nested)
            if self.random.random() < 0.6:
                self.lines.append(f"{pad}else:")
                self.block(indent, depth, scope, **nested)
        elif kind == 9:
            iterable = self.random.choice([other, "[1, 2]", "range(2)"])
            self.lines.append(f"{pad}for {name} in {iterable}:")
            self.block(indent, depth, scope, most=3, **nested)
            if self.random.random() < 0.3:
                test = self.condition(scope)
                self.lines.append(f"{pad}    {self.random.choice([f'if {test}: break', f'if {test}: continue', 'break'])}")
            if self.random.random() < 0.2:
                self.lines.append(f"{pad}else:")
                self.block(indent, depth, scope, **nested)
        elif kind == 10:
            self.lines.append(f"{pad}try:")
            self.block(indent, depth, scope, most=3, **nested)
            self.lines.append(f"{pad}except Exception:")
            self.block(indent, depth, scope, **nested)
            if self.random.random() < 0.3:
                self.lines.append(f"{pad}finally:")
                self.block(indent, depth, scope, **nested)
        elif kind == 11:
            self.lines.append(f"{pad}{name}, {other} = {self.random.choice(scope)}, {self.expression(scope, 1)}")
        elif kind == 14:
            self.lines.append(f"{pad}{name} = {self.expression(scope, 1)} if {self.condition(scope)} else {self.expression(scope, 1)}")
        elif kind == 15:
            pattern = self.random.choice(['"x"', "None", "str()", "int() | None", "[*_]", "{}", "str() as " + other])
            self.lines += [f"{pad}match {name}:", f"{pad}    case {pattern}:"]
            self.block(indent + 1, depth, scope, **nested)
            self.lines.append(f"{pad}    case {self.random.choice(['_', 'list()', 'True', other])}:")
            self.block(indent + 1, depth, scope, **nested)
        elif kind == 16 and in_function:
            self.lines.append(f"{pad}if {self.condition(scope)}: {self.random.choice([f'return {name}', f'raise ValueError({name})'])}")
        elif kind == 16 and indent > 0:
            self.lines.append(f"{pad}assert {self.condition(scope)}")
        elif kind == 17:
            count = f"i{len(self.lines)}_"
            self.lines += [f"{pad}{count} = 0", f"{pad}while {count} < 3 and {self.condition(scope, 1)}:", f"{pad}    {count} += 1"]
            self.block(indent, depth, scope, **nested)
        elif kind == 12 and in_function:
            self.lines.append(f"{pad}return {name}")
        else:
            self.lines += [f"{pad}i_ = 0", f"{pad}while i_ < 2:", f"{pad}    i_ += 1"]
            self.block(indent, depth, scope, **nested)

    def guarded(self) -> None:
        self.lines.append("try:")
        self.statement(1, 1, NAMES, in_function=False)
        self.lines.append("except Exception: pass")

    def subscripted(self) -> list[str]:
        """A class whose objects are subscripted and gone through."""
        if self.random.random() < 0.3:
            return ["class Q:", "    def __init__(self, v):", "        self.held = v", "    def __getitem__(self, i):", "        return [self.held, [1]][i]"]
        lines = ["class Q:", "    def __init__(self, v):", "        self.held = [v]", "    def __getitem__(self, i):"]
        lines += [f"        {self.random.choice(['return self.held[0]', 'return i', 'return [i]', 'return self.held'])}", "    def __setitem__(self, i, v):"]
        lines += [f"        {self.random.choice(['self.held.append(v)', 'self.held = v', 'pass', 'i.append(v)'])}", "    def __len__(self):", "        return len(self.held)"]
        if self.random.random() < 0.6:
            lines += ["    def __iter__(self):", f"        {self.random.choice(['return iter(self.held)', 'yield 1', 'yield self.held', 'for z in self.held: yield [z]'])}"]
        return lines

    def source(self) -> str:
        self.lines += [f"{name} = {self.random.choice(LITERALS)}" for name in NAMES]
        self.lines += ["class P:", "    k = None", "    def __init__(self):", "        self.q = None", "        self.r = []", "    def set(self, z):"]
        self.lines += [f"        {self.random.choice(['self.q = 1', 'self.q = z', 'self.k = str(z)', 'self.k = [z]', 'self.r = {}', 'self.q = dict()', 'P.k = 3'])}"]
        self.lines += ["    def get(self):", f"        return self.{self.random.choice('qrk')}", "pb = P()", "shared_ = None", "def share(z):", "    global shared_"]
        self.lines += [f"    shared_ = {self.random.choice(['1', 'z', 'str(z)', '[z]', '{}'])}", "def unshare():", "    return shared_"]
        self.lines += ["class O:", '    w = "cw"', "    def __init__(self, v):", self.random.choice(["        self.w = v", "        self.u = v"])]
        self.lines += ["    def m(self, y):", "        " + self.random.choice(["return self.w", "self.w = y", "return y", "self.w.append(y)"])]
        self.lines += self.subscripted()
        self.lines += ['ob = O("o")', f"qb = Q({self.random.choice(NAMES)})"]
        self.lines += ["import functools", "part = functools.partial", "def deco(f):", "    def inner(*p, **k):", "        return f(*p, **k)", "    return inner"]
        self.lines += ["@deco", "def wrapped(x, y='y'):", "    return [x, y]"]
        self.lines += ["def mk():", "    made = []", "    return made", "def same(x):", "    return x", "def kept():", "    return a"]
        self.lines += ["def counted(x):", "    n = x", "    def inner():", "        nonlocal n", '        n = "inner"', "    " + self.random.choice(["inner()", "same(inner)"]), "    return n"]
        self.lines += PRELUDE
        for number in range(self.random.randint(1, 3)):
            name = f"f{number}"
            self.lines.append(f'def {name}(p, s="dflt"):')
            if self.random.random() < 0.3:
                self.lines.append(f"    global {self.random.choice(NAMES)}")
            scope = ["p", "s", "u", *NAMES[:3]]
            self.lines.append("    u = p")
            for _ in range(self.random.randint(1, 4)):
                self.statement(1, 1, scope, in_function=True)
            self.lines.append(f"    return {self.random.choice(scope)}")
            self.functions.append(name)
            for _ in range(self.random.randint(1, 4)):
                self.guarded()
        for _ in range(self.random.randint(3, 10)):
            if self.random.random() < 0.85:
                self.guarded()
            else:
                self.statement(0, 0, NAMES, in_function=False)
        return "\n".join(self.lines) + "\n"


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt  # which the programs' handlers let pass


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    signal.signal(signal.SIGALRM, interrupt)
    sys.setrecursionlimit(300)
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    for each in range(seed + 1, seed + count + 1):
        program = Program(each)
        source = program.source()
        try:
            recording = Recording(source)
        except SyntaxError:
            continue
        values = None
        # Once more, for a program that lets the first one pass.
        signal.setitimer(signal.ITIMER_REAL, 0.4, 1)
        try:
            recording.run()
            values = {name: plain(recording.names[name]) for name in [*NAMES, *OTHER_NAMES] if name in recording.names}
        except BaseException:  # noqa: BLE001, S110 - what it did until then counts
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps({"seed": each, "source": source, "values": values, "expressions": recording.expressions}))


if __name__ == "__main__":
    main()
