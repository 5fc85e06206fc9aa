/**
 * Code and registry brought together: one store whose objects say who knows them.
 *
 *     code       stats(conv_rate Float64, acc_rate)      users, without a schema
 *     registry   stats(conv_rate Float32, acc_rate)      users(age, country)          old(x)
 *
 *     stats    differs: fields.conv_rate.dtype   code Float64, registry Float32
 *     users    applied; its features, which Feast found in the source, come from the registry
 *     old      only in the registry
 *
 * The code's word stands where both know something, as the next apply makes it true. What the code leaves to Feast or to run time
 * is unknown there, and is no difference. A view that the code leaves open is closed by the registry when it was applied.
 */
import { canonicalType } from "./feast-types.ts";
import type { RegistrySnapshot } from "./feast-registry.ts";
import type { Defined, Difference, Entity, Field, Selection, Service, Source, Standing, Store, View } from "./model.ts";

export function reconcile(code: Store, registry: RegistrySnapshot): Store {
  const joinKeys = new Map([...registry.entities, ...code.entities].map(({ name, joinKey }) => [name, joinKey]));
  return {
    ...code,
    project: code.project ?? registry.project,
    views: joined(code.views, registry.views, (view, other) => reconcileView(view, other, joinKeys)),
    entities: joined(code.entities, registry.entities, reconcileEntity),
    services: joined(code.services, registry.services, reconcileService),
    sources: joined(code.sources, registry.sources.map(inCodeIf(unnamedSources(code, registry))), reconcileSource),
    registry: registry.version,
  };
}

/** Sources of views that stand in the code, where what they are called is known at run time only: `path=str(Path(__file__).parent / "x.parquet")`. */
function unnamedSources(code: Store, registry: RegistrySnapshot): ReadonlySet<string> {
  const applied = new Map(registry.views.map((view) => [view.name, view.source]));
  return new Set(code.views.flatMap(({ name, source }) => (source === undefined ? (applied.get(name) ?? []) : [])));
}

function inCodeIf(names: ReadonlySet<string>): (source: Source) => Source {
  return (source) => (names.has(source.name) ? { ...source, standing: { kind: "applied" } } : source);
}

/** Every object of the code, then those that only the registry has. Two definitions of one name are both compared with it. */
function joined<T extends Defined>(code: readonly T[], registry: readonly T[], both: (code: T, registry: T) => T): readonly T[] {
  const applied = new Map(registry.map((each) => [each.name, each]));
  const result: T[] = [];
  const names = new Set<string>();
  for (const each of code) {
    const other = applied.get(each.name);
    names.add(each.name);
    result.push(other ? both(each, other) : { ...each, standing: { kind: "not-applied" } });
  }
  for (const each of registry) if (!names.has(each.name)) result.push(each);
  return result;
}

function reconcileView(code: View, registry: View, joinKeys: ReadonlyMap<string, string>): View {
  // Feast files a join key that it found itself under the features of a stream view.
  const keys = new Set(code.entities.map((name) => joinKeys.get(name)));
  const features = registry.fields.filter(({ name }) => !keys.has(name) || code.fields.some((field) => field.name === name));
  const differences = [
    ...describedDifferences(code, registry),
    ...part("kind", isSameKind(code, registry) ? registry.kind : code.kind, registry.kind),
    ...(code.unlisted.includes("entities") ? [] : part("entities", code.entities.join(", "), registry.entities.join(", "))),
    ...fieldDifferences("fields", code.fields, features, !code.open),
    // Columns with a join key that the schema leaves out are found in the source.
    ...fieldDifferences("keyFields", code.keyFields, registry.keyFields, false),
    ...part("ttlSeconds", code.ttlSeconds, registry.ttlSeconds),
    // An on-demand view's sources come without an order.
    ...(code.kind === "OnDemandFeatureView" ? [] : part("source", code.source, registry.source)),
    ...part("online", code.online, registry.online),
    ...part("offline", code.offline, registry.offline),
    ...part("version", code.version?.toLowerCase(), registry.version?.toLowerCase()),
    ...part("enabled", code.enabled, registry.enabled),
    ...part("labels.labelerField", code.labels?.labelerField, registry.labels?.labelerField),
    ...part("labels.conflictPolicy", code.labels?.conflictPolicy, registry.labels?.conflictPolicy),
    ...part("labels.referenceView", code.labels?.referenceView, registry.labels?.referenceView),
    ...inputDifferences(code, registry),
  ];
  const inferred = code.open ? features.filter((field) => !code.fields.some(({ name }) => name === field.name)) : [];
  const keyFields = registry.keyFields.filter((field) => !code.keyFields.some(({ name }) => name === field.name));
  return {
    ...code,
    fields: [...code.fields, ...inferred],
    keyFields: [...code.keyFields, ...keyFields],
    source: code.source ?? registry.source,
    open: false,
    applied: registry.applied,
    standing: standingOf(differences),
  };
}

/** A batch view without a function comes back from the registry as a plain one. */
function isSameKind(code: View, registry: View): boolean {
  const isPlain = (kind: View["kind"]): boolean => kind === "FeatureView" || kind === "BatchFeatureView";
  return code.kind === registry.kind || (isPlain(code.kind) && isPlain(registry.kind));
}

