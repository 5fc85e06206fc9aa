"""From Python's annotations and numpydoc's sections to types of the stub language (server/analysis/knowledge/returns.ts).

    np.ndarray | None                     numpy.ndarray | None
    "Returns\n-------\nfig : Figure"      matplotlib.figure.Figure
    return self                           self

None stands for "nothing is known".
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from packages import Module, Package, statements

Resolve = Callable[[str, str], "str | None"]

BUILTINS = {"int", "float", "str", "bytes", "bool", "complex", "list", "dict", "set", "frozenset", "tuple", "bytearray", "memoryview", "range", "slice"}
ITERATORS = {"Iterator", "Iterable", "Generator", "AsyncIterator", "AsyncGenerator", "AbstractContextManager", "ContextManager", "_GeneratorContextManager", "Reversible"}
DICTS = {"Dict", "Mapping", "MutableMapping", "TypedDict"}
LISTS = {"List", "MutableSequence"}
SETS = {"Set", "AbstractSet", "FrozenSet", "MutableSet"}
UNKNOWN = {"Any", "object", "Incomplete", "Callable", "Type", "Hashable", "Sequence", "Collection", "Awaitable", "Coroutine", "NoReturn", "Never", "Unused", "MaybeNone"}
# Longer types tell more than anybody asks.
LONGEST = 140
TYPING = {"typing", "typing_extensions", "collections.abc", "contextlib", "_typeshed", "types"}
RENAMED = {
    "numpy.floating": "numpy.float64", "numpy.float32": "numpy.float64", "numpy.double": "numpy.float64", "numpy.integer": "numpy.int64", "numpy.intp": "numpy.int64",
    "numpy.bool": "builtins.bool", "numpy.bool_": "builtins.bool", "numpy.typing.NDArray": "numpy.ndarray", "numpy._typing.NDArray": "numpy.ndarray",
    "optype.numpy.Array": "numpy.ndarray", "optype.numpy.Array1D": "numpy.ndarray", "optype.numpy.Array2D": "numpy.ndarray", "optype.numpy.Array3D": "numpy.ndarray",
    "optype.numpy.ArrayND": "numpy.ndarray", "numpy.generic": None, "numpy.number": None, "numpy.inexact": None,
    "pandas.core.frame.DataFrame": "pandas.DataFrame", "pandas.core.series.Series": "pandas.Series", "pandas._typing.DataFrame": "pandas.DataFrame",
    "_io.TextIOWrapper": "io.TextIOWrapper", "_io.BytesIO": "io.BytesIO", "_io.StringIO": "io.StringIO", "types.FunctionType": None,
}


class Types:
    """Types as written in one package."""

    def __init__(self, package: Package, named: Callable[[str, str], str | None], ignored: frozenset[str] = frozenset()) -> None:
        """`named`: public name of a definition, in this or another package. `ignored`: names of types that stand for anything."""
        self.package = package
        self.named = named
        self.ignored = ignored

    def of(self, node: ast.expr | None, module: Module, class_name: str | None, own: frozenset[str] = frozenset(), depth: int = 0) -> str | None:
        """`own`: type variables that stand for the receiver."""
        if node is None or depth > 12:
            return None
        if depth == 0:
            found = self.of(node, module, class_name, own, 1)
            return found if found is None or len(found) <= LONGEST else None
        again = lambda each: self.of(each, module, class_name, own, depth + 1)  # noqa: E731
        if isinstance(node, ast.Constant):
            if node.value is None:
                return "None"
            if isinstance(node.value, str):
                try:
                    return again(ast.parse(node.value.strip(), mode="eval").body)
                except SyntaxError:
                    return None
            return None
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return union([again(node.left), again(node.right)])
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self.name(node, module, class_name, own, depth)
        if isinstance(node, ast.Subscript):
            head = self.qualified(node.value, module) or ""
            last = head.rpartition(".")[2]
            items = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
            if head.rpartition(".")[0] in (*TYPING, "builtins", "contextlib"):
                if last == "Optional":
                    return union([again(items[0]), "None"])
                if last == "Union":
                    return union([again(each) for each in items])
                if last == "Literal":
                    kinds = {type(each.value).__name__ for each in items if isinstance(each, ast.Constant)}
                    return f"builtins.{kinds.pop()}" if len(kinds) == 1 and "NoneType" not in kinds else None
                if last in ("Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly"):
                    return again(items[0])
                if last in ("TypeGuard", "TypeIs"):
                    return "builtins.bool"
                if last in ("tuple", "Tuple"):
                    if len(items) == 2 and isinstance(items[1], ast.Constant) and items[1].value is ...:
                        return f"tuple[{again(items[0]) or 'unknown'}, ...]"
                    parts = [again(each) or "unknown" for each in items]
                    return f"tuple[{', '.join(parts)}]" if 0 < len(parts) <= 8 else "builtins.tuple"
                if last in ("list", *LISTS):
                    element = again(items[0])
                    return f"list[{element}]" if element and element != "None" else "builtins.list"
                if last in ("set", "frozenset", *SETS):
                    element = again(items[0])
                    return f"set[{element}]" if element else "builtins.set"
                if last in ("dict", *DICTS):
                    return "builtins.dict"
                if last in ITERATORS:
                    element = again(items[0])
                    return f"iterator[{element}]" if element and element != "None" else None
                return None
            alias = self.alias(node.value, module)
            if alias is not None:
                return self.of(alias[0], alias[1], class_name, own, depth + 1)
            return again(node.value)
        return None

    def name(self, node: ast.expr, module: Module, class_name: str | None, own: frozenset[str], depth: int) -> str | None:
        text = ast.unparse(node)
        if text in own:
            return "self"
        head = self.qualified(node, module)
        if head is None or head in self.ignored:
            return None
        owner, _, last = head.rpartition(".")
        if last == "Self":
            return "self"
        if owner == "builtins":
            return f"builtins.{last}" if last in BUILTINS else (f"builtins.{last}" if last.endswith(("Error", "Exception")) else None)
        if owner in TYPING:
            if last in DICTS:
                return "builtins.dict"
            if last in LISTS:
                return "builtins.list"
            if last in SETS:
                return "builtins.set"
            if last in ("Tuple",):
                return "builtins.tuple"
            if last in ("Text", "LiteralString", "AnyStr"):
                return "builtins.str"
            if owner != "types" or last in UNKNOWN:
                return None
        alias = self.alias(node, module)
        if alias is not None:
            return self.of(alias[0], alias[1], class_name, own, depth + 1)
        if head in RENAMED:
            return RENAMED[head]
        public = self.named(owner, last)
        if public is None:
            return None
        return RENAMED.get(public, public)

    def qualified(self, node: ast.expr, module: Module) -> str | None:
        """Where a written name is defined."""
        if isinstance(node, ast.Name):
            where = self.package.definition(module.name, node.id)
            if where:
                return f"{where[0]}.{where[1]}" if where[1] else where[0]
            if node.id in BUILTINS or node.id in ("object", "type", "property"):
                return f"builtins.{node.id}"
            return None
        if isinstance(node, ast.Attribute):
            base = self.qualified(node.value, module)
            if base is None:
                return None
            where = self.package.definition(base, node.attr) if self.package.owns(base) else None
            if where:
                return f"{where[0]}.{where[1]}" if where[1] else where[0]
            return f"{base}.{node.attr}"
        return None

    def alias(self, node: ast.expr, module: Module) -> tuple[ast.expr, Module] | None:
        """`Scalar: TypeAlias = float | str`: what a name of a type stands for. A type variable stands for anything."""
        head = self.qualified(node, module)
        if head is None or not self.package.owns(head.rpartition(".")[0]):
            return None
        owner, _, last = head.rpartition(".")
        home = self.package.module(owner)
        if home is None or last not in home.variables or last in home.classes:
            return None
        value = home.variables[last]
        if value is None:
            return None
        if isinstance(value, ast.Call):
            return (ast.Constant(value=...), home)
        return (value, home)


def union(parts: list[str | None]) -> str | None:
    found: list[str] = []
    for part in parts:
        if part is None:
            return None
        found += alternatives(part)
    unique = list(dict.fromkeys(found))
    if {"builtins.int", "builtins.float"} <= set(unique):
        unique.remove("builtins.int")
    if {"builtins.float", "numpy.float64"} <= set(unique):
        unique.remove("builtins.float")
    return " | ".join(unique) if len(unique) <= 3 else None


def alternatives(text: str) -> list[str]:
    """`a | list[b | c]`: a and list[b | c]."""
    parts: list[str] = []
    depth = 0
    start = 0
    for at, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if character == "|" and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def overloads(package_types: Types, nodes: list[ast.FunctionDef], module: Module, class_name: str | None) -> tuple[str | None, list[str]]:
    """The usual type and the cases for constants: `inplace: Literal[True]` -> None."""
    results: list[tuple[str | None, list[str]]] = []
    for node in nodes:
        own: set[str] = set()
        arguments = [*node.args.posonlyargs, *node.args.args]
        if class_name and arguments and arguments[0].arg in ("self", "cls") and arguments[0].annotation is not None:
            annotation = arguments[0].annotation
            if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) in ("type", "Type"):
                annotation = annotation.slice
            own.add(ast.unparse(annotation))
        constants = []
        required = len(arguments) - len(node.args.defaults)
        pairs = [(each, index >= required) for index, each in enumerate(arguments)]
        pairs += [(each, default is not None) for each, default in zip(node.args.kwonlyargs, node.args.kw_defaults)]
        for argument, has_default in pairs:
            if isinstance(argument.annotation, ast.Subscript) and ast.unparse(argument.annotation.value) in ("Literal", "L", "typing.Literal") and not has_default:
                value = argument.annotation.slice
                if isinstance(value, ast.Constant) and isinstance(value.value, bool):
                    constants.append(f"{argument.arg}={value.value}")
        results.append((package_types.of(node.returns, module, class_name, frozenset(own)), constants))
    if len(results) == 1:
        return results[0][0], []
    usual = [type_ for type_, constants in results if not constants]
    if not usual:
        return union([type_ for type_, _ in results]), []
    default = union(usual)
    cases = list(dict.fromkeys(f"{'&'.join(constants)} {type_ or 'unknown'}" for type_, constants in results if constants and type_ != default))
    return (default or ("unknown" if cases else None)), cases


# ---- numpydoc ----------------------------------------------------------------------------------------------

def section(doc: str, *titles: str) -> list[tuple[str, str]]:
    """Entries of a numpydoc section: (name, type)."""
    lines = doc.expandtabs().splitlines()
    for index, line in enumerate(lines[:-1]):
        if line.strip() in titles and re.fullmatch(r"-{3,}", lines[index + 1].strip()):
            indent = len(line) - len(line.lstrip())
            entries: list[tuple[str, str]] = []
            for at in range(index + 2, len(lines)):
                each = lines[at]
                if not each.strip():
                    continue
                depth = len(each) - len(each.lstrip())
                if depth < indent or (at + 1 < len(lines) and re.fullmatch(r"-{3,}", lines[at + 1].strip())):
                    break
                if depth == indent:
                    name, colon, kind = each.strip().partition(" : ")
                    entries.append((name, kind) if colon else ("", name))
            return entries
    return []


WORDS = [
    (r"(self|the instance itself|estimator instance|same type as caller)\b", "self"),
    (r"(pandas\.)?DataFrame$", "pandas.DataFrame"),
    (r"(pandas\.)?Series$", "pandas.Series"),
    (r"\{?(np\.|numpy\.)?(nd)?array[- ]?like\b.*sparse", None),
    (r"\{.*(sparse|dataframe|list)", None),
    (r".*\b(or|ndarray or)\b.*", None),
    (r"(np\.|numpy\.)?ndarray\b", "numpy.ndarray"),
    (r"(\d-?d |float |int |bool |integer |boolean )?array(-like)?\b(?!.*\bor\b)", "numpy.ndarray"),
    (r"(sparse matrix|csr_matrix|CSR matrix)", "scipy.sparse.csr_matrix"),
    (r"(float|double|scalar)\b", "builtins.float"),
    (r"(int|integer)\b", "builtins.int"),
    (r"(bool|boolean)\b", "builtins.bool"),
    (r"(str|string)\b", "builtins.str"),
    (r"(dict|dictionary)\b", "builtins.dict"),
    (r"list of (str|strings|string)\b", "list[builtins.str]"),
    (r"list of (\w*array|ndarrays)\b", "list[numpy.ndarray]"),
    (r"list\b", "builtins.list"),
    (r"tuple\b", "builtins.tuple"),
]


def documented(entries: list[tuple[str, str]], class_named: Callable[[str], str | None]) -> str | None:
    """The type that a `Returns` section tells."""
    types = [documented_type(name, kind, class_named) for name, kind in entries]
    if not types:
        return None
    if len(types) == 1:
        return types[0]
    if all(each is None for each in types) or len(types) > 6:
        return None
    return f"tuple[{', '.join(each or 'unknown' for each in types)}]"


def documented_type(name: str, kind: str, class_named: Callable[[str], str | None]) -> str | None:
    text = kind.strip().rstrip(".").strip()
    if name in ("self",) or text in ("self", "self : object"):
        return "self"
    text = re.sub(r",? (optional|default.*)$", "", text)
    text = re.sub(r"^an? ", "", text)
    reference = re.fullmatch(r"(?::(?:class|obj|py:class):)?`~?!?\.?([\w.]+)`(?: (?:instance|object))?", text) or re.fullmatch(r"([A-Z]\w+|[a-z_]+(?:\.\w+)+)(?: (?:instance|object))?", text)
    if reference:
        found = class_named(reference[1])
        if found:
            return found
    for pattern, type_ in WORDS:
        if re.match(pattern, text):
            return type_
    return None


# ---- bodies ------------------------------------------------------------------------------------------------

def returned(node: ast.FunctionDef, types: Types, module: Module, class_name: str | None) -> str | None:
    """What the body shows: `return self`, `return Table(...)`. A generator and what falls off its end tell nothing."""
    found: list[str | None] = []
    stack: list[ast.AST] = list(node.body)
    while stack:
        each = stack.pop()
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        if isinstance(each, (ast.Yield, ast.YieldFrom)):
            return None
        if isinstance(each, ast.Return):
            found.append(expression(each.value, types, module, class_name))
        stack += ast.iter_child_nodes(each)
    return union(found) if found else None


def expression(node: ast.expr | None, types: Types, module: Module, class_name: str | None) -> str | None:
    if node is None:
        return "None"
    if isinstance(node, ast.Name) and node.id == "self" and class_name:
        return "self"
    if isinstance(node, ast.Constant):
        return "None" if node.value is None else f"builtins.{type(node.value).__name__}" if type(node.value).__name__ in BUILTINS else None
    if isinstance(node, ast.JoinedStr):
        return "builtins.str"
    if isinstance(node, (ast.List, ast.ListComp)):
        return "builtins.list"
    if isinstance(node, (ast.Dict, ast.DictComp)):
        return "builtins.dict"
    if isinstance(node, ast.Tuple):
        parts = [expression(each, types, module, class_name) for each in node.elts]
        return f"tuple[{', '.join(each or 'unknown' for each in parts)}]" if any(parts) and len(parts) <= 6 else None
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
            return None
        if isinstance(node.func, ast.Attribute) and ast.unparse(node.func) == "self.__class__":
            return "self"
        head = types.qualified(node.func, module)
        if head and types.package.owns(head.rpartition(".")[0]):
            owner, _, last = head.rpartition(".")
            home = types.package.module(owner)
            if home and last in home.classes:
                return types.named(owner, last)
        if head in ("pandas.DataFrame", "pandas.Series", "builtins.list", "builtins.dict", "builtins.set", "builtins.str", "builtins.int", "builtins.float"):
            return head
        if head in ("pandas.concat", "pandas.read_csv", "pandas.merge"):
            return "pandas.DataFrame"
        if head in ("numpy.array", "numpy.asarray", "numpy.zeros", "numpy.ones", "numpy.concatenate", "numpy.vstack", "numpy.hstack", "numpy.stack", "numpy.empty"):
            return "numpy.ndarray"
    return None


def members(node: ast.ClassDef) -> tuple[dict[str, list[ast.FunctionDef]], dict[str, ast.expr]]:
    """Methods (with their overloads) and annotated attributes of a class body."""
    methods: dict[str, list[ast.FunctionDef]] = {}
    attributes: dict[str, ast.expr] = {}
    for each in statements(node.body):
        if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
            methods.setdefault(each.name, []).append(each)
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            attributes[each.target.id] = each.annotation
    return methods, attributes
