/**
 * Settings of models and of training that are written as numbers inside calls.
 *
 *     RandomForestClassifier(n_estimators=500, max_depth=12, n_jobs=-1)     two: how many jobs run changes no result
 *     train_test_split(X, y, test_size=0.2)                                 one
 *     optim.SGD(model.parameters(), lr=RATE, momentum=0.9)                  one: RATE has a name already
 *
 * Numbers only: which solver or criterion is used is a decision, a number is what one tunes.
 */
import { presentName } from "../knowledge/renamed-modules.ts";
import { defineFact } from "../engine/fact.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import { isSplitter } from "../semantic/learning/splits.ts";
import type { Expression, Keyword } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { gathered } from "./kept.ts";
import { classNameOf } from "./values.ts";

export interface TrainingSetting {
  /** As the call names it: `max_depth`. */
  readonly name: string;
  /** The number as written. */
  readonly text: string;
  /** `max_depth=12`. */
  readonly place: Place;
  readonly event: CallEvent;
  readonly keyword: Keyword;
}

export const trainingSettings = defineFact<never, readonly TrainingSetting[]>({
  name: "trainingSettings",
  needs: {},
  document: ({ analysis }) => settingsIn(analysis),
});

/** In document order, each place once. */
const settingsIn = gathered(({ calls }): readonly TrainingSetting[] => {
  const seen = new Set<Keyword>();
  const found: TrainingSetting[] = [];
  for (const event of calls) {
    const isSetting = settingsOf(event);
    for (const keyword of isSetting ? event.node.keywords : []) {
      const name = keyword.arg?.name;
      if (name === undefined || seen.has(keyword) || !isNumber(keyword.value) || isSetting?.(name) !== true) continue;
      seen.add(keyword);
      if (isDefault(event)) continue;
      found.push({ name, text: event.unit.text.slice(keyword.value.start, keyword.value.end), place: place(event.unit, keyword), event, keyword });
    }
  }
  return found.sort((a, b) => a.place.start - b.place.start);
});

/** `def score(data, learner=LGBMRegressor(num_leaves=64))`: whoever calls it gives another. */
function isDefault({ unit, node }: CallEvent): boolean {
  return ancestorsOf(unit, node).some((each) => (each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef") && (each.body[0]?.start ?? 0) > node.start);
}

/** `1`, `0.5`, `-1`. */
function isNumber(node: Expression): boolean {
  return node.kind === "UnaryOp" ? node.op === "-" && isNumber(node.operand) : node.kind === "Constant" && (node.type === "int" || node.type === "float");
}

/** Which keywords of a call are settings; `undefined` where none is. */
function settingsOf({ target, receiver }: CallEvent): ((name: string) => boolean) | undefined {
  if (target === undefined) return undefined;
  if (isEstimatorClass(target) || boosters.test(target)) return isTuned;
  if (/^torch\.optim\.(?:\w+\.)*[A-Z]\w*$/u.test(target) || /^(?:tensorflow\.)?keras\.optimizers\.[A-Z]\w*$/u.test(target)) return isTuned;
  if (presentName(target) === "sklearn.model_selection.train_test_split") return (name) => name === "test_size" || name === "train_size";
  if (isSplitter(target)) return (name) => name === "n_splits" || name === "n_folds" || name === "test_size" || name === "train_size";
  if (target === "torch.utils.data.DataLoader") return (name) => name === "batch_size";
  if (target === "xgboost.train" || target === "lightgbm.train") return (name) => name === "num_boost_round";
  if (receiver && networks.test(classNameOf(receiver) ?? "") && target.endsWith(".fit")) return (name) => name === "epochs" || name === "batch_size" || name === "validation_split";
  return undefined;
}

const boosters = /^(?:xgboost|lightgbm|catboost)\.[A-Z]\w*(?:Classifier|Regressor|Ranker)$/u;
const networks = /^(?:tensorflow\.)?keras\.(?:\w+\.)*(?:Model|Sequential)$/u;

/** How it runs is no setting of the model, nor is the seed. */
function isTuned(name: string): boolean {
  return !notTuned.has(name);
}

const notTuned: ReadonlySet<string> = new Set([
  "random_state", "seed", "random_seed", "n_jobs", "nthread", "num_threads", "thread_count", "verbose", "verbosity", "cache_size", "pre_dispatch", "copy", "memory", "version", "unknown_value", "fill_value", "missing_values",
]);
