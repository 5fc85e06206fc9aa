/**
 * Statements that became too long for their line when they moved into a function, laid out as Ruff's formatter would.
 *
 *     def prepare(minority, majority):
 *         upsampled = resample(                                                      the brackets of the call open
 *             minority, replace=True, n_samples=len(majority), random_state=6
 *         )
 *
 * Only calls that end their statement are laid out anew; whatever else is too long stays as its author wrote it.
 */
import { insideTexts } from "../facts/indentation.ts";
import { Document } from "../syntax/document.ts";
import type { Call, Expression, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { callStatement } from "./call-layout.ts";
import type { Layout } from "./layout.ts";
import { width } from "./write-function.ts";

/** @param text Python with `\n` for line breaks. @param old the text before: what was too long there is nobody's affair */
export function withoutLongLines(text: string, old: string, layout: Layout): string {
  const was = new Set(old.split(/\r?\n/u).filter((line) => width(line) > layout.lineLength).map((line) => line.trim()));
  if (!text.split("\n").some((line) => width(line) > layout.lineLength)) return text;
  const edits: TextEdit[] = [];
  for (const unit of Document.script("file:///moved.py", text).units) {
    const inText = insideTexts(unit, unit.body);
    walk(unit.body, (node) => {
      const value = lastCall(node);
      if (!value || !isStatement(node)) return undefined;
      const edit = laidOut(unit, node, value, was, layout, inText);
      if (edit) edits.push({ start: unit.anchor.offset + edit.start, end: unit.anchor.offset + edit.end, text: edit.text });
      return undefined;
    });
  }
  return applyEdits(text, edits);
}

function isStatement(node: Node): node is Statement {
  return node.kind === "Expr" || node.kind === "Assign" || node.kind === "AnnAssign" || node.kind === "AugAssign" || node.kind === "Return";
}

/** The call that the statement ends with, when nothing before it has brackets of its own. */
function lastCall(node: Node): Call | undefined {
  const value = node.kind === "Expr" || node.kind === "Assign" || node.kind === "AnnAssign" || node.kind === "AugAssign" || node.kind === "Return" ? node.value : undefined;
  return value?.kind === "Call" && isPlain(value.func) ? value : undefined;
}

function isPlain(node: Expression): boolean {
  return node.kind === "Name" || (node.kind === "Attribute" && isPlain(node.value));
}

function laidOut(unit: Unit, node: Statement, call: Call, was: ReadonlySet<string>, layout: Layout, inText: (offset: number) => boolean): TextEdit | undefined {
  const { text } = unit;
  const start = text.lastIndexOf("\n", node.start - 1) + 1;
  const lineEnd = text.indexOf("\n", node.end);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  const isAlone = text.slice(start, node.start).trim() === "" && line.trimEnd().length === node.end - start;
  const given = [...call.args, ...call.keywords].sort((a, b) => a.start - b.start);
  if (!isAlone || line.includes("\n") || width(line) <= layout.lineLength || was.has(line.trim()) || given.length === 0 || call.end !== node.end || inText(start)) return undefined;
  const indent = text.slice(start, node.start);
  const written = callStatement(text.slice(call.func.start, call.func.end), given.map((each) => text.slice(each.start, each.end)), layout, indent, width(text.slice(start, call.start)));
  return { start: call.start, end: call.end, text: written };
}
