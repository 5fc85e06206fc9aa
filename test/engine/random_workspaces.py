"""Writes random workspaces and what the names of one script or notebook of each are when Python has run it, one JSON object a line.

    python random_workspaces.py SEED COUNT [--unrun]      unrun: the files alone

A workspace has modules beside the script, packages with and without `__init__.py`, a `src` folder, a `lib` that a file puts on
`sys.path`, and modules that import each other in all forms. A statement that raises is taken out and the workspace runs again, so
most come to their end. Notebooks run in a real IPython shell.
"""

import contextlib
import importlib
import io
import json
import os
import random
import signal
import sys
import tempfile
import types
from collections.abc import Callable
from pathlib import Path

import recorded_values
from recorded_values import plain

NAMES = ["A", "B", "C", "D", "_P"]
LISTS = ["L", "M"]
STANDARD = ["colorsys", "chunk_", "statistics"]  # of these some are of the library, and nothing here needs them
ATTEMPTS = 40


class Module:
    def __init__(self, path: str, statements: list[str]) -> None:
        self.path = path
        self.statements = statements

    @property
    def text(self) -> str:
        return ("\n---\n" if self.path.endswith(".ipynb") else "\n").join(self.statements) + "\n"

    def statement_at(self, line: int) -> int:
        for index, statement in enumerate(self.statements):
            line -= statement.count("\n") + 1
            if line <= 0:
                return index
        return -1


