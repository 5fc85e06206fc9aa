/**
 * Literate tests of values: in the Markdown files beside this one a heading is a test, and in its Python block
 *
 *     path = ROOT + "/x.csv"      # reveal: "/mnt/x.csv"
 *     cur.execute(sql)            # call: sqlite3.Cursor.execute
 *
 * says what is known of the expression on that line (the value of an assignment, of a return, of an expression statement, of a
 * loop's iterable), or which library callable the outermost call on it is proved to be. See semantic/value-text.ts for the spelling.
 */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { UnitAnalysis } from "../../server/analysis/semantic/analysis.ts";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Call, Expression, Node } from "../../server/analysis/syntax/nodes.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";

const folder = new URL(".", import.meta.url);

for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
  describe(file, () => {
    for (const { name, code } of examplesOf(readFileSync(new URL(file, folder), "utf8"))) {
      it(name, () => {
        const expected = markersOf(code);
        expect(expected.length, "markers in the example").toBeGreaterThan(0);
        expect(revealed(code, expected)).toEqual(expected);
      });
    }
  });
}

interface Example {
  readonly name: string;
  readonly code: string;
}

function examplesOf(markdown: string): readonly Example[] {
  const examples: Example[] = [];
  for (const section of markdown.split(/^## /mu).slice(1)) {
    const name = section.slice(0, section.indexOf("\n")).trim();
    for (const match of section.matchAll(/^```py\n(?<code>.*?)^```$/gmsu)) examples.push({ name, code: match.groups?.["code"] ?? "" });
  }
  return examples;
}

interface Marker {
  readonly line: number;
  readonly kind: "reveal" | "call";
  readonly text: string;
}

function markersOf(code: string): readonly Marker[] {
  return code.split("\n").flatMap((line, index) => {
    const match = /# (?<kind>reveal|call): (?<text>.*)$/u.exec(line);
    return match?.groups ? [{ line: index + 1, kind: match.groups["kind"] as Marker["kind"], text: match.groups["text"]?.trim() ?? "" }] : [];
  });
}

function revealed(code: string, expected: readonly Marker[]): readonly Marker[] {
  const document = Document.script("file:///example.py", code);
  const interpreter = createInterpreter({
    onFailure(error) {
      throw error;
    },
  });
  const analysis = interpreter.analyse(document.units);
  return expected.map(({ line, kind }) => {
    for (const unit of analysis.units) {
      const text = kind === "reveal" ? valueOn(document, unit, line) : callOn(document, unit, line);
      if (text !== undefined) return { line, kind, text };
    }
    return { line, kind, text: "nothing on this line" };
  });
}

function lineOf(document: Document, unit: UnitAnalysis, offset: number): number {
  const { anchor } = unit.unit;
  return document.sourceOf(anchor.cell).positionAt(anchor.offset + offset).line + 1;
}

function valueOn(document: Document, unit: UnitAnalysis, line: number): string | undefined {
  let found: string | undefined;
  walk(unit.unit.body, (node: Node) => {
    const expression = expressionOf(node);
    if (expression && lineOf(document, unit, expression.end) === line) found = valueText(unit.valueOf(expression));
    return undefined;
  });
  return found;
}

function expressionOf(node: Node): Expression | undefined {
  switch (node.kind) {
    case "Assign":
    case "Expr":
      return node.value;
    case "AnnAssign":
    case "Return":
      return node.value;
    case "For":
    case "AsyncFor":
      return node.target;
    case "WithItem":
      return node.optionalVars;
    default:
      return undefined;
  }
}

function callOn(document: Document, unit: UnitAnalysis, line: number): string | undefined {
  let outermost: Call | undefined;
  walk(unit.unit.body, (node: Node) => {
    if (node.kind === "Call" && lineOf(document, unit, node.end) === line && (!outermost || node.start < outermost.start)) outermost = node;
    return undefined;
  });
  return outermost && (unit.calls.find((event) => event.node === outermost && event.via.length === 0)?.target ?? "unknown");
}
