/** How a reference is written at a cursor: `|` is the cursor, before and after. */
import { describe, expect, test } from "vitest";
import { insertionAt } from "../../server/features/feature-insertion.ts";
import { scriptAt } from "./feature-workspace.ts";

function inserted(marked: string): string {
  const { document, cell, offset, text } = scriptAt(marked);
  const { start, end, text: made } = insertionAt(document, cell, offset, "s:new");
  return text.slice(0, start) + made + text.slice(end);
}

describe("a reference is inserted", () => {
  test.each([
    ["into an empty list", "f(features=[|])\n", 'f(features=["s:new"])\n'],
    ["before the first element", 'f(features=[|"s:a"])\n', 'f(features=["s:new", "s:a"])\n'],
    ["behind the last element", 'f(features=["s:a"|])\n', 'f(features=["s:a", "s:new"])\n'],
    ["behind a comma", 'f(features=["s:a",|])\n', 'f(features=["s:a", "s:new"])\n'],
    ["between two elements", 'x = ["s:a", |"s:b"]\n', 'x = ["s:a", "s:new", "s:b"]\n'],
    ["between two elements, at the comma", 'x = ["s:a"|, "s:b"]\n', 'x = ["s:a", "s:new", "s:b"]\n'],
    ["from within an element, behind it", 'x = ["s:|a", "s:b"]\n', 'x = ["s:a", "s:new", "s:b"]\n'],
    ["in the quotes of its neighbours", `y = "a"\nz = "b"\nx = ['s:a'|]\n`, `y = "a"\nz = "b"\nx = ['s:a', 's:new']\n`],
    ["in the quotes of the file", "y = 'a'\nx = [|]\n", "y = 'a'\nx = ['s:new']\n"],
    ["into an empty string", "x = '|'\n", "x = 's:new'\n"],
    ["into an empty string of a list", 'x = ["|"]\n', 'x = ["s:new"]\n'],
    ["with a line for each element", 'x = [\n    "s:a",\n    "s:b|",\n]\n', 'x = [\n    "s:a",\n    "s:b",\n    "s:new",\n]\n'],
    ["on a line of its own", 'x = [\n    "s:a",\n    |\n]\n', 'x = [\n    "s:a",\n    "s:new",\n]\n'],
    ["outside of lists", "print(|)\n", 'print("s:new")\n'],
    ["on an empty line", "import a\n\n|\n", 'import a\n\n"s:new"\n'],
    ["into a text, as it is", 'print("see |")\n', 'print("see s:new")\n'],
  ])("%s", (_, before, after) => {
    expect(inserted(before)).toBe(after);
  });
});
