/** cell-syntax: a cell that is not Python. The kernel refuses the whole cell; the rest of the notebook is looked at all the same. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { syntax } from "../../server/analysis/facts/syntax.ts";

export default defineRule({
  name: "cell-syntax",
  topic: "notebook",
  summary: "Cell does not parse",
  why: {
    scientist:
      "The kernel refuses this cell, so whatever it defines is missing or left over from an earlier version of it. " +
      "Results below may come from code that is no longer there.",
    engineer:
      "A notebook with a broken cell cannot run from the top: papermill, nbclient and conversion to a script all stop here.",
  },
  bad: `
# %%
for name in ["a", "b"]
    print(name)
`,
  good: `
# %%
for name in ["a", "b"]:
    print(name)
`,
  severity: { exploration: "error", production: "error" },
  needs: { syntax },
  check: ({ syntax: { cells } }) => cells.flatMap(({ problems: [first] }) => first ?? []),
});
