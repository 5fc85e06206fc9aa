"""Runs a program and says what each of its expressions was, whenever it was evaluated, and what its names are at the end.

    recorded("x = [1]\nx.append(2)\n", ["x"])
    -> {"0:1"...}  by offsets "start:end" of the expression, a list of the different values that it had, each as [kind, content]

Every expression that is read is handed through a call that notes its value: `f(x)` runs as `note(3, note(1, f)(note(2, x)))`. A container is
written down as it is at that moment.
"""

import ast
import json
import types

OWN_MODULES = {"program"}  # whose classes are looked into
DIFFERENT_VALUES = 12  # of one expression; a claim holds for all of them or is wrong for one of the first


def plain(value: object, depth: int = 0) -> list:
    """The value as [kind, content]; `deep` for what is nested too deep or too large to compare."""
    if depth > 4 or (isinstance(value, (str, list)) and len(value) > 2000):
        return ["deep"]
    kind = type(value)
    if kind in (str, bool, int) or value is None:
        return [kind.__name__, value if kind is not int or abs(value) < 2**53 else None]
    if kind is float:
        return ["float", repr(value)]
    if kind in (list, tuple):
        return [kind.__name__, [plain(each, depth + 1) for each in value]]
    if kind in (range, type({}.items()), type({}.keys()), type({}.values())):
        return ["view", [plain(each, depth + 1) for each in value]]
    if kind is set:
        return ["set", [plain(each, depth + 1) for each in value]]
    if kind is dict:
        return ["dict", [[plain(key, depth + 1), plain(each, depth + 1)] for key, each in value.items()]]
    if kind in (types.FunctionType, type) and not value.__module__ == "builtins":
        return ["class" if kind is type else "function", value.__name__]
    if kind.__module__ in OWN_MODULES:
        classes = [each.__name__ for each in kind.__mro__]
        return ["object", [classes, {name: plain(each, depth + 1) for name, each in vars(value).items()}]]
    return ["other", f"{kind.__module__}.{kind.__qualname__}"]


class Handed(ast.NodeTransformer):
    """Puts every expression that is read into a call that notes it."""

    def __init__(self, source: str) -> None:
        self.offsets = [0]
        for line in source.split("\n"):
            self.offsets.append(self.offsets[-1] + len(line) + 1)
        self.spans: list[str] = []

    def span(self, node: ast.expr) -> str:
        return f"{self.offsets[node.lineno - 1] + node.col_offset}:{self.offsets[node.end_lineno - 1] + node.end_col_offset}"

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, (ast.pattern, ast.JoinedStr, ast.Slice)):
            if isinstance(node, ast.JoinedStr):
                for each in node.values:
                    if isinstance(each, ast.FormattedValue):
                        each.value = self.visit(each.value)
                return self.noted(node)
            return self.generic_visit(node) if isinstance(node, ast.Slice) else node
        self.generic_visit(node)
        if not isinstance(node, ast.expr) or isinstance(node, ast.Starred) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            return node
        return self.noted(node)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.AST:
        node.value = self.visit(node.value)
        return self.noted(node)

    def noted(self, node: ast.expr) -> ast.expr:
        self.spans.append(self.span(node))
        call = ast.Call(ast.Name("note_", ast.Load()), [ast.Constant(len(self.spans) - 1), node], [])
        return ast.copy_location(call, node)


class Recording:
    """A program, what is noted of it while it runs, and its names."""

    def __init__(self, source: str) -> None:
        tree = ast.parse(source)
        handed = Handed(source)
        tree = ast.fix_missing_locations(handed.visit(tree))
        self.code = compile(tree, "program", "exec")
        self.spans = handed.spans
        self.seen: list[dict[str, list]] = [{} for _ in self.spans]
        self.names: dict = {"__name__": "program", "note_": self.note}

    def note(self, index: int, value: object) -> object:
        seen = self.seen[index]
        if len(seen) < DIFFERENT_VALUES:
            try:
                now = plain(value)
                seen[json.dumps(now)] = now
            except RuntimeError:  # changed while it was looked at
                pass
        return value

    def run(self) -> None:
        exec(self.code, self.names)  # noqa: S102

    @property
    def expressions(self) -> dict[str, list]:
        return {span: list(seen.values()) for span, seen in zip(self.spans, self.seen) if seen}
