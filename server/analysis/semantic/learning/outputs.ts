/**
 * Transformers that were told to give frames: which columns those have.
 *
 *     scaler = StandardScaler().set_output(transform="pandas")
 *     scaler.fit_transform(df[["a", "b"]])                        a, b
 *     SimpleImputer().set_output(transform="pandas")...           some of them: those without a value are left out
 *     PCA(2).set_output(transform="pandas")...                    a frame
 *     ColumnTransformer([("num", StandardScaler(), ["a"])], remainder="passthrough")
 *                                                                 num__a, then remainder__ and each of the others
 *
 * Names are those of the frame that it was fitted on. Labels that are no texts are not kept by scikit-learn, which numbers columns
 * then. An estimator that was told has columns itself, of which nothing is said: what of several paths not all told it, is not known to.
 */
import { isSubclass } from "../../knowledge/callables.ts";
import { anyColumns, columnsOf, exactly, flag, isNone, listing, someOf, withIndex } from "../frames/labels.ts";
import type { Interner } from "../interner.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Construction, Label, Value } from "../value.ts";
import { instanceName, lastName, passed, withContent } from "./call-result.ts";
import { stepsOf } from "./pipelines.ts";

/** What the estimator's content says of columns after `set_output`. */
export function toldColumns(call: LibraryCall, before: Columns | undefined): Columns | undefined {
  const transform = call.keywords.get("transform");
  if (isNone(transform) && !call.isOpen) return before;
  return !call.isOpen && transform && plainText(transform) === "pandas" ? anyColumns("loose") : undefined;
}

/** The frame that a transformer gives that was told to; `undefined`: it was not, or may give something else. */
export function framesGiven(call: LibraryCall, receiver: Value, result: Value): Value | undefined {
  const name = instanceName(receiver);
  const method = lastName(call.target);
  if (!receiver.data?.columns || name === undefined || (method !== "transform" && method !== "fit_transform")) return undefined;
  const data = passed(call, 0, "X");
  const isFrame = instanceName(data) !== undefined && isSubclass(instanceName(data) ?? "", "pandas.DataFrame");
  const { fits } = receiver.data;
  const fittedOn = method === "fit_transform" ? (isFrame ? data?.data?.columns : undefined) : fits?.length === 1 ? fits[0]?.columns : undefined;
  const given = outputOf(receiver, namesIn(fittedOn));
  if (!given) return undefined;
  const columns = given.columns && withIndex(given.columns, isFrame ? data?.data?.columns?.index : undefined);
  const { interner } = call.machine;
  return withContent(interner, interner.instance("pandas.DataFrame", result.origins), { columns, rows: result.data?.rows });
}

/** Names that scikit-learn sees: texts, in one level. Beside a text, anything else fails. */
function namesIn(columns: Columns | undefined): Columns | undefined {
  if (!columns || columns.doubt === "loose" || columns.doubt === "levels") return undefined;
  return columns.present.length > 0 && columns.present.every((label) => typeof label === "string") ? columnsOf({ ...columns, index: undefined }) : undefined;
}

/** What a transformer makes of columns: a frame, whose columns may be unknown; `undefined`: perhaps no frame. */
interface Output {
  readonly columns: Columns | undefined;
}

function outputOf(estimator: Value, input: Columns | undefined): Output | undefined {
  const name = instanceName(estimator) ?? "";
  const [, module, own = ""] = /^sklearn\.(\w+)\.(\w+)$/u.exec(name) ?? [];
  if (module === "pipeline" && own === "Pipeline") return throughSteps(estimator, input);
  if (own === "ColumnTransformer") return { columns: transformed(estimator, input) };
  if (oneToOne.has(own)) return { columns: input };
  if (choosing.has(own)) return { columns: input && someOf(columnsOf({ ...input, absent: input.absent.filter((label) => !String(label).startsWith("missingindicator_")) })) };
  return module !== undefined && modules.has(module) && own !== "FunctionTransformer" ? { columns: undefined } : undefined;
}

const oneToOne: ReadonlySet<string> = new Set([
  "StandardScaler", "MinMaxScaler", "MaxAbsScaler", "RobustScaler", "PowerTransformer", "QuantileTransformer", "Normalizer", "Binarizer", "OrdinalEncoder",
]);
/** Leave columns out, by what is in them. */
const choosing: ReadonlySet<string> = new Set([
  "SimpleImputer", "KNNImputer", "IterativeImputer", "SelectKBest", "SelectPercentile", "SelectFromModel", "VarianceThreshold", "RFE", "RFECV", "SequentialFeatureSelector",
]);
const modules: ReadonlySet<string> = new Set(["preprocessing", "impute", "decomposition", "feature_selection"]);

function throughSteps(pipeline: Value, input: Columns | undefined): Output | undefined {
  const steps = stepsOf(pipeline);
  if (!steps) return undefined;
  let output: Output | undefined = { columns: input };
  for (const { value } of steps) output = outputOf(value, output?.columns);
  return output;
}

