"""Runs many scripts, each in a process of its own that has the heavy libraries already.

Reads jobs from standard input, as JSON: folder (what is in it is there for the script), name, code, seconds, values (whether the final
values of its names are wanted). Writes one line of JSON for each: output (standard output), both (standard output and standard error as
they come), error (what ended it), files (what it wrote, by its hash), values (by a digest of each).
"""

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
import types
import warnings


def preload():
    os.environ["MPLBACKEND"] = "Agg"
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in (
        "pandas", "numpy", "matplotlib.pyplot", "sklearn.ensemble", "sklearn.model_selection", "sklearn.linear_model", "sklearn.pipeline",
        "sklearn.preprocessing", "sklearn.svm", "sklearn.datasets", "sklearn.metrics", "sklearn.cluster", "statsmodels.api",
        "statsmodels.formula.api", "statsmodels.tsa.holtwinters", "scipy.stats", "logging", "argparse", "sqlite3", "joblib",
    ):
        with contextlib.suppress(ImportError):
            __import__(name)


class Tee(io.StringIO):
    """Keeps what is written, and passes it on."""

    def __init__(self, other):
        super().__init__()
        self.other = other

    def write(self, text):
        self.other.write(text)
        return super().write(text)


def digest(value, depth=0):
    """A text that is the same for values that are the same; None for those that cannot be compared."""
    kind = f"{type(value).__module__}.{type(value).__qualname__}"
    if isinstance(value, (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type)) or depth > 4:
        return None
    if kind.startswith("pandas.") and hasattr(value, "to_csv"):
        return kind + hashlib.sha1(value.to_csv().encode()).hexdigest() + str(getattr(value, "dtypes", ""))
    if kind == "numpy.ndarray":
        if value.dtype == object and " at 0x" in repr(value.tolist()):
            return None
        return kind + str(value.dtype) + str(value.shape) + hashlib.sha1(repr(value.tolist()).encode()).hexdigest()
    if isinstance(value, dict):
        return kind + repr([(repr(key), digest(each, depth + 1)) for key, each in value.items()])
    if isinstance(value, (list, tuple)):
        return kind + repr([digest(each, depth + 1) for each in value])
    if isinstance(value, (set, frozenset)):
        return kind + repr(sorted(map(repr, value)))
    if isinstance(value, (int, float, str, bool, bytes, complex, type(None))) or kind.startswith("numpy."):
        text = repr(value)
        return None if " at 0x" in text else kind + text
    if kind.startswith("sklearn.") and hasattr(value, "__dict__"):
        return kind + repr([(key, digest(each, depth + 1)) for key, each in sorted(vars(value).items()) if not key.startswith("_")])
    return kind


def stop_clock():
    """Summaries of statsmodels print the time of day: the two runs that are compared may lie in different seconds."""
    told = time.localtime
    time.localtime = lambda seconds=None: told(0 if seconds is None else seconds)


def run(job, folder):
    stop_clock()
    os.chdir(folder)
    before = listing(folder)
    path = os.path.join(folder, job["name"])
    both = io.StringIO()
    output, errors = Tee(both), Tee(both)
    error = None
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    sys.argv = [path]
    sys.path.insert(0, folder)
    random.seed(0)
    import numpy

    numpy.random.seed(0)
    warnings.simplefilter("ignore")
    signal.alarm(job["seconds"])
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            exec(compile(job["code"], path, "exec"), module.__dict__)
        except SystemExit as end:
            error = f"SystemExit: {end.code}"
        except BaseException as failure:
            error = f"{type(failure).__name__}: {failure}"
    signal.alarm(0)
    values = {}
    if job["values"]:
        for name, value in vars(module).items():
            if not name.startswith("__"):
                values[name] = digest(value)
    files = {name: text for name, text in listing(folder).items() if before.get(name) != text and "__pycache__" not in name}
    return {"output": output.getvalue(), "both": both.getvalue(), "error": error, "files": files, "values": values}


def listing(folder):
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            with open(path, "rb") as handle:
                found[os.path.relpath(path, folder)] = hashlib.sha1(handle.read()).hexdigest()
    return found


def forked(job):
    """What the script did, told by the process that ran it."""
    holder = tempfile.mkdtemp(prefix="program-", dir=job["base"])
    folder = os.path.join(holder, "work")
    shutil.copytree(job["folder"], folder)
    answer = os.path.join(holder, "answer.json")
    child = os.fork()
    if child == 0:
        try:
            result = run(job, folder)
            # The folder's own name is different each time.
            text = json.dumps(result).replace(json.dumps(folder)[1:-1], "FOLDER")
            with open(answer, "w") as handle:
                handle.write(text)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    try:
        with open(answer) as handle:
            return json.load(handle)
    except (OSError, ValueError):
        return {"output": "", "both": "", "error": "ended without an answer, or took too long", "files": {}, "values": {}}
    finally:
        shutil.rmtree(holder, ignore_errors=True)


def main():
    preload()
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(forked(job)), file=sys.__stdout__, flush=True)


if __name__ == "__main__":
    main()
