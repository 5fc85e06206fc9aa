/**
 * Subscripts and attributes of frames.
 *
 *     df["a"]                   the column a
 *     df[["a", "b"]]            a frame of a and b
 *     df[df.a > 0], df[1:5]     the same columns
 *     df.loc[mask, ["a"]]       a frame of a
 *     df.iloc[:, :2]            the first two
 *     df.a                      the column, where a is no method
 *
 * `df.loc` and its like carry the content and the object of their frame: they are views of it.
 */
import { callableOf, isSubclass, memberOf } from "../../knowledge/callables.ts";
import type { Expression } from "../../syntax/nodes.ts";
import type { Place } from "../../syntax/unit.ts";
import { contentOf } from "../data.ts";
import type { Machine } from "../machine.ts";
import type { Columns, Label, Value } from "../value.ts";
import { indexClass, labelValue } from "./columns.ts";
import { columnsOfValue, dataFrame, instanceOf, series } from "./effect.ts";
import { classOfColumn, classOfColumns, isGeographic } from "./geographic.ts";
import { isGroups, selectedGroups } from "./grouping.ts";
import { chosenBy, chosenByList } from "./masks.ts";
import { polarsColumns, polarsSelection } from "./polars.ts";
import { sparkAttribute, sparkSelection } from "./spark.ts";
import { isWindow, selectedWindow } from "./windows.ts";
import type { Labels } from "./labels.ts";
import { columnsOf, exactly, has, labelOf, labelsIn, listing, selected, someOf, withAlong, withIndex, withoutAlong } from "./labels.ts";

export function isFrame(value: Value | undefined): boolean {
  const name = instanceOf(value);
  return name !== undefined && (name === dataFrame || isSubclass(name, dataFrame));
}

export const indexers = { loc: "pandas.DataFrame.loc", iloc: "pandas.DataFrame.iloc", at: "pandas.DataFrame.at", iat: "pandas.DataFrame.iat" } as const;

/** Where the subscript stands, and what it is applied to. */
interface Subscripted {
  readonly node: Place;
  readonly holder: Expression;
}

/** `undefined`: no frame, or nothing better than what the types say. */
export function frameSubscript(machine: Machine, value: Value, index: Value, slice: Expression, { node, holder }: Subscripted): Value | undefined {
  if (isGroups(value)) return selectedGroups(machine, value, index, node);
  if (isWindow(value)) return selectedWindow(machine, value, index, node);
  const name = instanceOf(value);
  if (isFrame(value)) return ofFrame(machine, value, index, slice);
  if (name === "polars.DataFrame") return polarsSelection(machine, value, index);
  if (name === "pyspark.sql.DataFrame") return sparkSelection(machine, value, index);
  if (name === indexers.loc) return located(machine, value, index, slice, byLabel, holder);
  if (name === indexers.iloc) return located(machine, value, index, slice, byPosition, holder);
  if (name === indexClass) return ofIndex(machine, value, index, slice, holder);
  if (name === series) return slice.kind === "Slice" || isMask(index) ? same(machine, value) : undefined;
  return undefined;
}

/** A new thing with this content; with nothing known where its class is not. */
function make(machine: Machine, value: Value, name: string | undefined, columns: Columns | undefined): Value {
  if (name === undefined) return machine.interner.value({ origins: value.origins });
  const data = { objects: [], columns, rows: contentOf(value).rows, fits: undefined };
  return machine.interner.value({ type: { kind: "instance", name }, origins: value.origins, data });
}

function same(machine: Machine, value: Value): Value {
  return make(machine, value, instanceOf(value) ?? dataFrame, withoutAlong(columnsOfValue(value)));
}

function ofFrame(machine: Machine, value: Value, index: Value, slice: Expression): Value | undefined {
  const columns = columnsOfValue(value);
  const name = instanceOf(value) ?? dataFrame;
  if (slice.kind === "Slice") return same(machine, value);
  const label = labelOf(index);
  if (label !== undefined) return ofLabel(machine, value, label);
  if (isMask(index) || tellsTrueFromFalse(slice)) return same(machine, value);
  const labels = selection(index);
  if (labels) return make(machine, value, classOfColumns(name, labels.isWhole ? labels.labels : undefined), selected(columns, labels));
  // A list may hold labels or say yes and no row by row; a series may hold labels too.
  const isMany = index.type?.kind === "list" || index.type?.kind === "sequence" || ["builtins.list", series, indexClass, "numpy.ndarray"].includes(instanceOf(index) ?? "");
  return isMany ? make(machine, value, classOfColumns(name, undefined), someOf(columns)) : undefined;
}

