import { describe, expect, test } from "vitest";
import { rules as realRules } from "../../rules/index.ts";
import malformedSuppression from "../../rules/clean-code/malformed-suppression.ts";
import unusedSuppression from "../../rules/clean-code/unused-suppression.ts";
import { defineFact } from "../../server/analysis/engine/fact.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { createRegistry } from "../../server/analysis/engine/registry.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Settings, SeverityChoice } from "../../server/analysis/engine/settings.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { random } from "../harness/random.ts";
import { badName, pandasCall, toyRule, unitCount } from "./toy-rules.ts";

const uri = "file:///project/a.py";
const production: DocumentOptions = { settings: defaultSettings, profile: "production" };
const toys = [badName, pandasCall, unitCount];

function options(settings: Partial<Settings>, profile: DocumentOptions["profile"] = "production"): DocumentOptions {
  return { settings: { ...defaultSettings, ...settings }, profile };
}

function opened(text: string, rules: readonly Rule[] = toys, chosen = production, strict = true): Session {
  const session = createSession({ rules, strict });
  session.openScript(uri, text, chosen);
  return session;
}

/** `level rule line:column`, in the order of the report. */
function findings(session: Session, at = uri): string[] {
  const document = session.document(at);
  return (session.report(at)?.findings ?? []).map((finding) => {
    const place = document?.locate(finding.at);
    const { line, column } = place ? (document?.sourceOf(place.cell).positionAt(place.start) ?? { line: -1, column: -1 }) : { line: -1, column: -1 };
    return `${finding.level} ${finding.rule} ${String(place?.cell.index)}:${String(line + 1)}:${String(column + 1)}`;
  });
}

describe("a report", () => {
  test("findings of node rules and document rules, in document order", () => {
    const session = opened("import pandas as pd\nx = bad\ny = pd.read_csv(bad)\n");
    expect(findings(session)).toEqual([
      "information unit-count 0:1:1", "error bad-name 0:2:5", "warning pandas-call 0:3:5", "error bad-name 0:3:17",
    ]);
  });

  test("a rule about pandas says nothing where pandas is not imported", () => {
    let asked = 0;
    const rule = toyRule({ imports: ["pandas"], check: () => { asked += 1; return []; } });
    opened("x = 1\n", [rule]).report(uri);
    expect(asked).toBe(0);
    opened("from pandas.api import types\n", [rule]).report(uri);
    expect(asked).toBe(1);
  });

  test("one finding per rule and range", () => {
    const twice = toyRule({ on: { Name: ({ node, unit }) => [1, 2].map(() => ({ at: place(unit, node), message: "x" })) } });
    expect(findings(opened("y\n", [twice]))).toEqual(["warning toy 0:1:1"]);
  });

  test("is kept until something it depends on changes", () => {
    const session = opened("x = bad\n");
    const first = session.report(uri);
    expect(session.report(uri)).toBe(first);
    session.configure(uri, production);
    expect(session.report(uri)).toBe(first);
    session.configure(uri, options({ ignore: ["bad-name"] }));
    expect(findings(session)).toEqual(["information unit-count 0:1:1"]);
  });

  test("of a document that is not open is none", () => {
    expect(opened("x\n").report("file:///b.py")).toBeUndefined();
    const session = opened("x\n");
    session.close(uri);
    expect(session.report(uri)).toBeUndefined();
    expect(session.has(uri)).toBe(false);
  });

  test("a cancelled one is not kept", () => {
    const session = opened("x = bad\n");
    let asked = 0;
    session.report(uri, () => { asked += 1; return true; });
    expect(asked).toBeGreaterThan(0);
    expect(findings(session)).toContain("error bad-name 0:1:5");
  });
});

