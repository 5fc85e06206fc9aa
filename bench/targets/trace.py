"""Runs a script or notebook and writes down what was called where: trace.py FILE OUT SECONDS

For every call that is written in the file itself (at module level and in its functions) and was reached, the callables that
were really called, by key (see identity.py); after every top-level statement, the columns of every pandas DataFrame that a
module-level name holds. The result is JSON:

    {"calls": [{"cell": null, "line": 3, "column": 6, "endLine": 3, "endColumn": 26, "text": "pd.read_csv", "targets": [[key, ...], ...]}],
     "frames": [{"cell": null, "line": 3, "endLine": 3, "frames": {"df": ["a", "b"]}}], "failed": [...], "timedOut": false}

Lines and columns count from 1, columns in characters; `frames` holds what changed since the statement before, null for a name
that holds no frame any more (`__value__` is what an expression statement gives), and ends at the first statement that raised: after it the names are not
those of a program that ran. The calls of later statements still count, since what is called where does not depend on it.

How: every top-level statement is compiled on its own, with its place in the file, and `sys.monitoring` reports the CALL
instructions of this code only. A call is known by where it ends, which is unique: chained calls start at the same place.
"""

import ast
import builtins
import importlib
import json
import linecache
import os
import re
import signal
import socket
import sys
import threading
import traceback
import types
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from identity import keys_of  # noqa: E402

sys.path.pop(0)

# Calls of one instruction that are looked at: what the thousandth round of a loop calls, an earlier one has called.
ROUNDS = 64
MOST_COLUMNS = 2000
# Where the value of an expression statement is kept until it has been looked at.
VALUE = "__value__"


class Source:
    """One text that is compiled as a whole: a script, or a cell of a notebook."""

    def __init__(self, text, cell, filename):
        self.cell = cell
        self.filename = filename
        self.text = text
        self.lines = [line.encode() for line in text.split("\n")]
        self.tree = ast.parse(text, filename)
        self.calls = {}
        self.also_called = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                self.calls[node.end_lineno, node.end_col_offset] = node
            # Applying a decorator and leaving a `with` block are calls too, at the place of the expression.
            for part in [*getattr(node, "decorator_list", []), *[item.context_expr for item in getattr(node, "items", [])]]:
                self.also_called.add((part.end_lineno, part.end_col_offset))
        self.seen = {}
        self.first_offset = {}

    def column(self, line, offset):
        return len(self.lines[line - 1][:offset].decode(errors="replace")) + 1


def main(path, out, seconds):
    path = Path(path).resolve()
    sources = read(path)
    trace = Trace(path, sources)
    done = threading.Lock()

    def write(timed_out):
        # Whoever comes first; the other finds the lock taken.
        if not done.acquire(blocking=False):
            return
        partial = Path(f"{out}.part")
        partial.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(trace.result(timed_out)))
        partial.replace(out)

    def give_up():
        write(True)
        os._exit(0)

    timer = threading.Timer(float(seconds), give_up)
    timer.daemon = True
    timer.start()
    trace.run()
    write(False)
    os._exit(0)


def read(path):
    if path.suffix != ".ipynb":
        return [Source(path.read_text(encoding="utf-8-sig"), None, str(path))]
    sources = []
    for index, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
        if cell["cell_type"] != "code":
            continue
        text = "".join(cell["source"])
        if re.match(r"\s*%%(?!time|capture)", text):
            continue
        text = without_magics(text)
        filename = f"<cell {index}>"
        linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
        try:
            sources.append(Source(text, index, filename))
        except SyntaxError:
            continue
    return sources


def without_magics(text):
    """Lines that only IPython understands become `pass`, so that everything else keeps its place."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if re.match(r"\s*(%%?[a-zA-Z]|!|\?)|^\s*[\w.]+\?\??\s*$", line):
            before = "\n".join(lines[:index])
            if before.count('"""') % 2 == 0 and before.count("'''") % 2 == 0:
                lines[index] = re.match(r"\s*", line).group() + "pass"
    return "\n".join(lines)


