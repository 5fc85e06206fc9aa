/**
 * From SQL with values pasted in to SQL with placeholders, and the values apart.
 *
 *     f"SELECT a FROM t WHERE b = '{x}' AND c LIKE '%{y}%' AND d = {z}"
 *      "SELECT a FROM t WHERE b = ? AND c LIKE ? AND d = ?"      (x, f"%{y}%", z)
 *
 * 1. A hole in quotes takes its whole SQL literal with it: `'%{y}%'` becomes one placeholder, whose value is `f"%{y}%"`.
 * 2. Where the placeholder is `%s`, other per cent signs are doubled; where it is not, those that the % operator doubled are single again.
 * 3. A string that lost all its holes loses its `f`, its operand of `%`, its `.format(...)`.
 *
 * `undefined` wherever the result is not certain to be the same query.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { replace } from "./call-edits.ts";
import { HOLE, holePositions, withoutTexts } from "./sql-text.ts";
import { templateOf } from "./string-template.ts";
import type { HoleSegment, Segment, Template } from "./string-template.ts";

export interface Parametrized {
  readonly edits: readonly PlaceEdit[];
  /** Source of the values: `(x, y)`, `{"x": x}`. */
  readonly values: string;
  /** Every value stood in quotes by itself, so the database compared it as text and still does when it is one. */
  readonly quoted: readonly Expression[];
  readonly bare: readonly Expression[];
}

/** One placeholder: the stretch of the template that it replaces, and the source of its value. */
interface Parameter {
  readonly start: number;
  readonly end: number;
  readonly closing: string;
  readonly value: string;
  readonly node: Expression;
  readonly isQuoted: boolean;
}

/**
 * @param isConstant whether a hole always has the same text: it stays where it is
 */
export function parametrize(unit: Unit, node: Expression, driver: Driver, isConstant: (hole: Expression) => boolean): Parametrized | undefined {
  const template = templateOf(unit, node);
  const parameters = template && parametersOf(unit, template, driver, isConstant);
  if (!template || !parameters || parameters.length === 0) return undefined;
  const remaining = template.segments.filter((segment) => segment.kind === "hole" && !parameters.some((each) => covers(each, segment)));
  if (remaining.length > 0 && template.style !== "f-string") return undefined;
  const names = namesFor(parameters);
  const placeholders = parameters.map((each, index) => ({
    ...replace(unit, each, (driver.placeholder === ":name" ? `:${names[index] ?? ""}` : driver.placeholder) + each.closing),
  }));
  const others = signEdits(unit, template, parameters, driver);
  if (!others) return undefined;
  const edits = [...placeholders, ...others];
  if (template.operand) edits.push(replace(unit, template.operand, ""));
  if (template.style === "f-string") edits.push(...prefixEdits(unit, template, remaining));
  return {
    edits,
    values: containerOf(driver, names, parameters.map(({ value }) => value)),
    quoted: parameters.filter(({ isQuoted }) => isQuoted).map((each) => each.node),
    bare: parameters.filter(({ isQuoted }) => !isQuoted).map((each) => each.node),
  };
}

function parametersOf(unit: Unit, template: Template, driver: Driver, isConstant: (hole: Expression) => boolean): readonly Parameter[] | undefined {
  const sql = template.segments.map((segment) => (segment.kind === "hole" ? (isConstant(segment.node) ? "\uE000" : HOLE) : segment.text)).join("");
  const positions = holePositions(sql);
  const parameters: Parameter[] = [];
  let index = 0;
  for (const segment of template.segments) {
    if (segment.kind === "text" || isConstant(segment.node)) continue;
    const position = positions[index++];
    if (position?.kind === "quoted" && (position.quote === "'" || driver.hasDoubleQuotedText)) {
      const parameter = quotedParameter(unit, template, position.start, position.end);
      if (!parameter) return undefined;
      // In double quotes it was a text only if no column is called like that.
      if (parameters.at(-1)?.start !== parameter.start) parameters.push({ ...parameter, isQuoted: position.quote === "'" });
    } else if (position?.kind === "value") {
      const value = bareValue(unit, segment);
      if (value === undefined) return undefined;
      parameters.push({ ...segment, value, isQuoted: false });
    } else {
      return undefined;
    }
  }
  return parameters;
}

function bareValue(unit: Unit, hole: HoleSegment): string | undefined {
  if (hole.spec !== undefined || !canMove(hole.node)) return undefined;
  const { node } = hole;
  // str() only made it fit between two texts.
  if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "str" && node.args.length === 1 && node.keywords.length === 0) {
    const [argument] = node.args;
    return argument && canMove(argument) ? sourceOf(unit, argument) : undefined;
  }
  return sourceOf(unit, node);
}

