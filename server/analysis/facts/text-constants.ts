/**
 * Every string that the document writes, and whether a name may stand in its place.
 *
 *     "/a"                 a value: a name can stand here
 *     case "/a":           a pattern: a name would capture instead of compare
 *     x: Literal["/a"]     an annotation
 *     """/a"""             documentation
 *     f"/a{x}"             the text of an f-string: see string-template.ts
 */
import { defineFact } from "../engine/fact.ts";
import { fitted } from "../syntax/lists.ts";
import type { Expression, JoinedStr, Node, StringConstant } from "../syntax/nodes.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { keptWithUnit } from "./kept.ts";

export interface TextConstant {
  readonly unit: Unit;
  readonly node: StringConstant;
  readonly place: Place;
}

export interface FormattedString {
  readonly unit: Unit;
  readonly node: JoinedStr;
}

const none: readonly never[] = [];

/** f-strings of one unit. */
export const formattedIn = keptWithUnit((unit: Unit): readonly FormattedString[] => {
  if (!/[fF][rR]?["']/u.test(unit.text)) return none;
  const found: FormattedString[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "JoinedStr" && node.parts.length > 0) found.push({ unit, node });
    return undefined;
  });
  return fitted(found);
});

/** Strings that are values, in document order. */
export const textConstants = defineFact<never, readonly TextConstant[]>({
  name: "textConstants",
  needs: {},
  document: ({ cells }) => textConstantsOf(cells),
});

export function textConstantsOf(cells: readonly Cell[]): readonly TextConstant[] {
  return cells.flatMap((cell) => cell.units.flatMap(textConstantsIn));
}

/** Strings of one unit. */
export const textConstantsIn = keptWithUnit((unit: Unit): readonly TextConstant[] => {
  if (!/["']/u.test(unit.text)) return none;
  const found: TextConstant[] = [];
  const skipped = new Set<Node>();
  const skip = (...nodes: readonly (Expression | undefined)[]): void => {
    for (const node of nodes) if (node) skipped.add(node);
  };
  walk(unit.body, (node) => {
    if (skipped.has(node) || node.kind === "JoinedStr" || node.kind === "TemplateStr") {
      if (node.kind !== "JoinedStr" || skipped.has(node)) return "skip";
      // Text of the f-string is no value of its own; what is inside its holes is.
      skip(...node.values.filter((value) => value.kind === "Constant"));
      return undefined;
    }
    switch (node.kind) {
      case "Expr":
        if (node.value.kind === "Constant") skip(node.value);
        break;
      case "AnnAssign":
      case "Argument":
        skip(node.annotation);
        break;
      case "FunctionDef":
      case "AsyncFunctionDef":
        skip(node.returns);
        break;
      case "MatchValue":
      case "MatchMapping":
        return "skip";
      case "Constant":
        if (node.type === "str" && node.parts.length > 0 && node.parts.every(({ closed }) => closed)) {
          found.push({ unit, node, place: { anchor: unit.anchor, start: node.start, end: node.end } });
        }
        break;
      default:
    }
    return undefined;
  });
  return fitted(found);
});
