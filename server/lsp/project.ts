/**
 * The project around the open documents: workspace folders, settings files and feature stores, read through the Host and
 * kept until a watched file changes.
 */
import type { Rule } from "../analysis/engine/rule.ts";
import type { DocumentOptions } from "../analysis/engine/session-contract.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { Dialect } from "../analysis/syntax/unit.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import type { Host } from "../host.ts";
import { createStoreIndex, type KnownRegistry, type RegistryAccess, type StoreIndex } from "../store/store-index.ts";
import { resolveProfile } from "../analysis/engine/profile.ts";
import { isExcluded } from "../workspace/path-patterns.ts";
import { createRuffFinder, isRuffFile } from "../workspace/ruff-discovery.ts";
import { createSettingsFinder, isSettingsFile, type ReadSettingsFile } from "../workspace/settings-discovery.ts";
import { isInside, parentUri } from "../analysis/text/uri.ts";

export interface Project {
  /** Workspace folders, as URIs. */
  folders(): readonly string[];
  setFolders(folders: readonly string[]): void;
  /** Never rejects. */
  optionsFor(uri: string, dialect: Dialect): Promise<ProjectOptions>;
  /** What is known of feature stores now. */
  catalogueFor(uri: string): Catalogue | undefined;
  /** What is known of all feature stores of the workspace. */
  catalogue(): Catalogue | undefined;
  /** Text of a file that definitions were read from. */
  definitionSource(uri: string): SourceText | undefined;
  /** What the user allows about registries, nothing at first. True when the catalogue has changed. */
  permit(access: RegistryAccess): Promise<boolean>;
  /** How well registries are known, by the root of their store. */
  registries(): ReadonlyMap<string, KnownRegistry>;
  /** `listener` is called when a registry server's answer has come. */
  onNews(listener: () => void): void;
  /** Looks for feature stores, once; true when the catalogue has changed. */
  loadStores(): Promise<boolean>;
  /** Files that settings extend and that are not watched by their names: those named otherwise, and those outside of the folders. */
  extendedSettings(): readonly string[];
  /** Files were made, changed or deleted, or edited in the editor. Resolves when the news is in. */
  filesChanged(uris: readonly string[]): Promise<ProjectNews>;
  /** Whether an edit of an open document may change a feature store. */
  definesFeatures(uri: string): boolean;
}

export interface ProjectOptions {
  readonly options: DocumentOptions;
  readonly excluded: boolean;
  /** The settings file that holds, first, and those it extends. */
  readonly files: readonly ReadSettingsFile[];
}

export interface ProjectNews {
  readonly settings: boolean;
  /** The catalogue has changed. */
  readonly stores: boolean;
  /** Stores were read again: what is known of their registries may be new. */
  readonly readsStores: boolean;
}

export function createProject(
  host: Host,
  rules: readonly Rule[],
  firstFolders: readonly string[],
  openText: (uri: string) => string | undefined,
): Project {
  const finder = createSettingsFinder(host, rules);
  const ruffFinder = createRuffFinder(host);
  let folders = firstFolders;
  let access: RegistryAccess = {};
  let listener: (() => void) | undefined;
  const createIndex = (): StoreIndex => {
    const made: StoreIndex = createStoreIndex(host, folders, {
      openText, settingsFor: async (uri) => (await finder.find(uri)).settings, ...access, onNews: () => { if (stores === made) listener?.(); },
    });
    return made;
  };
  let stores: StoreIndex = createIndex();
  let loading: Promise<boolean> | undefined;

  const isNamed = (uri: string): boolean => isSettingsFile(uri) || isRuffFile(uri);

  return {
    folders: () => folders,
    setFolders(next) {
      folders = next;
      stores = createIndex();
      loading = undefined;
    },
    async optionsFor(uri, dialect) {
      // A document that was never saved lies nowhere: it is taken to lie in the first folder.
      const place = uri.startsWith("untitled:") && folders[0] !== undefined ? `${folders[0]}/untitled.py` : uri;
      const workspace = folders.find((folder) => isInside(folder, place)) ?? parentUri(place);
      try {
        const [{ settings, files }, ruff] = await Promise.all([finder.find(place), ruffFinder.find(place)]);
        const profile = resolveProfile(place, dialect, settings, workspace);
        return { options: { settings, profile, ruff }, excluded: isExcluded(place, settings), files };
      } catch (error) {
        host.log("error", `settings for ${uri} could not be read: ${String(error)}`);
        const profile = resolveProfile(place, dialect, defaultSettings, workspace);
        return { options: { settings: defaultSettings, profile }, excluded: false, files: [] };
      }
    },
    catalogueFor: (uri) => stores.catalogueFor(uri),
    catalogue: () => (folders[0] === undefined ? undefined : stores.catalogueFor(`${folders[0]}/_`)),
    definitionSource: (uri) => stores.sourceOf(uri),
    permit(next) {
      access = next;
      return stores.permit(next);
    },
    registries: () => stores.registries(),
    onNews(next) {
      listener = next;
    },
    loadStores() {
      loading ??= stores.refresh();
      return loading;
    },
    extendedSettings: () => [...finder.extended, ...ruffFinder.extended].filter((uri) => !isNamed(uri) || !folders.some((folder) => isInside(folder, uri))),
    async filesChanged(uris) {
      const settings = uris.some((uri) => isNamed(uri) || finder.extended.has(uri) || ruffFinder.extended.has(uri));
      if (settings) {
        finder.invalidate();
        ruffFinder.invalidate();
      }
      const relevant = uris.filter((uri) => stores.concerns(uri));
      // Before the first search there is nothing to bring up to date.
      const readsStores = loading !== undefined && relevant.length > 0;
      const changed = readsStores && (await stores.refresh(relevant));
      return { settings, stores: changed, readsStores };
    },
    definesFeatures: (uri) => stores.concerns(uri),
  };
}
