/**
 * Programs in which functions and methods call each other all over: deeper than calls are followed, back to functions that are being called
 * already, through `map`, keys of sorts and functions in functions; and all of them read and change the same few names.
 *
 *     def f0(p, y="d"):
 *         x = p
 *         L.append(f2(x))
 *         return f1(f0(G))
 *
 * Whether a run of such a function may be used again depends on nearly everything.
 */
import type { Random } from "./random.ts";

export function callWeb(next: Random): string {
  const functions = 3 + next.below(4);
  const globals = ["A", "L", "D", "frame"];
  const lines = ["import pandas as pd", 'A = "/a"', 'L = ["x"]', 'D = {"k": 1}', "G = None", 'frame = pd.DataFrame({"a": [1], "b": [2]})', "x = y = z = 1"];
  const one = (): string => `f${String(next.below(functions))}`;
  const method = (): string => `m${String(next.below(4))}`;
  const atom = (names: readonly string[]): string => next.pick([...names, ...names, '"t"', "1", "[]", '["p"]', "None", "{}", "True", one(), one()]);

  function call(names: readonly string[]): string {
    const given = atom(names);
    switch (next.below(10)) {
      case 0:
        return `ob.${method()}(${given})`;
      case 1:
        return `${one()}(${one()}(${given}))`;
      case 2:
        return `list(map(${one()}, ${given}))`;
      case 3:
        return `sorted(${given}, key=${one()})`;
      case 4:
        return `C(${given}).${method()}(${atom(names)})`;
      case 5:
        return `${given}.assign(c=${one()}(${given}))`;
      default:
        return `${one()}(${given})`;
    }
  }

  function block(pad: string, names: readonly string[], isMethod: boolean, depth: number): void {
    statement(`${pad}    `, names, isMethod, depth + 1);
  }

  function statement(pad: string, names: readonly string[], isMethod: boolean, depth = 0): void {
    const called = isMethod && next.below(3) === 0 ? `self.${method()}(${atom(names)})` : call(names);
    const kind = next.below(15);
    if (kind < 4 && depth < 2) {
      if (kind === 0) lines.push(`${pad}if ${atom(names)}:`);
      else if (kind === 1) lines.push(`${pad}for ${next.pick(["v", "x"])} in ${atom(names)}:`);
      else lines.push(`${pad}try:`);
      block(pad, names, isMethod, depth);
      if (kind < 2 && next.below(2) === 0) return;
      lines.push(kind < 2 ? `${pad}else:` : `${pad}except Exception:`);
      block(pad, names, isMethod, depth);
    } else if (kind === 4 && depth === 0) {
      lines.push(`${pad}def inner(q):`);
      block(pad, [...names, "q"], isMethod, 1);
      lines.push(`${pad}    return ${called}`, `${pad}x = inner(${atom(names)})`);
    } else if (kind === 5) lines.push(`${pad}${next.pick(["L", "x"])}.append(${atom(names)})`);
    else if (kind === 6) lines.push(`${pad}D["k"] = ${called}`);
    else if (kind === 7) lines.push(`${pad}${next.pick([...names])}["c"] = ${atom(names)}`);
    else if (kind === 8 && isMethod) lines.push(`${pad}self.v = ${called}`);
    else lines.push(`${pad}${next.pick(["x", "y", "z"])} = ${called}`);
  }

  function body(pad: string, names: readonly string[], isMethod: boolean, most: number): void {
    for (let left = 1 + next.below(most); left > 0; left--) statement(pad, names, isMethod);
  }

  const locals = ["x", "y", "p", "G", ...globals];
  for (let at = 0; at < functions; at++) {
    lines.push(`def f${String(at)}(p, y="d"):`);
    if (next.below(6) === 0) lines.push("    global G", `    G = ${atom(["p"])}`);
    lines.push("    x = p");
    body("    ", locals, false, 4);
    lines.push(`    return ${next.below(2) === 0 ? call(locals) : atom(locals)}`);
    if (at === 1) {
      lines.push("class C:", "    def __init__(self, v):", "        self.v = v", `        self.w = ${next.pick(["[]", "v", '"w"', "f0(v)", "self.m0(v)"])}`);
      for (let each = 0; each < 4; each++) {
        lines.push(`    def m${String(each)}(self, p):`, "        x = y = p");
        body("        ", [...locals, "self.v", "self.w"], true, 3);
        lines.push(`        return ${next.below(2) === 0 ? `self.${method()}(p)` : atom(["x", "self.v", "self.w", "L"])}`);
      }
      lines.push('ob = C("o")');
    }
    if (next.below(2) === 0) lines.push(`r${String(at)} = ${call(globals)}`);
  }
  body("", ["x", "y", "z", ...globals], false, 6);
  return `${lines.join("\n")}\n`;
}
