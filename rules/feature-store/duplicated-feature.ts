/**
 * duplicated-feature: a name that two views have, or two fields of one view. Names are the identity of features.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { ownDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import type { OwnDefinition, OwnDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "duplicated-feature",
  topic: "feature-store",
  summary: "Two views of a repository, or two features of a view, have the same name",
  why: {
    scientist:
      "A reference names one feature. When two definitions answer to the name, nobody can say which of them the values in your frame " +
      "come from.",
    engineer:
      "Feast compares the names of views without regard to case, across files and kinds of views, and refuses to apply a repository " +
      "that has one twice. Until somebody applies it, nothing tells the two authors.",
  },
  bad: `
from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
ratings = FeatureView(
    name="ratings",
    entities=[driver],
    schema=[Field(name="rating", dtype=Float32), Field(name="rating", dtype=Float32)],
    source=source,
)
`,
  good: `
from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
ratings = FeatureView(
    name="ratings",
    entities=[driver],
    schema=[Field(name="rating", dtype=Float32), Field(name="rating_30d", dtype=Float32)],
    source=source,
)
`,
  severity: { exploration: "error", production: "error" },
  imports: ["feast"],
  needs: { own: ownDefinitions },
  check: ({ own }) => [...twiceNamed(own), ...own.definitions.flatMap(fieldsTwice)],
});

/** Views of which the store, which has what the names of all modules hold in the end, has two. */
function twiceNamed({ store, uri, definitions }: OwnDefinitions): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const { kind, isTopLevel, object: { name, definition }, placeOf, unit, call } of definitions) {
    if (kind !== "view" || !isTopLevel || !store) continue;
    const same = store.views.filter((view) => view.definition && view.name.toLowerCase() === name.toLowerCase());
    const here = same.filter((view) => view.definition?.uri === uri);
    const there = same.find((view) => view.definition?.uri !== uri);
    const isSecond = seen.has(name.toLowerCase()) && here.length > 1;
    seen.add(name.toLowerCase());
    if (here.length === 0 || (!isSecond && !there)) continue;
    const file = there?.definition?.uri.split("/").at(-1);
    const where = isSecond || file === undefined ? "above" : `in ${decodeURIComponent(file)}`;
    const other = (isSecond ? here.find((view) => view.name !== name) : there)?.name ?? name;
    const message = other === name ? `There is a view "${name}" ${where} already` : `"${name}" is "${other}" ${where} to Feast, which ignores case`;
    findings.push({ at: placeOf(definition) ?? place(unit, call), message });
  }
  return findings;
}

function fieldsTwice({ kind, object, placeOf }: OwnDefinition): readonly Finding[] {
  if (kind !== "view") return [];
  const seen = new Set<string>();
  return object.fields.flatMap(({ name, definition }) => {
    const at = placeOf(definition);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    // Feast takes both, and says nothing.
    const severity = { exploration: "warning", production: "warning" } as const;
    return at ? [{ at, message: `"${object.name}" has a feature "${name}" already`, severity }] : [];
  });
}
