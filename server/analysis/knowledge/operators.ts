/**
 * Classes whose operators work element by element, so that the result is of the same class.
 *
 *     df["price"] * 2          a series, as one side is one
 *     mask & unknown           a series still, unless the other side is a frame
 *     index == "a"             an array: an index compares to one
 *
 * Order decides when the sides differ: a frame wins over a series, a series over an array, an array over a number.
 */
export interface Elementwise {
  readonly name: string;
  /** The result of arithmetic is told even when nothing is known of the other side: few classes would take over. */
  readonly decides: boolean;
  /** The class of a comparison's result. */
  readonly compares: string;
}

export const elementwise: readonly Elementwise[] = [
  { name: "pandas.DataFrame", decides: true, compares: "pandas.DataFrame" },
  { name: "pandas.Series", decides: true, compares: "pandas.Series" },
  { name: "pandas.Index", decides: false, compares: "numpy.ndarray" },
  ...["torch.Tensor", "tensorflow.Tensor", "polars.DataFrame", "polars.Expr", "polars.Series", "pyspark.sql.Column", "dask.dataframe.DataFrame",
    "dask.dataframe.Series", "dask.array.Array"].map((name) => ({ name, decides: true, compares: name })),
  { name: "numpy.ndarray", decides: true, compares: "numpy.ndarray" },
  { name: "numpy.Element", decides: false, compares: "numpy.Element" },
  { name: "numpy.float64", decides: false, compares: "builtins.bool" },
];

/** What arithmetic of these with a number, or among themselves, keeps elementwise classes what they are. */
export const plainOperands: ReadonlySet<string> = new Set([
  "builtins.int", "builtins.float", "builtins.bool", "builtins.complex", "builtins.str", "builtins.list", "builtins.tuple", "builtins.NoneType", "numpy.int64",
  "datetime.timedelta", "datetime.datetime", "datetime.date", "pandas.Timestamp", "pandas.Timedelta", "numpy.timedelta64", "numpy.datetime64",
]);

/** Python's special methods for operators, for classes whose stubs name them. */
export const operatorMethods: Readonly<Record<string, string>> = {
  "+": "__add__", "-": "__sub__", "*": "__mul__", "/": "__truediv__", "//": "__floordiv__", "%": "__mod__", "**": "__pow__", "@": "__matmul__", "&": "__and__",
  "|": "__or__", "^": "__xor__",
};
