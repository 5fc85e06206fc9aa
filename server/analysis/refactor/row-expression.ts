/**
 * Expressions that work on each row of a frame by itself, and the type of what they give.
 *
 *     df["fare"] / df["distance"]                          each row by itself; a float
 *     np.log1p(df["trips"].clip(lower=LEAST))              the same; LEAST is a number that is written once
 *     df["fare"] - df["fare"].mean()                       looks at other rows
 *     df["fare"] * np.random.rand(len(df))                 differs each time
 *
 * Only what is known to be of the first kind is taken. Types are those that pandas gives: an integer divided by an integer is a float.
 */
import type { UnitAnalysis } from "../semantic/analysis.ts";
import type { Call, Expression, Name } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

/** `short`: an integer of 32 bits, as parts of a time are: Feast looks at that. */
export type RowType = "int" | "short" | "float" | "bool" | "text" | "time";

export interface RowExpression {
  readonly kind: "expression";
  readonly type: RowType;
  /** Names of columns that are read, in order. */
  readonly columns: readonly string[];
  /** Columns of which nothing was known, with the type that they are used as. */
  readonly wanted: ReadonlyMap<string, RowType>;
  /** What is written otherwise elsewhere: the frame, and constants, which become what they stand for. */
  readonly replaced: readonly { readonly node: Name; readonly text: string }[];
  /** Names of libraries that it uses, by what they are: `np`, `numpy`. */
  readonly libraries: ReadonlyMap<string, string>;
}

export interface NoRowExpression {
  readonly kind: "refused";
  readonly reason: string;
  readonly at: Expression;
}

export interface RowContext {
  readonly analysis: UnitAnalysis;
  /** Name of the frame, and what it is to be called. */
  readonly frame: string;
  readonly inputs: string;
  /** Type of a column; `"any"`: it is there, and nothing is known of it. `undefined`: there is no such column. A reason where it cannot be read. */
  readonly columnType: (name: string) => RowType | "any" | { readonly reason: string };
}

export function rowExpression(node: Expression, context: RowContext): RowExpression | NoRowExpression {
  const reader = new Reader(context);
  try {
    const type = reader.read(node, undefined);
    if (reader.columns.size === 0) throw new Refusal("it reads no column", node);
    const { columns, wanted, replaced, libraries } = reader;
    return { kind: "expression", type, columns: [...columns], wanted, replaced, libraries };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason, at: error.at };
    throw error;
  }
}

class Refusal extends Error {
  readonly reason: string;
  readonly at: Expression;