class Workspace:
    """The files, made of a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0
        choice, chance = self.random.choice, self.random.random
        self.is_notebook = chance() < 0.25
        # Workspaces of even seeds have the plain forms alone.
        self.is_rich = seed % 2 == 1
        home = choice(["", "jobs/", "nb/", "shop/", "src/shop/"])
        self.entry = home + ("main.ipynb" if self.is_notebook else "main.py")
        self.search = choice([[], ["src"], ["src", ""], [""]])
        files: list[str] = []
        for base in self.random.sample(["", home, "src/", "lib/", "jobs/"], 3):
            for name in self.random.sample(["config", "utils", "names", "shop", choice(STANDARD)], self.random.randint(0, 2)):
                files.append(f"{base}{name}.py")
        for base in self.random.sample(["", home, "src/", "lib/"], 2):
            package = base + choice(["shop", "shop", "core", "config"]) + "/"
            if chance() < 0.75:
                files.append(package + "__init__.py")
            files += [package + name + ".py" for name in self.random.sample(["config", "names", "views", "utils"], self.random.randint(1, 3))]
            if chance() < 0.5:
                inner = package + choice(["views", "inner"]) + "/"
                if chance() < 0.75:
                    files.append(inner + "__init__.py")
                files += [inner + name + ".py" for name in self.random.sample(["config", "orders"], self.random.randint(1, 2))]
        if self.is_notebook:
            files += [home + "setup.ipynb", home + "script.py"]
        # Which of two modules of one name a module gets depends on the script that is run: then only that one imports by full names.
        self.is_ambiguous = chance() < 0.2
        self.paths = sorted({path for path in files if path != self.entry})
        if not self.is_ambiguous:
            self.paths = unambiguous(self.paths, ["", home, "src/", "lib/", "jobs/"])
        if f"{home}__init__.py" in self.paths:
            # A module beside a script hides one of the library, beside a module of a package it does not.
            self.paths = [path for path in self.paths if path.removeprefix(home).removesuffix(".py") not in STANDARD]
        scripts = [path for path in self.paths if path.endswith(".py")]
        self.dotted = sorted({dotted for path in scripts for dotted in names_of(path)})
        # What the search path leads to, mostly.
        self.roots = [home, *(base and base + "/" for base in self.search)]
        self.found = sorted({name for root in self.roots for path in scripts if path.startswith(root) and (name := name_below(root, path))}) or self.dotted
        self.modules = {path: Module(path, []) for path in [*self.paths, self.entry]}
        for path in self.paths:
            self.modules[path].statements = self.body(path)
        self.forms: dict[str, str] = {}
        # What a name may be instead.
        self.others: dict[str, list[str]] = {}
        self.modules[self.entry].statements = self.main()

    def new(self) -> str:
        self.count += 1
        return f'"v{self.count}"'

    def fresh(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    # ---- what modules hold

    def body(self, path: str) -> list[str]:
        lines: list[str] = []
        if path.endswith("__init__.py") and self.random.random() < 0.3:
            return lines
        scope = [*self.random.sample(NAMES, 3), self.random.choice(LISTS)]
        lines += [f"{name} = [{self.new()}]" if name in LISTS else f"{name} = {self.new()}" for name in scope]
        if self.is_rich and self.random.random() < 0.12:
            lines += self.path_lines(path)
        if path.rsplit("/", 1)[-1].removesuffix(".py") in STANDARD:
            return lines
        for _ in range(self.random.randint(1, 6)):
            lines += self.definition(path, scope)
        return lines

    def definition(self, path: str, scope: list[str]) -> list[str]:
        choice = self.random.choice
        name = choice(NAMES)
        kind = self.random.randrange(32 if self.is_rich else 26)
        if kind < 6:
            scope.append(name)
            return [f"{name} = {self.new()}"]
        if kind < 12:
            statement, bound, _ = self.imported(path)
            scope += bound
            return [statement, *self.used(bound, scope)]
        if kind == 12:
            scope.append(name)
            return [f"if __name__ == '__main__':\n    {name} = {self.new()}\nelse:\n    {name} = {self.new()}"]
        if kind == 13:
            statement, bound, _ = self.imported(path)
            if "*" in statement:
                return ["pass"]
            scope += bound
            other = choice([f"{bound[0]} = {self.new()}", "pass"]) if bound else "pass"
            return [f"try:\n    {statement}\nexcept {choice(['ImportError', 'Exception', 'ModuleNotFoundError'])}:\n    {other}"]
        if kind == 14:
            return [f"def get(name={self.new()}):\n    return {choice([*scope, 'name'])}"]
        if kind == 15:
            return [f"def put(x):\n    global {name}\n    {name} = x"]
        if kind == 16:
            statement, bound, _ = self.imported(path)
            return [f"def late():\n    {statement}\n    return {self.read(bound)}" if "*" not in statement else "def late():\n    return A"]
        if kind == 17:
            return [f"class K:\n    A = {self.new()}\n    def __init__(self, x={self.new()}):\n        self.x = x\n        self.a = {choice(scope)}", "k = K()"]
        if kind == 18:
            listed = ", ".join(repr(each) for each in self.random.sample([*NAMES, *LISTS], 2))
            return [f"__all__ = [{listed}]"]
        if kind == 19:
            return ['def __getattr__(name):\n    if name.startswith("__"):\n        raise AttributeError(name)\n    return "dyn" + name']
        if kind in (20, 21):
            each = choice(LISTS)
            scope.append(each)
            return [f"{each} = [{self.new()}]"]
        if kind == 22:
            return [f"del {choice(scope)}"]
        if kind == 23:
            return [f"{name} = {choice(scope)}"]
        if kind == 24:
            return [f"{choice(LISTS)}.append({self.new()})"]
        if kind == 25:
            return [f"def add(x):\n    {choice(LISTS)}.append(x)"]
        if kind == 26:
            return self.listed(scope)
        statement, bound, _ = self.imported(path)
        if "*" in statement or not bound:
            return ["pass"]
        if kind == 27:
            # Runs for those who check types alone.
            way = choice(["from typing import TYPE_CHECKING\nif TYPE_CHECKING:", "import typing\nif typing.TYPE_CHECKING:", "if False:"])
            return [f"{way}\n    {statement}"]
        scope += bound
        if kind == 28:
            return [f"if {choice(['True', 'len(__name__) > 100', 'A', '__name__'])}:\n    {statement}\nelse:\n    {bound[0]} = {self.new()}"]
        if kind == 29:
            return [f"try:\n    {statement}\nexcept ImportError:\n    {bound[0]} = None"]
        if kind == 30:
            return [f"for {name} in [{self.new()}, {self.new()}]:\n    {statement}"]
        return [f"with open(__file__):\n    {statement}"]

    def listed(self, scope: list[str]) -> list[str]:
        """An `__all__` that is computed."""
        choice = self.random.choice
        names = self.random.sample([*NAMES, *LISTS], 2)
        return [choice([
            f"__all__ = [{names[0]!r}] + [{names[1]!r}]", f"__all__ = [{names[0]!r}]\n__all__ += [{names[1]!r}]", f"__all__ = [{names[0]!r}]\n__all__.append({names[1]!r})",
            "__all__ = [name for name in list(globals()) if name in ('A', 'L')]", f"__all__ = ({names[0]!r}, {names[1]!r})", f"__all__ = [{choice(scope)!r}, {names[0]!r}]\n__all__.extend(['B'])",
            "__all__ = sorted(name for name in dir() if not name.startswith('_'))",
        ])]

    def used(self, bound: list[str], scope: list[str]) -> list[str]:
        """What a module may do with what it imported."""
        choice = self.random.choice
        if not bound or self.random.random() < 0.5:
            return []
        each = choice(bound)
        kind = self.random.randrange(8)
        if kind == 0:
            return [f"{each}.{choice(NAMES)} = {self.new()}"]
        if kind == 1:
            return [f"{each}.append({self.new()})"]
        if kind == 2:
            return [f"{each}.{choice(LISTS)}.append({self.new()})"]
        if kind == 3:
            return [f"{each}.put({self.new()})"]
        if kind == 4:
            return [f"{each} = {self.new()}"]
        name = choice(NAMES)
        scope.append(name)
        return [f"{name} = {self.read(bound)}"]

    def path_lines(self, path: str) -> list[str]:
        here = path.rsplit("/", 1)[0] if "/" in path else ""
        up = "/".join([".."] * (here.count("/") + 1)) if here else "."
        target = self.random.choice(["lib", "src", "", "jobs"])
        way = self.random.choice(["sys.path.append({})", "sys.path.insert(0, {})", "sys.path.insert(0, str({}))", "sys.path.append(str({}))", "sys.path.extend([{}])", "sys.path += [{}]"])
        if path.endswith(".ipynb"):
            folder = self.random.choice([f'"{up}/{target}"', f'os.path.join("..", "{target}")', f'str(Path().resolve().parent / "{target}")', f'os.path.abspath("{up}/{target}")'])
        else:
            parts = ", ".join(f'"{each}"' for each in [*up.split("/"), target] if each)
            folder = self.random.choice([
                f"os.path.join(os.path.dirname(__file__), {parts})", f"os.path.join(os.path.dirname(os.path.abspath(__file__)), {parts})",
                f'str(Path(__file__).resolve().parents[{up.count("..")}] / "{target}")', f'str(Path(__file__).parent / "{up}" / "{target}")',
                f'os.path.dirname(__file__) + "/{up}/{target}"', "os.path.dirname(os.path.dirname(os.path.abspath(__file__)))", f'os.path.abspath("{up}/{target}")',
            ])
        return ["import os, sys", "from pathlib import Path", way.format(folder)]

    # ---- imports

    def imported(self, path: str) -> tuple[str, list[str], str]:
        """A statement, the names that it may bind, and the form that it has."""
        choice = self.random.choice
        targets = self.found if self.random.random() < 0.9 else self.dotted
        if path != self.entry:
            # Whether a module beside the script hides one of the library is the script's affair, and nobody imports himself.
            targets = [each for each in targets if each.split(".")[0] not in STANDARD and each not in names_of(path)]
        if not targets:
            return "pass", [], ""
        target = choice(targets)
        name = choice([*NAMES, *NAMES, *LISTS, "get", "K", "k"])
        other = choice(NAMES)
        segments = target.split(".")
        alias = self.fresh("n")
        dots = "." * self.random.randint(1, 3)
        forms = [
            (f"import {target}", [segments[0]], "import a.b"),
            (f"import {target} as {alias}", [alias], "import a.b as c"),
            (f"import {segments[0]}, {target}", [segments[0]], "import a, a.b"),
            (f"from {target} import {name}", [name], "from a.b import X"),
            (f"from {target} import {name} as {alias}, {other}", [alias, other], "from a.b import X as y"),
            (f"from {target} import *", [*NAMES, *LISTS], "from a.b import *"),
            (f'{alias} = importlib.import_module("{target}")', [alias], "import_module"),
        ]
        if self.is_rich and path == self.entry:
            # Modules that import what only running them tells are followed by nobody.
            constant = self.fresh("c")
            forms += [
                (f'{constant} = "{target}"; {alias} = importlib.import_module({constant})', [alias], "import_module, a constant"),
                (f'{alias} = importlib.import_module("{segments[0]}" + "{target[len(segments[0]):]}")', [alias], "import_module, computed"),
                (f'{alias} = importlib.import_module(".{segments[-1]}", "{".".join(segments[:-1])}")', [alias], "import_module, relative"),
                (f"{alias} = __import__(\"{target}\")", [alias], "__import__"),
            ]
        if len(segments) > 1:
            package, last = target.rsplit(".", 1)
            forms += [(f"from {package} import {last}", [last], "from a import module")] * 2
            forms.append((f"from {package} import {last} as {alias}", [alias], "from a import module as c"))
        siblings = [each for each in self.paths if "/" in path and each.startswith(path.rsplit("/", 1)[0]) and each != path and "__init__" not in each]
        if path != self.entry and siblings:
            sibling = choice(siblings).removeprefix(path.rsplit("/", 1)[0] + "/").removesuffix(".py").replace("/", ".")
            first = sibling.split(".")[0]
            forms += [
                (f"from . import {first}", [first], "from . import module"),
                (f"from . import {first} as {alias}", [alias], "from . import module"),
                (f"from .{sibling} import {name}", [name], "from .m import X"),
                (f"from .{sibling} import {name}, {other} as {alias}", [name, alias], "from .m import X"),
                (f"from .{sibling} import *", [*NAMES, *LISTS], "from .m import *"),
                (f"from {dots} import {segments[-1]}", [segments[-1]], "from . import module"),
                (f"from {dots}{segments[-1]} import {other}", [other], "from .m import X"),
                (f"from . import {name}", [name], "from . import X"),
            ]
            upper = [each for each in self.paths if path.count("/") > 1 and each.startswith(path.rsplit("/", 2)[0] + "/") and each != path and "__init__" not in each]
            if self.is_rich and upper:
                below = choice(upper).removeprefix(path.rsplit("/", 2)[0] + "/").removesuffix(".py").replace("/", ".")
                forms += [
                    (f"from .. import {below.split('.')[0]}", [below.split(".")[0]], "from .. import module"),
                    (f"from ..{below} import {name} as {alias}", [alias], "from ..m import X"),
                    (f"from ..{below} import *", [*NAMES, *LISTS], "from ..m import *"),
                ]
        if path != self.entry and self.is_ambiguous:
            forms = [form for form in forms if form[0].startswith("from .")] or [("pass", [], "")]
        return choice(forms)

    def read(self, bound: list[str]) -> str:
        each = self.random.choice(bound or ["A"])
        name = self.random.choice(NAMES)
        ways = [each, f"{each}.{name}", f"{each}.{name}", f"{each}.{self.random.choice(LISTS)}", f"{each}.{self.random.choice(['config', 'names', 'views', 'utils'])}.{name}"]
        ways += [f"{each}.get()", f"{each}.late()", f"{each}.K.A", f"{each}.K().a", f"{each}.k.x", f"{each}()", f"{each}.x"]
        return self.random.choice(ways[:5] if self.random.random() < 0.7 else ways)

    # ---- what is run

    def main(self) -> list[str]:
        lines = ["import importlib"]
        path = self.entry
        if self.random.random() < 0.5:
            lines += self.path_lines(path)
        if self.is_notebook and self.random.random() < 0.6:
            lines += [self.random.choice(["%run setup.ipynb", "%run ./setup", "%run script.py"]) for _ in range(self.random.randint(1, 2))]
            for _ in range(4):
                self.reads(lines, [*NAMES, *LISTS, "get", "late", "k", "K"], "%run")
        for _ in range(self.random.randint(3, 8)):
            statement, bound, form = self.imported(path)
            wrapped = self.random.randrange(8)
            if wrapped == 0:
                statement = f"try:\n    {statement}\nexcept ImportError:\n    {(bound or ['A'])[0]} = {self.new()}"
                form = f"try: {form}"
            elif wrapped == 1 and "*" not in statement:
                name = self.fresh("r")
                self.forms[name] = f"def: {form}"
                lines += [f"def f{name}():\n    {statement}\n    return {self.read(bound)}", f"{name} = f{name}()"]
                continue
            lines.append(statement)
            if self.random.random() < 0.25:
                lines += self.used(bound, [])
            for _ in range(self.random.randint(1, 4)):
                self.reads(lines, bound, form)
        return lines

    def reads(self, lines: list[str], bound: list[str], form: str) -> None:
        name = self.fresh("r")
        self.forms[name] = form
        lines.append(f"{name} = {self.read(bound)}")
        self.others[lines[-1]] = [f"{name} = {self.read(bound)}" for _ in range(8)]


def names_of(path: str) -> list[str]:
    """Names by which a module may be imported from one of the roots."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    ways = [parts[start:] for start in range(len(parts)) if start == 0 or parts[start - 1] in ("src", "lib", "jobs", "nb", "shop")]
    return [".".join(way) for way in ways if way and all(part.isidentifier() for part in way) and not path.endswith(".ipynb")]


