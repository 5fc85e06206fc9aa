"""Writes what the classes and functions of a library return: generated/api/<library>.ts.

    python scripts/knowledge/api.py --packages FOLDER [LIBRARY ...]

FOLDER holds installed packages (`pip install --no-deps --target FOLDER seaborn types-seaborn ...`; they are read, never imported,
so that neither their dependencies nor their compiled parts are needed). Which distributions a library is read from is told in
LIBRARIES below; their versions are written into the file. Several folders may be given.

A return type is taken from the first of these that tells it: annotations (in stub files before sources), numpydoc's `Returns`
section, the body (`return self`). What they do not tell stays unknown; libraries/*.ts says the rest, and says it with authority.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from annotations import Types, documented, members, overloads, returned, section, union  # noqa: E402
from libraries import LIBRARIES, STANDARD_LIBRARY, Library  # noqa: E402
from packages import Definition, Module, Package, StandardLibrary  # noqa: E402

OUTPUT = Path(__file__).resolve().parents[2] / "server" / "analysis" / "knowledge" / "generated" / "api"
# Special methods that syntax uses.
SPECIAL = {"__getitem__", "__iter__", "__enter__", "__call__", "__add__", "__sub__", "__mul__", "__truediv__", "__and__", "__or__", "__matmul__"}
LOOKS_LIKE_A_CLASS = re.compile(r"^_?[A-Z]\w*[a-z]")


@dataclass
class Member:
    kind: str  # "method" or "property"
    type: str | None
    cases: list[str] = field(default_factory=list)


class Writer:
    def __init__(self, root: str, library: Library, package: Package, world: dict[str, Package]) -> None:
        self.root = root
        self.library = library
        self.package = package
        self.world = world
        self.types = Types(package, self.named, frozenset(library.ignored))
        self.wanted: set[Definition] = set()
        self.cache: dict[Definition, dict[str, Member]] = {}

    # Names ----------------------------------------------------------------------------------------------

    def named(self, module_name: str, name: str) -> str | None:
        """The name users know a class by, of this or another package."""
        override = self.library.names.get(f"{module_name}.{name}")
        if override:
            return override
        if self.package.owns(module_name):
            where = self.package.definition(module_name, name)
            if where is None or not where[1] or not self.package.owns(where[0]):
                return self.named(*where) if where and where[1] and where != (module_name, name) else None
            module = self.package.module(where[0])
            if module is None or where[1] not in module.classes:
                return None
            if self.is_protocol(module.classes[where[1]]):
                return None
            name = self.name_of(where)
            if self.is_skipped(name) and not LOOKS_LIKE_A_CLASS.match(where[1]):
                return None
            self.wanted.add(where)
            return name
        other = self.world.get(module_name.partition(".")[0])
        if other:
            where = other.definition(module_name, name)
            if where and where[1]:
                home = other.module(where[0])
                if home is not None and where[1] not in home.classes:
                    return None
                return other.public_name(where) or f"{where[0]}.{where[1]}"
        if module_name.partition(".")[0] in ("pandas", "numpy", "torch", "scipy", "datetime", "pathlib", "os", "io", "re", "collections", "matplotlib", "networkx", "PIL"):
            return f"{module_name}.{name}"
        return None

    def name_of(self, where: Definition) -> str:
        override = self.library.names.get(f"{where[0]}.{where[1]}")
        return override or self.package.public_name(where) or f"{where[0]}.{where[1]}"

    @staticmethod
    def is_protocol(node: ast.ClassDef) -> bool:
        return any(ast.unparse(base).startswith(("Protocol", "typing.Protocol", "TypedDict")) for base in node.bases)

    def by_name(self, text: str) -> str | None:
        """A class that documentation names, wherever it is: `Axes`, `matplotlib.axes.Axes`."""
        last = text.rpartition(".")[2]
        found = {self.name_of(where) for where in self.classes_by_name.get(last, [])}
        exact = [each for each in found if each == text or each.endswith(f".{text}")]
        chosen = exact[0] if len(exact) == 1 else None
        if chosen:
            self.wanted.update(where for where in self.classes_by_name[last] if self.name_of(where) == chosen)
        return chosen

    # Facts ----------------------------------------------------------------------------------------------

    def result(self, nodes: list[ast.FunctionDef], module: Module, class_name: str | None) -> Member:
        decorators = {ast.unparse(each).rpartition(".")[2] for each in nodes[0].decorator_list}
        kind = "property" if decorators & {"property", "cached_property", "cache_readonly", "deprecated_property"} else "method"
        is_overloaded = any("overload" in {ast.unparse(each).rpartition(".")[2] for each in node.decorator_list} for node in nodes)
        if kind == "property" or not is_overloaded:
            nodes = nodes[:1] if kind == "property" else nodes[-1:]
        else:
            nodes = [node for node in nodes if "overload" in {ast.unparse(each).rpartition(".")[2] for each in node.decorator_list}]
        if isinstance(nodes[0], ast.AsyncFunctionDef):
            return Member(kind, None)
        type_, cases = overloads(self.types, nodes, module, class_name)
        if decorators & {"contextmanager"} and type_ is None:
            return Member(kind, None)
        if type_ is None and nodes[0].returns is None:
            doc = ast.get_docstring(nodes[0]) or ""
            type_ = documented(section(doc, "Returns"), self.by_name) if self.library.docs else None
            if type_ is None and self.library.bodies and "Yields" not in doc:
                type_ = returned(nodes[0], self.types, module, class_name)
        return Member(kind, type_, cases)

    def own_members(self, where: Definition) -> dict[str, Member]:
        if where in self.cache:
            return self.cache[where]
        module = self.package.module(where[0])
        found: dict[str, Member] = {}
        self.cache[where] = found
        if module is None or where[1] not in module.classes:
            return found
        node = module.classes[where[1]]
        methods, attributes = members(node)
        if self.library.docs:
            for name, kind in section(ast.get_docstring(node) or "", "Attributes"):
                name = name.strip("`*")
                if re.fullmatch(r"\w+", name) and name not in methods:
                    found[name] = Member("property", documented([(name, kind)], self.by_name))
        for name, annotation in attributes.items():
            found[name] = Member("property", self.types.of(annotation, module, where[1]))
        for name, nodes in methods.items():
            found[name] = self.result(nodes, module, where[1])
        return {name: each for name, each in found.items() if not name.startswith("_") or name in SPECIAL}

    def bases(self, where: Definition) -> list[Definition | str]:
        module = self.package.module(where[0])
        found: list[Definition | str] = []
        for base in module.classes[where[1]].bases if module and where[1] in module.classes else []:
            if isinstance(base, ast.Subscript):
                base = base.value
            head = self.types.qualified(base, module)
            if head is None:
                continue
            owner, _, last = head.rpartition(".")
            if self.package.owns(owner):
                home = self.package.module(owner)
                if home and last in home.classes and (owner, last) != where:
                    found.append((owner, last))
            elif owner not in ("typing", "typing_extensions", "abc", "builtins", "enum", "collections.abc"):
                other = self.named(owner, last)
                if other:
                    found.append(other)
        # statsmodels: a wrapper passes everything on to the results it wraps.
        wrapped = where[1].removesuffix("Wrapper")
        if where[1].endswith("ResultsWrapper") and module and wrapped in module.classes:
            found.insert(0, (where[0], wrapped))
        return found

    # Writing --------------------------------------------------------------------------------------------

    def text(self) -> str:
        package = self.package
        chosen: dict[Definition, str] = {}
        functions: dict[str, Member] = {}
        self.classes_by_name: dict[str, list[Definition]] = defaultdict(list)
        for where in package.ways:
            module = package.module(where[0])
            if module and where[1] in module.classes:
                self.classes_by_name[where[1]].append(where)
        for where in list(package.ways):
            name = self.name_of(where)
            module = package.module(where[0])
            if module is None or not self.is_chosen(name):
                continue
            if where[1] in module.classes:
                if not self.is_protocol(module.classes[where[1]]):
                    chosen[where] = name
            elif where[1] in module.functions:
                functions[name] = self.result(module.functions[where[1]], module, None)
            elif where[1] in module.annotated:
                type_ = self.types.of(module.annotated[where[1]], module, None)
                if type_ and self.is_worth(type_) and "[" not in type_:
                    functions[name] = Member("property", type_)
        lines: dict[Definition, list[str]] = {}
        heads: dict[Definition, str] = {}
        pending = list(chosen)
        while pending:
            for where in pending:
                self.write_class(where, chosen[where], heads, lines)
            # What types and bases speak of counts too, private or not.
            pending = [where for where in sorted(self.wanted) if where not in chosen and package.module(where[0]) and not self.is_skipped(self.name_of(where))]
            for where in pending:
                chosen[where] = self.name_of(where)
        return self.assembled(chosen, heads, lines, functions)

    def is_skipped(self, name: str) -> bool:
        return any(name == each or name.startswith(f"{each}.") for each in self.library.skip)

    def is_chosen(self, name: str) -> bool:
        module = name.rpartition(".")[0]
        if self.is_skipped(name):
            return False
        return not self.library.only or any(module == each for each in self.library.only)

    def is_worth(self, type_: str | None) -> bool:
        return type_ is not None and type_ not in self.library.dropped

    def write_class(self, where: Definition, name: str, heads: dict[Definition, str], lines: dict[Definition, list[str]]) -> None:
        bases = self.bases(where)
        for base in bases:
            if isinstance(base, tuple):
                self.wanted.add(base)
        shown = [self.shown(base if isinstance(base, str) else self.name_of(base)) for base in bases]
        heads[where] = ", ".join(shown)
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        cases: list[str] = []
        for member_name, member in self.own_members(where).items():
            if not self.library.cases:
                member.cases.clear()
            is_plain = member.kind == "property" and self.library.properties and member.type in ("builtins.int", "builtins.float", "builtins.bool")
            if (not self.is_worth(member.type) and not member.cases and not is_plain) or re.fullmatch(self.library.omit, member_name):
                continue
            type_ = self.shown_type(member.type or "unknown")
            known = self.library.inherited.get(member_name)
            if known is not None and known == member.type:
                continue
            if member.cases:
                cases.append(f"  {member_name}(...) -> {type_}" + "".join(f" ? {self.shown_type(each)}" for each in member.cases))
            elif member.kind == "property":
                groups[("property", type_)].append(member_name)
            else:
                groups[("->", type_)].append(member_name)
        lines[where] = [f"  {kind} {type_}: {' '.join(names)}" for (kind, type_), names in groups.items()] + cases

    def shown(self, name: str) -> str:
        return name[len(self.root):] if self.root and name.startswith(f"{self.root}.") else name

    def shown_type(self, type_: str) -> str:
        # The stub language knows a few types by their bare names.
        text = re.sub(r"(?<![\w.])(?:builtins\.(str|int|float|bool|bytes|list|dict|set|tuple)|numpy\.(ndarray)|pandas\.(DataFrame|Series))(?![\w.])", r"\1\2\3", type_)
        return re.sub(rf"(?<![\w.]){re.escape(self.root)}\.", ".", text) if self.root else text

    def assembled(self, chosen: dict[Definition, str], heads: dict[Definition, str], lines: dict[Definition, list[str]], functions: dict[str, Member]) -> str:
        by_module: dict[str, list[str]] = defaultdict(list)
        kept = self.kept(chosen, heads, lines)
        plain: dict[tuple[str, str], list[str]] = defaultdict(list)
        for where in sorted(kept, key=lambda each: chosen[each]):
            module, _, last = chosen[where].rpartition(".")
            bases = ", ".join(each for each in heads[where].split(", ") if each and self.is_kept_base(each, kept, chosen))
            if lines[where]:
                by_module[module].append(f"class {last}" + (f"({bases})" if bases else ""))
                by_module[module] += lines[where]
            else:
                plain[(module, bases)].append(last)
        for (module, bases), names in plain.items():
            by_module[module].append(f"classes({bases}): {' '.join(names)}")
        results: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, member in sorted(functions.items()):
            module, _, last = name.rpartition(".")
            type_ = member.type
            if not self.library.cases:
                member.cases.clear()
            if LOOKS_LIKE_A_CLASS.match(last) and not self.is_worth(type_):
                # Not to be taken for a class by its name.
                type_ = type_ or "unknown"
            elif not self.is_worth(type_) and not member.cases:
                continue
            told = self.shown_type(type_ or "unknown")
            if member.cases:
                by_module[module].append(f"{last}(...) -> {told}" + "".join(f" ? {self.shown_type(each)}" for each in member.cases))
            else:
                results[module]["property " + told if member.kind == "property" else "-> " + told].append(last)
        for module, groups in results.items():
            by_module[module] += [f"{head}: {' '.join(names)}" for head, names in groups.items()]
        for module, aliases in self.aliases(chosen).items():
            by_module[module] += aliases
        text: list[str] = []
        for module in sorted(by_module):
            text += [f"module {module}", *by_module[module]]
        return "\n".join(text)

    def kept(self, chosen: dict[Definition, str], heads: dict[Definition, str], lines: dict[Definition, list[str]]) -> set[Definition]:
        """Classes that say something: members, a base that does, or a name that does not look like one of a class."""
        by_shown = {self.shown(name): where for where, name in chosen.items()}
        kept = {where for where in chosen if lines[where]}
        while True:
            more = {
                where for where in chosen if where not in kept
                and any(by_shown.get(base) in kept or (not base.startswith(".") and base != "") for base in heads[where].split(", "))
            }
            if not more:
                break
            kept |= more
        # A private base that only passes on what its own bases say is passed over: nobody asks for it by name.
        public = {where for where, name in chosen.items() if (where in self.package.ways or where in self.wanted) and not LOOKS_LIKE_A_CLASS.match(name.rpartition(".")[2])}
        return kept | public

    def is_kept_base(self, base: str, kept: set[Definition], chosen: dict[Definition, str]) -> bool:
        if not base.startswith("."):
            return True
        return any(self.shown(chosen[where]) == base for where in kept)

    def aliases(self, chosen: dict[Definition, str]) -> dict[str, list[str]]:
        """Other ways to things, module by module: as a whole where all names of a module lead to one other."""
        ways: dict[str, dict[str, str]] = defaultdict(dict)
        if not self.library.aliases:
            return {}
        for where, all_ways in self.package.ways.items():
            name = self.name_of(where)
            if not self.is_chosen(name):
                continue
            for way in [*all_ways, f"{where[0]}.{where[1]}"]:
                module, _, last = way.rpartition(".")
                if way == name or (self.root and not way.startswith(f"{self.root}.")):
                    continue
                if "._" in way and re.sub(r"\._\w+(?=\.)", "", way) == name:
                    continue
                ways[module][last] = name
        found: dict[str, list[str]] = defaultdict(list)
        for module, names in sorted(ways.items()):
            home = module
            targets: dict[str, list[str]] = defaultdict(list)
            for last, name in names.items():
                owner, _, own = name.rpartition(".")
                if own == last:
                    targets[owner].append(last)
                else:
                    found[self.root].append(f"alias {self.local(f'{home}.{last}')} = {self.shown(name)}")
            own_names = [each for where, each in chosen.items() if each.rpartition(".")[0] == home]
            for target, lasts in targets.items():
                if home == self.root:
                    found[self.root].append(f"aliases = {self.short(target)}: {' '.join(sorted(lasts))}")
                elif len(targets) == 1 and not own_names and len(lasts) == len(names):
                    found[self.root].append(f"alias {self.local(home)} = {self.short(target)}")
                else:
                    found[self.root].append(f"aliases {self.local(home)} = {self.short(target)}: {' '.join(sorted(lasts))}")
        return found

    def local(self, name: str) -> str:
        return name[len(self.root) + 1:] if name.startswith(f"{self.root}.") else name

    def short(self, name: str) -> str:
        return self.shown(name) if name != self.root else name


def version_of(folders: list[Path], distribution: str) -> str:
    wanted = distribution.replace("-", "_").lower()
    for folder in folders:
        for each in folder.glob("*.dist-info"):
            name, _, version = each.name.removesuffix(".dist-info").rpartition("-")
            if name.replace("-", "_").lower() == wanted:
                return version
    return "?"


def literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return f"`\n{escaped}\n`"


def write_file(name: str, sources: str, value: str) -> int:
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / f"{name}.ts").write_text(f"/** Read off {sources} by scripts/knowledge/api.py. */\nexport const {name} = {value};\n", encoding="utf-8")
    return len(value)


def by_root(text: str) -> dict[str, str]:
    """Stubs of several top-level modules, apart."""
    found: dict[str, list[str]] = defaultdict(list)
    root = ""
    for line in text.split("\n"):
        if line.startswith("module "):
            root = line[7:].partition(".")[0]
        found[root].append(line)
    return {root: "\n".join(lines) for root, lines in sorted(found.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", action="append", type=Path, required=True)
    parser.add_argument("libraries", nargs="*")
    options = parser.parse_args()
    folders: list[Path] = options.packages
    world: dict[str, Package] = {}
    for root, library in LIBRARIES.items():
        places = [folder / each for each in library.folders or (f"{root}-stubs", root) for folder in folders if (folder / each).exists()]
        if places:
            world[root] = Package(root, places, frozenset(library.private), frozenset(library.gateways))
    for root, library in LIBRARIES.items():
        if (options.libraries and root not in options.libraries) or library.is_reference:
            continue
        if root not in world:
            print(f"{root}: not in the folders, left as it is", file=sys.stderr)
            continue
        text = Writer(root, library, world[root], world).text()
        versions = ", ".join(f"{each} {version_of(folders, each)}" for each in library.distributions or (root,))
        print(f"{root}: {write_file(root, versions, literal(text))}", file=sys.stderr)
    if not options.libraries or "python" in options.libraries:
        typeshed = next((folder / "typeshed_client" / "typeshed" for folder in folders if (folder / "typeshed_client").exists()), None)
        if typeshed:
            package = StandardLibrary(typeshed, list(STANDARD_LIBRARY.only))
            text = Writer("", STANDARD_LIBRARY, package, world).text()
            value = "{\n" + "".join(f"  {root}: {literal(part)},\n" for root, part in by_root(text).items()) + "}"
            print(f"python: {write_file('python', 'typeshed of typeshed-client ' + version_of(folders, 'typeshed-client'), value)}", file=sys.stderr)
    names = sorted(each.stem for each in OUTPUT.glob("*.ts") if each.stem != "index")
    imports = "".join(f'import {{ {each} }} from "./{each}.ts";\n' for each in names)
    (OUTPUT / "index.ts").write_text(
        "/** Return types by the top-level module they describe. Written by scripts/knowledge/api.py. */\n"
        f"{imports}\nexport const api: Readonly<Record<string, string>> = {{ {', '.join('...python' if each == 'python' else each for each in names)} }};\n", encoding="utf-8")


if __name__ == "__main__":
    main()
