/** Walks, parents, nodes at an offset, parentheses. */
import { describe, expect, test } from "vitest";
import { isStatement } from "../../server/analysis/syntax/node-kinds.ts";
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { parseModule } from "../../server/analysis/syntax/parse.ts";
import { lineIndent, parenthesizedRange } from "../../server/analysis/syntax/source-ranges.ts";
import { children, nodeAt, nodesAt, parents, walk, walkStatements } from "../../server/analysis/syntax/walk.ts";

const bodyOf = (text: string): readonly Node[] => parseModule(text, { ipython: true }).body;

/** Every kind of node, more or less. */
const SAMPLE = `
@dec(1)
def f[T: int = str](a, /, b: int = 1, *c, d=2, e, **g) -> int:
    global h
    return lambda x, y=1: (yield x)
async def k():
    async with a as b, c: await d
    async for i in j: break
    else: continue
class A(B, metaclass=M, *C): x: int = 1; y += 2
for i, *j in [1, 2, *k]: del a[1:2:3], b.c
while not a and b or -c < d <= e: assert f, g
try: raise X from Y
except Z as z: nonlocal w
finally: pass
with (open(p) as q): import r.s as t, u
from v import w as x
match {1: 2, **r}:
    case {"a": [B(c, d=e), *_], **rest} | -1 as n if g: pass
type Q[*Ts, **P] = {a for b in c if d}
z = {k: v async for k in w} if (m := 1) else f"{x!r:>{y}}" t"{a}"
%time foo(...)
`;

describe("children", () => {
  test("lie in the order of the text, each below one parent", () => {
    const roots = bodyOf(SAMPLE);
    const seen = new Set<Node>();
    const kinds = new Set<string>();
    walk(roots, (node) => {
      expect(seen.has(node)).toBe(false);
      seen.add(node);
      kinds.add(node.kind);
      let last = -1;
      for (const child of children(node)) {
        if (node.kind !== "Arguments") expect(child.start, `${node.kind} > ${child.kind}`).toBeGreaterThanOrEqual(last);
        last = child.start;
      }
      return undefined;
    });
    expect(kinds.size).toBeGreaterThan(60);
    const above = parents(roots);
    expect(above.size).toBe(seen.size - roots.length);
    for (const [child, parent] of above) expect(children(parent)).toContain(child);
  });
  test("are all nodes that fields hold", () => {
    walk(bodyOf(SAMPLE), (node) => {
      const held = new Set<unknown>();
      // A function's body is one of its node's fields, but not an own property.
      for (const value of [...(Object.values(node) as unknown[]), "body" in node ? node.body : undefined]) {
        for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
          if (typeof item === "object" && item !== null && "kind" in item) held.add(item);
        }
      }
      expect(new Set<unknown>(children(node))).toEqual(held);
      return undefined;
    });
  });
  test("can be skipped", () => {
    const kinds: string[] = [];
    walk(bodyOf("def f(): x\ny"), (node) => {
      kinds.push(node.kind);
      return node.kind === "FunctionDef" ? "skip" : undefined;
    });
    expect(kinds).toEqual(["FunctionDef", "Expr", "Name"]);
  });
});

test("nodes at an offset", () => {
  const roots = bodyOf("@a.b\ndef f(x):\n  return x + 1\n\ny = 2\n");
  expect(nodesAt(roots, 2).map((node) => node.kind)).toEqual(["FunctionDef", "Attribute", "Name"]);
  expect(nodesAt(roots, 26).map((node) => node.kind)).toEqual(["FunctionDef", "Return", "BinOp"]);
  expect(nodeAt(roots, 29)?.kind).toBe("Constant");
  expect(nodeAt(roots, 30)).toBeUndefined();
});

test("parentheses that group", () => {
  const around = (text: string, name: string): string => {
    const roots = bodyOf(text);
    let found: Node | undefined;
    walk(roots, (node) => {
      if (node.kind === "Name" && node.id === name) found = node;
      return undefined;
    });
    const parent = found === undefined ? undefined : parents(roots).get(found);
    if (found === undefined || parent === undefined) return "not found";
    const range = parenthesizedRange(text, found, parent);
    return text.slice(range.start, range.end);
  };
  expect(around("x = a", "a")).toBe("a");
  expect(around("x = ((a)) * 2", "a")).toBe("((a))");
  expect(around("f(a)", "a")).toBe("a");
  expect(around("f((a))", "a")).toBe("(a)");
  expect(around("f((a),)", "a")).toBe("(a)");
  expect(around("f(a, (b), c=(d))", "b")).toBe("(b)");
  expect(around("f(a, (b), c=(d))", "d")).toBe("(d)");
  expect(around("f(x, (a))", "a")).toBe("(a)");
  expect(around("f(x, a)", "a")).toBe("a");
  expect(around("(a)(b)", "a")).toBe("(a)");
  expect(around("(a, b)", "a")).toBe("a");
  expect(around("(a), (b)", "b")).toBe("(b)");
  expect(around("((a), b)", "a")).toBe("(a)");
  expect(around("class A(b): pass", "b")).toBe("b");
  expect(around("x = (  # why (\n  a  # that )\n)", "a")).toBe("(  # why (\n  a  # that )\n)");
  expect(around("(a).b", "a")).toBe("(a)");
  expect(around("x[(a)]", "a")).toBe("(a)");
  expect(around("if (a): b", "a")).toBe("(a)");
});

test("indentation of a line", () => {
  expect(lineIndent("if x:\n \ty\n", 9)).toBe(" \t");
  expect(lineIndent("x\n", 0)).toBe("");
});

test("Walks over statements enter what walks enter, without expressions other than magics", () => {
  const holders = new Set(["ExceptHandler", "MatchCase", "Magic"]);
  const nested = `if a:${SAMPLE.replaceAll(/^(?=.)/gmu, "  ")}`;
  const roots = bodyOf(`%%time\n${SAMPLE}${nested}else:${SAMPLE.replaceAll(/^(?=.)/gmu, "  ")}`);
  const all: Node[] = [];
  walk(roots, (node) => {
    if (isStatement(node) || holders.has(node.kind)) all.push(node);
    return undefined;
  });
  const entered: Node[] = [];
  walkStatements(roots, (node) => {
    entered.push(node);
    return undefined;
  });
  expect(entered).toEqual(all);
  expect(new Set(entered.map(({ kind }) => kind)).size).toBeGreaterThan(25);
});
