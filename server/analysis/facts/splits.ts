/**
 * Splits of data, those that a library makes and those that people cut themselves, and which side of them rows are on.
 *
 *     train, test = train_test_split(df)         train and test, as the library says
 *     n = int(len(df) * 0.8)
 *     train, test = df[:n], df[n:]               one cut: both sides of `n` of the same frame
 *     old = df[df.day < limit]                   one cut, when `df[df.day >= limit]` is there too
 *     few = df.sample(frac=0.2)                  one cut, when `df.drop(few.index)` is there too
 *
 * The interpreter says of a selection only which rows it is of (`some` of them, told apart there). That two selections are the two sides
 * of a cut is seen here, where the whole document is: the same data, by complementary indexes. Which side is for testing only names tell
 * (`X_test`, `holdout`), of one side at least; what nothing tells has no role.
 */
import { defineFact } from "../engine/fact.ts";
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { PartRows } from "../semantic/learning/rows.ts";
import type { Rows, Value } from "../semantic/value.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import type { Edits } from "./edits.ts";
import { editsOf, samePlace } from "./edits.ts";
import { gathered, keptWithAnalysis } from "./kept.ts";

export type Role = "train" | "test";

/** Two selections that share no row and together are all of it. */
export interface Cut {
  readonly sides: readonly [Side, Side];
}

export interface Side {
  /** The selection, or the call that leaves the rest. */
  readonly place: Place;
  readonly rows: PartRows;
  readonly role: Role | undefined;
}

export interface Splits {
  /** Those that the code makes itself. */
  readonly cuts: readonly Cut[];
  /** The side of the innermost split that rows are on; `undefined` when they are on none that is known. */
  roleOf(rows: Rows | undefined): Role | undefined;
  /** Whether these are known to be on different sides of one split. */
  areApart(a: Rows | undefined, b: Rows | undefined): boolean;
}

export const splits = defineFact<never, Splits>({
  name: "splits",
  needs: {},
  document: ({ analysis, cells }) => splitsOf(analysis, cells),
});

export function splitsOf(analysis: DocumentAnalysis, cells: readonly Cell[]): Splits {
  const cuts = cutsAmong(selectionsIn(analysis), editsOf(cells));
  /** The side that a part is; of a library's split, the part itself says. */
  const sideOf = (rows: PartRows): Side | undefined => {
    for (const { sides } of cuts) for (const side of sides) if (side.rows.part === rows.part && samePlace(side.rows.split, rows.split)) return side;
    return undefined;
  };
  const roleOf = (rows: Rows | undefined): Role | undefined => {
    if (rows?.kind !== "part") return undefined;
    if (rows.part === "train" || rows.part === "test") return rows.part;
    const outer = roleOf(rows.of);
    // Parts of what was set aside are set aside.
    return outer === "test" ? outer : (sideOf(rows)?.role ?? outer);
  };
  return { cuts, roleOf, areApart: (a, b) => chain(a).some((one) => chain(b).some((other) => areOpposite(one, other, cuts))) };
}

function chain(rows: Rows | undefined): readonly PartRows[] {
  const parts: PartRows[] = [];
  for (let each = rows; each?.kind === "part"; each = each.of) parts.push(each);
  return parts;
}

function areOpposite(a: PartRows, b: PartRows, cuts: readonly Cut[]): boolean {
  if (samePlace(a.split, b.split)) return a.part !== b.part && a.part !== "fold" && b.part !== "fold";
  const is = (side: Side, rows: PartRows): boolean => side.rows.part === rows.part && samePlace(side.rows.split, rows.split);
  return cuts.some(({ sides: [left, right] }) => (is(left, a) && is(right, b)) || (is(left, b) && is(right, a)));
}

// ---- selections --------------------------------------------------------------------------------------------

interface Selection {
  readonly unit: Unit;
  readonly node: Expression;
  readonly rows: PartRows;
  /** What is selected from, and by what; `undefined` for what a sample left over. */
  readonly by: { readonly base: Value; readonly index: Expression } | undefined;
  readonly role: Role | undefined;
  /** The name says that what is not here is for training. */
  readonly isFinal: boolean;
}

/** Subscripts that select some rows, and calls that select some or leave the rest. */
const selectionsIn = gathered((analysis) => selectionsOfUnit(analysis));

const selectionsOfUnit = keptWithAnalysis((analysis: UnitAnalysis): readonly Selection[] => {
  const { unit } = analysis;
  const found: Selection[] = [];
  walk(unit.body, (node: Node) => {
    if (node.kind !== "Subscript" && node.kind !== "Call") return undefined;
    const rows = analysis.valueOf(node).data?.rows;
    if (rows?.kind !== "part" || (rows.part !== "some" && rows.part !== "rest")) return undefined;
    // Rows that were selected elsewhere and only pass through here are no selection.
    if (rows.part === "some" && !samePlace(rows.split, place(unit, node))) return undefined;
    const by = node.kind === "Subscript" && node.ctx === "load" ? { base: baseOf(analysis, node.value), index: node.slice } : undefined;
    const name = nameOf(unit, node);
    found.push({ unit, node, rows, by, role: roleByName(name), isFinal: finalNames.test(name) });
    return undefined;
  });
  return found;
});

