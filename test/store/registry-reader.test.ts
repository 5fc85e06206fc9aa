/** Registries through a host: files that change while they are read, and leave to read anything else. */
import { describe, expect, it } from "vitest";
import type { RegistrySetting } from "../../server/analysis/store/feast-config.ts";
import type { Host } from "../../server/host.ts";
import { createRegistryReader } from "../../server/store/registry-reader.ts";
import type { RegistryPermissions } from "../../server/store/registry-reader.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project as root } from "../workspace/memory-host.ts";
import { answerOf, registryBytes } from "./registry-bytes.ts";

const at = { start: 0, end: 0 };
const file: RegistrySetting = { kind: "file", path: "data/registry.db", cacheSeconds: 600, at };
const closed: RegistryPermissions = { roots: [root], trusted: false, network: false };
const first = registryBytes({ version: "v1", views: ["stats[driver](a)"] });
const second = registryBytes({ version: "v2", views: ["stats[driver](a b)"] });

describe("a registry file", () => {
  it("is read once, until it changes", async () => {
    const host = memoryHost({ "data/registry.db": first });
    const reader = createRegistryReader(host, closed);
    const before = await reader.read(root, file, "drivers");
    expect(before.status).toEqual({ kind: "current" });
    expect(await reader.read(root, file, "drivers")).toBe(before);
    expect(host.reads.length).toBe(1);
    host.set("data/registry.db", second);
    expect((await reader.read(root, file, "drivers")).snapshot?.version.id).toBe("v2");
    host.remove("data/registry.db");
    expect(await reader.read(root, file, "drivers")).toEqual({ status: { kind: "missing" }, snapshot: undefined });
  });

  it("that is half-written keeps the last good snapshot, and says so", async () => {
    const host = memoryHost({ "data/registry.db": first });
    const reader = createRegistryReader(host, closed);
    await reader.read(root, file, "drivers");
    for (const length of [0, 1, Math.floor(second.length / 2), second.length - 1]) {
      host.set("data/registry.db", second.slice(0, length));
      const state = await reader.read(root, file, "drivers");
      expect([length, state.status.kind, state.snapshot?.version.id]).toEqual([length, "stale", "v1"]);
    }
    host.set("data/registry.db", second);
    const after = await reader.read(root, file, "drivers");
    expect([after.status.kind, after.snapshot?.version.id]).toEqual(["current", "v2"]);
  });

  it("is read again when apply finishes while it is looked at", async () => {
    const memory = memoryHost({ "data/registry.db": second.slice(0, 40) });
    let stats = 0;
    const host: Host = {
      ...memory,
      stat: (uri) => {
        stats += 1;
        if (stats === 8) memory.set("data/registry.db", second);
        return memory.stat(uri);
      },
    };
    const state = await createRegistryReader(host, closed).read(root, file, "drivers");
    expect([state.status.kind, state.snapshot?.version.id]).toEqual(["current", "v2"]);
  });

  it("of other projects, of none, or of no kind at all is said in one line", async () => {
    const said = async (bytes: Uint8Array, project: string | undefined): Promise<string> => {
      const { status } = await createRegistryReader(memoryHost({ "data/registry.db": bytes }), closed).read(root, file, project);
      return "reason" in status ? status.reason : status.kind;
    };
    expect(await said(first, "riders")).toBe("it holds other projects only: drivers");
    expect(await said(registryBytes({ projects: ["a", "b"] }), undefined)).toMatch(/^it holds several projects \(a, b\)/);
    expect(await said(new TextEncoder().encode("project: a\n"), "a")).toMatch(/^it ends, or is damaged/);
    expect(await said(new Uint8Array(), "a")).toBe("it is empty");
  });

  it("is not read outside of a workspace that is not trusted, nor from another machine", async () => {
    const host = memoryHost({ "/srv/registry.db": first });
    const outside: RegistrySetting = { ...file, path: "/srv/registry.db" };
    expect((await createRegistryReader(host, closed).read(root, outside, "drivers")).status.kind).toBe("off");
    expect((await createRegistryReader(host, closed).read(root, { ...file, path: "../srv/registry.db" }, "drivers")).status.kind).toBe("off");
    expect((await createRegistryReader(host, { ...closed, trusted: true }).read(root, outside, "drivers")).status.kind).toBe("current");
    for (const path of ["\\\\server\\share\\registry.db", "//server/share/registry.db"]) {
      expect((await createRegistryReader(host, { ...closed, trusted: true }).read(root, { ...file, path }, "drivers")).status.kind).toBe("off");
    }
    expect(host.reads).toEqual(["file:///srv/registry.db"]);
  });

  it("of 100 MB lets others have their turn while it is read", async () => {
    const views = Array.from({ length: 2_000 }, (_, index) => `view_${String(index)}[driver](a b c)`);
    const host = { ...memoryHost({ "data/registry.db": registryBytes({ views, ballast: 52_000 }) }), now: () => performance.now() };
    let turns = 0;
    const timer = setInterval(() => { turns++; }, 1);
    const state = await createRegistryReader(host, closed).read(root, file, "drivers");
    clearInterval(timer);
    expect(state.snapshot?.views.length).toBe(2_000);
    // Slices are 8 ms: a slower machine has more of them.
    expect(turns).toBeGreaterThan(1);
  });
});

