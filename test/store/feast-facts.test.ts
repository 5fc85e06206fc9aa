/** Our tables (messages, enums, names in feature_store.yaml) against the installed Feast, and our verdicts on configurations against Feast's. */
import { describe, expect, it } from "vitest";
import { readFeastConfig } from "../../server/analysis/store/feast-config.ts";
import * as schema from "../../server/analysis/store/feast-schema.ts";
import type { EnumNames, Kind, Shape } from "../../server/analysis/store/feast-schema.ts";
import { authTypes, offlineStores, onlineStores, registryTypes } from "../../server/analysis/store/feast-store-types.ts";
import { ask, hasFeast, isSkipped, reason } from "./real-feast.ts";

interface Facts {
  readonly messages: Readonly<Record<string, Readonly<Record<string, FieldFact>>>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly registryTypes: readonly string[];
  readonly onlineStores: readonly string[];
  readonly offlineStores: readonly string[];
  readonly authTypes: readonly string[];
  readonly verdicts: readonly (string | null)[];
}
interface FieldFact { readonly number: number; readonly type: number; readonly repeated: boolean; readonly message: string | null; readonly enum: string | null }

const names = ["a", "churn_dev", "a-b", "_a", "-a", "A1", "größe", "a b", "a.b", "12", "''", "[a]"];
const registries = [
  "data/registry.db", "s3://b/r.db", "{path: data/registry.db}", "{registry_type: sqlite, path: x}", "{registry_type: file, path: x}",
  "{registry_type: sql, path: 'sqlite:///r.db'}", "{registry_type: remote, path: 'h:1'}", "{registry_type: sequel, path: x}",
];
const stores = [
  "", "online_store: {type: sqlite}", "online_store: {type: rediss}", "online_store: redis", "online_store: null",
  "online_store: {type: my.company.FastOnlineStore}", "offline_store: {type: parquet}", "offline_store: {type: duckdb}", "offline_store: file",
  "auth: {type: no_auth}", "auth: {type: basic}", "auth: {user: x}",
];
const configurations = [
  ...names.map((name) => `project: ${name}\nregistry: r\n`),
  ...registries.map((registry) => `project: a\nregistry: ${registry}\n`),
  ...stores.map((store) => `project: a\nregistry: r\n${store}\n`),
  "registry: r\n", "project: a\n", "project: a\nregistry: r\nunknown_key: 1\n", "project: a-b\nregistry: r\nonline_store: {type: redis}\n",
];

if (isSkipped) console.warn(`skipped: facts of Feast, as ${reason}`);

describe.skipIf(isSkipped)("the installed Feast", { timeout: 120_000 }, () => {
  const facts = hasFeast ? (ask("feast_facts.py", [], JSON.stringify(configurations)) as Facts) : undefined;

  it("is there to be asked", () => {
    expect(hasFeast, reason).toBe(true);
  });

  it("has every part of every message in our table", () => {
    const seen: string[] = [];
    checkShape(schema.registry, "feast.core.Registry", facts, seen);
    checkShape(schema.versionRecord, "feast.core.FeatureViewVersionRecord", facts, seen);
    expect(seen.length).toBeGreaterThan(150);
  });

  it("has our names of types and stores", () => {
    const valueTypes = { ...facts?.enums["ValueType"], 0: "INVALID" };
    expect(valueTypes).toEqual(schema.valueTypes);
    expect([...registryTypes].sort()).toEqual(facts?.registryTypes);
    expect([...onlineStores].sort()).toEqual(facts?.onlineStores);
    expect([...offlineStores].sort()).toEqual(facts?.offlineStores);
    expect([...authTypes].sort()).toEqual(facts?.authTypes);
  });

  it.each(configurations.map((text, index) => [text, index] as const))("judges %j as we do", (text, index) => {
    const theirs = facts?.verdicts[index];
    expect(readFeastConfig(text, () => undefined).problems.length > 0, String(theirs)).toBe(typeof theirs === "string");
  });
});

const text = 9;
const bytes = 12;

/** Every line of a table is so in Feast, and so on inwards. */
function checkShape(shape: Shape, message: string, facts: Facts | undefined, seen: string[]): void {
  const fields = facts?.messages[message];
  expect(fields, message).toBeDefined();
  for (const [name, [number, kind]] of Object.entries(shape)) {
    const at = `${message}.${name}`;
    const fact = fields?.[name];
    expect(fact, at).toBeDefined();
    if (!fact) continue;
    seen.push(at);
    expect(fact.number, at).toBe(number);
    checkKind(kind, fact, at, facts, seen);
  }
}

function checkKind(kind: Kind, fact: FieldFact, at: string, facts: Facts | undefined, seen: string[]): void {
  const isMap = fact.message !== null && facts?.messages[fact.message]?.["key"] !== undefined && fact.repeated;
  switch (kind) {
    case "text": return expect([fact.type, fact.repeated], at).toEqual([text, false]);
    case "texts": return expect([fact.type, fact.repeated], at).toEqual([text, true]);
    case "text bytes": return expect([fact.type, fact.repeated], at).toEqual([bytes, false]);
    case "flag": return expect(fact.type, at).toBe(8);
    case "number":
    case "optional number": return expect([3, 4, 5, 13], at).toContain(fact.type);
    case "duration": return expect(fact.message, at).toBe("google.protobuf.Duration");
    case "time": return expect(fact.message, at).toBe("google.protobuf.Timestamp");
    case "texts by key": return expect(isMap && facts.messages[fact.message]?.["value"]?.type, at).toBe(text);
    default:
  }
  if ("names" in kind) checkEnum(kind.names, facts?.enums[fact.enum ?? ""], at);
  else if ("one" in kind) {
    expect(fact.repeated, at).toBe(false);
    checkShape(kind.one, fact.message ?? "", facts, seen);
  } else if ("many" in kind) {
    expect([fact.repeated, isMap], at).toEqual([true, false]);
    checkShape(kind.many, fact.message ?? "", facts, seen);
  } else {
    expect(isMap, at).toBe(true);
    checkShape(kind.byKey, facts?.messages[fact.message ?? ""]?.["value"]?.message ?? "", facts, seen);
  }
}

/** We may know more numbers than the message's enum, never other names. */
function checkEnum(ours: EnumNames, theirs: Readonly<Record<string, string>> | undefined, at: string): void {
  for (const [number, name] of Object.entries(theirs ?? {})) expect([at, number, ours[Number(number)]]).toEqual([at, number, name]);
}
