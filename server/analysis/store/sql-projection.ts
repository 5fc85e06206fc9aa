/**
 * The columns that a Spark SQL query returns, by name, read off its text.
 *
 *     WITH paid AS (SELECT user_id, amount FROM orders WHERE paid)
 *     SELECT p.user_id, `amount` * 2 AS twice, max(x) top, p.*, count(*) FROM paid p
 *
 *     user_id   a column by its own name, without what qualifies it
 *     twice     an alias; so is top, without AS
 *     p.*       the columns of paid: user_id, amount
 *     count(*)  Spark makes up a name: the projection is *open*, it has more columns than are listed
 *
 * Whatever is not understood makes the projection open and is never guessed. A set operation has the names of its first query.
 */
import { Cursor, isName, isWord, itemsOf, tokensOf } from "./sql-tokens.ts";
import type { Token } from "./sql-tokens.ts";

export interface Projection {
  readonly columns: readonly ProjectedColumn[];
  /** There may be more columns. */
  readonly open: boolean;
}

export interface ProjectedColumn {
  readonly name: string;
  /** Offsets of the name in the text, without backticks. */
  readonly at: { readonly start: number; readonly end: number };
  /** `column`: the name of what is selected; `alias`: a name given to it. */
  readonly kind: "column" | "alias";
  /** The query says the name nowhere else, and the column comes out of no star: it can be renamed where it stands. */
  readonly isFree: boolean;
}

const unknown: Projection = { columns: [], open: true };

export function projectionOf(sql: string): Projection {
  const tokens = tokensOf(sql);
  if (!tokens) return unknown;
  const { columns, open } = readQuery(new Cursor(tokens), new Map());
  const uses = new Map<string, number>();
  for (const token of tokens) if (isName(token)) uses.set(token.text.toLowerCase(), (uses.get(token.text.toLowerCase()) ?? 0) + 1);
  return { columns: columns.map((each) => ({ ...each, isFree: each.isFree && (each.kind === "column" || uses.get(each.name.toLowerCase()) === 1) })), open };
}

// ---- queries -----------------------------------------------------------------------------------------------

/** Common table expressions by name, in lower case. */
type Tables = ReadonlyMap<string, Projection>;

function readQuery(cursor: Cursor, outer: Tables): Projection {
  let tables = outer;
  if (cursor.skip("WITH")) {
    const known = new Map(outer);
    tables = known;
    do {
      const name = cursor.take();
      if (!name || cursor.peek() === undefined) return unknown;
      const renamed = cursor.is("(") ? cursor.inParentheses() : undefined;
      cursor.skip("AS");
      const body = cursor.is("(") ? cursor.inParentheses() : undefined;
      if (!body) return unknown;
      known.set(name.text.toLowerCase(), withNames(readQuery(new Cursor(body), known), renamed));
    } while (cursor.skip(","));
  }
  if (cursor.is("(")) {
    const body = cursor.inParentheses();
    return body ? readQuery(new Cursor(body), tables) : unknown;
  }
  return cursor.skip("SELECT") ? readSelect(cursor, tables) : unknown;
}

/** `WITH t (a, b) AS ...` names the columns anew. */
function withNames(query: Projection, names: readonly Token[] | undefined): Projection {
  if (!names) return query;
  const columns = names.filter(({ kind }) => kind === "name" || kind === "quoted").map(({ text, start, end }): ProjectedColumn => ({ name: text, at: { start, end }, kind: "alias", isFree: false }));
  return { columns, open: false };
}

const setOperations = new Set(["UNION", "INTERSECT", "EXCEPT", "MINUS"]);
const clauses = new Set(["WHERE", "GROUP", "HAVING", "ORDER", "SORT", "CLUSTER", "DISTRIBUTE", "LIMIT", "OFFSET", "WINDOW", "QUALIFY", ...setOperations]);

function readSelect(cursor: Cursor, tables: Tables): Projection {
  if (!cursor.skip("DISTINCT")) cursor.skip("ALL");
  const list = cursor.until((token) => isWord(token, "FROM") || isWord(token, ";") || isClause(token));
  const from = cursor.skip("FROM") ? relationsIn(new Cursor(cursor.until((token) => isWord(token, ";") || isClause(token))), tables) : [];
  const columns: ProjectedColumn[] = [];
  let open = false;
  for (const item of itemsOf(list)) {
    const found = readItem(item, from);
    if (!found) open = true;
    else {
      columns.push(...found.columns);
      open ||= found.open;
    }
  }
  return { columns, open };
}

function isClause(token: Token): boolean {
  return token.kind === "name" && clauses.has(token.text.toUpperCase());
}

/** `undefined`: a column whose name is not known. */
function readItem(item: readonly Token[], from: readonly Relation[] | undefined): Projection | undefined {
  const last = item.at(-1);
  if (!last || item.some(({ kind }) => kind === "hole") && !isAliased(item)) return undefined;
  if (isWord(last, "*")) return starOf(item, from);
  const before = item.at(-2);
  if (isAliased(item)) return { columns: [named(last, "alias")], open: false };
  const asIndex = item.findLastIndex((token) => isWord(token, "AS"));
  if (asIndex > 0 && isWord(item[asIndex + 1], "(") && isWord(last, ")")) {
    // A generator: `stack(...) AS (a, b)`. Within a call, AS belongs to a cast.
    const names = item.slice(asIndex + 2, -1);
    const isList = depthAt(item, asIndex) === 0 && names.every((token, index) => (index % 2 === 0 ? isName(token) : isWord(token, ",")));
    return isList ? { columns: names.filter(isName).map((token) => named(token, "alias")), open: false } : undefined;
  }
  if (isColumn(item)) return { columns: [named(last, "column")], open: false };
  const isFollowing = before !== undefined && isName(last) && !(last.kind === "name" && isReserved(last)) && endsExpression(before);
  const isInterval = item.some((token) => isWord(token, "INTERVAL"));
  return isFollowing && !isInterval && depthAt(item, item.length - 1) === 0 ? { columns: [named(last, "alias")], open: false } : undefined;
}

