/** `if __name__ == "__main__":`, below which a module does what it does as a script only. */
import type { Expression, Node, Statement } from "../syntax/nodes.ts";

export function isMainGuard(node: Statement): boolean {
  return node.kind === "If" && asksForMain(node.test);
}

/** `is_main = __name__ == "__main__"`: the names under which a module keeps the answer. */
export function mainNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((node) => (node.kind === "Assign" && asksForMain(node.value) ? node.targets.flatMap((target) => (target.kind === "Name" ? [target.id] : [])) : []));
}

function asksForMain(test: Expression): boolean {
  if (test.kind !== "Compare") return false;
  const [other] = test.comparators;
  const sides: (Node | undefined)[] = [test.left, other];
  return sides.some((side) => side?.kind === "Name" && side.id === "__name__") && test.ops[0] === "==";
}
