/**
 * Stores whose views are tables: what Hopsworks, Databricks and SageMaker say of a feature group or table, one or a list of them.
 *
 *     {"FeatureGroupName": "orders", "RecordIdentifierFeatureName": "customer_id", "FeatureDefinitions": [{"FeatureName": "total", ...}]}
 *
 * becomes the view `orders` with the entity `customer_id` and the feature `total`. Keys and event times are no features.
 */
import { compact } from "./document.ts";
import type { CatalogueDocument, EntityEntry, FeatureEntry, Imported, ViewEntry } from "./document.ts";
import { flagAt, isList, isObject, numberAt, objectsAt, textAt, textsAt } from "./json.ts";
import type { JsonObject } from "./json.ts";

interface Table {
  readonly name: string;
  readonly view: ViewEntry;
  readonly keys: Readonly<Record<string, EntityEntry>>;
}

/** A feature group as `GET .../featuregroups` gives it, or `FeatureGroup.json()`. */
export function isHopsworks(json: unknown): boolean {
  return all(json, "items", (item) => textAt(item, "name") !== undefined && numberAt(item, "version") !== undefined && Array.isArray(item["features"])
    && objectsAt(item, "features").every((feature) => textAt(feature, "name") !== undefined));
}

export function importHopsworks(json: unknown): Imported {
  const groups = itemsOf(json, "items");
  const newest = new Map<string, JsonObject>();
  for (const group of groups) {
    const name = textAt(group, "name") ?? "";
    if ((numberAt(newest.get(name) ?? {}, "version") ?? -1) < (numberAt(group, "version") ?? 0)) newest.set(name, group);
  }
  const tables = [...newest.values()].map((group): Table => {
    const features = objectsAt(group, "features");
    const keys = features.filter((feature) => flagAt(feature, "primary") === true);
    const time = textAt(group, "eventTime");
    return {
      name: textAt(group, "name") ?? "",
      keys: Object.fromEntries(keys.map((key) => [textAt(key, "name") ?? "", compact<EntityEntry>({ type: textAt(key, "type"), description: textAt(key, "description") })])),
      view: compact<ViewEntry>({
        description: textAt(group, "description"),
        version: String(numberAt(group, "version")),
        online: flagAt(group, "onlineEnabled"),
        deprecated: flagAt(group, "deprecated") === true ? true : undefined,
        entities: keys.map((key) => textAt(key, "name") ?? ""),
        features: fieldsOf(features.filter((feature) => !keys.includes(feature) && textAt(feature, "name") !== time), "name", "type", "description"),
      }),
    };
  });
  const left = groups.length - tables.length;
  return documentOf(tables, left === 0 ? [] : [`${String(left)} older version${left === 1 ? " was" : "s were"} left out: of each feature group the newest counts`]);
}

/** A table of Unity Catalog: `databricks tables get`, `tables list`. */
export function isDatabricks(json: unknown): boolean {
  return all(json, "tables", (item) => textAt(item, "full_name") !== undefined && isList(item["columns"]));
}

export function importDatabricks(json: unknown): Imported {
  const withoutKey: string[] = [];
  const tables = itemsOf(json, "tables").map((table): Table => {
    const constraint = objectsAt(table, "table_constraints").map((each) => each["primary_key_constraint"]).find(isObject);
    const times = new Set(constraint ? textsAt(constraint, "timeseries_columns") : []);
    const keyNames = (constraint ? textsAt(constraint, "child_columns") : []).filter((name) => !times.has(name));
    const columns = objectsAt(table, "columns");
    const name = textAt(table, "full_name") ?? "";
    if (keyNames.length === 0) withoutKey.push(name);
    const column = (key: string): JsonObject => columns.find((each) => textAt(each, "name") === key) ?? {};
    const typeOf = (each: JsonObject): string | undefined => textAt(each, "type_text") ?? textAt(each, "type_name");
    return {
      name,
      keys: Object.fromEntries(keyNames.map((key) => [key, compact<EntityEntry>({ type: typeOf(column(key)), description: textAt(column(key), "comment") })])),
      view: compact<ViewEntry>({
        description: textAt(table, "comment"),
        owner: textAt(table, "owner"),
        entities: keyNames,
        features: Object.fromEntries(columns.flatMap((each) => {
          const feature = textAt(each, "name") ?? "";
          return keyNames.includes(feature) || times.has(feature) ? [] : [[feature, compact<FeatureEntry>({ type: typeOf(each), description: textAt(each, "comment") })]];
        })),
      }),
    };
  });
  return documentOf(tables, withoutKey.length === 0 ? [] : [`no primary key, so no entity: ${withoutKey.join(", ")}`]);
}

