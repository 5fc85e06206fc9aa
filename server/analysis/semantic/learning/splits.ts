/**
 * Calls that split rows: what each of their results holds of the rows that went in.
 *
 *     X_train, X_test, y_train, y_test = train_test_split(X, y)     train, test of X's rows, train, test of y's
 *     for a, b in KFold(5).split(X): X[a]                           positions: train (test) of this split of X's rows
 *     small, large = random_split(data, [0.2, 0.8])                 test, train: by their sizes; otherwise folds
 *     few = df.sample(frac=0.1); others = df.drop(few.index)        some of df's rows; the rest of that sample
 *
 * Splits of one's own (`df[:n]` beside `df[n:]`) are only seen when both sides are: see facts/splits.ts.
 */
import { presentName } from "../../knowledge/renamed-modules.ts";
import type { DataEffect } from "../data.ts";
import type { Place } from "../../syntax/unit.ts";
import type { Interner } from "../interner.ts";
import type { LibraryCall } from "../library-calls.ts";
import type { Machine } from "../machine.ts";
import { samePlace } from "../same-place.ts";
import type { Rows, Value } from "../value.ts";
import { instanceName, isTrue, lastName, numberOf, passed, rowsOf, typedResult, withContent, withRows } from "./call-result.ts";
import { isAmong, partRows } from "./rows.ts";
import type { PartRows } from "./rows.ts";

type SplitModel = (call: LibraryCall) => Value | undefined;

/** By qualified name, as far as one name is enough. */
const functions: ReadonlyMap<string, SplitModel> = new Map<string, SplitModel>([
  ["sklearn.model_selection.train_test_split", trainTestSplit],
  ["cuml.model_selection.train_test_split", trainTestSplit],
  ["dask_ml.model_selection.train_test_split", trainTestSplit],
  ["torch.utils.data.random_split", randomSplit],
  ["torch.utils.data.dataset.random_split", randomSplit],
  ["numpy.split", foldsOfArray],
  ["numpy.array_split", foldsOfArray],
  ["sklearn.utils.shuffle", shuffled],
  ["sklearn.utils.resample", shuffled],
]);

export function splitCall(call: LibraryCall): DataEffect | undefined {
  const model = functions.get(presentName(call.target)) ?? (call.receiver ? methodModel(call) : isSplitter(call.target) ? splitter : undefined);
  const result = model?.(call);
  return result && { result };
}

function methodModel(call: LibraryCall): SplitModel | undefined {
  const owner = instanceName(call.receiver);
  if (owner === undefined) return undefined;
  const method = lastName(call.target);
  if (method === "split" && isSplitter(owner)) return positions;
  if (owner === "pandas.DataFrame" || owner === "pandas.Series") return frameMethods.get(method);
  if (method === "train_test_split" && owner.startsWith("datasets.")) return datasetSplit;
  if (method === "randomSplit" && owner.startsWith("pyspark.")) return randomSplitOfFrame;
  return undefined;
}

/** Classes whose `split(X)` gives pairs of positions. */
export function isSplitter(className: string): boolean {
  return /^sklearn\.model_selection\.(?:\w*KFold|TimeSeriesSplit|\w*ShuffleSplit|Leave\w+|PredefinedSplit)$/u.test(presentName(className)) || olderSplitters.test(className);
}

/** Of scikit-learn before 0.20: a loop goes through the splitter itself, which is told how many rows there are. */
const olderSplitters = /^sklearn\.cross_validation\.(?:\w*KFold|\w*ShuffleSplit|Leave\w+|PredefinedSplit|Bootstrap)$/u;

/** `for fitting, scoring in KFold(len(X), 5)`: what each round gets, positions in whatever is indexed by them. */
export function foldOf({ interner }: Machine, value: Value): Value | undefined {
  const name = instanceName(value);
  const [made] = value.origins;
  return name !== undefined && made?.kind === "call" && olderSplitters.test(name) ? pairOfPositions(interner, undefined, made.place) : undefined;
}

// ---- scikit-learn ------------------------------------------------------------------------------------------

function trainTestSplit(call: LibraryCall): Value | undefined {
  if (call.isOpen || call.positional.length === 0) return undefined;
  const { interner } = call.machine;
  const typed = typedResult(call);
  const types = typed.type?.kind === "list" ? typed.type.elements : [];
  const elements = call.positional.flatMap((input, index) =>
    (["train", "test"] as const).map((part, side) => partOf(call, types[2 * index + side] ?? interner.value({ origins: typed.origins }), input, part)));
  return interner.value({ type: { kind: "list", elements }, origins: typed.origins });
}

