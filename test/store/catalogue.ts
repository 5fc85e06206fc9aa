/** Catalogues for tests, in one line a view: `driver_stats(conv_rate, acc_rate)`, open with a `...` as the last field. */
import type { Catalogue, DefinitionSite, Store, View } from "../../server/analysis/store/model.ts";

const nowhere: DefinitionSite = { uri: "file:///repo/definitions.py", cell: undefined, start: 0, end: 0, line: 0 };

export function view(text: string): View {
  const match = /^([^(]+)\((.*)\)$/.exec(text.trim());
  if (!match) throw new Error(`not a view: ${text}`);
  const names = (match[2] ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
  return {
    kind: "FeatureView",
    name: match[1] ?? "",
    entities: [],
    fields: names
      .filter((name) => name !== "...")
      .map((name) => ({ name, dtype: "Int64", description: undefined, tags: new Map(), vector: undefined, definition: nowhere })),
    open: names.includes("...") || names.length === 0,
    ttlSeconds: undefined,
    description: undefined,
    owner: undefined,
    tags: new Map(),
    source: undefined,
    keyFields: [], unlisted: [], online: undefined, offline: undefined, mode: undefined, version: undefined, enabled: undefined, inputs: [], aggregations: [],
    transformation: undefined, labels: undefined, applied: undefined,
    definition: nowhere,
    standing: { kind: "code" },
  };
}

export function store(root: string, views: readonly string[], more: Partial<Store> = {}): Store {
  return {
    kind: "feast", id: root, project: undefined, root, views: views.map(view), entities: [], services: [], sources: [], registry: undefined, complete: true, problems: [], limits: [], ...more,
  };
}

export function catalogue(...stores: readonly Store[]): Catalogue {
  return { epoch: 1, stores };
}
