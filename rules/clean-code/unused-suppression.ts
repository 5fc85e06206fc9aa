/** unused-suppression: reported by the engine after all other rules have run (see server/analysis/engine/suppression.ts). */
import { defineRule } from "../../server/analysis/engine/rule.ts";

export default defineRule({
  name: "unused-suppression",
  topic: "clean-code",
  summary: "Suppression comment silences nothing",
  why: {
    scientist:
      "The comment says that something is wrong here and known. When the code has changed since, it warns of a problem that is " +
      "gone, and the reader looks for it in vain.",
    engineer:
      "A suppression that stays behind silences the next finding of that rule on this line, which nobody has looked at yet.",
  },
  bad: `
total = 1 + 1  # seaworthy: ignore[nan-comparison] checked by hand
`,
  good: `
total = 1 + 1
`,
  severity: { exploration: "hint", production: "warning" },
  needs: {},
});
