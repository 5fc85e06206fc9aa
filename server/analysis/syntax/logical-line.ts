/**
 * Logical lines: a simple statement, or the header of a compound one or of its clause, over as many physical lines as it spans.
 *
 *     df = pd.read_csv(        one logical line, offsets of `df` to `)`
 *         "a.csv",
 *     )
 *     def f(                   one logical line, offsets of `def` to `:`, or to a comment behind it; the body's lines are their own
 *         x,
 *     ):
 *         return x
 */
import { partsOf } from "./blocks.ts";
import type { Node, Range } from "./nodes.ts";
import type { Unit } from "./unit.ts";

/** The logical line that holds an offset of the unit; `undefined` between statements. */
export function logicalLine(unit: Unit, offset: number): Range | undefined {
  let node = holding(unit.body, offset);
  for (let inner = node; inner; inner = holding(partsOf(inner).flat(), offset)) node = inner;
  if (!node) return undefined;
  const first = partsOf(node)[0]?.[0];
  if (!first) return { start: node.start, end: node.end };
  const end = headerEnd(unit.text, startOf(first));
  return offset <= end ? { start: node.start, end } : undefined;
}

/** Where a statement begins, decorators included. */
export function startOf(node: Node): number {
  const decorators = "decoratorList" in node ? node.decoratorList : [];
  return Math.min(node.start, ...decorators.map((decorator) => decorator.start));
}

function holding(nodes: readonly Node[], offset: number): Node | undefined {
  return nodes.find((node) => node.start <= offset && offset <= node.end);
}

/** The end of the header's last line, a comment on it included; in `if a: b`, of the text before `b`. */
function headerEnd(text: string, body: number): number {
  let line = text.lastIndexOf("\n", body - 1) + 1;
  const before = text.slice(line, body).trimEnd();
  if (before !== "") return line + before.length;
  while (line > 0) {
    const start = text.lastIndexOf("\n", line - 2) + 1;
    if (!/^\s*(?:#|$)/.test(text.slice(start, line))) return start + text.slice(start, line).trimEnd().length;
    line = start;
  }
  return body;
}
