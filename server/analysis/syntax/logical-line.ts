/**
 * Logical lines: a simple statement, or the header of a compound one, over as many physical lines as it spans.
 *
 *     df = pd.read_csv(        one logical line, offsets of `df` to `)`
 *         "a.csv",
 *     )
 *     def f(                   one logical line, offsets of `def` to `:`, or to a comment behind it; the body's lines are their own
 *         x,
 *     ):
 *         return x
 */
import type { Range, Statement } from "./nodes.ts";
import type { Unit } from "./unit.ts";

/** The logical line that holds an offset of the unit; `undefined` between statements. */
export function logicalLine(unit: Unit, offset: number): Range | undefined {
  let statement = holding(unit.body, offset);
  for (let inner = statement; inner; inner = holding(blocksOf(inner).flat(), offset)) statement = inner;
  if (!statement) return undefined;
  const first = blocksOf(statement)[0]?.[0];
  if (!first) return { start: statement.start, end: statement.end };
  const end = headerEnd(unit.text, startOf(first));
  return offset <= end ? { start: statement.start, end } : undefined;
}

/** The statements directly below a compound statement, block by block. */
function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "With":
    case "AsyncWith":
      return [statement.body];
    case "For":
    case "AsyncFor":
    case "While":
    case "If":
      return [statement.body, statement.orelse];
    case "Try":
    case "TryStar":
      return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.orelse, statement.finalbody];
    case "Match":
      return statement.cases.map((each) => each.body);
    default:
      return [];
  }
}

/** Where a statement begins, decorators included. */
export function startOf(statement: Statement): number {
  const decorators = "decoratorList" in statement ? statement.decoratorList : [];
  return Math.min(statement.start, ...decorators.map((decorator) => decorator.start));
}

function holding(statements: readonly Statement[], offset: number): Statement | undefined {
  return statements.find((statement) => statement.start <= offset && offset <= statement.end);
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
