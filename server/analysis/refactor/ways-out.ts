/**
 * How control leaves a run of statements besides going on behind it.
 *
 *     if x is None:          returns: sometimes
 *         return 0
 *     rows.append(x)
 *
 * What nested functions do is their own affair.
 */
import { nameFlowOf } from "../facts/name-flow.ts";
import type { Node, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { holderOf, unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";
import { stepsOf } from "./ways-behind.ts";

export interface WaysOut {
  /** `always`: no way leads behind the run, all that do not raise return. */
  readonly returns: "never" | "sometimes" | "always";
  /** Some `return` gives a value. */
  readonly returnsValue: boolean;
  /** A `break` or `continue` of a loop around the run. */
  readonly leavesLoop: Node | undefined;
  readonly yields: Node | undefined;
  /** `await`, `async for`, `async with`, an asynchronous comprehension. */
  readonly awaits: boolean;
}

export function waysOutOf({ parts }: StatementRun): WaysOut {
  const nodes = parts.flatMap(({ statements }) => statements);
  const goesOn = parts.every(({ unit, statements }) => nameFlowOf(statements, unitScopes(unit)).goesOn);
  const found = { returns: false, returnsValue: false, yields: undefined as Node | undefined, awaits: false };
  walk(nodes, (node) => {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
      case "Lambda":
        return "skip";
      case "Return":
        found.returns = true;
        if (node.value) found.returnsValue = true;
        return undefined;
      case "Yield":
      case "YieldFrom":
        found.yields ??= node;
        return undefined;
      case "Await":
      case "AsyncFor":
      case "AsyncWith":
        found.awaits = true;
        return undefined;
      case "Comprehension":
        if (node.isAsync) found.awaits = true;
        return undefined;
      default:
        return undefined;
    }
  });
  const { returns, ...rest } = found;
  return { ...rest, returns: !returns ? "never" : goesOn ? "sometimes" : "always", leavesLoop: loopLeft(nodes) };
}

/** Whether nothing of the function around comes behind the run: to go on there is to return None. */
export function isLastOfHolder(run: StatementRun): boolean {
  if (!holderOf(run)) return false;
  return stepsOf(run).every(({ parent, block, behind }) => {
    if (behind.length > 0) return false;
    if (parent?.kind === "Try" || parent?.kind === "TryStar") return block !== parent.body || parent.orelse.length === 0;
    return parent?.kind !== "For" && parent?.kind !== "AsyncFor" && parent?.kind !== "While";
  });
}

function loopLeft(statements: readonly Statement[]): Node | undefined {
  let found: Node | undefined;
  const search = (roots: readonly Node[]): void => {
    walk(roots, (node) => {
      switch (node.kind) {
        case "Break":
        case "Continue":
          found ??= node;
          return undefined;
        case "For":
        case "AsyncFor":
        case "While":
          // Its body breaks out of the loop itself, its `else` block out of the one around.
          search(node.orelse);
          return "skip";
        case "FunctionDef":
        case "AsyncFunctionDef":
        case "ClassDef":
          return "skip";
        default:
          return undefined;
      }
    });
  };
  search(statements);
  return found;
}
