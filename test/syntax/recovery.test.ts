/** Broken code: the tree that is still there, one problem for one mistake, and neighbours untouched. */
import { describe, expect, test } from "vitest";
import type { Call, Node } from "../../server/analysis/syntax/nodes.ts";
import { parseExpression, parseModule, parseUnits } from "../../server/analysis/syntax/parse.ts";
import { nodesAt, walk } from "../../server/analysis/syntax/walk.ts";
import { unitsText } from "./tree-text.ts";

function check(text: string, expected: string): void {
  expect(unitsText(text)).toBe(expected.trim().replaceAll(/^ {4}/gm, ""));
}

/** Kinds of the nodes that hold the `|` of a text, innermost last. */
function kindsAtCursor(marked: string): string {
  const offset = marked.indexOf("|");
  const { body } = parseModule(marked.slice(0, offset) + marked.slice(offset + 1), { ipython: true });
  return nodesAt(body, offset).map((node) => node.kind).join(" ");
}

describe("while typing", () => {
  test("an unfinished string in an unfinished list in an unfinished call", () => {
    const text = 'store.get_online_features(features=["driver_\ny = foo(1)\n';
    check(text, `
    (Expr (Call (Attribute .get_online_features (Name store)) (Keyword features= (List (Constant "driver_")))))
      ! "\\"driver_" This string is not closed: " is missing
    (Assign (Name y) (Call (Name foo) (Constant 1)))`);
    let call: Call | undefined;
    walk(parseModule(text, { ipython: false }).body, (node: Node) => {
      if (node.kind === "Call") call ??= node;
      return undefined;
    });
    const list = call?.keywords[0]?.value;
    const constant = list?.kind === "List" ? list.elts[0] : undefined;
    expect(constant).toMatchObject({ value: "driver_", end: text.indexOf("\n"), parts: [{ closed: false }] });
    expect(call?.end).toBe(text.indexOf("\n"));
  });
  test("nodes around the cursor", () => {
    expect(kindsAtCursor('store.get_online_features(features=["driver_|\ny = 1\n')).toBe("Expr Call Keyword List Constant");
    expect(kindsAtCursor('store.get_online_features(features=["driver_|"])')).toBe("Expr Call Keyword List Constant");
    expect(kindsAtCursor("df.|\nx = 1\n")).toBe("Expr Attribute");
    expect(kindsAtCursor("df.|head()")).toBe("Expr Call Attribute");
    expect(kindsAtCursor("f(df.|, 1)")).toBe("Expr Call Attribute");
    expect(kindsAtCursor("f(a, |")).toBe("Expr Call Missing");
    expect(kindsAtCursor("f(a, |)\n")).toBe("Expr Call");
    expect(kindsAtCursor("f(x=|\ny = 1\n")).toBe("Expr Call Keyword Missing");
    expect(kindsAtCursor("x = |\ny = 1\n")).toBe("Assign Missing");
    expect(kindsAtCursor('f"{df.|}"\n')).toBe("Expr JoinedStr FormattedValue Attribute");
    expect(kindsAtCursor("if df.|\n")).toBe("If Attribute");
    expect(kindsAtCursor('df["co|\nprint(1)\n')).toBe("Expr Subscript Constant");
    expect(kindsAtCursor("%time df.|\n")).toBe("Expr Magic Expr Attribute");
  });
  test("a dot", () => { check("df.\ny = 1\n", `
    (Expr (Attribute . (Name df)))
      ! "." A name is missing after the dot
    (Assign (Name y) (Constant 1))`); });
  test("an import", () => { check("from a import\nfrom b import (c,\nimport\nx\n", `
    (ImportFrom a)
      ! "" The name to import is missing here
    (ImportFrom b (Alias c))
      ! "(" \`(\` is never closed
    (Import (Alias ))
      ! "" The name of a module is missing here
    (Expr (Name x))`); });
  test("a function without a body", () => { check("def f(x):\ny = 1\n", `
    (FunctionDef f (Arguments (Argument x)))
      ! "def f(x):" An indented block is missing after this \`def\`
    (Assign (Name y) (Constant 1))`); });
  test("a decorator", () => { check("@\ndef f(): pass\n@dec\nx = 1\n", `
    (FunctionDef f (Missing) (Arguments) (Pass))
      ! "" An expression is missing here
    (Expr (Name dec))
      ! "dec" A function or class is missing below this decorator
    (Assign (Name x) (Constant 1))`); });
});

