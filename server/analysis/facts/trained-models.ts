/**
 * Models that a document trains on data from a feature store, and where it keeps them.
 *
 *     frame = store.get_historical_features(entities, features=["stats:trips", "stats:age"]).to_df()     1
 *     train, test = train_test_split(frame[["trips", "age"]])
 *     model.fit(train, labels)                                                                            2
 *     joblib.dump(model, "model.joblib")                                                                  3
 *
 * The rows that go into `fit` (2) are, as far back as they are known, those that a call of `to_df` gave, whose job came from the
 * retrieval (1); where rows are put together with others (a merge), the calls that the data comes from lead there too. The object that is
 * written (3) is one that was fitted by that call. Scalers and encoders are fitted as well, and predict nothing: they are no models.
 */
import { callableOf, isSubclass } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import { samePlace } from "../semantic/same-place.ts";
import { rootOf } from "../semantic/learning/rows.ts";
import type { Columns, Value } from "../semantic/value.ts";
import type { Catalogue } from "../store/model.ts";
import { place, placeKey } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { argument } from "./calls.ts";
import { collectReferences } from "./features.ts";
import type { Retrieval } from "./features.ts";
import { callsWhere } from "./kept.ts";
import { framesMade } from "./retrieved-columns.ts";
import { stepsOf } from "./steps.ts";
import { classNameOf, textOf } from "./values.ts";

export interface TrainedModel {
  /** Class without its modules: `RandomForestClassifier`. */
  readonly className: string;
  /** The call of `fit`. */
  readonly place: Place;
  readonly retrieval: Retrieval;
  /** Columns that go in, labels among them: those that are known, and whether there are no others. */
  readonly columns: { readonly known: ReadonlySet<string>; readonly isWhole: boolean };
  readonly saved: readonly SavedModel[];
}

export interface SavedModel {
  /** A path, a name in a model registry; `undefined` when it is known only at run time. */
  readonly to: string | undefined;
  readonly place: Place;
}

export function trainedModels(analysis: DocumentAnalysis, uri: string, catalogue: Catalogue): readonly TrainedModel[] {
  const retrievals = collectReferences(analysis, uri, catalogue).retrievals.filter(({ role }) => role === "training");
  if (retrievals.length === 0) return [];
  const found = new Map<string, TrainedModel>();
  for (const { steps } of stepsOf(analysis).runs) {
    for (const { kind, target, inputs, estimator, place: at } of steps) {
      const className = estimator && classNameOf(estimator);
      if (kind !== "fit" || className === undefined || !predicts(className)) continue;
      for (const retrieval of retrievals) {
        if (!inputs.some(({ value }) => comesFrom(value, retrieval, analysis))) continue;
        const key = `${target} ${placeKey(at)} ${placeKey(placeOf(retrieval.event))}`;
        const columns = columnsOf(inputs.map(({ value }) => value));
        if (!found.has(key)) found.set(key, { className: className.slice(className.lastIndexOf(".") + 1), place: at, retrieval, columns, saved: savedModels(analysis, at) });
      }
    }
  }
  return [...found.values()];
}

/** Whether it is fitted to answer something; scalers, encoders and reducers are fitted to hand data on. */
function predicts(className: string): boolean {
  if (answering.some((base) => isSubclass(className, base))) return true;
  return !isSubclass(className, "sklearn.base.TransformerMixin") && !/(?:Scaler|Encoder|Imputer|Transformer|Vectorizer|Selector)$/u.test(className);
}

const answering = ["ClassifierMixin", "RegressorMixin", "ClusterMixin", "OutlierMixin"].map((name) => `sklearn.base.${name}`);

// ---- from the retrieval ------------------------------------------------------------------------------------

function comesFrom({ data, origins }: Value, { event }: Retrieval, analysis: DocumentAnalysis): boolean {
  const at = placeOf(event);
  const root = rootOf(data?.rows);
  const read = root?.kind === "whole" ? root.source : undefined;
  if (read) {
    if (framesMade(analysis).some((frame) => samePlace(frame.place, read) && frame.makers.some((maker) => samePlace(maker, at)))) return true;
  }
  return origins.some((origin) => origin.kind === "call" && samePlace(origin.place, at));
}

/** All inputs together: features and labels. */
function columnsOf(inputs: readonly Value[]): TrainedModel["columns"] {
  const all: readonly (Columns | undefined)[] = inputs.map(({ data }) => data?.columns);
  return {
    known: new Set(all.flatMap((columns) => columns?.present ?? []).filter((label) => typeof label === "string")),
    isWhole: all.every((columns) => columns?.isWhole === true),
  };
}

// ---- to where it is kept -----------------------------------------------------------------------------------

function savedModels(analysis: DocumentAnalysis, fit: Place): readonly SavedModel[] {
  const found = new Map<string, SavedModel>();
  for (const event of writesIn(analysis)) {
    const values = [event.receiver, ...event.args.map(({ value }) => value)];
    if (!values.some((value) => value && holdsFitted(value, fit, 2))) continue;
    const at = placeOf(event);
    const to = destination(event, analysis);
    const key = placeKey(at);
    if (to !== undefined || !found.has(key)) found.set(key, { to, place: at });
  }
  return [...found.values()];
}

const writesIn = callsWhere((event) =>
  isModelLog(event) || (event.target !== undefined && (callableOf(event.target)?.effects ?? []).includes("write")));

/** `mlflow.sklearn.log_model(model, name="churn")` */
function isModelLog({ target }: CallEvent): boolean {
  return target !== undefined && /^mlflow\.(?:\w+\.)*log_model$/u.test(target);
}

/** `(model, columns)` and `{"model": model}` hold it as well. */
function holdsFitted({ data, type }: Value, fit: Place, depth: number): boolean {
  if (data?.fits?.some((each) => samePlace(each.place, fit)) === true) return true;
  if (depth === 0) return false;
  if (type?.kind === "tuple" || type?.kind === "list") return type.elements.some((each) => holdsFitted(each, fit, depth - 1));
  return type?.kind === "dict" && type.entries.some(({ value }) => holdsFitted(value, fit, depth - 1));
}

function destination(event: CallEvent, analysis: DocumentAnalysis): string | undefined {
  if (isModelLog(event)) {
    const named = ["registered_model_name", "name", "artifact_path"].flatMap((keyword) => event.args.find((each) => each.keyword === keyword) ?? []);
    return [...named, ...event.args.filter(({ position }) => position === 1)].map(({ value }) => textOf(value)).find((name) => name !== undefined);
  }
  const path = argumentRoles(event).find(({ role }) => role === "write-path")?.argument.value;
  if (path && textOf(path) !== undefined) return textOf(path);
  // `with open(path, "wb") as file: pickle.dump(model, file)`
  const file = argument(event, "file") ?? argument(event, "fp");
  const opened = (path ?? file?.value)?.origins.find((origin) => origin.kind === "call" && origin.target.endsWith(".open"));
  const call = opened && opensIn(analysis).find((each) => samePlace(placeOf(each), opened.place));
  const name = call && (call.receiver && call.target?.startsWith("pathlib.") === true ? call.receiver : call.args.find(({ position, keyword }) => position === 0 || keyword === "file")?.value);
  return name && textOf(name);
}

const opensIn = callsWhere(({ target }) => target?.endsWith(".open") === true);

function placeOf({ unit, node }: CallEvent): Place {
  return place(unit, node);
}