describe("which rules run", () => {
  const both = "import pandas as pd\npd.read_csv(bad)\n";
  test.each([
    [options({ select: ["pandas"] }), ["error bad-name"]],
    [options({ select: ["pandas-call", "pandas"] }), ["warning pandas-call", "error bad-name"]],
    [options({ ignore: ["pandas", "notebook"] }), ["warning pandas-call"]],
    [options({ select: ["bad-name"], ignore: ["pandas"] }), ["error bad-name"]],
    [options({ select: ["pandas"], ignore: ["bad-name"] }), []],
    [options({}, "exploration"), ["hint pandas-call", "warning bad-name"]],
    [options({ select: ["unit-count"] }, "exploration"), ["information unit-count"]],
    [options({ severity: new Map<string, SeverityChoice>([["bad-name", "hint"], ["pandas-call", "off"], ["unit-count", { exploration: "error" }]]) }), ["information unit-count", "hint bad-name"]],
    [options({ severity: new Map([["unit-count", { exploration: "error" }]]), select: ["unit-count"] }, "exploration"), ["error unit-count"]],
  ])("%j", (chosen, expected) => {
    const names = findings(opened(both, toys, chosen)).map((finding) => finding.replace(/ \S+$/, ""));
    expect(names).toEqual(expected);
  });

  test("severity: the user's beats the finding's, which beats the rule's", () => {
    const graver = toyRule({ on: { Name: ({ node, unit }) => ({ at: place(unit, node), message: "x", severity: { production: "error", exploration: "off" } }) } });
    expect(findings(opened("y\n", [graver]))).toEqual(["error toy 0:1:1"]);
    expect(findings(opened("y\n", [graver], options({}, "exploration")))).toEqual([]);
    expect(findings(opened("y\n", [graver], options({ severity: new Map([["toy", "hint"]]) })))).toEqual(["hint toy 0:1:1"]);
  });
});

describe("containment", () => {
  const broken = toyRule({ name: "broken", on: { Name: ({ node }) => { throw new Error(`no idea of ${node.id}`); } } });

  test("a rule that throws is off for the document, and the others go on", () => {
    const session = opened("x = bad\n", [broken, badName], production, false);
    expect(findings(session)).toEqual(["error bad-name 0:1:5"]);
    expect(session.report(uri)?.failures).toMatchObject([{ rule: "broken", error: expect.stringContaining("no idea of x") as string }]);
    session.openScript(uri, "1\n", production);
    expect(session.report(uri)?.failures).toEqual([]);
  });

  test("a fact that throws takes only the rules with it that need it", () => {
    const fact = defineFact({ name: "f", needs: {}, document: (): number => { throw new Error("no fact"); } });
    const needy = toyRule({ name: "needy", needs: { fact }, check: (facts) => { return (facts as { fact: number }).fact === 1 ? [] : []; } });
    const session = opened("x = bad\n", [needy, badName], production, false);
    expect(findings(session)).toEqual(["error bad-name 0:1:5"]);
    expect(session.report(uri)?.failures.map((failure) => failure.rule)).toEqual(["needy"]);
  });

  test("half a verdict is none: findings that a rule made before it threw are dropped", () => {
    const late = toyRule({ on: { Name: ({ node, unit }) => { if (node.id === "z") throw new Error("z"); return { at: place(unit, node), message: "x" }; } } });
    expect(findings(opened("x\ny\nz\n", [late], production, false))).toEqual([]);
  });

  test("in strict mode the error comes out", () => {
    expect(() => opened("x\n", [broken]).report(uri)).toThrow("no idea of x");
  });
});

describe("facts", () => {
  test("are computed once, when a rule first reads them", () => {
    const calls: string[] = [];
    const inner = defineFact({ name: "inner", needs: {}, document: () => { calls.push("inner"); return 1; } });
    const outer = defineFact({ name: "outer", needs: { inner }, document: ({ get }) => { calls.push("outer"); return get(inner) + 1; } });
    const unread = defineFact({ name: "unread", needs: {}, document: () => { calls.push("unread"); return 0; } });
    const reader = (name: string): Rule => toyRule({ name, needs: { outer, unread }, check: (facts) => { return (facts as { outer: number }).outer === 2 ? [] : []; } });
    opened("x\n", [reader("one"), reader("two")]).report(uri);
    expect(calls).toEqual(["outer", "inner"]);
  });

  test("mistakes in rules show when the session starts", () => {
    const documentOnly = defineFact({ name: "document-only", needs: {}, document: () => 1 });
    const circular: { name: string; needs: Record<string, never>; document: () => number } = { name: "circular", needs: {}, document: () => 1 };
    Object.assign(circular.needs, { other: defineFact({ name: "other", needs: { circular }, document: () => 1 }) });
    const name = (rules: readonly Rule[]) => () => createRegistry(rules);
    expect(name([toyRule({}), toyRule({})])).toThrow("two rules have the name toy");
    expect(name([toyRule({ name: "Bad_Name" })])).toThrow("kebab-case");
    expect(name([{ ...toyRule({}), check: undefined } as unknown as Rule])).toThrow("neither `on` nor `check`");
    expect(name([toyRule({ needs: { documentOnly }, on: {} })])).toThrow("no meaning for one unit");
    expect(name([toyRule({ needs: { circular } })])).toThrow("circle: circular -> other -> circular");
    expect(name([toyRule({ needs: { a: documentOnly } }), toyRule({ name: "b", needs: { a: { ...documentOnly } } })])).toThrow("two facts have the name document-only");
    expect(name(realRules)).not.toThrow();
  });
});

