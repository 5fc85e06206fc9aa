/**
 * Where rows begin: data sets that libraries bring along, files that are read, arrays that are made.
 *
 *     X, y = load_iris(return_X_y=True)                      both whole
 *     iris = load_iris(); iris.data                          whole
 *     (x_train, y_train), (x_test, y_test) = load_data()     train and test of what keras loads
 *     data = load_dataset("imdb"); data["train"]             train of it
 *     load_dataset("imdb", split="test")                     test of it
 *     np.load("a.npy")                                       whole
 */
import { callableOf, isSubclass } from "../../knowledge/callables.ts";
import type { DataEffect } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Rows, Value } from "../value.ts";
import { dataSetColumns } from "../frames/data-sets.ts";
import { instanceName, isTrue, passed, typedResult, withContent, withRows } from "./call-result.ts";
import { partRows, wholeRows } from "./rows.ts";

export function datasetCall(call: LibraryCall): DataEffect | undefined {
  const { target } = call;
  const result = !target.includes("datasets.") ? readData(call) : /^sklearn\.datasets\.(?:load|fetch)_\w+$/u.test(target) ? sklearnData(call)
    : /^sklearn\.datasets\.make_\w+$/u.test(target) ? pair(call, generated)
    : /^(?:tensorflow\.)?keras\.datasets\.\w+\.load_data$/u.test(target) ? kerasData(call)
    : target === "datasets.load_dataset" || target === "datasets.load_from_disk" ? hubData(call)
    : /^torchvision\.datasets\.[A-Z]\w*$/u.test(target) ? visionData(call)
    : readData(call);
  return result && { result };
}

// ---- scikit-learn ------------------------------------------------------------------------------------------

/** Data sets that are texts or pairs and hold other things than rows for `return_X_y`. */
const unusual = new Set(["load_files", "load_svmlight_files", "fetch_lfw_pairs", "load_sample_images", "load_sample_image", "fetch_file", "fetch_species_distributions"]);

function sklearnData(call: LibraryCall): Value | undefined {
  const name = call.target.slice("sklearn.datasets.".length);
  if (unusual.has(name)) return undefined;
  if (name === "load_svmlight_file") return pair(call, ["scipy.sparse.csr_matrix", "numpy.ndarray"]);
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const asPair = call.keywords.get("return_X_y");
  if (asPair && asPair.constant?.kind !== "bool") return undefined;
  if (isTrue(asPair)) return pair(call, typesOf(call, name));
  // Arrays or frames, and which is not known.
  const asFrame = call.keywords.get("as_frame");
  const isOpen = asFrame !== undefined && asFrame.constant?.kind !== "bool" && plainText(asFrame) === undefined;
  return withRows(interner, isOpen ? interner.value({ origins }) : typedResult(call), rowsFor(call, name));
}

/** fetch_openml and the texts have their own defaults. */
function typesOf(call: LibraryCall, name: string): readonly (string | undefined)[] {
  const asFrame = call.keywords.get("as_frame");
  if (isTrue(asFrame)) return ["pandas.DataFrame", name === "load_linnerud" ? "pandas.DataFrame" : "pandas.Series"];
  const isPlain = !asFrame || (asFrame.constant?.kind === "bool" && !asFrame.constant.value);
  return isPlain && name !== "fetch_openml" && !name.includes("newsgroups") && name !== "fetch_rcv1" ? generated : [undefined, undefined];
}

const generated = ["numpy.ndarray", "numpy.ndarray"];

/** The newsgroups come as training data unless told otherwise. */
function rowsFor(call: LibraryCall, name: string): Rows | undefined {
  const whole = wholeRows(call.place);
  if (!/newsgroups|rcv1|lfw_pairs/u.test(name)) return whole;
  const subset = call.keywords.get("subset") ?? call.positional[name.includes("newsgroups") && !name.includes("vectorized") ? 1 : 0];
  const text = subset ? plainText(subset) : name.includes("newsgroups") ? "train" : "all";
  if (text === undefined) return undefined;
  return text === "train" || text === "test" ? partRows(whole, text, call.place) : whole;
}

