"""Reads packages from their files, without importing them.

A name of a package may come from anywhere in it: `sklearn/ensemble/__init__.py` takes `RandomForestClassifier` from `_forest`.
`Package` follows imports to where a thing is defined, and chooses the name that users know each thing by:

    package = Package("sklearn", folder)
    package.definition("sklearn.ensemble", "RandomForestClassifier")   -> ("sklearn.ensemble._forest", "RandomForestClassifier")
    package.public_names()[("sklearn.ensemble._forest", "RandomForestClassifier")]   -> "sklearn.ensemble.RandomForestClassifier"

Stub files (`.pyi`) count before sources, and a stub package beside the package (`scipy-stubs`) before both.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

Definition = tuple[str, str]


@dataclass
class Module:
    name: str
    is_package: bool
    functions: dict[str, list[ast.FunctionDef]] = field(default_factory=dict)
    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    # Local name -> (module, name in it or None for the module itself).
    imports: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    variables: dict[str, ast.expr | None] = field(default_factory=dict)
    annotated: dict[str, ast.expr] = field(default_factory=dict)
    exports: list[str] | None = None

    @property
    def package(self) -> str:
        return self.name if self.is_package else self.name.rpartition(".")[0]


def statements(body: list[ast.stmt]):
    """Statements of a module or class, with those under `if` and `try`."""
    for each in body:
        if isinstance(each, ast.If):
            test = ast.unparse(each.test)
            # Of `if sys.version_info >= (3, 12)` the newer branch, of `if TYPE_CHECKING` what checkers see.
            yield from statements(each.body)
            if "version_info" not in test and "TYPE_CHECKING" not in test:
                yield from statements(each.orelse)
        elif isinstance(each, ast.Try):
            yield from statements(each.body)
            for handler in each.handlers:
                yield from statements(handler.body)
        else:
            yield each


def read_module(name: str, path: Path) -> Module:
    module = Module(name, path.stem == "__init__")
    try:
        tree = ast.parse(path.read_text(encoding="utf-8", errors="replace"))
    except (SyntaxError, ValueError):
        return module
    for node in statements(tree.body):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            module.functions.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.ClassDef):
            module.classes.setdefault(node.name, node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    module.imports[alias.asname] = (alias.name, None)
                else:
                    root = alias.name.partition(".")[0]
                    module.imports[root] = (root, None)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                parts = module.package.split(".")
                base = ".".join(parts[: len(parts) - node.level + 1])
                source = f"{base}.{source}" if source else base
            for alias in node.names:
                if alias.name == "*":
                    module.stars.append(source)
                else:
                    module.imports.setdefault(alias.asname or alias.name, (source, alias.name))
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            target = node.targets[0].id
            if target == "__all__":
                module.exports = texts(node.value)
            else:
                module.variables[target] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            if node.target.id == "__all__" and node.value is not None:
                module.exports = texts(node.value)
            else:
                module.variables.setdefault(node.target.id, node.value)
                module.annotated[node.target.id] = node.annotation
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == "__all__" and module.exports is not None:
            module.exports += texts(node.value) or []
    return module


def texts(node: ast.expr) -> list[str] | None:
    if isinstance(node, ast.BinOp):
        return (texts(node.left) or []) + (texts(node.right) or []) or None
    if isinstance(node, (ast.List, ast.Tuple)):
        return [each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return None


class Package:
    def __init__(self, root: str, folders: list[Path], private: frozenset[str] = frozenset(), gateways: frozenset[str] = frozenset()) -> None:
        """
        `folders`: where the package's files lie, stub packages first. `private`: modules (whole names) that users do not import
        from. `gateways`: modules through which users reach what these import, though no `__all__` says so.
        """
        self.gateways = gateways
        self.root = root
        self.folders = [each for each in folders if each.exists()]
        self.private = private
        self.modules: dict[str, Module | None] = {}

    def owns(self, module_name: str) -> bool:
        return module_name.partition(".")[0] == self.root

    def module(self, name: str) -> Module | None:
        if name not in self.modules:
            self.modules[name] = None
            path = self.path_of(name)
            if path:
                self.modules[name] = read_module(name, path)
        return self.modules[name]

    def path_of(self, name: str) -> Path | None:
        parts = name.split(".")[1:]
        if not name.split(".")[0] == self.root:
            return None
        for folder in self.folders:
            if folder.is_file():
                if not parts:
                    return folder
                continue
            base = folder.joinpath(*parts)
            candidates = [base / "__init__.pyi", base / "__init__.py"] if not parts else [
                base.with_name(base.name + ".pyi"), base / "__init__.pyi", base / "__init__.py", base.with_name(base.name + ".py"),
            ]
            for path in candidates:
                if path.is_file():
                    return path
        return None

    def definition(self, module_name: str, name: str, depth: int = 0) -> Definition | None:
        """Where a name of a module is defined; a module is defined as (its name, "")."""
        module = self.module(module_name)
        if module is None or depth > 20:
            return None
        if name in module.classes or name in module.functions:
            return (module_name, name)
        if name in module.imports:
            source, original = module.imports[name]
            if original is None:
                return (source, "")
            if not self.owns(source):
                return (source, original)
            if source == module_name and original == name:
                return (f"{source}.{original}", "")
            found = self.definition(source, original, depth + 1)
            if found:
                return found
            return (f"{source}.{original}", "") if self.path_of(f"{source}.{original}") else None
        if name in module.variables:
            value = module.variables[name]
            if isinstance(value, ast.Name) and value.id != name:
                return self.definition(module_name, value.id, depth + 1) or (module_name, name)
            if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name):
                owner = self.definition(module_name, value.value.id, depth + 1)
                if owner and owner[1] == "" and self.owns(owner[0]):
                    return self.definition(owner[0], value.attr, depth + 1) or (module_name, name)
            return (module_name, name)
        for source in module.stars:
            if self.owns(source) and name in self.exported(source, depth + 1):
                found = self.definition(source, name, depth + 1)
                if found:
                    return found
        if self.path_of(f"{module_name}.{name}"):
            return (f"{module_name}.{name}", "")
        return None

    def exported(self, module_name: str, depth: int = 0) -> list[str]:
        """Names that `import *` takes."""
        module = self.module(module_name)
        if module is None or depth > 20:
            return []
        if module.exports is not None:
            return module.exports
        own = [*module.functions, *module.classes, *module.variables, *module.imports]
        for source in module.stars:
            if self.owns(source):
                own += self.exported(source, depth + 1)
        return [each for each in own if not each.startswith("_")]

    def public_modules(self) -> list[str]:
        found: set[str] = {self.root}
        for folder in self.folders:
            if folder.is_file():
                continue
            for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.pyi")]):
                parts = list(path.relative_to(folder).with_suffix("").parts)
                if parts[-1] == "__init__":
                    parts.pop()
                name = ".".join([self.root, *parts])
                if self.is_public(name):
                    found.add(name)
        return sorted(found, key=lambda each: (each.count("."), each))

    def is_public(self, module_name: str) -> bool:
        if any(each.startswith("_") or each in ("tests", "test", "testing", "conftest", "setup", "benchmarks") for each in module_name.split(".")[1:]):
            return False
        return not any(module_name == each or module_name.startswith(f"{each}.") for each in self.private)

    @cached_property
    def ways(self) -> dict[Definition, list[str]]:
        """All public ways to each thing."""
        found: dict[Definition, list[str]] = {}
        for module_name in self.public_modules():
            module = self.module(module_name)
            if module is None:
                continue
            for name in dict.fromkeys(self.exported(module_name)):
                if name.startswith("_"):
                    continue
                where = self.definition(module_name, name)
                # What a module merely uses is not offered by it.
                is_offered = module.exports is not None or module.is_package or module_name in self.gateways
                if where and where[1] and self.owns(where[0]) and (is_offered or where[0] == module_name):
                    found.setdefault(where, []).append(f"{module_name}.{name}")
        return found

    def public_name(self, where: Definition) -> str | None:
        ways = self.ways.get(where)
        if not ways:
            return None
        module_parts = where[0].split(".")

        def rank(way: str) -> tuple[int, int, int, int, str]:
            parts = way.split(".")
            shared = 0
            while shared < min(len(parts) - 1, len(module_parts)) and parts[shared] == module_parts[shared]:
                shared += 1
            renamed = parts[-1] != where[1]
            # A way through modules that lead to the definition is the one in the manual; the shortest of them.
            detour = len(parts) - 1 - shared
            is_gateway = way.rpartition(".")[0] in self.gateways
            return (int(is_gateway), int(renamed), detour, len(parts), way)

        return min(ways, key=rank)


class StandardLibrary(Package):
    """Typeshed's stubs: many top-level modules, which take from private ones beside them (`io` from `_io`)."""

    def __init__(self, folder: Path, modules: list[str]) -> None:
        super().__init__("", [folder])
        self.chosen = modules

    def owns(self, module_name: str) -> bool:
        return self.path_of(module_name) is not None

    def path_of(self, name: str) -> Path | None:
        base = self.folders[0].joinpath(*name.split("."))
        for path in (base.with_name(base.name + ".pyi"), base / "__init__.pyi"):
            if path.is_file():
                return path
        return None

    def public_modules(self) -> list[str]:
        return self.chosen
