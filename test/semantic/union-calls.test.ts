/** What is called is one of several: each has a run of its own, and what happens in it is seen. */
import { expect, test } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { Document } from "../../server/analysis/syntax/document.ts";

/** Calls that other calls lead to: target and arguments. */
function reached(text: string): readonly string[] {
  const document = Document.script("file:///work/a.py", text);
  const { units } = createInterpreter({ onFailure(error) { throw error; } }).analyse(document.units);
  const events = units.flatMap(({ calls }) => calls.filter(({ via }) => via.length > 0));
  return [...new Set(events.map(({ target, args }) => `${target ?? "?"}(${args.map(({ value }) => valueText(value)).join(", ")})`))].sort();
}

const functions = "import os\ndef f(x):\n    os.remove(x)\ndef g(x):\n    os.mkdir(x)\n";

test("functions", () => {
  expect(reached(`${functions}h = f if os.getenv("A") else g\nh("/a")\n`)).toEqual(['os.mkdir("/a")', 'os.remove("/a")']);
});

test("three of them, one a lambda", () => {
  const text = `${functions}if os.getenv("A"):\n    h = f\nelif os.getenv("B"):\n    h = g\nelse:\n    h = lambda x: os.rmdir(x)\nh("/a")\n`;
  expect(reached(text)).toEqual(['os.mkdir("/a")', 'os.remove("/a")', 'os.rmdir("/a")']);
});

test("methods of objects", () => {
  const text = "import os\nclass A:\n    def go(self, x):\n        os.remove(x)\nclass B:\n    def go(self, x):\n        os.mkdir(x)\no = A() if os.getenv('A') else B()\no.go('/a')\n";
  expect(reached(text)).toEqual(['os.mkdir("/a")', 'os.remove("/a")']);
});

test("inside a function, and one within the other", () => {
  const text = `${functions}def run(h, x):\n    h(x)\ndef twice(h, x):\n    h(x + "/b")\ndo = run if os.getenv("C") else twice\ndo(f if os.getenv("A") else g, "/a")\n`;
  expect(reached(text).filter((each) => each.startsWith("os."))).toEqual(['os.mkdir("/a")', 'os.mkdir("/a/b")', 'os.remove("/a")', 'os.remove("/a/b")']);
});

test("a loop's later rounds take the place of earlier ones", () => {
  const text = `${functions}h = f\nfor name in os.listdir("."):\n    h("/a")\n    h = g\n`;
  expect(reached(text)).toEqual(['os.mkdir("/a")', 'os.remove("/a")']);
});
