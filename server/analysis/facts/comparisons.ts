/**
 * The comparisons of a document whose operators are wanted, with the values on both sides.
 *
 *     df["age"] == np.nan     { op: "==", left: df["age"], right: np.nan, of its Compare }
 *
 * Kept per unit analysis: an edit looks again only at the units that were interpreted again.
 */
import { defineFact } from "../engine/fact.ts";
import type { UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Compare, CompareOperator, Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { gathered } from "./kept.ts";

export interface Comparison {
  readonly unit: Unit;
  readonly node: Compare;
  readonly op: CompareOperator;
  readonly left: Operand;
  readonly right: Operand;
  /** True for a part of `a < b < c`. */
  readonly isChained: boolean;
}

export interface Operand {
  readonly node: Expression;
  readonly value: Value;
}

export const comparisons = defineFact<readonly Comparison[], readonly Comparison[]>({
  name: "comparisons",
  needs: {},
  unit: ({ analysis }) => comparisonsOf(analysis),
  document: ({ analysis }) => allComparisons(analysis),
});

const allComparisons = gathered(comparisonsOf);

function comparisonsOf(analysis: UnitAnalysis): readonly Comparison[] {
  // What a comparison is written with.
  if (!/[<>]|[=!]=|\b(?:in|is)\b/u.test(analysis.unit.text)) return none;
  const found: Comparison[] = [];
  walk(analysis.unit.body, (node) => {
    if (node.kind === "Compare") found.push(...pairsOf(analysis, node));
    return undefined;
  });
  return found;
}

const none: readonly never[] = [];

function pairsOf(analysis: UnitAnalysis, node: Compare): readonly Comparison[] {
  const operands = [node.left, ...node.comparators].map((each) => ({ node: each, value: analysis.valueOf(each) }));
  return node.ops.flatMap((op, index) => {
    const left = operands[index];
    const right = operands[index + 1];
    return left && right ? [{ unit: analysis.unit, node, op, left, right, isChained: node.ops.length > 1 }] : [];
  });
}
