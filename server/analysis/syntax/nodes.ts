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
 *
 * Expressions, statements and patterns stand in a file each; whoever needs nodes has them from here.
 */
import type { Argument, Arguments, Comprehension, Expression, Keyword } from "./expression-nodes.ts";
import type { Range } from "./node.ts";
import type { Pattern } from "./pattern-nodes.ts";
import type { Alias, ExceptHandler, MatchCase, Statement, TypeParameter, WithItem } from "./statement-nodes.ts";

export type * from "./expression-nodes.ts";
export type { Identifier, Range } from "./node.ts";
export type * from "./pattern-nodes.ts";
export type * from "./statement-nodes.ts";

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
