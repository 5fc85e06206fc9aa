/**
 * What one forward interpretation leaves behind for facts, rules and features: per unit, the calls that it makes and
 * the values of its expressions, and the environment at its exit.
 *
 * Module-level statements are interpreted once, in order. Function bodies are interpreted when a call in the same
 * document reaches them (with the values of its arguments) and once more with open parameters, after the last unit, as
 * anybody may call them. Both kinds of events are recorded with the unit that holds the code; `via` tells them apart.
 */
import type { Call, Expression, FunctionDef, AsyncFunctionDef, Lambda, ClassDef, Node } from "../syntax/nodes.ts";
import { Slots } from "../syntax/slots.ts";
import type { Bearer } from "../syntax/slots.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import type { Value } from "./value.ts";

/** One call as interpreted, in one context. */
export interface CallEvent {
  readonly unit: Unit;
  readonly node: Call;
  /** Qualified name of the library callable: `pandas.read_csv`, `sqlite3.Cursor.execute`. `undefined`: not proved. */
  readonly target: string | undefined;
  /** All callables that this may be, by qualified name, when each is proved; `[target]` where it is one. Empty when some is not known. */
  readonly targets: readonly string[];
  /** Value of the function expression. */
  readonly callee: Value;
  /** For a method call, the object it is looked up on. */
  readonly receiver: Value | undefined;
  /** In source order, `*args` and `**kwargs` included (see `unpacked`). */
  readonly args: readonly ArgumentValue[];
  readonly result: Value;
  /** The innermost function that holds the call; `undefined` at module level. */
  readonly scope: Scope | undefined;
  /** Call sites, outermost first, through which this context was reached. Empty at module level and for open parameters. */
  readonly via: readonly Place[];
}

export interface ArgumentValue {
  readonly node: Expression;
  /** Name written at the call; `undefined` for a positional argument. */
  readonly keyword: string | undefined;
  /** Index among positional arguments; -1 for keywords. */
  readonly position: number;
  /** `*x` or `**x`: later positions, or any keyword, may be filled by it. */
  readonly unpacked: boolean;
  readonly value: Value;
}

export interface Scope {
  readonly node: FunctionDef | AsyncFunctionDef | Lambda | ClassDef;
  readonly name: string;
}

/** Interpretation of one unit. Replaced as a whole when the unit's key changes. */
export interface UnitAnalysis extends Bearer {
  readonly unit: Unit;
  /** In evaluation order; function bodies after module-level code. */
  readonly calls: readonly CallEvent[];
  /**
   * Calls in functions of other modules that ask for features on behalf of this unit, or are given a text that is written outside of
   * their module: `via` begins with calls of this document.
   */
  readonly reached: readonly CallEvent[];
  /**
   * Value of an expression of this unit, with open parameters inside functions. Unknown for code that was not reached.
   * Where loops or branches evaluate an expression more than once, the join.
   */
  valueOf(node: Expression): Value;
  /** Names bound at module level by this unit, in order of first binding. */
  readonly binds: readonly string[];
  /** Module-level names that this unit reads, directly or from function bodies in it. */
  readonly reads: readonly string[];
  /** Names that a star import at module level binds, by the module as written; `undefined` for one whose names are not known, as libraries'. */
  starNames(module: string): readonly string[] | undefined;
}

/** For those who keep what they work out of analyses. */
export const slotsOfAnalyses = new Slots<UnitAnalysis>();

export interface DocumentAnalysis {
  readonly units: readonly UnitAnalysis[];
  /** The same units in groups. A group is the same array as in the analysis before the last edit unless a unit of it changed. */
  readonly groups: readonly UnitGroup[];
  /** The same groups in sections, of which the same holds. */
  readonly sections: readonly UnitSection[];
  analysisOf(unit: Unit): UnitAnalysis | undefined;
  /** Value of a module-level name after the last unit. */
  exitValue(name: string): Value | undefined;
  /** What the document gives to those that import it. */
  exports(): Exports;
  /** Qualified names of modules imported anywhere in the document: `pandas`, `sklearn.model_selection`. A cheap gate. */
  readonly imports: ReadonlySet<string>;
}

/** The names of a module as other modules see them, at any time after it has run. */
export interface Exports {
  readonly values: ReadonlyMap<string, Value>;
  /** Other names may be bound, too. */
  readonly isOpen: boolean;
}

/** Some units that follow each other: what is worked out for a group is worth keeping (see facts/kept.ts). */
export type UnitGroup = readonly UnitAnalysis[];

/** Some groups that follow each other. */
export type UnitSection = readonly UnitGroup[];

/** Anything with a node and the unit that holds it. */
export interface Located<N extends Node = Node> {
  readonly unit: Unit;
  readonly node: N;
}
