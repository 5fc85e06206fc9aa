/**
 * Steps of an analysis in the order in which they happen: data is read, split, used for fitting, transformed, predicted, scored, written.
 *
 *     df = pd.read_csv("sales.csv")                 read
 *     def prepare(part):
 *         return scaler.fit_transform(part)         fit, transform: reached through each call of prepare
 *     train, test = train_test_split(df)            split
 *     X = prepare(train)
 *     model.fit(X, y)                               fit
 *     model.score(prepare(test), z)                 fit, transform, score
 *     with open("model.pkl", "wb") as file:         write
 *
 * What happens at module level is one *run*; so is the body of each function for callers that nobody sees. A step says where it stands,
 * which data goes in and comes out (values: their columns and rows), and which estimator is at work.
 */
import { defineFact } from "../engine/fact.ts";
import type { Effect } from "../knowledge/callables.ts";
import { callableOf } from "../knowledge/callables.ts";
import { crossValidations, isMetric, isSearch } from "../knowledge/evaluation.ts";
import { presentName } from "../knowledge/renamed-modules.ts";
import type { CallEvent, DocumentAnalysis, Scope } from "../semantic/analysis.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import { isSplitter } from "../semantic/learning/splits.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { gatheredFromCalls, keptWithAnalysis } from "./kept.ts";
import { opensToWrite } from "./paths/file-uses.ts";
import { classNameOf } from "./values.ts";

export type StepKind =
  | "read" | "split" | "fit" | "transform" | "resample" | "predict" | "score" | "write"
  /** Splits, fits and scores inside: cross_val_score, a grid search. */
  | "validate";

export interface Step {
  readonly kind: StepKind;
  readonly event: CallEvent;
  /** Qualified name of what is called. */
  readonly target: string;
  /** The call; its cell is `place.anchor.cell`. */
  readonly place: Place;
  /** The data that goes in, first things first: X, then y; the truth, then predictions. Empty when the first is not passed, or not by itself. */
  readonly inputs: readonly StepInput[];
  readonly output: Value;
  /** What is fitted or applied, as it was before. */
  readonly estimator: Value | undefined;
}

export interface StepInput {
  readonly node: Expression;
  readonly value: Value;
}

/** Steps of the module, or of a function's body with open parameters. */
export interface StepRun {
  /** `undefined` for the module. */
  readonly scope: Scope | undefined;
  readonly steps: readonly Step[];
}

export interface Steps {
  /** The module's first, if it has any. */
  readonly runs: readonly StepRun[];
  /** Of the module, in order. */
  readonly all: readonly Step[];
}

export const steps = defineFact<never, Steps>({
  name: "steps",
  needs: {},
  document: ({ analysis }) => stepsOf(analysis),
});

export function stepsOf(analysis: DocumentAnalysis): Steps {
  const ofRun = new Map<Scope["node"] | undefined, { scope: Scope | undefined; steps: Step[] }>();
  for (const step of stepsIn(analysis)) {
    const [outermost] = step.event.via;
    const scope = outermost ? scopeAt(analysis, outermost) : step.event.scope;
    const run = ofRun.get(scope?.node);
    if (run) run.steps.push(step);
    else ofRun.set(scope?.node, { scope, steps: [step] });
  }
  const runs = [...ofRun.values()].sort((a, b) => Number(a.scope !== undefined) - Number(b.scope !== undefined));
  for (const run of runs) run.steps.sort(inOrder);
  return { runs, all: runs.find(({ scope }) => !scope)?.steps ?? [] };
}

/** The function whose body holds the call at this place. */
function scopeAt(analysis: DocumentAnalysis, at: Place): Scope | undefined {
  const unit = analysis.analysisOf(at.anchor.unit);
  return unit && scopesIn(unit).get(`${at.start}-${at.end}`);
}

const scopesIn = keptWithAnalysis(({ calls }: DocumentAnalysis["units"][number]): ReadonlyMap<string, Scope | undefined> =>
  new Map(calls.map(({ node, scope }) => [`${node.start}-${node.end}`, scope])));

/** What ends first happens first: arguments before their call, a call before the method of its result. */
function inOrder(a: Step, b: Step): number {
  const left = [...a.event.via, a.place];
  const right = [...b.event.via, b.place];
  for (const [index, at] of left.entries()) {
    const other = right[index];
    if (!other) return -1;
    const difference = at.anchor.cell.index - other.anchor.cell.index || at.anchor.index - other.anchor.index || at.end - other.end;
    if (difference !== 0) return difference;
  }
  return left.length < right.length ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind);
}

/** Of one call. */
const order: readonly StepKind[] = ["read", "split", "validate", "fit", "resample", "transform", "predict", "score", "write"];

// ---- which calls are steps ---------------------------------------------------------------------------------

