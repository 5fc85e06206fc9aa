/**
 * undocumented-feature: a feature without a description, in a view whose other features mostly have one.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { ancestorsOf } from "../../server/analysis/facts/ancestors.ts";
import { ownDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import type { OwnDefinition } from "../../server/analysis/facts/own-definitions.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "undocumented-feature",
  topic: "feature-store",
  summary: "Feature has no description, where the other features of its view have one",
  why: {
    scientist:
      "The description is what you see when you look for a feature: its unit, its window, what counts and what does not. Without it " +
      "people build the same feature again, or take it for something else.",
    engineer:
      "Hover, completion, Feast's UI and its registry all show this text; nothing else says what a column means. It is cheapest to " +
      "write by whoever defines the feature.",
  },
  bad: `
from feast import FeatureView, Field, FileSource
from feast.types import Float32

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
driver_stats = FeatureView(
    name="driver_stats",
    entities=[],
    schema=[
        Field(name="rating", dtype=Float32, description="Mean of the last 30 days, 1 to 5"),
        Field(name="speed", dtype=Float32),
    ],
    source=source,
)
`,
  good: `
from feast import FeatureView, Field, FileSource
from feast.types import Float32

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
driver_stats = FeatureView(
    name="driver_stats",
    entities=[],
    schema=[
        Field(name="rating", dtype=Float32, description="Mean of the last 30 days, 1 to 5"),
        Field(name="speed", dtype=Float32, description="Mean of the last trip, km/h"),
    ],
    source=source,
)
`,
  severity: { exploration: "off", production: "information" },
  imports: ["feast"],
  needs: { own: ownDefinitions },
  check: ({ own }) => own.definitions.flatMap(withoutDescription),
});

function withoutDescription({ kind, object, placeOf }: OwnDefinition): readonly Finding[] {
  if (kind !== "view") return [];
  const bare = object.fields.filter(({ description }) => description === undefined);
  // Where nobody describes features, one finding for each would only be noise.
  if (bare.length * 2 > object.fields.length) return [];
  return bare.flatMap(({ name, definition }) => {
    const at = placeOf(definition);
    return at && isLeftOut(at) ? [{ at, message: `"${object.name}:${name}" has no description, as other features of the view have` }] : [];
  });
}

/** The call that the name is written in gives no description, and none that is known only at run time. */
function isLeftOut(name: Place): boolean {
  const call = ancestorsOf(name.anchor.unit, name).findLast(({ kind }) => kind === "Call");
  if (call?.kind !== "Call") return false;
  return call.keywords.every(({ arg, value }) => arg !== undefined && (arg.name !== "description" || (value.kind === "Constant" && value.type === "str")));
}