def unambiguous(paths: list[str], roots: list[str]) -> list[str]:
    """Those that leave each name with one meaning, wherever it is looked for."""
    kept: list[str] = []
    owners: dict[str, str] = {}
    for path in paths:
        tops = {path.removeprefix(root).split("/")[0].removesuffix(".py"): root for root in roots if path.startswith(root)}
        names = {name: f"{root}{name}" for name, root in tops.items()}
        if all(owners.get(name, owner) == owner for name, owner in names.items()) and path.removesuffix(".py") not in [each.rsplit("/", 1)[0] for each in paths]:
            owners.update(names)
            kept.append(path)
    return kept


def name_below(root: str, path: str) -> str | None:
    parts = path.removeprefix(root).removesuffix(".py").removesuffix("/__init__").split("/")
    return ".".join(parts) if all(part.isidentifier() for part in parts) else None


# ---- running


class Machine:
    """Runs workspaces, each with modules of its own, in this process."""

    def __init__(self) -> None:
        self.modules: set[str] = set()
        self.path = list(sys.path)
        self.shell = None
        self.raised: BaseException | None = None
        self.keep()

    def keep(self) -> None:
        """What is imported now belongs to no workspace."""
        self.modules = set(sys.modules) - set(STANDARD)

    def write(self, folder: str, module: Module) -> None:
        file = Path(folder, module.path)
        file.parent.mkdir(parents=True, exist_ok=True)
        if module.path.endswith(".ipynb"):
            cells = [{"cell_type": "code", "id": f"c{index}", "metadata": {}, "outputs": [], "execution_count": None, "source": each} for index, each in enumerate(module.statements)]
            file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
        else:
            file.write_text(module.text)

    def start(self, folder: str, workspace: Workspace) -> str:
        for name in set(sys.modules) - self.modules:
            del sys.modules[name]
        importlib.invalidate_caches()
        sys.path_importer_cache.clear()
        entry = os.path.join(folder, workspace.entry)
        own = os.path.dirname(entry)
        sys.path[:] = [own, *(os.path.normpath(os.path.join(folder, each)) for each in workspace.search), *self.path]
        os.chdir(own)
        return entry

    def run(self, folder: str, workspace: Workspace) -> dict | None:
        """The names at the end. `None` if something raised; then the statement that did is gone, or is another."""
        entry = self.start(folder, workspace)
        if workspace.is_notebook:
            return self.run_cells(folder, workspace)
        main = types.ModuleType("__main__")
        main.__file__ = entry
        before = sys.modules["__main__"]
        sys.modules["__main__"] = main

        def run(statement: str) -> BaseException | None:
            try:
                exec(compile(statement, entry, "exec"), main.__dict__)  # noqa: S102
            except Exception as error:  # noqa: BLE001
                return error
            return None

        try:
            return main.__dict__ if self.each(folder, workspace, run) else None
        finally:
            sys.modules["__main__"] = before

    def run_cells(self, folder: str, workspace: Workspace) -> dict | None:
        if self.shell is None:
            import nbformat  # noqa: F401
            import IPython.core.completer
            from IPython.core.interactiveshell import InteractiveShell

            self.shell = InteractiveShell.instance()
            self.shell.history_manager.enabled = False
            # What a `%run` raised is for the reader here, not for the terminal.
            self.shell.showtraceback = self.shown
            self.keep()
        shell = self.shell
        shell.user_ns.clear()
        shell.init_user_ns()
        shell.user_ns.update(__name__="__main__")

        def run(cell: str) -> BaseException | None:
            self.raised = None
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                shell.run_cell(cell)
            return self.raised

        return shell.user_ns if self.each(folder, workspace, run) else None

    def shown(self, *_: object, **__: object) -> None:
        self.raised = sys.exc_info()[1]

    def each(self, folder: str, workspace: Workspace, run: Callable[[str], BaseException | None]) -> bool:
        """Runs the statements one after the other. Those that raise go, in the module where they stand; a read reads something else."""
        main = workspace.modules[workspace.entry]
        gone: set[int] = set()
        is_whole = True
        for index, statement in enumerate(main.statements):
            error = run(statement)
            if error is None:
                continue
            is_whole = False
            place = self.place_of(folder, error, workspace.entry)
            if place:
                module = workspace.modules[place[0]]
                at = module.statement_at(place[1])
                del module.statements[at]
                self.write(folder, module)
                break
            for other in workspace.others.get(statement, []):
                if run(other) is None:
                    main.statements[index] = other
                    break
            else:
                gone.add(index)
        main.statements = [each for index, each in enumerate(main.statements) if index not in gone]
        return is_whole

    @staticmethod
    def place_of(folder: str, error: BaseException, entry: str) -> tuple[str, int] | None:
        """The module and line whose module-level code raised."""
        found = None
        trace = error.__traceback__
        while trace:
            code = trace.tb_frame.f_code
            if code.co_filename.startswith(folder) and code.co_name == "<module>":
                found = (os.path.relpath(code.co_filename, folder), trace.tb_lineno)
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.filename and error.filename.startswith(folder):
            found = (os.path.relpath(error.filename, folder), error.lineno or 1)
        return found if found and found[0] != entry and found[0].endswith(".py") else None