// ---- ColumnTransformer -------------------------------------------------------------------------------------

const columnTransformer = "sklearn.compose.ColumnTransformer";

/** A column transformer that was just made, with its parts where each is written out: name, class or word, labels. */
export function withParts(call: LibraryCall, made: Value): Value {
  if (made.type?.kind !== "instance" || made.type.name !== columnTransformer || call.isOpen) return made;
  const { interner } = call.machine;
  const isNamed = call.target === columnTransformer;
  const given = isNamed ? passed(call, 0, "transformers") : undefined;
  const tuples = isNamed ? (given?.type?.kind === "list" ? given.type.elements : []) : call.positional;
  const parts = tuples.map((each) => partOf(call, each, isNamed));
  const names = parts.map((each) => each?.name);
  if (parts.length === 0 || names.some((name, at) => name === undefined || names.indexOf(name) !== at)) return made;
  const option = (keyword: string, value: Value | undefined): Construction["arguments"] => (value ? [{ keyword, unpacked: false, value: plainOption(interner, value), place: call.place }] : []);
  const listed = interner.value({ type: { kind: "tuple", elements: parts.map((each) => each?.value ?? interner.unknown) } });
  const construction: Construction = {
    callable: call.target, receiver: undefined, place: call.place,
    arguments: [
      ...option("remainder", call.keywords.get("remainder") ?? (isNamed ? call.positional[1] : undefined)), ...option("verbose_feature_names_out", call.keywords.get("verbose_feature_names_out")),
      { keyword: "transformers", unpacked: false, value: listed, place: call.place },
    ],
  };
  return interner.value({ type: { ...made.type, made: construction }, origins: made.origins });
}

function partOf(call: LibraryCall, { type }: Value, isNamed: boolean): { readonly name: string | undefined; readonly value: Value } | undefined {
  if (type?.kind !== "tuple" || type.elements.length !== (isNamed ? 3 : 2)) return undefined;
  const [estimator, columns] = type.elements.slice(isNamed ? 1 : 0);
  if (!estimator || columns?.type?.kind !== "list") return undefined;
  const { interner } = call.machine;
  // A list that is written here has no other name: it stays as it is.
  const [origin] = columns.origins;
  const isOwn = origin?.kind === "literal" && origin.place.anchor === call.place.anchor && origin.place.start >= call.place.start && origin.place.end <= call.place.end;
  const className = instanceName(estimator);
  const name = isNamed ? type.elements[0] && plainText(type.elements[0]) : plainText(estimator) ?? className?.slice(className.lastIndexOf(".") + 1).toLowerCase();
  if (name === undefined) return undefined;
  const text = interner.text([{ kind: "literal", text: name, place: undefined }]);
  return { name, value: interner.value({ type: { kind: "tuple", elements: [text, plainOption(interner, estimator), isOwn ? interner.value({ type: { kind: "tuple", elements: columns.type.elements } }) : columns] } }) };
}

/** A word, yes or no, or an estimator's class. */
function plainOption(interner: Interner, value: Value): Value {
  if (value.constant) return value;
  const name = instanceName(value);
  return name?.startsWith("sklearn.") !== true ? interner.unknown : interner.instance(name);
}

function transformed(estimator: Value, input: Columns | undefined): Columns | undefined {
  const made = estimator.type?.kind === "instance" ? estimator.type.made : undefined;
  const option = (name: string): Value | undefined => made?.arguments.find(({ keyword }) => keyword === name)?.value;
  const parts = option("transformers")?.type;
  const isPrefixed = flag(option("verbose_feature_names_out"), true);
  if (!input || parts?.kind !== "tuple" || isPrefixed === undefined) return undefined;
  const taken = new Set<Label>();
  const result: Label[] = [];
  const add = (name: string, part: Value, columns: readonly Label[]): boolean => {
    const word = plainText(part);
    const given = word === "drop" ? [] : word === "passthrough" ? columns : word === undefined && part.type ? listing(outputOf(part, exactly(columns))?.columns) : undefined;
    for (const label of given ?? []) result.push(isPrefixed ? `${name}__${label}` : label);
    return given !== undefined;
  };
  for (const { type } of parts.elements) {
    const [name, part, labels] = type?.kind === "tuple" ? type.elements : [];
    const columns = labels?.type?.kind === "list" || labels?.type?.kind === "tuple" ? labels.type.elements.map(plainText) : [undefined];
    const isKnown = name && part && columns.every((each) => each !== undefined);
    if (!isKnown || !add(plainText(name) ?? "", part, columns)) return undefined;
    for (const label of columns) taken.add(label);
  }
  const remainder = option("remainder");
  if (remainder === undefined || plainText(remainder) === "drop") return exactly(result);
  const all = listing(input);
  return all && add("remainder", remainder, all.filter((label) => !taken.has(label))) ? exactly(result) : undefined;
}
