/**
 * Code such as notebooks hold, from frames over plots to neural networks: every call's target, line by line in notebooks.md. Knowledge is
 * what carries a type from one call of a chain to the next, so a return type that is missing or wrong shows here.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";

const text = readFileSync(new URL("notebooks.md", import.meta.url), "utf8");
const notebooks = text.split(/^## /mu).slice(1).map((section) => ({
  name: section.slice(0, section.indexOf("\n")),
  code: /^```py\n(?<code>.*?)^```$/msu.exec(section)?.groups?.["code"] ?? "",
}));

it("there are many", () => {
  expect(notebooks.length).toBeGreaterThanOrEqual(28);
});

describe.each(notebooks)("$name", ({ code }) => {
  const expected = code.split("\n").map((line) => /#> (?<targets>.*)$/u.exec(line)?.groups?.["targets"]?.split(" ") ?? []);
  const claimed = claims(code);

  it("claims what is written, and nothing else", () => {
    const wrong = expected.flatMap((targets, index) => {
      const found = claimed.get(index) ?? [];
      const isRight = targets.length === found.length && targets.every((target, at) => agrees(target, found[at] ?? ""));
      return isRight ? [] : [`line ${String(index + 1)}: ${found.join(" ")} instead of ${targets.join(" ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

function agrees(target: string, claim: string): boolean {
  if (target === "?") return true;
  return target.startsWith("?") ? claim === "" || claim === target.slice(1) : claim === target;
}

/** Targets by line, in the order in which the calls end; calls of the notebook's own functions and classes are left out. */
function claims(code: string): ReadonlyMap<number, readonly string[]> {
  const document = Document.script("file:///notebook.py", code.replace(/^%.*$/mu, "pass"));
  const interpreter = createInterpreter({
    onFailure(error) {
      throw error;
    },
  });
  const found: { readonly line: number; readonly end: number; readonly claim: string }[] = [];
  for (const unit of interpreter.analyse(document.units).units) {
    const { anchor } = unit.unit;
    walk(unit.unit.body, (node: Node) => {
      if (node.kind !== "Call") return undefined;
      const event = unit.calls.find((each) => each.node === node && each.via.length === 0);
      if (event && isOwn(event.callee)) return undefined;
      const end = anchor.offset + node.end;
      found.push({ line: document.sourceOf(anchor.cell).positionAt(end).line, end, claim: (event?.targets ?? []).join("|") });
      return undefined;
    });
  }
  const byLine = new Map<number, string[]>();
  for (const { line, claim } of found.sort((a, b) => a.end - b.end)) byLine.set(line, [...(byLine.get(line) ?? []), claim]);
  return byLine;
}

function isOwn({ type }: Value): boolean {
  return type?.kind === "function" || type?.kind === "class" || (type?.kind === "method" && type.implementation !== undefined);
}
