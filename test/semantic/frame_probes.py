# One operation a line. At its end, how much has to be known of the frame or series that is bound or changed:
# `listed` every label in order, `whole` every label, `some` labels that are there or not there, `named` of a series its name,
# `open` nothing need be known. What is known must always be so. Each line is run by pandas (run_frame_probes.py).
import numpy as np
import pandas as pd
df = pd.DataFrame({"a": [1, 2, 3], "b": [4.0, 5.0, 6.0], "c": ["x", "y", "x"], "y": [0, 1, 0]})  # listed
num = pd.DataFrame({"a": [1.0, 2.0, 3.0], "b": [4.0, 5.0, 6.0]})  # listed
other = pd.DataFrame({"a": [1, 2, 4], "b": [7, 8, 9], "d": [1, 1, 1]})  # listed
days = pd.DataFrame({"n": [1, 2, 3]}, index=pd.date_range("2024-01-01", periods=3))  # listed
table = pd.DataFrame({"day": [1, 1, 2], "shop": ["p", "q", "p"], "n": [1, 2, 3], "m": [4, 5, 6]})  # listed
# labels compared
r = df.loc[:, df.columns != "a"]  # listed
r = df.loc[:, df.columns == "a"]  # listed
r = df.loc[:, "a" != df.columns]  # listed
r = df.loc[:, ~(df.columns == "a")]  # listed
r = df.loc[:, df.columns.isin(["a", "y"])]  # listed
r = df.loc[:, ~df.columns.isin(["a", "y"])]  # listed
r = df.loc[:, (df.columns != "a") & (df.columns != "b")]  # listed
r = df.loc[:, (df.columns == "a") | (df.columns == "b")]  # listed
r = df.loc[df["a"] > 1, df.columns != "y"]  # listed
r = df.loc[:, [True, False, True, False]]  # listed
r = df.iloc[:, [True, False, True, False]]  # listed
r = df.loc[:, df.columns.str.startswith("a")]  # listed
r = df.loc[:, df.columns.str.contains("a|b")]  # some
r = df.loc[:, df.columns.str.endswith("y")]  # listed
keep = ["a", "b"]
r = df.loc[:, keep]  # listed
r = df.loc[:, df.columns.isin(keep)]  # listed
mask = df.columns != "a"
r = df.loc[:, mask]  # open
r = df[df.columns[df.columns != "y"]]  # listed
r = df[df.columns[~df.columns.isin(["y"])]]  # listed
r = df[df.columns[:-1]]  # listed
r = df[df.columns[1:3]]  # listed
r = df[df.columns[::2]]  # listed
r = df[df.columns[[0, 2]]]  # listed
r = df[df.columns[0]]  # named
r = df[df.columns.difference(["a"])]  # listed
r = df[df.columns.difference(["a"], sort=False)]  # listed
r = df[df.columns.intersection(["a", "b", "q"])]  # whole
r = df[df.columns.union(["a"])]  # whole
r = df[df.columns.symmetric_difference(["a"])]  # whole
r = df[df.columns.drop(["a"])]  # listed
r = df[df.columns.append(pd.Index([]))]
r = df[df.columns.delete(0)]  # listed
r = df[df.columns.sort_values()]  # listed
r = df[[c for c in df.columns if c != "y"]]  # listed
r = df[[c for c in df.columns if c not in ["y", "a"]]]  # listed
r = df[[c for c in df if c.startswith("a")]]  # listed
r = df[[c for c in df.columns if df[c].dtype == "object"]]
r = df[df.columns.tolist()]  # listed
r = df[df.columns.tolist() + []]  # listed
r = df[["y"] + df.columns.tolist()[:-1]]  # listed
r = df[list(df.columns)[1:]]  # listed
r = df[[*df.columns[:2], "y"]]  # open
r = df[df.columns.values]  # open
r = df[df.columns.to_list()[:2]]  # listed
r = df[list(df)]  # listed
r = df[sorted(df.columns)]  # listed
r = df[sorted(df.columns, reverse=True)]  # listed
r = df[list(set(df.columns) - {"a"})]  # open
r = df[df.keys()]  # listed
r = df[df.columns.values[:2]]  # open
r = df[df.columns[::-1]]  # listed
cols = df.columns.tolist()
cols.remove("y")
r = df[cols]  # open
cols.append("y")
r = df[cols]  # open
names = df.columns.to_numpy()
r = df[names]  # open
# windows
r = num.rolling(2).mean()  # listed
r = num.rolling(2).sum()  # listed
r = num.rolling(2)["a"].mean()  # named
r = pd.concat([num, num], axis=1).rolling(2)["a"].mean()  # open
r = num[["a", "a"]].expanding().agg({"a": "sum"})  # open
r = num.rolling(2)[["a"]].mean()  # listed
r = num["a"].rolling(2).mean()  # named
r = num.rolling(2, min_periods=1).std()  # listed
r = num.rolling(2).agg("sum")  # listed
r = num.rolling(2).agg(["sum", "mean"])  # open
r = num.rolling(2).apply(lambda v: 1.0)  # listed
r = num.rolling(2).corr()  # listed
r = num.expanding().mean()  # listed
r = num.expanding(2)["a"].max()  # named
r = num.ewm(span=2).mean()  # listed
r = num.ewm(alpha=0.5)["a"].mean()  # named
r = num["b"].ewm(alpha=0.5).mean()  # named
r = days.resample("2D").sum()  # listed
r = days.resample("2D")["n"].sum()  # named
r = days.resample("2D").mean()  # listed
r = days.resample("2D").agg({"n": "sum"})  # listed
r = days.resample("2D").agg(total=("n", "sum"))  # listed
r = days.resample("2D").ffill()  # listed
r = days.resample("2D").size()
r = days["n"].resample("2D").sum()  # named
r = days.asfreq("D")  # listed
r = table.groupby("shop")["n"].rolling(2).mean()  # named
r = table.groupby("shop").rolling(2)["n"].mean()  # named
r = table.groupby("day")[["n", "m"]].rolling(2).sum()  # listed
r = table.groupby("day")[["n", "m"]].expanding().sum()  # listed
# put together
r = pd.merge_asof(num, other.astype(float), on="a")  # listed
r = pd.merge_asof(num, other.astype(float), on="a", suffixes=("_l", "_r"))  # listed
r = pd.merge_asof(num, other.astype(float), left_on="a", right_on="b")  # listed
r = pd.merge_asof(num, other.astype(float), on="a", by="b")  # listed
r = pd.merge_ordered(num, other, on="a")  # listed
r = pd.merge_ordered(num, other, on="a", fill_method="ffill", suffixes=("", "_r"))  # listed
r = pd.merge_ordered(num, other)  # listed
r = pd.merge(df, other, on="a")  # listed
r = pd.merge(df, other, on=["a", "b"], how="left")  # listed
r = pd.merge(df, other, left_on="a", right_on="d")  # listed
r = df.merge(other, how="inner", on="a", suffixes=["_l", "_r"])  # listed
r = df.join(other, lsuffix="_l", rsuffix="_r")  # listed
r = df.join(other[["d"]])  # listed
r = df.join([other[["d"]]])  # listed
r = df.join([other[["d"]], table[["n"]]])  # listed
r = df.join(other.set_index("a"), on="a", rsuffix="_r")  # listed
r = pd.concat({"p": df, "q": df})  # listed
r = pd.concat({"p": df, "q": other})  # listed
r = pd.concat({"p": df["a"], "q": other["b"]}, axis=1)  # listed
r = pd.concat([df["a"], other["b"]], axis=1, keys=["p", "q"])  # listed
r = pd.concat([df, other[["d"]]], axis=1)  # listed
r = pd.concat([df, other], axis=1, keys=["p", "q"])  # whole
r = pd.concat({"p": df, "q": other}, axis=1)  # whole
r = pd.concat([df, other], keys=["p", "q"])  # listed
r = pd.concat([df, other], keys=["p", "q"], names=["side", "row"])  # listed
r = pd.concat([df, df])  # listed
r = pd.concat((df, df), ignore_index=True)  # listed
r = pd.concat([df, other], join="inner")  # listed
r = pd.concat([df.assign(p=i) for i in range(3)])  # listed
r = pd.concat([df] * 2)  # listed
r = pd.concat([df, pd.get_dummies(df["c"])], axis=1)  # some
r = pd.concat([df.drop(columns="y"), df["y"]], axis="columns")  # listed
r = pd.concat([df["a"], df["b"]], axis=1)  # listed
r = pd.concat([df["a"].rename("p"), df["b"].rename("q")], axis=1)  # listed
r = num.combine(num, np.minimum)  # open
r = df.combine_first(other)  # whole
r, q = df.align(other)  # whole
r, q = df.align(other, join="inner", axis=1)  # open
r, q = num.align(num)  # listed
r = df.compare(df)
r = df.update(other)
# reshaping
r = table.pivot(index="day", columns="shop", values="n")
r = table.pivot(index="day", columns="shop")  # open
r = table.pivot(index="day", columns="shop", values=["n", "m"])  # open
r = table.pivot_table(index="day", columns="shop", values="n")
r = table.pivot_table(index="day", values="n")  # open
r = table.pivot_table(index="day", values=["n", "m"], aggfunc="sum")
r = table.pivot_table(index="day", columns="shop", values=["n"], aggfunc="sum")
r = table.pivot_table(index="day", columns="shop", values="n").reset_index()  # some
r = table.melt(id_vars=["day", "shop"])  # listed
r = table.melt(id_vars="day", value_vars=["n"], var_name="what", value_name="how")  # listed
r = pd.melt(table, id_vars=["day"])  # listed
r = table.stack()
r = table.set_index(["day", "shop"]).unstack()  # open
r = table.set_index(["day", "shop"])["n"].unstack()
r = table.set_index(["day", "shop"]).unstack("shop")  # open
r = pd.crosstab(table["day"], table["shop"])
r = pd.crosstab(table["day"], table["shop"]).reset_index()  # open
r = table.explode("n")  # listed
r = table.assign(v=[[1], [2], [3, 4]]).explode("v")  # listed
r = pd.wide_to_long(pd.DataFrame({"k": [1], "x1": [2], "x2": [3]}), stubnames="x", i="k", j="t")  # open
r = pd.wide_to_long(pd.DataFrame({"k": [1], "x1": [2], "x2": [3]}), ["x"], i="k", j="t").reset_index()  # open
r = pd.wide_to_long(pd.DataFrame({"k": [1], "o": [1], "x1": [2], "x2": [3]}), ["x"], i="k", j="t")  # open
r = pd.get_dummies(df, columns=["c"])  # some
r = pd.get_dummies(df)
r = pd.get_dummies(df["c"])
r = pd.get_dummies(df, columns=["c"], drop_first=True)  # some
r = pd.get_dummies(num)  # open
r = df.T
r = df.transpose()
r = num.T.T
# groups
g = table.groupby("shop")
r = g.agg({"n": "sum", "m": "mean"})  # listed
r = g.agg({"n": ["sum", "mean"]})  # whole
r = g.agg({"n": ["sum", "mean"], "m": "max"})  # whole
r = g.agg(["sum"])  # whole
r = g[["n", "m"]].agg(["sum", "mean"])  # whole
r = g["n"].agg(["sum", "mean"])  # listed
r = g["n"].agg(["sum", "mean"]).reset_index()  # listed
r = g["n"].agg([("low", "min"), ("high", "max")])  # listed
r = g.agg(low=("n", "min"), high=("n", "max"))  # listed
r = g.agg(low=pd.NamedAgg(column="n", aggfunc="min"))  # listed
r = g.agg(low=("n", "min")).reset_index()  # listed
r = g[["n", "m"]].agg("sum")  # listed
r = g.agg("sum")  # listed
r = g[["n"]].agg(np.sum)  # listed
r = g[["n", "m"]].agg(lambda v: 1)  # listed
r = g[["n", "m"]].apply(lambda f: f.sum())  # open
r = g["n"].apply(lambda v: v.sum())  # open
r = g[["n", "m"]].apply(lambda f: f.head(1))  # open
r = g[["n", "m"]].describe()  # open
r = g["n"].describe()  # open
r = g["n"].quantile(0.5)  # named
r = g[["n", "m"]].quantile(0.5)  # listed
r = g[["n", "m"]].quantile([0.25, 0.5])  # listed
r = g[["n", "m"]].idxmax()  # listed
r = g["n"].idxmax()  # named
r = g.nth(0)  # listed
r = g.nth([0, 1])  # listed
r = g["n"].nth(0)  # named
r = g.get_group("p")  # listed
r = g[["n"]].get_group("p")  # listed
r = g["n"].get_group("p")  # named
r = g[["n", "m"]].skew()  # listed
r = g["n"].ohlc()  # listed
r = g[["n", "m"]].corr()  # listed
r = g[["n", "m"]].cov()  # listed
r = g["n"].unique()  # open
r = g["n"].nlargest(1)  # open
r = g["n"].value_counts()
r = g["n"].value_counts().reset_index(name="k")  # listed
r = g["n"].value_counts().unstack()
r = g.size().to_frame("k")  # listed
r = g["n"].cumsum()  # named
r = g[["n", "m"]].transform("mean")  # listed
r = g[["n", "m"]].transform(lambda v: v - v.mean())  # listed
r = g[["n", "m"]].pct_change()  # listed
r = g[["n", "m"]].bfill()  # listed
r = g[["n", "m"]].pipe(lambda h: h.sum())  # listed
r = table.groupby(["day", "shop"])["n"].sum().unstack()
r = table.groupby(["day", "shop"])["n"].sum().reset_index()  # listed
r = table.groupby(["day", "shop"], as_index=False)["n"].sum()  # listed
r = table.groupby(["day", "shop"], as_index=False).agg(total=("n", "sum"))  # listed
r = table.groupby(["day", "shop"], as_index=False).size()  # listed
r = table.groupby("shop", as_index=False).agg({"n": "sum"})  # listed
r = table.groupby("shop", as_index=False)["n"].agg("mean")  # listed
r = table.groupby(pd.Grouper(key="day"))[["n"]].sum()  # listed
r = table.groupby(["shop", pd.Grouper(key="day")])[["n"]].sum()  # listed
r = table.groupby(table["shop"])["n"].mean()  # named
r = table.groupby(by="shop").n.mean()  # named
r = table.groupby("shop")[["n"]].first().reset_index()  # listed
r = table.groupby(df["c"].values)[["n"]].sum()  # listed
r = table.groupby(pd.cut(table["n"], 2))[["m"]].sum()  # listed
r = table.groupby(table["n"] > 1)[["m"]].sum()  # listed
r = table.groupby("shop").sum(numeric_only=True)  # open
# functions
r = df.apply(lambda row: [1, 2], axis=1, result_type="expand")  # open
r = df.apply(lambda row: (row["a"], row["b"]), axis=1, result_type="expand")  # open
r = df.apply(lambda row: {"p": 1, "q": 2}, axis=1, result_type="expand")  # open
r = df.apply(lambda row: pd.Series({"p": 1, "q": 2}), axis=1)  # open
r = df.apply(lambda row: pd.Series([1, 2]), axis=1)  # open
r = df.apply(lambda row: pd.Series([1, 2], index=["p", "q"]), axis=1)  # open
r = num.apply(np.sqrt)  # listed
r = num.apply(lambda v: v * 2)  # listed
r = num.apply(lambda v: v - v.mean())  # listed
r = num.apply(lambda v: (v - v.mean()) / v.std())  # listed
r = num.apply(lambda v: v.fillna(0))  # listed
r = num.apply(pd.to_numeric)  # listed
r = num.apply(pd.to_numeric, errors="coerce")  # listed
r = df.apply(pd.Series.nunique)  # open
r = df.apply(lambda row: row["a"] + row["b"], axis=1)
r = num.transform(np.sqrt)  # listed
r = num.transform(lambda v: v + 1)  # open
r = num.transform("sqrt")  # listed
r = num.transform(["sqrt", "exp"])  # whole
r = num.map(lambda v: v)  # listed
r = num.pipe(lambda f: f.assign(z=1))  # listed
r = num.agg("sum")
r = num.agg(["min", "max"])  # listed
r = num.agg({"a": ["min", "max"]})  # listed
r = num.agg({"a": ["min", "max"], "b": ["min"]})  # listed
r = num.agg({"a": "min"})
r = num.quantile([0.1, 0.9])  # listed
r = num.quantile(0.5)
r = num.describe()  # open
r = num.describe().T  # open
r = df.describe()
r = df.describe(include="all")  # listed
r = df.describe().T
r = num.corr()  # some
r = df.isna().sum()
r = df.isna().sum().to_frame("n")  # listed
r = df.nunique().reset_index()  # listed
r = df.dtypes.reset_index()  # open
r = df.isnull().mean().sort_values(ascending=False).reset_index()  # listed
r = df.count().rename("n").to_frame()  # listed
r = df.memory_usage()
r = df.corrwith(df["a"], numeric_only=True)
r = df.sum(numeric_only=True)
# new columns
r = df.assign(z=lambda f: f["a"] + 1)  # listed
r = df.assign(**{"z": 1})  # listed
r = df.assign(**{c: 1 for c in ["p", "q"]})  # listed
r = df.eval("z = a + b")  # listed
r = df.eval("z = a + b\nw = z * 2")  # listed
r = df.eval("a + b")
r = df.query("a > 1")  # listed
d = df.copy()  # listed
d.insert(1, "z", 0)  # listed
d.pop("a")  # listed
del d["z"]  # listed
d["w"] = 1  # listed
d[["p", "q"]] = 0  # listed
d.loc[:, "s"] = 1  # listed
d.columns = ["f", "g", "h", "i", "j", "k", "l"][: len(d.columns)]
d.columns = list("abcdefg")[: d.shape[1]]
d = df.copy()  # listed
d.columns = ["p", "q", "r", "s"]  # listed
d.columns = [c.upper() for c in d.columns]  # listed
d.columns = [f"x_{c}" for c in d.columns]  # listed
d.columns = ["c" + str(i) for i in range(4)]  # listed
d.columns = d.columns.str.replace("c", "k")  # listed
d.columns = d.columns.map(lambda c: c + "!")  # listed
d.columns = range(4)  # listed
d.columns = pd.Index(["p", "q", "r", "s"])  # open
d.columns = map(str.upper, d.columns)  # open
r = df.rename(columns=str.lower)  # listed
r = df.rename(columns=str.upper)  # listed
r = df.rename(columns={"a": "A", "q": "Q"})  # listed
r = df.rename(columns=dict(zip(df.columns, ["p", "q", "r", "s"])))  # open
r = df.rename(columns={c: c + "_1" for c in df.columns})  # listed
r = df.rename(columns=lambda c: c.strip().lower())  # listed
r = df.rename(columns=lambda c: "x_" + c)  # listed
r = df.rename(columns=lambda c: f"{c}_1")  # listed
r = df.rename(str.upper, axis="columns")  # listed
r = df.add_prefix("p_")  # listed
r = df.add_suffix("_s")  # listed
r = df.filter(like="a")  # listed
r = df.filter(regex="^a")  # listed
r = df.filter(regex="a|b")  # listed
r = df.filter(regex="^(a|b)$")  # listed
r = df.filter(items=["a", "q"])  # listed
r = df.filter(["a", "b"])  # listed
r = df.select_dtypes("number")
r = df.select_dtypes(include=["object"])
r = df.set_axis(["p", "q", "r", "s"], axis=1)  # listed
r = df.set_axis(["p", "q", "r", "s"], axis="columns")  # listed
r = df.sample(2)  # listed
r = df.sample(frac=1).reset_index(drop=True)  # listed
r = df.head(1)  # listed
r = df.nlargest(1, "a")  # listed
r = df.reset_index(names="row")  # listed
r = df.reset_index(names=["row"])  # listed
r = df.set_index("c").reset_index(names="k")  # listed
r = df.rename_axis("row").reset_index()  # listed
r = df.rename_axis(columns="col")  # whole
r = df["c"].value_counts().reset_index()  # whole
r = df["c"].value_counts().rename_axis("k").reset_index(name="n")  # listed
r = df["c"].value_counts().to_frame()  # whole
r = df["c"].value_counts(normalize=True).reset_index(name="share")  # listed
r = df.value_counts(["a", "c"]).reset_index(name="n")  # open
r = df[["a", "c"]].value_counts().reset_index(name="n")  # open
r = df["a"].to_frame("z")  # listed
r = df["a"].to_frame()  # listed
r = df["c"].str.split("x", expand=True)  # open
r = df["c"].str.split("x", n=1, expand=True)
r = df["c"].str.extract("(x)")  # listed
r = df["c"].str.extract(r"(?P<letter>[a-z])(?P<digit>\d)?")  # listed
r = df["c"].str.extract("(x)", expand=False)
r = df["c"].str.partition("x")  # open
r = df["c"].str.get_dummies()  # open
r = days.index.to_frame()  # open
r = pd.to_datetime(df["a"]).dt.isocalendar()  # listed
r = (pd.to_datetime(df["a"]) - pd.Timestamp("2020-01-01")).dt.components  # open
r = df["a"].describe().to_frame()  # listed
r = df["a"].reset_index()  # listed
r = df["a"].agg(["min", "max"])
r = df["a"].apply(lambda v: pd.Series({"p": v, "q": v}))  # open
r = df["a"].apply(pd.Series)
r = df["a"].compare(df["b"])  # open
# construction
r = pd.DataFrame({"a": [1], "b": [2]}, columns=["b", "a"])  # listed
r = pd.DataFrame({"a": [1], "b": [2]}, columns=["b", "z"])  # listed
r = pd.DataFrame([{"a": 1}, {"b": 2}])  # listed
r = pd.DataFrame([{"a": i, "b": 2} for i in range(3)])  # listed
r = pd.DataFrame([{"a": i, "b": 2} for i in range(3)], columns=["b"])  # listed
r = pd.DataFrame([(i, 2) for i in range(3)], columns=["a", "b"])  # listed
r = pd.DataFrame([(i, 2) for i in range(3)])  # listed
r = pd.DataFrame([[1, 2]], columns=["a", "b"])  # listed
r = pd.DataFrame([[1, 2], [3, 4]])  # listed
r = pd.DataFrame(np.zeros((3, 2)), columns=["a", "b"])  # listed
r = pd.DataFrame(np.zeros((3, 2)))  # open
r = pd.DataFrame(np.random.rand(3, 2))  # open
r = pd.DataFrame(np.random.randn(3, 2), columns=list("ab"))  # listed
r = pd.DataFrame(np.arange(6).reshape(3, 2))  # open
r = pd.DataFrame(np.array([[1, 2], [3, 4]]))  # open
r = pd.DataFrame(np.random.rand(3, 2)).add_prefix("x")  # open
r = pd.DataFrame(np.random.rand(3, 2), columns=[f"x{i}" for i in range(2)])  # listed
r = pd.DataFrame(np.random.default_rng(0).normal(size=(3, 2)))  # open
r = pd.DataFrame([1, 2, 3])  # listed
r = pd.DataFrame([1, 2, 3], columns=["a"])  # listed
r = pd.DataFrame(zip([1, 2], [3, 4]), columns=["a", "b"])  # listed
r = pd.DataFrame(list(zip([1, 2], [3, 4])), columns=["a", "b"])  # listed
r = pd.DataFrame(dict(a=[1], b=[2]))  # listed
r = pd.DataFrame({c: [1] for c in ["a", "b"]})  # listed
r = pd.DataFrame({"a": df["a"], "b": df["b"] * 2})  # listed
r = pd.DataFrame({("p", "q"): [1]})  # open
r = pd.DataFrame(index=range(3))  # listed
r = pd.DataFrame(columns=["a", "b"])  # listed
r = pd.DataFrame(df["a"])  # listed
r = pd.DataFrame(df, columns=["b"])  # listed
r = pd.DataFrame(df.values, columns=df.columns)  # listed
r = pd.DataFrame(df.to_numpy(), columns=df.columns, index=df.index)  # listed
r = pd.DataFrame(num.values)  # open
r = pd.DataFrame(df["a"].tolist(), columns=["z"])  # listed
r = pd.DataFrame({"a": 1}, index=[0])  # listed
r = pd.DataFrame.from_dict({"a": [1], "b": [2]})  # listed
r = pd.DataFrame.from_dict({"a": [1, 2], "b": [2, 3]}, orient="index")  # listed
r = pd.DataFrame.from_dict({"a": [1, 2], "b": [2, 3]}, orient="index", columns=["p", "q"])  # listed
r = pd.DataFrame.from_dict({"a": {"p": 1}, "b": {"p": 2}}, orient="index")  # listed
r = pd.DataFrame.from_dict({"a": 1, "b": 2}, orient="index", columns=["n"])  # listed
r = pd.DataFrame.from_records([(1, 2)], columns=["a", "b"])  # listed
r = pd.DataFrame.from_records([{"a": 1, "b": 2}])  # listed
r = pd.DataFrame.from_records([{"a": 1, "b": 2}], index="a")  # open
r = pd.DataFrame({"r1": {"a": 1}, "r2": {"a": 2}})  # listed
r = pd.DataFrame({"r1": {"a": 1}, "r2": {"a": 2}}).T
r = pd.DataFrame(pd.Series([1, 2], name="s"))  # listed
r = pd.DataFrame([pd.Series([1, 2], index=["p", "q"])])  # open
r = pd.DataFrame(df.to_dict())  # open
r = pd.DataFrame(df.to_dict("records"))  # open
r = pd.json_normalize([{"a": 1, "b": {"c": 2}}])  # open
r = pd.json_normalize([{"a": 1}, {"b": 2}])  # open
r = pd.Series({"a": 1}).to_frame("n")  # listed
r = pd.Series([1, 2], name="s").reset_index()  # listed
r = pd.DataFrame({"a": [1]}).copy(deep=True)  # listed
# rows
r = df.dropna()  # listed
r = df.dropna(axis=1)  # open
r = df.drop_duplicates(subset=["a"])  # listed
r = df.drop([0])  # listed
r = df.drop("a", axis=1)  # listed
r = df.drop(df.columns[0], axis=1)  # listed
r = df.drop(df.columns[[0, 1]], axis=1)  # listed
r = df.drop(labels=["a"], axis="columns")  # listed
r = df.sort_values("a")  # listed
r = df.sort_index(axis=1)  # listed
r = df.reindex(columns=["a", "z"])  # listed
r = df.reindex(["a", "z"], axis=1)  # listed
r = df.reindex(sorted(df.columns), axis=1)  # listed
r = df.iloc[:, 1:]  # listed
r = df.iloc[:, :-1]  # listed
r = df.iloc[:, -1]  # named
r = df.iloc[:, [0, -1]]  # listed
r = df.iloc[:, ::2]  # listed
r = df.iloc[0:2, 1:3]  # listed
r = df.iloc[:, lambda f: [0, 1]]  # open
r = df.iloc[:, np.r_[0, 2]]  # open
r = df.iloc[:, range(2)]  # open
r = df.loc[:, "a":"b"]  # listed
r = df.loc[:, lambda f: ["a", "b"]]  # open
r = df.loc[0:1, ["a"]]  # listed
r = df.loc[df["a"].isin([1]), "b"]  # named
r = df.take([0, 1])  # listed
r = df.take([0, 1], axis=1)  # listed
r = df.xs("a", axis=1)  # open
r = df.where(df["a"] > 1)  # listed
r = df.isin([1])  # listed
r = df.squeeze()
r = df[["a"]].squeeze()
r = df.shift(1)  # listed
r = num.add(1)  # listed
r = num.sub(num.mean())  # open
r = num - num.mean()  # open
r = (num - num.mean()) / num.std()  # open
r = num / num.max()  # open
r = num.div(num.sum(axis=1), axis=0)  # listed
r = num * 2 + 1  # listed
r = num > 1  # listed
r = -num  # listed
r = ~(num > 1)  # listed
r = abs(num)  # listed
r = np.log(num)  # listed
r = np.where(num > 1, 1, 0)
r = num ** 2  # listed
r = num % 2  # listed
r = num == num  # listed
r = 1 / num  # listed
r = num.dot(num.T)
r = num.cumsum()  # listed
r = num.round(1)  # listed
r = num.rank()  # listed
r = num.mode()  # listed
r = num.clip(lower=0)  # listed
r = num.astype(int)  # listed
r = num.interpolate()  # listed
r = num.set_flags(allows_duplicate_labels=True)  # listed
r = df.astype({"a": float})  # listed
r = df.infer_objects()  # listed
r = df.convert_dtypes()  # listed
r = df.to_records()
r = df.stack().unstack()
r = df.itertuples()
r = df.mask(df == 0)  # listed
r = df.fillna({"a": 0})  # listed
r = df.ffill().bfill()  # listed
r = df.eq(df)  # listed
r = df.idxmin(numeric_only=True)
r = num.nlargest(1, ["a", "b"])  # listed
# beside what is told of each column
r = num - num.mean()  # listed
r = (num - num.min()) / (num.max() - num.min())  # listed
r = (num - num.mean()) / num.std()  # listed
r = num.sub(num.mean(), axis=1)  # listed
r = num.div(num.sum(axis=1), axis=0)  # listed
r = num - num.iloc[0]  # listed
r = num[["a"]] - num.mean()  # whole
r = num.mean() - num  # listed
spread = num.quantile(0.75) - num.quantile(0.25)
r = num > num.quantile(0.75) + 1.5 * spread  # listed
r = num[~((num < num.quantile(0.25) - 1.5 * spread) | (num > num.quantile(0.75) + 1.5 * spread)).any(axis=1)]  # listed
r = num - df["y"]  # some
center = num.mean()
center["z"] = 0
r = num - center  # open
r = num.fillna(num.mean())  # listed
# masks under a name
mask = df["a"] > 1
r = df[mask]  # listed
r = df[~mask]  # listed
r = df.loc[mask, ["a", "b"]]  # listed
r = df.loc[~mask, "a"]  # named
mask = df["a"].isin([1]) & df["c"].str.contains("x")
r = df[mask]  # listed
r = df[num.notna().all(axis=1)]  # listed
r = df[np.isfinite(num).all(axis=1)]  # listed
r = df.query("a > 1")  # listed
# a column in another form
r = pd.to_datetime(df["a"])  # named
r = pd.to_datetime(df["a"]).dt.year  # named
r = pd.to_datetime(df["a"]).dt.strftime("%Y")  # named
r = pd.to_numeric(df["a"], errors="coerce")  # named
r = pd.cut(df["a"], 2)  # named
r = df[pd.to_datetime(df["a"]).dt.is_month_start]  # listed
# design matrices
import statsmodels.api as sm
r = sm.add_constant(num)  # some
r = sm.add_constant(num, has_constant="add")  # listed
r = sm.add_constant(num["a"], prepend=False, has_constant="add")  # listed
# transformers that were told to give frames
from sklearn.compose import ColumnTransformer, make_column_transformer
from sklearn.decomposition import PCA
from sklearn.feature_selection import VarianceThreshold
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import FunctionTransformer, MinMaxScaler, OneHotEncoder, StandardScaler
scaler = StandardScaler().set_output(transform="pandas")
r = scaler.fit_transform(num)  # listed
r = scaler.transform(num)  # listed
r = scaler.transform(num.to_numpy())  # listed
later = StandardScaler()
later.set_output(transform="pandas")
later.fit(num)
r = later.transform(num)  # listed
later.set_output(transform="default")
r = later.transform(num)
r = StandardScaler().set_output(transform="pandas").fit_transform(num.to_numpy())  # open
r = StandardScaler().set_output(transform="pandas").fit_transform(pd.DataFrame([[1, 2], [3, 4]]))  # open
r = SimpleImputer().set_output(transform="pandas").fit_transform(num)  # open
r = PCA(1).set_output(transform="pandas").fit_transform(num)  # open
r = make_pipeline(StandardScaler(), MinMaxScaler()).set_output(transform="pandas").fit_transform(num)  # listed
r = make_pipeline(SimpleImputer(), StandardScaler()).set_output(transform="pandas").fit_transform(num)  # open
parts = ColumnTransformer([("num", StandardScaler(), ["b", "a"]), ("rest", "passthrough", ["y"])]).set_output(transform="pandas")
r = parts.fit_transform(df)  # listed
r = parts.transform(df)  # listed
r = ColumnTransformer([("num", StandardScaler(), ["a"]), ("no", "drop", ["b"])], remainder="passthrough").set_output(transform="pandas").fit_transform(df)  # listed
r = ColumnTransformer([("num", StandardScaler(), ["a"])], remainder="passthrough", verbose_feature_names_out=False).set_output(transform="pandas").fit_transform(df)  # listed
r = make_column_transformer((StandardScaler(), ["a"]), ("passthrough", ["b"]), remainder=MinMaxScaler()).set_output(transform="pandas").fit_transform(num)  # listed
r = ColumnTransformer([("hot", OneHotEncoder(sparse_output=False), ["c"])], remainder="passthrough").set_output(transform="pandas").fit_transform(df)  # open
r = ColumnTransformer([("p", make_pipeline(StandardScaler(), MinMaxScaler()), ["a", "b"])]).set_output(transform="pandas").fit_transform(df)  # open
wanted = ["a"]
parts = ColumnTransformer([("num", StandardScaler(), wanted)]).set_output(transform="pandas")
wanted.append("b")
r = parts.fit_transform(df)  # open
inner = StandardScaler()
outer = make_pipeline(inner).set_output(transform="pandas")
outer.named_steps["standardscaler"].set_output(transform="default")
r = outer.fit_transform(num)
