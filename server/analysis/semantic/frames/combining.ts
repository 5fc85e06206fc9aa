/**
 * Frames put together: merge, join, concat, get_dummies.
 *
 *     orders: id, day, note     people: id, name, note
 *     orders.merge(people, on="id")              id, day, note_x, name, note_y
 *     pd.concat([orders, people])                id, day, note, name
 *     pd.concat([orders, people], axis=1)        id, day, note, id, name, note
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { alignedRows } from "../learning/rows.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import type { ColumnTransfer } from "./effect.ts";
import { columnsOfValue, dataFrame, instanceOf, isColumnAxis, newInstance, series, typedWith } from "./effect.ts";
import { sortedTexts } from "./keeping.ts";
import type { Labels } from "./labels.ts";
import { aligned, beside, columnsOf, exactly, flag, greater, has, isNone, known, labelOf, labelsIn, labelsOf, listing, orNothing, withIndex, withLabel, withoutLabels } from "./labels.ts";

/** Of a frame its columns, of a named series the one that it would be. */
function columnsIn(value: Value | undefined): Columns | undefined {
  const name = instanceOf(value);
  if (name === dataFrame) return columnsOfValue(value);
  const list = name === series ? listing(columnsOfValue(value)) : undefined;
  return list && (list.length === 1 ? columnsOfValue(value) : exactly([0]));
}

// ---- merge -------------------------------------------------------------------------------------------------

/** Keys of both sides, pair by pair; `index` for a side whose index is the key. */
interface Keys {
  readonly left: readonly Label[] | "index";
  readonly right: readonly Label[] | "index";
}

export function merged(call: LibraryCall, left: Columns | undefined, right: Columns | undefined, keys = mergeKeys(call, left, right)): Columns | undefined {
  const suffixes = suffixPair(argumentOf(call, "suffixes"), ["_x", "_y"]);
  const indicator = argumentOf(call, "indicator");
  const marked = indicator === undefined || flag(indicator, false) === false ? [] : flag(indicator, false) === true ? ["_merge"] : [plainText(indicator)];
  // Of levels, whole tuples get a suffix.
  if (left?.doubt === "levels" || right?.doubt === "levels") return undefined;
  if (!keys || !suffixes || marked[0] === undefined && marked.length > 0) return undefined;
  const shared = keys.left === "index" || keys.right === "index" ? [] : keys.left.filter((key, index) => keys.right[index] === key);
  // A key that stands for the other side's index, and that the other side has as a column too: pandas adds a column of its own.
  if (keys.left !== "index" && keys.right === "index" && keys.left.some((key) => has(right, key) !== false)) return undefined;
  if (keys.right !== "index" && keys.left === "index" && keys.right.some((key) => has(left, key) !== false)) return undefined;
  // A key that is a number and gets a suffix: pandas adds a column for it.
  if (keys.left !== "index" && keys.right !== "index") {
    const [lefts, rights] = [keys.left, keys.right];
    const mayAdd = lefts.some((key, at) => {
      const other = rights[at] ?? key;
      return key !== other && (typeof key !== "string" || typeof other !== "string") && (has(right, key) !== false || has(left, other) !== false);
    });
    if (mayAdd) return undefined;
  }
  // A key that is no column names a level of the index.
  const isLevel = (columns: Columns | undefined, side: readonly Label[] | "index"): boolean => side !== "index" && side.some((key) => has(columns, key) === false);
  if (isLevel(left, keys.left) || isLevel(right, keys.right)) return undefined;
  const both = sideBySide(left, withoutLabels(right, { labels: shared, isWhole: true, doubt: undefined }), suffixes, shared);
  const all = marked.reduce((columns, label) => withLabel(columns, label), both);
  const areColumns = areKnownColumns(left, keys.left) && areKnownColumns(right, keys.right);
  return withIndex(all, areColumns ? [null] : undefined);
}

