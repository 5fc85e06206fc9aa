"""Reads signatures off the installed libraries and writes them as stubs (see server/analysis/knowledge/stubs.ts).

    .cache/python/bin/python scripts/knowledge/signatures.py

Three kinds of facts:

1. For every callable that a curated stub names and does not list whole (`...`): the parameters it really has.
2. For the classes in COMPLETE: every public member, so that `df.price` is known not to be a method.
3. For scikit-learn: every public class with the kinds it belongs to, and where a random_state defaults to None.

The version of each library is written into its file. A library that is not installed keeps its curated stubs alone.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import inspect
import pkgutil
import re
import sys
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "server" / "analysis" / "knowledge"

DISTRIBUTIONS = {
    "pandas": "pandas",
    "numpy": "numpy",
    "scipy": "scipy",
    "sklearn": "scikit-learn",
    "joblib": "joblib",
    "matplotlib": "matplotlib",
    "pyarrow": "pyarrow",
    "sqlalchemy": "sqlalchemy",
    "duckdb": "duckdb",
    "requests": "requests",
    "dask": "dask",
}

COMPLETE = {"pandas": ["DataFrame", "Series", "Index"]}

# Parameters beyond this many are seldom passed; names that decide what a rule says are all among the first.
MOST_PARAMETERS = 60


def parameters(callable_: object, *, drop_self: bool) -> str | None:
    """The parameter list in the stub language, or None where the library does not tell."""
    try:
        signature = inspect.signature(callable_)
    except (TypeError, ValueError):
        return None
    parts: list[str] = []
    keyword_only = False
    items = list(signature.parameters.values())
    if drop_self and items and items[0].name in ("self", "cls"):
        items = items[1:]
    for item in items[:MOST_PARAMETERS]:
        if item.kind is inspect.Parameter.VAR_POSITIONAL:
            parts.append("*" + item.name)
            keyword_only = True
        elif item.kind is inspect.Parameter.VAR_KEYWORD:
            parts.append("**" + item.name)
        else:
            if item.kind is inspect.Parameter.KEYWORD_ONLY and not keyword_only:
                parts.append("*")
                keyword_only = True
            parts.append(item.name)
    return ", ".join(parts)


def resolve(name: str) -> object | None:
    """The object with this qualified name, looked for from the longest module down."""
    pieces = name.split(".")
    for length in range(len(pieces), 0, -1):
        try:
            found: object = importlib.import_module(".".join(pieces[:length]))
        except Exception:  # noqa: BLE001 - a module that fails to import is as good as absent
            continue
        try:
            for piece in pieces[length:]:
                found = getattr(found, piece)
        except Exception:  # noqa: BLE001
            return None
        return found
    return None


def curated_callables() -> dict[str, list[tuple[str, bool]]]:
    """Library -> (name below the library, is a member of a class) of every curated stub that ends in `...`."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for path in sorted((KNOWLEDGE / "libraries").glob("*.ts")):
        module = class_name = ""
        for raw in path.read_text(encoding="utf-8").splitlines():
            line = raw.strip()
            if match := re.fullmatch(r"module (\w+)", line):
                module, class_name = match[1], ""
            elif match := re.match(r"class ([\w.]+)", line):
                class_name = match[1]
            elif module and (match := re.match(r"([\w.]+)\(.*\.\.\.\)", line)):
                is_member = raw.startswith("  ")
                found.setdefault(module, []).append((f"{class_name}.{match[1]}" if is_member else match[1], is_member))
    return found


def signature_lines(library: str, names: list[tuple[str, bool]]) -> list[str]:
    lines: list[str] = []
    by_class: dict[str, list[str]] = {}
    for name, is_member in names:
        target = resolve(f"{library}.{name}")
        if target is None or not callable(target):
            continue
        listed = parameters(target, drop_self=is_member)
        if listed is None:
            continue
        if is_member:
            owner, method = name.rsplit(".", 1)
            by_class.setdefault(owner, []).append(f"  {method}({listed})")
        else:
            lines.append(f"{name}({listed})")
    for owner, members in by_class.items():
        if owner not in COMPLETE.get(library, []):
            lines.append(f"class {owner}")
            lines.extend(members)
    return lines


