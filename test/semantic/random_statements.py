"""Statements and expressions of random programs that take more than one line or a helper: closures that rebind, calls that raise
half-way, context managers, generators, patterns, scopes of comprehensions and class bodies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

# What the statements below rely on.
PRELUDE = '''
import contextlib, itertools
hooks = []
count_ = 0
seen_ = []
pair_ = ("l", [1])
def register(f):
    hooks.append(f)
    return f
def run_hooks(*p):
    for each in list(hooks):
        each(*p)
class Held:
    def __init__(self, v=None):
        self.v = v
        self.call = None
    def __enter__(self):
        self.v = "entered"
        return self
    def __exit__(self, *problem):
        self.v = "left"
        return self.call is not None
    def __call__(self, z=None):
        self.v = z
        return z
    @property
    def seen(self):
        return self.v
    @classmethod
    def of(cls, z):
        return cls(z)
    @staticmethod
    def plain(z):
        return [z]
class More(Held):
    extra = []
    def __init__(self, v=None):
        super().__init__(v)
        self.w = [v]
    def __call__(self, z=None):
        self.w.append(z)
        return super().__call__(z)
@contextlib.contextmanager
def session(z):
    global count_
    count_ += 1
    try:
        yield z
    except TypeError:
        count_ = "stopped"
    finally:
        seen_.append(z)
'''.strip("\n").split("\n")


class Statements:
    random: random.Random
    lines: list[str]
    functions: list[str]
    literals: list[str]

    def other_expression(self, scope: list[str], depth: int) -> str:
        value = self.expression(scope, depth + 1)
        pick = self.random.choice
        name, other, third = (pick(scope) for _ in range(3))
        return pick(
            [
                f"({name} := {value})",
                f"[({name} := z) for z in {other}]" if name != "z" else value,
                f"[z for z in {other} if z == {value}]",
                f"[(y, z) for y in {name} for z in {other}]",
                f"{{z: {value} for z in {name}}}",
                f"{{k: v for k, v in {name}.items()}}",
                f"{{z for z in {name}}}",
                f"(lambda z, w={value}: [z, w])({name})",
                f"(lambda: {name})()",
                f"[*{name}, {value}]",
                f"{{**{name}, 'z': {value}}}",
                f"({value}, *{name})",
                f"[{name}, {other}][{pick(['0', '1', '-1'])}]",
                f"{{'k': {name}, 'l': {other}}}['{pick('kl')}']",
                f"next(z for z in {name})",
                f"next(iter({name}), {value})",
                f"list(z for z in {name} if z is not {other})",
                f"Held({value}).v",
                f"More({name}).w",
                f"Held.of({name}).seen",
                f"More.plain({name})",
                f"More({name})({value})",
                f"getattr(ob, 'w', {value})",
                f"(hooks[0] if hooks else same)({name})",
                f"functools.reduce(lambda p, q: [p, q], {name}, {value})",
                f"sorted({name}, key=lambda z: count_)",
                f"list(map(lambda z: [z, {other}], {name}))",
                f"list(filter(None, {name}))",
                f"dict(zip({name}, {other}))",
                f"dict.fromkeys({name}, {value})",
                f"list(itertools.chain({name}, {other}))",
                f"{name}.items()",
                f"isinstance({name}, (list, dict)) and {value}",
                f"1 < len({name}) < 3",
                f"f'{{{name}!r}}:{{{other}}}'",
                f"'%s-%s' % ({name}, {other})",
                f"'{{}}/{{}}'.format({name}, {other})",
                f"{name}.split('x')",
                f"{name}.join([{other}, {third}])",
                f"type({name}).__name__",
                f"count_",
                f"seen_",
                f"pair_[{pick('01')}]",
                f"({name} if {value} else {other})",
                f"-{name}",
                f"{name} | {other}",
                f"{name} is {other}",
                f"{name}.copy()",
                f"list({name}) + [{value}]",
                f"max({name}, default={value})",
                f"str({name})[1:]",
                f"0.5 * {name}",
                f"round({name} / 2)",
            ]
        )

    def other_statement(self, indent: int, depth: int, scope: list[str], *, in_function: bool) -> None:
        pick = self.random.choice
        form = pick(
            [
                self.tried, self.tried, self.tried, self.managed, self.endless, self.deleted, self.closure, self.closure, self.rebinder, self.rebinder, self.rebinder,
                self.matched, self.unpacked, self.unpacked, self.class_body, self.generated, self.half_way, self.half_way, self.left_early, self.gone_through,
                self.called_later, self.called_later, self.aliased, self.aliased, self.attribute,
            ]
        )
        form(indent, depth, scope, in_function)

    # ---- control flow --------------------------------------------------------------------------------------

    def tried(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        chance = self.random.random
        self.lines.append(f"{pad}try:")
        self.block(indent, depth, scope, in_function=in_function, most=3)
        if chance() < 0.4:
            self.lines.append(pad + "    " + self.random.choice(["raise ValueError", "int('x')", "None + 1", f"{self.random.choice(scope)}.missing", "[][0]", "raise KeyboardInterrupt" if depth > 1 else "{}[1]"]))
            if chance() < 0.3:
                self.block(indent, depth, scope, in_function=in_function)
        handlers = self.random.choice([["ValueError"], ["TypeError as z"], ["ValueError", "Exception as z"], ["(TypeError, ValueError)", "Exception"], ["Exception"], ["BaseException"], []])
        for each in handlers:
            self.lines.append(f"{pad}except {each}:")
            self.block(indent, depth, scope, in_function=in_function)
            if chance() < 0.1:
                self.lines.append(f"{pad}    raise")
        if handlers and chance() < 0.35:
            self.lines.append(f"{pad}else:")
            self.block(indent, depth, scope, in_function=in_function)
        if not handlers or chance() < 0.35:
            self.lines.append(f"{pad}finally:")
            self.block(indent, depth, scope, in_function=in_function)
            if in_function and chance() < 0.1:
                self.lines.append(f"{pad}    return {self.random.choice(scope)}")

    def managed(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        name, other = pick(scope), pick(scope)
        manager = pick(["contextlib.suppress(Exception)", "contextlib.suppress(ValueError, TypeError)", f"Held({name}) as {other}", f"session({name}) as {other}", f"session({name})", f"Held() as h_, session({other})"])
        self.lines.append(f"{pad}with {manager}:")
        self.block(indent, depth, scope, in_function=in_function, most=3)
        if self.random.random() < 0.3:
            self.lines.append(f"{pad}    {pick(['raise ValueError', 'int(None)', '[][1]'])}")

    def endless(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        count = f"j{len(self.lines)}_"
        self.lines += [f"{pad}{count} = 0", f"{pad}while {self.random.choice(['True', '1', f'{count} < 5'])}:", f"{pad}    {count} += 1"]
        self.block(indent, depth, scope, in_function=in_function)
        self.lines += [f"{pad}    if {count} > {self.random.randint(0, 2)} or {self.condition(scope)}:"]
        self.block(indent + 1, depth, scope, in_function=in_function, most=1)
        self.lines += [f"{pad}        break"]
        if self.random.random() < 0.3:
            self.lines.append(f"{pad}    if {self.condition(scope)}: continue")
        if self.random.random() < 0.4:
            self.block(indent, depth, scope, in_function=in_function, most=1)
        if self.random.random() < 0.3:
            self.lines.append(f"{pad}else:")
            self.block(indent, depth, scope, in_function=in_function)

    def left_early(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """`break`, `continue` or `return` through a `finally`."""
        pad = "    " * indent
        pick = self.random.choice
        name, other = pick(scope), pick(scope)
        self.lines += [f"{pad}for {name} in {pick(['[1, 2, 3]', 'range(3)', other, pick(scope)])}:", f"{pad}    try:"]
        self.block(indent + 1, depth, scope, in_function=in_function)
        self.lines += [f"{pad}        {pick(['break', 'continue', f'if {self.condition(scope)}: break', f'if {self.condition(scope)}: continue'])}"]
        self.lines += [f"{pad}    {pick(['finally', 'except Exception', 'except ValueError'])}:"]
        self.block(indent + 1, depth, scope, in_function=in_function)
        if self.random.random() < 0.4:
            self.lines.append(f"{pad}else:")
            self.block(indent, depth, scope, in_function=in_function)

    def matched(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        name, other, third = pick(scope), pick(scope), pick(scope)
        self.lines.append(f"{pad}match {pick([name, f'({name}, {other})', f'[{name}, 1]', f'{name}, {other}'])}:")
        patterns = [
            f"[{other}, *{third}]" if other != third else "[]", f"({other}, 1 | 2)", f'{{"k": {other}}}', f'{{"k": str(), **{other}}}', f"Held(v={other})", f"[str() as {other}, _]",
            f"str() | None", f"[[{other}], *_]", f"[_, int({other})]", "1 | 2 | True", f"(str() | int()) as {other}", f"list([{other}])", "dict()",
        ]
        for each in self.random.sample(patterns, self.random.randint(1, 3)):
            guard = f" if {self.condition(scope)}" if self.random.random() < 0.3 else ""
            self.lines.append(f"{pad}    case {each}{guard}:")
            self.block(indent + 1, depth, scope, in_function=in_function)
        if self.random.random() < 0.5:
            self.lines.append(f"{pad}    case {pick(['_', other])}:")
            self.block(indent + 1, depth, scope, in_function=in_function)

    def gone_through(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        name, other, third = pick(scope), pick(scope), pick(scope)
        head = pick(
            [
                f"i_, {name} in enumerate({other})", f"{name}, {third} in zip({other}, [1, 'z'])", f"{name}, {third} in {other}.items()", f"{name} in list({other})", f"{name}, *{third} in [({other}, 1), [2, 3]]",
                f"ob.w in [{name}, {other}]", f"{name} in sorted({other})", f"{name} in reversed([{other}, 1])", f"{name} in ({other}, {third})", f"{name} in {{'x': 1}}", f"{name} in 'ab'",
            ]
        )
        self.lines.append(f"{pad}for {head}:")
        self.block(indent, depth, scope, in_function=in_function)
        if self.random.random() < 0.3:
            self.lines.append(f"{pad}    if {self.condition(scope)}: {pick(['break', 'continue', 'pass'])}")

    # ---- bindings ------------------------------------------------------------------------------------------

    def deleted(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        name, other = self.random.choice(scope), self.random.choice(scope)
        self.lines.append(pad + self.random.choice([f"del {name}", f"del {name}, {other}", f"del {name}[0]", f"del {name}['k']", f"del {name}[:1]", "del ob.w"]))
        if self.random.random() < 0.6:
            self.lines.append(f"{pad}{name} = {self.expression(scope)}")

    def unpacked(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        name, other, third = pick(scope), pick(scope), pick(scope)
        value = self.expression(scope, 1)
        self.lines.append(
            pad
            + pick(
                [
                    f"{name}, *{other} = {third}", f"*{name}, {other} = {value}, 1", f"({name}, {other}), {third} = [{third}, 2], {value}", f"{name} = {other} = {value}", f"{name}, {other} = {other}, {name}",
                    f"{name}[0], {other} = {value}, {third}", f"{name}['k'] = {other} = {value}", f"{name}[0] += {value}", f"{name}['k'] += {value}", f"ob.w += {value}", f"{name} |= {value}", f"{name} *= {value}",
                    f"{name}[:1] = {value}", f"{name}: object = {value}", f"{name} = {other} or {value}", f"[{name}, {other}] = {third}", f"{name} = [{other}] * 2", f"{name} = {{'k': {other}, {value}: 1}}",
                ]
            )
        )

    def aliased(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """A container under two names or inside another, and a change through one of them."""
        pad = "    " * indent
        pick = self.random.choice
        name, other, third = pick(scope), pick(scope), pick(scope)
        made = pick(["[]", "[1]", "{}", "{'k': 1}", "['p', 'q']", f"[{third}]", f"{{'k': {third}}}"])
        self.lines.append(f"{pad}{name} = {made}")
        self.lines.append(pad + pick([f"{other} = {name}", f"{other} = [{name}]", f"{other} = {{'k': {name}}}", f"{other} = ({name}, 1)", f"{other} = Held({name})", f"ob.w = {name}", f"{other} = same({name})", f"seen_.append({name})", f"{other} = (lambda: {name})", f"{other} = {name} if {third} else None", f"{other} = {name}[:]", f"{other} = {third} and {name}"]))
        if self.random.random() < 0.3:
            self.statement(indent, depth + 1, scope, in_function=in_function)
        change = pick([f"{{}}.append({third})", "{}.extend('ab')", "{}['k'] = 2", "{}.clear()", "{}.pop()", "{} += [9]", "{}.update(z=1)", "{}[0] = 'n'", "{}.sort()", "{}.insert(0, 7)", "{}.setdefault('n', [])", "del {}[0]"])
        target = pick([name, other, f"{other}[0]", f"{other}['k']", f"{other}.v", "ob.w", f"{other}()", "seen_[-1]"])
        if target.endswith("()") and "+=" in change:
            target = name
        self.lines.append(pad + change.format(target))

    def attribute(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        name, other = pick(scope), pick(scope)
        self.lines.append(
            pad
            + pick(
                [
                    f"ob.w = {self.expression(scope, 1)}", f"ob.{name} = {other}", f"setattr(ob, 'w', {name})", f"{name} = ob.w", f"{name} = Held({other})", f"{name} = More({other})", f"{name}.v = {other}", f"{name}.call = {other}",
                    f"More.extra.append({name})", f"More.extra = {name}", f"{name} = More.extra", f"{name} = More(1).extra", f"O.w = {name}", f"ob.__dict__['w'] = {name}", f"vars(ob).update(w={name})", f"pb.q = {name}", f"{name} = pb.q",
                    "del ob.w", f"{name} = {other}.seen", f"{name} = {other}.w", f"P.k = {name}", f"ob = O({name})",
                ]
            )
        )

    # ---- functions -----------------------------------------------------------------------------------------

    def fresh(self, prefix: str) -> str:
        return f"{prefix}{len(self.lines)}_"

    def use(self, indent: int, scope: list[str], function: str) -> None:
        """The function may be called here: directly, by something that is handed it, later, or never."""
        pad = "    " * indent
        name = self.random.choice(scope)
        self.lines.append(
            pad
            + self.random.choice(
                [
                    f"{function}()", f"{name} = {function}()", f"register({function})", f"hooks.append({function})", f"list(map({function}, [1]))", f"sorted([1, 2], key={function})", f"part({function})()", f"{name} = {function}",
                    f"ob.{function} = {function}", f"ob.{function} = {function}; ob.{function}()", f"{{'k': {function}}}['k']()", f"[{function}][0]()", f"same({function})()", f"(lambda: {function}())()", f"wrapped({function})[0]()", "pass", "pass",
                    f"[{function}() for z in {name}]", f"Held().call = {function}", f"({name} or {function})()", f"{name} and {function}()", f"any({function}(z) for z in [0, 0])", f"functools.reduce({function}, [1, 2, 3])",
                    f"globals()['{function}']()", f"next(map({function}, [1]))", f"map({function}, [1])", f"filter({function}, {name})", f"list(filter({function}, [1, 2]))", f"max([1, 2], key={function})", f"functools.lru_cache({function})()",
                    f"getattr(Held(), 'seen', {function}())", f"deco({function})()",
                ]
            )
        )

    def rebinder(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """A function that rebinds a name of the module, at a time that only Python knows."""
        pad = "    " * indent
        pick = self.random.choice
        function, name, other = self.fresh("g"), pick("abcdefg"), pick("abcdefg")
        self.lines += [f"{pad}def {function}(*z):", f"{pad}    global {name}{f', {other}' if other != name and self.random.random() < 0.4 else ''}"]
        inner = ["z", *"abcdefg"]
        for _ in range(self.random.randint(1, 3)):
            kind = self.random.randrange(6)
            if kind < 3:
                self.lines.append(f"{pad}    {name} = {self.expression(inner, 1)}")
            elif kind == 3:
                self.lines.append(f"{pad}    del {name}")
            elif kind == 4:
                self.statement(indent + 1, depth + 1, inner, in_function=True)
            else:
                self.lines.append(f"{pad}    {pick(['int(None)', 'return 1', f'if {other}: return', f'{name} += [1]', f'{name}.append({other})', f'for {name} in [4, 5]: pass', f'import json as {name}', f'with session(1) as {name}: pass', f'class {name}: pass', f'def {name}(): return 1'])}")
        self.functions.append(function)
        self.use(indent, scope, function)

    def closure(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """A function whose names are rebound or changed by functions inside it."""
        pad = "    " * indent
        pick = self.random.choice
        outer, inner, other = self.fresh("c"), "inner", pick("abc")
        local = ["n", "m", "p", *"abc"]
        self.lines += [f"{pad}def {outer}(p={self.expression(scope, 2)}, *rest):", f"{pad}    n = {pick([*self.literals, 'p'])}", f"{pad}    m = [n]", f"{pad}    def {inner}(q=None):"]
        if self.random.random() < 0.6:
            self.lines.append(f"{pad}        nonlocal {pick(['n', 'm', 'n, m', 'p'])}")
        for _ in range(self.random.randint(1, 2)):
            self.statement(indent + 2, depth + 1, ["q", *local], in_function=True)
        self.lines.append(f"{pad}        return {pick(['n', 'm', 'q', '[n, m]'])}")
        for _ in range(self.random.randint(0, 2)):
            self.statement(indent + 1, depth + 1, local, in_function=True)
        self.use(indent + 1, [*local], inner)
        for _ in range(self.random.randint(0, 2)):
            self.statement(indent + 1, depth + 1, local, in_function=True)
        self.lines.append(f"{pad}    return {pick(['n', 'm', inner, 'p', f'{inner}()', '[n, m]', f'(n, {inner}, n)', '{inner}'.format(inner=inner)])}")
        self.functions.append(outer)
        self.lines.append(f"{pad}{pick(scope)} = {outer}({pick(scope)})")
        if self.random.random() < 0.4:
            self.lines.append(f"{pad}{pick(scope)} = {pick(scope)}()")

    def half_way(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """A function that changes something, may stop, and changes it again; what is left is seen behind a `try`."""
        pad = "    " * indent
        pick = self.random.choice
        function, name = self.fresh("h"), pick("abcdefg")
        is_global = self.random.random() < 0.5
        self.lines += [f"{pad}def {function}(p=None):"]
        if is_global:
            self.lines.append(f"{pad}    global {name}")
        for stop in (True, False):
            if is_global:
                self.lines.append(f"{pad}    {name} = {self.expression(['p', *'abc'], 1)}")
            else:
                self.lines.append(f"{pad}    {pick([f'{name}.append({pick(self.literals)})', f'ob.w = {pick(self.literals)}', f'seen_.clear()', f'p.append(1)', f'p.clear()', f'{name}.clear()', f'pb.q = p', f'p.v = {pick(self.literals)}', f'{name}.update(z=p)'])}")
            if stop:
                self.lines.append(f"{pad}    {pick(['int(p)', 'raise ValueError(p)', 'p[0]', f'if {self.condition([*scope[:1], *chr(97)])}: raise TypeError', 'len(p)', f'{pick(scope)}.nothing'])}")
        self.lines.append(f"{pad}    return {pick(['p', name, '1'])}")
        self.functions.append(function)
        self.lines += [f"{pad}try:"]
        if self.random.random() < 0.5:
            self.lines.append(f"{pad}    {pick(scope)} = {self.expression(scope, 1)}")
        self.lines.append(f"{pad}    {pick([f'{function}({pick(scope)})', f'{pick(scope)} = {function}({pick(scope)})', f'{pick(scope)} = [{function}(z) for z in {pick(scope)}]'])}")
        if self.random.random() < 0.6:
            self.lines.append(f"{pad}    {pick(scope)} = {self.expression(scope, 1)}")
        self.lines.append(f"{pad}except {pick(['Exception', 'ValueError', '(TypeError, ValueError, AttributeError)', 'BaseException'])}:")
        self.lines.append(f"{pad}    {pick(['pass', f'{pick(scope)} = {pick(scope)}', f'{pick(scope)} = {pick(self.literals)}'])}")
        if self.random.random() < 0.3:
            self.lines += [f"{pad}finally:", f"{pad}    {pick(scope)} = {pick(scope)}"]

    def called_later(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        name = self.random.choice(scope)
        function = self.random.choice(self.functions) if self.functions else "same"
        self.lines.append(
            pad
            + self.random.choice(
                ["run_hooks()", "run_hooks(1)", f"for each_ in hooks: {name} = each_()", f"{name} = hooks[-1]()", f"{function}()", f"{name} = {function}({name})", f"{function}({name}, {name})", f"run_hooks({name})", f"hooks.append({function})", f"{name}()", f"{name} = ob.{function}()"]
            )
        )

    def generated(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        """A generator: it runs when it is gone through, and only so far."""
        pad = "    " * indent
        pick = self.random.choice
        function, name, other = self.fresh("y"), pick(scope), pick("abcdefg")
        self.lines += [f"{pad}def {function}(p={pick(self.literals)}):"]
        if self.random.random() < 0.5:
            self.lines.append(f"{pad}    global {other}")
        else:
            other = "r"
        local = ["p", "r", other]
        self.lines += [f"{pad}    r = p", f"{pad}    yield {pick(local)}", f"{pad}    {other} = {pick([*self.literals, 'p'])}"]
        self.statement(indent + 1, depth + 1, local, in_function=True)
        self.lines += [f"{pad}    {pick(['yield r', 'yield [p, r]', 'yield from [r, p]', 'r = yield p', 'return', f'yield {other}'])}", f"{pad}    {other} = {pick(self.literals)}"]
        made = f"{function}({pick(scope)})"
        self.lines.append(pad + pick([f"{name} = list({made})", f"{name} = next({made})", f"{name} = {made}", f"for {name} in {made}: pass", f"for {name} in {made}: break", f"{name} = [z for z in {made}]", f"{name}, *{pick(scope)} = {made}", f"{name} = sum(1 for z in {made})", f"{name} = dict.fromkeys({made})"]))

    def class_body(self, indent: int, depth: int, scope: list[str], in_function: bool) -> None:
        pad = "    " * indent
        pick = self.random.choice
        made, name, other = self.fresh("K"), pick(scope), pick("abcdefg")
        self.lines += [f"{pad}class {made}{pick(['', '(Held)', '(More)', '(O)' if not in_function else ''])}:", f"{pad}    {name} = {self.expression(scope, 1)}", f"{pad}    kept = [{name}]"]
        if self.random.random() < 0.5:
            self.statement(indent + 1, 3, [name, "kept", *scope[:2]], in_function=False)
        self.lines += [f"{pad}    listed = [{name} for z in kept]", f"{pad}    def __init__(self, *z):"]
        self.lines += [f"{pad}        self.v = {pick([name, other, 'z', 'self.kept', '1'])}", f"{pad}        {pick(['self.kept.append(z)', 'self.w = z', f'self.{name} = 1', 'self.kept = z', 'pass'])}"]
        self.lines += [f"{pad}    def change(self, z=None):", f"{pad}        {pick(['self.v = z', 'self.kept = [z]', 'self.kept.append(z)', f'{made}.kept = z', f'{made}.{name} = z', 'self.v = self.kept', 'return self'])}", f"{pad}        return self.{pick(['v', 'kept', name])}"]
        self.lines.append(pad + pick([f"{name} = {made}({pick(scope)})", f"{name} = {made}().{pick(['v', 'kept', 'listed', name])}", f"{name} = {made}.{pick(['kept', 'listed', name])}", f"{name} = {made}(); {name}.change({pick(scope)})", f"{name} = {made}().change({pick(scope)})"]))
        if self.random.random() < 0.5:
            self.lines.append(pad + pick([f"{name} = {name}.{pick(['v', 'kept', 'change'])}", f"{name}.change(1)", f"{name}.v = {pick(scope)}", f"{name} = {name}.change('c')", f"{made}.kept = {pick(scope)}", f"{name} = {made}.kept"]))
