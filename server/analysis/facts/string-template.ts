/**
 * A string that is put together where it is written, as segments that know their source: what a fix needs to rewrite one part and
 * leave the rest as it is.
 *
 *     f"a = '{x}'"            text `a = '`   hole x (source `{x}`)     text `'`
 *     "a = '%s'" % x          text `a = '`   hole x (source `%s`)      text `'`       operand ` % x`
 *     "a = '{}'".format(x)    text `a = '`   hole x (source `{}`)      text `'`       operand `.format(x)`
 *     "a = '" + x + "'"       text `a = '`   hole x (source `" + x + "`)   text `'`
 *
 * Text segments stand in the source letter by letter, so an offset in the text is an offset in the source; a string with escapes other
 * than line breaks and tabs, or with doubled braces, gives no template.
 */
import type { BinOp, Call, Constant, Expression, FormattedValue, JoinedStr, Range, StringPart } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

export type Segment = TextSegment | HoleSegment;

export interface TextSegment extends Range {
  readonly kind: "text";
  /** As long as its source: an escape is replaced by blanks. */
  readonly text: string;
}

export interface HoleSegment extends Range {
  readonly kind: "hole";
  readonly node: Expression;
  /** `r` of `{x!r}` and `%r`. */
  readonly conversion: string | undefined;
  /** `.2f` of `{x:.2f}`. */
  readonly spec: string | undefined;
  /** What must follow a text that replaces the hole: the closing quote, where the hole's source holds it. */
  readonly closing: string;
}

export interface Template {
  readonly style: "f-string" | "percent" | "format" | "concatenation";
  readonly segments: readonly Segment[];
  /** Source after the string that provides the values: ` % (x, y)`, `.format(x)`. */
  readonly operand: Range | undefined;
  /** The literals of an f-string: those that lose all their holes lose their `f`. */
  readonly parts: readonly StringPart[];
}

export function templateOf(unit: Unit, node: Expression): Template | undefined {
  if (node.kind === "JoinedStr") return fromFString(unit, node);
  if (node.kind === "BinOp" && node.op === "%") return fromPercent(unit, node);
  if (node.kind === "BinOp" && node.op === "+") return fromConcatenation(unit, node);
  if (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "format") return fromFormat(unit, node);
  return undefined;
}

/** A format specification that only numbers have: `.2f`, `05d`. */
export function isNumberSpec(spec: string): boolean {
  return /^(?:.?[<>=^])?[+\- ]?#?0?\d*[,_]?(?:\.\d+)?[bdoxXneEfFgG%]$/u.test(spec);
}

// ---- f-strings ---------------------------------------------------------------------------------------------

function fromFString(unit: Unit, node: JoinedStr): Template | undefined {
  const holes = node.values.filter((value) => value.kind === "FormattedValue");
  const segments: Segment[] = [];
  for (const part of node.parts) {
    const inside = holes.filter((hole) => hole.start >= part.content.start && hole.end <= part.content.end);
    let at = part.content.start;
    for (const hole of inside) {
      const segment = holeOf(unit, hole);
      const text = textSegment(unit, part, at, hole.start);
      if (!segment || !text) return undefined;
      segments.push(text, segment);
      at = hole.end;
    }
    const text = textSegment(unit, part, at, part.content.end);
    if (!text) return undefined;
    segments.push(text);
  }
  return { style: "f-string", segments: filled(segments), operand: undefined, parts: node.parts };
}

function holeOf(unit: Unit, hole: FormattedValue): HoleSegment | undefined {
  if (hole.debugText !== undefined) return undefined;
  const { formatSpec } = hole;
  if (formatSpec?.values.some((value) => value.kind === "FormattedValue")) return undefined;
  const spec = formatSpec && unit.text.slice(formatSpec.start, formatSpec.end).replace(/^:/u, "");
  return { kind: "hole", node: hole.value, conversion: hole.conversion, spec, closing: "", start: hole.start, end: hole.end };
}

/** The source from `start` to `end` inside a literal; `undefined` when it does not stand for itself letter by letter. */
function textSegment(unit: Unit, part: StringPart, start: number, end: number): TextSegment | undefined {
  const source = unit.text.slice(start, end);
  const prefix = part.prefix.toLowerCase();
  if (!part.closed || prefix.includes("b") || prefix.includes("t")) return undefined;
  if (prefix.includes("f") && /\{\{|\}\}/u.test(source)) return undefined;
  if (prefix.includes("r")) return { kind: "text", text: source, start, end };
  const text = source.replace(/\\(?:[ntr]|\r?\n)/gu, (escape) => " ".repeat(escape.length));
  return text.includes("\\") ? undefined : { kind: "text", text, start, end };
}

function filled(segments: readonly Segment[]): readonly Segment[] {
  return segments.filter((segment) => segment.kind === "hole" || segment.text !== "");
}

// ---- the % operator and format -------------------------------------------------------------------------------