/** `pd.merge_ordered`, `pd.merge_asof`: by columns only, those of `by` first of all. Groups of rows, one by one, are left to pandas. */
export function orderedMerge(call: LibraryCall): DataEffect {
  const [left, right] = [columnsIn(argumentOf(call, "left")), columnsIn(argumentOf(call, "right"))];
  const isNear = call.target.endsWith("_asof");
  const given = (name: string): readonly Label[] | undefined => (isNone(argumentOf(call, name)) ? [] : keyLabels(argumentOf(call, name)));
  const sides = (both: string): { readonly left: readonly Label[]; readonly right: readonly Label[] } | undefined => {
    const [shared, first, second] = [given(both), given(`left_${both}`), given(`right_${both}`)];
    return shared && first && second && { left: [...shared, ...first], right: [...shared, ...second] };
  };
  const [on, by] = [sides("on"), isNear ? sides("by") : { left: [], right: [] }];
  const isPlain = !call.isOpen && (isNear ? ["left_index", "right_index"] : ["left_by", "right_by", "how"]).every((name) => {
    const value = argumentOf(call, name);
    return isNone(value) || flag(value, false) === false || (name === "how" && ["outer", "inner", "left", "right"].includes(plainText(value ?? call.machine.interner.none) ?? ""));
  });
  const keys = on && by ? { left: [...on.left, ...by.left], right: [...on.right, ...by.right] } : undefined;
  const isCommon = keys?.left.length === 0 && keys.right.length === 0 && !isNear;
  const columns = !isPlain || !keys || keys.left.length !== keys.right.length ? undefined : merged(call, left, right, isCommon ? mergeKeys(call, left, right) : keys);
  return { result: newInstance(call, dataFrame, columns, undefined) };
}

/** Whether the keys are columns and no levels of the index: then rows are numbered anew. */
function areKnownColumns(columns: Columns | undefined, keys: Keys["left"]): boolean {
  return keys !== "index" && keys.every((key) => has(columns, key) === true || columns?.index?.includes(key) === false);
}

function mergeKeys(call: LibraryCall, left: Columns | undefined, right: Columns | undefined): Keys | undefined {
  const how = argumentOf(call, "how");
  const [on, leftOn, rightOn] = ["on", "left_on", "right_on"].map((name) => argumentOf(call, name));
  const byLeftIndex = flag(argumentOf(call, "left_index"), false);
  const byRightIndex = flag(argumentOf(call, "right_index"), false);
  const kind = how === undefined ? "inner" : plainText(how);
  if (kind === "cross") return { left: [], right: [] };
  if (kind === undefined || !["inner", "left", "right", "outer"].includes(kind) || byLeftIndex === undefined || byRightIndex === undefined) return undefined;
  if (!isNone(on)) {
    const keys = keyLabels(on);
    return keys && { left: keys, right: keys };
  }
  const sideOf = (given: Value | undefined, byIndex: boolean): readonly Label[] | "index" | undefined => (byIndex ? "index" : isNone(given) ? undefined : keyLabels(given));
  const sides = { left: sideOf(leftOn, byLeftIndex), right: sideOf(rightOn, byRightIndex) };
  if (sides.left && sides.right) return { left: sides.left, right: sides.right };
  if (!isNone(leftOn) || !isNone(rightOn) || byLeftIndex || byRightIndex) return undefined;
  const [first, second] = [listing(left), listing(right)];
  if (!first || !second) return undefined;
  const common = first.filter((label) => second.includes(label));
  return { left: common, right: common };
}

/** A label, or several in a list or tuple. */
function keyLabels(value: Value | undefined): readonly Label[] | undefined {
  const label = labelOf(value);
  if (label !== undefined) return [label];
  const labels = labelsIn(value);
  return labels?.isWhole === true && labels.doubt === undefined ? labels.labels : undefined;
}

type Suffixes = readonly [string | undefined, string | undefined];

function suffixPair(value: Value | undefined, fallback: Suffixes): Suffixes | undefined {
  if (value === undefined) return fallback;
  const elements = value.type?.kind === "tuple" || value.type?.kind === "list" ? value.type.elements : [];
  const [left, right] = elements.map((each) => (isNone(each) ? null : plainText(each)));
  return left === undefined || right === undefined ? undefined : [left ?? undefined, right ?? undefined];
}

