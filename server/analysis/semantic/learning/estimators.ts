/**
 * Estimators: what they were fitted on, and the rows of what they give.
 *
 *     scaler = StandardScaler()              fits []
 *     X = scaler.fit_transform(X_train)      scaler: fitted on X_train's rows; X: X_train's rows
 *     model = make_pipeline(scaler, SVC())   fits []
 *     model.fit(X, y)                        fitted on X's rows, the result is model itself
 *     model.predict(X_test)                  X_test's rows
 *     sm.OLS(y, X).fit()                     results, fitted on the rows that the model was made with
 *     xgb.train(options, DMatrix(X))         a booster, fitted on X's rows
 *
 * `fit` forgets what was learnt before, `partial_fit` and the training of networks add to it.
 */
import { isSubclass } from "../../knowledge/callables.ts";
import { presentName } from "../../knowledge/renamed-modules.ts";
import type { Content, DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import type { Interner } from "../interner.ts";
import { sameColumns, sameRows } from "../join-data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { samePlace } from "../same-place.ts";
import type { Construction, Fit, Value } from "../value.ts";
import { instanceName, isTrue, lastName, passed, rowsOf, typedResult, withContent, withRows } from "./call-result.ts";
import { framesGiven, toldColumns, withParts } from "./outputs.ts";
import { withSteps } from "./pipelines.ts";

/** Fits of one estimator that are told apart. */
const maximumFits = 8;

/** Classes that follow scikit-learn without inheriting from it, as far as is described: `fit(X, y)` returns the estimator, `transform(X)` gives a row for a row. */
const followers = /^(?:catboost\.CatBoost\w*|(?:category_encoders|feature_engine|umap|hdbscan)\.(?:\w+\.)*[A-Z]\w*)$/u;
/** Networks: `fit` goes on where the last one stopped, and returns a history. */
const networks = ["keras.Model", "tensorflow.keras.Model"];

type EstimatorModel = (call: LibraryCall, receiver: Value) => DataEffect | undefined;

const methods: ReadonlyMap<string, EstimatorModel> = new Map<string, EstimatorModel>([
  ["fit", (call, receiver) => ({ returnsReceiver: true, receiver: { content: fitted(call, receiver, false) } })],
  ["partial_fit", (call, receiver) => ({ returnsReceiver: true, receiver: { content: fitted(call, receiver, true) } })],
  ["fit_transform", fitAndGive],
  ["fit_predict", fitAndGive],
  ["fit_resample", fitAndResample],
  ["fit_sample", fitAndResample],
  ["set_params", (_, receiver) => ({ returnsReceiver: true, receiver: { content: contentOf(receiver) } })],
  ["set_output", (call, receiver) => ({ returnsReceiver: true, receiver: { content: { ...contentOf(receiver), columns: toldColumns(call, receiver.data?.columns) } } })],
  ...[
    "transform", "inverse_transform", "predict", "predict_proba", "predict_log_proba", "decision_function", "score_samples", "apply", "decision_path",
    "kneighbors_graph",
  ].map((name) => [name, rowForRow] as const),
]);

const networkMethods: ReadonlyMap<string, EstimatorModel> = new Map<string, EstimatorModel>([
  ["fit", (call, receiver) => ({ result: typedResult(call), receiver: { content: fitted(call, receiver, true) } })],
  ["predict", rowForRow],
]);

const functions: ReadonlyMap<string, (call: LibraryCall) => DataEffect | undefined> = new Map([
  ["sklearn.base.clone", cloned],
  ["xgboost.train", (call: LibraryCall) => trained(call, passed(call, 1, "dtrain"))],
  ["lightgbm.train", (call: LibraryCall) => trained(call, passed(call, 1, "train_set"))],
  ["sklearn.model_selection.cross_val_predict", (call: LibraryCall) => ({ result: withRows(call.machine.interner, typedResult(call), rowsOf(passed(call, 1, "X"))) })],
]);

export function estimatorCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, target } = call;
  const known = functions.get(presentName(target));
  if (known) return known(call);
  const className = instanceName(receiver);
  if (!receiver || className === undefined) return constructed(call);
  if (isStatisticalModel(className)) return statisticalFit(call, receiver);
  if (networks.some((each) => isSubclass(className, each))) return networkMethods.get(lastName(target))?.(call, receiver);
  return isEstimatorClass(className) ? methods.get(lastName(target))?.(call, receiver) : undefined;
}

