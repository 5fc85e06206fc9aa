/**
 * What becomes a parameter of a query that values are pasted into.
 *
 *     ... b = '{x}' AND c LIKE '%{y}%' AND d > DATE '{z}' AND e IN ({','.join(w)}) AND f = {v}
 *             x              f"%{y}%"       CAST(● AS DATE): z        *w                  v
 *
 * A hole in quotes takes its whole SQL literal with it, with the word before that says its type; a list is passed element by element
 * (see sql-lists.ts). What is written in the place of each is for sql-parameters.ts.
 */
import { castsIntervals, hasDoubleQuotedText } from "../knowledge/sql-drivers.ts";
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { Expression, Name } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { isJoin, listIn } from "./sql-lists.ts";
import type { PastedList } from "./sql-lists.ts";
import { HOLE, holePositions, placeholdersBefore } from "./sql-text.ts";
import type { HolePosition } from "./sql-text.ts";
import type { HoleSegment, Segment, TextSegment, Template } from "./string-template.ts";

export interface PassedValue {
  /** Of its placeholder, where that has one; `value_1` or the like otherwise. */
  readonly name: string;
  /** Source. */
  readonly source: string;
  readonly node: Expression;
  /**
   * `text`: it stood in quotes by itself and is compared, so the database took it as text and still does when it is one. `quoted`: in
   * quotes elsewhere. `list`: every element is a value.
   */
  readonly kind: "text" | "quoted" | "bare" | "list";
  /** How many placeholders the text has before it that were there already. */
  readonly before: number;
}

/** One placeholder, or one for each element of a list: the stretch of the template that it replaces. */
export interface Parameter extends Omit<PassedValue, "name"> {
  readonly start: number;
  readonly end: number;
  readonly closing: string;
  /** Around the placeholder: `CAST(` and ` AS DATE)`. */
  readonly wrapping: readonly [string, string];
}

export interface Surroundings {
  /** Whether a hole always has the same text: it stays where it is. */
  isConstant(hole: Expression): boolean;
  /** Names of parameters that the call passes already. */
  readonly taken?: readonly string[];
  /** The call passes parameters already, so per cent signs are as the driver wants them. */
  readonly hasParameters?: boolean;
  /** What a name stands for. */
  readonly held?: (name: Name) => Expression | undefined;
  /** Source for a list that is passed element by element; see sql-lists.ts. */
  listSource?(node: Expression): string;
}

