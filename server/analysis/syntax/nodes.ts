/**
 * The syntax tree: CPython's `ast` (3.14), node for node and field for field, with these additions.
 *
 * - `start` and `end` are UTF-16 offsets relative to the start of the unit that holds the node (see unit.ts), so
 *   a unit that moves keeps its tree.
 * - `Magic` is an IPython magic, shell or help line, as a statement or as the right side of an assignment.
 * - `Missing` stands where an expression was expected and none was written: `f(a, ` has a Call whose second
 *   argument is Missing. It has no width.
 * - Names that CPython keeps as bare strings carry their own range where an editor needs it (`Identifier`).
 * - Parentheses are not nodes, as in CPython; `start`/`end` of an expression exclude them.
 *
 * One sample, `x = f(1)`:
 *
 *     Assign 0-8 { targets: [Name x 0-1], value: Call 4-8 { func: Name f, args: [Constant 1 6-7], keywords: [] } }
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Base extends Range {
  readonly kind: string;
}

/** A name that is not an expression of its own: of a function, an argument, an attribute, an alias. */
export interface Identifier extends Range {
  readonly name: string;
}

// ---- expressions -------------------------------------------------------------------------------------------

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

// ---- parts of expressions and statements -------------------------------------------------------------------

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
export interface Alias extends Base {
  readonly kind: "Alias";
  /** Dotted, or `*`. */
  readonly name: Identifier;
  readonly asname: Identifier | undefined;
}
export interface WithItem extends Base {
  readonly kind: "WithItem";
  readonly contextExpr: Expression;
  readonly optionalVars: Expression | undefined;
}
export interface ExceptHandler extends Base {
  readonly kind: "ExceptHandler";
  readonly type: Expression | undefined;
  readonly name: Identifier | undefined;
  readonly body: readonly Statement[];
}
export interface MatchCase extends Base {
  readonly kind: "MatchCase";
  readonly pattern: Pattern;
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
}
export interface TypeVar extends Base {
  readonly kind: "TypeVar";
  readonly name: Identifier;
  readonly bound: Expression | undefined;
  readonly defaultValue: Expression | undefined;
}
export interface ParamSpec extends Base {
  readonly kind: "ParamSpec";
  readonly name: Identifier;
  readonly defaultValue: Expression | undefined;
}
export interface TypeVarTuple extends Base {
  readonly kind: "TypeVarTuple";
  readonly name: Identifier;
  readonly defaultValue: Expression | undefined;
}
export type TypeParameter = TypeVar | ParamSpec | TypeVarTuple;

// ---- patterns ----------------------------------------------------------------------------------------------

