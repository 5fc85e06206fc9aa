/** The harness itself: it must fail where a fixture and a rule disagree, and where a fix breaks its promises. */
import { describe, expect, test } from "vitest";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { badName, toyRule } from "../engine/toy-rules.ts";
import { readFixture } from "./fixture.ts";
import { checkFile, surroundingsOf } from "./rule-check.ts";

const tick = "```";

/** Blocks as `info: line | line`; a path in front of it as `path <- info: line`. */
function markdown(...blocks: readonly string[]): string {
  return blocks
    .map((block) => {
      const [, path, info = "", body = ""] = /^(?:(\S+) <- )?([^:]*): (.*)$/s.exec(block) ?? [];
      return `${path === undefined ? "" : `\`${path}\`\n\n`}${tick}${info}\n${body.replaceAll(" | ", "\n")}\n${tick}\n`;
    })
    .join("\n");
}

async function check(rule: Rule, ...blocks: readonly string[]): Promise<void> {
  const [only] = readFixture(`# toy\n\n## a\n\n${markdown(...blocks)}`).tests;
  if (!only) throw new Error("no test");
  const around = await surroundingsOf(only, [], [rule]);
  for (const file of only.files) checkFile(rule, [rule], file, around);
}

describe("reading", () => {
  test("files, cells, settings, fixes, shared files", () => {
    const text = `# r\n\n${markdown("repo/feature_store.yaml <- yaml: a: 1")}\n## one\n\n${markdown(
      "src/x.py <- py: a = 1", "toml: ignore = []", 'py fixed "t": b', "py cell: c", "py cell: d", 'py fixed: e', "py fixed: f",
    )}\n## two\n\n${markdown("py: z")}`;
    const fixture = readFixture(text);
    expect(fixture.name).toBe("r");
    expect(fixture.shared.map(({ path, kind }) => [path, kind])).toEqual([["repo/feature_store.yaml", "other"]]);
    expect(fixture.tests.map(({ title }) => title)).toEqual(["one", "two"]);
    expect(fixture.tests[0]?.settings).toBe("ignore = []\n");
    expect(fixture.tests[0]?.files.map(({ path, kind, texts, fixed }) => ({ path, kind, texts, fixed }))).toEqual([
      { path: "src/x.py", kind: "script", texts: ["a = 1\n"], fixed: [{ title: "t", texts: ["b\n"] }] },
      { path: "main.ipynb", kind: "notebook", texts: ["c", "d"], fixed: [{ title: undefined, texts: ["e", "f"] }] },
    ]);
  });

  test("markers and carets are no part of the file", () => {
    const [only] = readFixture(`# r\n\n## a\n\n${markdown(
      'py: x = 1  # error: [a] "say "x""  # hint: [b] | #   ^ ^^ | """ | """  # warning@-1: [c] | # ^^ stays | # information: [d] | y',
    )}`).tests;
    const [file] = only?.files ?? [];
    expect(file?.texts).toEqual(['x = 1\n"""\n"""\n# ^^ stays\ny\n']);
    expect(file?.markers).toEqual([
      { cell: 0, line: 0, severity: "error", rule: "a", message: 'say "x"', columns: { start: 4, end: 5 } },
      { cell: 0, line: 0, severity: "hint", rule: "b", message: "", columns: { start: 6, end: 8 } },
      { cell: 0, line: 1, severity: "warning", rule: "c", message: "", columns: undefined },
      { cell: 0, line: 3, severity: "information", rule: "d", message: "", columns: undefined },
    ]);
  });

  test("what says nothing clear is refused", () => {
    expect(() => readFixture(`# r\n\n## a\n\n## a\n`)).toThrow("two tests");
    expect(() => readFixture(`# r\n\n## a\n\n${markdown("yaml: x")}`)).toThrow("without a path");
    expect(() => readFixture(`# r\n\n## a\n\n${markdown("py fixed: x")}`)).toThrow("without a file");
    expect(() => readFixture(`# r\n\n## a\n\n${tick}py\nx`)).toThrow("not closed");
  });
});

describe("checking findings", () => {
  test("exactly the marked ones", async () => {
    await check(badName, "py: bad  # error: [bad-name] | # | good");
    await check(badName, "notebooks/a.py <- py: bad  # warning: [bad-name] \"is bad\"");
    await check(badName, "py cell: good", "py cell: x = bad  # warning: [bad-name] | #   ^^^");
  });

  test.each([
    ["a finding without a marker", ["py: bad"], "unexpected: cell 0 line 1 columns 0-3: error: [bad-name]"],
    ["a marker without a finding", ["py: good  # error: [bad-name]"], "missing: cell 0 line 1: error: [bad-name]"],
    ["another severity", ["py: bad  # warning: [bad-name]"], "missing"],
    ["another message", ['py: bad  # error: [bad-name] "worse"'], "missing"],
    ["another range", ["py: bad  # error: [bad-name] | #^"], "missing"],
    ["another cell", ["py cell: bad", "py cell: x  # warning: [bad-name]"], "missing"],
    ["wrong settings", ["toml: ignor = []", "py: x"], "unknown key"],
  ])("fails for %s", async (_, blocks, message) => {
    await expect(check(badName, ...blocks)).rejects.toThrow(message);
  });

  test("fails for a message that is too long", async () => {
    const long = toyRule({ on: { Name: ({ node, unit }) => ({ at: place(unit, node), message: "x".repeat(101) }) } });
    await expect(check(long, "py: y  # warning: [toy]")).rejects.toThrow("longer than 100");
  });
});

describe("checking fixes", () => {
  /** Finds names called `bad` and offers to replace the whole statement's line by a text. */
  function replacing(text: string, change: Partial<Fix> = {}): Rule {
    return toyRule({
      on: {
        Name({ node, unit }): Finding | undefined {
          if (!node.id.startsWith("bad")) return undefined;
          const at = { anchor: unit.anchor, start: 0, end: unit.text.trimEnd().length };
          return { at: place(unit, node), message: "bad", fixes: [{ title: "Replace", safety: "safe", edits: [{ at, text }], ...change }] };
        },
      },
    });
  }

  test("a good one passes, and the fixed block is compared", async () => {
    await check(badName, "py: x = bad  # error: [bad-name] | bad  # error: [bad-name]", "py fixed: x = good | bad");
    await expect(check(badName, "py: bad  # error: [bad-name]", "py fixed: better")).rejects.toThrow("should be\nbetter");
    await expect(check(badName, "py: bad  # error: [bad-name]", 'py fixed "Other": good')).rejects.toThrow('no fix "Other"');
    await check(badName, "py cell: x", "py cell: bad  # warning: [bad-name]", "py fixed: x", "py fixed: good");
  });

  test.each([
    ["does not parse", replacing("x = (")],
    ["leaves the finding", replacing("bad2")],
    ["loses the comment # kept", replacing("x", { edits: [] })],
  ])("fails where it %s", async (message, rule) => {
    const losing = message.startsWith("loses");
    const broken = losing
      ? toyRule({ on: { Name: ({ node, unit }) => (node.id === "bad" ? { at: place(unit, node), message: "bad", fixes: [{ title: "Drop", safety: "safe", edits: [{ at: { anchor: unit.anchor, start: 0, end: unit.text.length }, text: "x\n" }] }] } : undefined) } })
      : rule;
    await expect(check(broken, "py: bad  # kept  # warning: [toy]")).rejects.toThrow(message);
  });

  test("fails where it brings a new finding of another rule", async () => {
    const rule = replacing("worse");
    const other = toyRule({ name: "other", on: { Name: ({ node, unit }) => (node.id === "worse" ? { at: place(unit, node), message: "worse" } : undefined) } });
    const [only] = readFixture(`# toy\n\n## a\n\n${markdown("py: bad  # warning: [toy]")}`).tests;
    const [file] = only?.files ?? [];
    if (!only || !file) throw new Error("no test");
    const around = await surroundingsOf(only, [], [rule, other]);
    expect(() => { checkFile(rule, [rule, other], file, around); }).toThrow("brings a new finding of other");
  });
});
