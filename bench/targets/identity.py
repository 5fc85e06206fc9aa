"""Says which callable an object is, so that two names for one thing can be told to be one.

    pandas.DataFrame.head, pandas.Series.head        pandas.core.generic.NDFrame.head
    numpy.random.normal, a RandomState's normal      numpy.random.mtrand.RandomState.normal
    numpy.sqrt                                       ufunc sqrt

A *key* is such a text. A callable object has several: `df.plot(...)` calls an accessor, whose class is what
`pandas.DataFrame.plot` names, and `partial(f)(...)` calls f. As a script, reads a JSON list of qualified names and prints
an object that maps each to its keys, or to null when nothing in the installed libraries has that name.
"""

import contextlib
import functools
import importlib
import inspect
import json
import sys
import types
import warnings

# Names that exist only once somebody has imported these.
EXPERIMENTAL = ("sklearn.experimental.enable_halving_search_cv", "sklearn.experimental.enable_iterative_imputer")


def keys_of(obj, depth=0):
    """Keys of a callable; the first one is its name where it is defined."""
    if depth > 8:
        return []
    if isinstance(obj, types.MethodType):
        return keys_of(obj.__func__, depth + 1)
    if isinstance(obj, (staticmethod, classmethod)):
        return keys_of(obj.__func__, depth + 1)
    if isinstance(obj, functools.partial):
        return [*keys_of(obj.func, depth + 1), "functools.partial.__call__"]
    if isinstance(obj, type):
        return [name_of(obj)]
    if isinstance(obj, (types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType)):
        return [f"{name_of(obj.__objclass__)}.{obj.__name__}"]
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodWrapperType)):
        owner = getattr(obj, "__self__", None)
        if owner is None or isinstance(owner, types.ModuleType):
            return [f"{getattr(obj, '__module__', None) or getattr(owner, '__name__', 'builtins')}.{obj.__qualname__}"]
        for cls in (owner if isinstance(owner, type) else type(owner)).__mro__:
            if obj.__name__ in vars(cls):
                return [f"{name_of(cls)}.{obj.__name__}"]
        return [f"{name_of(type(owner))}.{obj.__name__}"]
    if isinstance(obj, property):
        # `grouped.nth(1)`: the property gives an object that is called.
        made = getattr(obj.fget, "__annotations__", {}).get("return")
        made = getattr(obj.fget, "__globals__", {}).get(made, made) if isinstance(made, str) else made
        return [name_of(made)] if isinstance(made, type) else []
    if type(obj).__name__ == "ufunc":
        return [f"ufunc {obj.__name__}"]
    qualified = getattr(obj, "__qualname__", None)
    if isinstance(qualified, str) and isinstance(getattr(obj, "__module__", None), str):
        return [f"{obj.__module__}.{qualified}"]
    cls = type(obj)
    called = getattr(cls, "__call__", None)
    return [*(keys_of(called, depth + 1) if called is not None else []), f"{name_of(cls)}.__call__", name_of(cls)]


def name_of(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def resolve(name):
    """The object that a qualified name names, as importing and looking up attributes finds it; None for none."""
    parts = name.split(".")
    module, used = None, 0
    for end in range(1, len(parts) + 1):
        try:
            module = importlib.import_module(".".join(parts[:end]))
        except Exception:
            break
        used = end
    if module is None:
        return None
    obj = module
    for index, part in enumerate(parts[used:]):
        try:
            obj = getattr(obj, part)
        except Exception:
            # `sklearn.svm.SVC.fit` where a property or an instance's attribute stands in the way.
            found = inspect.getattr_static(obj, part, None)
            if found is None:
                found = wrapped_member(obj, part)
            if found is None:
                return None
            obj = found
    # `import numpy.linalg` finds the module even where an attribute of that name is what users call.
    return obj


def wrapped_member(cls, name):
    """statsmodels hands out results in wrappers that pass on what they do not have to the object inside."""
    if not isinstance(cls, type) or not cls.__name__.endswith("Wrapper"):
        return None
    wrapped = getattr(sys.modules.get(cls.__module__), cls.__name__.removesuffix("Wrapper"), None)
    return getattr(wrapped, name, None)


def main():
    warnings.simplefilter("ignore")
    for module in EXPERIMENTAL:
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    names = json.load(sys.stdin)
    found = {}
    for name in names:
        obj = resolve(name)
        found[name] = None if obj is None else keys_of(obj)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
