/**
 * Arrays: what is computed of data row by row keeps its rows.
 *
 *     np.log1p(X), X.astype(float), X.to_numpy()     rows of X
 *     np.hstack([A, B])                              rows of A, when B has the same
 *     np.vstack([A, B])                              the smallest known rows that hold both
 *     np.arange(n), rng.normal(size=n)               whole: made here
 *     np.delete(X, i)                                some of X's rows
 */
import type { DataEffect } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import type { Rows, Value } from "../value.ts";
import { instanceName, isTrue, lastName, numberOf, passed, rowsOf, typedResult, withRows } from "./call-result.ts";
import { alignedRows, commonRows, indexedRows, partRows, wholeRows } from "./rows.ts";

type RowsModel = (call: LibraryCall) => Rows | undefined;

export function arrayCall(call: LibraryCall): DataEffect | undefined {
  const model = call.receiver ? methodModel(call) : functions.get(call.target.replace(/^(?:cupy|jax\.numpy)\./u, "numpy."));
  const rows = model?.(call);
  return rows && { result: withRows(call.machine.interner, typedResult(call), rows) };
}

// ---- functions ---------------------------------------------------------------------------------------------

const ofFirst: RowsModel = (call) => rowsOf(call.positional[0]);
/** Of all arguments that are data; numbers and lists of numbers do not count. */
const ofAligned: RowsModel = ({ positional }) => alignedRows(positional.map(rowsOf));
const madeHere: RowsModel = (call) => wholeRows(call.place);

const functions: ReadonlyMap<string, RowsModel> = new Map<string, RowsModel>([
  ...[
    "abs", "absolute", "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "square", "sign", "sin", "cos", "tan", "tanh", "floor", "ceil", "rint", "round",
    "around", "nan_to_num", "isnan", "isfinite", "isinf", "clip", "digitize", "ravel", "squeeze", "atleast_2d", "argsort", "float64",
    "cumsum", "diff", "negative", "logical_not", "invert", "deg2rad", "rad2deg", "asfortranarray", "ascontiguousarray", "copy", "sort", "expand_dims",
    "reshape", "zeros_like", "ones_like", "empty_like", "full_like", "fliplr",
  ].map((name) => [`numpy.${name}`, ofFirst] as const),
  ...[
    "add", "subtract", "multiply", "divide", "true_divide", "power", "mod", "maximum", "minimum", "where", "logical_and", "logical_or", "greater", "less", "equal",
    "not_equal", "isin", "hypot", "arctan2",
  ].map((name) => [`numpy.${name}`, ofAligned] as const),
  ...["array", "asarray", "asanyarray", "matrix"].map((name) => [`numpy.${name}`, ofContent] as const),
  ...["arange", "linspace", "zeros", "ones", "full", "empty", "eye", "random.rand", "random.randn", "random.normal", "random.uniform", "random.randint", "random.random",
    "random.exponential", "random.poisson"].map((name) => [`numpy.${name}`, madeHere] as const),
  ["numpy.random.permutation", (call) => rowsOf(call.positional[0]) ?? wholeRows(call.place)],
  ["numpy.random.choice", drawnFrom],
  ["numpy.take", (call) => byPosition(call, call.positional[0], passed(call, 1, "indices"), passed(call, 2, "axis"))],
  ["numpy.delete", (call) => selected(call, call.positional[0])],
  ["numpy.unique", (call) => selected(call, call.positional[0])],
  ["numpy.column_stack", (call) => alignedParts(call)],
  ["numpy.hstack", (call) => alignedParts(call)],
  ["numpy.concatenate", (call) => stacked(call, passed(call, 1, "axis"))],
  ["numpy.vstack", (call) => stacked(call, undefined)],
  ["numpy.append", (call) => common([call.positional[0], passed(call, 1, "values")])],
  ["scipy.sparse.hstack", (call) => alignedParts(call)],
  ["scipy.sparse.vstack", (call) => stacked(call, undefined)],
  ["scipy.sparse.csr_matrix", ofFirst],
  ...["scale", "normalize", "minmax_scale", "maxabs_scale", "robust_scale", "binarize", "label_binarize", "power_transform", "quantile_transform", "add_dummy_feature"]
    .map((name) => [`sklearn.preprocessing.${name}`, ofFirst] as const),
  ...["check_array", "as_float_array", "column_or_1d"].map((name) => [`sklearn.utils.${name}`, ofFirst] as const),
  ["statsmodels.tools.tools.add_constant", ofFirst],
  ["torch.tensor", ofFirst],
  ["torch.as_tensor", ofFirst],
  ["torch.from_numpy", ofFirst],
  ["torch.FloatTensor", ofFirst],
  ["torch.LongTensor", ofFirst],
  ["torch.Tensor", ofFirst],
  ["keras.utils.to_categorical", ofFirst],
  ["tensorflow.keras.utils.to_categorical", ofFirst],
  ["pandas.DataFrame", (call) => rowsOf(passed(call, 0, "data"))],
  ["pandas.Series", (call) => rowsOf(passed(call, 0, "data"))],
  ["pandas.to_numeric", ofFirst],
  ["pandas.to_datetime", ofFirst],
  ["pandas.get_dummies", (call) => rowsOf(passed(call, 0, "data"))],
  ["pandas.cut", ofFirst],
]);

