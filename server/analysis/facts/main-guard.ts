/** `if __name__ == "__main__":`, below which a module does what it does as a script only. */
import type { Node, Statement } from "../syntax/nodes.ts";

export function isMainGuard(node: Statement): boolean {
  if (node.kind !== "If" || node.test.kind !== "Compare") return false;
  const [other] = node.test.comparators;
  const sides: (Node | undefined)[] = [node.test.left, other];
  return sides.some((side) => side?.kind === "Name" && side.id === "__name__") && node.test.ops[0] === "==";
}
