"""Writes what releases of pandas, numpy and scikit-learn deprecated and removed: generated/changes.ts.

    python scripts/knowledge/changes.py --versions FOLDER --installed pandas=PYTHON ...

FOLDER holds the sources of several releases as FOLDER/pandas/2.0.3/pandas/... (unpacked wheels; nothing is imported). A name that a
release has and a later one has not was removed there; that it is really gone is checked by importing the newest release with the
interpreter that `--installed` names, as some members are put on their class only at run time. When it was deprecated, and what to use
instead, is what the library itself says: the `deprecated` directive at the head of the docstring, the text of its warning, and
numpy's own list of names that expired.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from packages import Module, Package, statements  # noqa: E402

OUTPUT = Path(__file__).resolve().parents[2] / "server" / "analysis" / "knowledge" / "generated" / "changes.ts"
PRIVATE = {"pandas": ("pandas.core", "pandas.io", "pandas.util", "pandas.compat", "pandas.errors"), "sklearn": ("sklearn.externals", "sklearn.utils.fixes", "sklearn.experimental"), "numpy": ()}
# Only members of these are looked at; of scikit-learn all classes are.
CLASSES = {"pandas": ("DataFrame", "Series", "Index", "DatetimeIndex", "MultiIndex", "Categorical", "ExcelWriter")}
# From the release notes.
NUMPY_DEPRECATED = {"alltrue": "1.25", "sometrue": "1.25", "round_": "1.25", "find_common_type": "1.25"}
BASES = {f"pandas.{each}": ("pandas.Index",) for each in ("DatetimeIndex", "MultiIndex")}


@dataclass
class Change:
    deprecated: str | None = None
    removed: str | None = None
    use: str | None = None


def minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def order(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", version)[:2])


def class_nodes(package: Package, module_name: str, name: str, depth: int = 0) -> list[tuple[Module, ast.ClassDef]]:
    """The class and its bases, nearest first."""
    where = package.definition(module_name, name)
    module = package.module(where[0]) if where and where[1] else None
    if module is None or where is None or where[1] not in module.classes or depth > 8:
        return []
    node = module.classes[where[1]]
    found = [(module, node)]
    for base in node.bases:
        text = ast.unparse(base)
        owner, _, last = text.rpartition(".")
        home = package.definition(module.name, owner) if owner else None
        found += class_nodes(package, home[0] if home else module.name, last, depth + 1)
    return found


def names_of(package: Package, root: str) -> dict[str, ast.FunctionDef | ast.ClassDef | None]:
    """Public names and what defines each, where it can be seen."""
    found: dict[str, ast.FunctionDef | ast.ClassDef | None] = {}
    for module_name in [each for each in package.public_modules() if root == "sklearn" or each in (root, f"{root}.plotting", f"{root}.random", f"{root}.linalg")]:
        module = package.module(module_name)
        if module is None or (module.exports is None and not module.is_package):
            continue
        for name in package.exported(module_name):
            where = package.definition(module_name, name)
            if name.startswith("_") or where is None or not where[1] or where[0].partition(".")[0] != root:
                continue
            home = package.module(where[0])
            if home is None:
                continue
            node = home.classes.get(where[1]) or (home.functions.get(where[1]) or [None])[-1]
            if node is None:
                continue
            found[f"{module_name}.{name}"] = node
            if isinstance(node, ast.ClassDef) and (root == "sklearn" or name in CLASSES.get(root, ())):
                for owner, each in class_nodes(package, module_name, name):
                    for member in statements(each.body):
                        if isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)) and not member.name.startswith("_"):
                            found.setdefault(f"{module_name}.{name}.{member.name}", member)
                        elif isinstance(member, ast.Assign):
                            for target in member.targets:
                                if isinstance(target, ast.Name) and not target.id.startswith("_"):
                                    found.setdefault(f"{module_name}.{name}.{target.id}", None)
    return found


def deprecation(node: ast.FunctionDef | ast.ClassDef | None) -> tuple[str, str | None] | None:
    """The release of the directive at the head of a docstring, and what it or the warning says to use."""
    if node is None:
        return None
    doc = (ast.get_docstring(node) or "").split("Parameters\n")[0].split("Attributes\n")[0]
    match = re.search(r"^\.\. deprecated:: ?v?(\d+\.\d+)[.\d]*\s*\n?((?:.+\n?)*)", doc, re.MULTILINE)
    # Some directives are about one way to call it.
    if not match or re.match(r"\s*(Returning|Passing|Specifying|When|The behavior|Calling|Support|Using|If|A future|Starting|Allowing)", match[2]):
        return None
    texts = [match[2], *warning_texts(node)]
    return match[1], next((use for use in map(replacement, texts) if use), None)


def warning_texts(node: ast.AST) -> list[str]:
    found = []
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and ast.unparse(each.func).endswith(("warn", "deprecated")):
            found += ["".join(part.value for part in ast.walk(each) if isinstance(part, ast.Constant) and isinstance(part.value, str))]
    return found


def replacement(text: str) -> str | None:
    match = re.search(r"[Uu]se\s+(?:the\s+)?(?::\w+:)?[`'\"]*~?\.?([A-Za-z_][\w.]*\w)[`'\"()]*", re.sub(r"\s+", " ", text))
    word = match[1] if match else None
    return word if word and word.lower() not in ("the", "of", "instead", "it", "this", "an", "other", "another", "one", "obj", "to", "and", "direct") and ("_" in word or "." in word or word[0].isupper() or word.islower()) else None


def lazily_offered(package: Package, root: str) -> set[str]:
    """Names that a package's `__getattr__` still gives, with a warning."""
    module = package.module(root)
    nodes = module.functions.get("__getattr__", []) if module else []
    return {f"{root}.{each.value}" for node in nodes for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.isidentifier()}


