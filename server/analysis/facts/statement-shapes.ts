/**
 * Statements as sequences of tokens, so that code written twice can be told although its names and literals differ.
 *
 *     total = price * 2         Assign 1 · name total · BinOp * · name price · literal int 2
 *     area = width * 3          Assign 1 · name area  · BinOp * · name width · literal int 3
 *
 * A token is a *mark* (kinds of nodes, operators, attributes, keywords of calls: all that has to be the same), a *name*, or a
 * *literal*. The *shape* of a statement is a number made of its tokens with names and literals left blank: the two above have the same.
 * Equal shapes are a cheap first hint; only tokens prove anything.
 */
import { fitted } from "../syntax/lists.ts";
import { isLoneText, isStatement } from "../syntax/node-kinds.ts";
import type { Constant, Expression, Node, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { keptAwhile } from "./kept.ts";

export type Token =
  | { readonly kind: "mark"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  /** A number or a text. `text` is the value with its type, so that `1`, `1.0` and `"1"` differ. */
  | { readonly kind: "literal"; readonly text: string; readonly node: Constant };

export interface StatementShape {
  /** 53 bits of a hash over the tokens. */
  readonly shape: number;
  /** Statements that do something, itself and those inside: imports, docstrings, `pass` and `self.a = a` count for nothing. */
  readonly size: number;
}

/** Statements of one document whose shapes and tokens are kept. */
const mostStatements = 4000;

/** Trees are immutable, so what is worked out for a statement stays right as long as it lives. */
export const shapeOf = keptAwhile((statement: Statement): StatementShape => {
  const hash = new Hash();
  walk([statement], (node) => {
    if (isLoneText(node)) return "skip";
    if (node !== statement && isStatement(node)) {
      const { shape } = shapeOf(node);
      hash.number(shape % 0x100000000);
      hash.number(Math.floor(shape / 0x100000000));
      return "skip";
    }
    addTo(hash, node);
    return undefined;
  });
  return { shape: hash.value, size: sizeOf([statement]) };
}, mostStatements);

/** 53 bits over numbers and texts. */
class Hash {
  #low = 0x811c9dc5;
  #high = 0x1b873593;

  number(code: number): void {
    this.#low = Math.imul(this.#low ^ code, 0x01000193);
    this.#high = Math.imul(this.#high ^ code, 0x85ebca6b);
    this.#high ^= this.#high >>> 13;
  }

  text(text: string): void {
    for (let index = 0; index < text.length; index++) this.number(text.charCodeAt(index));
    this.number(0);
  }

  get value(): number {
    return (this.#high & 0x1fffff) * 0x100000000 + (this.#low >>> 0);
  }
}

/** What a node's tokens say with names and literals left blank. For the commonest kinds the marks need not be spelled out. */
function addTo(hash: Hash, node: Node): void {
  switch (node.kind) {
    case "Name":
      hash.number(1);
      return;
    case "Constant":
      hash.number(2);
      hash.text(isText(node) || isWord(node) ? node.type : "number");
      return;
    case "Attribute":
      hash.number(3);
      hash.text(node.attr.name);
      return;
    case "Call":
      hash.number(4);
      hash.number(node.args.length);
      hash.number(node.keywords.length);
      return;
    case "Keyword":
      hash.number(node.arg ? 5 : 6);
      hash.text(node.arg?.name ?? "");
      return;
    case "Expr":
      hash.number(7);
      return;
    case "Subscript":
      hash.number(8);
      return;
    case "Assign":
      hash.number(9);
      hash.number(node.targets.length);
      return;
    case "BinOp":
      hash.number(10);
      hash.text(node.op);
      return;
    case "List":
    case "Tuple":
      hash.number(node.kind === "List" ? 11 : 12);
      hash.number(node.elts.length);
      return;
    default:
      hash.text(markOf(node));
      for (let left = namesIn(node).length; left > 0; left--) hash.number(1);
  }
}

/** Statements that do something, those inside counted. */
export function sizeOf(statements: readonly Statement[]): number {
  let size = 0;
  walk(statements, (node) => {
    if (!isStatement(node)) return node.kind === "ExceptHandler" || node.kind === "MatchCase" ? undefined : "skip";
    if (doesSomething(node)) size++;
    return undefined;
  });
  return size;
}

/** False for imports, docstrings, `pass` and the like. */
export function doesSomething(node: Statement): boolean {
  switch (node.kind) {
    case "Import":
    case "ImportFrom":
    case "Global":
    case "Nonlocal":
    case "Pass":
      return false;
    case "Expr":
      return node.value.kind !== "Constant";
    case "Assign": {
      // A constructor keeps what it is given.
      const [target] = node.targets;
      return !(target?.kind === "Attribute" && target.value.kind === "Name" && target.value.id === "self" && node.value.kind === "Name" && node.value.id === target.attr.name);
    }
    default:
      return true;
  }
}

/** `parser.add_argument` of `parser.add_argument("--x")`: twenty of those are a table. */
export function calledBy(node: Statement): string | undefined {
  return node.kind === "Expr" && node.value.kind === "Call" ? dotted(node.value.func) : undefined;
}

function dotted(node: Expression): string | undefined {
  if (node.kind === "Name") return node.id;
  const object = node.kind === "Attribute" ? dotted(node.value) : undefined;
  return object !== undefined && node.kind === "Attribute" ? `${object}.${node.attr.name}` : undefined;
}

/** The statement's tokens, in the order of its tree. Docstrings are left out: what a block says of itself does not make it another. */
export const tokensOf = keptAwhile(readTokens, mostStatements);

function readTokens(statement: Statement): readonly Token[] {
  const tokens: Token[] = [];
  const mark = (text: string): void => {
    tokens.push(shared("mark", text));
  };
  const name = (text: string): void => {
    tokens.push(shared("name", text));
  };
  walk([statement], (node) => {
    if (isLoneText(node)) return "skip";
    if (node.kind === "Name") name(node.id);
    else if (node.kind === "Constant") constant(node, tokens);
    else {
      mark(markOf(node));
      for (const each of namesIn(node)) name(each);
    }
    return undefined;
  });
  return fitted(tokens);
}

/** Most tokens are marks and names, and few of them are different. */
function shared(kind: "mark" | "name", text: string): Token {
  const tokens = kind === "mark" ? marks : names;
  const known = tokens.get(text);
  if (known) return known;
  if (tokens.size >= mostShared) tokens.clear();
  const token = { kind, text };
  tokens.set(text, token);
  return token;
}

const mostShared = 10_000;
const marks = new Map<string, Token>();
const names = new Map<string, Token>();

function constant(node: Constant, tokens: Token[]): void {
  if (isWord(node)) tokens.push(shared("mark", node.type));
  else if (isText(node)) tokens.push(shared("mark", node.type), { kind: "literal", text: `${node.type} ${node.value}`, node });
  else tokens.push(shared("mark", "number"), { kind: "literal", text: `${node.type} ${node.text}`, node });
}

function isWord(node: Constant): node is Extract<Constant, { readonly type: "None" | "True" | "False" | "Ellipsis" }> {
  return node.type === "None" || node.type === "True" || node.type === "False" || node.type === "Ellipsis";
}

function isText(node: Constant): node is Extract<Constant, { readonly type: "str" | "bytes" }> {
  return node.type === "str" || node.type === "bytes";
}

/** Names that a node binds without a Name node. */
function namesIn(node: Node): readonly string[] {
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return [node.name.name];
    case "Argument":
      return [node.arg.name];
    case "ExceptHandler":
    case "MatchAs":
    case "MatchStar":
      return node.name ? [node.name.name] : [];
    case "MatchMapping":
      return node.rest ? [node.rest.name] : [];
    default:
      return [];
  }
}

/**
 * All of a node that its children do not tell: its kind, operators, attributes, and how many children it has in each of its lists, as
 * the tokens of `if a: b; c` and `if a: b` `else: c` would be the same otherwise.
 */
function markOf(node: Node): string {
  switch (node.kind) {
    case "BoolOp":
      return `BoolOp ${node.op} ${String(node.values.length)}`;
    case "BinOp":
    case "UnaryOp":
      return `${node.kind} ${node.op}`;
    case "AugAssign":
      return `AugAssign ${node.op}`;
    case "Compare":
      return `Compare ${node.ops.join(" ")}`;
    case "Attribute":
      return `. ${node.attr.name}`;
    case "Keyword":
      return `= ${node.arg?.name ?? "**"}`;
    case "Call":
      return `Call ${String(node.args.length)} ${String(node.keywords.length)}`;
    case "List":
    case "Tuple":
    case "Set":
      return `${node.kind} ${String(node.elts.length)}`;
    case "Dict":
      return `Dict ${node.keys.map((key) => (key ? "k" : "*")).join("")}`;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
    case "DictComp":
      return `${node.kind} ${String(node.generators.length)}`;
    case "Comprehension":
      return `Comprehension ${String(node.ifs.length)} ${String(node.isAsync)}`;
    case "Slice":
      return `Slice ${node.lower ? "l" : ""}${node.upper ? "u" : ""}${node.step ? "s" : ""}`;
    case "JoinedStr":
    case "TemplateStr":
      return `${node.kind} ${String(node.values.length)}`;
    case "FormattedValue":
    case "Interpolation":
      return `${node.kind} ${node.conversion ?? ""} ${node.debugText ?? ""} ${String(node.formatSpec !== undefined)}`;
    case "Alias":
      return `Alias ${node.name.name} ${node.asname?.name ?? ""}`;
    case "ImportFrom":
      return `ImportFrom ${String(node.level)} ${node.module?.name ?? ""} ${String(node.names.length)}`;
    case "Global":
    case "Nonlocal":
      return `${node.kind} ${node.names.map((each) => each.name).join(" ")}`;
    case "Magic":
      return `Magic ${node.name.name} ${node.argument.text} ${node.body?.text ?? ""}`;
    case "Arguments":
      return `Arguments ${[node.posonlyargs, node.args, node.kwonlyargs, node.defaults].map(({ length }) => length).join(" ")} ${node.kwDefaults.map((each) => (each ? "d" : "-")).join("")} ${node.vararg ? "v" : ""}${node.kwarg ? "k" : ""}`;
    case "Argument":
      return `Argument ${String(node.annotation !== undefined)}`;
    case "MatchMapping":
      return `MatchMapping ${String(node.keys.length)} ${String(node.rest !== undefined)}`;
    case "MatchClass":
      return `MatchClass ${String(node.patterns.length)} ${node.kwdAttrs.map((each) => each.name).join(" ")}`;
    case "MatchSequence":
    case "MatchOr":
      return `${node.kind} ${String(node.patterns.length)}`;
    case "MatchAs":
      return `MatchAs ${String(node.pattern !== undefined)} ${String(node.name !== undefined)}`;
    case "MatchSingleton":
      return `MatchSingleton ${node.value}`;
    case "AnnAssign":
      return `AnnAssign ${String(node.value !== undefined)}`;
    case "Missing":
      // Equal to nothing, not even to another hole.
      return `Missing ${String(node.start)}`;
    default:
      return `${node.kind} ${lengthsOf(node)}`;
  }
}

/** Lengths of the lists of statements and such, for nodes with more than one. */
function lengthsOf(node: Node): string {
  const lists = node as unknown as Readonly<Record<string, unknown>>;
  return listNames.map((name) => {
    const list = lists[name];
    return Array.isArray(list) ? String(list.length) : list === undefined ? "" : "1";
  }).join(" ");
}

/** `returns`, `type` and the like: there or not. */
const listNames = [
  "body", "orelse", "handlers", "finalbody", "targets", "items", "cases", "decoratorList", "bases", "keywords", "typeParams", "names", "returns", "value",
  "type", "guard", "exc", "cause", "msg", "optionalVars",
] as const;
