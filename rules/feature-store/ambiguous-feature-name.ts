/**
 * ambiguous-feature-name: two features of one retrieval whose column has the same name. Feast refuses the call.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { appendArgument, keywordOf, replace } from "../../server/analysis/facts/call-edits.ts";
import { feastReferences } from "../../server/analysis/facts/features.ts";
import type { FeatureReference, Retrieval } from "../../server/analysis/facts/features.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "ambiguous-feature-name",
  topic: "feature-store",
  summary: "Two features of one retrieval would be columns of the same name",
  why: {
    scientist:
      "Columns carry the bare name of the feature, so the same name out of two views cannot be told apart, and Feast refuses to " +
      "build the frame.",
    engineer:
      "Feast raises FeatureNameCollisionError for every such call, in serving at the first request. Full feature names keep the view " +
      "in the column's name.",
  },
  bad: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:rating", "trip_stats:rating"],
    entity_rows=[{"driver_id": 1001}],
)
`,
  good: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats:rating", "trip_stats:rating"],
    entity_rows=[{"driver_id": 1001}],
    full_feature_names=True,
)
`,
  severity: { exploration: "error", production: "error" },
  needs: { found: feastReferences },
  check({ found }) {
    return found.retrievals.flatMap((retrieval) => {
      const isFull = fullNames(retrieval);
      if (isFull === undefined || !retrieval.certain) return [];
      return retrieval.service === undefined ? inList(retrieval, isFull) : isFull ? [] : inService(retrieval, retrieval.service);
    });
  },
});

/** Whether columns carry the view's name; `undefined` when that is known only at run time. */
function fullNames({ event }: Retrieval): boolean | undefined {
  const { args } = event;
  if (args.some(({ unpacked }) => unpacked)) return undefined;
  const given = args.find(({ keyword, position }) => keyword === "full_feature_names" || position === 2);
  if (!given) return false;
  return given.value.constant?.kind === "bool" ? given.value.constant.value : undefined;
}

function inList(retrieval: Retrieval, isFull: boolean): readonly Finding[] {
  const seen = new Map<string, FeatureReference>();
  const findings: Finding[] = [];
  for (const reference of retrieval.references) {
    const { parsed, text, resolution } = reference;
    if (resolution.kind === "malformed" || !parsed.feature) continue;
    const column = isFull ? text : parsed.feature.name;
    const first = seen.get(column);
    if (!first) {
      seen.set(column, reference);
      continue;
    }
    const isTwice = first.parsed.view.name === parsed.view.name && first.parsed.version === parsed.version;
    const message = isTwice ? `"${text}" is in the list twice` : `"${first.text}" and "${text}" are columns of the same name`;
    const related = first.textPlace ? { related: [{ at: first.textPlace, message: "the other one" }] } : {};
    const fixes = isTwice ? withoutSecond(reference, retrieval) : withFullNames(retrieval);
    findings.push({ at: reference.textPlace ?? reference.place, message, ...related, fixes });
  }
  return findings;
}

function inService(retrieval: Retrieval, name: string): readonly Finding[] {
  const [found, ...others] = retrieval.index.services(name);
  if (!found || others.length > 0) return [];
  const seen = new Map<string, string>();
  for (const { view, field } of found.service.features) {
    const first = seen.get(field);
    if (first === undefined) seen.set(field, view);
    else if (first !== view) {
      const message = `"${name}" has "${field}" of "${first}" and of "${view}": columns of the same name`;
      return [{ at: place(retrieval.event.unit, retrieval.given.node), message, fixes: withFullNames(retrieval) }];
    }
  }
  return [];
}

function withFullNames({ event: { unit, node } }: Retrieval): readonly Fix[] {
  const written = keywordOf(node, "full_feature_names");
  if (!written && node.args.length > 2) return [];
  const edit = written ? replace(unit, written.value, "True") : appendArgument(unit, node, "full_feature_names=True");
  return edit ? [{ title: "Name the columns view__feature", safety: "review", edits: [edit] }] : [];
}

/** Takes the second one out, where it stands in the list of the call. */
function withoutSecond({ place: at }: FeatureReference, { event: { unit }, given: { node } }: Retrieval): readonly Fix[] {
  if (node.kind !== "List" || at.anchor.unit !== unit) return [];
  const index = node.elts.findIndex((each) => each.start === at.start && each.end === at.end);
  const previous = node.elts[index - 1];
  const element = node.elts[index];
  if (!previous || !element || !/^\s*,\s*$/u.test(unit.text.slice(previous.end, element.start))) return [];
  return [{ title: "Remove the second one", safety: "review", edits: [replace(unit, { start: previous.end, end: element.end }, "")] }];
}