/** `df` of `df.loc[...]`. */
function baseOf(analysis: UnitAnalysis, node: Expression): Value {
  const isAccessor = node.kind === "Attribute" && (node.attr.name === "loc" || node.attr.name === "iloc");
  return analysis.valueOf(isAccessor ? node.value : node);
}

const testNames = /(?:^|_)(?:test|testing|val|valid|validation|holdout|hold_out|eval|oot)(?:$|_|\d)/iu;
const finalNames = /(?:^|_)(?:test|testing|holdout|hold_out)(?:$|_|\d)/iu;
const trainNames = /(?:^|_)(?:train|training|tr|trn)(?:$|_|\d)/iu;

function roleByName(name: string): Role | undefined {
  const isTest = testNames.test(name);
  return isTest === trainNames.test(name) ? undefined : isTest ? "test" : "train";
}

/** The name that the selection is assigned to, worked on or not: `X_test = df[n:][columns]`; empty when there is none. */
function nameOf(unit: Unit, node: Node): string {
  const holder = ancestorsOf(unit, node).findLast((each) => each.kind === "Assign");
  const target = holder?.targets.length === 1 ? holder.targets[0] : undefined;
  if (!holder || !target) return "";
  const { value } = holder;
  const isPair = target.kind === "Tuple" && value.kind === "Tuple" && target.elts.length === value.elts.length;
  const index = isPair ? value.elts.findIndex((each) => each.start <= node.start && node.end <= each.end) : -1;
  const named = isPair ? target.elts[index] : target;
  return named?.kind === "Name" ? named.id : "";
}

// ---- cuts --------------------------------------------------------------------------------------------------

function cutsAmong(selections: readonly Selection[], edits: Edits): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const [index, one] of selections.entries()) {
    for (const other of selections.slice(index + 1)) {
      if (!isRest(one, other) && !isRest(other, one) && !areSides(one, other, edits)) continue;
      cuts.push({ sides: withRoles(one, other) });
    }
  }
  return cuts;
}

function isRest(one: Selection, other: Selection): boolean {
  return one.rows.part === "some" && other.rows.part === "rest" && samePlace(one.rows.split, other.rows.split);
}

function areSides(one: Selection, other: Selection, edits: Edits): boolean {
  const { by: left } = one;
  const { by: right } = other;
  if (!left || left.base !== right?.base) return false;
  const same = (a: Expression, b: Expression): boolean => isSame(one.unit, a, other.unit, b, edits);
  return areComplements(rowsIndex(left.index), rowsIndex(right.index), same);
}

/** The part of `[rows, columns]` that chooses rows. */
function rowsIndex(index: Expression): Expression {
  return index.kind === "Tuple" ? (index.elts[0] ?? index) : index;
}

type Same = (a: Expression, b: Expression) => boolean;

function areComplements(a: Expression, b: Expression, same: Same): boolean {
  return meets(a, b, same) || meets(b, a, same);
}

const complements: Readonly<Record<string, string>> = { "<": ">=", ">": "<=", "==": "!=" };

/** `:n` and `n:`, `mask` and `~mask`, `x < c` and `x >= c`. */
function meets(a: Expression, b: Expression, same: Same): boolean {
  if (a.kind === "Slice" && b.kind === "Slice") return !a.lower && !a.step && !b.upper && !b.step && a.upper !== undefined && b.lower !== undefined && same(a.upper, b.lower);
  if (b.kind === "UnaryOp" && b.op === "~") return same(a, b.operand);
  if (a.kind !== "Compare" || b.kind !== "Compare" || a.ops.length !== 1 || b.ops.length !== 1) return false;
  const [left, right] = [a.comparators[0], b.comparators[0]];
  return left !== undefined && right !== undefined && complements[a.ops[0] ?? ""] === b.ops[0] && same(a.left, b.left) && same(left, right);
}

/** The same text, of names that are bound once and stand for the same in both: both give the same. */
function isSame(unit: Unit, a: Expression, otherUnit: Unit, b: Expression, edits: Edits): boolean {
  if (unit.text.slice(a.start, a.end) !== otherUnit.text.slice(b.start, b.end)) return false;
  let isFixed = true;
  walk([a], (node) => {
    if (node.kind === "Name" && edits.bindings(node.id) > 1) isFixed = false;
    // A draw or a read gives something else the second time; what only looks at its object does not.
    if (node.kind === "Call" && !isRepeatable(node.func)) isFixed = false;
    return undefined;
  });
  return isFixed;
}

const repeatable = new Set(["len", "int", "round", "float", "isin", "between", "isna", "isnull", "notna", "notnull", "Timestamp", "to_datetime", "quantile", "median", "mean", "max", "min"]);

function isRepeatable(func: Expression): boolean {
  return repeatable.has(func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr.name : "");
}

/** One side whose name tells is enough, unless the other's name tells the same. What a validation part leaves over may be split again. */
function withRoles(one: Selection, other: Selection): readonly [Side, Side] {
  const opposite = ({ role, isFinal }: Selection): Role | undefined => (role === "train" ? "test" : role && isFinal ? "train" : undefined);
  const isClear = one.role === undefined || one.role !== other.role;
  const side = ({ unit, node, rows }: Selection, role: Role | undefined): Side => ({ place: place(unit, node), rows, role: isClear ? role : undefined });
  return [side(one, one.role ?? opposite(other)), side(other, other.role ?? opposite(one))];
}
