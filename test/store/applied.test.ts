/**
 * Both sides of a store against what Feast lists after it applied it: the registry that Feast wrote, and the code that it was applied
 * from, object by object; and the two reconciled, which must then say "applied" of everything.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRegistryCollector, readRegistry } from "../../server/analysis/store/feast-registry.ts";
import type { RegistrySnapshot } from "../../server/analysis/store/feast-registry.ts";
import { canonicalType } from "../../server/analysis/store/feast-types.ts";
import type { Entity, Field, Selection, Service, Source, Store, View } from "../../server/analysis/store/model.ts";
import { parseFeastReference as parseReference } from "../../server/analysis/store/feast-reference.ts";
import { indexStores, resolveReference } from "../../server/analysis/store/resolve.ts";
import { reconcile } from "../../server/analysis/store/reconcile.ts";
import { openSqlite } from "../../server/analysis/store/sqlite-tables.ts";
import { addRows } from "../../server/analysis/store/feast-sql-registry.ts";
import { ask, hasFeast, isSkipped, readStatically, reason, repositories } from "./real-feast.ts";
import { findingsIn } from "./repository-findings.ts";

interface Listed {
  readonly error?: string;
  readonly project: string;
  readonly views: readonly ListedView[];
  readonly entities: readonly { readonly name: string }[];
  readonly services: readonly { readonly name: string }[];
  readonly sources: readonly { readonly name: string }[];
}
type Named = Readonly<Record<string, unknown>> & { readonly name: string };
interface ListedView {
  readonly name: string; readonly kind: string; readonly fields: readonly Named[]; readonly keyFields: readonly { readonly name: string }[]; readonly applied: object;
  readonly source: string | null; readonly transformation: string | null; readonly aggregations: readonly object[];
}

/** Two views of one name: Feast refuses to apply it, and says so. */
const refused = new Set(["scattered"]);
/** All that `feast init` offers, and one that it only ships. */
const templates = [
  "athena", "aws", "cassandra", "couchbase", "gcp", "hazelcast", "hbase", "local", "milvus", "minimal", "postgres", "pytorch_nlp", "rag", "ray", "ray_rag", "snowflake", "spark",
].map((name) => `${name}_template`);
/** Templates with one source that is called after where it lies, or after the project: known at run time only. So many views read it. */
const runtimeNames: ReadonlyMap<string, number> = new Map([["ray_rag_template", 1], ["snowflake_template", 1]]);
const names = [...repositories.map((folder) => basename(folder)), ...templates].filter((name) => !refused.has(name));

if (isSkipped) console.warn(`skipped: Feast's own lists, as ${reason}`);

