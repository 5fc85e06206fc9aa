/** Small facts and rules for tests of the engine. */
import { defineFact } from "../../server/analysis/engine/fact.ts";
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

const texts = { summary: "Something", why: { scientist: "", engineer: "" }, bad: "", good: "" };

export const unitText = defineFact({
  name: "unit-text",
  needs: {},
  unit: ({ unit }) => unit.text,
  document: ({ units }) => units.map((unit) => unit.text).join(""),
});

/** Finds every name that is called `bad`. */
export const badName = defineRule({
  ...texts,
  name: "bad-name",
  topic: "pandas",
  severity: { exploration: "warning", production: "error" },
  needs: { text: unitText },
  on: {
    Name({ node, unit }, { text }) {
      if (node.id !== "bad" || !text.includes("bad")) return undefined;
      const fix = { title: "Call it good", safety: "safe", edits: [{ at: place(unit, node), text: "good" }] } as const;
      return { at: place(unit, node), message: "A name is bad", fixes: [fix] };
    },
  },
});

/** Finds every call of a pandas function by its qualified name, from the analysis. */
export const pandasCall = defineRule({
  ...texts,
  name: "pandas-call",
  topic: "data-access",
  severity: { exploration: "hint", production: "warning" },
  imports: ["pandas"],
  needs: {
    calls: defineFact({
      name: "toy-calls",
      needs: {},
      document: ({ analysis }) => analysis.units.flatMap((unit) => unit.calls),
    }),
  },
  check: ({ calls }) =>
    calls
      .filter((call) => call.target?.startsWith("pandas.") === true)
      .map((call) => ({ at: place(call.unit, call.node), message: `Calls ${call.target ?? ""}` })),
});

/** Says how many units there are, at the first: what a document rule sees of the whole. */
export const unitCount = defineRule({
  ...texts,
  name: "unit-count",
  topic: "notebook",
  severity: { exploration: "off", production: "information" },
  needs: {
    units: defineFact({ name: "toy-units", needs: {}, document: ({ units }) => units.filter((unit) => unit.body.length > 0) }),
  },
  check({ units }) {
    const [first] = units;
    const statement = first?.body[0];
    return first && statement ? [{ at: place(first, statement), message: `${String(units.length)} units` }] : [];
  },
});

export function toyRule(change: Partial<Rule>): Rule {
  return { ...texts, name: "toy", topic: "pandas", severity: { exploration: "warning", production: "warning" }, needs: {}, check: () => [], ...change };
}
