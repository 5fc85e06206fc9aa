/**
 * Taking statements away, and leaving code that parses: lines go with them, comments stay.
 *
 *     rows = load()                 rows = load()
 *     rows.head()              ->   save(rows)
 *     save(rows)
 *
 *     if late:                      if late:
 *         breakpoint()  # why  ->       pass  # why
 *
 *     import pdb; pdb.set_trace()   both: the line; the second only: `import pdb`
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { blocksOf } from "../syntax/blocks.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { insert, replace } from "./call-edits.ts";

/** The statements of a block, which the statement is one of. */
export function blockOf(unit: Unit, statement: Statement): readonly Statement[] {
  const path = ancestorsOf(unit, statement);
  const holder = path[path.indexOf(statement) - 1];
  const blocks = holder ? blocksOf(holder) : [unit.body];
  return blocks.find((block) => block.includes(statement)) ?? [statement];
}

/** Takes away statements of one block of a unit. `undefined` where lines are shared in a way that leaves no clean cut. */
export function removeStatements(unit: Unit, statements: readonly Statement[]): readonly PlaceEdit[] | undefined {
  const [first] = statements;
  if (!first || unit.problems.length > 0) return undefined;
  const block = blockOf(unit, first);
  if (!statements.every((each) => block.includes(each))) return undefined;
  const stays = block.length > statements.length || (block === unit.body);
  const edits: PlaceEdit[] = [];
  let isFilled = stays;
  for (const line of linesOf(unit.text, block)) {
    const gone = line.filter((each) => statements.includes(each));
    if (gone.length === 0) continue;
    const made = gone.length === line.length ? wholeLine(unit, line, isFilled) : partOfLine(unit, line, gone);
    if (!made) return undefined;
    edits.push(made);
    isFilled = true;
  }
  return edits;
}

/** Statements that share a line stand together. */
function linesOf(text: string, block: readonly Statement[]): readonly (readonly Statement[])[] {
  const lines: Statement[][] = [];
  let end = -1;
  for (const each of block) {
    const last = lines.at(-1);
    if (last && !/[\r\n]/u.test(text.slice(end, each.start))) last.push(each);
    else lines.push([each]);
    ({ end } = each);
  }
  return lines;
}

function wholeLine(unit: Unit, line: readonly Statement[], mayGo: boolean): PlaceEdit | undefined {
  const { text } = unit;
  const { start = 0 } = line[0] ?? {};
  const { end = start } = line.at(-1) ?? {};
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*;?[ \t]*(?<comment>#[^\r\n]*)?(?<lineBreak>\r?\n|$)/u.exec(text.slice(end));
  const isFirst = text.slice(lineStart, start).trim() === "";
  if (!rest) return undefined;
  // `if x: breakpoint()`
  if (!isFirst) return mayGo ? undefined : replace(unit, { start, end }, "pass");
  if (!mayGo) return replace(unit, { start, end }, "pass");
  if (rest.groups?.["comment"] !== undefined) {
    const comment = text.indexOf("#", end);
    return replace(unit, { start, end: comment }, "");
  }
  return replace(unit, { start: lineStart, end: end + rest[0].length }, "");
}

function partOfLine(unit: Unit, line: readonly Statement[], gone: readonly Statement[]): PlaceEdit | undefined {
  const stays = line.filter((each) => !gone.includes(each));
  const [only] = gone;
  if (gone.length !== 1 || !only) return undefined;
  const before = stays.findLast((each) => each.end <= only.start);
  const next = stays.find((each) => each.start >= only.end);
  if (before) return replace(unit, { start: before.end, end: only.end }, "");
  return next ? replace(unit, { start: only.start, end: next.start }, "") : insert(unit, only.end, "");
}
