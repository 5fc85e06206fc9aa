/**
 * What a column is computed from, in a form that is the same for two ways to write it.
 *
 *     inputs["fare"] / inputs["distance"]                            (/ fare distance)
 *     df.fare.div(df["distance"]).astype(float)                      (/ fare distance)
 *     SELECT fare / distance AS price_per_km FROM trips              (/ fare distance)
 *     2 * df["a"] + df["b"]    df["b"] + df["a"] * 2.0               (+ (* 2 a) b)
 *
 * Only what works on each row by itself: an average or a shift depends on the other rows, which are not the same rows in training as in
 * the store. Functions that somebody wrote are unknown, and so is every expression with one of them.
 */
import type { Call, Expression } from "../syntax/nodes.ts";

export interface ColumnExpression {
  /** Operands of sums and products are sorted. */
  readonly text: string;
  /** Only those of products: texts that are added keep their order. */
  readonly ordered: string;
  readonly columns: ReadonlySet<string>;
  /** Operators and calls. */
  readonly operations: number;
}

/** What a name, a subscript or an attribute stands for: a column, a constant; `undefined` for anything else. */
export type Operand = (node: Expression) => ColumnExpression | undefined;

export function columnExpression(node: Expression, operand: Operand): ColumnExpression | undefined {
  const known = operand(node);
  if (known) return known;
  const of = (each: Expression): ColumnExpression | undefined => columnExpression(each, operand);
  switch (node.kind) {
    case "Constant":
      if (node.type === "int" || node.type === "float") return constant(String(node.value));
      return node.type === "str" ? constant(JSON.stringify(node.value)) : node.type === "True" || node.type === "False" ? constant(node.type) : undefined;
    case "UnaryOp": {
      if (node.op === "+") return of(node.operand);
      return node.op === "not" ? combined("~", [of(node.operand)]) : combined(node.op, [of(node.operand)]);
    }
    case "BinOp":
      return node.op === "@" ? undefined : operation(node.op, of(node.left), of(node.right));
    case "BoolOp":
      return sorted(node.op === "and" ? "&" : "|", node.values.map(of));
    case "Compare": {
      const [op, ...more] = node.ops;
      const [right] = node.comparators;
      if (!right || op === undefined || more.length > 0) return undefined;
      if (op === ">" || op === ">=") return combined(op === ">" ? "<" : "<=", [of(right), of(node.left)]);
      return op === "==" || op === "!=" ? sorted(op, [of(node.left), of(right)]) : op === "<" || op === "<=" ? combined(op, [of(node.left), of(right)]) : undefined;
    }
    case "Attribute":
      return node.attr.name === "dt" || node.attr.name === "str" ? undefined : accessor(node.value, node.attr.name, of);
    case "Call":
      return call(node, of);
    default:
      return undefined;
  }
}

export function column(name: string): ColumnExpression {
  return { text: name, ordered: name, columns: new Set([name]), operations: 0 };
}

export function constant(text: string): ColumnExpression {
  return { text, ordered: text, columns: new Set(), operations: 0 };
}

// ---- calls -------------------------------------------------------------------------------------------------

/** Methods and functions for operators. */
const operators: ReadonlyMap<string, string> = new Map([
  ["add", "+"], ["sub", "-"], ["subtract", "-"], ["mul", "*"], ["multiply", "*"], ["div", "/"], ["truediv", "/"], ["divide", "/"], ["true_divide", "/"], ["pow", "**"], ["power", "**"],
  ["mod", "%"], ["floordiv", "//"], ["floor_divide", "//"],
]);

/** Functions of one row, under one name for all their spellings. */
const functions: ReadonlyMap<string, string> = new Map([
  ...["abs", "sqrt", "exp", "log1p", "expm1", "log2", "log10", "floor", "ceil", "sin", "cos", "tan", "round", "clip", "where", "isna", "sign", "hypot", "radians", "arctan2"].map((name): [string, string] => [name, name]),
  ["log", "log"], ["ln", "log"], ["absolute", "abs"], ["isnull", "isna"], ["ceiling", "ceil"], ["maximum", "maximum"], ["greatest", "maximum"], ["minimum", "minimum"], ["least", "minimum"],
  ["fillna", "fillna"], ["coalesce", "fillna"], ["ifnull", "fillna"], ["nvl", "fillna"], ["upper", "upper"], ["lower", "lower"], ["strip", "strip"], ["len", "len"],
]);

