"""Runs notebooks, scripts and imports of modules for notebook-execution.test.ts: jobs as JSON on standard input, results on standard output.

A notebook runs from the top in a kernel process of its own. Scripts run in forked processes, after the libraries have been imported once.
"""

import ast
import concurrent.futures
import importlib.util
import json
import os
import re
import runpy
import sys
import tempfile
import warnings

os.environ["MPLBACKEND"] = "Agg"
os.environ["PYTHONWARNINGS"] = "ignore"
warnings.simplefilter("ignore")


# A value is shown as `print` would write it, so that a script can be held against it.
AS_PRINTED = "type(get_ipython().display_formatter.formatters['text/plain']).__call__ = lambda self, value: str(value)"


def run_notebook(job):
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(job["path"], as_version=4)
    nbformat.validate(notebook)
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": job["cwd"]}},
        extra_arguments=["--PlainTextFormatter.pprint=False", f"--IPKernelApp.exec_lines=[{AS_PRINTED!r}]"],
    )
    try:
        client.execute()
    except CellExecutionError as error:
        return {"error": str(error)}
    return {"cells": [outputs_of(cell) for cell in notebook.cells if cell.cell_type == "code"]}


def outputs_of(cell):
    """Streams as text, results as their plain text, figures as a mark."""
    found = []
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            found.append({"kind": "stream", "text": output.text})
        elif output.output_type in ("execute_result", "display_data"):
            if "image/png" in output.data:
                found.append({"kind": "figure", "text": ""})
            else:
                found.append({"kind": "value", "text": output.data.get("text/plain", "")})
    return found


def run_script(job):
    """Standard output, that of its child processes too."""
    with tempfile.TemporaryFile("w+b") as output:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.dup2(output.fileno(), 1)
                os.dup2(output.fileno(), 2)
                sys.stdout = os.fdopen(1, "w", buffering=1)
                os.chdir(job["cwd"])
                sys.path.insert(0, job["cwd"])
                sys.argv = [job["path"]]
                runpy.run_path(job["path"], run_name="__main__")
                status = 0
            except BaseException:
                import traceback

                traceback.print_exc(file=sys.stdout)
            finally:
                sys.stdout.flush()
                os._exit(status)
        _, status = os.waitpid(child, 0)
        output.seek(0)
        return {"status": status, "text": output.read().decode()}


noticed = []


def watch(event, arguments):
    """What an import must not do: files but for code, processes, connections, new folders."""
    if watch.active and event in ("open", "subprocess.Popen", "socket.connect", "os.mkdir", "os.remove", "os.chdir", "os.system"):
        path = str(arguments[0]) if arguments else ""
        if not (event == "open" and re.search(r"\.pyc?(\.\d+)?$|__pycache__", path)):
            noticed.append(f"{event} {path}")


watch.active = False


def import_module(job):
    """What the import of a module does that somebody could notice."""
    with open(job["path"]) as handle:
        tree = ast.parse(handle.read())
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            exec(compile(ast.Module([node], []), job["path"], "exec"), {})
    noticed.clear()
    with tempfile.TemporaryFile("w+") as output:
        before, sys.stdout = sys.stdout, output
        watch.active = True
        try:
            spec = importlib.util.spec_from_file_location(job["name"], job["path"])
            module = importlib.util.module_from_spec(spec)
            sys.modules[job["name"]] = module
            spec.loader.exec_module(module)
        finally:
            watch.active = False
            sys.stdout = before
        output.seek(0)
        printed = output.read()
    return {"noticed": noticed + ([f"prints {printed!r}"] if printed else [])}


def main():
    jobs = json.load(sys.stdin)
    notebooks = [job for job in jobs if job["kind"] == "notebook"]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = {id(job): result for job, result in zip(notebooks, pool.map(run_notebook, notebooks))}
    if any(job["kind"] != "notebook" for job in jobs):
        import matplotlib.pyplot, numpy, pandas, scipy.stats, sklearn.linear_model  # noqa: E401, F401
    for job in jobs:
        if job["kind"] == "script":
            results[id(job)] = run_script(job)
    sys.addaudithook(watch)
    for job in jobs:
        if job["kind"] == "import":
            results[id(job)] = import_module(job)
    json.dump([results[id(job)] for job in jobs], sys.stdout)


main()