/** `(X, y)` of the same rows. */
function pair(call: LibraryCall, types: readonly (string | undefined)[]): Value | undefined {
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const name = call.target.slice(call.target.lastIndexOf(".") + 1);
  // A third part (centres, coefficients), or no pair at all.
  if (name.startsWith("make_") && (!pairs.has(name) || call.keywords.has("return_centers") || call.keywords.has("coef") || call.isOpen)) return undefined;
  const rows = rowsFor(call, name);
  const elements = types.map((type, part) => {
    const element = withRows(interner, type === undefined ? interner.value({ origins }) : interner.instance(type, origins), rows);
    const columns = type?.startsWith("pandas.") === true ? dataSetColumns(call.target, part === 0 ? "data" : "target") : undefined;
    return columns ? withContent(interner, element, { columns }) : element;
  });
  return interner.value({ type: { kind: "tuple", elements }, origins });
}

const pairs = new Set([
  "make_classification", "make_regression", "make_blobs", "make_moons", "make_circles", "make_friedman1", "make_friedman2", "make_friedman3",
  "make_gaussian_quantiles", "make_hastie_10_2", "make_s_curve", "make_swiss_roll", "make_sparse_uncorrelated", "make_multilabel_classification",
]);

// ---- keras, datasets, torchvision --------------------------------------------------------------------------

function kerasData(call: LibraryCall): Value {
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const elements = (["train", "test"] as const).map((part) => {
    const rows = partRows(wholeRows(call.place), part, call.place);
    const array = withRows(interner, interner.instance("numpy.ndarray", origins), rows);
    return interner.value({ type: { kind: "tuple", elements: [array, array] }, origins });
  });
  return interner.value({ type: { kind: "tuple", elements }, origins });
}

function hubData(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const split = call.keywords.get("split");
  const whole = wholeRows(call.place);
  if (!split || split.constant?.kind === "none") {
    return call.target === "datasets.load_dataset" && !call.isOpen ? withRows(interner, interner.instance("datasets.DatasetDict", origins), whole) : undefined;
  }
  const text = plainText(split);
  if (text === undefined) return undefined;
  const part = text === "train" || text === "test" ? text : text.includes("+") || text === "all" ? undefined : "fold";
  return withRows(interner, interner.instance("datasets.Dataset", origins), part ? partRows(whole, part, call.place) : whole);
}

/** `MNIST(root, train=True)`: by default the training part. */
function visionData(call: LibraryCall): Value | undefined {
  const train = passed(call, 1, "train");
  const made = typedResult(call);
  if (instanceName(made) === undefined || !withTrain.test(call.target)) return undefined;
  if (train && train.constant?.kind !== "bool") return undefined;
  return withRows(call.machine.interner, made, partRows(wholeRows(call.place), !train || isTrue(train) ? "train" : "test", call.place));
}

const withTrain = /\.(?:MNIST|FashionMNIST|KMNIST|QMNIST|CIFAR10|CIFAR100|USPS)$/u;

// ---- files -------------------------------------------------------------------------------------------------

/** A table or array read from a file, a database, the network: all its rows. */
function readData(call: LibraryCall): Value | undefined {
  const callable = callableOf(call.target);
  if (call.receiver || !callable?.effects.includes("read")) return undefined;
  const typed = typedResult(call);
  const name = instanceName(typed);
  // An array, or several under their names.
  if (call.target === "numpy.load") return withRows(call.machine.interner, typed, wholeRows(call.place));
  if (name === undefined || !tables.some((each) => isSubclass(name, each))) return undefined;
  return withRows(call.machine.interner, typed, wholeRows(call.place));
}

const tables = ["pandas.DataFrame", "pandas.Series", "numpy.ndarray", "polars.DataFrame", "polars.LazyFrame", "pyspark.sql.DataFrame", "dask.dataframe.DataFrame"];
