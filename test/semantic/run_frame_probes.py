"""Runs a file of probes statement by statement and writes the labels that Python finds after each, as JSON.

    python run_frame_probes.py frame_probes.py

Of every statement its source with the comment at its end, and the frame or series that the name it binds holds. A statement that this
version of the library refuses has no value, and the message instead.
"""

import ast
import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

from random_frames import described

warnings.simplefilter("ignore")


def bound(statement):
    """The name that a statement gives something to, or whose object it changes."""
    node = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "value", None)
    while node is not None and not isinstance(node, ast.Name):
        node = node.elts[0] if isinstance(node, ast.Tuple) else getattr(node, "func", None) or getattr(node, "value", None)
    return node.id if node is not None else None


def run(text):
    env = {}
    lines = text.split("\n")
    result = []
    for statement in ast.parse(text).body:
        name = bound(statement)
        source = "\n".join(lines[statement.lineno - 1:statement.end_lineno])
        try:
            exec(compile(ast.Module([statement], []), "probes", "exec"), env)
            failed = None
        except Exception as error:
            failed = f"{type(error).__name__}: {error}"
            env.pop(name, None)
        values = {name: described(env[name])} if name in env else {}
        result.append({"source": source, "values": values, "failed": failed})
    return result


if __name__ == "__main__":
    probes = Path(sys.argv[1]).read_text()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        json.dump(run(probes), sys.stdout)
        os.chdir("/")