function inputDifferences(code: View, registry: View): readonly Difference[] {
  if (code.kind !== "OnDemandFeatureView") return [];
  const isClosed = !code.unlisted.includes("inputs") && code.inputs.every((input) => (input.kind === "view" ? input.selection.closed : input.closed));
  const describe = (view: View): string =>
    view.inputs.map((input) => (input.kind === "view" ? selectionText(input.selection) : `${input.name}[${input.fields.map(({ name }) => name).join(", ")}]`)).toSorted().join("; ");
  return isClosed ? part("inputs", describe(code), describe(registry)) : [];
}

function reconcileEntity(code: Entity, registry: Entity): Entity {
  const differences = [
    ...describedDifferences(code, registry),
    ...part("joinKey", code.joinKey, registry.joinKey),
    ...part("valueType", code.valueType, registry.valueType),
  ];
  return { ...code, valueType: code.valueType ?? registry.valueType, standing: standingOf(differences) };
}

/** What Feast 0.67 does not write for these sources: the registry will never have it. */
const unwritten: ReadonlyMap<string, readonly string[]> = new Map([
  ["MsSqlServerSource", ["description", "owner", "tags"]], ["OracleSource", ["description", "owner", "tags"]], ["AthenaSource", ["owner"]],
]);

function reconcileSource(code: Source, registry: Source): Source {
  const lost = unwritten.get(code.kind) ?? [];
  const differences = [
    ...describedDifferences(code, registry).filter(({ part: name }) => !lost.includes(name.replace(/\..*/su, ""))),
    ...part("kind", code.kind, registry.kind),
    ...part("location", code.location, registry.location),
    ...part("timestampField", code.timestampField, registry.timestampField),
    ...part("batchSource", code.batchSource, registry.batchSource),
    ...fieldDifferences("fields", code.fields, registry.fields, false),
  ];
  return { ...code, timestampField: code.timestampField ?? registry.timestampField, standing: standingOf(differences) };
}

function reconcileService(code: Service, registry: Service): Service {
  const differences = [...describedDifferences(code, registry)];
  if (code.closed) {
    const describe = (service: Service): string => service.selections.map(selectionText).join("; ");
    differences.push(...part("selections", describe(code), describe(registry)));
  }
  const { features, selections } = code.closed ? code : registry;
  return { ...code, features, selections, closed: true, standing: standingOf(differences) };
}

/** `weather[degrees, wind] as start {place_id: start_id}` */
function selectionText({ view, alias, fields, joinKeyMap, version }: Selection): string {
  const map = [...joinKeyMap].map(([key, column]) => `${key}: ${column}`).join(", ");
  return `${view}${version === undefined ? "" : `@v${String(version)}`}[${fields.toSorted().join(", ")}]${alias === undefined ? "" : ` as ${alias}`}${map === "" ? "" : ` {${map}}`}`;
}

function describedDifferences(code: Defined, registry: Defined): readonly Difference[] {
  return [
    ...part("description", code.description, registry.description ?? ""),
    ...part("owner", code.owner, registry.owner ?? ""),
    ...tagDifferences("tags", code.tags, registry.tags),
  ];
}

/** Of the tags that are known in the code: others may be such as it computes. */
function tagDifferences(name: string, code: ReadonlyMap<string, string>, registry: ReadonlyMap<string, string>): readonly Difference[] {
  return [...code].flatMap(([key, value]) => (registry.get(key) === value ? [] : [{ part: `${name}.${key}`, code: value, registry: registry.get(key) }]));
}

/** `whole`: a field that the code lacks is a difference. */
function fieldDifferences(name: string, code: readonly Field[], registry: readonly Field[], whole: boolean): readonly Difference[] {
  const applied = new Map(registry.map((field) => [field.name, field]));
  const result: Difference[] = [];
  for (const field of code) {
    const other = applied.get(field.name);
    const at = `${name}.${field.name}`;
    if (!other) {
      // A column that was taken for a join key since, or the other way round, shows in the entities.
      result.push({ part: at, code: field.dtype ?? "?", registry: undefined });
      continue;
    }
    result.push(
      ...part(`${at}.dtype`, typeOf(field), typeOf(other)),
      ...part(`${at}.description`, field.description, other.description ?? ""),
      ...tagDifferences(`${at}.tags`, field.tags, other.tags),
    );
  }
  if (!whole) return result;
  const names = new Set(code.map((field) => field.name));
  for (const field of registry) if (!names.has(field.name)) result.push({ part: `${name}.${field.name}`, code: undefined, registry: field.dtype ?? "?" });
  return result;
}

/** `undefined` where the code's type is not known whole. */
function typeOf({ dtype }: Field): string | undefined {
  return dtype === undefined || dtype.includes("?") ? undefined : canonicalType(dtype);
}

/** A difference unless one side knows nothing. */
function part(name: string, code: string | number | boolean | undefined, registry: string | number | boolean | undefined): readonly Difference[] {
  if (code === undefined || registry === undefined || code === registry) return [];
  return [{ part: name, code: String(code), registry: String(registry) }];
}

function standingOf(differences: readonly Difference[]): Standing {
  return differences.length === 0 ? { kind: "applied" } : { kind: "differs", differences };
}
