"""Writes random programs that work on pandas frames, and the labels that pandas finds after every line, as JSON.

    python random_frames.py SEED COUNT

Programs are made line by line: a line that fails is left out, or ends the program where it may have changed something before. Each
line comes with the columns (and names of the index) of every frame and with the name of every series at hand. Labels that are
neither texts nor integers are written as {"repr": ...}.
"""

import json
import os
import random
import sys
import tempfile
import warnings

import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

warnings.simplefilter("ignore")

FILES = {
    "sales.csv": "id,k,a,b,day\n1,x,1.5,2,mon\n2,y,2.5,3,tue\n3,x,0.5,4,mon\n",
    "people.csv": "id,k,name,a\n1,x,Ann,3\n3,y,Bo,4\n",
    "twice.csv": "a,a,b,\n1,2,3,4\n5,6,7,8\n",
    "Upper.csv": "Id,Full Name, Amount\n1,Ann,2\n2,Bo,3\n",
}
POOL = ["a", "b", "c", "d", "k", "id", "name", "day", "x", "n", "index", "total", "a_b", "count"]
FRAMES = ["df", "other", "left", "part", "wide"]
SERIES = ["s", "y"]


def encoded(label):
    if isinstance(label, str):
        return label
    if isinstance(label, (int, np.integer)) and not isinstance(label, (bool, np.bool_)):
        return int(label)
    # One label for Python.
    if isinstance(label, float) and label.is_integer():
        return int(label)
    return {"repr": repr(label)}


