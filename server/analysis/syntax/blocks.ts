/**
 * Blocks: the lists of statements that a node holds directly; and clauses, the parts of a statement that hold blocks of their own.
 *
 *     try:                      two blocks of the statement: the body and what stands below `else`
 *         rows = read()
 *     except OSError:           a clause, with a block of its own
 *         rows = []
 *     else:
 *         print(rows)
 */
import type { ExceptHandler, MatchCase, Node, Statement } from "./nodes.ts";

/** The blocks of a statement, or of a clause, in order; empty ones included. */
export function blocksOf(node: Node): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "With":
    case "AsyncWith":
    case "ExceptHandler":
    case "MatchCase":
      return [node.body];
    case "For":
    case "AsyncFor":
    case "While":
    case "If":
      return [node.body, node.orelse];
    case "Try":
    case "TryStar":
      return [node.body, node.orelse, node.finalbody];
    default:
      return none;
  }
}

/** Handlers of `try`, cases of `match`. */
export function clausesOf(node: Node): readonly (ExceptHandler | MatchCase)[] {
  if (node.kind === "Try" || node.kind === "TryStar") return node.handlers;
  return node.kind === "Match" ? node.cases : none;
}

/**
 * All that statements below a node are reached through, list by list in the order they are written: blocks, clauses, and the Python that a
 * magic runs, which is no block: nothing can be moved into it or out of it.
 */
export function partsOf(node: Node): readonly (readonly Node[])[] {
  switch (node.kind) {
    case "Try":
    case "TryStar":
      return [node.body, node.handlers, node.orelse, node.finalbody];
    case "Match":
      return [node.cases];
    case "Expr":
    case "Assign":
      return node.value.kind === "Magic" ? [[node.value]] : none;
    case "Magic":
      return [node.python];
    default:
      return blocksOf(node);
  }
}

const none: readonly never[] = [];