/** Both frames' columns; what is in both gets a suffix on each side. `shared` are keys, which are there once. */
function sideBySide(left: Columns | undefined, right: Columns | undefined, [leftSuffix, rightSuffix]: Suffixes, shared: readonly Label[]): Columns | undefined {
  const [first, second] = [known(left), known(right)];
  const named = (label: Label, suffix: string | undefined): Label => (suffix === undefined ? label : `${label}${suffix}`);
  const one = (own: Columns, other: Columns, suffix: string | undefined): Columns | undefined => {
    // Whether a label is on the other side too, and so gets a suffix, has to be known.
    const present = own.present.flatMap((label) => {
      if (shared.includes(label)) return [label];
      const isInBoth = has(other, label);
      return isInBoth === undefined ? [] : [isInBoth ? named(label, suffix) : label];
    });
    return columnsOf({ ...own, present, absent: [], isWhole: own.isWhole && present.length === own.present.length });
  };
  return beside(one(first, second, leftSuffix), one(second, first, rightSuffix));
}

export const merge: ColumnTransfer = (call, columns) => merged(call, columns, columnsIn(argumentOf(call, "right")));

/** `df.join(other)`: by index, or by a column of the left frame. Labels in both need suffixes. */
export const join: ColumnTransfer = (call, columns) => {
  const other = argumentOf(call, "other");
  const suffixes = ["lsuffix", "rsuffix"].map((name) => argumentOf(call, name)).map((each) => (each === undefined ? "" : plainText(each)));
  const [left, right] = suffixes;
  if (other?.type?.kind === "list") return joinedAll(columns, other.type.elements.map(columnsIn));
  const on = argumentOf(call, "on");
  const how = argumentOf(call, "how");
  if (!other || left === undefined || right === undefined || (how !== undefined && plainText(how) === "cross")) return undefined;
  const added = columnsIn(other);
  const key = on === undefined || isNone(on) ? undefined : keyLabels(on);
  if (!isNone(on) && (!key || key.some((label) => has(columns, label) !== true || has(added, label) !== false))) return undefined;
  // Two indexes under one name keep it.
  const isSameIndex = columns?.index?.length === added?.index?.length && columns?.index?.every((name, level) => name === added?.index?.[level]) === true;
  const isPlainIndex = key ? how === undefined || plainText(how) === "left" : isSameIndex;
  return withIndex(sideBySide(columns, added, [left, right], []), isPlainIndex ? columns?.index : undefined);
};

/** Several at once: where a label is there twice, it depends on the rows what becomes of it. */
function joinedAll(columns: Columns | undefined, others: readonly (Columns | undefined)[]): Columns | undefined {
  const all = [columns, ...others].map(listing);
  if (!all.every((each) => each !== undefined)) return undefined;
  const labels = all.flat();
  return new Set(labels).size === labels.length ? exactly(labels) : undefined;
}

/** `left.align(right)`: both with the same labels. */
export function align(call: LibraryCall): DataEffect | undefined {
  const { receiver, machine } = call;
  const other = argumentOf(call, "other");
  const axis = argumentOf(call, "axis");
  const how = argumentOf(call, "join");
  const join = how === undefined ? "outer" : plainText(how);
  const isColumns = isNone(axis) ? true : isColumnAxis(axis);
  if (call.isOpen || instanceOf(other) !== dataFrame || join === undefined || isColumns === undefined || !isNone(argumentOf(call, "level"))) return undefined;
  const [left, right] = [columnsOfValue(receiver), columnsOfValue(other)];
  const arePlain = [left, right].every((each) => each !== undefined && each.doubt !== "loose" && each.doubt !== "levels");
  const [first, second] = [listing(left), listing(right)];
  const both = !arePlain ? undefined : (first && second && sameListing(first, second)) || join === "left" ? left : join === "right" ? right : join === "outer" ? aligned(left, right) : undefined;
  const elements = [left, right].map((own, side) => newInstance(call, dataFrame, withIndex(isColumns ? both : own, undefined), contentOf(side === 0 ? receiver : other).rows));
  return { result: machine.interner.value({ type: { kind: "tuple", elements } }) };
}

