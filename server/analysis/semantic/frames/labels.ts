/**
 * Arithmetic of column labels: what is known of a frame's columns after one more operation, and which labels a value stands for.
 *
 *     df = pd.read_csv("a.csv")        open: any labels, each once
 *     df = df.drop(columns="id")       open, but without id
 *     df["total"] = 0                  open, with total, without id
 *     df = df[["total", "day"]]        total and day, and no others
 *
 * Three grades of knowledge, from the best:
 * - listed: whole and without doubt; `list(df.columns)` is exactly `present`, repetitions included.
 * - whole with a doubt, or open: which labels are there and which are not; see `doubt` in value.ts.
 * - `undefined`: nothing. Operations on it may still learn: after `df["a"] = 1` there is a column `a`.
 *
 * pandas lets labels repeat, so an operation that may repeat one (a rename on an open frame) leaves the doubt `loose`.
 */
import { fitted } from "../../syntax/lists.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";

export type Doubt = Columns["doubt"];
export type IndexNames = Columns["index"];

interface Parts {
  readonly present?: readonly Label[];
  readonly absent?: readonly Label[];
  readonly isWhole?: boolean;
  readonly doubt?: Doubt;
  readonly index?: IndexNames;
}

/** Columns in the one form for what they say. */
export function columnsOf({ present = [], absent = [], isWhole = false, doubt, index }: Parts): Columns {
  const once = [...new Set(present)];
  const isRepeated = once.length < present.length;
  let remaining = doubt;
  // Of an open frame, labels are not listed: that one is there twice can only be left open.
  if (!isWhole && isRepeated) remaining = greater(doubt, "loose");
  if (remaining === "order" && isRepeated) remaining = "loose";
  if (remaining === "order" && (!isWhole || present.length < 2)) remaining = undefined;
  return {
    present: isWhole && (remaining === undefined || remaining === "order") ? present : once,
    absent: isWhole || absent.length === 0 ? nothing : fitted([...new Set(absent)].filter((label) => !once.includes(label))),
    isWhole,
    ...(remaining ? { doubt: remaining } : {}),
    ...(index ? { index } : {}),
  };
}

const nothing: readonly never[] = [];

/** These labels, in this order, and no others. */
export function exactly(present: readonly Label[], index?: IndexNames): Columns {
  return columnsOf({ present, isWhole: true, index });
}

/** Any labels. Without a doubt: each once, in one level. */
export function anyColumns(doubt: Doubt, index?: IndexNames): Columns {
  return columnsOf({ doubt, index });
}

/** Nothing known is written as doubt about everything. */
export function known(columns: Columns | undefined): Columns {
  return columns ?? { present: [], absent: [], isWhole: false, doubt: "loose" };
}

/** Back from {@link known}: nothing said is nothing known. */
export function orNothing(columns: Columns): Columns | undefined {
  const { present, absent, isWhole, doubt, index } = columns;
  return present.length === 0 && absent.length === 0 && !isWhole && doubt === "loose" && !index ? undefined : columns;
}

/** `list(df.columns)`, when it is known to the last label. */
export function listing(columns: Columns | undefined): readonly Label[] | undefined {
  return columns?.isWhole === true && columns.doubt === undefined ? columns.present : undefined;
}

export function has(columns: Columns | undefined, label: Label): boolean | undefined {
  if (!columns) return undefined;
  if (columns.present.includes(label)) return true;
  return columns.isWhole || columns.absent.includes(label) ? false : undefined;
}

const doubts: readonly Doubt[] = [undefined, "order", "loose", "levels"];

export function greater(left: Doubt, right: Doubt): Doubt {
  return doubts[Math.max(doubts.indexOf(left), doubts.indexOf(right))];
}

export function withIndex(columns: Columns | undefined, index: IndexNames): Columns | undefined {
  return orNothing(columnsOf({ ...known(columns), index }));
}

/** The index as it is no longer known. */
export function withoutIndex(columns: Columns | undefined): Columns | undefined {
  return withIndex(columns, undefined);
}

// ---- operations on columns ---------------------------------------------------------------------------------

/** A column is set: it is there afterwards, at the end if it is new. */
export function withLabel(columns: Columns | undefined, label: Label | undefined): Columns | undefined {
  const before = known(columns);
  if (label === undefined) {
    // It may be any label, new or not: nothing stays known to be absent. A label that is no text makes levels possible.
    return orNothing(columnsOf({ ...before, absent: [], isWhole: false, doubt: greater(before.doubt, "loose") }));
  }
  if (before.present.includes(label)) return before;
  return columnsOf({ ...before, present: [...before.present, label] });
}

