/**
 * Texts that are run as code, and who has a say in them.
 *
 *     eval("1 + 1")                          constant: the program's own code, left out
 *     for name in ("SVC", "Ridge"):
 *         eval(name)                          made of literals only: left out
 *     eval(FORMULAS[name])                    one of the literals that a dict, list or tuple lists: left out
 *     df.query(f"year > {2000 + n}")         a hole that is a number: left out
 *     eval(input())                           outside
 *     df.query(f"city == '{city}'")          an expression with a hole for text
 *     df["tags"].apply(eval)                  run on every value of a column
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { argument, calls } from "./calls.ts";
import type { DocumentCalls } from "./calls.ts";
import { dataOrigin, gravity } from "./data-origin.ts";
import type { DataOrigin } from "./data-origin.ts";
import { gatheredFromCalls } from "./kept.ts";
import { textOf } from "./values.ts";

export interface Evaluation {
  readonly unit: Unit;
  /** The call, or the function that is handed over to be called. */
  readonly node: Node;
  /** As the code writes the function. */
  readonly name: string;
  /** Python statements or expressions, or the expressions that pandas reads itself. */
  readonly kind: "code" | "expression";
  readonly origin: DataOrigin;
  /** Part of the text stands in the code. */
  readonly isPasted: boolean;
  /** Where `eval` is written. */
  readonly evaluator: Expression;
  /** `eval` of one text and no namespaces: it may be there for a literal only. */
  readonly isPlainEval: boolean;
}

export const evaluations = defineFact<never, readonly Evaluation[]>({
  name: "evaluations",
  needs: { calls },
  document(context) {
    const worst = new Map<Node, Evaluation>();
    for (const { text, ...found } of candidatesIn(context.analysis)) {
      const origin: DataOrigin | undefined = text ? originOf(text.value, context.get(calls)) : { kind: "unknown" };
      if (!origin || origin.kind === "own" || (text && isListed(text.node, found.unit, context.analysis))) continue;
      const known = worst.get(found.node);
      if (!known || gravity.indexOf(known.origin.kind) < gravity.indexOf(origin.kind)) worst.set(found.node, { ...found, origin, isPasted: text?.value.constant?.kind === "text" });
    }
    return [...worst.values()];
  },
});

/** The parameter with the text, by callable. */
const evaluators: ReadonlyMap<string, { readonly parameter: string; readonly kind: Evaluation["kind"] }> = new Map([
  ["builtins.eval", { parameter: "source", kind: "code" }],
  ["builtins.exec", { parameter: "source", kind: "code" }],
  ["pandas.eval", { parameter: "expr", kind: "expression" }],
  ["pandas.DataFrame.eval", { parameter: "expr", kind: "expression" }],
  ["pandas.DataFrame.query", { parameter: "expr", kind: "expression" }],
]);

/** `text` undefined: it is whatever the evaluator will be called with. */
type Candidate = Omit<Evaluation, "origin" | "isPasted"> & { readonly text: { readonly node: Expression; readonly value: Value } | undefined };

const candidatesIn = gatheredFromCalls((event, analysis): readonly Candidate[] | undefined => {
  const found = called(event);
  return found ? [found] : handedOver(event, analysis);
});

function called(event: CallEvent): Candidate | undefined {
  const { unit, node, target = "", args } = event;
  const evaluator = evaluators.get(target);
  const text = evaluator && (argument(event, evaluator.parameter) ?? args.find(({ position, unpacked }) => position === 0 && !unpacked));
  if (!evaluator || !text) return undefined;
  const isPlainEval = target === "builtins.eval" && args.length === 1 && mayBeLiteral(text.value);
  return { unit, node, name: nameOf(unit, node.func), kind: evaluator.kind, evaluator: node.func, isPlainEval, text };
}

