/** Small rules about names, so that the command line is tested apart from the real ones. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

const words = {
  why: { scientist: "Your results depend on it.", engineer: "The service depends on it." },
  bad: "bad = 1\n",
  good: "good = 1\n",
  needs: {},
} as const;

const badName = defineRule({
  ...words,
  name: "bad-name",
  topic: "data-access",
  summary: "A name is bad",
  severity: { exploration: "warning", production: "error" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "bad") return undefined;
      const at = place(unit, node);
      return { at, message: "the name `bad` is bad", fixes: [{ title: "Call it `good`", safety: "safe", edits: [{ at, text: "good" }] }] };
    },
  },
});

/** Its fix needs a look, and a line in a file beside the code. */
const oddName = defineRule({
  ...words,
  name: "odd-name",
  topic: "modularity",
  summary: "A name is odd",
  severity: { exploration: "hint", production: "warning" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "odd") return undefined;
      const at = place(unit, node);
      return {
        at,
        message: "the name `odd` is odd",
        fixes: [{ title: "Call it `even`", safety: "review", edits: [{ at, text: "even" }], files: [{ path: ".env.example", line: "EVEN=" }] }],
      };
    },
  },
});

/** Both of two fixes add the same import at the start of the unit that asks. */
const needyName = defineRule({
  ...words,
  name: "needy-name",
  topic: "modularity",
  summary: "A name needs an import",
  severity: { exploration: "warning", production: "warning" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "needy") return undefined;
      const at = place(unit, node);
      const start = { anchor: unit.anchor, start: 0, end: 0 };
      const edits = unit.text.includes("import os") ? [{ at, text: "os" }] : [{ at: start, text: "import os; " }, { at, text: "os" }];
      return { at, message: "`needy` needs os", fixes: [{ title: "Import os", safety: "safe", edits }] };
    },
  },
});

/** Never content: its fix brings the same finding back. */
const restlessName = defineRule({
  ...words,
  name: "restless-name",
  topic: "clean-code",
  summary: "A name is never right",
  severity: { exploration: "hint", production: "hint" },
  on: {
    Name({ node, unit }) {
      if (!node.id.startsWith("restless")) return undefined;
      const at = place(unit, node);
      return { at, message: "not right yet", fixes: [{ title: "Try again", safety: "safe", edits: [{ at, text: `${node.id}_` }] }] };
    },
  },
});

/** Its fix is no Python. */
const harmfulName = defineRule({
  ...words,
  name: "harmful-name",
  topic: "clean-code",
  summary: "A name whose fix does harm",
  severity: { exploration: "warning", production: "warning" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "harmful") return undefined;
      const at = place(unit, node);
      return { at, message: "harmful", fixes: [{ title: "Break it", safety: "safe", edits: [{ at, text: "((" }] }] };
    },
  },
});

const throwingRule = defineRule({
  ...words,
  name: "throwing-rule",
  topic: "clean-code",
  summary: "A rule that fails",
  severity: { exploration: "warning", production: "warning" },
  on: {
    Name({ node }) {
      if (node.id === "boom") throw new Error("boom");
      return undefined;
    },
  },
});

/** Where the first line is told as the reason for a finding further down. */
const farName = defineRule({
  ...words,
  name: "far-name",
  topic: "leakage",
  summary: "A name comes from far away",
  severity: { exploration: "information", production: "information" },
  needs: {},
  on: {
    Name({ node, unit }) {
      if (node.id !== "far") return undefined;
      const first = unit.anchor.cell.document.uri === "" ? undefined : unit.anchor.cell.units[0];
      return {
        at: place(unit, node),
        message: "`far` comes from far away",
        related: first ? [{ at: { anchor: first.anchor, start: 0, end: 5 }, message: "it starts here" }] : [],
      };
    },
  },
});

export const testRules: readonly Rule[] = [badName, oddName, needyName, restlessName, harmfulName, throwingRule, farName];