describe("a server", () => {
  const server: RegistrySetting = { kind: "server", address: "feast:6570", tls: undefined, cacheSeconds: 60, at };
  const open: RegistryPermissions = { roots: [root], trusted: true, network: true };

  /** Answers what stands in `answer`, and counts. */
  function asked(answer: { bytes?: Uint8Array; error?: string }): { host: Host; calls: () => number; tick: (milliseconds: number) => void } {
    let calls = 0;
    let time = 0;
    const kept = new Map<string, Uint8Array>();
    const call: NonNullable<NonNullable<Host["network"]>["call"]> = (_, method) => {
      if (method.endsWith("/ListProjects")) calls += 1;
      return answer.bytes ? Promise.resolve(answerOf(answer.bytes, method)) : Promise.reject(new Error(answer.error));
    };
    const host: Host = {
      ...memoryHost({}),
      now: () => time,
      network: { get: () => Promise.reject(new Error("not asked")), call },
      cache: {
        read: (key) => Promise.resolve(kept.has(key) ? { bytes: kept.get(key) ?? new Uint8Array(), ageMilliseconds: 5_000 } : undefined),
        write: (key, bytes) => Promise.resolve(void kept.set(key, bytes)),
      },
    };
    return { host, calls: () => calls, tick: (milliseconds) => { time += milliseconds; } };
  }

  it.each([
    ["nothing is allowed", closed],
    ["the workspace is not trusted", { ...open, trusted: false }],
    ["it is not switched on", { ...open, network: false }],
  ])("is not asked when %s", async (_, permissions) => {
    const { host, calls } = asked({ bytes: first });
    const reader = createRegistryReader(host, { ...permissions, serverUrl: "http://feast:6572" });
    expect((await reader.read(root, server, "drivers")).status.kind).toBe("off");
    expect(calls()).toBe(0);
  });

  it("is asked again when its answer is older than the store's own cache", async () => {
    const { host, calls, tick } = asked({ bytes: first });
    const reader = createRegistryReader(host, open);
    for (let round = 0; round < 3; round++) expect((await reader.read(root, server, "drivers")).status.kind).toBe("current");
    expect(calls()).toBe(1);
    tick(61_000);
    await reader.read(root, server, "drivers");
    expect(calls()).toBe(2);
  });

  it("that fails leaves the last answer, also that of an earlier run, with its age", async () => {
    const answer: { bytes?: Uint8Array; error?: string } = { bytes: first };
    const { host } = asked(answer);
    await createRegistryReader(host, open).read(root, server, "drivers");
    delete answer.bytes;
    const state = await createRegistryReader(host, open).read(root, server, "drivers");
    expect(state.status).toMatchObject({ kind: "stale", ageMilliseconds: 5_000 });
    expect(state.snapshot?.views.map(({ name }) => name)).toEqual(["stats"]);
  });

  it("that stops answering leaves an answer that grows old", async () => {
    const answer: { bytes?: Uint8Array; error?: string } = { bytes: first };
    const { host, tick } = asked(answer);
    const reader = createRegistryReader(host, open);
    await reader.read(root, server, "drivers");
    delete answer.bytes;
    tick(90_000);
    expect((await reader.read(root, server, "drivers")).status).toMatchObject({ kind: "stale", ageMilliseconds: 90_000 });
    tick(3_600_000);
    expect((await reader.read(root, server, "drivers")).status).toMatchObject({ kind: "stale", ageMilliseconds: 3_690_000 });
  });

  it("is asked once by all who want to know meanwhile", async () => {
    const { host, calls } = asked({ bytes: first });
    const reader = createRegistryReader(host, open);
    await Promise.all([1, 2, 3].map(() => reader.read(root, server, "drivers")));
    expect(calls()).toBe(1);
  });

  it("never keeps the catalogue waiting", async () => {
    let answered: (bytes: Uint8Array) => void = () => undefined;
    const coming = new Promise<Uint8Array>((resolve) => { answered = resolve; });
    const host: Host = { ...memoryHost({ "feature_store.yaml": "project: drivers\nregistry: {registry_type: remote, path: 'feast:6570'}\n", "a.py": "from feast import Entity\ndriver = Entity(name='driver')\n" }),
      network: { get: () => Promise.reject(new Error("not asked")), call: async (_, method) => answerOf(await coming, method) } };
    let news = 0;
    const index = createStoreIndex(host, [root], { trusted: true, network: true, onNews: () => { news += 1; } });
    expect(await index.refresh()).toBe(true);
    const standings = (): unknown => index.catalogueFor(root)?.stores[0]?.entities.map(({ name, standing }) => [name, standing.kind]);
    expect(standings()).toEqual([["driver", "code"]]);
    answered(first);
    await index.settled();
    expect(news).toBe(1);
    expect(standings()).toEqual([["driver", "differs"]]);
    expect(index.catalogueFor(root)?.stores[0]?.views.map(({ name, standing }) => [name, standing.kind])).toEqual([["stats", "registry-only"]]);
  });
});
