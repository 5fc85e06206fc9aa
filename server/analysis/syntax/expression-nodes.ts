/**
 * Nodes that have a value: calls, names, literals, IPython magics; and the parts that only they have. See nodes.ts.
 */
import type { Base, Identifier, Range } from "./node.ts";
import type { Statement } from "./statement-nodes.ts";

export type BoolOperator = "and" | "or";
export type BinaryOperator = "+" | "-" | "*" | "@" | "/" | "%" | "**" | "<<" | ">>" | "|" | "^" | "&" | "//";
export type UnaryOperator = "~" | "not" | "+" | "-";
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "is" | "is not" | "in" | "not in";
export type ExpressionContext = "load" | "store" | "del";

export interface BoolOp extends Base {
  readonly kind: "BoolOp";
  readonly op: BoolOperator;
  readonly values: readonly Expression[];
}
export interface NamedExpr extends Base {
  readonly kind: "NamedExpr";
  readonly target: Name;
  readonly value: Expression;
}
export interface BinOp extends Base {
  readonly kind: "BinOp";
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Base {
  readonly kind: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Lambda extends Base {
  readonly kind: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}
export interface IfExp extends Base {
  readonly kind: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Dict extends Base {
  readonly kind: "Dict";
  /** `undefined` marks `**value`. Same length as `values`. */
  readonly keys: readonly (Expression | undefined)[];
  readonly values: readonly Expression[];
}
export interface SetDisplay extends Base {
  readonly kind: "Set";
  readonly elts: readonly Expression[];
}
export interface ListComp extends Base {
  readonly kind: "ListComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Base {
  readonly kind: "SetComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Base {
  readonly kind: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Base {
  readonly kind: "GeneratorExp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Base {
  readonly kind: "Await";
  readonly value: Expression;
}
export interface Yield extends Base {
  readonly kind: "Yield";
  readonly value: Expression | undefined;
}
export interface YieldFrom extends Base {
  readonly kind: "YieldFrom";
  readonly value: Expression;
}
export interface Compare extends Base {
  readonly kind: "Compare";
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Base {
  readonly kind: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** `{value!conversion:format_spec}` inside an f-string. */
export interface FormattedValue extends Base {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  /** `s`, `r`, `a` or absent. `r` for `{value=}` without a format specification, as in CPython. */
  readonly conversion: string | undefined;
  readonly formatSpec: JoinedStr | undefined;
  /** `{value=}`: the text up to and including `=`, which also is at the end of the Constant before, as in CPython. */
  readonly debugText: string | undefined;
}
/** `{value!conversion:format_spec}` inside a t-string (3.14). */
export interface Interpolation extends Base {
  readonly kind: "Interpolation";
  readonly value: Expression;
  /** The expression's text as written. */
  readonly str: string;
  readonly conversion: string | undefined;
  readonly formatSpec: JoinedStr | undefined;
  readonly debugText: string | undefined;
}
/** An f-string; implicit concatenation with other literals makes one JoinedStr, as in CPython. */
export interface JoinedStr extends Base {
  readonly kind: "JoinedStr";
  readonly values: readonly (StringConstant | FormattedValue)[];
  /** The literals that were written, in order. Empty for a format specification. */
  readonly parts: readonly StringPart[];
}
/** A t-string (3.14). */
export interface TemplateStr extends Base {
  readonly kind: "TemplateStr";
  readonly values: readonly (StringConstant | Interpolation)[];
  readonly parts: readonly StringPart[];
}

/** One string literal as written: `rb'''...'''`. Several stand side by side in an implicit concatenation. */
export interface StringPart extends Range {
  /** As written: `""`, `"r"`, `"Rb"`, `"f"`. */
  readonly prefix: string;
  /** `'`, `"`, `'''` or `"""`. */
  readonly quote: string;
  /** Range of the text between the quotes. */
  readonly content: Range;
  /** False when the closing quote is missing. */
  readonly closed: boolean;
}

interface ConstantBase extends Base {
  readonly kind: "Constant";
}
export interface StringConstant extends ConstantBase {
  readonly type: "str";
  /** With escapes resolved. A lone surrogate escape stays a lone surrogate. */
  readonly value: string;
  /** The literals that were written, in order. Inside a JoinedStr: empty. */
  readonly parts: readonly StringPart[];
}
export interface BytesConstant extends ConstantBase {
  readonly type: "bytes";
  /** One character per byte, U+0000 to U+00FF. */
  readonly value: string;
  readonly parts: readonly StringPart[];
}
export interface NumberConstant extends ConstantBase {
  readonly type: "int" | "float" | "complex";
  /** As written, with underscores. */
  readonly text: string;
  /** As a JavaScript number; an int past 2^53 is rounded, see `text`. For complex, the imaginary part. */
  readonly value: number;
}
export interface KeywordConstant extends ConstantBase {
  readonly type: "None" | "True" | "False" | "Ellipsis";
}
export type Constant = StringConstant | BytesConstant | NumberConstant | KeywordConstant;

export interface Attribute extends Base {
  readonly kind: "Attribute";
  readonly value: Expression;
  /** Empty name and no width while it is being typed: `df.`. */
  readonly attr: Identifier;
  readonly ctx: ExpressionContext;
}
export interface Subscript extends Base {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExpressionContext;
}
export interface Starred extends Base {
  readonly kind: "Starred";
  readonly value: Expression;
  readonly ctx: ExpressionContext;
}
export interface Name extends Base {
  readonly kind: "Name";
  readonly id: string;
  readonly ctx: ExpressionContext;
}
export interface List extends Base {
  readonly kind: "List";
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
export interface Tuple extends Base {
  readonly kind: "Tuple";
  readonly elts: readonly Expression[];
  readonly ctx: ExpressionContext;
}
export interface Slice extends Base {
  readonly kind: "Slice";
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}
/** An expression was expected here and none was written. */
export interface Missing extends Base {
  readonly kind: "Missing";
}

export type Expression =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | SetDisplay | ListComp | SetComp | DictComp
  | GeneratorExp | Await | Yield | YieldFrom | Compare | Call | FormattedValue | Interpolation | JoinedStr
  | TemplateStr | Constant | Attribute | Subscript | Starred | Name | List | Tuple | Slice | Magic | Missing;

/**
 * IPython syntax. As a statement it is wrapped in Expr (`Expr { value: Magic }`); as the right side of `x = %time f()`
 * or `x = !ls` it is the Assign's value.
 *
 * | written              | form    | name     | body                                  |
 * |----------------------|---------|----------|---------------------------------------|
 * | `%matplotlib inline` | `line`  | matplotlib | `inline`                            |
 * | `%%time` + lines     | `cell`  | time     | the rest of the cell                  |
 * | `%sql` + lines       | `cell`  | sql      | the rest of the cell (Databricks)     |
 * | `!pip install x`     | `shell` | `!` / `!!` | `pip install x`                     |
 * | `?df.head`, `df??`   | `help`  | `?` / `??` | `df.head`                           |
 * | `# MAGIC %sql ...`   | `cell`  | sql      | the cell's text                       |
 */
export interface Magic extends Base {
  readonly kind: "Magic";
  readonly form: "line" | "cell" | "shell" | "help";
  readonly name: Identifier;
  /** Arguments on the magic's own line. */
  readonly argument: Range & { readonly text: string };
  /** Text of a cell magic below its first line. */
  readonly body: (Range & { readonly text: string }) | undefined;
  /**
   * Python inside the magic, parsed: the expression or statements of `%time`, `%timeit`, `%prun`, `%%time`,
   * `%%timeit`, `%%capture`, `%%prun`, `%%memit` and others whose payload is Python of this namespace. Empty otherwise.
   */
  readonly python: readonly Statement[];
}

// Parts of expressions.

export interface Keyword extends Base {
  readonly kind: "Keyword";
  /** `undefined` for `**value`. */
  readonly arg: Identifier | undefined;
  readonly value: Expression;
}
export interface Comprehension extends Base {
  readonly kind: "Comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}
export interface Argument extends Base {
  readonly kind: "Argument";
  readonly arg: Identifier;
  readonly annotation: Expression | undefined;
}
export interface Arguments extends Base {
  readonly kind: "Arguments";
  readonly posonlyargs: readonly Argument[];
  readonly args: readonly Argument[];
  readonly vararg: Argument | undefined;
  readonly kwonlyargs: readonly Argument[];
  /** Same length as `kwonlyargs`; `undefined` where there is no default. */
  readonly kwDefaults: readonly (Expression | undefined)[];
  readonly kwarg: Argument | undefined;
  /** Defaults of the last of posonlyargs + args, as in CPython. */
  readonly defaults: readonly Expression[];
}
