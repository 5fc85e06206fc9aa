/**
 * Feast's SQL registry: one table for each kind of object, one object a row, the same messages as in a registry file.
 *
 *     feature_views    feature_view_name "trips" | project_id "rides" | last_updated_timestamp | feature_view_proto <bytes> | ...
 *
 * The row says the project; the object in it need not.
 */
import type { ObjectKind, RegistryCollector } from "./feast-registry.ts";
import { isoTime } from "./protobuf-message.ts";
import type { SqliteDatabase, SqliteValue } from "./sqlite-tables.ts";

/** Table -> kind and the column with the object. */
const tables: ReadonlyMap<string, { readonly kind: ObjectKind; readonly column: string }> = new Map<string, { kind: ObjectKind; column: string }>([
  ["projects", { kind: "project", column: "project_proto" }],
  ["entities", { kind: "entity", column: "entity_proto" }],
  ["data_sources", { kind: "source", column: "data_source_proto" }],
  ["feature_views", { kind: "view", column: "feature_view_proto" }],
  ["stream_feature_views", { kind: "stream-view", column: "feature_view_proto" }],
  ["on_demand_feature_views", { kind: "on-demand-view", column: "feature_view_proto" }],
  ["label_views", { kind: "label-view", column: "feature_view_proto" }],
  ["feature_services", { kind: "service", column: "feature_service_proto" }],
]);

/** Whether these are tables of a registry. */
export function isSqlRegistry(database: SqliteDatabase): boolean {
  return database.tables.has("feature_views") && database.tables.has("entities");
}

/** Adds every row; yields after each, so that a reader can do something else in between. @throws SqliteError */
export function* addRows(database: SqliteDatabase, collector: RegistryCollector): Generator<undefined, void> {
  let updated = 0;
  for (const [table, { kind, column }] of tables) {
    const columns = database.tables.get(table) ?? [];
    for (const row of database.rows(table)) {
      const value = (name: string): SqliteValue => row[columns.indexOf(name)] ?? null;
      const bytes = value(column);
      const project = value("project_id");
      if (bytes instanceof Uint8Array) collector.add(kind, bytes, typeof project === "string" ? project : undefined);
      const changed = value("last_updated_timestamp");
      if (typeof changed === "number") updated = Math.max(updated, changed);
      yield;
    }
  }
  const columns = database.tables.get("feature_view_version_history") ?? [];
  for (const row of database.rows("feature_view_version_history")) {
    const [view, project, version] = ["feature_view_name", "project_id", "version_number"].map((name) => row[columns.indexOf(name)]);
    if (typeof view === "string" && typeof project === "string" && typeof version === "number") collector.addVersion(view, project, version);
    yield;
  }
  if (updated > 0) collector.setVersion({ id: undefined, updated: isoTime(updated) });
}
