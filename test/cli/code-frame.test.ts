import { expect, test } from "vitest";
import { SourceText } from "../../server/analysis/text/source-text.ts";
import { frameLine } from "../../server/cli/code-frame.ts";
import { textWidth } from "../../server/cli/style.ts";

/** The line and its mark; `<` and `>` in the code stand around the range. */
function framed(code: string, width: number): string {
  const start = code.indexOf("<");
  const end = code.indexOf(">") - 1;
  const source = new SourceText(code.replace("<", "").replace(">", ""));
  const { code: shown, indent, length } = frameLine(source, start, end, width);
  expect(textWidth(shown)).toBeLessThanOrEqual(width);
  expect(indent + length).toBeLessThanOrEqual(width + 1);
  return `${shown}\n${" ".repeat(indent)}${"^".repeat(length)}`;
}

test.each([
  ["a short line", "x = <bad>(1)", "x = bad(1)\n    ^^^"],
  ["an empty range", "x = <>bad", "x = bad\n    ^"],
  ["the end of a line", "x = (<>", "x = (\n     ^"],
  ["tabs and wide characters before the mark", "\tx = '日本' + <é>", "    x = '日本' + é\n                 ^"],
  ["a joined character", "x = '👩‍🔬' + <y>", "x = '👩‍🔬' + y\n             ^"],
  ["an empty line", "<>", "\n^"],
])("%s", (_, code, expected) => {
  expect(framed(code, 60)).toBe(expected);
});

test("of a range over several lines the first is shown, and where it ends", () => {
  const source = new SourceText("with x:\n    a\n    b\n");
  expect(frameLine(source, 0, source.text.length - 1, 60)).toMatchObject({ code: "with x:", indent: 0, length: 7, until: 2 });
});

test("a long line is cut so that the mark stays, with as much before it as there is room", () => {
  const filler = "abcdefghij".repeat(6);
  expect(framed(`<bad>${filler}`, 30)).toBe("badabcdefghijabcdefghijabcde…\n^^^");
  expect(framed(`${filler}<bad>${filler}`, 30)).toBe(`…cdefghijabcdefghijbadabcdefg…\n${" ".repeat(19)}^^^`);
  const whole = framed(`x = <${filler}>`, 30);
  expect(whole.startsWith("x = abc")).toBe(true);
});

test("wherever the mark is, it is seen", () => {
  const line = Array.from({ length: 400 }, (_, index) => String.fromCharCode(97 + (index % 26))).join("");
  for (let start = 0; start < line.length; start += 7) {
    const source = new SourceText(line);
    const { code, indent, length } = frameLine(source, start, start + 5, 50);
    expect(code.slice(indent, indent + length)).toBe(line.slice(start, start + 5));
  }
});
