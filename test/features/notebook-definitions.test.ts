/** Definitions in the cells of a notebook are names in that notebook, beside those of the repository. */
import { expect, test } from "vitest";
import type { Catalogue } from "../../server/analysis/store/model.ts";
import { completeFeatures } from "../../server/features/completion.ts";
import { featureDefinitions } from "../../server/features/definition.ts";
import { featureHover } from "../../server/features/feature-hover.ts";
import { nameText } from "../../server/features/feature-name.ts";
import { collectUses } from "../../server/features/feature-uses.ts";
import { feastCatalogue, notebookAt, scriptAt } from "./feature-workspace.ts";

const catalogue = feastCatalogue();
const definitions = `from feast import Entity, FeatureService, FeatureStore, FeatureView, Field, FileSource
from feast.types import Float32

rider = Entity(name="rider", join_keys=["rider_id"])
rides = FeatureView(
    name="rides", entities=[rider], source=FileSource(path="rides.parquet"),
    schema=[Field(name="rating", dtype=Float32, description="Stars"), Field(name="length", dtype=Float32)],
)
taste = FeatureService(name="taste", features=[rides[["rating"]]])
`;
const retrievalFrom = (path: string): string => `store = FeatureStore("${path}")\nframe = store.get_historical_features(entity_df=1, features=["rides:rating", "driver_stats:conv_rate"]).to_df()\nframe["rating"]\n`;
const retrieval = retrievalFrom("feature_repo");

test.each([
  ["beside a repository", catalogue, "feature_repo"], ["without one", undefined, "."],
] as readonly (readonly [string, Catalogue | undefined, string])[])("hover, definition and completion %s", (_, known, path) => {
  const retrieval = retrievalFrom(path);
  const hovered = notebookAt(definitions, retrieval.replace("rides:rating", "rides:ra|ting"));
  expect(featureHover(hovered.document, known, hovered.cell, hovered.offset)?.markdown).toMatch(/rides:rating.*Float32.*Stars.*line 7/s);
  const [found] = featureDefinitions(hovered.document, known, hovered.cell, hovered.offset);
  expect(found?.to.cell).toBe(hovered.document.cells[0]?.id);
  expect(definitions.slice(found?.to.start, found?.to.end)).toBe("rating");
  const typed = notebookAt(definitions, retrieval.replace('"rides:rating"', '"rides:|"'));
  expect(completeFeatures(typed.document, known, typed.cell, typed.offset)?.items.map(({ label }) => label)).toEqual(["rating", "length"]);
});

test("columns of what is retrieved by such names", () => {
  const { document, cell, offset } = notebookAt(definitions, retrieval.replace('frame["rating"]', 'frame["rat|ing"]'));
  expect(featureHover(document, catalogue, cell, offset)?.markdown).toContain("rides:rating");
});

test("its names are used like others, and what the repository defines stays", () => {
  const { document } = notebookAt(`${definitions}driver_stats = FeatureView(name="driver_stats", source=None, schema=[Field(name="other", dtype=Float32)])\n`, `${retrieval}|`);
  expect(collectUses(document, catalogue).uses.map(({ name, role }) => `${role} ${nameText(name, catalogue)}`)).toEqual([
    "training rides", "training rides:rating", "training driver_stats", "training driver_stats:conv_rate", "training rides:rating", "repository rides:rating",
  ]);
});

test("in a script of the repository's own folder they are the repository's affair", () => {
  const { document } = scriptAt(`${definitions}${retrieval}|`);
  expect(collectUses(document, catalogue).uses.map(({ name }) => nameText(name, catalogue))).toEqual(["driver_stats", "driver_stats:conv_rate"]);
});
