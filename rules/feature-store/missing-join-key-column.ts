/**
 * missing-join-key-column: the entity frame, or a row of a request, lacks a column by which the features are looked up.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { entityFrame, entityRows, misnamedKey, neededColumns } from "../../server/analysis/facts/entity-columns.ts";
import type { GivenColumns, NeededColumn } from "../../server/analysis/facts/entity-columns.ts";
import { feastReferences } from "../../server/analysis/facts/features.ts";
import type { Retrieval } from "../../server/analysis/facts/features.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "missing-join-key-column",
  topic: "feature-store",
  summary: "Entity frame or request row lacks a join key or request field of the features that are asked for",
  why: {
    scientist:
      "Features are looked up by the join key of their entity. Without the column there is nothing to join on, and the retrieval ends " +
      "in a KeyError that names the column but not the view that wants it.",
    engineer:
      "The keys of a request are a contract with the feature repository. A missing one fails only when the first request comes in, as " +
      "nothing in the code says which views need which keys.",
  },
  bad: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:conv_rate"],
    entity_rows=[{"id": 1001}],
)
`,
  good: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:conv_rate"],
    entity_rows=[{"driver_id": 1001}],
)
`,
  severity: { exploration: "error", production: "error" },
  needs: { found: feastReferences },
  check({ found }) {
    return found.retrievals.flatMap((retrieval) => {
      if (!retrieval.certain) return [];
      const needed = neededColumns(retrieval);
      const frame = entityFrame(retrieval);
      const rows = entityRows(retrieval);
      const accepted = (column: NeededColumn): readonly string[] => (column.entity === undefined ? [column.name] : [column.name, column.entity]);
      return [
        ...(frame ? lacking(frame, needed, ({ name }) => [name], "the entity frame", retrieval) : []),
        ...rows.flatMap((row) => lacking(row, needed, accepted, "the row", retrieval)),
      ];
    });
  },
});

function lacking(
  given: GivenColumns, needed: readonly NeededColumn[], names: (column: NeededColumn) => readonly string[], what: string, retrieval: Retrieval,
): readonly Finding[] {
  const missing = needed.filter((column) => names(column).every((name) => given.lacks(name)));
  const [first] = missing;
  if (!first) return [];
  const { unit } = retrieval.event;
  const at = place(unit, given.node);
  const taken = new Set(needed.flatMap(names));
  const others = missing.length > 1 ? `; ${String(missing.length - 1)} more ${missing.length === 2 ? "is" : "are"} missing` : "";
  const message = `"${first.view}" needs the ${first.kind} "${first.name}", which ${what} lacks${others}`;
  return [{ at, message, fixes: missing.length === 1 ? renamed(given, first, taken, at) : [] }];
}

function renamed(given: GivenColumns, { name }: NeededColumn, taken: ReadonlySet<string>, row: Place): readonly Fix[] {
  const key = misnamedKey(given, name, taken);
  if (key?.at.anchor.unit !== row.anchor.unit || key.at.start < row.start || key.at.end > row.end) return [];
  return [{ title: `Rename "${key.name}" to "${name}"`, safety: "review", edits: [{ at: key.at, text: name }] }];
}
