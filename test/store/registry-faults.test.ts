/** Registries that are cut off, damaged, lying, or none at all: nothing throws, nothing that is wrong is taken for right. */
import { describe, expect, it } from "vitest";
import { readRegistry } from "../../server/analysis/store/feast-registry.ts";
import type { RegistryReading } from "../../server/analysis/store/feast-registry.ts";
import { SqliteError, openSqlite } from "../../server/analysis/store/sqlite-tables.ts";
import { message, registryBytes } from "./registry-bytes.ts";

function outline(reading: RegistryReading): string {
  if (reading.kind !== "snapshot") return reading.kind;
  const { views, unread } = reading.snapshot;
  return [...views.map(({ name, entities, fields }) => `${name}[${entities.join(" ")}](${fields.map((field) => field.name).join(" ")})`), ...unread.map(() => "unread")].join(" ");
}

const whole = registryBytes({ views: ["stats[driver](conv_rate acc_rate)", "zones[zone](count)"] });

describe("a registry", () => {
  it("is read", () => {
    expect(outline(readRegistry(whole, "drivers"))).toBe("stats[driver](conv_rate acc_rate) zones[zone](count)");
    expect(outline(readRegistry(whole, undefined))).toBe("stats[driver](conv_rate acc_rate) zones[zone](count)");
    expect(readRegistry(whole, "riders")).toEqual({ kind: "other-projects", projects: ["drivers"] });
    const reading = readRegistry(whole, "drivers");
    expect(reading.kind === "snapshot" && reading.snapshot.version).toEqual({ id: "v1", updated: "2026-01-01T00:00:00Z" });
  });

  it("is broken wherever it is cut off", () => {
    for (let length = 0; length < whole.length; length++) expect([length, readRegistry(whole.subarray(0, length), "drivers").kind]).toEqual([length, "broken"]);
  });

  it("that a server sends may lack its projects", () => {
    const bytes = registryBytes({ views: ["stats[driver](a)"], projects: [] });
    expect(readRegistry(bytes, "drivers").kind).toBe("broken");
    expect(outline(readRegistry(bytes, "drivers", "server"))).toBe("stats[driver](a)");
  });

  it("keeps what stands beside a damaged object", () => {
    const damaged = message({ 6: [new Uint8Array([0x0a, 0x7f, 0x01]), new Uint8Array([0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01])] });
    expect(outline(readRegistry(joined(damaged, whole), "drivers"))).toBe("stats[driver](conv_rate acc_rate) zones[zone](count) unread unread");
  });

  it("does not believe lengths", () => {
    for (const lie of [[0x32, 0xff, 0xff, 0xff, 0xff, 0x07], [0x32, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], [0x33], [0x00, 0x00], [0x34]]) {
      expect(readRegistry(joined(whole, new Uint8Array(lie)), "drivers").kind).toBe("broken");
    }
  });

  it("may have anything in it that is not known", () => {
    const unknown = message({ 400: "new", 20: new Uint8Array(100), 401: 7, 6: [message({ 1: message({ 1: "new_view", 2: "drivers", 99: "x", 4: [message({ 1: "f", 2: 999 })] }) })] });
    const reading = readRegistry(joined(whole, unknown), "drivers");
    expect(outline(reading)).toBe("stats[driver](conv_rate acc_rate) zones[zone](count) new_view[](f)");
    expect(reading.kind === "snapshot" && reading.snapshot.views.at(-1)?.fields[0]?.dtype).toBe("999");
  });

  it("survives every changed byte", () => {
    for (let at = 0; at < whole.length; at++) {
      for (const byte of [0, 1, 0x7f, 0x80, 0xff, (whole[at] ?? 0) ^ 4]) {
        const changed = whole.slice();
        changed[at] = byte;
        expect(() => readRegistry(changed, "drivers")).not.toThrow();
      }
    }
  });

  it.each([["text", "project: a\nregistry: b\n"], ["JSON", '{"featureViews": []}'], ["zeros", "\0".repeat(1000)], ["a zip", "PK\u0003\u0004rest of it"]])("is not %s", (_, text) => {
    expect(readRegistry(new TextEncoder().encode(text), "drivers").kind).toBe("broken");
  });
});

describe("a database", () => {
  it("that is none is said so", () => {
    for (const text of ["", "SQLite format 3\0", `SQLite format 3\0${"\0".repeat(200)}`, `SQLite format 3\0${"\u0010".repeat(5000)}`]) {
      expect(() => openSqlite(new TextEncoder().encode(text))).toThrow(SqliteError);
    }
  });
});

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
