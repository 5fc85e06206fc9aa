/**
 * What calls change, as far as it is no matter of an argument's role or an effect in the stubs: builtins, methods that change their
 * object, methods that do not.
 */

/** Builtins that only compute; what they call on the way (`key=`, `__len__`) aside. */
export const pureBuiltins: ReadonlySet<string> = new Set(`
abs all any ascii bin bool bytes callable chr complex dict divmod enumerate filter float format frozenset getattr hasattr hash hex id int isinstance issubclass
len list map max min object oct ord pow range repr reversed round set slice sorted str sum tuple type vars zip
`.trim().split(/\s+/u).map((name) => `builtins.${name}`));

/** Methods of builtin containers that change their object, whichever has them. */
const changing: Readonly<Record<string, ReadonlySet<string>>> = {
  "builtins.list": new Set(["append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse"]),
  "builtins.dict": new Set(["clear", "pop", "popitem", "setdefault", "update"]),
  "builtins.set": new Set(["add", "clear", "difference_update", "discard", "intersection_update", "pop", "remove", "symmetric_difference_update", "update"]),
  "pandas.DataFrame": new Set(["insert", "pop", "update"]),
  "pandas.Series": new Set(["pop", "update"]),
  "numpy.ndarray": new Set(["fill", "itemset", "partition", "put", "resize", "setfield", "setflags", "sort"]),
};

/** Classes whose objects nobody can change, or whose methods all give something new. */
const unchanging = /^(?:builtins\.(?:str|bytes|tuple|int|float|bool|complex|frozenset)|pandas\.(?:Index|\w+Index|Timestamp|Timedelta|\w+\.typing\.\w+)|pathlib\.Pure\w+|datetime\.\w+|re\.\w+)$/u;

/** Whether the method is known to change its object. */
export function changesObject(className: string, method: string): "yes" | "no" | "unknown" {
  const methods = changing[className];
  if (!methods) return unchanging.test(className) ? "no" : "unknown";
  return methods.has(method) ? "yes" : "no";
}

/** Libraries whose functions and classes compute and change nothing, but for the effects and roles that the stubs tell of. */
const computing = new Set(`
pandas numpy scipy sklearn statsmodels polars math cmath statistics itertools functools operator collections re json datetime decimal fractions string textwrap
copy bisect heapq hashlib base64 random
`.trim().split(/\s+/u));

export function computes(target: string): boolean {
  return computing.has(target.split(".")[0] ?? "") || target.startsWith("os.path.");
}

/** Effects of a call that nobody else notices. `fit` changes the object it is called on, which is looked at apart. */
export const unnoticed: ReadonlySet<string> = new Set(["unordered", "fit", "split", "transform", "predict", "score", "resample", "columns"]);
