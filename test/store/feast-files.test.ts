import { describe, expect, it } from "vitest";
import { definitionFileFilter, readFeastIgnore } from "../../server/analysis/store/feast-files.ts";
import { random } from "../harness/random.ts";
import { ask, isSkipped } from "./real-feast.ts";

describe("which files hold definitions", () => {
  it.each([
    ["definitions.py", "", true],
    ["features/driver.py", "", true],
    ["features/__init__.py", "", false],
    ["notes.txt", "", false],
    [".venv/lib/x.py", "", false],
    ["a/.venv/lib/x.py", "", true],
    ["a/.ipynb_checkpoints/x.py", "", false],
    ["__pycache__/x.py", "", false],
    ["scripts/train.py", "scripts", false],
    ["scripts/train.py", "scripts/", false],
    ["train.py", "train.py/", true],
    ["a/scripts/train.py", "scripts", true],
    ["a/scripts/train.py", "**/scripts", false],
    ["test_a.py", "test_*.py", false],
    ["a/test_a.py", "test_*.py", true],
    ["a/test_a.py", "**/test_*.py", false],
    ["test_a.py", "**/test_*.py", false],
    ["a/b/c.py", "a/*/c.py", false],
    ["a/b/c/d.py", "a/*/d.py", true],
    ["a1.py", "a[0-3].py", false],
    ["a7.py", "a[!0-3].py", false],
    ["a1.py", "a[!0-3].py", true],
    ["a+b.py", "a+b.py", false],
    ["definitions.py", "/definitions.py", true],
    ["a.py", "[z-a].py", true],
  ])("%s with %j: %s", (path, ignore, counts) => {
    expect(definitionFileFilter(readFeastIgnore(ignore))(path)).toBe(counts);
  });

  it("reads .feastignore", () => {
    expect(readFeastIgnore("# all\nscripts  # old\n\n  a/*.py\r\nb#c\n")).toEqual(["scripts", "a/*.py", "b"]);
  });
});

describe.skipIf(isSkipped)("Feast itself", { timeout: 120_000 }, () => {
  it("imports the same files, whatever .feastignore says", () => {
    const { below, pick } = random(5);
    const folders = ["", "a/", "b/", "a/b/", "a/c/", "a/b/c/", ".venv/x/", "a/.ipynb_checkpoints/", "a/__pycache__/", "test/"];
    const names = ["x.py", "y.py", "test_x.py", "x1.py", "__init__.py", "notes.txt", "[x].py"];
    const steps = ["a", "b", "c", "*", "**", "?", "[ab]", "[!a]", "x.py", "*.py", "test_*", "x?.py", "test", ".", "*x*"];
    const pattern = (): string => Array.from({ length: 1 + below(3) }, () => pick(steps)).join("/") + pick(["", "", "", "/", "  # why"]);
    const cases = Array.from({ length: 200 }, () => ({
      files: [...new Set(Array.from({ length: 25 }, () => pick(folders) + pick(names)))],
      ignore: Array.from({ length: below(3) }, pattern).join("\n"),
    }));
    const theirs = ask("feast_files.py", [], JSON.stringify(cases)) as readonly (readonly string[] | { readonly error: string })[];
    let ignored = 0;
    const differing: unknown[] = [];
    for (const [index, { files, ignore }] of cases.entries()) {
      const known = theirs[index];
      if (!known || "error" in known) continue;
      const counts = definitionFileFilter(readFeastIgnore(ignore));
      const ours = files.filter(counts).toSorted();
      if (ours.join() !== known.toSorted().join()) differing.push([ignore, "only ours", ours.filter((each) => !known.includes(each)), "only theirs", known.filter((each) => !ours.includes(each))]);
      if (known.length < files.filter(definitionFileFilter([])).length) ignored += 1;
    }
    expect(differing).toEqual([]);
    expect(ignored).toBeGreaterThan(50);
  });
});
