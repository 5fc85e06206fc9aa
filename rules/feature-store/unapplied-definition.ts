/**
 * unapplied-definition: a view, entity or service of the code that the registry does not have, or has otherwise.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { ownDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import type { OwnDefinition, OwnDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import type { Difference, Standing } from "../../server/analysis/store/model.ts";

export default defineRule({
  name: "unapplied-definition",
  topic: "feature-store",
  summary: "Definition is not in the registry, or is there in another form",
  why: {
    scientist:
      "Retrieval asks the registry, not this file. Until the definition is applied, its features cannot be found, or come with the types " +
      "and sources of the last apply.",
    engineer:
      "Training and serving run against what was applied. Code that says something else is a change that nobody has rolled out, or a " +
      "registry that somebody changed by hand. `feast apply` brings the registry to where the code is.",
  },
  bad: `
from feast import FeatureView, Field, FileSource
from feast.types import Int64

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
speeds = FeatureView(name="speeds", entities=[], schema=[Field(name="speed", dtype=Int64)], source=source)  # written since the last feast apply
`,
  good: `
from feast import FeatureView, Field, FileSource
from feast.types import Int64

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
ratings = FeatureView(name="ratings", entities=[], schema=[Field(name="rating", dtype=Int64)], source=source)  # in the registry, as it stands here
`,
  severity: { exploration: "information", production: "information" },
  imports: ["feast"],
  needs: { own: ownDefinitions },
  check: ({ own }) => own.definitions.flatMap((each) => unapplied(each, own)),
});

function unapplied(definition: OwnDefinition, { store, uri }: OwnDefinitions): readonly Finding[] {
  // An earlier state of the registry may lack what was applied since.
  if (!store?.registry || store.registry.stale) return [];
  const { kind, object, placeOf } = definition;
  const at = placeOf(object.definition);
  const all = kind === "view" ? store.views : kind === "entity" ? store.entities : store.services;
  const named = all.filter(({ name }) => name === object.name);
  const [known] = named;
  if (!at || !known || named.length > 1 || known.definition?.uri !== uri) return [];
  if (known.standing.kind === "not-applied") return [{ at, message: `"${object.name}" is not in the registry: it was not applied` }];
  return differences(known.standing).map(([field, parts]) => {
    const site = kind === "view" ? [...object.fields, ...object.keyFields].find(({ name }) => name === field)?.definition : undefined;
    return { at: placeOf(site) ?? at, message: told(object.name, field, parts) };
  });
}

/** By the field that they are about; under `undefined` those of the view itself, and of fields that only the registry has. */
function differences(standing: Standing): readonly (readonly [string | undefined, readonly Difference[]])[] {
  if (standing.kind !== "differs") return [];
  const byField = new Map<string | undefined, Difference[]>();
  for (const each of standing.differences) {
    const [, name, part] = /^(?:fields|keyFields)\.(.+?)(?:\.((?:dtype|description|tags\.).*))?$/u.exec(each.part) ?? [];
    const field = part === undefined && each.code === undefined ? undefined : name;
    const known = byField.get(field) ?? [];
    byField.set(field, [...known, { ...each, part: field === undefined ? (name ?? each.part) : (part ?? "") }]);
  }
  return [...byField];
}

function told(view: string, field: string | undefined, parts: readonly Difference[]): string {
  const [first] = parts;
  const name = field === undefined ? view : `${view}:${field}`;
  if (!first || first.part === "") return `"${name}" is not in the registry: it was not applied`;
  const [code, registry] = [first.code, first.registry].map((each) => (each === undefined || each === "" ? "nothing" : each));
  const others = parts.length > 1 ? `, and ${String(parts.length - 1)} more` : "";
  const values = `${first.part} is ${code ?? ""}, applied ${registry ?? ""}`;
  return `"${name}" differs from what was applied: ${values.length <= 40 ? values : first.part}${others}`;
}
