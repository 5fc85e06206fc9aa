/** Sizes and nestings far beyond what people write: no stack overflow, no quadratic reading, a tree in any case. */
import { describe, expect, test, vi } from "vitest";
import { parseModule, parseUnits } from "../../server/analysis/syntax/parse.ts";
import { nodesAt, parents, walk } from "../../server/analysis/syntax/walk.ts";

// Nothing here takes long; this is for machines that are busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const times = (part: string, count: number): string => part.repeat(count);

/** Parses as units and as a module, walks all, and returns the number of nodes and problems. */
function survive(text: string): { readonly nodes: number; readonly problems: number } {
  for (const ipython of [true, false]) {
    const units = parseUnits(text, 0, text.length, { ipython });
    expect(units[units.length - 1]?.end).toBe(text.length);
    let read = 0;
    for (const unit of units) read += unit.reach - unit.start;
    // Strict reading gives up past 20 open brackets at the margin.
    expect(read).toBeLessThan(25 * text.length + 1000);
  }
  const { body, problems } = parseModule(text, { ipython: false });
  let nodes = 0;
  walk(body, () => {
    nodes++;
    return undefined;
  });
  parents(body);
  nodesAt(body, text.length >> 1);
  return { nodes, problems: problems.length };
}

describe("valid", () => {
  const valid: Readonly<Record<string, string>> = {
    "200 parentheses": `x = ${times("(", 200)}1${times(")", 200)}\n`,
    "200 lists": `x = ${times("[", 200)}1${times("]", 200)}\n`,
    "200 calls": `${times("f(", 200)}${times(")", 200)}\n`,
    "99 levels of indentation": `${Array.from({ length: 99 }, (_, level) => `${times(" ", level)}if x:\n`).join("")}${times(" ", 99)}pass\n`,
    "one line of a megabyte": `x = [${times("1, ", 350_000)}]\n`,
    "a string of a megabyte": `x = '${times("a", 1_000_000)}'\n`,
    "a sum of 100,000": `x = a${times(" + b", 100_000)}\n`,
    "a comparison of 100,000": `a${times(" < b", 100_000)}\n`,
    "a chain of 100,000 calls": `x = a${times(".b()", 100_000)}\n`,
    "10,000 elif": `if a: pass\n${times("elif a: pass\n", 10_000)}else: pass\n`,
    "50,000 conditions": `x = ${times("a if b else ", 50_000)}c\n`,
    "100,000 minus signs": `${times("-", 100_000)}x\n`,
    "100,000 strings side by side": `x = ${times("'a' ", 100_000)}\n`,
    "100,000 line continuations": `${times("\\\n", 100_000)}x\n`,
    "100,000 targets": `x${times(" = x", 100_000)}\n`,
    "100,000 names": Array.from({ length: 100_000 }, (_, index) => `n${String(index)} = 1\n`).join(""),
  };
  test.each(Object.entries(valid))("%s", (_, text) => {
    expect(survive(text).problems).toBe(0);
  });
});

describe("broken", () => {
  const broken: Readonly<Record<string, string>> = {
    "10,000 nested brackets": `${times("(", 10_000)}${times(")", 10_000)}\nx = 1\n`,
    "10,000 open brackets": times("([{", 3_333),
    "10,000 open calls on lines": times("f(\n", 10_000),
    "20,000 open lists after commas": times("x = [1,\n", 20_000),
    "brackets closed and opened": times("f(\n)(\n", 10_000),
    "100,000 closing brackets": times(")", 100_000),
    "an odd number of triple quotes": times('"""\n', 10_001),
    "10,000 open f-strings": times('f"{\n', 10_000),
    "1,000 nested f-strings": `${times('f"{', 1_000)}x${times('}"', 1_000)}\n`,
    "5,000 nested specifications": `f"${times("{x:", 5_000)}"\n`,
    "10,000 powers": `x${times("**x", 10_000)}\n`,
    "10,000 lambdas": `${times("lambda: ", 10_000)}x\n`,
    "10,000 awaits": `${times("await ", 10_000)}x\n`,
    "10,000 nested patterns": `match x:\n case ${times("[", 10_000)}\n`,
    "5,000 nested comprehensions": `${times("[x for x in ", 5_000)}\n`,
    "5,000 nested type parameters": `def f${times("[T:", 5_000)}\n`,
    "5,000 nested defaults": `f${times("(lambda x=", 5_000)}\n`,
    "1,000 levels of indentation": Array.from({ length: 1_000 }, (_, level) => `${times(" ", level)}if x:\n`).join(""),
    "20,000 else": times("else:\n", 20_000),
    "10,000 cell magics": times("%%time\n", 10_000),
    "all characters": Array.from({ length: 100_000 }, (_, index) => String.fromCharCode((index * 7919) % 0x10000)).join(""),
    "a lone surrogate": "\ud800 = 1\n",
    "a NUL": "x\0y\n",
    "a backslash at the end": "x = 1 \\",
  };
  test.each(Object.entries(broken))("%s", (_, text) => {
    expect(survive(text).problems).toBeGreaterThan(0);
  });
  test("what comes after too many brackets is read", () => {
    const units = parseUnits(`${times("(", 10_000)}\nx = 1\n`, 0, 10_007, { ipython: false });
    expect(units.map((unit) => unit.body[0]?.kind)).toEqual(["Expr", "Assign"]);
  });
});
