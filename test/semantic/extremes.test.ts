/** Code that nobody writes by hand, and generators do: nothing throws, and what is beyond the limits is unknown, not wrong. */
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";

function nested(count: number, line: (index: number) => string, last: string): string {
  const lines = Array.from({ length: count }, (_, index) => " ".repeat(index) + line(index));
  return [...lines, " ".repeat(count) + last, ""].join("\n");
}

const extremes: Readonly<Record<string, string>> = {
  "10,000 brackets": `x = ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`,
  "5,000 elif": `if a: x = 1\n${"elif b:\n    x = f(1)\n".repeat(5_000)}`,
  "a sum of 20,000 terms": `x = 'a'${" + 'b'".repeat(20_000)}\n`,
  "a chain of 5,000 calls": `x = a${".b(1)".repeat(5_000)}\n`,
  "300 nested ifs": nested(300, () => "if a:", "x = f(1)"),
  "18 nested loops": nested(18, (index) => `for v${index} in w:`, "x = f(x)"),
  "90 nested functions": nested(90, (index) => `def f${index}(a):`, "return a"),
  "300 functions that call each other twice": `${Array.from({ length: 300 }, (_, index) => `def f${index + 1}(a):\n    return f${index}(a) + f${index}(a)\n`).join("")}x = f300(1)\n`,
  "a list inside itself 2,000 times": `x = []\n${"x = [x, x]\n".repeat(2_000)}`,
  "3,000 appends": `x = []\n${"x.append(1)\n".repeat(3_000)}`,
  "a function that calls itself": "def f(n):\n    return f(n) + f(n - 1)\nx = f(f(f(1)))\n",
  "3,000 lambdas in each other": `x = ${"lambda: ".repeat(3_000)}1\n`,
};

describe("extremes", () => {
  it.each(Object.entries(extremes))("%s", (_, text) => {
    const interpreter = createInterpreter({
      onFailure(error) {
        throw error;
      },
    });
    const analysis = interpreter.analyse(Document.script("file:///x.py", text).units);
    for (const unit of analysis.units) expect(unit.calls).toBeDefined();
    const value = analysis.exitValue("x");
    if (value) expect(valueText(value).length).toBeLessThan(25_000);
  }, 60_000);
});