describe("suppression", () => {
  const rules = [badName, pandasCall, malformedSuppression, unusedSuppression];
  const check = (text: string, chosen = production): string[] => {
    const session = opened(text, rules, chosen);
    return (session.report(uri)?.findings ?? []).map((finding) => {
      const { start, end, cell } = session.document(uri)?.locate(finding.at) ?? {};
      return `${finding.rule}: ${finding.message} | ${cell ? (session.document(uri)?.sourceOf(cell).text.slice(start, end) ?? "") : ""}`;
    });
  };

  test.each([
    "x = bad  # seaworthy: ignore[bad-name] known\n",
    "x = bad  # noqa # seaworthy: ignore[bad-name]\n",
    "x = bad  #seaworthy:ignore[ other-thing , bad-name ]\n".replace("other-thing , ", ""),
    "x = f(\n  bad,  # seaworthy: ignore[bad-name]\n)\n",
    "x = f(\n  bad,\n)  # seaworthy: ignore[bad-name]\n",
    "x = f(  # seaworthy: ignore[bad-name]\n  bad,\n)\n",
    "def f(\n  a=bad,\n):  # seaworthy: ignore[bad-name]\n  return a\n",
    "# seaworthy: ignore[bad-name] the whole file\n\nx = bad\ny = bad\n",
    '#!/usr/bin/env python\n# seaworthy: ignore[bad-name]\n"""Doc."""\nx = bad\n',
  ])("silences: %j", (text) => {
    expect(check(text)).toEqual([]);
  });

  test("silences its line and no other", () => {
    const text = "x = [\n  bad,  # seaworthy: ignore[bad-name]\n  bad,\n]\n";
    expect(check(text)).toEqual(["bad-name: A name is bad | bad"]);
    const body = "def f(a=1):  # seaworthy: ignore[bad-name]\n  return bad\n";
    expect(check(body)).toEqual(["unused-suppression: Nothing to ignore here: bad-name | # seaworthy: ignore[bad-name]", "bad-name: A name is bad | bad"]);
  });

  test("what silences nothing is reported, name by name", () => {
    expect(check("import pandas\nx = bad  # seaworthy: ignore[bad-name, pandas-call] why\n")).toEqual([
      "unused-suppression: Nothing to ignore here: pandas-call | pandas-call",
    ]);
    expect(check("import pandas\nx = 1  # seaworthy: ignore[bad-name, pandas-call] why\n")).toEqual([
      "unused-suppression: Nothing to ignore here: bad-name, pandas-call | # seaworthy: ignore[bad-name, pandas-call] why",
    ]);
  });

  test("a rule that did not run says nothing about its suppressions", () => {
    expect(check("x = 1  # seaworthy: ignore[bad-name]\n", options({ ignore: ["bad-name"] }))).toEqual([]);
  });

  test("nothing is called unused while something does not parse", () => {
    expect(check("x = (  # seaworthy: ignore[bad-name]\n")).toEqual([]);
    expect(check("x = 1  # seaworthy: ignore[bad-name]\ny = (\n")).toEqual([]);
  });

  test("nor for rules about a feature store that is not known", () => {
    const rule = toyRule({ name: "store-rule", topic: "feature-store" });
    const session = opened("x = 1  # seaworthy: ignore[store-rule]\n", [rule, unusedSuppression]);
    expect(findings(session)).toEqual([]);
    session.setCatalogue(uri, { epoch: 1, stores: [] });
    expect(findings(session)).toEqual(["warning unused-suppression 0:1:8"]);
  });

  test("what cannot be understood is reported and not honoured", () => {
    expect(check("x = bad  # seaworthy: ignore\n")).toEqual([
      "bad-name: A name is bad | bad",
      "malformed-suppression: `ignore` names no rule: `# seaworthy: ignore[rule-name] reason` | # seaworthy: ignore",
    ]);
    expect(check("x = bad  # seaworthy: ignore[bad-nam]\n")).toEqual([
      "bad-name: A name is bad | bad",
      'malformed-suppression: There is no rule "bad-nam" (did you mean "bad-name"?) | bad-nam',
    ]);
    expect(check("x = 1\n# seaworthy: ignore[bad-name]\ny = bad\n").map((line) => line.split(":")[0])).toEqual(["malformed-suppression", "bad-name"]);
    expect(check("x = bad  # seaworthy: ignore[bad-name\n").map((line) => line.split(":")[0])).toEqual(["bad-name", "malformed-suppression"]);
    expect(check("x = bad  # seaworthy: disable[bad-name]\n").map((line) => line.split(":")[0])).toEqual(["bad-name", "malformed-suppression"]);
  });

  test("in a notebook, above the first statement it covers the cell and no other", () => {
    const session = createSession({ rules, strict: true });
    const cell = (id: string, text: string) => ({ id, kind: "code", language: "python", text }) as const;
    session.openNotebook(uri, [cell("a", "# seaworthy: ignore[bad-name]\nx = bad\ny = bad"), cell("b", "x = bad")], production);
    expect(findings(session)).toEqual(["error bad-name 1:1:5"]);
  });

  test("in a cell script, above the first marker it covers the file, below a marker its cell", () => {
    expect(check("# seaworthy: ignore[bad-name]\n# %%\nx = bad\n# %%\ny = bad\n")).toEqual([]);
    expect(check("# %%\n# seaworthy: ignore[bad-name]\nx = bad\n# %%\ny = bad\n")).toEqual(["bad-name: A name is bad | bad"]);
    expect(check("#%%\n# seaworthy: ignore[bad-name]\n#%%\ny = bad\n").map((line) => line.split(":")[0])).toEqual(["unused-suppression", "bad-name"]);
  });

  test("moving a file's first lines down changes what they cover", () => {
    const session = opened("# seaworthy: ignore[bad-name]\nx = bad\ny = bad\n", rules);
    expect(findings(session)).toEqual([]);
    session.change(uri, [{ start: 0, end: 0, text: "z = 1\n" }]);
    expect(findings(session)).toEqual(["warning malformed-suppression 0:2:1", "error bad-name 0:3:5", "error bad-name 0:4:5"]);
  });
});