export interface MatchValue extends Base {
  readonly kind: "MatchValue";
  readonly value: Expression;
}
export interface MatchSingleton extends Base {
  readonly kind: "MatchSingleton";
  readonly value: "None" | "True" | "False";
}
export interface MatchSequence extends Base {
  readonly kind: "MatchSequence";
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Base {
  readonly kind: "MatchMapping";
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: Identifier | undefined;
}
export interface MatchClass extends Base {
  readonly kind: "MatchClass";
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwdAttrs: readonly Identifier[];
  readonly kwdPatterns: readonly Pattern[];
}
export interface MatchStar extends Base {
  readonly kind: "MatchStar";
  /** `undefined` for `*_`. */
  readonly name: Identifier | undefined;
}
export interface MatchAs extends Base {
  readonly kind: "MatchAs";
  readonly pattern: Pattern | undefined;
  /** `undefined` for `_`. */
  readonly name: Identifier | undefined;
}
export interface MatchOr extends Base {
  readonly kind: "MatchOr";
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  | MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ---- statements --------------------------------------------------------------------------------------------

interface FunctionBase extends Base {
  readonly name: Identifier;
  readonly typeParams: readonly TypeParameter[];
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decoratorList: readonly Expression[];
  readonly returns: Expression | undefined;
}
/** `start` is at `def`, as in CPython; decorators lie before it. */
export interface FunctionDef extends FunctionBase {
  readonly kind: "FunctionDef";
}
export interface AsyncFunctionDef extends FunctionBase {
  readonly kind: "AsyncFunctionDef";
}
export interface ClassDef extends Base {
  readonly kind: "ClassDef";
  readonly name: Identifier;
  readonly typeParams: readonly TypeParameter[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decoratorList: readonly Expression[];
}
export interface Return extends Base {
  readonly kind: "Return";
  readonly value: Expression | undefined;
}
export interface Delete extends Base {
  readonly kind: "Delete";
  readonly targets: readonly Expression[];
}
export interface Assign extends Base {
  readonly kind: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface TypeAlias extends Base {
  readonly kind: "TypeAlias";
  readonly name: Name;
  readonly typeParams: readonly TypeParameter[];
  readonly value: Expression;
}
export interface AugAssign extends Base {
  readonly kind: "AugAssign";
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssign extends Base {
  readonly kind: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | undefined;
  /** 1 when the target is a bare name, else 0, as in CPython. */
  readonly simple: 0 | 1;
}
interface ForBase extends Base {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface For extends ForBase {
  readonly kind: "For";
}
export interface AsyncFor extends ForBase {
  readonly kind: "AsyncFor";
}
export interface While extends Base {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface If extends Base {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** `elif` is an If alone in here that starts at `elif`, as in CPython. */
  readonly orelse: readonly Statement[];
}
interface WithBase extends Base {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface With extends WithBase {
  readonly kind: "With";
}
export interface AsyncWith extends WithBase {
  readonly kind: "AsyncWith";
}
export interface Match extends Base {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Base {
  readonly kind: "Raise";
  readonly exc: Expression | undefined;
  readonly cause: Expression | undefined;
}
interface TryBase extends Base {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface Try extends TryBase {
  readonly kind: "Try";
}
export interface TryStar extends TryBase {
  readonly kind: "TryStar";
}
export interface Assert extends Base {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly msg: Expression | undefined;
}
export interface Import extends Base {
  readonly kind: "Import";
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Base {
  readonly kind: "ImportFrom";
  /** `undefined` for `from . import x`. */
  readonly module: Identifier | undefined;
  readonly names: readonly Alias[];
  /** Number of leading dots. */
  readonly level: number;
}
export interface Global extends Base {
  readonly kind: "Global";
  readonly names: readonly Identifier[];
}
export interface Nonlocal extends Base {
  readonly kind: "Nonlocal";
  readonly names: readonly Identifier[];
}
export interface ExpressionStatement extends Base {
  readonly kind: "Expr";
  readonly value: Expression;
}
export interface Pass extends Base {
  readonly kind: "Pass";
}
export interface Break extends Base {
  readonly kind: "Break";
}
export interface Continue extends Base {
  readonly kind: "Continue";
}

/**
 * IPython syntax. As a statement it is wrapped in Expr (`Expr { value: Magic }`); as the right side of `x = %time f()`
 * or `x = !ls` it is the Assign's value.
 *
 * | written              | form    | name     | body                                  |
 * |----------------------|---------|----------|---------------------------------------|
 * | `%matplotlib inline` | `line`  | matplotlib | `inline`                            |
 * | `%%time` + lines     | `cell`  | time     | the rest of the cell                  |
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

export type Statement =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign | For
  | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert | Import | ImportFrom | Global
  | Nonlocal | ExpressionStatement | Pass | Break | Continue;

export type Node =
  | Statement | Expression | Pattern | TypeParameter | Keyword | Comprehension | Argument | Arguments | Alias | WithItem
  | ExceptHandler | MatchCase;

/** From a node kind to its type: `NodeOf["Call"]` is `Call`. */
export type NodeOf = { readonly [K in Node["kind"]]: Extract<Node, { readonly kind: K }> };

/** A syntax error, at a unit-relative range. Messages speak the user's words and say what was expected. */
export interface SyntaxProblem extends Range {
  readonly message: string;
}

/** A comment with its `#`, without the line break. */
export interface Comment extends Range {
  readonly text: string;
}
