/**
 * Registry reader: what a store's registry holds now, and how well that is known.
 *
 * Files are read when they have changed. Feast writes them while we look, so one that is cut off, or that changes while it is read,
 * is read again a little later, and after some trials the last good snapshot stays (`stale`). A database is read with its log, and
 * not while a transaction writes to it. Large ones are decoded in slices, between which the event loop goes on.
 *
 * Servers are asked only with the user's leave, when the last answer is older than the store's own `cache_ttl_seconds`. The answer is
 * kept by the host; while a server does not answer, the kept one serves and says how old it is.
 */
import type { RegistrySetting } from "../analysis/store/feast-config.ts";
import { createRegistryCollector, registrySteps } from "../analysis/store/feast-registry.ts";
import type { RegistryOrigin, RegistryReading, RegistrySnapshot } from "../analysis/store/feast-registry.ts";
import { addRows, isSqlRegistry } from "../analysis/store/feast-sql-registry.ts";
import { SqliteError, isSqlite, openSqlite } from "../analysis/store/sqlite-tables.ts";
import { isJournalInUse, withWriteAheadLog } from "../analysis/store/sqlite-log.ts";
import { HostError } from "../host.ts";
import type { FileStat, Host } from "../host.ts";
import { failureText } from "../workspace/failure.ts";
import { isInside } from "../analysis/text/uri.ts";
import { askGrpc, askRest } from "./registry-client.ts";
import { isNetworkPath, resolvePath } from "./registry-location.ts";

