/**
 * Methods of frames that give columns other names, other neighbours or another place.
 *
 *     df.rename(columns={"Old": "new"})     new instead of Old, where Old is there
 *     df.drop(columns=["a"])                without a
 *     df.assign(total=df.a + df.b)          with total
 *     df.set_index("day").reset_index()     day goes into the index and comes back in front
 *     df.melt(id_vars=["day"])              day, variable, value
 */
import { argumentOf } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Label, Value } from "../value.ts";
import type { ColumnTransfer } from "./effect.ts";
import { columnsOfValue, instanceOf, isColumnAxis, series } from "./effect.ts";
import type { Labels } from "./labels.ts";
import {
  asColumns, columnsOf, exactly, flag, greater, has, isNone, known, labelOf, labelsIn, labelsOf, listing, mapped, orNothing, renamed, someOf, withIndex,
  withLabel, withoutIndex, withoutLabels,
} from "./labels.ts";

const rename: ColumnTransfer = (call, columns) => {
  const mapper = argumentOf(call, "mapper");
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  const given = argumentOf(call, "columns") ?? (isColumns === false ? undefined : mapper);
  // New names for rows leave the names of levels.
  if (given === undefined || isNone(given)) return columns;
  if (isColumns === undefined || !isNone(argumentOf(call, "level"))) return undefined;
  return relabelled(columns, given, call);
};

/** New labels by a dict or a function. */
function relabelled(columns: Columns | undefined, mapper: Value, call: LibraryCall): Columns | undefined {
  const { type } = mapper;
  if (type?.kind !== "dict") return mapped(columns, labelFunction(mapper, call));
  const mapping = new Map<Label, Label>();
  let isKnown = !type.open;
  for (const { key, value } of type.entries) {
    const [from, to] = [labelOf(key), labelOf(value)];
    if (from === undefined || to === undefined) isKnown = false;
    else mapping.set(from, to);
  }
  return isKnown ? renamed(columns, mapping) : mapped(columns, undefined);
}

/** Functions of texts that are the same for all letters that Python and this program agree on. */
export function labelFunction(mapper: Value, { applied, machine: { interner } }: LibraryCall): ((label: Label) => Label | undefined) | undefined {
  const { type } = mapper;
  // A function of the program is run for each label.
  if (type?.kind === "function" && applied) return (label) => labelOf(applied(mapper, [typeof label === "string" ? interner.text([{ kind: "literal", text: label, place: undefined }]) : interner.number(label, true)]));
  const name = type?.kind === "symbol" || type?.kind === "method" ? type.name : undefined;
  const change = name === undefined ? undefined : textFunctions.get(name);
  if (change) return (label) => (typeof label === "string" ? change(label) : undefined);
  return name === "builtins.str" ? String : undefined;
}

function ascii(change: (text: string) => string): (text: string) => string | undefined {
  return (text) => (/^[\x20-\x7e]*$/u.test(text) ? change(text) : undefined);
}

/** By qualified name: `str.lower`. */
export const textFunctions: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  ["builtins.str.lower", ascii((text) => text.toLowerCase())],
  ["builtins.str.upper", ascii((text) => text.toUpperCase())],
  ["builtins.str.strip", ascii((text) => text.trim())],
  ["builtins.str.title", ascii((text) => text.replace(/[A-Za-z]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))],
  ["builtins.str.capitalize", ascii((text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase())],
]);

const drop: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  if (!isNone(argumentOf(call, "level"))) return undefined;
  const labels = argumentOf(call, "labels");
  const given = isNone(labels) ? argumentOf(call, "columns") : isColumns === false ? undefined : labels;
  if (isNone(given)) return columns;
  return isColumns === undefined ? someOf(columns) : withoutLabels(columns, labelsOf(given));
};

const assign: ColumnTransfer = (call, columns) => {
  let result = columns;
  for (const name of call.keywords.keys()) result = withLabel(result, name);
  return result;
};

