/**
 * A JSON reader that knows where everything stands and jumps over what nobody asks for.
 *
 * Notebooks hold megabytes of images in outputs, so a value is skipped without being built, a string by searching for its closing
 * quote. `NaN` and `Infinity`, which Python writes into outputs, pass. Depth costs no recursion.
 *
 *     reader.object((key) => { if (key === "cells") ...read the value...; else reader.skip(); })
 */

/** Where and why a text is not JSON. */
export class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "JsonError";
    this.offset = offset;
  }
}

export interface JsonString {
  readonly value: string;
  /** Offsets of the quotes: `text.slice(start, end)` is the literal. */
  readonly start: number;
  readonly end: number;
}

export type JsonKind = "object" | "array" | "string" | "other";

const space = /[ \t\n\r]*/y;
const plain = /[-+.\w]+/y;

export class JsonReader {
  readonly text: string;
  at: number;

  constructor(text: string) {
    this.text = text;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Kind of the value that comes next. */
  peek(): JsonKind {
    this.#space();
    switch (this.text[this.at]) {
      case "{":
        return "object";
      case "[":
        return "array";
      case '"':
        return "string";
      default:
        return "other";
    }
  }

  /** Calls `member` at each value, which it must read or skip. */
  object(member: (key: string) => void): void {
    this.#expect("{");
    if (this.#accept("}")) return;
    do {
      const key = this.string().value;
      this.#expect(":");
      member(key);
    } while (this.#accept(","));
    this.#expect("}", ",");
  }

  /** Calls `element` at each value, which it must read or skip. */
  array(element: (index: number) => void): void {
    this.#expect("[");
    if (this.#accept("]")) return;
    let index = 0;
    do element(index++);
    while (this.#accept(","));
    this.#expect("]", ",");
  }

  string(): JsonString {
    this.#space();
    const start = this.at;
    this.#skipString();
    const literal = this.text.slice(start, this.at);
    return { value: decodeString(literal, start), start, end: this.at };
  }

  /** The value when it is a string, which may be absent; anything else is skipped. */
  optionalString(): string | undefined {
    if (this.peek() === "string") return this.string().value;
    this.skip();
    return undefined;
  }

  optionalNumber(): number | undefined {
    const start = (this.#space(), this.at);
    const kind = this.peek();
    this.skip();
    const value = kind === "other" ? Number(this.text.slice(start, this.at)) : NaN;
    return Number.isNaN(value) ? undefined : value;
  }

  skip(): void {
    const closers: string[] = [];
    do {
      const kind = this.peek();
      if (kind === "object" || kind === "array") {
        this.at += 1;
        const closer = kind === "object" ? "}" : "]";
        if (this.#accept(closer)) this.#closeAll(closers);
        else {
          closers.push(closer);
          if (closer === "}") this.#key();
        }
      } else {
        if (kind === "string") this.#skipString();
        else this.#plain();
        this.#closeAll(closers);
      }
    } while (closers.length > 0);
  }

  /** Nothing but white space may follow. */
  end(): void {
    this.#space();
    if (this.at < this.text.length) throw this.#unexpected("the end of the file");
  }

  /** After a value: a comma leads to the next one, a closer ends the bracket, and so on outwards. */
  #closeAll(closers: string[]): void {
    while (closers.length > 0) {
      const closer = closers[closers.length - 1] ?? "";
      if (this.#accept(",")) {
        if (closer === "}") this.#key();
        return;
      }
      this.#expect(closer, ",");
      closers.pop();
    }
  }

  #key(): void {
    this.#space();
    this.#skipString();
    this.#expect(":");
  }

  #skipString(): void {
    const { text } = this;
    if (text[this.at] !== '"') throw this.#unexpected("a string");
    let close = this.at;
    do {
      close = text.indexOf('"', close + 1);
      if (close < 0) throw new JsonError("the text ends inside a string", text.length);
    } while (isEscaped(text, close));
    this.at = close + 1;
  }

  #plain(): void {
    plain.lastIndex = this.at;
    if (!plain.test(this.text)) throw this.#unexpected("a value");
    this.at = plain.lastIndex;
  }

  #accept(character: string): boolean {
    this.#space();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #expect(character: string, or?: string): void {
    if (!this.#accept(character)) throw this.#unexpected(or === undefined ? `\`${character}\`` : `\`${or}\` or \`${character}\``);
  }

  #space(): void {
    space.lastIndex = this.at;
    space.test(this.text);
    this.at = space.lastIndex;
  }

  #unexpected(wanted: string): JsonError {
    const { text, at } = this;
    if (at >= text.length) return new JsonError(`the text ends where ${wanted} was expected`, at);
    return mistake(text, at, `${wanted} was expected`);
  }
}

/** What is wrong at an offset, unless it is something that everybody should hear of first. */
export function mistake(text: string, at: number, message: string): JsonError {
  return new JsonError(/^(?:<{7}|={7}|>{7})/.test(text.slice(at, at + 7)) ? "a merge conflict is left in the file" : message, at);
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text.charCodeAt(at) === 92) at -= 1;
  return (quote - at) % 2 === 0;
}

/** The text of a literal, quotes included, that stands at `start`. */
export function decodeString(literal: string, start: number): string {
  try {
    // Raw control characters, which JSON.parse refuses and Python's reader in its lenient mode takes, stand for themselves.
    const escaped = literal.replace(/[\u0000-\u001f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return JSON.parse(escaped) as string;
  } catch {
    throw new JsonError("a string holds an invalid escape", start);
  }
}
