/**
 * Masks: what tells of each label of a frame whether it is chosen.
 *
 *     df: a, b, y
 *     df.columns != "y"                                 chosen a, b; the rest y
 *     ~df.columns.isin(["a", "y"])                      chosen b; the rest a, y
 *     (df.columns != "a") & (df.columns != "b")         chosen y; the rest a, b
 *     df.loc[:, df.columns != "y"]                      a, b
 *
 * A mask is an array, and arrays are changed in place behind the back of their names. So one is believed only in the expression that
 * makes it, and only of the very frame whose labels it looks at: `df.loc[:, df.columns != "y"]`, both under one name.
 */
import type { Expression } from "../../syntax/nodes.ts";
import type { Place } from "../../syntax/unit.ts";
import type { Interner } from "../interner.ts";
import type { Columns, Label, Value } from "../value.ts";
import { columnsOfValue, instanceOf } from "./effect.ts";
import type { Labels } from "./labels.ts";
import { columnsOf, greater, has, known, labelOf, listing, someOf, withoutLabels } from "./labels.ts";

interface Mask {
  readonly all: Columns | undefined;
  readonly chosen: Columns | undefined;
  readonly rest: Columns | undefined;
}

const maskName = "pandas.Index.__mask__";
const indexName = "pandas.Index";

function maskValue(interner: Interner, { all, chosen, rest }: Mask, of: Value, place: Place): Value {
  const labels = (columns: Columns | undefined): Value => interner.value({ type: { kind: "instance", name: indexName }, data: { objects: [], columns, rows: undefined, fits: undefined } });
  const made = { callable: maskName, receiver: undefined, arguments: [all, chosen, rest].map((each) => ({ keyword: undefined, unpacked: false, value: labels(each), place })), place };
  return interner.value({ type: { kind: "instance", name: "numpy.ndarray", made }, origins: of.origins });
}

function maskOf(value: Value): Mask | undefined {
  const made = value.type?.kind === "instance" ? value.type.made : undefined;
  if (made?.callable !== maskName) return undefined;
  const [all, chosen, rest] = made.arguments.map((each) => columnsOfValue(each.value));
  return { all, chosen, rest };
}

function isPlain(columns: Columns | undefined): columns is Columns {
  return columns !== undefined && (columns.doubt === undefined || columns.doubt === "order");
}

/** `df.columns == label`, `df.columns.isin(labels)`: those among the labels, and the others. */
export function maskOfLabels(interner: Interner, index: Value, labels: Labels | undefined, place: Place): Value | undefined {
  const all = columnsOfValue(index);
  if (!isPlain(all) || labels?.isWhole !== true) return undefined;
  const isNamed = (label: Label): boolean => labels.labels.includes(label);
  const isDecided = labels.labels.every((label) => has(all, label) !== undefined);
  const chosen = columnsOf({ ...all, present: all.present.filter(isNamed), absent: all.absent, isWhole: all.isWhole || isDecided, doubt: all.isWhole ? all.doubt : "order" });
  return maskValue(interner, { all, chosen: isDecided ? chosen : someWith(all, all.present.filter(isNamed)), rest: withoutLabels(all, labels) }, index, place);
}

function someWith(all: Columns, present: readonly Label[]): Columns {
  return columnsOf({ present, absent: all.absent, isWhole: false, doubt: all.doubt === "order" ? undefined : all.doubt, index: all.index });
}

/** `df.columns.str.startswith("a")`: those for which a test of their texts holds. */
export function maskByTest(interner: Interner, index: Value, test: (label: string) => boolean, place: Place): Value | undefined {
  const all = columnsOfValue(index);
  // Of a label that is no text nothing can be said.
  if (!isPlain(all) || !all.present.every((label) => typeof label === "string" && /^[\x20-\x7e]*$/u.test(label))) return undefined;
  const part = (isIn: boolean): Columns => {
    const [present, others] = [isIn, !isIn].map((side) => all.present.filter((label) => test(String(label)) === side));
    return columnsOf({ ...all, present: present ?? [], absent: [...all.absent, ...(others ?? [])] });
  };
  return maskValue(interner, { all, chosen: part(true), rest: part(false) }, index, place);
}

/** `df.columns == "a"` and `!=`, either way round. */
export function labelComparison(interner: Interner, op: string, left: Value, right: Value, place: Place): Value | undefined {
  if (op !== "==" && op !== "!=") return undefined;
  const [index, other] = instanceOf(left) === indexName ? [left, right] : [right, left];
  const label = instanceOf(index) === indexName ? labelOf(other) : undefined;
  const mask = label === undefined ? undefined : maskOfLabels(interner, index, { labels: [label], isWhole: true, doubt: undefined }, place);
  return mask && op === "!=" ? inverted(interner, mask, place) : mask;
}

