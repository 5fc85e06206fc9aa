/** Units: where they begin and end, what they depend on. */
import { expect, test } from "vitest";
import { UnitParser, parseUnits } from "../../server/analysis/syntax/parse.ts";

function unitTexts(text: string): readonly string[] {
  return parseUnits(text, 0, text.length, { ipython: false }).map((unit) => text.slice(unit.start, unit.end));
}

test("a unit is a statement with the blank lines and comments before it", () => {
  expect(unitTexts("import os\n\n# data\nDATA = 1; X = 2\n")).toEqual(["import os\n", "\n# data\nDATA = 1; X = 2\n"]);
  expect(unitTexts("if a:\n  b\n  # inner\nelif c:\n  d\n# after\nx")).toEqual(["if a:\n  b\n  # inner\nelif c:\n  d\n", "# after\nx"]);
  expect(unitTexts("@a\n@b\ndef f():\n\n  pass\n\n\nx = (1,\n2)\n")).toEqual(["@a\n@b\ndef f():\n\n  pass\n", "\n\nx = (1,\n2)\n"]);
  expect(unitTexts("x = 1\r\ny = 2\rz = 3\n")).toEqual(["x = 1\r\n", "y = 2\r", "z = 3\n"]);
});
test("what is left at the end is a unit", () => {
  expect(unitTexts("x = 1\n")).toEqual(["x = 1\n"]);
  expect(unitTexts("x = 1\n\n# end")).toEqual(["x = 1\n", "\n# end"]);
  expect(unitTexts("def f():\n  x\n  # end\n")).toEqual(["def f():\n  x\n", "  # end\n"]);
  expect(unitTexts("")).toEqual([""]);
  expect(unitTexts("\n")).toEqual(["\n"]);
});
test("comments belong to the unit they lie in, at offsets of that unit", () => {
  const units = parseUnits("x = 1  # one\n# two\ny = [  # three\n]\n# four\n", 0, 48, { ipython: false });
  expect(units.map((unit) => unit.comments.map((comment) => `${String(comment.start)} ${comment.text}`))).toEqual([["7 # one"], ["0 # two", "13 # three"], ["0 # four"]]);
});
test("a range of a text", () => {
  const text = "# %%\nx = (\n# %%\ny = 1\n";
  const units = parseUnits(text, 5, 11, { ipython: true });
  expect(units).toMatchObject([{ start: 5, end: 11, body: [{ kind: "Assign" }], problems: [{ start: 4, end: 5 }] }]);
});
test("reach tells what a unit depends on", () => {
  const text = "x = f(1,\n2)\nif a:\n  b\n\nelsewhere = 1\ny = g(3,\nz = 4\nclass A: pass\n";
  const reach = parseUnits(text, 0, text.length, { ipython: false }).map((unit) => text.slice(unit.end, unit.reach));
  // An `if` looks at the first word after it; an open bracket at all that was read before it was given up.
  expect(reach[1]).toBe("\nelsewhere ");
  expect(reach[3]?.startsWith("z = 4\nclass")).toBe(true);
});
test("a parser can begin at any unit", () => {
  const text = "a = 1\n%%time\nb = 2\nc = (\n";
  const parser = new UnitParser(text, 0, text.length, { ipython: true }, 13);
  expect(parser.next()).toMatchObject({ start: 13, end: 19 });
  expect(parser.next()).toMatchObject({ start: 19, end: text.length, problems: [{}] });
  expect(parser.next()).toBeUndefined();
});
