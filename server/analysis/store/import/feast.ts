/**
 * Feast's JSON: the lists of its REST registry server (`/api/v1/feature_views`, `/api/v1/lineage/complete` ...), `feast registry-dump`,
 * and `feast features list --output json`.
 *
 * The last writes view and feature under each other's key, as of Feast 0.66; a view has many features and a feature's name is mostly in
 * one view, which shows how a file means it.
 */
import { createRegistryCollector } from "../feast-registry.ts";
import type { ObjectKind, RegistrySnapshot } from "../feast-registry.ts";
import type { Defined, Service, View } from "../model.ts";
import { compact } from "./document.ts";
import type { CatalogueDocument, DescribedEntry, EntityEntry, FeatureEntry, Imported, ServiceEntry, SourceEntry, ViewEntry } from "./document.ts";
import { isList, isObject, objectsAt, textAt } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** Keys of the lists; of views the server says the kind, the dump has a list for each. */
const lists: ReadonlyMap<string, (item: JsonObject) => ObjectKind> = new Map<string, (item: JsonObject) => ObjectKind>([
  ["entities", () => "entity"],
  ["dataSources", () => "source"],
  ["featureViews", ({ type }) => viewKinds.get(type) ?? "view"],
  ["onDemandFeatureViews", () => "on-demand-view"],
  ["streamFeatureViews", () => "stream-view"],
  ["labelViews", () => "label-view"],
  ["featureServices", () => "service"],
]);
const viewKinds: ReadonlyMap<unknown, ObjectKind> = new Map<unknown, ObjectKind>([
  ["onDemandFeatureView", "on-demand-view"], ["streamFeatureView", "stream-view"], ["labelView", "label-view"],
]);

export function isFeastRegistry(json: unknown): boolean {
  const lists = listsOf(json);
  return lists !== undefined && Object.keys(lists).length > 0;
}

/** The lists in an answer, be they below `objects` or not. */
function listsOf(json: unknown): JsonObject | undefined {
  if (!isObject(json)) return undefined;
  const holder = isObject(json["objects"]) ? json["objects"] : json;
  return Object.fromEntries(Object.entries(holder).filter(([key, value]) => lists.has(key) && isList(value) && value.every(isRegistryObject)));
}

/** `{spec: {name}}`; of a data source, there is no `spec`. */
function isRegistryObject(item: unknown): boolean {
  if (!isObject(item)) return false;
  const { spec } = item;
  return isObject(spec) ? textAt(spec, "name") !== undefined : textAt(item, "name") !== undefined && textAt(item, "type") !== undefined;
}

export function importFeastRegistry(json: unknown): Imported {
  const found = listsOf(json) ?? {};
  const items = Object.entries(found).flatMap(([key, value]) => (value as readonly JsonObject[]).map((item) => ({ item, kind: lists.get(key)?.(item) ?? "view" as const })));
  const projects = new Set(items.flatMap(({ item }) => projectOf(item) ?? []));
  const top = isObject(json) ? textAt(json, "project") : undefined;
  if (top !== undefined) projects.add(top);
  if (projects.size > 1) return { kind: "refused", reason: `it holds objects of several projects (${[...projects].toSorted().join(", ")}): ask for one of them, such as with ?project=${[...projects].toSorted()[0] ?? ""}` };
  // Not every list says whose it is.
  const [project = "feast"] = projects;
  const collector = createRegistryCollector(project);
  for (const { item, kind } of items) collector.addJson(kind, item, project);
  const reading = collector.reading();
  if (reading.kind !== "snapshot") return { kind: "refused", reason: "it holds no objects" };
  const { snapshot } = reading;
  const hasViews = ["featureViews", "onDemandFeatureViews", "streamFeatureViews", "labelViews"].some((key) => key in found);
  const notes = [...snapshot.unread, ...(hasViews ? [] : ["it holds no feature views: ask for /api/v1/lineage/complete to have all of it"])];
  return { kind: "catalogue", document: documentOf(snapshot, projects.size === 1 ? project : undefined), notes };
}

function projectOf(item: JsonObject): string | undefined {
  return textAt(isObject(item["spec"]) ? item["spec"] : item, "project");
}

