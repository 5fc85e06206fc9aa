/** Settings that the environment names, or that Feast is given with -f: the same that Feast would use. */
import { describe, expect, it } from "vitest";
import { createStoreIndex } from "../../server/store/store-index.ts";
import type { StoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project as root } from "../workspace/memory-host.ts";
import { registryBytes } from "./registry-bytes.ts";

const definitions = 'from feast import Entity\n\ndriver = Entity(name="driver", join_keys=["driver_id"])\n';
const settings = (project: string, registry = "data/registry.db"): string => `project: ${project}\nregistry: ${registry}\n`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const repository = { "repo/feature_store.yaml": settings("usual"), "repo/definitions.py": definitions };

async function indexed(files: Readonly<Record<string, string | Uint8Array>>, variables: Readonly<Record<string, string>>, trusted = true): Promise<StoreIndex> {
  const index = createStoreIndex(memoryHost(files), [root], { trusted, environment: (name) => variables[name] });
  await index.refresh();
  return index;
}

/** `folder: project entities; ...` */
function outline(index: StoreIndex): string {
  const stores = index.catalogueFor(`${root}/train.py`)?.stores ?? [];
  return stores.map((store) => `${store.root.slice(root.length + 1)}: ${store.project ?? "?"} ${store.entities.map(({ name }) => name).join(" ")}${store.complete ? "" : " ..."}`).join("; ");
}

describe("FEAST_FS_YAML_FILE_PATH", () => {
  it.each([
    ["a file beside the usual one", { ...repository, "repo/prod.yaml": settings("prod") }, "repo/prod.yaml", "repo: prod driver"],
    ["relative to the repository", { ...repository, "repo/prod.yaml": settings("prod") }, "prod.yaml", "repo: prod driver"],
    ["elsewhere in the workspace, of the only repository", { ...repository, "deploy/prod.yaml": settings("prod") }, "deploy/prod.yaml", "repo: prod driver"],
    ["outside of the workspace", { ...repository, "/etc/feast/prod.yaml": settings("prod") }, "/etc/feast/prod.yaml", "repo: prod driver"],
    ["a file that is not there", repository, "/etc/feast/prod.yaml", "repo: usual driver"],
    ["no name", repository, "", "repo: usual driver"],
    ["the only settings there are", { "repo/prod.yaml": settings("prod"), "repo/definitions.py": definitions }, "repo/prod.yaml", "repo: prod driver"],
    ["no repository at all", { "train.py": "", "/etc/feast/prod.yaml": settings("prod") }, "/etc/feast/prod.yaml", ": prod  ..."],
    ["two repositories, and a file of neither", { ...repository, "b/feature_store.yaml": settings("b"), "b/x.py": definitions, "deploy/prod.yaml": settings("prod") }, "deploy/prod.yaml", "b: b driver; repo: usual driver"],
  ])("%s", async (_, files, path, expected) => {
    expect(outline(await indexed(files, { FEAST_FS_YAML_FILE_PATH: path }))).toBe(expected);
  });

  it("names settings that the user chose, also where the workspace is not trusted; a registry outside of it stays closed", async () => {
    const files = { ...repository, "/etc/feast/prod.yaml": settings("drivers", "/srv/registry.db"), "/srv/registry.db": registryBytes({ views: ["stats[driver](a)"] }) };
    const index = await indexed(files, { FEAST_FS_YAML_FILE_PATH: "/etc/feast/prod.yaml" }, false);
    expect(outline(index)).toBe("repo: drivers driver");
    expect(index.registries().get(`${root}/repo`)?.status.kind).toBe("off");
    await index.permit({ trusted: true });
    expect(index.registries().get(`${root}/repo`)?.status.kind).toBe("current");
  });

  it("says where the registry is, as seen from the repository, and what is wrong with it", async () => {
    const files = { ...repository, "deploy/prod.yaml": settings("drivers", "data/prod.db"), "repo/data/prod.db": registryBytes({ views: ["stats[driver](a)"] }) };
    const index = await indexed(files, { FEAST_FS_YAML_FILE_PATH: "deploy/prod.yaml" });
    expect(index.catalogueFor(root)?.stores[0]?.views.map(({ name }) => name)).toEqual(["stats"]);
    expect(index.registries().get(`${root}/repo`)).toMatchObject({ file: `${root}/repo/data/prod.db`, config: `${root}/deploy/prod.yaml`, status: { kind: "current" } });
    const broken = await indexed({ ...repository, "deploy/prod.yaml": "registry: r\n" }, { FEAST_FS_YAML_FILE_PATH: "deploy/prod.yaml" });
    expect(broken.catalogueFor(root)?.stores[0]?.problems).toEqual([{ uri: `${root}/deploy/prod.yaml`, start: 0, end: 0, message: "`project` is missing" }]);
  });
});