describe.skipIf(isSkipped)("after feast apply", { timeout: 600_000 }, () => {
  let folder = "";
  let listed: Readonly<Record<string, Listed>> = {};
  /** The same, applied to a database each. */
  let listedInSql: Readonly<Record<string, Listed>> = {};

  beforeAll(() => {
    if (!hasFeast) return;
    folder = mkdtempSync(join(tmpdir(), "applied-"));
    const initialized = join(folder, "templates");
    mkdirSync(initialized);
    const { made, offered } = ask("feast_templates.py", [initialized]) as { readonly made: readonly string[]; readonly offered: readonly string[] };
    expect(made.toSorted()).toEqual(templates.toSorted());
    expect(templates).toEqual(expect.arrayContaining(offered.map((name) => `${name}_template`)));
    const all = [...repositories, ...made.map((name) => join(initialized, name))];
    listed = ask("feast_apply.py", [join(folder, "applied"), ...all]) as typeof listed;
    listedInSql = ask("feast_apply.py", ["--sql", join(folder, "sql"), ...all]) as typeof listed;
  }, 600_000);

  afterAll(() => {
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  const code = (name: string): Store => readStatically(join(folder, "applied", name));

  it("has Feast's refusals only where they are known", () => {
    expect(hasFeast, reason).toBe(true);
    for (const [name, { error }] of Object.entries(listed)) expect([name, error === undefined]).toEqual([name, !refused.has(name)]);
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  const compareAll = (ours: RegistrySnapshot, theirs: Listed | undefined): void => {
    expect(ours.unread).toEqual([]);
    expect(ours.version.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    compare(sorted(ours.views.map(viewOutline)), sorted(theirs?.views ?? []));
    compare(sorted(ours.entities.map(entityOutline)), sorted((theirs?.entities ?? []).map(withTypeName)));
    compare(sorted(ours.services.map(serviceOutline)), sorted(theirs?.services ?? []));
    compare(sorted(ours.sources.map(sourceOutline)), sorted(theirs?.sources ?? []));
  };

  it.each(names)("the registry of %s holds what Feast lists", (name) => {
    const theirs = listed[name];
    const ours = snapshotOf(join(folder, "applied", name), theirs?.project ?? "");
    // A database has no id of its last apply.
    expect(ours.version.id ?? "none").toMatch(name === "warehouse" ? /^none$/ : /^[\da-f-]{36}$/);
    compareAll(ours, theirs);
  });

  it.each(names)("the database of %s holds what Feast lists", (name) => {
    const theirs = listedInSql[name];
    expect(theirs?.error).toBeUndefined();
    const reading = sqlReading(join(folder, "sql", name, "data", "registry.sqlite"), theirs?.project ?? "");
    if (reading.kind !== "snapshot") throw new Error(JSON.stringify(reading));
    compareAll(reading.snapshot, theirs);
  });

  it.each(names)("the code of %s says what Feast lists", (name) => {
    const theirs = listed[name];
    const ours = code(name);
    expect(ours.complete).toBe(true);
    const views = new Map((theirs?.views ?? []).map((view) => [view.name, view]));
    expect(ours.views.map((view) => view.name).sort()).toEqual([...views.keys()].sort());
    for (const view of ours.views) {
      const other = views.get(view.name);
      const outline = viewOutline(view);
      const keys = new Set(view.keyFields.map((field) => field.name));
      // Of a stream view Feast forgets the order, and files a join key that it found itself under the features.
      const isStream = view.kind === "StreamFeatureView";
      const joinKeys = new Set(isStream ? view.entities.map((entity) => ours.entities.find((each) => each.name === entity)?.joinKey ?? "") : []);
      const features = (all: readonly Named[]): readonly Named[] => (isStream ? sorted(all).filter((field) => !joinKeys.has(field.name)) : all);
      expect({
        ...outline,
        // The class of a batch view without a function is not kept; nor are its aggregations.
        kind: view.kind === "BatchFeatureView" && other?.transformation === null ? other.kind : view.kind,
        aggregations: view.kind === "BatchFeatureView" ? [] : outline.aggregations,
        // Of a view without a time to live the registry says 0; the constructor's None is the same.
        ttlSeconds: view.ttlSeconds ?? (view.kind === "OnDemandFeatureView" ? null : 0),
        offline: view.kind === "StreamFeatureView" ? null : outline.offline,
        applied: other?.applied,
        fields: features(view.open ? (other?.fields ?? []) : outline.fields),
        source: runtimeNames.has(name) ? (outline.source ?? other?.source ?? null) : outline.source,
      }, view.name).toEqual({ ...other, fields: features(other?.fields ?? []), keyFields: other?.keyFields.filter((field) => keys.has(field.name)) });
    }
    compare(sorted(ours.entities.map(entityOutline)), sorted((theirs?.entities ?? []).map(withTypeName)));
    expect(sorted(ours.services.map(serviceOutline)).filter((_, index) => sortedServices(ours)[index]?.closed === true)).toEqual(
      sorted(theirs?.services ?? []).filter((_, index) => sortedServices(ours)[index]?.closed === true),
    );
    expect(ours.services.map((each) => each.name).sort()).toEqual((theirs?.services ?? []).map((each) => each.name).sort());
    const sources = new Map((theirs?.sources ?? []).map((source) => [source.name, source]));
    const unnamed = runtimeNames.get(name) ?? 0;
    if (unnamed === 0) expect(ours.sources.map((source) => source.name).sort()).toEqual([...sources.keys()].sort());
    else expect([ours.views.filter((view) => view.source === undefined && view.kind !== "OnDemandFeatureView").length, ours.sources.length]).toEqual([unnamed, sources.size - 1]);
    for (const source of ours.sources) {
      const other = sources.get(source.name) as (ReturnType<typeof sourceOutline> & { readonly location: string | null; readonly batchSource: string | null }) | undefined;
      // A column that Feast found itself.
      const timestampField = source.timestampField ?? other?.timestampField;
      // A path that is made of where the file lies.
      const location = source.location ?? other?.location;
      const batchSource = source.batchSource ?? (unnamed > 0 ? other?.batchSource : undefined) ?? null;
      // Feast forgets the owner of an Oracle source when it writes it.
      const owner = source.kind === "OracleSource" ? "" : source.owner ?? "";
      expect({ ...sourceOutline(source), timestampField, location, batchSource, owner }, source.name).toEqual(other);
    }
  });

  it.each(names)("both of %s agree", (name) => {
    const store = code(name);
    const both = reconcile(store, snapshotOf(join(folder, "applied", name), store.project ?? ""));
    for (const each of [...both.views, ...both.entities, ...both.services, ...both.sources]) {
      expect([each.name, each.standing]).toEqual([each.name, { kind: "applied" }]);
    }
    expect(both.views.every((view) => !view.open)).toBe(true);
  });

  it("finds no reference unknown in any template, but for what Feast's own authors have left", async () => {
    const projects = join(folder, "templates", "projects");
    const found = await Promise.all(readdirSync(projects).map(async (name) => (await findingsIn(join(projects, name))).filter((each) => /(?:unknown-feature|malformed-feature-reference):/.test(each)).map((each) => `${name}: ${each}`)));
    // The script of the Spark template asks for a view and a service that the template does not define.
    const left = found.flat().filter((each) => !/^spark_template: .*"(?:transformed_conv_rate|driver_activity_v1)"/.test(each));
    expect(left).toEqual([]);
    expect(readdirSync(projects).length).toBeGreaterThanOrEqual(15);
  });

  it("accepts and rejects the references that Feast accepts and rejects", () => {
    const asked = Object.fromEntries(names.filter((name) => name !== "warehouse").map((name) => [name, references(code(name), 60)]));
    const verdicts = ask("feast_references.py", [join(folder, "applied")], JSON.stringify(asked)) as Readonly<Record<string, readonly (string | null)[]>>;
    const counts = { accepted: 0, rejected: 0, undecided: 0 };
    for (const [name, all] of Object.entries(asked)) {
      const store = code(name);
      const both = reconcile(store, snapshotOf(join(folder, "applied", name), store.project ?? ""));
      for (const [index, reference] of all.entries()) {
        const theirs = verdicts[name]?.[index] ?? null;
        const ours = { code: judge(reference, store), both: judge(reference, both) };
        // What the code leaves to Feast is undecided; with the registry nothing is left.
        if (ours.code !== "undecided") expect([name, reference, ours.code]).toEqual([name, reference, theirs === null ? "accepted" : "rejected"]);
        if (parseReference(reference).version === undefined) expect([name, reference, ours.both, theirs]).toEqual([name, reference, theirs === null ? "accepted" : "rejected", theirs]);
        counts[ours.both] += 1;
      }
    }
    expect(counts.accepted).toBeGreaterThan(500);
    expect(counts.rejected).toBeGreaterThan(1000);
  });

  it("takes one project out of a registry of two", () => {
    const bytes = readFileSync(join(folder, "applied", "shared", "registry.db"));
    expect(readRegistry(bytes, undefined)).toEqual({ kind: "other-projects", projects: ["lifecycle", "starred"] });
    expect(readRegistry(bytes, "another")).toEqual({ kind: "other-projects", projects: ["lifecycle", "starred"] });
    const own = readRegistry(bytes, "lifecycle");
    expect(own.kind === "snapshot" && own.snapshot.entities.map(({ name, joinKey }) => [name, joinKey])).toEqual([["customer", "customer_key"]]);
  });
});

/** Right references and the slips that people make, the same in every run. */
function references(store: Store, count: number): readonly string[] {
  let state = 1;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const pick = <T>(all: readonly T[]): T | undefined => all[below(all.length)];
  const slip = (name: string): string => {
    const at = below(Math.max(name.length, 1));
    return [name.slice(0, at) + name.slice(at + 1), `${name}s`, name.slice(0, at) + name.slice(at + 1, at + 2) + name.charAt(at) + name.slice(at + 2), name.toUpperCase(), name.replace("_", "-")][below(5)] ?? name;
  };
  return Array.from({ length: count }, (_, index) => {
    const view = pick(store.views);
    const field = pick(view?.fields ?? [])?.name ?? "age";
    const name = view?.name ?? "";
    const right = `${name}:${field}`;
    const other = pick(pick(store.views)?.fields ?? [])?.name ?? "x";
    const forms = [
      right, right, right, right, `${name}@latest:${field}`, `${name}@:${field}`, `${slip(name)}:${field}`, `${name}:${slip(field)}`, `${name}:${slip(field)}`, `${name}:${other}`,
      `${name}.${field}`, `${name}__${field}`, name, field, `${name}:`, `:${field}`, `${name}:*`, `${name}::${field}`, `${name}:${field} `, ` ${right}`, `${name}@version2:${field}`, `${name}@v1:${field}`,
    ];
    return forms[index % forms.length] ?? right;
  });
}

function judge(reference: string, store: Store): "accepted" | "rejected" | "undecided" {
  const resolution = resolveReference(reference, indexStores([store]));
  // Whether versions may be named is a setting of the store, and which exist is known to its registry alone.
  if (resolution.kind === "undecided" || resolution.kind === "view" || parseReference(reference).version !== undefined) return "undecided";
  // A view that is switched off has its features, and Feast gives none of them.
  return resolution.kind === "feature" && resolution.view.enabled !== false ? "accepted" : "rejected";
}

function snapshotOf(repository: string, project: string): RegistrySnapshot {
  const reading = project === "warehouse" ? sqlReading(join(repository, "data", "registry.sqlite"), project) : readRegistry(readFileSync(fileOf(repository)), project);
  if (reading.kind !== "snapshot") throw new Error(`${repository}: ${JSON.stringify(reading)}`);
  return reading.snapshot;
}

function fileOf(repository: string): string {
  const written = /^registry: (\S+)$/m.exec(readFileSync(join(repository, "feature_store.yaml"), "utf8"))?.[1] ?? "data/registry.db";
  return join(repository, written);
}

function sqlReading(path: string, project: string): ReturnType<typeof readRegistry> {
  const collector = createRegistryCollector(project);
  for (const _ of addRows(openSqlite(readFileSync(path)), collector));
  return collector.reading();
}

function viewOutline(view: View): Named & { readonly source: string | null; readonly aggregations: unknown; readonly offline: unknown; readonly mode: unknown; readonly fields: readonly Named[] } {
  const inputs = view.inputs.map((input) =>
    input.kind === "view" ? { kind: "view", ...selectionOutline(input.selection) } : { kind: "request", name: input.name, fields: input.fields.map(fieldOutline) });
  return {
    kind: view.kind, ...described(view), entities: view.entities, fields: view.fields.map(fieldOutline), keyFields: view.keyFields.map(fieldOutline),
    ttlSeconds: view.ttlSeconds ?? null, source: view.kind === "OnDemandFeatureView" ? null : (view.source ?? null), online: view.online ?? null,
    offline: view.offline ?? null, mode: view.mode ?? null, version: view.version ?? null, enabled: view.enabled ?? null,
    inputs: inputs.toSorted((a, b) => inputName(a).localeCompare(inputName(b), "en")),
    aggregations: view.aggregations.map((each) => ({ ...each, windowSeconds: each.windowSeconds ?? null, slideSeconds: each.slideSeconds ?? null, name: each.name ?? null })),
    transformation: view.transformation?.name ?? null,
    labels: view.labels ? { ...view.labels, referenceView: view.labels.referenceView ?? null } : null,
    applied: view.applied && {
      version: view.kind === "LabelView" ? null : (view.applied.version ?? null), versions: view.applied.versions, lifecycle: view.applied.lifecycle ?? null,
      created: view.applied.created ?? null, updated: view.applied.updated ?? null, materializedUntil: view.applied.materializedUntil ?? null,
    },
  };
}

function inputName(input: object): string {
  return "view" in input ? String(input.view) : "name" in input ? String(input.name) : "";
}

function described(each: View | Entity | Service | Source): { readonly name: string; readonly description: string; readonly owner: string; readonly tags: object } {
  return { name: each.name, description: each.description ?? "", owner: each.owner ?? "", tags: Object.fromEntries(each.tags) };
}

function fieldOutline(field: Field): Named {
  return {
    name: field.name, dtype: field.dtype ?? "?", description: field.description ?? "", tags: Object.fromEntries(field.tags),
    vector: field.vector ? { length: field.vector.length ?? null, metric: field.vector.metric ?? null } : null,
  };
}

function entityOutline(entity: Entity): { readonly name: string } {
  return { ...described(entity), joinKey: entity.joinKey, valueType: entity.valueType ?? null } as { readonly name: string };
}

/** Feast says INT64 where a person reads Int64. */
function withTypeName(entity: { readonly name: string; readonly valueType?: string | null }): { readonly name: string } {
  return { ...entity, valueType: typeof entity.valueType === "string" ? canonicalType(entity.valueType) : null } as { readonly name: string };
}

function selectionOutline(selection: Selection): object {
  return {
    view: selection.view, alias: selection.alias ?? null, fields: selection.fields, joinKeyMap: Object.fromEntries(selection.joinKeyMap), version: selection.version ?? null,
  };
}

function serviceOutline(service: Service): { readonly name: string } {
  return { ...described(service), selections: service.selections.map(selectionOutline) } as { readonly name: string };
}

function sourceOutline(source: Source): { readonly name: string; readonly timestampField: string | null } {
  return {
    ...described(source), kind: source.kind, location: source.location ?? null, timestampField: source.timestampField ?? null,
    createdTimestampColumn: source.createdTimestampColumn ?? null, fieldMapping: Object.fromEntries(source.fieldMapping), batchSource: source.batchSource ?? null,
    fields: source.fields.map(fieldOutline),
  } as { readonly name: string; readonly timestampField: string | null };
}

function sortedServices(store: Store): readonly Service[] {
  return sorted(store.services);
}

function sorted<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** One by one, so that a failure names the object. */
function compare(ours: readonly { readonly name: string }[], theirs: readonly { readonly name: string }[]): void {
  expect(ours.map(({ name }) => name)).toEqual(theirs.map(({ name }) => name));
  for (const [index, each] of ours.entries()) expect(each, each.name).toEqual(theirs[index]);
}
