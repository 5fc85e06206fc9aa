"""Reads qualified names from standard input, one a line, and writes those that the installed libraries do not have.

Names of hidden classes and of special methods that only the stubs use (`__getattr__`) are not to be passed. With `--strict`, what only
instances get counts as missing.
"""

import importlib
import sys
import warnings

warnings.simplefilter("ignore")
modules: dict[str, object] = {}


def found(name: str) -> bool:
    pieces = name.split(".")
    for length in range(len(pieces), 0, -1):
        path = ".".join(pieces[:length])
        if path not in modules:
            try:
                modules[path] = importlib.import_module(path)
            except Exception:  # noqa: BLE001
                modules[path] = None
        if modules[path] is None:
            continue
        value = modules[path]
        rest = pieces[length:]
        for index, piece in enumerate(rest):
            if not hasattr(value, piece):
                # What instances get in __init__, a class need not show.
                return "--strict" not in sys.argv and isinstance(value, type) and index == len(rest) - 1 and assigned(value, piece)
            value = getattr(value, piece)
        return True
    return False


def assigned(owner: type, name: str) -> bool:
    import inspect

    for base in owner.__mro__:
        if name in getattr(base, "__annotations__", {}) or name in getattr(base, "__slots__", ()):
            return True
        try:
            source = inspect.getsource(base)
        except (OSError, TypeError):
            continue
        if f"self.{name}" in source or f"{name} :" in (inspect.getdoc(base) or "") or f'"{name}"' in source or f"'{name}'" in source:
            return True
    return False


for line in sys.stdin.read().split():
    try:
        is_there = found(line)
    except Exception:  # noqa: BLE001 - a member that fails when it is looked at is there, if only as a message that it is gone
        is_there = "--strict" not in sys.argv
    if not is_there:
        print(line)
