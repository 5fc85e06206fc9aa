/**
 * The opposite of a condition, as its author would write it.
 *
 *     "a" in df.columns        "a" not in df.columns
 *     not df.empty             df.empty
 *     len(df) == 3             len(df) != 3
 *     n > 0                    not n > 0            `n <= 0` is another thing where n is NaN
 *     a and b                  not (a and b)
 */
import type { CompareOperator, Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

const opposites: Partial<Record<CompareOperator, CompareOperator>> = { in: "not in", "not in": "in", is: "is not", "is not": "is", "==": "!=", "!=": "==" };

/** What goes over several lines is put in parentheses. */
export function negated(unit: Unit, node: Expression): string {
  const { text } = unit;
  const written = (part: Expression): string => text.slice(part.start, part.end);
  if (node.kind === "UnaryOp" && node.op === "not") return grouped(written(node.operand));
  if (node.kind === "Compare" && node.ops.length === 1) {
    const [op] = node.ops;
    const [right] = node.comparators;
    const opposite = op && opposites[op];
    const between = right && text.slice(node.left.end, right.start);
    // Parentheses around a side are no part of it.
    if (opposite !== undefined && right && between !== undefined && /^[^()\r\n]*$/u.test(between)) return grouped(`${written(node.left)} ${opposite} ${written(right)}`);
  }
  const isLoose = node.kind === "BoolOp" || node.kind === "IfExp" || node.kind === "Lambda" || node.kind === "NamedExpr" || node.kind === "Tuple";
  const code = written(node);
  return isLoose || /[\r\n]/u.test(code) ? `not (${code})` : `not ${code}`;
}

function grouped(code: string): string {
  return /[\r\n]/u.test(code) ? `(${code})` : code;
}