/** `eval(f"[{items}]")` may be about a literal, `eval(f"dict{items}")` and `eval(f"{a} + {b}")` are not. */
function mayBeLiteral({ constant }: Value): boolean {
  return constant?.kind !== "text" || constant.pieces.every((piece) => piece.kind === "hole" || /^[\s\d[\](){},:'".]*$/u.test(piece.text));
}

/** `frame["x"].apply(eval)`, `map(eval, lines)`, `converters={"x": eval}`. */
function handedOver(event: CallEvent, analysis: UnitAnalysis): readonly Candidate[] | undefined {
  const { unit, target = "" } = event;
  if (!target.startsWith("pandas.") && target !== "builtins.map") return undefined;
  const given = event.args.flatMap(({ node, value }) => (value.type?.kind === "dict" && node.kind === "Dict" ? node.values : [node]));
  return given.flatMap((node) => {
    const { type } = analysis.valueOf(node);
    if (type?.kind !== "symbol" || type.name !== "builtins.eval" || (node.kind !== "Name" && node.kind !== "Attribute")) return [];
    return [{ unit, node, name: nameOf(unit, node), kind: "code", evaluator: node, isPlainEval: true, text: undefined }];
  });
}

/** `undefined` when the program alone decides on the text. */
function originOf(value: Value, calls: DocumentCalls): DataOrigin | undefined {
  const { constant, type, origins } = value;
  if (constant && constant.kind !== "text") return undefined;
  if (constant) return worstOf(constant.pieces.flatMap((piece) => (piece.kind === "hole" ? [piece.value] : [])), calls);
  if (type?.kind === "instance" && harmless.has(type.name)) return undefined;
  if (type?.kind === "union") return worstOf(type.members, calls);
  const isText = type?.kind === "instance" && type.name === "builtins.str";
  if (isText && origins.length > 0 && origins.every(({ kind }) => kind === "literal")) return undefined;
  return dataOrigin(value, calls);
}

function worstOf(values: readonly Value[], calls: DocumentCalls): DataOrigin | undefined {
  return values.flatMap((value) => originOf(value, calls) ?? []).sort((a, b) => gravity.indexOf(b.kind) - gravity.indexOf(a.kind))[0];
}

/** An element, whichever it is, of a container of literals that nothing in the document adds to: `FORMULAS[name]`, `self.formulas.get(name)`. */
function isListed(node: Expression, unit: Unit, analysis: DocumentAnalysis): boolean {
  const getter = node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "get" ? node.func : undefined;
  const container = node.kind === "Subscript" && node.slice.kind !== "Slice" ? node.value : getter?.value;
  const name = container?.kind === "Name" ? container.id : container?.kind === "Attribute" ? container.attr.name : undefined;
  if (!container || name === undefined) return false;
  const own = analysis.analysisOf(unit);
  const defaults = getter && node.kind === "Call" ? node.args.slice(1).map((each) => own?.valueOf(each)) : [];
  const values = [...valuesIn(own?.valueOf(container)), ...defaults];
  const isText = (value: Value | undefined): boolean => value !== undefined && textOf(value) !== undefined;
  const changing = new RegExp(String.raw`\b${name}\s*(?:\[[^\]]*\]\s*(?:[-+|]?=(?!=))|\.\s*(?:update|setdefault|append|extend|insert|__setitem__)\b|[+|]=)`, "u");
  return values.length > defaults.length && values.every(isText) && !analysis.units.some((each) => changing.test(each.unit.text));
}

function valuesIn(value: Value | undefined): readonly Value[] {
  const type = value?.type;
  if (type?.kind === "list" || type?.kind === "tuple") return type.elements;
  return type?.kind === "dict" && !type.open ? type.entries.map((entry) => entry.value) : [];
}

/** Types whose text is a number or a date, whatever their value. */
const harmless: ReadonlySet<string> = new Set([
  "builtins.int", "builtins.float", "builtins.bool", "numpy.float64", "numpy.int64", "datetime.date", "datetime.datetime", "pandas.Timestamp", "pandas.Timedelta",
]);

function nameOf(unit: Unit, { start, end }: Expression): string {
  const code = unit.text.slice(start, end);
  return /^[\w.]{1,40}$/u.test(code) ? code : code.slice(code.lastIndexOf(".") + 1);
}
