import { describe, expect, it } from "vitest";
import { definitionFileFilter, readFeastIgnore } from "../../server/analysis/store/feast-files.ts";

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
