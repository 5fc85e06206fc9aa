import { workOf } from "../harness/work.ts";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../server/cli/unified-diff.ts";

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

test("equal texts have no difference", () => {
  expect(unifiedDiff("a\n", "a\n", "x", "x")).toBe("");
});

test("changes far apart are hunks of their own, near ones share one", () => {
  const before = numbered(30);
  const after = [...before];
  after[1] = "changed 2";
  after[4] = "changed 5";
  after.splice(25, 1);
  expect(unifiedDiff(text(before), text(after), "src/a.py", "src/a.py")).toBe(
    [
      "--- a/src/a.py", "+++ b/src/a.py",
      "@@ -1,8 +1,8 @@", " line 1", "-line 2", "+changed 2", " line 3", " line 4", "-line 5", "+changed 5", " line 6", " line 7", " line 8",
      "@@ -23,7 +23,6 @@", " line 23", " line 24", " line 25", "-line 26", " line 27", " line 28", " line 29", "",
    ].join("\n"),
  );
});

test("a last line without a line break, a new file, and Windows line breaks", () => {
  expect(unifiedDiff("a\nb", "a\nc", "x", "x")).toBe(
    "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
  );
  expect(unifiedDiff("", "A=\n", undefined, ".env.example")).toBe("--- /dev/null\n+++ b/.env.example\n@@ -0,0 +1 @@\n+A=\n");
  expect(unifiedDiff("a\r\nb\r\n", "a\r\nc\r\n", "x", "x")).toContain("-b\r\n+c\r\n");
});

test("a name with blanks ends with a tab", () => {
  expect(unifiedDiff("a\n", "b\n", "my plots.py", "my plots.py")).toContain("--- a/my plots.py\t\n+++ b/my plots.py\t\n@@");
});

/** Applies a diff as `patch` does, trusting its line numbers. */
function patched(before: string, diff: string): string {
  const source = before.split(/(?<=\n)/);
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [header = "", ...lines] = hunk.split(/(?<=\n)/);
    const [, start = "0", length] = /^@@ -(\d+)(?:,(\d+))?/.exec(header) ?? [];
    const from = length === "0" ? Number(start) : Number(start) - 1;
    result.push(...source.slice(at, from));
    at = from;
    for (const [index, line] of lines.entries()) {
      if (line.startsWith("\\")) continue;
      const content = lines[index + 1]?.startsWith("\\") === true ? line.slice(1, -1) : line.slice(1);
      if (line.startsWith("+")) result.push(content);
      else {
        expect(source[at]).toBe(content);
        at += 1;
        if (line.startsWith(" ")) result.push(content);
      }
    }
  }
  return [...result, ...source.slice(at)].join("");
}

test("applying the difference gives the second text, for many random pairs", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 500; round++) {
    const before = Array.from({ length: random(30) }, () => `${random(6)}\n`).join("") + (random(3) === 0 ? "tail" : "");
    const lines = before.split(/(?<=\n)/);
    for (let edits = random(6); edits > 0; edits--) lines.splice(random(lines.length + 1), random(3), ...(random(2) ? [`${random(6)}\n`] : []));
    const after = lines.join("");
    expect(patched(before, unifiedDiff(before, after, "x", "x"))).toBe(after);
  }
});

test("of texts with nothing in common, twice as long ones are at most twice the work", async () => {
  const work = (count: number): Promise<number> => {
    const before = text(numbered(count));
    const after = text(numbered(count).map((line) => `${line}!`));
    return workOf(() => {
      expect(patched(before, unifiedDiff(before, after, "x", "x"))).toBe(after);
    });
  };
  const small = await work(2_000);
  expect(small).toBeGreaterThan(2_000);
  expect(await work(4_000)).toBeLessThan(2.2 * small);
});
