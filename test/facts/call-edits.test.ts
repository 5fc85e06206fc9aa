import { describe, expect, test } from "vitest";
import { appendArgument, keywordOf, removeArgument } from "../../server/analysis/facts/call-edits.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Call } from "../../server/analysis/syntax/nodes.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";
import type { PlaceEdit } from "../../server/analysis/engine/finding.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";

function edited(source: string, edit: (unit: Unit, call: Call) => PlaceEdit | undefined): string | undefined {
  const [unit] = Document.script("file:///a.py", source).units;
  const statement = unit?.body[0];
  if (!unit || statement?.kind !== "Expr" || statement.value.kind !== "Call") throw new Error(`no call: ${source}`);
  const result = edit(unit, statement.value);
  return result && applyEdits(unit.text, [{ start: result.at.start, end: result.at.end, text: result.text }]);
}

/** Takes the argument `x` away. */
function withoutX(source: string): string | undefined {
  return edited(source, (unit, call) => {
    const keyword = keywordOf(call, "x");
    return keyword && removeArgument(unit, call, keyword);
  });
}

describe("an argument is removed", () => {
  test.each([
    ["f(x=1)", "f()"],
    ["f( x=1 )", "f()"],
    ["f(x=1,)", "f()"],
    ["f(a, x=1)", "f(a)"],
    ["f(a, x=1,)", "f(a,)"],
    ["f(a, x=1, y=2)", "f(a, y=2)"],
    ["f(x=1, y=2)", "f(y=2)"],
    ["f(a, x=(1), y=2)", "f(a, y=2)"],
    ["f(a, x=(1))", "f(a)"],
    ["f(\n    a,\n    x=1,\n    y=2,\n)", "f(\n    a,\n    y=2,\n)"],
    ["f(\n    a,\n    x=1,  # off\n)", "f(\n    a,\n    # off\n)"],
    ["f(\n    a,\n    x=1\n)", "f(\n    a\n)"],
    ["f(\n    x=1,\n)", "f(\n)"],
    ["f(a,\n  x=1, y=2)", "f(a,\n  y=2)"],
    ["f(a,  # first\n  x=1)", undefined],
    ["f(\r\n    a,\r\n    x=1,\r\n)", "f(\r\n    a,\r\n)"],
  ])("%j", (source, wanted) => { expect(withoutX(source)).toBe(wanted); });
});

describe("an argument is added", () => {
  test.each([
    ["f()", "f(z)"],
    ["f(a)", "f(a, z)"],
    ["f(a, b=(1))", "f(a, b=(1), z)"],
    ["f((a))", "f((a), z)"],
    ["f(a,)", "f(a, z,)"],
    ["f(\n    a,\n    b,\n)", "f(\n    a,\n    b,\n    z,\n)"],
    ["f(\n    a,\n    b\n)", "f(\n    a,\n    b,\n    z,\n)"],
    ["f(\n    a,  # first\n)", "f(\n    a,  # first\n    z,\n)"],
    ["f(\n    a  # first\n)", undefined],
    ["f(a,\n  b)", "f(a,\n  b, z)"],
    ["f(x for x in y)", undefined],
  ])("%j", (source, wanted) => { expect(edited(source, (unit, call) => appendArgument(unit, call, "z"))).toBe(wanted); });
});