/** The parameter for the SQL literal from `start` to `end`, offsets in the template's text with one character for each hole. */
function quotedParameter(unit: Unit, template: Template, start: number, end: number): Parameter | undefined {
  let at = 0;
  const inside: Segment[] = [];
  let source: { start: number; end: number; closing: string } | undefined;
  for (const segment of template.segments) {
    const length = segment.kind === "hole" ? 1 : segment.text.length;
    const from = Math.max(start, at) - at;
    const to = Math.min(end, at + length) - at;
    if (from < to) {
      const part = segment.kind === "hole" ? segment
        : { ...segment, text: segment.text.slice(from, to), start: segment.start + from, end: segment.start + to };
      inside.push(part);
      source = { start: source?.start ?? part.start, end: part.end, closing: part.kind === "hole" ? part.closing : "" };
    }
    at += length;
  }
  const first = inside[0];
  const last = inside.at(-1);
  if (!source || first?.kind !== "text" || last?.kind !== "text") return undefined;
  const content = inside.map((segment) => (segment.kind === "hole" ? segment : { ...segment, text: segment.text.replaceAll("''", "'") }));
  const opened = { ...first, text: first.text.slice(1).replaceAll("''", "'") };
  content[0] = opened;
  const tail = content.at(-1);
  if (tail?.kind === "text") content[content.length - 1] = { ...tail, text: tail.text.slice(0, -1) };
  const kept = content.filter((segment) => segment.kind === "hole" || segment.text !== "");
  const [only] = kept;
  const holes = inside.filter((segment) => segment.kind === "hole");
  const [hole] = holes;
  if (!only || !hole || holes.some((each) => each.conversion !== undefined || !canMove(each.node))) return undefined;
  if (kept.length === 1 && only.kind === "hole" && only.spec === undefined) {
    return { ...source, value: sourceOf(unit, only.node), node: only.node, isQuoted: true };
  }
  const value = joined(unit, template, kept);
  return value === undefined ? undefined : { ...source, value, node: hole.node, isQuoted: true };
}

/** `f"%{y}%"` for the text and holes of one SQL literal. */
function joined(unit: Unit, template: Template, segments: readonly Segment[]): string | undefined {
  let text = "";
  for (const segment of segments) {
    if (segment.kind === "text") {
      const plain = template.style === "percent" ? segment.text.replaceAll("%%", "%") : segment.text;
      if (/["{}\n\r\t]/u.test(plain)) return undefined;
      text += plain;
      continue;
    }
    const source = sourceOf(unit, segment.node);
    // A nested quote of the same kind is understood since Python 3.12 only.
    if (/["\\\n#]/u.test(source) || source.startsWith("{") || (template.style === "percent" && segment.spec !== undefined)) return undefined;
    text += `{${source}${segment.spec === undefined ? "" : `:${segment.spec}`}}`;
  }
  return `f"${text}"`;
}

/** Expressions whose source means the same as an element of a tuple. */
function canMove(node: Expression): boolean {
  return !["NamedExpr", "Yield", "YieldFrom", "Lambda", "GeneratorExp", "Starred", "Tuple", "Await", "Missing", "Magic"].includes(node.kind);
}

function sourceOf(unit: Unit, node: Expression): string {
  return unit.text.slice(node.start, node.end);
}

function covers(parameter: Parameter, segment: Segment): boolean {
  return parameter.start <= segment.start && segment.end <= parameter.end;
}

/** Doubles or halves per cent signs; refuses signs that would be read as placeholders. */
function signEdits(unit: Unit, template: Template, parameters: readonly Parameter[], driver: Driver): readonly PlaceEdit[] | undefined {
  const edits: PlaceEdit[] = [];
  const sql = template.segments.map((segment) => (segment.kind === "text" ? segment.text : HOLE)).join("");
  if (driver.placeholder === "?" && withoutTexts(sql).includes("?")) return undefined;
  for (const segment of template.segments) {
    if (segment.kind !== "text") continue;
    const outside = [...segment.text].map((character, index) =>
      (parameters.some((each) => each.start <= segment.start + index && segment.start + index < each.end) ? " " : character)).join("");
    if (outside.length !== segment.text.length) return undefined;
    if (driver.placeholder === ":name" && /(?<![:\w\\]):\w/u.test(outside)) return undefined;
    const pattern = template.style === "percent" ? /%%/gu : /%/gu;
    const wanted = driver.placeholder === "%s" ? "%%" : "%";
    for (const match of outside.matchAll(pattern)) {
      const start = segment.start + match.index;
      if (match[0] !== wanted) edits.push(replace(unit, { start, end: start + match[0].length }, wanted));
    }
  }
  return edits;
}

function prefixEdits(unit: Unit, template: Template, remaining: readonly Segment[]): readonly PlaceEdit[] {
  return template.parts.flatMap((part) => {
    const keeps = remaining.some((segment) => segment.start >= part.content.start && segment.end <= part.content.end);
    const prefix = unit.text.slice(part.start, part.start + part.prefix.length);
    const at = prefix.toLowerCase().indexOf("f");
    return keeps || at < 0 ? [] : [replace(unit, { start: part.start + at, end: part.start + at + 1 }, "")];
  });
}

/** Names for `:name` placeholders: the variable's own where it has one. */
function namesFor(parameters: readonly Parameter[]): readonly string[] {
  const taken = new Map<string, string>();
  return parameters.map(({ node, value }, index) => {
    const own = node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr.name : `value_${String(index + 1)}`;
    let name = /^[A-Za-z_]\w*$/u.test(own) ? own : `value_${String(index + 1)}`;
    for (let count = 2; taken.has(name) && taken.get(name) !== value; count++) name = `${own}_${String(count)}`;
    taken.set(name, value);
    return name;
  });
}

function containerOf(driver: Driver, names: readonly string[], values: readonly string[]): string {
  if (driver.container === "list") return `[${values.join(", ")}]`;
  if (driver.container === "tuple") return values.length === 1 ? `(${values[0] ?? ""},)` : `(${values.join(", ")})`;
  const entries = new Map(names.map((name, index) => [name, values[index] ?? ""]));
  return `{${[...entries].map(([name, value]) => `"${name}": ${value}`).join(", ")}}`;
}