/** `~mask`. */
export function inverted(interner: Interner, value: Value, place: Place): Value | undefined {
  const mask = maskOf(value);
  return mask && maskValue(interner, { all: mask.all, chosen: mask.rest, rest: mask.chosen }, value, place);
}

/** `mask & mask`, `mask | mask`. */
export function combinedMasks(interner: Interner, op: string, left: Value, right: Value, place: Place): Value | undefined {
  const [first, second] = [maskOf(left), maskOf(right)];
  if (!first || !second || !(op === "&" || op === "|")) return undefined;
  const all = first.all;
  const mask = op === "&" ? { all, chosen: inBoth(first.chosen, second.chosen), rest: inEither(all, first.rest, second.rest) } : { all, chosen: inEither(all, first.chosen, second.chosen), rest: inBoth(first.rest, second.rest) };
  return maskValue(interner, mask, left, place);
}

function inBoth(left: Columns | undefined, right: Columns | undefined): Columns | undefined {
  const [first, second] = [known(left), known(right)];
  const answers = first.present.map((label) => has(second, label));
  return columnsOf({
    present: first.present.filter((_, at) => answers[at] === true),
    absent: [...first.absent, ...second.absent],
    isWhole: first.isWhole && answers.every((each) => each !== undefined),
    doubt: greater(first.doubt, second.doubt), index: first.index,
  });
}

function inEither(all: Columns | undefined, left: Columns | undefined, right: Columns | undefined): Columns | undefined {
  const [first, second] = [known(left), known(right)];
  const isIn = (label: Label): boolean => first.present.includes(label) || second.present.includes(label);
  const isWhole = first.isWhole && second.isWhole;
  const list = isWhole ? listing(all) : undefined;
  const present = list ? list.filter(isIn) : [...new Set([...first.present, ...second.present])];
  const doubt = greater(first.doubt, second.doubt);
  return columnsOf({ present, absent: first.absent.filter((label) => second.absent.includes(label)), isWhole, doubt: list || !isWhole ? doubt : greater(doubt, "order"), index: first.index });
}

/** What a mask chooses, where `node` makes it of the labels of the frame that `holder` names. */
export function chosenBy(value: Value, node: Expression, holder: Expression | undefined): Columns | undefined {
  const mask = maskOf(value);
  const name = frameName(holder);
  return mask && name !== undefined && looksAt(node, name) ? mask.chosen : undefined;
}

/** `df.loc`, `df.columns`, `df`: the name df. */
function frameName(node: Expression | undefined): string | undefined {
  if (node?.kind === "Name") return node.id;
  return node?.kind === "Attribute" && node.value.kind === "Name" && ["loc", "iloc", "columns"].includes(node.attr.name) ? node.value.id : undefined;
}

/** Whether all labels that the expression looks at are those of the frame under this name, as they are now. */
function looksAt(node: Expression, name: string): boolean {
  switch (node.kind) {
    case "Compare": {
      const sides = [node.left, ...node.comparators];
      return sides.length === 2 && sides.some((side) => isLabels(side, name)) && sides.every((side) => isLabels(side, name) || side.kind === "Constant" || side.kind === "Name");
    }
    case "UnaryOp":
      return looksAt(node.operand, name);
    case "BinOp":
      return looksAt(node.left, name) && looksAt(node.right, name);
    case "Call":
      // `df.columns.isin(keep)`, `df.columns.str.startswith("a")`
      return node.func.kind === "Attribute" && [...node.args, ...node.keywords.map((each) => each.value)].every((each) => written.has(each.kind)) && isLabels(node.func.value.kind === "Attribute" && node.func.value.attr.name === "str" ? node.func.value.value : node.func.value, name);
    default:
      return false;
  }
}

/** What changes nothing while it is evaluated. */
const written: ReadonlySet<Expression["kind"]> = new Set(["Name", "Constant", "List", "Tuple", "Set", "Attribute"] as const);

function isLabels(node: Expression, name: string): boolean {
  return node.kind === "Attribute" && node.attr.name === "columns" && node.value.kind === "Name" && node.value.id === name;
}

/** `[True, False, True]` as long as the labels: those that it says yes to. */
export function chosenByList(columns: Columns | undefined, index: Value): Columns | undefined {
  const list = listing(columns);
  const answers = index.type?.kind === "list" ? index.type.elements.map(({ constant }) => (constant?.kind === "bool" ? constant.value : undefined)) : [];
  if (answers.length === 0 || answers.includes(undefined)) return undefined;
  return list?.length === answers.length ? columnsOf({ present: list.filter((_, at) => answers[at] === true), isWhole: true, index: columns?.index }) : someOf(columns);
}