def resolved(use: str | None, name: str, known: set[str]) -> str | None:
    """The whole name of what is to be used instead, if it is one that there is."""
    if use is None:
        return None
    root = name.partition(".")[0]
    use = re.sub(r"^(np|pd)\.", lambda match: {"np": "numpy.", "pd": "pandas."}[match[1]], use)
    if use.startswith(("numpy.", "builtins.")) and root != "numpy":
        return use
    owner = name.rpartition(".")[0]
    return next((each for each in (f"{owner}.{use}", f"{owner.rpartition('.')[0]}.{use}", use, f"{root}.{use}") if each in known and each != name), None)


def expired_numpy(package_folder: Path) -> dict[str, str]:
    """numpy's own list of names that version 2.0 took away, with its advice."""
    path = package_folder / "numpy" / "_expired_attrs_2_0.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            return {key.value: ast.literal_eval(value) for key, value in zip(node.value.keys, node.value.values) if isinstance(key, ast.Constant)}
    return {}


def existing(python: str, names: list[str]) -> set[str]:
    """Names that the installed library has."""
    script = Path(__file__).resolve().parents[2] / "test" / "knowledge" / "installed_names.py"
    missing = subprocess.run([python, str(script), "--strict"], input="\n".join(names), capture_output=True, text=True, check=True).stdout.split()
    return set(names) - set(missing)


