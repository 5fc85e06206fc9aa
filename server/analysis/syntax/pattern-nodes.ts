/**
 * Nodes of patterns, which `case` holds against a value: `case {"name": str(name), **rest}:`. See nodes.ts.
 */
import type { Expression } from "./expression-nodes.ts";
import type { Base, Identifier } from "./node.ts";

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
