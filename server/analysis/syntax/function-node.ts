/**
 * The node of a function, whose body can be put away.
 *
 * Of the modules that open documents import, most functions are never called by what is open, and their bodies are most of the memory.
 * A body that is *folded* is parsed again from the unit's text when somebody asks for it, and then stays. So whoever reads a tree
 * need not know: only the identity of the nodes inside is another than before.
 */
import type { Arguments, Expression, Identifier, Statement, TypeParameter } from "./nodes.ts";

interface Header {
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly typeParams: readonly TypeParameter[];
  readonly args: Arguments;
  readonly decoratorList: readonly Expression[];
  readonly returns: Expression | undefined;
}

/** A `FunctionDef` or `AsyncFunctionDef`. */
export class FunctionNode<K extends "FunctionDef" | "AsyncFunctionDef"> implements Header {
  readonly kind: K;
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
  readonly typeParams: readonly TypeParameter[];
  readonly args: Arguments;
  readonly decoratorList: readonly Expression[];
  readonly returns: Expression | undefined;
  #body: readonly Statement[] | undefined;
  /** Of a folded function: what to parse, and how. */
  #text = "";
  #parse: ((text: string) => readonly Statement[]) | undefined;

  constructor(kind: K, { start, end, name, typeParams, args, decoratorList, returns }: Header, body: readonly Statement[]) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.name = name;
    this.typeParams = typeParams;
    this.args = args;
    this.decoratorList = decoratorList;
    this.returns = returns;
    this.#body = body;
  }

  get body(): readonly Statement[] {
    this.#body ??= this.#parse?.(this.#text) ?? [];
    return this.#body;
  }

  get isFolded(): boolean {
    return this.#body === undefined;
  }

  /** It was folded, and somebody has asked for the body since. */
  get isUnfolded(): boolean {
    return this.#parse !== undefined && this.#body !== undefined;
  }

  /** Puts the body away. What is parsed from the text must be the same. */
  fold(text: string, parse: (text: string) => readonly Statement[]): void {
    this.#text = text;
    this.#parse = parse;
    this.#body = undefined;
  }
}
