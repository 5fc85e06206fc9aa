/**
 * Modules of the workspace: what open documents import is read, and their findings are announced anew when something that they
 * import changes, on the disk or in another editor.
 *
 *     train.py is opened         config.py, which it imports, is read
 *     config.py is edited        after a pause in typing: train.py is analysed again
 *     config.py is closed        what the disk has counts again
 */
import { createModuleLoader } from "../workspace/module-loader.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { renew } from "./documents.ts";
import type { Tracked } from "./documents.ts";

export interface Modules {
  /** Reads what a document imports. Resolves when that is done, or after a moment: findings do not wait for a slow disk. */
  opened(tracked: Tracked): Promise<void>;
  edited(uri: string): void;
  closed(uri: string): void;
  filesChanged(uris: readonly string[]): Promise<void>;
  /** The workspace has other folders. */
  foldersChanged(): Promise<void>;
}

/** The longest that first findings wait for modules. */
const patience = 250;
/** One new analysis of those that import a document per pause in typing. */
const editPause = 300;

export function createModules(context: Context, announce: (tracked: Tracked) => void): Modules {
  const { host, session: { modules }, documents, project } = context;
  const loader = createModuleLoader(host, modules);
  const edited = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  modules.setWorkspaces(project.folders());

  const refresh = (uris: Iterable<string>): void => {
    for (const uri of new Set(uris)) {
      const tracked = documents.get(uri);
      if (!tracked) continue;
      renew(documents, tracked);
      announce(tracked);
    }
  };

  const load = async (tracked: Tracked): Promise<void> => {
    const isNews = await loader.load(tracked.uri);
    if (isNews && documents.get(tracked.uri) === tracked) refresh([tracked.uri]);
  };

  const loadAll = async (): Promise<void> => {
    for (const tracked of [...documents.all()]) await load(tracked);
  };

  const importersOf = (uris: readonly string[]): readonly string[] => uris.flatMap((uri) => modules.importers(uri));

  const reread = async (uris: readonly string[]): Promise<void> => {
    const before = importersOf(uris);
    await loader.refresh(uris);
    await loadAll();
    // A file that is gone has no importers any more, one that is new had none.
    refresh([...before, ...importersOf(uris)]);
  };

  return {
    async opened(tracked) {
      // Perhaps with unsaved text, which others import from now on.
      refresh(modules.importers(tracked.uri));
      const done = load(tracked).catch((error: unknown) => { host.log("error", `modules of ${tracked.uri} could not be read: ${String(error)}`); });
      let waiting: ReturnType<typeof setTimeout> | undefined;
      await Promise.race([done, new Promise((resolve) => { waiting = setTimeout(resolve, patience); })]);
      clearTimeout(waiting);
    },
    edited(uri) {
      const tracked = documents.get(uri);
      if (tracked && isWanting(modules.wanted(uri))) attempt(host, "reading modules", () => load(tracked));
      if (modules.importers(uri).length === 0 && !edited.has(uri)) return;
      edited.add(uri);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const uris = [...edited];
        edited.clear();
        refresh(importersOf(uris));
      }, editPause);
    },
    closed(uri) {
      if (modules.importers(uri).length > 0) attempt(host, "reading a closed file", () => reread([uri]));
    },
    filesChanged: reread,
    async foldersChanged() {
      modules.setWorkspaces(project.folders());
      await loadAll();
    },
  };
}

function isWanting({ folders, files }: { readonly folders: readonly string[]; readonly files: readonly string[] }): boolean {
  return folders.length + files.length > 0;
}
