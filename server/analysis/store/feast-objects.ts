/**
 * From values to the model: which objects a Feast module defines, read off the arguments they were made with.
 *
 * Feast collects what the names of a module hold once it has run (`dir(module)`), and so do we: an object inside a list or a
 * function is not defined. A copy (`view[["a"]]`, `view.with_name("b")`) is the view it was made from.
 *
 *     driver = Entity(name="driver", join_keys=["driver_id"])
 *     stats = FeatureView(name="stats", entities=[driver],
 *                         schema=[Field(name="driver_id", dtype=Int64),      an entity column, as it is a join key
 *                                 Field(name="conv_rate", dtype=Float32)])   a feature
 *     model = FeatureService(name="model", features=[stats[["conv_rate"]]])
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, elements, isNone, madeOf, text, textArgument, textMap, timedeltaSeconds } from "./construction.ts";
import type { Argument } from "./construction.ts";
import type { DefinitionSite, Entity, Field, Service, ServiceFeature, View } from "./model.ts";
import { parseReference } from "./reference.ts";
import { contentOf } from "./written-text.ts";

/** From a place in a module of the repository to its file. */
export type Locate = (place: Place) => DefinitionSite;

export type FeastObject =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "service"; readonly service: UnresolvedService }
  /** An object of Feast that says nothing about features: a source, a project. */
  | { readonly kind: "other" }
  /** A definition whose name is known only at run time, or that differs between branches. */
  | { readonly kind: "unreadable"; readonly what: string; readonly place: Place | undefined };

/** String references in a service are looked up among all views once these are known. */
export interface UnresolvedService extends Omit<Service, "features"> {
  readonly features: readonly (ServiceFeature | { readonly reference: string })[];
}

const viewKinds: ReadonlyMap<string, View["kind"]> = new Map([
  ["FeatureView", "FeatureView"],
  ["BatchFeatureView", "BatchFeatureView"],
  ["StreamFeatureView", "StreamFeatureView"],
  ["OnDemandFeatureView", "OnDemandFeatureView"],
  ["LabelView", "LabelView"],
  ["batch_feature_view", "BatchFeatureView"],
  ["stream_feature_view", "StreamFeatureView"],
  ["on_demand_feature_view", "OnDemandFeatureView"],
]);
const copies = new Set(["__getitem__", "with_name", "with_join_key_map", "with_projection", "__copy__"]);

/** `undefined` for a value that is no object of Feast. */
export function readObject(value: Value, locate: Locate): FeastObject | undefined {
  const { type } = value;
  if (type?.kind !== "instance" || !isFeast(type.name)) return undefined;
  const made = originalOf(value);
  const className = lastStep(type.name);
  if (!made) {
    const isDefinition = viewKinds.has(className) || className === "Entity" || className === "FeatureService";
    return isDefinition ? { kind: "unreadable", what: className, place: undefined } : { kind: "other" };
  }
  const callable = definingCallable(made);
  if (callable === "Entity") {
    const entity = readEntity(made, locate);
    return entity ? { kind: "entity", entity } : { kind: "unreadable", what: "Entity", place: made.place };
  }
  if (callable === "FeatureService") {
    const service = readService(made, locate);
    return service ? { kind: "service", service } : { kind: "unreadable", what: "FeatureService", place: made.place };
  }
  if (!viewKinds.has(callable)) return { kind: "other" };
  const view = readView(made, locate);
  return view ? { kind: "view", view } : { kind: "unreadable", what: viewKinds.get(callable) ?? callable, place: made.place };
}

function isFeast(qualifiedName: string): boolean {
  return qualifiedName === "feast" || qualifiedName.startsWith("feast.");
}

/** How the object was made, through the copies that were taken of it. */
function originalOf(value: Value): Construction | undefined {
  let made = madeOf(value);
  for (let depth = 0; made?.receiver && copies.has(lastStep(made.callable)) && depth < 100; depth++) made = madeOf(made.receiver);
  return made && !copies.has(lastStep(made.callable)) ? made : undefined;
}

/** `FeatureView` for `feast.feature_view.FeatureView`; for a decorated function the decorator's name. */
function definingCallable(made: Construction): string {
  return lastStep(decorator(made)?.callable ?? made.callable);
}

function decorator(made: Construction): Construction | undefined {
  return lastStep(made.callable) === "__call__" && made.receiver ? madeOf(made.receiver) : undefined;
}