describe("FEATURE_STORE_YAML_BASE64", () => {
  const remote = settings("prod", "/srv/registry.db");
  it("is for a workspace without a repository: what the registry has is known", async () => {
    const index = await indexed({ "train.py": "", "/srv/registry.db": registryBytes({ projects: ["prod"], project: "prod", views: ["stats[driver](a)"] }) }, { FEATURE_STORE_YAML_BASE64: base64(remote) });
    expect(index.catalogueFor(root)?.stores.map(({ project, views }) => [project, views.map(({ name }) => name)])).toEqual([["prod", ["stats"]]]);
  });

  it.each([
    ["a repository's own settings are what its code uses", repository, base64(remote), "repo: usual driver"],
    ["what is no base64 is nothing", { "train.py": "" }, "%%%", ""],
    ["a relative path leads nowhere", { "train.py": "", "data/registry.db": registryBytes({ views: ["stats[driver](a)"] }) }, base64(settings("drivers")), ": drivers  ..."],
    ["mistakes in it have no place", { "train.py": "" }, base64("registry: r\n"), ": ?  ..."],
  ])("%s", async (_, files, variable, expected) => {
    const index = await indexed(files, { FEATURE_STORE_YAML_BASE64: variable });
    expect(outline(index)).toBe(expected);
    expect(index.catalogueFor(root)?.stores.flatMap(({ problems }) => problems) ?? []).toEqual([]);
  });
});

describe("settings of another name", () => {
  const two = { "repo/feature_store_dev.yaml": settings("dev"), "repo/feature_store.prod.yml": settings("prod"), "repo/definitions.py": definitions };
  it.each([
    ["one", { "repo/feature_store_prod.yaml": settings("prod"), "repo/definitions.py": definitions }, "repo: prod driver"],
    ["several: which one is not known", two, "repo: ? driver"],
    ["beside the usual one", { ...two, ...repository }, "repo: usual driver"],
    ["of something else", { "repo/feature_store_columns.yaml": "columns: [a]\n", "repo/definitions.py": definitions }, ""],
  ])("%s", async (_, files, expected) => {
    expect(outline(await indexed(files, {}))).toBe(expected);
  });

  it("are followed when they change", async () => {
    const host = memoryHost({ "repo/feature_store_prod.yaml": settings("prod"), "repo/definitions.py": definitions });
    const index = createStoreIndex(host, [root], { environment: () => undefined });
    await index.refresh();
    host.set("repo/feature_store_prod.yaml", settings("production"));
    const uri = `${root}/repo/feature_store_prod.yaml`;
    expect(index.concerns(uri)).toBe(true);
    expect(await index.refresh([uri])).toBe(true);
    expect(outline(index)).toBe("repo: production driver");
    host.set("repo/feature_store.yaml", settings("usual"));
    expect(index.concerns(`${root}/repo/feature_store.yaml`) && (await index.refresh([`${root}/repo/feature_store.yaml`]))).toBe(true);
    expect(outline(index)).toBe("repo: usual driver");
  });
});
