/**
 * SQL with holes: what may stand in each hole, by the words around it.
 *
 *     SELECT a FROM ● WHERE b = ● AND c LIKE '%●%' AND d IN (●) ORDER BY ●
 *                   name        value         quoted        list          name
 *
 * A *value* can be a parameter; a *quoted* hole lies in a string literal of the SQL, and the whole literal becomes the parameter; a *list*
 * needs one parameter per element; a *name* (of a table, a column, or just a part of one) can be none; a *file* stands in quotes where
 * duckdb takes 'a.parquet' for a table; *text* is any other piece of SQL.
 * One character, {@link HOLE}, stands for each hole.
 */

export const HOLE = "\uE001";

export type HolePosition =
  | { readonly kind: "value" | "list" | "name" | "file" | "text" | "comment" }
  /** Offsets of the literal, quotes included. Some dialects take "double quotes" for names. */
  | { readonly kind: "quoted"; readonly start: number; readonly end: number; readonly quote: "'" | '"' };

/** The statement that a text begins with, when it is SQL. */
export function isSql(text: string): boolean {
  return sqlStart.test(text);
}

const sqlStart = new RegExp(
  String.raw`^(?:\s|--[^\n]*\n|/\*[\s\S]*?\*/|\()*(?:` +
    [
      String.raw`SELECT\s(?=[\s\S]*?(?:\bFROM\b|${HOLE}|\*|\())`, String.raw`INSERT\s+(?:OR\s+\w+\s+)?(?:INTO|OVERWRITE)\s`,
      String.raw`UPDATE\s+(?:OR\s+\w+\s+)?\S+\s+(?:(?:AS\s+)?\w+\s+)?SET\s`, String.raw`DELETE\s+FROM\s`, String.raw`REPLACE\s+INTO\s`,
      String.raw`MERGE\s+INTO\s`, String.raw`WITH\s+(?:RECURSIVE\s+)?\S+\s*(?:\([^)]*\)\s*)?AS\s*(?:NOT\s+MATERIALIZED\s*|MATERIALIZED\s*)?\(`,
      String.raw`(?:CREATE|DROP|ALTER)\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|EXTERNAL|UNIQUE|MATERIALIZED)\s+)*(?:TABLE|VIEW|INDEX|SCHEMA|DATABASE|USER|ROLE|SEQUENCE|FUNCTION)\s`,
      String.raw`TRUNCATE\s+(?:TABLE\s+)?\S`, String.raw`COPY\s+\S+\s+(?:\([^)]*\)\s*)?(?:FROM|TO)\s`, String.raw`PRAGMA\s+\w`, String.raw`EXPLAIN\s+\w`,
      String.raw`(?:GRANT|REVOKE)\s+[\s\S]+?\s(?:TO|FROM)\s`, String.raw`CALL\s+\w[\w.]*\s*\(`, String.raw`(?:DESCRIBE|SHOW)\s+(?:TABLES?|COLUMNS)\b`,
    ].join("|") + ")",
  "iu",
);

/** Positions of the holes, in order. */
export function holePositions(sql: string): readonly HolePosition[] {
  const positions: HolePosition[] = [];
  /** What was read before, without blanks and comments: words in capitals, signs, `'` for a literal. */
  const tokens: string[] = [];
  /** What the open parentheses belong to. */
  const open: string[] = [];
  for (let at = 0; at < sql.length; ) {
    const character = sql[at] ?? "";
    if (character === "'" || character === '"' || character === "`") {
      const end = endOfQuoted(sql, at, character);
      const isFile = character === "'" && beforeTables.has(tokens.at(-1) ?? "");
      const isText = (character === "'" && !takesName(tokens, sql.slice(end))) || (character === '"' && takesText(tokens, open.at(-1)));
      for (const inside of sql.slice(at, end)) {
        if (inside !== HOLE) continue;
        positions.push(isFile ? { kind: "file" } : isText ? { kind: "quoted", start: at, end, quote: character } : { kind: "name" });
      }
      tokens.push(character);
      at = end;
    } else if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
      const close = character === "-" ? "\n" : "*/";
      const found = sql.indexOf(close, at + 2);
      const end = found < 0 ? sql.length : found + close.length;
      for (const inside of sql.slice(at, end)) if (inside === HOLE) positions.push({ kind: "comment" });
      at = end;
    } else if (character === HOLE) {
      positions.push({ kind: positionOf(sql, at, tokens, open.at(-1)) });
      tokens.push(HOLE);
      at += 1;
    } else if (/\w/u.test(character)) {
      const word = /^\w+/u.exec(sql.slice(at))?.[0] ?? character;
      tokens.push(word.toUpperCase());
      at += word.length;
    } else {
      if (character === "(") open.push(tokens.at(-1) ?? "");
      if (character === ")") open.pop();
      const sign = /^(?:<>|<=|>=|!=|==|\|\||::|~\*|!~)/u.exec(sql.slice(at, at + 2))?.[0] ?? character;
      if (sign.trim() !== "") tokens.push(sign);
      at += sign.length;
    }
  }
  return positions;
}