/** `aws sagemaker describe-feature-group`. */
export function isSageMaker(json: unknown): boolean {
  return all(json, "FeatureGroups", (item) => textAt(item, "FeatureGroupName") !== undefined && isList(item["FeatureDefinitions"]));
}

export function importSageMaker(json: unknown): Imported {
  const unfinished: string[] = [];
  const tables = itemsOf(json, "FeatureGroups").map((group): Table => {
    const key = textAt(group, "RecordIdentifierFeatureName");
    const time = textAt(group, "EventTimeFeatureName");
    const features = objectsAt(group, "FeatureDefinitions");
    const name = textAt(group, "FeatureGroupName") ?? "";
    if (textAt(group, "NextToken") !== undefined) unfinished.push(name);
    const online = group["OnlineStoreConfig"];
    const keyFeature = features.find((each) => textAt(each, "FeatureName") === key) ?? {};
    return {
      name,
      keys: key === undefined ? {} : { [key]: compact<EntityEntry>({ type: textAt(keyFeature, "FeatureType") }) },
      view: compact<ViewEntry>({
        description: textAt(group, "Description"),
        entities: key === undefined ? [] : [key],
        online: isObject(online) ? flagAt(online, "EnableOnlineStore") : undefined,
        open: unfinished.includes(name) ? true : undefined,
        features: fieldsOf(features.filter((each) => ![key, time].includes(textAt(each, "FeatureName"))), "FeatureName", "FeatureType", undefined),
      }),
    };
  });
  return documentOf(tables, unfinished.length === 0 ? [] : [`there are more features than the answer holds (NextToken), so these are open: ${unfinished.join(", ")}`]);
}

function fieldsOf(features: readonly JsonObject[], name: string, type: string, description: string | undefined): NonNullable<ViewEntry["features"]> {
  return Object.fromEntries(features.map((feature) => [
    textAt(feature, name) ?? "", compact<FeatureEntry>({ type: textAt(feature, type), description: description && textAt(feature, description) }),
  ]));
}

/** A key that several tables have is one entity. */
function documentOf(tables: readonly Table[], notes: readonly string[]): Imported {
  const entities = new Map<string, EntityEntry>();
  for (const { keys } of tables) for (const [name, entry] of Object.entries(keys)) entities.set(name, { ...entry, ...entities.get(name) });
  const document: CatalogueDocument = { views: Object.fromEntries(tables.map(({ name, view }) => [name, view])) };
  return { kind: "catalogue", document: entities.size === 0 ? document : { entities: Object.fromEntries(entities), ...document }, notes };
}

/** One object, a list of them, or an object that holds the list. */
function itemsOf(json: unknown, list: string): readonly JsonObject[] {
  if (isList(json)) return json.filter(isObject);
  if (!isObject(json)) return [];
  return isList(json[list]) ? objectsAt(json, list) : [json];
}

function all(json: unknown, list: string, is: (item: JsonObject) => boolean): boolean {
  const items = itemsOf(json, list);
  const count = isList(json) ? json.length : isObject(json) && isList(json[list]) ? json[list].length : 1;
  return items.length > 0 && items.length === count && items.every(is);
}