const setIndex: ColumnTransfer = (call, columns) => {
  const keys = argumentOf(call, "keys");
  const drops = flag(argumentOf(call, "drop"), true);
  const appends = flag(argumentOf(call, "append"), false);
  const parts = keys?.type?.kind === "list" ? keys.type.elements : keys ? [keys] : [];
  const labels: Label[] = [];
  const names: (Label | null | undefined)[] = [];
  let isKnown = true;
  for (const part of parts) {
    const label = labelOf(part);
    const name = instanceOf(part) === series ? columnsOfValue(part) : undefined;
    if (label !== undefined) labels.push(label);
    // Values, not labels: they leave the columns alone.
    else if (!isValues(part)) isKnown = false;
    const list = listing(name);
    names.push(label ?? (list ? (list[0] ?? null) : undefined));
  }
  const before = known(columns).index;
  const own = isKnown && names.every((name) => name !== undefined) ? names : undefined;
  const index = appends === false ? own : appends === true && own && before ? [...before, ...own] : undefined;
  const remaining = drops === false ? columns : drops === true ? withoutLabels(columns, { labels, isWhole: isKnown, doubt: undefined }) : someOf(columns);
  return withIndex(remaining, index);
};

function isValues(value: Value): boolean {
  return ["pandas.Series", "numpy.ndarray", "pandas.Index", "pandas.DatetimeIndex"].includes(instanceOf(value) ?? "");
}

const resetIndex: ColumnTransfer = (call, columns) => {
  const drops = flag(argumentOf(call, "drop"), false);
  if (!isNone(argumentOf(call, "level"))) return withoutIndex(drops === true ? columns : withUnknownLabels(columns));
  if (drops === true) return withIndex(columns, [null]);
  if (drops === undefined) return withIndex(withUnknownLabels(columns), [null]);
  const mayRepeat = flag(argumentOf(call, "allow_duplicates"), false) !== false;
  const names = argumentOf(call, "names");
  return withResetIndex(columns, isNone(names) ? known(columns).index : names && indexLabels(names), mayRepeat);
};

function indexLabels(names: Value): readonly (Label | null)[] | undefined {
  const labels = labelOf(names) === undefined ? labelsIn(names) : labelsOf(names);
  return labels?.isWhole === true ? labels.labels : undefined;
}

/** The levels of the index become columns, in front of the others. */
export function withResetIndex(columns: Columns | undefined, index: Columns["index"], mayRepeat = false): Columns | undefined {
  if (!index) return withIndex(withUnknownLabels(columns), [null]);
  const before = known(columns);
  const isThere = has(before, "index");
  const labels = index.map((name, level): Label => name ?? (index.length > 1 ? `level_${level}` : isThere === true ? "level_0" : "index"));
  // `index` if it is free, and else `level_0`: either way there is an `index` afterwards.
  const perhaps = isThere === undefined && index.length === 1 && index[0] === null ? ["level_0"] : [];
  const doubt = mayRepeat ? greater(before.doubt, "loose") : before.doubt;
  const front = labels.filter((label) => before.isWhole || !before.present.includes(label));
  return columnsOf({
    present: [...front, ...before.present], absent: before.absent.filter((label) => !perhaps.includes(String(label))), isWhole: before.isWhole, doubt, index: [null],
  });
}

/** What was there stays; there may be others. */
export function withUnknownLabels(columns: Columns | undefined): Columns | undefined {
  const before = known(columns);
  return orNothing(columnsOf({ ...before, absent: [], isWhole: false, doubt: greater(before.doubt === "order" ? undefined : before.doubt, "loose") }));
}

const setAxis: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  if (isColumns === false) return withoutIndex(columns);
  return isColumns === true ? asColumns(labelsIn(argumentOf(call, "labels")), known(columns).index) : undefined;
};

const reindex: ColumnTransfer = (call, columns) => {
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  const labels = argumentOf(call, "labels");
  const given = argumentOf(call, "columns") ?? (isColumns === false ? undefined : labels);
  const isRowsToo = !isNone(argumentOf(call, "index")) || (labels !== undefined && isColumns !== true);
  const index = isRowsToo ? undefined : known(columns).index;
  if (given === undefined || isNone(given)) return withIndex(columns, index);
  return isColumns === undefined ? undefined : asColumns(labelsIn(given), index);
};

