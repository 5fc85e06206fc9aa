/**
 * A tree as short text for expectations: `(Call (Name df) (Missing))`. Kinds and names only; positions are compared
 * with CPython's in oracle.test.ts and checked for order in robustness.test.ts.
 */
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { parseUnits } from "../../server/analysis/syntax/parse.ts";
import { children } from "../../server/analysis/syntax/walk.ts";

export function treeText(node: Node): string {
  return `(${[node.kind, ...label(node), ...children(node).map(treeText)].join(" ")})`;
}

function label(node: Node): readonly string[] {
  switch (node.kind) {
    case "Name":
      return [node.id];
    case "Attribute":
      return [`.${node.attr.name}`];
    case "Constant":
      return node.type === "str" || node.type === "bytes" ? [JSON.stringify(node.value)] : "text" in node ? [node.text] : [node.type];
    case "Keyword":
      return [`${node.arg?.name ?? "**"}=`];
    case "FunctionDef":
    case "ClassDef":
    case "Alias":
      return [node.name.name];
    case "ImportFrom":
      return [node.module?.name ?? "."];
    case "Argument":
      return [node.arg.name];
    default:
      return [];
  }
}

/** Each unit on a line: its statements, then its problems as `! "text they cover" message`. */
export function unitsText(text: string, ipython = false): string {
  return parseUnits(text, 0, text.length, { ipython })
    .map((unit) => {
      const problems = unit.problems.map(
        (problem) => `\n  ! ${JSON.stringify(text.slice(unit.start + problem.start, unit.start + problem.end))} ${problem.message}`,
      );
      return unit.body.map(treeText).join(" ; ") + problems.join("");
    })
    .join("\n");
}
