/** IPython syntax: what becomes a magic, how it is taken apart, and what stays Python. */
import { describe, expect, test } from "vitest";
import type { Magic } from "../../server/analysis/syntax/nodes.ts";
import { parseUnits } from "../../server/analysis/syntax/parse.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { unitsText } from "./tree-text.ts";

/** All magics of a cell, each as `form name|argument|body` and the source of its Python in brackets. */
function magics(text: string): readonly string[] {
  const found: string[] = [];
  for (const unit of parseUnits(text, 0, text.length, { ipython: true })) {
    const source = (range: { readonly start: number; readonly end: number }): string => text.slice(unit.start + range.start, unit.start + range.end);
    walk(unit.body, (node) => {
      if (node.kind !== "Magic") return undefined;
      checkTexts(node, source);
      const body = node.body === undefined ? "" : `|${node.body.text}`;
      found.push(`${node.form} ${node.name.name}|${node.argument.text}${body} [${node.python.map(source).join("; ")}]`);
      return undefined;
    });
  }
  return found;
}

/** Ranges must say where the texts are. */
function checkTexts(node: Magic, source: (range: { readonly start: number; readonly end: number }) => string): void {
  expect(source(node.name)).toBe(node.name.name);
  expect(source(node.argument)).toBe(node.argument.text);
  if (node.body !== undefined) expect(source(node.body)).toBe(node.body.text);
}

describe("lines", () => {
  test("magics", () => {
    expect(magics("%matplotlib inline\nimport x\n")).toEqual(["line matplotlib|inline []"]);
    expect(magics("%timeit -n 100 -r3 model.fit(X, y)\n")).toEqual(["line timeit|-n 100 -r3 model.fit(X, y) [model.fit(X, y)]"]);
    expect(magics("%prun -l 10 -s cumulative f()\n")).toEqual(["line prun|-l 10 -s cumulative f() [f()]"]);
    expect(magics("%time x = f(); y = 2\n")).toEqual(["line time|x = f(); y = 2 [x = f(); y = 2]"]);
    expect(magics("%time\n")).toEqual(["line time| []"]);
  });
  test("shell commands", () => {
    expect(magics("!pip install x\n!!ls\n")).toEqual(["shell !|pip install x []", "shell !!|ls []"]);
    expect(magics("!echo a \\\n  b\nx = 1\n")).toEqual(["shell !|echo a \\\n  b []"]);
  });
  test("help", () => {
    expect(magics("?df.head\n??f\n")).toEqual(["help ?|df.head []", "help ??|f []"]);
    expect(magics("df.head?\ndf??\nx[0].y?  \n*int*?\n%%time?\n")).toEqual(["help ?|df.head []", "help ??|df []", "help ?|x[0].y []", "help ?|*int* []", "help ?|%%time []"]);
  });
  test("values", () => {
    expect(magics("x = !ls -l\ny = %time f(x)\na, b = c = !ls\n")).toEqual(["shell !|ls -l []", "line time|f(x) [f(x)]", "shell !|ls []"]);
    expect(unitsText("x = !ls\n", true)).toBe("(Assign (Name x) (Magic))");
  });
  test("inside blocks", () => {
    expect(magics("if a:\n    !ls\n    %time f(1)\nelse:\n    x?\n")).toEqual(["shell !|ls []", "line time|f(1) [f(1)]", "help ?|x []"]);
  });
  test("end a bracket that is open", () => {
    expect(unitsText("x = (1,\n%time f()\n", true)).toBe("(Assign (Name x) (Tuple (Constant 1) (Missing)))\n  ! \"(\" `(` is never closed\n(Expr (Magic (Expr (Call (Name f)))))");
  });
});

describe("cells", () => {
  test("with Python", () => {
    expect(magics("%%time\nx = 1\ny = f(2)\n")).toEqual(["cell time||x = 1\ny = f(2)\n [x = 1; y = f(2)]"]);
    expect(magics("\n\n%%timeit -n 10 setup = 1\nf(setup)\n")).toEqual(["cell timeit|-n 10 setup = 1|f(setup)\n [setup = 1; f(setup)]"]);
    expect(magics("%%capture out\n%%time\n!ls\n")).toEqual(["cell capture|out|%%time\n!ls\n [%%time\n!ls]", "cell time||!ls\n [!ls]", "shell !|ls []"]);
  });
  test("without", () => {
    expect(magics("%%bash\necho if ( x\n")).toEqual(["cell bash||echo if ( x\n []"]);
    expect(magics("%%writefile a.py\nx = (\n")).toEqual(["cell writefile|a.py|x = (\n []"]);
    expect(magics("%%html")).toEqual(["cell html|| []"]);
    expect(magics("%sql\nSELECT 1\nFROM x\n")).toEqual(["cell sql||SELECT 1\nFROM x\n []"]);
    expect(magics("%md ## Sales\nof the month\n")).toEqual(["cell md|## Sales|of the month\n []"]);
    expect(magics("%sql SELECT 1\nx = 1\n")).toEqual(["line sql|SELECT 1 []"]);
    expect(magics("x = 1\n%sql\ny = 2\n")).toEqual(["line sql| []"]);
  });
  test("problems and comments inside are the cell's", () => {
    const [unit] = parseUnits("%%time\nx = f(\n# note\n", 0, 21, { ipython: true });
    expect(unit?.problems).toEqual([{ start: 12, end: 13, message: "`(` is never closed" }]);
    expect(unit?.comments).toEqual([{ start: 14, end: 20, text: "# note" }]);
  });
  test("only on the first line", () => {
    expect(unitsText("x = 1\n%%time\ny\n", true)).toBe("(Assign (Name x) (Constant 1))\n(Expr (Magic))\n  ! \"%%\" `%%` works only on the first line of a cell\n(Expr (Name y))");
  });
});

describe("what is no magic", () => {
  test("operators", () => {
    expect(magics("a % b\na != b\na = b % c\nf(a,\n  %b)\nx %= 2\nprint('a?')\n# x?\n")).toEqual([]);
    expect(unitsText("a = (b\n% c)\n", true)).toBe("(Assign (Name a) (BinOp (Name b) (Name c)))");
  });
  test("scripts", () => {
    expect(unitsText("!ls\nx?\n")).toBe("(Expr (Magic))\n  ! \"!ls\" Magics and shell commands work in notebooks only\n(Expr (Name x))\n  ! \"?\" `?` has no meaning here in Python");
  });
});

test("a cell that is indented as a whole", () => {
  expect(unitsText("  x = 1\n  if x:\n    y\n  z\n", true)).toBe("(Assign (Name x) (Constant 1))\n(If (Name x) (Expr (Name y)))\n(Expr (Name z))");
  expect(unitsText("x = 1\n  y\n", true)).toContain("indented more");
});
