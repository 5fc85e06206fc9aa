/**
 * Literate tests of facts: in the Markdown file beside a test, a heading names an example, and in its Python block
 *
 *     model.fit(X, y)      # fit: whole
 *
 * a marker at the end of a line says what a fact tells about it, `kind: text`. All that the fact tells must be marked, and no more;
 * several things on one line stand in order, separated by ` # `.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DocumentAnalysis } from "../../server/analysis/semantic/analysis.ts";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";

export interface Told {
  readonly at: Place;
  readonly text: string;
}

/** Runs every example of the Markdown file; `tell` lists what the fact says, in order. */
export function checkExamples(file: URL, tell: (analysis: DocumentAnalysis, document: Document) => readonly Told[]): void {
  const markdown = readFileSync(file, "utf8");
  describe(file.pathname.slice(file.pathname.lastIndexOf("/") + 1), () => {
    for (const section of markdown.split(/^## /mu).slice(1)) {
      const name = section.slice(0, section.indexOf("\n")).trim();
      const code = /^```py\n(?<code>.*?)^```$/msu.exec(section)?.groups?.["code"];
      it(name, () => {
        expect(code, "a Python block").toBeDefined();
        const { document, analysis } = analysed(code ?? "");
        const lines = (code ?? "").split("\n").map((line) => / # (?<marks>.*)$/u.exec(line)?.groups?.["marks"] ?? "");
        const told = lines.map(() => [] as string[]);
        for (const { at, text } of tell(analysis, document)) told[lineOf(document, at) - 1]?.push(text);
        const shown = (each: readonly string[]): string => each.map((marks, index) => `${index + 1}: ${marks}`).filter((line) => !line.endsWith(": ")).join("\n");
        expect(shown(told.map((each) => each.join(" # ")))).toBe(shown(lines));
      });
    }
  });
}

export function analysed(code: string): { readonly document: Document; readonly analysis: DocumentAnalysis } {
  const document = Document.script("file:///example.py", code);
  const interpreter = createInterpreter({
    onFailure(error) {
      throw error;
    },
  });
  return { document, analysis: interpreter.analyse(document.units) };
}

/** One-based. */
export function lineOf(document: Document, at: Place): number {
  const { cell, start } = document.locate(at);
  return document.sourceOf(cell).positionAt(start).line + 1;
}