function ofLabel(machine: Machine, value: Value, label: Label): Value | undefined {
  const columns = columnsOfValue(value);
  const times = listing(columns)?.filter((each) => each === label).length ?? 1;
  // A label that is there twice, or the first of several levels, gives a frame.
  if (times > 1) return make(machine, value, dataFrame, exactly(Array.from({ length: times }, () => label), columns?.index));
  if (columns?.doubt === "levels") return machine.interner.value({ origins: value.origins });
  return make(machine, value, classOfColumn(instanceOf(value) ?? dataFrame, label), named(columns, label));
}

/** The name of a column that is taken. Where labels may repeat, it may be several of that name. */
export function named(columns: Columns | undefined, label: Label): Columns {
  const mayRepeat = !columns || columns.doubt === "loose" || columns.doubt === "levels";
  return columnsOf({ present: [label], isWhole: true, doubt: mayRepeat ? "loose" : undefined, index: columns?.index });
}

/** Labels in a list or index; a list with nothing known in it may be anything. */
function selection(index: Value): Labels | undefined {
  const isListed = index.type?.kind === "list" || instanceOf(index) === indexClass;
  const labels = isListed ? labelsIn(index) : undefined;
  if (!labels || (!labels.isWhole && labels.labels.length === 0)) return undefined;
  return labels;
}

/** What chooses rows: a frame or an array or series of yes and no, a comparison's result. */
export function isMask(index: Value): boolean {
  const name = instanceOf(index);
  if (name === dataFrame) return true;
  // A series with a name may be one of labels.
  return name === series && columnsOfValue(index) === undefined && (index.data?.objects.length ?? 0) === 0;
}

/** A comparison, or comparisons put together: whatever is compared, the result chooses. */
function tellsTrueFromFalse(node: Expression): boolean {
  switch (node.kind) {
    case "Compare":
      return node.ops.every((op) => op !== "is" && op !== "is not" && op !== "in" && op !== "not in");
    case "UnaryOp":
      return node.op === "~" && tellsTrueFromFalse(node.operand);
    case "BinOp":
      return (node.op === "&" || node.op === "|" || node.op === "^") && tellsTrueFromFalse(node.left) && tellsTrueFromFalse(node.right);
    default:
      return false;
  }
}

// ---- .loc and .iloc ----------------------------------------------------------------------------------------

type ColumnChoice = (columns: Columns | undefined, index: Value, slice: Expression) => Columns | undefined;

/** `rows, columns`, or rows alone. */
function located(machine: Machine, value: Value, index: Value, slice: Expression, choose: ColumnChoice, holder: Expression): Value | undefined {
  const columns = columnsOfValue(value);
  const rowsOnly = slice.kind !== "Tuple";
  const [rowNode, columnNode] = rowsOnly ? [slice] : slice.elts;
  const [rowIndex, columnIndex] = rowsOnly || index.type?.kind !== "tuple" ? [index] : index.type.elements;
  if (!rowNode || !rowIndex || (slice.kind === "Tuple" && slice.elts.length !== 2)) return undefined;
  // A function is called with the frame: what it gives is seen only where it is a comparison.
  const isAsked = rowIndex.type?.kind === "function" || rowIndex.type?.kind === "method";
  if (isAsked && !(rowNode.kind === "Lambda" && tellsTrueFromFalse(rowNode.body))) return machine.interner.value({ origins: value.origins });
  const areMany = isAsked || rowNode.kind === "Slice" || isMask(rowIndex) || isListed(rowIndex) || tellsTrueFromFalse(rowNode);
  if (!columnNode || !columnIndex) return areMany ? make(machine, value, dataFrame, columns) : columns && choose === byPosition && isWholeNumber(rowIndex) ? make(machine, value, series, withAlong(undefined, columns)) : undefined;
  if (!areMany) return undefined;
  const chosen = chosenBy(columnIndex, columnNode, holder) ?? chosenByList(columns, columnIndex);
  if (chosen) return make(machine, value, dataFrame, withIndex(chosen, columns?.index));
  if (columnNode.kind === "Slice" || isListed(columnIndex)) return make(machine, value, dataFrame, choose(columns, columnIndex, columnNode));
  if (isMask(columnIndex)) return make(machine, value, dataFrame, someOf(columns));
  const label = labelOf(columnIndex);
  if (choose === byLabel) return label === undefined ? undefined : ofLabel(machine, value, label);
  const found = typeof label === "number" ? listing(columns)?.at(label) : undefined;
  return instanceOf(columnIndex) === "builtins.int" ? make(machine, value, series, found === undefined ? withIndex(undefined, columns?.index) : exactly([found], columns?.index)) : undefined;
}