/** Of an array or column; a list that holds no data of its own is where rows begin. */
function ofContent(call: LibraryCall): Rows | undefined {
  const content = passed(call, 0, "object", "a", "data");
  const rows = rowsOf(content);
  const { type } = content ?? {};
  if (rows || (type?.kind !== "list" && type?.kind !== "tuple")) return rows;
  return type.elements.some((each) => holdsRows(each)) ? common(type.elements) : wholeRows(call.place);
}

function holdsRows({ type, data }: Value): boolean {
  if (data?.rows || !type) return true;
  return (type.kind === "list" || type.kind === "tuple") && type.elements.some((each) => holdsRows(each));
}

/** `choice(a)` draws from a; `choice(10)` from the numbers below 10. */
function drawnFrom(call: LibraryCall): Rows | undefined {
  const rows = rowsOf(call.positional[0]);
  return rows ? partRows(rows, "some", call.place) : wholeRows(call.place);
}

/** The parts that stand side by side, all of the same rows. One whose rows are not known may have any. */
function alignedParts(call: LibraryCall): Rows | undefined {
  const parts = partsOf(call)?.map(rowsOf);
  return parts?.every((each) => each !== undefined) === true ? alignedRows(parts) : undefined;
}

function stacked(call: LibraryCall, axis: Value | undefined): Rows | undefined {
  const along = axis ? numberOf(axis) : 0;
  if (along === undefined) return undefined;
  return along === 0 ? common(partsOf(call) ?? []) : alignedParts(call);
}

function common(parts: readonly (Value | undefined)[]): Rows | undefined {
  return commonRows(parts.map(rowsOf));
}

function partsOf(call: LibraryCall): readonly Value[] | undefined {
  const type = passed(call, 0, "arrays", "tup", "blocks")?.type;
  return type?.kind === "list" || type?.kind === "tuple" ? type.elements : undefined;
}

function byPosition(call: LibraryCall, value: Value | undefined, index: Value | undefined, axis: Value | undefined): Rows | undefined {
  const rows = rowsOf(value);
  if (axis && numberOf(axis) !== 0) return rows;
  return indexedRows(rows, rowsOf(index)) ?? (rows && partRows(rows, "some", call.place));
}

function selected(call: LibraryCall, value: Value | undefined): Rows | undefined {
  const rows = rowsOf(value);
  return rows && partRows(rows, "some", call.place);
}

// ---- methods -----------------------------------------------------------------------------------------------

/** Methods of arrays, columns and tensors that give a row for a row. Those of frames are told by frames/. */
const rowMethods: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["numpy.ndarray", new Set([
    "astype", "copy", "reshape", "ravel", "flatten", "clip", "round", "squeeze", "toarray", "view", "transpose", "cumsum", "argsort", "tolist",
  ])],
  ["pandas.Series", new Set([
    "to_numpy", "astype", "copy", "map", "apply", "fillna", "ffill", "bfill", "replace", "clip", "abs", "round", "isna", "isnull", "notna", "notnull", "isin", "between",
    "dropna", "to_frame", "rename", "reset_index", "sort_values", "sort_index", "rank", "shift", "diff", "cumsum", "pct_change", "where", "mask", "tolist", "to_list",
    "interpolate", "combine_first", "eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul", "div", "pow", "infer_objects", "convert_dtypes",
  ])],
  ["pandas.DataFrame", new Set(["to_numpy"])],
  ["pandas.Index", new Set(["to_numpy", "tolist", "to_list", "astype", "copy"])],
  ["torch.Tensor", new Set(["float", "long", "double", "int", "to", "cuda", "cpu", "numpy", "detach", "clone", "view", "reshape", "unsqueeze", "squeeze", "type"])],
  ["datasets.Dataset", new Set(["map", "rename_column", "remove_columns", "cast_column", "with_format", "shuffle", "sort", "add_column", "rename_columns", "cast"])],
]);

/** `.str.lower()`, `.dt.floor("D")`: methods of accessors. */
const accessors = /^pandas\.(?:\w+\.)*(?:StringMethods|\w*Properties|CategoricalAccessor)$/u;

function methodModel(call: LibraryCall): RowsModel | undefined {
  const className = instanceName(call.receiver);
  const method = lastName(call.target);
  if (className === undefined || isTrue(call.keywords.get("inplace"))) return undefined;
  if (className === "datasets.Dataset" && (method === "filter" || method === "select")) return (each) => selected(each, each.receiver);
  if (className === "numpy.ndarray" && method === "take") return (each) => byPosition(each, each.receiver, each.positional[0], passed(each, 1, "axis"));
  if (/\.random\.(?:RandomState|Generator|_generator\.Generator|mtrand\.RandomState)$/u.test(className)) return generatorModel(method);
  const isKept = rowMethods.get(className)?.has(method) === true || (accessors.test(className) && method !== "cat" && method !== "join");
  return isKept ? (each) => rowsOf(each.receiver) : undefined;
}

function generatorModel(method: string): RowsModel | undefined {
  if (method === "permutation" || method === "permuted") return (call) => rowsOf(call.positional[0]) ?? wholeRows(call.place);
  if (method === "choice") return drawnFrom;
  return drawn.has(method) ? madeHere : undefined;
}

const drawn = new Set(["rand", "randn", "normal", "uniform", "randint", "integers", "random", "standard_normal", "exponential", "poisson"]);