/** One side of the input, as a thing of the type that is told, with the input's columns. */
function partOf(call: LibraryCall, typed: Value, input: Value, part: PartRows["part"]): Value {
  const { interner } = call.machine;
  const rows = partRows(rowsOf(input), part, call.place);
  // Indexing gives back what it is given, of the libraries' own kinds.
  const like = !typed.type && input.type?.kind === "instance" ? interner.instance(input.type.name, typed.origins) : typed;
  return withContent(interner, like, { rows, columns: input.data?.columns });
}

function splitter(call: LibraryCall): Value {
  return call.machine.interner.instance(call.target, typedResult(call).origins);
}

/** Pairs of positions, one pair for each round. */
function positions(call: LibraryCall): Value {
  const { interner } = call.machine;
  const element = pairOfPositions(interner, rowsOf(passed(call, 0, "X")), call.place);
  return interner.value({ type: { kind: "sequence", name: "iterator", element } });
}

function pairOfPositions(interner: Interner, of: Rows | undefined, split: Place): Value {
  const elements = (["train", "test"] as const).map((part) => withRows(interner, interner.instance("numpy.ndarray"), partRows(of, part, split)));
  return interner.value({ type: { kind: "tuple", elements } });
}

/** The same rows in another order, or some of them, perhaps several times. One array alone comes back alone. */
function shuffled(call: LibraryCall): Value | undefined {
  if (call.isOpen || call.positional.length === 0) return undefined;
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const isWhole = call.target.endsWith("shuffle") && !call.keywords.has("n_samples");
  const results = call.positional.map((input) => {
    const rows = rowsOf(input);
    const typed = input.type?.kind === "instance" ? interner.instance(input.type.name, origins) : interner.value({ origins });
    return withContent(interner, typed, { columns: input.data?.columns, rows: isWhole ? rows : rows && partRows(rows, "some", call.place) });
  });
  return results.length === 1 ? results[0] : interner.value({ type: { kind: "list", elements: results }, origins });
}

// ---- torch, datasets, pyspark ------------------------------------------------------------------------------

function randomSplit(call: LibraryCall): Value | undefined {
  const dataset = passed(call, 0, "dataset");
  return dataset && sized(call, dataset, passed(call, 1, "lengths"), "torch.utils.data.Subset");
}

function randomSplitOfFrame(call: LibraryCall): Value | undefined {
  return call.receiver && sized(call, call.receiver, passed(call, 0, "weights"), instanceName(call.receiver));
}

/** Of two parts the larger one is for training. What more than two are for, and two whose sizes are not known, only names tell. */
function sized(call: LibraryCall, whole: Value, sizes: Value | undefined, className: string | undefined): Value | undefined {
  const { interner } = call.machine;
  const { type } = sizes ?? {};
  if (call.isOpen || (type?.kind !== "list" && type?.kind !== "tuple")) return undefined;
  const [first, second] = type.elements.map(numberOf);
  const isOrdered = type.elements.length === 2 && first !== undefined && second !== undefined && first !== second;
  const roles: readonly PartRows["part"][] = isOrdered ? (first > second ? ["train", "test"] : ["test", "train"]) : [];
  const elements = type.elements.map((_, index) => {
    const typed = className === undefined ? interner.value({ origins: whole.origins }) : interner.instance(className, whole.origins);
    return withContent(interner, typed, { columns: whole.data?.columns, rows: partRows(rowsOf(whole), roles[index] ?? "fold", call.place) });
  });
  return interner.value({ type: { kind: "list", elements }, origins: whole.origins });
}

/** `dataset.train_test_split(test_size=0.1)`: a dictionary of both parts. */
function datasetSplit(call: LibraryCall): Value | undefined {
  const { receiver } = call;
  const { interner } = call.machine;
  if (!receiver || receiver.type?.kind !== "instance") return undefined;
  const { name } = receiver.type;
  const entries = (["train", "test"] as const).map((part) => ({
    key: interner.text([{ kind: "literal", text: part, place: undefined }]),
    value: partOf(call, interner.instance(name, receiver.origins), receiver, part),
  }));
  return interner.value({ type: { kind: "dict", entries, open: false }, origins: receiver.origins });
}

