/** silenced-warnings: all warnings are turned off for the whole process. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { silencedWarnings } from "../../server/analysis/facts/silenced-warnings.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "silenced-warnings",
  topic: "clean-code",
  summary: "Warnings are turned off for the whole program",
  why: {
    scientist:
      "With the noise go the warnings that matter: a model that did not converge, a division by zero, a column that was parsed as text, an assignment that " +
      "went into a copy. Ignore one category, or only around the lines that are known to warn.",
    engineer:
      "The filter is process-wide: importing this module silences every other module, and deprecations are first heard of when an upgrade breaks the job.",
  },
  bad: `
import warnings

warnings.filterwarnings("ignore")
`,
  good: `
import warnings

warnings.filterwarnings("ignore", category=FutureWarning, module="seaborn")
`,
  severity: { exploration: "hint", production: "warning" },
  imports: ["warnings", "pandas", "numpy"],
  needs: { silencedWarnings, document: documentKind },
  check: ({ silencedWarnings, document }) =>
    document.isTest ? [] : silencedWarnings.map(({ unit, node, what }) => ({ at: place(unit, node), message: `This turns off ${what}, everywhere in the program` })),
});
