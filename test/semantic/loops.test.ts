/** How often the body of a loop is run: until nothing changes that a later round would see. That the results are right, random programs show. */
import { describe, expect, it } from "vitest";
import { carriedNames } from "../../server/analysis/semantic/carried-names.ts";
import { Interpretation } from "../../server/analysis/semantic/runs.ts";
import { stabilityOf } from "../../server/analysis/semantic/stability.ts";
import { Document } from "../../server/analysis/syntax/document.ts";

function unitOf(text: string): Document["units"][number] {
  const [unit] = Document.script("file:///work/loops.py", text).units;
  if (!unit) throw new Error("nothing to run");
  return unit;
}

/** Steps that one statement takes. */
function steps(text: string): number {
  const machine = new Interpretation();
  machine.begin(stabilityOf([], undefined), () => [], 100_000);
  return machine.runUnit(unitOf(text), () => undefined).cost;
}

/** Rounds of a loop, by what each statement in its body costs. */
function rounds(before: string, head: string, body: readonly string[]): number {
  const inside = (count: number): string => `if True:\n    import pandas as pd\n${before}    ${head}\n${body.map((line) => `        ${line}\n`).join("")}${"        len('abc')\n".repeat(count)}`;
  const straight = (count: number): string => `if True:\n${"    len('abc')\n".repeat(count + 1)}`;
  return (steps(inside(20)) - steps(inside(0))) / (steps(straight(20)) - steps(straight(0)));
}

describe("rounds of a loop", () => {
  it("one where names are bound before they are read", () => {
    expect(rounds("", "for each in given:", ["name = str(each)", "print(name)"])).toBe(1);
    expect(rounds("    total = 0\n", "for each in given:", ["name, rest = each, 'x'", "for part in name:", "    last = part", "if rest:", "    kept = rest"])).toBe(1);
  });

  it("more where something is carried into the next", () => {
    expect(rounds("    total = 0\n", "for each in given:", ["total = total + each"])).toBeGreaterThan(1);
    expect(rounds("    last = None\n", "for each in given:", ["print(last)", "last = each"])).toBe(2);
  });

  it("a few where a frame is made of itself, and where what a name stands for is forgotten", () => {
    expect(rounds('    frame = pd.read_csv("a.csv")\n', "for each in frame.columns:", ["if each > limit:", "    frame = frame.drop(columns=[each])"])).toBe(3);
    // One of two things: from the second round on nobody knows which, and every round makes it anew.
    const learner = "    from sklearn.linear_model import LogisticRegression\n    model = LogisticRegression()\n";
    expect(rounds(learner, "for each in given:", ["print(model)", "model = LogisticRegression().fit(each, each) if each else other(model)"])).toBeLessThan(6);
  });
});

describe("names that a loop carries", () => {
  it.each([
    ["for a in b:\n    c = a\n    d(c)\n", ["d"]],
    ["for a in b:\n    c += a\n", ["c"]],
    ["for a, (b, *c) in d:\n    e = a + b + c\n", []],
    ["for a[i] in b:\n    pass\n", ["a", "i"]],
    ["for a in b:\n    if a:\n        c = 1\n    c\n", ["c"]],
    ["for a in b:\n    if a:\n        c = 1\n        c\n", []],
    ["for a in b:\n    with a as c, c as d:\n        d\n    d\n", ["d"]],
    ["for a in b:\n    for c in a:\n        c\n    else:\n        c\n", ["c"]],
    ["for a in b:\n    try:\n        c = 1\n    except E as e:\n        c\n", ["E", "c"]],
    ["for a in b:\n    c = lambda: a\n", ["a"]],
    ["for a in b:\n    c = [d for d in a]\n", ["d"]],
    ["for a in b:\n    c.d = a\n    del e\n", ["c", "e"]],
  ])("%j", (text, names) => {
    const loop = unitOf(text).body[0];
    expect(loop?.kind === "For" && [...carriedNames(loop)].sort()).toEqual(names);
  });
});
