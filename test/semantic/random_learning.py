"""Random programs that split, filter, fit and transform, and what really happened to each row when they ran.

    random_learning.py SEED COUNT      prints JSON: [{"seed", "source", "made", "shown", "exits"}, ...]

Every row carries its number in the column `id` (the first column of arrays). Estimators of scikit-learn are patched so that they leave the
rows as they are and remember the numbers that they were fitted on. Expressions are known by their offsets in the source, "12:40":

    made    rows that calls and subscripts gave, each time: {"12:40": [result, ...]}; a list of results for what gives several
    shown   what `print(x)` was given, each time
    exits   what the names of the module stand for at the end
"""

import ast
import json
import random
import sys
import types
import warnings

import numpy as np
import pandas as pd
import sklearn.base
import sklearn.linear_model
import sklearn.model_selection
import sklearn.pipeline
import sklearn.preprocessing

warnings.simplefilter("ignore")
ROWS = 36


# ---- what a value holds -----------------------------------------------------------------------------------------


def rows_in(value):
    """Numbers of the rows, or None for what holds none."""
    if isinstance(value, pd.DataFrame):
        return [int(each) for each in value["id"]] if "id" in value else None
    if isinstance(value, pd.Series):
        return [int(each) for each in value] if value.name == "id" else None
    if isinstance(value, np.ndarray):
        if value.ndim == 2 and value.shape[1] > 0:
            return [int(each) for each in value[:, 0]]
        return [int(each) for each in value] if value.ndim == 1 and value.dtype.kind == "f" else None
    return None


def told(value):
    if isinstance(value, sklearn.base.BaseEstimator):
        return {"fits": getattr(value, "fits_seen", [])}
    rows = rows_in(value)
    return None if rows is None else {"rows": rows}


def fit(self, X, y=None):
    self.fits_seen = [rows_in(X)]
    return self


def partial_fit(self, X, y=None, classes=None):
    self.fits_seen = [*getattr(self, "fits_seen", []), rows_in(X)]
    return self


def unchanged(self, X):
    return np.array(X, dtype=float)


def numbers(self, X):
    return np.array(X, dtype=float)[:, 0]


def fit_transform(self, X, y=None):
    return self.fit(X, y).transform(X)


# Each kind can do everything, so that programs seldom stop.
for kind in (
    sklearn.preprocessing.StandardScaler, sklearn.preprocessing.MinMaxScaler, sklearn.linear_model.LinearRegression, sklearn.linear_model.SGDRegressor,
    sklearn.pipeline.Pipeline,
):
    kind.fit, kind.partial_fit, kind.transform, kind.fit_transform, kind.predict = fit, partial_fit, unchanged, fit_transform, numbers


def pipeline_fit(self, X, y=None):
    self.fits_seen = [rows_in(X)]
    for _, step in self.steps[:-1]:
        X = step.fit_transform(X)
    self.steps[-1][1].fit(X, y)
    return self


sklearn.pipeline.Pipeline.fit = pipeline_fit


class Pairs(list):
    """What a splitter gave: positions, and the rows that they stand for. train_test_split asks for the next one."""

    def __next__(self):
        return self[0]


def folds(original):
    def split(self, X, y=None, groups=None):
        rows = rows_in(X)
        pairs = Pairs(original(self, X, y, groups))
        pairs.rows = None if rows is None else [[[rows[i] for i in part] for part in pair] for pair in pairs]
        return pairs

    return split


for splitter in (sklearn.model_selection.KFold, sklearn.model_selection.ShuffleSplit):
    splitter.split = folds(splitter.split)


# ---- running ----------------------------------------------------------------------------------------------------


class Recording(ast.NodeTransformer):
    """Wraps calls and subscripts so that what they give is recorded."""

    def __init__(self, source):
        self.starts = [0]
        for line in source.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def key(self, node):
        return f"{self.starts[node.lineno - 1] + node.col_offset}:{self.starts[node.end_lineno - 1] + node.end_col_offset}"

    def visit_Call(self, node):
        key = self.key(node)
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "print":
            return ast.Call(ast.Name("__show", ast.Load()), [ast.Constant(key), *node.args], [])
        return ast.Call(ast.Name("__made", ast.Load()), [ast.Constant(key), node], [])

    def visit_Subscript(self, node):
        key = self.key(node)
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        return ast.Call(ast.Name("__made", ast.Load()), [ast.Constant(key), node], [])


def run(source):
    made, shown = {}, {}

    def record_made(key, value):
        if isinstance(value, Pairs):
            result = {"pairs": value.rows}
        elif isinstance(value, (list, tuple)):
            result = {"parts": [told(each) for each in value]}
        else:
            result = told(value)
        made.setdefault(key, []).append(result)
        return value

    def record_shown(key, value):
        shown.setdefault(key, []).append(told(value))

    tree = ast.fix_missing_locations(Recording(source).visit(ast.parse(source)))
    module = types.ModuleType("program")
    module.__dict__.update({"__made": record_made, "__show": record_shown})
    exits = None
    try:
        exec(compile(tree, "program", "exec"), module.__dict__)
        exits = {name: told(value) for name, value in module.__dict__.items() if not name.startswith("_") and not isinstance(value, type)}
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        pass  # What happened up to here counts.
    return made, shown, exits


