/**
 * SQL text that reaches a database with values pasted into it.
 *
 *     query = f"SELECT * FROM t WHERE name = '{name}'"        pasted: name, in quotes
 *     cursor.execute(query)                                   sink: sqlite3.Cursor.execute
 *
 * The text is followed as a value, so it is found wherever it was built. A hole counts when what fills it is not fixed by the program:
 * constants, numbers, dates and choices among constants do not count. A hole where only a name or a piece of SQL can stand counts
 * only when its content is seen to come from outside: a parameter, an input; otherwise nobody could tell it from a program that
 * composes its own SQL. A file in the place of a table counts only when the user names it.
 */
import type { CallEvent } from "../semantic/analysis.ts";
import type { Piece, Value } from "../semantic/value.ts";
import type { BinOp, Call, Expression, JoinedStr, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, covers } from "./ancestors.ts";
import { HOLE, holePositions, isSql } from "./sql-text.ts";
import type { HolePosition } from "./sql-text.ts";
import { isNumberSpec, templateOf } from "./string-template.ts";
import { isTypedOption } from "./typed-options.ts";

export interface PastedQuery {
  /** Holes that count, in order. */
  readonly pasted: readonly PastedHole[];
  /** The expression that builds the text; `undefined` when it is built in several. */
  readonly built: { readonly unit: Unit; readonly node: Expression } | undefined;
}

export interface PastedHole {
  readonly position: Exclude<HolePosition["kind"], "comment" | "file">;
  readonly place: Place;
  readonly value: Value;
}

/** The query that a text is; `undefined` when it is no SQL, or nothing that counts is pasted into it. */
export function pastedQuery(pieces: readonly Piece[]): PastedQuery | undefined {
  const sql = pieces.map((piece) => (piece.kind === "hole" ? HOLE : piece.text)).join("");
  if (!sql.includes(HOLE) || sql.startsWith(HOLE) || !isSql(sql)) return undefined;
  const positions = holePositions(sql);
  // A definition takes no parameters anywhere.
  const isDefinition = /^\s*(?:CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE|PRAGMA|COPY)\b/iu.test(sql);
  const holes = pieces.filter((piece) => piece.kind === "hole");
  const built = builderOf(pieces);
  const numbers = built ? numberFields(built.unit, built.node) : [];
  const pasted = holes.flatMap((hole, index) => {
    const position = positions[index]?.kind ?? "text";
    const { place, value: filled } = hole;
    if (position === "comment" || !place || numbers.some((each) => each.start <= place.start && place.end <= each.end)) return [];
    const isSqlItself = (isDefinition && (position === "value" || position === "quoted" || position === "list")) || (position === "value" && holdsPlaceholder(filled));
    const taken = isSqlItself ? "text" : position === "list" ? listOrText(place) : position;
    return counts(filled, taken, place) ? [{ position: taken === "file" ? "name" : taken, place, value: filled }] : [];
  });
  return pasted.length > 0 ? { pasted, built } : undefined;
}

/** `point = "ST_Point(%s)" if flat else f"ST_Point(%s, {srid})"`: a piece of SQL stands where a value could. */
function holdsPlaceholder({ origins }: Value): boolean {
  return origins.some((origin) => origin.kind === "literal" && /%s|%\(\w+\)s|\?/u.test(origin.place.anchor.unit.text.slice(origin.place.start, origin.place.end)));
}

/** Whether what is pasted fills this hole of the text: it stands in it, or is the dict that all fields of `%` are taken from. */
export function fills({ place: at }: PastedHole, unit: Unit, hole: Expression): boolean {
  if (at.anchor !== unit.anchor) return false;
  return (hole.start <= at.start && at.end <= hole.end) || (at.start < hole.start && hole.end < at.end);
}

/** `{x:.2f}`, `%d`: anything but a number raises. */
function numberFields(unit: Unit, node: Expression): readonly Expression[] {
  const segments = templateOf(unit, node)?.segments ?? [];
  return segments.flatMap((segment) => (segment.kind === "hole" && isNumberSpec(segment.spec ?? "") ? [segment.node] : []));
}