// ---- concat ------------------------------------------------------------------------------------------------

export function concat(call: LibraryCall): DataEffect | undefined {
  const given = argumentOf(call, "objs");
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  const type = given?.type;
  if (call.isOpen || !type || isColumns === undefined) return undefined;
  if (type.kind === "sequence") {
    // However many there are, all are like this one; with at least one, or the call fails.
    const rows = instanceOf(type.element) === dataFrame ? type.element.data?.rows : undefined;
    const list = listing(columnsOfValue(type.element));
    const columns = !isColumns && instanceOf(type.element) === dataFrame && list ? exactly(list) : undefined;
    return { result: typedWith(call, columns, rows) };
  }
  const elements = type.kind === "list" || type.kind === "tuple" ? type.elements : type.kind === "dict" && !type.open ? type.entries.map((entry) => entry.value) : undefined;
  if (!elements) return type.kind === "dict" ? { result: typedWith(call, undefined, undefined) } : undefined;
  const parts = elements.filter((each) => each.constant?.kind !== "none");
  const keys = type.kind === "dict" ? given : argumentOf(call, "keys");
  const hasKeys = !isNone(keys);
  const rows = parts.every((each) => each.data?.rows) ? alignedRows(parts.map((each) => each.data?.rows)) : undefined;
  const ignores = flag(argumentOf(call, "ignore_index"), false);
  if (isColumns) {
    const columns = ignores === undefined ? undefined : hasKeys ? (ignores ? undefined : underKeys(parts, labelsIn(keys))) : placedBeside(parts, ignores);
    return { result: newInstance(call, dataFrame, columns, rows) };
  }
  if (type.kind === "dict" && !parts.every((each) => instanceOf(each) === dataFrame)) return { result: typedWith(call, undefined, undefined) };
  if (parts.every((each) => instanceOf(each) === series)) {
    const [first, ...others] = parts.map((each) => listing(columnsOfValue(each)));
    const isSameName = first !== undefined && others.every((each) => each?.length === first.length && each[0] === first[0]);
    return { result: typedWith(call, isSameName ? exactly(first) : undefined, rows) };
  }
  if (parts.length === 0 || !parts.every((each) => instanceOf(each) === dataFrame)) return { result: typedWith(call, undefined, rows) };
  const columns = stacked(parts.length > 1 ? parts.map(columnsOfValue).map(flattened) : parts.map(columnsOfValue), call);
  return { result: newInstance(call, dataFrame, withIndex(columns, ignores === true && !hasKeys ? [null] : undefined), rows) };
}

/** A key for each column, or above all columns of each frame. */
function underKeys(parts: readonly Value[], keys: Labels | undefined): Columns | undefined {
  if (keys?.isWhole !== true || keys.doubt !== undefined || keys.labels.length !== parts.length || !keys.labels.every((key) => typeof key === "string")) return undefined;
  const isColumn = (each: Value): boolean => instanceOf(each) === series && (columnsOfValue(each)?.doubt ?? "order") === "order";
  if (parts.every(isColumn)) return exactly(keys.labels);
  // A frame without columns leaves nothing below its key.
  const areFrames = parts.every((each) => instanceOf(each) === dataFrame && known(columnsOfValue(each)).present.length > 0);
  return areFrames ? columnsOf({ present: keys.labels, isWhole: true, doubt: "levels" }) : undefined;
}