/** All columns with these labels are taken away. `undefined`: which ones is not known. */
export function withoutLabels(columns: Columns | undefined, labels: Labels | undefined): Columns | undefined {
  const before = known(columns);
  const dropped = labels?.labels ?? [];
  const isKnown = labels?.isWhole === true;
  return orNothing(columnsOf({
    ...before,
    present: isKnown ? before.present.filter((label) => !dropped.includes(label)) : [],
    absent: [...before.absent, ...dropped],
    isWhole: before.isWhole && isKnown,
    ...(before.isWhole && !isKnown ? repeatDoubt(before) : {}),
  }));
}

/** Some of the columns, which ones is not known. */
export function someOf(columns: Columns | undefined): Columns | undefined {
  const before = known(columns);
  return orNothing(columnsOf({ ...before, present: [], isWhole: false, ...repeatDoubt(before) }));
}

/** A frame of which not all labels are known any more keeps the doubt that one of them repeats. */
function repeatDoubt(columns: Columns): { readonly doubt: Doubt } {
  const repeats = new Set(columns.present).size < columns.present.length;
  return { doubt: repeats ? greater(columns.doubt, "loose") : columns.doubt };
}

/** `df[[...]]`: these columns in this order. A label that repeats is taken as often as it is there. */
export function selected(columns: Columns | undefined, labels: Labels): Columns | undefined {
  const before = known(columns);
  const list = listing(before);
  const doubt = greater(before.doubt === "order" ? undefined : before.doubt, labels.doubt);
  if (!labels.isWhole) {
    const isOpen = columnsOf({ present: labels.labels, absent: before.absent, doubt: greater(doubt, "loose"), index: before.index });
    return orNothing(isOpen);
  }
  const present = list ? labels.labels.flatMap((label) => timesIn(list, label)) : labels.labels;
  return columnsOf({ present, isWhole: true, doubt, index: before.index });
}

/** The label once for each of its columns; once where it is not there, as then the selection fails. */
function timesIn(list: readonly Label[], label: Label): readonly Label[] {
  const found = list.filter((each) => each === label);
  return found.length > 0 ? found : [label];
}

/** New names for old: what a mapping of labels does. `mapping` is whole: labels that it does not name stay. */
export function renamed(columns: Columns | undefined, mapping: ReadonlyMap<Label, Label>): Columns | undefined {
  const before = known(columns);
  const rename = (label: Label): Label => mapping.get(label) ?? label;
  const present = before.present.map(rename);
  if (before.isWhole) return columnsOf({ ...before, present });
  const gone = [...mapping.keys()].filter((label) => mapping.get(label) !== label);
  const perhaps = gone.filter((label) => has(before, label) !== false).map(rename);
  const absent = [...before.absent, ...gone].filter((label) => !perhaps.includes(label));
  // A new name that may be there already, or come from two columns, may repeat.
  const mayRepeat = perhaps.some((label, index) => perhaps.indexOf(label) !== index || (has(before, label) !== false && !gone.includes(label)));
  return orNothing(columnsOf({ ...before, present, absent, doubt: mayRepeat ? greater(before.doubt, "loose") : before.doubt }));
}

/** Every label goes through a function that is known for the present ones, or not at all. */
export function mapped(columns: Columns | undefined, change: ((label: Label) => Label | undefined) | undefined): Columns | undefined {
  const before = known(columns);
  const present = change ? before.present.map(change) : before.present.map(() => undefined);
  const kept = present.filter((label) => label !== undefined);
  const isWhole = before.isWhole && kept.length === present.length;
  return orNothing(columnsOf({ present: kept, isWhole, doubt: isWhole ? before.doubt : greater(before.doubt, "loose"), index: before.index }));
}

/** Columns side by side: the first's, then the second's. */
export function beside(left: Columns | undefined, right: Columns | undefined): Columns | undefined {
  const [first, second] = [known(left), known(right)];
  const isWhole = first.isWhole && second.isWhole;
  const doubt = greater(first.doubt, second.doubt);
  return orNothing(columnsOf({
    present: [...first.present, ...second.present],
    absent: first.absent.filter((label) => has(second, label) === false).concat(second.absent.filter((label) => has(first, label) === false)),
    isWhole,
    // Labels of two open frames may be the same.
    doubt: isWhole ? doubt : greater(doubt, "loose"),
    index: first.index,
  }));
}

