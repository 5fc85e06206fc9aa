/**
 * Blocks: the lists of statements that a node holds directly.
 *
 *     for row in rows:          two blocks: the body and what stands below `else`
 *         total += row
 *     else:
 *         print(total)
 */
import type { Node, Statement } from "./nodes.ts";

/** The blocks of a statement, or of a part of one, in order; empty ones included. */
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
      return noBlocks;
  }
}

const noBlocks: readonly never[] = [];