/** In the order of their placeholders; `undefined` where one hole is not certain to be the same value as a parameter. */
export function parametersOf(unit: Unit, template: Template, driver: Driver, surroundings: Surroundings): readonly Parameter[] | undefined {
  const sql = template.segments.map((segment) => (segment.kind === "hole" ? (surroundings.isConstant(segment.node) ? "\uE000" : HOLE) : segment.text)).join("");
  const positions = holePositions(sql);
  const parameters: Parameter[] = [];
  let index = 0;
  let at = 0;
  for (const [order, segment] of template.segments.entries()) {
    const from = at;
    at += segment.kind === "hole" ? 1 : segment.text.length;
    if (segment.kind === "text" || surroundings.isConstant(segment.node)) continue;
    const position = positions[index++];
    const before = placeholdersBefore(sql, from, driver.placeholder);
    if (before === undefined || !position || isGrouped(sql.slice(0, from))) return undefined;
    const around = { left: template.segments[order - 1], right: template.segments[order + 1], isInList: /\bIN\s*\([^()]*$/iu.test(sql.slice(0, from)) };
    const parameter = position.kind === "quoted" ? quoted(segment, position, around)
      : position.kind === "value" ? bareOf(unit, driver, segment, around)
      : position.kind === "list" ? list(segment, around) : undefined;
    if (!parameter) return undefined;
    if (parameters.at(-1)?.start !== parameter.start) parameters.push({ ...parameter, before });
  }
  return parameters;

  function quoted(hole: HoleSegment, position: Extract<HolePosition, { kind: "quoted" }>, around: Around): Unplaced | undefined {
    if (position.quote === '"' && !hasDoubleQuotedText(driver)) return undefined;
    const joinedList = listIn(unit, hole, surroundings.held);
    if (joinedList) {
      const isAlone = position.end - position.start === 3 && around.isInList && joinedList.isQuoted === "outside";
      return isAlone ? listParameter(joinedList, hole, around, 1) : undefined;
    }
    const parameter = quotedParameter(unit, template, position.start, position.end);
    const wrapped = parameter && typedLiteral(unit, parameter, sql, position, driver);
    // In double quotes it was a text only if no column is called like that.
    return wrapped && (position.quote === "'" ? wrapped : { ...wrapped, kind: "quoted" });
  }

  function list(hole: HoleSegment, around: Around): Unplaced | undefined {
    const joinedList = listIn(unit, hole, surroundings.held);
    if (!joinedList || joinedList.isQuoted === "outside" || joinedList.isTuple === around.isInList) return undefined;
    return listParameter(joinedList, hole, around, 0);
  }

  /** @param quotes how many characters of SQL on each side go with the hole */
  function listParameter({ node, isTuple }: PastedList, hole: HoleSegment, { left, right }: Around, quotes: 0 | 1): Unplaced | undefined {
    if (hole.closing !== "" || hole.conversion !== undefined || hole.spec !== undefined) return undefined;
    const common = { source: surroundings.listSource?.(node) ?? sourceOf(unit, node), node, kind: "list", closing: "" } as const;
    if (driver.library !== "sqlalchemy") {
      if (driver.placeholder !== "?" && driver.placeholder !== "%s") return undefined;
      return { ...common, start: hole.start - quotes, end: hole.end + quotes, wrapping: isTuple ? ["(", ")"] : ["", ""] };
    }
    // SQLAlchemy writes the parentheses itself.
    const opening = isTuple ? "" : left?.kind === "text" ? /\(\s*'?$/u.exec(left.text)?.[0] : undefined;
    const closing = isTuple ? "" : right?.kind === "text" ? /^'?\s*\)/u.exec(right.text)?.[0] : undefined;
    if (opening === undefined || closing === undefined) return undefined;
    return { ...common, start: hole.start - opening.length, end: hole.end + closing.length, wrapping: ["", ""] };
  }
}

type Unplaced = Omit<Parameter, "before">;

/** GROUP BY is compared with what is selected before values are known: two parameters are never the same. */
function isGrouped(head: string): boolean {
  return /\bGROUP\s+BY\b(?![\s\S]*\b(?:HAVING|ORDER|LIMIT|WHERE|UNION|QUALIFY|WINDOW)\b)/iu.test(head);
}

interface Around {
  readonly left: Segment | undefined;
  readonly right: Segment | undefined;
  /** Directly in the parentheses of IN. */
  readonly isInList: boolean;
}

function bareOf(unit: Unit, driver: Driver, hole: HoleSegment, { right }: Around): Unplaced | undefined {
  const value = bareValue(hole);
  if (!value || isJoin(value)) return undefined;
  const parameter = { source: sourceOf(unit, value), node: value, kind: "bare", start: hole.start, end: hole.end, closing: hole.closing } as const;
  const cast = driver.placeholder === ":name" && right?.kind === "text" ? castAfter(right) : "none";
  if (!cast) return undefined;
  return cast === "none" ? { ...parameter, wrapping: ["", ""] } : { ...parameter, end: cast.end, wrapping: ["CAST(", ` AS ${cast.type})`] };
}

/** What a hole holds as a value: `str()` only made it fit between two texts. */
function bareValue(hole: HoleSegment): Expression | undefined {
  if (hole.spec !== undefined || !canMove(hole.node)) return undefined;
  const { node } = hole;
  if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "str" && node.args.length === 1 && node.keywords.length === 0) {
    const [argument] = node.args;
    return argument && canMove(argument) ? argument : undefined;
  }
  return node;
}

/** `:x::date` is no parameter where names are marked with colons; `undefined` for a cast that is not simple. */
function castAfter(text: TextSegment): { readonly end: number; readonly type: string } | "none" | undefined {
  if (!text.text.startsWith("::")) return "none";
  const match = /^::(?<type>[A-Za-z]\w*)(?![\w.([])/u.exec(text.text);
  const type = match?.groups?.["type"];
  return match && type !== undefined ? { end: text.start + match[0].length, type } : undefined;
}

/** A literal that says its type, `DATE '...'`, becomes a cast; a literal after a word that is no keyword is none of ours. */
function typedLiteral(
  unit: Unit, parameter: QuotedParameter, sql: string, { start, end }: { readonly start: number; readonly end: number }, driver: Driver,
): Unplaced | undefined {
  const head = sql.slice(0, start);
  const word = /(?<word>[\w\uE000\uE001.]+)(?<blank>\s*)$/u.exec(head)?.groups;
  const isCompared = /(?:[=<>~]|\b(?:LIKE|BETWEEN))\s*$/iu.test(head) || /\b(?:VALUES|IN)\s*\((?:[^()]|\([^()]*\))*$/iu.test(head);
  const kind = isCompared && parameter.isWhole ? "text" : "quoted";
  const after = /^\s*(?:::(?<cast>[A-Za-z]\w*)(?<more>[\w.([]?)|(?<next>\w+))?/u.exec(sql.slice(end))?.groups ?? {};
  let { end: stop } = parameter;
  let wrapping: readonly [string, string] = ["", ""];
  if (after["cast"] !== undefined && driver.placeholder === ":name") {
    if (after["more"] !== "" || /\s/u.test(sql[end] ?? "") || parameter.closing !== "") return undefined;
    stop += after["cast"].length + 2;
    wrapping = ["CAST(", ` AS ${after["cast"]})`];
  }
  const plain = { ...parameter, kind, end: stop, wrapping } as const;
  if (!word || keywords.has(word["word"]?.toUpperCase() ?? "")) return word?.["blank"] === "" ? undefined : plain;
  const type = word["word"]?.toUpperCase() ?? "";
  const isInterval = type === "INTERVAL" && castsIntervals(driver) && !/^(?:YEAR|MONTH|DAY|HOUR|MINUTE|SECOND)/iu.test(after["next"] ?? "");
  if ((!/^(?:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|DATETIME)$/u.test(type) && !isInterval) || word["blank"] === "") return undefined;
  const length = (word["word"]?.length ?? 0) + (word["blank"]?.length ?? 0);
  const begin = parameter.start - length;
  // The word and the literal must stand in one string.
  if (unit.text.slice(begin, parameter.start).toUpperCase().trimEnd() !== type || stop !== parameter.end) return undefined;
  return { ...plain, kind: "quoted", start: begin, wrapping: [driver.library === "asyncpg" ? "CAST(CAST(" : "CAST(", driver.library === "asyncpg" ? ` AS TEXT) AS ${type})` : ` AS ${type})`] };
}

/** Words after which a literal is just a value. */
const keywords: ReadonlySet<string> = new Set(
  ("LIKE ILIKE RLIKE REGEXP GLOB MATCH AND OR NOT BETWEEN WHEN THEN ELSE IN SELECT WHERE ON SET VALUES RETURNING DISTINCT SIMILAR TO IS").split(" "),
);

interface QuotedParameter extends Omit<Parameter, "before" | "wrapping" | "kind"> {
  /** The hole is all of the literal. */
  readonly isWhole: boolean;
}

/** The parameter for the SQL literal from `start` to `end`, offsets in the template's text with one character for each hole. */
function quotedParameter(unit: Unit, template: Template, start: number, end: number): QuotedParameter | undefined {
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
  // One literal of SQL in several literals of Python has quotes of Python in between.
  const isInOnePart = template.parts.length < 2 || template.parts.some(({ content }) => source && content.start <= source.start && source.end <= content.end);
  if (!source || !isInOnePart || first?.kind !== "text" || last?.kind !== "text") return undefined;
  const content = inside.map((segment) => (segment.kind === "hole" ? segment : { ...segment, text: segment.text.replaceAll("''", "'") }));
  const opened = { ...first, text: first.text.slice(1).replaceAll("''", "'") };
  content[0] = opened;
  const tail = content.at(-1);
  if (tail?.kind === "text") content[content.length - 1] = { ...tail, text: tail.text.slice(0, -1) };
  const kept = content.filter((segment) => segment.kind === "hole" || segment.text !== "");
  const [only] = kept;
  const holes = inside.filter((segment) => segment.kind === "hole");
  const [hole] = holes;
  if (!only || !hole || holes.some((each) => each.conversion !== undefined || !canMove(each.node) || isJoin(each.node))) return undefined;
  if (kept.length === 1 && only.kind === "hole" && only.spec === undefined) {
    return { ...source, source: sourceOf(unit, only.node), node: only.node, isWhole: true };
  }
  const value = joined(unit, template, kept);
  return value === undefined ? undefined : { ...source, source: value, node: hole.node, isWhole: false };
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

export function sourceOf(unit: Unit, node: Expression): string {
  return unit.text.slice(node.start, node.end);
}