def changes(root: str, folder: Path, python: str | None) -> dict[str, Change]:
    releases = sorted((each for each in folder.iterdir() if each.is_dir()), key=lambda each: order(each.name))
    found: dict[str, Change] = {}
    earlier: dict[str, ast.FunctionDef | ast.ClassDef | None] = {}
    for release in releases:
        package = Package(root, [release / root], frozenset(PRIVATE[root]))
        names = names_of(package, root)
        for name in lazily_offered(package, root) - names.keys():
            if name in earlier:
                change = found.setdefault(name, Change())
                change.deprecated = change.deprecated or minor(release.name)
                names[name] = None
        for name, node in names.items():
            said = deprecation(node)
            if said:
                change = found.setdefault(name, Change())
                change.deprecated = change.deprecated or said[0]
                change.use = change.use or said[1]
            elif name in found:
                # A directive that went away again, or a name that came back.
                if found[name].removed:
                    found[name].removed = None
        for name in earlier.keys() - names.keys():
            if name.rpartition(".")[0] in names or name.rpartition(".")[0] in (root, f"{root}.plotting") or root == "sklearn":
                found.setdefault(name, Change()).removed = minor(release.name)
        earlier = {**earlier, **names}
        for name in [each for each, change in found.items() if change.removed]:
            earlier.pop(name, None)
    if python:
        gone = [name for name, change in found.items() if change.removed]
        for name in existing(python, gone):
            found[name].removed = None
    known = set(earlier)
    kept = {}
    for name, change in found.items():
        change.use = resolved(change.use, name, known)
        owner, _, member = name.rpartition(".")
        # What a class only inherits is told of its base; what was never announced was hardly meant for users.
        base = next((each for each in BASES.get(owner, ()) if f"{each}.{member}" in found), None)
        is_member = owner.rpartition(".")[2][:1].isupper()
        # A module that was renamed takes nothing away.
        is_moved = not is_member and package.path_of(owner) is None
        if base is None and not is_moved and (change.deprecated or (change.removed and (root == "pandas" or not is_member))):
            kept[name] = change
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--versions", type=Path, required=True)
    parser.add_argument("--installed", action="append", default=[], help="pandas=PYTHON")
    options = parser.parse_args()
    installed = dict(each.split("=", 1) for each in options.installed)
    found: dict[str, Change] = {}
    seen: list[str] = []
    for root in ("pandas", "sklearn", "numpy"):
        folder = options.versions / root
        releases = sorted((each.name for each in folder.iterdir()), key=order)
        seen.append(f"{root} {minor(releases[0])} to {minor(releases[-1])}")
        if root != "numpy":
            found.update(changes(root, folder, installed.get(root)))
            continue
        for name, advice in expired_numpy(folder / releases[-1]).items():
            # Only advice that a change of the name follows.
            simple = re.search(r"[Uu]se `?np\.(\w+)`?(?: instead|\.|$)", advice)
            found[f"numpy.{name}"] = Change(deprecated=NUMPY_DEPRECATED.get(name), removed="2.0", use=f"numpy.{simple[1]}" if simple else None)
        for name in ("int", "float", "complex", "object", "str"):
            # Not numpy.bool: 2.0 has it again, as another thing.
            found[f"numpy.{name}"] = Change(deprecated="1.20", removed="1.24", use=f"builtins.{name}")
        for name, use in {"trapz": "trapezoid", "in1d": "isin", "row_stack": "vstack"}.items():
            found[f"numpy.{name}"] = Change(deprecated="2.0", use=f"numpy.{use}")
        for name, use in {"msort": "sort", "product": "prod", "cumproduct": "cumprod"}.items():
            found[f"numpy.{name}"] = Change(deprecated="1.25", removed="2.0", use=f"numpy.{use}")
    # What an estimator inherits changes with its base: one line says it.
    lines = []
    for name, change in sorted(found.items()):
        parts = [name]
        if change.deprecated:
            parts.append(f"deprecated {change.deprecated}")
        if change.removed:
            parts.append(f"removed {change.removed}")
        if change.use:
            parts.append(f"use {change.use}")
        lines.append(" ".join(parts))
    text = "\n".join(lines)
    OUTPUT.write_text(f"/** Read off the sources of {', '.join(seen)} by scripts/knowledge/changes.py. */\nexport const changes = `\n{text}\n`;\n", encoding="utf-8")
    print(f"{len(lines)} names", file=sys.stderr)


if __name__ == "__main__":
    main()
