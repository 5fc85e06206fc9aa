/**
 * malformed-feature-reference: a text that the store cannot read as the name of a feature (Feast: `view:feature`), or something else than a
 * list of such texts.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { featureReferences } from "../../server/analysis/facts/features.ts";
import type { FeatureReference, Retrieval } from "../../server/analysis/facts/features.ts";
import { malformationOf } from "../../server/analysis/facts/malformed-references.ts";
import { malformedMessage } from "../../server/analysis/facts/reference-problems.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "malformed-feature-reference",
  topic: "feature-store",
  summary: "Feature reference is not of the form `view:feature`, or the references are no list",
  why: {
    scientist:
      "Feast splits each reference at its first colon and takes the rest literally, blanks and stars included. The retrieval ends in " +
      "an error that names neither the line nor what was meant.",
    engineer:
      "Nothing expands or corrects these strings: a service name, a star or a version in another notation reaches the registry as it " +
      "stands and fails there, in a serving path at the first request.",
  },
  bad: `
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
features = store.get_online_features(
    features=["driver_stats.conv_rate"],
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
  needs: { found: featureReferences },
  check({ found }) {
    return found.retrievals.flatMap((retrieval) => [...wrongList(retrieval), ...retrieval.references.flatMap((each) => malformed(each, retrieval))]);
  },
});

function malformed(reference: FeatureReference, retrieval: Retrieval): readonly Finding[] {
  const found = malformationOf(reference);
  if (!found) return [];
  const { certain, textPlace } = reference;
  const at = textPlace ?? reference.place;
  const message = malformedMessage(found, reference);
  const severity = certain ? {} : { severity: { exploration: "warning", production: "warning" } as const };
  switch (found.kind) {
    case "misspelt": {
      const { intended } = found;
      const fixes: Fix[] = textPlace ? [{ title: `Write "${intended}"`, safety: "review", edits: [{ at: textPlace, text: intended }] }] : [];
      return [{ at, message, fixes, ...severity }];
    }
    case "wildcard":
      return [{ at, message, fixes: listed(reference, retrieval, found.all), ...severity }];
    case "service":
      return [{ at, message, fixes: service(reference, retrieval), ...severity }];
    case "view":
      return [{ at, message, ...severity }];
    case "no-separator":
      return retrieval.proved ? [{ at, message, ...severity }] : [];
  }
}

/** Every feature in place of the star, where it stands in the list of the call. */
function listed({ textPlace }: FeatureReference, { given: { node }, event }: Retrieval, all: readonly string[] | undefined): readonly Fix[] {
  if (!all || textPlace?.anchor.unit !== event.unit || node.kind !== "List") return [];
  const element = node.elts.find(({ kind, start, end }) => kind === "Constant" && start === textPlace.start - 1 && end === textPlace.end + 1);
  const quote = element && event.unit.text.charAt(element.start);
  if (quote === undefined) return [];
  return [{ title: "Name every feature of the view", safety: "review", edits: [{ at: textPlace, text: all.join(`${quote}, ${quote}`) }] }];
}

/** `["activity"]` -> `store.get_feature_service("activity")`. */
function service({ text }: FeatureReference, { given: { node }, event }: Retrieval): readonly Fix[] {
  const { func } = event.node;
  const [only, ...others] = node.kind === "List" ? node.elts : [];
  if (only?.kind !== "Constant" || others.length > 0 || func.kind !== "Attribute") return [];
  const { unit } = event;
  const store = unit.text.slice(func.value.start, func.value.end);
  const name = unit.text.slice(only.start, only.end);
  return [{ title: `Retrieve the service "${text}"`, safety: "review", edits: [replace(unit, node, `${store}.get_feature_service(${name})`)] }];
}

/** A text or a tuple where Feast asserts a list. */
function wrongList({ event, given: { node, value }, proved, certain, index }: Retrieval): readonly Finding[] {
  if (!proved || !certain || index.dialect.kind !== "feast") return [];
  const { unit } = event;
  const source = unit.text.slice(node.start, node.end);
  const at = place(unit, node);
  const fix = (text: string): readonly Fix[] => [{ title: "Make it a list", safety: "review", edits: [replace(unit, node, text)] }];
  if (value.constant?.kind === "text") return [{ at, message: "Feast takes a list of references, this is a text", fixes: fix(`[${source}]`) }];
  if (value.type?.kind !== "tuple") return [];
  const isWritten = node.kind === "Tuple" && source.startsWith("(") && source.endsWith(")");
  const inner = source.slice(1, -1).replace(/,\s*$/u, "");
  return [{ at, message: "Feast takes a list of references, this is a tuple", fixes: fix(isWritten && !inner.includes("#") ? `[${inner}]` : `list(${source})`) }];
}
