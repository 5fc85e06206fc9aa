/**
 * `SELECT *` into a frame of which the code uses a few columns by name.
 *
 *     orders = pd.read_sql("SELECT * FROM orders", connection)      the query, one table
 *     print(orders.groupby("day")["price"].sum())                   columns day, price: and nothing else is done with it
 *
 * Only a query on one table whose rows do not depend on its columns: with a join, a union or DISTINCT the star means something else. The
 * star of one table, `SELECT o.* FROM orders o JOIN ...`, is as good. Spark reads no column that is not used later, whatever a query says.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { argumentRoles } from "./argument-roles.ts";
import { usedNamesIn } from "./edits.ts";
import { columnNames, columnsUsed } from "./frame-columns.ts";
import { gatheredFromCalls } from "./kept.ts";
import { consumerOf } from "./single-use.ts";
import { textConstantsIn } from "./text-constants.ts";
import { classNameOf } from "./values.ts";

export interface StarQuery {
  /** The star itself, with its table's name before it, where the source says the query letter by letter, else the string. */
  readonly at: Place;
  /** In the order of their first use. */
  readonly columns: readonly string[];
  /** The star may be replaced: nothing else takes the text, and every name means the same in SQL. */
  readonly isReplaceable: boolean;
  /** What stands before each column in the query: `o.`, or nothing. */
  readonly prefix: string;
}

export const starQueries = defineFact<never, readonly StarQuery[]>({
  name: "starQueries",
  needs: {},
  document: ({ analysis, cells, units }) => {
    let byName: ReadonlyMap<string, readonly Unit[]> | undefined;
    const unitsWith = (name: string): readonly Unit[] => (byName ??= unitsByName(units)).get(name) ?? [];
    return candidatesIn(analysis).flatMap((candidate) => starQuery(candidate, cells, unitsWith));
  },
});

function unitsByName(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const name of usedNamesIn(unit)) {
      const known = found.get(name);
      if (known) known.push(unit);
      else found.set(name, [unit]);
    }
  }
  return found;
}

function starQuery(candidate: Candidate, cells: readonly Cell[], unitsWith: (name: string) => readonly Unit[]): readonly StarQuery[] {
  const { event, frame, named, literal, star, prefix } = candidate;
  const used = columnsUsed(unitsWith, event.unit, frame);
  if (!used || used.length === 0) return [];
  const columns = [...new Set([...named, ...used])];
  const constant = textConstantsIn(literal.anchor.unit).find(({ node }) => node.start === literal.start && node.end === literal.end);
  const { text = event } = candidate;
  const isOnly = constant && consumerOf(cells, constant.unit, constant.node)?.call === text.node
    && (text === event || consumerOf(cells, text.unit, text.node)?.call === event.node);
  return [{ at: star ?? literal, columns, prefix, isReplaceable: star !== undefined && isOnly === true && columns.every(isPlainName) }];
}

interface Candidate {
  readonly event: CallEvent;
  /** The call of SQLAlchemy's `text()` around the query. */
  readonly text: CallEvent | undefined;
  /** The expression that is the frame. */
  readonly frame: Expression;
  /** Columns that the call itself names. */
  readonly named: readonly string[];
  readonly literal: Place;
  readonly star: Place | undefined;
  readonly prefix: string;
}

const reading = /^pandas\.(?:io\.sql\.)?(?:read_sql|read_sql_query|read_gbq)$|^duckdb\.(?:sql|query|DuckDBPyConnection\.(?:sql|query|execute))$/u;

const candidatesIn = gatheredFromCalls((event, analysis): readonly Candidate[] | undefined => {
  const found = event.target !== undefined && event.via.length === 0 && reading.test(event.target) ? candidateOf(event, analysis) : undefined;
  return found && [found];
});

function candidateOf(event: CallEvent, analysis: UnitAnalysis): Candidate | undefined {
  const passed = argumentRoles(event).find(({ role }) => role === "sql")?.argument;
  const text = passed && textCallOf(passed.value, analysis);
  const { constant } = (text ? text.args[0]?.value : passed?.value) ?? {};
  const [piece] = constant?.kind === "text" ? constant.pieces : [];
  if (constant?.kind !== "text" || constant.pieces.length !== 1 || piece?.kind !== "literal" || !piece.place) return undefined;
  const prefix = isStarQuery(piece.text) ? "" : starredTable(piece.text);
  if (prefix === undefined) return undefined;
  const named = namedByCall(event);
  const frame = frameOf(event);
  if (!named || classNameOf(analysis.valueOf(frame)) !== "pandas.DataFrame") return undefined;
  return { event, text, frame, named, literal: piece.place, star: starIn(piece.place, piece.text, prefix), prefix };
}

