import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../server/analysis/store/model.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { denied, memoryHost, project as workspaceRoot } from "../workspace/memory-host.ts";
import type { MemoryHost } from "../workspace/memory-host.ts";

const yaml = "project: drivers\nregistry: data/registry.db\n";
const entities = 'from feast import Entity\n\ndriver = Entity(name="driver", join_keys=["driver_id"])\n';
const views = `from entities import driver
from feast import FeatureView, Field
from feast.types import Int64

stats = FeatureView(name="stats", entities=[driver], schema=[Field(name="driver_id", dtype=Int64), Field(name="trips", dtype=Int64)])
`;

/** The URI of a file that now holds this text. */
function written(host: MemoryHost, path: string, text: string): string {
  host.set(path, text);
  return `${workspaceRoot}/${path}`;
}

function removed(host: MemoryHost, path: string): string {
  host.remove(path);
  return `${workspaceRoot}/${path}`;
}

/** `stats(trips) open(...)` of every store, in order. */
function outline(catalogue: Catalogue | undefined): string {
  const stores = catalogue?.stores.map((store) => {
    const listed = store.views.map(({ name, fields, open }) => `${name}(${[...fields.map((each) => each.name), ...(open ? ["..."] : [])].join(" ")})`);
    return `${store.project ?? "?"}${store.complete ? "" : "?"}: ${listed.join(" ")}`;
  });
  return stores?.join("; ") ?? "none";
}

function problems(catalogue: Catalogue | undefined): readonly string[] {
  return (catalogue?.stores ?? []).flatMap((store) => store.problems.map(({ uri, message }) => `${uri.slice(workspaceRoot.length + 1)}: ${message}`));
}

describe("the store index", () => {
  it("finds repositories anywhere in the workspace", async () => {
    const host = memoryHost({
      "a/repo/feature_store.yaml": yaml,
      "a/repo/entities.py": entities,
      "a/repo/views.py": views,
      "b/feature_store.yaml": "project: other\nregistry: r\n",
      "b/x.py": views.replaceAll("stats", "others"),
      "node_modules/c/feature_store.yaml": yaml,
      "env/pyvenv.cfg": "",
      "env/lib/feature_store.yaml": yaml,
    });
    const index = createStoreIndex(host, [workspaceRoot]);
    expect(await index.refresh()).toBe(true);
    // `entities` is unknown in b, so nothing is known about join keys; the view itself is.
    expect(outline(index.catalogueFor(`${workspaceRoot}/train.py`))).toMatch(/^drivers: stats\(trips\); other\??: others\(driver_id trips\)$/);
  });

  it("is nothing without a repository", async () => {
    const index = createStoreIndex(memoryHost({ "train.py": "x = 1\n" }), [workspaceRoot]);
    expect(await index.refresh()).toBe(false);
    expect(index.catalogueFor(`${workspaceRoot}/train.py`)).toBeUndefined();
  });

  it("is for documents of its folders, and for those of none", async () => {
    const index = createStoreIndex(memoryHost({ "repo/feature_store.yaml": yaml, "repo/views.py": views }), [workspaceRoot]);
    await index.refresh();
    expect(index.catalogueFor(`${workspaceRoot}/deep/er/train.py`)).toBeDefined();
    expect(index.catalogueFor("untitled:Untitled-1")).toBeDefined();
    expect(index.catalogueFor("file:///elsewhere/train.py")).toBeUndefined();
  });

  it("reads again only what changed", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": entities, "repo/views.py": views });
    const index = createStoreIndex(host, [workspaceRoot]);
    await index.refresh();
    const before = index.catalogueFor(workspaceRoot);
    const readsBefore = host.reads.length;
    const changed = written(host, "repo/entities.py", entities.replace("driver_id", "trips"));
    expect(index.concerns(changed)).toBe(true);
    expect(await index.refresh([changed])).toBe(true);
    expect(host.reads.slice(readsBefore)).toEqual([changed]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("drivers: stats(driver_id)");
    expect(index.catalogueFor(workspaceRoot)?.epoch).toBeGreaterThan(before?.epoch ?? 0);
  });

  it("keeps the catalogue when nothing in it changed", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": entities, "repo/views.py": views });
    const index = createStoreIndex(host, [workspaceRoot]);
    await index.refresh();
    const before = index.catalogueFor(workspaceRoot);
    expect(await index.refresh([written(host, "repo/views.py", `${views}\n# a comment\n`)])).toBe(false);
    expect(await index.refresh()).toBe(false);
    expect(index.catalogueFor(workspaceRoot)).toBe(before);
  });

  it("prefers the text of an open editor", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": entities, "repo/views.py": views });
    const open = new Map<string, string>();
    const index = createStoreIndex(host, [workspaceRoot], { openText: (uri) => open.get(uri) });
    await index.refresh();
    const uri = `${workspaceRoot}/repo/views.py`;
    open.set(uri, views.replace('"trips"', '"rides"'));
    expect(await index.refresh([uri])).toBe(true);
    expect(outline(index.catalogueFor(uri))).toBe("drivers: stats(rides)");
    const definition = index.catalogueFor(uri)?.stores[0]?.views[0]?.fields[0]?.definition;
    expect(index.sourceOf(uri)?.text.slice(definition?.start, definition?.end)).toBe("rides");
    expect(definition?.line).toBe(4);
  });

  it("follows files and repositories that come and go", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": entities });
    const index = createStoreIndex(host, [workspaceRoot]);
    await index.refresh();
    await index.refresh([written(host, "repo/deep/er/views.py", views)]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("drivers: stats(trips)");
    host.remove("repo/deep/er/views.py");
    await index.refresh([`${workspaceRoot}/repo/deep`]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("drivers: ");
    await index.refresh([written(host, "more/feature_store.yaml", "project: more\nregistry: r")]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("more: ; drivers: ");
    await index.refresh([removed(host, "more/feature_store.yaml"), removed(host, "repo/feature_store.yaml")]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("none");
  });

  it("obeys .feastignore, also when it changes", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": entities, "repo/old/views.py": views });
    const index = createStoreIndex(host, [workspaceRoot]);
    await index.refresh();
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("drivers: stats(trips)");
    await index.refresh([written(host, "repo/.feastignore", "old\n")]);
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("drivers: ");
  });

  it("fills in environment variables", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": "project: ${TEAM}_drivers\nregistry: r\n" });
    const index = createStoreIndex(host, [workspaceRoot], { environment: (name) => (name === "TEAM" ? "ops" : undefined) });
    await index.refresh();
    expect(outline(index.catalogueFor(workspaceRoot))).toBe("ops_drivers: ");
  });
});