const stepsIn = gatheredFromCalls(stepsOfCall);

function stepsOfCall(event: CallEvent): readonly Step[] {
  const { target, unit, node, receiver } = event;
  if (target === undefined) return [];
  const kinds = kindsOf(event, target);
  if (kinds.length === 0) return [];
  const at = place(unit, node);
  return kinds.map((kind) => ({
    kind, event, target, place: at, inputs: inputsOf(kind, event, target), output: event.result,
    estimator: crossValidations.has(presentName(target)) ? argument(event, 0, "estimator")?.value : kind === "read" || kind === "split" || kind === "write" ? undefined : receiver,
  }));
}

const kindOfEffect: Readonly<Partial<Record<Effect, StepKind>>> = {
  read: "read", split: "split", fit: "fit", transform: "transform", resample: "resample", predict: "predict", score: "score", write: "write",
};

/** Of estimators whose methods are not described one by one. */
const kindsOfMethod: ReadonlyMap<string, readonly StepKind[]> = new Map<string, readonly StepKind[]>([
  ["fit", ["fit"]], ["partial_fit", ["fit"]], ["fit_transform", ["fit", "transform"]], ["fit_predict", ["fit", "predict"]], ["fit_resample", ["resample"]],
  ["fit_sample", ["resample"]], ["transform", ["transform"]], ["predict", ["predict"]], ["predict_proba", ["predict"]], ["predict_log_proba", ["predict"]],
  ["decision_function", ["predict"]], ["score", ["score"]], ["evaluate", ["score"]],
]);

const none: readonly never[] = [];

function kindsOf(event: CallEvent, target: string): readonly StepKind[] {
  if (crossValidations.has(presentName(target))) return ["validate"];
  if (isMetric(target)) return ["score"];
  const className = event.receiver && classNameOf(event.receiver);
  const method = target.slice(target.lastIndexOf(".") + 1);
  if (className !== undefined && method === "split" && isSplitter(className)) return ["split"];
  const effects = callableOf(target)?.effects;
  const methods = className !== undefined ? kindsOfMethod.get(method) : undefined;
  if (!effects?.length && !methods) return none;
  const found = new Set<StepKind>();
  for (const effect of effects ?? []) {
    const kind = kindOfEffect[effect];
    if (kind) found.add(kind === "read" && opensToWrite(event) ? "write" : kind);
  }
  if (className !== undefined && isModel(className)) {
    for (const kind of methods ?? []) found.add(kind);
    if (found.has("fit") && isSearch(className)) found.add("validate");
    if (found.has("resample")) found.delete("fit");
  }
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function isModel(className: string): boolean {
  return isEstimatorClass(className) || /^(?:tensorflow\.)?keras\.(?:\w+\.)*(?:Model|Sequential)$/u.test(className);
}

// ---- what goes in ------------------------------------------------------------------------------------------

function inputsOf(kind: StepKind, event: CallEvent, target: string): readonly StepInput[] {
  if (kind === "read") return [];
  if (kind === "write") return written(event);
  if (crossValidations.has(presentName(target))) return listed([argument(event, 1, "X"), argument(event, 2, "y")]);
  if (isMetric(target)) return listed([argument(event, 0, "y_true"), argument(event, 1, "y_pred", "y_score", "y_proba", "y_prob")]);
  if (kind === "split" && !event.receiver) return event.args.filter(({ position, unpacked }) => position >= 0 && !unpacked);
  if (target === "xgboost.train" || target === "lightgbm.train") return listed([argument(event, 1, "dtrain", "train_set")]);
  return listed([argument(event, 0, "X", "x", "raw_documents"), argument(event, 1, "y")]);
}

function argument(event: CallEvent, index: number, ...names: readonly string[]): StepInput | undefined {
  const named = event.args.find(({ keyword }) => keyword !== undefined && names.includes(keyword));
  if (named) return named;
  for (const each of event.args) {
    if (each.unpacked) return undefined;
    if (each.position === index) return each;
  }
  return undefined;
}

function listed(inputs: readonly (StepInput | undefined)[]): readonly StepInput[] {
  const [first, second] = inputs;
  return first ? (second ? [first, second] : [first]) : [];
}

/** `df.to_csv(path)`, `np.save(path, array)`, `joblib.dump(model, path)`: the object, unless it is a path, and what is passed beside the path. */
function written({ target, receiver, node, args }: CallEvent): readonly StepInput[] {
  const own = receiver && target?.startsWith("pathlib.") !== true && node.func.kind === "Attribute" && receiver.type?.kind === "instance" ? [{ node: node.func.value, value: receiver }] : [];
  return [...own, ...args.filter(({ value, unpacked }) => !unpacked && !value.constant && value.type?.kind === "instance")];
}
