/**
 * The table that a Spark SQL statement creates, read off its text.
 *
 *     CREATE TABLE ml.shop.users (id BIGINT NOT NULL, age INT COMMENT 'in years', CONSTRAINT pk PRIMARY KEY (id))
 *
 *     name      ml.shop.users
 *     columns   id bigint, age int
 *     keys      id
 *
 * `undefined` for any other statement, for a table that has no primary key, and for what is not understood whole.
 */
import { Cursor, isName, isWord, itemsOf, tokensOf } from "./sql-tokens.ts";
import type { Token } from "./sql-tokens.ts";

export interface SqlTable {
  readonly name: SqlName;
  readonly columns: readonly SqlColumn[];
  readonly keys: readonly string[];
  /** The key that says the time of a row. */
  readonly time: string | undefined;
}

/** Offsets in the text, without backticks. */
export interface SqlName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SqlColumn extends SqlName {
  readonly type: string;
  readonly comment: string | undefined;
}

export function createdTable(sql: string): SqlTable | undefined {
  const tokens = tokensOf(sql);
  if (!tokens) return undefined;
  const cursor = new Cursor(tokens);
  if (!cursor.skip("CREATE")) return undefined;
  if (cursor.skip("OR")) cursor.skip("REPLACE");
  if (!cursor.skip("TABLE")) return undefined;
  if (cursor.skip("IF")) {
    cursor.skip("NOT");
    cursor.skip("EXISTS");
  }
  const name = readName(cursor);
  const body = name && cursor.is("(") ? cursor.inParentheses() : undefined;
  if (!name || !body) return undefined;
  const columns: SqlColumn[] = [];
  const keys: Token[] = [];
  let time: string | undefined;
  for (const item of definitionsIn(body)) {
    const key = item.findIndex((token, at) => isWord(token, "PRIMARY") && isWord(item[at + 1], "KEY"));
    if (isWord(item[0], "CONSTRAINT") || key === 0) {
      for (const [column, ...marks] of key < 0 ? [] : itemsOf(new Cursor(item.slice(key + 2)).inParentheses() ?? [])) {
        if (!column || !isName(column)) return undefined;
        keys.push(column);
        if (marks.some((mark) => isWord(mark, "TIMESERIES"))) time = column.text;
      }
      continue;
    }
    const column = readColumn(item);
    if (!column || !item[0]) return undefined;
    columns.push(column);
    if (key > 0) keys.push(item[0]);
  }
  return keys.length > 0 ? { name, columns, keys: keys.map(({ text }) => text), time } : undefined;
}

/** `ml.shop.users`, `` ml.`shop`.users ``. */
function readName(cursor: Cursor): SqlName | undefined {
  const first = cursor.take();
  if (!first || !isName(first)) return undefined;
  let [text, last] = [first.text, first];
  while (cursor.skip(".")) {
    const next = cursor.take();
    if (!next || !isName(next)) return undefined;
    [text, last] = [`${text}.${next.text}`, next];
  }
  return { text, start: first.start, end: last.end };
}

/** At commas, but for those of types: `MAP<STRING, ARRAY<INT>>`. */
function definitionsIn(body: readonly Token[]): readonly (readonly Token[])[] {
  const result: Token[][] = [];
  let open = 0;
  for (const item of itemsOf(body)) {
    const last = result.at(-1);
    const before = last?.at(-1);
    if (last && before && open > 0) last.push({ kind: "symbol", text: ",", start: before.end, end: before.end + 1 }, ...item);
    else result.push([...item]);
    for (const [at, token] of item.entries()) {
      if (isWord(token, "<") && (open > 0 || ["MAP", "ARRAY", "STRUCT"].some((word) => isWord(item[at - 1], word)))) open += 1;
      else if (isWord(token, ">") && open > 0) open -= 1;
    }
  }
  return result;
}

const typeEnds = ["NOT", "COMMENT", "DEFAULT", "GENERATED", "PRIMARY", "CONSTRAINT", "MASK", "COLLATE"];

function readColumn([name, ...rest]: readonly Token[]): SqlColumn | undefined {
  const [type] = rest;
  if (!name || !isName(name) || type?.kind !== "name") return undefined;
  const end = rest.findIndex((token) => typeEnds.some((word) => isWord(token, word)));
  const comment = rest[rest.findIndex((token) => isWord(token, "COMMENT")) + 1];
  return {
    text: name.text, start: name.start, end: name.end,
    type: rest.slice(0, end < 0 ? undefined : end).map(({ text }) => text.toLowerCase()).join(""),
    comment: comment?.kind === "string" && comment.text.length > 2 ? comment.text.slice(1, -1) : undefined,
  };
}
