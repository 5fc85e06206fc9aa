/**
 * Nodes that do something and have no value: definitions, assignments, control flow, imports; and the parts that only they have. See nodes.ts.
 */
import type { Arguments, BinaryOperator, Expression, Keyword, Name } from "./expression-nodes.ts";
import type { Base, Identifier } from "./node.ts";
import type { Pattern } from "./pattern-nodes.ts";

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

export type Statement =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign | For
  | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert | Import | ImportFrom | Global
  | Nonlocal | ExpressionStatement | Pass | Break | Continue;

// Parts of statements.

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
