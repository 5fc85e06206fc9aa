/** A body that was put away and parsed again is the body that was there; and it is put away in modules that nobody has open. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ModuleGraph } from "../../server/analysis/semantic/module-graph.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { foldFunction, isFolded } from "../../server/analysis/syntax/folding.ts";
import { plain } from "./plain-nodes.ts";

const root = join(import.meta.dirname, "..", "..");
const programs = ["examples", "test"].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py")).map((name) => join(root, folder, name)));

function unitOf(text: string) {
  const unit = Document.script("file:///m.py", text).units[0];
  if (!unit) throw new Error("no unit");
  return unit;
}

describe("a folded function", () => {
  test("has the body that it had", () => {
    let folded = 0;
    for (const program of programs) {
      const document = Document.script("file:///m.py", readFileSync(program, "utf8"));
      for (const unit of document.units) {
        const before = plain(unit.body);
        foldFunction(unit);
        if (isFolded(unit)) folded++;
        expect(plain(unit.body)).toEqual(before);
        expect(isFolded(unit)).toBe(false);
      }
    }
    expect(folded).toBeGreaterThan(40);
  });

  test.each([
    ["with decorators, comments above, a docstring and an f-string", "# above\n@cache\nasync def f(a, *, b=1) -> str:\n    \"\"\"Doc.\"\"\"\n    # inside\n    return f\"{a!r:>{b}} {[x for x in a]}\"\n", true],
    ["on one line", "def f(): return 1\n", true],
    ["with a function inside", "def f():\n    def g(): ...\n    return g\n", false],
    ["with a lambda inside", "def f():\n    return sorted([], key=lambda x: x)\n", false],
    ["that binds a global name", "def f():\n    global x\n    x = 1\n", false],
    ["that is broken", "def f(:\n    return 1\n", false],
    ["beside another statement", "x = 1; y = 2\n", false],
    ["in a class", "class A:\n    def f(self): return 1\n", false],
  ])("%s", (_, text, expected) => {
    const unit = unitOf(text);
    const before = plain(unit.body);
    foldFunction(unit);
    expect(isFolded(unit)).toBe(expected);
    expect(plain(unit.body)).toEqual(before);
  });
});

describe("of a module that nobody has open", () => {
  const graph = new ModuleGraph();
  graph.setWorkspaces(["file:///p"]);
  graph.setFolder("file:///p", { files: new Set(["m.py", "train.py"]), folders: new Set(), sources: [] });
  graph.setModule("file:///p/m.py", { kind: "script", text: "def used(x):\n    return x\n\n\ndef unused(x):\n    return x\n" });
  const open = (text: string): void => void graph.openScript("file:///p/train.py", text, (error) => { throw error; });
  const foldedIn = (): readonly boolean[] => graph.document("file:///p/m.py")?.units.map(isFolded) ?? [];

  test("functions are folded but for those that an open document calls", () => {
    open("import m\nresult = m.used('a')\n");
    const analysis = graph.analysis("file:///p/train.py");
    expect(analysis?.exitValue("result")?.constant).toMatchObject({ kind: "text", pieces: [{ text: "a" }] });
    expect(foldedIn()).toEqual([false, true]);
  });

  test("one that is called later unfolds", () => {
    open("import m\nresult = m.unused('b')\n");
    expect(graph.analysis("file:///p/train.py")?.exitValue("result")?.constant).toMatchObject({ pieces: [{ text: "b" }] });
    expect(foldedIn()).toEqual([false, false]);
  });
});
