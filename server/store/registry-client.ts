/**
 * Asks a registry server for the lists of one project: over gRPC each in one answer, over REST page by page.
 *
 *     gRPC   host:port              feast.registry.RegistryServer/ListEntities(project "rides") ...
 *     REST   https://host:port      /api/v1/entities?project=rides&page=1&limit=100 ...
 *
 * Every answer is bounded in time and size, and no answer can make it ask more than so many pages or follow a redirect.
 */
import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import type { RegistrySetting, TlsSetting } from "../analysis/store/feast-config.ts";
import { createRegistryCollector } from "../analysis/store/feast-registry.ts";
import type { ObjectKind, RegistryReading } from "../analysis/store/feast-registry.ts";
import { project as projectMessage, registry } from "../analysis/store/feast-schema.ts";
import { messageFromBytes } from "../analysis/store/protobuf-message.ts";
import { HostError } from "../host.ts";
import type { GrpcServer, Host, Network } from "../host.ts";
import { resolvePath } from "./registry-location.ts";

const limits = { milliseconds: 20_000, maxBytes: 200_000_000 };
const pageLimits = { milliseconds: 10_000, maxBytes: 20_000_000 };
const pageSize = 100;
const maxPages = 1_000;

/** Methods of the server, with the registry's field that their answers' objects go to; of views, each kind has its own. */
const methods: readonly { readonly name: string; readonly field: number | "any view" }[] = [
  { name: "ListEntities", field: registry.entities[0] },
  { name: "ListDataSources", field: registry.dataSources[0] },
  { name: "ListAllFeatureViews", field: "any view" },
  { name: "ListFeatureServices", field: registry.featureServices[0] },
];
/** feast.registry.AnyFeatureView -> the registry's field. */
const anyView: ReadonlyMap<number, number> = new Map<number, number>([
  [1, registry.featureViews[0]], [2, registry.onDemandFeatureViews[0]], [3, registry.streamFeatureViews[0]], [4, registry.labelViews[0]],
]);

/**
 * A registry of one project, put together from the server's lists: the one call that gives all of it at once does not say which
 * project an object belongs to. @throws HostError
 */
export async function askGrpc(
  host: Host, network: Network, root: string, setting: Extract<RegistrySetting, { kind: "server" }>, project: string, token: string | undefined,
): Promise<Uint8Array> {
  const { address } = setting;
  if (!network.call) throw new HostError(address, "other", "a registry server over gRPC cannot be asked from a browser; give the address of its REST server");
  const ask = network.call;
  const server = { address, token, tls: setting.tls && (await tlsOf(host, root, setting.tls)) };
  const objects = async (method: string, message: Uint8Array): Promise<readonly Uint8Array[]> =>
    [...partsOf(await ask(server, `/feast.registry.RegistryServer/${method}`, message, limits), address)].flatMap(([number, bytes]) => (number === 1 ? [bytes] : []));
  const written = new BinaryWriter();
  const write = (field: number, bytes: Uint8Array): void => {
    written.tag(field, WireType.LengthDelimited).bytes(bytes);
  };
  const projects = await objects("ListProjects", new Uint8Array());
  const named = projects.map((bytes) => ({ bytes, name: nameOfProject(bytes) }));
  const mine = named.find(({ name }) => name === project);
  for (const { bytes } of mine ? [mine] : named) write(registry.projects[0], bytes);
  if (!mine) return written.finish();
  const request = new BinaryWriter().tag(1, WireType.LengthDelimited).string(mine.name).finish();
  for (const { name, field } of methods) {
    for (const bytes of await objects(name, request)) {
      if (field !== "any view") write(field, bytes);
      else for (const [kind, view] of partsOf(bytes, address)) write(anyView.get(kind) ?? registry.featureViews[0], view);
    }
  }
  return written.finish();
}

/** The parts of a message that are messages. */
function* partsOf(bytes: Uint8Array, address: string): Generator<readonly [number, Uint8Array]> {
  const reader = new BinaryReader(bytes);
  try {
    while (reader.pos < reader.len) {
      const [number, wireType] = reader.tag();
      if (wireType === WireType.LengthDelimited) yield [number, reader.bytes()];
      else reader.skip(wireType, number);
    }
  } catch {
    throw new HostError(address, "other", `${address} is no registry server: its answer cannot be read`);
  }
}

function nameOfProject(bytes: Uint8Array): string {
  try {
    return messageFromBytes(projectMessage, bytes).spec?.name ?? "";
  } catch {
    return "";
  }
}

async function tlsOf(host: Host, root: string, tls: TlsSetting): Promise<NonNullable<GrpcServer["tls"]>> {
  const read = async (path: string | undefined): Promise<Uint8Array | undefined> => (path === undefined ? undefined : host.readFile(resolvePath(root, path)));
  return {
    authorities: await read(tls.certificate), certificate: await read(tls.clientCertificate), key: await read(tls.clientKey), serverName: tls.authority,
  };
}

const lists: readonly { readonly path: string; readonly key: string; readonly kind: (item: Item) => ObjectKind }[] = [
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
export async function askRest(network: Network, base: string, project: string, token: string | undefined): Promise<RegistryReading> {
  const collector = createRegistryCollector(project);
  const at = base.replace(/\/+$/, "").replace(/\/api\/v1$/, "");
  const projects = await page(network, `${at}/api/v1/projects`, "projects", token);
  for (const item of projects.items) collector.addJson("project", item);
  if (!collector.projects.has(project)) return collector.reading();
  for (const { path, key, kind } of lists) {
    for (let number = 1; number <= maxPages; number++) {
      const found = await page(network, `${at}/api/v1/${path}?project=${encodeURIComponent(project)}&page=${String(number)}&limit=${String(pageSize)}`, key, token);
      for (const item of found.items) collector.addJson(kind(item), item, project);
      if (!found.hasNext || found.items.length === 0) break;
    }
  }
  return collector.reading();
}

async function page(network: Network, url: string, key: string, token: string | undefined): Promise<{ readonly items: readonly Item[]; readonly hasNext: boolean }> {
  const bytes = await network.get(url, pageLimits, token);
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