const filter: ColumnTransfer = (call, columns) => {
  const axis = argumentOf(call, "axis");
  const isColumns = isNone(axis) ? true : isColumnAxis(axis);
  if (isColumns === false) return columns;
  const items = argumentOf(call, "items");
  const like = argumentOf(call, "like");
  const regex = argumentOf(call, "regex");
  const part = like && plainText(like);
  const pattern = regex && plainPattern(plainText(regex));
  if (isColumns === true && items && !isNone(items)) return filtered(columns, labelsIn(items));
  const test = part !== undefined ? (label: string) => label.includes(part) : pattern ? (label: string) => pattern.test(label) : undefined;
  const before = known(columns);
  // Of levels, whole tuples are looked through.
  if (isColumns === undefined || !test || !before.present.every((label) => /^[\x20-\x7e]*$/u.test(String(label))) || before.doubt === "loose" || before.doubt === "levels") return someOf(columns);
  return orNothing(columnsOf({ ...before, present: before.present.filter((label) => test(String(label))) }));
};

/** Those of the items that are there, in the order of the items. */
function filtered(columns: Columns | undefined, items: Labels | undefined): Columns | undefined {
  if (!items?.isWhole) return someOf(columns);
  const before = known(columns);
  // Of levels, whole tuples are looked through.
  if (before.doubt === "loose" || before.doubt === "levels") return someOf(columns);
  const present = items.labels.filter((label) => has(before, label) === true);
  const isWhole = items.labels.every((label) => has(before, label) !== undefined);
  const doubt = greater(before.doubt === "order" ? undefined : before.doubt, items.doubt);
  const isRepeated = new Set(before.present).size < before.present.length;
  return orNothing(columnsOf({ ...before, present, isWhole, doubt: isRepeated ? greater(doubt, "loose") : doubt }));
}

/** Patterns without anything that Python and JavaScript might read differently in a text of one line. */
export function plainPattern(text: string | undefined): RegExp | undefined {
  if (text === undefined || !/^(?:[\w ^$|().*+?-]|\\[dw.]|\[\^?[\w-]+\])*$/u.test(text) || text.includes("(?")) return undefined;
  try {
    return new RegExp(text, "u");
  } catch {
    return undefined;
  }
}

function affixed(side: "prefix" | "suffix"): ColumnTransfer {
  return (call, columns) => {
    const text = argumentOf(call, side);
    const isColumns = isNone(argumentOf(call, "axis")) ? true : isColumnAxis(argumentOf(call, "axis"));
    if (isColumns === false) return columns;
    const affix = text && isColumns === true ? plainText(text) : undefined;
    return mapped(columns, affix === undefined ? undefined : (label) => (side === "prefix" ? affix + String(label) : String(label) + affix));
  };
}

/** `melt` names the columns of its result itself, all but the identifiers. */
export const melt: ColumnTransfer = (call, columns) => {
  const identifiers = argumentOf(call, "id_vars");
  const ids = isNone(identifiers) ? [] : (labelOf(identifiers) === undefined ? labelsIn(identifiers) : labelsOf(identifiers));
  const list = ids && ("isWhole" in ids ? (ids.isWhole && ids.doubt === undefined ? ids.labels : undefined) : ids);
  const variable = labelArgument(call, "var_name", columns && columns.doubt !== "loose" && columns.doubt !== "levels" ? "variable" : undefined);
  const value = labelArgument(call, "value_name", "value");
  const ignores = flag(argumentOf(call, "ignore_index"), true);
  const index = ignores === true ? [null] : ignores === false ? columns?.index : undefined;
  if (!list || variable === undefined || value === undefined || !isNone(argumentOf(call, "col_level"))) return withIndex(undefined, index);
  return exactly([...list, variable, value], index);
};

function labelArgument(call: LibraryCall, name: string, fallback: Label | undefined): Label | undefined {
  const value = argumentOf(call, name);
  return isNone(value) ? fallback : labelOf(value);
}

export const reshapingMethods: ReadonlyMap<string, ColumnTransfer> = new Map([
  ["rename", rename],
  ["drop", drop],
  ["assign", assign],
  ["set_index", setIndex],
  ["reset_index", resetIndex],
  ["set_axis", setAxis],
  ["reindex", reindex],
  ["reindex_like", (call, columns) => {
    const other = known(columnsOfValue(argumentOf(call, "other")));
    // Levels stay where nothing stands below them.
    const mayHaveLevels = known(columns).doubt === "loose" || known(columns).doubt === "levels";
    return orNothing(columnsOf({ ...other, doubt: mayHaveLevels ? greater(other.doubt, "loose") : other.doubt, index: undefined }));
  }],
  ["filter", filter],
  ["add_prefix", affixed("prefix")],
  ["add_suffix", affixed("suffix")],
  ["melt", melt],
]);
