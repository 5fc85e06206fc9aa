/**
 * Asks a registry server: over gRPC for the whole registry in one answer, over REST for the lists of one project, page by page.
 *
 *     grpc   host:port              feast.registry.RegistryServer/Proto
 *     REST   https://host:port      /api/v1/entities?project=rides&page=1&limit=100 ...
 *
 * Every answer is bounded in time and size, and no answer can make it ask more than so many pages or follow a redirect.
 */
import type { RegistrySetting, TlsSetting } from "../analysis/store/feast-config.ts";
import { createRegistryCollector } from "../analysis/store/feast-registry.ts";
import type { ObjectKind, RegistryReading } from "../analysis/store/feast-registry.ts";
import { HostError } from "../host.ts";
import type { GrpcServer, Host, Network } from "../host.ts";
import { resolvePath } from "./registry-location.ts";

const limits = { milliseconds: 20_000, maxBytes: 200_000_000 };
const pageLimits = { milliseconds: 10_000, maxBytes: 20_000_000 };
const pageSize = 100;
const maxPages = 1_000;
const proto = "/feast.registry.RegistryServer/Proto";

/** The registry's bytes. @throws HostError */
export async function askGrpc(host: Host, network: Network, root: string, setting: Extract<RegistrySetting, { kind: "server" }>): Promise<Uint8Array> {
  if (!network.call) throw new HostError(setting.address, "other", "a registry server over gRPC cannot be asked from a browser; give the address of its REST server");
  return network.call({ address: setting.address, tls: setting.tls && (await tlsOf(host, root, setting.tls)) }, proto, limits);
}

async function tlsOf(host: Host, root: string, tls: TlsSetting): Promise<NonNullable<GrpcServer["tls"]>> {
  const read = async (path: string | undefined): Promise<Uint8Array | undefined> => (path === undefined ? undefined : host.readFile(resolvePath(root, path)));
  return {
    authorities: await read(tls.certificate), certificate: await read(tls.clientCertificate), key: await read(tls.clientKey), serverName: tls.authority,
  };
}

const lists: readonly { readonly path: string; readonly key: string; kind(item: Item): ObjectKind }[] = [
  { path: "entities", key: "entities", kind: () => "entity" },
  { path: "data_sources", key: "dataSources", kind: () => "source" },
  { path: "feature_views", key: "featureViews", kind: ({ type }) => viewKinds.get(type) ?? "view" },
  { path: "feature_services", key: "featureServices", kind: () => "service" },
];
const viewKinds: ReadonlyMap<unknown, ObjectKind> = new Map<unknown, ObjectKind>([
  ["onDemandFeatureView", "on-demand-view"], ["streamFeatureView", "stream-view"], ["labelView", "label-view"],
]);

type Item = Readonly<Record<string, unknown>>;

/** @throws HostError */
export async function askRest(network: Network, base: string, project: string): Promise<RegistryReading> {
  const collector = createRegistryCollector(project);
  const at = base.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
  const projects = await page(network, `${at}/api/v1/projects`, "projects");
  for (const item of projects.items) collector.addJson("project", item);
  if (!collector.projects.has(project)) return collector.reading();
  for (const { path, key, kind } of lists) {
    for (let number = 1; number <= maxPages; number++) {
      const found = await page(network, `${at}/api/v1/${path}?project=${encodeURIComponent(project)}&page=${String(number)}&limit=${String(pageSize)}`, key);
      for (const item of found.items) collector.addJson(kind(item), item, project);
      if (!found.hasNext || found.items.length === 0) break;
    }
  }
  return collector.reading();
}

async function page(network: Network, url: string, key: string): Promise<{ readonly items: readonly Item[]; readonly hasNext: boolean }> {
  const bytes = await network.get(url, pageLimits);
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new HostError(url, "other", `${url} is no registry server: its answer is no JSON`);
  }
  if (!isItem(answer) || !Array.isArray(answer[key])) throw new HostError(url, "other", `${url} is no registry server: its answer has no ${key}`);
  const { pagination } = answer;
  return { items: (answer[key] as readonly unknown[]).filter(isItem), hasNext: isItem(pagination) && pagination["hasNext"] === true };
}

function isItem(json: unknown): json is Item {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