def shown(folder: str, value: object) -> list:
    if isinstance(value, types.ModuleType):
        where = getattr(value, "__file__", None) or next(iter(getattr(value, "__path__", ["?"]))) + "/"
        return ["module", os.path.relpath(where, folder) + ("/" if where.endswith("/") else "")] if where.startswith(folder) else ["other", "module"]
    return plain(value)


def interrupt(*_: object) -> None:
    raise TimeoutError


def main() -> None:
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGALRM, interrupt)
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    is_run = "--unrun" not in sys.argv
    machine = Machine()
    for each in range(seed, seed + count):
        workspace = Workspace(each)
        values = None
        if not is_run:
            files = {path: module.text.removesuffix("\n") for path, module in workspace.modules.items()}
            print(json.dumps({"seed": each, "files": files, "entry": workspace.entry}))
            continue
        with tempfile.TemporaryDirectory() as made:
            folder = os.path.realpath(made)
            for module in workspace.modules.values():
                machine.write(folder, module)
            names = None
            for _ in range(ATTEMPTS):
                signal.setitimer(signal.ITIMER_REAL, 60)
                names = machine.run(folder, workspace)
                signal.setitimer(signal.ITIMER_REAL, 0)
                if names is not None:
                    break
            if names is not None:
                recorded_values.OWN_MODULES = {"__main__", *(set(sys.modules) - machine.modules)}
                hidden = ("In", "Out", "get_ipython", "exit", "quit", "open", "TYPE_CHECKING") if workspace.is_notebook else ("TYPE_CHECKING",)
                values = {name: shown(folder, value) for name, value in names.items() if (name[0] != "_" or name == "_P") and name not in hidden}
            os.chdir("/")
        files = {path: module.text.removesuffix("\n") for path, module in workspace.modules.items()}
        print(json.dumps({"seed": each, "files": files, "entry": workspace.entry, "values": values, "forms": workspace.forms}))


if __name__ == "__main__":
    main()
