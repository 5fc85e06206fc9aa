/**
 * "Ignore here with a reason": the change that puts a suppression comment where it silences one finding.
 *
 *     df = pd.read_sql(f"""        a comment cannot stand on the finding's line, which ends inside a string:
 *         select {column}
 *     """, engine)                 so it goes to the last line of the statement, which counts for all of it
 *
 * A line that has such a comment already gets the rule's name added to it.
 */
import { suppressionsOf, type Suppression } from "../analysis/engine/suppression.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { logicalLine } from "../analysis/syntax/logical-line.ts";
import type { Node } from "../analysis/syntax/nodes.ts";
import { place, type Unit } from "../analysis/syntax/unit.ts";
import { walk } from "../analysis/syntax/walk.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import type { TextChange } from "./code-actions.ts";
import { rangeOf, type Diagnosis } from "./diagnostics.ts";
import { suppression } from "./rule-page.ts";

/** `undefined` where no comment can silence the finding, such as on a shell line. */
export function suppressionChange(document: OpenDocument, { finding }: Diagnosis): TextChange | undefined {
  const { unit } = finding.at.anchor;
  const lines = new SourceText(unit.text);
  const statement = logicalLine(unit, finding.at.start);
  const candidates = [finding.at.start, ...(statement ? [statement.end, statement.start] : [])].map((offset) => lines.lineAt(offset));
  const own = suppressionsOf(document.units).filter((known) => known.unit === unit);
  for (const line of candidates) {
    const known = own.find(({ start }) => lines.lineAt(start) === line);
    const change = known ? extended(document, known, finding.rule) : appended(document, unit, lines.lineEnd(line), finding.rule);
    if (change) return change;
  }
  return undefined;
}

/** `ignore[a]` becomes `ignore[a, rule]`. */
function extended(document: OpenDocument, { unit, names, mistake }: Suppression, rule: string): TextChange | undefined {
  const last = names.at(-1);
  if (!last || mistake !== undefined) return undefined;
  return { at: rangeOf(document, place(unit, { start: last.end, end: last.end })), text: `, ${rule}` };
}

function appended(document: OpenDocument, unit: Unit, lineEnd: number, rule: string): TextChange | undefined {
  if (!takesComment(unit, lineEnd)) return undefined;
  const trimmed = unit.text.slice(0, lineEnd).replace(/[ \t]+$/, "").length;
  const comment = `  ${suppression(rule)} `;
  return {
    at: rangeOf(document, place(unit, { start: trimmed, end: lineEnd })),
    text: `${comment}TODO: reason`,
    snippet: `${comment}\${1:reason}`,
  };
}

/** Whether text put at the end of a line is read as a comment, and not as part of a string, a continued line or a magic. */
function takesComment(unit: Unit, lineEnd: number): boolean {
  if (unit.comments.some(({ start, end }) => start < lineEnd && lineEnd <= end)) return true;
  if (unit.text[lineEnd - 1] === "\\") return false;
  let takes = true;
  walk(unit.body, (node) => {
    if (swallows(node, lineEnd)) takes = false;
    return takes ? undefined : "skip";
  });
  return takes;
}

function swallows(node: Node, offset: number): boolean {
  if (node.kind === "Magic") {
    const isPython = node.python.some(({ start, end }) => start < offset && offset <= end);
    return node.start <= offset && offset <= node.end && !isPython;
  }
  if (!("parts" in node)) return false;
  return node.parts.some(({ start, end }) => start < offset && offset < end);
}