function isWholeNumber({ constant }: Value): boolean {
  return constant?.kind === "number" && constant.isInteger;
}

function isListed(index: Value): boolean {
  const name = instanceOf(index);
  return index.type?.kind === "list" || index.type?.kind === "sequence" || name === "builtins.list" || name === indexClass || name === "numpy.ndarray" || name === series;
}

const byLabel: ColumnChoice = (columns, index, slice) => {
  if (slice.kind !== "Slice") {
    const labels = selection(index);
    return labels ? selected(columns, labels) : someOf(columns);
  }
  if (!slice.lower && !slice.upper && !slice.step) return columns;
  const list = listing(columns);
  const ends = [slice.lower, slice.upper].map((node) => (node ? constantLabel(node) : undefined));
  const [first, last] = ends.map((label) => (label === undefined || !list ? undefined : list.indexOf(label)));
  const isKnown = list && !slice.step && new Set(list).size === list.length && [slice.lower, slice.upper].every((node, at) => !node || ends[at] !== undefined);
  if (!isKnown || first === -1 || last === -1) return someOf(columns);
  return exactly(list.slice(first ?? 0, last === undefined ? undefined : last + 1), columns?.index);
};

const byPosition: ColumnChoice = (columns, index, slice) => {
  const list = listing(columns);
  if (slice.kind === "Slice") {
    if (!slice.lower && !slice.upper && !slice.step) return columns;
    const ends = [slice.lower, slice.upper].map((node) => (node ? integer(node) : undefined));
    const step = slice.step ? integer(slice.step) : 1;
    // Backwards, and all of them.
    if (list && step === -1 && !slice.lower && !slice.upper) return exactly(list.toReversed(), columns?.index);
    const isKnown = list && step !== undefined && step > 0 && [slice.lower, slice.upper].every((node, at) => !node || ends[at] !== undefined);
    return isKnown ? exactly(list.slice(ends[0], ends[1]).filter((_, at) => at % step === 0), columns?.index) : someOf(columns);
  }
  // `range(2)` of known bounds is a tuple of numbers.
  const positions = index.type?.kind === "list" || index.type?.kind === "tuple" ? labelsIn(index) : undefined;
  if (!list || positions?.isWhole !== true) return someOf(columns);
  const labels = positions.labels.map((position) => (typeof position === "number" ? list.at(position) : undefined));
  return labels.every((label) => label !== undefined) ? exactly(labels, columns?.index) : someOf(columns);
};

function constantLabel(node: Expression): Label | undefined {
  if (node.kind !== "Constant") return undefined;
  return node.type === "str" ? node.value : node.type === "int" ? node.value : undefined;
}

function integer(node: Expression): number | undefined {
  if (node.kind === "UnaryOp" && node.op === "-") {
    const inner = integer(node.operand);
    return inner === undefined ? undefined : -inner;
  }
  return node.kind === "Constant" && node.type === "int" ? node.value : undefined;
}

/** Labels of a frame by position. */
function ofIndex(machine: Machine, value: Value, index: Value, slice: Expression, holder: Expression): Value | undefined {
  const columns = columnsOfValue(value);
  const chosen = chosenBy(index, slice, holder);
  if (chosen) return make(machine, value, indexClass, chosen);
  if (slice.kind === "Slice" || isListed(index)) {
    const list = slice.kind === "Slice" || index.type?.kind === "list" ? byPosition(columns, index, slice) : undefined;
    return make(machine, value, indexClass, list ?? someOf(columns));
  }
  const position = labelOf(index);
  const label = typeof position === "number" ? listing(columns)?.at(position) : undefined;
  return label === undefined ? undefined : labelValue(machine.interner, label);
}

// ---- attributes --------------------------------------------------------------------------------------------