function readEntity(made: Construction, locate: Locate): Entity | undefined {
  const given = argument(made, "name", 0);
  const name = given.kind === "given" ? text(given.value) : undefined;
  if (name === undefined || given.kind !== "given") return undefined;
  return { name, joinKey: joinKeyOf(made) ?? name, description: described(made), definition: siteOf(given.value, made.place, locate) };
}

function joinKeyOf(made: Construction): string | undefined {
  const keys = argument(made, "join_keys");
  const first = keys.kind === "given" ? elements(keys.value)?.[0] : undefined;
  return (first && text(first)) ?? textArgument(made, "join_key") ?? textArgument(made, "name", 0);
}

function readView(made: Construction, locate: Locate): View | undefined {
  const settings = decorator(made) ?? made;
  const kind = viewKinds.get(definingCallable(made));
  const named = nameOf(made, settings, locate);
  if (!kind || !named) return undefined;
  const entities = entitiesOf(argument(settings, "entities"));
  const schema = fieldsOf(settings, locate);
  const fields = schema.fields.filter(({ name }) => !entities.joinKeys.has(name));
  const ttl = argument(settings, "ttl");
  const defaultTtl = kind === "FeatureView" || kind === "LabelView" ? 0 : undefined;
  const tags = argument(settings, "tags");
  return {
    kind,
    name: named.name,
    entities: entities.names,
    fields,
    // Feast infers the features of a view that lists none.
    open: !schema.whole || fields.length === 0,
    ttlSeconds: ttl.kind === "given" ? timedeltaSeconds(ttl.value) : ttl.kind === "absent" ? defaultTtl : undefined,
    description: described(settings),
    owner: nonEmpty(textArgument(settings, "owner")),
    tags: tags.kind === "given" ? textMap(tags.value) : new Map(),
    source: sourceOf(settings),
    definition: named.site,
  };
}

function nameOf(made: Construction, settings: Construction, locate: Locate): { name: string; site: DefinitionSite } | undefined {
  const given = argument(settings, "name", settings === made ? 0 : -1);
  if (given.kind === "given" && !isNone(given.value)) {
    const name = text(given.value);
    return name === undefined ? undefined : { name, site: siteOf(given.value, made.place, locate) };
  }
  if (given.kind === "uncertain" || settings === made) return undefined;
  const decorated = made.arguments[0]?.value.type;
  if (decorated?.kind !== "function" || decorated.definition.node.kind === "Lambda") return undefined;
  const { name } = decorated.definition.node;
  return { name: name.name, site: locate({ anchor: decorated.definition.place.anchor, start: name.start, end: name.end }) };
}

/** Entities are objects, in old repositories their names. */
function entitiesOf(given: Argument): { readonly names: readonly string[]; readonly joinKeys: ReadonlySet<string> } {
  const names: string[] = [];
  const joinKeys = new Set<string>();
  for (const each of (given.kind === "given" ? elements(given.value) : undefined) ?? []) {
    const made = madeOf(each);
    const name = made ? textArgument(made, "name", 0) : text(each);
    if (name === undefined) continue;
    names.push(name);
    joinKeys.add((made && joinKeyOf(made)) ?? name);
  }
  return { names, joinKeys };
}

/** `schema=[Field(...)]`, before Feast 0.21 `features=[Feature(...)]`. `whole` when every field is known. */
function fieldsOf(settings: Construction, locate: Locate): { readonly fields: readonly Field[]; readonly whole: boolean } {
  const schema = argument(settings, "schema");
  const given = schema.kind === "absent" ? argument(settings, "features") : schema;
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  if (!listed) return { fields: [], whole: false };
  const fields: Field[] = [];
  for (const each of listed) {
    const made = madeOf(each);
    const field = made && readField(made, locate);
    if (field) fields.push(field);
  }
  return { fields, whole: fields.length === listed.length };
}

function readField(made: Construction, locate: Locate): Field | undefined {
  const className = lastStep(made.callable);
  if (className !== "Field" && className !== "Feature") return undefined;
  const isLegacy = className === "Feature";
  const given = argument(made, "name", isLegacy ? 0 : -1);
  const name = given.kind === "given" ? text(given.value) : undefined;
  if (given.kind !== "given" || name === undefined) return undefined;
  const dtype = argument(made, "dtype", isLegacy ? 1 : -1);
  const tags = argument(made, isLegacy ? "labels" : "tags");
  return {
    name,
    dtype: dtype.kind === "given" ? typeName(dtype.value, dtype.place) : undefined,
    description: described(made),
    tags: tags.kind === "given" ? textMap(tags.value) : new Map(),
    definition: siteOf(given.value, made.place, locate),
  };
}