const libraries = /^(?:np|numpy|math|F|functions|sf)$/u;

function call({ func, args, keywords }: Call, of: Operand): ColumnExpression | undefined {
  const given = args.map(of);
  if (func.kind === "Name") {
    const name = functions.get(func.id.toLowerCase());
    return name !== undefined && keywords.length === 0 ? combined(name, given) : undefined;
  }
  if (func.kind !== "Attribute") return undefined;
  const { attr: { name: method }, value } = func;
  const isLibrary = value.kind === "Name" && libraries.test(value.id);
  const receiver = isLibrary ? undefined : of(onText(value) ?? value);
  if (!isLibrary && !receiver) return undefined;
  if (method === "astype" && receiver) return isFloat(args[0] ?? keywords[0]?.value) ? receiver : undefined;
  const operands = isLibrary ? given : [receiver, ...given];
  const operator = operators.get(method);
  if (operator !== undefined) return keywords.length === 0 && operands.length === 2 ? operation(operator, operands[0], operands[1]) : undefined;
  const name = functions.get(method);
  if (name === undefined) return undefined;
  const named = keywords.map(({ arg, value: each }) => ({ name: arg?.name ?? "", value: of(each) })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isPlain = named.every((each) => each.name !== "axis" && each.name !== "inplace" && each.name !== "");
  return isPlain ? combined([name, ...named.map((each) => each.name)].join(" "), [...operands, ...named.map((each) => each.value)]) : undefined;
}

/** `df["name"]` of `df["name"].str`. */
function onText(node: Expression): Expression | undefined {
  return node.kind === "Attribute" && node.attr.name === "str" ? node.value : undefined;
}

/** `df["day"].dt.hour` */
function accessor(value: Expression, name: string, of: Operand): ColumnExpression | undefined {
  return value.kind === "Attribute" && value.attr.name === "dt" ? combined(`dt.${name}`, [of(value.value)]) : undefined;
}

/** A change to floating point numbers keeps what the numbers are. */
function isFloat(type: Expression | undefined): boolean {
  if (type?.kind === "Constant" && type.type === "str") return /^(?:float(?:32|64)?|Float(?:32|64)|double)$/u.test(type.value);
  return type?.kind === "Name" ? type.id === "float" : type?.kind === "Attribute" && /^(?:float(?:32|64)|Float(?:32|64)(?:Dtype)?)$/u.test(type.attr.name);
}

// ---- putting together --------------------------------------------------------------------------------------

function operation(op: string, left: ColumnExpression | undefined, right: ColumnExpression | undefined): ColumnExpression | undefined {
  return op === "*" || op === "+" || op === "&" || op === "|" ? sorted(op, [left, right]) : combined(op, [left, right]);
}

function combined(op: string, operands: readonly (ColumnExpression | undefined)[]): ColumnExpression | undefined {
  return put(op, operands, false);
}

/** Of operands that may change places; nested ones of the same operator are one list. */
function sorted(op: string, operands: readonly (ColumnExpression | undefined)[]): ColumnExpression | undefined {
  return put(op, operands, true);
}

function put(op: string, operands: readonly (ColumnExpression | undefined)[], sorts: boolean): ColumnExpression | undefined {
  const known = operands.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < operands.length) return undefined;
  const listed = (texts: readonly string[], isSorted: boolean): string => {
    const flat = sorts ? texts.flatMap((text) => parts(text, op)) : texts;
    return `(${[op, ...(isSorted ? [...flat].sort() : flat)].join(" ")})`;
  };
  return {
    text: listed(known.map(({ text }) => text), sorts),
    ordered: listed(known.map(({ ordered }) => ordered), sorts && op !== "+"),
    columns: new Set(known.flatMap(({ columns }) => [...columns])),
    operations: known.reduce((sum, { operations }) => sum + operations, 1),
  };
}

/** Operands of `(+ a b)` for `+`; anything else is one. */
function parts(text: string, op: string): readonly string[] {
  if (!text.startsWith(`(${op} `)) return [text];
  const found: string[] = [];
  let depth = 0;
  let start = op.length + 2;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "(") depth++;
    else if (character === ")" && depth > 0) depth--;
    else if (depth === 0 && (character === " " || character === ")")) {
      found.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
