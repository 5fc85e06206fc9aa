/**
 * Featureform's resources, as its dashboard gives them (`/data/features`, `/data/training-sets`): a feature has variants, and code names
 * both, `("avg_price", "v2")`, in SQL `avg_price.v2`. Here the feature is the view and its variants are the view's features.
 */
import { compact } from "./document.ts";
import type { CatalogueDocument, FeatureEntry, Imported, ServiceEntry, ViewEntry } from "./document.ts";
import { isList, isObject, textAt, textsAt } from "./json.ts";
import type { JsonObject } from "./json.ts";

export function isFeatureform(json: unknown): boolean {
  const items = itemsOf(json);
  return items.length > 0 && items.every((item) => textAt(item, "name") !== undefined && isList(item["all-variants"]) && (isObject(item["variants"]) || item["variants"] === null));
}

export function importFeatureform(json: unknown): Imported {
  const views = new Map<string, ViewEntry>();
  const services = new Map<string, ServiceEntry>();
  const entities = new Set<string>();
  const others = new Set<string>();
  for (const item of itemsOf(json)) {
    const variants = isObject(item["variants"]) ? Object.entries(item["variants"]).flatMap(([name, each]) => (isObject(each) ? [[name, each] as const] : [])) : [];
    const name = textAt(item, "name") ?? "";
    const type = textAt(item, "type") ?? "";
    if (/^feature$/iu.test(type)) {
      const keys = [...new Set(variants.flatMap(([, variant]) => textAt(variant, "entity") ?? []))];
      for (const key of keys) entities.add(key);
      const features = Object.fromEntries(variants.map(([variant, about]): [string, FeatureEntry] => [variant, { ...typeOf(about), ...describedOf(about) }]));
      views.set(name, { features, ...(keys.length === 0 ? {} : { entities: keys }) });
    } else if (/^training_?-?set$/iu.test(type)) {
      for (const [variant, about] of variants) services.set(`${name}.${variant}`, { features: referencesOf(about), ...describedOf(about) });
    } else others.add(type === "" ? "resources without a type" : type);
  }
  if (views.size === 0 && services.size === 0) return { kind: "refused", reason: `it holds neither features nor training sets, only ${[...others].join(", ")}` };
  const document: CatalogueDocument = {
    references: "{view}.{feature}",
    ...(entities.size === 0 ? {} : { entities: Object.fromEntries([...entities].map((name) => [name, {}])) }),
    views: Object.fromEntries(views),
    ...(services.size === 0 ? {} : { services: Object.fromEntries(services) }),
  };
  return { kind: "catalogue", document, notes: others.size === 0 ? [] : [`left out: ${[...others].join(", ")}`] };
}

function typeOf(variant: JsonObject): Pick<FeatureEntry, "type"> {
  const type = textAt(variant, "data-type");
  return type === undefined ? {} : { type };
}

function describedOf(variant: JsonObject): Pick<FeatureEntry, "description" | "owner" | "tags"> {
  return compact<Pick<FeatureEntry, "description" | "owner" | "tags">>({
    description: textAt(variant, "description"), owner: textAt(variant, "owner"),
    tags: Object.fromEntries(textsAt(variant, "tags").map((tag) => [tag, ""])),
  });
}

/** A training set's features: by name, a list of variants. */
function referencesOf({ features }: JsonObject): readonly string[] {
  if (!isObject(features)) return [];
  return Object.entries(features).flatMap(([name, variants]) => (isList(variants) ? variants.filter(isObject).flatMap((each) => {
    const variant = textAt(each, "variant") ?? textAt(each, "Variant");
    return variant === undefined ? [] : [`${textAt(each, "name") ?? textAt(each, "Name") ?? name}.${variant}`];
  }) : []));
}

function itemsOf(json: unknown): readonly JsonObject[] {
  if (isList(json)) return json.every(isObject) ? json : [];
  return isObject(json) ? [json] : [];
}
