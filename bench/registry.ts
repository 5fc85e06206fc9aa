/**
 * Reading a registry of 100 MB: how long it takes, and how long the event loop waits at most.
 *
 *     npx tsx bench/registry.ts
 */
import { performance } from "node:perf_hooks";
import { createRegistryReader } from "../server/store/registry-reader.ts";
import { registryBytes } from "../test/store/registry-bytes.ts";
import { memoryHost, project as root } from "../test/workspace/memory-host.ts";

const views = Array.from({ length: 5_000 }, (_, index) => `view_${String(index)}[driver](${Array.from({ length: 10 }, (__, field) => `f${String(field)}`).join(" ")})`);
const bytes = registryBytes({ views, ballast: 20_000 });
const host = { ...memoryHost({ "registry.db": bytes }), now: () => performance.now() };
const reader = createRegistryReader(host, { roots: [root], trusted: false, network: false });
let longest = 0;
let last = performance.now();
const timer = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 1);
const started = performance.now();
const { snapshot } = await reader.read(root, { kind: "file", path: "registry.db", cacheSeconds: 600, at: { start: 0, end: 0 } }, "drivers");
clearInterval(timer);
const took = performance.now() - started;
console.log(`${(bytes.length / 1e6).toFixed(0)} MB, ${String(snapshot?.views.length)} views: ${took.toFixed(0)} ms, longest wait of the event loop ${longest.toFixed(0)} ms`);