function documentOf({ views, entities, services, sources }: RegistrySnapshot, store: string | undefined): CatalogueDocument {
  const parts = compact<Omit<CatalogueDocument, "views">>({
    store,
    entities: Object.fromEntries(entities.map((entity) => [
      entity.name, compact<EntityEntry>({ key: entity.joinKey === entity.name ? undefined : entity.joinKey, type: entity.valueType, ...described(entity) }),
    ])),
    sources: Object.fromEntries(sources.map((source) => [
      source.name, compact<SourceEntry>({ location: source.location, kind: source.kind, timestamp: source.timestampField, ...described(source) }),
    ])),
    services: Object.fromEntries(services.map((service) => [service.name, { features: referencesOf(service), ...described(service) } satisfies ServiceEntry])),
  });
  return { ...parts, views: Object.fromEntries(views.map((view) => [view.name, viewEntry(view)])) };
}

function viewEntry(view: View): ViewEntry {
  return compact<ViewEntry>({
    ...described(view),
    entities: view.entities,
    features: Object.fromEntries(view.fields.map(({ name, dtype, description, tags }) => [name, compact<FeatureEntry>({ type: dtype, description, tags: Object.fromEntries(tags) })])),
    open: view.open ? true : undefined,
    source: view.source,
    ttl: view.ttlSeconds === undefined || view.ttlSeconds === 0 ? undefined : Math.round(view.ttlSeconds),
    // Of an on-demand view it says whether its values are kept there; they can be served all the same.
    online: view.kind === "OnDemandFeatureView" ? undefined : view.online,
    version: view.version === "latest" ? undefined : view.version,
  });
}

function described({ description, owner, tags }: Defined): DescribedEntry {
  return compact<DescribedEntry>({ description, owner, tags: Object.fromEntries(tags) });
}

function referencesOf({ features }: Service): readonly string[] {
  return features.map(({ view, field }) => `${view}:${field}`);
}

/** `/api/v1/features`: what the server says of each feature. */
export function isFeastFeatures(json: unknown): boolean {
  return isObject(json) && isList(json["features"]) && json["features"].length > 0
    && json["features"].every((item) => isObject(item) && textAt(item, "name") !== undefined && textAt(item, "featureView") !== undefined);
}

export function importFeastFeatures(json: unknown): Imported {
  const rows = (isObject(json) ? objectsAt(json, "features") : []).map((item): Row => [
    textAt(item, "featureView") ?? "", textAt(item, "name") ?? "",
    compact<FeatureEntry>({ type: textAt(item, "type"), description: textAt(item, "description"), tags: tagsAt(item) }),
  ]);
  return { kind: "catalogue", document: { views: viewsOf(rows) }, notes: ["entities are not in this list: /api/v1/lineage/complete has all"] };
}

function tagsAt(item: JsonObject): Readonly<Record<string, string>> | undefined {
  const { tags } = item;
  return isObject(tags) ? Object.fromEntries(Object.entries(tags).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))) : undefined;
}

export function isFeastList(json: unknown): boolean {
  return isList(json) && json.length > 0 && json.every((item) => isObject(item) && textAt(item, "feature_name") !== undefined && textAt(item, "feature_view") !== undefined);
}

export function importFeastList(json: unknown): Imported {
  const rows = isList(json) ? json.filter(isObject) : [];
  const count = (key: string): number => new Set(rows.map((row) => textAt(row, key))).size;
  const [first, second] = [count("feature_name"), count("feature_view")];
  if (first === second) {
    return { kind: "refused", reason: "it cannot be seen which names are views: Feast writes both under each other's key. The registry server's /api/v1/lineage/complete says it" };
  }
  const [viewKey, featureKey] = first < second ? ["feature_name", "feature_view"] : ["feature_view", "feature_name"];
  const notes = viewKey === "feature_name" ? ["views were taken from `feature_name` and features from `feature_view`: Feast writes each under the other's key"] : [];
  const listed = rows.map((row): Row => [textAt(row, viewKey) ?? "", textAt(row, featureKey) ?? "", compact<FeatureEntry>({ type: textAt(row, "dtype") })]);
  return { kind: "catalogue", document: { views: viewsOf(listed) }, notes };
}

type Row = readonly [view: string, feature: string, about: FeatureEntry];

function viewsOf(rows: readonly Row[]): CatalogueDocument["views"] {
  const views = new Map<string, (readonly [string, FeatureEntry])[]>();
  for (const [view, feature, about] of rows) views.set(view, [...(views.get(view) ?? []), [feature, about]]);
  return Object.fromEntries([...views].map(([name, features]) => [name, { features: Object.fromEntries(features) }]));
}