def described(value):
    if isinstance(value, pd.DataFrame):
        return {"columns": [encoded(c) for c in value.columns], "levels": value.columns.nlevels, "index": [None if n is None else encoded(n) for n in value.index.names]}
    if isinstance(value, pd.Series):
        return {"name": None if value.name is None else encoded(value.name), "index": [None if n is None else encoded(n) for n in value.index.names]}
    return {"other": type(value).__name__}


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.env = {"pd": pd, "np": np, "ColumnTransformer": ColumnTransformer, "SimpleImputer": SimpleImputer, "make_pipeline": make_pipeline, "MinMaxScaler": MinMaxScaler, "StandardScaler": StandardScaler}
        self.lines = []

    def choice(self, items):
        return self.random.choice(list(items))

    def chance(self, share):
        return self.random.random() < share

    def frames(self):
        return [n for n in FRAMES if isinstance(self.env.get(n), pd.DataFrame)]

    def frame(self):
        return self.choice(self.frames())

    def target(self):
        return self.choice(FRAMES)

    def labels(self, name):
        """Labels of a frame that can be written down."""
        return [c for c in self.env[name].columns if isinstance(encoded(c), (str, int))]

    def label(self, name, there=0.85):
        labels = self.labels(name)
        return repr(encoded(self.choice(labels))) if labels and self.chance(there) else repr(self.choice(POOL))

    def some(self, name, low=1, high=3, there=0.92):
        return "[" + ", ".join(dict.fromkeys(self.label(name, there) for _ in range(self.random.randint(low, high)))) + "]"

    def new(self):
        return repr(self.choice(POOL))

    def news(self, low=1, high=4):
        return "[" + ", ".join(dict.fromkeys(self.new() for _ in range(self.random.randint(low, high)))) + "]"

    def numbers(self, name):
        return [c for c in self.labels(name) if isinstance(self.env[name][c], pd.Series) and pd.api.types.is_numeric_dtype(self.env[name][c])]

    def boolean(self):
        return self.choice(["True", "False"])

    def mapping(self, name):
        return "{" + ", ".join(f"{self.label(name)}: {self.new()}" for _ in range(self.random.randint(1, 3))) + "}"

    def mask(self, name):
        numbers = self.numbers(name)
        if not numbers:
            return f"{name}.index >= 0"
        label = repr(encoded(self.choice(numbers)))
        return self.choice([f"{name}[{label}] > 0", f"{name}[{label}].notna()", f"({name}[{label}] > 0) & ({name}[{label}] < 100)", f"~{name}[{label}].isin([1])"])

    def line(self):
        if not self.frames() or self.chance(0.1):
            return self.made()
        kind = self.choice([self.kept, self.reshaped, self.stored, self.selected, self.combined, self.grouped, self.series, self.in_place, self.reshaped, self.stored, self.chosen, self.windowed, self.applied, self.applied, self.calculated, self.transformed])
        return kind()

    def made(self):
        t = self.target()
        keys = dict.fromkeys(self.new() for _ in range(self.random.randint(1, 4)))
        values = ["[1, 2, 3]", "[1.5, 2.5, 0.5]", "['x', 'y', 'x']", "range(3)", "np.arange(3)", "[True, False, True]"]
        entries = ", ".join(f"{k}: {self.choice(values)}" for k in keys)
        rows = ", ".join("{" + ", ".join(f"{self.new()}: {self.random.randint(1, 9)}" for _ in range(self.random.randint(1, 3))) + "}" for _ in range(2))
        width = self.random.randint(1, 3)
        lists = ", ".join("[" + ", ".join(str(self.random.randint(1, 9)) for _ in range(width)) + "]" for _ in range(3))
        names = "[" + ", ".join(repr(n) for n in self.random.sample(POOL, width)) + "]"
        return self.choice([
            f"{t} = pd.DataFrame({{{entries}}})", f"{t} = pd.DataFrame({{{entries}}}, index=[5, 6, 7])", f"{t} = pd.DataFrame({{{entries}}})",
            f"{t} = pd.DataFrame({{{entries}}}, columns={self.news()})", f"{t} = pd.DataFrame([{rows}])", f"{t} = pd.DataFrame([{lists}])",
            f"{t} = pd.DataFrame([{lists}], columns={names})", f"{t} = pd.DataFrame(np.ones((3, {width})), columns={names})", f"{t} = pd.DataFrame(columns={self.news()})",
            f"{t} = pd.DataFrame.from_dict({{{entries}}})", f"{t} = pd.DataFrame.from_records([{lists}], columns={names})", f"{t} = pd.DataFrame()",
            f"{t} = pd.DataFrame(np.zeros((3, {width})))", f"{t} = pd.DataFrame.from_dict({{'r': [1, 2]}}, orient='index', columns=['p', 'q'])",
            f"{t} = pd.read_csv('sales.csv')", f"{t} = pd.read_csv('people.csv')", f"{t} = pd.read_csv('sales.csv', usecols=['b', 'id', 'k'])",
            f"{t} = pd.read_csv('sales.csv', index_col='id')", f"{t} = pd.read_csv('people.csv', index_col=0)", f"{t} = pd.read_csv('twice.csv')",
            f"{t} = pd.read_csv('people.csv', names=['p', 'q', 'r', 't'], header=0)", f"{t} = pd.read_csv('people.csv', header=None)",
            f"{t} = pd.read_csv('people.csv', header=None, usecols=[2, 0])", f"{t} = pd.read_csv('sales.csv', names=['p', 'q', 'r'], header=0)",
            f"{t} = pd.read_csv('sales.csv', usecols=[1, 3])", f"{t} = pd.read_csv('Upper.csv')", f"{t} = pd.read_csv('sales.csv', index_col=['id', 'k'])",
            f"{t} = pd.read_csv('sales.csv', names=['p', 'q', 'r', 't', 'u'], header=0, usecols=['q', 'p'])",
            f"{t} = pd.read_csv('sales.csv', names=['p', 'q', 'r', 't', 'u'], header=0, usecols=[3, 1])",
            f"{t} = pd.read_csv('sales.csv', names=['p', 'q'], header=0, usecols=[3, 1])",
            f"{t} = pd.read_csv('people.csv', usecols=['k', 'a'], index_col='k')", f"{t} = pd.read_csv('twice.csv', index_col=3)",
            f"{t} = pd.read_csv('sales.csv', skiprows=1)", f"{t} = pd.read_csv('sales.csv', header=1)", f"{t} = pd.read_csv('sales.csv', header=[0, 1])",
            f"{t} = next(iter(pd.read_csv('sales.csv', chunksize=2)))", f"{t} = pd.read_csv('sales.csv', usecols=lambda c: c != 'a')",
        ])

    def kept(self):
        t, d = self.target(), self.frame()
        label = self.label(d)
        return f"{t} = " + self.choice([
            f"{d}.head(2)", f"{d}.copy()", f"{d}.tail(2)", f"{d}.sample(frac=1.0, random_state=0)", f"{d}.fillna(0)", f"{d}.dropna()", f"{d}.dropna(axis=1)",
            f"{d}.sort_values({label})", f"{d}.sort_values(by={label}, ignore_index=True)", f"{d}.sort_index()", f"{d}.sort_index(axis=1)",
            f"{d}.drop_duplicates()", f"{d}.drop_duplicates(subset={label}, ignore_index=True)", f"{d}.astype(str)", f"{d}.astype({{{label}: str}})",
            f"{d}.query('index >= 0')", f"{d}.isna()", f"{d}.notnull()", f"{d}.replace(1, 2)", f"{d}.where({d}.notna(), 0)", f"{d}.explode({label})",
            f"{d}.nlargest(2, {label})", f"{d}.shift(1)", f"{d}.shift([1, 2])", f"{d}.describe()", f"{d}.describe(include='all')", f"{d}.select_dtypes('number')",
            f"{d}.select_dtypes(exclude='object')", f"{d}.corr()", f"{d}.corr(numeric_only=True)", f"{d}.round(1)", f"{d}.infer_objects()", f"{d}.rank()", f"{d}.cumsum()",
            f"{d}.add(1)", f"{d}.eq(1)", f"{d}.isin([1])", f"{d}.sample(frac=0.5, axis=1, random_state=1)", f"{d}.rename_axis('row')", f"{d}.rename_axis(None)",
            f"{d}.rename_axis(columns='col')", f"{d}.convert_dtypes()", f"{d}.map(lambda v: v)", f"{d}.T", f"{d}.truncate(before=0)", f"{d}.diff()", f"{d}.mask({d}.isna(), 1)",
            f"{d}.pct_change()", f"{d}.ffill()", f"{d}.add({self.frame()})", f"{d}.quantile([0.5])", f"{d}.mode()", f"{d}.apply(lambda c: c)", f"{d}.apply(lambda r: r, axis=1)",
            f"{d}.reindex_like({self.frame()})", f"{d}.squeeze()", f"{d}.agg(['min', 'max'])", f"{d} * 2", f"{d} + {self.frame()}", f"{d}.swapaxes(0, 1)", f"{d}.clip(0, 1)",
        ])

    def reshaped(self):
        t, d = self.target(), self.frame()
        label, new = self.label(d), self.new()
        return f"{t} = " + self.choice([
            f"{d}.rename(columns={self.mapping(d)})", f"{d}.rename({self.mapping(d)}, axis=1)", f"{d}.rename({self.mapping(d)}, axis='columns')", f"{d}.rename(columns=str.upper)",
            f"{d}.rename(columns=str.lower)", f"{d}.rename(columns=lambda c: str(c) + '_')", f"{d}.rename(index={{0: 5}})", f"{d}.rename(str, axis=1)",
            f"{d}.rename(columns=str.strip)", f"{d}.drop(columns={label})", f"{d}.drop({label}, axis=1)", f"{d}.drop({self.some(d)}, axis='columns', errors='ignore')",
            f"{d}.drop(columns={self.some(d)}, errors='ignore')", f"{d}.drop(0)", f"{d}.drop(index=[0])", f"{d}.drop(columns=[c for c in {d}.columns if c == {label}])",
            f"{d}.assign(total=1)", f"{d}.assign(a=lambda f: 1, c=2)", f"{d}.assign(**{{{new}: 3}})", f"{d}.set_index({label})", f"{d}.set_index({self.some(d, 1, 2)})",
            f"{d}.set_index({label}, drop=False)", f"{d}.set_index({label}, append=True)", f"{d}.set_index({d}[{label}])", f"{d}.reset_index()", f"{d}.reset_index(drop=True)",
            f"{d}.reset_index(names={new})", f"{d}.reset_index().reset_index()", f"{d}.reset_index(level=0)", f"{d}.set_axis({self.news(2, 3)}, axis=1)",
            f"{d}.set_axis(range({len(self.env[d])}))", f"{d}.reindex(columns={self.some(d, 1, 4, 0.6)})", f"{d}.reindex({self.some(d)}, axis=1)", f"{d}.reindex([0, 1])",
            f"{d}.filter({self.some(d, 1, 3, 0.6)})", f"{d}.filter(items={self.some(d)})", f"{d}.filter(like='a')", f"{d}.filter(regex='^a')", f"{d}.add_prefix('p_')", f"{d}.add_suffix('_s')",
            f"{d}.melt(id_vars={self.some(d, 1, 2)})", f"{d}.melt(id_vars={label}, var_name='v', value_name='w')", f"pd.melt({d}, id_vars=[{label}])", f"{d}.melt()",
            f"pd.get_dummies({d})", f"pd.get_dummies({d}, columns=[{label}])", f"pd.get_dummies({d}, columns=[{label}], prefix='k')", f"pd.get_dummies({d}[{label}])",
            f"{d}.pivot_table(index={self.label(d, 1)}, values={self.label(d)})", f"{d}.pivot_table(index={self.label(d, 1)}, values={self.some(d)}, aggfunc='max', dropna=False)",
            f"{d}.pivot_table(index={self.label(d, 1)}, columns={self.label(d, 1)}, values={self.label(d)})", f"{d}.pivot_table(index={self.label(d, 1)}, columns={self.label(d, 1)}, aggfunc='count')",
            f"{d}.pivot(index={self.label(d, 1)}, columns={self.label(d)}, values={self.label(d)})", f"{d}.eval('total = 1')", f"{d}.eval('c = index + 1')", f"{d}.stack()", f"{d}.unstack()",
            f"pd.crosstab({d}[{label}], {d}[{self.label(d)}])", f"{d}.get({self.some(d)})", f"{d}.pipe(lambda f: f.assign(total=1))", f"{d}.droplevel(0)",
            f"{d}.value_counts().reset_index()", f"pd.DataFrame({d})", f"pd.DataFrame({d}, columns={self.some(d, 1, 3, 0.7)})", f"{d}.sort_index(axis=1, ascending=False)",
        ])

    def stored(self):
        d = self.frame()
        label, new = self.label(d), self.new()
        width = len(self.env[d].columns)
        names = "[" + ", ".join(repr(n) for n in (self.random.sample(POOL, width) if width <= len(POOL) else POOL)) + "]"
        return self.choice([
            f"{d}[{new}] = 1", f"{d}[{label}] = 0", f"{d}[{new}] = {d}[{label}]", f"{d}[{self.news(1, 2)}] = 1", f"{d}.loc[:, {new}] = 2", f"{d}.loc[{d}.index >= 0, {new}] = 3",
            f"{d}.loc[{self.mask(d)}, {label}] = 3", f"{d}[{self.mask(d)}] = 0", f"{d}.columns = {names}", f"{d}.columns = [str(c) for c in {d}.columns]",
            f"{d}.columns = {d}.columns.str.upper()", f"{d}.columns = {d}.columns.str.replace('a', 'A')", f"{d}.columns = {d}.columns.str.strip().str.lower()",
            f"{d}.columns = {d}.columns.map(str)", f"{d}.index = range(10, 10 + len({d}))", f"{d}.index = {list(range(len(self.env[d])))}",
            f"del {d}[{label}]", f"{d}.loc[len({d})] = 1", f"{d}.at[0, {new}] = 5", f"{d}.iloc[0, 0] = 4", f"{d}.{self.choice(['a', 'total', 'k'])} = 1",
            f"for c in ['p', 'q']:\n    {d}[c] = 1", f"if len({d}) > 2:\n    {d}[{new}] = 1", f"for c in list({d}.columns):\n    {d}['n_' + str(c)] = 1",
            f"{d}.loc[0] = 1", f"{d}.columns = {d}.columns[::-1]", f"{d}.columns = list({d}.columns)", f"{d}.loc[:, {self.news(1, 2)}] = 2",
            f"if len({d}) > 2:\n    {d} = {d}.drop(columns={label})", f"{self.target()} = {d}", f"{d}[{new}] = pd.Series([1, 2], name='z')", f"{d}[{new}], {d}[{label}] = 1, 2",
        ])

    def selected(self):
        t, d = self.target(), self.frame()
        label = self.label(d)
        return f"{t} = " + self.choice([
            f"{d}[{self.some(d)}]", f"{d}[{self.some(d)}]", f"{d}[{self.mask(d)}]", f"{d}[1:]", f"{d}.loc[:, {self.some(d)}]", f"{d}.loc[{self.mask(d)}]", f"{d}.loc[{self.mask(d)}, {self.some(d)}]",
            f"{d}.loc[:, {label}:]", f"{d}.loc[:, :{label}]", f"{d}.loc[:, {label}:{self.label(d)}]", f"{d}.iloc[:, :2]", f"{d}.iloc[:, 1:]", f"{d}.iloc[:, [0]]", f"{d}.iloc[:, :-1]", f"{d}.iloc[:2]",
            f"{d}.iloc[[0]]", f"{d}[[c for c in {d}.columns if c != {label}]]", f"{d}[[c for c in {d} if c not in {self.some(d)}]]", f"{d}[{d}.columns[:2]]", f"{d}[{d}.columns.drop({label})]", f"{d}[{d}.columns.difference([{label}])]",
            f"{d}[list({d}.columns)]", f"{d}[{d}.columns.tolist()[1:]]", f"{d}[['a'] + ['b']]", f"{d}.loc[[0], {self.some(d)}]", f"{d}.iloc[0:2, 0:1]", f"{d}[{d}.select_dtypes('number').columns]",
            f"{d}[{d}.notna()]", f"{d}[[]]", f"{d}.loc[:, {d}.notna().all()]", f"{d}.loc[:, ~{d}.columns.duplicated()]", f"{d}.iloc[:, ::-1]", f"{d}[[{label}, {label}]]",
            f"{d}.drop({d}.columns[0], axis=1)", f"{d}[{d}.columns[::-1]]", f"{d}.xs(0)", f"{d}.loc[0:1]", f"{d}[pd.Series({self.some(d)})]", f"{d}[{d}.columns.intersection({self.some(d)})]",
        ])

    def combined(self):
        t, l, r = self.target(), self.frame(), self.frame()
        both = [c for c in self.labels(l) if c in self.labels(r)]
        key = repr(encoded(self.choice(both))) if both else "'id'"
        return f"{t} = " + self.choice([
            f"{l}.merge({r}, on={key})", f"{l}.merge({r}, on=[{key}], how='left')", f"pd.merge({l}, {r}, on={key}, suffixes=('_l', '_r'))", f"{l}.merge({r})", f"pd.merge({l}, {r}, how='outer')",
            f"{l}.merge({r}, left_on={self.label(l)}, right_on={self.label(r)})", f"{l}.merge({r}, left_on={self.label(l)}, right_on={self.label(r)}, how='outer', indicator=True)",
            f"{l}.merge({r}, left_index=True, right_index=True)", f"{l}.merge({r}, left_on={self.label(l)}, right_index=True, how='left')", f"{l}.merge({r}, how='cross')",
            f"{l}.merge({r}, left_index=True, right_on={self.label(r)}, how='outer')", f"{l}.merge({r}, on={key}, suffixes=(None, '_r'))", f"{l}.merge({r}[{self.some(r)}], on={key})",
            f"{l}.join({r}, lsuffix='_l', rsuffix='_r')", f"{l}.join({r}, rsuffix='_r')", f"{l}.join({r}[{self.label(r)}], rsuffix='_r')", f"{l}.join({r}.set_index({key}), on={key}, rsuffix='_j')",
            f"pd.concat([{l}, {r}])", f"pd.concat([{l}, {r}], ignore_index=True)", f"pd.concat([{l}, {r}], axis=1)", f"pd.concat([{l}, {r}], join='inner')", f"pd.concat([{l}, {r}], sort=True)",
            f"pd.concat([{l}, {r}[{self.label(r)}]], axis=1)", f"pd.concat([{l}[{self.label(l)}], {r}[{self.label(r)}]], axis=1)", f"pd.concat([{l}, {r}], axis=1, ignore_index=True)",
            f"pd.concat([{l}, {r}], axis=1, keys=['p', 'q'])", f"pd.concat([{l}, {r}], keys=['p', 'q'])", f"pd.concat([{l}, {l}.head(1)])", f"pd.concat([{l}.head(1) for i in range(2)])",
            f"pd.concat({{'p': {l}, 'q': {r}}})", f"pd.concat([{l}, pd.Series([1, 2])], axis=1)", f"pd.concat([pd.Series([1]), pd.Series([2], name='n'), pd.Series([3])], axis=1)",
            f"{l}.combine_first({r})", f"pd.concat([{l}, None, {r}], axis='columns')", f"pd.merge({l}, {r}, left_on=[{self.label(l)}], right_on=[{self.label(r)}])",
        ])

    def grouped(self):
        t, d = self.target(), self.frame()
        key = self.label(d)
        # A list of other texts, as long as the frame, would be the values to group by.
        keys = self.choice([key, key, f"[{self.label(d, 1)}]", self.some(d, 2, 2, 1)] if self.labels(d) else [key])
        values = self.numbers(d)
        value = repr(encoded(self.choice(values))) if values else self.label(d)
        g = f"{d}.groupby({keys}" + self.choice(["", "", ", as_index=False", ", sort=False"]) + ")"
        return f"{t} = " + self.choice([
            f"{g}.sum()", f"{g}.mean(numeric_only=True)", f"{g}.count()", f"{g}.first()", f"{g}.max()", f"{g}[{value}].mean()", f"{g}[[{value}]].mean()", f"{g}.size()", f"{g}[{value}].sum().reset_index()",
            f"{g}.agg({{{value}: 'mean'}})", f"{g}.agg({{{value}: ['mean', 'max']}})", f"{g}.agg(low=({value}, 'min'), high=({value}, 'max'))", f"{g}.agg('count')", f"{g}.agg(['count'])",
            f"{g}[{value}].agg(['mean', 'std'])", f"{g}[{value}].agg(low='min')", f"{g}[{value}].agg('mean')", f"{g}[{value}].transform('mean')", f"{g}.head(1)", f"{g}.cumsum()", f"{g}.nunique()",
            f"{g}.size().reset_index(name='n')", f"{g}.size().reset_index()", f"{g}.agg({{{value}: 'sum'}}).reset_index()", f"{g}.agg(total=({value}, 'sum')).reset_index()", f"{g}[{value}].size()",
            f"{g}.sum().reset_index()", f"{g}.transform('count')", f"{g}.shift(1)", f"{g}.cumcount()", f"{g}.apply(lambda f: f.head(1))", f"{g}.describe()", f"{g}.last().rename(columns={{{value}: 'z'}})",
            f"{d}.groupby({d}[{key}]).sum()", f"{d}.groupby({d}[{key}].astype(str))[[{value}]].sum()", f"{d}.groupby(level=0).sum()", f"{d}.groupby(lambda i: i).count()", f"{g}.nth(0)", f"{g}[{value}].value_counts()",
            f"{g}.filter(lambda f: True)", f"{g}.ffill()", f"{g}.rank()", f"{g}[{self.some(d, 1, 2)}].sum()", f"{g}.agg({{{value}: lambda v: 1}})", f"{g}[{value}].agg([np.mean, len])",
            f"[f for _, f in {g}][0]", f"{d}.groupby({key}).agg(np.max)", f"{g}[{value}].unique()",
        ])

    def chosen(self):
        """Columns by masks and lists of labels."""
        t, d, other = self.target(), self.frame(), self.frame()
        label, some = self.label(d), self.some(d)
        comparison = self.choice([
            f"{d}.columns != {label}", f"{d}.columns == {label}", f"{label} != {d}.columns", f"~({d}.columns == {label})", f"{d}.columns.isin({some})", f"~{d}.columns.isin({some})",
            f"({d}.columns != {label}) & ({d}.columns != {self.label(d)})", f"({d}.columns == {label}) | {d}.columns.isin({some})", f"({d}.columns != {label}) | ({d}.columns == {label})",
            f"{d}.columns.str.startswith('a')", f"~{d}.columns.str.endswith('a')", f"{d}.columns.str.contains('a|d')", f"{d}.columns.str.contains('^[a-c]')", f"{other}.columns != {label}",
            f"~(({d}.columns == {label}) & {d}.columns.isin({some}))", f"({d}.columns != {label}) & {d}.columns.str.contains('a')", f"{d}.columns < {label}",
        ])
        return f"{t} = " + self.choice([
            f"{d}.loc[:, {comparison}]", f"{d}.loc[:, {comparison}]", f"{d}.loc[:, {comparison}]", f"{d}.iloc[:, {comparison}]", f"{d}[{d}.columns[{comparison}]]", f"{d}.loc[{d}.index >= 0, {comparison}]",
            f"{d}.drop(columns={d}.columns[{comparison}])", f"{d}[sorted({d}.columns)]", f"{d}[sorted({d}, reverse=True)]", f"{d}[{d}.columns.sort_values()]", f"{d}[{d}.columns.delete(0)]",
            f"{d}[{d}.columns.symmetric_difference({some})]", f"{d}[{d}.keys()]", f"{d}[{d}.keys()[::2]]", f"{d}.iloc[:, ::2]", f"{d}.iloc[:, 1::2]", f"{d}.take([0])", f"{d}.take([0, -1], axis=1)",
            f"{d}.loc[:, {[self.chance(0.5) for _ in self.env[d].columns]}]", f"{d}.rename(columns=lambda c: 'x_' + str(c))", f"{d}.rename(columns=lambda c: c.strip().upper())", f"{d}.rename(columns=lambda c: f'{{c}}_1')",
            f"{d}.rename(columns=lambda c: 'same')", f"{d}.set_axis({d}.columns.map(lambda c: str(c)[::-1]), axis=1)", f"{d}.filter(regex='a|b')", f"{d}.filter(regex='^(a|d).*$')", f"{d}.filter(regex='[a-k]$')",
            f"pd.DataFrame({{'p': [1]}}, columns=pd.Index(['p', 'q']))", f"{d}.reindex(sorted({d}.columns), axis=1)",
        ])

    def calculated(self):
        t, d, s, other = self.target(), self.frame(), self.choice(SERIES), self.frame()
        values = self.numbers(d)
        n = f"{d}[[" + ", ".join(repr(encoded(v)) for v in values) + "]]"
        f = self.choice([d, n, n])
        label = self.label(d)
        mine = [m for m in SERIES if isinstance(self.env.get(m), pd.Series)]
        m = self.choice(mine) if mine else f"{n}.mean()"
        op = self.choice(["-", "+", "*", "/"])
        reduced = self.choice(["mean()", "min()", "max()", "std()", "sum()", "median()", "count()", "nunique()", "mean(numeric_only=True)", "var(axis=0)", "mean(axis=1)", "quantile(0.5)", "quantile(0.25, numeric_only=True)", "mode().iloc[0]", "iloc[0]", "iloc[-1]", "skew()", "max(axis='index')"])
        changed = self.choice(["", "", ".round(1)", ".head(1)", ".abs()", ".dropna()", ".sort_values()", ".rename('m')", ".rename({'a': 'z'})", ".fillna(0)", "[lambda v: v > 1]", ".drop('a', errors='ignore')", ".copy()", ".iloc[:1]", ".shift()", ".astype(float)", ".to_dict()", ".reset_index(drop=True)", ".sort_index()", ".nlargest(1)"])
        return self.choice([
            f"{t} = {f} {op} {f}.{reduced}{changed}", f"{t} = {f} {op} {n}.{reduced}{changed}", f"{t} = ({n} - {n}.min()) / ({n}.max() - {n}.min())", f"{t} = ({n} - {n}.mean()) / {n}.std()",
            f"{t} = {n}.{reduced}{changed} {op} {f}", f"{t} = {f}.sub({n}.{reduced}{changed})", f"{t} = {f}.div({n}.{reduced}, axis=1)", f"{t} = {f}.sub({f}.{reduced}, axis=0)", f"{s} = {f}.{reduced}{changed}", f"{s} = {f}.{reduced}{changed}",
            f"{t} = {f} {op} {m}", f"{t} = {m} {op} {f}", f"{s} = {m} {op} {f}.{reduced}", f"{s} = 1.5 * {m}", f"{m}[{self.new()}] = 1" if mine else f"{s} = {n}.sum()", f"{m}.drop({label}, inplace=True)" if mine else f"{s} = {n}.sum()",
            f"{s} = {m}.pop({label})" if mine else f"{s} = {n}.max()", f"{t} = {n} < {n}.{reduced}", f"{t} = {f} > {f}.{reduced} * 2", f"{t} = {f} {op} {f}[{label}]", f"{t} = {f} {op} [1] * {len(values)}", f"{t} = {f} {op} {other}",
            f"{d}['mask'] = {self.mask(d)}", f"keep = {self.mask(d)}\n{t} = {d}[keep]", f"keep = {self.mask(d)}\n{t} = {d}[~keep]", f"keep = {self.mask(d)}\n{t} = {d}.loc[keep, {self.some(d)}]", f"{t} = {d}[{d}.notna().all(axis=1)]",
            f"keep = {n}.isna().any(axis=1)\n{t} = {d}[~keep]", f"{t} = {d}.loc[:, {d}.isna().any()]", f"{t} = {d}.loc[:, {n}.sum() > 1]", f"{t} = {d}.query('index >= 0')", f"{t} = {d}.any().to_frame()", f"{t} = {m}.to_frame()" if mine else f"{t} = {n}.mean().to_frame()",
            f"{s} = pd.to_datetime({d}[{label}])", f"{s} = pd.to_numeric({d}[{label}], errors='coerce')", f"{s} = pd.to_datetime({d}[{label}]).dt.year", f"{s} = pd.to_datetime({d}[{label}]).dt.floor('D')", f"{t} = {d}[pd.to_datetime({d}[{label}]).dt.is_month_start]", f"{s} = pd.cut({d}[{label}], 2)",
        ])

    def transformed(self):
        t, d, other = self.target(), self.frame(), self.frame()
        values = self.numbers(d)
        listed = "[" + ", ".join(repr(encoded(v)) for v in values) + "]"
        x = self.choice([f"{d}[{listed}]", f"{d}[{listed}]", d, f"{d}[{listed}].to_numpy()"])
        told = self.choice([".set_output(transform='pandas')"] * 6 + ["", ".set_output(transform='default')", ".set_output(transform=None)"])
        kind = self.choice(["StandardScaler()", "MinMaxScaler()", "SimpleImputer()", "make_pipeline(StandardScaler(), MinMaxScaler())", "make_pipeline(SimpleImputer(), StandardScaler())", "make_pipeline(MinMaxScaler())"])
        rest = self.choice(["", ", remainder='passthrough'", ", remainder='drop'", ", remainder=MinMaxScaler()", ", remainder='passthrough', verbose_feature_names_out=False"])
        part = self.choice(["StandardScaler()", "'passthrough'", "'drop'", "SimpleImputer()", kind])
        columns = f"ColumnTransformer([('m', {part}, {self.some(d)}), ('n', MinMaxScaler(), {listed})]{rest})"
        made = self.choice([kind, kind, columns, columns, f"ColumnTransformer([('m', {part}, {self.some(d)})]{rest})"])
        return self.choice([
            f"{t} = {made}{told}.fit_transform({x})", f"{t} = {made}{told}.fit_transform({d})", f"tool = {made}{told}.fit({x})\n{t} = tool.transform({self.choice([x, d, other])})",
            f"tool = {made}\ntool.set_output(transform='pandas')\n{t} = tool.fit_transform({x})", f"tool = {made}{told}\nif len({d}) > 2:\n    tool.set_output(transform='pandas')\n{t} = tool.fit_transform({x})",
            f"cols = {self.some(d)}\ntool = ColumnTransformer([('m', {part}, cols)]{rest}){told}\nif len({d}) > 2:\n    cols.append({self.label(d)})\n{t} = tool.fit_transform({d})",
        ])

    def windowed(self):
        t, d = self.target(), self.frame()
        values, label = self.numbers(d), self.label(d)
        value = repr(encoded(self.choice(values))) if values else label
        part = f"[[{value}]]" if self.chance(0.6) else "[" + "[" + ", ".join(repr(encoded(v)) for v in values) + "]]"
        window = self.choice(["rolling(2)", "rolling(2, min_periods=1)", "expanding()", "ewm(span=2)", "ewm(alpha=0.5)", f"rolling(2, on={label})"])
        method = self.choice(["mean()", "sum()", "std()", "mean(numeric_only=True)", "max()", "count()", "quantile(0.5)", "corr()", "agg('sum')", "agg(['sum', 'mean'])", f"agg({{{value}: 'sum'}})", f"agg({{{value}: ['sum', 'mean']}})", "apply(lambda v: 1.0)", "var()", "cov()"])
        once = f"{d}.set_index(pd.date_range('2024-01-01', periods=len({d}))).resample('2D')"
        timed = f"{d}.assign(when=pd.date_range('2024-01-01', periods=len({d}))).resample('2D', on='when')"
        again = self.choice(["sum()", "mean(numeric_only=True)", "count()", "first()", "ffill()", "agg('max')", "agg(['min'])", f"agg({{{value}: 'sum'}})", f"agg(low=({value}, 'min'))", "nunique()", "asfreq()", "size()", "ohlc()", "quantile(0.5)", "last()"])
        return f"{t} = " + self.choice([
            f"{d}.{window}.{method}", f"{d}{part}.{window}.{method}", f"{d}{part}.{window}.{method}", f"{d}.{window}[{value}].{method}", f"{d}.{window}{part}.{method}", f"{d}[{value}].{window}.{method}",
            f"{d}.groupby({label}){part}.{window}.{method}", f"{d}.groupby({label})[{value}].{window}.{method}", f"{d}.groupby({label}).{window}.{method}", f"{d}.groupby({label}).{window}[{value}].{method}",
            f"{once}.{again}", f"{once}{part}.{again}", f"{once}[{value}].{again}", f"{timed}.{again}", f"{timed}[{value}].{again}", f"{timed}{part}.{again}",
        ])

    def applied(self):
        t, d, other = self.target(), self.frame(), self.frame()
        label, values = self.label(d), self.numbers(d)
        n = f"{d}[[" + ", ".join(repr(encoded(v)) for v in values) + "]]"
        value = repr(encoded(self.choice(values))) if values else label
        g = f"{d}.groupby({label}" + self.choice(["", "", ", as_index=False"]) + ")"
        return f"{t} = " + self.choice([
            f"{d}.apply(lambda c: c.fillna(0))", f"{n}.apply(np.sqrt)", f"{n}.apply(lambda c: c - c.mean())", f"{d}.apply(lambda c: c.head(1))", f"{d}.apply(lambda r: (1, 2), axis=1, result_type='expand')",
            f"{d}.apply(lambda r: {{'p': 1, 'q': 2}}, axis=1, result_type='expand')", f"{d}.apply(lambda r: [1] * 2, axis='columns', result_type='expand')", f"{n}.agg(['min', 'max'])", f"{n}.agg({{{value}: ['min']}})",
            f"{n}.agg({{{value}: 'min'}})", f"{n}.transform('sqrt')", f"{n}.transform(['sqrt', 'exp'])", f"{n}.transform(np.exp)", f"{n}.quantile([0.1, 0.9])", f"{d}.quantile([0.5], numeric_only=True)",
            f"{d}.value_counts()", f"{d}.value_counts({self.some(d)})", f"{d}.value_counts({label}, normalize=True)", f"{d}.value_counts({self.some(d)}).reset_index(name='n')", f"{d}.value_counts().reset_index()",
            f"{d}[{label}].value_counts().reset_index()", f"{d}[{label}].value_counts(normalize=True).reset_index()", f"{d}[{label}].value_counts(True).to_frame()", f"{d}[{label}].value_counts(bins=2).reset_index()",
            f"{d}[{label}].value_counts().rename_axis('k').reset_index(name='n')", f"{d}[{label}].describe().to_frame()", f"{d}[{label}].rename_axis('row').reset_index()", f"{d}.align({other})[0]", f"{d}.align({other})[1]",
            f"{d}.align({other}, join='left')[1]", f"{d}.align({other}, axis=0)[1]", f"{d}.align({other}, join='inner', axis=1)[0]", f"abs({n})", f"-{n}", f"~({d}.isna())", f"{d}.join([{other}])", f"{d}.join([{other}, {other}])",
            f"pd.concat({{'p': {d}, 'q': {other}}})", f"pd.concat({{'p': {d}, 'q': {other}}}, axis=1)", f"pd.concat({{'p': {d}[{label}], 'q': {d}[{self.label(d)}]}}, axis=1)", f"pd.concat([{d}[{label}], {d}[{label}]], axis=1, keys=['p', 'q'])",
            f"pd.concat([{d}, {other}], keys=['p', 'q'], names=['side', 'row'])", f"pd.concat([{d}, {other}], keys=['p', 'q'], ignore_index=True)", f"pd.concat([{d}, {other}[{self.label(other)}]], axis=1, keys=['p', 'q'])",
            f"pd.merge_ordered({d}, {other}, on={label})", f"pd.merge_ordered({d}, {other})", f"pd.merge_ordered({d}, {other}, left_on={label}, right_on={self.label(other)})", f"pd.merge_ordered({d}, {other}, on={label}, suffixes=('', '_r'), how='left')",
            f"pd.merge_asof({d}.sort_values({label}), {other}.sort_values({label}), on={label})", f"pd.merge_asof({d}.sort_values({value}), {other}.sort_values({value}), on={value}, suffixes=('_l', '_r'))",
            f"pd.merge_asof({d}.sort_values({label}), {other}.sort_values({self.label(other)}), left_on={label}, right_on={self.label(other)})", f"pd.merge_asof({d}.sort_values({value}), {other}.sort_values({value}), on={value}, by={label})",
            f"{g}[[{value}]].quantile([0.5])", f"{g}[[{value}]].quantile(0.5)", f"{g}[{value}].quantile([0.1, 0.9])", f"{g}[[{value}]].corr()", f"{g}[[{value}]].skew()", f"{g}[{value}].idxmax()", f"{g}[[{value}]].idxmin()",
            f"{g}.nth(0)", f"{g}[{value}].nth([0])", f"{g}[[{value}]].nth(0)", f"{g}.get_group({d}[{label}].iloc[0])", f"{g}[{value}].get_group({d}[{label}].iloc[0])", f"{g}.agg(['count', 'max'])", f"{g}.agg({{{value}: ['min', 'max']}}).reset_index()",
            f"{g}[[{value}]].agg(['min', 'max'])", f"{g}[[{value}]].agg(lambda v: 1)", f"{g}.agg(lambda v: v.iloc[0])", f"{g}[[{value}]].agg(np.max)", f"{g}[{value}].agg([('low', 'min'), ('high', 'max')])", f"{g}[{value}].ohlc()",
            f"{g}[{value}].value_counts().reset_index(name='n')", f"{g}[{value}].value_counts(True)", f"{g}.sum(True)", f"pd.DataFrame.from_dict({{'r': [1, 2], 's': [3, 4]}}, orient='index')", f"pd.DataFrame.from_dict({{'r': {{'p': 1}}, 's': {{'q': 2}}}}, orient='index')",
            f"{d}[{label}].astype(str).str.extract('(.)(?P<rest>.*)')", f"{d}[{label}].astype(str).str.extract(r'([(\\[]|x)')", f"{d}[{label}].astype(str).str.partition('x')", f"pd.to_datetime({d}[{value}]).dt.isocalendar()",
        ])

    def series(self):
        d, s = self.frame(), self.choice(SERIES)
        label = self.label(d)
        mine = [n for n in SERIES if isinstance(self.env.get(n), pd.Series)]
        if not mine or self.chance(0.4):
            return f"{s} = " + self.choice([
                f"{d}[{label}]", f"{d}.{self.choice(['a', 'k', 'name', 'count', 'index', 'total'])}", f"{d}.pop({label})", f"{d}.loc[:, {label}]", f"{d}.iloc[:, 0]", f"{d}[{label}].fillna(0)", f"{d}.mean(numeric_only=True)",
                f"{d}[{label}].value_counts()", f"{d}.count()", f"pd.Series([1, 2, 3])", f"pd.Series([1, 2], name={self.new()})", f"{d}.groupby({label}).size()", f"{d}[{label}].isna()", f"{d}[{label}].map(str)",
                f"{d}[{label}].astype(str).str.lower()", f"{d}[{label}] * 2", f"{d}[{label}] + {d}[{self.label(d)}]", f"{d}.apply(lambda r: 1, axis=1)", f"{d}.nunique()", f"{d}.loc[{self.mask(d)}, {label}]", f"{d}.sum()",
            ])
        m, t = self.choice(mine), self.target()
        return self.choice([
            f"{t} = {m}.to_frame()", f"{t} = {m}.to_frame({self.new()})", f"{t} = {m}.reset_index()", f"{t} = {m}.reset_index(name='n')", f"{s} = {m}.rename({self.new()})", f"{m}.name = {self.new()}",
            f"{s} = {m}.reset_index(drop=True)", f"{s} = {m}.head(2)", f"{s} = {m}.dropna()", f"{t} = pd.DataFrame({m})", f"{t} = pd.DataFrame({{'p': {m}, 'q': 1}})", f"{s} = {m}.round(1)", f"{s} = {m}.rename(None)",
            f"{t} = pd.concat([{m}, {d}], axis=1)", f"{s} = pd.concat([{m}, {m}])", f"{d}[{self.new()}] = {m}", f"{s} = {m}[{m}.notna()]", f"{s} = {m}.sort_values()", f"{s} = {m}.add(1)", f"{t} = {m}.to_frame().T",
            f"{s} = {m}.replace(1, 2)", f"{s} = {m}.rename({{0: 1}})", f"{s} = {m}.copy()", f"{t} = {m}.describe().to_frame()", f"{s} = {m}.apply(lambda v: v)",
        ])

    def in_place(self):
        d = self.frame()
        label = self.label(d)
        return self.choice([
            f"{d}.drop(columns={label}, inplace=True)", f"{d}.drop({self.some(d)}, axis=1, inplace=True, errors='ignore')", f"{d}.rename(columns={self.mapping(d)}, inplace=True)", f"{d}.reset_index(inplace=True)",
            f"{d}.reset_index(drop=True, inplace=True)", f"{d}.set_index({label}, inplace=True)", f"{d}.insert(0, {self.new()}, 1)", f"{d}.insert({self.random.randint(0, 3)}, {self.new()}, 1, allow_duplicates={self.boolean()})",
            f"{d}.fillna(0, inplace=True)", f"{d}.dropna(axis=1, inplace=True)", f"{d}.sort_values({label}, inplace=True)", f"{d}.eval('total = 2', inplace=True)", f"{d}.drop(0, inplace=True)", f"{d}.pop({label})",
            f"{d}.update({d})", f"{d}.sort_index(axis=1, inplace=True)", f"{d}.query('index >= 0', inplace=True)", f"{d}.rename_axis('row', inplace=True)", f"{d}.replace(0, 1, inplace=True)",
            f"{d}.drop_duplicates(inplace=True, ignore_index=True)", f"{d}.rename(str.upper, axis=1, inplace=True)",
        ])

    def run(self, line):
        try:
            exec(compile(line, "line", "exec"), self.env)
        except Exception:
            return False
        return all(not isinstance(self.env.get(n), pd.DataFrame) or self.env[n].size < 400 for n in FRAMES)

    def build(self, length):
        failures = 0
        while len(self.lines) < length and failures < 60:
            line = self.line()
            if self.run(line):
                known = [n for n in FRAMES + SERIES if n in self.env]
                self.lines.append({"source": line, "values": {n: described(self.env[n]) for n in known}})
            else:
                failures += 1
                # It may have changed something before it failed.
                if not line.split(" = ")[0].isidentifier() or ".pop(" in line or (line.split(" = ")[0] in self.env and any(isinstance(self.env[n], pd.DataFrame) and self.env[n].size >= 400 for n in FRAMES if n in self.env)):
                    break
        return self.lines


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, text in FILES.items():
            with open(name, "w") as file:
                file.write(text)
        programs = []
        for number in range(seed, seed + count):
            np.random.seed(0)
            programs.append({"seed": number, "lines": Program(number).build(12)})
        json.dump(programs, sys.stdout)
        os.chdir("/")


if __name__ == "__main__":
    main()