describe("work", () => {
  const text = ["import pandas as pd\n", ...Array.from({ length: 200 }, (_, index) => `v${String(index)} = pd.Series([${String(index)}])\n`)].join("");

  test("an edit costs its own units, in a script of any length", () => {
    const session = opened(text);
    session.report(uri);
    const at = text.indexOf("v100 ");
    session.change(uri, [{ start: at, end: at + 4, text: "w100" }]);
    const work = session.report(uri)?.work;
    expect(work?.unitsParsed).toBeLessThanOrEqual(3);
    expect(work?.unitsChecked).toBeLessThanOrEqual(3);
    expect(work?.unitsInterpreted).toBeLessThanOrEqual(3);
  });

  test("a cell that is moved is not parsed or checked again", () => {
    const session = createSession({ rules: toys, strict: true });
    const cells = Array.from({ length: 20 }, (_, index) => ({ id: `c${String(index)}`, kind: "code", language: "python", text: `a${String(index)} = bad` }) as const);
    session.openNotebook(uri, cells, production);
    const before = findings(session).length;
    session.changeCells(uri, 3, 2, [...cells.slice(3, 5)].reverse());
    expect(session.report(uri)?.work).toMatchObject({ unitsParsed: 0, unitsChecked: 0 });
    expect(findings(session).length).toBe(before);
  });
});

test("after random edits the findings equal those of a fresh session", () => {
  const pieces = [
    "import pandas as pd\n", "bad\n", "x = bad\n", "pd.read_csv(x)\n", "def f(a):\n    return pd.read_csv(a)\n", "f(1)\n", "(", ")", "\n", "# %%\n", '"""', "    ",
    "# seaworthy: ignore[bad-name]\n", "  # seaworthy: ignore[bad-name, pandas-call] x", "pd = 1\n", "for i in y:\n    bad\n",
  ];
  const rules = [...toys, ...realRules];
  const next = random(11);
  for (let run = 0; run < 12; run++) {
    let text = Array.from({ length: 12 }, () => next.pick(pieces)).join("");
    const session = opened(text, rules);
    for (let round = 0; round < 25; round++) {
      const start = next.below(text.length + 1);
      const end = Math.min(text.length, start + (next.below(3) === 0 ? next.below(30) : 0));
      const insert = next.below(4) === 0 ? "" : next.pick(pieces);
      text = text.slice(0, start) + insert + text.slice(end);
      session.change(uri, [{ start, end, text: insert }]);
      const fresh = opened(text, rules);
      const seen = (one: Session) => one.report(uri)?.findings.map(({ rule, level, message, at }) => ({ rule, level, message, ...one.document(uri)?.locate(at), cell: at.anchor.cell.index }));
      expect(seen(session)).toEqual(seen(fresh));
    }
  }
}, 60_000);