export type RegistryStatus =
  /** The settings name no registry that is known. */
  | { readonly kind: "none" }
  | { readonly kind: "current" }
  /** The last good snapshot; why there is no newer one. */
  | { readonly kind: "stale"; readonly reason: string; readonly ageMilliseconds: number }
  /** Nothing was applied yet. */
  | { readonly kind: "missing" }
  /** Not asked, as the user has not allowed it or there is no way. */
  | { readonly kind: "off"; readonly reason: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface RegistryState {
  readonly status: RegistryStatus;
  readonly snapshot: RegistrySnapshot | undefined;
}

export interface RegistryPermissions {
  /** Folders whose registry files may be read; in a trusted workspace others may, too. */
  readonly roots: readonly string[];
  readonly trusted: boolean;
  /** The user wants servers to be asked. */
  readonly network: boolean;
  /** A REST server to ask in place of what feature_store.yaml says; from the user's own settings, never from the workspace's files. */
  readonly serverUrl?: string | undefined;
}

export interface RegistryReader {
  /** Never rejects. The same object as before when nothing has changed. `token` is called only when a server is asked. */
  read(root: string, setting: RegistrySetting | undefined, project: string | undefined, token?: TokenSource): Promise<RegistryState>;
  /** True when reading asks a server, which may take long. */
  isRemote(setting: RegistrySetting | undefined): boolean;
}

/** What a server is shown; `undefined`: nothing. @throws HostError */
export type TokenSource = () => Promise<string | undefined>;

/** A larger registry is none that an editor should hold. */
const largestFile = 300_000_000;
const pauses = [20, 60, 150, 400];
/** Longest stretch without a turn of the event loop. */
const sliceMilliseconds = 8;
const none: RegistryState = { status: { kind: "none" }, snapshot: undefined };

export function createRegistryReader(host: Host, permissions: RegistryPermissions): RegistryReader {
  let last: { readonly key: string; readonly version: string; readonly state: RegistryState } | undefined;
  let asked: { readonly key: string; readonly at: number } | undefined;
  let pending: { readonly key: string; readonly state: Promise<RegistryState> } | undefined;
  /** When the last good snapshot was got, on the host's clock. */
  let takenAt = 0;

  async function readFile(uri: string, key: string, project: string | undefined): Promise<RegistryState> {
    const known = last?.key === key ? last : undefined;
    const versions = async (): Promise<string> => (await Promise.all([uri, ...filesBeside(uri)].map(async (each) => versionOf(await host.stat(each))))).join(", ");
    let reason = "";
    for (const pause of [0, ...pauses]) {
      if (pause > 0) await wait(pause);
      const found = await host.stat(uri);
      if (found?.kind !== "file") return remember(key, "", { status: { kind: "missing" }, snapshot: undefined });
      const before = await versions();
      if (known?.version === before) return known.state;
      if (found.size > largestFile) return failed(known?.state, age(), `it is larger than ${String(largestFile / 1e6)} MB`);
      try {
        const bytes = await wholeFile(uri);
        if (!bytes || (await versions()) !== before) {
          reason = "it is being written";
          continue;
        }
        const reading = await decode(host, bytes, project, "file");
        if (reading.kind === "broken") reason = reading.message;
        else return remember(key, before, stateOf(reading, project));
      } catch (error) {
        return failed(known?.state, age(), failureText(error));
      }
    }
    return failed(known?.state, age(), reason);
  }

  /** A database with what its log adds; `undefined` while a transaction writes to it. */
  async function wholeFile(uri: string): Promise<Uint8Array | undefined> {
    const bytes = await host.readFile(uri);
    if (!isSqlite(bytes)) return bytes;
    const { log, journal } = besideOf(uri);
    try {
      if (await host.stat(journal)) {
        const head = await (host.readHead?.(journal, 8) ?? host.readFile(journal));
        if (isJournalInUse(head)) return undefined;
      }
      const found = await host.stat(log);
      if (found?.kind !== "file" || found.size === 0) return bytes;
      if (found.size > largestFile) throw new HostError(log, "too-large", `its log is larger than ${String(largestFile / 1e6)} MB`);
      return withWriteAheadLog(bytes, await host.readFile(log));
    } catch (error) {
      // The transaction has ended meanwhile.
      if (error instanceof HostError && error.code === "not-found") return undefined;
      throw error;
    }
  }

  /** Whoever wants to know while a server is asked waits for the same answer. */
  function ask(root: string, setting: RegistrySetting | undefined, key: string, project: string | undefined, token: TokenSource): Promise<RegistryState> {
    if (pending?.key === key) return pending.state;
    const state = askNow(root, setting, key, project, token).finally(() => { if (pending?.state === state) pending = undefined; });
    pending = { key, state };
    return state;
  }

  async function askNow(root: string, setting: RegistrySetting | undefined, key: string, project: string | undefined, token: TokenSource): Promise<RegistryState> {
    const known = last?.key === key ? last.state : await keptFor(key, project);
    const ttl = Math.max(setting?.cacheSeconds ?? 600, 30) * 1000;
    if (asked?.key === key && host.now() - asked.at < ttl && known) return known;
    asked = { key, at: host.now() };
    try {
      const reading = await answer(root, setting, key, project, token);
      return reading.kind === "broken" ? failed(known, age(), reading.message) : remember(key, "", stateOf(reading, project));
    } catch (error) {
      return failed(known, age(), failureText(error));
    }
  }

  async function answer(root: string, setting: RegistrySetting | undefined, key: string, project: string | undefined, token: TokenSource): Promise<RegistryReading> {
    const { network } = host;
    if (!network) return { kind: "broken", message: "no server can be asked from here" };
    if (project === undefined) return { kind: "broken", message: "the project is not known" };
    if (permissions.serverUrl !== undefined) return askRest(network, permissions.serverUrl, project, await token());
    if (setting?.kind !== "server") return { kind: "broken", message: "no server is known" };
    const bytes = await askGrpc(host, network, root, setting, project, await token());
    const reading = await decode(host, bytes, project, "server");
    if (reading.kind === "snapshot") await host.cache?.write(key, bytes);
    return reading;
  }

  function remember(key: string, version: string, state: RegistryState): RegistryState {
    last = { key, version, state };
    takenAt = host.now();
    return state;
  }

  /** What an earlier run was answered. */
  async function keptFor(key: string, project: string | undefined): Promise<RegistryState | undefined> {
    const state = await kept(host, key, project);
    if (state?.status.kind === "stale") takenAt = host.now() - state.status.ageMilliseconds;
    return state;
  }

  function age(): number {
    return host.now() - takenAt;
  }

  return {
    isRemote: (setting) => permissions.network && permissions.trusted && (permissions.serverUrl !== undefined || setting?.kind === "server"),
    async read(root, setting, project, token = () => Promise.resolve(undefined)) {
      const mayAsk = permissions.network && permissions.trusted;
      if (permissions.serverUrl !== undefined && mayAsk) return ask(root, setting, `rest ${permissions.serverUrl} ${project ?? ""}`, project, token);
      if (!setting) return none;
      if (setting.kind === "elsewhere") return off(`${setting.what} can only be read through a registry server`);
      if (setting.kind === "server") {
        if (!mayAsk) return off("registry servers are asked only where that is switched on, in a trusted workspace");
        return ask(root, setting, `grpc ${setting.address} ${project ?? ""}`, project, token);
      }
      if (isNetworkPath(setting.path)) return off("the registry lies on another machine");
      const uri = resolvePath(root, setting.path);
      if (!permissions.trusted && !permissions.roots.some((folder) => isInside(folder, uri))) return off("the registry lies outside of the workspace, which is not trusted");
      return readFile(uri, `file ${uri} ${project ?? ""}`, project);
    },
  };
}

async function kept(host: Host, key: string, project: string | undefined): Promise<RegistryState | undefined> {
  const found = await host.cache?.read(key);
  const reading = found && (await decode(host, found.bytes, project, "server"));
  if (!found || reading?.kind !== "snapshot") return undefined;
  return { status: { kind: "stale", reason: "not asked yet", ageMilliseconds: found.ageMilliseconds }, snapshot: reading.snapshot };
}

function stateOf(reading: Exclude<RegistryReading, { kind: "broken" }>, project: string | undefined): RegistryState {
  if (reading.kind === "snapshot") return { status: { kind: "current" }, snapshot: reading.snapshot };
  const others = reading.projects.slice(0, 5).join(", ");
  const reason = project === undefined ? `it holds several projects (${others}), and which one is meant is not known` : `it holds other projects only: ${others === "" ? "none" : others}`;
  return { status: { kind: "failed", reason }, snapshot: undefined };
}

/** The last good snapshot stays. */
function failed(known: RegistryState | undefined, ageMilliseconds: number, reason: string): RegistryState {
  if (!known?.snapshot) return { status: { kind: "failed", reason }, snapshot: undefined };
  return { status: { kind: "stale", reason, ageMilliseconds }, snapshot: known.snapshot };
}

function off(reason: string): RegistryState {
  return { status: { kind: "off", reason }, snapshot: undefined };
}

async function decode(host: Host, bytes: Uint8Array, project: string | undefined, origin: RegistryOrigin): Promise<RegistryReading> {
  if (isSqlite(bytes)) return decodeSqlite(host, bytes, project);
  return inSlices(host, registrySteps(bytes, project, origin));
}

async function decodeSqlite(host: Host, bytes: Uint8Array, project: string | undefined): Promise<RegistryReading> {
  try {
    const database = openSqlite(bytes);
    if (!isSqlRegistry(database)) return { kind: "broken", message: "it has none of the tables of a registry" };
    const collector = createRegistryCollector(project);
    await inSlices(host, addRows(database, collector));
    return collector.reading();
  } catch (error) {
    if (error instanceof SqliteError) return { kind: "broken", message: error.message };
    throw error;
  }
}

/** Runs steps to their end, with a turn of the event loop after every few milliseconds. */
async function inSlices<T>(host: Host, steps: Generator<unknown, T>): Promise<T> {
  let started = host.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (host.now() - started < sliceMilliseconds) continue;
    await wait(0);
    started = host.now();
  }
}

function versionOf(stat: FileStat | undefined): string {
  return stat ? `${String(stat.size)} ${String(stat.version)}` : "";
}

function besideOf(uri: string): { readonly log: string; readonly journal: string } {
  return { log: `${uri}-wal`, journal: `${uri}-journal` };
}

/** Files that a registry's file has a part of itself in, or is written with, where it is a database. */
export function filesBeside(uri: string): readonly string[] {
  const { log, journal } = besideOf(uri);
  return [log, journal];
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}
