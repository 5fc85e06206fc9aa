/**
 * Our reading of a repository against Feast's own: Feast imports the fixtures the way `feast apply` does and says what it
 * collected; we read the same files without running them. Needs a Python with Feast: SEAWORTHY_PYTHON, or the provisioned one.
 */
import { readFileSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { View } from "../../server/analysis/store/model.ts";
import { ask, hasFeast, isSkipped, readStatically, reason, repositories as folders } from "./real-feast.ts";

/** What a static reading cannot follow; everything else must be read whole. */
const incomplete = new Set(["scattered"]);

interface OracleField { readonly name: string; readonly dtype: string; readonly description: string; readonly tags: Readonly<Record<string, string>> }
interface OracleView {
  readonly kind: View["kind"]; readonly name: string; readonly entities: readonly string[]; readonly fields: readonly OracleField[];
  readonly ttlSeconds: number | null; readonly description: string; readonly owner: string; readonly tags: Readonly<Record<string, string>>;
}
interface OracleRepository {
  readonly error?: string;
  readonly views: readonly OracleView[];
  readonly entities: readonly { readonly name: string; readonly joinKey: string; readonly description: string }[];
  readonly services: readonly {
    readonly name: string; readonly description: string; readonly references: readonly string[];
    readonly projections: readonly { readonly view: string; readonly fields: readonly string[]; readonly desired: readonly string[] }[];
  }[];
}

if (isSkipped) console.warn(`skipped: the Feast oracle, as ${reason}`);

describe.skipIf(isSkipped)("Feast itself", { timeout: 120_000 }, () => {
  const answers = hasFeast ? (ask("feast_oracle.py", folders) as Readonly<Record<string, OracleRepository>>) : {};

  it("is there to be asked", () => {
    expect(hasFeast, reason).toBe(true);
  });

  it.each(folders.map((folder) => [folder.split(sep).slice(-1)[0] ?? "", folder]))("collects the same from %s", (name, folder) => {
    const oracle = answers[folder];
    expect(oracle?.error).toBeUndefined();
    if (!oracle) return;
    const store = readStatically(folder);
    expect(store.complete).toBe(!incomplete.has(name));

    const known = distinct(oracle.views, (view) => view.name);
    const views = new Map(store.views.map((view) => [view.name, view]));
    if (store.complete) expect([...views.keys()].sort()).toEqual(known.map((view) => view.name).sort());
    for (const view of store.views) {
      const theirs = known.find((each) => each.name === view.name);
      expect(theirs, view.name).toBeDefined();
      if (!theirs) continue;
      // Feast infers what a view leaves out from its source when it is applied.
      expect(view.open, view.name).toBe(theirs.fields.length === 0);
      expect(outline(view), view.name).toEqual({ ...theirs, fields: view.open ? [] : theirs.fields });
    }
    expect(store.entities.map(({ name, joinKey, description }) => ({ name, joinKey, description: description ?? "" })).sort(byName)).toEqual(
      [...oracle.entities].sort(byName),
    );
    const selections = new Map(store.services.map((service) => [service.name, service]));
    expect([...selections.keys()].sort()).toEqual(oracle.services.map((service) => service.name).sort());
    for (const theirs of oracle.services) {
      const ours = selections.get(theirs.name);
      expect(ours?.description ?? "").toBe(theirs.description);
      const selected = theirs.projections.flatMap(({ view, fields, desired }) => [...new Set([...desired, ...fields])].map((field) => `${view}:${field}`));
      const isOpen = theirs.projections.some(({ fields, desired }) => fields.length === 0 && desired.length === 0);
      expect(ours?.closed, theirs.name).toBe(!isOpen);
      const references = theirs.references.flatMap((reference) => {
        if (reference.includes(":")) return [reference];
        return known.find((view) => view.name === reference)?.fields.map((field) => `${reference}:${field.name}`) ?? [];
      });
      const expected = [...selected, ...references];
      expect(ours?.features.map(({ view, field }) => `${view}:${field}`).sort(), theirs.name).toEqual(expected.sort());
    }
  });

  it("reads every definition's name where it is written", () => {
    for (const folder of folders) {
      const store = readStatically(folder);
      for (const { name, definition } of [...store.views, ...store.entities, ...store.services]) {
        expect(definition, name).toBeDefined();
        if (!definition) continue;
        const text = readFileSync(fileURLToPath(definition.uri), "utf8");
        const written = text.slice(definition.start, definition.end);
        // A name that is put together from parts is shown at its definition.
        expect(written === name || /^\w[\w.]*\(|^f?["']/.test(written), `${name} at ${written}`).toBe(true);
        expect(text.slice(0, definition.start).split("\n").length - 1).toBe(definition.line);
      }
    }
  });
});

function outline(view: View): OracleView {
  return {
    kind: view.kind, name: view.name, entities: view.entities,
    fields: view.open ? [] : view.fields.map(({ name, dtype, description, tags }) => ({ name, dtype: dtype ?? "?", description: description ?? "", tags: Object.fromEntries(tags) })),
    ttlSeconds: view.ttlSeconds ?? null, description: view.description ?? "", owner: view.owner ?? "", tags: Object.fromEntries(view.tags),
  };
}

function distinct<T>(all: readonly T[], key: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [key(each), each])).values()];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