/** Whether objects of the class are fitted on rows and give rows for rows. */
export function isEstimatorClass(className: string): boolean {
  return isSubclass(className, "sklearn.base.BaseEstimator") || followers.test(className);
}

// ---- what a method does ------------------------------------------------------------------------------------

function fitted(call: LibraryCall, receiver: Value, goesOn: boolean): Content {
  const content = contentOf(receiver);
  const data = passed(call, 0, "X", "x", "raw_documents");
  const fit: Fit = { place: call.place, rows: rowsOf(data), columns: data?.data?.columns };
  if (!goesOn) return { ...content, fits: [fit] };
  const { fits } = content;
  if (!fits) return content;
  if (fits.some((each) => sameFit(each, fit))) return content;
  return { ...content, fits: fits.length < maximumFits ? [...fits, fit] : undefined };
}

function sameFit(a: Fit, b: Fit): boolean {
  return samePlace(a.place, b.place) && sameRows(a.rows, b.rows) && sameColumns(a.columns, b.columns);
}

function fitAndGive(call: LibraryCall, receiver: Value): DataEffect {
  return { ...rowForRow(call, receiver), receiver: { content: fitted(call, receiver, false) } };
}

/** Rows that are drawn again, left out, or made up from these. */
function fitAndResample(call: LibraryCall, receiver: Value): DataEffect {
  const { interner } = call.machine;
  const { origins } = typedResult(call);
  const elements = [passed(call, 0, "X"), passed(call, 1, "y")].map((input) => {
    const typed = input?.type?.kind === "instance" ? interner.instance(input.type.name, origins) : interner.value({ origins });
    return withContent(interner, typed, { rows: rowsOf(input), columns: input?.data?.columns });
  });
  return { result: interner.value({ type: { kind: "tuple", elements }, origins }), receiver: { content: fitted(call, receiver, false) } };
}

function rowForRow(call: LibraryCall, receiver: Value): { readonly result: Value } {
  const result = withRows(call.machine.interner, typedResult(call), rowsOf(passed(call, 0, "X", "x", "raw_documents")));
  return { result: framesGiven(call, receiver, result) ?? result };
}

// ---- estimators that are made ------------------------------------------------------------------------------

/** Classes called, and functions that make an estimator: not fitted yet. What carries data knows its rows. */
function constructed(call: LibraryCall): DataEffect | undefined {
  const { interner } = call.machine;
  const made = typedResult(call);
  const className = instanceName(made);
  if (className === undefined || call.receiver) return undefined;
  const data = carriers.get(className);
  if (data) return { result: withRows(interner, made, rowsOf(passed(call, data.position, ...data.names))) };
  if (isStatisticalModel(className)) return { result: withContent(interner, made, { rows: rowsOf(passed(call, 1, "exog", "data")) ?? rowsOf(passed(call, 0, "endog")), fits: [] }) };
  const isMade = isEstimatorClass(className) || networks.some((each) => isSubclass(className, each));
  if (!isMade) return undefined;
  const result = withContent(interner, searchFor(call, withParts(call, withSteps(call, made))), { fits: [] });
  return fitsWhatItHolds(className) ? { result, handedOver: call.args.flatMap(({ value }) => estimatorsIn(value)) } : { result };
}

/** `[("scale", scaler), ("model", model)]`, or the estimator itself. */
function estimatorsIn(value: Value, depth = 0): readonly Value[] {
  const { type, data } = value;
  if (data) return [value];
  return (type?.kind === "list" || type?.kind === "tuple") && depth < 3 ? type.elements.flatMap((each) => estimatorsIn(each, depth + 1)) : [];
}

