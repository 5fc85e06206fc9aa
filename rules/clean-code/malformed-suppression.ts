/** malformed-suppression: reported by the engine after all other rules have run (see server/analysis/engine/suppression.ts). */
import { defineRule } from "../../server/analysis/engine/rule.ts";

export default defineRule({
  name: "malformed-suppression",
  topic: "clean-code",
  summary: "Suppression comment cannot be understood and silences nothing",
  why: {
    scientist:
      "You meant to silence a finding and it still shows, or will show for others: the rule's name is misspelt or missing, or the " +
      "comment stands where it has no effect.",
    engineer:
      "A comment without a rule's name would silence everything on its line, also what nobody has seen yet. So it is not " +
      "honoured, and neither is the name of a rule that does not exist.",
  },
  bad: `
import os
path = os.getcwd()  # seaworthy: ignore[hardcode-path]
`,
  good: `
import os
path = os.getcwd()
`,
  severity: { exploration: "warning", production: "warning" },
  needs: {},
});
