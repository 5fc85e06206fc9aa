/**
 * Store index: the feature stores of a workspace, kept up to date.
 *
 * Finds every Feast repository below the workspace's folders, reads its files through the Host (texts open in the editor win
 * over the disk), and hands them to the adapter, which keeps what it parsed. A changed file is read again alone; the others
 * are not touched. Stores that are defined in code anywhere (code-stores.ts) and those that catalogue files describe (feature-files.ts) come after them. The catalogue gets a new epoch only
 * when something in it changed.
 */
import { textOf } from "../analysis/engine/run.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { Settings } from "../analysis/engine/settings.ts";
import { createFeastReader } from "../analysis/store/feast.ts";
import type { FeastReader, SourceFile } from "../analysis/store/feast.ts";
import { readFeastConfig } from "../analysis/store/feast-config.ts";
import type { ConfigRange, Environment } from "../analysis/store/feast-config.ts";
import { definitionAdapters } from "../analysis/store/definition-adapters.ts";
import { readFeastIgnore } from "../analysis/store/feast-files.ts";
import { createNamedCalls } from "../analysis/store/named-calls.ts";
import type { Catalogue, Store, StoreProblem } from "../analysis/store/model.ts";
import { reconcile } from "../analysis/store/reconcile.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import type { Host } from "../host.ts";
import { internalErrorText } from "../workspace/failure.ts";
import { isInside, nameOf, parentUri, relativePath } from "../analysis/text/uri.ts";
import { createCodeStores } from "./code-stores.ts";
import { createFeatureFiles } from "./feature-files.ts";
import { configName, findRepositories, mayBeConfig, walk } from "./find-repositories.ts";
import { readText } from "./read-text.ts";
import { settingsOfEnvironment } from "./environment-settings.ts";
import type { EnvironmentSettings } from "./environment-settings.ts";
import { isAbsolutePath, resolvePath } from "./registry-location.ts";
import { createRegistryReader, filesBeside } from "./registry-reader.ts";
import type { RegistryPermissions, RegistryReader, RegistryState, RegistryStatus, TokenSource } from "./registry-reader.ts";
import { tokenFor } from "./registry-token.ts";

export interface StoreIndex {
  /**
   * Reads what changed: files that were written, created, removed, or edited in an open editor; folders too. Without an
   * argument everything is looked for again. True when the catalogue has changed. Calls queue up; it never rejects.
   */
  refresh(changed?: readonly string[]): Promise<boolean>;
  /** Whether a change of this file can matter: cheap, for file watchers. */
  concerns(uri: string): boolean;
  /** Definitions for a document of the workspace; `undefined` when no store was found, or the document lies elsewhere. */
  catalogueFor(uri: string): Catalogue | undefined;
  /** What the user allows from now on; registries are read again. True when the catalogue has changed. */
  permit(access: RegistryAccess): Promise<boolean>;
  /** How well the registries of the stores are known, by the root of the store. */
  registries(): ReadonlyMap<string, KnownRegistry>;
  /** Resolves when every server that was asked has answered or failed. */
  settled(): Promise<void>;
  /** Text of a file that definitions were read from, to turn their offsets into lines and columns. */
  sourceOf(uri: string): SourceText | undefined;
}

/** What the user allows. */
export interface RegistryAccess {
  /** The workspace is trusted: registries outside of it may be read. */
  readonly trusted?: boolean;
  /** The user wants registry servers to be asked; only in a trusted workspace. */
  readonly network?: boolean;
  /** A REST registry server, from the user's own settings. */
  readonly serverUrl?: string | undefined;
}

export interface KnownRegistry {
  readonly status: RegistryStatus;
  /** The file that feature_store.yaml names; `undefined` when it names none. */
  readonly file: string | undefined;
  /** The file is an SQL database, which has parts of itself in files beside it. */
  readonly isDatabase: boolean;
  /** The settings file that names it, feature_store.yaml mostly; `undefined` when they are in no file. */
  readonly config: string | undefined;
  /** Where it is named there. */
  readonly at: ConfigRange;
}

export interface StoreIndexOptions extends RegistryAccess {
  /** For `$NAME` in feature_store.yaml; the host's by default. */
  readonly environment?: Environment;
  /** Called when a server's answer has changed the catalogue, or how well a registry is known. */
  readonly onNews?: () => void;
  /** Text of a file as it stands in an open editor. */
  readonly openText?: (uri: string) => string | undefined;
  /** The settings that hold for a file, which may name files that speak of features; the defaults when absent. */
  readonly settingsFor?: (uri: string) => Promise<Settings>;
}

