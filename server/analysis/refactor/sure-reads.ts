/**
 * Names that statements read on every way through, as far as no way leaves them before.
 *
 *     total = total + price      total, price
 *     if flag and quick:         flag, not quick
 *         use(rate)
 *     print(total)               print
 *     if done: return            done; what follows is not read by all
 */
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { Node, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

export function surelyRead(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const each of statements) {
    readBy(names, each);
    if (mayLeave(each)) break;
  }
  return names;
}

function readBy(names: Set<string>, statement: Statement): void {
  switch (statement.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      expressions(names, [...statement.decoratorList, ...statement.args.defaults]);
      return;
    case "ClassDef":
      expressions(names, [...statement.decoratorList, ...statement.bases]);
      return;
    case "For":
    case "AsyncFor":
      expressions(names, [statement.iter]);
      return;
    case "While":
    case "If":
      expressions(names, [statement.test]);
      return;
    case "With":
    case "AsyncWith": {
      expressions(names, statement.items.map(({ contextExpr }) => contextExpr));
      for (const each of statement.body) readBy(names, each);
      return;
    }
    case "Try":
    case "TryStar":
      return;
    case "Match":
      expressions(names, [statement.subject]);
      return;
    case "AugAssign":
    case "Delete":
      walk([statement], (node) => {
        if (node.kind === "Name" && node.ctx !== "load") names.add(node.id);
        return undefined;
      });
      expressions(names, [statement]);
      return;
    default:
      expressions(names, [statement]);
  }
}

function expressions(names: Set<string>, nodes: readonly Node[]): void {
  walk(nodes, (node) => {
    switch (node.kind) {
      case "Name":
        if (node.ctx === "load" && !isBuiltinName(node.id)) names.add(node.id);
        return undefined;
      case "Lambda":
        return "skip";
      case "BoolOp":
        expressions(names, node.values.slice(0, 1));
        return "skip";
      case "IfExp":
        expressions(names, [node.test]);
        return "skip";
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        if (node.generators[0]) expressions(names, [node.generators[0].iter]);
        return "skip";
      default:
        return undefined;
    }
  });
}

function mayLeave(statement: Statement): boolean {
  let found = false;
  walk([statement], (node) => {
    if (node.kind === "Return" || node.kind === "Break" || node.kind === "Continue" || node.kind === "Try") found = true;
    return found || node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
  });
  return found;
}