function fromPercent(unit: Unit, node: BinOp): Template | undefined {
  const literal = plainLiteral(node.left);
  if (!literal) return undefined;
  const values = node.right.kind === "Tuple" ? node.right.elts : undefined;
  const named = node.right.kind === "Dict" ? node.right : undefined;
  let count = 0;
  const segments = fields(unit, literal, /%(?:\((?<key>\w+)\))?(?<spec>[#0\- +]*\d*(?:\.\d+)?)(?<type>[a-zA-Z%])/gu, (match) => {
    const { key, spec = "", type = "" } = match.groups ?? {};
    if (type === "%") return "text";
    const index = named?.keys.findIndex((each) => each?.kind === "Constant" && each.type === "str" && each.value === key) ?? -1;
    const value = key === undefined ? (values ? values[count++] : named ? undefined : node.right) : named?.values[index];
    if (!value || (key === undefined && !values && count++ > 0) || value.kind === "Starred") return undefined;
    return { node: value, conversion: type === "r" ? "r" : undefined, spec: type === "s" || type === "r" ? (spec === "" ? undefined : spec) : spec + type };
  });
  if (!segments || (values && count !== values.length)) return undefined;
  return { style: "percent", segments, operand: { start: node.left.end, end: node.end }, parts: literal.parts };
}

function fromFormat(unit: Unit, call: Call): Template | undefined {
  if (call.func.kind !== "Attribute") return undefined;
  const literal = plainLiteral(call.func.value);
  if (!literal || call.args.some((each) => each.kind === "Starred") || call.keywords.some((each) => each.arg === undefined)) return undefined;
  let count = 0;
  const used = new Set<Expression>();
  const segments = fields(unit, literal, /\{\{|\}\}|\{(?<key>\w*)(?:!(?<conversion>[rs]))?(?::(?<spec>[^{}]*))?\}|\{|\}/gu, (match) => {
    const { key, conversion, spec } = match.groups ?? {};
    if (key === undefined) return undefined;
    const value = key === "" ? call.args[count++] : /^\d+$/u.test(key) ? call.args[Number(key)] : call.keywords.find((each) => each.arg?.name === key)?.value;
    if (!value) return undefined;
    used.add(value);
    return { node: value, conversion: conversion === "r" ? "r" : undefined, spec: spec === "" ? undefined : spec };
  });
  if (!segments || used.size !== call.args.length + call.keywords.length) return undefined;
  return { style: "format", segments, operand: { start: call.func.value.end, end: call.end }, parts: literal.parts };
}

type Field = Pick<HoleSegment, "node" | "conversion" | "spec">;

function fields(
  unit: Unit, literal: Literal, pattern: RegExp, read: (match: RegExpExecArray) => Field | "text" | undefined,
): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (const part of literal.parts) {
    let at = part.content.start;
    for (const match of unit.text.slice(part.content.start, part.content.end).matchAll(pattern)) {
      const field = read(match);
      if (field === undefined) return undefined;
      if (field === "text") continue;
      const start = part.content.start + match.index;
      const text = textSegment(unit, part, at, start);
      if (!text) return undefined;
      at = start + match[0].length;
      segments.push(text, { kind: "hole", ...field, closing: "", start, end: at });
    }
    const text = textSegment(unit, part, at, part.content.end);
    if (!text) return undefined;
    segments.push(text);
  }
  return filled(segments);
}

type Literal = Constant & { readonly type: "str" };

function plainLiteral(node: Expression): Literal | undefined {
  return node.kind === "Constant" && node.type === "str" && node.parts.length > 0 ? node : undefined;
}

// ---- concatenation -------------------------------------------------------------------------------------------

/**
 * Every operand is one plain literal or a hole, literals first. A hole reaches from the end of the text before it to the start of the text
 * after it, so that replacing it joins the two; so they must be written with the same quotes.
 */
function fromConcatenation(unit: Unit, node: BinOp): Template | undefined {
  const operands = operandsOf(node);
  const literals = operands.map((each) => (each.kind === "Constant" && each.type === "str" ? (each.parts.length === 1 ? each.parts[0] : undefined) : undefined));
  const [first] = literals;
  if (!first || literals.some((part) => part && (part.quote !== first.quote || part.prefix !== first.prefix))) return undefined;
  const segments: Segment[] = [];
  for (const [index, operand] of operands.entries()) {
    const part = literals[index];
    if (part) {
      if (index > 0 && literals[index - 1]) return undefined;
      const text = textSegment(unit, part, part.content.start, part.content.end);
      if (!text) return undefined;
      segments.push(text);
      continue;
    }
    const before = literals[index - 1];
    const after = literals[index + 1];
    if (!before || operand.kind === "JoinedStr" || (!after && index + 1 < operands.length)) return undefined;
    const end = after?.content.start ?? node.end;
    segments.push({ kind: "hole", node: operand, conversion: undefined, spec: undefined, closing: after ? "" : before.quote, start: before.content.end, end });
  }
  return { style: "concatenation", segments, operand: undefined, parts: [first] };
}

function operandsOf(node: Expression): readonly Expression[] {
  return node.kind === "BinOp" && node.op === "+" ? [...operandsOf(node.left), node.right] : [node];
}
