/** Stores that are defined in code: which files are read, and what happens when they change. */
import { describe, expect, test } from "vitest";
import { createStoreIndex } from "../../server/store/store-index.ts";
import type { StoreIndex } from "../../server/store/store-index.ts";
import { denied, memoryHost, project } from "../workspace/memory-host.ts";

const uri = (path: string): string => `${project}/${path}`;
const set = (name: string, columns: string): string => `from qwak.feature_store.feature_sets import batch
from qwak.feature_store.feature_sets.transformations import SparkSqlTransformation


@batch.feature_set(name=${name}, key="id", data_sources=["t"])
def features():
    return SparkSqlTransformation("SELECT id, ${columns} FROM t")
`;

function shown(index: StoreIndex): readonly string[] {
  return (index.catalogueFor(uri("x.py"))?.stores ?? []).flatMap(({ kind, views }) => views.map(({ name, fields }) => `${kind} ${name}(${fields.map((each) => each.name).join(" ")})`));
}

describe("stores in code", () => {
  test("stand beside a Feast repository of the same folder, each with its own names", async () => {
    const index = createStoreIndex(memoryHost({
      "feature_store.yaml": "project: p\nregistry: r.db\n",
      "views.py": "from feast import FeatureView, Field, FileSource\nfrom feast.types import Int64\nv = FeatureView(name='risk', schema=[Field(name='a', dtype=Int64)], source=FileSource(path='p'))\n",
      "sets.py": set('"risk"', "b"),
    }), [project]);
    await index.refresh();
    expect(shown(index)).toEqual(["feast risk(a)", "qwak risk(b)"]);
    expect(new Set(index.catalogueFor(uri("x.py"))?.stores.map(({ id }) => id)).size).toBe(2);
  });

  test("follow their files: edited, added, removed, a folder gone, a constant of another module", async () => {
    const host = memoryHost({ "sets/one.py": set("NAME", "a").replace("from", "from sets.names import NAME\nfrom"), "sets/names.py": 'NAME = "one"\n', "model.py": "import qwak\n" });
    const index = createStoreIndex(host, [project]);
    await index.refresh();
    expect(shown(index)).toEqual(["qwak one(a)"]);
    host.set("sets/names.py", 'NAME = "first"\n');
    expect(index.concerns(uri("sets/names.py"))).toBe(true);
    expect(await index.refresh([uri("sets/names.py")])).toBe(true);
    expect(shown(index)).toEqual(["qwak first(a)"]);
    host.set("two.py", set('"two"', "b"));
    expect(await index.refresh([uri("two.py")])).toBe(true);
    expect(shown(index)).toEqual(["qwak first(a)", "qwak two(b)"]);
    host.set("two.py", set('"two"', "b") + "# a remark\n");
    expect(await index.refresh([uri("two.py")])).toBe(false);
    host.remove("two.py");
    expect(await index.refresh([uri("two.py")])).toBe(true);
    expect(shown(index)).toEqual(["qwak first(a)"]);
    host.remove("sets/one.py");
    expect(await index.refresh([uri("sets")])).toBe(true);
    expect(index.catalogueFor(uri("x.py"))).toBeUndefined();
  });

  test("are read as they stand in the editor", async () => {
    const open = new Map<string, string>();
    const index = createStoreIndex(memoryHost({ "one.py": set('"one"', "a") }), [project], { openText: (each) => open.get(each) });
    await index.refresh();
    open.set(uri("one.py"), set('"one"', "a, b AS c"));
    expect(await index.refresh([uri("one.py")])).toBe(true);
    expect(shown(index)).toEqual(["qwak one(a c)"]);
    expect(index.sourceOf(uri("one.py"))?.text).toContain("b AS c");
    open.set(uri("one.py"), "x = (");
    await index.refresh([uri("one.py")]);
    expect(shown(index)).toEqual([]);
  });

  test("notebooks define as scripts do, and their definitions are found in the file", async () => {
    const notebook = (...cells: readonly string[]): string =>
      JSON.stringify({ cells: cells.map((source) => ({ cell_type: "code", source: source.split(/(?<=\n)/), metadata: {}, outputs: [] })), metadata: { language_info: { name: "python" } }, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
    const [imports, definition] = set('"one"', "a").split("\n\n\n");
    const host = memoryHost({ "sets.ipynb": notebook(imports ?? "", "%pip install qwak", definition ?? ""), "broken.ipynb": `{"cells": "${set('"two"', "b")}`, "r.ipynb": notebook(set('"three"', "c")).replace("python", "R") });
    const index = createStoreIndex(host, [project]);
    await index.refresh();
    expect(shown(index)).toEqual(["qwak one(a)"]);
    const definitionSite = index.catalogueFor(uri("x.py"))?.stores[0]?.views[0]?.definition;
    expect(definitionSite).toMatchObject({ uri: uri("sets.ipynb"), cell: undefined, spelling: "computed" });
    expect(index.sourceOf(uri("sets.ipynb"))?.text.slice(definitionSite?.start, definitionSite?.end)).toBe("one");
    expect(index.concerns(uri("sets.ipynb"))).toBe(true);
    host.set("sets.ipynb", notebook(set('"first"', "a")));
    expect(await index.refresh([uri("sets.ipynb")])).toBe(true);
    expect(shown(index)).toEqual(["qwak first(a)"]);
  });

  test("a half-written or unreadable file costs only itself", async () => {
    const index = createStoreIndex(memoryHost({ "one.py": set('"one"', "a"), "two.py": set('"two"', "b").slice(0, -20), "three.py": denied, "four.py": new Uint8Array([0xff, 0xfe, 0]) }), [project]);
    await index.refresh();
    expect(shown(index)[0]).toBe("qwak one(a)");
  });

  test("a file that cannot define anything is no concern when it is edited", async () => {
    const open = new Map([[uri("train.py"), "import qwak\nfrom qwak.feature_store.offline import OfflineClientV2\n"]]);
    const index = createStoreIndex(memoryHost({ "one.py": set('"one"', "a"), "train.py": open.get(uri("train.py")) ?? "" }), [project], { openText: (each) => open.get(each) });
    await index.refresh();
    expect([index.concerns(uri("one.py")), index.concerns(uri("train.py")), index.concerns("file:///elsewhere/one.py"), index.concerns(uri("notes.txt"))]).toEqual([true, false, false, false]);
  });

  test("a view whose name is known only at run time leaves the store open", async () => {
    const index = createStoreIndex(memoryHost({ "one.py": `import sys\n${set("sys.argv[1]", "a")}` }), [project]);
    await index.refresh();
    expect(index.catalogueFor(uri("x.py"))?.stores).toMatchObject([{ views: [], complete: false, limits: [{ message: "the name of this feature set is known only at run time" }] }]);
  });
});