/** `IN ({active_users()})`, `IN ({subquery})`: what a helper wrote, or is called SQL, is no list of values. */
function listOrText(place: Place): "list" | "text" {
  const node = ancestorsOf(place.anchor.unit, place).at(-1);
  if (node?.kind === "Name") return saysSql.test(node.id) ? "text" : "list";
  if (node?.kind !== "Call") return "list";
  return /^(?:join|str|repr|tuple|list|sorted|set|map|strip|replace|format|tolist|unique|keys|values)$/u.test(calledName(node)) ? "list" : "text";
}

function counts(value: Value, position: HolePosition["kind"], place: Place): boolean {
  if (isHarmless(value)) return false;
  const path = ancestorsOf(place.anchor.unit, place);
  const node = path.at(-1);
  if (node && (isConstantName(node) || isMadeSafe(node))) return false;
  if (position === "value" || position === "quoted") return true;
  if (node && isChecked(path, node)) return false;
  if (position === "file") return isFromOutside(value);
  if (isFromOutside(value)) return true;
  if (position === "list") return value.origins.some(({ kind }) => kind === "parameter") || isQuoting(value);
  // What an object was configured with, or a helper made, is composed by the program; a bare parameter is whatever the caller says.
  if (node?.kind !== "Name" || (position === "text" && saysSql.test(node.id))) return false;
  return value.origins.some((origin) => origin.kind === "parameter" && origin.name === node.id);
}

/** `f"'{name}'"` for each of them: values, whatever the list is. */
function isQuoting({ constant }: Value): boolean {
  if (constant?.kind !== "text" || constant.pieces.length !== 3) return false;
  const [opening, filled, closing] = constant.pieces;
  return opening?.kind === "literal" && opening.text === "'" && closing?.kind === "literal" && closing.text === "'" && filled?.kind === "hole" && !isHarmless(filled.value);
}

/** Names of parameters that ask for a piece of SQL. */
const saysSql = /(?:^|_)(?:sql|query|queries|subquery|cte|stmt|statement|select|projection|where|having|join|clause|cond|conditions?|filters?|expr|expression|predicate)s?(?:_|$)/iu;

const harmlessTypes: ReadonlySet<string> = new Set([
  "builtins.int", "builtins.float", "builtins.bool", "builtins.complex", "datetime.date", "datetime.datetime", "datetime.timedelta", "uuid.UUID",
  "decimal.Decimal", "pandas.Timestamp", "numpy.int64", "numpy.float64", "psycopg.sql.Composable", "psycopg.sql.Identifier", "psycopg.sql.SQL",
]);

export function isFromOutside({ origins }: Value): boolean {
  return origins.some((origin) => origin.kind === "external" && origin.source !== "environment");
}

/** Classes and functions that check or quote a name for SQL, by what libraries call them: `SqlIdentifier`, `quoted_name`. */
const madeForNames = /(?:^|\.)(?:Sql_?Identifier|Identifier|quoted_name|quote_ident(?:ifier)?|escape_identifier|sanitize_identifier)$/iu;

/** What the program draws or reads off the clock. */
const generated = /^(?:random|uuid|secrets|time|datetime|numpy\.random)\./u;

/** Numbers and dates cannot carry code of another language; a choice among constants of the program does not come from anybody else. */
export function isHarmless({ type, constant, origins }: Value): boolean {
  if (constant && constant.kind !== "text") return true;
  // A text with holes is as harmless as what fills them: that its author wrote the letters between says nothing.
  if (constant?.pieces.some(({ kind }) => kind === "hole") === true) return constant.pieces.every((piece) => piece.kind === "literal" || isHarmless(piece.value));
  if (type?.kind === "instance" && harmlessTypes.has(type.name)) return true;
  if (type?.kind === "object" && madeForNames.test(type.definition.node.name.name)) return true;
  if (origins.some((origin) => origin.kind === "call" && madeForNames.test(origin.target))) return true;
  return origins.length > 0 && origins.every((origin) => origin.kind === "literal" || isTypedOption(origin) || (origin.kind === "call" && generated.test(origin.target)));
}

