"""Turns the examples in a library's docstrings into scripts: docstrings.py LIBRARY FOLDER

One script per documented callable, `DataFrame.groupby.py`: the text behind every `>>>` and `...`, with the imports that the
examples take for granted. An example that is there to show an exception, or is marked to be skipped, is left out with what follows it.
"""

import ast
import doctest
import importlib
import inspect
import sys
import warnings
from pathlib import Path

LIBRARIES = {
    "pandas": {
        "head": "import numpy as np\nimport pandas as pd\n\n",
        "objects": [
            "pandas", "pandas.DataFrame", "pandas.Series", "pandas.core.groupby.DataFrameGroupBy", "pandas.core.groupby.SeriesGroupBy",
            "pandas.core.strings.accessor.StringMethods", "pandas.core.indexes.accessors.CombinedDatetimelikeProperties",
            "pandas.core.window.Rolling", "pandas.core.resample.Resampler", "pandas.api.types",
        ],
    },
}


def main(library, folder):
    warnings.simplefilter("ignore")
    described = LIBRARIES[library]
    written = set()
    for path in described["objects"]:
        holder = find(path)
        for name in sorted(dir(holder)):
            member = inspect.getattr_static(holder, name, None)
            member = getattr(member, "fget", None) or getattr(member, "__func__", member)
            if name.startswith("_") or inspect.ismodule(member):
                continue
            text = script(inspect.getdoc(getattr(holder, name, member)) or "")
            if text is None or text in written:
                continue
            written.add(text)
            prefix = "" if path == library else f"{path.rpartition('.')[2]}."
            Path(folder, f"{prefix}{name}.py").write_text(described["head"] + text, encoding="utf-8")


def find(path):
    parts = path.split(".")
    obj = importlib.import_module(parts[0])
    for index, part in enumerate(parts[1:], 2):
        obj = getattr(obj, part) if hasattr(obj, part) else importlib.import_module(".".join(parts[:index]))
    return obj


def script(doc):
    try:
        examples = doctest.DocTestParser().get_examples(doc)
    except ValueError:
        return None
    lines = []
    for example in examples:
        if example.exc_msg is not None or example.options.get(doctest.OPTIONFLAGS_BY_NAME["SKIP"]) or example.want.startswith("Traceback"):
            break
        lines.append(example.source)
    text = "".join(lines)
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return None
    return text if any(isinstance(node, ast.Call) for node in ast.walk(tree)) else None


if __name__ == "__main__":
    main(*sys.argv[1:])