def complete_class(library: str, class_name: str) -> list[str]:
    """Every public member; parameters of methods, properties by name."""
    owner = resolve(f"{library}.{class_name}")
    lines = [f"class {class_name}"]
    for name in sorted(dir(owner)):
        if name.startswith("_"):
            continue
        member = inspect.getattr_static(owner, name)
        value = getattr(owner, name, None)
        if callable(value) and not inspect.isclass(value) and not isinstance(member, property):
            listed = parameters(value, drop_self=not isinstance(member, (classmethod, staticmethod)))
            lines.append(f"  {name}({'...' if listed is None else listed})")
        else:
            lines.append(f"  {name}")
    return lines


SKLEARN_KINDS = ["ClassifierMixin", "RegressorMixin", "TransformerMixin", "ClusterMixin"]


def sklearn_lines() -> list[str]:
    import sklearn
    import sklearn.experimental.enable_halving_search_cv  # noqa: F401
    import sklearn.experimental.enable_iterative_imputer  # noqa: F401
    from sklearn import base

    classes: list[str] = []
    seeded: list[str] = []
    seen: set[str] = set()
    modules = [each.name for each in pkgutil.iter_modules(sklearn.__path__, "sklearn.")] + [
        "sklearn.feature_extraction.text", "sklearn.feature_extraction.image", "sklearn.metrics.cluster", "sklearn.metrics.pairwise",
    ]
    for module_name in modules:
        short = module_name.removeprefix("sklearn.")
        if short.startswith("_") or short in ("tests", "conftest", "externals", "experimental", "utils", "setup"):
            continue
        module = importlib.import_module(module_name)
        for name in sorted(getattr(module, "__all__", None) or [each for each in dir(module) if not each.startswith("_")]):
            value = getattr(module, name, None)
            if not callable(value) or not getattr(value, "__module__", "").startswith("sklearn.") or f"{short}.{name}" in seen:
                continue
            seen.add(f"{short}.{name}")
            if inspect.isclass(value) and issubclass(value, base.BaseEstimator) and value is not base.BaseEstimator:
                kinds = [f".base.{kind}" for kind in SKLEARN_KINDS if issubclass(value, getattr(base, kind))]
                classes.append(f"class {short}.{name}({', '.join(['.base.BaseEstimator', *kinds])})")
            try:
                items = inspect.signature(value).parameters
            except (TypeError, ValueError):
                continue
            seed = items.get("random_state")
            if seed is None or seed.default is not None:
                continue
            positional = [each.name for each in items.values() if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)]
            listed = [f"{each}: seed" if each == "random_state" else each for each in positional]
            if "random_state" not in positional:
                listed += ["*", "random_state: seed"]
            seeded.append(f"{short}.{name}({', '.join([*listed, '...'])}) !random")
    return classes + seeded


def write(library: str, lines: list[str]) -> None:
    version = importlib.metadata.version(DISTRIBUTIONS[library])
    text = "\n".join([f"module {library}", *lines])
    (KNOWLEDGE / "generated" / f"{library}.ts").write_text(
        f"/** Read off {DISTRIBUTIONS[library]} {version} by scripts/knowledge/signatures.py. */\n"
        f"export const {library} = `\n{text}\n`;\n",
        encoding="utf-8",
    )


def main() -> None:
    warnings.simplefilter("ignore")
    names = curated_callables()
    written: list[str] = []
    for library, distribution in DISTRIBUTIONS.items():
        try:
            importlib.metadata.version(distribution)
        except importlib.metadata.PackageNotFoundError:
            print(f"{library}: not installed, left as it is", file=sys.stderr)
            if (KNOWLEDGE / "generated" / f"{library}.ts").exists():
                written.append(library)
            continue
        lines = signature_lines(library, names.get(library, []))
        for class_name in COMPLETE.get(library, []):
            lines += complete_class(library, class_name)
        if library == "sklearn":
            lines += sklearn_lines()
        write(library, lines)
        written.append(library)
    imports = "".join(f'import {{ {each} }} from "./{each}.ts";\n' for each in sorted(written))
    (KNOWLEDGE / "generated" / "index.ts").write_text(
        "/** Generated stubs by the top-level module they describe. Written by scripts/knowledge/signatures.py. */\n"
        f"{imports}\n"
        f"export const generated: Readonly<Record<string, string>> = {{ {', '.join(sorted(written))} }};\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