/** All labels of two frames, sorted where they differ. */
export function aligned(left: Columns | undefined, right: Columns | undefined): Columns | undefined {
  const [first, second] = [listing(left), listing(right)];
  if (first && first.length === second?.length && first.every((label, index) => label === second[index])) return withoutIndex(left);
  // Levels beside plain labels: which are left depends on both.
  if (!left || !right || [left, right].some(({ doubt }) => doubt === "loose" || doubt === "levels")) return undefined;
  const isWhole = left.isWhole && right.isWhole;
  const present = [...new Set([...left.present, ...right.present])];
  const absent = [...left.absent, ...right.absent].filter((label) => has(left, label) === false && has(right, label) === false);
  return orNothing(columnsOf({ present, absent, isWhole, doubt: "loose" }));
}

/** A column's name, and the labels of its rows where they are those of a frame's columns. */
export function withAlong(columns: Columns | undefined, along: Columns | undefined): Columns | undefined {
  return along ? { ...known(columns), along } : columns;
}

/** The column as its rows are no longer known to be labelled so. */
export function withoutAlong(columns: Columns | undefined): Columns | undefined {
  return columns?.along ? orNothing(columnsOf(columns)) : columns;
}

// ---- labels in values --------------------------------------------------------------------------------------

/** Labels that an argument names, in order. */
export interface Labels {
  readonly labels: readonly Label[];
  /** There are no others than these. */
  readonly isWhole: boolean;
  readonly doubt: Doubt;
}

/** A label that is written as a text or an integer. `True` is the same label as 1 for Python: it is left alone. */
export function labelOf(value: Value | undefined): Label | undefined {
  if (value?.type?.kind !== "instance") return undefined;
  if (value.type.name === "builtins.str") return plainText(value);
  const { constant } = value;
  return value.type.name === "builtins.int" && constant?.kind === "number" && Number.isSafeInteger(constant.value) ? constant.value : undefined;
}

/** The labels in a list, tuple, set or index; `undefined` for anything else. */
export function labelsIn(value: Value | undefined): Labels | undefined {
  const type = value?.type;
  switch (type?.kind) {
    case "list":
    case "tuple":
    case "set": {
      const labels = type.elements.map(labelOf);
      const found = labels.filter((label) => label !== undefined);
      const isOnce = new Set(found).size === found.length;
      const doubt = type.kind === "set" && found.length > 1 ? (isOnce ? "order" : "loose") : undefined;
      return { labels: found, isWhole: found.length === labels.length, doubt };
    }
    case "dict": {
      const labels = type.entries.map((entry) => labelOf(entry.key));
      const found = [...new Set(labels.filter((label) => label !== undefined))];
      return { labels: found, isWhole: !type.open && labels.every((label) => label !== undefined), doubt: undefined };
    }
    case "instance": {
      const columns = type.name === "pandas.Index" ? value?.data?.columns : undefined;
      return columns && { labels: columns.present, isWhole: columns.isWhole, doubt: columns.doubt };
    }
    default:
      return undefined;
  }
}

/** One label or several: `drop(columns="a")`, `drop(columns=["a", "b"])`. A tuple is one label, of a frame whose columns have levels. */
export function labelsOf(value: Value | undefined): Labels | undefined {
  const label = labelOf(value);
  if (label !== undefined) return { labels: [label], isWhole: true, doubt: undefined };
  return value?.type?.kind === "tuple" ? undefined : labelsIn(value);
}

/** What a frame has for columns once `labels` are made its columns. */
export function asColumns(labels: Labels | undefined, index: IndexNames): Columns | undefined {
  if (!labels) return withIndex(undefined, index);
  return orNothing(columnsOf({ present: labels.labels, isWhole: labels.isWhole, doubt: labels.isWhole ? labels.doubt : greater(labels.doubt, "loose"), index }));
}

export function isNone(value: Value | undefined): boolean {
  return value === undefined || value.constant?.kind === "none";
}

/** A `True` or `False` that is written; `fallback` when nothing was passed; `undefined` when it is not known. */
export function flag(value: Value | undefined, fallback: boolean): boolean | undefined {
  if (value === undefined) return fallback;
  if (value.constant?.kind === "none") return false;
  return value.constant?.kind === "bool" ? value.constant.value : undefined;
}