# ---- programs ---------------------------------------------------------------------------------------------------

HEADER = """import numpy as np
import pandas as pd
from sklearn.base import clone
from sklearn.linear_model import LinearRegression, SGDRegressor
from sklearn.model_selection import KFold, ShuffleSplit, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.utils import resample, shuffle

def scaled(part):
    own = StandardScaler()
    result = own.fit_transform(part)
    print(result)
    print(own)
    return result

def first_half(data, size=9):
    print(data)
    return data[:size]

def halves(data):
    left, right = train_test_split(data, test_size=0.5, random_state=1)
    return left, right

def learn(estimator, data):
    estimator.fit(data)
    return estimator

"""


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.frames, self.arrays, self.estimators = [], [], []
        self.count = 0

    def source(self):
        self.line("f0 = pd.read_csv('rows.csv')")
        self.frames.append("f0")
        for _ in range(self.random.randint(8, 22)):
            self.statement(0)
        return HEADER + "\n".join(self.lines) + "\n"

    def line(self, text, depth=0):
        self.lines.append("    " * depth + text)

    def new(self, kind, reuse=True):
        pool = {"f": self.frames, "a": self.arrays, "e": self.estimators}[kind]
        if reuse and pool and self.random.random() < 0.25:
            return self.random.choice(pool)
        self.count += 1
        name = f"{kind}{self.count}"
        pool.append(name)
        return name

    def frame(self):
        return self.random.choice(self.frames)

    def data(self):
        return self.random.choice(self.frames + self.arrays)

    def statement(self, depth):
        pick = self.random.random()
        if depth < 2 and pick < 0.16:
            self.block(depth)
        elif pick < 0.5:
            self.split_or_select(depth)
        elif pick < 0.66:
            self.array(depth)
        elif pick < 0.86:
            self.estimator(depth)
        else:
            self.line(f"print({self.random.choice(self.frames + self.arrays + self.estimators)})", depth)

    def block(self, depth):
        before = [list(each) for each in (self.frames, self.arrays, self.estimators)]
        body = self.random.randint(1, 3)
        kind = self.random.choice(["if", "if", "for", "folds", "else", "try", "with"])
        frame = self.frame()
        if kind == "folds":
            one, other = f"i{self.count}", f"j{self.count}"
            splitter = self.random.choice(["KFold(3)", "KFold(n_splits=3, shuffle=True, random_state=1)", "ShuffleSplit(2, random_state=3)"])
            self.line(f"for {one}, {other} in {splitter}.split({frame}):", depth)
            for index in (one, other):
                target = self.new("f", reuse=False)
                self.line(f"{target} = {frame}.iloc[{index}]", depth + 1)
                self.line(f"print({target})", depth + 1)
        elif kind == "for":
            self.line(f"for k in range({self.random.randint(1, 3)}):", depth)
        elif kind == "try":
            self.line("try:", depth)
        else:
            self.line(f"if len({frame}) > {self.random.randint(1, 36)}:", depth)
        for _ in range(body):
            self.statement(depth + 1)
        if kind == "else":
            self.frames, self.arrays, self.estimators = (list(each) for each in before)
            self.line("else:", depth)
            self.statement(depth + 1)
        if kind == "try":
            self.line("except ZeroDivisionError:", depth)
            self.line("pass", depth + 1)
        # Names that only the block bound may not be there afterwards.
        self.frames, self.arrays, self.estimators = before

    def split_or_select(self, depth):
        choose, number = self.random.choice, self.random.randint
        frame = self.frame()
        other = self.frame()
        state = number(0, 9)
        if self.random.random() < 0.35:
            left, right = self.new("f"), self.new("f", reuse=False)
            self.line(choose([
                f"{left}, {right} = train_test_split({frame}, test_size=0.3, random_state={state})",
                f"{left}, {right} = train_test_split({frame}, random_state={state})",
                f"{left}, {right} = halves({frame})",
                f"{left}, {right} = train_test_split({frame}, train_size=0.5, shuffle=False)",
                f"{left} = {frame}.sample(frac=0.6, random_state={state}); {right} = {frame}.drop({left}.index)",
                f"{left}, {right} = {frame}[:{number(3, 20)}], {frame}[{number(3, 20)}:]",
                f"{left}, _, {right}, _ = train_test_split({frame}, {frame}['id'], random_state={state})",
                f"parts = train_test_split({frame}, random_state={state}); {left} = parts[0]; {right} = parts[1]",
                f"at = np.arange(len({frame})); at_a, at_b = train_test_split(at, random_state={state}); {left} = {frame}.iloc[at_a]; {right} = {frame}.iloc[at_b]",
                f"order = np.random.RandomState({state}).permutation(len({frame})); {left} = {frame}.iloc[order[:{number(3, 12)}]]; {right} = {frame}.iloc[order[12:]]",
                f"low = {frame}['a'] < {number(2, 8)}; {left} = {frame}[low]; {right} = {frame}[~low]",
            ]), depth)
            return
        selection = choose([
            f"{frame}[{frame}['a'] > {number(0, 6)}]",
            f"{frame}[{frame}.a > {number(0, 6)}]",
            f"{frame}.loc[{frame}['a'] < {number(3, 9)}, ['id', 'a']]",
            f"{frame}.loc[{frame}['a'] < {number(3, 9)}]",
            f"{frame}.iloc[{number(0, 5)}:{number(10, 30)}]",
            f"{frame}.iloc[::2]",
            f"{frame}.query('a > {number(0, 5)}')",
            f"{frame}.head({number(4, 20)})",
            f"{frame}.tail({number(4, 20)})",
            f"{frame}.sample(frac=0.7, random_state={state})",
            f"{frame}.sample(n=4, random_state={state})",
            f"{frame}.sample(frac=1, random_state={state})",
            f"{frame}.dropna()",
            f"{frame}.copy()",
            f"{frame}",
            f"{frame}[['id', 'a']]",
            f"{frame}.reset_index(drop=True)",
            f"{frame}.sort_values('a')",
            f"{frame}.drop({other}.index, errors='ignore')",
            f"{frame}.drop(columns=['b'], errors='ignore')",
            f"{frame}.assign(c=1)",
            f"{frame}.fillna(0)",
            f"pd.concat([{frame}, {other}])",
            f"first_half({frame})",
            f"halves({frame})[{choose([0, 1])}]",
            f"shuffle({frame}, random_state={state})",
            f"resample({frame}, n_samples=9, random_state={state})",
            f"{frame} if len({other}) > 10 else {other}",
            f"pd.DataFrame({frame}[['id', 'a']].to_numpy(), columns=['id', 'a'])",
        ])
        self.line(f"{self.new('f')} = {selection}", depth)

    def array(self, depth):
        choose, number = self.random.choice, self.random.randint
        frame = self.frame()
        ways = [
            f"{frame}[['id', 'a']].to_numpy()", f"{frame}[['id', 'a']].values", f"np.asarray({frame}[['id', 'a']])", f"scaled({frame}[['id', 'a']])",
            f"np.array({frame}[['id', 'a']])",
        ]
        if self.arrays:
            array, other = choose(self.arrays), choose(self.arrays)
            ways += [
                f"{array}[:{number(2, 12)}]", f"{array}[{array}[:, 1] > {number(0, 5)}]", f"{array} * 1.0", f"np.vstack([{array}, {other}])", f"np.concatenate([{array}, {other}])",
                f"np.hstack([{array}, {array}])", f"{array}.astype(float)", f"train_test_split({array}, random_state=2)[{choose([0, 1])}]", f"first_half({array})", f"np.nan_to_num({array})",
                f"scaled({array})", f"np.delete({array}, 0, axis=0)", f"{array}[:, [0, 1]]", f"np.take({array}, [0, 1], axis=0)", f"np.where({array} < 0, 0, {array})",
                f"np.concatenate([{array}, {other}], axis=0)", f"shuffle({array}, random_state=1)", f"{array}[np.random.RandomState(1).permutation(len({array}))[:3]]",
            ]
        way = choose(ways)
        self.line(f"{self.new('a')} = {way}", depth)

    def estimator(self, depth):
        choose = self.random.choice
        data = f"{choose(self.frames)}[['id', 'a']]" if not self.arrays or self.random.random() < 0.5 else choose(self.arrays)
        if not self.estimators or self.random.random() < 0.3:
            ways = ["StandardScaler()", "MinMaxScaler()", "LinearRegression()", "SGDRegressor()", "make_pipeline(StandardScaler(), LinearRegression())"]
            if self.estimators:
                known = choose(self.estimators)
                ways += [f"clone({known})", known, f"make_pipeline(StandardScaler(), {known})", f"Pipeline([('scale', StandardScaler()), ('model', {known})])", f"learn({known}, {data})"]
            way = choose(ways)
            self.line(f"{self.new('e')} = {way}", depth)
            return
        known = choose(self.estimators)
        way = choose([
            f"{known}.fit({data})",
            f"{known}.fit({data})",
            f"{known} = {known}.fit({data})",
            f"{known}.partial_fit({data})",
            f"learn({known}, {data})",
            f"TARGET = {known}.fit_transform({data})",
            f"TARGET = {known}.transform({data})",
            f"TARGET = {known}.fit({data}).transform({data})",
            f"kept = [{known}]; kept[0].fit({data})",
            f"TARGET = {known}.predict({data}).reshape(-1, 1)",
            f"{known}.set_params()",
            f"print({known})",
        ])
        self.line(way.replace("TARGET", self.new("a")) if "TARGET" in way else way, depth)


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    generator = np.random.default_rng(0)
    table = pd.DataFrame({"id": np.arange(ROWS), "a": generator.integers(0, 10, ROWS), "b": generator.normal(size=ROWS)})
    pd.read_csv = lambda path: table.copy()
    programs = []
    for at in range(seed, seed + count):
        source = Writer(at).source()
        made, shown, exits = run(source)
        programs.append({"seed": at, "source": source, "made": made, "shown": shown, "exits": exits})
    json.dump(programs, sys.stdout)


main()