/** The call of `text` that gave the value. */
function textCallOf({ origins }: Value, analysis: UnitAnalysis): CallEvent | undefined {
  const origin = origins.find((each) => each.kind === "call" && /^sqlalchemy(?:\.\w+)*\.text$/u.test(each.target));
  return origin && analysis.calls.find(({ node, unit, via }) => via.length === 0 && node.start === origin.place.start && node.end === origin.place.end && unit.anchor === origin.place.anchor);
}

/** One table, read row by row. */
function isStarQuery(sql: string): boolean {
  const rest = /^\s*SELECT\s+\*\s+FROM\s+(?:[\w.-]+|"[^"]+"|`[^`]+`|'[^']+')(?<rest>\s[\s\S]*|;?\s*)$/iu.exec(sql)?.groups?.["rest"];
  if (rest === undefined || /\b(?:JOIN|UNION|INTERSECT|EXCEPT|MINUS|GROUP|HAVING|WINDOW|LATERAL|PIVOT|UNPIVOT|QUALIFY|SELECT)\b|--|\/\*|\bORDER\s+BY\s+\d|;\s*\S|\*/iu.test(rest)) return false;
  return /^\s*(?:(?:AS\s+)?(?!AS\b)[A-Za-z_]\w*\s+)?(?:(?:WHERE|ORDER|LIMIT|OFFSET|FETCH|TABLESAMPLE|SAMPLE|USING)\b[\s\S]*)?;?\s*$|^\s*(?:AS\s+)?[A-Za-z_]\w*\s*;?\s*$/iu.test(rest);
}

/** `o.` of `SELECT o.* FROM orders o JOIN ...`: all columns of one table, for rows that do not depend on which they are. */
function starredTable(sql: string): string | undefined {
  const { alias, table, name, rest } =
    /^\s*SELECT\s+(?<alias>[A-Za-z_]\w*)\.\*\s+FROM\s+(?<table>[\w.]+)(?:\s+(?:AS\s+)?(?<name>[A-Za-z_]\w*))?\b(?<rest>[\s\S]*)$/iu.exec(sql)?.groups ?? {};
  if (alias === undefined || rest === undefined || (alias !== name && alias !== table)) return undefined;
  const changesRows = /\b(?:UNION|INTERSECT|EXCEPT|MINUS|GROUP|HAVING|WINDOW|LATERAL|PIVOT|UNPIVOT|QUALIFY|SELECT)\b|--|\/\*|\bORDER\s+BY\s+\d|;\s*\S|\*/iu;
  return changesRows.test(rest) ? undefined : `${alias}.`;
}

/** Columns in `index_col` and `parse_dates`; `undefined` when an argument may name more. */
function namedByCall({ node, args }: CallEvent): readonly string[] | undefined {
  if (args.some(({ unpacked }) => unpacked)) return undefined;
  const found: string[] = [];
  for (const { arg, value } of node.keywords) {
    if (arg?.name === "dtype" || arg?.name === "columns" || arg?.name === "col_order") return undefined;
    if (arg?.name !== "index_col" && arg?.name !== "parse_dates") continue;
    const names = columnNames(value);
    if (!names) return undefined;
    found.push(...names);
  }
  return node.args.length <= 2 ? found : undefined;
}

/** The call itself, or `.df()` of what it gives. */
function frameOf({ unit, node }: CallEvent): Expression {
  const path = ancestorsOf(unit, node);
  const method = path.at(-2);
  const call = path.at(-3);
  const isFrame = method?.kind === "Attribute" && /^(?:df|fetchdf|fetch_df|to_df)$/u.test(method.attr.name) && call?.kind === "Call" && call.func === method && call.args.length === 0;
  return isFrame ? call : node;
}

function starIn(literal: Place, text: string, prefix: string): Place | undefined {
  const { unit } = literal.anchor;
  const source = unit.text.slice(literal.start, literal.end);
  const offset = source.indexOf("*");
  const before = text.slice(0, text.indexOf("*"));
  if (!source.slice(0, offset).endsWith(before)) return undefined;
  return place(unit, { start: literal.start + offset - prefix.length, end: literal.start + offset + 1 });
}

const reserved = new Set(
  ("all and any array as asc begin between both by case cast check collate column constraint create cross current_date current_time default delete desc distinct do drop else end " +
    "except exists extract false fetch for foreign from full grant group having if in index inner insert intersect interval into is join key leading left like limit " +
    "natural not null offset on or order outer over partition primary references right row rows select set some table then to top true union unique update user using value values view when where window with").split(" "),
);

/** Databases fold other names in ways of their own. */
function isPlainName(column: string): boolean {
  return /^[a-z_][a-z0-9_]*$/u.test(column) && !reserved.has(column);
}
