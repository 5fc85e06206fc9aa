/**
 * Changes of a frame in place by assignment: what is known of it afterwards.
 *
 *     df["x"] = 1                   x is there
 *     df[["a", "b"]] = values       a and b are there
 *     df.loc[mask, "x"] = 1         x is there
 *     df.columns = ["a", "b"]       a and b, and no others
 *     del df["x"]                   x is not
 *
 * The answer is the frame's whole content afterwards; `undefined` says that nothing is known of it any more.
 */
import type { Expression } from "../../syntax/nodes.ts";
import type { Content } from "../data.ts";
import { joinColumns } from "../join-data.ts";
import type { Columns, Value } from "../value.ts";
import { assignedLabels, indexClass } from "./columns.ts";
import { instanceOf, series } from "./effect.ts";
import { indexNames } from "./keeping.ts";
import { columnsOf, exactly, known, labelOf, labelsIn, withIndex, withLabel, withoutAlong, withoutIndex, withoutLabels } from "./labels.ts";
import { indexers, isFrame, isMask } from "./selecting.ts";
import { withUnknownLabels } from "./reshaping.ts";

function withColumns(content: Content, columns: Columns | undefined): Content {
  return { ...content, columns };
}

/**
 * `target[index] = value`, where the target is a frame, or its `loc`, `iloc`, `at` or `iat`. The content is that of the frame.
 */
export function storedSubscript(target: Value, content: Content, index: Value, slice: Expression, value: Value): Content | undefined {
  const name = instanceOf(target);
  if (isFrame(target)) return withColumns(content, storedInFrame(content.columns, index, slice, value));
  switch (name) {
    case indexers.loc:
    case indexers.at:
      return withColumns(content, severalLevels(storedByLabel(content.columns, index, slice, value)));
    // Positions are there already.
    case indexers.iloc:
    case indexers.iat:
      return content;
    case series:
      return withColumns(content, withoutAlong(content.columns));
    default:
      return undefined;
  }
}

/** `df[index] = value`. */
export function storedColumns(content: Content, index: Value, slice: Expression, value: Value): Content {
  return withColumns(content, storedInFrame(content.columns, index, slice, value));
}

function storedInFrame(columns: Columns | undefined, index: Value, slice: Expression, value: Value): Columns | undefined {
  if (slice.kind === "Slice") return columns;
  return adopting(addedBy(columns, index), columns, value);
}

/** What a label, a list of labels or a mask as the key of an assignment adds. */
function addedBy(columns: Columns | undefined, index: Value): Columns | undefined {
  const label = labelOf(index);
  if (label !== undefined) return withLabel(columns, label);
  const name = instanceOf(index);
  // A mask, of cells or of rows.
  if (isMask(index)) return columns;
  const labels = index.type?.kind === "list" || name === indexClass ? labelsIn(index) : undefined;
  if (!labels) return withLabel(columns, undefined);
  const added = labels.labels.reduce<Columns | undefined>((all, each) => withLabel(all, each), columns);
  const isInOrder = labels.doubt === undefined;
  if (labels.isWhole) return isInOrder || !added ? added : columnsOf({ ...added, doubt: labels.doubt });
  return withUnknownLabels(added);
}

/** A frame without rows takes the index of the first series that is put into it. */
function adopting(columns: Columns | undefined, before: Columns | undefined, value: Value): Columns | undefined {
  const isEmpty = before?.isWhole === true && before.present.length === 0;
  return isEmpty && value.type?.kind !== "list" && value.type?.kind !== "sequence" ? withoutIndex(columns) : columns;
}

/** A row that is new to an index of several levels makes another index of it. */
function severalLevels(columns: Columns | undefined): Columns | undefined {
  return (columns?.index?.length ?? 1) > 1 ? withoutIndex(columns) : columns;
}

/** `df.loc[rows, columns] = value`. Rows that are not there are added, columns too. */
function storedByLabel(columns: Columns | undefined, index: Value, slice: Expression, value: Value): Columns | undefined {
  if (slice.kind !== "Tuple") return storedRow(columns, value);
  const [rowNode, columnNode] = slice.elts;
  const columnIndex = index.type?.kind === "tuple" ? index.type.elements[1] : undefined;
  if (!columnNode || slice.elts.length !== 2) return withUnknownLabels(columns);
  if (columnNode.kind === "Slice") return columns;
  const added = adopting(columnIndex ? addedBy(columns, columnIndex) : withUnknownLabels(columns), columns, value);
  // With an index of several levels, both may be labels of one row.
  const rowIndex = index.type?.kind === "tuple" ? index.type.elements[0] : undefined;
  const isOneRow = rowNode?.kind !== "Slice" && rowNode?.kind !== "Compare" && instanceOf(rowIndex) !== series && rowIndex?.type?.kind !== "list";
  return isOneRow && columns?.index?.length !== 1 ? joinColumns(columns, added) : added;
}

/** `df.loc[row] = values`: of a frame without columns nobody knows what it becomes. */
function storedRow(columns: Columns | undefined, _value: Value): Columns | undefined {
  return columns?.isWhole === true && columns.present.length === 0 ? undefined : columns;
}

/**
 * `target.name = value`, where the target is a frame, a series or an index. `undefined`: this is no change of content that is followed,
 * and what was known stays.
 */
export function storedAttribute(target: Value, content: Content, name: string, value: Value): Content | undefined {
  const { columns } = content;
  if (isFrame(target)) {
    if (name === "columns") return withColumns(content, assignedLabels(value, known(columns).index));
    if (name === "index") return withColumns(content, withIndex(columns, value.type?.kind === "list" && labelsIn(value)?.isWhole === true ? [null] : undefined));
    // Any other name sets the cells of a column that is there, and else an attribute that is no column.
    return content;
  }
  if (instanceOf(target) === series && name === "name") {
    const label = labelOf(value);
    return withColumns(content, label !== undefined ? exactly([label], columns?.index) : value.constant?.kind === "none" ? exactly([], columns?.index) : undefined);
  }
  return undefined;
}

/** `df.index.name = value`, `df.index.names = values`: names of a frame's index. */
export function namedIndex(content: Content, name: string, value: Value): Content {
  // Of several levels, `name` is an attribute without meaning.
  const isOne = name === "name" && content.columns?.index?.length === 1;
  return withColumns(content, withIndex(content.columns, isOne || name === "names" ? indexNames(value) : undefined));
}

/** `df.columns.name = value`: of no matter but for `melt`. */
export function namedColumns(content: Content): Content {
  const { columns } = content;
  return columns && columns.doubt !== "levels" ? withColumns(content, columnsOf({ ...columns, doubt: "loose" })) : content;
}

/** `del df[index]`. */
export function deletedColumns(content: Content, index: Value): Content {
  const label = labelOf(index);
  return withColumns(content, withoutLabels(content.columns, label === undefined ? undefined : { labels: [label], isWhole: true, doubt: undefined }));
}