  constructor(reason: string, at: Expression) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

// ---- what is known of libraries ----------------------------------------------------------------------------

/** Result types: a type, that of the data, or that of data and arguments together. */
type Result = RowType | "same" | "joined";

/** Methods of a column that look at each value by itself. */
const methods: ReadonlyMap<string, Result> = new Map<string, Result>([
  ...["abs", "round", "clip"].map((name) => [name, "same"] as const),
  ...["add", "radd", "sub", "rsub", "mul", "rmul", "mod", "floordiv", "fillna", "where", "mask"].map((name) => [name, "joined"] as const),
  ...["div", "truediv", "rdiv", "rtruediv"].map((name) => [name, "float"] as const),
  ...["eq", "ne", "lt", "le", "gt", "ge", "isna", "isnull", "notna", "notnull", "isin", "between"].map((name) => [name, "bool"] as const),
]);

/** Methods and attributes behind `.str` and `.dt`. */
const textMethods: ReadonlyMap<string, RowType> = new Map<string, RowType>([
  ...["lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "replace", "slice", "zfill"].map((name) => [name, "text"] as const),
  ...["contains", "startswith", "endswith", "isdigit", "isalpha"].map((name) => [name, "bool"] as const),
]);
const timeParts: ReadonlyMap<string, RowType> = new Map<string, RowType>([
  ...["year", "month", "day", "hour", "minute", "second", "dayofweek", "weekday", "day_of_week", "dayofyear", "day_of_year", "quarter"].map((name) => [name, "short"] as const),
  ...["is_month_end", "is_month_start", "is_year_end", "is_leap_year"].map((name) => [name, "bool"] as const),
]);

/** Functions of NumPy and pandas. */
const functions: ReadonlyMap<string, Result> = new Map<string, Result>([
  ...["log", "log1p", "log2", "log10", "exp", "expm1", "sqrt", "sin", "cos", "tan", "arctan", "tanh", "hypot", "radians", "degrees", "arctan2", "true_divide", "divide"]
    .map((name) => [`numpy.${name}`, "float"] as const),
  ...["abs", "absolute", "sign", "square", "negative"].map((name) => [`numpy.${name}`, "same"] as const),
  ...["floor", "ceil", "rint"].map((name) => [`numpy.${name}`, "float"] as const),
  ...["maximum", "minimum", "add", "subtract", "multiply"].map((name) => [`numpy.${name}`, "joined"] as const),
  ...["isnan", "isfinite", "isinf", "logical_and", "logical_or", "logical_not"].map((name) => [`numpy.${name}`, "bool"] as const),
  ...["isna", "isnull", "notna", "notnull"].map((name) => [`pandas.${name}`, "bool"] as const),
]);

const wholeColumn = new Set([
  "mean", "sum", "std", "var", "min", "max", "median", "quantile", "count", "nunique", "unique", "mode", "sem", "skew", "kurt", "any", "all", "value_counts",
  "groupby", "agg", "aggregate", "transform", "shift", "diff", "pct_change", "cumsum", "cumprod", "cummax", "cummin", "rolling", "expanding", "ewm", "rank",
  "interpolate", "ffill", "bfill", "sort_values", "head", "tail", "sample", "duplicated", "drop_duplicates", "idxmax", "idxmin", "first", "last", "resample",
  "qcut", "cut", "factorize", "get_dummies", "nanmean", "nansum", "average", "percentile", "cov", "corr",
]);

// ---- reading -----------------------------------------------------------------------------------------------

class Reader {
  readonly columns = new Set<string>();
  readonly wanted = new Map<string, RowType>();
  readonly replaced: { readonly node: Name; readonly text: string }[] = [];
  readonly libraries = new Map<string, string>();
  readonly #context: RowContext;

  constructor(context: RowContext) {
    this.#context = context;
  }

  /** @param expected what a column of which nothing is known must be here */
  read(node: Expression, expected: RowType | undefined): RowType {
    const column = this.#columnAt(node);
    if (column !== undefined) return this.#column(column, node, expected);
    switch (node.kind) {
      case "Constant":
        return constantType(node) ?? refuse("a constant of this kind is not followed", node);
      case "Name":
        return this.#constant(node);
      case "UnaryOp": {
        if (node.op === "not") return refuse("not looks at a whole column; ~ is for each row", node);
        const type = this.read(node.operand, node.op === "~" ? "bool" : (expected ?? "float"));
        return node.op === "~" ? needs("bool", type, node) : numeric(type, node);
      }
      case "BinOp":
        return this.#operation(node);
      case "Compare":
        return this.#comparison(node);
      case "Attribute":
        return this.#attribute(node);
      case "Call":
        return this.#call(node, expected);
      case "BoolOp":
        return refuse("and and or look at a whole column; & and | are for each row", node);
      case "IfExp":
        return refuse("if looks at a whole column; np.where is for each row", node);
      default:
        return refuse("this is not known to look at each row by itself", node);
    }
  }

  #columnAt(node: Expression): string | undefined {
    const { frame } = this.#context;
    if (node.kind === "Subscript" && node.value.kind === "Name" && node.value.id === frame) {
      if (node.slice.kind !== "Constant" || node.slice.type !== "str") return refuse(`${frame}[...] is no single column here`, node);
      return node.slice.value;
    }
    return undefined;
  }

  #column(name: string, node: Expression, expected: RowType | undefined): RowType {
    const found = this.#context.columnType(name);
    if (typeof found === "object") return refuse(found.reason, node);
    this.columns.add(name);
    if (node.kind === "Subscript" && node.value.kind === "Name") this.replaced.push({ node: node.value, text: this.#context.inputs });
    if (found !== "any") return found;
    const type = this.wanted.get(name) ?? expected;
    if (type === undefined) return refuse(`the type of ${name}, which comes with the request, is not known`, node);
    this.wanted.set(name, type);
    return type;
  }

  /** A name that stands for one number or text, wherever it is read. */
  #constant(node: Name): RowType {
    if (node.id === this.#context.frame) return refuse(`all of ${node.id} is used, not a column of it`, node);
    const { constant } = this.#context.analysis.valueOf(node);
    const text = constant?.kind === "number" ? String(constant.value) : constant?.kind === "bool" ? (constant.value ? "True" : "False") : undefined;
    if (constant?.kind === "number" && text !== undefined && /^-?\d+(?:\.\d+)?$/u.test(text)) {
      const isWhole = constant.isInteger;
      this.replaced.push({ node, text: isWhole || text.includes(".") ? text : `${text}.0` });
      return isWhole ? "int" : "float";
    }
    if (constant?.kind === "bool" && text !== undefined) {
      this.replaced.push({ node, text });
      return "bool";
    }
    const [piece, ...more] = constant?.kind === "text" ? constant.pieces : [];
    if (piece?.kind === "literal" && more.length === 0) {
      this.replaced.push({ node, text: JSON.stringify(piece.text) });
      return "text";
    }
    return refuse(`${node.id} is not known here: it is neither a column nor a constant`, node);
  }

  #operation(node: Extract<Expression, { kind: "BinOp" }>): RowType {
    const { op } = node;
    if (op === "&" || op === "|" || op === "^") {
      needs("bool", this.read(node.left, "bool"), node.left);
      return needs("bool", this.read(node.right, "bool"), node.right);
    }
    if (op === "@" || op === "<<" || op === ">>") return refuse("this is not known to look at each row by itself", node);
    const isText = (each: Expression): boolean => each.kind === "Constant" && each.type === "str";
    const expected: RowType = op === "+" && (isText(node.left) || isText(node.right)) ? "text" : "float";
    const left = this.read(node.left, expected);
    const right = this.read(node.right, expected);
    if (op === "+" && left === "text" && right === "text") return "text";
    const isShort = (left === "short" && isWholeNumber(node.right)) || (right === "short" && isWholeNumber(node.left));
    const type = isShort ? "short" : joined(numeric(left, node.left), numeric(right, node.right), node);
    // A negative power of an integer is an error in NumPy, which the number would have to tell.
    return op === "/" || (op === "**" && !isWholeNumber(node.right)) ? "float" : type === "bool" ? "int" : type;
  }

  #comparison(node: Extract<Expression, { kind: "Compare" }>): RowType {
    const [op, ...more] = node.ops;
    const [right] = node.comparators;
    if (!right || more.length > 0 || op === "in" || op === "not in" || op === "is" || op === "is not") return refuse("this looks at a whole column", node);
    const of = (each: Expression): RowType | undefined => (each.kind === "Constant" ? constantType(each) : undefined);
    const wish = (other: Expression): RowType | undefined => (of(other) === "int" ? "float" : of(other));
    const left = this.read(node.left, wish(right));
    const other = this.read(right, wish(node.left) ?? left);
    if ((left === "text") !== (other === "text") || (left === "time") !== (other === "time")) return refuse("things of different kinds are compared", node);
    return "bool";
  }

