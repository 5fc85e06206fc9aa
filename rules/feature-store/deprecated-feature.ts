/**
 * deprecated-feature: a reference to a feature whose tags, or those of its view or service, say that it is on its way out
 * (facts/deprecation.ts).
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { endOf, isDeprecated, replacementNamed } from "../../server/analysis/facts/deprecation.ts";
import type { Tags } from "../../server/analysis/facts/deprecation.ts";
import { featureReferences, namesFeature } from "../../server/analysis/facts/features.ts";
import type { FeatureReference, Retrieval } from "../../server/analysis/facts/features.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "deprecated-feature",
  topic: "feature-store",
  summary: "Feature is tagged as deprecated in the repository",
  why: {
    scientist:
      "Its owner has said that the feature will go, often because its values are no longer trusted or kept up. A model trained on it " +
      "today has to be trained again.",
    engineer:
      "When the feature is removed, every retrieval that names it fails. A tag (`deprecated`, `status: deprecated`, `deprecation_date`, " +
      "`replaced_by`) is the only warning, and it stands where nobody who uses the feature looks.",
  },
  bad: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:rating_v1"],
    entity_rows=[{"driver_id": 1001}],
)
`,
  good: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:rating"],
    entity_rows=[{"driver_id": 1001}],
)
`,
  severity: { exploration: "information", production: "warning" },
  needs: { found: featureReferences },
  check: ({ found }) => [
    ...found.references.map(deprecated),
    ...found.retrievals.map(deprecatedService),
  ].filter((finding) => finding !== undefined),
});

function deprecated(reference: FeatureReference): Finding | undefined {
  const { resolution, certain, text } = reference;
  if (!certain || (resolution.kind !== "feature" && resolution.kind !== "view")) return undefined;
  const { view } = resolution;
  const field = resolution.kind === "feature" && isDeprecated(resolution.field.tags) ? resolution.field : undefined;
  if (!field && !isDeprecated(view.tags)) return undefined;
  const { tags } = field ?? view;
  const message = field ? `"${text}" is deprecated${until(tags)}` : `"${text}" is of "${view.name}", which is deprecated${until(tags)}`;
  return { at: reference.textPlace ?? reference.place, message, fixes: replacement(reference, tags) };
}

function deprecatedService({ service, certain, index, event, given }: Retrieval): Finding | undefined {
  const [found, ...others] = service === undefined || !certain ? [] : index.services(service);
  if (!found || others.length > 0 || !isDeprecated(found.service.tags)) return undefined;
  return { at: place(event.unit, given.node), message: `The ${index.dialect.words.service} "${found.service.name}" is deprecated${until(found.service.tags)}` };
}

/** ` (2026-12-31)`, when the tags say a date. */
function until(tags: Tags): string {
  const date = endOf(tags);
  return date === undefined ? "" : ` (${date})`;
}

/** `replaced_by` names a reference, a feature of the same view, or a view with a feature of the same name: one that exists. */
function replacement({ textPlace, parsed, index }: FeatureReference, tags: Tags): readonly Fix[] {
  const named = replacementNamed(tags);
  if (named === undefined || !textPlace) return [];
  const { grammar } = index.dialect;
  const readings = named.includes(grammar.separator) ? [named] : [grammar.write(parsed.view.name, named), grammar.write(named, parsed.feature?.name ?? "")];
  const [only, ...others] = readings.filter((each) => namesFeature(each, index));
  if (only === undefined || others.length > 0) return [];
  return [{ title: `Replace with "${only}"`, safety: "review", edits: [{ at: textPlace, text: only }] }];
}
