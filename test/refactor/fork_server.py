"""Runs programs one after the other and tells what each left behind: its output, the files it wrote, its names with their values.

One process imports the libraries once and forks for every program, so that a program starts in a few milliseconds, in a folder of its
own and with fixed seeds. A job is a line of JSON on standard input, {"id", "cells", "notebook", "seconds", "data"}; the answer is a line of JSON.
Values are told as fingerprints: equal where the values are.
"""

import ast
import contextlib
import hashlib
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import types
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "LOKY_MAX_CPU_COUNT"):
    os.environ[variable] = "1"
os.environ["MPLBACKEND"] = "Agg"
os.environ["MPLCONFIGDIR"] = tempfile.mkdtemp()
warnings.simplefilter("ignore")

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd


def preload():
    import importlib

    for name in """sklearn.linear_model sklearn.ensemble sklearn.model_selection sklearn.metrics sklearn.preprocessing sklearn.pipeline
    sklearn.compose sklearn.svm sklearn.tree sklearn.cluster sklearn.decomposition sklearn.datasets sklearn.neighbors sklearn.impute
    sklearn.feature_selection sklearn.manifold sklearn.mixture sklearn.gaussian_process sklearn.neural_network sklearn.naive_bayes
    sklearn.calibration sklearn.inspection scipy.stats scipy.optimize scipy.sparse statsmodels.api statsmodels.formula.api joblib
    sqlite3 asyncio csv logging dataclasses concurrent.futures""".split():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


class Fingerprints:
    """Values as texts. What cannot be compared (an open file, a generator) is told by its type alone."""

    def __init__(self):
        self.active = set()

    def of(self, value, depth=0):
        if value is None or isinstance(value, (bool, int, float, complex, str, bytes)):
            return repr(value)
        if id(value) in self.active or depth > 6:
            return f"<{type(value).__name__}>"
        self.active.add(id(value))
        try:
            return self.inner(value, depth + 1)
        except Exception as error:
            return f"<{type(value).__name__}: {type(error).__name__}>"
        finally:
            self.active.discard(id(value))

    def inner(self, value, depth):
        if isinstance(value, (pd.DataFrame, pd.Series, pd.Index)):
            return self.table(value)
        if isinstance(value, np.ndarray):
            if value.dtype == object:
                return f"array{value.shape}{[self.of(each, depth) for each in value.ravel()[:2000]]}"
            return f"array{value.shape}{value.dtype}{digest(np.ascontiguousarray(value).tobytes())}"
        if isinstance(value, np.generic):
            return f"{type(value).__name__}({value!r})"
        if isinstance(value, dict):
            # How long something took, and where an object lies in memory, is another number every time.
            items = [(key, each) for key, each in list(value.items())[:2000] if not (isinstance(key, str) and key.endswith(("_time", "_time_", "_words_id")))]
            return "{" + ", ".join(f"{self.of(key, depth)}: {self.of(each, depth)}" for key, each in items) + "}"
        if isinstance(value, (list, tuple)):
            return f"{type(value).__name__}[" + ", ".join(self.of(each, depth) for each in value[:2000]) + "]"
        if isinstance(value, (set, frozenset)):
            return "{" + ", ".join(sorted(self.of(each, depth) for each in value)) + "}"
        if isinstance(value, types.ModuleType):
            return f"module {value.__name__}"
        if isinstance(value, type):
            return f"class {value.__name__}"
        if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
            return f"function {getattr(value, '__name__', '')}"
        if isinstance(value, np.random.Generator):
            return f"Generator {value.bit_generator.state}"
        if isinstance(value, np.random.RandomState):
            return f"RandomState {digest(repr(value.get_state()).encode())}"
        if isinstance(value, random.Random):
            return f"Random {digest(repr(value.getstate()).encode())}"
        if hasattr(value, "get_params") and hasattr(value, "fit"):
            return f"{type(value).__name__}({self.of(vars(value), depth)})"
        if type(value).__module__.startswith("matplotlib"):
            return self.artist(value)
        if type(value).__module__.startswith("scipy.sparse"):
            return f"sparse{value.shape}{self.of(value.toarray(), depth)}"
        if type(value).__repr__ is not object.__repr__ and " at 0x" not in repr(value) and len(repr(value)) < 10_000:
            return f"{type(value).__name__}: {value!r}"
        if hasattr(value, "__dict__"):
            return f"{type(value).__name__}({self.of(dict(sorted(vars(value).items(), key=lambda item: str(item[0]))), depth)})"
        return f"<{type(value).__name__}>"

    def table(self, value):
        if isinstance(value, pd.Index):
            return f"{type(value).__name__}{value.names}{digest(repr(value.tolist()).encode())}"
        columns = repr(list(value.columns)) if isinstance(value, pd.DataFrame) else repr(value.name)
        try:
            content = digest(pd.util.hash_pandas_object(value, index=True).values.tobytes())
        except TypeError:
            content = digest(value.to_string().encode())
        return f"{type(value).__name__}{value.shape}{digest((columns + repr(value.dtypes)).encode())}{content}"

    def artist(self, value):
        if isinstance(value, plt.Figure):
            return "figure " + "; ".join(self.artist(each) for each in value.axes)
        if isinstance(value, plt.Axes):
            lines = digest(b"".join(np.ascontiguousarray(line.get_xydata()).tobytes() for line in value.lines))
            texts = [value.get_title(), value.get_xlabel(), value.get_ylabel(), *(text.get_text() for text in value.texts)]
            return f"axes {lines} {len(value.patches)} {len(value.collections)} {len(value.images)} {texts}"
        return f"<{type(value).__name__}>"