describe("brackets that are not closed", () => {
  test("end at the next statement", () => { check("x = [1, 2\ny = 3\nz = 4\n", `
    (Assign (Name x) (List (Constant 1) (Constant 2)))
      ! "[" \`[\` is never closed
    (Assign (Name y) (Constant 3))
    (Assign (Name z) (Constant 4))`); });
  test("after a comma", () => { check("x = foo(a,\ny = bar(b)\nprint(y)\n", `
    (Assign (Name x) (Call (Name foo) (Name a) (Missing)))
      ! "(" \`(\` is never closed
    (Assign (Name y) (Call (Name bar) (Name b)))
    (Expr (Call (Name print) (Name y)))`); });
  test("end at a keyword, however it is indented", () => { check("def f(a, b\n    return a\ny = 1\n", `
    (FunctionDef f (Arguments (Argument a) (Argument b)) (Return (Name a)))
      ! "(" \`(\` is never closed
    (Assign (Name y) (Constant 1))`); });
  test("in a header", () => { check("if foo(x:\n    y = 1\nz = 2\n", `
    (If (Call (Name foo) (Name x)) (Assign (Name y) (Constant 1)))
      ! ":" \`,\` or \`)\` was expected, not \`:\`
    (Assign (Name z) (Constant 2))`); });
  test("end after a blank line", () => { check("df = (df\n  .a()\n  .b(\n\ndf\n", `
    (Assign (Name df) (Call (Attribute .b (Call (Attribute .a (Name df))))))
      ! "(" \`(\` is never closed
    (Expr (Name df))`); });
  test("do not end where valid code only looks like a statement", () => {
    check("foo(\nb(\n2),\na=1,\n)\n", `(Expr (Call (Name foo) (Call (Name b) (Constant 2)) (Keyword a= (Constant 1))))`);
    check("x = [\nfoo(1),\nbar(2)\n]\n", `(Assign (Name x) (List (Call (Name foo) (Constant 1)) (Call (Name bar) (Constant 2))))`);
  });
  test("with a wrong closing bracket", () => { check("x = (1, 2]\ny\n", `
    (Assign (Name x) (Tuple (Constant 1) (Constant 2)))
      ! "]" \`(\` must be closed by \`)\`, not \`]\`
    (Expr (Name y))`); });
  test("a closing bracket too many", () => { check("f(a))\nx = 1\n", `
    (Expr (Call (Name f) (Name a)))
      ! ")" Nothing opens this \`)\`
    (Assign (Name x) (Constant 1))`); });
});

describe("strings that are not closed", () => {
  test("end with their line", () => { check("x = 'abc\ny = 1\n", `
    (Assign (Name x) (Constant "abc"))
      ! "'abc" This string is not closed: ' is missing
    (Assign (Name y) (Constant 1))`); });
  test("with three quotes end before the next statement", () => { check('x = """abc\n\ndef f():\n  pass\n', `
    (Assign (Name x) (Constant "abc"))
      ! "\\"\\"\\"" This triple-quoted string is not closed
    (FunctionDef f (Arguments) (Pass))`); });
  test("f-strings", () => {
    check('f"{x"\ny = 1\n', `
    (Expr (JoinedStr (FormattedValue (Name x))))
      ! "{" \`{\` is never closed in this f-string
    (Assign (Name y) (Constant 1))`);
    check('f"{x\ny = 2\n', `
    (Expr (JoinedStr (FormattedValue (Name x))))
      ! "" This f-string is not closed
    (Assign (Name y) (Constant 2))`);
  });
});

describe("mistakes", () => {
  const one = (text: string, message: string): void => {
    const problems = parseUnits(text, 0, text.length, { ipython: false }).flatMap((unit) => unit.problems);
    expect(problems.map((problem) => problem.message), text).toEqual([message]);
  };
  test("have one message each", () => {
    one('print "hello"\n', "`print` is a function in Python 3: it needs parentheses");
    one("if x = 3:\n    y\n", "`:` was expected after this `if`, not `=`");
    one("if x\n    y\nelse:\n    z\n", "`:` is missing at the end of this `if`");
    one("f(a b)\n", "`,` or `)` was expected, not `b`");
    one("f(a=1, b)\n", "A positional argument can't follow keyword arguments");
    one("f(x) = 1\n", "Python can't assign to the result of a call");
    one("1 = x\n", "Python can't assign to a number");
    one("None = x\n", "Python can't assign to None");
    one("x + 1 += 2\n", "`+=` can't change an expression");
    one("x = 1 +\n", "An expression is missing here");
    one("  x = 1\ny = 2\n", "This line is indented more than the one above for no reason");
    one("def f(a=1, b): pass\n", "Parameter `b` needs a default, as the one before it has one");
    one("def f(a, a): pass\n", "Two parameters are named `a`");
    one("return 1\n", "`return` stands outside a function");
    one("break\n", "`break` stands outside a loop");
    one("else:\n  x = 1\n", "`else` belongs to no statement above it");
    one("try:\n  x\ny = 1\n", "This `try` needs an `except` or `finally`");
    one('"C:\\Users"\n', "`\\U` must be followed by 8 hexadecimal digits of a character; in a path write `\\\\` or put `r` before the string");
    one("0777\n", "An integer can't begin with 0: octal numbers are written 0o17");
    one("x := 1\n", "`:=` needs parentheses around it here");
    one("'a' b'c'\n", "Bytes and text can't stand side by side as one literal");
    one("$x = 1\n", "`$` has no meaning here in Python");
    one("%matplotlib inline\n", "Magics and shell commands work in notebooks only");
    one("class = 1\n", "The class's name was expected, not `=`");
    one("if x:\n\ty\n        z\n", "Tabs and spaces are mixed here so that Python can't compare the indentation");
  });
  test("are told in one line of a block, its neighbours stay", () => { check("def f():\n    x = = 1\n    y = 2\n\ndef g(): pass\n", `
    (FunctionDef f (Arguments) (Assign (Name x) (Missing) (Constant 1)) (Assign (Name y) (Constant 2)))
      ! "=" An expression was expected, not \`=\`
    (FunctionDef g (Arguments) (Pass))`); });
});

test("a single expression", () => {
  expect(parseExpression(" list[int] ").expression).toMatchObject({ kind: "Subscript", start: 1, end: 10 });
  expect(parseExpression(" list[int] ").problems).toEqual([]);
  expect(parseExpression("a b").problems).toHaveLength(1);
  expect(parseExpression("").expression.kind).toBe("Missing");
});