/** `undefined`: nothing better than what the types say. */
export function frameAttribute(machine: Machine, value: Value, name: string, place: Place): Value | undefined {
  const { interner } = machine;
  const className = instanceOf(value);
  if (className === undefined) return undefined;
  const columns = columnsOfValue(value);
  if (className === indexClass && name === "str") return accessor(machine, value, place);
  if (className === series) {
    if (name === "str" || name === "dt") return typed(machine, value, "pandas.Series", name, value.data);
    if (name === "name") {
      const list = listing(columns);
      return list && (list[0] === undefined ? interner.none : labelValue(interner, list[0]));
    }
    return undefined;
  }
  // What tells true from false has no name here: see columns.ts.
  if (className === "pandas.Series.dt") return name.startsWith("is_") ? undefined : partOfDate(machine, value, name);
  if (isGroups(value)) return mayBeColumn(className, name) ? selectedGroups(machine, value, labelValue(interner, name), place) : undefined;
  if (isWindow(value)) return mayBeColumn(className, name) ? selectedWindow(machine, value, labelValue(interner, name), place) : undefined;
  if (name === "columns" && className.startsWith("polars.")) return polarsColumns(machine, value);
  if (className === "pyspark.sql.DataFrame") return sparkAttribute(machine, value, name, typed(machine, value, className, name, undefined));
  if (!isFrame(value)) return undefined;
  switch (name) {
    case "columns":
      return make(machine, value, indexClass, columns && columnsOf({ ...columns, index: undefined }));
    case "loc":
    case "iloc":
    case "at":
    case "iat":
      // Whether shapes are among what it gives is not followed.
      if (isGeographic(value)) return interner.value({ origins: value.origins });
      return interner.value({ type: { kind: "instance", name: indexers[name] }, origins: value.origins, data: value.data });
    case "T":
      return make(machine, value, dataFrame, undefined);
    case "values":
      return make(machine, value, "numpy.ndarray", undefined);
    case "shape": {
      const list = listing(columns);
      return list && interner.value({ type: { kind: "tuple", elements: [interner.instance("builtins.int"), interner.number(list.length, true)] }, origins: value.origins });
    }
    default:
  }
  // Not all members of these are known.
  if (isGeographic(value) && mayBeColumn(className, name)) return interner.value({ origins: value.origins });
  // The class is known to the last member: anything else is a column, or fails.
  if (!mayBeColumn(className, name) || has(columns, name) === false || columns?.doubt === "levels") return undefined;
  return ofLabel(machine, value, name);
}

/** `s.dt.year` has the name of s. */
function partOfDate(machine: Machine, value: Value, name: string): Value | undefined {
  const part = typed(machine, value, "pandas.Series.dt", name, undefined);
  return instanceOf(part) === series ? make(machine, value, series, withoutAlong(columnsOfValue(value))) : undefined;
}

/** Whether no member has this name, so that pandas looks for a column. */
function mayBeColumn(className: string, name: string): boolean {
  const member = memberOf(className, name);
  // What is described for any other name.
  const isAnyName = member.kind === "property" && member.returns !== undefined && member.returns === callableOf(`${className}.__getattr__`)?.returns;
  return member.kind === "none" || (isAnyName && !seriesOfFrame.has(name));
}

/** Members of a frame that are series themselves. */
const seriesOfFrame: ReadonlySet<string> = new Set(["dtypes", "ftypes"]);

function typed(machine: Machine, value: Value, className: string, name: string, data: Value["data"]): Value | undefined {
  const member = memberOf(className, name);
  if (member.kind !== "property" || member.returns === undefined) return undefined;
  return machine.interner.value({ type: { kind: "instance", name: member.returns }, origins: value.origins, data });
}

/** `.str` of an index: what it gives are labels, not a column. */
function accessor(machine: Machine, value: Value, place: Place): Value | undefined {
  const plain = typed(machine, value, indexClass, "str", value.data) ?? typed(machine, value, series, "str", value.data);
  if (plain?.type?.kind !== "instance") return undefined;
  const made = { callable: `${indexClass}.str`, receiver: undefined, arguments: [], place };
  return machine.interner.value({ type: { ...plain.type, made }, origins: value.origins, data: value.data });
}

// ---- loops -------------------------------------------------------------------------------------------------

/** What a loop over a frame gets, type by type as knowledge says; of labels, one of them. */
export function frameLabels(machine: Machine, value: Value): readonly Value[] | undefined {
  if (!isFrame(value) && instanceOf(value) !== indexClass) return undefined;
  return listing(columnsOfValue(value))?.map((label) => labelValue(machine.interner, label));
}