def show(*values):
    for value in values:
        print(repr(value))


def without_magics(text):
    return "\n".join("pass" if line.startswith(("%", "!")) else line for line in text.split("\n"))


def run(cells, is_notebook, names):
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if is_notebook else 0
    for number, text in enumerate(cells):
        tree = ast.parse(without_magics(text) if is_notebook else text, f"cell{number}")
        shows = is_notebook and tree.body and isinstance(tree.body[-1], ast.Expr) and not text.rstrip().endswith(";")
        shown = tree.body.pop() if shows else None
        evaluate(compile(tree, f"cell{number}", "exec", flags=flags), names)
        if shown is not None:
            value = evaluate(compile(ast.Expression(shown.value), f"cell{number}", "eval", flags=flags), names)
            if value is not None:
                show(value)


def evaluate(code, names):
    if code.co_flags & 0x80:  # a coroutine: `await` at the top
        import asyncio

        return asyncio.run(eval(code, names))
    return eval(code, names)


def files_below(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            with open(full, "rb") as handle:
                data = handle.read()
            if name.endswith((".pkl", ".pickle", ".joblib")):
                import joblib

                data = Fingerprints().of(joblib.load(full)).encode()
            found[os.path.relpath(full, folder)] = digest(data)
    return found


class NameSequence:
    """Temporary files have the same names in every run."""

    def __init__(self):
        self.number = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.number += 1
        return f"name{self.number}"


def stop_clock():
    """Summaries of statsmodels print the time of day: the two runs that are compared may lie in different seconds."""
    told = time.localtime
    time.localtime = lambda seconds=None: told(0 if seconds is None else seconds)


def perform(job):
    stop_clock()
    tempfile._name_sequence = NameSequence()
    tempfile.tempdir = os.getcwd()
    random.seed(0)
    np.random.seed(0)
    module = types.ModuleType("__main__")
    names = module.__dict__
    names["display"] = show
    names["__file__"] = "main.py"
    sys.modules["__main__"] = module
    sys.argv = ["main.py"]
    output, error = io.StringIO(), ""
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        try:
            run(job["cells"], job["notebook"], names)
        except SystemExit as leaving:
            output.write(f"exit {leaving.code}")
        except BaseException:
            error = traceback.format_exc()
    fingerprints = Fingerprints()
    values = {name: fingerprints.of(value) for name, value in names.items() if not name.startswith("__") and name != "display"}
    figures = [fingerprints.of(plt.figure(number)) for number in plt.get_fignums()]
    return {"id": job["id"], "output": output.getvalue(), "error": error, "values": values, "figures": figures, "files": files_below(".")}


def nothing(job, error):
    return {"id": job["id"], "output": "", "error": error, "values": {}, "figures": [], "files": {}}


def forked(job):
    folder = tempfile.mkdtemp(prefix="program-")
    shutil.copytree(job["data"], folder, dirs_exist_ok=True)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            signal.alarm(job["seconds"])
            os.chdir(folder)
            sys.stdin = open(os.devnull)
            answer = perform(job)
        except BaseException:
            answer = nothing(job, traceback.format_exc())
        with os.fdopen(writing, "w") as out:
            json.dump(answer, out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as handle:
        text = handle.read()
    os.waitpid(child, 0)
    shutil.rmtree(folder, ignore_errors=True)
    return text.replace(folder, "(here)") or json.dumps(nothing(job, "no answer within its time"))


if __name__ == "__main__":
    preload()
    for line in sys.stdin:
        print(forked(json.loads(line)), flush=True)