/** SQL with blanks for its literals, quoted names and comments: what is left is read for placeholders. */
export function withoutTexts(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'|"[^"]*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\//gu, (text) => " ".repeat(text.length));
}

/** How many values the placeholders before an offset take; `undefined` where they have names. `$1` counts over the whole text. */
export function placeholdersBefore(sql: string, offset: number, placeholder: "?" | "%s" | ":name" | "@name" | "$1"): number | undefined {
  switch (placeholder) {
    case "?":
      return withoutTexts(sql).slice(0, offset).split("?").length - 1;
    case "%s":
      return sql.includes("%(") ? undefined : sql.slice(0, offset).split("%s").length - 1;
    case "$1":
      return Math.max(0, ...[...withoutTexts(sql).matchAll(/\$(\d+)/gu)].map((match) => Number(match[1])));
    default:
      return 0;
  }
}

/** Offset after a quoted stretch; a doubled quote stays inside. */
function endOfQuoted(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (sql[at] !== quote) continue;
    if (sql[at + 1] !== quote) return at + 1;
    at++;
  }
  return sql.length;
}

const comparisons: ReadonlySet<string> = new Set(["=", "==", "<", ">", "<=", ">=", "<>", "!=", "LIKE", "ILIKE", "BETWEEN", "LIMIT", "OFFSET", "REGEXP", "RLIKE", "~", "~*"]);
const beforeNames: ReadonlySet<string> = new Set([
  "FROM", "JOIN", "INTO", "UPDATE", "TABLE", "VIEW", "INDEX", "SCHEMA", "DATABASE", "BY", "EXISTS", "SELECT", "DISTINCT", "SET", "ON", "USING", "AS",
  "OVERWRITE", "TRUNCATE", "COLUMN", "PRAGMA", "USE", "DESC", "DESCRIBE", "ROLE", "USER",
]);

const beforeTables: ReadonlySet<string> = new Set(["FROM", "JOIN"]);

/** Whether "double quotes" hold a text here, as MySQL, Spark and SQLite allow, and not a name. */
function takesText(tokens: readonly string[], parenthesis: string | undefined): boolean {
  const last = tokens.at(-1) ?? "";
  return comparisons.has(last) || ((last === "(" || last === ",") && (parenthesis === "VALUES" || parenthesis === "IN"));
}

/** SQLite takes a name in 'single quotes' where only a name can stand: UPDATE 'links' SET 'kind' = 2. */
function takesName(tokens: readonly string[], rest: string): boolean {
  const last = tokens.at(-1) ?? "";
  if (last === "UPDATE" || last === "INTO" || last === "TABLE") return true;
  const isAssigned = last === "SET" || (last === "," && tokens.includes("SET") && !tokens.includes("WHERE"));
  return isAssigned && tokens[0] === "UPDATE" && /^\s*=/u.test(rest);
}

function positionOf(sql: string, at: number, tokens: readonly string[], parenthesis: string | undefined): "value" | "list" | "name" | "text" {
  const before = sql[at - 1] ?? " ";
  const after = sql[at + 1] ?? " ";
  if (/[\w.$]/u.test(before) || before === HOLE || /[\w.$]/u.test(after) || after === HOLE) return "name";
  const last = tokens.at(-1) ?? "";
  const rest = sql.slice(at + 1).trimStart();
  if (rest.startsWith("(")) return "name";
  if (comparisons.has(last)) return "value";
  if (last === "AND" && tokens.at(-3) === "BETWEEN") return "value";
  if (last === "IN") return "list";
  if (last === "(" || last === ",") {
    if (parenthesis === "IN") return "list";
    // Alone in its parentheses it may well be the placeholders themselves: VALUES (?, ?, ?).
    if (parenthesis === "VALUES") return last === "(" && rest.startsWith(")") ? "list" : "value";
    // A second row: VALUES (1, 2), (●, ●)
    if (parenthesis === "," && tokens.includes("VALUES")) return "value";
    if (last === "," && /\bORDER\s+BY\b|\bGROUP\s+BY\b/iu.test(sql.slice(0, at)) && parenthesis === undefined) return "name";
    return parenthesis === undefined ? "name" : "text";
  }
  // CREATE VIEW v AS ●
  if (last === "AS" && tokens[0] === "CREATE") return "text";
  return beforeNames.has(last) ? "name" : "text";
}