/** Estimators that fit the very objects they were made of. Others copy them first. */
function fitsWhatItHolds(className: string): boolean {
  return isSubclass(className, "sklearn.pipeline.Pipeline") || isSubclass(className, "sklearn.pipeline.FeatureUnion");
}

/** A search over an estimator's parameters keeps what it searches for: its `best_estimator_` is a copy of that. */
function searchFor(call: LibraryCall, made: Value): Value {
  const { interner } = call.machine;
  const name = instanceName(passed(call, 0, "estimator"));
  if (name === undefined || call.isOpen || made.type?.kind !== "instance" || !searches.test(made.type.name)) return made;
  const construction: Construction = {
    callable: call.target, receiver: undefined, place: call.place,
    arguments: [{ keyword: "estimator", unpacked: false, value: interner.instance(name), place: call.place }],
  };
  return interner.value({ type: { ...made.type, made: construction }, origins: made.origins });
}

const searches = /^sklearn\.(?:model_selection|grid_search)\.(?:GridSearchCV|RandomizedSearchCV|HalvingGridSearchCV|HalvingRandomSearchCV)$/u;

/** The estimator that a search was made of; not fitted as far as this value tells. */
export function searchedEstimator(interner: Interner, { type, origins }: Value): Value | undefined {
  if (type?.kind !== "instance" || !searches.test(type.name)) return undefined;
  const estimator = instanceName(type.made?.arguments[0]?.value);
  return estimator === undefined ? undefined : interner.instance(estimator, origins);
}

/** A copy that is not fitted. */
function cloned(call: LibraryCall): DataEffect | undefined {
  const name = instanceName(passed(call, 0, "estimator"));
  if (name === undefined || isTrue(call.keywords.get("safe"))) return undefined;
  const { interner } = call.machine;
  // It was told what its original was told.
  const { columns } = contentOf(passed(call, 0, "estimator"));
  return { result: withContent(interner, interner.instance(name, typedResult(call).origins), { fits: [], columns }) };
}

function trained(call: LibraryCall, data: Value | undefined): DataEffect {
  const fit: Fit = { place: call.place, rows: rowsOf(data), columns: data?.data?.columns };
  const goesOn = ["xgb_model", "init_model"].some((name) => call.keywords.has(name));
  return { result: withContent(call.machine.interner, typedResult(call), { fits: goesOn ? undefined : [fit] }) };
}

interface Carrier {
  readonly position: number;
  readonly names: readonly string[];
}

/** Classes that hold data for training, and the argument that is the data. */
const carriers: ReadonlyMap<string, Carrier> = new Map<string, Carrier>([
  ["xgboost.DMatrix", { position: 0, names: ["data"] }],
  ["xgboost.QuantileDMatrix", { position: 0, names: ["data"] }],
  ["lightgbm.Dataset", { position: 0, names: ["data"] }],
  ["catboost.Pool", { position: 0, names: ["data"] }],
  ["torch.utils.data.TensorDataset", { position: 0, names: [] }],
  ["torch.utils.data.DataLoader", { position: 0, names: ["dataset"] }],
  ["torch.utils.data.Subset", { position: 0, names: ["dataset"] }],
]);

// ---- statsmodels -------------------------------------------------------------------------------------------

function isStatisticalModel(className: string): boolean {
  return /^statsmodels\.(?:\w+\.)*(?:(?:Array)?(?:OLS|GLS|WLS)|GLM|Logit|Probit|Poisson|MNLogit|NegativeBinomial|QuantReg|RLM|GEE|MixedLM|PHReg)$/u.test(className);
}

/** The model carries the rows; what `fit` returns was fitted on them. */
function statisticalFit(call: LibraryCall, receiver: Value): DataEffect | undefined {
  if (!/^fit(?:_regularized|_constrained)?$/u.test(lastName(call.target))) return undefined;
  const fit: Fit = { place: call.place, rows: rowsOf(receiver), columns: receiver.data?.columns };
  // Of a model of arrays, which only the stubs have, users know the methods by the model's name.
  const described = `${instanceName(receiver) ?? ""}.${lastName(call.target)}`;
  return { result: withContent(call.machine.interner, typedResult(call, described), { fits: [fit] }) };
}
