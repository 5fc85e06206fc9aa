import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addEntry, entryWith } from "../../server/analysis/facts/configuration/text.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";

const value = "/home/jane/data \"x\"\\é.csv";

function after(format: "yaml" | "toml" | "json", text: string): string | undefined {
  const added = addEntry({ format, text }, "x_path", { kind: "text", text: value });
  return added && applyEdits(text, [added.edit]);
}

describe("an entry more, and everything else byte for byte", () => {
  const shown = JSON.stringify(value);
  test.each([
    ["yaml", "a: 1\n", `a: 1\nx_path: ${shown}\n`],
    ["yaml", "a: 1", `a: 1\nx_path: ${shown}`],
    ["yaml", "---\n# first\na: 1   # one\n\n# last\n", `---\n# first\na: 1   # one\nx_path: ${shown}\n\n# last\n`],
    ["yaml", "a: 1\r\nb:\r\n  - 1\r\n  - 2\r\n", `a: 1\r\nb:\r\n  - 1\r\n  - 2\r\nx_path: ${shown}\r\n`],
    ["yaml", "a: 1\nb:\n  c: {d: 1}\n  e: f\n", `a: 1\nb:\n  c: {d: 1}\n  e: f\nx_path: ${shown}\n`],
    ["yaml", "paths:\n    a: /b\n    c: /d # e\nmodel: 1\n", `paths:\n    a: /b\n    c: /d # e\n    x_path: ${shown}\nmodel: 1\n`],
    ["yaml", "paths:\n  a: 1\nx_path: 2\n", `paths:\n  a: 1\nx_path: 2\nx_path_2: ${shown}\n`],
    ["yaml", "text: |\n  a\n  b\n", `text: |\n  a\n  b\nx_path: ${shown}\n`],
    ["yaml", "text: |+\n  a\n\n\n", `text: |+\n  a\n\n\nx_path: ${shown}\n`],
    ["yaml", "a: &b {c: 1}\nd: *b\n", `a: &b {c: 1}\nd: *b\nx_path: ${shown}\n`],
    ["toml", "a = 1\n\n[b]\nc = 2\n", `a = 1\nx_path = ${shown}\n\n[b]\nc = 2\n`],
    ["toml", "[paths]\na = \"/b\" # c\n\n[model]\nd = 1\n", `[paths]\na = "/b" # c\nx_path = ${shown}\n\n[model]\nd = 1\n`],
    ["toml", "a = [\n  1,\n]", `a = [\n  1,\n]\nx_path = ${shown}`],
    ["json", "{\"a\": 1}", `{"a": 1, "x_path": ${shown}}`],
    ["json", "{\n  \"a\": 1,\n  \"b\": {\"c\": [1]}\n}\n", `{\n  "a": 1,\n  "b": {"c": [1]},\n  "x_path": ${shown}\n}\n`],
    ["json", "{\r\n\t\"paths\": {\r\n\t\t\"a\": \"/b\"\r\n\t}\r\n}", `{\r\n\t"paths": {\r\n\t\t"a": "/b",\r\n\t\t"x_path": ${shown}\r\n\t}\r\n}`],
  ] as const)("%s %j", (format, text, expected) => {
    expect(after(format, text)).toBe(expected);
    if (format === "json") expect(parse(expected)).toEqual(JSON.parse(expected));
  });
});

describe("refused", () => {
  test.each([
    ["yaml", ""], ["yaml", "- a\n"], ["yaml", "{a: 1}\n"], ["yaml", "a: 1\n---\nb: 2\n"], ["yaml", "a: !secret b\n"], ["yaml", "a: 1\na: 2\n"], ["yaml", "a: [1\n"],
    ["yaml", "a: 1\n...\n"], ["toml", "[a]\nb = 1\n"], ["toml", "a = \n"], ["toml", ""], ["json", "[]"], ["json", "{}"], ["json", "{\"a\": 1,}"], ["json", "{\"a\": 1} // b"],
  ] as const)("%s %j", (format, text) => { expect(after(format, text)).toBeUndefined(); });

  test("what OmegaConf would take for an interpolation", () => {
    expect(addEntry({ format: "yaml", text: "a: 1\n" }, "x", { kind: "text", text: "/a/${b}" })).toBeUndefined();
  });
});

test("an entry that is there already", () => {
  expect(entryWith({ format: "yaml", text: "data:\n  raw:\n    orders: /a/b.csv\n" }, "/a/b.csv")).toEqual(["data", "raw", "orders"]);
  expect(entryWith({ format: "toml", text: "[data]\norders = '/a/b.csv'\n" }, "/a/b.csv")).toEqual(["data", "orders"]);
  expect(entryWith({ format: "json", text: "{\"orders\": \"/a/b.csv\"}" }, "/a/b.csv")).toEqual(["orders"]);
  expect(entryWith({ format: "yaml", text: "a b: /a/b.csv\n" }, "/a/b.csv")).toBeUndefined();
  expect(entryWith({ format: "yaml", text: "a: /a/b\n" }, "/a/b.csv")).toBeUndefined();
});
