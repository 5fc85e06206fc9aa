/**
 * Functions that a script calls whenever it runs: from its top level or its main guard, directly or through one another.
 *
 *     def load(): ...                   called: by main
 *     def main(): load()                called: under the guard
 *     def plot(): ...                   not surely: only if somebody asks
 *     if __name__ == "__main__":
 *         main()
 *         if "--plot" in sys.argv: plot()
 */
import { isMainGuard } from "../facts/main-guard.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";

export function surelyCalled(units: readonly Unit[]): ReadonlySet<string> {
  const bodies = new Map<string, readonly Statement[]>();
  for (const node of units.flatMap(({ body }) => body)) if (node.kind === "FunctionDef") bodies.set(node.name.name, node.body);
  const called = new Set<string>();
  const visit = (body: readonly Statement[]): void => {
    for (const node of body) {
      if (node.kind === "If" && isMainGuard(node)) visit(node.body);
      else if (node.kind === "With") visit(node.body);
      else if (node.kind === "Return" || node.kind === "Raise") return;
      else if (node.kind === "Expr" || node.kind === "Assign" || node.kind === "AnnAssign" || node.kind === "AugAssign") {
        walk([node], (inner) => {
          if (inner.kind === "Lambda" || inner.kind === "IfExp" || inner.kind === "BoolOp" || inner.kind.endsWith("Comp") || inner.kind === "GeneratorExp") return "skip";
          if (inner.kind === "Call" && inner.func.kind === "Name" && !called.has(inner.func.id)) {
            called.add(inner.func.id);
            visit(bodies.get(inner.func.id) ?? []);
          }
          return undefined;
        });
      } else if (node.kind === "If" || node.kind === "For" || node.kind === "While" || node.kind === "Try" || node.kind === "Match") {
        // What is inside may not run, but what stands below it does, unless something inside leaves.
        let leaves = false;
        walk([node], (inner) => {
          if (inner.kind === "Return" || inner.kind === "Raise") leaves = true;
          return undefined;
        });
        if (leaves as boolean) return;
      }
    }
  };
  visit(units.flatMap(({ body }) => body));
  return called;
}
