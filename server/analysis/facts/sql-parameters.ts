/**
 * From SQL with values pasted in to SQL with placeholders, and the values apart.
 *
 *     f"SELECT a FROM t WHERE b = '{x}' AND c LIKE '%{y}%' AND d > DATE '{z}' AND e IN ({','.join(w)})"
 *      "SELECT a FROM t WHERE b = ? AND c LIKE ? AND d > CAST(? AS DATE) AND e IN ({', '.join(['?'] * len(w))})"
 *                                                                            (x, f"%{y}%", z, *w)
 *
 * 1. A hole in quotes takes its whole SQL literal with it: `'%{y}%'` becomes one placeholder, whose value is `f"%{y}%"` (see
 *    pasted-parameters.ts).
 * 2. A list becomes as many placeholders as it has elements (see sql-lists.ts).
 * 3. Where the placeholder is `%s`, other per cent signs are doubled; where it is not, those that the % operator doubled are single again.
 * 4. A string that lost all its holes loses its `f`, its operand of `%`, its `.format(...)`; holes that stay make it an f-string.
 * 5. Placeholders that the text had already keep their values, in order.
 *
 * `undefined` wherever the result is not certain to be the same query.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { isReservedName } from "../knowledge/sql-drivers.ts";
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { insert, replace } from "./call-edits.ts";
import { parametersOf, sourceOf } from "./pasted-parameters.ts";
import type { Parameter, PassedValue, Surroundings } from "./pasted-parameters.ts";
import { HOLE, placeholdersBefore, withoutTexts } from "./sql-text.ts";
import { templateOf } from "./string-template.ts";
import type { HoleSegment, Segment, Template } from "./string-template.ts";

export interface Parametrized {
  readonly edits: readonly PlaceEdit[];
  /** In the order of their placeholders. */
  readonly values: readonly PassedValue[];
  /** How many values the placeholders take that were there already. */
  readonly others: number;
}

export function parametrize(unit: Unit, node: Expression, driver: Driver, surroundings: Surroundings): Parametrized | undefined {
  const template = templateOf(unit, node);
  const parameters = template && parametersOf(unit, template, driver, surroundings);
  if (!template || !parameters || parameters.length === 0) return undefined;
  const names = namesFor(driver, parameters, surroundings.taken ?? []);
  const placeholders = parameters.map((each, index) => {
    const text = placeholderText(driver, each, names[index] ?? "", index, template);
    return text === undefined ? undefined : replace(unit, each, text + each.closing);
  });
  const signs = signEdits(unit, template, parameters, driver, surroundings);
  const remaining = template.segments.filter((segment): segment is HoleSegment => segment.kind === "hole" && !parameters.some((each) => covers(each, segment)));
  const filled = template.style === "f-string" ? [] : remaining.map((hole) => filledHole(unit, template, hole));
  const prefixes = prefixEdits(unit, template, [...remaining, ...parameters.filter((each) => isWrittenAsHole(driver, each))]);
  const written = [...placeholders, ...filled].filter((edit) => edit !== undefined);
  if (!signs || !prefixes || written.length < placeholders.length + filled.length) return undefined;
  const edits = [...written, ...signs, ...prefixes];
  if (template.operand) edits.push(replace(unit, template.operand, ""));
  const values = parameters.map(({ source, node: value, kind, before }, index) => ({ name: names[index] ?? "", source, node: value, kind, before }));
  const sql = template.segments.map((segment) => (segment.kind === "text" ? segment.text : HOLE)).join("");
  return { edits, values, others: placeholdersBefore(sql, sql.length, driver.placeholder) ?? 0 };
}

// ---- the text ----------------------------------------------------------------------------------------------

function covers(parameter: Parameter, segment: Segment): boolean {
  return parameter.start <= segment.start && segment.end <= parameter.end;
}

/** A list's placeholders are counted at run time, except where SQLAlchemy does that. */
function isWrittenAsHole(driver: Driver, { kind }: Parameter): boolean {
  return kind === "list" && driver.library !== "sqlalchemy";
}

function placeholderText(driver: Driver, parameter: Parameter, name: string, index: number, template: Template): string | undefined {
  const { wrapping: [opening, closing], source } = parameter;
  if (isWrittenAsHole(driver, parameter)) {
    const quote = otherQuote(template);
    if (!fitsInto(template, source)) return undefined;
    return `${opening}{${quote}, ${quote}.join([${quote}${driver.placeholder}${quote}] * len(${source}))}${closing}`;
  }
  const placeholder = driver.placeholder === ":name" ? `:${name}` : driver.placeholder === "@name" ? `@${name}`
    : driver.placeholder === "$1" ? `$${String(parameter.before + index + 1)}` : driver.placeholder;
  return opening + placeholder + closing;
}