  /** `df["at"].dt.hour` */
  #attribute(node: Extract<Expression, { kind: "Attribute" }>): RowType {
    const part = node.value.kind === "Attribute" && node.value.attr.name === "dt" ? timeParts.get(node.attr.name) : undefined;
    if (part === undefined || node.value.kind !== "Attribute") return refuse("this is not known to look at each row by itself", node);
    needs("time", this.read(node.value.value, "time"), node);
    return part;
  }

  #call(node: Call, expected: RowType | undefined): RowType {
    const { func, args, keywords } = node;
    const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
    const { type } = this.#context.analysis.valueOf(func);
    const qualified = type?.kind === "symbol" ? type.name : undefined;
    if (qualified !== undefined && /(?:^|\.)random(?:\.|$)/u.test(qualified)) return refuse("it is drawn at random: each computation would give something else", node);
    if (/^(?:now|today|utcnow|time)$/u.test(name)) return refuse("it depends on the time at which it is computed", node);
    if (keywords.some(({ arg }) => arg === undefined) || args.some(({ kind }) => kind === "Starred")) return refuse("it is not known what is passed here", node);
    if (qualified === "numpy.where") return this.#where(node, expected);
    const result = qualified === undefined ? undefined : functions.get(qualified);
    if (result !== undefined) {
      this.#library(func);
      const types = this.#all([...args, ...keywords.map(({ value }) => value)], wishFor(result, expected));
      return resultOf(result, types[0] ?? "float", types, node);
    }
    if (func.kind !== "Attribute" || qualified !== undefined) return refuse(reasonFor(name), node);
    return this.#method(node, func.value, name, expected);
  }

  #method(node: Call, receiver: Expression, name: string, expected: RowType | undefined): RowType {
    const given = [...node.args, ...node.keywords.map(({ value }) => value)];
    if (receiver.kind === "Attribute" && receiver.attr.name === "str") {
      const type = textMethods.get(name);
      if (type === undefined) return refuse(reasonFor(name), node);
      needs("text", this.read(receiver.value, "text"), node);
      this.#all(given, undefined);
      return type;
    }
    if (name === "astype") return this.#cast(node, receiver);
    const result = methods.get(name);
    if (result === undefined) return refuse(reasonFor(name), node);
    const own = this.read(receiver, name === "isin" ? listedType(node) : wishFor(result, expected));
    if (name === "isin") {
      const [values] = node.args;
      if (values?.kind !== "List" || !values.elts.every(({ kind }) => kind === "Constant")) return refuse("the values are not written here", node);
      return "bool";
    }
    if (name === "round" || name === "clip") {
      const limits = this.#all(given, "float");
      return name === "clip" && own === "int" && limits.includes("float") ? "float" : numeric(own, node);
    }
    return resultOf(result, own, [own, ...this.#all(given, own)], node);
  }

  #where(node: Call, expected: RowType | undefined): RowType {
    const [condition, yes, no, ...more] = node.args;
    if (!condition || !yes || !no || more.length > 0 || node.keywords.length > 0) return refuse("it is not known what is passed here", node);
    this.#library(node.func);
    needs("bool", this.read(condition, "bool"), condition);
    const first = this.read(yes, expected);
    const second = this.read(no, expected ?? first);
    return first === second ? first : joined(numeric(first, yes), numeric(second, no), node);
  }

  #cast(node: Call, receiver: Expression): RowType {
    const [to] = node.args;
    const written = to?.kind === "Name" ? to.id : to?.kind === "Constant" && to.type === "str" ? to.value : to?.kind === "Attribute" ? to.attr.name : "";
    const type = castTypes.get(written);
    if (type === undefined || node.args.length > 1 || node.keywords.length > 0) return refuse("the type that it is turned into is not followed", node);
    if (to?.kind === "Attribute") this.#library(to);
    const own = this.read(receiver, type === "bool" ? "float" : type === "text" ? undefined : "float");
    // Texts that are numbers, or times, are turned in more ways than one.
    return own === "text" || own === "time" ? refuse(`${own === "text" ? "a text" : "a time"} is turned into something else here`, node) : type;
  }

  #all(nodes: readonly Expression[], expected: RowType | undefined): readonly RowType[] {
    return nodes.map((each) => this.read(each, expected));
  }

  /** `np` of `np.log1p`, `log1p` of `from numpy import log1p`. */
  #library(node: Expression): void {
    const head = headOf(node);
    const { type } = head ? this.#context.analysis.valueOf(head) : { type: undefined };
    if (head && (type?.kind === "module" || type?.kind === "symbol")) this.libraries.set(head.id, type.kind === "module" ? type.name : `${type.name}()`);
  }
}