// ---- arrays and frames -------------------------------------------------------------------------------------

/** `np.split(a, [i, j])` gives three parts, `np.split(a, 3)` too. */
function foldsOfArray(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const input = call.positional[0];
  const rows = rowsOf(input);
  const axis = passed(call, 2, "axis");
  if (!input || !rows || (axis && numberOf(axis) !== 0)) return undefined;
  const sections = passed(call, 1, "indices_or_sections");
  const typed = input.type?.kind === "instance" ? interner.instance(input.type.name, input.origins) : interner.value({ origins: input.origins });
  const fold = withContent(interner, typed, { columns: input.data?.columns, rows: partRows(rows, "fold", call.place) });
  const { type } = sections ?? {};
  const count = type?.kind === "list" || type?.kind === "tuple" ? type.elements.length + 1 : numberOf(sections);
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > 32) {
    return interner.value({ type: { kind: "sequence", name: "builtins.list", element: fold }, origins: input.origins });
  }
  return interner.value({ type: { kind: "list", elements: new Array<Value>(count).fill(fold) }, origins: input.origins });
}

const frameMethods: ReadonlyMap<string, SplitModel> = new Map<string, SplitModel>([
  ["sample", sample],
  ["drop", rest],
  ["head", selection],
  ["tail", selection],
  ["query", selection],
  ["nlargest", selection],
  ["nsmallest", selection],
  ["truncate", selection],
]);

/** Some of the receiver's rows: they may be set against the others, or not. */
function selection(call: LibraryCall): Value | undefined {
  const { receiver } = call;
  if (!receiver || isTrue(call.keywords.get("inplace"))) return undefined;
  const rows = rowsOf(receiver);
  return rows && kept(call, receiver, partRows(rows, "some", call.place));
}

/** `sample(frac=1)` shuffles. */
function sample(call: LibraryCall): Value | undefined {
  const { receiver } = call;
  const frac = numberOf(passed(call, 1, "frac"));
  if (frac !== 1 || !receiver || isTrue(passed(call, 2, "replace"))) return selection(call);
  return rowsOf(receiver) && kept(call, receiver, rowsOf(receiver));
}

/**
 * `df.drop(part.index)`: what a selection from df left over.
 *
 * The index has the rows of what it labels, and their labels only as long as nobody has given it new ones (`reset_index`): it must be
 * of what the selection returned. Which labels others are dropped by is not known: that leaves some of the rows.
 */
function rest(call: LibraryCall): Value | undefined {
  const { receiver } = call;
  const labels = call.keywords.get("index") ?? (call.keywords.has("columns") || isColumns(call) ? undefined : call.positional[0]);
  if (!receiver || !labels || isTrue(call.keywords.get("inplace"))) return undefined;
  const rows = rowsOf(receiver);
  return rows && kept(call, receiver, leftOver(rows, labelledRows(labels)) ?? partRows(rows, "some", call.place));
}

function isColumns({ positional, keywords }: LibraryCall): boolean {
  const axis = keywords.get("axis") ?? positional[1];
  return axis !== undefined && !(numberOf(axis) === 0);
}

/** The rows whose labels an index holds: of what was just split off, not yet worked on. */
function labelledRows(index: Value): Rows | undefined {
  const rows = rowsOf(index);
  const [made] = index.origins;
  return rows?.kind === "part" && made?.kind === "call" && samePlace(made.place, rows.split) ? rows : undefined;
}

const opposites: Readonly<Record<PartRows["part"], PartRows["part"] | undefined>> = {
  train: "test", test: "train", some: "rest", rest: "some", fold: undefined,
};

/** What is left of rows when a part of them is taken away; `undefined` when the part is not one step from them. */
export function leftOver(rows: Rows, taken: Rows | undefined): Rows | undefined {
  if (taken?.kind !== "part" || !taken.of || !isAmong(taken.of, rows) || !isAmong(rows, taken.of)) return undefined;
  const part = opposites[taken.part];
  return part && partRows(rows, part, taken.split);
}

function kept(call: LibraryCall, receiver: Value, rows: Rows | undefined): Value {
  const typed = typedResult(call);
  return withContent(call.machine.interner, typed, { columns: receiver.data?.columns, rows });
}