/** One repository as last read. */
interface Repository {
  readonly root: string;
  readonly reader: FeastReader;
  readonly files: Map<string, SourceFile>;
  readonly broken: Map<string, StoreProblem>;
  config: SourceFile | undefined;
  /** Where `config` is read from; `undefined` when nobody knows, or the environment has it. */
  readonly configUri: string | undefined;
  /** What the environment says in place of it. */
  readonly given: EnvironmentSettings | undefined;
  /** False where they are elsewhere. */
  readonly hasDefinitions: boolean;
  ignore: readonly string[];
  /** What the code says. */
  code: Store;
  readonly registryReader: RegistryReader;
  registry: RegistryState;
  registryFile: string | undefined;
  isDatabase: boolean;
  registryAt: ConfigRange;
  /** Both reconciled. */
  store: Store;
}

export function createStoreIndex(host: Host, roots: readonly string[], options: StoreIndexOptions = {}): StoreIndex {
  const environment: Environment = options.environment ?? ((name) => host.environment?.(name));
  let access: RegistryAccess = options;
  const permissions: RegistryPermissions = {
    roots,
    get trusted() { return access.trusted === true; },
    get network() { return access.network === true; },
    get serverUrl() { return access.serverUrl; },
  };
  let repositories = new Map<string, Repository>();
  let given: EnvironmentSettings | undefined;
  const inFiles = createFeatureFiles(host, roots, {
    openText: (uri) => options.openText?.(uri),
    settingsFor: async (uri) => (await options.settingsFor?.(uri)) ?? defaultSettings,
  });
  const inCode = createCodeStores(host, roots, { adapters: definitionAdapters, openText: (uri) => options.openText?.(uri) ?? textRead(uri) });
  const namedCalls = createNamedCalls();
  let catalogue: Catalogue | undefined;
  let epoch = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const asking = new Set<Promise<void>>();

  async function update(changed: readonly string[] | undefined): Promise<boolean> {
    const before = allStores();
    if (changed === undefined || changed.some((uri) => isStructural(uri))) await findAll();
    else for (const repository of repositories.values()) await refreshRepository(repository, changed);
    for (const repository of repositories.values()) {
      try {
        await readRegistry(repository);
      } catch (error) {
        host.log("warn", `${repository.root}: ${textOf(error)}`);
        repository.store = repository.code;
      }
    }
    await inCode.refresh(changed);
    await inFiles.refresh(changed);
    return publish(before);
  }

  /** Of a file of a repository. */
  function textRead(uri: string): string | undefined {
    for (const { files } of repositories.values()) {
      const file = files.get(uri);
      if (file) return file.source.text;
    }
    return undefined;
  }

  function allStores(): readonly Store[] {
    return namedCalls.add([...[...repositories.values()].map(({ store }) => store), ...inCode.stores(), ...inFiles.stores()], inFiles.calls());
  }

  function publish(before: readonly Store[]): boolean {
    const after = allStores();
    const files = inFiles.lists();
    if (isSame(before, after) && isSame(catalogue?.files ?? [], files)) return false;
    epoch += 1;
    catalogue = after.length > 0 ? { epoch, stores: after, files } : undefined;
    return true;
  }

  async function readRegistry(repository: Repository): Promise<void> {
    const { registry, project, auth } = readFeastConfig(repository.config?.source.text ?? "", environment);
    // Feast writes settings that are in no file into a folder of its own: a relative path leads nowhere.
    const isNowhere = repository.given?.file === undefined && repository.given !== undefined && registry !== undefined && "path" in registry && !isAbsolutePath(registry.path);
    const setting = isNowhere ? undefined : registry;
    const token: TokenSource = () => tokenFor(host, repository.root, auth, environment);
    repository.registryFile = setting?.kind === "file" || setting?.kind === "sqlite" ? resolvePath(repository.root, setting.path) : undefined;
    repository.isDatabase = setting?.kind === "sqlite";
    repository.registryAt = setting?.at ?? { start: 0, end: 0 };
    const { registryReader, root } = repository;
    if (!registryReader.isRemote(setting)) {
      repository.registry = await registryReader.read(root, setting, project);
      repository.store = merged(repository);
      return;
    }
    const answered = registryReader.read(root, setting, project, token).then((state) => {
      // The leave may have been taken back meanwhile.
      if (!registryReader.isRemote(setting)) return;
      const before = allStores();
      const statusBefore = (repositories.get(root) ?? repository).registry.status;
      // Files may have been looked for again meanwhile.
      const current = repositories.get(root) ?? repository;
      current.registry = state;
      current.store = merged(current);
      if (publish(before) || state.status !== statusBefore) options.onNews?.();
    });
    asking.add(answered);
    void answered.finally(() => asking.delete(answered));
    repository.store = merged(repository);
  }

  /** A change that may add or remove repositories or whole folders. */
  function isStructural(uri: string): boolean {
    if (mayBeConfig(nameOf(uri)) || uri === given?.file) return true;
    return [...repositories.values()].some(
      ({ root, files }) => root === uri || root.startsWith(uri + "/") || [...files.keys()].some((file) => file.startsWith(uri + "/")),
    );
  }

  async function findAll(): Promise<void> {
    const found = await findRepositories(host, roots);
    given = await settingsOfEnvironment(host, environment, roots, found.map(({ root }) => root)).catch((error: unknown) => {
      host.log("warn", `settings that the environment names could not be read: ${textOf(error)}`);
      return undefined;
    });
    const next = new Map<string, Repository>();
    for (const { root, config } of found.toSorted((a, b) => (a.root < b.root ? -1 : 1))) {
      next.set(root, await readRepository(root, given?.root === root ? given.file : config, repositories.get(root), true));
    }
    // Where no file says that a folder is a repository, one is only where the file of the environment lies.
    if (given && !next.has(given.root)) next.set(given.root, await readRepository(given.root, given.file, repositories.get(given.root), given.file !== undefined && parentUri(given.file) === given.root));
    repositories = next;
  }

  async function readRepository(root: string, configUri: string | undefined, known: Repository | undefined, hasDefinitions: boolean): Promise<Repository> {
    const listing = hasDefinitions ? await walk(host, root, (name) => name.endsWith(".py")) : { files: [], failures: [] };
    const code = known?.code ?? emptyStore(root);
    const repository: Repository = {
      root,
      registryReader: known?.registryReader ?? createRegistryReader(host, permissions),
      registryFile: known?.registryFile,
      isDatabase: known?.isDatabase ?? false,
      registryAt: known?.registryAt ?? { start: 0, end: 0 },
      registry: known?.registry ?? { status: { kind: "none" }, snapshot: undefined },
      code,
      reader: known?.reader ?? createFeastReader(),
      files: new Map(),
      broken: new Map(),
      config: undefined,
      configUri,
      given: given?.root === root ? given : undefined,
      hasDefinitions,
      ignore: [],
      store: known?.store ?? code,
    };
    for (const { uri, message } of listing.failures) repository.broken.set(uri, { uri, start: 0, end: 0, message });
    for (const uri of listing.files) await load(repository, uri, known?.files.get(uri));
    await loadSettings(repository);
    repository.code = interpret(repository);
    return repository;
  }

  async function refreshRepository(repository: Repository, changed: readonly string[]): Promise<void> {
    const mine = changed.filter((uri) => uri.startsWith(repository.root + "/"));
    const python = mine.filter((uri) => repository.hasDefinitions && uri.endsWith(".py") && !isInSkippedFolder(repository, uri));
    const settings = mine.some((uri) => uri === `${repository.root}/.feastignore`);
    if (python.length === 0 && !settings) return;
    for (const uri of python) await load(repository, uri, repository.files.get(uri));
    if (settings) await loadSettings(repository);
    repository.code = interpret(repository);
  }

  async function load(repository: Repository, uri: string, known: SourceFile | undefined): Promise<void> {
    repository.files.delete(uri);
    repository.broken.delete(uri);
    const open = options.openText?.(uri);
    const read = open === undefined ? await readText(host, uri) : { text: open };
    if ("missing" in read) return;
    if ("problem" in read) repository.broken.set(uri, { uri, start: 0, end: 0, message: read.problem });
    else repository.files.set(uri, sourceFile(repository.root, uri, read.text, known));
  }

  async function loadSettings(repository: Repository): Promise<void> {
    const { root, configUri: uri, given: told } = repository;
    if (uri === undefined) repository.config = told && sourceFile(root, `${root}/${configName}`, told.text, repository.config);
    else {
      const open = options.openText?.(uri);
      const read = open === undefined ? await readText(host, uri) : { text: open };
      repository.broken.delete(uri);
      repository.config = "text" in read ? sourceFile(root, uri, read.text, repository.config) : undefined;
      if ("problem" in read) repository.broken.set(uri, { uri, start: 0, end: 0, message: read.problem });
    }
    const ignore = await readText(host, `${repository.root}/.feastignore`);
    repository.ignore = "text" in ignore ? readFeastIgnore(ignore.text) : [];
  }

  function interpret(repository: Repository): Store {
    const { root, reader, config, ignore, files, broken } = repository;
    try {
      const read = reader.read({ root, config, ignore, environment, files: [...files.values()], broken: [...broken.values()] });
      if (repository.hasDefinitions && repository.configUri !== undefined) return read;
      // What is wrong with a text that is in no file has no place; definitions that are elsewhere are not known to be all.
      return { ...read, complete: read.complete && repository.hasDefinitions, problems: repository.configUri === undefined ? read.problems.filter(({ uri }) => uri !== config?.uri) : read.problems };
    } catch (error) {
      host.log("warn", `${root}: ${textOf(error)}`);
      const problem: StoreProblem = { uri: config?.uri ?? `${root}/${configName}`, start: 0, end: 0, message: internalErrorText(error) };
      return { ...repository.code, complete: false, problems: [problem] };
    }
  }

  function refresh(changed?: readonly string[]): Promise<boolean> {
    const result = queue.then(() => update(changed)).catch((error: unknown) => {
      host.log("error", `feature stores could not be read: ${String(error)}`);
      return false;
    });
    queue = result;
    return result;
  }

  return {
    refresh,
    permit(next) {
      access = next;
      return refresh([]);
    },
    registries: () => new Map([...repositories].map(([root, { registry, registryFile: file, isDatabase, configUri: config, registryAt: at }]) => [root, { status: registry.status, file, isDatabase, config, at }])),
    async settled() {
      while (asking.size > 0) await Promise.allSettled(asking);
    },
    concerns(uri) {
      if (mayBeConfig(nameOf(uri)) || uri === given?.file) return true;
      if ([...repositories.values()].some(({ registryFile: file }) => file !== undefined && (uri === file || filesBeside(file).includes(uri))) || inCode.concerns(uri) || inFiles.concerns(uri)) return true;
      if (!uri.endsWith(".py") && !uri.endsWith("/.feastignore")) return false;
      return [...repositories.keys()].some((root) => uri.startsWith(root + "/"));
    },
    catalogueFor(uri) {
      // An untitled document belongs to no folder and may be meant for any; a file of another folder is not.
      const isElsewhere = roots.some((root) => schemeOf(root) === schemeOf(uri)) && !roots.some((root) => isInside(root, uri));
      return isElsewhere ? undefined : catalogue;
    },
    sourceOf(uri) {
      for (const { files, config } of repositories.values()) {
        const file = files.get(uri) ?? (config?.uri === uri ? config : undefined);
        if (file) return file.source;
      }
      return inCode.sourceOf(uri) ?? inFiles.sourceOf(uri);
    },
  };
}

