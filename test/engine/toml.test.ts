import { parseTOML, getStaticTOMLValue } from "toml-eslint-parser";
import { expect, test } from "vitest";
import { readToml } from "../../server/analysis/engine/toml.ts";
import type { TomlValue } from "../../server/analysis/engine/toml.ts";

/** Values as JavaScript has them; dates as text. */
function plain(value: TomlValue): unknown {
  if (value.kind === "table") return Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]));
  if (value.kind === "array") return value.items.map(plain);
  return value.value;
}

const valid = `
# Comment with = and [brackets]
title = "TOML \\"quoted\\" \\u00e9 \\U0001F600" # after
'literal key' = 'C:\\Users\\x'
"a=b".c.d = 1
multi = """
first\\
   joined
"" two quotes"""
raw = '''
It's \\raw'''
ints = [0, -17, +9, 1_000, 0xFF, 0o17, 0b1010]
floats = [3.14, -0.01, 5e+22, 6.626e-34, 1_0.5]
bools = [true, false]
nested = [
  ["--cov=src"], # comment in list
  [1],
  [],
]
point = { x = 1, y.z = "q", list = [{ a = 1 }, {}] }
[table]
k = 1
[table.sub."quoted key"]
k = 2
[[items]]
name = "a"
[[items.inner]]
v = 1
[[items]]
name = "b"
[later.parent]
x = 1
[later]
y = 2
`;

test("reads the same values as an independent parser", () => {
  const { root, problems } = readToml(valid);
  expect(problems).toEqual([]);
  expect(plain(root)).toEqual(getStaticTOMLValue(parseTOML(valid)));
  expect(plain(readToml(`\uFEFF${valid.replaceAll("\n", "\r\n")}`).root)).toMatchObject({ title: 'TOML "quoted" é 😀', raw: "It's \\raw" });
});

test.each([
  "a = ", "a", "= 1", "a = 1 b = 2", "a = [1, 2", "a = [1 2]", "a = {b = 1", "a = {b = 1,}", "a = 'x", 'a = "x', 'a = """x', "a = '''x",
  'a = "\\q"', 'a = "\\ud800"', "a = 01", "a = 1.", "a = 1__0", "a = tru", "[a", "[a]]", "[[a]", "[]", "[a]\n[a]", "a = 1\na = 2",
  "a = 1\n[a]", "a.b = 1\n[a]\n[a.b]", "a = [1]\n[[a]]", "[a]\n[[a]]", "a = {b = 1}\na.c = 2", "a = {b = 1}\n[a.c]", "a = 2024-13-01", "a = \u0001",
])("rejects %j as an independent parser does", (text) => {
  expect(() => parseTOML(text, { tomlVersion: "1.0" })).toThrow();
  expect(readToml(text).problems.length).toBeGreaterThan(0);
});

test.each([
  ["a string without its quote", 'bad = "x\ngood = 1'],
  ["a list that is not closed before a key", "bad = [1,\n  2,\ngood = 1"],
  ["a list that is not closed before a header", "good = 1\nbad = ['a',\n[h]\nx = 1", { good: 1, h: { x: 1 } }],
  ["a missing comma in a long list", "bad = [\n  'a'\n  'b',\n  'c',\n]\ngood = 1"],
  ["a text that is never closed", 'bad = """x\ny\ngood = 1'],
  ["nonsense lines", "this is not toml\nnor is this !\ngood = 1"],
  ["a broken header, with the keys below it", "good = 1\n[bad\nx = 1\n[h]\ny = 1", { good: 1, h: { y: 1 } }],
  ["a second value", "good = 1\ngood = 2"],
])("goes on after %s", (_, text, values: unknown = { good: 1 }) => {
  const { root, problems } = readToml(text);
  expect(problems).toHaveLength(1);
  expect(plain(root)).toEqual(values);
});

test("never throws and always ends, wherever a file is cut", () => {
  for (let length = 0; length < valid.length; length++) {
    const { problems } = readToml(valid.slice(0, length));
    expect(problems.length).toBeLessThan(4);
    expect(() => readToml(valid.slice(length))).not.toThrow();
  }
});

test("a long list is read in time that grows with its length", () => {
  const text = `a = [\n${"  'x', # y\n".repeat(50_000)}]\n`;
  const { root, problems } = readToml(text);
  expect(problems).toEqual([]);
  expect((plain(root) as { a: unknown[] }).a).toHaveLength(50_000);
});
