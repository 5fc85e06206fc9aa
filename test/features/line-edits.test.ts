import { workOf } from "../harness/work.ts";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { lineEdits } from "../../server/features/line-edits.ts";
import { random } from "../harness/random.ts";

describe("edits by line", () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["nothing to do", "a\nb\n", "a\nb\n", []],
    ["a line in the middle", "a\nb\nc\n", "a\nx\nc\n", ["b\n -> x\n"]],
    ["an insertion at the top", "a\nb\n", "import os\na\nb\n", [" -> import os\n"]],
    ["two places far apart", "import re\na\nb\nc\nd\n", "import os\nimport re\na\nb\nX\nd\n", [" -> import os\n", "c\n -> X\n"]],
    ["a deletion at the end", "a\nb", "a\n", ["b -> "]],
    ["a last line without a line break", "a", "a\nb", ["a -> a\nb"]],
    ["from nothing", "", "a\n", [" -> a\n"]],
    ["CRLF stays with its line", "a\r\nb\r\n", "a\r\nx\r\n", ["b\r\n -> x\r\n"]],
    ["lines that repeat", "x\ny\nx\ny\n", "x\ny\nz\nx\ny\n", [" -> z\n"]],
    ["a move", "a\nb\nc\nd\n", "c\na\nb\nd\n", [" -> c\n", "c\n -> "]],
  ];
  test.each(cases)("%s", (_, before, after, expected) => {
    const edits = lineEdits(before, after);
    expect(edits.map(({ start, end, text }) => `${before.slice(start, end)} -> ${text}`)).toEqual(expected);
    expect(applyEdits(before, edits)).toBe(after);
  });

  test("whatever the texts, the edits turn one into the other", () => {
    const { below, pick } = random(7);
    const text = (): string => Array.from({ length: below(12) }, () => pick(["a", "b", "c", "é"]) + pick(["\n", "\r\n", "\r", ""])).join("");
    for (let round = 0; round < 3000; round++) {
      const [before, after] = [text(), text()];
      expect(applyEdits(before, lineEdits(before, after))).toBe(after);
    }
  });

  test("a large text with two small changes has two small edits, and a text twice as long is at most twice the work", async () => {
    const work = (count: number): Promise<number> => {
      const lines = Array.from({ length: count }, (_, at) => `value_${String(at % 500)} = ${String(at)}\n`);
      const after = lines.with(20, "changed = True\n").with(count - 20, "changed = False\n").join("");
      return workOf(() => { expect(lineEdits(lines.join(""), after).map(({ text }) => text)).toEqual(["changed = True\n", "changed = False\n"]); });
    };
    const small = await work(2_000);
    expect(small).toBeGreaterThan(2_000);
    expect(await work(4_000)).toBeLessThan(2.2 * small);
  });
});
