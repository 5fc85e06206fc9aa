/**
 * Subscripts and attributes: which rows `X[...]` holds, and what hands on the rows of its object.
 *
 *     X[train_idx]            train of the split that made the positions
 *     df.iloc[test_idx]       test of it: `df.iloc` has the rows of df
 *     X[:, 0], df[["a"]]      rows of X, of df: only columns are chosen
 *     X[:100], df[df.x > 0]   some of the rows, told apart by this very subscript
 *     df.values, df.index     rows of df
 *     iris.data               rows of what was loaded
 */
import { isSubclass, memberOf } from "../../knowledge/callables.ts";
import type { Expression } from "../../syntax/nodes.ts";
import type { Place } from "../../syntax/unit.ts";
import { sameRows } from "../join-data.ts";
import type { Interner } from "../interner.ts";
import { plainText } from "../texts.ts";
import type { Rows, Value } from "../value.ts";
import { instanceName, rowsOf, withContent, withRows } from "./call-result.ts";
import { isEstimatorClass, searchedEstimator } from "./estimators.ts";
import { stepAt, stepAttribute } from "./pipelines.ts";
import { alignedRows, indexedRows, partRows } from "./rows.ts";

export interface SubscriptOfData {
  readonly interner: Interner;
  /** What is subscripted, with current content: a frame, an array, `df.iloc`. */
  readonly value: Value;
  readonly index: Value;
  /** The subscript's index as it is written. */
  readonly slice: Expression;
  /** The whole subscript. */
  readonly place: Place;
  /** What the result is known to be by type and columns. */
  readonly result: Value;
}

/** The result with its rows. */
export function learningSubscript(at: SubscriptOfData): Value {
  const named = stepAt(at.interner, at.value, at.index) ?? namedPart(at);
  if (named) return named;
  return withRows(at.interner, at.result, selectedRows(at, at.index, at.slice));
}

function selectedRows(at: SubscriptOfData, index: Value, slice: Expression): Rows | undefined {
  const rows = rowsOf(at.value);
  const chooses = chosenBy(at.value, index, slice);
  if (chooses === "columns") return rows;
  if (slice.kind === "Tuple") {
    const [first] = slice.elts;
    const element = index.type?.kind === "tuple" ? index.type.elements[0] : undefined;
    return first && element && first.kind !== "Starred" ? selectedRows(at, element, first) : undefined;
  }
  const some = rows && partRows(rows, "some", at.place);
  if (slice.kind === "Slice") return slice.lower || slice.upper || slice.step ? some : rows;
  if (chooses === "unknown") return rows;
  const chosen = rowsOf(index);
  // A mask is made of the rows that it chooses from, or of others of that number.
  return sameRows(chosen, rows) ? some : (indexedRows(rows, chosen) ?? some);
}

type Chosen = "rows" | "columns" | "unknown";

/** Whether the index chooses rows or columns; whatever an unknown one chooses is of these rows. A frame's plain `[...]` takes labels of columns, masks and slices; everything else rows first. */
function chosenBy(value: Value, index: Value, slice: Expression): Chosen {
  const name = instanceName(value);
  if (slice.kind === "Slice") return "rows";
  const isFrame = name !== undefined && (name === "polars.DataFrame" || isSubclass(name, "pandas.DataFrame"));
  if (slice.kind === "Tuple") return isFrame ? "columns" : "rows";
  const { type } = index;
  switch (type?.kind) {
    case "list":
      return isFrame && type.elements.length > 0 && type.elements.every((each) => plainText(each) !== undefined) ? "columns" : isFrame ? "unknown" : "rows";
    case "tuple":
      return isFrame ? "columns" : "rows";
    case "instance":
      if (plainText(index) !== undefined || type.name === "builtins.str") return isFrame ? "columns" : "unknown";
      if (index.constant) return "unknown";
      if (type.name === "pandas.Index") return isFrame ? "unknown" : "rows";
      if (isFrame && type.name === "pandas.DataFrame") return "columns";
      return rowChoosers.has(type.name) ? "rows" : "unknown";
    case "sequence":
      return isFrame ? "unknown" : "rows";
    default:
      // Of unknown type, but with rows: an array that some transformer or comparison made.
      return rowsOf(index) ? "rows" : "unknown";
  }
}

const rowChoosers: ReadonlySet<string> = new Set(["pandas.Series", "numpy.ndarray", "builtins.list", "torch.Tensor"]);

/** `data["train"]` of what holds several parts under their names (see datasets.ts), `iris["data"]`. */
function namedPart({ interner, value, index, result }: SubscriptOfData): Value | undefined {
  const key = plainText(index);
  const className = instanceName(value);
  const rows = rowsOf(value);
  if (key === undefined || className === undefined || !rows) return undefined;
  if (isSubclass(className, "sklearn.utils.Bunch")) return withRows(interner, memberValue(interner, value, className, key) ?? result, bunchParts.has(key) ? rows : undefined);
  if (!/^datasets\.(?:\w+\.)*(?:Iterable)?DatasetDict$/u.test(className) || rows.kind !== "whole") return undefined;
  const part = key === "train" || key === "test" ? key : "fold";
  return withRows(interner, interner.instance("datasets.Dataset", value.origins), partRows(rows, part, rows.source));
}

/** `iris["data"]` is `iris.data`. */
function memberValue(interner: Interner, { origins }: Value, className: string, name: string): Value | undefined {
  const member = memberOf(className, name);
  return member.kind === "property" && member.returns !== undefined ? interner.instance(member.returns, origins) : undefined;
}

const bunchParts: ReadonlySet<string> = new Set(["data", "target", "frame", "images", "filenames"]);

/**
 * An attribute that hands on rows, put on top of what is known of its type.
 *
 * @param result the attribute as far as its type goes
 */
export function learningAttribute(interner: Interner, value: Value, name: string, result: Value): Value {
  const { data } = value;
  const className = instanceName(value);
  if (name === "best_estimator_") {
    const best = searchedEstimator(interner, value) ?? result;
    return data?.fits ? withContent(interner, best, { fits: data.fits }) : best;
  }
  if (!data || className === undefined) return result;
  const step = stepAttribute(interner, value, name);
  if (step) return step;
  // A bunch has its keys for attributes: what knowledge does not tell of is no method.
  if (isSubclass(className, "sklearn.utils.Bunch") && bunchParts.has(name)) {
    return withRows(interner, result.type?.kind === "method" ? interner.value({ origins: value.origins }) : result, data.rows);
  }
  // What an estimator learnt ends in an underscore, and is no method.
  if (result.type?.kind === "method" && /[^_]_$/u.test(name) && isEstimatorClass(className)) return interner.value({ origins: value.origins });
  if (result.type?.kind === "method") return result;
  // `df.loc` that is known as a view of its object has the object's rows.
  const isView = result.data !== undefined && result.data.objects.length > 0;
  if (!rowAttributes.has(name) || isView) return result;
  const keepsColumns = name !== "index" && name !== "T";
  return withContent(interner, result, { rows: data.rows, columns: keepsColumns ? (result.data?.columns ?? data.columns) : undefined });
}

/** `T` turns rows into columns and back; what is computed of it meanwhile is still of these rows. */
const rowAttributes: ReadonlySet<string> = new Set(["index", "values", "array", "T", "loc", "iloc", "at", "iat", "str", "dt", "cat"]);

/** What an operator makes of data row by row: `X * 2`, `df.x > 0`, `a + b`, `-X`. Operands without rows count as numbers. */
export function learningOperator(interner: Interner, operands: readonly Value[], result: Value): Value {
  return withRows(interner, result, alignedRows(operands.map(rowsOf)));
}
