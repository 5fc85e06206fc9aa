/**
 * Learning: what calls of the machine-learning libraries do to rows and estimators. Pure: told values whose content is current, each
 * function answers with an effect; objects.ts knows who else holds what is changed.
 *
 *     train, test = train_test_split(df)       splits.ts       rows train (test) of this split
 *     scaler = StandardScaler().fit(train)     estimators.ts   fitted on train's rows
 *     X = np.log1p(train[["a"]])               arrays.ts       train's rows
 *     X, y = load_iris(return_X_y=True)        datasets.ts     all rows of what is loaded
 *     X[train_idx], df.iloc[:n], df.values     subscripts.ts
 *
 * Selections of rows from frames (`sample`, `query`, `drop(part.index)`) are answered here whole, columns included.
 */
import type { DataEffect } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { arrayCall } from "./arrays.ts";
import { datasetCall } from "./datasets.ts";
import { estimatorCall } from "./estimators.ts";
import { splitCall } from "./splits.ts";

export { foldOf } from "./splits.ts";
export { learningAttribute, learningOperator, learningSubscript } from "./subscripts.ts";
export type { SubscriptOfData } from "./subscripts.ts";

export function learningCall(call: LibraryCall): DataEffect | undefined {
  return splitCall(call) ?? estimatorCall(call) ?? arrayCall(call) ?? datasetCall(call);
}