function otherQuote(template: Template): string {
  return template.parts[0]?.quote.startsWith('"') === true ? "'" : '"';
}

/** Whether source can stand in a hole of an f-string with the template's quotes. */
function fitsInto(template: Template, source: string): boolean {
  return !template.parts.some(({ quote }) => source.includes(quote[0] ?? "")) && !/[\\\n\r#]/u.test(source) && !source.startsWith("{");
}

/** A hole that stays, as one of an f-string. */
function filledHole(unit: Unit, template: Template, hole: HoleSegment): PlaceEdit | undefined {
  const source = sourceOf(unit, hole.node);
  if (hole.spec !== undefined || !fitsInto(template, source) || ["Lambda", "NamedExpr", "Starred", "Yield", "YieldFrom", "Tuple"].includes(hole.node.kind)) return undefined;
  return replace(unit, hole, `{${source}${hole.conversion === undefined ? "" : `!${hole.conversion}`}}${hole.closing}`);
}

/** Doubles or halves per cent signs; refuses signs that would be read as placeholders. */
function signEdits(
  unit: Unit, template: Template, parameters: readonly Parameter[], driver: Driver, { hasParameters = false }: Surroundings,
): readonly PlaceEdit[] | undefined {
  const edits: PlaceEdit[] = [];
  const sql = template.segments.map((segment) => (segment.kind === "text" ? segment.text : HOLE)).join("");
  if (driver.placeholder === "?" && !hasParameters && withoutTexts(sql).includes("?")) return undefined;
  if (driver.placeholder === "@name" && sql.includes("@")) return undefined;
  for (const segment of template.segments) {
    if (segment.kind !== "text") continue;
    const outside = [...segment.text].map((character, index) =>
      (parameters.some((each) => each.start <= segment.start + index && segment.start + index < each.end) ? " " : character)).join("");
    if (outside.length !== segment.text.length) return undefined;
    const colon = driver.library === "sqlalchemy" ? /(?<![:\w\\]):\w/u : /(?<!:):\w/u;
    if (driver.placeholder === ":name" && !hasParameters && colon.test(outside)) return undefined;
    // What the % operator left of %% is no placeholder; what is doubled in other texts is meant for the driver.
    if (hasParameters && driver.placeholder === "%s" && template.style !== "percent") continue;
    if (hasParameters && driver.placeholder === "%s") return undefined;
    const pattern = template.style === "percent" ? /%%/gu : /%/gu;
    const wanted = driver.placeholder === "%s" ? "%%" : "%";
    for (const match of outside.matchAll(pattern)) {
      const start = segment.start + match.index;
      if (match[0] !== wanted) edits.push(replace(unit, { start, end: start + match[0].length }, wanted));
    }
  }
  return edits;
}

/** Each literal has an `f` exactly when holes are left in it. */
function prefixEdits(unit: Unit, template: Template, remaining: readonly { readonly start: number; readonly end: number }[]): readonly PlaceEdit[] | undefined {
  const edits: PlaceEdit[] = [];
  for (const [index, part] of template.parts.entries()) {
    const isOne = template.style === "concatenation";
    const keeps = isOne ? remaining.length > 0 : remaining.some((each) => each.start >= part.content.start && each.end <= part.content.end);
    const prefix = unit.text.slice(part.start, part.start + part.prefix.length);
    const at = prefix.toLowerCase().indexOf("f");
    if (!keeps && at >= 0) edits.push(replace(unit, { start: part.start + at, end: part.start + at + 1 }, ""));
    if (!keeps || at >= 0 || (isOne && index > 0)) continue;
    const texts = template.segments.filter((each) => each.kind === "text" && (isOne || (each.start >= part.content.start && each.end <= part.content.end)));
    if (/^u/iu.test(prefix) || texts.some((each) => each.kind === "text" && /[{}]/u.test(each.text))) return undefined;
    edits.push(insert(unit, part.start, "f"));
  }
  return edits;
}

/** Names for `:name` placeholders: the variable's own where it has one. */
function namesFor(driver: Driver, parameters: readonly Parameter[], others: readonly string[]): readonly string[] {
  const taken = new Map<string, string | undefined>(others.map((name) => [name, undefined]));
  return parameters.map(({ node, source }, index) => {
    const own = node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr.name : `value_${String(index + 1)}`;
    const base = /^[A-Za-z_]\w*$/u.test(own) && !isReservedName(driver, own) ? own : `value_${String(index + 1)}`;
    let name = base;
    for (let count = 2; taken.has(name) && taken.get(name) !== source; count++) name = `${base}_${String(count)}`;
    taken.set(name, source);
    return name;
  });
}