/** `Float32`, `Array(Int64)`, `ValueType.INT64` -> `INT64`; through names, and as written where nothing better is known. */
function typeName(value: Value, place: Place | undefined): string | undefined {
  if (value.type?.kind === "symbol") return lastStep(value.type.name);
  const made = madeOf(value);
  if (made) {
    const parts = made.arguments.map((each) => typeName(each.value, each.place) ?? "?");
    return parts.length === 0 ? lastStep(made.callable) : `${lastStep(made.callable)}(${parts.join(", ")})`;
  }
  const written = place?.anchor.unit.text.slice(place.start, place.end);
  return written !== undefined && /^[A-Za-z_][\w.]*(\(.*\))?$/s.test(written) ? written.replaceAll(/\s+/g, " ").replaceAll(/(?:\w+\.)+(?=\w)/g, "") : undefined;
}

function sourceOf(settings: Construction): string | undefined {
  for (const name of ["source", "batch_source", "stream_source", "sources"]) {
    const given = argument(settings, name);
    if (given.kind !== "given") continue;
    const names = (elements(given.value) ?? [given.value]).map(sourceName).filter((each) => each !== undefined);
    if (names.length > 0) return names.join(", ");
  }
  return undefined;
}

function sourceName(value: Value): string | undefined {
  const made = originalOf(value);
  if (!made) return undefined;
  const settings = decorator(made) ?? made;
  for (const name of ["name", "path", "table", "table_ref", "query"]) {
    const found = nonEmpty(textArgument(settings, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function readService(made: Construction, locate: Locate): UnresolvedService | undefined {
  const given = argument(made, "name", 0);
  const name = given.kind === "given" ? text(given.value) : undefined;
  if (given.kind !== "given" || name === undefined) return undefined;
  const list = argument(made, "features", 1);
  const listed = list.kind === "given" ? elements(list.value) : undefined;
  const features: UnresolvedService["features"][number][] = [];
  let closed = listed !== undefined;
  for (const each of listed ?? []) {
    const reference = text(each);
    if (reference !== undefined) {
      features.push({ reference });
      continue;
    }
    const selected = selectionOf(each, locate);
    closed &&= selected.closed;
    features.push(...selected.features);
  }
  const definition = siteOf(given.value, made.place, locate);
  return { name, features, closed, description: described(made), definition };
}

/** A view in a service: all of it, or what the last `[[...]]` selects. */
function selectionOf(value: Value, locate: Locate): { readonly features: readonly ServiceFeature[]; readonly closed: boolean } {
  const original = originalOf(value);
  const view = original && viewKinds.has(definingCallable(original)) ? readView(original, locate) : undefined;
  if (!view) return { features: [], closed: false };
  for (let made = madeOf(value); made && made !== original; made = made.receiver && madeOf(made.receiver)) {
    if (lastStep(made.callable) !== "__getitem__") continue;
    const [item] = made.arguments;
    const names = (item && elements(item.value))?.map(text);
    const known = names?.filter((each) => each !== undefined) ?? [];
    return { features: known.map((field) => ({ view: view.name, field })), closed: known.length === names?.length };
  }
  return { features: view.fields.map(({ name }) => ({ view: view.name, field: name })), closed: !view.open };
}

/** Replaces string references (`"view"`, `"view:feature"`) by what they select. */
export function resolveService(service: UnresolvedService, views: readonly View[]): Service {
  const features: ServiceFeature[] = [];
  let { closed } = service;
  for (const each of service.features) {
    if (!("reference" in each)) {
      features.push(each);
      continue;
    }
    const { view: wanted, feature, version } = parseReference(each.reference);
    if (feature) features.push({ view: wanted.name, field: feature.name });
    else {
      const view = views.find(({ name }) => name === wanted.name);
      if (!view || view.open || version !== undefined) closed = false;
      for (const { name } of view?.fields ?? []) features.push({ view: wanted.name, field: name });
    }
  }
  return { ...service, features, closed };
}

/** Where a name is written, when it is written in one piece; else the definition. */
function siteOf(value: Value, fallback: Place, locate: Locate): DefinitionSite {
  const { constant } = value;
  const piece = constant?.kind === "text" && constant.pieces.length === 1 ? constant.pieces[0] : undefined;
  if (piece?.kind !== "literal" || !piece.place) return locate(fallback);
  return locate(contentOf(piece.place, piece.text) ?? piece.place);
}

function described(made: Construction): string | undefined {
  return nonEmpty(textArgument(made, "description"));
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

function lastStep(qualifiedName: string): string {
  return qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1);
}
