/**
 * invalid-feature-definition: a definition that the library of the feature store refuses as soon as its module is imported.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { refusedDefinitions } from "../../server/analysis/facts/definition-mistakes.ts";
import type { RefusedDefinition } from "../../server/analysis/facts/definition-mistakes.ts";

export default defineRule({
  name: "invalid-feature-definition",
  topic: "feature-store",
  summary: "Feature set is defined in a way that its library refuses when the module is imported",
  why: {
    scientist:
      "The function is run as the file is imported, and a mistake in its decorators or aggregations ends the import: nothing in the file " +
      "is registered, and the error names the library's own code.",
    engineer:
      "Registration imports every module, so one such definition stops the deployment of all of them. The checks run only there, and not " +
      "in tests that leave the feature store out.",
  },
  bad: `
from frogml.core.feature_store.feature_sets.transformations import SparkSqlTransformation
from frogml.feature_store.feature_sets import batch


@batch.metadata(owner="risk-team")
@batch.feature_set(name="user-risk", key="user_id", data_sources=["users"])
def user_risk():
    return SparkSqlTransformation("SELECT user_id, age FROM users")
`,
  good: `
from frogml.core.feature_store.feature_sets.transformations import SparkSqlTransformation
from frogml.feature_store.feature_sets import batch


@batch.feature_set(name="user-risk", key="user_id", data_sources=["users"])
@batch.metadata(owner="risk-team")
def user_risk():
    return SparkSqlTransformation("SELECT user_id, age FROM users")
`,
  severity: { exploration: "error", production: "error" },
  imports: ["qwak", "frogml"],
  needs: { refused: refusedDefinitions },
  check: ({ refused }) => refused.flatMap((each) => each.mistakes.map((mistake): Finding => ({
    at: mistake.at,
    message: mistake.message,
    fixes: mistake.kind === "order" ? inOrder(each, mistake.at.anchor.unit) : [],
  }))),
});

/** `feature_set` to the top; the others keep their order. */
function inOrder({ decorators }: RefusedDefinition, unit: Parameters<typeof replace>[0]): readonly Fix[] {
  const first = decorators[0];
  const last = decorators.at(-1);
  const text = ({ start, end }: { readonly start: number; readonly end: number }): string => unit.text.slice(start, end);
  if (!first || !last || text({ start: first.start, end: last.end }).includes("#")) return [];
  const top = decorators.find((each) => /\bfeature_set\s*\(/u.test(text(each)));
  if (!top) return [];
  const wanted = [top, ...decorators.filter((each) => each !== top)];
  const edits = decorators.flatMap((each, index) => {
    const other = wanted[index];
    return other && other !== each ? [replace(unit, each, text(other))] : [];
  });
  return [{ title: "Move feature_set to the top", safety: "review", edits }];
}