function calledName({ func }: Call): string {
  return func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr.name : "";
}

/** Functions of drivers that write a value as a literal of SQL, by what they are called. */
const writesLiteral = /^(?:literal|(?:quote|escape|sql)_?(?:literal|string|value))$/iu;

/** `name.replace('"', '""')`: its author doubles the quotes; `day.isoformat()`: a date's text has none; `driver.literal(name)`. */
function isMadeSafe(node: Node): boolean {
  if (node.kind !== "Call") return false;
  if (writesLiteral.test(calledName(node)) || madeForNames.test(calledName(node))) return true;
  if (node.func.kind !== "Attribute") return false;
  const [first, second] = node.args;
  const isText = (each: Node | undefined, text: string): boolean => each?.kind === "Constant" && each.type === "str" && each.value === text;
  if (node.func.attr.name === "replace") return ["'", '"', "`"].some((quote) => isText(first, quote) && isText(second, quote + quote));
  return node.func.attr.name === "isoformat" || node.func.attr.name === "strftime";
}

/** `TABLE`, `settings.TABLE`: by its name a constant of a module that is not seen. */
export function isConstantName(node: Node): boolean {
  const name = node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr.name : "";
  return /^[A-Z][A-Z0-9_]*$/u.test(name);
}

/** Functions that refuse what they do not know, by what they are called. */
const checks = /^_*(?:(?:validate|check|ensure|assert|verify|require)(?:_|$)|is_(?:valid|safe|allowed))/iu;

/** `if table not in TABLES: raise ...`, `assert name.isidentifier()`, `validate_identifier(table)` above, in the same function. */
export function isChecked(path: readonly Node[], node: Node): boolean {
  if (node.kind !== "Name") return false;
  const scope = path.findLast((each) => each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef") ?? path[0];
  let found = false;
  walk(scope ? [scope] : [], (each) => {
    if (each.start > node.start) return "skip";
    if (each.kind === "Compare" && each.left.kind === "Name" && each.left.id === node.id && (each.ops[0] === "in" || each.ops[0] === "not in")) found = true;
    if (each.kind === "Call" && each.func.kind === "Attribute" && /^(?:isidentifier|isalnum|isdigit|isdecimal|fullmatch|match)$/u.test(each.func.attr.name)) {
      const parts = [each.func.value, ...each.args];
      if (parts.some((part) => part.kind === "Name" && part.id === node.id)) found = true;
    }
    if (each.kind === "Call" && checks.test(calledName(each)) && each.args.some((part) => part.kind === "Name" && part.id === node.id)) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** The expression that puts the text together: the f-string, the whole sum, the call of format. */
function builderOf(pieces: readonly Piece[]): PastedQuery["built"] {
  const holes = pieces.flatMap((piece) => (piece.kind === "hole" ? [piece.place] : []));
  const [first] = holes;
  if (!first) return undefined;
  const { unit } = first.anchor;
  const path = ancestorsOf(unit, first);
  let index = path.findLastIndex((node) => isBuilder(node) && holes.every((hole) => hole?.anchor === first.anchor && covers(node, hole)));
  const isSum = (node: Node | undefined): boolean => node?.kind === "BinOp" && node.op === "+";
  while (index > 0 && isSum(path[index - 1])) index--;
  const node = path[index];
  return node && isBuilder(node) ? { unit, node } : undefined;
}

export function isBuilder(node: Node): node is JoinedStr | BinOp | Call {
  if (node.kind === "JoinedStr") return true;
  if (node.kind === "BinOp") return node.op === "+" || node.op === "%";
  return node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "format";
}

/** Whether the receiver of a call is unknown and the method is named like a cursor's: its text decides what it is. */
export function looksLikeExecute({ node, target, receiver }: CallEvent): boolean {
  if (target !== undefined || node.func.kind !== "Attribute" || receiver?.type !== undefined) return false;
  return /^(?:execute|executemany|executescript|read_sql|read_sql_query)$/u.test(node.func.attr.name);
}
