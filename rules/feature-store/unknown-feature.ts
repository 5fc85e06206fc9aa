/**
 * unknown-feature: a reference, or a service name, that the feature repository does not define. Feast finds out when the call
 * runs; a misspelt feature in a serving path, when the first request comes in. Views that are switched off count as well: Feast has
 * their features and refuses to serve them. And a column that is not in what was retrieved, or not among the inputs of an on-demand view,
 * where all of them are known.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { UnknownColumn } from "../../server/analysis/facts/column-names.ts";
import { featureReferences } from "../../server/analysis/facts/features.ts";
import type { FeatureReference, NameReference } from "../../server/analysis/facts/features.ts";
import { namedColumns } from "../../server/analysis/facts/named-columns.ts";
import { didYouMean, replacedReference, short, unknownProblem } from "../../server/analysis/facts/reference-problems.ts";
import { switchedOffViews } from "../../server/analysis/facts/switched-off.ts";
import type { SwitchedOff } from "../../server/analysis/facts/switched-off.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unknown-feature",
  topic: "feature-store",
  summary: "Feature reference names a view, feature or service that the repository does not define",
  why: {
    scientist:
      "The retrieval fails when it runs, often after the entity frame took minutes to build. A name that exists in another view " +
      "may be a different number under the same label.",
    engineer:
      "Nothing checks these strings before a request does: a typo or a renamed feature passes review and tests with mocks, " +
      "and breaks serving. The definitions in the repository are the contract.",
  },
  bad: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:conv_rat"],
    entity_rows=[{"driver_id": 1001}],
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
  needs: { found: featureReferences, off: switchedOffViews, columns: namedColumns },
  check({ found, off, columns }) {
    const findings = [...columns.unknown.map(unknownColumn), ...found.references.map(unknownReference), ...found.views.map(unknownName), ...found.services.map(unknownName), ...off.references.map(switchedOff), ...off.services.map(switchedOffService)];
    const seen = new Set<string>();
    return findings.filter((finding) => {
      if (!finding) return false;
      // One list may feed both a training and a serving call.
      const key = `${finding.message}@${String(finding.at.anchor.id)}:${String(finding.at.start)}`;
      return !seen.has(key) && seen.add(key);
    }) as readonly Finding[];
  },
});

function unknownReference(reference: FeatureReference): Finding | undefined {
  const problem = unknownProblem(reference);
  if (!problem) return undefined;
  const { suggestions, viewPlace, featurePlace, place: around } = reference;
  const fixes = suggestions.map((suggestion) => replacement(reference, suggestion)).filter((fix) => fix !== undefined);
  return { at: (problem.part === "view" ? viewPlace : featurePlace) ?? around, message: problem.message, fixes, ...doubt(reference) };
}

function unknownName({ kind, name, index: { dialect }, resolution, suggestions, certain, namePlace, place: around }: NameReference): Finding | undefined {
  if (resolution !== "unknown") return undefined;
  return {
    at: namePlace ?? around,
    message: short(`No ${dialect.words[kind]} "${name}"`, suggestions[0] === undefined ? "" : didYouMean(suggestions[0])),
    fixes: namePlace ? suggestions.map((each) => ({ title: `Replace with "${each}"`, safety: "review", edits: [{ at: namePlace, text: each }] })) : [],
    ...doubt({ certain }),
  };
}

function unknownColumn({ name, namePlace, around, where, suggestions }: UnknownColumn): Finding {
  const [best] = suggestions;
  return {
    at: namePlace ?? around,
    message: short(`No "${name}" in ${where}`, best === undefined ? "" : didYouMean(best)),
    fixes: namePlace ? suggestions.map((each) => ({ title: `Replace with "${each}"`, safety: "review", edits: [{ at: namePlace, text: each }] })) : [],
  };
}

function switchedOff({ parsed, viewPlace, place: around, certain }: FeatureReference): Finding {
  return { at: viewPlace ?? around, message: `"${parsed.view.name}" is switched off, and Feast refuses to serve it`, ...doubt({ certain }) };
}

function switchedOffService({ retrieval: { event, given, service, certain }, view }: SwitchedOff["services"][number]): Finding {
  return { at: place(event.unit, given.node), message: short(`"${service ?? ""}" selects from "${view}"`, ", which is switched off"), ...doubt({ certain }) };
}

/** The code may be talking to another store. */
function doubt({ certain }: { readonly certain: boolean }): Pick<Finding, "severity"> {
  return certain ? {} : { severity: { exploration: "warning", production: "warning" } };
}

/** Changes only the part that is wrong; refused where that part is not written here in one piece. */
function replacement(reference: FeatureReference, suggestion: FeatureReference["suggestions"][number]): Fix | undefined {
  const { parsed, viewPlace, featurePlace } = reference;
  const { view, field } = suggestion;
  const edits: { at: NonNullable<typeof viewPlace>; text: string }[] = [];
  for (const [written, wanted, at] of [
    [parsed.view.name, view.name, viewPlace],
    [parsed.feature?.name, field?.name ?? parsed.feature?.name, featurePlace],
  ] as const) {
    if (written === wanted) continue;
    if (!at || wanted === undefined) return undefined;
    edits.push({ at, text: wanted });
  }
  return { title: `Replace with "${replacedReference(reference, suggestion)}"`, safety: "review", edits };
}
