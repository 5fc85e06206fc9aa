/** missing-random-state: a call that draws random numbers, with nothing that makes the draw the same next time. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { appendArgument, replace } from "../../server/analysis/facts/call-edits.ts";
import { unseededDraws } from "../../server/analysis/facts/random-draws.ts";
import type { UnseededDraw } from "../../server/analysis/facts/random-draws.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "missing-random-state",
  topic: "reproducibility",
  summary: "Random draw without random_state, and no seed set before it",
  why: {
    scientist:
      "Every run splits, samples or initialises differently, so a score that went up may only be luck, and nobody, you included, can get the " +
      "same numbers again.",
    engineer:
      "A retrained model differs although code and data did not change: a regression cannot be told from noise, tests on the result flicker, and an " +
      "audit cannot rebuild what was shipped.",
  },
  bad: `
from sklearn.model_selection import train_test_split

def split(features, target):
    return train_test_split(features, target, test_size=0.2)
`,
  good: `
from sklearn.model_selection import train_test_split

def split(features, target):
    return train_test_split(features, target, test_size=0.2, random_state=42)
`,
  severity: { exploration: "hint", production: "warning" },
  imports: ["sklearn", "pandas", "imblearn"],
  needs: { unseededDraws },
  check: ({ unseededDraws: draws }) => draws.map(report),
});

function report(draw: UnseededDraw): Finding {
  const { event: { unit, node }, name } = draw;
  const message = `${name} draws differently on every run: no random_state and no seed before it`;
  return { at: place(unit, node.func), message, fixes: () => fixesFor(draw) };
}

function fixesFor({ event: { unit, node }, written, seed: seedOf }: UnseededDraw): readonly Fix[] {
  const seed = seedOf();
  const edit = written ? replace(unit, written, seed) : appendArgument(unit, node, `random_state=${seed}`);
  return edit ? [{ title: `Set random_state=${seed}`, safety: "safe", edits: [edit] }] : [];
}
