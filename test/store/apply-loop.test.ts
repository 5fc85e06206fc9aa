/** A registry that is read all the while Feast writes it: no reading fails, none is made of two states, and the last one is the truth. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RegistrySetting } from "../../server/analysis/store/feast-config.ts";
import { createNodeHost, uriFromPath } from "../../server/main-node-host.ts";
import { createRegistryReader } from "../../server/store/registry-reader.ts";
import { here, isSkipped, python, reason } from "./real-feast.ts";

if (isSkipped) console.warn(`skipped: reading while Feast applies, as ${reason}`);

const views = 20;
const readingSeconds = 4;

describe.skipIf(isSkipped)("while Feast applies", { timeout: 180_000 }, () => {
  it.each([
    ["a file", { kind: "file", path: "data/registry.db" }, "data/registry.db"],
    ["a database", { kind: "sqlite", path: "data/registry.sqlite" }, "sqlite:///{}/data/registry.sqlite"],
  ] as const)("%s is read", async (_, where, written) => {
    const folder = mkdtempSync(join(tmpdir(), "loop-"));
    mkdirSync(join(folder, "data"));
    const child = spawn(python ?? "", [join(here, "feast_apply_loop.py"), folder, written.replace("{}", folder)], { stdio: ["pipe", "pipe", "inherit"] });
    let rounds = 0;
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    await new Promise<void>((resolve) => child.stdout.on("data", (text: Buffer) => {
      rounds += text.toString().trim().split("\n").length;
      resolve();
    }));
    const setting: RegistrySetting = { ...where, cacheSeconds: 600, at: { start: 0, end: 0 } };
    const root = uriFromPath(folder);
    const reader = createRegistryReader(createNodeHost(() => undefined), { roots: [root], trusted: false, network: false });
    const met = new Map<string, number>();
    const until = Date.now() + readingSeconds * 1000;
    const states = new Set<unknown>();
    while (Date.now() < until) {
      const { status, snapshot } = await reader.read(root, setting, "drivers");
      const kind = status.kind === "stale" ? `stale: ${status.reason}` : status.kind;
      met.set(kind, (met.get(kind) ?? 0) + 1);
      states.add(snapshot);
      expect(snapshot?.unread).toEqual([]);
      expect(snapshot?.views.length).toBe(views);
      const fields = new Set(snapshot?.views.map((view) => view.fields.length));
      // A file is written whole; into a database Feast writes object after object, so that both states are there for a while.
      if (where.kind === "file") expect([...fields]).toHaveLength(1);
      else for (const count of fields) expect([1, 2]).toContain(count);
      await new Promise((resolve) => { setTimeout(resolve, 1); });
    }
    child.stdin.end();
    expect(await ended).toBe(0);
    const last = await reader.read(root, setting, "drivers");
    expect(last.status).toEqual({ kind: "current" });
    expect(new Set(last.snapshot?.views.map((view) => view.fields.map(({ name }) => name).join()))).toEqual(new Set(["a,b"]));
    expect([...met.keys()].filter((kind) => !/^(?:current|stale: it is being written|stale: it ends, or is damaged)/.test(kind))).toEqual([]);
    expect(met.get("current") ?? 0).toBeGreaterThan(0);
    expect(rounds).toBeGreaterThan(1);
    expect(states.size).toBeGreaterThan(1);
    rmSync(folder, { recursive: true });
  });
});