const castTypes: ReadonlyMap<string, RowType> = new Map<string, RowType>([
  ["int", "int"], ["int64", "int"], ["int32", "int"], ["float", "float"], ["float64", "float"], ["float32", "float"], ["bool", "bool"], ["str", "text"],
]);

function reasonFor(name: string): string {
  return wholeColumn.has(name)
    ? `${name}() looks at other rows; what is computed on demand sees those of one request only`
    : `${name === "" ? "this" : `${name}()`} is not known to look at each row by itself`;
}

function headOf(node: Expression): Name | undefined {
  let head = node;
  while (head.kind === "Attribute") head = head.value;
  return head.kind === "Name" ? head : undefined;
}

function constantType(node: Extract<Expression, { kind: "Constant" }>): RowType | undefined {
  switch (node.type) {
    case "int":
      return "int";
    case "float":
      return "float";
    case "True":
    case "False":
      return "bool";
    case "str":
      return "text";
    default:
      return undefined;
  }
}

/** What a column of which nothing is known must be, to be asked for such a result. */
function wishFor(result: Result, expected: RowType | undefined): RowType | undefined {
  return result === "bool" ? undefined : result === "float" ? "float" : (expected ?? "float");
}

function listedType({ args: [values] }: Call): RowType | undefined {
  const [first] = values?.kind === "List" ? values.elts : [];
  return first?.kind === "Constant" ? constantType(first) : undefined;
}

function resultOf(result: Result, own: RowType, all: readonly RowType[], node: Expression): RowType {
  if (result === "same") return numeric(own, node);
  if (result !== "joined") return result;
  return all.every((type) => type === own) ? own : all.reduce((left, right) => joined(numeric(left, node), numeric(right, node), node));
}

function joined(left: RowType, right: RowType, at: Expression): RowType {
  if (left === right) return left;
  const both = new Set([left, right]);
  if (both.has("text") || both.has("time")) return refuse("things of different kinds are put together", at);
  if (both.has("short") && both.has("bool")) return refuse("it is not known how large the result is", at);
  return both.has("float") ? "float" : "int";
}

/** A number in the code takes the size of the column that it meets. */
function isWholeNumber(node: Expression): boolean {
  return node.kind === "Constant" && node.type === "int";
}

function numeric(type: RowType, at: Expression): RowType {
  return type === "text" || type === "time" ? refuse(`${type === "text" ? "a text" : "a time"} is no number`, at) : type;
}

function needs(wanted: RowType, type: RowType, at: Expression): RowType {
  return type === wanted ? type : refuse(`this is ${names[type]}, and has to be ${names[wanted]}`, at);
}

const names: Readonly<Record<RowType, string>> = { int: "an integer", short: "an integer", float: "a number", bool: "true or false", text: "a text", time: "a time" };

function refuse(reason: string, at: Expression): never {
  throw new Refusal(reason, at);
}

/** Whether an expression speaks of a name at all: a cheap look before the whole. */
export function mentions(node: Expression, name: string): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Name" && each.id === name) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}