describe("bad input", () => {
  it("says what it could not read and uses the rest", async () => {
    const host = memoryHost({
      "repo/feature_store.yaml": "project: [drivers\n",
      "repo/entities.py": entities,
      "repo/views.py": views,
      "repo/binary.py": new Uint8Array([0, 1, 2, 255]),
      "repo/latin.py": new Uint8Array([0x78, 0x20, 0x3d, 0x20, 0x22, 0xe9, 0x22]),
      "repo/secret/": denied,
      "repo/broken.py": `${views.replaceAll("stats", "kept")}\nx = FeatureView(name=\n\ndef (:\n`,
    });
    const index = createStoreIndex(host, [workspaceRoot]);
    await index.refresh();
    const catalogue = index.catalogueFor(workspaceRoot);
    expect(outline(catalogue)).toContain("?: ");
    expect(outline(catalogue)).toContain("stats(trips)");
    expect(outline(catalogue)).toContain("kept(trips)");
    const said = problems(catalogue).join("\n");
    expect(said).toContain("repo/binary.py: a binary file: ");
    expect(said).toContain("repo/latin.py: not UTF-8: byte 0xE9");
    expect(said).toContain("repo/feature_store.yaml: not valid YAML");
    expect(said).toContain("repo/broken.py: ");
    expect(said).toContain("repo/secret: cannot read secret: permission denied");
    expect(host.logged).toEqual([]);
  });

  it("says an internal error in one line and keeps the stack for the log", async () => {
    const host = memoryHost({ "repo/feature_store.yaml": "project: ${TEAM}\nregistry: r\n", "repo/entities.py": entities });
    const index = createStoreIndex(host, [workspaceRoot], { environment: () => { throw new ReferenceError("Flow is not defined"); } });
    await index.refresh();
    const said = problems(index.catalogueFor(workspaceRoot));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^repo\/feature_store\.yaml: internal error [^\n]*please report it[^\n]*Flow is not defined$/u);
    expect(host.logged.join()).toContain("store-index.test.ts");
  });

  it("reads the encoding that a file declares", async () => {
    const latin = new Uint8Array([...new TextEncoder().encode("# -*- coding: latin-1 -*-\n# Stra"), 0xdf, ...new TextEncoder().encode(`e\n${entities}`)]);
    const index = createStoreIndex(memoryHost({ "repo/feature_store.yaml": yaml, "repo/entities.py": latin }), [workspaceRoot]);
    await index.refresh();
    expect(index.catalogueFor(workspaceRoot)?.stores[0]?.entities.map(({ name }) => name)).toEqual(["driver"]);
  });

  it("reads ten thousand views", async () => {
    const files: Record<string, string> = { "repo/feature_store.yaml": yaml };
    for (let file = 0; file < 100; file++) {
      const lines = ["from feast import FeatureView, Field", "from feast.types import Int64", ""];
      for (let view = 0; view < 100; view++) {
        const name = `view_${String(file)}_${String(view)}`;
        lines.push(`${name} = FeatureView(name="${name}", schema=[Field(name="a", dtype=Int64), Field(name="b", dtype=Int64)])`);
      }
      files[`repo/views_${String(file)}.py`] = `${lines.join("\n")}\n`;
    }
    const index = createStoreIndex(memoryHost(files), [workspaceRoot]);
    await index.refresh();
    const store = index.catalogueFor(workspaceRoot)?.stores[0];
    expect(store?.views.length).toBe(10_000);
    expect(store?.complete).toBe(true);
    expect(store?.views.every((view) => !view.open && view.fields.length === 2)).toBe(true);
  }, 30_000);
});