class Trace:
    def __init__(self, path, sources):
        self.path = path
        self.sources = sources
        self.by_filename = {source.filename: source for source in sources}
        self.positions = {}
        self.counts = {}
        self.failed = []
        self.statements = []
        self.columns = {}
        self.module = types.ModuleType("__main__")
        self.module.__file__ = str(path)

    def run(self):
        sys.modules["__main__"] = self.module
        sys.argv = [str(self.path)]
        sys.path.insert(0, str(self.path.parent))
        monitoring = sys.monitoring
        self.tool = monitoring.PROFILER_ID
        monitoring.use_tool_id(self.tool, "targets")
        monitoring.register_callback(self.tool, monitoring.events.CALL, self.on_call)
        flags = 0
        for source in self.sources:
            for statement in source.tree.body:
                if isinstance(statement, ast.ImportFrom) and statement.module == "__future__" and any(name.name == "annotations" for name in statement.names):
                    flags |= 0x1000000
                try:
                    code = compile(ast.Module([kept(statement)], []), source.filename, "exec", flags=flags, dont_inherit=True)
                    self.watch(code)
                    exec(code, self.module.__dict__)
                except BaseException as error:
                    where = {"cell": source.cell, "line": statement.lineno, "error": f"{type(error).__name__}: {error}"[:200]}
                    self.failed.append(where)
                    if os.environ.get("TRACE_ERRORS"):
                        traceback.print_exc(file=sys.__stderr__)
                if not self.failed:
                    self.look_at_frames(source, statement)
                self.module.__dict__.pop(VALUE, None)

    def watch(self, code):
        sys.monitoring.set_local_events(self.tool, code, sys.monitoring.events.CALL)
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                self.watch(constant)

    def on_call(self, code, offset, callable_, arg0):
        source = self.by_filename.get(code.co_filename)
        if source is None:
            return sys.monitoring.DISABLE
        positions = self.positions.get(code)
        if positions is None:
            positions = self.positions[code] = list(code.co_positions())
        _, end_line, _, end_column = positions[offset // 2]
        end = (end_line, end_column)
        if end not in source.calls:
            return sys.monitoring.DISABLE
        if isinstance(callable_, types.FunctionType) and callable_.__name__ == "<genexpr>":
            return sys.monitoring.DISABLE
        if callable_ is builtins.__build_class__:
            return sys.monitoring.DISABLE
        if end in source.also_called and source.first_offset.setdefault((code, end), offset) != offset:
            return sys.monitoring.DISABLE
        targets = source.seen.setdefault(end, {})
        try:
            keys = tuple(self.own(key) for key in keys_of(callable_))
        except Exception:
            keys = ()
        if keys:
            targets[keys] = True
        count = self.counts[code, offset] = self.counts.get((code, offset), 0) + 1
        return sys.monitoring.DISABLE if count >= ROUNDS else None

    def own(self, key):
        """What the file itself defines is known by the file's name, as an import beside it would have it."""
        return f"{self.path.stem}{key[8:]}" if key.startswith("__main__.") else key

    def look_at_frames(self, source, statement):
        pandas = sys.modules.get("pandas")
        if pandas is None or not hasattr(pandas, "DataFrame"):
            return
        now = {}
        for name, value in list(self.module.__dict__.items()):
            if isinstance(value, pandas.DataFrame) and (name == VALUE or not name.startswith("__")) and len(value.columns) <= MOST_COLUMNS:
                now[name] = [label(each) for each in value.columns]
        changed = {name: columns for name, columns in now.items() if self.columns.get(name) != columns}
        changed.update({name: None for name in self.columns if name not in now})
        self.columns = now
        self.statements.append({"cell": source.cell, "line": statement.lineno, "endLine": statement.end_lineno, "frames": changed})

    def result(self, timed_out):
        calls = []
        for source in self.sources:
            for (end_line, end_column), targets in list(source.seen.items()):
                node = source.calls[end_line, end_column]
                calls.append({
                    "cell": source.cell,
                    "line": node.lineno,
                    "column": source.column(node.lineno, node.col_offset),
                    "endLine": end_line,
                    "endColumn": source.column(end_line, end_column),
                    "text": (ast.get_source_segment(source.text, node.func) or "")[-60:],
                    "targets": [list(keys) for keys in list(targets)],
                })
        calls.sort(key=lambda call: (call["cell"] or 0, call["line"], call["column"], call["endLine"], call["endColumn"]))
        written = sum(len(source.calls) for source in self.sources)
        return {"calls": calls, "written": written, "frames": list(self.statements), "failed": list(self.failed), "timedOut": timed_out, "hasValues": True}


def kept(statement):
    """An expression on its own becomes an assignment, so that its value can be looked at."""
    if not isinstance(statement, ast.Expr):
        return statement
    target = ast.copy_location(ast.Name(VALUE, ast.Store()), statement)
    return ast.copy_location(ast.Assign([target], statement.value), statement)


def label(column):
    if isinstance(column, str):
        return column
    if isinstance(column, int) and not isinstance(column, bool):
        return column
    return {"repr": repr(column)[:200]}


LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def keep_offline():
    """Nothing but this machine is reached: Spark talks to its own processes over sockets."""
    connect, find = socket.socket.connect, socket.getaddrinfo

    def connect_here(self, address):
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise OSError("no network here")
        return connect(self, address)

    def find_here(host, *args, **options):
        if host not in LOOPBACK:
            raise OSError("no network here")
        return find(host, *args, **options)

    socket.socket.connect, socket.getaddrinfo = connect_here, find_here


def prepare():
    """The same world on every machine: no screen, no network, no output, one process."""
    os.environ.update(MPLBACKEND="Agg", JOBLIB_MULTIPROCESSING="0", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", TQDM_DISABLE="1")
    warnings.simplefilter("ignore")
    keep_offline()
    sys.stdin = open(os.devnull)
    if not os.environ.get("TRACE_ERRORS"):
        sys.stdout = open(os.devnull, "w")
        sys.stderr = open(os.devnull, "w")
    # Notebooks find it without an import.
    builtins.display = importlib.import_module("IPython.display").display
    signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    prepare()
    main(*sys.argv[1:])