/** `... AS name` at the top level. */
function isAliased(item: readonly Token[]): boolean {
  const last = item.at(-1);
  return item.length > 2 && last !== undefined && isName(last) && isWord(item.at(-2), "AS") && depthAt(item, item.length - 2) === 0;
}

/** `a`, `t.a`, `t.a.b`. */
function isColumn(item: readonly Token[]): boolean {
  return item.length % 2 === 1 && item.every((token, index) => (index % 2 === 0 ? isName(token) : isWord(token, "."))) && !(item.length === 1 && item.some(isReserved));
}

/** Words that are values, functions or operators where a name could stand. */
const reserved = new Set([
  "NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIMESTAMP", "CURRENT_TIME", "CURRENT_USER", "LOCALTIMESTAMP", "END", "AND", "OR", "NOT",
  "IN", "IS", "LIKE", "ILIKE", "RLIKE", "REGEXP", "BETWEEN", "DIV", "MOD", "CASE", "WHEN", "THEN", "ELSE", "AS", "DISTINCT", "FROM", "OVER", "COLLATE", "ESCAPE", "ANY",
  "ALL", "SOME", "EXISTS", "INTERVAL", "SELECT", "NULLS", "FILTER", "WITHIN",
]);

function isReserved({ kind, text }: Token): boolean {
  return kind === "name" && reserved.has(text.toUpperCase());
}

/** After it, a name can only be an alias. */
function endsExpression(token: Token): boolean {
  if (token.kind === "symbol") return token.text === ")" || token.text === "]";
  return isWord(token, "END") || isWord(token, "NULL") || isWord(token, "TRUE") || isWord(token, "FALSE") || !isReserved(token);
}

function depthAt(item: readonly Token[], index: number): number {
  let depth = 0;
  for (const { kind, text } of item.slice(0, index)) if (kind === "symbol") depth += text === "(" || text === "[" ? 1 : text === ")" || text === "]" ? -1 : 0;
  return depth;
}

function named({ text, start, end }: Token, kind: ProjectedColumn["kind"]): ProjectedColumn {
  return { name: text, at: { start, end }, kind, isFree: true };
}

// ---- relations ---------------------------------------------------------------------------------------------

interface Relation {
  /** In lower case; `undefined` for a subquery without a name. */
  readonly name: string | undefined;
  readonly query: Projection;
}

/** `undefined` when what stands after FROM is not understood. */
function relationsIn(cursor: Cursor, tables: Tables): readonly Relation[] | undefined {
  const relations: Relation[] = [];
  do {
    const found = readRelation(cursor, tables);
    if (!found) return undefined;
    relations.push(found);
    // The condition of a join.
    cursor.until((token) => isWord(token, "JOIN") || isWord(token, ",") || isWord(token, "LATERAL") || isWord(token, "PIVOT") || isWord(token, "UNPIVOT"));
    if (cursor.peek() && !cursor.is("JOIN") && !cursor.is(",")) return undefined;
  } while (cursor.take());
  return relations;
}

const afterRelation = new Set(["ON", "USING", "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "SEMI", "ANTI", "NATURAL", "TABLESAMPLE", "LATERAL", "PIVOT", "UNPIVOT", "FOR", "VERSION", "TIMESTAMP"]);

function readRelation(cursor: Cursor, tables: Tables): Relation | undefined {
  let query: Projection;
  let own: string | undefined;
  if (cursor.is("(")) {
    const body = cursor.inParentheses();
    if (!body) return undefined;
    query = readQuery(new Cursor(body), tables);
  } else {
    const first = cursor.take();
    if (!first || !(isName(first) || first.kind === "hole")) return undefined;
    own = first.text;
    let steps = 1;
    while (cursor.skip(".")) {
      own = cursor.take()?.text;
      steps += 1;
    }
    // A function that returns a table.
    if (cursor.is("(")) return undefined;
    query = (steps === 1 ? tables.get(first.text.toLowerCase()) : undefined) ?? unknown;
  }
  cursor.skip("AS");
  const next = cursor.peek();
  const alias = next && isName(next) && !(next.kind === "name" && afterRelation.has(next.text.toUpperCase())) ? cursor.take()?.text : undefined;
  if (alias !== undefined && cursor.is("(")) query = withNames(query, cursor.inParentheses());
  return { name: (alias ?? own)?.toLowerCase(), query };
}

/** `*` of the only relation, or `t.*`: the columns keep the places where they are named. */
function starOf(item: readonly Token[], from: readonly Relation[] | undefined): Projection {
  if (!from) return unknown;
  const [qualifier, dot] = item;
  if (item.length === 1 && from.length === 1) return bound(from[0]?.query);
  if (item.length !== 3 || !qualifier || !isName(qualifier) || !isWord(dot, ".")) return unknown;
  return bound(from.find(({ name }) => name === qualifier.text.toLowerCase())?.query);
}

function bound(query: Projection = unknown): Projection {
  return { ...query, columns: query.columns.map((each) => ({ ...each, isFree: false })) };
}
