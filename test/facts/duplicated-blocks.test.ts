/** Duplicated blocks: each copy at its first statement, with its names and the literals that differ. */
import { workOf } from "../harness/work.ts";
import { expect, test } from "vitest";
import { duplicatedBlocksIn } from "../../server/analysis/facts/duplicated-blocks.ts";
import type { BlockCopy } from "../../server/analysis/facts/duplicated-blocks.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { checkExamples, lineOf } from "./literate.ts";

checkExamples(new URL("duplicated-blocks.md", import.meta.url), (_, document) =>
  duplicatedBlocksIn(document.cells).flatMap(({ copies, size, literals }, index) =>
    copies.map((copy, nth) => {
      const { unit, node } = firstOf(copy);
      const written = literals.map(({ places }) => places[nth]?.[0]).map((each) => each?.unit.text.slice(each.node.start, each.node.end));
      const holder = copy.holder?.node;
      const inside = holder?.kind === "FunctionDef" ? ` in ${holder.name.name}` : "";
      return { at: place(unit, node), text: `block ${index + 1}: ${size} statements, names ${copy.names.join(" ")}; literals ${written.join(", ") || "none"}${inside}` };
    })));

function firstOf({ statements }: BlockCopy): BlockCopy["statements"][number] {
  const [first] = statements;
  if (!first) throw new Error("a copy of no statements");
  return first;
}

test("across cells; a run does not go on into the next cell", () => {
  const code = (name: string, from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => `${name}.step${from + index}(${name}.x)`).join("\n");
  const notebook = Document.notebook("file:///n.ipynb", [code("a", 0, 7), code("b", 0, 4), code("b", 4, 7), code("c", 0, 7)]
    .map((text, index) => ({ id: String(index), kind: "code", language: "python", text: `${index === 0 ? "a = b = c = load()\n" : ""}${text}\n` })));
  const blocks = duplicatedBlocksIn(notebook.cells);
  expect(blocks.map(({ size, copies }) => [size, copies.map((copy) => firstOf(copy).unit.anchor.cell.index)])).toEqual([[7, [0, 3]]]);
});

test("after an edit the blocks are those of the new text", () => {
  const body = (name: string): string => `def ${name}(x):\n    a = x + 1\n    b = a * 2\n    c = b - a\n    d = c ** 2\n    e = d / a\n    return e\n\n\n`;
  const document = Document.script("file:///s.py", body("one") + body("two") + body("three"));
  const lines = (): readonly number[] => duplicatedBlocksIn(document.cells).flatMap(({ copies }) => copies.map((copy) => lineOf(document, place(firstOf(copy).unit, firstOf(copy).node))));
  expect(lines()).toEqual([2, 11, 20]);
  const at = document.units[1]?.text.indexOf("a * 2") ?? -1;
  const offset = (document.units[1]?.anchor.offset ?? 0) + at;
  document.change({ start: offset, end: offset + 5, text: "a / 2" });
  expect(lines()).toEqual([2, 20]);
  document.change({ start: 0, end: 0, text: "import os\n\n" });
  expect(lines()).toEqual([4, 22]);
});

test("twice as many equal rows are at most twice the work", async () => {
  const work = (count: number): Promise<number> => {
    const rows = Array.from({ length: count }, (_, index) => `ax.plot(x${index}, ${index})`).join("\n");
    const document = Document.script("file:///s.py", `${rows}\n`);
    return workOf(() => { duplicatedBlocksIn(document.cells); });
  };
  const small = await work(1_000);
  expect(small).toBeGreaterThan(1_000);
  expect(await work(2_000)).toBeLessThan(2.2 * small);
});