function isSame(before: readonly object[], after: readonly object[]): boolean {
  return before.length === after.length && after.every((each, index) => each === before[index]);
}

function emptyStore(root: string): Store {
  return {
    kind: "feast", id: root, project: undefined, root, views: [], entities: [], services: [], sources: [], registry: undefined, complete: false, problems: [], limits: [],
  };
}

/** The same object as before when neither side has changed. */
function merged({ code, registry, store }: Repository): Store {
  const { snapshot, status } = registry;
  if (!snapshot) return code;
  const before = mergedFrom.get(store);
  const reason = status.kind === "stale" ? status.reason : undefined;
  if (before?.code === code && before.snapshot === snapshot && before.reason === reason) return store;
  const joined = reconcile(code, snapshot);
  const stale = status.kind === "stale" ? { reason: status.reason, ageMilliseconds: status.ageMilliseconds } : undefined;
  const result: Store = stale && joined.registry ? { ...joined, registry: { ...joined.registry, stale } } : joined;
  mergedFrom.set(result, { code, snapshot, reason });
  return result;
}

const mergedFrom = new WeakMap<Store, { readonly code: Store; readonly snapshot: RegistryState["snapshot"]; readonly reason: string | undefined }>();

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(":"));
}

/** A file in a folder that the walk does not enter: it was never listed, and a change of it is not news. */
function isInSkippedFolder(repository: Repository, uri: string): boolean {
  if (repository.files.has(uri) || repository.broken.has(uri)) return false;
  const steps = uri.slice(repository.root.length + 1).split("/");
  return steps.some((step) => step === "site-packages" || step === "__pycache__" || step === "node_modules" || step === ".venv");
}

/** Keeps the old object when the text is the same, so that nothing is parsed again. */
function sourceFile(root: string, uri: string, text: string, known: SourceFile | undefined): SourceFile {
  if (known?.source.text === text) return known;
  return { uri, path: relativePath(root, uri), source: new SourceText(text) };
}
