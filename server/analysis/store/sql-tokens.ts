/**
 * The words of a Spark SQL text, and a cursor that walks over them.
 *
 *     SELECT `a b`, {x} FROM t      SELECT  a b (quoted)  ,  a hole  FROM  t
 */

/** Stands for a part of the text that is known only at run time. */
export const SQL_HOLE = "\uE001";

export interface Token {
  readonly kind: "name" | "quoted" | "number" | "string" | "symbol" | "hole";
  /** Of a name in backticks, what they hold. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const tokenPattern = new RegExp(
  [
    String.raw`(?<space>\s+|--[^\n]*|/\*[\s\S]*?\*/)`,
    "(?<quoted>`(?:[^`]|``)*`)",
    String.raw`(?<string>[rR]?'(?:[^'\\]|\\[\s\S]|'')*'|[rR]?"(?:[^"\\]|\\[\s\S]|"")*")`,
    String.raw`(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[A-Za-z]{0,2}\b|\d+(?:\.\d*)?)`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_$]*)`,
    `(?<hole>${SQL_HOLE})`,
    String.raw`(?<symbol>::|<=>|[<>!=]=|<>|\|\||->|=>|[-+*/%&|^~<>=!(),.;:?@{}\[\]$])`,
  ].join("|"),
  "uy",
);

/** `undefined` for a text that is no SQL. */
export function tokensOf(sql: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(sql);
    if (!match?.groups) return undefined;
    const end = tokenPattern.lastIndex;
    for (const kind of ["name", "quoted", "number", "string", "symbol", "hole"] as const) {
      const text = match.groups[kind];
      if (text === undefined) continue;
      tokens.push(kind === "quoted" ? { kind, text: text.slice(1, -1).replaceAll("``", "`"), start: at + 1, end: end - 1 } : { kind, text, start: at, end });
    }
    at = end;
  }
  return joined(tokens);
}

/** A hole beside a name is a part of it, and the whole is not known. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const before = result.at(-1);
    const isGlued = before?.end === token.start && [before, token].some(({ kind }) => kind === "hole") && [before, token].every(({ kind }) => kind === "hole" || kind === "name" || kind === "number");
    if (before && isGlued) result[result.length - 1] = { kind: "hole", text: SQL_HOLE, start: before.start, end: token.end };
    else result.push(token);
  }
  return result;
}

export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  take(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  is(...words: readonly string[]): boolean {
    return words.every((word, index) => isWord(this.peek(index), word));
  }

  skip(word: string): boolean {
    if (!this.is(word)) return false;
    this.#at += 1;
    return true;
  }

  /** The tokens in a pair of parentheses that opens here, without them; `undefined` when it never closes. */
  inParentheses(): readonly Token[] | undefined {
    const start = this.#at + 1;
    let depth = 0;
    for (const [offset, { kind, text }] of this.#tokens.slice(this.#at).entries()) {
      if (kind !== "symbol") continue;
      if (text === "(") depth += 1;
      else if (text === ")" && --depth === 0) {
        const end = this.#at + offset;
        this.#at = end + 1;
        return this.#tokens.slice(start, end);
      }
    }
    return undefined;
  }

  /** The tokens up to one of the words, at this depth, which stays; all that is left when there is none. */
  until(isEnd: (token: Token) => boolean): readonly Token[] {
    const start = this.#at;
    let depth = 0;
    for (let token = this.peek(); token && (depth > 0 || !isEnd(token)); token = this.peek()) {
      this.#at += 1;
      if (token.kind !== "symbol") continue;
      if (token.text === "(" || token.text === "[") depth += 1;
      else if (token.text === ")" || token.text === "]") depth -= 1;
    }
    return this.#tokens.slice(start, this.#at);
  }
}

/** Names in backticks are never words of the language. */
export function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.kind === "name" || token.kind === "symbol") && token.text.toUpperCase() === word;
}

export function itemsOf(list: readonly Token[]): readonly (readonly Token[])[] {
  const items: (readonly Token[])[] = [];
  const cursor = new Cursor(list);
  while (cursor.peek()) {
    items.push(cursor.until((token) => isWord(token, ",")));
    cursor.take();
  }
  return items;
}

export function isName({ kind }: Token): boolean {
  return kind === "name" || kind === "quoted";
}
