/**
 * Frames of the data sets that libraries bring along: their columns are known (knowledge/data-sets.ts).
 *
 *     X, y = load_iris(return_X_y=True, as_frame=True)     columns of X, name of y
 *     iris = load_iris(as_frame=True)
 *     iris.frame                                           columns of the features, and target
 *     pd.DataFrame(iris.data, columns=iris.feature_names)
 *
 * The data set itself is no frame. Which one it is, is told by the one call that it comes from.
 */
import { dataSetParts } from "../../knowledge/data-sets.ts";
import type { Interner } from "../interner.ts";
import type { Columns, Value } from "../value.ts";
import { dataFrame, instanceOf, series } from "./effect.ts";
import { exactly } from "./labels.ts";

/** Columns of a part of what this function loads: `data`, `target`, `frame`, `exog`, `endog`. */
export function dataSetColumns(target: string, part: string): Columns | undefined {
  const labels = dataSetParts(target)?.get(part);
  return labels && exactly(labels, hasNamedIndex.test(target) ? undefined : [null]);
}

const hasNamedIndex = /^statsmodels\.datasets\.(?:danish_data|statecrime)\./u;

/** An attribute of a data set, with its columns; `undefined`: it is none, or not known better than by type. */
export function dataSetAttribute(interner: Interner, value: Value, name: string, typed: () => Value): Value | undefined {
  const target = dataSetOf(value);
  const columns = target === undefined ? undefined : dataSetColumns(target, name);
  if (!columns) return undefined;
  if (name === "feature_names") {
    return interner.value({ type: { kind: "list", elements: columns.present.map((label) => interner.text([{ kind: "literal", text: String(label), place: undefined }])) }, origins: value.origins });
  }
  const result = typed();
  const type = instanceOf(result);
  if (type !== dataFrame && !(type === series && columns.present.length === 1)) return undefined;
  return interner.value({ type: result.type, origins: result.origins, data: { objects: [], columns, rows: value.data?.rows, fits: undefined } });
}

/** The function that loaded it, where its attributes are the parts of one data set: the same frame at every look. */
export function dataSetOf(value: Value): string | undefined {
  const name = instanceOf(value);
  if (name === undefined || !(/^sklearn\.utils\.(?:Frame)?Bunch$/u.test(name) || /^statsmodels\.datasets\.utils\.\w*Dataset$/u.test(name))) return undefined;
  const calls = value.origins.flatMap((origin) => (origin.kind === "call" && dataSetParts(origin.target) ? [origin.target] : []));
  return calls.length === 1 ? calls[0] : undefined;
}
