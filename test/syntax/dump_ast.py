"""CPython's syntax trees in the form that canonical.ts writes, for oracle.test.ts.

Reads paths from standard input, one a line, and prints one line of JSON for each:

    {"path": ..., "hashes": [...]}       a hash for each top-level statement
    {"path": ..., "error": "..."}        CPython rejects the file
    {"path": ..., "compile": "..."}      beside hashes: ast.parse takes the file, compile() does not
    {"path": ..., "text": "..."}         beside the others, when the file is not UTF-8

With `--full` it prints "trees", the canonical text itself, instead of hashes.
`canonical_module(source)` is also used on its own, by an interpreter that runs elsewhere.
"""
import ast
import hashlib
import io
import json
import re
import struct
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "Mod": "%", "Pow": "**", "LShift": "<<", "RShift": ">>",
    "BitOr": "|", "BitXor": "^", "BitAnd": "&", "FloorDiv": "//", "Invert": "~", "Not": "not", "UAdd": "+", "USub": "-",
    "And": "and", "Or": "or", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is",
    "IsNot": "is not", "In": "in", "NotIn": "not in", "Load": "load", "Store": "store", "Del": "del",
}
SKIPPED = {"type_comment", "kind", "type_ignores"}
FIELDS = {}
BREAK = re.compile(r"\r\n|\r|\n")


class Positions:
    """From CPython's line and UTF-8 column to an offset in UTF-16 code units of the whole text."""

    def __init__(self, text):
        self.starts = []
        self.columns = []
        self.text = text
        self.lines = []
        offset = 0
        at = 0
        for found in BREAK.finditer(text):
            self.add(text[at:found.start()], offset)
            offset += self.width(text[at:found.end()])
            at = found.end()
        self.add(text[at:], offset)

    @staticmethod
    def width(part):
        return len(part) if part.isascii() else len(part.encode("utf-16-le", "surrogatepass")) // 2

    def add(self, line, offset):
        mark = 0
        if offset == 0 and line.startswith("\ufeff"):
            line = line[1:]
            mark = 1
        self.starts.append(offset + mark)
        if line.isascii():
            self.columns.append(None)
            return
        columns = []
        column = 0
        for character in line:
            columns.extend([column] * len(character.encode("utf-8", "surrogatepass")))
            column += 2 if ord(character) > 0xFFFF else 1
        columns.append(column)
        self.columns.append(columns)

    def offset(self, line, column):
        columns = self.columns[line - 1]
        return self.starts[line - 1] + (column if columns is None else columns[column])


def number(value):
    return struct.pack(">d", value).hex()


def write(node, out, where, source):
    """Appends the canonical text of an AST node to out."""
    kind = type(node)
    fields = FIELDS.get(kind)
    if fields is None:
        fields = FIELDS[kind] = tuple(name for name in kind._fields if name not in SKIPPED)
    start = end = None
    if "lineno" in kind._attributes:
        start = where.offset(node.lineno, node.col_offset)
        end = where.offset(node.end_lineno, node.end_col_offset)
        out.append("(%s@%d-%d" % (kind.__name__, start, end))
    else:
        out.append("(" + kind.__name__)
    if kind is ast.Constant:
        out.append(" ")
        named = "\\N{" in source and "\\N{" in source_slice(source, start, end)
        constant(node.value, out, named)
        out.append(")")
        return
    if kind is ast.MatchSingleton:
        out.append(" %s)" % node.value)
        return
    for name in fields:
        out.append(" ")
        value = getattr(node, name)
        if name == "conversion":
            value = None if value == -1 else chr(value)
        field(value, out, where, source)
    out.append(")")


def source_slice(source, start, end):
    if source.isascii():
        return source[start:end]
    return source.encode("utf-16-le", "surrogatepass")[2 * start:2 * end].decode("utf-16-le", "surrogatepass")


def field(value, out, where, source):
    if value is None:
        out.append("~")
    elif isinstance(value, list):
        out.append("[")
        for item in value:
            field(item, out, where, source)
            out.append(",")
        out.append("]")
    elif isinstance(value, ast.AST):
        symbol = OPERATORS.get(type(value).__name__)
        if symbol is not None:
            out.append(symbol)
        else:
            write(value, out, where, source)
    elif isinstance(value, str):
        out.append("'" + value + "'")
    else:
        # A singleton of a pattern, or a small number of a field.
        out.append(str(value))


def constant(value, out, named):
    if isinstance(value, str):
        out.append("N" if named else "s'" + value + "'")
    elif isinstance(value, bytes):
        out.append("b'" + value.decode("latin-1") + "'")
    elif value is None or value is True or value is False:
        out.append(str(value))
    elif value is ...:
        out.append("Ellipsis")
    elif isinstance(value, int):
        out.append("i%x" % value)
    elif isinstance(value, float):
        out.append("f" + number(value))
    else:
        out.append("c" + number(value.imag))


def canonical(tree, text):
    where = Positions(text)
    for statement in tree.body:
        out = []
        write(statement, out, where, text)
        yield "".join(out)


def canonical_module(source):
    """Canonical text of each top-level statement of a text."""
    return list(canonical(ast.parse(source.encode("utf-8", "surrogatepass")), source))


def read(path, full):
    with open(path, "rb") as file:
        data = file.read()
    answer = {"path": path}
    text = None
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode("utf-8" if encoding == "utf-8-sig" else encoding)
        if encoding not in ("utf-8", "utf-8-sig"):
            answer["text"] = text
        tree = ast.parse(data)
    except (SyntaxError, ValueError, LookupError, RecursionError, MemoryError) as error:
        answer["error"] = str(error)
        answer["decoded"] = text is not None
        return answer
    try:
        compile(tree, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        answer["compile"] = str(error)
    try:
        trees = list(canonical(tree, text))
    except RecursionError as error:
        return {"path": path, "error": str(error), "decoded": False}
    if full:
        answer["trees"] = trees
    else:
        answer["hashes"] = [hashlib.md5(tree.encode("utf-16-le", "surrogatepass")).hexdigest() for tree in trees]
    return answer


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"), "--full" in sys.argv)), flush=True)
