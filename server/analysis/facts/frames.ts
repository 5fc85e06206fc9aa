/**
 * Frames and their columns: which frames there are, where they come from, and which column an expression names.
 *
 *     sales = pd.read_csv("sales.csv", usecols=["day", "price"])     frame sales: columns day, price; read from "sales.csv"
 *     late = sales[sales["day"] > limit]                             "day" names a column of sales; frame late: the same columns
 *     late.price                                                     names a column of late
 *     late.sort_values("prize")                                      "prize" names a column that late does not have
 */
import { defineFact } from "../engine/fact.ts";
import { columnArguments, onlyAsKeys } from "../knowledge/column-arguments.ts";
import { isSubclass } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Columns, Label, Rows, Value } from "../semantic/value.ts";
import type { Attribute, Expression, Node, Range } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { argument } from "./calls.ts";
import { gathered, keptWithAnalysis } from "./kept.ts";
import { classNameOf, textOf } from "./values.ts";

/** A name bound to a frame. */
export interface NamedFrame {
  readonly name: string;
  /** The assignment's target. */
  readonly place: Place;
  readonly value: Value;
  readonly columns: Columns | undefined;
  readonly rows: Rows | undefined;
  readonly source: FrameSource | undefined;
}

/** The call that read the data. */
export interface FrameSource {
  readonly target: string;
  readonly place: Place;
  /** Its first argument: a path, a query. */
  readonly from: Value | undefined;
}

/** An expression that stands for a column. */
export interface ColumnReference {
  readonly label: Label;
  /** The text, number or attribute name. */
  readonly place: Place;
  readonly frame: Value;
  /** `unknown`: the frame may have it. */
  readonly exists: boolean | "unknown";
  /** `made`: assigned. */
  readonly kind: "used" | "made";
}

export interface Frames {
  /** In document order; a name as often as it is bound. */
  readonly named: readonly NamedFrame[];
  readonly references: readonly ColumnReference[];
}

export const frames = defineFact<never, Frames>({
  name: "frames",
  needs: {},
  document: ({ analysis }) => framesOf(analysis),
});

export function framesOf(analysis: DocumentAnalysis): Frames {
  return {
    get named() {
      return boundIn(analysis).map(({ value, ...bound }) => ({
        ...bound, value, columns: value.data?.columns, rows: value.data?.rows, source: sourceOf(value, (at) => eventAt(analysis.analysisOf(at.anchor.unit), at)),
      }));
    },
    get references() {
      return referencesIn(analysis);
    },
  };
}

export function isFrame(value: Value): boolean {
  const name = classNameOf(value);
  return name !== undefined && (isSubclass(name, "pandas.DataFrame") || name === "polars.DataFrame" || name === "pyspark.sql.DataFrame");
}

// ---- frames ------------------------------------------------------------------------------------------------

const boundIn = gathered((analysis) => boundInUnit(analysis));

const boundInUnit = keptWithAnalysis((analysis: UnitAnalysis) => {
  const found: Pick<NamedFrame, "name" | "place" | "value">[] = [];
  const bind = (target: Expression, value: Value): void => {
    if (target.kind === "Name" && isFrame(value)) found.push({ name: target.id, place: place(analysis.unit, target), value });
    const { type } = value;
    if (target.kind !== "Tuple" && target.kind !== "List") return;
    if (type?.kind !== "tuple" && type?.kind !== "list") return;
    const { elements } = type;
    if (elements.length === target.elts.length) target.elts.forEach((each, index) => { const element = elements[index]; if (element) bind(each, element); });
  };
  walk(analysis.unit.body, (node: Node) => {
    if (node.kind === "Assign") for (const target of node.targets) bind(target, analysis.valueOf(node.value));
    if (node.kind === "AnnAssign" && node.value) bind(node.target, analysis.valueOf(node.value));
    return undefined;
  });
  return found;
});

/** Where the first rows come from. */
function sourceOf({ data, origins }: Value, eventOf: (at: Place) => CallEvent | undefined): FrameSource | undefined {
  let rows = data?.rows;
  while (rows?.kind === "part") rows = rows.of;
  if (!rows) return undefined;
  const { source } = rows;
  const event = eventOf(source);
  const made = origins.find((origin) => origin.kind === "call" && origin.place.anchor === source.anchor && origin.place.start === source.start);
  const target = event?.target ?? (made?.kind === "call" ? made.target : undefined);
  return target === undefined ? undefined : { target, place: source, from: event?.args.find(({ position, unpacked }) => position === 0 && !unpacked)?.value };
}

function eventAt(analysis: UnitAnalysis | undefined, at: Place): CallEvent | undefined {
  return analysis?.calls.find(({ node }) => node.start === at.start && node.end === at.end);
}

