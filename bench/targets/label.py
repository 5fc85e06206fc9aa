"""Like trace.py, with the names that users know for what was called: label.py FILE OUT SECONDS

Each target gets, before its keys, names that lead to it: a method by the class of the object that it was called on, a function,
class or other object by the module that has it under its own name and is written shortest.

    df.head()      pandas.DataFrame.head, pandas.core.frame.DataFrame.head, pandas.core.generic.NDFrame.head, ...

A method has a name for each class that the object's class inherits from, so that another class's method is told from it even
where both are one function (`pandas.Series.head`).
"""

import ast
import inspect
import sys
import types
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import trace as hook  # noqa: E402
from identity import name_of  # noqa: E402

sys.path.pop(0)


class Labels(hook.Trace):
    def on_call(self, code, offset, callable_, arg0):
        answer = super().on_call(code, offset, callable_, arg0)
        source = self.by_filename.get(code.co_filename)
        if source is None:
            return answer
        _, end_line, _, end_column = self.positions[code][offset // 2]
        node = source.calls.get((end_line, end_column))
        targets = source.seen.get((end_line, end_column), {})
        try:
            keys = tuple(self.own(key) for key in hook.keys_of(callable_))
        except Exception:
            return answer
        if node is not None and targets.pop(keys, None) is not None:
            names = [*(self.names_of_method(node, callable_, arg0) or self.names_of_object(callable_)), *keys]
            targets[tuple(dict.fromkeys(names))] = True
        return answer

    def names_of_method(self, node, callable_, arg0):
        if not isinstance(node.func, ast.Attribute):
            return []
        attribute = node.func.attr
        owner = getattr(callable_, "__self__", sys.monitoring.MISSING)
        # The interpreter looks a method up without binding it, and hands its object over as an argument.
        if owner is sys.monitoring.MISSING and getattr(type(arg0), attribute, None) is callable_:
            owner = arg0
        if owner is sys.monitoring.MISSING or isinstance(owner, types.ModuleType):
            return []
        classes = (owner if isinstance(owner, type) else type(owner)).__mro__
        return self.members(attribute, [cls for cls in classes if inspect.getattr_static(cls, attribute, None) is not None])

    def names_of_object(self, callable_):
        if isinstance(callable_, type) or hasattr(callable_, "__name__"):
            return public_names(callable_)
        # `layer(x)`: by the class of the object, and those that it inherits from.
        return self.members("__call__", [cls for cls in type(callable_).__mro__ if any("__call__" in vars(each) for each in cls.__mro__)])

    def members(self, attribute, classes):
        return [f"{name}.{attribute}" for cls in classes for name in [*public_names(cls), self.own(name_of(cls))]]


def public_names(obj):
    own = getattr(obj, "__name__", None)
    if not isinstance(own, str) or getattr(obj, "__module__", None) == "__main__":
        return []
    found = []
    for path, module in list(sys.modules.items()):
        if module is None or any(part.startswith("_") for part in path.split(".")) or path == "__main__":
            continue
        try:
            if vars(module).get(own) is obj:
                found.append(f"{path}.{own}")
        except TypeError:
            continue
    root = (getattr(obj, "__module__", None) or "").partition(".")[0]
    found.sort(key=lambda name: (name.partition(".")[0] != root, name.count("."), len(name), name))
    return found[:1]


if __name__ == "__main__":
    hook.prepare()
    hook.Trace = Labels
    hook.main(*sys.argv[1:])