/** One frame on the other: every label that one of them has, in order of appearance. */
function stacked(all: readonly (Columns | undefined)[], call: LibraryCall): Columns | undefined {
  const how = argumentOf(call, "join");
  const sorts = flag(argumentOf(call, "sort"), false);
  const isInner = how === undefined || plainText(how) === "outer" ? false : plainText(how) === "inner" ? true : undefined;
  const [first] = all;
  const list = listing(first);
  const isSame = list !== undefined && all.every((each) => sameListing(listing(each), list));
  if (isSame && sorts === false) return first;
  const isIn = (label: Label): boolean | undefined => {
    const answers = all.map((each) => has(each, label));
    if (isInner === true) return answers.includes(false) ? false : answers.every((each) => each === true) ? true : undefined;
    return answers.includes(true) ? true : answers.every((each) => each === false) ? false : undefined;
  };
  if (isInner === undefined) return undefined;
  const labels = [...new Set(all.flatMap((each) => known(each).present))];
  const present = labels.filter((label) => isIn(label) === true);
  const absent = all.flatMap((each) => known(each).absent).concat(labels).filter((label) => isIn(label) === false);
  const isWhole = all.every((each) => each?.isWhole === true);
  // Labels that repeat in one frame may do so in the result.
  const repeats = all.some((each) => new Set(known(each).present).size < known(each).present.length);
  const doubt = all.reduce<Columns["doubt"]>((found, each) => greater(found, known(each).doubt), repeats ? "loose" : undefined);
  // Integers may be sorted, as a range of them is another kind of index.
  const isInOrder = sorts === false && present.every((label) => typeof label === "string");
  const texts = sorts === true ? sortedTexts(present) : undefined;
  return orNothing(columnsOf({ present: texts ?? present, absent, isWhole, doubt: isInOrder || texts ? doubt : greater(doubt, "order") }));
}

/** Levels of one frame beside plain labels of another become tuples: then first levels are no labels any more. */
function flattened(columns: Columns | undefined): Columns | undefined {
  const mayHaveLevels = !columns || columns.doubt === "loose" || columns.doubt === "levels";
  return mayHaveLevels ? withIndex(undefined, columns?.index) : columns;
}

function sameListing(left: readonly Label[] | undefined, right: readonly Label[]): boolean {
  return left?.length === right.length && left.every((label, index) => label === right[index]);
}

/** Series without a name are numbered. */
function placedBeside(parts: readonly Value[], ignoresLabels: boolean): Columns | undefined {
  let number = 0;
  const all = parts.map((each) => {
    if (instanceOf(each) === dataFrame) return columnsOfValue(each);
    const list = instanceOf(each) === series ? listing(columnsOfValue(each)) : undefined;
    return list && exactly(list.length > 0 ? list : [number++]);
  });
  const [first, ...others] = all.length > 1 ? all.map(flattened) : all;
  const columns = others.reduce<Columns | undefined>((left, right) => beside(left, right), first);
  if (!ignoresLabels) return withIndex(columns, undefined);
  const list = listing(columns);
  return list && exactly(list.map((_, index) => index));
}

// ---- get_dummies -------------------------------------------------------------------------------------------

/** Columns of categories give way to one column per category, after the others. */
export function dummies(call: LibraryCall): DataEffect | undefined {
  const data = argumentOf(call, "data");
  const columns = columnsOfValue(data);
  const given = argumentOf(call, "columns");
  if (instanceOf(data) !== dataFrame || call.isOpen) return { result: typedWith(call, undefined, data?.data?.rows) };
  const encoded = isNone(given) ? undefined : labelsOf(given);
  const isPlain = isNone(argumentOf(call, "prefix")) && isNone(argumentOf(call, "prefix_sep"));
  return { result: newInstance(call, dataFrame, withIndex(encoded ? encodedColumns(columns, encoded, isPlain) : undefined, columns?.index), data?.data?.rows) };
}

function encodedColumns(columns: Columns | undefined, encoded: Labels, isPlain: boolean): Columns | undefined {
  const rest = known(withoutLabels(columns, encoded));
  // `a_b` may be a category `b` of `a`.
  const mayBeNew = (label: Label): boolean => !isPlain || encoded.labels.some((each) => String(label).startsWith(`${each}_`));
  const gone = encoded.isWhole ? encoded.labels.filter((label) => !mayBeNew(label)) : [];
  // Labels in levels become pairs in one.
  const isFlat = rest.doubt !== "loose" && rest.doubt !== "levels";
  return orNothing(columnsOf({ present: isFlat ? rest.present : [], absent: gone, isWhole: false, doubt: "loose" }));
}
