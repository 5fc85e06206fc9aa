/** The tree of the Features view: what is in it, what a query leaves of it, what it remarks on. */
import { expect, test } from "vitest";
import type { Catalogue, Defined, Standing } from "../../server/analysis/store/model.ts";
import { featureTree } from "../../server/features/feature-tree.ts";
import type { FeatureTreeNode } from "../../server/features/feature-tree.ts";
import { feastCatalogue } from "./feature-workspace.ts";

const now = Date.UTC(2026, 0, 3, 12);

/** The catalogue, as it stands beside a registry. */
function applied(standings: Readonly<Record<string, Standing>>, tags: Readonly<Record<string, string>> = {}): Catalogue {
  const catalogue = feastCatalogue();
  const standing = <Object extends Defined>(object: Object): Object => ({ ...object, standing: standings[object.name] ?? { kind: "applied" } });
  return {
    ...catalogue,
    stores: catalogue.stores.map((store) => ({
      ...store,
      registry: { id: "1", updated: "2026-01-01T12:00:00Z" },
      views: store.views.map(standing).map((view) => ({
        ...view, fields: view.fields.map((field) => (field.name === "acc_rate" ? { ...field, tags: new Map(Object.entries(tags)) } : field)),
      })),
      services: store.services.map(standing),
    })),
  };
}

function lines(nodes: readonly FeatureTreeNode[], indent = ""): readonly string[] {
  return nodes.flatMap(({ label, standing, isDeprecated, children }) =>
    [`${indent}${label}${standing ? ` (${standing})` : ""}${isDeprecated ? " (deprecated)" : ""}`, ...lines(children, `${indent}  `)]);
}

test("says what was not applied, what differs and what is only in the registry, where it is so", () => {
  const catalogue = applied({
    driver_stats: { kind: "differs", differences: [{ part: "fields.conv_rate.dtype", code: "Float32", registry: "Int64" }, { part: "fields.last_zones", code: "Array(Int64)", registry: undefined }] },
    driver_fresh: { kind: "not-applied" },
    driver_activity: { kind: "registry-only" },
  }, { deprecated: "true" });
  const tree = featureTree(catalogue, "", now);
  expect(lines(tree)).toEqual([
    "drivers", "  driver_stats (differs)", "    conv_rate (differs)", "    acc_rate (deprecated)", "    last_zones (not-applied)",
    "  driver_fresh (not-applied)", "    trips_today", "  inferred", "  driver_activity (registry-only)",
  ]);
  expect(tree[0]?.detail).toBe("applied 2026-01-01 12:00 UTC (2 days ago)");
});

test("says nothing where no registry was read", () => {
  const [project] = featureTree(feastCatalogue(), "", now);
  expect(project?.detail).toBe("");
  expect(lines(project?.children ?? []).filter((line) => line.includes("("))).toEqual([]);
});

test("a query leaves what speaks of all its words, with what stands above it", () => {
  expect(lines(featureTree(feastCatalogue(), "CONVERTED", now))).toEqual(["drivers", "  driver_stats", "    conv_rate"]);
  expect(lines(featureTree(feastCatalogue(), "dispatcher", now))).toEqual(["drivers", "  driver_activity"]);
  expect(featureTree(feastCatalogue(), "zebra", now)).toEqual([]);
});