// ---- columns -----------------------------------------------------------------------------------------------

const referencesIn = gathered((analysis) => referencesInUnit(analysis));

/** Columns that the unit's expressions name, with open parameters inside functions. */
export const referencesInUnit = keptWithAnalysis((analysis: UnitAnalysis): readonly ColumnReference[] =>
  columnOperandsIn(analysis).flatMap(({ node, operand, frame, kind }): readonly ColumnReference[] => {
    const at = (each: Range): Place => place(analysis.unit, each);
    if (operand !== "attribute") return labelNodes(node, analysis).map(({ node: named, label }) => ({ label, place: at(named), frame, exists: has(frame, label), kind }));
    const label = node.attr.name;
    // A method or property of that name hides the column; `dtypes` is one that gives a series.
    if (has(frame, label) !== true || label === "dtypes" || classNameOf(analysis.valueOf(node)) !== "pandas.Series") return [];
    return [{ label, place: at(node.attr), frame, exists: true, kind }];
  }));

/** An expression that names columns of a frame: what stands in brackets, what a method is given, an attribute that is not called. */
export type ColumnOperand = { readonly frame: Value; readonly kind: ColumnReference["kind"] } & (
  | { readonly operand: "subscript" | "argument"; readonly node: Expression }
  | { readonly operand: "attribute"; readonly node: Attribute }
);

/** In the order of the code. */
export function columnOperandsIn(analysis: UnitAnalysis): readonly ColumnOperand[] {
  const found: ColumnOperand[] = [];
  const events = new Map(analysis.calls.filter(({ via }) => via.length === 0).map((event) => [event.node, event]));
  walk(analysis.unit.body, (node: Node) => {
    if (node.kind === "Subscript") {
      const { frame, columns } = subscripted(node.value, node.slice, analysis);
      if (frame && columns) found.push({ operand: "subscript", node: columns, frame, kind: node.ctx === "store" ? "made" : "used" });
    } else if (node.kind === "Attribute") {
      const frame = analysis.valueOf(node.value);
      if (isFrame(frame)) found.push({ operand: "attribute", node, frame, kind: node.ctx === "store" ? "made" : "used" });
    } else if (node.kind === "Call") {
      const event = events.get(node);
      if (event) ofCall(event, (given, frame) => found.push({ operand: "argument", node: given, frame, kind: "used" }));
    }
    return undefined;
  });
  return found;
}

/** `df[columns]`, `df.loc[rows, columns]`. */
function subscripted(object: Expression, slice: Expression, analysis: UnitAnalysis): { readonly frame?: Value; readonly columns?: Expression | undefined } {
  const value = analysis.valueOf(object);
  if (isFrame(value)) return { frame: value, columns: slice };
  if (object.kind !== "Attribute" || (object.attr.name !== "loc" && object.attr.name !== "at")) return {};
  const frame = analysis.valueOf(object.value);
  return isFrame(frame) && slice.kind === "Tuple" ? { frame, columns: slice.elts[1] } : {};
}

function ofCall(event: CallEvent, refer: (node: Expression, frame: Value) => void): void {
  const { target = "" } = event;
  for (const { parameter, of } of columnArguments(target)) {
    const given = argument(event, parameter);
    if (!given) continue;
    const isKeyed = given.node.kind === "Dict";
    if (!isKeyed && onlyAsKeys.has(`${target.slice(target.lastIndexOf(".") + 1)}.${parameter}`)) continue;
    for (const which of of) {
      const frame = which === "receiver" ? event.receiver : argument(event, which)?.value;
      if (frame && isFrame(frame)) refer(given.node, frame);
    }
  }
}

/** Texts written for labels: one, those of a list or tuple, keys of a dictionary. A name that stands for a text counts too. */
function labelNodes(node: Expression, analysis: UnitAnalysis): readonly { readonly node: Expression; readonly label: Label }[] {
  if (node.kind === "List" || node.kind === "Tuple") return node.elts.flatMap((each) => labelNodes(each, analysis));
  if (node.kind === "Dict") return node.keys.flatMap((each) => (each ? labelNodes(each, analysis) : []));
  if (node.kind !== "Constant" && node.kind !== "Name" && node.kind !== "JoinedStr") return [];
  const label = textOf(analysis.valueOf(node));
  return label === undefined ? [] : [{ node, label }];
}

function has({ data }: Value, label: Label): ColumnReference["exists"] {
  const columns = data?.columns;
  if (!columns) return "unknown";
  if (columns.present.includes(label)) return true;
  return columns.isWhole || columns.absent.includes(label) ? false : "unknown";
}
